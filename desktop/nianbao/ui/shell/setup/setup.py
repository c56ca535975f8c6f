"""From last year's file to this year's form: where it begins."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFile

from nianbao.actions.safe.safekeeping import files_of
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine.installation import sample_home, sample_report
from nianbao.ui.kit import jobs
from nianbao.ui.shell.session import Session


class Setup:
    """Sets a year up, page by page: a file is chosen and reviewed, the year is planned.

    What knows reports is imported when it is first needed.
    """

    def __init__(self, window: Session) -> None:
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
        self._review_file(f"读取“{place.name}”", place)

    def import_text(self, text: str) -> None:
        """Take pasted text for a report."""
        from nianbao.ui.shell.setup.importing import Importing, IncomingReport

        Importing(self._window).review(IncomingReport.of_text("读取粘贴的文字", text))

    def open_sample(self) -> None:
        """Set a year up with the report of a made-up county."""
        place = sample_home()
        if os.path.exists(place):
            self._window.open(place)
        else:
            self._review_file("读取示例", sample_report(), place)

    def remove_sample(self) -> None:
        """Put the sample's workspace into the bin; the user's own ones stay."""
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

    def _review_file(self, name: str, place: Path, workspace: Path | None = None) -> None:
        from nianbao.ui.shell.setup.importing import Importing, IncomingReport

        Importing(self._window).review(IncomingReport.of_file(name, place, workspace))

    def plan_year(self) -> None:
        """Show what the next year would take over, clear and ask."""
        from nianbao.ui.shell.setup import planning

        planning.plan_year(self._window)


def _discard(path: Path) -> bool:
    """Move a file or folder into the bin; say whether that was done."""
    moved = QFile.moveToTrash(str(path))
    return moved[0] if isinstance(moved, tuple) else moved
