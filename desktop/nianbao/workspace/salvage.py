"""What can still be read of a damaged workspace, brought into a new one.

Rows whose seal fits come over; the others, and what cannot be reached, are counted and told. The
history does not come over: its steps belong to rows that may be gone. The damaged file is only
read.
"""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from nianbao.errors import InputError, WorkspaceError
from nianbao.machine import ordinary
from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.copies import snapshot
from nianbao.workspace.guard import nonsense
from nianbao.workspace.rows import limits
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.tables import CONTENT, REPORT, SECTION, Table, seal
from nianbao.workspace.schema import migrations
from nianbao.workspace.store import Workspace

_PAGE = 4096  # bytes, as SQLite makes new files
_AT_ONCE = 200  # rows
_FARTHEST = 1 << 22  # how far a gap that cannot be read is jumped
_SECONDS = 20.0  # for one file: its structure may be made to keep us busy
_SHOWN = {
    "original": "原件", "paragraph": "原件段落", "report": "报告", "element": "标题落款等",
    "section": "章节", "entry": "条目", "indicator": "指标", "figure": "数据",
    "mention": "数据出处", "relation": "算式", "promise": "上年安排",
    "automatic_change": "自动改动",
    "correction": "更正", "mark": "标记", "version": "版本",
}  # fmt: skip
_RESCUED = "（抢救出的内容）"


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvagedRows:
    """How many rows of a kind came over, and how many did not, as far as can be told."""

    name: str
    kept: int
    lost: int

    def __str__(self) -> str:
        return f"{self.name}：带过来{self.kept}" + (f"，损坏{self.lost}" if self.lost else "")


def salvage(path: Path, new: Path) -> list[SalvagedRows]:
    """Bring what can be read of a damaged workspace into a new one, as one action.

    Raises:
        InputError: there is a file of the new name already.
        WorkspaceError: nothing can be read, or the new file cannot be written.
    """
    found = _read(path)
    if not any(rows for rows, _ in found.values()):
        raise refusals.nothing_left(path)
    counts = {name: lost for name, (_, lost) in found.items()}
    rows = {name: list(rows) for name, (rows, _) in found.items()}
    with Workspace.create(new) as store, store.act(f"从损坏的“{_shown_name(path)}”抢救") as action:
        for table in CONTENT.values():
            _complete(table, rows)
        _drop_orphans(rows, counts)
        _write(action, rows)
    return [
        SalvagedRows(name=_SHOWN[name], kept=len(rows[name]), lost=counts[name])
        for name in rows
        if rows[name] or counts[name]
    ]


def _shown_name(path: Path) -> str:
    """Return a file's name as text: old systems wrote names that are not UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _read(path: Path) -> dict[str, tuple[list[Row], int]]:
    try:
        data = ordinary.read(path, snapshot.MOST)
    except ordinary.TooLongError as error:
        raise refusals.too_big(path) from error
    except OSError as error:
        raise refusals.missing(path, str(error)) from error
    found = _read_bytes(data, path)
    if not any(rows for rows, _ in found.values()) and len(data) > _PAGE:
        found = _read_bytes(_with_fresh_schema(data), path)
    return found


def _with_fresh_schema(data: bytes) -> bytes:
    """Return content whose first page and schema are those of a new file.

    All files of a version are made by the same steps, so their tables begin at the same pages.
    """
    empty, pages = migrations.fresh()
    count = len(data) // _PAGE
    patched = bytearray(data[: count * _PAGE])
    for page in pages:
        patched[(page - 1) * _PAGE : page * _PAGE] = empty[(page - 1) * _PAGE : page * _PAGE]
    patched[28:32] = count.to_bytes(4, "big")
    patched[92:96] = patched[24:28]  # or the count is not believed
    return bytes(patched)


def _read_bytes(data: bytes, path: Path) -> dict[str, tuple[list[Row], int]]:
    until = time.monotonic() + _SECONDS
    try:
        conn = snapshot.of_bytes(data, path)
    except WorkspaceError:
        return {name: ([], 0) for name in CONTENT}
    conn.set_progress_handler(lambda: int(time.monotonic() > until), 10_000)
    try:
        return {name: _readable(conn, table) for name, table in CONTENT.items()}
    finally:
        conn.close()


def _readable(conn: Connection, table: Table) -> tuple[list[Row], int]:
    """Return the sound rows of a table, and how many are not."""
    sound, lost = [], 0
    with suppress(WorkspaceError, sqlite3.Error, UnicodeDecodeError):
        kinds = conn.rows("SELECT type FROM sqlite_master WHERE name = ?", (table.name,))
        if kinds != [("table",)]:
            return [], 0
        for row in _walk(conn, table):
            row_id, crc, *values = row
            if crc == seal(row_id, tuple(values)) and nonsense.fits(table, values):
                sound.append(tuple(values))
            else:
                lost += 1
    kept = list(_taken(table, sound))
    return kept, lost + len(sound) - len(kept)


def _taken(table: Table, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that a new file takes: none twice, none that breaks a condition."""
    with closing(migrations.empty()) as conn:
        for row_id, row in enumerate(rows, start=1):
            with suppress(sqlite3.IntegrityError, InputError):
                limits.assure(Path(), table, [row])
                conn.execute(table.insert_query, (row_id, *row, 0))
                yield row


