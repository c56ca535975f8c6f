"""The turn of the year without reading: figures, promises, elements and what is noted of each."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from nianbao.drafting import element_fields, elements, variance
from nianbao.drafting.element_fields import Sort
from nianbao.drafting.years import new_year
from nianbao.errors import InputError
from nianbao.report.change import Change
from nianbao.report.figures.figure import Figure, Indicator, Period, Promise
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.standards.structure import profiles

COUNT = Indicator(name="甲", label="新收数", unit="件")


def entry(id_, text, kind=EntryKind.MEASURE, title=""):
    return Entry(id=id_, kind=kind, text=text, title=title)


def report(*entries, front=(), back=(), title="举措"):
    part = Section(id="s", level=1, number="", prefix="", title=title, entries=entries)
    return Report(unit="青岚县", year=2025, front=front, sections=(part,), back=back)


def element(kind, text):
    return Element(id=kind.value, kind=kind, text=text)


def known(value, year=2025, name="甲"):
    return Figure(indicator=name, year=year).answered(Decimal(value), source="填")


@pytest.mark.parametrize(
    ("period", "rule", "reason"),
    [
        (Period.FLOW, "figure_cleared", "年度数，不能沿用，要重新报。"),
        (Period.STOCK, "figure_to_confirm", "累计数或存量，上年数附在旁边，待确认。"),
        (Period.RATE, "figure_by_formula", "率由件数计算；没有公式的要重新报。"),
        (Period.CHANGE, "figure_cleared", "增减要用两年的数重算。"),
    ],
)
def test_what_becomes_of_a_figure(period, rule, reason):
    found = new_year.cleared(replace(COUNT, period=period), known(120000))
    assert found == Change(rule=rule, before="新收数 12万件", after="待报", reason=reason)
    nothing = new_year.cleared(COUNT, Figure(indicator="甲", year=2025))
    assert nothing.before == "新收数 件"


def test_figures_of_last_year_are_pending_and_no_others():
    figures = [known(83), known(60, 2024), known(5, name="不在台账里")]
    turned = new_year.start(report(entry("e1", "收{{ 甲 }}件。")), [COUNT], figures)
    assert turned.figures == (Figure(indicator="甲", year=2026),)
    assert [change.rule for change in turned.changes] == ["figure_cleared"]
    assert turned.report.year == 2026
    assert turned.report.sections == report(entry("e1", "收{{ 甲 }}件。")).sections


def test_plans_and_shortcomings_are_promises_and_to_be_rewritten():
    last = report(
        entry("e1", "加强培训。", EntryKind.PLAN, "培训"),
        entry("e2", "人手不足。", EntryKind.SHORTCOMING),
        entry("e3", "主要表现在：", EntryKind.SHORTCOMING),
        entry("e4", "规范执法。"),
    )
    turned = new_year.start(last, [], [])
    assert turned.promises == (
        Promise(id="e1", year=2026, kind="plan", title="培训", text="加强培训。"),
        Promise(id="e2", year=2026, kind="shortcoming", title="举措", text="人手不足。"),
    )
    assert [one.text for one in turned.report.sections[0].entries] == [
        "【待核：上年的安排，请改写】加强培训。",
        "【待核：上年的不足，请改写】人手不足。",
        "主要表现在：",
        "规范执法。",
    ]
    plan, lack = turned.changes
    assert plan == Change(
        rule="entry_kept",
        before="加强培训。",
        after="【待核：上年的安排，请改写】",
        piece="e1",
        reason="去年许下的安排，今年要逐条有交代；新一年的安排请重写。",
        open=True,
    )
    assert lack.reason == "去年的不足原样再写，等于没有整改，请重写。"


def test_a_year_word_moves_and_both_years_are_noted():
    turned = new_year.start(
        report(entry("e1", "比{{ 上年 }}年好。"), title="{{ 年 }}年举措"), [], []
    )
    assert [(one.piece, one.before, one.after) for one in turned.changes] == [
        ("s", "2025年举措", "2026年举措"),  # with the words around it
        ("e1", "比2024年好", "比2025年好"),
    ]
    assert {(one.rule, one.reason, one.open) for one in turned.changes} == {
        ("year_shifted", "年份顺延。", False)
    }


def test_what_is_asked_about_reads_as_it_did_and_as_it_will():
    turned = new_year.start(report(entry("e1", "{{ 年 }}年7月1日起施行。")), [], [])
    (asked,) = [one for one in turned.changes if one.open]
    (entry_,) = turned.report.sections[0].entries
    assert entry_.text == "{{ 年 }}年【待核：7月1日】起施行。"
    assert (asked.rule, asked.before) == ("number_to_check", "7月1日")
    assert (asked.after, asked.piece) == ("【待核：7月1日】", "e1")


def test_what_is_new_each_year_is_to_be_filled_in():
    last = report(
        front=(element(ElementKind.DOC_NUMBER, "青政发〔2026〕7号"),),
        back=(
            element(ElementKind.DATE, "2026年2月6日"),
            element(ElementKind.IMPRINT, "办公室　2026年2月6日印发"),
            element(ElementKind.SIGNATURE, "青岚县人民政府"),
        ),
    )
    turned = new_year.start(last, [], [])
    assert [one.text for one in (*turned.report.front, *turned.report.back)] == [
        "【待填：发文字号（上年青政发〔2026〕7号）】",
        "【待填：成文日期（上年2026年2月6日）】",
        "办公室　【待填：印发日期】印发",
        "青岚县人民政府",
    ]
    assert [(one.rule, one.before, one.piece, one.open) for one in turned.changes] == [
        ("element_cleared", "青政发〔2026〕7号", "doc_number", False),
        ("element_cleared", "2026年2月6日", "date", False),
        ("element_cleared", "2026年2月6日", "imprint", False),
    ]
    assert {one.reason for one in turned.changes} == {"每年不同，要重新填。"}


@pytest.mark.parametrize("profile", sorted(profiles()))
def test_a_profile_has_all_its_elements_in_their_order(profile):
    preface = element(ElementKind.PREFACE, "如下：")
    note = element(ElementKind.NOTE, "（联系人：李某）")
    last = replace(report(front=(preface,), back=(note,)), year=2026)
    found, added = elements.completed(last, profile)
    wanted = {"title", *profiles()[profile].elements}
    order = ["doc_number", "signer", "title", "addressee"]
    assert [one.kind for one in found.front] == [*(k for k in order if k in wanted), "preface"]
    kinds = [one.kind.value for one in found.back]
    expected = [k for k in ("signature", "date", "imprint") if k in wanted]
    assert [k for k in kinds if k != "note"] == expected
    assert found.profile == profile
    assert {one.id for one in (*found.front, *found.back)} >= {f"2026-{k}" for k in expected}
    for change in added:
        assert (change.rule, change.before, change.open) == ("element_added", "", False)
        assert change.after.startswith("【待填：")
        assert change.reason == "上年报告里没有，这种报告需要。"
    again, nothing = elements.completed(found, profile)
    assert (again, nothing) == (found, [])


TODAY = date(2027, 1, 20)


def fields(kind, text):
    return element_fields.fields(element(kind, text))


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (
            ElementKind.DATE,
            "【待填：成文日期（上年2026年2月1日）】",
            [("成文日期", Sort.DATE, "", "2026年2月1日")],
        ),
        (ElementKind.DATE, " 2027年2月1日 ", [("成文日期", Sort.DATE, "2027年2月1日", "")]),
        (ElementKind.DATE, "某日", []),
        (
            ElementKind.DATE,
            "【待填：别的】2027年2月1日",
            [("成文日期", Sort.DATE, "2027年2月1日", "")],
        ),
        (
            ElementKind.DOC_NUMBER,
            "青政发〔2027〕【待填：顺序号】号",
            [("发文字号", Sort.NUMBER, "", "青政发〔2027〕【待填：顺序号】号")],
        ),
        (
            ElementKind.DOC_NUMBER,
            "【待填：发文字号（上年青政发〔2026〕7号）】",
            [("发文字号", Sort.NUMBER, "", "青政发〔2026〕7号")],
        ),
        (ElementKind.DOC_NUMBER, "没有文号", []),
        (ElementKind.SIGNER, "签发人：", [("签发人", Sort.WORDS, "", "")]),
        (ElementKind.SIGNER, "【待填：签发人（上年王某）】", [("签发人", Sort.WORDS, "", "王某")]),
        (ElementKind.SIGNER, "签发人：【待填：签发人】", [("签发人", Sort.WORDS, "", "")]),
        (
            ElementKind.NOTE,
            "（联系人：，电话：）",
            [("联系人", Sort.WORDS, "", ""), ("电话", Sort.WORDS, "", "")],
        ),
    ],
)
def test_what_a_field_holds_and_held(kind, text, found):
    held = fields(kind, text)
    assert [(one.name, one.sort, one.held, one.last) for one in held] == found
    for one in held:
        if one.held:
            assert text[one.start : one.stop] == one.held


@pytest.mark.parametrize(
    ("kind", "text", "only"),
    [
        (ElementKind.DATE, "2027年2月1日", True),
        (ElementKind.DATE, "某日", False),
        (ElementKind.SIGNER, "签发人：王某", True),
        (ElementKind.NOTE, "（联系人：李某）", False),
        (ElementKind.TITLE, "标题", False),
    ],
)
def test_whether_there_is_nothing_else_to_write(kind, text, only):
    assert element_fields.is_only_a_field(element(kind, text)) is only


def filled(kind, text, name, typed, **more):
    return element_fields.filled(element(kind, text), name, typed, year=2026, today=TODAY, **more)


def test_a_field_that_is_emptied_says_what_it_held_last_year():
    text = "【待填：成文日期（上年2026年2月1日）】"
    assert filled(ElementKind.DATE, text, "成文日期", " ") == text
    assert filled(ElementKind.DATE, "2027年2月1日", "成文日期", "") == "【待填：成文日期】"
    note = "（联系人：李某，电话：12）"
    assert filled(ElementKind.NOTE, note, "电话", "") == "（联系人：李某，电话：【待填：电话】）"
    braces = filled(ElementKind.NOTE, note, "联系人", "李{某")
    assert braces == '（联系人：李{{ "{" }}某，电话：12）'


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("12月31日", "2027年12月31日"),
        ("27-2-1", "2027年2月1日"),
        ("2026/12/31", "2026年12月31日"),
        (" 2027 年 2 月 1 日 ", "2027年2月1日"),
    ],
)
def test_dates_as_people_type_them(typed, written):
    assert element_fields.as_written(element_fields.read_date(typed, TODAY)) == written


@pytest.mark.parametrize("typed", ["甲字3号", "三", "〔2027〕3号", "-3"])
def test_what_is_no_document_number_is_refused(typed):
    with pytest.raises(InputError, match="不是发文字号"):
        filled(ElementKind.DOC_NUMBER, "青政发〔2027〕5号", "发文字号", typed)


def test_words_are_what_does_not_change_by_itself():
    assert variance.words("{{ 年 }}年收{{ 甲 }}件，共1,234.5元") == "□收□件，共□元"
    assert variance.words("二〇二四年3月5日") == "□"
    assert variance.words("【待核：首次】编制【待填：件数】") == "首次编制□"
    assert variance.words("三级") == "三级"
    kinds = [entry("e", "甲"), entry("b", "", EntryKind.BLANK)]
    assert [one.id for one in variance.entries(report(*kinds))] == ["e"]
