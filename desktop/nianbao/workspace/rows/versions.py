"""Versions of a year: its rows and the unit's ledger, packed into one value and back.

A version holds the columns beside the rows: a later program with more columns still knows what is
what.
"""

import json
import zlib
from collections.abc import Iterable
from pathlib import Path

from nianbao.machine import clock
from nianbao.report.version import Version, VersionInfo
from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows import ledger, log, marks, reports
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.tables import (
    AUTOMATIC,
    ELEMENT,
    ENTRY,
    FIGURE,
    INDICATOR,
    MARK,
    MENTION,
    ORIGINAL,
    PARAGRAPH,
    PROMISE,
    RELATION,
    REPORT,
    SECTION,
    VERSION,
    Dumped,
    Table,
)

_MOST = 256 << 20  # bytes of one version
_OF_UNIT = "unit = ?"
_OF_YEAR = "unit = ? AND year = ?"
_ITS_OWN = "sha256 = (SELECT sha256 FROM report WHERE unit = ? AND year = ?)"
_INFOS = "SELECT row_id, unit, year, name, at, automatic FROM version"
_SHA256 = "SELECT sha256 FROM original"
_FILES = (ORIGINAL, PARAGRAPH)
_IS_UNDONE = f"automatic = 1 AND name LIKE '{log.UNDONE}%'"
_MOST_UNDONE = 10  # of a year
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
    action.add(VERSION, [(unit, year, name, at, int(automatic), _data(conn, unit, year))])


def _data(conn: Connection, unit: str, year: int, *, originals: bool = False) -> bytes:
    """Return all of a year packed together, with its original when that is wanted."""
    held = {table.name: _packed(conn, table, _OF_YEAR, (unit, year)) for table in _YEARS_OWN}
    held |= {table.name: _packed(conn, table, _OF_UNIT, (unit,)) for table in _UNITS_OWN}
    if originals:
        held |= {table.name: _packed(conn, table, _ITS_OWN, (unit, year)) for table in _FILES}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), default=log.blob)
    return zlib.compress(text.encode("utf-8"))


def of_undone(conn: Connection) -> log.Keep | None:
    """Return what keeps as versions what the undone steps would bring back; they stay undone.

    A year is kept when the steps change it, together with the file it was read from when that
    would go too. Versions that were made in those steps stay as they are.
    """
    undone = [one.name for one in reversed(log.history(conn)) if one.undone]
    now, files = _weights(conn), set(conn.rows(_SHA256))
    versions = {row[0] for row in VERSION.found(conn, "1", ())}
    for _ in undone:
        log.redo(conn)
    at = clock.now()
    kept = [row[1:] for row in VERSION.found(conn, "1", ()) if row[0] not in versions]
    lost_files = bool(set(conn.rows(_SHA256)) - files)
    kept += [
        (unit, year, log.called(undone), at, 1, _data(conn, unit, year, originals=lost_files))
        for unit, year in _changed(now, _weights(conn))
    ]
    for _ in undone:
        log.undo(conn)
    return _keeping(conn, kept) if kept else None


def _keeping(conn: Connection, kept: list[Row]) -> log.Keep:
    def keep(action: Action) -> None:
        action.add(VERSION, kept)
        for unit, year in {row[:2] for row in kept}:
            mine = VERSION.found(conn, f"{_OF_YEAR} AND {_IS_UNDONE}", (unit, year))
            remove(action, unit, (row[0] for row in mine[:-_MOST_UNDONE]))

    return keep


def lost(conn: Connection) -> list[VersionInfo]:
    """Return the newest version of each year that went with undone steps and is not here."""
    here = {(unit, year) for unit, year, *_ in conn.rows(REPORT.select())}
    newest = {row[1:3]: row for row in conn.rows(f"{_INFOS} WHERE {_IS_UNDONE} ORDER BY row_id")}
    return [_info(row) for year, row in sorted(newest.items()) if year not in here]


