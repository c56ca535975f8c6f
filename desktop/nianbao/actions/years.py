"""Years begin: from the report of the year before, as one action."""

from collections.abc import Iterable

from nianbao.actions import versions
from nianbao.desk.base import Base, turn
from nianbao.drafting.new_year import NewYear
from nianbao.errors import InputError
from nianbao.report.mark import Mark
from nianbao.workspace import Workspace


def start_year(
    workspace: Workspace, unit: str, year: int, *, profile: str | None = None
) -> NewYear:
    """Begin a unit's year from its report of the year before, as one action.

    Raises:
        InputError: there is no report to begin from, or the year has begun already.
    """
    base = Base.stored(workspace, unit, year - 1)
    assure_not_begun(workspace, unit, year)
    turned = turn(base, profile)
    store_year(workspace, turned)
    return turned


def assure_not_begun(workspace: Workspace, unit: str, year: int) -> None:
    """Refuse to begin a year twice.

    Raises:
        InputError: the workspace has the year.
    """
    if workspace.report(unit, year) is not None:
        raise InputError(
            f"工作文件里已经有{unit}{year}年度的报告。",
            do="请接着填写；要重新建立，请先撤销原来的一步。",
        )


def store_year(workspace: Workspace, turned: NewYear, marks: Iterable[Mark] = ()) -> None:
    """Write a new year and what was decided about it, as one action."""
    unit, year = turned.report.unit, turned.report.year
    with workspace.act(f"建立{year}年度") as action:
        versions.before(workspace, action, unit, year, "新建年度")
        workspace.save_report(action, turned.report)
        workspace.save_figures(action, unit, turned.figures)
        workspace.save_promises(action, unit, turned.promises)
        workspace.save_changes(action, unit, year, turned.changes)
        workspace.save_marks(action, unit, year, marks)
