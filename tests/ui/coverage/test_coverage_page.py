"""The matrix says what is missing, why it should be there, and leads there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from nianbao.actions import editing
from nianbao.ui.pages.coverage.model import CoverageModel
from nianbao.ui.pages.coverage.page import CoveragePage
from nianbao.views import coverage


@pytest.fixture
def page(desk, qtbot):
    made = CoveragePage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    made.show()
    return made


def read(widget):
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_the_model_keeps_the_rules_of_models(desk, qtmodeltester):
    model = CoverageModel()
    qtmodeltester.check(model)
    model.show(coverage.coverage(desk))
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (9, 6)


def test_gaps_are_counted_and_explained(page, desk):
    count = len(coverage.coverage(desk).gaps)
    assert page.state.text() == f"× 缺{count}"
    shown = read(page.gaps)
    assert "“举措成效”里没有写突发事件。" in shown
    assert "依据：纲要六" in shown


def test_heads_say_whether_a_part_is_there(page):
    heads = [page.model.headerData(column, Qt.Orientation.Horizontal) for column in range(1, 6)]
    assert heads == ["√ 举措成效", "× 第一责任人", "√ 不足原因", "√ 下年安排", "— 其他情况"]


def test_enter_leads_to_the_section_of_a_cell(page, desk, qtbot):
    disputes = page.model.index(5, 1)
    assert disputes.data(Qt.ItemDataRole.AccessibleTextRole).startswith(
        "举措成效，矛盾纠纷：有数据"
    )
    page.table.setCurrentIndex(disputes)
    assert "“举措成效”里：有数据，1条 · 4个数。" in read(page.about)
    with qtbot.waitSignal(page.jump) as jumped:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    section = next(one for one in desk.report.walk() if one.id == jumped.args[0])
    assert section.key == "s6_disputes"


def test_a_gap_leads_to_where_it_would_be_written(page, desk, qtbot):
    QApplication.processEvents()
    button = next(
        one for one in page.gaps.findChildren(QAbstractButton) if "突发事件" in one.accessibleName()
    )
    with qtbot.waitSignal(page.jump) as jumped:
        button.click()
    assert jumped.args == [desk.report.sections[0].id]


def test_a_change_of_the_report_shows_at_once_and_keeps_the_place(page, desk):
    page.table.setCurrentIndex(page.model.index(5, 1))
    section = next(one for one in desk.report.walk() if one.key == "s6_disputes")
    editing.drop(desk, section.entries[0].id)
    page.refresh()
    assert page.model.index(5, 1).data() == "缺"
    assert page.table.currentIndex().row() == 5
    read(page.about)
    assert "“举措成效”里：缺。" in read(page.about)


def test_nothing_that_takes_the_focus_is_nameless(page):
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        ours = not widget.objectName().startswith("qt_")
        if widget.focusPolicy() and ours and widget.isVisibleTo(page):
            assert widget.accessibleName(), widget
