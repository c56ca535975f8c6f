"""The ledger page: typing, walking, pasting, describing, jumping, exporting."""

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)
from tests.actions.ledger_desk import CLOSED, CORRECTED, FILED, HALLS, RATE, desk_in

from nianbao.actions import editing
from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import theme
from nianbao.ui.kit.jobs import Work
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.ledger.model import ColumnKind
from nianbao.ui.pages.ledger.page import LedgerPage
from nianbao.views.ledger import tables
from nianbao.views.ledger.tables import Show


@pytest.fixture
def desk(tmp_path):
    desk = desk_in(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot, desk, tmp_path):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    page = LedgerPage(desk, Work(), lambda _parent, name: tmp_path / name)
    qtbot.addWidget(page)
    page.resize(1366, 720)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.table.setFocus()
    return page


def row(desk, name):
    return next(row for row in tables.rows(desk) if row.name == name)


def shown(page):
    return [page.table.name_at(at) for at in range(page.order.rowCount())]


def field(page):
    return page.table.viewport().findChildren(QLineEdit)[-1]


def cell(page, name, kind, year=0):
    return page.model.index(page.model.row_of(name), page.model.column_of(kind, year))


def type_into(qtbot, page, text, key):
    """Type into the field that is open, in one composition as an input method does."""
    editor = field(page)
    editor.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)
    qtbot.keyClick(editor, key)
    QApplication.processEvents()


def test_the_models_keep_the_rules_of_qt(page, qtmodeltester):
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.order)


def test_enter_answers_the_figure_in_hand_and_everything_follows(qtbot, page, desk):
    page.table.take(CLOSED)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    type_into(qtbot, page, "104", Qt.Key.Key_Return)
    page.table.take(CORRECTED)
    qtbot.keyClick(page.table, "1")  # a digit begins the answer too
    type_into(qtbot, page, "13", Qt.Key.Key_Return)

    assert row(desk, CLOSED).values[2026] == 104
    assert cell(page, RATE, ColumnKind.VALUE, 2026).data() == "12.50"
    assert cell(page, CLOSED, ColumnKind.STATE).data() == "√ 已填"
    assert page.filters._buttons["PENDING"].text() == "待报 1"
    assert desk.undo() == f"填“{CORRECTED}”：13"
    page.refresh()
    assert cell(page, CORRECTED, ColumnKind.VALUE, 2026).data() == ""


def test_a_word_is_refused_beside_the_table_and_the_figure_stays(qtbot, page, desk):
    page.table.take(FILED)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    type_into(qtbot, page, "若干", Qt.Key.Key_Return)

    assert "“若干”不是数字" in page.message.text()
    assert page.message.property("role") == "error"
    assert row(desk, FILED).standing is Standing.PENDING


def test_tab_walks_the_open_figures_and_confirms_none(qtbot, page, desk):
    page.table.take(FILED)
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert "上年80" in field(page).placeholderText()

    type_into(qtbot, page, "104", Qt.Key.Key_Tab)
    qtbot.keyClick(field(page), Qt.Key.Key_Tab)  # 纠错数, left as it is
    QApplication.processEvents()
    assert page.table.name_at(page.table.currentIndex().row()) == HALLS
    qtbot.keyClick(field(page), Qt.Key.Key_Tab)  # the last: on to what is beside the table
    QApplication.processEvents()

    assert row(desk, CLOSED).values[2026] == 104
    assert row(desk, CORRECTED).standing is Standing.PENDING
    assert row(desk, HALLS).standing is Standing.CARRIED
    assert page.detail.describing.definition.hasFocus()


def test_enter_confirms_what_is_carried_over(qtbot, page, desk):
    assert cell(page, HALLS, ColumnKind.VALUE, 2026).data() == "○ 12"
    page.table.take(HALLS)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(field(page), Qt.Key.Key_Return)
    QApplication.processEvents()

    assert row(desk, HALLS).standing is Standing.FILLED
    assert row(desk, HALLS).values[2026] == 12
    assert desk.steps()[0].name == f"确认沿用“{HALLS}”"


