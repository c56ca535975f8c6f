"""Answers to what stands in 【待核：…】, each one action."""

from nianbao.actions import editing
from nianbao.actions.naming import short
from nianbao.desk.desk import Desk
from nianbao.drafting import settling
from nianbao.drafting.pieces import arrange
from nianbao.report.figures.printed import written
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.pieces import Piece, piece_of
from nianbao.report.writing.text import quoted


def confirm(desk: Desk, piece: str, ordinal: int) -> None:
    """Let what a placeholder of a piece holds stand as it reads; a mere reminder goes.

    An entry in which nothing else is marked is kept with it.
    """
    source = _piece(desk, piece).own_source
    left = _without_mark(source, ordinal)
    if settling.is_reminder(source, ordinal):
        name = "照去年的写这一条"
    else:
        name = f"保留{_named(desk, source, ordinal)}"
    is_kept = arrange.entry_of(desk.report, piece) is not None and not settling.is_asked(left)
    marks = [Mark(kind=MarkKind.KEPT, target=piece)] if is_kept else []
    editing.write(desk, piece, left, act=name, marks=marks)


def unmark(desk: Desk, piece: str, ordinal: int) -> None:
    """Take only the mark of a placeholder away, because what it holds is to be written anew."""
    source = _piece(desk, piece).own_source
    name = f"改写{_named(desk, source, ordinal)}"
    if settling.is_reminder(source, ordinal):
        name = "改写这一条"
    editing.write(desk, piece, _without_mark(source, ordinal), act=name)


def remove(desk: Desk, piece: str, ordinal: int) -> None:
    """Take a placeholder of a piece out of its text, with what it holds."""
    source = _piece(desk, piece).own_source
    name = f"删去{_named(desk, source, ordinal)}"
    editing.write(desk, piece, settling.removed(source, ordinal), act=name)


def _without_mark(source: str, ordinal: int) -> str:
    if settling.is_reminder(source, ordinal):
        return settling.removed(source, ordinal)
    return settling.confirmed(source, ordinal)


def _piece(desk: Desk, piece: str) -> Piece:
    found = piece_of(desk.report, piece)
    assert found is not None, piece
    return found


def _named(desk: Desk, source: str, ordinal: int) -> str:
    held = written(settling.inside(source, ordinal), desk.ledger).text
    return quoted(short(held))