def _walk(conn: Connection, table: Table) -> Iterator[Row]:
    """Yield the rows that can be reached, jumping over what cannot."""
    columns = ", ".join(f'"{name}"' for name in table.columns)
    sealed = f'SELECT row_id, crc, {columns} FROM "{table.name}"'
    query = f"{sealed} WHERE row_id > ? ORDER BY row_id LIMIT ?"
    last, jump, most = 0, 0, _AT_ONCE
    while jump <= _FARTHEST:
        try:
            rows = conn.rows(query, (last + jump, most))
        except (WorkspaceError, sqlite3.Error, UnicodeDecodeError):
            if most > 1:
                most = 1
            else:
                jump = 2 * jump or 1
            continue
        yield from rows
        if not rows:
            return
        last, jump = rows[-1][0], 0


def _complete(table: Table, rows: dict[str, list[Row]]) -> None:
    """Make up the reports and sections whose content was found but which were not."""
    if table is REPORT:
        there = {row[:2] for row in rows["report"]}
        for name in ("section", "entry", "element"):
            for row in rows[name]:
                if row[:2] not in there:
                    there.add(row[:2])
                    rows["report"].append((*row[:2], "", 0, None))
    if table is SECTION:
        there = {row[:3] for row in rows["section"]}
        for row in rows["entry"]:
            home = (*row[:2], row[3])
            if home not in there:
                there.add(home)
                rows["section"].append(_made_up_section(home))


def _made_up_section(home: Row) -> Row:
    return (*home, None, 9_999, 1, "", "", _RESCUED, "", 0, 0, 0, "", 0.0, None)


def _drop_orphans(rows: dict[str, list[Row]], counts: dict[str, int]) -> None:
    """Take away rows that belong to what is gone; a report does without its original."""
    originals = {row[0] for row in rows["original"]}
    rows["report"] = [row if row[-1] in originals else (*row[:-1], None) for row in rows["report"]]
    changed = True
    while changed:
        changed = False
        for table in CONTENT.values():
            kept = _with_parents(table, rows)
            counts[table.name] += len(rows[table.name]) - len(kept)
            changed |= len(kept) < len(rows[table.name])
            rows[table.name] = kept


def _with_parents(table: Table, rows: dict[str, list[Row]]) -> list[Row]:
    kept = rows[table.name]
    for parent, here, there in migrations.references(table.name):
        columns = CONTENT[parent].columns
        known = {tuple(row[columns.index(c)] for c in there) for row in rows[parent]}
        at = [table.columns.index(column) for column in here]
        kept = [
            row
            for row in kept
            if None in (key := tuple(row[place] for place in at)) or key in known
        ]
    return kept


def _write(action: Action, rows: dict[str, list[Row]]) -> None:
    for name, table in CONTENT.items():
        unique = {row[: table.key]: row for row in rows[name]} if table.key else None
        action.add(table, unique.values() if unique is not None else rows[name])
