"""What a reported number looks like: `resources/quantities.toml` as compiled patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nianbao.report.writing import listed
from nianbao.resource import Table, load, regex
from nianbao.standards.figures import change


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """Patterns of what stands around the numerals that are figures.

    `prefix` is a 约词 before a numeral, `not_approximate` a word that only ends like one (签约).
    `in_row` and `unit_of_row` find what stands before and behind a number of a row that has its
    unit at its end: 分别为83、79件. `unit` and `chinese_unit` are what follows one in Arabic or
    Chinese digits, with the groups rest (余, 多), unit and after (以上). `note` matches marks of
    notes at a place, or nothing: 83[1]件 is 83件.
    """

    prefix: re.Pattern[str]
    per: re.Pattern[str]
    leading_zero: re.Pattern[str]
    on_average: tuple[str, ...]
    not_counted: tuple[str, ...]
    not_approximate: re.Pattern[str]
    unit: re.Pattern[str]
    chinese_unit: re.Pattern[str]
    no_unit: re.Pattern[str]
    point_unit: re.Pattern[str]
    note: re.Pattern[str]
    chinese_cue: re.Pattern[str]
    often_cue: re.Pattern[str]
    often: frozenset[str]
    counters: frozenset[str]
    single: re.Pattern[str]
    not_counted_once: re.Pattern[str]
    times_done: re.Pattern[str]
    money: frozenset[str]
    divisible: frozenset[str]
    share: re.Pattern[str]
    beyond: re.Pattern[str]
    rates: frozenset[str]
    change: re.Pattern[str]
    row: re.Pattern[str]
    in_row: re.Pattern[str]
    unit_of_row: re.Pattern[str]
    between_changes: tuple[str, ...]
    both: re.Pattern[str]
    against_last_year: re.Pattern[str]
    change_word: re.Pattern[str]
    pairs: dict[str, tuple[str, str]]
    prior: re.Pattern[str]
    stock: re.Pattern[str]


@cache
def quantities() -> Quantities:
    """Return the patterns."""
    table = load("quantities")
    rates, money = table["rate_units"], table["money_units"]
    units = _either([*rates, *money, *table["units"]])
    chinese = _either([*rates, *table["chinese_units"]])
    point = _either(table["chinese_point_units"])
    no_word = f"(?!{regex(table['not_units'])})"
    note = rf"(?:(?:{table['note_sign']})\s*){{0,3}}"  # 83[1]件
    approx = listed.approx()
    behind, inside = "|".join(approx.behind), "|".join(approx.inside)
    after = rf"(?P<after>{behind}|(?:{inside})(?!\s*\d))?"  # 比上年的280件多20件
    joints = table["joints"]
    joint = f"(?:{_either(joints['row'])})"
    return Quantities(
        prefix=re.compile(f"(?<!不)(?:{'|'.join(approx.before)})$"),  # 不超过3天 says another thing
        per=re.compile(table["per"]),
        leading_zero=re.compile(rf"(?:{'|'.join(approx.near)})?0[\d,]"),
        on_average=tuple(table["on_average"]),
        not_counted=tuple(table["not_counted"]),
        not_approximate=re.compile(f"(?:{table['not_approximate']})$"),
        unit=re.compile(rf"(?P<rest>(?: ?[余多])?)\s*{note}{no_word}(?P<unit>{units}){after}"),
        chinese_unit=re.compile(
            rf"(?P<rest>[余多]?) {{0,2}}{note}{no_word}(?P<unit>{chinese}){after}"
        ),
        no_unit=re.compile(f"(?P<rest>)(?P<unit>)(?P<after>{behind}|{inside})?"),
        point_unit=re.compile(rf"(?P<rest>)(?P<unit>{point}){after}"),
        note=re.compile(rf"\s*{note}"),
        chinese_cue=_cue(table, 4),
        often_cue=_cue(table, 14),
        often=frozenset(table["often"]),
        counters=frozenset(table["counters"]),
        single=re.compile(table["single"]),
        not_counted_once=re.compile(table["not_counted_once"]),
        times_done=re.compile(table["times_done"]),
        money=frozenset(money),
        divisible=frozenset([*rates, *money, *table["divisible"]]),
        share=re.compile(table["share"]["of_a_whole"]),
        beyond=re.compile(_either(table["share"]["beyond"])),
        rates=frozenset(rates),
        change=re.compile(_either(change.every())),
        row=_row(table["respectively"], rates),
        in_row=re.compile(
            rf"(?:{table['respectively']})[^，,。；;\d]{{0,8}}(?:\d[\d.]*{joint}){{0,6}}$"
        ),
        unit_of_row=re.compile(rf"(?:{joint}\d[\d.]*){{1,6}}{no_word}(?P<unit>{units})"),
        between_changes=tuple(joints["changes"]),
        both=re.compile(_either(joints["both"])),
        against_last_year=_against(table["change"]),
        change_word=_change_word(),
        pairs=change.pairs(),
        prior=re.compile("|".join(table["prior"]["cues"])),
        stock=re.compile("|".join(table["stock"]["cues"])),
    )


def _cue(table: Table, reach: int) -> re.Pattern[str]:
    cues = _either(table["chinese_cues"])
    return re.compile(f"(?:{cues})[^，,。；;、“”]{{0,{reach}}}$|{table['chinese_parts']}$")


def _row(respectively: str, rates: list[str]) -> re.Pattern[str]:
    """Find what stands before a further rate of a row: 分别下降12%、8%."""
    return re.compile(
        rf"(?:{respectively})[^，,。；;\d]{{0,8}}(?:\d[\d.]*(?:{_either(rates)})、){{1,4}}$"
    )


def _against(table: Table) -> re.Pattern[str]:
    """Find the change word right before a number that is compared with last year's."""
    words = _either(change.pairs())
    alone = _either([*table["in_full"]])
    whole = f"(?!(?<={table['half_behind']})(?:{alone}))(?:{words})"  # no 少 of 减少
    cues, approx = "|".join(table["against_last_year"]), "|".join(listed.approx().change)
    return re.compile(
        rf"(?:{cues})[^，,。；;：:、\d]{{0,12}}?(?P<word>{whole}了?(?:{approx})?(?:幅度为)?)$"
    )


def _change_word() -> re.Pattern[str]:
    """Find a change word right before a number, whatever it is compared with."""
    words = _either([*change.words()["升"], *change.words()["降"]])
    approx = "|".join(listed.approx().change)
    return re.compile(f"(?:{words})了?(?:{approx})?$")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
