"""A disk that does not answer: the window goes on, and says what is saved only when it is.

Nothing here depends on how fast the machine is: the disk is held up until the test lets it go, and
what is counted is how often the window comes round meanwhile.
"""

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nianbao.actions import editing
from nianbao.ui.kit.dialogs import Unsaved
from nianbao.ui.shell import page_ids
from nianbao.workspace import Workspace, opening
from tests.actions.desks import entry, named
from tests.stories.deeds import empty_the_disk, fill_the_disk, saying
from tests.workspace.slow_disk import Disk

_TURNS = 25


class Heart:
    """Counts how often the window comes round."""

    def __init__(self):
        self.beats = 0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self):
        self.beats += 1

    def goes_on(self):
        wanted = self.beats + _TURNS
        for _ in range(100 * _TURNS):
            QApplication.processEvents()
            if self.beats >= wanted:
                return True
        return False


@pytest.fixture
def window(window):
    assert window.desk_page.saving.settle()
    window.desk_page.form.go_to(entry(window.desk, "纠错"))
    return window


def said(window):
    return window.desk_page.foot._saved.text()


def test_the_window_waits_for_no_disk(window, monkeypatch, qtbot):
    place, heart, disk = window.desk.place, Heart(), Disk(monkeypatch)
    name, piece = named(window.desk, "新收"), entry(window.desk, "案卷评查")
    acts = [
        lambda: editing.answer(window.desk, name, "97", sure=True),
        lambda: window.desk_page.form.go_to(piece),
        lambda: window.desk_page.form.form._cards[piece].text.insertPlainText("今年"),
        window.desk_page.flush,
        lambda: window.go(page_ids.LEDGER),
        lambda: window.go(page_ids.FORM),
        window.undo,
        window.redo,
    ]
    for act in acts:
        act()
        assert heart.goes_on()
        assert disk.asked.wait(60)
        assert "正在保存" in said(window)
    assert not disk.commits
    assert window.desk.ledger.known(name) == 97

    disk.go.set()
    qtbot.waitUntil(lambda: "已保存" in said(window))
    unit, year = window.desk.unit, window.desk.year
    assert window.let_go()
    with Workspace.view(place) as saved:
        assert [f.value for f in saved.figures(unit, year) if f.indicator == name] == [97]
        texts = [e.text for s in saved.report(unit, year).walk() for e in s.entries]
    assert any(text.startswith("今年") for text in texts)


def test_closing_waits_until_all_is_saved(window, monkeypatch):
    place, disk = window.desk.place, Disk(monkeypatch)
    name, unit, year = named(window.desk, "新收"), window.desk.unit, window.desk.year
    editing.answer(window.desk, name, "97", sure=True)
    QTimer.singleShot(0, disk.go.set)

    assert window.window().close()

    with Workspace.view(place) as saved:
        assert [f.value for f in saved.figures(unit, year) if f.indicator == name] == [97]


def test_what_cannot_be_saved_is_said_and_asked_about_on_any_page(window):
    place, unit, year = window.desk.place, window.desk.unit, window.desk.year
    name = named(window.desk, "新收")
    window.leave_page()  # as on the way from a file to the form
    fill_the_disk(window)
    editing.answer_all(window.desk, [(name, "97")], source="很长的来历" * 9000)
    assert not window.saving.settle()
    assert any("磁盘" in said for said in window.messages.texts())
    saying(window, Unsaved.STAY)
    assert not window.window().close()

    empty_the_disk(window)
    assert window.window().close()

    with Workspace.view(place) as saved:
        assert any(f.indicator == name and f.value for f in saved.figures(unit, year))


def test_the_window_goes_on_while_a_workspace_is_opened(window, monkeypatch):
    place, heart, opened = window.desk.place, Heart(), opening.opened
    window.close_desk()

    def slowly(path, **how):
        wanted = heart.beats + _TURNS
        assert threading.current_thread() is not threading.main_thread()
        until = time.monotonic() + 60
        while heart.beats < wanted and time.monotonic() < until:
            time.sleep(0.001)
        assert heart.beats >= wanted
        return opened(path, **how)

    monkeypatch.setattr(opening, "opened", slowly)
    assert window.open(place)
