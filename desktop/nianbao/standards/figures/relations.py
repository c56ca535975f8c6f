"""What says how the numbers of a sentence belong together: `resources/quantities.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.resource import load, made
from nianbao.standards.figures import change


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """How the numbers of a sentence are told to belong together."""

    sum: re.Pattern[str]
    total: re.Pattern[str]
    within: re.Pattern[str]
    rest: re.Pattern[str]
    respective: re.Pattern[str]
    row: re.Pattern[str]
    share: re.Pattern[str]
    whole: re.Pattern[str]
    any_whole: re.Pattern[str]
    own_clause: re.Pattern[str]
    last_year: re.Pattern[str]
    not_the_year: re.Pattern[str]
    whole_year: re.Pattern[str]
    others: re.Pattern[str]
    changed: re.Pattern[str]
    beside: re.Pattern[str]
    opposite: re.Pattern[str]
    named: re.Pattern[str]
    named_part: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """How a sentence leads to its first number, and on to its second: 由83件增加到97件."""

    led: re.Pattern[str]
    between: re.Pattern[str]


@cache
def cues() -> Cues:
    """Return the cues."""
    table = load("quantities")["relation"]
    total = re.compile(f"(?:{'|'.join(table['total'])})[^，,。；;]{{0,6}}$")
    return made(Cues, table, total=total)


@cache
def turned() -> Turned:
    """Return how one number is told to have become another."""
    return made(Turned, load("quantities")["turned"], change.words())
