"""What a reported number looks like: `resources/quantities.toml` as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from nianbao.standards.resource import load

_PREFIX = "接近|将近|超过|近|约|超|逾"
_ARABIC = r"(?:\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(?:\.\d+)?[余多]?(?:万亿|[百千]?万|亿|千|百)?[余多]?"
_CHINESE = "[一二两三四五六七八九十百千万亿零〇]+[余多]?[万亿]*[余多]?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """Patterns that find numbers with their units, and the stretches that hold none.

    `arabic` and `chinese` have the groups writing, unit and after (“以上”).
    """

    arabic: re.Pattern[str]
    chinese: re.Pattern[str]
    chinese_cue: re.Pattern[str]
    often_cue: re.Pattern[str]
    often: frozenset[str]
    times_done: re.Pattern[str]
    not_figures: re.Pattern[str]
    money: frozenset[str]
    rates: frozenset[str]
    change: re.Pattern[str]
    against_last_year: re.Pattern[str]
    pairs: dict[str, tuple[str, str]]
    prior: re.Pattern[str]
    stock: re.Pattern[str]
    stray: re.Pattern[str]


@cache
def quantities() -> Quantities:
    """Return the patterns."""
    table = load("quantities")
    rates, money = table["rate_units"], table["money_units"]
    units = _either([*rates, *money, *table["units"]])
    after = "(?P<after>以上|以下|左右|多|余)?"
    return Quantities(
        arabic=re.compile(
            r"(?<![\d.])(?<!\d[ ,\u00a0])"
            rf"(?P<writing>(?:{_PREFIX})?{_ARABIC})\s*(?P<unit>{units}){after}"
        ),
        chinese=re.compile(
            rf"(?P<writing>百分之{_CHINESE})(?P<unit>){after}"
            rf"|(?P<writing2>(?:{_PREFIX})?{_CHINESE})(?P<unit2>{_either(table['chinese_units'])})"
        ),
        chinese_cue=_cue(table, 4),
        often_cue=_cue(table, 14),
        often=frozenset(table["often"]),
        times_done=re.compile(table["times_done"]),
        not_figures=re.compile("|".join(table["not_figures"])),
        money=frozenset(money),
        rates=frozenset(rates),
        change=re.compile(_either(table["change"]["words"])),
        against_last_year=_against(table["change"]),
        pairs=_pairs(table["change"]),
        prior=re.compile("|".join(table["prior"]["cues"])),
        stray=re.compile("|".join(table["stray"]["patterns"])),
        stock=re.compile("|".join(table["stock"]["cues"])),
    )


def _cue(table: dict[str, Any], reach: int) -> re.Pattern[str]:
    cues = _either(table["chinese_cues"])
    return re.compile(f"(?:{cues})[^，,。；;、“”]{{0,{reach}}}$|{table['chinese_parts']}$")


def _against(table: dict[str, Any]) -> re.Pattern[str]:
    """Find the change word right before a number that is compared with last year's."""
    words = _either([*table["pairs"], *table["fall_pairs"]])
    cues = "|".join(table["against_last_year"])
    return re.compile(
        rf"(?:{cues})[^，,。；;：:、\d]{{0,12}}?(?P<word>(?:{words})了?(?:约|近|超过)?(?:幅度为)?)$"
    )


def _pairs(table: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return (rise, fall) by either word."""
    rises = {rise: (rise, fall) for rise, fall in table["pairs"].items()}
    return rises | {fall: (rise, fall) for fall, rise in table["fall_pairs"].items()}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
