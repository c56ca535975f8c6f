"""A section of one's own is put in, an empty one is taken out: by keys, menu, palette and F7."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nianbao import readers
from nianbao.actions import editing, years
from nianbao.actions.exporting import render
from nianbao.desk.base import Base, turn
from nianbao.desk.incoming import reading
from nianbao.report.pieces import piece_of
from nianbao.report.writing import slots
from nianbao.ui.kit.card_note import CardNote
from nianbao.ui.pages.palette import Palette
from tests.actions.desks import entry
from tests.ui import walking

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TITLE = "推进数字政府建设"


def write(words):
    """Write words where the focus is, as an input method gives them."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def go_to(window, word):
    piece = entry(window.desk, word)
    window.desk_page.go_to(piece)
    return piece


def run_from_the_palette(window, name):
    window.open_palette()
    palette = window.findChild(Palette)
    palette.line.setText(name)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)


def from_the_outline(window, name):
    form = window.desk_page.form
    node = form.outline.currentIndex().data(Qt.ItemDataRole.UserRole + 1)
    menu = form.outline.menu(node)
    next(one for one in menu.actions() if one.text() == name).trigger()


def by_key(window):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL | SHIFT)


def by_button(window):
    form = window.desk_page.form.form
    button = next(b for b in form.findChildren(QPushButton) if b.text() == "＋ 新增一节")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def by_palette(window):
    run_from_the_palette(window, "新增一节")


def by_outline(window):
    from_the_outline(window, "在后面新增一节……")


@pytest.mark.parametrize("ask", [by_key, by_button, by_palette, by_outline])
def test_a_section_of_ones_own_is_asked_its_title_and_stands_behind_the_one_in_hand(window, ask):
    before = window.desk.report
    go_to(window, "评查")
    ask(window)
    headings = window.desk_page.form.headings
    assert headings.isVisible()
    assert QApplication.focusWidget() is headings.field
    assert headings.asked.text() == "新增一节：编号（二），排在“（一）规范行政执法行为”后面"
    QTest.keyClick(headings.field, Qt.Key.Key_Return)
    assert any("标题还没有写" in said for said in window.messages.texts())
    assert window.desk.report == before

    write(TITLE)
    QTest.keyClick(headings.field, Qt.Key.Key_Return)

    made = window.desk.report.sections[0].sections[1]
    assert (made.prefix, made.title) == ("（二）", TITLE)
    assert not headings.isVisible()
    assert not any("标题还没有写" in said for said in window.messages.texts())
    card = window.desk_page.form.form._cards[made.entries[0].id]
    assert QApplication.focusWidget() is card.text
    assert card.text.accessibleName() == "新条目"
    assert walking.nameless(window.window()) == []
    write("建成政务数据平台。")
    window.desk_page.flush()
    assert piece_of(window.desk.report, made.entries[0].id).source == "建成政务数据平台。"
    window.undo()
    window.undo()
    assert window.desk.report == before


def test_esc_adds_nothing_and_leads_back_to_the_text(window):
    before = window.desk.report
    piece = go_to(window, "评查")
    by_key(window)
    write(TITLE)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.desk_page.form.form._cards[piece].text
    assert window.desk.report == before
    by_key(window)
    assert not QApplication.focusWidget().text()  # what was given up is not there again


def test_outside_of_all_sections_it_is_said_where_to_begin(window):
    window.desk_page.form.show_section("front")
    window.commands.run("add_section")
    assert any("请先在左边的提纲里选一节" in said for said in window.messages.texts())
    assert not window.desk_page.form.headings.isVisible()


def emptied(window, word):
    """Write nothing of a section any longer, and stay on its page; return its id and entries."""
    piece = go_to(window, word)
    section = next(s for s in window.desk.report.walk() if any(e.id == piece for e in s.entries))
    for one in section.texts:
        editing.drop(window.desk, one.id)
    window.desk_page.refresh()
    return section.id, [one.id for one in section.texts]


def away_by_command(window, _qtbot):
    run_from_the_palette(window, "删去空标题")


def away_by_outline(window, _qtbot):
    from_the_outline(window, "删去空标题")


def away_by_the_way(window, qtbot):
    form = window.desk_page.form
    for _ in range(60):
        window.commands.run("next_open")
        shown = form.walk.last
        if shown.finding is not None and shown.finding.rule == "S10":
            break
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CardNote))
    QTest.keyClick(QApplication.focusWidget(), "1")


def away_by_the_finding(window, _qtbot):
    side = window.desk_page.form.side
    for _ in range(20):
        window.commands.run("next_finding")
        row = side.list.model.record(side.list.view.currentIndex())
        if row.finding.rule == "S10":
            break
    QTest.keyClick(side.list.view, Qt.Key.Key_Return)


WAYS = [away_by_command, away_by_outline, away_by_the_way, away_by_the_finding]


@pytest.mark.parametrize("act", WAYS)
def test_an_empty_heading_goes_and_comes_back_with_what_stood_below_it(window, act, qtbot):
    before = window.desk.report
    section, (piece,) = emptied(window, "评查")

    act(window, qtbot)

    assert section not in {one.id for one in window.desk.report.walk()}
    assert window.desk.steps()[0].name == "删去标题“（一）规范行政执法行为”"
    form = window.desk_page.form
    assert form.form.section in {s.id for s in window.desk.report.walk()}  # near, not at the top
    form.show_section(window.desk.report.sections[0].id)
    window.commands.run("restore")
    assert window.desk.report == before
    assert form.form.section == section
    assert QApplication.focusWidget() is form.form._cards[piece].text


def test_a_heading_with_text_is_not_offered_to_go_and_stays(window):
    go_to(window, "评查")
    before = window.desk.report
    node = window.desk_page.form.outline.currentIndex().data(Qt.ItemDataRole.UserRole + 1)
    menu = window.desk_page.form.outline.menu(node)
    assert not next(one for one in menu.actions() if one.text() == "删去空标题").isEnabled()
    window.commands.run("remove_section")
    assert any("下面还有1条" in said for said in window.messages.texts())
    assert window.desk.report == before


def test_headings_are_right_in_word_and_in_the_next_year(window, home_file):
    """One of one's own, one renamed, one taken out: read again, and carried over."""
    emptied(window, "决策事项")
    window.commands.run("remove_section")
    go_to(window, "评查")
    by_key(window)
    write(TITLE)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    write("建成政务数据平台，群众办事更加方便。")
    window.desk_page.flush()
    desk = window.desk
    renamed = desk.report.sections[0].sections[0]
    from_the_outline_of(window, renamed.id, "改标题")
    text = QApplication.focusWidget()
    text.selectAll()
    write("严格规范公正文明执法")
    window.desk_page.flush()

    render(desk, home_file)

    wanted = ["（一）严格规范公正文明执法", f"（二）{TITLE}", "（三）依法化解矛盾纠纷"]
    read = readers.read(readers.load(home_file), home_file.name).text
    lines = [line for line in read.split("\n") if line.startswith("（")]
    assert [line.partition("。")[0] for line in lines[:3]] == wanted
    again = reading.open_source(home_file).understood().report
    assert [_heading(one) for one in again.sections[0].sections] == wanted
    years.store(desk, turn(Base.stored(desk.store, desk.unit, desk.year), None))
    assert [_heading(one) for one in desk.report.sections[0].sections] == wanted


def _heading(section):
    return section.prefix + slots.blanked(section.title)


def from_the_outline_of(window, section, name):
    window.desk_page.form.show_section(section)
    from_the_outline(window, name)


@pytest.fixture
def home_file(tmp_path):
    return tmp_path / "今年.docx"
