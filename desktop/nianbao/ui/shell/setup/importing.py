"""A report on its way in: read beside the window, shown for review, stored in its workspace."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from nianbao.actions import importing
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import Source, from_bytes, open_source
from nianbao.desk.reviewing.review import Known, Review
from nianbao.errors import NianbaoError, NoYearError
from nianbao.machine import clock
from nianbao.ui.kit import jobs
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.shell.opened import leaving
from nianbao.ui.shell.safe import home
from nianbao.ui.shell.session import Session
from nianbao.ui.shell.setup import planning


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingReport:
    """A report on its way in: how it is read, and what was said of it so far.

    `place` is the workspace it goes to, None while nobody knows; `other_unit`: although that has
    reports of other units only. `unit` says whose report it is, whatever stands in the file.
    """

    name: str
    read: Callable[[], Source]
    year: int | None = None
    unit: str = ""
    place: Path | None = None
    other_unit: bool = False

    @classmethod
    def of_file(cls, name: str, place: Path, workspace: Path | None) -> Self:
        """Return a report that stands in a file, and the workspace it goes to if that is known."""
        return cls(name=name, read=partial(open_source, place), place=workspace)

    @classmethod
    def of_text(cls, name: str, text: str) -> Self:
        """Return a report that was pasted."""
        return cls(name=name, read=partial(from_bytes, text.encode("utf-8")))


class Importing:
    """Leads through the import of one report after the other."""

    def __init__(self, window: Session) -> None:
        self._window = window

    def review(self, reading: IncomingReport) -> None:
        """Read a report and show what was understood, before anything is stored."""
        self._window.start.show_failure("")
        there, place = self._known_here(reading.place), reading.place

        def understood() -> Review:
            known = there or (Known.at(place) if place and os.path.exists(place) else None)
            return Review.of(reading.read(), known, year=reading.year, unit=reading.unit)

        self._window.work.run(
            reading.name,
            understood,
            partial(self._find_home, reading),
            partial(self._reading_failed, reading),
        )

    def _known_here(self, place: Path | None) -> Known | None:
        """Return what the open workspace knows, None when it is another one or none."""
        window = self._window
        is_here = window.has_desk() and place in (None, window.desk.place)
        return Known.of(window.desk) if is_here else None

    def _reading_failed(self, reading: IncomingReport, error: Exception) -> None:
        """Say why a file cannot be read; ask for the year that it does not say."""
        if isinstance(error, NoYearError):
            last = clock.today().year - 1
            year = self._window.asking.year(self._window, last)
            if year is not None:
                self.review(replace(reading, year=year))
            return
        self._window.complain(str(error))

    def _find_home(self, reading: IncomingReport, review: Review) -> None:
        """Find out into which workspace a report goes, and show it for review."""
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
        if not found.unit and (is_here or not os.path.exists(found.place)):
            self._replace_by(settled, review)
        else:  # what that workspace knows of the unit belongs into the review
            self.review(settled)

    def _replace_by(self, reading: IncomingReport, review: Review) -> None:
        """Show a report for review where another may be under review still."""
        if leaving.may_leave_setup(self._window):
            self._show_review(reading, review)

    def _show_review(self, reading: IncomingReport, review: Review) -> None:
        page = ReviewPage(review)
        page.unsaved = lambda: planning.counted(
            f"{review.year}年度报告里改过、确认过的", review.said
        )
        page.accepted.connect(partial(self._accept_review, reading))
        page.cancelled.connect(self._window.go_home)
        self._window.show_page(page)

    def _accept_review(self, reading: IncomingReport, review: Review) -> None:
        """Store the report in its unit's workspace, and plan the year after."""
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
            new = not stored.already
            planning.plan_year(window, partial(self._back_to_review, reading, review, new=new))
        else:  # history for the ledger: the current work stays the newest year
            window.desk.show(review.unit, max(window.desk.years()))
            window.arrive(f"{review.year}年度的报告已经存入年报库，台账里有它的数。")

    def _move_to(self, place: Path) -> bool:
        """Open or make the workspace that a report goes to; say whether it is open.

        Raises:
            NianbaoError, OSError: it cannot be opened or made.
        """
        window = self._window
        if window.is_open and window.desk.place == place:
            return True
        if not window.let_go(asked=True):  # what is reviewed goes there
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        take = Desk.open if os.path.exists(place) else Desk.create
        window.hold(jobs.wait_for(partial(take, place, write_behind=True)))
        return True

    def _back_to_review(self, reading: IncomingReport, review: Review, *, new: bool) -> None:
        """Show a review again as it was left; what it stored is taken out until it is done with."""
        if not leaving.may_leave_setup(self._window):
            return
        if new:
            self._window.desk.undo()
        self._show_review(reading, review)
