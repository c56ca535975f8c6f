"""One thing told of two years: 2024年、2025年行政复议案件分别为83件、97件.

Only where both years surely go along when the report's year turns, and where each number surely is
of its year; any other row stays what it is.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nianbao.report.figures.figure import MentionKind
from nianbao.report.writing.text import CLAUSE_END, sentences
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.standards.figures.two_years import MARKS, two_years
from nianbao.understanding.numerals.numbers import Number
from nianbao.understanding.numerals.year_words import Year

Span = tuple[int, int]

_LEAST = 2  # numbers
_EDGES = "，,、：:"
_ENDS = "，,。；;）)"  # of a clause


@dataclass(frozen=True, slots=True)
class TwoYears:
    """Two numbers of one thing, by their places: what it was `then`, last year, and is `now`.

    Without what is `left_out`, the text tells of this year alone; the place that is `kept` is that
    of its number there.
    """

    then: int
    now: int
    kept: int
    left_out: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a text in which the years are marked, and the places of its numbers."""

    text: str
    start: int
    stop: int
    numbers: Sequence[Number]
    places: range

    def before(self, place: int) -> str:
        """Return what stands before a number, from the one before it on."""
        start = self.numbers[place - 1].stop if place > self.places.start else self.start
        return self.text[start : self.numbers[place].start]

    def behind(self, place: int) -> str:
        """Return what stands behind a number, up to the next one or the end."""
        stop = self.numbers[place + 1].start if place + 1 in self.places else self.stop
        return self.text[self.numbers[place].stop : stop]


def find(text: str, numbers: Sequence[Number], years: Sequence[Year]) -> list[TwoYears]:
    """Return the numbers of a text that tell of one thing in two years.

    `years` are those that go along when the report's year turns.
    """
    marked = _marked(text, years)
    found: dict[int, TwoYears] = {}
    for start, said in sentences(marked):
        first, last = (
            bisect_left(numbers, at, key=lambda one: one.start) for at in (start, start + len(said))
        )
        sentence = _Sentence(marked, start, start + len(said), numbers, range(first, last))
        if last - first >= _LEAST:
            for one in (*_beside(sentence), *_one_by_one(sentence), *_was(sentence)):
                if one.then not in found and one.now not in found:
                    found |= {one.then: one, one.now: one}
    return [one for place, one in sorted(found.items()) if place == one.then]


def _marked(text: str, years: Sequence[Year]) -> str:
    """Return a text in which the digits of a year that goes along say only which one it is."""
    signs = [*text]
    for year in years:
        if mark := MARKS.get(year.slot.name):
            signs[year.start : year.stop] = mark  # as long as the digits of a year
    return "".join(signs)


def _beside(sentence: _Sentence) -> Iterator[TwoYears]:
    """Yield the rows of two years: 2024年、2025年案件分别为83件、97件，败诉率分别为9%、8%."""
    for years in two_years().beside.finditer(sentence.text, sentence.start, sentence.stop):
        before = CLAUSE_END.split(sentence.text[sentence.start : years.start()])
        head = "".join(before[-1:] if before[-1].strip() else before[-2:])
        if _is_of_several(head):
            continue
        former = years["former"] is not None
        left_out = [years.span("former" if former else "latter")]
        opens, led = years.end(), False
        places = iter(place for place in sentence.places if sentence.numbers[place].start >= opens)
        for first, second in zip(places, places, strict=False):
            said = [
                (opens + one.start(), opens + one.end())
                for one in naming.ties().respectively.finditer(
                    sentence.text[opens : sentence.numbers[first].start]
                )
            ]
            ends = sentence.behind(second)[:1] in ("", "\n", *_ENDS)  # no 60件、37件败诉
            if not (said or (led and ends)) or not _is_row(sentence, opens, first):
                break
            left_out += [*said, (sentence.numbers[first].start, sentence.numbers[second].start)]
            then, now = (first, second) if former else (second, first)
            yield TwoYears(then, now, second, tuple(left_out))
            opens, led = sentence.numbers[second].stop, True  # 分别为83件、97件，审结80件、91件


