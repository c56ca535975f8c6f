"""What a new year is begun from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from nianbao.drafting import elements
from nianbao.drafting.years import new_year, refused
from nianbao.drafting.years.new_year import NewYear
from nianbao.errors import InputError
from nianbao.report.figures.figure import Figure, Indicator, Relation
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.writing.text import quoted, shortened
from nianbao.standards.structure import profiles
from nianbao.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a year is begun from: a report and its ledger.

    `refusals` are the words around the numerals that the user said are no figures, `cells` the
    places of pieces in tables.
    """

    report: Report
    indicators: Sequence[Indicator]
    figures: Sequence[Figure]
    relations: Sequence[Relation]
    refusals: frozenset[str] = frozenset()
    cells: tuple[Mark, ...] = ()

    def ledger(self, year: int, figures: Iterable[Figure] = ()) -> Ledger:
        """Return the ledger around a year, with figures besides those of the base."""
        return Ledger.of(year, self.indicators, [*self.figures, *figures], self.relations)

    @classmethod
    def stored(cls, workspace: Workspace, unit: str, year: int) -> Self:
        """Take a year of the workspace.

        Raises:
            InputError: there is no report on that year.
        """
        report = workspace.report(unit, year)
        if report is None:
            raise InputError(
                f"年报库里没有{unit}{year}年度的报告，不能建立{year + 1}年度。",
                do=f"请先导入{year}年度的报告。",
            )
        return cls(
            report=report,
            indicators=workspace.indicators(unit),
            figures=workspace.figures(unit),
            relations=workspace.relations(unit),
            refusals=refused.by_corrections(workspace.corrections(unit)),
            cells=_cells(workspace.marks(unit, year)),
        )


def turn(base: Base, profile: str | None) -> NewYear:
    """Return the year after a report, with the front and back matter of its profile.

    Raises:
        InputError: the profile is not a known one.
    """
    wanted = known_profile(profile or base.report.profile)
    turned = new_year.start(base.report, base.indicators, base.figures, base.refusals, base.cells)
    report, added = elements.completed(turned.report, wanted)
    return replace(turned, report=report, changes=(*turned.changes, *added))


def _cells(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.kind is MarkKind.CELL)


def known_profile(profile: str) -> str:
    """Return a profile's id.

    Raises:
        InputError: it is not a known one.
    """
    if profile not in profiles():
        names = "、".join(f"{one.id}（{one.name}）" for one in profiles().values())
        raise InputError(
            f"没有{quoted(shortened(profile, 30))}这种报告样式。", do=f"可用的有：{names}。"
        )
    return profile


def assure_not_begun(workspace: Workspace, unit: str, year: int) -> None:
    """Refuse to begin a year twice.

    Raises:
        InputError: the workspace has the year.
    """
    if workspace.report(unit, year) is not None:
        raise InputError(
            f"年报库里已经有{unit}{year}年度的报告。",
            do="请接着填写；要重新建立，请先撤销原来的一步。",
        )
