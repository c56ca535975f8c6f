"""What must be asked about when the year turns: `resources/asks.toml`, plans from `facts.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from nianbao.report.spans import Spans
from nianbao.resource import Table, load, regex
from nianbao.standards import once, words

_COUNTED = "□"
_WIDE = re.compile(f"{_COUNTED}+")  # a number of several characters
_KEPT = 2048  # statements: a text of many years says the same again and again


class AskRule(StrEnum):
    """Why something is asked about, the weightiest first. The value is the rule of a `Change`."""

    PERIOD = "period_ended"  # a plan that ends by the year of the report
    ONCE = "once_only"  # an honour, a rank, a first time: it happened in one year
    PHRASE = "phrase_to_check"  # words that are right in one year only
    EVENT = "event_of_last_year"  # something that was done once, without its date
    YEAR = "year_kept"  # a year that stands for itself
    NUMBER = "number_to_check"  # a date or number that is no figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A manner of writing that is asked about. `per_section`: once a section, not at each place.

    `spared`: not where words only look like what happened once (将出台, 推动…建成).
    """

    rule: AskRule
    pattern: re.Pattern[str]
    reason: str
    per_section: bool = False
    spared: bool = True

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where it is found, without words that only look like it (率先突破, 首次违法)."""
        found = list(self.pattern.finditer(text))
        spared = spares(text) if found and self.spared else Spans(())
        yield from (one for one in found if not spared.touches(one.span()))


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
            return f"{self.name}到{self.to}年为止，这一年是最后一年，提法请核对。"
        ending = f"，接续的是{self.next}" if self.next else ""
        return f"{self.name}到{self.to}年为止{ending}，请改写或删去。"


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
        for fact in load("facts")["year_fact"]
        if fact["year"] == year
        for word in fact.get("stale_words", ())
    ]
    ended = [
        Ask(rule=AskRule.PERIOD, pattern=plan.pattern, reason=plan.reason(year))
        for plan in plans()
        if plan.to <= year
    ]
    begun = [
        Ask(
            rule=AskRule.ONCE,
            pattern=plan.prepared,
            reason=f"{plan.name}从{plan.start}年起实施，说的还是编制、启动，请改写。",
        )
        for plan in plans()
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


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plans whose period is known."""
    facts = load("facts")
    return tuple(_plan(row, facts["plan_writing"]) for row in facts["plan"])


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


@cache
def approved(year: int) -> tuple[str, ...]:
    """Return the phrases that are known to be right in a report on `year`, once that is sure."""
    of_year = (fact for fact in load("facts")["year_fact"] if fact["year"] == year)
    sure = (fact.get("plenum_ok", ()) for fact in of_year if "plenum_unknown" not in fact)
    return tuple(phrase for phrases in sure for phrase in phrases)


@cache
def running(year: int) -> tuple[Plan, ...]:
    """Return the plans that go on after a year."""
    return tuple(plan for plan in plans() if plan.to > year)


@lru_cache(maxsize=_KEPT)
def happened_once(statement: str) -> bool:
    """Whether a statement says what happened once, so that a year in it never moves.

    An honour is of its year however many there are; what is built or issued in numbers (□) is
    counted each year.
    """
    statement = _WIDE.sub(_COUNTED, statement)
    counted = {AskRule.ONCE: statement.replace(_COUNTED, "几"), AskRule.EVENT: statement}
    return (
        _of_its_year().search(statement) is not None
        or _any_of("goal").search(statement) is not None
        or any(
            True for ask in _always() if ask.rule in counted for _ in ask.places(counted[ask.rule])
        )
        or any(True for _ in events(statement))
    )


def recurs(statement: str, following: str = "") -> bool:
    """Whether a statement surely tells of what is done or counted (□) each year.

    A year in it moves on; in any other statement it stays, and is asked about. `following` is the
    clause behind it, which may count what the statement only announces.
    """
    if _is_of_what_was_done(statement):
        return False
    if _done_once().search(statement):
        return _COUNTED in statement and _recurring().search(statement) is not None
    return _COUNTED in following or _recurring().search(statement) is not None


def _is_of_what_was_done(statement: str) -> bool:
    """Whether a year only tells which things are meant: 2025年封存的渔船, not 2025年受理的案件."""
    found = _any_of("done_that_year").search(statement)
    if found is None:
        return False
    done = words.cut(found["done"])[-1]
    usual = done.endswith(tuple(load("asks")["each_year"]))
    return len(done) > 1 and words.is_verb(done) and not usual


def stays(statement: str) -> bool:
    """Whether a year stays that is not over when the report is on it, and is asked about.

    It is that of a goal, of what is settled (2026年起取消), or of what was counted (□): that is
    most likely a slip.
    """
    tables = (_any_of("goal"), _any_of("settled"))
    return any(table.search(statement) for table in tables) or is_counted(statement)


def is_counted(statement: str) -> bool:
    """Whether a statement tells of what was counted (□), and not of what is planned."""
    return (
        _COUNTED in statement
        and _any_of("counted").search(statement) is not None
        and _any_of("not_yet").search(statement) is None
    )


@cache
def _any_of(table: str) -> re.Pattern[str]:
    return re.compile("|".join(load("asks")[table]))


def looks_back(before: str, behind: str) -> bool:
    """Whether two years between these words bound what was counted, and no plan (近三年, 累计)."""
    return not _looked_back("not_before").search(before) and bool(
        _looked_back("before").search(before) or _looked_back("behind").match(behind)
    )


@cache
def _looked_back(name: str) -> re.Pattern[str]:
    return re.compile("|".join(load("asks")["looked_back"][name]))


def by_then(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be reached by a year (到2030年，建成…), to its sentence's end."""
    return _any_of("by_then").finditer(text)


@cache
def _recurring() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{regex(one)})" for one in load("asks")["recurring"]))


@cache
def _done_once() -> re.Pattern[str]:
    return re.compile("|".join(load("asks")["done_once"]))


@cache
def _of_its_year() -> re.Pattern[str]:
    return re.compile("|".join(load("asks")["of_its_year"]))


@cache
def annual_days() -> re.Pattern[str]:
    """Return the days that are kept each year, 3月15日等节点; their dates are right in any year."""
    return re.compile("|".join(load("asks")["annual_days"]))


def spares(text: str) -> Spans:
    """Return the words that only look like what happened once (首次违法, 成立以来)."""
    return Spans(one.span() for one in _spared().finditer(text))


@cache
def _spared() -> re.Pattern[str]:
    return re.compile("|".join(load("asks")["spared"]))


@cache
def _always() -> tuple[Ask, ...]:
    table = load("asks")
    return tuple(_ask(row, table["words"]) for row in table["ask"])


def _ask(row: Table, words: Table) -> Ask:
    return Ask(
        rule=AskRule(row["rule"]),
        pattern=re.compile(regex(row["pattern"], words)),
        reason=row["reason"],
        per_section=row.get("per_section", False),
        spared=row.get("spared", True),
    )
