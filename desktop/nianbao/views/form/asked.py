"""What 【待核：…】 in a text asks, and why."""

from dataclasses import dataclass

from nianbao.desk.desk import Desk
from nianbao.drafting import settling
from nianbao.report.figures.printed import written
from nianbao.report.pieces import piece_of
from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPlace:
    """A placeholder in the text of a piece: which one it is, what it holds, why it is asked.

    `ordinal` counts the placeholders of the piece, `end` is where it ends in the printed text.
    `is_reminder`: it holds no text of the report, but says that all of the entry is last year's.
    """

    ordinal: int
    held: str
    reason: str
    end: int
    is_reminder: bool = False


def asked(desk: Desk, piece: str, start: int) -> AskedPlace | None:
    """Return the placeholder at a character of the piece as it prints, None when there is none."""
    found = piece_of(desk.report, piece)
    if found is None:
        return None
    lengths = _lengths(desk, found.source)
    text = written(found.source, desk.ledger).text
    skipped = slots.blanked(found.trail[-1].prefix) if found.is_heading else ""
    before = len(settling.marked(skipped))
    for number, place in enumerate(settling.marked(found.source)):
        first, last = sum(lengths[: place.start]), sum(lengths[: place.stop])
        if first <= start < last:
            held = written(settling.inside(found.source, number), desk.ledger).text
            reason = _reason(desk, piece, text[first:last])
            return AskedPlace(
                ordinal=number - before,
                held=held,
                reason=reason,
                end=last,
                is_reminder=settling.is_reminder(found.source, number),
            )
    return None


def _lengths(desk: Desk, source: str) -> list[int]:
    """Return how long each cell of a source prints."""
    found: list[int] = []
    for part in slots.parse(source):
        if isinstance(part, Slot):
            found.append(len(written(part.source, desk.ledger).text))
        else:
            found += [1] * len(part)
    return found


def _reason(desk: Desk, piece: str, text: str) -> str:
    return next(
        (one.reason for one in desk.automatic if one.piece == piece and one.after == text), ""
    )
