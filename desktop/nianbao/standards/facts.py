"""Facts with a date: `resources/facts.toml`.

The deadline of the report, the plans with their periods, what is right or stale in one year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from nianbao.resource import Table, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan, programme or campaign with the last year of its period and what follows it."""

    name: str
    pattern: re.Pattern[str]
    prepared: re.Pattern[str]  # words from before it began: 编制“十五五”规划
    start: int
    to: int
    next: str = ""

    def reason(self, year: int) -> str:
        """Say why its name is asked about in a report on `year`."""
        if self.to == year:
            return last_year_of(self.name, self.to)
        ending = f"，接续的是{self.next}" if self.next else ""
        return f"{self.name}到{self.to}年为止{ending}，请改写或删去。"


def last_year_of(name: str, year: int) -> str:
    """Say of something that ends with the year of the report why it is asked about."""
    return f"{name}到{year}年为止，这一年是最后一年，提法请核对。"


def deadline(year: int) -> date:
    """Return the day by which the report on `year` must be handed in."""
    month, day = load("facts")["deadline"]["report"]
    return date(year + 1, month, day)


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plans whose period is known."""
    table = load("facts")
    return tuple(_plan(row, table["plan_writing"]) for row in table["plan"])


@cache
def running(year: int) -> tuple[Plan, ...]:
    """Return the plans that go on after a year."""
    return tuple(plan for plan in plans() if plan.to > year)


@cache
def approved(year: int) -> tuple[str, ...]:
    """Return the phrases that are known to be right in a report on `year`, once that is sure."""
    sure = (fact.get("plenum_ok", ()) for fact in _of_year(year) if "plenum_unknown" not in fact)
    return tuple(phrase for phrases in sure for phrase in phrases)


@cache
def stale_words(year: int) -> tuple[str, ...]:
    """Return the words that are no longer right in a report on `year`."""
    return tuple(word for fact in _of_year(year) for word in fact.get("stale_words", ()))


def _of_year(year: int) -> Iterator[Table]:
    return (fact for fact in load("facts")["year_fact"] if fact["year"] == year)


def _plan(row: Table, writing: Table) -> Plan:
    name = f"{writing['before']}(?:{'|'.join(row['patterns'])}){writing['after']}"
    before, not_behind, behind = writing["preparing"]
    return Plan(
        name=row["name"],
        pattern=re.compile(name),
        prepared=re.compile(f"{before}{name}{not_behind}|{name}{behind}"),
        start=row["from"],
        to=row["to"],
        next=row.get("next", ""),
    )
