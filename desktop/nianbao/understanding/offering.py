"""Numbers of a text that is being written: which may become figures, as the laws of reading say.

The text is read as it prints, its figures among it, so that names come from whole sentences. What
stands in a slot, in 【待填：…】 or in 【待核：…】 is left out. A number that touches a figure
is never taken for one of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from nianbao.report import numeral
from nianbao.report.correction import Correction, context
from nianbao.report.figures.figure import Indicator, Mention
from nianbao.report.numeral import NumeralKind
from nianbao.report.writing import placeholder, slots
from nianbao.report.writing.fold import folded
from nianbao.report.writing.slots import Slot
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding.induce import Inducer, SlotSpan, TextPlace

_TOUCHES = "和旁边的数据连着写，分不清是几"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedNumber:
    """A number that may become a figure: `start` to `stop` of the printed text, its slot, its name.

    `value` is negative for a fall. `words` are those around it, by which it is known again.
    """

    start: int
    stop: int
    slot: Slot
    mention: Mention
    indicator: Indicator
    value: Decimal
    words: str

    @property
    def text(self) -> str:
        """How it is written, with its unit."""
        return self.mention.text


@dataclass(frozen=True, slots=True, kw_only=True)
class OddNumber:
    """A number that nobody can be sure of: how and where it is written, and why."""

    start: int
    stop: int
    text: str
    reason: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedYear:
    """A year word that can move with the report's: where it is printed, and its slot."""

    start: int
    stop: int
    slot: Slot
    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text has besides its figures."""

    numbers: tuple[OfferedNumber, ...] = ()
    odd: tuple[OddNumber, ...] = ()
    years: tuple[OfferedYear, ...] = ()

    @property
    def all(self) -> tuple[OfferedNumber | OddNumber | OfferedYear, ...]:
        """Everything that was found."""
        return (*self.numbers, *self.odd, *self.years)

    @property
    def first(self) -> tuple[int, int] | None:
        """From where to where the first of them is printed, None when there is nothing."""
        return min(((one.start, one.stop) for one in self.all), default=None)


def read(
    source: str,
    values: Mapping[str, Decimal | str],
    *,
    year: int,
    piece: str = "",
    corrections: Sequence[Correction] = (),
    prose: bool = True,
) -> Reading:
    """Return the numbers of a source that are no figures yet; `values` fill its slots.

    A title is no `prose`.
    """
    text, literal = _printed(source, values)
    inducer = Inducer(year=year, quantities=quantities(), corrections=list(corrections))
    places = list(
        inducer.places(text, TextPlace(piece=piece, section="", paragraph=None), prose=prose)
    )
    plain = folded(text)
    digits = _digits(plain, literal)
    numbers: list[OfferedNumber] = []
    odd: list[OddNumber] = []
    years: list[OfferedYear] = []
    for place in places:
        if not any(literal[place.start : place.stop]):
            continue
        if not all(literal[place.start : place.stop]):
            if digits[place.stop] > digits[place.start]:
                odd.append(_odd(text, plain, place.start, place.stop, _TOUCHES))
        elif place.mention is None:
            years.append(_year(place, text, plain))
        else:
            numbers.append(_new(place, place.mention, inducer))
    for one in inducer.numerals:
        if one.kind is NumeralKind.ASKED and digits[one.stop] > digits[one.start]:
            whole = all(literal[one.start : one.stop])
            reason = one.reason if whole else _TOUCHES
            odd.append(_odd(text, plain, one.start, one.stop, reason))
    return Reading(numbers=tuple(numbers), odd=tuple(odd), years=tuple(years))


def with_slots(
    source: str, values: Mapping[str, Decimal | str], places: Sequence[tuple[int, int, Slot]]
) -> str:
    """Return a source with slots in the place of stretches of what it prints."""
    written, at = "", 0
    waiting = sorted(places, key=lambda place: place[0], reverse=True)
    for part, shown in slots.stretches(source, values):
        if isinstance(part, Slot):
            written, at = written + part.source, at + len(shown)
            continue
        end = at
        while waiting and waiting[-1][0] < at + len(shown):
            start, stop, slot = waiting.pop()
            written += slots.escape(shown[end - at : start - at]) + slot.source
            end = stop
        written += slots.escape(shown[end - at :])
        at += len(shown)
    return written


def _printed(source: str, values: Mapping[str, Decimal | str]) -> tuple[str, list[bool]]:
    """Return what a source prints, and of each character whether the user wrote it."""
    text, literal = "", []
    for part, shown in slots.stretches(source, values):
        text += shown
        literal += [isinstance(part, str)] * len(shown)
    for place in placeholder.find(text):
        literal[place.start : place.stop] = [False] * (place.stop - place.start)
    return text, literal


def _digits(plain: str, literal: Sequence[bool]) -> list[int]:
    """Return how many signs of numerals the user wrote in front of each place."""
    written = [0] * len(plain)
    for first, last in numeral.spans(plain):
        written[first:last] = literal[first:last]
    return list(accumulate(written, initial=0))


def _new(place: SlotSpan, mention: Mention, inducer: Inducer) -> OfferedNumber:
    name = mention.indicator
    return OfferedNumber(
        start=place.start,
        stop=place.stop,
        slot=place.slot,
        mention=mention,
        indicator=inducer.indicators[name],
        value=inducer.values[name],
        words=_words(mention.context, mention.writing),
    )


def _odd(text: str, plain: str, start: int, stop: int, reason: str) -> OddNumber:
    words = _words(context(plain, start, stop), text[start:stop])
    return OddNumber(start=start, stop=stop, text=text[start:stop], reason=reason, words=words)


def _year(place: SlotSpan, text: str, plain: str) -> OfferedYear:
    start, stop = place.start, place.stop
    words = _words(context(plain, start, stop), text[start:stop])
    shown = text[start : stop + 1]  # with its 年
    return OfferedYear(start=start, stop=stop, slot=place.slot, text=shown, words=words)


def _words(around: str, text: str) -> str:
    """Return by what a number is known again; what is written on behind it does not matter."""
    return f"{around.partition(slots.BLANK)[0]}〔{text}〕"


def besides(found: Reading, known: frozenset[str]) -> Reading:
    """Return what was found without what is known by the words around it."""
    return replace(
        found,
        numbers=tuple(one for one in found.numbers if one.words not in known),
        odd=tuple(one for one in found.odd if one.words not in known),
        years=tuple(one for one in found.years if one.words not in known),
    )


def words(found: Reading) -> Iterator[str]:
    """Yield the words around everything that was found."""
    return (one.words for one in found.all)
