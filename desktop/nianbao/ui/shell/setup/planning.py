"""The year after the newest one: shown as a plan, and begun."""

from collections.abc import Callable
from functools import partial

from nianbao.actions import years
from nianbao.desk.plan import YearPlan
from nianbao.errors import NianbaoError
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.shell.opened import leaving
from nianbao.ui.shell.session import Session


def plan_year(window: Session, back: Callable[[], object] | None = None) -> None:
    """Show what the next year would take over, clear and ask; `back` does the step before."""
    if back is None and not leaving.may_leave_setup(window):
        return
    window.flush()
    window.desk.show(window.desk.unit, max(window.desk.years()))
    try:
        plan = YearPlan.of(window.desk)
    except NianbaoError as error:
        window.complain(str(error))
        return
    page = NewYearPage(plan)
    page.unsaved = lambda: counted(f"{plan.year}年度还没有建立，选过的", plan.said)
    page.accepted.connect(partial(_accept, window))
    page.back.connect(back or window.go_home)
    window.show_page(page)


def _accept(window: Session, plan: YearPlan) -> None:
    try:
        years.store_plan(window.desk, plan)
    except NianbaoError as error:
        window.complain(str(error))
        return
    window.desk.show(window.desk.unit, max(window.desk.years()))
    window.arrive(f"{window.desk.year}年度已经建立，可以按Ctrl+Z整体撤销。")


def counted(of: str, count: int) -> str:
    """Say how much of something there is, nothing for none."""
    return f"{of}{count}处" if count else ""
