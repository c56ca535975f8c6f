"""The way from last year's file to this year's form: reading, review, plan of the new year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

_SAMPLE = "示例（安澜县）"


class Way:
    """Leads through the pages of the way, which it puts into the window.

    What knows reports is imported when it is first needed.
    """

    def __init__(self, window: Any) -> None:
        self._window = window  # Window, which imports this module
        self._new_place: Path | None = None  # where the next workspace is made, if not at home

    def choose_report(self) -> None:
        """Let the clerk choose a report and import it."""
        place = self._window.asking.report(self._window, self._window.settings.folder)
        if place is not None:
            self.import_file(place)

    def import_file(self, place: Path) -> None:
        """Read a report file and show what was understood, before anything is stored."""
        settings = replace(self._window.settings, folder=str(place.parent))
        self._window.remember(settings)
        self._review(f"读取“{place.name}”", partial(_read_file, place))

    def import_text(self, text: str) -> None:
        """Take pasted text for a report."""
        self._review("读取粘贴的文字", partial(_read_text, text))

    def open_sample(self) -> None:
        """Go the way with the report of a made-up county."""
        from nianbao.machine.installation import home_of, sample_report

        place = home_of(_SAMPLE)
        if place.exists():
            self._window.open(place)
            return
        if not self._window.let_go():
            return
        self._new_place = place
        self._review("读取示例", partial(_read_file, sample_report()))

    def has_sample(self) -> bool:
        """Tell whether the sample was opened once and is still there."""
        from nianbao.machine.installation import home_of

        return home_of(_SAMPLE).exists()

    def remove_sample(self) -> None:
        """Put the sample's workspace into the bin; the user's own ones stay."""
        from nianbao.actions.safe.safekeeping import files_of
        from nianbao.desk.desk import Desk
        from nianbao.errors import NianbaoError
        from nianbao.machine.installation import home_of

        place, window = home_of(_SAMPLE), self._window
        if not window.let_go():
            return
        try:
            desk = Desk.open_or_view(place)
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

    def _review(self, name: str, read: Callable[[], Any], year: int | None = None) -> None:
        from nianbao.desk.review import Known, Review

        self._window.start.show_trouble("")
        known = Known.of(self._window.desk) if self._window.has_desk() else None
        self._window.work.run(
            name,
            lambda: Review.of(read(), known, year=year),
            self._show_review,
            partial(self._reading_failed, name, read),
        )

    def _reading_failed(self, name: str, read: Callable[[], Any], error: Exception) -> None:
        """Say why a file cannot be read; ask for the year that it does not say."""
        from nianbao.errors import NoYearError

        if isinstance(error, NoYearError):
            last = datetime.now().year - 1  # noqa: DTZ005 - the clerk's clock
            year = self._window.asking.year(self._window, last)
            if year is not None:
                self._review(name, read, year)
            return
        self._window.complain(str(error))

    def _show_review(self, review: Any) -> None:
        from nianbao.ui.pages.review.review_page import ReviewPage

        page = ReviewPage(review)
        page.accepted.connect(self._accept_review)
        page.cancelled.connect(self._window.go_home)
        self._window.show_page(page)

    def _accept_review(self, review: Any) -> None:
        """Store the report in its unit's workspace, and plan the year after."""
        from nianbao.actions import importing
        from nianbao.desk.desk import Desk
        from nianbao.errors import NianbaoError
        from nianbao.machine.installation import home_of

        place = self._new_place or home_of(review.unit)
        try:
            if self._window.desk is None:
                place.parent.mkdir(parents=True, exist_ok=True)
                self._window.desk = Desk.open(place) if place.exists() else Desk.create(place)
            stored = importing.store_review(self._window.desk, review)
        except NianbaoError as error:
            self._window.complain(str(error))
            return
        except OSError:
            self._window.complain(f"不能在“{place.parent}”里建年报库。请检查这个文件夹能不能写入。")
            return
        self._new_place = None
        self._window.desk.show(review.unit, review.year)
        if review.year == max(self._window.desk.years()):
            self.plan_year(partial(self._back_to_review, review, new=not stored.already))
        else:  # history for the ledger: the work in hand stays the newest year
            self._window.desk.show(review.unit, max(self._window.desk.years()))
            self._window.arrive(f"{review.year}年度的报告已经存入年报库，台账里有它的数。")

    def _back_to_review(self, review: Any, *, new: bool) -> None:
        """Show a review again as it was left; what it stored is taken out until it is done with."""
        if new:
            self._window.desk.undo()
        self._show_review(review)

    def plan_year(self, back: Callable[[], object] | None = None) -> None:
        """Show what the next year would take over, clear and ask; `back` does the step before."""
        from nianbao.desk.plan import YearPlan
        from nianbao.errors import NianbaoError
        from nianbao.ui.pages.newyear.newyear_page import NewYearPage

        if self._window.desk_page is not None:
            self._window.desk_page.flush()
        self._window.desk.show(self._window.desk.unit, max(self._window.desk.years()))
        try:
            plan = YearPlan.of(self._window.desk)
        except NianbaoError as error:
            self._window.complain(str(error))
            return
        page = NewYearPage(plan)
        page.accepted.connect(self._accept_year)
        page.back.connect(back or self._window.go_home)
        self._window.show_page(page)

    def _accept_year(self, plan: Any) -> None:
        from nianbao.actions import years
        from nianbao.errors import NianbaoError

        try:
            years.store_plan(self._window.desk, plan)
        except NianbaoError as error:
            self._window.complain(str(error))
            return
        self._window.desk.show(self._window.desk.unit, max(self._window.desk.years()))
        self._window.arrive(f"{self._window.desk.year}年度已经建立，可以按 Ctrl+Z 整体撤销。")


def _discard(path: Path) -> bool:
    """Move a file or folder into the bin; say whether that was done."""
    from PySide6.QtCore import QFile

    moved = QFile.moveToTrash(str(path))
    return moved[0] if isinstance(moved, tuple) else moved


def _read_file(place: Path) -> Any:
    from nianbao.desk.reading import open_source

    return open_source(place)


def _read_text(text: str) -> Any:
    from nianbao.desk.reading import from_bytes

    return from_bytes(text.encode("utf-8"))
