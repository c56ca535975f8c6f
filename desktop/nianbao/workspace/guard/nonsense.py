"""Rows that fit their seals and are nothing that this program writes.

A seal is no secret: a workspace received from somebody else may have been made to confuse whoever
opens it. What a row says is read with care elsewhere; here stands what would not even be read.
"""

from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, Value
from nianbao.workspace.rows.tables import CHANGE, CONTENT, TABLES, Table
from nianbao.workspace.schema import migrations

_KINDS: dict[str, type] = {"INTEGER": int, "TEXT": str, "REAL": float, "BLOB": bytes}
_LAST = 1 << 53  # row: there is one behind it
_TIMED = ("action", "version")


class _Placed(Protocol):
    path: Path


_P = ParamSpec("_P")
_R = TypeVar("_R")
_S = TypeVar("_S", bound=_Placed)


def reading(method: Callable[Concatenate[_S, _P], _R]) -> Callable[Concatenate[_S, _P], _R]:
    """Let a method of a workspace say of rows that cannot be what they are for that it is spoilt.

    It raises WorkspaceError where an entry is of no kind there is, or a list is no JSON.
    """

    @wraps(method)
    def read(self: _S, /, *args: _P.args, **more: _P.kwargs) -> _R:
        with refusals.sensible(self.path):
            return method(self, *args, **more)

    return read


def found(conn: Connection) -> str:
    """Return what is wrong with a file whose tables are in order, empty when nothing is."""
    there = {name for _, name, _ in migrations.described(conn)}  # an older file has fewer tables
    for table in (table for table in TABLES if table.name in there):
        query = f'SELECT row_id FROM "{table.name}" WHERE {_wrong(table)} LIMIT 1'
        for (row_id,) in conn.rows(query):
            return f"{table.name} {row_id}"
        if table.name in _TIMED:
            times = conn.rows(f'SELECT DISTINCT at FROM "{table.name}"')
            for (at,) in times:
                if not _is_time(at):
                    return f"{table.name} at {at[:40]!r}"
    for dangling in conn.rows("PRAGMA foreign_key_check"):
        return f"dangling: {dangling}"
    return ""


def _is_time(at: str) -> bool:
    """Tell whether a time can be shown, in any zone."""
    try:
        return MINYEAR < datetime.fromisoformat(at).year < MAXYEAR
    except ValueError:
        return False


def fits(table: Table, values: Sequence[Value]) -> bool:
    """Tell whether values are of the kinds that the columns of a table hold."""
    columns = migrations.columns(table.name)
    return all(
        type(value) is _KINDS[columns[name].kind] or (value is None and columns[name].may_lack)
        for name, value in zip(table.columns, values, strict=True)
    )


def _wrong(table: Table) -> str:
    """Return the condition that holds for a row which cannot be ours."""
    columns = migrations.columns(table.name)
    wrong = [f"row_id NOT BETWEEN 1 AND {_LAST}"]
    wrong += [f'typeof("{name}") NOT IN ({columns[name].kinds})' for name in table.columns]
    if "year" in table.columns:
        wrong.append("year NOT BETWEEN 1 AND 9999")
    if table.name == CHANGE.name:
        wrong.append(f"tbl NOT IN ({', '.join(repr(name) for name in CONTENT)})")
    return " OR ".join(wrong)
