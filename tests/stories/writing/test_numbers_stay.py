"""A number is never lost: whatever is typed over it, it goes by its own act only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nianbao.actions import editing
from nianbao.report.writing import slots
from tests.actions.desks import entry, named

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def text_of(window, word):
    piece = entry(window.desk, word)
    window.desk_page.go_to(piece)
    return window.desk_page.form.form._cards[piece].text


def figures(text):
    return [slot.name for slot in slots.slots(text.source()) if not slot.is_year]


@pytest.mark.parametrize("act", ["backspace", "delete", "type", "enter", "paste", "compose"])
def test_what_takes_a_whole_text_away_leaves_its_numbers(window, act):
    text = text_of(window, "新收行政复议")
    before = figures(text)
    text.selectAll()
    match act:
        case "backspace":
            QTest.keyClick(text, Qt.Key.Key_Backspace)
        case "delete":
            QTest.keyClick(text, Qt.Key.Key_Delete)
        case "type":
            QTest.keyClicks(text, "a")
        case "enter":
            QTest.keyClick(text, Qt.Key.Key_Return)
        case "paste":
            QGuiApplication.clipboard().setText("另一句")
            QTest.keyClick(text, Qt.Key.Key_V, CTRL)
        case "compose":
            composed = QInputMethodEvent()
            composed.setCommitString("另一句")
            QApplication.sendEvent(text, composed)

    assert figures(text) == before
    assert any("没有删" in said for said in window.messages.texts())


def test_a_number_goes_by_its_own_act_with_its_name_in_the_undo(window, qtbot):
    text = text_of(window, "新收行政复议")
    name = named(window.desk, "纠错数")
    at = next(at for at, slot in _figures(text) if slot.name == name)
    text.set_caret(at + 1)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert name in figures(text)  # it is selected, no more
    note = window.desk_page.form.form._cards[entry(window.desk, "新收行政复议")].note
    assert "直接打数字就是填它" in note.note.text

    QTest.keyClick(text, Qt.Key.Key_Delete, CTRL)

    assert name not in figures(text)
    assert window.desk.steps()[0].name.startswith("不再写“")
    window.undo()
    assert name in figures(text_of(window, "新收行政复议"))


def test_a_number_typed_on_a_selected_one_answers_it(window, qtbot):
    text = text_of(window, "新收行政复议")
    name = named(window.desk, "复议申请新收")
    at = next(at for at, slot in _figures(text) if slot.name == name)
    text.set_caret(at)
    text.moveCursor(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)

    QTest.keyClicks(text, "1")
    QTest.keyClicks(text._field, "12")
    QTest.keyClick(text._field, Qt.Key.Key_Return)

    assert window.desk.ledger.known(name) == 112


def test_a_number_typed_again_after_enter_does_not_come_into_the_text(window, qtbot):
    text = text_of(window, "新收行政复议")
    name = named(window.desk, "复议申请新收")
    before = text.source()
    text.answer_figure(name)
    for typed in ("97", "112"):
        QTest.keyClicks(QApplication.focusWidget(), typed[0])
        QTest.keyClicks(text._field, typed[1:])
        QTest.keyClick(text._field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is text)

    assert window.desk.ledger.known(name) == 112
    assert text.source() == before


def test_rewriting_puts_the_caret_behind_the_text_and_selects_nothing(window):
    piece = entry(window.desk, "新收行政复议")
    window.desk_page.go_to(piece)
    card = window.desk_page.form.form._cards[piece]

    card.rewrite()

    assert not card.text.textCursor().hasSelection()
    assert card.text.caret() == card.text.document().characterCount() - 1


def test_numbers_cut_go_along_and_that_is_said(window, qtbot):
    text = text_of(window, "新收行政复议")
    before = figures(text)
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_X, CTRL)
    assert figures(text) == []
    assert window.desk.steps()[0].name.startswith("剪切")
    QTest.keyClick(text, Qt.Key.Key_V, CTRL)
    assert figures(text) == before


def test_del_on_a_finding_ignores_it_and_takes_no_text(window, qtbot):
    side = window.desk_page.form.side
    window.desk_page.refresh()
    shown = next(one for one in side.findings() if one.piece and one.ignorable and one.length)
    side.list.choose(shown)
    window.activateWindow()
    side.show_tab("发现")
    side.list.view.setFocus()
    side._go(shown)
    report = window.desk.report

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)

    assert window.desk.report == report
    qtbot.waitUntil(
        lambda: shown.fingerprint in {o.fingerprint for o in side.findings() if o.ignored}
    )


def test_what_is_typed_out_of_sight_comes_into_sight(window, qtbot):
    window.resize(1100, 420)
    page = window.desk_page.form.form
    text = text_of(window, "新收行政复议")
    qtbot.wait(20)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    text.setFocus()
    text.set_caret(3)
    page.verticalScrollBar().setValue(0 if text.y() > 300 else page.verticalScrollBar().maximum())

    QTest.keyClicks(text, "x")

    seen = text.mapTo(page.viewport(), text.cursorRect().center())
    assert page.viewport().rect().contains(seen)


def _figures(text):
    from nianbao.ui.pages.form.text.chip_keeping import figures as found

    return found(text.document())


@pytest.mark.parametrize("compose", [False, True])
def test_what_is_typed_into_a_placeholder_comes_in_its_place(window, qtbot, compose):
    piece = entry(window.desk, "新收行政复议")
    editing.write(window.desk, piece, "印发日期为【待填：印发日期（上年1月9日）】。")
    text = text_of(window, "印发日期为")
    text.set_caret(9)

    if compose:
        composed = QInputMethodEvent()
        composed.setCommitString("2月3日")
        QApplication.sendEvent(text, composed)
    else:
        QTest.keyClicks(text, "2")

    assert text.source() == ("印发日期为2月3日。" if compose else "印发日期为2。")
