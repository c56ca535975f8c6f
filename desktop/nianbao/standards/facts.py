"""Facts with a date: phrases of a year, plans and their periods. From `resources/facts.toml`."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from nianbao.standards.resource import load


@dataclass(frozen=True, slots=True)
class Ask:
    """A phrase that must be asked about when the year turns, and why."""

    pattern: re.Pattern[str]
    reason: str


@cache
def asks(year: int) -> tuple[Ask, ...]:
    """Return the phrases to ask about in a report on `year`: its stale words, then the rest."""
    facts = load("facts")
    stale = [
        Ask(re.compile(re.escape(word)), f"{year}年度不宜再这样写，请改写。")
        for fact in facts["year_fact"]
        if fact["year"] == year
        for word in fact.get("stale_words", ())
    ]
    expired = [
        Ask(_quoted(plan["name"]), f"规划期到{plan['to']}年为止，请换成接续的文件或删去。")
        for plan in facts["plan"]
        if plan["to"] < year
    ]
    always = [Ask(re.compile(row["pattern"]), row["reason"]) for row in facts["ask"]]
    return (*stale, *expired, *always)


def deadline(year: int) -> date:
    """Return the day by which the report on `year` must be handed in."""
    month, day = load("facts")["deadline"]["report"]
    return date(year + 1, month, day)


def _quoted(name: str) -> re.Pattern[str]:
    """Find a plan by its name, whatever its brackets and dashes."""
    stem = re.split("[（(]", name.strip("《》"))[0]
    return re.compile(re.escape(stem))
