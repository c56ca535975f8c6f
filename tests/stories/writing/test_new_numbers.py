"""Numbers that are written are offered for the ledger, and taken in only when that is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nianbao.checks.open_items import OpenKind
from nianbao.report.writing import slots
from nianbao.views import open_items
from tests.actions.desks import entry, named

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NEW = "新建县级综治中心1个、乡镇综治中心１４个。"


def card_of(window, word):
    piece = entry(window.desk, word)
    window.desk_page.go_to(piece)
    return window.desk_page.form.form._cards[piece]


def paste(card, words):
    """Write words behind the text of a card, and let the pause after them pass."""
    card.text.setFocus()
    card.rewrite()
    QGuiApplication.clipboard().setText(words)
    QTest.keyClick(card.text, Qt.Key.Key_V, CTRL)
    card.text.flush_text()


def offered(card, qtbot):
    """Return the offer once it is seen; a card that was just made is shown by Qt a moment later."""
    qtbot.waitUntil(lambda: card._offered is not None and card.note.isVisible())
    return card.note.note


def names(card):
    return [slot.name for slot in slots.slots(card.text.source()) if not slot.is_year]


def press(card, word):
    button = next(b for b in card.note.findChildren(QPushButton) if b.accessibleName() == word)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("how", ["key", "mouse", "note", "command"])
def test_new_numbers_become_figures_by_one_key(window, how, qtbot):
    card = card_of(window, "案卷")
    paste(card, NEW)
    note = offered(card, qtbot)
    assert note.text.startswith("认出2个新数，收进台账？")
    assert "乡镇综治中心" in note.reason
    assert "１４个" in note.reason
    printed = card.text.toPlainText()
    assert printed.endswith(NEW)  # nothing is changed by itself
    before = len(names(card))

    match how:
        case "key":
            QTest.keyClick(card.text, Qt.Key.Key_Return, ALT)
        case "mouse":
            press(card, "收进台账")
        case "note":
            card.note.setFocus()
            QTest.keyClick(card.note, Qt.Key.Key_Return)
        case "command":
            window.commands.run("take_in")

    assert len(names(card)) == before + 2
    assert window.desk.ledger.known(named(window.desk, "乡镇综治中心")) == 14
    assert window.desk.steps()[0].name.startswith("收进台账：")
    assert card.text.hasFocus()
    qtbot.waitUntil(lambda: not card.note.isVisible())
    window.undo()
    card = card_of(window, "案卷")
    assert len(names(card)) == before
    assert card.text.toPlainText() == printed


@pytest.mark.parametrize("how", ["key", "command", "names"])
def test_a_number_written_in_a_heading_is_offered_too(window, how, qtbot):
    section = window.desk.report.sections[0].sections[0]
    window.desk_page.go_to(section.id)
    card = window.desk_page.form.form._cards[section.id]
    paste(card, "，建成便民服务中心37个")
    assert offered(card, qtbot).text.startswith("认出1个新数，收进台账？")
    assert left_of(window, OpenKind.NEW) == 1

    match how:
        case "key":
            QTest.keyClick(card.text, Qt.Key.Key_Return, ALT)
        case "command":
            window.commands.run("take_in")
        case "names":
            QTest.keyClick(card.text, Qt.Key.Key_F2)
            (field,) = card._names.fields
            assert field.isVisible()
            QTest.keyClick(field, Qt.Key.Key_Return)

    assert window.desk.ledger.known(named(window.desk, "便民服务中心")) == 37
    assert left_of(window, OpenKind.NEW) == 0
    assert names(card) == [named(window.desk, "便民服务中心")]
    window.undo()
    window.desk_page.go_to(section.id)
    card = window.desk_page.form.form._cards[section.id]
    assert offered(card, qtbot)  # it waits where it was left
    QTest.keyClick(card.text, Qt.Key.Key_Delete, ALT)
    assert left_of(window, OpenKind.NEW) == 0


def left_of(window, kind):
    return open_items.open_items(window.desk).count(kind)


def test_names_are_changed_before_they_are_taken(window, qtbot):
    card = card_of(window, "案卷")
    paste(card, NEW)
    offered(card, qtbot)

    QTest.keyClick(card.text, Qt.Key.Key_F2)
    fields = card._names.fields
    assert [field.isVisible() for field in fields] == [True, True]
    fields[1].setText("乡镇中心数")
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    QTest.keyClick(fields[1], Qt.Key.Key_Return)

    assert window.desk.ledger.known(named(window.desk, "乡镇中心数")) == 14


def test_a_name_that_stands_for_another_number_is_refused_and_nothing_is_taken(window, qtbot):
    card = card_of(window, "案卷")
    label = next(one.label for one in window.desk.ledger.indicators.values() if one.unit == "件")
    paste(card, NEW)
    offered(card, qtbot)
    before = names(card)
    QTest.keyClick(card.text, Qt.Key.Key_F2)
    card._names.fields[0].setText(label)
    QTest.keyClick(card._names.fields[0], Qt.Key.Key_Return)
    QTest.keyClick(card._names.fields[1], Qt.Key.Key_Return)

    assert any("请换一个名称" in said for said in window.messages.texts())
    assert names(card) == before


def test_what_is_declined_is_not_offered_again(window, begun, qtbot):
    card = card_of(window, "案卷")
    paste(card, NEW)
    offered(card, qtbot)
    QTest.keyClick(card.text, Qt.Key.Key_Delete, ALT)
    qtbot.waitUntil(lambda: not card.note.isVisible())
    assert card.text.toPlainText().endswith(NEW)
    assert window.desk.steps()[0].name.startswith("不收进台账：")

    paste(card, "另建文化站3个。")
    assert offered(card, qtbot).text.startswith("认出1个新数")


def test_an_offer_waits_where_it_was_left(window, qtbot):
    card = card_of(window, "案卷")
    paste(card, NEW)
    offered(card, qtbot)
    card_of(window, "应急")
    assert offered(card_of(window, "案卷"), qtbot).text.startswith("认出2个新数")


def test_what_is_absurd_is_asked_about_and_cannot_be_taken(window, qtbot):
    card = card_of(window, "案卷")
    paste(card, "办结率达120%。")
    note = offered(card, qtbot)
    assert "拿不准" in note.text
    assert "超过100%" in note.reason
    assert [one.word for one in note.answers] == ["不是数据"]


def test_typing_goes_on_while_numbers_are_looked_for(window, qtbot):
    card = card_of(window, "案卷")
    paste(card, NEW)
    QTest.keyClicks(card.text, "x")
    card.text.flush_text()
    note = offered(card, qtbot)
    qtbot.waitUntil(lambda: card._offer.source == card.text.source())
    assert note.text.startswith("认出2个新数")
    QTest.keyClick(card.text, Qt.Key.Key_Return, ALT)
    assert card.text.toPlainText().endswith("x")


def test_enter_and_delete_in_the_text_stay_those_of_the_text(window, qtbot):
    card = card_of(window, "案卷")
    paste(card, NEW)
    offered(card, qtbot)
    before = names(card)
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    QTest.keyClick(card.text, Qt.Key.Key_Backspace)
    assert card.text.toPlainText().endswith(NEW)
    assert names(card) == before


@pytest.mark.parametrize("how", ["key", "menu"])
def test_a_figure_of_the_ledger_is_put_at_the_caret(window, how, qtbot):
    card = card_of(window, "案卷")
    card.text.setFocus()
    card.rewrite()
    if how == "key":
        window.commands.run("insert")
    else:
        card.insert()
    chooser = card._chooser
    QTest.keyClicks(chooser.field, "")
    chooser.field.setText("纠错率")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)

    assert names(card)[-1] == named(window.desk, "纠错率")
    assert window.desk.steps()[0].name.startswith("插入“")
    assert card.text.hasFocus()
    window.undo()
    assert named(window.desk, "纠错率") not in names(card_of(window, "案卷"))


def left(window):
    return open_items.open_items(window.desk).count(*OpenKind)


def test_new_numbers_are_counted_with_what_is_left_until_they_are_taken_in(window, qtbot):
    before = left(window)
    card = card_of(window, "案卷")
    card.rewrite()  # an entry that is being written anew is no longer undecided
    paste(card, "。")
    begun_with = left(window)
    assert begun_with <= before
    paste(card, NEW)
    offered(card, qtbot)
    assert left(window) == begun_with + 1

    QTest.keyClick(card.text, Qt.Key.Key_Return, ALT)
    assert left(window) == begun_with


def test_f7_comes_to_new_numbers_and_years_and_one_key_answers_each(window, qtbot):
    form = window.desk_page.form
    card = card_of(window, "案卷")
    paste(card, NEW)
    offered(card, qtbot)
    paste(card_of(window, "应急"), "2026年，应急预案更加完善。")

    card_of(window, "案卷")
    two = form.next_bar._buttons[OpenKind.NEW]
    qtbot.waitUntil(lambda: two.text().endswith(" 2"))
    QTest.mouseClick(form.next_bar._buttons[OpenKind.NEW], Qt.MouseButton.LeftButton)
    card = form.form._cards[form.walk.last.piece]
    assert card.text.hasFocus()
    assert offered(card, qtbot).text.startswith("认出2个新数")
    assert card.text.toPlainText()[card.text.textCursor().position() :].startswith("1个、乡镇")
    QTest.keyClick(card.text, Qt.Key.Key_Return, ALT)

    window.commands.run("next_open")
    card = form.form._cards[form.walk.last.piece]
    assert offered(card, qtbot).text == "“2026年”：明年跟着变吗？"
    QTest.keyClick(card.text, Qt.Key.Key_Return, ALT)
    assert [s.name for s in slots.slots(card.text.source()) if s.is_year][-1:] == ["年"]
    assert open_items.open_items(window.desk).count(OpenKind.NEW) == 0


def test_what_was_written_is_said_to_be_saved(window):
    paste(card_of(window, "案卷"), NEW)
    assert window.desk_page.saving.settle()
    assert window.desk_page.foot._saved.text().startswith("已保存")
