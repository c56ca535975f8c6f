"""A text as it prints, with its numbers."""

from dataclasses import dataclass
from decimal import Decimal

from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Where a figure stands in a text, in characters."""

    start: int
    length: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text with every slot filled."""

    text: str
    numbers: tuple[Number, ...] = ()


def written(source: str, ledger: Ledger, *, short: bool = False) -> Written:
    """Return a source as it prints in the ledger's year; a figure that is gone prints ….

    `short` puts one word in the place of a missing figure instead of its whole mark.
    """
    if "{{" not in source:
        return Written(text=source)
    values: dict[str, Decimal | str] = dict(slots.years(ledger.year))
    for slot in slots.slots(source):
        if not slot.is_year:
            values[slot.name] = _value(ledger, slot.name, short=short)
    text, numbers = "", []
    for part, stretch in slots.stretches(source, values):
        if isinstance(part, Slot) and not part.is_year:
            numbers.append(Number(start=len(text), length=len(stretch), name=part.name))
        text += stretch
    return Written(text=text, numbers=tuple(numbers))


def _value(ledger: Ledger, name: str, *, short: bool) -> Decimal | str:
    if name not in ledger.indicators:
        return "…"
    if not short or ledger.known(name) is not None:
        return ledger.value(name)
    standing = ledger.standing(name)
    return "【待算】" if standing is Standing.FORMULA else f"【{standing.value}】"
