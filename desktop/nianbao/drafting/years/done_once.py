"""What a text tells that was done once, without a date: asked about once a section."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from nianbao.drafting import cells
from nianbao.drafting.cells import Cell
from nianbao.drafting.years import stretches
from nianbao.drafting.years.stretches import Asked
from nianbao.report.model import EntryKind
from nianbao.report.writing import placeholder
from nianbao.report.writing.text import CLAUSE_END
from nianbao.standards import asks
from nianbao.standards.asks import AskRule
from nianbao.standards.once import FEW

_LONGEST_CLAUSE = 80
_SHORTEST_DEED, _LONGEST_DEED = 6, 26  # characters of a verb alone, and of a deed with its subject
_NO_SUBJECT = re.compile(f"[{placeholder.BRACKETS}{cells.FIGURE}{cells.YEAR}]")
_MOST_OF_FEW = 3
_NEVER = 9999  # no year is after it
_NOT_FIRST = "）) \u3000"  # of what is marked
_NO_FIGURE = re.compile(rf"(?<!{cells.FIGURE})[^{cells.FIGURE}]+")


def events(
    found: Sequence[Cell],
    kind: EntryKind | None,
    values: Mapping[str, Decimal | str] = MappingProxyType({}),
    year: int = _NEVER,
) -> list[Asked]:
    """Return what was done once, without a date: to be asked about once a section.

    `values` are last year's: three things that were built are told of as done once, thirty counted.
    What is to be reached after `year` has not been done.
    """
    if kind and kind.is_written_anew:
        return []
    text = cells.read(found)
    found_places = (
        place for ask in asks.once_a_section() for place in stretches.matches(ask, text)
    )
    # What is counted in the same clause (在12个司法所挂牌) happens each year.
    places = [one for one in found_places if cells.FIGURE not in _clause_before(one, text)]
    places += [
        stretches.stretch(span, text, AskRule.EVENT, reason)
        for start, stop, reason in asks.events(cells.read(found, _few(values)))
        if (span := _beside_figures(start, stop, text))
    ]
    marked, ahead = stretches.marked(text), stretches.goals(text, year)
    spans = ((place, (place.start, place.stop)) for place in places)
    free = (place for place, span in spans if not marked.touches(span) and not ahead.touches(span))
    return stretches.joined(free, text)


def _few(values: Mapping[str, Decimal | str]) -> dict[str, str]:
    """Return how figures read that count only a few things, by their slots' names."""
    return {
        name: FEW
        for name, value in values.items()
        if isinstance(value, Decimal) and 0 < value <= _MOST_OF_FEW
    }


def _beside_figures(start: int, stop: int, text: str) -> tuple[int, int] | None:
    """Return what is marked of a deed: its longest stretch without figures and their measures."""
    runs = [one.span() for one in _NO_FIGURE.finditer(text, start, stop)]
    return max(runs, key=lambda run: run[1] - run[0], default=None)


def _clause_before(place: Asked, text: str) -> str:
    return CLAUSE_END.split(text[max(0, place.start - _LONGEST_CLAUSE) : place.start])[-1]


def with_subject(event: Asked, text: str, others: Iterable[Asked]) -> Asked:
    """Return a short event with the words before it that say whose it is: 县数据局揭牌.

    It stays as it is behind a figure or a date, and inside a name.
    """
    before = _clause_before(event, text)
    begin = event.start - len(before)
    begin = max([begin, *(one.stop for one in others if one.stop <= event.start)])
    said = text[begin : event.stop].lstrip(_NOT_FIRST)
    begin = event.stop - len(said)
    is_short = len(event.text) <= _SHORTEST_DEED and len(said) <= _LONGEST_DEED
    if not is_short or _NO_SUBJECT.search(before) or said.count("“") != said.count("”"):
        return event
    return replace(event, start=begin, text=said)


def is_covered(event: Asked, others: Iterable[Asked]) -> bool:
    """Whether an event is asked about already: something in it is, or its date in front of it."""
    return any(one.start <= event.stop and event.start <= one.stop for one in others)
