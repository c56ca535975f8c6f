"""Stretches of a text that are asked about, and how they are joined and cut."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nianbao.drafting import cells
from nianbao.drafting.cells import Cell
from nianbao.report.spans import Spans
from nianbao.report.writing import placeholder, years
from nianbao.report.writing.fold import folded
from nianbao.standards import asks
from nianbao.standards.asks import Ask, AskRule

_LONGEST_TITLE = 120  # characters of a title that is marked whole
_ENDS = f"{placeholder.BRACKETS}\n"  # no stretch that is marked holds one of them
_WEIGHT = list(AskRule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A stretch of cells that is asked about. `text` reads as it stands, slots blanked."""

    start: int
    stop: int
    text: str
    rule: AskRule
    reason: str


def stretch(span: tuple[int, int], text: str, rule: AskRule, reason: str) -> Asked:
    """Return what stands at a span, to be asked about for a reason."""
    return Asked(start=span[0], stop=span[1], text=text[slice(*span)], rule=rule, reason=reason)


def matches(ask: Ask, text: str) -> Iterator[Asked]:
    """Yield what a question asks about in a text."""
    for one in ask.places(text):
        yield stretch(one.span(), text, ask.rule, ask.reason)


def marked(text: str) -> Spans:
    """Return where marks stand already."""
    return Spans((one.start, one.stop) for one in placeholder.find(text))


def goals(text: str, year: int) -> Spans:
    """Return what is to be reached after a year: nothing of it has been done."""
    found = asks.by_then(folded(text))
    return Spans(one.span() for one in found if years.number(one["year"]) > year)


def joined(places: Iterable[Asked], text: str) -> list[Asked]:
    """Return places with those that overlap or touch made one, with the weightiest reason."""
    found: list[Asked] = []
    for place in sorted(places, key=lambda one: (one.start, -one.stop)):
        if found and place.start <= found[-1].stop:
            last = found.pop()
            first = min(last, place, key=lambda one: _WEIGHT.index(one.rule))
            stop = max(last.stop, place.stop)
            found.append(replace(first, start=last.start, stop=stop, text=text[last.start : stop]))
        else:
            found.append(place)
    return found


def with_title(place: Asked, text: str) -> Asked:
    """Return a place that does not begin or end inside 《》: it holds the whole of such a title."""
    start, stop = place.start, place.stop
    opened, closed = text.find("《", start, stop), text.find("》", start, stop)
    if closed >= 0 and (opened < 0 or closed < opened):
        begin = text.rfind("《", max(0, start - _LONGEST_TITLE), start)
        start = begin if begin >= 0 else start
    if text.rfind("《", start, stop) > text.rfind("》", start, stop):
        stop = text.find("》", stop, stop + _LONGEST_TITLE) + 1 or stop
    return replace(place, start=start, stop=stop, text=text[start:stop])


def without_figures(place: Asked, found: Sequence[Cell], text: str) -> Asked | None:
    """Return the longest stretch of a place without figures and brackets, None if there is none.

    A figure prints a mark of its own while it is open, and marks cannot stand inside each other.
    """
    inside = range(place.start, place.stop)
    ends = [at for at in inside if cells.is_figure(found[at]) or text[at] in _ENDS]
    ends = [place.start - 1, *ends, place.stop]
    runs = ((before + 1, after) for before, after in pairwise(ends))
    start, stop = max(runs, key=lambda run: run[1] - run[0])
    return replace(place, start=start, stop=stop, text=text[start:stop]) if start < stop else None


def in_order(places: Iterable[Asked]) -> list[Asked]:
    """Return places as they follow each other; they must not overlap."""
    return sorted(places, key=lambda place: place.start)
