"""What is split, merged, dropped and taken up again keeps last year's text and what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from nianbao.report.model import EntryState
from nianbao.views.form import sheet
from tests.actions.desks import entry

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(window):
    window.desk_page.go_to(entry(window.desk, "其中纠错"))
    return window


def cards(window):
    return sheet.sheet(window.desk, window.desk_page.form.form.section).cards


def entries(window):
    return [card for card in cards(window) if card.is_entry]


def text_of(window, piece):
    return window.desk_page.form.form._cards[piece].text


def last_year(window, piece, qtbot):
    """What is seen at the side when a piece is current."""
    window.desk_page.go_to(piece)
    side = window.desk_page.form.side
    side.show_tab("去年原文")
    qtbot.wait(1)
    return "".join(label.text() for label in side.last_year.findChildren(QLabel))


def split_behind(window, piece, words):
    text = text_of(window, piece)
    text.setFocus()
    text.set_caret(text.toPlainText().index(words) + len(words))
    QTest.keyClick(text, Qt.Key.Key_Return, CTRL)


def test_both_halves_have_last_years_text_beside_them_and_are_not_rewritten(window, qtbot):
    (whole,) = entries(window)
    split_behind(window, whole.piece, "。")

    first, second = entries(window)
    for half in (first, second):
        assert half.state is not EntryState.REWRITTEN
        assert half.state is not EntryState.NEW
        assert "2025年度报告" in last_year(window, half.piece, qtbot)
        assert "新收行政复议申请<b>83</b>件" in last_year(window, half.piece, qtbot)
        assert "群众满意度明显提高" in last_year(window, half.piece, qtbot)

    text = text_of(window, second.piece)
    text.set_caret(0)
    text.insertPlainText("另写一句。")
    text.flush()
    states = [card.state for card in entries(window)]
    assert states[1] is EntryState.REWRITTEN
    assert states[0] is not EntryState.REWRITTEN
    window.desk_page.go_to(second.piece)
    window.commands.run("last_text")
    assert "另写一句" not in entries(window)[1].source


@pytest.mark.parametrize("place", [QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End])
def test_what_cannot_be_split_says_where_it_can(window, place):
    (whole,) = entries(window)
    text = text_of(window, whole.piece)
    text.setFocus()
    text.moveCursor(place)
    QTest.keyClick(text, Qt.Key.Key_Return, CTRL)

    assert entries(window) == [whole]
    assert any("拆成两条" in said for said in window.messages.texts())


def test_what_is_merged_again_is_as_it_was(window):
    (whole,) = entries(window)
    split_behind(window, whole.piece, "。")
    window.desk_page.go_to(whole.piece)
    window.commands.run("merge")

    (again,) = entries(window)
    assert again == whole


def test_a_half_that_is_dropped_comes_back_with_what_was_typed_into_it(window):
    (whole,) = entries(window)
    split_behind(window, whole.piece, "。")
    first, second = entries(window)
    text = text_of(window, first.piece)
    text.set_caret(0)
    text.insertPlainText("今年写的。")
    text.flush()
    window.desk_page.go_to(first.piece)
    window.commands.run("drop")
    assert [card.piece for card in entries(window)] == [second.piece]

    form = window.desk_page.form.form
    buttons = form.findChildren(QPushButton)
    (back,) = [b for b in buttons if b.text() == "恢复" and not b.isHidden()]
    back.click()

    assert [card.piece for card in entries(window)] == [first.piece, second.piece]
    assert entries(window)[0].source.startswith("今年写的。")


def test_a_new_entry_that_was_dropped_can_be_taken_up_again(window):
    window.commands.run("add")
    new = next(card.piece for card in entries(window) if card.state is EntryState.NEW)
    text = text_of(window, new)
    text.insertPlainText("今年新写的一条。")
    text.flush()
    window.desk_page.go_to(new)
    window.commands.run("drop")
    window.commands.run("add")  # which takes no id that is spoken for

    shown = sheet.sheet(window.desk, window.desk_page.form.form.section)
    assert [card.source for card in shown.dropped] == ["今年新写的一条。"]
    window.desk_page.form.form.acts.restore(new)
    assert "今年新写的一条。" in [card.source for card in entries(window)]
