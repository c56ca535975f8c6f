"""The plan of a new year by keys: a carried figure is cleared, a figure changes its kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nianbao.desk.plan_items import PlanGroup
from nianbao.report.figures.standing import Standing
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from tests.actions.desks import named

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(begun):
    """The plan of the year that was begun, which is planned anew."""
    window = begun()
    window.desk.undo()
    window.setup.plan_year()
    page = window.stack.currentWidget()
    assert isinstance(page, NewYearPage)
    return page


def choose(page, group, words, key):
    page.filters[group].click()
    table = page.table
    labels = [table.plan.line(row).text for row in range(table.plan.rowCount())]
    table.set_current(next(row for row, text in enumerate(labels) if words in text))
    QTest.keyClick(table, key)


def test_a_carried_figure_is_cleared_and_another_is_made_a_stock(page):
    window = page.window().content
    choose(page, PlanGroup.CARRIED, "法律明白人", Qt.Key.Key_2)
    choose(page, PlanGroup.DUE, "案卷", Qt.Key.Key_2)
    QTest.keyClick(page.table, Qt.Key.Key_Return, CTRL)

    desk = window.desk
    assert desk.year == 2026
    assert desk.ledger.standing(named(desk, "法律明白人")) is Standing.PENDING
    assert desk.ledger.standing(named(desk, "案卷")) is Standing.CARRIED


def test_a_carried_figure_is_cleared_from_its_source_too(begun):
    window = begun()
    name = named(window.desk, "法律明白人")
    side = window.desk_page.form.side
    assert window.desk.ledger.standing(name) is Standing.CARRIED

    side.cleared.emit(name)

    assert window.desk.ledger.standing(name) is Standing.PENDING
    window.commands.run("undo")
    assert window.desk.ledger.standing(name) is Standing.CARRIED
