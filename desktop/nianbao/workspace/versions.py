"""Versions of a year: its rows and the unit's ledger, packed into one value and back.

A version holds the columns beside the rows: a later program with more columns still knows what is
what.
"""

import json
import zlib
from collections.abc import Iterable
from typing import Any

from nianbao.report.version import Version, VersionInfo
from nianbao.workspace import ledger, marks, reports
from nianbao.workspace.connection import Connection
from nianbao.workspace.log import Action
from nianbao.workspace.tables import (
    AUTOMATIC,
    ELEMENT,
    ENTRY,
    FIGURE,
    INDICATOR,
    MARK,
    MENTION,
    PROMISE,
    RELATION,
    REPORT,
    SECTION,
    VERSION,
    Row,
    Table,
)

_OF_UNIT = "unit = ?"
_OF_YEAR = "unit = ? AND year = ?"
_YEARS_OWN = (REPORT, ELEMENT, SECTION, ENTRY, MENTION, PROMISE, AUTOMATIC, MARK)
_UNITS_OWN = (INDICATOR, RELATION, FIGURE)


def keep(
    conn: Connection, action: Action, unit: str, year: int, name: str, *, automatic: bool, at: str
) -> None:
    """Keep a year as it is now.

    Raises:
        KeyError: there is no report on it.
    """
    if not REPORT.within(conn, (unit, year)):
        raise KeyError((unit, year))
    held = {table.name: _packed(conn, table, _OF_YEAR, (unit, year)) for table in _YEARS_OWN}
    held |= {table.name: _packed(conn, table, _OF_UNIT, (unit,)) for table in _UNITS_OWN}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    data = zlib.compress(text.encode("utf-8"))
    action.add(VERSION, [(unit, year, name, at, int(automatic), data)])


def listed(conn: Connection, unit: str, year: int) -> list[VersionInfo]:
    """Return the versions of a year, newest first."""
    query = (
        "SELECT row_id, unit, year, name, at, automatic FROM version"
        " WHERE unit = ? AND year = ? ORDER BY row_id DESC"
    )
    return [_info(row) for row in conn.rows(query, (unit, year))]


def remove(action: Action, unit: str, ids: Iterable[int]) -> None:
    """Take versions away."""
    for id_ in ids:
        action.remove(VERSION, "unit = ? AND row_id = ?", (unit, id_))


def load(conn: Connection, unit: str, id_: int) -> Version | None:
    """Return a version, None when there is none."""
    found = VERSION.found(conn, "unit = ? AND row_id = ?", (unit, id_))
    if not found:
        return None
    held = _Held(found[0][-1])
    return Version(
        info=_info(found[0][:-1]),
        report=reports.from_rows(
            held.rows(REPORT)[0],
            _by_position(ELEMENT, held),
            _by_position(SECTION, held),
            _by_position(ENTRY, held),
        ),
        promises=tuple(map(ledger.as_promise, held.rows(PROMISE))),
        marks=tuple(map(marks.as_mark, held.rows(MARK))),
        indicators=tuple(map(ledger.as_indicator, held.rows(INDICATOR))),
        figures=tuple(map(ledger.as_figure, held.rows(FIGURE))),
        relations=tuple(map(ledger.as_relation, held.rows(RELATION))),
    )


def restore(conn: Connection, action: Action, unit: str, id_: int) -> None:
    """Bring a year back as a version holds it.

    The year's rows become those of the version. Of the ledger, what the version knows becomes as it
    was, and what it does not know stays: other years may need it.

    Raises:
        KeyError: there is no such version.
    """
    found = VERSION.found(conn, "unit = ? AND row_id = ?", (unit, id_))
    if not found:
        raise KeyError(id_)
    _, _, year, *_, data = found[0]
    held = _Held(data)
    for table in _YEARS_OWN:
        action.restore(table, _OF_YEAR, (unit, year), held.rows(table))
    _restore_ledger(conn, action, unit, year, held)


def _restore_ledger(conn: Connection, action: Action, unit: str, year: int, held: "_Held") -> None:
    indicators, relations, figures = (held.rows(table) for table in _UNITS_OWN)
    known = {row[1] for row in indicators}
    now = [row[1:] for row in INDICATOR.found(conn, _OF_UNIT, (unit,))]
    missing = known - {row[1] for row in now}
    later = [row for row in now if row[1] not in known]
    action.restore(INDICATOR, _OF_UNIT, (unit,), [*indicators, *later])
    action.restore(FIGURE, _OF_YEAR, (unit, year), [row for row in figures if row[2] == year])
    action.add(FIGURE, [row for row in figures if row[2] != year and row[1] in missing])
    settled = known | {row[2] for row in relations}
    others = [row[1:] for row in RELATION.found(conn, _OF_UNIT, (unit,)) if row[3] not in settled]
    action.restore(RELATION, _OF_UNIT, (unit,), [*relations, *others])


class _Held:
    """The rows that a version holds."""

    def __init__(self, data: bytes) -> None:
        self._tables: dict[str, dict[str, Any]] = json.loads(zlib.decompress(data))

    def rows(self, table: Table) -> list[Row]:
        """Return a table's rows as they first came, in the columns of today."""
        held = self._tables[table.name]
        at = [held["columns"].index(column) for column in table.columns]
        return [tuple(row[place] for place in at) for row in held["rows"]]


def _by_position(table: Table, held: _Held) -> list[Row]:
    at = table.columns.index("position")
    return sorted(held.rows(table), key=lambda row: int(row[at]))


def _packed(conn: Connection, table: Table, where: str, values: Row) -> dict[str, Any]:
    return {"columns": table.columns, "rows": conn.rows(table.select(where), values)}


def _info(row: Row) -> VersionInfo:
    id_, unit, year, name, at, automatic = row
    return VersionInfo(id=id_, unit=unit, year=year, name=name, at=at, automatic=bool(automatic))
