"""Findings stand where they are, are accepted as one action, and ignored until the text changes."""

from dataclasses import replace

import pytest

from nianbao import checks
from nianbao.actions import editing
from nianbao.actions import findings as answers
from nianbao.actions.promises import answer
from nianbao.report.finding import Advice, Severity
from nianbao.report.promise import PromiseState
from nianbao.views.form import findings
from nianbao.views.form.finding_rows import IGNORED, FindingGroup, attention, counts, rows


def by_rule(desk, rule):
    return [one for one in findings.findings(desk) if one.finding.rule == rule]


def printed(desk, piece):
    from nianbao.report.figures.printed import written
    from nianbao.report.pieces import piece_of

    return written(piece_of(desk.report, piece).source, desk.ledger).text


def test_what_is_to_be_filled_stands_at_its_mark(desk):
    found = by_rule(desk, checks.PENDING)

    assert found
    for one in found:
        stretch = printed(desk, one.piece)[one.start : one.start + one.length]
        assert stretch == one.finding.text
        assert not one.ignorable
    spans = {(one.piece, one.start) for one in found}
    assert len(spans) == len(found), "two findings at one place"


def test_a_gap_in_the_numbers_is_mended_as_one_action(desk):
    (gap,) = by_rule(desk, "S02")
    assert (gap.old, gap.new, gap.answer) == ("（四）", "（三）", "改为“（三）”")
    assert gap.title == "编号不连续"
    assert gap.place.startswith("（四）")

    answers.accept(desk, gap.finding)

    assert by_rule(desk, "S02") == []
    assert "（三）健全重大行政决策制度" in [
        section.prefix + section.title for section in desk.report.walk()
    ]
    assert desk.undo() == "改编号（四）→（三）"
    assert len(by_rule(desk, "S02")) == 1


def test_what_is_ignored_stays_so_until_its_text_changes(desk):
    (gap,) = by_rule(desk, "S02")
    answers.ignore(desk, gap.finding)
    assert [one.ignored for one in by_rule(desk, "S02")] == [True]

    editing.write(desk, gap.piece, "健全决策制度")
    assert [one.ignored for one in by_rule(desk, "S02")] == [False]

    desk.undo()
    answers.unignore(desk, by_rule(desk, "S02")[0].finding)
    assert [one.ignored for one in by_rule(desk, "S02")] == [False]


def test_what_is_not_filled_in_cannot_be_ignored_or_accepted(desk):
    one = by_rule(desk, checks.PENDING)[0]

    with pytest.raises(ValueError, match="P00"):
        answers.ignore(desk, one.finding)
    with pytest.raises(ValueError, match="P00"):
        answers.accept(desk, one.finding)


def test_a_promise_without_an_answer_is_a_finding(desk):
    asked = by_rule(desk, checks.PROMISE)
    assert [(one.finding.severity, one.place) for one in asked] == [
        (Severity.DOUBT, "上年安排对照"),
        (Severity.DOUBT, "上年安排对照"),
        (Severity.HINT, "上年安排对照"),
    ]

    answer(desk, asked[0].promise, PromiseState.DONE, "")

    assert asked[0].promise not in [one.promise for one in by_rule(desk, checks.PROMISE)]


def test_findings_come_by_weight(desk):
    order = list(Severity)
    weights = [order.index(one.finding.severity) for one in findings.findings(desk)]
    assert weights == sorted(weights)


def test_many_of_a_kind_are_one_row_until_it_is_opened(desk):
    found = findings.findings(desk)
    closed = rows(found, (), None)
    heads = [row for row in closed if isinstance(row, FindingGroup)]
    pending = [one for one in found if one.finding.rule == checks.PENDING]

    promised = by_rule(desk, checks.PROMISE)
    assert [(head.key, head.count, head.is_open) for head in heads] == [
        ("待填、待核", len(pending), False),
        ("待交代", len(promised), False),
    ]
    opened = {"待填、待核", "待交代"}
    assert len(rows(found, opened, None)) == len(closed) + len(pending) + len(promised)
    limited = rows(found, opened, Severity.MUST)
    assert limited
    assert all(row.finding.severity is Severity.MUST for row in limited)


def test_many_findings_of_a_rule_are_one_row_and_count_each(desk):
    one = by_rule(desk, "S02")[0]
    many = [replace(one, finding=replace(one.finding, start=at)) for at in range(5)]
    (row,) = rows(many, (), None)
    assert (row.key, row.title, row.count) == ("S02 必改", "编号不连续", 5)
    assert sum(counts(many).values()) == attention(many) == 5


def test_what_is_ignored_is_folded_at_the_end_and_not_counted(desk):
    before = counts(findings.findings(desk))
    answers.ignore(desk, by_rule(desk, "S02")[0].finding)
    found = findings.findings(desk)

    last = rows(found, (), None)[-1]
    assert (last.key, last.count) == (IGNORED, 1)
    assert rows(found, {IGNORED}, None)[-1].ignored
    assert counts(found)[Severity.MUST] == before[Severity.MUST] - 1


def test_a_missing_part_can_be_put_in(desk):
    (missing,) = by_rule(desk, "S01")
    assert (missing.piece, missing.place, missing.answer) == ("", "全文", "加上这一部分")
    assert missing.accepts
    assert missing.part == "first_responsible"


def test_what_has_no_place_in_the_text_leads_to_the_page_that_has_all(desk):
    (missing,) = by_rule(desk, "S01")
    told = replace(missing, finding=replace(missing.finding, fix=Advice("补写")))
    assert told.answer == "看五项×体系"


def test_a_missing_title_leads_to_where_it_belongs(desk):
    title = desk.report.front[0]
    editing.write(desk, title.id, "【待填：标题】")
    (missing,) = by_rule(desk, "S00")
    assert missing.piece == title.id
