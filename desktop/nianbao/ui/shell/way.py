"""The way from last year's file to this year's form: reading, review, plan of the new year."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nianbao.desk.incoming.reading import Source
    from nianbao.desk.plan import YearPlan
    from nianbao.desk.reviewing.review import Known, Review
    from nianbao.ui.shell.window import Window

from nianbao.machine import clock
from nianbao.ui.kit import jobs
from nianbao.ui.shell.safe import leaving


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingReport:
    """A report on its way in: how it is read, and what was said of it so far.

    `place` is the workspace it goes to, None while nobody knows; `other_unit`: although that has
    reports of other units only. `unit` says whose report it is, whatever stands in the file.
    """

    name: str
    read: Callable[[], "Source"]
    year: int | None = None
    unit: str = ""
    place: Path | None = None
    other_unit: bool = False


class Way:
    """Leads through the pages of the way, which it puts into the window.

    What knows reports is imported when it is first needed.
    """

    def __init__(self, window: "Window") -> None:
        self._window = window

    def choose_report(self) -> None:
        """Let the user choose a report and import it."""
        place = self._window.asking.report(self._window, self._window.settings.folder)
        if place is not None:
            self.import_file(place)

    def import_file(self, place: Path) -> None:
        """Read a report file and show what was understood, before anything is stored."""
        settings = replace(self._window.settings, folder=str(place.parent))
        self._window.remember(settings)
        self._review(IncomingReport(name=f"读取“{place.name}”", read=partial(_read_file, place)))

    def import_text(self, text: str) -> None:
        """Take pasted text for a report."""
        self._review(IncomingReport(name="读取粘贴的文字", read=partial(_read_text, text)))

    def open_sample(self) -> None:
        """Go the way with the report of a made-up county."""
        from nianbao.machine.installation import sample_home, sample_report

        place = sample_home()
        if place.exists():
            self._window.open(place)
            return
        read = partial(_read_file, sample_report())
        self._review(IncomingReport(name="读取示例", read=read, place=place))

    def has_sample(self) -> bool:
        """Tell whether the sample was opened once and is still there."""
        from nianbao.machine.installation import sample_home

        return sample_home().exists()

    def remove_sample(self) -> None:
        """Put the sample's workspace into the bin; the user's own ones stay."""
        from nianbao.actions.safe.safekeeping import files_of
        from nianbao.desk.desk import Desk
        from nianbao.errors import NianbaoError
        from nianbao.machine.installation import sample_home

        place, window = sample_home(), self._window
        if not window.let_go():
            return
        try:
            desk = jobs.wait_for(partial(Desk.open_or_view, place))
            is_mixed = len(desk.units()) > 1
            desk.close()
        except NianbaoError:
            is_mixed = False  # damaged, or gone: nothing of the user's can be read in it
        if is_mixed:
            window.complain("示例里还导入了别的单位的报告，没有移除。")
        elif kept := [path for path in files_of(place) if not _discard(path)]:
            window.complain(f"“{kept[0]}”移不到回收站。请关闭正在使用它的程序，或者自己删除。")
        else:
            window.messages.done("示例已经移到回收站，您自己的年报库没有动。")
            window.remember(window.settings.gone(str(place)))
        window.renew_start()

    def _review(self, reading: IncomingReport) -> None:
        from nianbao.desk.reviewing.review import Known, Review

        self._window.start.show_failure("")
        there, place = self._known_here(reading.place), reading.place

        def understood() -> Review:
            known = there or (Known.at(place) if place and place.exists() else None)
            return Review.of(reading.read(), known, year=reading.year, unit=reading.unit)

        self._window.work.run(
            reading.name,
            understood,
            partial(self._find_home, reading),
            partial(self._reading_failed, reading),
        )

    def _known_here(self, place: Path | None) -> "Known | None":
        """Return what the open workspace knows, None when it is another one or none."""
        from nianbao.desk.reviewing.review import Known

        window = self._window
        is_here = window.has_desk() and place in (None, window.desk.place)
        return Known.of(window.desk) if is_here else None

    def _reading_failed(self, reading: IncomingReport, error: Exception) -> None:
        """Say why a file cannot be read; ask for the year that it does not say."""
        from nianbao.errors import NoYearError

        if isinstance(error, NoYearError):
            last = clock.today().year - 1
            year = self._window.asking.year(self._window, last)
            if year is not None:
                self._review(replace(reading, year=year))
            return
        self._window.complain(str(error))

    def _find_home(self, reading: IncomingReport, review: "Review") -> None:
        """Find out into which workspace a report goes, and show it for review."""
        from nianbao.ui.shell.safe import home

        if reading.place is not None:
            self._replace_by(reading, review)
            return
        found = home.find(self._window, review.unit)
        if found is None:  # it is not imported
            return
        source, window = review.source, self._window
        settled = replace(
            reading,
            read=lambda: source,
            place=found.place,
            unit=found.unit,
            other_unit=found.other_unit,
        )
        is_here = window.is_open and found.place == window.desk.place
        if not found.unit and (is_here or not found.place.exists()):
            self._replace_by(settled, review)
        else:  # what that workspace knows of the unit belongs into the review
            self._review(settled)

    def _replace_by(self, reading: IncomingReport, review: "Review") -> None:
        """Show a report for review where another may be under review still."""
        if leaving.may_leave_way(self._window):
            self._show_review(reading, review)

    def _show_review(self, reading: IncomingReport, review: "Review") -> None:
        from nianbao.ui.pages.review.review_page import ReviewPage

        page = ReviewPage(review)
        page.unsaved = lambda: _said(f"{review.year}年度报告里改过、确认过的", review.said)
        page.accepted.connect(partial(self._accept_review, reading))
        page.cancelled.connect(self._window.go_home)
        self._window.show_page(page)

    def _accept_review(self, reading: IncomingReport, review: "Review") -> None:
        """Store the report in its unit's workspace, and plan the year after."""
        from nianbao.actions import importing
        from nianbao.errors import NianbaoError

        window = self._window
        assert reading.place is not None, "a report is reviewed when its home is known"
        try:
            if not self._move_to(reading.place):
                return
            stored = importing.store_review(window.desk, review, other_unit=reading.other_unit)
        except NianbaoError as error:
            window.complain(str(error))
            return
        except OSError:
            folder = reading.place.parent
            window.complain(f"不能在“{folder}”里建年报库。请检查这个文件夹能不能写入。")
            return
        window.desk.show(review.unit, review.year)
        if review.year == max(window.desk.years()):
            self.plan_year(partial(self._back_to_review, reading, review, new=not stored.already))
        else:  # history for the ledger: the current work stays the newest year
            window.desk.show(review.unit, max(window.desk.years()))
            window.arrive(f"{review.year}年度的报告已经存入年报库，台账里有它的数。")

    def _move_to(self, place: Path) -> bool:
        """Open or make the workspace that a report goes to; say whether it is open.

        Raises:
            NianbaoError, OSError: it cannot be opened or made.
        """
        from nianbao.desk.desk import Desk

        window = self._window
        if window.is_open and window.desk.place == place:
            return True
        if not window.let_go(asked=True):  # what is reviewed goes there
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        take = Desk.open if place.exists() else Desk.create
        window.hold(jobs.wait_for(partial(take, place, write_behind=True)))
        return True

    def _back_to_review(self, reading: IncomingReport, review: "Review", *, new: bool) -> None:
        """Show a review again as it was left; what it stored is taken out until it is done with."""
        if not leaving.may_leave_way(self._window):
            return
        if new:
            self._window.desk.undo()
        self._show_review(reading, review)

    def plan_year(self, back: Callable[[], object] | None = None) -> None:
        """Show what the next year would take over, clear and ask; `back` does the step before."""
        from nianbao.desk.plan import YearPlan
        from nianbao.errors import NianbaoError
        from nianbao.ui.pages.newyear.newyear_page import NewYearPage

        if back is None and not leaving.may_leave_way(self._window):
            return
        if self._window.has_page:
            self._window.desk_page.flush()
        self._window.desk.show(self._window.desk.unit, max(self._window.desk.years()))
        try:
            plan = YearPlan.of(self._window.desk)
        except NianbaoError as error:
            self._window.complain(str(error))
            return
        page = NewYearPage(plan)
        page.unsaved = lambda: _said(f"{plan.year}年度还没有建立，选过的", plan.said)
        page.accepted.connect(self._accept_year)
        page.back.connect(back or self._window.go_home)
        self._window.show_page(page)

    def _accept_year(self, plan: "YearPlan") -> None:
        from nianbao.actions import years
        from nianbao.errors import NianbaoError

        try:
            years.store_plan(self._window.desk, plan)
        except NianbaoError as error:
            self._window.complain(str(error))
            return
        self._window.desk.show(self._window.desk.unit, max(self._window.desk.years()))
        self._window.arrive(f"{self._window.desk.year}年度已经建立，可以按Ctrl+Z整体撤销。")


def _said(of: str, count: int) -> str:
    return f"{of}{count}处" if count else ""


def _discard(path: Path) -> bool:
    """Move a file or folder into the bin; say whether that was done."""
    from PySide6.QtCore import QFile

    moved = QFile.moveToTrash(str(path))
    return moved[0] if isinstance(moved, tuple) else moved


def _read_file(place: Path) -> "Source":
    from nianbao.desk.incoming.reading import open_source

    return open_source(place)


def _read_text(text: str) -> "Source":
    from nianbao.desk.incoming.reading import from_bytes

    return from_bytes(text.encode("utf-8"))
