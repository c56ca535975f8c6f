"""What the columns of a table of figures are called: `resources/tables.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nianbao.report import numeral
from nianbao.resource import load, regex
from nianbao.standards.figures.quantities import quantities

_WORD = re.compile("[\u4e00-\u9fff]")
_YEAR = re.compile(r"(20\d\d)(?:年度?)?数?")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadWords:
    """Words over the columns of names, of this year's values and of last year's.

    `year_head` is the head of a column that holds the values of a year, in folded text; `dated` is
    in one that says when something was. `row_number` is a cell that numbers its row in Chinese, in
    folded text; `alone` says why a number that is a whole cell is asked about.
    """

    names: frozenset[str]
    values: frozenset[str]
    last_year: frozenset[str]
    year_head: re.Pattern[str]
    dated: re.Pattern[str]
    row_number: re.Pattern[str]
    alone: str

    def is_value(self, head: str, year: int) -> bool:
        """Whether a column holds the values of a year."""
        found = _YEAR.fullmatch(head)
        return int(found[1]) == year if found else head in self.values

    def is_other_year(self, head: str, year: int) -> bool:
        """Whether a column surely holds the values of another year than this one."""
        found = _YEAR.fullmatch(head)
        return int(found[1]) != year if found else head in self.last_year


@cache
def heads() -> HeadWords:
    """Return the words."""
    table = load("tables")
    return HeadWords(
        names=frozenset(table["names"]),
        values=frozenset(table["values"]),
        last_year=frozenset(table["last_year"]),
        year_head=re.compile(table["year_head"]),
        dated=re.compile(regex(table["dated"])),
        row_number=re.compile(table["row_number"]),
        alone=table["alone"],
    )


def alone(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the numbers stand of a cell that holds nothing else, and why they are asked.

    Units, 约词 and marks may stand beside them: 61. · 约30 · 12（3）. The text is folded.
    """
    spans = list(numeral.spans(plain))
    rest, end = "", 0
    for start, stop in spans:
        if start < end:  # 百 in 个百分点
            continue
        before = plain[end:start]
        prefix = quantities().prefix.search(before)
        rest += before[: prefix.start()] if prefix else before
        end = _behind_units(plain, stop)
    if spans and not _WORD.search(rest + plain[end:]) and not heads().row_number.fullmatch(plain):
        yield spans[0][0], max(end, spans[-1][1]), heads().alone


def _behind_units(plain: str, stop: int) -> int:
    for one in (quantities().unit, quantities().chinese_unit):
        while found := one.match(plain, stop):
            stop = found.end()
    return stop
