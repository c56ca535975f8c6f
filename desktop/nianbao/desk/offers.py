"""Numbers of a text that was written, offered for the ledger: nothing is taken in by itself.

What is needed is read from the desk first (`material`); the numbers are then found away from the
window (`offer`). What was found is written by `actions.offering`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count

from nianbao.desk.desk import Desk
from nianbao.errors import InputError
from nianbao.report.correction import Correction
from nianbao.report.figures.figure import Indicator
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import ElementKind
from nianbao.report.pieces import piece_of
from nianbao.report.writing import quantity, slots
from nianbao.report.writing.slots import Slot
from nianbao.understanding import offering
from nianbao.understanding.offering import Odd

_ANY = Decimal(1)  # stands in the text for a figure that has no value yet, while names are found


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that is needed to look for the numbers of a piece. `carried` is how the year began."""

    piece: str
    source: str
    carried: str
    ledger: Ledger
    corrections: tuple[Correction, ...]
    declined: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that is offered, with the name it would have in the ledger.

    `text` is how it stands in the text, with its unit; `why` says what is to be known of its name.
    `start` and `stop` are the stretch of the printed text that its slot takes.
    """

    text: str
    label: str
    indicator: Indicator
    value: Decimal
    slot: Slot
    start: int
    stop: int
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What was found in the text `source` of a piece, which prints with `values`."""

    piece: str
    source: str
    values: Mapping[str, Decimal | str]
    numbers: tuple[Number, ...]
    odd: tuple[Odd, ...]
    years: tuple[tuple[int, int, Slot], ...]

    def rewritten(self, names: Mapping[int, str]) -> str:
        """Return the text with its numbers as figures of these names, by their place."""
        taken = [
            (one.start, one.stop, replace(one.slot, name=names[at]))
            for at, one in enumerate(self.numbers)
        ]
        return offering.with_slots(self.source, self.values, [*taken, *self.years])


def material(desk: Desk, piece: str) -> Material | None:
    """Return what is to be read for a piece, None for one whose numbers are no data."""
    found = piece_of(desk.report, piece)
    if found is None or found.is_heading or not desk.is_draft():
        return None
    if found.element is not None and found.element.kind is not ElementKind.PREFACE:
        return None
    carried = piece_of(desk.carried, piece) if desk.carried else None
    before = carried.source if carried else ""
    if found.source == before:
        return None
    return Material(
        piece=piece,
        source=found.source,
        carried=before,
        ledger=desk.ledger,
        corrections=tuple(desk.store.corrections(desk.unit)),
        declined=frozenset(m.target for m in desk.marks if m.kind is MarkKind.NO_FIGURE),
    )


def offer(given: Material) -> Offer | None:
    """Return what is offered of a text, None when there is nothing; it touches no workspace."""
    ledger = given.ledger
    values = _values(ledger, given.source, given.carried)
    here, before = (
        offering.read(
            text, values, year=ledger.year, piece=given.piece, corrections=given.corrections
        )
        for text in (given.source, given.carried)
    )
    known = {
        words for words in offering.words(here) if declined(given.piece, words) in given.declined
    }
    new = offering.besides(here, frozenset([*offering.words(before), *known]))
    if not new.numbers and not new.odd:
        return None
    labels: dict[str, tuple[str, str, Decimal]] = {}
    numbers = tuple(_number(ledger, one, labels) for one in new.numbers)
    return Offer(
        piece=given.piece,
        source=given.source,
        values=values,
        numbers=numbers,
        odd=new.odd,
        years=tuple((year.start, year.stop, year.slot) for year in new.years),
    )


def declined(piece: str, words: str) -> str:
    """Return the target of the mark that a number of a piece is no figure."""
    return f"{piece}　{words}"


def _values(ledger: Ledger, *sources: str) -> dict[str, Decimal | str]:
    """Return what to print for the slots of some sources: a number for every figure."""
    values: dict[str, Decimal | str] = dict(slots.years(ledger.year))
    for source in sources:
        for slot in slots.slots(source):
            if not slot.is_year:
                values[slot.name] = _value(ledger, slot.name)
    return values


def _value(ledger: Ledger, name: str) -> Decimal:
    known = ledger.known(name) if name in ledger.indicators else None
    prior = ledger.prior.get(name)
    return known if known is not None else (prior and prior.value) or _ANY


def _number(
    ledger: Ledger, found: offering.New, labels: dict[str, tuple[str, str, Decimal]]
) -> Number:
    """Name a number; under a name that means something else in the ledger it gets another one."""
    label, unit = found.indicator.label, found.indicator.unit
    meant = (found.mention.indicator, unit, found.value)
    why = ""
    try:
        known = bound(ledger, label, unit, found.value)
    except InputError as error:
        known, why = None, error.what
    if why or labels.get(label, meant) != meant:
        label = _free(label, ledger, labels)
    elif known is not None:
        label = known.label
        why = f"“{label}”台账里已有，就用那一项。"
    labels[label] = meant
    return Number(
        text=found.mention.text,
        label=label,
        indicator=found.indicator,
        value=found.value,
        slot=found.slot,
        start=found.start,
        stop=found.stop,
        words=found.words,
        why=why,
    )


def _free(label: str, ledger: Ledger, labels: Mapping[str, object]) -> str:
    taken = {one.label for one in ledger.indicators.values()} | set(labels)
    return next(name for n in count(2) if (name := f"{label}（{n}）") not in taken)


def bound(ledger: Ledger, label: str, unit: str, value: Decimal) -> Indicator | None:
    """Return the ledger's indicator that a number belongs to, None when it has none of that name.

    Raises:
        InputError: it has one, which is another number.
    """
    named = [one for one in ledger.indicators.values() if label in (one.label, *one.aliases)]
    found = next((one for one in named if one.unit == unit), None)
    if found is None:
        if named:
            raise InputError(
                f"台账里的“{label}”按“{named[0].unit or '没有单位'}”算，"
                f"这里是“{unit or '没有单位'}”。",
                do="请换一个名称。",
            )
        return None
    known = ledger.known(found.name)
    if known is not None and known != value:
        one, two = quantity.readable(known), quantity.readable(value)
        raise InputError(
            f"台账里今年的“{label}”是{one}{unit}，这里写的是{two}{unit}。",
            do="是同一个数，请改成一样；不是，请换一个名称。",
        )
    return found


def no_figure(offer: Offer) -> list[Mark]:
    """Return the marks that what is offered is no figure."""
    words = [*(one.words for one in offer.numbers), *(one.words for one in offer.odd)]
    return [Mark(kind=MarkKind.NO_FIGURE, target=declined(offer.piece, one)) for one in words]
