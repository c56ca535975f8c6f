"""What must be asked about when the year turns: `resources/asks.toml`, and facts of a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from nianbao.report.change import ChangeRule
from nianbao.report.spans import Spans
from nianbao.resource import Table, load, regex
from nianbao.standards import facts, once, words

_COUNTED = "□"
_WIDE = re.compile(f"{_COUNTED}+")  # a number of several characters
_KEPT = 2048  # statements: a text of many years says the same again and again


class AskRule(StrEnum):
    """Why something is asked about, the weightiest first. The value is the rule of a `Change`."""

    PERIOD = ChangeRule.PERIOD_ENDED.value  # a plan that ends by the year of the report
    ONCE = ChangeRule.ONCE_ONLY.value  # an honour, a rank, a first time: it happened in one year
    PHRASE = ChangeRule.PHRASE_TO_CHECK.value  # words that are right in one year only
    EVENT = ChangeRule.EVENT_OF_LAST_YEAR.value  # something that was done once, without its date
    BESIDE = ChangeRule.EVENT_BESIDE.value  # one more of these in the same section
    YEAR = ChangeRule.YEAR_KEPT.value  # a year that stands for itself
    NUMBER = ChangeRule.NUMBER_TO_CHECK.value  # a date or number that is no figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A manner of writing that is asked about. `per_section`: once a section, not at each place.

    `spared`: not where words only look like what happened once (将出台, 推动…建成). `dated`: what
    it tells of is of its year, which stays; a fault may be told of each year.
    """

    rule: AskRule
    pattern: re.Pattern[str]
    reason: str
    per_section: bool = False
    spared: bool = True
    dated: bool = True

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where it is found, without words that only look like it (率先突破, 首次违法)."""
        found = list(self.pattern.finditer(text))
        spared = spares(text) if found and self.spared else Spans(())
        yield from (one for one in found if not spared.touches(one.span()))


@cache
def asks(year: int) -> tuple[Ask, ...]:
    """Return what to ask about in a report on `year`: its stale words, ended plans, the rest.

    Of a plan that has begun, what is said of its preparation.
    """
    stale = [
        Ask(
            rule=AskRule.PHRASE,
            pattern=re.compile(re.escape(word)),
            reason=f"{year}年度不宜再这样写，请改写。",
        )
        for word in facts.stale_words(year)
    ]
    ended = [
        Ask(rule=AskRule.PERIOD, pattern=plan.pattern, reason=plan.reason(year))
        for plan in facts.plans()
        if plan.to <= year
    ]
    begun = [
        Ask(
            rule=AskRule.ONCE,
            pattern=plan.prepared,
            reason=f"{plan.name}从{plan.start}年起实施，说的还是编制、启动，请改写。",
        )
        for plan in facts.plans()
        if plan.start <= year < plan.to
    ]
    return (*stale, *ended, *begun, *(ask for ask in _always() if not ask.per_section))


@cache
def once_a_section() -> tuple[Ask, ...]:
    """Return what is asked about once a section and not at each place."""
    return tuple(ask for ask in _always() if ask.per_section)


def events(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what was done once without a date, as its grammar tells, and why it is asked about."""
    spared = spares(text)
    yield from (one for one in once.places(text) if not spared.touches(one[:2]))


@lru_cache(maxsize=_KEPT)
def happened_once(statement: str) -> bool:
    """Whether a statement says what happened once, so that a year in it never moves.

    An honour is of its year however many there are; what is built or issued in numbers (□) is
    counted each year.
    """
    statement = _WIDE.sub(_COUNTED, statement)
    counted = {AskRule.ONCE: statement.replace(_COUNTED, "几"), AskRule.EVENT: statement}
    return (
        _any_of("of_its_year").search(statement) is not None
        or _any_of("goal").search(statement) is not None
        or any(
            True
            for ask in _always()
            if ask.dated and ask.rule in counted
            for _ in ask.places(counted[ask.rule])
        )
        or any(True for _ in events(statement))
    )


