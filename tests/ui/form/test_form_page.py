"""The form over a real desk: what is typed is stored, what is stored is shown."""

import re

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from tests.actions.desks import BODY, entry, named

from nianbao.actions import editing
from nianbao.report.figures.standing import Standing
from nianbao.report.model import EntryState
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.form.card.entry_card import EntryCard
from nianbao.ui.pages.form.form_page import FormPage
from nianbao.ui.pages.form.grid.figure_model import NOW, FigureModel
from nianbao.views.form import outline, sheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk, qtbot):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    made = FormPage(desk)
    qtbot.addWidget(made)
    desk.changed = lambda _: made.refresh()
    made.resize(1366, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    desk.changed = lambda _: None


def cards(page):
    return page.form._cards


def open_section(page, desk, word):
    piece = entry(desk, word)
    page.go_to(piece)
    return piece


def field(table):
    return next(one for one in table.findChildren(QLineEdit) if one.isVisible())


def test_the_figure_model_is_a_proper_model(desk, qtmodeltester):
    rows = sheet.sheet(desk, sheet.page_of(desk.report, entry(desk, "其中纠错"))).rows
    model = FigureModel(lambda *_: None, lambda *_: None)
    model.show(rows)

    qtmodeltester.check(model)
    assert model.data(QModelIndex()) is None


def test_typing_into_the_grid_fills_the_text_and_goes_on(page, desk, qtbot):
    open_section(page, desk, "其中纠错")
    table = page.form.grid.table
    page.form.grid.table.edit_open(1, -1)

    QTest.keyClicks(field(table), "112")
    QTest.keyClick(field(table), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: desk.ledger.standing(named(desk, "复议申请新收")) is Standing.FILLED)

    assert table.model().index(0, NOW).data() == "112"
    assert "112（已填）" in cards(page)[entry(desk, "其中纠错")].text.accessibleDescription()
    assert table.currentIndex().row() > 0
    assert field(table) is not None


def test_a_refused_number_is_told_beside_the_table(page, desk, qtbot):
    open_section(page, desk, "其中纠错")
    page.form.grid.table.edit_open(1, -1)
    table = page.form.grid.table

    QTest.keyClicks(field(table), "1x")
    QTest.keyClick(field(table), Qt.Key.Key_Return)

    qtbot.waitUntil(page.form.grid.message.isVisible)
    assert "不是数字" in page.form.grid.message.text()


def test_a_column_from_excel_is_one_step(page, desk):
    open_section(page, desk, "其中纠错")
    table = page.form.grid.table
    table.setCurrentIndex(table.model().index(0, NOW))
    QGuiApplication.clipboard().setText("112\r\n15\r\n")

    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert desk.ledger.known(named(desk, "复议申请新收")) == 112
    assert desk.ledger.known(named(desk, "纠错数")) == 15
    assert desk.undo() == "填入2个数"
    assert desk.ledger.known(named(desk, "纠错数")) is None


def test_answering_in_the_text_counts_in_the_outline(page, desk):
    piece = open_section(page, desk, "执法案卷评查")
    text = cards(page)[piece].text
    assert text.answer_first()

    QTest.keyClicks(text._field, "120")
    QTest.keyClick(text._field, Qt.Key.Key_Return)

    node = page.outline.currentIndex().data(Qt.ItemDataRole.UserRole + 1)
    assert node.section == page.form.section
    assert node.progress is outline.Progress.DONE
    assert cards(page)[piece].card.state is EntryState.FIGURES_ONLY


def test_what_is_typed_is_saved_without_being_asked(page, desk, qtbot):
    piece = open_section(page, desk, "执法案卷评查")
    text = cards(page)[piece].text
    text.set_caret(0)

    QTest.keyClicks(text, "X")
    qtbot.waitUntil(lambda: any("X" in e.text for s in desk.report.walk() for e in s.entries))

    assert desk.steps()[0].name.startswith("改“")
    assert desk.undo().startswith("改“")
    assert "X" not in text.toPlainText()


def test_cards_are_kept_dropped_restored_moved_and_split(page, desk):
    piece = open_section(page, desk, "执法案卷评查")
    card = cards(page)[piece]

    card._acts.drop(piece)
    assert piece not in cards(page)
    editing.restore(desk, piece)
    assert piece in cards(page)

    text = cards(page)[piece].text
    text.set_caret(10)
    cards(page)[piece].split()
    assert len([c for c in cards(page).values() if c.card.is_entry]) == 2

    QTest.keyClick(cards(page)[piece], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert list(cards(page))[-1] == piece


def test_a_card_dropped_on_another_section_goes_there(page, desk):
    piece = open_section(page, desk, "执法案卷评查")
    other = sheet.page_of(desk.report, entry(desk, "其中纠错"))

    page.outline.entry_dropped.emit(piece, other)

    assert sheet.page_of(desk.report, piece) == other


def test_a_card_dropped_above_another_changes_places(page, desk, qtbot):
    piece = open_section(page, desk, "执法案卷评查")
    page.form.add_entry()
    new = next(p for p in cards(page) if p != piece and cards(page)[p].card.is_entry)
    qtbot.waitUntil(lambda: cards(page)[new].y() > cards(page)[piece].y())

    page.form.drop_at(new, page.form.viewport().rect().topLeft())

    entries = [p for p, c in cards(page).items() if c.card.is_entry]
    assert entries == [new, piece]


def test_only_what_is_untouched_is_shown_when_asked(page, desk):
    piece = open_section(page, desk, "其中纠错")
    editing.answer(desk, named(desk, "复议申请新收"), "5")

    page.toggle_untouched()
    assert piece not in cards(page)
    page.toggle_untouched()
    assert piece in cards(page)


def test_last_year_stands_beside_the_entry_in_hand(page, desk):
    piece = open_section(page, desk, "其中纠错")
    cards(page)[piece].text.setFocus()

    labels = page.side.last_year.findChildren(QLabel)
    texts = [re.sub("<[^>]+>", "", label.text()) for label in labels]
    assert any("新收行政复议申请83件" in text for text in texts)


def test_f8_goes_to_the_text_and_accepting_repairs_it(page, desk, qtbot):
    """The report's third heading is numbered （四）."""
    shown = next(one for one in page.side.findings() if one.finding.rule == "S02")
    page.side.accepted.emit(shown)

    assert desk.steps()[0].name
    assert not any(one.finding.rule == "S02" for one in page.side.findings())


def test_the_outline_tells_a_screen_reader_what_is_open(page):
    spoken = [
        page.outline.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.outline.model().rowCount())
    ]

    assert any("待报" in words for words in spoken)
    assert page.heat.accessibleName().startswith("未动")


def test_what_is_worked_on_does_not_vanish_from_the_untouched(page, desk, qtbot):
    piece = open_section(page, desk, "其中纠错")
    page.toggle_untouched()
    text = cards(page)[piece].text
    text.setFocus()
    text.set_caret(2)
    QTest.keyClicks(text, "XY")
    text.flush()
    assert QApplication.focusWidget() is text

    QTest.keyClicks(text, "Z")
    text.flush()
    assert "XYZ" in sheet.sheet(desk, page.form.section).cards[0].source


def test_typing_in_the_lead_sentence_goes_on(page, desk, qtbot):
    piece = open_section(page, desk, "其中纠错")
    other = editing.add(desk, page.form.section, source=f"强化府院联动机制。{BODY}")
    text = cards(page)[other].text
    text.setFocus()
    text.set_caret(3)
    for letter in "XYZ":
        QTest.keyClicks(QApplication.focusWidget(), letter)
        text.flush()

    assert cards(page)[other].card.title == "强化府XYZ院联动机制"
    assert QApplication.focusWidget() is text
    drop = next(b for b in cards(page)[other].findChildren(QPushButton) if b.text() == "不再写")
    assert drop.accessibleName() == "不再写：强化府XYZ院联动机制"
    assert piece in cards(page)


def test_the_focus_stays_with_the_text_when_cards_come_and_go(page, desk, qtbot):
    first = open_section(page, desk, "其中纠错")
    second = editing.add(desk, page.form.section, source="第二条写在这里。")
    cards(page)[second].text.setFocus()
    editing.move(desk, second, -1)
    assert QApplication.focusWidget() is cards(page)[second].text

    cards(page)[second].text.set_caret(3)
    QTest.keyClick(cards(page)[second].text, Qt.Key.Key_Return, CTRL)
    new = next(one for one in cards(page) if one not in (first, second, page.form.section))
    assert QApplication.focusWidget() is cards(page)[new].text

    drop = next(b for b in cards(page)[new].findChildren(QPushButton) if b.text() == "不再写")
    QTest.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() in {card.text for card in cards(page).values()}


def test_a_heading_stays_in_one_line(page, desk, qtbot):
    open_section(page, desk, "其中纠错")
    heading = cards(page)[page.form.section].text
    heading.set_caret(2)
    QTest.keyClick(heading, Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("新\n的")
    QTest.keyClick(heading, Qt.Key.Key_V, CTRL)
    heading.flush()

    assert sheet.sheet(desk, page.form.section).heading.source == "依法新的化解矛盾纠纷"


def test_the_title_page_takes_no_entries(page, desk, qtbot):
    page.show_section(sheet.FRONT)
    with qtbot.waitSignal(page.message) as said:
        page.form.add_entry()
    assert said.args == ["这里不能新增条目。请先在左边选一节。"]
    assert desk.steps()[0].name == "建立2026年度"


def test_a_long_page_is_painted_before_what_is_out_of_sight_is_made(page, desk, qtbot):
    section = desk.report.sections[0].sections[1]
    new = [editing.add(desk, section.id) for _ in range(30)]
    for piece in new:
        editing.write(desk, piece, "走访企业，听取意见。" * 20)
    page.form.show_section(desk.report.sections[1].id)
    qtbot.waitUntil(lambda: not page.form._foot_is_due)

    def shown():
        return [card.card.piece for card in page.form.findChildren(EntryCard)]

    page.form.show_section(section.id)
    assert 5 < len(shown()) < 30
    qtbot.waitUntil(lambda: {*new} < {*shown()})
    assert [one for one in shown() if one in new] == new
    made = next(one for one in page.form.findChildren(QPushButton) if "新增" in one.text())
    last = cards(page)[new[-1]]
    qtbot.waitUntil(
        lambda: made.mapToGlobal(QPoint()).y() > last.mapToGlobal(QPoint(0, last.height())).y()
    )


def test_whoever_asks_for_a_card_out_of_sight_gets_it_at_once(page, desk):
    section = desk.report.sections[0].sections[1]
    new = [editing.add(desk, section.id) for _ in range(30)]
    page.form.show_section(desk.report.sections[1].id)
    page.form.show_section(section.id)
    page.go_to(new[-1])
    assert page.form.caret()[0] == new[-1]
    assert list(cards(page))[-30:] == new
