"""A name is changed long after the import, where one meets it: in the ledger and in the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nianbao.actions import editing
from nianbao.ui.shell import page_ids
from tests.actions.desks import entry, named


def labels(window):
    return [one.label for one in window.desk.ledger.indicators.values()]


def give(line, name):
    assert line.field.isVisible()
    line.field.setText(name)
    QTest.keyClick(line.field, Qt.Key.Key_Return)


def ledger(window, name):
    window.go(page_ids.LEDGER)
    page = window.desk_page.page(page_ids.LEDGER)
    page.table.take(name)
    page.table.setFocus()
    return page


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_a_name_is_changed_in_the_ledger_and_taken_back(window, how):
    name = named(window.desk, "纠错率")
    page = ledger(window, name)
    if how == "key":
        window.commands.run("rename_figure")
    else:
        QTest.mouseClick(page.detail.title.change, Qt.MouseButton.LeftButton)
    give(page.detail.title, "复议纠错比例")

    assert window.desk.ledger.indicators[name].label == "复议纠错比例"
    assert page.detail.title.shown.text() == "复议纠错比例"
    assert page.table.hasFocus()
    window.undo()
    assert "复议纠错比例" not in labels(window)


def test_a_name_is_changed_in_the_form_beside_its_text(window, qtbot):
    name = named(window.desk, "纠错率")
    window.desk_page.go_to(entry(window.desk, "新收行政复议"), name)
    window.commands.run("rename_figure")
    source = window.desk_page.form.side.source
    qtbot.waitUntil(source.name.field.isVisible)
    assert source.name.field.hasFocus()
    give(source.name, "复议纠错比例")

    assert window.desk.ledger.indicators[name].label == "复议纠错比例"
    assert source.name.shown.text() == "复议纠错比例"


def test_the_name_of_another_number_is_refused_and_stays_open(window):
    name, other = named(window.desk, "纠错率"), named(window.desk, "复议申请新收")
    page = ledger(window, name)
    page.begin_rename()
    give(page.detail.title, window.desk.ledger.indicators[other].label)

    assert "不能合并" in page.message.text()
    assert page.detail.title.field.isVisible()
    assert len(set(labels(window))) == len(labels(window))


def test_two_are_made_one_only_when_that_is_said_twice(window):
    desk = window.desk
    (one, other) = [name for name, i in desk.ledger.indicators.items() if i.unit == "件"][:2]
    label = desk.ledger.indicators[other].label
    for name in (one, other):
        for year in (2024, 2025):
            figure = next(f for f in desk.figures if (f.indicator, f.year) == (name, year))
            editing.set_figures(desk, [figure.answered(figure.value * 0 + 7, source="")], "改")
    page = ledger(window, one)
    page.begin_rename()
    give(page.detail.title, label)
    assert "合成一项" in page.message.text()
    assert one in desk.ledger.indicators
    give(page.detail.title, label)
    assert one not in desk.ledger.indicators


def test_esc_leaves_the_name_as_it_was(window):
    page = ledger(window, named(window.desk, "纠错率"))
    before = labels(window)
    page.begin_rename()
    page.detail.title.field.setText("别的")
    QTest.keyClick(page.detail.title.field, Qt.Key.Key_Escape)
    assert labels(window) == before
    assert page.table.hasFocus()


def test_without_a_number_to_rename_the_text_keeps_the_focus(window):
    window.desk_page.go_to(entry(window.desk, "新收行政复议"))
    form = window.desk_page.form
    form.side.show_tab("发现")
    text = QApplication.focusWidget()

    window.commands.run("rename_figure")

    assert any("点选一个数" in said for said in window.messages.texts())
    assert QApplication.focusWidget() is text
    assert form.side.tab == "发现"


@pytest.mark.parametrize(("typed", "key"), [("", Qt.Key.Key_Escape), ("案数", Qt.Key.Key_Return)])
def test_the_text_has_the_focus_again_when_a_name_is_given_or_given_up(window, typed, key):
    piece = entry(window.desk, "新收行政复议")
    window.desk_page.go_to(piece, named(window.desk, "复议申请新收"))
    window.commands.run("rename_figure")
    line = window.desk_page.form.side.source.name
    assert QApplication.focusWidget() is line.field
    line.field.setText(typed or line.field.text())
    QTest.keyClick(line.field, key)
    assert QApplication.focusWidget() is window.desk_page.form.form._cards[piece].text


@pytest.mark.parametrize("word", ["确认沿用83", "不适用"])
def test_the_text_has_the_focus_again_after_an_answer_beside_it(window, word):
    piece = entry(window.desk, "新收行政复议")
    window.desk_page.go_to(piece, named(window.desk, "复议申请新收"))
    side = window.desk_page.form.side
    side.show_tab("来源")
    made = next(b for b in side.source.findChildren(QPushButton) if b.text() == word)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert "新收" in window.desk.steps()[0].name
    assert QApplication.focusWidget() is window.desk_page.form.form._cards[piece].text
