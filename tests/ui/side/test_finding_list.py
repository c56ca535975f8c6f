"""The list of findings is answered by keys and by mouse, and stays quick."""

import time

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester

from nianbao.actions import findings as answers
from nianbao.report.finding import Fill, Finding, Severity
from nianbao.ui.pages.form.side.finding_list import FindingList
from nianbao.ui.pages.form.side.finding_model import FindingModel
from nianbao.ui.pages.form.side.finding_paint import ANSWER, IGNORE
from nianbao.views.form import findings
from nianbao.views.form.findings import FindingShown


@pytest.fixture
def shown(desk, qtbot):
    made = FindingList()
    qtbot.addWidget(made)
    made.resize(330, 600)
    made.show_findings(findings.findings(desk))
    made.show()
    return made


def take(shown, rule):
    for number in range(shown.model.rowCount()):
        row = shown.model.record(shown.model.index(number, 0))
        if isinstance(row, FindingShown) and row.finding.rule == rule:
            shown.view.setCurrentIndex(shown.model.index(number, 0))
            return row
    raise LookupError(rule)


def key(shown, number):
    return getattr(shown.model.record(shown.model.index(number, 0)), "key", "")


def current(shown):
    return shown.model.record(shown.view.currentIndex())


def test_the_model_keeps_the_rules_of_models(desk, qtmodeltester):
    model = FindingModel()
    model.show_findings(findings.findings(desk))
    qtmodeltester.check(model)
    tester = QAbstractItemModelTester(model)
    model.toggle(findings.TO_FILL)
    model.limit(Severity.DOUBT)
    assert tester.failureReportingMode() is not None


def test_enter_answers_and_delete_ignores(shown, qtbot):
    gap = take(shown, "S02")
    with qtbot.waitSignal(shown.view.answered) as answered:
        qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.view.ignored) as ignored:
        qtbot.keyClick(shown.view, Qt.Key.Key_Delete)
    assert answered.args == ignored.args == [gap]


def test_what_is_not_filled_in_is_not_ignored_by_a_key(shown, qtbot):
    shown.model.toggle(findings.TO_FILL)
    take(shown, "P00")
    with qtbot.assertNotEmitted(shown.view.ignored):
        qtbot.keyClick(shown.view, Qt.Key.Key_Delete)


@pytest.mark.parametrize(("button", "signal"), [(ANSWER, "answered"), (IGNORE, "ignored")])
def test_the_painted_buttons_are_where_they_are_clicked(shown, qtbot, button, signal):
    gap = take(shown, "S02")
    place = shown.view.visualRect(shown.view.currentIndex())
    delegate = shown.view.itemDelegate()
    at = next(
        QPointF(x, y)
        for y in range(place.top(), place.bottom(), 4)
        for x in range(place.left(), place.right(), 4)
        if delegate.button_at(shown.view.currentIndex(), QPointF(x, y)) == button
    )
    with qtbot.waitSignal(getattr(shown.view, signal)) as emitted:
        qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert emitted.args == [gap]


def test_a_row_of_many_opens_by_enter_and_says_so(shown, qtbot):
    last = shown.model.rowCount() - 1
    head = next(n for n in range(last) if key(shown, n) == findings.TO_FILL)
    shown.view.setCurrentIndex(shown.model.index(head, 0))
    told = shown.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("按回车展开")

    qtbot.keyClick(shown.view, Qt.Key.Key_Return)

    assert shown.model.rowCount() > last + 1
    told = shown.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("按回车收起")


def test_stepping_goes_round_and_passes_over_rows_of_many(shown):
    first = shown.step(1)
    second = shown.step(1)
    assert first != second
    assert shown.step(-1) == first
    seen = {shown.step(1).fingerprint for _ in range(20)}
    assert first.fingerprint in seen
    assert all(isinstance(current(shown), FindingShown) for _ in (0,))


def test_stepping_opens_the_row_of_many_when_nothing_else_is_left(qtbot):
    shown = FindingList()
    qtbot.addWidget(shown)
    shown.show_findings([_pending(number) for number in range(5)])
    assert shown.model.rowCount() == 1
    assert shown.step(1).start == 0
    assert shown.step(1).start == 10


def test_an_answered_finding_leaves_the_next_one_in_hand(desk, shown):
    answers.accept(desk, take(shown, "S02").finding)
    shown.show_findings(findings.findings(desk))
    assert current(shown) is not None


def test_the_filter_shows_one_weight_and_says_when_there_is_none(shown, qtbot):
    buttons = shown.filter.findChildren(type(shown.filter._buttons["全部"]))
    must = next(button for button in buttons if button.text().startswith("必改"))
    qtbot.mouseClick(must, Qt.MouseButton.LeftButton)
    rows = [shown.model.record(shown.model.index(n, 0)) for n in range(shown.model.rowCount())]
    assert {row.finding.severity for row in rows} == {Severity.MUST}

    shown.show_findings([])
    assert shown.nothing.isVisibleTo(shown)
    assert shown.nothing.text() == "没有“必改”的问题。"


def test_three_hundred_findings_are_laid_out_and_painted_at_once(qtbot):
    shown = FindingList()
    qtbot.addWidget(shown)
    shown.resize(330, 600)
    shown.show()
    shown.model.toggle(findings.TO_FILL)
    begun = time.thread_time()  # of this thread alone: others are busy too
    shown.show_findings([_pending(number) for number in range(300)])
    shown.view.doItemsLayout()
    shown.grab()
    assert time.thread_time() - begun < 1.0  # a rough floor: it takes some hundredths


def _pending(number):
    text = f"【待填：第{number}个指标（件，司法局；上年{number}）】"
    finding = Finding(
        rule="P00",
        severity=Severity.MUST,
        text=text,
        message="还没有填。",
        fix=Fill(figure=f"指标{number}"),
        piece="p",
        start=number * 10,
        length=9,
    )
    return FindingShown(finding=finding, place="（一）规范行政执法行为", ignored=False)
