"""Larger or smaller, and nothing else: what was typed, selected and looked at stays as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nianbao.actions import editing
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.form.grid.figure_model import NOW
from nianbao.ui.shell import page_ids
from tests.actions.desks import entry


@pytest.fixture
def window(window):
    yield window
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)


@pytest.fixture
def zooms(window, qtbot):
    """Zoom, yielding at each step: larger twice, smaller, and as it was; or as is said."""

    def stepping(*commands):
        for command in commands or ("bigger", "bigger", "smaller", "normal"):
            window.commands.run(command)
            qtbot.wait(1)
            yield theme.zoom()

    return stepping


def section(window):
    return window.desk_page.form.form


def card_in(window, word):
    piece = entry(window.desk, word)
    window.desk_page.go_to(piece)
    return section(window)._cards[piece]


def stored(window):
    """What is saved, what waits to be, and every step."""
    steps = [(one.id, one.name, one.undone) for one in window.desk.store.history()]
    return window.desk.report, window.desk.ledger.figures, steps


def held(window):
    """Where the user is: the page, and the piece and the section of the form."""
    form = window.desk_page.form
    return window.desk_page.place, form.form.section, form.form.caret()[0]


def test_every_step_of_the_zoom_is_tried(window, zooms):
    steps = ["bigger"] * (len(theme.ZOOMS) - 1)

    assert [*zooms(*steps)] == [*theme.ZOOMS][1:]
    assert {125, 150, 200} <= {*theme.ZOOMS}
    assert [*zooms("smaller", "normal")] == [theme.ZOOMS[-2], 100]


def test_a_selection_in_a_text_stays(window, zooms):
    card = card_in(window, "案卷")
    card.text.setFocus()
    card.text.select_from(9, 3)
    before = stored(window), held(window)
    for _ in zooms():
        focus = QApplication.focusWidget()
        cursor = focus.textCursor()
        assert focus is section(window)._cards[card_piece(window)].text
        assert (cursor.anchor(), cursor.position()) == (9, 3)
        assert (stored(window), held(window)) == before


def card_piece(window):
    return section(window).caret()[0]


def test_what_is_typed_half_into_a_chip_is_neither_taken_nor_lost(window, zooms):
    card = card_in(window, "新收行政复议")
    assert card.text.answer_first()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "12")
    place = card.text.caret()
    before = stored(window), held(window)
    for _ in zooms():
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        assert field.text() == "12"
        assert section(window)._cards[card_piece(window)].text.caret() == place
        assert (stored(window), held(window)) == before
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.steps()[0].name.startswith("填")


def test_what_is_typed_half_into_the_grid_is_neither_taken_nor_lost(window, zooms):
    card_in(window, "新收行政复议")
    table = section(window).grid.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, NOW))
    QTest.keyClicks(table, "1")  # opens the field
    QTest.keyClicks(QApplication.focusWidget(), "2")
    before = stored(window)
    for _ in zooms():
        table = section(window).grid.table
        fields = table.viewport().findChildren(QLineEdit)
        assert [field.text() for field in fields if field.isVisible()] == ["12"]
        assert table.currentIndex().row() == 0
        assert stored(window) == before
    table.flush()
    assert stored(window) != before


def test_the_palette_never_leads_to_a_page_that_is_gone(window, zooms):
    window.open_palette()
    palette = window._finder._palette
    assert palette.isVisible()
    for _ in zooms():
        assert not palette.isVisible()
        window.open_palette()
        palette.line.setText("2025年度")
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        assert window.desk.year == window.desk_page.desk.year == 2025
        assert "2025" in window.desk_page.bar.years.currentText()
        window.desk_page.show_year(window.desk.unit, 2026)


def test_where_the_form_is_scrolled_to_stays(window, zooms, qtbot):
    window.window().resize(700, 420)
    chosen = window.desk.report.sections[0].id
    for _ in range(4):  # more than there is room for, whatever the font
        editing.write(window.desk, editing.add(window.desk, chosen), "走访企业，听取意见。" * 20)
    window.desk_page.form.show_section(chosen)
    form = section(window)
    form.setFocus()  # no caret that must be seen
    pieces = list(form._cards)
    bar = form.verticalScrollBar()
    qtbot.waitUntil(lambda: form._revealing is None and bar.maximum() > 100)
    bar.setValue(bar.maximum() // 2)
    piece, share = form._top()
    for _ in zooms():
        form = section(window)
        qtbot.waitUntil(lambda form=form: form._revealing is None)
        now, much = form._top()
        full = form.verticalScrollBar().value() == form.verticalScrollBar().maximum()
        assert now == piece or full
        assert abs(much - share) < 0.2 or full
        assert list(form._cards) == pieces


def test_the_walk_goes_on_where_it_was(window, zooms):
    window.commands.run("next_open")
    window.commands.run("next_open")
    last = window.desk_page.form.walk.last
    window.desk_page.form.next_bar.limit(last.kind.value)
    for _ in zooms():
        form = window.desk_page.form
        assert form.walk.last == last
        assert form.next_bar.chosen == last.kind.value
        assert f"{last.kind.value} " in form.next_bar._buttons[last.kind].text()


def test_the_ledger_keeps_its_words_its_choice_and_its_row(window, zooms):
    window.go(page_ids.LEDGER)
    page = window.desk_page.page(page_ids.LEDGER)
    page.words.setText("复议")
    page.filters._buttons["PENDING"].click()
    page.table.setFocus()
    row = page.order.rowCount() - 1
    page.table.setCurrentIndex(page.order.index(row, 0))
    name = page.table.name_at(row)
    before = stored(window), held(window)
    for _ in zooms():
        page = window.desk_page.page(page_ids.LEDGER)
        assert page.words.text() == "复议"
        assert page.filters._buttons["PENDING"].isChecked()
        assert page.table.name_at(page.table.currentIndex().row()) == name
        assert QApplication.focusWidget() is page.table
        assert (stored(window), held(window)) == before


def test_the_search_keeps_its_words_and_the_selection_in_them(window, zooms):
    window.commands.run("find_all")
    page = window.desk_page.page(page_ids.SEARCH)
    page.words.setText("行政复议")
    page.words.setSelection(2, 2)
    page.refresh()
    count = page.model.rowCount()
    for _ in zooms():
        page = window.desk_page.page(page_ids.SEARCH)
        page.refresh()
        assert page.words.text() == "行政复议"
        assert page.words.selectedText() == "复议"
        assert page.model.rowCount() == count
        assert QApplication.focusWidget() is page.words
