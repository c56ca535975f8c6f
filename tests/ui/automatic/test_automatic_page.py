"""What an import and a new year did by themselves is seen again, and leads to its place."""

import pytest
from PySide6.QtCore import Qt

from nianbao.actions import editing
from nianbao.ui.pages.automatic.page import ASKED, AutomaticPage
from nianbao.views import automatic


@pytest.fixture
def page(desk, qtbot):
    made = AutomaticPage(desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def rows(page):
    return [page.model.data(page.model.index(n, 0)) for n in range(page.model.rowCount())]


def test_everything_is_listed_and_counted(page, desk, qtmodeltester):
    found = automatic.changes(desk)

    assert len(rows(page)) == len(found) > 0
    asked = sum(change.open for change in found)
    assert page.count.text() == f"自动改动{len(found) - asked}处，待核{asked}处"
    qtmodeltester.check(page.model)


def test_only_questions_are_shown_on_demand(page, desk):
    page._choose(ASKED)

    asked = [change for change in automatic.changes(desk) if change.open]
    assert len(rows(page)) == len(asked)
    assert 0 < len(asked) < len(automatic.changes(desk))


def test_enter_leads_to_the_place(page, qtbot):
    row = next(n for n, change in enumerate(page.model.records) if change.piece)
    page.list.setCurrentIndex(page.model.index(row, 0))

    with qtbot.waitSignal(page.piece_chosen) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)

    assert told.args == [page.model.records[row].piece]


def test_an_imported_years_changes_are_there_too(page, desk):
    desk.show(desk.unit, desk.year - 1)
    page.refresh()

    assert len(rows(page)) == len(desk.automatic)


def test_a_question_that_was_written_anew_is_none_any_more(page, desk):
    change = next(change for change in automatic.changes(desk) if change.open and change.piece)
    before = page.count.text()

    editing.write(desk, change.piece, "今年另写一段。")
    page.refresh()

    assert page.count.text() != before
