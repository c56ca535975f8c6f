"""The plan of a new year in its window: choices by key and click land in the stored report."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.actions import desks

from nianbao.actions import years
from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import PlanGroup
from nianbao.drafting.years.choices import Choice
from nianbao.report import flow
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.newyear.lines import ABOUT, BECOMES, PlanModel
from nianbao.ui.pages.newyear.newyear_page import NewYearPage


@pytest.fixture
def desk(tmp_path):
    desk = desks.sample(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def page(qapp, qtbot, desk):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    page = NewYearPage(YearPlan.of(desk))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    page.table.setFocus()
    return page


def take(page, words):
    """Take the current line that has some words, and return its row."""
    rows = page.table.plan
    row = next(n for n in range(rows.rowCount()) if words in rows.index(n, ABOUT).data())
    page.table.set_current(row)
    return row


def text(desk):
    return flow.text(flow.rendered(desk.report, desk.ledger.values()))


def test_choices_by_keys_are_stored_by_ctrl_enter(page, qtbot, desk):
    take(page, "“八五”普法收官")
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    take(page, "首次")
    qtbot.keyClick(page.table, Qt.Key.Key_3)

    with qtbot.waitSignal(page.accepted) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    years.store_plan(desk, told.args[0])

    assert desk.year == 2026
    assert "全力做好“八五”普法收官工作" in text(desk)
    assert "事项目录，推行" not in text(desk)
    desk.undo()
    assert (desk.year, len(desk.store.reports())) == (2025, 1)


def test_a_click_on_a_choice_takes_it(page, qtbot):
    row = take(page, "二十届四中全会")
    spot = page.table.place_of(row, 1)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert page.table.plan.index(row, BECOMES).data().startswith("改写提醒（")
    assert "【待核：二十届四中全会】" in page.preview.toPlainText()


def test_what_it_will_look_like_follows_the_row_in_hand(page, qtbot):
    take(page, "首次")
    assert "【待核：首次】" in page.preview.toPlainText()
    assert "? 上年近150" in page.preview.toPlainText()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert "【待核：首次】" not in page.preview.toPlainText()


def test_space_shows_the_original_and_dropping_shows_what_goes(page, qtbot):
    take(page, "首次")
    assert not page.original.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert "减少重复检查近150次" in page.original.toPlainText()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert not page.original.isVisible()

    qtbot.keyClick(page.table, Qt.Key.Key_3)
    assert page.gone.isVisible()
    assert page.original.isVisible()
    assert not page.preview.isVisible()


def test_years_are_one_line_that_opens(page, qtbot):
    before = page.table.plan.rowCount()
    page.table.set_current(0)
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    assert page.table.plan.rowCount() == before + 14
    assert page.table.currentIndex().row() == 0

    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    assert page.table.plan.index(1, BECOMES).data() == "保留2025（1 改，2 保留2025）"
    assert page.table.plan.index(0, BECOMES).data().startswith("各处不同")


def test_the_pills_show_one_group_each(page):
    page.filters[PlanGroup.DUE].click()
    first = page.table.plan.line(0)
    assert first.id.startswith("figure:")
    assert first.choices[0][0] is Choice.CLEAR
    page.filters[PlanGroup.TEXT].click()
    assert page.table.plan.rowCount() == 31
    assert page.filters[PlanGroup.TEXT].text() == "正文 31 条：全部带过去"


def test_dropping_an_entry_takes_its_figures_off_the_departments(page, qtbot):
    before = page.division.text()
    page.filters[PlanGroup.TEXT].click()
    take(page, "全力做好“八五”普法")
    qtbot.keyClick(page.table, Qt.Key.Key_3)
    assert page.division.text() != before


def test_the_model_is_sound(page, qtmodeltester):
    model = PlanModel(page._plan)
    qtmodeltester.check(model)
    assert not model.choose(9999, 0)
    assert not model.choose(0, 9)


def test_whatever_takes_the_focus_has_a_name(page):
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or widget.parent().accessibleName(), widget
