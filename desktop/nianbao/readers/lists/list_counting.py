"""Counting of lists as Word does it, whatever kind of file defines them."""

import re
from dataclasses import dataclass

from nianbao.readers.lists.number_formats import write_number

LEVELS = 9
MAX_TEXT = 100  # characters of a level's text; Word takes fewer
_PLACE = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; %1 to %9 in its text stand for the counters of the levels."""

    text: str = ""
    number_format: str = "none"
    start: int = 1
    own_start: bool = False  # the list overrides the start of its definition
    restart: int | None = None  # 0: never; n: only after level n (counted from 1) or above
    legal: bool = False  # all counters in Arabic digits
    style: str = ""


class ListCounters:
    """Counts a document's lists. Ask in document order, once for each numbered paragraph."""

    def __init__(self) -> None:
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, list_id: str, definition: str, levels: tuple[Level, ...], level: int) -> str:
        """Count one paragraph and return its number; lists of one definition count together."""
        if not 0 <= level < len(levels):
            return ""
        counters = self._counters.setdefault(definition, [None] * LEVELS)
        count = counters[level]
        # A list with its own start begins anew where it is first used, then counts on.
        begins = levels[level].own_start and (list_id, level) not in self._started
        counters[level] = levels[level].start if begins or count is None else count + 1
        self._started.add((list_id, level))
        for deeper in range(level + 1, len(levels)):
            restart = levels[deeper].restart
            if restart is None or level < restart:
                counters[deeper] = None
        return _write(levels, counters, level)


def _write(levels: tuple[Level, ...], counters: list[int | None], level: int) -> str:
    shown = levels[level]
    if shown.number_format == "bullet":
        return shown.text

    def counted(place: re.Match[str]) -> str:
        position = int(place[1]) - 1
        if position > level:
            return ""
        count = counters[position]
        if count is None:  # a level that no paragraph has used yet shows its first number
            count = levels[position].start
        own = levels[position].number_format
        return write_number(count, "decimal" if shown.legal and own != "none" else own)

    return _PLACE.sub(counted, shown.text)


def plain_bullet(text: str, *, of_symbols: bool) -> str:
    """Return a bullet as a user would type it: • for signs of symbol fonts."""
    return "•" if text and (of_symbols or _PRIVATE_USE.search(text)) else text.strip()