def _changed(
    now: dict[tuple[str, int], tuple[int, ...]], then: dict[tuple[str, int], tuple[int, ...]]
) -> list[tuple[str, int]]:
    """Return the years that differ; the newest of a unit of which only the ledger does."""
    years = [year for year in then if year[1] and now.get(year) != then[year]]
    units = {unit for unit, _ in years}
    for (unit, year), weight in then.items():
        if not year and now.get((unit, 0)) != weight and unit not in units:
            years += [max(one for one in then if one[0] == unit)]
    return [year for year in years if year[1]]


def _weights(conn: Connection) -> dict[tuple[str, int], tuple[int, ...]]:
    """Return for each year that has a report a value that is another when its rows are.

    Under the year 0 stands that of the unit's ledger.
    """
    reports = [tuple(row[:2]) for row in conn.rows(REPORT.select())]
    sums: dict[tuple[str, int], list[int]] = {(unit, year): [] for unit, year in reports}
    sums |= {(unit, 0): [] for unit, _ in reports}
    for tables, by in (((*_YEARS_OWN, FIGURE), "year"), ((INDICATOR, RELATION), "0")):
        for table in tables:
            query = f'SELECT unit, {by}, sum(crc) FROM "{table.name}" GROUP BY 1, 2'
            found = {(unit, year): weight for unit, year, weight in conn.rows(query)}
            for year, own in sums.items():
                own.append(found.get(year, 0))
    return {year: tuple(own) for year, own in sums.items()}


def listed(conn: Connection, unit: str, year: int) -> list[VersionInfo]:
    """Return the versions of a year, newest first."""
    query = f"{_INFOS} WHERE {_OF_YEAR} ORDER BY row_id DESC"
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
    held = _Held(found[0][-1], conn.shown)
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
    held = _Held(data, conn.shown)
    for table in _FILES:
        if rows := held.rows(table):
            action.put(table, (rows[0][0],), rows)
    for table in _YEARS_OWN:
        action.restore(table, _OF_YEAR, (unit, year), held.rows(table))
    _without_lost_file(conn, action, unit, year)
    _restore_ledger(conn, action, unit, year, held)


def _without_lost_file(conn: Connection, action: Action, unit: str, year: int) -> None:
    """Let go of an original that is not here any more."""
    for _, *report, sha256 in REPORT.within(conn, (unit, year)):
        if sha256 and not ORIGINAL.within(conn, (sha256,)):
            action.put(REPORT, (unit, year), [(*report, None)])


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


def _inflated(data: bytes, place: Path) -> bytes:
    """Return what a version holds; a file from elsewhere may have been made to fill the memory.

    Raises:
        WorkspaceError: it holds more than any year.
    """
    stream = zlib.decompressobj()
    held = stream.decompress(data, _MOST)
    if not stream.eof:
        raise refusals.swollen_version(place)
    return held


class _Held:
    """The rows that a version of a workspace holds."""

    def __init__(self, data: bytes, place: Path) -> None:
        text = _inflated(data, place)
        self._tables: dict[str, Dumped] = json.loads(text, object_hook=log.unblob)

    def rows(self, table: Table) -> list[Row]:
        """Return a table's rows as they first came, in the columns of today."""
        if table.name not in self._tables:
            return []
        held = self._tables[table.name]
        at = [held["columns"].index(column) for column in table.columns]
        return [tuple(row[place] for place in at) for row in held["rows"]]


def _by_position(table: Table, held: _Held) -> list[Row]:
    at = table.columns.index("position")
    return sorted(held.rows(table), key=lambda row: int(row[at]))


def _packed(conn: Connection, table: Table, where: str, values: Row) -> Dumped:
    rows = [list(row) for row in conn.rows(table.select(where), values)]
    return {"columns": list(table.columns), "rows": rows}


def _info(row: Row) -> VersionInfo:
    id_, unit, year, name, at, automatic = row
    return VersionInfo(id=id_, unit=unit, year=year, name=name, at=at, automatic=bool(automatic))
