"""What the reading of numbers takes from `resources/`: the one place where `report/` loads it."""

import re
from functools import cache

from nianbao.report.writing.chinese import NUMERALS
from nianbao.resource import load, regex


@cache
def look_alikes() -> dict[str, str]:
    """Return what Unicode leaves out: characters, each with the one that it is read as."""
    table = load("look_alikes")
    pairs = {char: one for one, alike in table["same"] for char in alike}
    for alike, plain in (table["numerals"], *table["radicals"]):
        pairs |= zip(alike, plain, strict=True)
    return pairs


def zeros() -> str:
    """Return the look-alikes of a zero, which are one only among digits."""
    alike: str = load("look_alikes")["zeros"]
    return alike


@cache
def between_things() -> re.Pattern[str]:
    """Return what stands between the things that a numeral behind them counts: 区、镇和村三级."""
    return re.compile(load("numerals")["and"])


@cache
def no_rest() -> re.Pattern[str]:
    """Return what finds words that begin with a numeral: 一是, 百姓."""
    return re.compile(regex(load("numerals")["ending"]["no_rest"], {"数": NUMERALS}))
