"""How far a draft has left last year's text, entry by entry."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from nianbao.report.model import Entry, EntryState, Report
from nianbao.report.writing import placeholder, slots, years

_NUMBER = re.compile(rf"(?:(?:□|\d[\d.,]*|{years.CHINESE}(?=年))\s*[年月日]?)+")


def states(
    report: Report, carried: Report | None, answered: Callable[[str], bool]
) -> dict[str, EntryState]:
    """Return the state of every entry by its id; empty when there is no last year.

    `carried` is the report as the year began, `answered` says whether a figure has this year's
    value. Numbers, dates and what is marked to be filled or checked are no words of the text.
    Without its mark, what stood in 【待核：…】 reads as last year still.
    """
    if carried is None:
        return {}
    before = {entry.id: entry for entry in entries(carried)}
    return {entry.id: _state(entry, before.get(entry.id), answered) for entry in entries(report)}


def _state(entry: Entry, before: Entry | None, answered: Callable[[str], bool]) -> EntryState:
    if before is None:
        return EntryState.NEW
    if words(entry.text) != words(before.text):
        return EntryState.REWRITTEN
    names = [slot.name for slot in slots.slots(entry.text) if not slot.is_year]
    read = placeholder.unmarked(entry.text), placeholder.unmarked(before.text)
    if read[0] != read[1] or any(answered(name) for name in names):
        return EntryState.FIGURES_ONLY
    return EntryState.UNTOUCHED


def entries(report: Report) -> Iterator[Entry]:
    """Yield the entries of a report that hold text, in reading order."""
    for section in report.walk():
        yield from section.texts


@lru_cache(maxsize=1024)  # of a report and of the one before, asked for at every change
def words(source: str) -> str:
    """Return a text without what changes from year to year by itself.

    Words that are marked to be checked are words: who confirms them has changed nothing.
    """
    text = placeholder.unmarked(slots.blanked(source))
    return _NUMBER.sub(slots.BLANK, placeholder.replaced(text, lambda _: slots.BLANK))
