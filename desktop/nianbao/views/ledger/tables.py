"""The ledger as a table: every figure of the unit over all years."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile

from nianbao.desk.desk import Desk
from nianbao.machine import clock
from nianbao.report.figures import wording
from nianbao.report.figures.figure import LAST_YEAR, Figure, FigureState, Indicator, Period
from nianbao.report.figures.formula import relative_change
from nianbao.report.figures.standing import Standing
from nianbao.report.version import FigureStep
from nianbao.report.writing import quantity
from nianbao.views.ledger.figure_uses import FigureUse, uses

_OPEN = (Standing.PENDING, Standing.CARRIED)
SPAN = 5  # years shown side by side
BIG_CHANGE = Decimal(30)  # percent: what a reader of two reports asks about
BIG_CHANGE_FROM = Decimal(10)  # below this, one case more is already a big share
BIG_CHANGE_POINTS = Decimal(10)  # of a rate, which cannot be measured in percent of itself
_GROUPED = Decimal(10**7)  # from here on 万 and 亿 read better than digits


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One indicator over all years, as the current year sees it.

    `values` has the known and the computed values by year, `not_applicable` the years that have
    none by nature. `carried` is last year's value while nobody has said that it still holds.
    `series` are the last years up to the current one, at most `SPAN`. `change` is against the year
    before, `change_value` the same as a number (percent, of a rate points) to sort by. `standing`
    is None when the current year does not ask for the figure. `feeds` names the indicators that
    are computed from this one.
    """

    name: str
    label: str
    unit: str
    period: Period
    department: str
    definition: str
    formula: str
    short_formula: str
    values: Mapping[int, Decimal]
    not_applicable: frozenset[int]
    carried: Decimal | None
    series: tuple[tuple[int, Decimal | None], ...]
    change: str
    change_value: Decimal | None
    big_change: bool
    standing: Standing | None
    uses: tuple[FigureUse, ...]
    feeds: tuple[str, ...]
    search: str

    @property
    def has_formula(self) -> bool:
        """Whether the value follows from others, also when it was then set by hand."""
        return bool(self.formula)

    @property
    def places(self) -> str:
        """Where the figure stands in the report, in one line."""
        headings = "、".join(dict.fromkeys(use.heading for use in self.uses))
        return f"{len(self.uses)}处：{headings}" if len(self.uses) > 1 else headings

    def value_text(self, year: int) -> str:
        """Return a year's value as the table shows it, empty when there is none."""
        if year in self.not_applicable:
            return Standing.NOT_APPLICABLE.value
        return digits(self.values.get(year))


class Show(StrEnum):
    """Which rows to show; the value is the word on the screen."""

    ALL = "全部"
    PENDING = Standing.PENDING.value
    CARRIED = Standing.CARRIED.value
    BIG_CHANGE = "变化大"
    FORMULA = Standing.FORMULA.value

    def keeps(self, row: LedgerRow) -> bool:
        """Whether a row is among them. 公式 has those too that were then set by hand."""
        match self:
            case Show.ALL:
                return True
            case Show.BIG_CHANGE:
                return row.big_change
            case Show.FORMULA:
                return row.has_formula
            case _:
                return row.standing == self.value


def digits(value: Decimal | None) -> str:
    """Write a value so that figures of a column compare at a glance: 1,610, 12.50, 1.28亿."""
    if value is None:
        return ""
    return f"{value:,f}" if abs(value) < _GROUPED else quantity.readable(value)


def years(desk: Desk) -> list[int]:
    """Return the years that have a report or a figure, oldest first."""
    known = {figure.year for figure in desk.figures if figure.value is not None}
    return sorted(known | set(desk.years()) | {desk.year})


def spans(every: Sequence[int], year: int) -> list[tuple[int, ...]]:
    """Return the years in groups to be shown together, the group with `year` first.

    The groups end at `year`; later years stand in groups of their own.
    """
    upto = [one for one in every if one <= year]
    later = [one for one in every if one > year]
    groups = [tuple(upto[max(0, end - SPAN) : end]) for end in range(len(upto), 0, -SPAN)]
    return groups + [tuple(later[at : at + SPAN]) for at in range(0, len(later), SPAN)]


def rows(desk: Desk) -> list[LedgerRow]:
    """Return every indicator of the unit, in the order of its ledger."""
    table = _Table(desk)
    return [table.row(indicator) for indicator in desk.ledger.indicators.values()]


