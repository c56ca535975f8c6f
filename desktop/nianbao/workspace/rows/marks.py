"""Decisions about a year's report as rows."""

from collections.abc import Iterable

from nianbao.report.mark import Mark, MarkKind
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.tables import MARK


def save(action: Action, unit: str, year: int, marks: Iterable[Mark]) -> None:
    """Write marks over those of the same kinds and targets."""
    rows = ((unit, year, mark.kind.value, mark.target, mark.text) for mark in marks)
    action.put(MARK, (unit, year), rows)


def remove(action: Action, unit: str, year: int, mark: Mark) -> None:
    """Take a decision back, whatever it said."""
    where = "unit = ? AND year = ? AND kind = ? AND target = ?"
    action.remove(MARK, where, (unit, year, mark.kind.value, mark.target))


def listed(conn: Connection, unit: str, year: int) -> list[Mark]:
    """Return a year's marks, in the order they were first made."""
    return [as_mark(row) for row in conn.rows(MARK.select("unit = ? AND year = ?"), (unit, year))]


def as_mark(row: Row) -> Mark:
    """Return the mark that a row holds."""
    _, _, kind, target, text = row
    return Mark(kind=MarkKind(kind), target=target, text=text)
