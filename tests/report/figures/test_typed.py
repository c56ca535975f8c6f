"""What a person types, understood or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.errors import InputError
from nianbao.report.figures.figure import Figure, FigureState, Indicator, Period
from nianbao.report.figures.typed import Names, answered, as_typed, typed_figure

COUNT = Indicator(name="新收数", label="新收（件）", unit="件")
RATE = Indicator(name="纠错率", label="纠错率", unit="%", period=Period.RATE)
MOVED = Indicator(name="增幅", label="增幅", unit="%", period=Period.CHANGE)
BARE = Indicator(name="批次", label="批次", unit="")


@pytest.mark.parametrize(
    ("indicator", "typed", "value"),
    [
        (COUNT, "83", "83"),
        (COUNT, " 83件 ", "83"),
        (COUNT, "0", "0"),
        (COUNT, "7。", "7"),
        (COUNT, "7件，", "7"),
        (COUNT, "1,023；", "1023"),
        (COUNT, "1.2万", "12000"),
        (RATE, "92.72%", "92.72"),
        (RATE, "92.72", "92.72"),
        (MOVED, "-5", "-5"),
        (MOVED, "0", "0"),
    ],
)
def test_a_number_is_an_answer(indicator, typed, value):
    figure = answered(indicator, typed, 2026, "手工填写")
    assert figure == Figure(
        indicator=indicator.name,
        year=2026,
        value=Decimal(value),
        state=FigureState.KNOWN,
        source="手工填写",
    )
    assert typed_figure(indicator, typed, 2026, "手工填写") == figure


@pytest.mark.parametrize("typed", ["-0", "-0.0%", "0"])
@pytest.mark.parametrize("indicator", [RATE, MOVED])
def test_nothing_has_no_sign(indicator, typed):
    assert not answered(indicator, typed, 2026, "").value.is_signed()


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_nothing_takes_an_answer_away(typed):
    assert answered(COUNT, typed, 2026, "手工填写") == Figure(indicator="新收数", year=2026)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("不适用", FigureState.NOT_APPLICABLE),
        (" 不适用 ", FigureState.NOT_APPLICABLE),
        ("待报", FigureState.PENDING),
    ],
)
def test_a_word_is_an_answer_too(typed, state):
    told = Figure(indicator="新收数", year=2026, state=state, source="表")
    assert answered(COUNT, typed, 2026, "表") == told
    assert typed_figure(COUNT, typed, 2026, "表") == told


@pytest.mark.parametrize(
    ("indicator", "typed", "said", "do"),
    [
        (COUNT, "若干", "“新收（件）”填的“若干”不是数字。", "只填数字，单位不用写。"),
        (COUNT, " 1x ", "“新收（件）”填的“1x”不是数字。", "只填数字，单位不用写。"),
        (COUNT, "7宗", "“新收（件）”按“件”填，“7宗”是别的单位。", "请换算好，只填数字。"),
        (COUNT, "7%", "“新收（件）”按“件”填，“7%”是别的单位。", "请换算好，只填数字。"),
        (COUNT, "百分之七", "“新收（件）”按“件”填，“百分之七”是别的单位。", "请换算好，只填数字。"),
        (COUNT, "7²", "“新收（件）”填的“7²”不是数字。", "只填数字，单位不用写。"),
        (COUNT, "7（宗）", "“新收（件）”填的“7（宗）”不是数字。", "只填数字，单位不用写。"),
        (COUNT, "几宗", "“新收（件）”填的“几宗”不是数字。", "只填数字，单位不用写。"),
        (COUNT, "7宗8", "“新收（件）”填的“7宗8”不是数字。", "只填数字，单位不用写。"),
        (RATE, "7件", "“纠错率”按“%”填，“7件”是别的单位。", "请换算好，只填数字。"),
        (COUNT, "-5", "“新收（件）”填的“-5”小于0。", "请核对后再填。"),
        (RATE, " -0.1% ", "“纠错率”填的“-0.1%”小于0。", "请核对后再填。"),
    ],
)
def test_what_is_no_answer_is_refused_with_the_reason(indicator, typed, said, do):
    with pytest.raises(InputError) as refused:
        answered(indicator, typed, 2026, "手工填写")
    assert refused.value.what == said
    assert refused.value.do == do


LONG = "12345678901234567890"


@pytest.mark.parametrize(
    ("indicator", "typed"),
    [
        (COUNT, LONG),
        (COUNT, f" {LONG}件 "),
        (COUNT, f"{LONG}宗"),
        (COUNT, "12,345,678,901,234,567,890"),
        (RATE, f"0.{LONG}%"),
        (MOVED, f"-{LONG}"),
        (BARE, LONG.translate({ord("0") + n: "０１２３４５６７８９"[n] for n in range(10)})),
    ],
)
def test_a_number_that_is_too_long_is_said_to_be_that(indicator, typed):
    with pytest.raises(InputError) as refused:
        answered(indicator, typed, 2026, "手工填写")
    said = f"“{indicator.label}”填的“{typed.strip()}”超过了18位，不像是数据。"
    assert refused.value.what == said
    assert refused.value.do == "请核对后再填。"


def test_what_is_too_long_and_no_number_is_no_number():
    with pytest.raises(InputError, match="不是数字"):
        answered(COUNT, f"若干{LONG}", 2026, "手工填写")


def test_what_is_no_number_is_no_figure():
    assert typed_figure(COUNT, "若干", 2026, "表") is None
    assert typed_figure(COUNT, "7宗", 2026, "表") is None
    assert typed_figure(BARE, "7批", 2026, "表").value == 7


def names():
    return Names(
        [
            Indicator(name="甲", label="新收数", unit="件", key="review.new", aliases=("收案",)),
            Indicator(name="乙", label="审结数", unit="件", aliases=("结案", "收案")),
            Indicator(name="丙", label="甲", unit="件", aliases=("丙的别名", "丙的别名")),
        ]
    )


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("甲", "甲"),  # a slot name stands for its own, whoever else is called so
        (" 甲 ", "甲"),
        ("新收数", "甲"),
        ("review.new", "甲"),
        ("审结数", "乙"),
        ("结案", "乙"),
        (" 结案 ", "乙"),
        ("丙的别名", "丙"),
    ],
)
def test_an_indicator_is_found_by_any_of_its_words(word, name):
    assert names().indicator(word).name == name
    assert word.strip() in names()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("收案", "“收案”对应几个指标。"),
        ("没有的", "没有“没有的”这个指标。"),
        ("", "没有“”这个指标。"),
    ],
)
def test_a_word_for_none_or_for_several_is_refused(word, said):
    with pytest.raises(InputError) as refused:
        names().indicator(word)
    assert refused.value.what == said
    assert refused.value.do == "请用台账里的指标名称。"
    assert (word in names()) is (word == "收案")


@given(
    st.decimals(0, 10**9, places=2) | st.integers(0, 10**12).map(Decimal),
    st.sampled_from(["件", "%", "万元", ""]),
)
def test_a_number_is_answered_again_as_one_would_type_it(value, unit):
    indicator = Indicator(name="甲", label="甲", unit=unit, period=Period.FLOW)
    figure = Figure(indicator="甲", year=2026).answered(value, source="")
    assert answered(indicator, as_typed(figure), 2026, "") == figure


@pytest.mark.parametrize("state", [FigureState.PENDING, FigureState.NOT_APPLICABLE])
def test_what_is_no_number_is_typed_by_its_word(state):
    indicator = Indicator(name="甲", label="甲", unit="件", period=Period.FLOW)
    figure = Figure(indicator="甲", year=2026, state=state)
    assert answered(indicator, as_typed(figure), 2026, "").state is state
