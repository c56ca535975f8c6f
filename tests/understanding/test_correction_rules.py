"""Corrections while a report is reviewed: the rule that each becomes, or why it cannot be one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nianbao.errors import InputError
from nianbao.report.correction import Correction, CorrectionKind
from nianbao.report.figures.figure import Mention, MentionKind
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.understanding import correction_rules as rules
from nianbao.understanding.understood import Understanding


def mention(name, value=83, *, unit="件", place="收□件", found_as="", label=""):
    return Mention(
        text=f"{value}{unit}",
        writing=str(value),
        value=Decimal(value),
        unit=unit,
        approx="",
        kind=MentionKind.COUNT,
        label=label or f"{name}的名称",
        indicator=name,
        year=2025,
        section="s",
        sentence="",
        piece="e",
        found_as=found_as or name,
        context=place,
    )


def understood(*mentions):
    return Understanding(
        report=Report(unit="青岚县", year=2025),
        indicators=(),
        figures=(),
        mentions=mentions,
        relations=(),
        arithmetic=(),
        changes=(),
        cut=(),
    )


def rule(kind, label, place="", found_as="甲", unit="件"):
    return Correction(kind=kind, found_as=found_as, unit=unit, context=place, label=label)


FIRST = mention("甲")
AGAIN = mention("甲", place="又收□件")
OTHER = mention("乙", 60)
SAME = mention("丙", 83)


def test_a_name_is_given_wherever_the_figure_stands():
    found = understood(FIRST, AGAIN, OTHER)
    assert rules.renamed(found, (), FIRST, " 收案 数 ") == [rule(CorrectionKind.RENAME, "收案数")]


def test_where_the_name_alone_would_catch_another_it_is_given_by_place():
    alien = mention("丁", 5, found_as="甲", place="丁□件")
    assert rules.renamed(understood(FIRST, alien), (), FIRST, "收案数") == [
        rule(CorrectionKind.SPLIT, "收案数", "收□件")
    ]
    told = (rule(CorrectionKind.SPLIT, "别的", "又收□件"),)
    assert rules.renamed(understood(FIRST, AGAIN), told, FIRST, "收案数") == [
        rule(CorrectionKind.RENAME, "收案数"),
        rule(CorrectionKind.SPLIT, "收案数", "又收□件"),
    ]


@pytest.mark.parametrize("label", ["乙的名称", "乙"])
def test_two_that_differ_do_not_become_one(label):
    found = understood(FIRST, OTHER)
    with pytest.raises(InputError) as refused:
        rules.renamed(found, (), FIRST, label)
    assert refused.value.what == (
        f"“{label}”在文中是60件，这里是83件，不是同一个数，不能合在一起。"
    )
    assert rules.renamed(understood(FIRST, SAME), (), FIRST, "丙的名称")
    people = understood(FIRST, mention("丙", 83, unit="人"))
    with pytest.raises(InputError, match="在文中是83人，这里是83件"):
        rules.renamed(people, (), FIRST, "丙的名称")


def test_what_can_be_merged_has_the_same_unit_and_value():
    found = understood(FIRST, OTHER, SAME, mention("丙", 83), mention("丁", 83, unit="人"))
    assert rules.mergeable(found, FIRST) == ["丙的名称"]


def test_one_place_of_several_becomes_another_figure():
    found = understood(FIRST, AGAIN, OTHER)
    assert rules.split(found, AGAIN, "另收数") == [rule(CorrectionKind.SPLIT, "另收数", "又收□件")]
    with pytest.raises(InputError, match="“乙的名称”在文中只出现一次，不用拆分"):
        rules.split(found, OTHER, "另收数")
    for taken in ("乙的名称", "乙", "甲的名称"):
        with pytest.raises(InputError, match=f"已经有“{taken}”这个指标"):
            rules.split(found, FIRST, taken)


def test_what_is_no_figure_is_left_alone_at_its_place():
    assert rules.rejected(FIRST) == [rule(CorrectionKind.REJECT, "", "收□件")]
    numeral = Numeral(
        kind=NumeralKind.ASKED, start=0, stop=2, text="三成", context="约□", reason="成数"
    )
    assert rules.refused(numeral) == [rule(CorrectionKind.REJECT, "", "约□", "", "")]


def test_a_numeral_becomes_a_figure_where_it_can_be_read():
    def numeral(text):
        return Numeral(kind=NumeralKind.ASKED, start=0, stop=2, text=text, context="约□")

    assert rules.accepted(numeral("83件")) == [rule(CorrectionKind.ACCEPT, "", "约□", "", "")]
    assert rules.accepted(numeral("83件"), "收案 数")[0].label == "收案数"
    for text in ("两三件", "5-20件", "二百五", "若干"):
        with pytest.raises(InputError, match=f"“{text}”读不出是多少"):
            rules.accepted(numeral(text))
    with pytest.raises(InputError, match="不能作名称"):
        rules.accepted(numeral("83件"), "123")


@pytest.mark.parametrize(
    ("typed", "unit"), [("人次", "人次"), (" 件 次 ", "件次"), ("", ""), ("%", "%")]
)
def test_a_unit_is_given_to_one_place(typed, unit):
    assert rules.remeasured(FIRST, typed) == [rule(CorrectionKind.UNIT, unit, "收□件", unit="")]


@pytest.mark.parametrize("typed", ["3件", "一二三四五六七八九", "{", "件}"])
def test_what_is_no_unit_is_refused(typed):
    with pytest.raises(InputError, match="不是单位"):
        rules.remeasured(FIRST, typed)
    assert rules.remeasured(FIRST, "一二三四五六七八")[0].label == "一二三四五六七八"


@pytest.mark.parametrize(
    ("typed", "value"), [("84", "84"), ("-84", "84"), ("1.2万", "12000"), ("84件", "84")]
)
def test_a_value_is_kept_with_how_the_text_writes_it(typed, value):
    one = replace(FIRST, writing="８３")
    assert rules.revalued(one, typed) == [
        rule(CorrectionKind.VALUE, value, "收□件", found_as="83", unit="")
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "“”不是数字"),
        ("若干", "“若干”不是数字"),
        ("84人", "这里按“件”填，“84人”是别的单位"),
        ("百分之七", "“百分之七”是别的单位"),
        ("12345678901234567890", "“12345678901234567890”超过了18位，不像是数据"),
    ],
)
def test_what_is_no_value_is_refused_and_the_true_reason_said(typed, said):
    with pytest.raises(InputError, match=said):
        rules.revalued(FIRST, f" {typed} ")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("", "名称是空的"),
        ("  ", "名称是空的"),
        ("123", "“123”不能作名称"),
        ("（）", "不能作名称"),
        ("数{", "不能作名称"),
        ("}数", "不能作名称"),
    ],
)
def test_what_cannot_name_anything_is_refused(label, said):
    with pytest.raises(InputError, match=said):
        rules.checked_label(label)
    assert rules.checked_label(" 收案 数1 ") == "收案数1"


def test_of_rules_on_one_place_the_last_holds():
    old, new = rule(CorrectionKind.RENAME, "一"), rule(CorrectionKind.REJECT, "")
    unit = rule(CorrectionKind.UNIT, "人")
    assert rules.united([old, unit], [new]) == (new, unit)
    assert rules.united() == ()


def section(id_, key, *below, level=1, entries=()):
    return Section(
        id=id_,
        level=level,
        number="",
        prefix="",
        title=id_,
        key=key,
        confidence=0.4,
        entries=entries,
        sections=below,
    )


def entry(kind):
    return Entry(id=f"e-{kind}", kind=kind, text="甲。")


def test_a_section_goes_where_a_person_says_and_what_follows_it_goes_along():
    below = section("s11", "achievements", section("s111", "other", level=3), level=2)
    part = section("s1", "achievements", below, entries=(entry(EntryKind.MEASURE),))
    blank = section("s2", "next_year", entries=(entry(EntryKind.BLANK),))
    addressee = Element(id="a", kind=ElementKind.ADDRESSEE, text="市政府：")
    report = Report(unit="青岚县", year=2025, front=(addressee,), sections=(part, blank))

    assert rules.assigned(report, {}) is report
    found = rules.assigned(report, {"s1": "shortcomings", "s2": "achievements"})
    keys = {one.id: (one.key, one.confidence) for one in found.walk()}
    assert keys == {
        "s1": ("shortcomings", 1.0),
        "s11": ("shortcomings", 1.0),
        "s111": ("other", 0.4),
        "s2": ("achievements", 1.0),
    }
    assert [one.kind for one in found.sections[0].entries] == [EntryKind.SHORTCOMING]
    assert [one.kind for one in found.sections[1].entries] == [EntryKind.BLANK]
    assert found.profile
    same = rules.assigned(report, {"s11": "achievements"})
    assert {one.id: one.confidence for one in same.walk()}["s11"] == 1.0
    assert same.sections[0].entries == part.entries