def _is_row(sentence: _Sentence, opens: int, first: int) -> bool:
    """Whether two numbers, and no third, count one thing that is told from `opens` on."""
    second = first + 1
    said = sentence.text[opens : sentence.numbers[first].start]
    if second not in sentence.places or two_years().any_year.search(said):
        return False
    alike = _are_alike(sentence.numbers[first], sentence.numbers[second])
    joints = naming.grammar().joints
    joined = sentence.behind(first).strip() in joints
    third = second + 1 in sentence.places and sentence.behind(second).strip() in joints
    return alike and joined and not third and not _is_of_several(said)


def _one_by_one(sentence: _Sentence) -> Iterator[TwoYears]:
    """Yield the numbers that each follow their year, or of which one became the other.

    行政复议案件2024年为83件，2025年为97件；由2024年的83件增加到2025年的97件；
    2024年行政复议案件83件，2025年97件
    """
    said = two_years()
    for first, second in pairwise(sentence.places):
        before, between = sentence.before(first), sentence.behind(first)
        if not _are_alike(sentence.numbers[first], sentence.numbers[second]):
            continue
        stop = sentence.numbers[second].start
        for opening, joint, rising in (
            (said.of_last, said.then_of_this, True),
            (said.of_this, said.then_of_last, False),
            (said.from_last, said.to_this, True),
        ):
            opened, joined = opening.search(before), joint.fullmatch(between)
            if opened and joined:
                start = sentence.numbers[first].start - len(opened[0])
                then, now = (first, second) if rising else (second, first)
                yield TwoYears(then, now, second, ((start, stop),))
        thing, joined = said.thing_of_last.search(before), said.then_of_this.fullmatch(between)
        if thing and joined and not _is_of_several(thing["thing"]):
            start = sentence.numbers[first].start - len(thing[0])
            year = (start, start + len(thing["year"]))
            left_out = (year, (sentence.numbers[first].start, stop))
            yield TwoYears(first, second, second, left_out)


def _was(sentence: _Sentence) -> Iterator[TwoYears]:
    """Yield what was just told and what it was last year: 办理案件812件，2024年为756件.

    All that the sentence told before must be meant, but for what it told so already.
    """
    first, opens = sentence.places.start, sentence.start
    for place in sentence.places:
        now = range(first, place)
        then = range(place, sentence.places.stop)[: len(now)]
        said = sentence.before(place)
        found = two_years().was.fullmatch(said, max(0, *map(said.rfind, "，,")))
        if not found or not now or bool(found["row"]) is not (len(now) > 1):
            continue
        start = sentence.numbers[place].start - len(found[0])
        afresh = two_years().other_year.search(sentence.text, opens, start) is None
        moved = bool(found["than"]) and len(now) == 1
        if afresh and _is_row_of(sentence, then, now, moved=moved):
            stop = sentence.numbers[then[-1]].stop
            for was, is_ in zip(then, now, strict=True):
                yield TwoYears(was, is_, is_, ((start, stop),))
            first, opens = place + len(then), stop


def _is_row_of(sentence: _Sentence, row: range, told: range, *, moved: bool) -> bool:
    """Whether the numbers of a row, and nothing behind them, tell of as many told before.

    `moved`: behind it only the change is told, 比2024年的83件增加14件.
    """
    if len(row) < len(told):
        return False
    pairs = zip(row, told, strict=True)
    alike = all(_are_alike(sentence.numbers[one], sentence.numbers[other]) for one, other in pairs)
    joined = all(sentence.behind(one).strip() in naming.grammar().joints for one in row[:-1])
    behind = sentence.behind(row[-1])
    if moved:
        return alike and joined and two_years().than_moved.fullmatch(behind) is not None
    return alike and joined and behind[:1] in ("", "\n", *_ENDS)


def _are_alike(one: Number, other: Number) -> bool:
    """Whether two numbers may count the same; which way a change went stands in another word."""
    same = (one.unit, one.kind) == (other.unit, other.kind)
    return same and one.kind in (MentionKind.COUNT, MentionKind.MONEY, MentionKind.RATE)


def _is_of_several(said: str) -> bool:
    """Whether words tell of several things, each of which may have a number of its own."""
    found = words.cut("".join(said.split()).strip(_EDGES))
    joined = any(word in naming.grammar().joints for word in found[1:])
    return joined or two_years().several.search(said) is not None