class _Table:
    """What all rows are made from, looked up once."""

    def __init__(self, desk: Desk) -> None:
        self.ledger = desk.ledger
        self.uses = uses(desk)
        used = (name for name in self.uses if name in desk.ledger.indicators)
        self.open = {open_ for name in used for open_ in desk.ledger.missing(name)}
        self.years = years(desk)
        self.shown = [year for year in self.years if year <= desk.year][-SPAN:]
        self.ledgers = {year: desk.ledger.around(year) for year in self.years}
        self.before = desk.last_ledger()
        self.feeds: dict[str, list[str]] = {}
        for result, formula in desk.ledger.formulas.items():
            for operand in formula.operands:
                fed = self.feeds.setdefault(operand.removesuffix(LAST_YEAR), [])
                if result not in fed:
                    fed.append(result)

    def row(self, indicator: Indicator) -> LedgerRow:
        name, ledger = indicator.name, self.ledger
        values = {
            year: value
            for year, one in self.ledgers.items()
            if (value := one.known(name)) is not None
        }
        used = self.uses.get(name, ())
        asked = bool(used) or name in ledger.figures or name in ledger.formulas
        standing = ledger.standing(name) if asked else None
        if standing in _OPEN and name not in self.open:
            standing = None  # it stands nowhere any longer, and nothing is computed from it
        prior = ledger.prior.get(name)
        now, then = values.get(ledger.year), self.before.known(name)
        formula = wording.formula(ledger, name)
        return LedgerRow(
            name=name,
            label=indicator.label,
            unit=indicator.unit,
            period=indicator.period,
            department=indicator.department,
            definition=indicator.definition,
            formula=formula,
            short_formula=_short(indicator.label, formula),
            values=values,
            not_applicable=self._not_applicable(name),
            carried=prior.value if prior and standing is Standing.CARRIED else None,
            series=tuple((year, values.get(year)) for year in self.shown),
            change=wording.change(now, then, indicator.unit),
            change_value=_change(now, then, indicator.unit),
            big_change=_is_big(now, then, indicator.unit),
            standing=standing,
            uses=used,
            feeds=tuple(self.feeds.get(name, ())),
            search=_search(indicator, used),
        )

    def _not_applicable(self, name: str) -> frozenset[int]:
        return frozenset(
            year
            for year, one in self.ledgers.items()
            if (figure := one.figures.get(name)) and figure.state is FigureState.NOT_APPLICABLE
        )


def _short(label: str, formula: str) -> str:
    """Return a formula without the words that its numbers share with the result."""
    parts = [part for part in formula.replace("÷", "＋").replace("－", "＋").split("＋") if part]
    same = takewhile(lambda chars: len(set(chars)) == 1, zip(label, *parts, strict=False))
    shared = label[: len(list(same))]
    short_enough = min((len(part) for part in parts), default=0) - len(shared) < 2
    return formula if len(shared) < 2 or short_enough else formula.replace(shared, "")


def _change(now: Decimal | None, then: Decimal | None, unit: str) -> Decimal | None:
    if now is None or then is None:
        return None
    return now - then if unit == "%" else relative_change(now, then, 4)


def _is_big(now: Decimal | None, then: Decimal | None, unit: str) -> bool:
    change = _change(now, then, unit)
    if change is None or then is None:
        return False
    if unit == "%":
        return abs(change) > BIG_CHANGE_POINTS
    return abs(then) >= BIG_CHANGE_FROM and abs(change) > BIG_CHANGE


def _search(indicator: Indicator, used: Iterable[FigureUse]) -> str:
    words = (indicator.name, indicator.label, *indicator.aliases, indicator.department)
    return "\n".join((*words, *dict.fromkeys(use.place for use in used))).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueStep:
    """One step in a figure's history: local time, and what the value came from.

    `value` and `before` are as they read; `before` is empty for the first step.
    """

    when: str
    what: str
    value: str
    before: str


def history(desk: Desk, name: str, year: int) -> list[ValueStep]:
    """Return how a figure came to its value, newest first."""
    return [_step(step) for step in desk.figure_history(name, year)]


def _step(step: FigureStep) -> ValueStep:
    what = step.after.source if step.after and step.after.source else step.action
    return ValueStep(
        when=clock.said(step.at),
        what=what,
        value=_told(step.after) or "删去",
        before=_told(step.before),
    )


def _told(figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.value is not None:
        return digits(figure.value)
    return wording.missing(figure)
