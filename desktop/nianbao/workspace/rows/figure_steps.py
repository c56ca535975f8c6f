"""What each action did to one figure, told from the log.

The log keeps only what the tables do not hold, so the way is walked from now backwards: each change
that concerns the figure gives what it was before.
"""

import json
from collections.abc import Iterator

from nianbao.report.figures.figure import Figure
from nianbao.report.version import FigureStep
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows import ledger, log
from nianbao.workspace.rows.tables import FIGURE

_STANDING = """
    SELECT action.row_id, action.name, action.at,
        change.op, change.first_row, change.last_row, change.rows
    FROM change JOIN action ON action.row_id = change.action
    WHERE change.tbl = 'figure' AND action.undone = 0
    ORDER BY change.row_id DESC
"""


def listed(conn: Connection, unit: str, indicator: str, year: int) -> list[FigureStep]:
    """Return what standing actions did to a figure, newest first."""
    steps: list[FigureStep] = []
    newest: int | None = None
    for action, name, at, before, after in _changes(conn, (unit, indicator, year)):
        end = steps.pop().after if action == newest else after  # of one action only its ends
        steps.append(FigureStep(action=name, at=at, before=before, after=end))
        newest = action
    return [step for step in steps if step.before != step.after]


_Change = tuple[int, str, str, Figure | None, Figure | None]


def _changes(conn: Connection, key: Row) -> Iterator[_Change]:
    """Yield action, name, time, before and after of every change of a figure, newest first."""
    found = FIGURE.within(conn, key)
    now: Row | None = found[0] if found else None
    for action, name, at, op, first, last, rows in conn.rows(_STANDING):
        before = _before(now, key, op, first, last, rows)
        if before != now:
            yield action, name, at, _figure(before), _figure(now)
        now = before


def _before(now: Row | None, key: Row, op: str, first: int, last: int, rows: str) -> Row | None:
    """Return a row, its row_id in front, as it was before a change."""
    if op == "delete":
        return now or _deleted(key, rows)
    if now is None or not first <= now[0] <= last:
        return now
    if op == "insert":
        return None
    (other,) = log.load(rows)
    values = dict(zip(FIGURE.columns, now[1:], strict=True)) | other
    return (now[0], *values.values())


def _deleted(key: Row, rows: str) -> Row | None:
    if json.dumps(key[1], ensure_ascii=False) not in rows:  # quicker than reading each
        return None
    (row,) = log.load(rows)
    found = tuple(row[column] for column in ("row_id", *FIGURE.columns))
    return found if found[1 : len(key) + 1] == key else None


def _figure(row: Row | None) -> Figure | None:
    return ledger.as_figure(row[1:]) if row else None
