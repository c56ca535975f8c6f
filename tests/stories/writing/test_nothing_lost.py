"""What is typed stays, wherever it was typed and however the user goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from nianbao.desk.desk import Desk
from nianbao.ui.pages.form.text.chip_field import ChipField
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.shell import page_ids
from tests.actions.desks import named

CTRL = Qt.KeyboardModifier.ControlModifier


def section(window):
    """The section 依法化解矛盾纠纷, with four figures to be filled in."""
    return window.desk.report.sections[0].sections[1]


def text_of(window):
    return window.desk_page.form.form._cards[section(window).entries[0].id].text


def type_into_a_chip(window):
    text = text_of(window)
    text.setFocus()
    text.answer_first()
    QTest.keyClicks(QApplication.focusWidget(), "7317")


def type_into_the_grid(window):
    window.desk_page.form.form.grid.table.edit_row(0)
    QTest.keyClicks(QApplication.focusWidget(), "7317")


def type_into_the_text(window):
    text = text_of(window)
    text.setFocus()
    text.set_caret(2)
    QTest.keyClicks(text, "7317")


def another_section(window):
    window.desk_page.form.show_section(window.desk.report.sections[1].sections[0].id)


def another_year(window):
    window.desk_page.show_year(window.desk.unit, 2025)


WAYS = {
    "another section": another_section,
    "another year": another_year,
    "another page": lambda window: window.go(page_ids.LEDGER),
    "only what is untouched": lambda window: window.commands.run("untouched"),
    "a new entry": lambda window: window.commands.run("add"),
    "a larger window": lambda window: window.commands.run("bigger"),
    "the first page": lambda window: window.commands.run("close"),
    "the end": lambda window: window.window().close(),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("typing", [type_into_a_chip, type_into_the_grid, type_into_the_text])
def test_what_was_typed_in_the_form_is_kept(begun, qtbot, tmp_path, typing, way):
    window = begun()
    window.desk_page.form.show_section(section(window).id)
    typing(window)

    WAYS[way](window)
    qtbot.wait(1)
    window.window().close()

    kept = Desk.open(tmp_path / "w.nianbao")
    filed = kept.ledger.known(named(kept, "复议申请新收"))
    assert filed == 7317 or "7317" in section_text(kept)
    kept.close()


def section_text(desk):
    return desk.report.sections[0].sections[1].entries[0].text


def type_into_the_ledger(window):
    window.go(page_ids.LEDGER)
    table = window.desk_page.page(page_ids.LEDGER).table
    table.edit_open(1, -1)
    QTest.keyClicks(QApplication.focusWidget(), "7317")


def type_a_definition(window):
    window.go(page_ids.LEDGER)
    window.desk_page.page(page_ids.LEDGER)._write_definition()
    QTest.keyClicks(QApplication.focusWidget(), "7317")


def type_where_a_promise_is_kept(window):
    window.go(page_ids.PROMISES)
    table = window.desk_page.page(page_ids.PROMISES).table
    QTest.keyClick(table, Qt.Key.Key_Return)
    field = table.viewport().findChild(QComboBox).lineEdit()
    QTest.keyClicks(field, "7317")


@pytest.mark.parametrize("way", ["another year", "another page", "the first page", "the end"])
@pytest.mark.parametrize(
    "typing", [type_into_the_ledger, type_a_definition, type_where_a_promise_is_kept]
)
def test_what_was_typed_on_other_pages_is_kept(begun, qtbot, tmp_path, typing, way):
    window = begun()
    typing(window)

    leave = WAYS[way] if way != "another page" else lambda window: window.go(page_ids.FORM)
    leave(window)
    qtbot.wait(1)
    window.window().close()

    kept = Desk.open(tmp_path / "w.nianbao")
    answers = [one.answer for one in kept.store.promises(kept.unit, 2026)]
    texts = [one.definition for one in kept.ledger.indicators.values()]
    values = [figure.value for figure in kept.figures]
    assert "7317" in answers + texts or 7317 in values
    kept.close()


def test_a_field_with_nothing_typed_leaves_undo_to_the_window(begun, qtbot):
    window = begun()
    window.desk_page.form.show_section(section(window).id)
    filed = named(window.desk, "复议申请新收")
    type_into_a_chip(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.desk.ledger.known(filed) == 7317
    assert isinstance(QApplication.focusWidget(), ChipField)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert window.desk.ledger.known(filed) is None

    type_into_the_grid(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)  # of the field itself
    assert QApplication.focusWidget().text() == ""
    QTest.keyClicks(QApplication.focusWidget(), "7317")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: window.desk.ledger.known(filed) == 7317)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert window.desk.ledger.known(filed) is None


def test_the_palette_closes_over_a_field_of_the_grid(begun, qtbot):
    window = begun()
    window.desk_page.form.show_section(section(window).id)
    type_into_the_grid(window)
    window.open_palette()
    qtbot.wait(1)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is window.desk_page.form.form.grid.table
    assert window.desk.ledger.known(named(window.desk, "复议申请新收")) == 7317


@pytest.mark.parametrize("key", ["bigger", "dark", "normal"])
def test_another_look_keeps_the_page(begun, qtbot, key):
    window = begun()
    window.go(page_ids.LEDGER)
    window.commands.run(key)
    qtbot.wait(1)
    assert window.desk_page.place == page_ids.LEDGER

    window.setup.plan_year()
    page = window.stack.currentWidget()
    assert isinstance(page, NewYearPage)
    window.commands.run(key)
    qtbot.wait(1)
    assert window.stack.currentWidget() is page
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert window.stack.currentWidget() is window.desk_page
    assert window.desk.year == 2027
