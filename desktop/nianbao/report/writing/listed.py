"""What the reading of numbers takes from `resources/`: the one place where `report/` loads it."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.report.writing.chinese import NUMERALS
from nianbao.resource import Words, load, made, regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Approx:
    """The words that make a number approximate (约词), by where they may stand.

    `before` and `behind` a number with its unit, the longer ones first; `inside` behind the unit or
    within the number. `signs` are those of one character, `near` those that leave open whether it
    is more or less. `change` may stand between a word of change and its number, `typed` are typed
    over one. `rounded_up` and `rounded_half` say how another value is written with them.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    inside: tuple[str, ...]
    signs: tuple[str, ...]
    near: tuple[str, ...]
    change: tuple[str, ...]
    typed: tuple[str, ...]
    rounded_up: tuple[str, ...]
    rounded_half: tuple[str, ...]

    @property
    def words(self) -> Words:
        """What stands for {约} and {约近} in a pattern."""
        return {"约": self.signs, "约近": self.near}


@cache
def approx() -> Approx:
    """Return the words that make a number approximate."""
    return made(Approx, load("quantities")["approx"])


@cache
def look_alikes() -> dict[str, str]:
    """Return what Unicode leaves out: characters, each with the one that it is read as."""
    table = load("look_alikes")
    pairs = {char: one for one, alike in table["same"] for char in alike}
    for alike, plain in (table["numerals"], *table["radicals"]):
        pairs |= zip(alike, plain, strict=True)
    return pairs


def words_alike() -> str:
    """Return the numerals of Unicode that mostly are words: 什, 京."""
    alike: str = load("look_alikes")["no_numerals"]
    return alike


def item_signs() -> str:
    """Return the inside of a class of signs that number items and notes: ①, ⑴."""
    alike: str = load("look_alikes")["item_signs"]
    return alike


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
