"""Whether what is typed means a name: by its characters, its pinyin or the initials of it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from nianbao.ui.pages.palette import pinyin

_UNIT = re.compile(r"[\u3400-\u9fff]|[a-z]+|[0-9]+")
_LATIN = re.compile(r"[a-z0-9]+")
_BY_SOUND = 1000  # behind every match by characters

Units = tuple[tuple[str, ...], ...]  # the readings of each character; a Latin word is one


def rank(query: str, name: str) -> int | None:
    """Return how well a query means a name, 0 best, None when it does not.

    Words of the query that are apart may stand anywhere in the name.
    """
    ranks = [_rank(word, name.lower()) for word in query.lower().split()]
    found = [rank for rank in ranks if rank is not None]
    return sum(found) if len(found) == len(ranks) else None


def _rank(word: str, name: str) -> int | None:
    if (at := name.find(word)) >= 0:
        return at
    if not _LATIN.fullmatch(word):
        return None
    start = _spelt(word, _units(name))
    return None if start is None else _BY_SOUND + start


def _spelt(word: str, units: Sequence[tuple[str, ...]]) -> int | None:
    """Return from which unit on a word spells the units, each by its beginning at least."""
    for start in range(len(units)):
        reached = {0}  # how much of the word may be spelt so far
        for unit in units[start:]:
            reached = {
                at + length
                for at in reached
                for reading in unit
                for length in range(1, _common(word, at, reading) + 1)
            }
            if len(word) in reached:
                return start
            if not reached:
                break
    return None


def _common(word: str, at: int, reading: str) -> int:
    """Return how many letters of a reading stand in a word at a place."""
    length = 0
    while length < len(reading) and word[at + length : at + length + 1] == reading[length]:
        length += 1
    return length


@lru_cache(maxsize=4096)
def _units(name: str) -> Units:
    found = _UNIT.findall(name)
    return tuple((u,) if _LATIN.fullmatch(u) else pinyin.readings(u) for u in found)