def recurs(statement: str, following: str = "", *, earlier: bool = False) -> bool:
    """Whether a statement surely tells of what is done or counted (□) each year.

    A year in it moves on; in any other statement it stays, and is asked about. `following` is the
    clause behind it, which may count what the statement only announces. `earlier`: the year is the
    one before the report's; what was set up then is there to stay, what came in comes in each year.
    """
    if _any_of("time_alone").fullmatch(statement):  # 2025年年初，召开会议
        statement, following = statement + following, ""
        if happened_once(statement):
            return False
    if _is_of_what_was_done(statement, earlier=earlier):
        return False
    if _any_of("done_once").search(statement):
        return _COUNTED in statement and _recurring().search(statement) is not None
    return _COUNTED in following or _recurring().search(statement) is not None


def _is_of_what_was_done(statement: str, *, earlier: bool) -> bool:
    """Whether a year only tells which things are meant: 2025年封存的渔船, not 2025年受理的案件."""
    found = _any_of("done_that_year").search(statement)
    if found is None:
        return False
    if _any_of("by_the_end").match(found["done"]):
        return False  # 2024年底以前印发的文件: each year there are more
    lists = load("asks")
    done = words.cut(found["done"].removesuffix(lists["brought_out"]))[-1]
    usual = done.endswith(tuple(lists["comes_in" if earlier else "each_year"]))
    known = words.is_verb(done) or (earlier and done in lists["set_up"])
    return len(done) > 1 and known and not usual


def stays(statement: str) -> bool:
    """Whether a year stays that is not over when the report is on it, and is asked about.

    It is that of a goal, of what is settled (2026年起取消), or of what was counted (□): that is
    most likely a slip.
    """
    tables = (_any_of("goal"), _any_of("settled"))
    return any(table.search(statement) for table in tables) or is_counted(statement)


def plans_year(statement: str) -> bool:
    """Whether a statement tells of what is planned anew for each year: 编制2026年度目录."""
    fixed = _any_of("given_to_us").search(statement)
    return fixed is None and _any_of("plans_year").search(statement) is not None


def is_counted(statement: str) -> bool:
    """Whether a statement tells of what was counted (□), and not of what is planned."""
    return (
        _COUNTED in statement
        and _any_of("counted").search(statement) is not None
        and _any_of("not_yet").search(statement) is None
    )


@cache
def _any_of(name: str, *, table: str = "") -> re.Pattern[str]:
    """Return what finds any of a list of patterns, which stands at the top or in a table."""
    lists = load("asks")[table] if table else load("asks")
    return re.compile("|".join(lists[name]))


def looks_back(before: str, behind: str) -> bool:
    """Whether two years between these words bound what was counted, and no plan (近三年, 累计)."""
    earlier, later, not_before = (
        _any_of(name, table="looked_back") for name in ("before", "behind", "not_before")
    )
    if not_before.search(before):
        return False
    return bool(earlier.search(before) or later.match(behind))


def by_then(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be reached by a year (到2030年，建成…), to its sentence's end."""
    return _any_of("by_then").finditer(text)


@cache
def _recurring() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{regex(one)})" for one in load("asks")["recurring"]))


def annual_days() -> re.Pattern[str]:
    """Return the days that are kept each year, 3月15日等节点; their dates are right in any year."""
    return _any_of("annual_days")


def spares(text: str) -> Spans:
    """Return the words that only look like what happened once (首次违法, 成立以来)."""
    return Spans(one.span() for one in _any_of("spared").finditer(text))


@cache
def _always() -> tuple[Ask, ...]:
    table = load("asks")
    return tuple(_ask(row, table["words"]) for row in table["ask"])


def _ask(row: Table, groups: Table) -> Ask:
    return Ask(
        rule=AskRule(row["rule"]),
        pattern=re.compile(regex(row["pattern"], groups)),
        reason=row["reason"],
        per_section=row.get("per_section", False),
        spared=row.get("spared", True),
        dated=row.get("dated", True),
    )
