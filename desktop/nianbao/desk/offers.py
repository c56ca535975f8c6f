"""Numbers and years of a text that was written are offered: nothing is taken in by itself.

What is needed is read from the desk first (`material`); the numbers are then found away from the
window (`offer`). What was found is written by `actions.offering`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import count

from nianbao.desk.desk import Desk
from nianbao.errors import InputError
from nianbao.report.correction import Correction
from nianbao.report.figures.figure import Indicator
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.pieces import Piece, piece_of
from nianbao.report.writing import placeholder, quantity, slots
from nianbao.report.writing.slots import Slot
from nianbao.understanding import offering
from nianbao.understanding.offering import OddNumber, OfferedYear, Reading
from nianbao.understanding.structure.building import holds_figures, is_prose

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
    prose: bool = True
    before: str = ""  # a heading's number, which is printed in front of it


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOffer:
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
    """What was found in the text `source` of a piece, which prints with `values`.

    `years` are words that can move with the report's year.
    """

    piece: str
    source: str
    values: Mapping[str, Decimal | str]
    numbers: tuple[NumberOffer, ...]
    odd: tuple[OddNumber, ...]
    years: tuple[OfferedYear, ...]

    @property
    def all_numbers(self) -> tuple[NumberOffer | OddNumber, ...]:
        """The numbers, those that nobody can be sure of too."""
        return (*self.numbers, *self.odd)

    def rewritten(self, names: Mapping[int, str]) -> str:
        """Return the text with its numbers as figures of these names, by their place."""
        taken = [
            (one.start, one.stop, replace(one.slot, name=names[at]))
            for at, one in enumerate(self.numbers)
        ]
        years = [(one.start, one.stop, one.slot) for one in self.years]
        return offering.with_slots(self.source, self.values, [*taken, *years])


def material(desk: Desk, piece: str) -> Material | None:
    """Return what is to be read for a piece, None for one whose numbers are no data."""
    found = piece_of(desk.report, piece)
    if found is None or not desk.is_draft():
        return None
    carried = piece_of(desk.carried, piece) if desk.carried else None
    return material_of(
        found,
        carried.own_source if carried else "",
        ledger=desk.ledger,
        corrections=tuple(desk.store.corrections(desk.unit)),
        declined=frozenset(m.target for m in desk.marks if m.kind is MarkKind.NO_FIGURE),
    )


def material_of(
    found: Piece,
    carried: str,
    *,
    ledger: Ledger,
    corrections: tuple[Correction, ...],
    declined: frozenset[str],
) -> Material | None:
    """Return what is to be read for a piece of a draft; see `material`."""
    is_data = found.element is None or holds_figures(found.element.kind)
    if not is_data or found.own_source == carried:
        return None
    return Material(
        piece=found.id,
        source=found.own_source,
        carried=carried,
        ledger=ledger,
        corrections=corrections,
        declined=declined,
        prose=is_prose(found),
        before=found.trail[-1].prefix if found.is_heading else "",
    )


def offer(given: Material) -> Offer | None:
    """Return what is offered of a text, None when there is nothing; it touches no workspace."""
    ledger, new = given.ledger, unsettled(given)
    if new.first is None:
        return None
    labels: dict[str, tuple[str, str, Decimal]] = {}
    return Offer(
        piece=given.piece,
        source=given.source,
        values=values(given),
        numbers=tuple(_number(ledger, one, labels) for one in new.numbers),
        odd=new.odd,
        years=new.years,
    )


def unsettled(given: Material) -> Reading:
    """Return what a text has that is neither of last year, nor a figure, nor declined."""
    shown = tuple(values(given).items())
    carried = placeholder.unmarked(given.carried)  # what was kept there is not new
    here, before = (
        _read(text, shown, given.ledger.year, given.piece, given.corrections, prose=given.prose)
        for text in (given.source, carried)
    )
    known = {
        words for words in offering.words(here) if declined(given.piece, words) in given.declined
    }
    return offering.besides(here, frozenset([*offering.words(before), *known]))


@lru_cache(maxsize=512)  # the checks look at all that was written, whenever something is
def _read(
    source: str,
    shown: tuple[tuple[str, Decimal | str], ...],
    year: int,
    piece: str,
    corrections: tuple[Correction, ...],
    *,
    prose: bool,
) -> Reading:
    return offering.read(
        source, dict(shown), year=year, piece=piece, corrections=corrections, prose=prose
    )


def declined(piece: str, words: str) -> str:
    """Return the target of the mark that a number of a piece is no figure."""
    return f"{piece}　{words}"


def values(given: Material) -> dict[str, Decimal | str]:
    """Return what to print for the slots of a text while it is read: a number for every figure."""
    ledger = given.ledger
    shown: dict[str, Decimal | str] = dict(slots.years(ledger.year))
    for source in (given.source, given.carried):
        for slot in slots.slots(source):
            if not slot.is_year:
                shown[slot.name] = _value(ledger, slot.name)
    return shown


def _value(ledger: Ledger, name: str) -> Decimal:
    known = ledger.known(name) if name in ledger.indicators else None
    prior = ledger.prior.get(name)
    return known if known is not None else (prior and prior.value) or _ANY


def _number(
    ledger: Ledger, found: offering.OfferedNumber, labels: dict[str, tuple[str, str, Decimal]]
) -> NumberOffer:
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
    return NumberOffer(
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
    """Return the marks that what is offered is no figure; of years alone, that they stay."""
    words = [one.words for one in offer.all_numbers] or [one.words for one in offer.years]
    return [Mark(kind=MarkKind.NO_FIGURE, target=declined(offer.piece, one)) for one in words]
