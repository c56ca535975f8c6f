"""The plan of a new year: all that will be carried, cleared or asked, before it is stored."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Self

from nianbao.actions.years import assure_not_begun, store_year
from nianbao.desk.base import Base, turn
from nianbao.desk.desk import Desk
from nianbao.drafting import choices
from nianbao.drafting.choices import Choice
from nianbao.drafting.new_year import NewYear
from nianbao.report import slots
from nianbao.report.figure import Figure
from nianbao.report.ledger import Ledger
from nianbao.report.model import Report
from nianbao.report.standing import Standing
from nianbao.views.form import sheet
from nianbao.views.year_plan import Group, Item, Items

_MARK = re.compile("(【[^】]*】)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a text as it will be: plain, a number's chip, or a mark to act on."""

    text: str
    standing: Standing | None = None
    is_mark: bool = False


class YearPlan:
    """What becomes of last year's report. Nothing is written before `store`."""

    def __init__(self, base: Base, profile: str | None = None) -> None:
        """Turn the year; an unknown profile is refused with InputError."""
        self._base = base
        self._turned = turn(base, profile)
        report = self._turned.report
        self._asked = choices.questions(self._turned)
        last = base.report.year
        before = Ledger.of(last, base.indicators, base.figures, base.relations)
        figures = [*base.figures, *self._turned.figures]
        self._ledger = Ledger.of(report.year, base.indicators, figures, base.relations)
        items = Items(self._turned, self._asked, before, self._ledger).all()
        self._items = {item.id: item for item in items}
        self._chosen: dict[str, Choice] = {}
        self._dropped: dict[str, None] = {}

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
        if found.entry in self._dropped:
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
            self._dropped[found.entry] = None
        else:
            self._dropped.pop(found.entry, None)
            self._chosen[item] = choice

    def preview(self, piece: str) -> tuple[Part, ...]:
        """Return a text as it will be; nothing when it is dropped."""
        if piece in self._dropped:
            return ()
        source = choices.texts(self._report()).get(piece, "")
        return tuple(self._parts(source))

    def original(self, piece: str) -> str:
        """Return a text as it reads in last year's report."""
        source = choices.texts(self._base.report).get(piece, "")
        last = self._base
        ledger = Ledger.of(last.report.year, last.indicators, last.figures, last.relations)
        return slots.render([source], ledger.values())[0]

    def division(self) -> str:
        """Say how many figures must come from how many departments."""
        due = [
            self._ledger.indicators[item.id.removeprefix("figure:")].department
            for item in self._items.values()
            if item.group is Group.DUE and item.entry not in self._dropped
        ]
        offices = {office for one in due for office in one.split("、") if one}
        known = sum(bool(one) for one in due)
        said = f"{len(due)} 个数要重新报。"
        if known:
            said += f"其中 {known} 个知道该向谁要，共 {len(offices)} 个部门；"
            said += f"{len(due) - known} 个还没有定部门。" if len(due) - known else "部门都已定。"
        return said

    # --- what it comes to

    def result(self) -> NewYear:
        """Return the new year as it was decided."""
        report = self._report()
        return replace(
            self._turned,
            report=report,
            figures=tuple(self._figures(report)),
            changes=choices.settled(self._turned.changes, self._asked, self._chosen, self._dropped),
        )

    def store(self, desk: Desk) -> None:
        """Write the year as one action and take it in hand.

        Raises:
            InputError: the year has begun in the meantime.
        """
        assure_not_begun(desk.store, self.unit, self.year)
        result = self.result()
        store_year(desk.store, result, choices.decided(self._turned.report, result.report))
        desk.show(self.unit, self.year)
        desk.refresh()

    def _report(self) -> Report:
        last = self._base.report.year
        report = choices.answered(self._turned.report, self._asked, self._chosen, last)
        return choices.without(report, self._dropped)

    def _figures(self, report: Report) -> Iterator[Figure]:
        """Yield the figures that the report still needs, also for its formulas."""
        needed = {s.name for text in choices.texts(report).values() for s in slots.slots(text)}
        waiting = list(needed)
        while waiting:
            formula = self._ledger.formulas.get(waiting.pop())
            more = set(formula.operands) - needed if formula else set()
            needed |= more
            waiting += more
        return (figure for figure in self._turned.figures if figure.indicator in needed)

    def _parts(self, source: str) -> Iterator[Part]:
        for part in slots.parse(source):
            if isinstance(part, str):
                for text in filter(None, _MARK.split(part)):
                    yield Part(text=text, is_mark=_MARK.fullmatch(text) is not None)
            else:
                chip = sheet.chip(self._ledger, part)
                yield Part(text=chip.text, standing=chip.standing)
