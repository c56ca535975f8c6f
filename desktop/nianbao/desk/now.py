"""What is read of the current report, kept until it is written over."""

from functools import cached_property
from typing import Self

from nianbao.report.change import Change
from nianbao.report.figures.figure import Figure, Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.workspace import Workspace

_REPORT = frozenset({"report", "element", "section", "entry"})
_LEDGER = frozenset({"indicator", "figure", "relation"})
READ = {
    "is_draft": frozenset({"report"}),
    "report": _REPORT,
    "last": _REPORT,
    "figures": frozenset({"figure"}),
    "ledger": _LEDGER,
    "last_ledger": _LEDGER,
    "marks": frozenset({"mark"}),
    "promises": frozenset({"promise"}),
    "automatic": frozenset({"automatic_change"}),
}
"""Of which tables each thing is read that `Now` keeps."""


class Now:
    """What is read of a report, kept until it is written over."""

    def __init__(self, store: Workspace, unit: str, year: int) -> None:
        self._store, self._unit, self._year = store, unit, year

    def is_of(self, unit: str, year: int) -> bool:
        """Whether it is about that report, and has read enough to compare with."""
        return (self._unit, self._year) == (unit, year) and {"report", "ledger"} <= vars(
            self
        ).keys()

    def kept(self, touched: frozenset[str]) -> Self:
        """Return what still holds after these tables were written to."""
        new = type(self)(self._store, self._unit, self._year)
        for name, tables in READ.items():
            if name in vars(self) and not tables & touched:
                setattr(new, name, vars(self)[name])
        return new

    @cached_property
    def is_draft(self) -> bool:
        """Whether it is a draft: it came from no file."""
        infos = self._store.reports()
        return any((i.unit, i.year, i.sha256) == (self._unit, self._year, "") for i in infos)

    @cached_property
    def report(self) -> Report:
        """The report itself."""
        found = self._store.report(self._unit, self._year)
        assert found is not None, "the desk holds no report"
        return found

    @cached_property
    def last(self) -> Report | None:
        """Last year's report, None where there is none."""
        return self._store.report(self._unit, self._year - 1)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures of the unit, of all years."""
        return self._store.figures(self._unit)

    @cached_property
    def ledger(self) -> Ledger:
        """The values of the year."""
        return self._around(self._year)

    @cached_property
    def last_ledger(self) -> Ledger:
        """Last year's values."""
        return self._around(self._year - 1)

    @cached_property
    def marks(self) -> list[Mark]:
        """What the drafter decided in the year, and what is known of its entries besides."""
        return self._store.marks(self._unit, self._year)

    @cached_property
    def promises(self) -> list[Promise]:
        """What the year was promised, and what became of it."""
        return self._store.promises(self._unit, self._year)

    @cached_property
    def automatic(self) -> list[Change]:
        """What the program changed by itself."""
        return self._store.changes(self._unit, self._year)

    def _around(self, year: int) -> Ledger:
        store, unit = self._store, self._unit
        return Ledger.of(year, store.indicators(unit), self.figures, store.relations(unit))
