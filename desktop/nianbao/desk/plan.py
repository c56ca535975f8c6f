"""The plan of a new year: all that will be carried, cleared or asked, before it is stored."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Self

from nianbao.desk.base import Base, assure_not_begun, turn
from nianbao.desk.desk import Desk
from nianbao.desk.plan_items import PlanGroup, PlanItem, PlanItems, figure_item
from nianbao.drafting.years import choices
from nianbao.drafting.years.choices import Choice
from nianbao.drafting.years.new_year import NewYear, cleared
from nianbao.report.change import Change
from nianbao.report.figures.figure import CLEARED, Figure, Indicator, Period
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.report.writing import slots


class YearPlan:
    """What becomes of last year's report. Nothing is written before it is stored."""

    def __init__(self, base: Base, profile: str | None = None) -> None:
        """Turn the year; an unknown profile is refused with InputError."""
        self.base = base
        self.turned = turn(base, profile)  # as it is before anything is chosen
        self.asked = choices.questions(self.turned)
        after = base.ledger(self.turned.report.year, self.turned.figures)
        items = PlanItems(self.turned, self.asked, after).all()
        self._items = {item.id: item for item in items}
        self._chosen: dict[str, Choice] = {}
        self.dropped: dict[str, None] = {}

    @classmethod
    def of(cls, desk: Desk, profile: str | None = None) -> Self:
        """Plan the year after the current one.

        Raises:
            InputError: that year has begun already, or the profile is not a known one.
        """
        assure_not_begun(desk.store, desk.unit, desk.year + 1)
        return cls(Base.stored(desk.store, desk.unit, desk.year), profile)

    # --- what there is

    @property
    def unit(self) -> str:
        """The body that reports."""
        return self.turned.report.unit

    @property
    def year(self) -> int:
        """The year that will begin."""
        return self.turned.report.year

    @property
    def said(self) -> int:
        """How many lines the user has decided on."""
        return len(self._chosen) + len(self.dropped)

    def counts(self) -> dict[PlanGroup, int]:
        """Return how many lines each group has; lines that stand for others count as one."""
        counted = Counter(item.group for item in self._items.values() if not item.parent)
        return {group: counted[group] for group in PlanGroup}

    def items(self, group: PlanGroup | None, opened: Collection[str] = ()) -> list[PlanItem]:
        """Return the lines of a group, or what is worth a look of all.

        `opened` are the ids of lines that show those below them.
        """
        return [
            item
            for item in self._items.values()
            if (item.group is group or (group is None and item.group is not PlanGroup.TEXT))
            and (not item.parent or item.parent in opened)
        ]

    def choice(self, item: str) -> Choice | None:
        """Return what has been chosen; None where nothing is to be chosen or lines below differ."""
        found = self._items[item]
        if found.below:
            below = {self.choice(one) for one in found.below}
            return below.pop() if len(below) == 1 else None
        if found.entry in self.dropped:
            return Choice.DROP
        return self._chosen.get(item, found.default)

    def choose(self, item: str, choice: Choice) -> None:
        """Decide on a line; 不再写 drops the entry that it is in, with all that is in it."""
        found = self._items[item]
        for below in found.below:
            self.choose(below, choice)
        if found.below or choice not in found.choices:
            return
        if choice is Choice.DROP:
            self.dropped[found.entry] = None
        else:
            self.dropped.pop(found.entry, None)
            self._chosen[item] = choice

    # --- what it comes to

    @property
    def ledger(self) -> Ledger:
        """The figures around the new year, as it was decided."""
        base = replace(self.base, indicators=[*self._indicators().values()])
        return base.ledger(self.year, self._settled(self.turned.figures))

    def indicators(self) -> list[Indicator]:
        """Return the indicators that are of another kind from now on, 年度数 or 累计数."""
        known = {one.name: one for one in self.base.indicators}
        return [one for name, one in self._indicators().items() if one != known[name]]

    def _of_figure(self, name: str) -> Choice | None:
        return self._chosen.get(figure_item(name))

    def _indicators(self) -> dict[str, Indicator]:
        kinds = {Choice.FLOW: Period.FLOW, Choice.STOCK: Period.STOCK}
        found = {}
        for one in self.base.indicators:
            choice = self._of_figure(one.name)
            period = kinds.get(choice, one.period) if choice else one.period
            found[one.name] = replace(one, period=period)
        return found

    def _settled(self, figures: Iterable[Figure]) -> list[Figure]:
        """Return figures of the new year, those that are to be reported afresh marked so."""
        carried = {item.id for item in self._items.values() if item.group is PlanGroup.CARRIED}
        return [
            replace(figure, source=CLEARED)
            if self._of_figure(figure.indicator) is Choice.CLEAR
            and figure_item(figure.indicator) in carried
            else figure
            for figure in figures
        ]

    def _changes(self) -> list[Change]:
        """Return the changes of the turn; what is said of figures follows what was decided."""
        before, after = {one.name: one for one in self.base.indicators}, self._indicators()
        anew = {}
        for figure in self.base.figures:
            name = figure.indicator
            if figure.year == self.base.report.year and name in before:
                flow = self._of_figure(name) is Choice.CLEAR
                now = replace(after[name], period=Period.FLOW) if flow else after[name]
                anew[cleared(before[name], figure)] = cleared(now, figure)
        return [anew.get(change, change) for change in self.turned.changes]

    def result(self) -> NewYear:
        """Return the new year as it was decided."""
        report = self.report()
        return replace(
            self.turned,
            report=report,
            figures=tuple(self._settled(self._figures(report))),
            changes=choices.settled(self._changes(), self.asked, self._chosen, self.dropped),
        )

    def decisions(self) -> list[Mark]:
        """Return what was decided, to be kept with the year."""
        return choices.decided(self.turned.report, self.report())

    def report(self) -> Report:
        """Return the report as it will begin."""
        last = self.base.report.year
        report = choices.answered(self.turned.report, self.asked, self._chosen, last)
        return choices.without(report, self.dropped)

    def _figures(self, report: Report) -> Iterator[Figure]:
        """Yield the figures that the report still needs, also for its formulas."""
        ledger = self.ledger
        needed = {s.name for text in choices.texts(report).values() for s in slots.slots(text)}
        waiting = list(needed)
        while waiting:
            formula = ledger.formulas.get(waiting.pop())
            more = set(formula.operands) - needed if formula else set()
            needed |= more
            waiting += more
        return (figure for figure in self.turned.figures if figure.indicator in needed)
