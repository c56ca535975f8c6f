"""A text as it prints, with its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import TO_COMPUTE, Standing
from nianbao.report.writing import changing, quantity, slots
from nianbao.report.writing.placeholder import mark
from nianbao.report.writing.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber:
    """Where a figure stands in a text, in characters."""

    start: int
    length: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedText:
    """A text with every slot filled."""

    text: str
    numbers: tuple[PrintedNumber, ...] = ()


def written(source: str, ledger: Ledger, *, short: bool = False) -> PrintedText:
    """Return a source as it prints in the ledger's year; a figure that is gone prints ….

    `short` puts one word in the place of a missing figure instead of its whole mark.
    """
    if "{{" not in source:
        return PrintedText(text=source)
    values: dict[str, Decimal | str] = dict(slots.years(ledger.year))
    for slot in slots.slots(source):
        if not slot.is_year:
            values[slot.name] = _value(ledger, slot.name, short=short)
    text, numbers = "", []
    for part, stretch in slots.stretches(source, values):
        if isinstance(part, Slot) and not part.is_year:
            numbers.append(PrintedNumber(start=len(text), length=len(stretch), name=part.name))
        text += stretch
    return PrintedText(text=text, numbers=tuple(numbers))


def rounded(source: str, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield the figures of a source that print less exactly than they are, each with how.

    Like 1.2亿 a value of 1.3456亿 prints 1.3亿; 约, 余 and the like say so themselves.
    """
    for slot in slots.slots(source):
        value = None if slot.is_year else ledger.known(slot.name)
        if value is None or not slot.like:
            continue
        printed = slots.written(slot, value)
        read = changing.amount(printed) if slot.rise else quantity.parse(printed)
        if read is not None and not read.approx and abs(read.value) != abs(value):
            yield slot.name, printed


def _value(ledger: Ledger, name: str, *, short: bool) -> Decimal | str:
    if name not in ledger.indicators:
        return "…"
    if not short or ledger.known(name) is not None:
        return ledger.value(name)
    standing = ledger.standing(name)
    return mark(TO_COMPUTE if standing is Standing.FORMULA else standing.value)
