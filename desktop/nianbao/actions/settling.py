"""Answers to what stands in 【待核：…】, each one action."""

from nianbao.actions import editing
from nianbao.desk.desk import Desk
from nianbao.drafting import settling
from nianbao.report.figures.printed import written
from nianbao.report.pieces import Piece, piece_of
from nianbao.report.writing.text import quoted, shortened

_SHOWN = 12  # characters of a text in the name of an action


def confirm(desk: Desk, piece: str, ordinal: int) -> None:
    """Let what a placeholder of a piece holds stand as it reads; a mere reminder goes."""
    found = _piece(desk, piece)
    source = _source(found)
    if settling.is_reminder(source, ordinal):
        editing.write(desk, piece, settling.removed(source, ordinal), act="照去年的写这一条")
        return
    name = f"保留{_named(desk, source, ordinal)}"
    editing.write(desk, piece, settling.confirmed(source, ordinal), act=name)


def remove(desk: Desk, piece: str, ordinal: int) -> None:
    """Take a placeholder of a piece out of its text, with what it holds."""
    source = _source(_piece(desk, piece))
    name = f"删去{_named(desk, source, ordinal)}"
    editing.write(desk, piece, settling.removed(source, ordinal), act=name)


def _piece(desk: Desk, piece: str) -> Piece:
    found = piece_of(desk.report, piece)
    assert found is not None, piece
    return found


def _source(piece: Piece) -> str:
    return piece.trail[-1].title if piece.is_heading else piece.source


def _named(desk: Desk, source: str, ordinal: int) -> str:
    held = written(settling.inside(source, ordinal), desk.ledger).text
    return quoted(shortened(held, _SHOWN))
