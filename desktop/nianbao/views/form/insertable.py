"""The figures of the ledger that can be put into a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.desk.desk import Desk
from nianbao.report.figures import wording
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertable:
    """A figure to choose: what to show of it, and the source that writes it."""

    label: str
    shown: str
    source: str


def insertable(desk: Desk) -> list[Insertable]:
    """Return the figures of the current year, those that the text has already first.

    A figure is written as it is where the text has it first.
    """
    ledger = desk.ledger
    used = dict(_used(desk))
    names = [*used, *(name for name in ledger.indicators if name not in used)]
    found = []
    for name in names:
        indicator = ledger.indicators.get(name)
        if indicator is None:
            continue
        value = wording.number(ledger.known(name))
        now = f"{value}{indicator.unit}" if value else ledger.standing(name).value
        slot = used.get(name, Slot(name=name))
        shown = f"{indicator.label}　{now}"
        found.append(Insertable(label=indicator.label, shown=shown, source=slot.source))
    return found


def _used(desk: Desk) -> Iterator[tuple[str, Slot]]:
    """Yield each figure of the text with its first slot."""
    seen: set[str] = set()
    for piece in pieces(desk.report):
        for slot in slots.slots(piece.source):
            if not slot.is_year and slot.name not in seen:
                seen.add(slot.name)
                yield slot.name, slot
