"""What is done in a window in more than one story."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.shell.report.desk_page import DeskPage

CTRL = Qt.KeyboardModifier.ControlModifier


def arrived(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), kind))
    return window.stack.currentWidget()


def go_the_way(window, report, qtbot):
    """Import, accept, begin the new year."""
    window.setup.import_file(report)
    QTest.keyClick(arrived(window, ReviewPage, qtbot), Qt.Key.Key_Return, CTRL)
    QTest.keyClick(arrived(window, NewYearPage, qtbot), Qt.Key.Key_Return, CTRL)
    return arrived(window, DeskPage, qtbot)


def fill_the_disk(window):
    """Let SQLite have no page more: what it says is what a full disk says."""
    assert window.desk.store.writer.wait(60)
    conn = window.desk.store.writer.conn
    ((pages,),) = conn.rows("PRAGMA page_count")
    conn.rows(f"PRAGMA max_page_count = {pages}")


def empty_the_disk(window):
    window.desk.store.writer.conn.rows("PRAGMA max_page_count = 1000000")


def saying(window, choice):
    window.asking = replace(window.asking, unsaved=lambda *_: choice)


def press(window, said, word):
    """Press a button of the message that says something."""
    message = next(one for one in window.messages._shown if said in one.text)
    button = next(b for b in message.findChildren(QPushButton) if b.text() == word)
    button.click()
