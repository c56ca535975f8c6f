"""What stands in each slot: a known value, a computed one, or a mark that says what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from nianbao.report.figures.figure import (
    CLEARED,
    LAST_YEAR,
    Figure,
    FigureState,
    Indicator,
    Period,
    Relation,
)
from nianbao.report.figures.formula import compute
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import changing, slots
from nianbao.report.writing.placeholder import FILL, LAST, NOT_APPLICABLE, Placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A unit's figures around one year, ready to be looked up by indicator."""

    year: int
    indicators: Mapping[str, Indicator]
    figures: Mapping[str, Figure]
    prior: Mapping[str, Figure]
    formulas: Mapping[str, Relation]

    @classmethod
    def of(
        cls,
        year: int,
        indicators: Iterable[Indicator],
        figures: Iterable[Figure],
        relations: Iterable[Relation],
    ) -> "Ledger":
        """Build the ledger of a year from a unit's indicators, figures of all years, relations."""
        every = list(figures)
        return cls(
            year=year,
            indicators={indicator.name: indicator for indicator in indicators},
            figures={figure.indicator: figure for figure in every if figure.year == year},
            prior={figure.indicator: figure for figure in every if figure.year == year - 1},
            formulas={relation.result: relation for relation in relations if relation.confirmed},
        )

    def values(self) -> dict[str, Decimal | str]:
        """Return what every slot prints, the year words included."""
        return slots.years(self.year) | {name: self.value(name) for name in self.indicators}

    def value(self, name: str) -> Decimal | str:
        """Return an indicator's value, or the mark to print while there is none."""
        figure = self.figures.get(name)
        if figure and figure.state is FigureState.NOT_APPLICABLE:
            return str(Placeholder(kind=NOT_APPLICABLE, label=self.indicators[name].label))
        known = self.known(name)
        return str(self.placeholder(name)) if known is None else known

    def known(self, name: str, seen: frozenset[str] = frozenset()) -> Decimal | None:
        """Return a value that was reported or follows from reported ones, None otherwise.

        A formula that comes back to itself or divides by zero gives no value.
        """
        figure = self.figures.get(name)
        if figure and figure.value is not None:
            return figure.value
        stopped = figure is not None and figure.state is FigureState.NOT_APPLICABLE
        return None if name in seen or stopped else self.computed(name, seen)

    def computed(self, name: str, seen: frozenset[str] = frozenset()) -> Decimal | None:
        """Return what an indicator's formula gives, whatever was put in by hand."""
        formula = self.formulas.get(name)
        if formula is None:
            return None
        operands = [self._operand(operand, seen | {name}) for operand in formula.operands]
        numbers = [number for number in operands if number is not None]
        return compute(formula, numbers) if len(numbers) == len(operands) else None

    def missing(self, name: str, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Return the figures that must be answered before a figure has a value.

        Nothing when it has one. A formula passes the question on to its operands, unless one of
        them can have no value: then the figure itself must be answered.
        """
        if self.known(name) is not None:
            return ()
        formula = self.formulas.get(name)
        if formula is None or self.standing(name) is Standing.NOT_APPLICABLE:
            return (name,)
        found: dict[str, None] = {}
        for operand in formula.operands:
            if self._operand(operand, seen | {name}) is None:
                if not self._can_have_value(operand, seen | {name}):
                    return (name,)
                found |= dict.fromkeys(self.missing(operand, seen | {name}))
        return tuple(found) or (name,)

    def _can_have_value(self, operand: str, seen: frozenset[str]) -> bool:
        """Whether a figure that a formula waits for can be answered in this year."""
        known = operand in self.indicators and operand not in seen
        return known and self.standing(operand) is not Standing.NOT_APPLICABLE

    def standing(self, name: str) -> Standing:
        """Return how a figure stands in this year."""
        figure = self.figures.get(name)
        if figure and figure.state is FigureState.NOT_APPLICABLE:
            return Standing.NOT_APPLICABLE
        if figure is None or figure.value is None:
            if name in self.formulas:
                return Standing.FORMULA
            prior = self.prior.get(name)
            held = self._goes_on(name) and prior is not None and prior.value is not None
            return Standing.CARRIED if held else Standing.PENDING
        if name not in self.formulas:
            return Standing.FILLED
        return Standing.FORMULA if self.computed(name) == figure.value else Standing.MANUAL

    def _goes_on(self, name: str) -> bool:
        """Whether last year's value may hold, because it is a stock that nobody cleared."""
        figure = self.figures.get(name)
        cleared = figure is not None and figure.source == CLEARED
        return self.indicators[name].period is Period.STOCK and not cleared

    def _failure(self, name: str) -> str:
        """Say why a formula cannot give a value, empty when it only waits for its numbers."""
        if self._circular(name, frozenset()):
            return "公式互相引用，算不出来"
        formula = self.formulas[name]
        operands = [self._operand(operand, frozenset([name])) for operand in formula.operands]
        return "" if None in operands else "公式除以0，算不出来"

    def _circular(self, name: str, seen: frozenset[str]) -> bool:
        formula = self.formulas.get(name)
        if formula is None or name in seen:
            return name in seen
        return any(self._circular(operand, seen | {name}) for operand in formula.operands)

    def _operand(self, name: str, seen: frozenset[str]) -> Decimal | None:
        if name.endswith(LAST_YEAR):
            figure = self.prior.get(name.removesuffix(LAST_YEAR))
            return figure.value if figure else None
        return self.known(name, seen)

    def placeholder(self, name: str) -> Placeholder:
        """Return what stands for a missing figure: whose it is, and what it was last year."""
        indicator = self.indicators[name]
        about = [part for part in (indicator.unit, indicator.department) if part]
        if name in self.formulas:
            about.append(self._failure(name) or "由公式计算")
        inner = "，".join(about)
        figure = self.prior.get(name)
        if figure and figure.value is not None:
            last = f"{LAST}{changing.told(figure.value, indicator.unit)}"
            if self._goes_on(name):
                last += "，待确认"
            inner = f"{inner}；{last}" if inner else last
        return Placeholder(kind=FILL, label=indicator.label, note=inner)
