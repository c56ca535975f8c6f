"""Does the tasks of the manual in the real window and takes its pictures: `manual.py FOLDER`.

Run where the program is installed. Writes a PNG for each `picture` of `resources/manual.toml`, and
the manual itself as a Word file. A task that no longer goes stops it, so no picture is ever stale.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nianbao.actions import manual
from nianbao.machine import installation
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.pages.shortcuts.keys import groups
from nianbao.ui.pages.versions.panel import VersionsPanel
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.application import Frame
from nianbao.ui.shell.report.desk_page import DeskPage
from nianbao.ui.shell.window import Window

_SIZE = 1366, 720  # a small screen with its task bar
_PATIENCE = 300  # s; under an emulator everything takes ten times as long
_SETTLE = 0.5  # s for what is painted a little later
_GLANCES = 20
_CTRL = Qt.KeyboardModifier.ControlModifier
_Page = TypeVar("_Page", bound=QWidget)


class Tasks:
    """The tasks in the order of the manual; each leaves a picture behind."""

    def __init__(self, frame: Frame, folder: Path) -> None:
        self._frame, self._folder = frame, folder
        frame.resize(*_SIZE)
        frame.show()
        self._window = _window(frame)

    def do(self) -> None:
        """Do all of them."""
        self._take("import")
        self._window.setup.import_file(installation.sample_report())
        review = self._page(ReviewPage)
        QTest.keyClick(review, Qt.Key.Key_F8)
        self._take("review")
        QTest.keyClick(review, Qt.Key.Key_Return, _CTRL)
        plan = self._page(NewYearPage)
        self._take("newyear")
        QTest.keyClick(plan, Qt.Key.Key_Return, _CTRL)
        self._page(DeskPage)
        self._window.messages.clear()
        self._fill_in()
        self._look_around()

    def _fill_in(self) -> None:
        page, desk = self._page(DeskPage), self._window.desk
        page.form.show_section(desk.report.sections[0].sections[1].id)
        self._window.commands.run("next_open")
        self._take("next")
        line = self._next_number()
        QTest.keyClicks(line, "7")
        self._take("fill")
        QTest.keyClick(line, Qt.Key.Key_Escape)
        entry = desk.report.sections[0].sections[2].entries[0]
        page.go_to(entry.id)
        self._window.commands.run("rewrite")
        self._take("rewrite")

    def _next_number(self) -> QLineEdit:
        """Go on until a number is asked for; return where it is typed."""
        form = self._page(DeskPage).form.form
        for _ in range(40):
            for line in form.findChildren(QLineEdit):
                if isinstance(line, QLineEdit) and line.isVisible():
                    return line
            self._window.commands.run("next_open")
            _settle(0.05)
        raise RuntimeError("下一处没有走到待填的数。")

    def _look_around(self) -> None:
        window = self._window
        window.go(page_ids.PROMISES)
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_1)
        self._take("promises")
        window.go(page_ids.LEDGER)
        self._take("ledger")
        window.go(page_ids.PREVIEW)
        _settle(_SETTLE)
        self._take("preview")
        window.commands.run("keep_version")
        versions = window.desk_page.page(page_ids.VERSIONS)
        assert isinstance(versions, VersionsPanel)
        versions.name.setText("初稿")
        QTest.keyClick(versions.name, Qt.Key.Key_Return)
        self._take("versions")

    def _page(self, kind: type[_Page]) -> _Page:
        stack = self._window.stack
        _wait(lambda: isinstance(stack.currentWidget(), kind))
        shown = stack.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def _take(self, name: str) -> None:
        if not _few_colours(self._stilled()).save(str(self._folder / f"{name}.png")):
            raise OSError(name)

    def _stilled(self) -> QImage:
        """Return the window once nothing in it changes any more."""
        before = QImage()
        for _ in range(_GLANCES):
            _settle(_SETTLE)
            now = self._frame.grab().toImage()
            if now == before:
                break
            before = now
        return before


def _window(frame: Frame) -> Window:
    window = frame.filled()
    assert isinstance(window, Window)
    return window


def _few_colours(image: QImage) -> QImage:
    """Return a picture of 256 colours, its most frequent ones: a third of the bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table)


def take(folder: Path, home: Path) -> None:
    """Take all pictures and write the manual; workspaces are made in `home`."""
    frame = Frame(home / "window.json")
    Tasks(frame, folder).do()
    keys = [(group.title, group.rows) for group in groups(_window(frame).commands)]
    manual.write(keys, folder / manual.NAME, folder)
    frame.close()


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not until():
        if time.monotonic() > end:
            raise TimeoutError("窗口没有走到下一步。")
        _settle(0.02)


def _settle(seconds: float) -> None:
    """Let the window do what it put off."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def main(folder: Path) -> None:
    """Do it in a process of its own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.name == "nt":  # offscreen Qt does not know where Windows keeps its fonts
        os.environ["QT_QPA_FONTDIR"] = str(Path(os.environ["SYSTEMROOT"]) / "Fonts")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)  # else the window is never still
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        installation.documents_folder = lambda: Path(home) / "年报助手"
        take(folder, Path(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
