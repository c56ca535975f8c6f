"""A number is not what the words around it only look like: 签约12个, 增长12%结案83件."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.figures.figure import MentionKind
from nianbao.report.numeral import NumeralKind
from nianbao.report.writing import quantity
from nianbao.report.writing.numbering import to_chinese
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage
from tests.understanding.accounts import understood


def read(text):
    return passage.read(text, year=2024, quantities=quantities())


def figures(text):
    return [(one.number.writing, one.number.unit) for one in read(text).figures]


def asked(text):
    return [one.text for one in read(text).numerals if one.kind is NumeralKind.ASKED]


def exceptions(text):
    return [(one.text, one.reason) for one in read(text).numerals if one.reason]


ENDS_LIKE_ABOUT = [
    "签约",
    "预约",
    "履约",
    "违约",
    "节约",
    "村规民约",
    "物业规约",
    "签订租约",
    "巡查商超",
    "附近",
    "就近",
    "靠近",
    "治超",
    "反超",
    "B超",
]
MERELY_ABOUT = [
    "编制约",
    "环节约",
    "调解约",
    "补贴近",
    "成就近",
    "整治超",
    "联合约",
    "损失约",
    "办公约",
    "村民约",
]


@pytest.mark.parametrize("word", ENDS_LIKE_ABOUT)
def test_a_word_that_ends_like_about_makes_no_number_approximate(word):
    assert figures(f"{word}36处") == [("36", "处")]


@pytest.mark.parametrize("words", MERELY_ABOUT)
def test_about_behind_a_word_still_makes_a_number_approximate(words):
    assert figures(f"{words}36处") == [(f"{words[-1]}36", "处")]


@pytest.mark.parametrize(
    "text",
    ["18部门", "26单位", "9乡镇", "14县区", "45家庭", "7户外广告", "3处罚", "6条例"],
)
def test_a_word_that_begins_like_a_unit_is_none(text):
    assert figures(f"涉及{text}情况") == []
    assert len(asked(f"涉及{text}情况")) == 1


@pytest.mark.parametrize("text", ["5条例行检查", "3家庭审", "8处罚款", "12项目前"])
def test_a_unit_before_a_word_that_looks_alike_is_one(text):
    assert len(figures(f"涉及{text}情况")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "没有一宗败诉",
        "未发生一起事故",
        "无一件败诉",
        "无一被撤销",
        "纠错案件为零",
        "个位数",
        "六位数",
        "⅓",
        "同比倍增",
        "增长数倍",
        "百分百",
        "两个半月",
        "三个多百分点",
        "提升6个点",
        "7折",
        "2024度",
        "走访百企",
        "三百来件",
        "十几起",
        "上千宗",
    ],
)
def test_an_amount_without_a_plain_number_is_asked_about(text):
    assert figures(f"情况是{text}。") == []
    assert len(asked(f"情况是{text}。")) == 1


@pytest.mark.parametrize(
    "whole",
    [
        "3个位次",
        "4天半",
        "一年半",
        "3万+次",
        "800+份",
        "45±3人",
        "翻了近三番",
        "超半数",
        "过半数",
        "连续三个季度",
        "平均不到三天",
    ],
)
def test_an_amount_in_an_odd_writing_is_asked_about_whole(whole):
    assert figures(f"情况是{whole}。") == []
    assert asked(f"情况是{whole}。") == [whole]


@pytest.mark.parametrize("text", ["缩短为3至6日", "诉求突破万件大关", "2023届毕业生", "2023版清单"])
def test_what_might_pass_for_a_date_or_a_phrase_is_asked_about(text):
    assert figures(text) == []
    assert len(asked(text)) == 1


@pytest.mark.parametrize(
    ("text", "value"), [("三百O七件", 307), ("两万○四十份", 20040), ("四千O六户", 4006)]
)
def test_a_zero_of_another_writing_beside_a_scale_is_a_zero(text, value):
    assert [one.number.value for one in read(text).figures] == [value]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("110kV线路", "规格、型号"),
        ("36V安全电压", "规格、型号"),
        ("46度白酒", "规格、型号"),
        ("95号汽油", "规格、型号"),
        ("1对1辅导", "固定说法"),
        ("人手一本", "固定说法"),
        ("一企一档", "固定说法"),
        ("无一例外", "固定说法"),
        ("9日以内", "时间长短、年龄"),
        ("（2024）青行终21号", "发文字号"),
        ("GB/T 33476-2016", "编号、代码、网址"),
        ("6·5环境日", "纪念日"),
        ("12·4等节点", "纪念日"),
        ("12309检察热线", "热线、电话"),
    ],
)
def test_what_is_no_amount_is_excepted_for_its_true_reason(text, reason):
    assert [why for _, why in exceptions(text)] == [reason]
    assert figures(text) == []


def test_a_change_is_of_the_number_that_it_is_said_of():
    told = "受理91件同比增长12.5%结案83件"

    kinds = [one.number.kind for one in read(told).figures]

    assert kinds == [MentionKind.COUNT, MentionKind.CHANGE, MentionKind.COUNT]


def test_a_change_is_of_both_numbers_that_are_joined():
    found = read("较上年分别增长12%和8%").figures

    assert [one.number.kind for one in found] == [MentionKind.CHANGE, MentionKind.CHANGE]


def test_things_that_have_numbers_of_their_own_are_not_counted_by_the_next():
    assert figures("纠错一件、撤销两件。") == [("一", "件"), ("两", "件")]
    assert figures("区、镇、村三级联动。") == []


def in_chinese(number):
    """A whole number as it is spoken: 一亿零五百万."""
    if number < 10_000:
        return to_chinese(number)
    step, name = (10**8, "亿") if number >= 10**8 else (10**4, "万")
    high, low = divmod(number, step)
    if not low:
        return in_chinese(high) + name
    return in_chinese(high) + name + ("零" if low < step // 10 else "") + in_chinese(low)


@given(st.integers(1, 10**12 - 1) | st.integers(1, 9999).map(lambda high: high * 10**5 * 10))
def test_a_chinese_number_of_any_size_is_worth_what_it_says(number):
    written = in_chinese(number)

    read_back = quantity.parse(written)

    assert read_back is not None
    assert read_back.value == number


@given(st.integers(1, 99), st.integers(1, 9), st.sampled_from("余多"))
def test_hundreds_of_millions_and_some_are_worth_what_they_say(high, low, word):
    written = f"{in_chinese(high)}亿{in_chinese(low)}千{word}万"

    found = quantity.parse(written)

    assert found.value == high * 10**8 + low * 10**7
    assert quantity.write(found.value, written) == written
    assert quantity.parse(quantity.write(found.value + 10**7, written)).value == found.value + 10**7


def test_capitals_of_any_hand_are_read_whole():
    for written in ("贰佰零叁元", "弍佰零叄元", "貳佰零參元"):
        (one,) = read(f"罚款{written}").figures

        assert one.number.value == 203


@pytest.mark.parametrize("digits", ["12|0", "3|46", "1,2|34", "8|3"])
def test_a_number_that_a_line_end_cuts_is_never_read_in_part(digits):
    head, tail = digits.split("|")
    body = "全县法治政府建设取得新成效，行政执法更加规范，群众满意度明显提高。" * 3
    lines = ["青岚县2024年法治政府建设年度报告", body, "一、主要举措", f"{body}全年培训{head}"]

    found = understood([*lines, f"{tail}人次，成效明显。", body])

    assert found.mentions == ()
    asked_about = [one.text for one in found.numerals if one.kind is NumeralKind.ASKED]
    assert f"{tail}人次" in asked_about