def test_leaving_a_carried_value_with_escape_confirms_nothing(qtbot, page, desk):
    page.table.take(HALLS)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(field(page), Qt.Key.Key_Escape)
    QApplication.processEvents()

    assert row(desk, HALLS).standing is Standing.CARRIED


def test_a_column_is_pasted_as_one_action_and_odd_cells_are_listed(qtbot, page, desk):
    QGuiApplication.clipboard().setText("111\r\n103\r\n若干\r\n")
    page.table.take(FILED)
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert f"有1行没有填：第3行：“{CORRECTED}”填的“若干”不是数字" in page.message.text()
    assert row(desk, FILED).values[2026] == 111

    QGuiApplication.clipboard().setText("112\r\n104\r\n13\r\n")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert [row(desk, name).values[2026] for name in (FILED, CLOSED, CORRECTED)] == [112, 104, 13]
    assert page.message.text() == "填入了3个数，不对可以按Ctrl+Z撤销。"
    assert tables.history(desk, FILED, 2026)[0].what == "从Excel粘贴"
    assert desk.undo() == "填入3个数"


def test_a_column_pasted_into_an_open_field_goes_to_the_rows(qtbot, page, desk):
    QGuiApplication.clipboard().setText("112\r\n104\r\n")
    page.table.take(FILED)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(field(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()

    assert [row(desk, name).values[2026] for name in (FILED, CLOSED)] == [112, 104]


def test_sorting_is_by_number_with_the_missing_last_both_ways(page, desk):
    editing.answer_all(desk, [(FILED, "9"), (CLOSED, "104")])
    page.refresh()
    now = page.model.now

    page.table.sortByColumn(now, Qt.SortOrder.AscendingOrder)
    rising = shown(page)
    page.table.sortByColumn(now, Qt.SortOrder.DescendingOrder)

    assert rising[:2] == [FILED, CLOSED]
    assert shown(page)[:2] == [CLOSED, FILED]
    page.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert shown(page) == [one.name for one in tables.rows(desk)]


def test_filters_show_what_is_left_and_an_answered_row_stays_in_sight(page, desk):
    page.filters._buttons["PENDING"].click()
    assert shown(page) == [FILED, CLOSED, CORRECTED]

    editing.answer(desk, CLOSED, "104")
    page.refresh()
    assert shown(page) == [FILED, CLOSED, CORRECTED]
    page.filters._buttons["PENDING"].click()
    assert shown(page) == [FILED, CORRECTED]

    page.filters._buttons[Show.ALL.name].click()
    page.words.setText("优化政务 大厅")
    assert shown(page) == [HALLS]
    page.words.setText("没有的词")
    assert shown(page) == []
    assert page.message.text().startswith("没有符合的指标")


def test_f2_writes_what_an_indicator_counts(qtbot, page, desk):
    page.table.take(FILED)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    definition = page.detail.describing.definition
    assert definition.hasFocus()
    definition.insertPlainText("全年新收的申请。")
    qtbot.keyClick(definition, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert row(desk, FILED).definition == "全年新收的申请。"
    assert page.table.hasFocus()
    assert desk.undo() == f"改“{FILED}”的口径"


def test_a_definition_goes_to_the_indicator_it_was_written_for(page, desk):
    page.table.take(FILED)
    page.detail.describing.definition.insertPlainText("新收的。")
    page.table.take(CLOSED)

    assert row(desk, FILED).definition == "新收的。"
    assert row(desk, CLOSED).definition == ""
    assert page.detail.describing.definition.toPlainText() == ""


def test_the_place_in_the_text_is_one_double_click_key_or_link_away(qtbot, page, desk):
    piece = row(desk, FILED).uses[0].piece
    with qtbot.waitSignal(page.jump) as jumped:
        page.table.doubleClicked.emit(
            page.order.mapFromSource(cell(page, FILED, ColumnKind.PLACES))
        )
    assert jumped.args == [piece, FILED]

    page.table.take(FILED)
    with qtbot.waitSignal(page.jump) as jumped:
        qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jumped.args == [piece, FILED]

    links = [b for b in page.detail.findChildren(QPushButton) if "转到正文" in b.accessibleName()]
    with qtbot.waitSignal(page.jump) as jumped:
        links[-1].click()
    assert jumped.args == [row(desk, FILED).uses[1].piece, FILED]


def test_a_formula_set_by_hand_can_be_computed_again(page, desk):
    editing.answer_all(desk, [(CLOSED, "104"), (CORRECTED, "13"), (RATE, "99")])
    page.refresh()
    page.table.take(RATE)
    assert row(desk, RATE).standing is Standing.MANUAL

    next(b for b in page.detail.findChildren(QPushButton) if b.text() == "改由公式算").click()

    assert cell(page, RATE, ColumnKind.VALUE, 2026).data() == "12.50"
    assert row(desk, RATE).standing is Standing.FORMULA


def test_the_workbook_is_written_where_it_was_asked_for(qtbot, page, desk):
    with qtbot.waitSignal(page.exported) as exported:
        page.export()

    place = Path(exported.args[0])
    assert place.name == "青岚县台账（2022—2026）.xlsx"
    book = load_workbook(place)
    assert book["台账"].max_row == len(tables.rows(desk)) + 1
    book.close()


def test_an_older_span_keeps_the_year_in_hand_beside_it(page, desk):
    page.years.clear()
    page.years.addItem("2022—2023", (2022, 2023))
    page.years.activated.emit(0)

    years = [column.year for column in page.model.columns if column.year]
    assert years == [2022, 2023, 2026]


def test_what_is_painted_is_told_to_a_screen_reader(page):
    told = cell(page, FILED, ColumnKind.TREND).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"{FILED}，五年：2022年41、2023年52、2024年60、2025年83、2026年没有数"
    page.table.take(FILED)
    assert "2025年83" in page.detail.chart.accessibleName()


def test_nothing_that_takes_the_focus_is_nameless(page):
    nameless = [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and not child.accessibleName()
    ]
    assert nameless == []


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize(("name", "zoom"), [(ThemeName.DARK, 150), (ThemeName.CONTRAST, 200)])
def test_it_can_be_narrowed_to_the_smallest_screen_at_every_zoom(page, name, zoom):
    theme.apply(QApplication.instance(), name, zoom)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    assert page.minimumSizeHint().width() <= 1366
    assert page.table.verticalHeader().defaultSectionSize() == theme.px(31)
    assert not page.grab().isNull()


@pytest.mark.usefixtures("chinese_font")
def test_in_the_smallest_window_at_least_three_rows_are_seen_whole(page):
    page.resize(683, 240)  # 1366×768 at 200 %, without the bars around the page
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    table = page.table
    seen = table.viewport().height()
    last = table.visualRect(page.order.index(2, 0))

    assert last.isValid()
    assert last.bottom() <= seen
    page._say("没有符合的指标。")
    assert page.message.isVisible()
    page._say("")
    assert not page.message.isVisible()  # and takes no room


def test_looking_at_the_ledger_loads_nothing_that_writes_workbooks():
    code = "import sys, nianbao.ui.pages.ledger.page; print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"


def test_the_name_of_a_department_has_as_many_lines_as_it_needs(page, chinese_font):
    page.resize(900, 600)
    QApplication.processEvents()
    at = page.order.mapFromSource(cell(page, FILED, ColumnKind.DEPARTMENT))
    room, font = page.table.visualRect(at).adjusted(8, 0, -8, 0), QFontMetrics(page.table.font())

    needed = font.boundingRect(room, Qt.TextFlag.TextWrapAnywhere, at.data()).height()

    assert font.horizontalAdvance(at.data()) > room.width()
    assert page.table.rowHeight(at.row()) >= needed > font.height()
    assert page.table.itemDelegateForIndex(at).sizeHint(_option(page, at), at).height() >= needed


def _option(page, at):
    """Return what a delegate is told of a cell."""
    option = QStyleOptionViewItem()
    page.table.initViewItemOption(option)
    option.rect = page.table.visualRect(at)
    return option
