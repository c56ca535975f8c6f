"""The plan of a new year: all that will be carried, cleared or asked, before it is stored."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Self

from nianbao.desk.base import Base, assure_not_begun, turn
from nianbao.desk.desk import Desk
from nianbao.desk.plan_items import Group, Item, Items
from nianbao.drafting import choices
from nianbao.drafting.choices import Choice
from nianbao.drafting.new_year import NewYear
from nianbao.report.figures.figure import Figure
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.report.writing import slots


class YearPlan:
    """What becomes of last year's report. Nothing is written before it is stored."""

    def __init__(self, base: Base, profile: str | None = None) -> None:
        """Turn the year; an unknown profile is refused with InputError."""
        self.base = base
        self._turned = turn(base, profile)
        report = self._turned.report
        self._asked = choices.questions(self._turned)
        before = base.ledger(base.report.year)
        self.ledger = base.ledger(report.year, self._turned.figures)
        items = Items(self._turned, self._asked, before, self.ledger).all()
        self._items = {item.id: item for item in items}
        self._chosen: dict[str, Choice] = {}
        self.dropped: dict[str, None] = {}

    @classmethod
    def of(cls, desk: Desk, profile: str | None = None) -> Self:
        """Plan the year after the one in hand.

        Raises:
            InputError: that year has begun already, or the profile is not a known one.
        """
        assure_not_begun(desk.store, desk.unit, desk.year + 1)
        return cls(Base.stored(desk.store, desk.unit, desk.year), profile)

    # --- what there is

    @property
    def unit(self) -> str:
        """The body that reports."""
        return self._turned.report.unit

    @property
    def year(self) -> int:
        """The year that will begin."""
        return self._turned.report.year

    def counts(self) -> dict[Group, int]:
        """Return how many lines each group has; lines that stand for others count as one."""
        counted = Counter(item.group for item in self._items.values() if not item.parent)
        return {group: counted[group] for group in Group}

    def items(self, group: Group | None, opened: Collection[str] = ()) -> list[Item]:
        """Return the lines of a group, or what is worth a look of all.

        `opened` are the ids of lines that show those below them.
        """
        return [
            item
            for item in self._items.values()
            if (item.group is group or (group is None and item.group is not Group.TEXT))
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
        if found.below or choice not in [one for one, _ in found.choices]:
            return
        if choice is Choice.DROP:
            self.dropped[found.entry] = None
        else:
            self.dropped.pop(found.entry, None)
            self._chosen[item] = choice

    # --- what it comes to

    def result(self) -> NewYear:
        """Return the new year as it was decided."""
        report = self.report()
        return replace(
            self._turned,
            report=report,
            figures=tuple(self._figures(report)),
            changes=choices.settled(self._turned.changes, self._asked, self._chosen, self.dropped),
        )

    def decisions(self) -> list[Mark]:
        """Return what was decided, to be kept with the year."""
        return choices.decided(self._turned.report, self.report())

    def report(self) -> Report:
        """Return the report as it will begin."""
        last = self.base.report.year
        report = choices.answered(self._turned.report, self._asked, self._chosen, last)
        return choices.without(report, self.dropped)

    def _figures(self, report: Report) -> Iterator[Figure]:
        """Yield the figures that the report still needs, also for its formulas."""
        needed = {s.name for text in choices.texts(report).values() for s in slots.slots(text)}
        waiting = list(needed)
        while waiting:
            formula = self.ledger.formulas.get(waiting.pop())
            more = set(formula.operands) - needed if formula else set()
            needed |= more
            waiting += more
        return (figure for figure in self._turned.figures if figure.indicator in needed)
