"""What is decided about marks, findings, promises and indicators: each one named step."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from nianbao.actions import editing, findings, promises, settling
from nianbao.actions.figures import ledger
from nianbao.actions.figures.doubts import Doubts
from nianbao.desk.checked import check
from nianbao.errors import DoubtError, InputError
from nianbao.report.finding import AddPart, Advice, Finding, Relevel, Renumber, Severity
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import EntryState
from nianbao.report.pieces import piece_of
from nianbao.report.promise import PromiseState
from nianbao.views.promises import lines as promise_lines
from tests.actions.desks import entry, named


def text(desk, piece):
    return piece_of(desk.report, piece).source


def test_what_is_confirmed_stands_and_what_is_removed_is_gone(begun):
    piece = entry(begun, "执法案卷评查")
    editing.write(begun, piece, "【待核：去年】开展评查，【待核：3月】总结。")

    settling.confirm(begun, piece, 1)
    assert text(begun, piece) == "【待核：去年】开展评查，3月总结。"
    assert begun.steps()[0].name == "保留“3月”"

    settling.remove(begun, piece, 0)
    assert text(begun, piece) == "开展评查，3月总结。"
    assert begun.steps()[0].name == "删去“去年”"


def test_a_reminder_that_is_confirmed_leaves_the_text_of_last_year(begun):
    piece = entry(begun, "继续开展执法案卷评查")
    assert text(begun, piece).startswith("【待核：上年的安排，请改写】")
    settling.confirm(begun, piece, 0)
    assert "待核" not in text(begun, piece)
    assert begun.steps()[0].name == "照去年的写这一条"


def _is_kept(desk, piece):
    return Mark(kind=MarkKind.KEPT, target=piece) in desk.marks


def test_an_entry_is_kept_with_the_last_thing_in_it_that_is_confirmed(begun):
    piece = entry(begun, "执法案卷评查")
    editing.write(begun, piece, "【待核：去年】开展评查，【待核：3月】总结。")
    settling.confirm(begun, piece, 1)
    assert not _is_kept(begun, piece)

    settling.confirm(begun, piece, 0)

    assert _is_kept(begun, piece)
    begun.undo()
    assert not _is_kept(begun, piece)
    assert text(begun, piece).startswith("【待核：去年】")


def test_a_reminder_confirmed_keeps_the_entry_and_one_to_be_rewritten_does_not(begun):
    piece = entry(begun, "继续开展执法案卷评查")
    settling.unmark(begun, piece, 0)
    assert "待核" not in text(begun, piece)
    assert not _is_kept(begun, piece)
    assert begun.steps()[0].name == "改写这一条"
    assert check(begun).context.states[piece] is EntryState.UNTOUCHED

    begun.undo()
    settling.confirm(begun, piece, 0)
    assert _is_kept(begun, piece)
    assert check(begun).context.states[piece] is EntryState.UNTOUCHED


def test_only_entries_are_kept_by_what_is_confirmed_in_them(begun):
    section = next(one for one in begun.report.walk() if one.prefix == "（二）")
    editing.write(begun, section.id, "化解【待核：矛盾】纠纷")
    settling.confirm(begun, section.id, 0)
    assert not _is_kept(begun, section.id)


def test_a_mark_in_a_heading_leaves_its_number_alone(begun):
    section = next(one for one in begun.report.walk() if one.prefix == "（二）")
    editing.write(begun, section.id, "化解【待核：矛盾】纠纷")
    settling.confirm(begun, section.id, 0)
    changed = next(one for one in begun.report.walk() if one.id == section.id)
    assert (changed.prefix, changed.title) == ("（二）", "化解矛盾纠纷")


def test_a_number_found_wrong_is_put_right_as_one_step(begun):
    finding = next(one for one in check(begun).findings if isinstance(one.fix, Renumber))
    findings.accept(begun, finding)
    assert begun.steps()[0].name == f"改编号{finding.fix.old}→{finding.fix.new}"
    assert finding.fingerprint not in {one.fingerprint for one in check(begun).findings}
    section = next(one for one in begun.report.walk() if one.id == finding.fix.section)
    assert section.prefix == finding.fix.new


def test_a_number_that_was_inferred_is_confirmed_as_one_step(begun):
    def guessed(section):
        return replace(
            section,
            number_inferred=section.prefix == "（二）",
            sections=tuple(map(guessed, section.sections)),
        )

    sections = tuple(map(guessed, begun.report.sections))
    with begun.act("底") as action:
        begun.store.save_report(action, replace(begun.report, sections=sections))
    section = next(one for one in begun.report.walk() if one.number_inferred)
    fix = Renumber(section=section.id, old="（二）", new="（二）")
    finding = Finding(rule="S01", severity=Severity.DOUBT, text="", message="", fix=fix)
    findings.accept(begun, finding)
    assert begun.steps()[0].name == "核对编号（二）"
    found = next(one for one in begun.report.walk() if one.id == section.id)
    assert found == replace(section, number_inferred=False)


def test_a_part_that_is_missing_is_put_in_as_one_step(begun):
    finding = next(one for one in check(begun).findings if isinstance(one.fix, AddPart))
    findings.accept(begun, finding)
    assert "第一责任人" in begun.steps()[0].name
    assert finding.fingerprint not in {one.fingerprint for one in check(begun).findings}


def test_advice_cannot_be_accepted(begun):
    finding = Finding(rule="S01", severity=Severity.HINT, text="", message="", fix=Advice("请写明"))
    with pytest.raises(ValueError, match="S01"):
        findings.accept(begun, finding)
    assert Relevel(section="", old="", new="1.").words == "1."


def test_a_finding_is_ignored_and_shown_again(begun):
    rules = findings.checks.RULES
    finding = next(one for one in check(begun).findings if rules[one.rule].ignorable)
    name = rules[finding.rule].name
    before = begun.marks

    findings.ignore(begun, finding)
    assert begun.steps()[0].name == f"忽略“{name}”"
    assert Mark(kind=MarkKind.IGNORED, target=finding.fingerprint) in begun.marks

    findings.unignore(begun, finding)
    assert begun.steps()[0].name == f"不再忽略“{name}”"
    assert begun.marks == before


def test_what_is_not_filled_in_cannot_be_ignored(begun):
    rules = findings.checks.RULES
    finding = next(one for one in check(begun).findings if not rules[one.rule].ignorable)
    with pytest.raises(ValueError, match=finding.rule):
        findings.ignore(begun, finding)


def test_the_step_calls_a_promise_without_a_title_by_how_it_begins(begun):
    promise = begun.promises[0]
    with begun.act("去掉标题") as action:
        begun.store.save_promises(action, begun.unit, [replace(promise, title="")])

    promises.answer(begun, promise.id, PromiseState.DONE, "")

    (line,) = [one for one in promise_lines(begun) if one.id == promise.id]
    assert line.title == line.text[:14]
    assert begun.steps()[0].name == f"答复“{line.title[:11]}…”：完成"


def test_a_promise_is_answered_and_the_answer_taken_back(begun):
    promise = begun.promises[0]
    promises.answer(begun, promise.id, PromiseState.PARTLY, " 第二条 ")
    assert begun.promises[0].answer == "第二条"
    mark = Mark(kind=MarkKind.PROMISE, target=promise.id, text="部分")
    assert mark in begun.marks
    assert begun.steps()[0].name.startswith("答复“")
    assert begun.steps()[0].name.endswith("”：部分")
    assert {one.answer for one in begun.promises[1:]} == {""}

    promises.answer(begun, promise.id, PromiseState.OPEN, "")
    assert begun.promises[0].answer == ""
    assert mark.target not in {one.target for one in begun.marks}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"definition": " 年内新收 "}, "口径"),
        ({"department": "司法局"}, "部门"),
        ({"definition": "年内新收", "department": "司法局"}, "口径和部门"),
    ],
)
def test_what_an_indicator_counts_is_said_once(begun, said, words):
    name = named(begun, "法律明白人")
    label = begun.ledger.indicators[name].label
    with begun.act("底") as action:
        bare = replace(begun.ledger.indicators[name], definition="", department="")
        begun.store.save_indicators(action, begun.unit, [bare])
    ledger.describe(begun, name, **said)
    assert begun.steps()[0].name == f"改“{label}”的{words}"
    found = begun.ledger.indicators[name]
    assert found.definition == said.get("definition", "").strip()
    assert found.department == said.get("department", "")
    steps = len(begun.store.history())
    ledger.describe(begun, name, **said)
    assert len(begun.store.history()) == steps


def test_a_doubt_holds_for_the_very_next_answer_only(begun):
    name, other = named(begun, "复议申请新收"), named(begun, "纠错数")
    doubts = Doubts()
    for first in ("830000", "840000"):
        with pytest.raises(DoubtError):
            doubts.answer(begun, name, first)
    with pytest.raises(DoubtError):
        doubts.answer(begun, other, "840000")  # the same number of another figure
    with pytest.raises(DoubtError):
        doubts.answer(begun, name, "840000")
    with pytest.raises(InputError):
        doubts.answer(begun, name, "若干")
    with pytest.raises(DoubtError):
        doubts.answer(begun, name, "840000")
    doubts.answer(begun, name, " 840000 ")
    assert begun.ledger.known(name) == 840000


def test_a_rename_that_merges_and_a_field_of_another_year_are_asked_about_too(begun, monkeypatch):
    asked = []

    def once(desk, *given, sure):
        asked.append((given, sure))
        if not sure:
            raise DoubtError("两个？", do="请再填一次。")
        return "甲"

    monkeypatch.setattr("nianbao.actions.figures.doubts.correcting", SimpleNamespace(rename=once))
    monkeypatch.setattr("nianbao.actions.figures.doubts.elements", SimpleNamespace(set_field=once))
    doubts = Doubts()
    with pytest.raises(DoubtError):
        doubts.rename(begun, "甲", "乙")
    assert doubts.rename(begun, "甲", " 乙 ") == "甲"
    with pytest.raises(DoubtError):
        doubts.set_field(begun, "e1", "成文日期", "2.1")
    with pytest.raises(DoubtError):
        doubts.set_field(begun, "e2", "成文日期", "2.1")
    doubts.set_field(begun, "e2", "成文日期", "2.1")
    assert asked == [
        (("甲", "乙"), False),
        (("甲", " 乙 "), True),
        (("e1", "成文日期", "2.1"), False),
        (("e2", "成文日期", "2.1"), False),
        (("e2", "成文日期", "2.1"), True),
    ]
