"""A plan or a shortcoming of last year must be answered."""

from dataclasses import replace

from nianbao import checks
from nianbao.report.figures.figure import Figure, Indicator, Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.finding import AnswerPromise, Severity
from tests.checks.contexts import YEAR, context, report

PLAN = Promise(id="p1", year=YEAR, kind="plan", title="建中心", text="办{{ 甲 }}件。")
WANT = Promise(id="p2", year=YEAR, kind="shortcoming", title="", text="执法力度不够，要求不严格。")


def last_ledger():
    from decimal import Decimal

    indicator = Indicator(name="甲", label="甲数", unit="件")
    figure = Figure(indicator="甲", year=YEAR - 1).answered(Decimal(83), source="x")
    return Ledger.of(YEAR - 1, [indicator], [figure], [])


def found(*answered):
    made = context(report(), promises=(PLAN, WANT), last_ledger=last_ledger())
    made = replace(made, answered=frozenset(answered))
    return [one for one in checks.run(made) if one.rule == checks.PROMISE]


def test_each_promise_without_an_answer_is_said_as_last_year_printed_it():
    plan, want = found()
    assert (plan.severity, plan.text, plan.fix) == (
        Severity.DOUBT,
        "办83件。",
        AnswerPromise(promise="p1"),
    )
    assert "“建中心”" in plan.message
    assert want.severity is Severity.HINT
    assert "“执法力度不够，要求不严格。”" in want.message
    assert (plan.where, plan.piece) == ("上年安排对照", "")


def test_what_is_answered_is_not_asked_again():
    assert [one.fix.promise for one in found("p1")] == ["p2"]
    assert found("p1", "p2") == []


def test_two_promises_with_the_same_words_are_two_findings():
    twin = replace(PLAN, id="p3")
    made = context(report(), promises=(PLAN, twin), last_ledger=last_ledger())
    prints = {one.fingerprint for one in checks.run(made) if one.rule == checks.PROMISE}
    assert len(prints) == 2
