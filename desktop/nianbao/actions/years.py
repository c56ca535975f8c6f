"""Years begin: from the report of the year before, as one action."""

from collections.abc import Iterable

from nianbao.actions.safe import versions
from nianbao.desk.base import assure_not_begun
from nianbao.desk.desk import Desk
from nianbao.desk.plan import YearPlan
from nianbao.drafting.years.new_year import NewYear
from nianbao.report.figures.figure import Indicator
from nianbao.report.mark import Mark


def store_plan(desk: Desk, plan: YearPlan) -> None:
    """Begin a year as it was planned, as one action, and make it current.

    Raises:
        InputError: the year has begun in the meantime.
    """
    assure_not_begun(desk.store, plan.unit, plan.year)
    store(desk, plan.result(), plan.decisions(), plan.indicators())


def store(
    desk: Desk,
    turned: NewYear,
    marks: Iterable[Mark] = (),
    indicators: Iterable[Indicator] = (),
) -> None:
    """Write a new year and what was decided about it, as one action, and make it current."""
    workspace, unit, year = desk.store, turned.report.unit, turned.report.year
    with desk.act(f"建立{year}年度") as action:
        versions.before(workspace, action, unit, year, "建立年度")
        workspace.save_report(action, turned.report)
        workspace.save_indicators(action, unit, indicators)
        workspace.save_figures(action, unit, turned.figures)
        workspace.save_promises(action, unit, turned.promises)
        workspace.save_changes(action, unit, year, turned.changes)
        workspace.save_marks(action, unit, year, [*turned.cells, *marks])
        desk.show(unit, year)
