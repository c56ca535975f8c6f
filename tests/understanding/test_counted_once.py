"""Small numbers that are easily taken for words: one that was counted, half a day, 12㎡."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from nianbao.standards.quantities import quantities
from nianbao.understanding import passage
from tests.understanding import written


def read(text):
    return passage.read(text, year=2024, quantities=quantities())


def told(text, kind):
    return [(one.text, one.reason) for one in read(text).numerals if one.kind is kind]


@pytest.mark.parametrize("verb", ["出台", "制定", "修订了", "印发", "废止"])
@pytest.mark.parametrize("count", ["一个", "一项", "一部"])
@pytest.mark.parametrize("what", ["办法", "实施方案", "管理规定"])
def test_one_paper_that_was_made_is_asked_about(verb, count, what):
    assert told(f"县政府{verb}{count}{what}。", NumeralKind.ASKED) == [(count, "是不是数出来的")]


@pytest.mark.parametrize(
    "text", ["一家企业被处罚", "一名干部因违纪被问责", "一户商家受到行政处罚", "一个部门被通报"]
)
def test_one_that_something_befell_is_asked_about(text):
    assert [reason for _, reason in told(text + "。", NumeralKind.ASKED)] == ["是不是数出来的"]


@pytest.mark.parametrize("deed", ["开展督察一次", "举办培训班一期", "组织旁听庭审一场"])
def test_once_is_a_count_where_no_rule_is_told(deed):
    assert [reason for _, reason in told(deed + "。", NumeralKind.ASKED)] == ["是不是数出来的"]
    assert told("每季度" + deed + "。", NumeralKind.ASKED) == []


def test_one_at_the_head_of_a_row_that_is_counted_is_asked_about():
    assert [text for text, _ in told("配备一名法官、两名书记员。", NumeralKind.ASKED)] == ["一名"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("时限由7日压缩至3日。", "7日压缩至3日"),
        ("由法定20日压缩至5日。", "法定20日压缩至5日"),
        ("审批时限压缩至3日。", "压缩至3日"),
    ],
)
def test_days_that_were_saved_are_no_date(text, quoted):
    assert [one for one, _ in told(text, NumeralKind.ASKED)] == [quoted]


def test_units_with_times_are_read_whole():
    units = [f.number.unit for f in read("出动一百余人次、车辆二十台次，培训120人/次。").figures]

    assert units == ["人次", "台次", "人/次"]
    assert read("见附件2所列8项。").figures[0].number.writing == "8"


@pytest.mark.parametrize(
    "text", ["建立一套工作机制", "打造一个品牌", "形成一批成果", "营造一个良好环境", "每一家企业"]
)
def test_one_that_counts_nothing_is_no_question(text):
    assert told(text + "。", NumeralKind.ASKED) == []


@given(
    verb=st.sampled_from(["缩短", "压缩", "压减", "节约", "减少"]),
    what=st.sampled_from(["", "了", "办理时限", "审批时间", "平均用时"]),
    time=st.sampled_from(["半天", "半个工作日", "半小时", "三个工作日", "两天", "五个小时"]),
)
def test_time_that_was_saved_is_asked_about_in_any_words(verb, what, time):
    asked = told(f"{verb}{what}{time}。", NumeralKind.ASKED)

    figures = read(f"{verb}{what}{time}。").figures
    assert [text for text, _ in asked if text.endswith(time)] or figures


def test_working_days_are_time_and_no_list():
    assert told("五个工作日内办结。", NumeralKind.EXCEPTION) == [("五个工作日", "时间长短")]
    assert [text for text, _ in told("时限由五个工作日缩短为三个工作日。", NumeralKind.ASKED)] == [
        "五个工作日缩短为三个工作日"
    ]


@pytest.mark.parametrize("unit", ["㎡", "km", "m²", "t", "MW", "㎞", "kWh", "℃", " ㎡"])
def test_a_number_with_a_sign_for_its_unit_is_quoted_whole(unit):
    assert [text for text, _ in told(f"建成12{unit}。", NumeralKind.ASKED)] == [f"12{unit}"]


def test_a_plan_in_the_middle_of_a_section_ends_where_deeds_are_told_again():
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        "（一）规范执法",
        "全年查处案件83件。",
        "明年将建设监管平台。",
        "逐步扩大覆盖面。",
        "全年评查案卷204卷，合格率98%。",
        "健全了工作机制。",
    ]
    found = written.read(lines)

    kinds = [e.kind.value for s in found.report.walk() for e in s.entries]
    assert kinds == ["measure", "plan", "plan", "measure", "measure"]


@pytest.mark.parametrize("text", ["走访百十户", "办案千八百件"])
def test_a_number_that_only_sounds_exact_is_asked_about(text):
    assert read(f"{text}。").figures == ()
    assert told(f"{text}。", NumeralKind.ASKED)


def test_a_part_of_a_hundred_without_its_number_is_no_hundred():
    assert read("合格率为百分之。").figures == ()


def test_hours_of_the_day_are_no_question():
    assert told("上午8时至12时值守。", NumeralKind.ASKED) == []
