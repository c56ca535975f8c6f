"""A review or a plan that is half done never goes in silence."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from tests.actions.desks import UNIT, lines

LEAVE, GO_ON = "离开，不要了", "接着做"


@pytest.fixture
def window(window):
    answering(window, LEAVE)
    yield window
    answering(window, LEAVE)  # the window is closed at the end


@pytest.fixture
def others(tmp_path):
    """Last year's reports of two other counties."""
    made = []
    for unit in ("临川县", "平川县"):
        path = tmp_path / f"{unit}.txt"
        path.write_text("\n".join(lines(2025)).replace(UNIT, unit), encoding="utf-8")
        made.append(path)
    return made


def answering(window, answer):
    """Answer so to what is half done, else with a new workspace; return what will be asked."""
    asked = []

    def decide(_, question):
        if answer in question.answers:
            asked.append(question)
            return answer
        return next((one for one in question.answers if "新建" in one), question.answers[0])

    window.asking = replace(window.asking, decide=decide)
    return asked


def review(window, path, qtbot):
    """Read a report and say that one of its numbers is none."""
    window.setup.import_file(path)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ReviewPage))
    page = window.stack.currentWidget()
    entries = [e.id for s in page._review.found.report.walk() for e in s.texts]
    page._review.reject(page._review.numbers.rows(entries)[0].key)
    return page


def plan(window):
    """Plan the next year and decide on one line."""
    window.desk.undo()
    window.setup.plan_year()
    return decided(window.stack.currentWidget())


def decided(page):
    """Decide on one line of a plan."""
    assert isinstance(page, NewYearPage)
    item = next(one for one in page._plan.items(None) if one.choices)
    page._plan.choose(item.id, item.choices[-1])
    return page


WAYS = {
    "a page over the desk": lambda window: window.commands.run("ledger"),
    "another workspace": lambda window: window.open(window.desk.place),
    "the start": lambda window: window.commands.run("close"),
    "a new entry": lambda window: window.commands.run("add"),
    "export": lambda window: window.commands.run("export"),
    "beside": lambda window: window.commands.run("beside"),
    "backups": lambda window: window.commands.run("backups"),
    "a new year": lambda window: window.commands.run("new_year"),
    "cancel": lambda window: window.go_home(),
    "close": lambda window: window.window().close(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_review_that_was_corrected_is_asked_about_before_it_goes(window, others, qtbot, way):
    page, report = review(window, others[0], qtbot), window.desk.report
    asked = answering(window, GO_ON)

    WAYS[way](window)

    assert window.stack.currentWidget() is page
    (question,) = asked
    assert "1处" in question.text
    assert window.is_open
    assert window.desk.report == report


@pytest.mark.parametrize("way", ["a page over the desk", "the start", "cancel", "close"])
def test_it_may_go_when_that_is_said(window, others, qtbot, way):
    page = review(window, others[0], qtbot)
    asked = answering(window, LEAVE)

    WAYS[way](window)

    assert len(asked) == 1
    assert window.stack.currentWidget() is not page or not window.is_open


def test_another_report_does_not_take_its_place_unasked(window, others, qtbot):
    page = review(window, others[0], qtbot)
    asked = answering(window, GO_ON)
    window.setup.import_file(others[1])
    qtbot.waitUntil(lambda: bool(asked))
    assert window.stack.currentWidget() is page

    asked = answering(window, LEAVE)
    window.setup.import_file(others[1])
    qtbot.waitUntil(lambda: bool(asked))
    assert window.stack.currentWidget()._review.unit == "平川县"


@pytest.mark.parametrize("way", ["the start", "cancel", "close"])
def test_a_plan_with_decisions_is_asked_about_too(window, way):
    page = plan(window)
    asked = answering(window, GO_ON)

    WAYS[way](window)

    assert window.stack.currentWidget() is page
    assert len(asked) == 1


def test_a_step_back_from_a_plan_with_decisions_is_asked_about(window, others, qtbot):
    page = review(window, others[0], qtbot)
    QTest.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    planned = decided(window.stack.currentWidget())
    asked = answering(window, GO_ON)
    QTest.mouseClick(planned.step_back, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is planned
    assert len(asked) == 1

    answering(window, LEAVE)
    QTest.mouseClick(planned.step_back, Qt.MouseButton.LeftButton)
    assert isinstance(window.stack.currentWidget(), ReviewPage)
    assert window.stack.currentWidget()._review.said == 1


def test_nothing_is_asked_where_nothing_was_done(window, others, qtbot):
    asked = answering(window, GO_ON)
    window.setup.import_file(others[0])
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ReviewPage))
    window.go("ledger")
    assert asked == []
    assert window.shows("ledger")
