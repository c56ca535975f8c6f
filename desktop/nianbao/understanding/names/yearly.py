"""Names of the numbers of a text that tells of one thing in two years.

    2024年、2025年行政复议案件分别为83件、97件。
    → 上年行政复议案件数、行政复议案件数

What is of this year is named as if the text told of nothing else.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from nianbao.report.figures.figure import MentionKind
from nianbao.standards.figures import naming
from nianbao.understanding.names import labels
from nianbao.understanding.names.labels import Named
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.names.parsing.two_years import Span, TwoYears
from nianbao.understanding.numerals.numbers import Number


def names(text: str, numbers: Sequence[Number], told: Sequence[TwoYears]) -> list[Named]:
    """Return a name for each number of a text, in order; `told` are those told of two years.

    What it was last year has the name of what it is now, with a word before it.
    """
    found = labels.names(text, numbers)
    if not told:
        return found
    left_out = sorted({span for one in told for span in one.left_out})
    places = [at for at, one in enumerate(numbers) if not _is_within(one.start, left_out)]
    shorter, moved = _without(text, [numbers[at] for at in places], left_out)
    alone = dict(zip(places, labels.names(shorter, moved), strict=True))
    for one in told:
        found[one.now] = alone[one.kept]
        found[one.then] = _of_last_year(alone[one.kept])
        change = max(one.then, one.now) + 1
        if change in alone and _is_change_alone(text, numbers, change):
            found[change] = alone[change]
    return found


def _of_last_year(named: Named) -> Named:
    """Return the name of last year's value of a figure."""
    return replace(
        named,
        name=wording.LAST_YEAR + named.name,
        others=tuple(wording.LAST_YEAR + name for name in named.others),
        quotes=tuple(wording.LAST_YEAR + quote for quote in named.quotes),
    )


def _is_change_alone(text: str, numbers: Sequence[Number], place: int) -> bool:
    """Whether a number, and none joined to it, tells how much something has changed."""
    number, behind = numbers[place], numbers[place + 1 : place + 2]
    joined = any(text[number.stop : one.start].strip() in naming.grammar().joints for one in behind)
    return number.kind is MentionKind.CHANGE and not joined


def _is_within(place: int, spans: Sequence[Span]) -> bool:
    return any(start <= place < stop for start, stop in spans)


def _without(
    text: str, numbers: Sequence[Number], left_out: Sequence[Span]
) -> tuple[str, list[Number]]:
    """Return a text without some stretches of it, and where the numbers outside them are then."""
    stops = [stop for _, stop in left_out]
    taken = [*accumulate((stop - start for start, stop in left_out), initial=0)]
    edges = [0, *(edge for span in left_out for edge in span), len(text)]
    kept = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    moved: list[Number] = []
    for number in numbers:
        back = taken[bisect_right(stops, number.start)]
        moved.append(
            replace(
                number,
                start=number.start - back,
                end=number.end - back,
                stop=number.stop - back,
                word_start=None if number.word_start is None else number.word_start - back,
            )
        )
    return kept, moved
