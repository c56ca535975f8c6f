"""Last year's plans and shortcomings, answered in this year's report (S13)."""

from collections.abc import Iterator

from nianbao.checks.context import Context
from nianbao.checks.rule import Fault, rule
from nianbao.report.figures.figure import Promise
from nianbao.report.finding import AnswerPromise, Severity
from nianbao.report.model import EntryKind
from nianbao.report.promise import said
from nianbao.report.writing.text import quoted

PROMISE = "S13"
PLACE = "上年安排对照"


@rule(
    PROMISE,
    "上年安排没有交代",
    Severity.DOUBT,
    basis="督察工作规定 年度报告主要内容（四）",
    example="去年安排“建成行政复议中心”，今年只字未提",
)
def promises_are_answered(context: Context) -> Iterator[Fault]:
    """上年报告的安排和查找的不足，本年报告里要有交代。"""
    for promise in open_promises(context):
        plan = promise.kind == EntryKind.PLAN
        title, text = said(promise, context.last_ledger or context.ledger)
        yield Fault(
            place=PLACE,
            text=text,
            message=f"去年{'安排' if plan else '查找的不足'}{quoted(title)}，"
            f"今年{'做得怎样' if plan else '改得怎样'}，报告里要有交代。",
            fix=AnswerPromise(promise=promise.id),
            severity=Severity.DOUBT if plan else Severity.HINT,
        )


def open_promises(context: Context) -> Iterator[Promise]:
    """Yield the promises without an answer."""
    return (one for one in context.promises if one.id not in context.answered)
