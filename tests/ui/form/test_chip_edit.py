"""The text with chips: nothing of it gets lost, chips are answered in place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nianbao.report.figures.standing import Standing
from nianbao.report.writing import slots
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import StateColour, ThemeName
from nianbao.ui.pages.form.text.chip_anchors import ChipAnchor
from nianbao.ui.pages.form.text.chip_edit import ChipEdit
from nianbao.ui.pages.form.text.printed_text import Underline
from nianbao.views.form.sheet import Chip

KNOWN = {"甲": ("112", Standing.FILLED), "丙": ("90", Standing.CARRIED)}


def look_up(slot):
    if slot.is_year:
        return Chip(slot=slot, text="2026", printed="2026", standing=None)
    text, standing = KNOWN.get(slot.name, ("上年83", Standing.PENDING))
    typed = text if standing is Standing.FILLED else ""
    return Chip(
        slot=slot,
        text=text,
        printed=text if typed else "【待填】",
        standing=standing,
        label=slot.name,
        typed=typed,
        last="83",
        last_typed="90" if standing is Standing.CARRIED else "83",
    )


@pytest.fixture
def edit(qtbot):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    made = ChipEdit(look_up, "行政复议")
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


SOURCES = st.lists(
    st.one_of(
        st.text("甲乙丙。，{}%\n𠮷a1 ", max_size=8).map(slots.escape),
        st.sampled_from(["{{ 甲 }}", "{{ 年 }}", '{{ 乙|如("12万余") }}', "{{ 丙 }}"]),
    ),
    max_size=8,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(source=SOURCES)
def test_a_source_comes_back_as_it_was_shown(qapp, source):
    edit = ChipEdit(look_up, "文字")

    edit.show_source(source)

    assert edit.source() == source
    edit.deleteLater()


@settings(max_examples=60, deadline=None)
@given(source=SOURCES, data=st.data())
def test_two_halves_are_the_whole(qapp, source, data):
    edit = ChipEdit(look_up, "文字")
    edit.show_source(source)
    edit.set_caret(data.draw(st.integers(0, edit.document().characterCount())))

    assert "".join(edit.halves()) == source
    edit.deleteLater()


def test_what_is_typed_between_chips_leaves_them_alone(edit, qtbot):
    edit.show_source("新收{{ 甲 }}件，审结{{ 乙 }}件。")
    edit.set_caret(2)

    with qtbot.waitSignal(edit.edited):
        edit.textCursor().insertText("行政复议{")

    assert edit.source() == '新收行政复议{{ "{" }}{{ 甲 }}件，审结{{ 乙 }}件。'


def test_composing_chinese_is_no_edit_until_it_is_committed(edit, qtbot):
    edit.show_source("新收{{ 甲 }}件。")
    edit.setFocus()

    with qtbot.assertNotEmitted(edit.edited, wait=500):
        QApplication.sendEvent(edit, QInputMethodEvent("fa zhi", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("法治")
    with qtbot.waitSignal(edit.edited):
        QApplication.sendEvent(edit, committed)

    assert edit.source() == "法治新收{{ 甲 }}件。"


def test_tab_opens_the_next_open_chip_and_says_when_there_is_none(edit, qtbot):
    edit.show_source("新收{{ 甲 }}件，审结{{ 乙 }}件，纠错{{ 丁 }}件。")
    edit.setFocus()
    edit.set_caret(0)

    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert field(edit).accessibleName() == "乙，本年"
    QTest.keyClick(field(edit), Qt.Key.Key_Tab)
    assert field(edit).accessibleName() == "丁，本年"
    with qtbot.waitSignal(edit.left) as left:
        QTest.keyClick(field(edit), Qt.Key.Key_Tab)

    assert left.args == [1]
    assert field(edit) is None


def test_a_number_is_answered_in_place_and_a_refusal_stays(edit, qtbot):
    edit.show_source("审结{{ 乙 }}件。")
    edit.answer_first()

    QTest.keyClicks(field(edit), "12x")
    with qtbot.waitSignal(edit.answered) as answered:
        QTest.keyClick(field(edit), Qt.Key.Key_Return)
    edit.refuse("不是数字。")

    assert answered.args == ["乙", "12x"]
    assert field(edit).accessibleDescription() == "不是数字。"
    QTest.keyClick(field(edit), Qt.Key.Key_Escape)
    assert field(edit) is None


def test_a_field_stays_with_its_chip_wherever_the_caret_goes(edit, qtbot):
    edit.show_source("审结{{ 乙 }}件，纠错{{ 甲 }}件，调解{{ 丁 }}件，都办好了。")
    edit.answer_first()
    QTest.keyClicks(field(edit), "12x")
    QTest.keyClick(field(edit), Qt.Key.Key_Return)
    edit.refuse("不是数字。")
    held, place = edit._painter.current, field(edit).geometry()

    edit.set_caret(edit.document().characterCount() - 1)
    edit.resize(620, 200)

    assert field(edit).geometry() == place
    assert edit.give_up() == (held, "12x")


def test_last_years_stock_is_confirmed_by_enter_and_not_by_passing(edit, qtbot):
    edit.show_source("现有{{ 丙 }}名。")
    edit.answer_first()
    assert field(edit).text() == "90"

    with qtbot.assertNotEmitted(edit.answered):
        QTest.keyClick(field(edit), Qt.Key.Key_Tab)
    edit.answer_first()
    with qtbot.waitSignal(edit.answered) as answered:
        QTest.keyClick(field(edit), Qt.Key.Key_Return)

    assert answered.args == ["丙", "90"]


def test_chips_survive_copy_and_paste_and_read_as_text_elsewhere(edit):
    edit.show_source("新收{{ 甲 }}件。")
    edit.selectAll()
    data = edit.createMimeDataFromSelection()
    assert data.text() == "新收112件。"

    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(data)

    assert edit.source() == "新收{{ 甲 }}件。新收{{ 甲 }}件。"


def test_what_is_pasted_from_word_is_plain_text_without_control_characters(edit):
    edit.show_source("")
    data = QMimeData()
    data.setHtml("<b>新收</b>")
    data.setText("新收\x0b{{ 甲 }}\r\n件\x00")

    edit.insertFromMimeData(data)

    assert slots.render([edit.source()], {})[0] == "新收{{ 甲 }}\n件"


def test_a_wave_stands_under_the_printed_stretch(edit):
    edit.show_source("新收{{ 甲 }}件，{{ 年 }}年新修订。")

    printed = "新收112件，2026年新修订。"
    edit.underline([Underline(start=printed.index("新修订"), length=3, colour=StateColour.AMBER)])

    (selection,) = edit.extraSelections()
    assert selection.cursor.selectedText() == "新修订"


def test_showing_the_same_text_anew_keeps_the_caret(edit):
    edit.show_source("新收{{ 甲 }}件。")
    edit.set_caret(3)

    edit.show_source("新收{{ 甲 }}件。")
    assert edit.caret() == 3
    edit.show_source("一共新收{{ 甲 }}件。")
    assert edit.caret() == 3


def test_a_screen_reader_reads_numbers_with_their_state(edit):
    edit.show_source("新收{{ 甲 }}件，审结{{ 乙 }}件。")

    assert edit.accessibleDescription() == "新收112（已填）件，审结上年83（待报）件。"


def test_a_chip_is_a_control_with_a_name_that_can_be_pressed(edit, qtbot):
    edit.show_source("新收{{ 甲 }}件，审结{{ 乙 }}件。")
    qtbot.waitUntil(lambda: len(anchors(edit)) == 2)
    first, second = anchors(edit)

    assert (first.accessibleName(), first.accessibleDescription()) == ("甲，已填", "112，上年83")
    assert edit.chip_rect(second.at).toRect() == second.geometry()
    second.click()
    assert field(edit).accessibleName() == "乙，本年"

    edit.show_source("没有数。")
    qtbot.waitUntil(lambda: not anchors(edit))


def anchors(edit):
    return edit.viewport().findChildren(ChipAnchor)


def field(edit):
    return edit._field


def test_waves_wait_until_typed_text_is_saved(edit):
    edit.show_source("一段文字")
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)

    edit.underline(
        [Underline(start=2, length=2, colour=StateColour.RED)]
    )  # of what was saved before

    assert edit.toPlainText() == ""


def test_the_field_of_a_chip_covers_nothing_behind_it_until_more_is_typed(edit, chinese_font):
    edit.show_source("审结{{ 乙 }}件。")
    edit.answer_first()
    room = edit.chip_rect(edit.caret()).width()

    assert field(edit).width() <= room + 1  # the widths of two fonts are rounded apart
    QTest.keyClicks(field(edit), "12345678901234567890")
    shown = field(edit).fontMetrics().horizontalAdvance(field(edit).text())
    assert field(edit).width() > max(room, shown)


def test_a_number_typed_in_front_of_a_chip_answers_it(edit, qtbot):
    edit.show_source("审结{{ 甲 }}件。")
    edit.setFocus()
    edit.set_caret(2)

    QTest.keyClicks(edit, "9")
    with qtbot.waitSignal(edit.answered) as answered:
        QTest.keyClick(field(edit), Qt.Key.Key_Return)

    assert answered.args == ["甲", "9"]
    assert edit.source() == "审结{{ 甲 }}件。"


@pytest.mark.parametrize("look", ThemeName)
def test_a_selected_chip_reads_as_it_did(edit, qapp, look, chinese_font):
    """Qt lays the colour of the selection over what stands in a text."""
    theme.apply(qapp, look, 100)
    edit.show_source("新收{{ 甲 }}件，审结{{ 乙 }}件，现有{{ 丙 }}名。")
    edit.setFocus()
    chip = edit.chip_rect(2).toRect()
    edge = chip.height() // 4
    room = chip.adjusted(edge, edge, -edge, -edge)
    assert room.isValid()
    before = edit.viewport().grab(room).toImage()

    edit.selectAll()
    QApplication.processEvents()
    selected = edit.viewport().grab(room).toImage()
    beside = edit.viewport().grab(edit.chip_rect(2).toRect().translated(-20, 0)).toImage()
    edit.set_caret(0)

    assert selected == before
    assert beside != edit.viewport().grab(edit.chip_rect(2).toRect().translated(-20, 0)).toImage()


def test_a_text_is_laid_out_once_however_many_chips_it_has(edit):
    sizes = []
    edit.document().documentLayout().documentSizeChanged.connect(sizes.append)
    source = "".join(f"办理行政复议{{{{ 甲{number} }}}}件，" for number in range(300))
    edit.show_source(source)
    assert edit.source() == source
    assert len(edit.names()) == 300
    assert len(sizes) < 10
