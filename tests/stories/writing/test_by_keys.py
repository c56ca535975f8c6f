"""Everything on an entry is reached by keys, also through the palette."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from nianbao.actions import editing
from nianbao.report.model import EntryState
from nianbao.ui.shell import page_ids
from nianbao.views.form import sheet
from tests.actions.desks import entry, named

CTRL = Qt.KeyboardModifier.ControlModifier


def card(window, piece):
    page = sheet.sheet(window.desk, sheet.page_of(window.desk.report, piece))
    return next((one for one in page.cards if one.piece == piece), None)


def test_an_entry_is_kept_rewritten_and_dropped_by_commands(window, qtbot):
    piece = entry(window.desk, "开展执法案卷评查，评查")
    window.desk_page.go_to(piece)

    window.commands.run("keep")
    assert card(window, piece).kept
    assert any("这一条里还有1处没有填好：评查" in said for said in window.messages.texts())
    window.commands.run("rewrite")
    assert QApplication.focusWidget() is window.desk_page.form.form._cards[piece].text
    window.commands.run("drop")
    assert card(window, piece) is None
    assert window.desk.steps()[0].name.startswith("不再写“")


def test_the_text_of_last_year_comes_back_by_a_command(window, qtbot):
    piece = entry(window.desk, "开展执法案卷评查，评查")
    window.desk_page.go_to(piece)
    text = window.desk_page.form.form._cards[piece].text
    text.textCursor().insertText("今年")
    text.flush()
    assert card(window, piece).state is EntryState.REWRITTEN

    window.commands.run("last_text")
    assert card(window, piece).state is EntryState.UNTOUCHED


@pytest.mark.parametrize("width", [900, 1366])
def test_f6_enters_the_text_of_a_page_that_was_just_chosen_in_the_outline(window, qtbot, width):
    window.resize(width, 700)
    qtbot.wait(20)
    form = window.desk_page.form
    window.commands.run("outline")
    for _ in range(2):
        window.commands.run("next_section")
    assert not form.form.take_focus()  # nothing of it is current yet

    window.commands.run("next_column")

    assert form.form.isAncestorOf(QApplication.focusWidget())
    assert form.form._current == form.form.first_piece()


def test_f6_goes_from_column_to_column(window, qtbot):
    window.resize(1366, 700)
    qtbot.wait(20)
    form = window.desk_page.form
    window.desk_page.go_to(entry(window.desk, "开展执法案卷评查，评查"))
    met = []
    for _ in range(3):
        window.commands.run("next_column")
        focus = QApplication.focusWidget()
        held = {"提纲": form.outline, "正文": form.form, "参考": form.side}
        met += [name for name, one in held.items() if one is focus or one.isAncestorOf(focus)]

    assert sorted(met) == sorted(["参考", "提纲", "正文"])


def test_what_is_written_no_longer_comes_back_by_a_command(window, qtbot):
    piece = entry(window.desk, "开展执法案卷评查，评查")
    window.desk_page.go_to(piece)
    window.commands.run("restore")
    assert any("没有不再写" in said for said in window.messages.texts())

    window.commands.run("drop")
    window.commands.run("restore")
    assert card(window, piece) is not None

    window.commands.run("add")
    window.desk_page.form.form._cards[window.desk_page.form.form._current].text.insertPlainText(
        "新。"
    )
    window.commands.run("drop")
    window.desk_page.go_to(piece)
    window.commands.run("drop")
    window.commands.run("restore")
    assert "空格恢复" in window.messages.texts()[0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert card(window, piece) is not None


@pytest.mark.parametrize(
    "key", ["shortcuts", "about", "diagnosis", "backups", "palette", "find", "manual"]
)
def test_escape_leads_back_from_whatever_was_opened(window, qtbot, key):
    window.desk_page.go_to(entry(window.desk, "开展执法案卷评查，评查"))
    assert window.commands.run(key)
    qtbot.wait(1)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.wait(1)

    assert window.stack.currentWidget() is window.desk_page
    assert window.desk_page.place == page_ids.FORM
    assert window.desk_page.form.isAncestorOf(QApplication.focusWidget())


def test_every_button_of_a_card_is_a_command(window):
    piece = entry(window.desk, "开展执法案卷评查，评查")
    window.desk_page.go_to(piece)
    shown = window.desk_page.form.form._cards[piece]
    lines = [action.text() for menu in shown.findChildren(QMenu) for action in menu.actions()]
    words = [button.text() for button in shown.findChildren(QPushButton) if not button.isHidden()]
    names = [command.name for command in window.commands.all()]

    for said in filter(None, [*lines, *words]):
        word = said.partition("　")[0]
        assert any(word in name for name in names), word


@pytest.mark.parametrize("back", [False, True])
def test_where_no_figure_is_left_on_one_side_nobody_says_that_all_are_filled(window, qtbot, back):
    piece = entry(window.desk, "新收行政复议")
    window.desk_page.go_to(piece)
    form = window.desk_page.form.form
    left = form.grid.table.count_open()
    assert left > 1

    form._leave_text(piece, 1)
    (said,) = window.messages.texts()
    assert said == f"后面没有要填的数了，前面还有{left}个没填。"

    for row in range(form.grid.table.figures.rowCount()):
        editing.answer(window.desk, form.grid.table.figures.row(row).name, "7", sure=True)
    form._leave_text(piece, -1 if back else 1)
    assert window.messages.texts() == ["本节的数都填好了。"]


@pytest.mark.parametrize("place", [page_ids.LEDGER, page_ids.FORM])
def test_a_number_typed_before_ctrl_enter_is_taken_once(window, qtbot, place):
    """Given on twice, it came from a field that was gone already: Qt warns, and that fails."""
    piece = entry(window.desk, "新收行政复议")
    name = named(window.desk, "复议申请新收")
    window.desk_page.go_to(piece)
    table = window.desk_page.form.form.grid.table
    if place == page_ids.LEDGER:
        window.go(place)
        table = window.desk_page.page(place).table
        table.take(name)
    table.setFocus()
    row = next(n for n in range(table.model().rowCount()) if _holds(table, n, "复议申请新收"))
    table.setCurrentIndex(table.model().index(row, table.value_column()))
    QTest.keyClicks(table, "7")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.wait(1)  # what Qt does later is done

    assert window.desk.ledger.known(name) == 7


def _holds(table, row, word):
    columns = range(table.model().columnCount())
    return any(word in str(table.model().index(row, column).data()) for column in columns)


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of lists that pop up
def test_no_year_of_a_closed_workspace_can_be_chosen(window):
    years = window.desk_page.bar.years
    years.showPopup()
    window.close_desk()

    years.activated.emit(0)  # as from a list that stayed open

    assert not years.view().isVisible()
    assert not window.is_open
