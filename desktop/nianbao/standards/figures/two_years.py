"""How one thing is told of two years: `resources/quantities.toml` as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.report.writing import listed
from nianbao.resource import Words, load, made, regex
from nianbao.standards.figures import change

MARKS = {"上年": "\ue000" * 4, "年": "\ue001" * 4}
"""What stands in the place of the years that go along with the report, by the names of slots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoYearWords:
    """Patterns over text in which the years are marked.

    `beside` has both years before a row; of the others, the first group stands before a number, the
    second is all that stands between two.
    """

    beside: re.Pattern[str]
    of_last: re.Pattern[str]
    of_this: re.Pattern[str]
    from_last: re.Pattern[str]
    thing_of_last: re.Pattern[str]
    then_of_this: re.Pattern[str]
    then_of_last: re.Pattern[str]
    to_this: re.Pattern[str]
    was: re.Pattern[str]
    than_moved: re.Pattern[str]
    other_year: re.Pattern[str]
    any_year: re.Pattern[str]
    several: re.Pattern[str]


@cache
def two_years() -> TwoYearWords:
    """Return the patterns."""
    table = load("quantities")["two_years"]
    words: Words = {
        "不接": table["not_behind"],
        "上年": table["last"],
        "今年": table["this"],
        "并列": load("quantities")["joints"]["all"],
        "分别": f"(?:{load('quantities')['respectively']})",
        "变到": f"(?:{load('quantities')['label']['became']})",
        **listed.approx().words,
        **change.words(),
        "去": MARKS["上年"],
        "今": MARKS["年"],
    }
    leading = ("of_last", "of_this", "from_last", "thing_of_last")
    ends = {name: re.compile(f"(?:{regex(table[name], words)})$") for name in leading}
    any_year = re.compile(regex("{今年}|" + table["other_year"], words))
    return made(TwoYearWords, table, words, any_year=any_year, **ends)
