"""Numbers that only their neighbours prove, and numbers that the text lost or wrote badly."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.document import Paragraph
from nianbao.report.numeral import NumeralKind
from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot
from nianbao.understanding import offering
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.tree import outline, sequence
from nianbao.understanding.lines.tree.headings import Heading
from nianbao.understanding.offering import OddNumber, OfferedNumber, Reading
from tests.understanding import written


def line(index, text, list_number=""):
    origin = Paragraph(text=text, list_number=list_number)
    return Line(text=text, index=index, origin=origin)


def found(*texts, given_=()):
    """Return level, ordinal and depth of the numbers that were proved, by their lines."""
    lines = [line(index, text, given_[index] if given_ else "") for index, text in enumerate(texts)]
    return {
        index: (number.level, number.ordinal, number.depth)
        for index, number in sequence.numbers(lines).items()
    }


@pytest.mark.parametrize(
    ("texts", "doubted"),
    [
        (("1.5万人次参加宣讲。", "2.3亿元投入法治保障。"), {0, 1}),
        (("1.2024年建章立制。", "2.120卷评查。", "3.5万人次参加宣讲。"), {2}),
        (("1.规范执法。", "2.3亿元投入法治保障。"), {1}),
        (("1.5万人次参加宣讲。2.3亿元投入。",), {0}),
        (("1.83亿元投入。", "另有2.6万元。"), set()),
        (("1.1亿元用于装备。", "1.2万人受益。"), set()),
        (("一、举措", "2.3亿元投入法治保障。"), set()),
        (("1.83件积案化解。", "2.120卷评查。"), set()),
    ],
)
def test_a_decimal_in_a_row_of_items_may_be_a_number_and_a_quantity(texts, doubted):
    lines = [line(index, text) for index, text in enumerate(texts)]
    assert sequence.glued(lines) == doubted


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (("1.83件积案化解。", "2.120卷评查。"), {0: (3, 1, 1), 1: (3, 2, 1)}),
        (("1.83件积案化解。2.120卷评查。",), {0: (3, 1, 1)}),
        (("1.83件积案化解。", "另有2件。"), {}),
        (("1.5万人次参加宣讲。", "2.3亿元投入法治保障。"), {}),
        (("1.12亿元资金到位。", "2.6元一度电。"), {}),
        (("2.83件积案化解。", "3.120卷评查。"), {}),
        (("1 规范执法", "2 化解纠纷", "4 普法"), {0: (3, 1, 1), 1: (3, 2, 1)}),
        (("1 2025年举措", "2 不足"), {0: (3, 1, 1), 1: (3, 2, 1)}),
        (("一 主要举措", "二 不足"), {0: (1, 1, 1), 1: (1, 2, 1)}),
        (("一：主要举措", "二：不足"), {0: (1, 1, 1), 1: (1, 2, 1)}),
        (("一 主要举措", "（一）规范", "二 不足"), {0: (1, 1, 1), 2: (1, 2, 1)}),
        (("1.规范执法。", "2.化解纠纷。"), {}),  # these prove themselves
        (("1.规范执法。", "2 化解纠纷"), {1: (3, 2, 1)}),
        (("1.规范执法。", "一、举措", "2 化解纠纷"), {}),
        (("一、举措", "1.1 规范执法", "1.2 化解纠纷"), {1: (3, 1, 2), 2: (3, 2, 2)}),
        (("一、举措", "1.1 规范执法", "二、不足", "2.1 不足"), {1: (3, 1, 2), 3: (3, 1, 2)}),
        (("一、举措", "1.1 规范执法"), {}),
        (("一、举措", "1.2亿元", "1.3亿元"), {}),
        (("一、举措", "2.1 规范执法", "2.2 化解"), {}),
        ((), {}),
    ],
)
def test_a_number_is_one_where_its_neighbours_say_so(texts, numbers):
    assert found(*texts) == numbers


def test_what_word_numbered_needs_no_proof():
    assert found("1 规范执法", given_=["1"]) == {0: (3, 1, 1)}
    assert found("1.2规范执法", given_=["1.2"]) == {0: (3, 2, 2)}


def heading(prefix, ordinal=1, form=2, title="规范执法", **more):
    return Heading(
        form=form,
        ordinal=ordinal,
        prefix=prefix,
        title=title,
        suffix=more.pop("suffix", "。"),
        body=more.pop("body", ""),
        line=line(7, prefix + title),
        **more,
    )


@pytest.mark.parametrize(
    ("one", "prefix", "rule"),
    [
        (heading("（一）"), "（一）", ""),
        (heading("（ 一 ）"), "（一）", "heading_number"),
        (heading("（一）、"), "（一）", "heading_number"),
        (heading("㈠", 1), "㈠", ""),
        (heading("1、", form=3), "1、", ""),
        (heading("1. ", form=3, title="2025年"), "1. ", ""),
        (heading("1 .", form=3), "1.", "heading_number"),
        (heading("）", 2, inferred=True), "（二）", "lost_numeral"),
        (heading("1.2 ", 2, form=3, depth=2), "1.2 ", ""),
        (heading("第一部分", form=1, is_part=True), "第一部分", ""),
        (heading("", 0), "", ""),
    ],
)
def test_a_number_is_written_out_and_clean(one, prefix, rule):
    written, changes = outline.restored(one)
    assert written == replace(one, prefix=prefix)
    assert [change.rule for change in changes] == ([rule] if rule else [])
    for change in changes:
        assert (change.before, change.after) == (one.prefix + one.title, prefix + one.title)
        assert change.paragraph == 7
        assert ("补上" in change.reason) is one.inferred


@pytest.mark.parametrize(
    ("one", "number"),
    [
        (heading("(一)"), "（一）"),
        (heading("1 ", 3, form=3), "3."),
        (heading(" 第一部分 ", form=1, is_part=True), "第一部分"),
        (heading("1.2 ", 2, form=3, depth=2), "1.2"),
        (heading("", 0), ""),
    ],
)
def test_a_number_as_it_should_be_read(one, number):
    assert outline.number(one) == number


def test_a_number_before_a_text_is_all_there_is_to_say():
    item = outline.as_item(heading("1.", form=3))
    assert (item.title, item.suffix, item.body) == ("", "", "规范执法。")
    assert item.run_in
    assert not heading("1.", form=3).run_in


def test_the_higher_number_has_the_lower_rank():
    ranks = [
        heading("第一部分", form=1, is_part=True).rank,
        heading("第一节", form=1, is_part=True).rank,
        *(heading("x", form=form).rank for form in (2, 3)),
        heading("1.2", form=3, depth=2).rank,
    ]
    assert ranks == sorted(set(ranks))
    assert heading("一、", form=1).rank < heading("（一）").rank


LITERAL = st.text("收结案件83{，", max_size=8)


@given(LITERAL, LITERAL, st.data())
def test_slots_take_the_place_of_what_prints_alike(before, after, data):
    source = slots.escape(before) + "{{ 甲 }}" + slots.escape(after)
    values = {"甲": "【待填：甲】"}
    whole = slots.filled(source, values)
    free = [n for n in range(len(whole)) if not len(before) <= n < len(before) + len(values["甲"])]
    if not free:
        return
    at = data.draw(st.sampled_from(free))
    made = offering.with_slots(source, values, [(at, at + 1, Slot(name="乙"))])
    assert slots.filled(made, values | {"乙": whole[at]}) == whole
    assert sorted(slot.name for slot in slots.slots(made)) == ["乙", "甲"]


def test_several_slots_may_stand_in_one_text_in_any_order():
    places = [(3, 5, Slot(name="乙")), (1, 2, Slot(name="甲"))]
    assert offering.with_slots("收3结80件", {}, places) == "收{{ 甲 }}结{{ 乙 }}件"
    assert offering.with_slots("收3件", {}, []) == "收3件"


def read(source, values=()):
    return offering.read(source, dict(values), year=2026)


def test_numbers_that_are_written_are_read_with_years_and_doubts():
    found_ = read(
        "{{ 年 }}年收{{ 甲 }}件，建成大厅12个，2026年评查案卷80宗。",
        {"年": "2026", "甲": "83"}.items(),
    )
    assert [one.mention.writing for one in found_.numbers] == ["12", "80"]
    assert [one.value for one in found_.numbers] == [12, 80]
    assert {one.indicator.unit for one in found_.numbers} == {"个", "宗"}
    first = found_.numbers[0]
    text = "2026年收83件，建成大厅12个"
    assert text[first.start : first.stop] == "12"
    assert first.words.endswith("〔12〕")


def test_a_digit_beside_a_figure_is_odd_and_what_is_marked_is_left():
    touching = read("收{{ 甲 }}3件。", {"甲": "8"}.items())
    assert touching.numbers == ()
    (odd,) = touching.odd
    assert (odd.text, odd.reason) == ("83", "和旁边的数据连着写，分不清是几")
    assert read("收【待填：80件】，【待核：90件】。") == Reading()


def test_what_was_declined_is_known_by_its_words():
    found_ = read("建成大厅12个，评查案卷80宗。")
    told = list(offering.words(found_))
    assert len(told) == 2
    left = offering.besides(found_, frozenset(told[:1]))
    assert [one.words for one in left.numbers] == told[1:]
    assert offering.besides(found_, frozenset(told)).numbers == ()
    assert offering.besides(found_, frozenset()) == found_
    odd = Reading(odd=(OddNumber(text="三成", reason="成数", words="甲", start=0, stop=2),))
    assert list(offering.words(odd)) == ["甲"]
    assert offering.besides(odd, frozenset(["甲"])) == Reading()
    assert isinstance(found_.numbers[0], OfferedNumber)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("罚没款285.", "6万元，案件增多"),
        ("罚没款1，", "285万元，案件增多"),
        ("查处案件三十", "五件，办结率高"),
        ("合格率百分之", "九十八，质量提高"),
        ("查处案件108", "3件，办结率高"),
        ("降幅为-", "12%，质量提高"),
    ],
)
@pytest.mark.parametrize("between", [[], [""], ["", ""], ["— 3 —"]], ids=len)
def test_a_number_that_two_paragraphs_share_is_never_read_in_part(before, between, after):
    lines = [written.TITLE, written.PREFACE, "一、主要举措", "（一）规范执法"]
    lines += [before, *between, after]

    understood = written.read(lines)

    assert written.numbers(understood) == []
    assert any(one.kind is NumeralKind.ASKED for one in understood.numerals)
