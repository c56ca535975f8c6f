"""What names of figures are made of and what is left out of them: `resources/quantities.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.report.writing import listed, years
from nianbao.report.writing.chinese import COUNTING
from nianbao.resource import Words, load, made, regex
from nianbao.standards.figures import change


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """The words that names end with, and what each says of the number.

    `suffix` is what is added by the unit, `other` where no unit is told; a name that ends with one
    of `enough` needs none.
    """

    suffix: dict[str, str]
    other: str
    enough: tuple[str, ...]
    not_amounts: tuple[str, ...]
    totals: tuple[str, ...]
    misread: tuple[str, ...]
    extents: tuple[str, ...]
    extents_told: tuple[str, ...]
    extents_short: tuple[str, ...]
    amounts_to: tuple[str, ...]
    measured_by: tuple[str, ...]
    lasting: tuple[str, ...]
    counted_by: tuple[str, ...]
    counted_times: str
    happened: tuple[str, ...]
    meetings: tuple[str, ...]
    case: str
    of_money: tuple[str, ...]
    rate: str
    shares: tuple[str, ...]
    changed_by: tuple[str, ...]
    compared_by: tuple[str, ...]
    risen: frozenset[str]
    changes: frozenset[str]
    in_full: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units by what they count."""

    people: tuple[str, ...]
    of_bodies: tuple[str, ...]
    traders: tuple[str, ...]
    alike: tuple[str, ...]
    cases: tuple[str, ...]
    times: tuple[str, ...]
    sorts: tuple[str, ...]
    often: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What a clause says that is no part of a name: when, how, compared with what."""

    compare: re.Pattern[str]
    former: re.Pattern[str]
    since: re.Pattern[str]
    earlier: re.Pattern[str]
    last_year: re.Pattern[str]
    tail: re.Pattern[str]
    leading: re.Pattern[str]
    dated: re.Pattern[str]
    digits: re.Pattern[str]
    day: re.Pattern[str]
    one_year: re.Pattern[str]
    opening_year: re.Pattern[str]
    added: re.Pattern[str]
    standing: re.Pattern[str]
    listed: re.Pattern[str]
    examples: re.Pattern[str]
    quoted: re.Pattern[str]
    way: re.Pattern[str]
    other_way: re.Pattern[str]
    manner: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How a number is tied to others: part of a whole, one of a row, what another became."""

    within: re.Pattern[str]
    afresh: re.Pattern[str]
    all_year: re.Pattern[str]
    share: re.Pattern[str]
    of_all: re.Pattern[str]
    of_last_year: re.Pattern[str]
    was: re.Pattern[str]
    became: re.Pattern[str]
    became_at: re.Pattern[str]
    reached: re.Pattern[str]
    respectively: re.Pattern[str]
    dealt_with: re.Pattern[str]
    together: re.Pattern[str]
    changed_row: re.Pattern[str]
    ranked: re.Pattern[str]
    most: re.Pattern[str]
    gathered: re.Pattern[str]
    sorted_by: re.Pattern[str]
    partook: re.Pattern[str]
    each: re.Pattern[str]
    but_for: str
    concerning: str
    some: str
    in_all: tuple[str, ...]
    inside: tuple[str, ...]
    spent_on: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How a clause is built: its particles, who acts, what is done to whom."""

    of: str
    at: str
    etc: str
    passive: str
    half_title: re.Pattern[str]
    joints: tuple[str, ...]
    joined: re.Pattern[str]
    coverb: re.Pattern[str]
    moved: re.Pattern[str]
    pointing: re.Pattern[str]
    places: tuple[str, ...]
    levels: re.Pattern[str]
    those_that: re.Pattern[str]
    parties: re.Pattern[str]
    regarded: re.Pattern[str]
    by_whom: tuple[str, ...]
    programme: re.Pattern[str]
    penal: re.Pattern[str]
    titles_last: re.Pattern[str]
    title_inside: re.Pattern[str]
    satisfied: re.Pattern[str]
    pleased: str
    audience: re.Pattern[str]


@cache
def endings() -> Endings:
    """Return the words that names end with."""
    table = load("quantities")["label"]
    return made(
        Endings,
        table,
        shares=(*table["shares"], *table["changed_by"]),
        changes=frozenset(change.every()),
        in_full=load("quantities")["change"]["in_full"],
    )


@cache
def units() -> Units:
    """Return units by what they count."""
    return made(Units, load("quantities")["label"], often=frozenset(load("quantities")["often"]))


@cache
def left_out() -> LeftOut:
    """Return what is no part of a name."""
    table = load("quantities")["label"]
    words: Words = {
        "日期": table["date"],
        "热线": table["hotline"],
        "随": table["of_number"],
        "后": table["of_years"],
        "年": years.ARABIC,
        "汉年": years.CHINESE,
    }
    return made(LeftOut, table, words)


@cache
def ties() -> Ties:
    """Return how a number is tied to others."""
    table = load("quantities")["label"]
    words: Words = {"一": COUNTING, **listed.approx().words, **change.words()}
    became = regex(table["became"], words)
    return made(
        Ties,
        table,
        words,
        within=re.compile(f"^(?:{'|'.join(table['within'])})"),
        became=_ends(became),
        became_at=re.compile(rf"(?:{became})约?\d"),
        reached=_ends(f"{became}|{table['reached']}"),
        respectively=re.compile(load("quantities")["respectively"]),
        dealt_with=_ends(table["dealt_with"]),
        ranked=_ends(table["ranked"]),
    )


@cache
def grammar() -> Grammar:
    """Return how a clause is built."""
    joints = load("quantities")["joints"]["all"]
    words: Words = {"并列": joints}
    return made(Grammar, load("quantities")["label"], words, joints=tuple(joints))


def _ends(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")
