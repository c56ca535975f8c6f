"""What is asked when the year turns, and the text as the answers make it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting import variance
from nianbao.drafting.cells import cells, source_of
from nianbao.drafting.years import choices, new_year
from nianbao.drafting.years.choices import Choice, QuestionKind
from nianbao.drafting.years.new_year import NewYear
from nianbao.report.change import Change
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.report.writing import slots

TITLE = Element(id="title", kind=ElementKind.TITLE, text="青岚县{{ 年 }}年度报告")
ONCE = Entry(
    id="e1",
    kind=EntryKind.MEASURE,
    text="{{ 年 }}年首次编制目录，收{{ 甲 }}件。对照{{ 上年 }}年，7月1日起施行。",
)
CALM = Entry(id="e2", kind=EntryKind.MEASURE, text="规范执法。")
LEAD = Entry(id="e3", kind=EntryKind.SHORTCOMING, text="主要表现在：")
LACK = Entry(id="e4", kind=EntryKind.SHORTCOMING, text="人手不足。")
PLAN = Entry(id="e5", kind=EntryKind.PLAN, text="加强培训。")


def section(id_, *entries, **more):
    return Section(
        id=id_, level=1, number="一、", prefix="一、", title="举措", entries=entries, **more
    )


LAST = Report(
    unit="青岚县",
    year=2025,
    front=(TITLE,),
    sections=(section("s1", ONCE, CALM), section("s2", LEAD, LACK), section("s3", PLAN)),
)
IDS = ["year:title:0", "year:e1:0", "entry:e1:0", "entry:e2:0", "entry:e4:0", "entry:e5:0"]


@pytest.fixture
def turned():
    return new_year.start(LAST, [], [])


@pytest.fixture
def asked(turned):
    return choices.questions(turned)


@pytest.fixture
def texts(turned):
    return choices.texts(turned.report)


def answered(turned, asked, **chosen):
    """Return the texts as answers make them; `e1_year_0`: of that piece, that kind, that place."""
    by_place = {f"{one.piece}_{one.kind.value}_{one.start}": one.id for one in asked}
    told = {by_place[place]: choice for place, choice in chosen.items()}
    return choices.texts(choices.answered(turned.report, asked, told, 2025))


def first(asked):
    return next(one for one in asked if one.text == "【待核：首次】")


def test_the_turned_text_has_all_that_is_asked_in_marks(texts):
    assert texts == {
        "title": "青岚县{{ 年 }}年度报告",
        "s1": "举措",
        "e1": "{{ 年 }}年【待核：首次】编制目录，收{{ 甲 }}件。"
        "对照{{ 上年 }}年，【待核：7月1日】起施行。",
        "e2": "规范执法。",
        "s2": "举措",
        "e3": "主要表现在：",
        "e4": "【待核：上年的不足，请改写】人手不足。",
        "s3": "举措",
        "e5": "【待核：上年的安排，请改写】加强培训。",
    }


def test_everything_is_asked_in_reading_order_with_what_follows_from_it(asked):
    by_id = {one.id: one for one in asked}
    assert [(q.piece, q.kind, q.text, q.default) for q in asked] == [
        ("title", QuestionKind.YEAR, "□", Choice.SHIFT),
        ("e1", QuestionKind.YEAR, "□", Choice.SHIFT),
        ("e1", QuestionKind.YEAR, "□", Choice.SHIFT),
        ("e1", QuestionKind.ENTRY, by_id["entry:e1:0"].text, Choice.KEEP),
        ("e1", QuestionKind.PHRASE, "【待核：首次】", Choice.REMIND),
        ("e1", QuestionKind.PHRASE, "【待核：7月1日】", Choice.REMIND),
        ("e2", QuestionKind.ENTRY, "规范执法。", Choice.KEEP),
        ("e3", QuestionKind.ENTRY, "主要表现在：", Choice.KEEP),
        ("e4", QuestionKind.ENTRY, "【待核：上年的不足，请改写】人手不足。", Choice.REMIND),
        ("e5", QuestionKind.ENTRY, "【待核：上年的安排，请改写】加强培训。", Choice.REMIND),
    ]
    assert len(by_id) == len(asked)


def test_each_question_says_where_it_stands_and_what_change_it_is_about(turned, asked, texts):
    for one in asked:
        whole = cells(texts[one.piece])
        assert slots.blanked(source_of(whole[one.start : one.stop])) == one.text
        if one.change is None:
            assert one.kind is QuestionKind.YEAR or not one.reason
        else:
            change = turned.changes[one.change]
            assert (change.piece, change.open, change.reason) == (one.piece, True, one.reason)
    years = [one for one in asked if one.kind is QuestionKind.YEAR]
    assert [one.reason for one in years] == ["年份顺延。"] * 3


def test_without_an_answer_the_turned_text_stays(turned, asked, texts):
    assert answered(turned, asked) == texts
    every = {one.id: one.default for one in asked}
    assert choices.answered(turned.report, asked, every, 2025) == turned.report


def test_what_is_kept_reads_as_last_year(turned, asked):
    kept = {one.id: Choice.KEEP for one in asked}
    found = choices.answered(turned.report, asked, kept, 2025)
    expected = choices.texts(LAST)
    expected["title"] = "青岚县2025年度报告"
    expected["e1"] = expected["e1"].replace("{{ 年 }}", "2025").replace("{{ 上年 }}", "2024")
    assert choices.texts(found) == expected


def test_each_answer_changes_its_own_place_alone(turned, asked, texts):
    source = texts["e1"]
    assert answered(turned, asked, e1_year_0=Choice.KEEP)["e1"] == source.replace(
        "{{ 年 }}", "2025"
    )
    phrases = [one for one in asked if one.kind is QuestionKind.PHRASE]
    for one, held in zip(phrases, ["首次", "7月1日"], strict=True):
        found = answered(turned, asked, **{f"e1_phrase_{one.start}": Choice.KEEP})
        assert found == {**texts, "e1": source.replace(f"【待核：{held}】", held)}
    assert answered(turned, asked, e4_entry_0=Choice.KEEP) == {**texts, "e4": "人手不足。"}
    reminded = answered(turned, asked, e2_entry_0=Choice.REMIND)
    assert reminded == {**texts, "e2": "【待核：上年原文，请改写】规范执法。"}


def test_an_entry_and_what_stands_in_it_are_answered_together(turned, asked):
    phrase = first(asked)
    found = answered(
        turned, asked, **{f"e1_phrase_{phrase.start}": Choice.KEEP, "e1_entry_0": Choice.REMIND}
    )
    assert found["e1"].startswith("【待核：上年原文，请改写】{{ 年 }}年首次编制目录")


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ([], ["e1", "e2", "e3", "e4", "e5"]),
        (["e2"], ["e1", "e3", "e4", "e5"]),
        (["e4"], ["e1", "e2", "e5"]),  # and what led to it
        (["e1", "e2"], ["e3", "e4", "e5"]),
        (["没有"], ["e1", "e2", "e3", "e4", "e5"]),
    ],
)
def test_what_is_dropped_takes_a_lead_in_along_that_would_lead_to_nothing(gone, left):
    found = choices.without(LAST, gone)
    assert [one.id for part in found.walk() for one in part.entries] == left


def test_a_lead_in_stays_while_anything_below_it_does():
    below = replace(section("s21", LACK), level=2)
    report = replace(LAST, sections=(section("s2", LEAD, sections=(below,)),))
    assert choices.without(report, ["没有"]) == report
    assert not list(variance.entries(choices.without(report, ["e4"])))


def test_what_was_decided_makes_the_beginning_of_the_year_again(turned, asked):
    kept = choices.answered(turned.report, asked, {"entry:e4:0": Choice.KEEP}, 2025)
    marks = choices.decided(turned.report, kept)
    assert marks == [Mark(kind=MarkKind.DECIDED, target="e4", text="人手不足。")]
    other = Mark(kind=MarkKind.KEPT, target="e5", text="")
    assert choices.as_begun(turned.report, [*marks, other]) == kept
    assert choices.decided(turned.report, turned.report) == []


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from([Choice.KEEP, Choice.REMIND])))
def test_whatever_is_answered_can_be_made_again_from_its_marks(chosen):
    turned = new_year.start(LAST, [], [])
    asked = choices.questions(turned)
    found = choices.answered(turned.report, asked, chosen, 2025)
    marks = choices.decided(turned.report, found)
    assert choices.as_begun(turned.report, marks) == found


def test_changes_are_settled_as_they_were_answered(turned, asked):
    phrase = first(asked)
    settled = choices.settled(turned.changes, asked, {phrase.id: Choice.KEEP}, ["e5"])
    assert len(settled) == len(turned.changes)
    for number, (before, after) in enumerate(zip(turned.changes, settled, strict=True)):
        if number == phrase.change:
            assert after == replace(before, after="首次", open=False)
        elif before.piece == "e5":
            assert after == replace(before, after="", open=False)
        else:
            assert after == before


def test_a_mark_that_the_turn_did_not_make_is_not_asked_about():
    report = replace(LAST, sections=(section("s1", replace(CALM, text="【待核：甲】首次。")),))
    change = Change(rule="once_only", before="首次", after="【待核：首次】", piece="e2", open=True)
    made = NewYear(report=report, figures=(), promises=(), changes=(change,))
    assert [one.kind for one in choices.questions(made)] == [QuestionKind.YEAR, QuestionKind.ENTRY]
