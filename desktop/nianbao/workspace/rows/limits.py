"""How much text a workspace may hold: far more than any report has, and what is worked on in time.

What is written keeps to it, so what was written can be opened; a file received from somebody else
need not. Originals are kept as they come: nothing but their size matters.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeGuard

from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows.tables import CONTENT, ORIGINAL, PARAGRAPH, VERSION, Table
from nianbao.workspace.schema import migrations

LONGEST = 300_000
"""Signs of one text; a report of 250 pages has as many."""

MOST = 1_000_000
"""Signs of all texts of one year."""

LARGEST = 64 << 20
"""Bytes of an original: no larger file is read."""

_FREE = (ORIGINAL, PARAGRAPH, VERSION)
_TEXTS = (("element", "text"), ("section", "title"), ("entry", "text"))


def assure(place: Path, table: Table, rows: Iterable[Row]) -> None:
    """Refuse to write into a workspace a row with a text that is too long.

    Raises:
        InputError: one is.
    """
    if table is ORIGINAL:
        for _, name, *_, data in rows:
            if _is_data(data) and len(data) > LARGEST:
                raise refusals.original_too_big(place, str(name))
    if table in _FREE or table.name not in CONTENT:
        return
    longest = max((len(v) for row in rows for v in row if isinstance(v, str)), default=0)
    if longest > LONGEST:
        raise refusals.text_too_long(place, longest, LONGEST)


def _is_data(value: object) -> TypeGuard[bytes]:
    return isinstance(value, bytes)


def assure_all(place: Path, texts: Iterable[str]) -> None:
    """Refuse to write the texts of a year into a workspace when they are too long together.

    Raises:
        InputError: they are.
    """
    total = sum(map(len, texts))
    if total > MOST:
        raise refusals.year_too_long(place, total, MOST)


def too_large(conn: Connection) -> str:
    """Return which original is larger than may be, empty when none is; it is quick."""
    for (row_id,) in conn.rows(f"SELECT row_id FROM original WHERE length(data) > {LARGEST}"):
        return f"original {row_id}"
    return ""


def exceeded(conn: Connection) -> str:
    """Return where a file holds more than may be, empty when it does not."""
    if large := too_large(conn):
        return large
    there = {name for _, name, _ in migrations.described(conn)}  # an older file has fewer tables
    for table in CONTENT.values():
        if table in _FREE or table.name not in there:
            continue
        kinds = migrations.columns(table.name)
        texts = [name for name in table.columns if kinds[name].kind == "TEXT"]
        long = " OR ".join(f'length("{name}") > {LONGEST}' for name in texts)
        query = f'SELECT row_id FROM "{table.name}" WHERE {long} LIMIT 1'
        for (row_id,) in conn.rows(query):
            return f"{table.name} {row_id}"
    sums = " UNION ALL ".join(
        f'SELECT unit, year, length("{column}") AS size FROM "{table}"' for table, column in _TEXTS
    )
    query = f"SELECT unit, year FROM ({sums}) GROUP BY 1, 2 HAVING sum(size) > {MOST} LIMIT 1"
    for unit, year in conn.rows(query):
        return f"{unit} {year}"
    return ""
