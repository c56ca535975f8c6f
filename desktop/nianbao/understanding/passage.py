"""One text as it is read: its figures with their names, its years, and an account of every numeral.

All places are characters of the text as written; it is read folded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from nianbao.report import numeral
from nianbao.report.correction import Correction, CorrectionKind, applying, context, said
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.report.writing.fold import folded
from nianbao.standards.figures import tables
from nianbao.standards.figures.numerals import KnownPlaces, numerals
from nianbao.standards.figures.quantities import Quantities
from nianbao.understanding.names import labels, yearly
from nianbao.understanding.names.parsing import two_years
from nianbao.understanding.names.parsing.two_years import TwoYears
from nianbao.understanding.numerals import numbers, year_words
from nianbao.understanding.numerals.numbers import Number
from nianbao.understanding.numerals.year_words import Year

_INSIDE = re.compile("[,·]")
_GAP = re.compile("(?<=[^ -~]) +(?=[^ -~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFigure:
    """A figure: its name, that before corrections, and the words `around` it.

    `confidence` is how sure the name is, `others` are the next best, `quotes` the clause with a
    blank for the number. `former`: it is of the year before, or is not; None where only the words
    right before it may tell.
    """

    number: Number
    label: str
    found_as: str
    around: str
    confidence: float = 1.0
    others: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    former: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """What stands in a text, each list in its order.

    `formers` are pairs of numbers by their starts: the first is last year's of the second.
    """

    figures: tuple[NamedFigure, ...]
    years: tuple[Year, ...]
    numerals: tuple[Numeral, ...]
    formers: tuple[tuple[int, int], ...] = ()


def read(
    text: str,
    *,
    year: int,
    quantities: Quantities,
    corrections: Sequence[Correction] = (),
    prose: bool = True,
    opening: str = "",
    ending: str = "",
    begins: bool = True,
    planned: bool = False,
    cell: bool = False,
) -> ReadText:
    """Return the figures, years and numerals of a text of a report on `year`.

    A title is no `prose`: its year is that of the report. `opening` says why the number that the
    text begins with may not be what is written there, if it may not; `ending` says it of the last.
    `begins`: the text is the first one of its line; `planned`: it says what is planned.
    `cell`: it is one of a table; a number that is the whole of it is asked about.
    """
    plain = folded(text)
    halves = list(tables.alone(plain)) if cell else []
    halves += _halves(plain, opening if begins else "", ending)
    looked = [
        (one, doubt or (opening if one.start == 0 else "") or _half_of(one, halves))
        for one, doubt in numbers.look(plain, quantities)
    ]
    found = [number for number, doubt in looked if not doubt]
    moving = tuple(year_words.find(plain, text, year, found, prose=prose, planned=planned))
    taken = KnownPlaces(
        figures=_places(found),
        years=_places(moving),
        doubted=[
            *halves,
            *((one.start, one.stop, doubt) for one, doubt in looked if doubt),
        ],
    )
    added = dict(_accepted(plain, taken, year, quantities, corrections))
    ordered = sorted([*found, *added], key=lambda number: number.start)
    every = list(numbers.with_words_of_row(plain, ordered, quantities))
    told, names = _told(plain, every, moving, quantities)
    named = zip(every, names, strict=True)
    judged = [_judged(plain, *one, added, quantities, corrections) for one in named]
    figures = tuple(_of_years(plain, judged, told, quantities))
    refused = [one for one in judged if isinstance(one, Number)]
    taken = replace(
        taken,
        figures=_places(one.number for one in figures),
        refused=[*_places(refused), *_refused(plain, taken, year, corrections)],
    )
    account = (_found_again(one, plain) for one in numerals().account(plain, taken, year))
    return ReadText(
        figures=figures,
        years=moving,
        numerals=tuple(account),
        formers=tuple((every[one.then].start, every[one.now].start) for one in told),
    )


def _places(found: Iterable[Number | Year]) -> list[tuple[int, int]]:
    return [(one.start, one.stop) for one in found]


def _told(
    plain: str, every: Sequence[Number], moving: Sequence[Year], quantities: Quantities
) -> tuple[list[TwoYears], list[labels.Named]]:
    """Return which numbers tell of one thing in two years, and the names of all."""
    whole = _unbroken(plain, every)
    bare = _without_notes(whole, every, quantities)
    told = two_years.find(bare, every, moving)
    names = yearly.names(bare, every, told)
    return told, names if bare == whole else [_closed(one) for one in names]


def _of_years(
    plain: str,
    judged: Sequence[NamedFigure | Number],
    told: Sequence[TwoYears],
    quantities: Quantities,
) -> Iterator[NamedFigure]:
    """Yield the figures, each with what says that it is of the year before, or is not."""
    former = {one.then: True for one in told} | {one.now: False for one in told}
    turning = {max(one.then, one.now) + 1 for one in told}  # changes between the two years
    for place, one in enumerate(judged):
        if isinstance(one, NamedFigure):
            figure = _worded(plain, one, quantities) if place in turning else one
            yield replace(figure, former=former.get(place))


def _halves(plain: str, opening: str, ending: str) -> Iterator[tuple[int, int, str]]:
    """Yield what may be half of a number that goes on in another line, figure or not: 三⏎百件."""
    indent = len(plain) - len(plain.lstrip())
    if opening and (found := numeral.first_half(plain[indent:])):
        yield found[0] + indent, found[1] + indent, opening
    if ending and (found := numeral.last_half(plain.rstrip())):
        yield *found, ending


def _half_of(number: Number, halves: Sequence[tuple[int, int, str]]) -> str:
    """Return why a number may not be whole, empty when nothing of it is such a half."""
    touched = (why for start, stop, why in halves if number.start < stop and start < number.stop)
    return next(touched, "")


def _judged(
    plain: str,
    number: Number,
    named: labels.Named,
    added: Mapping[Number, str],
    quantities: Quantities,
    corrections: Sequence[Correction],
) -> NamedFigure | Number:
    """Return a number with what was said of its name, unit and value; alone if it is no figure."""
    found_as = named.name
    around = context(plain, number.start, number.stop)
    measured = _corrected(plain, number, found_as, around, quantities, corrections)
    rule = applying(corrections, found_as, measured.unit, around)
    rule = rule or applying(corrections, found_as, number.unit, around)
    if rule and rule.kind is CorrectionKind.REJECT:
        return number
    given = rule.label if rule else added.get(number)
    return NamedFigure(
        number=measured,
        label=given or named.label,
        found_as=found_as,
        around=around,
        confidence=1.0 if given else named.confidence,
        others=() if given else named.others,
        quotes=() if given else named.quotes,
    )


def _corrected(
    plain: str,
    number: Number,
    found_as: str,
    around: str,
    quantities: Quantities,
    corrections: Sequence[Correction],
) -> Number:
    """Return a number as the user said it is to be read: its unit, its worth."""
    if not corrections:
        return number
    unit = said(corrections, CorrectionKind.UNIT, found_as, around)
    written = plain[number.start : number.end]
    worth = said(corrections, CorrectionKind.VALUE, written, around)
    return numbers.retold(
        plain, number, unit, None if worth is None else Decimal(worth), quantities
    )


def _found_again(one: Numeral, plain: str) -> Numeral:
    """Return a numeral with the words around it, when a correction may have to find it."""
    if one.kind in (NumeralKind.FIGURE, NumeralKind.YEAR):
        return one
    return replace(one, context=context(plain, one.start, one.stop))


def _accepted(
    plain: str,
    taken: KnownPlaces,
    year: int,
    quantities: Quantities,
    corrections: Sequence[Correction],
) -> Iterator[tuple[Number, str]]:
    """Yield the numerals that the user said are figures, with the names given."""
    told = {one.context: one for one in corrections if one.kind is CorrectionKind.ACCEPT}
    for one in numerals().account(plain, taken, year) if told else ():
        rule = told.get(context(plain, one.start, one.stop))
        number = numbers.at(plain, one.start, one.stop, quantities) if rule else None
        if rule and number:
            yield number, rule.label


def _refused(
    plain: str, taken: KnownPlaces, year: int, corrections: Sequence[Correction]
) -> Iterator[tuple[int, int]]:
    """Yield the numerals, asked about otherwise, that the user said are none."""
    told = {one.context for one in corrections if one.kind is CorrectionKind.REJECT and one.context}
    for one in numerals().account(plain, taken, year) if told else ():
        if context(plain, one.start, one.stop) in told:
            yield one.start, one.stop


def _unbroken(plain: str, found: Sequence[Number]) -> str:
    """Return a text in which no mark inside a number can be taken for the end of a clause."""
    parts, end = [], 0
    for number in found:
        parts += [plain[end : number.start], _INSIDE.sub("0", plain[number.start : number.end])]
        end = number.end
    return "".join(parts) + plain[end:]


def _worded(plain: str, named: NamedFigure, quantities: Quantities) -> NamedFigure:
    """Return a figure with the word for its direction, which a formula may turn."""
    return replace(named, number=numbers.with_word(plain, named.number, quantities))


def _closed(named: labels.Named) -> labels.Named:
    """Return a name whose quotations have no gaps where the marks of notes stood."""
    quotes = tuple(_GAP.sub("", quote) for quote in named.quotes)
    return replace(named, name=_GAP.sub("", named.name), quotes=quotes)


def _without_notes(plain: str, found: Sequence[Number], quantities: Quantities) -> str:
    """Return a text with spaces for the marks of notes at its numbers: 83[1]件, 83件*."""
    for number in found:
        for at in (number.end, number.stop):
            if note := quantities.note.match(plain, at):
                plain = plain[:at] + " " * (note.end() - at) + plain[note.end() :]
    return plain
