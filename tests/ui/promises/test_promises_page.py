"""Last year's promises are answered from the keyboard, by mouse, and with a place."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from tests.actions import desks

from nianbao.actions.promises import answer
from nianbao.report.promise import PromiseState
from nianbao.ui.pages.promises.model import PromiseColumn, PromiseModel
from nianbao.ui.pages.promises.page import PromisesPage
from nianbao.ui.pages.promises.table import choices
from nianbao.views import promises


@pytest.fixture
def page(desk, qtbot):
    made = PromisesPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    made.show()
    return made


def line(desk, title):
    return next(one for one in promises.lines(desk) if one.title == title)


def take(page, desk, title, column=PromiseColumn.STATUS):
    page.choose(line(desk, title).id)
    index = page.table.currentIndex().siblingAtColumn(column)
    page.table.setCurrentIndex(index)
    return index


def read(widget):
    QApplication.processEvents()
    return "\n".join(
        one.accessibleDescription() or one.text()
        for one in widget.findChildren(QLabel)
        if one.isVisibleTo(widget)
    )


def press(widget, name):
    QApplication.processEvents()
    buttons = [one for one in widget.findChildren(QAbstractButton) if one.isVisibleTo(widget)]
    next(one for one in buttons if one.accessibleName().startswith(name)).click()


def test_the_model_keeps_the_rules_of_models(desk, qtmodeltester):
    model = PromiseModel(lambda *_: None)
    model.show(promises.lines(desk))
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_1, PromiseState.DONE),
        (Qt.Key.Key_2, PromiseState.PARTLY),
        (Qt.Key.Key_3, PromiseState.NOT_DONE),
    ],
)
def test_one_key_answers_the_row_in_hand(page, desk, qtbot, key, status):
    take(page, desk, "强化执法监督")
    qtbot.keyClick(page.table, key)
    assert line(desk, "强化执法监督").status is status
    assert page.state.text() == "已答1/3"

    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert line(desk, "强化执法监督").status is PromiseState.OPEN
    assert page.table.currentIndex().row() == page.model.row_of(line(desk, "强化执法监督").id)


def test_a_click_on_an_answer_sets_it_and_a_second_takes_it_back(page, desk, qtbot):
    index = take(page, desk, "完善应急预案")
    page.table.scrollTo(index)
    shapes = dict(choices(QRectF(page.table.visualRect(index))))
    at = shapes[PromiseState.NOT_DONE].center().toPoint()
    for status in (PromiseState.NOT_DONE, PromiseState.OPEN):
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert line(desk, "完善应急预案").status is status


def test_enter_offers_the_entries_that_seem_to_answer(page, desk, qtbot):
    take(page, desk, "强化执法监督")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    editor = page.table.findChildren(QComboBox)[-1]
    assert editor.itemText(0) == "（一）规范行政执法行为"
    editor.setCurrentIndex(0)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line(desk, "强化执法监督").piece != "")
    assert line(desk, "强化执法监督").piece == desks.entry(desk, "案卷评查")


def test_words_are_an_answer_too(page, desk):
    index = take(page, desk, "完善应急预案", PromiseColumn.WHERE)
    assert page.model.setData(index, "机构改革推迟", Qt.ItemDataRole.EditRole)
    assert line(desk, "完善应急预案").where == "机构改革推迟"
    assert "机构改革推迟" in read(page.answered)
    assert desk.undo() == "答复“完善应急预案”：未答"


def test_what_was_said_stands_beside_what_seems_to_answer_it(page, desk, qtbot):
    take(page, desk, "强化执法监督")
    assert "继续开展执法案卷评查" in read(page.said)
    assert "评查案卷【待报】宗" in read(page.answered)

    press(page.answered, "就在这里：（一）规范行政执法行为")
    assert line(desk, "强化执法监督").piece == desks.entry(desk, "案卷评查")
    with qtbot.waitSignal(page.jump) as jumped:
        press(page.answered, "跳到：（一）规范行政执法行为")
    assert jumped.args == [desks.entry(desk, "案卷评查")]


def test_the_next_open_promise_is_one_press_away(page, desk, qtbot):
    take(page, desk, "执法监督力度不够")
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    page.next.click()
    assert page.model.line(page.table.currentIndex()).title == "强化执法监督"


def test_a_hidden_page_waits_and_then_shows_what_changed(page, desk):
    page.hide()
    answer(desk, line(desk, "强化执法监督").id, PromiseState.DONE, "")
    page.refresh()
    page.show()
    assert page.state.text() == "已答1/3"


def test_nothing_that_takes_the_focus_is_nameless(page, desk):
    take(page, desk, "强化执法监督")
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        ours = not widget.objectName().startswith("qt_")
        if widget.focusPolicy() and ours and widget.isVisibleTo(page):
            assert widget.accessibleName(), widget
    told = page.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "今年做得怎样：? 未答"
