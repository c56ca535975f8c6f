"""Numbers and years that were written this year and are neither taken in nor declined."""

from collections.abc import Iterator, Mapping

from nianbao.checks.context import Context
from nianbao.checks.open_items import OpenItem, OpenKind
from nianbao.desk import offers
from nianbao.desk.offers import Material
from nianbao.report.correction import Correction
from nianbao.report.figures.printed import written
from nianbao.report.model import Report
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot
from nianbao.understanding.offering import Reading

_NAMED = 3  # numbers that are told by their text


def find(
    context: Context,
    carried: Report | None,
    corrections: tuple[Correction, ...],
    declined: frozenset[str],
) -> Iterator[OpenItem]:
    """Yield one item for each piece that has some; none for a year that was imported."""
    if carried is None:
        return
    before: Mapping[str, str] = {piece.id: piece.own_source for piece in pieces(carried)}
    for piece in context.pieces.values():
        given = offers.material_of(
            piece,
            before.get(piece.id, ""),
            ledger=context.ledger,
            corrections=corrections,
            declined=declined,
        )
        if given is None:
            continue
        found = offers.unsettled(given)
        if found.first is not None:
            yield _item(context, given, found, found.first)


def _item(context: Context, given: Material, found: Reading, first: tuple[int, int]) -> OpenItem:
    texts = [one.text for one in found.all]
    more = "等" if len(texts) > _NAMED else ""
    return OpenItem(
        kind=OpenKind.NEW,
        label="、".join(texts[:_NAMED]) + more,
        place=context.place(given.piece),
        reason="是新写的，收不收进台账、明年变不变，还没有定。",
        piece=given.piece,
        start=len(given.before) + _printed_at(given, first[0]),
        length=first[1] - first[0],
        pieces=(given.piece,),
    )


def _printed_at(given: Material, place: int) -> int:
    """Return where a place stands in print, with the marks of figures that have no value yet."""
    shown = slots.stretches(given.source, offers.values(given))
    numbers = iter(written(given.source, given.ledger).numbers)
    at, longer = 0, 0
    for part, stretch in shown:
        at += len(stretch)
        if at > place:
            break
        if isinstance(part, Slot) and not part.is_year:
            longer += next(numbers).length - len(stretch)
    return place + longer
