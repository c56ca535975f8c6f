"""Small numbers that are easily taken for words: one that was counted, half a day, 12㎡."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from nianbao.standards.figures.quantities import quantities
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


@pytest.mark.parametrize("unit", ["m²", "t", "MW", "㎞", "kWh", "℃", " m²"])
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


FEW = ["两个", "三个", "十一个"]
BODIES = ["行政村", "社区", "街道", "案例", "法治项目", "执法单位", "调解平台", "重点工地"]
DEEDS = ["实现“零发案”", "被省厅采用", "设立联络点", "在全市推开", "开展试点", "启动改造", "换装"]


@given(
    ahead=st.sampled_from(["", "全县", "另有", "机制健全，", "其中"]),
    few=st.sampled_from(FEW),
    body=st.sampled_from(BODIES),
    deed=st.sampled_from(DEEDS),
)
def test_a_few_that_did_something_or_had_it_done_are_counted(ahead, few, body, deed):
    text = f"{ahead}{few}{body}{deed}。"

    asked = [one for one, _ in told(text, NumeralKind.ASKED)]
    figures = [one for one, _ in told(text, NumeralKind.FIGURE)]
    assert [one for one in asked + figures if few in one], text


@pytest.mark.parametrize(
    "text",
    [
        "五条建议被采纳",
        "两处违建依法拆除",
        "三项经验在全省推广",
        "在两个乡镇先行先试",
        "对三所学校开展督导",
    ],
)
def test_a_few_things_with_a_deed_behind_are_counted(text):
    assert told(text + "。", NumeralKind.ASKED) or read(text).figures


@pytest.mark.parametrize("behind", ["三十六人", "9项", "七个"])
@pytest.mark.parametrize("few", ["两批", "三类", "四轮"])
def test_a_few_that_are_told_in_pieces_too_are_counted(few, behind):
    found = read(f"任前考试{few}{behind}。").numerals

    assert [one.text for one in found if one.kind is not NumeralKind.EXCEPTION] == [few, behind]


@given(
    deed=st.sampled_from(
        ["承担", "开设", "攻克", "编排", "接入", "牵头", "打通", "结对帮扶", "从"]
    ),
    few=st.sampled_from(["两个", "三项", "四条", "十个"]),
    what=st.sampled_from(
        ["省级试点", "考点", "难题", "节目", "系统", "堵点", "软弱涣散村", "短板"]
    ),
)
def test_a_few_that_something_was_done_to_are_no_list(deed, few, what):
    found = [one.kind for one in read(f"{deed}{few}{what}。").numerals]

    assert found in ([NumeralKind.ASKED], [NumeralKind.FIGURE])


@pytest.mark.parametrize("count", ["一个", "一项", "一篇", "一部", "一件"])
@pytest.mark.parametrize("deed", ["被列为省级试点", "获省领导批示", "入选典型案例", "被采用"])
def test_one_that_won_something_is_asked_about(count, deed):
    text = f"{count}案例{deed}。"

    numerals = told(text, NumeralKind.ASKED) + told(text, NumeralKind.FIGURE)
    assert [one for one, _ in numerals] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "两个以上部门联合检查",
        "三个层面协同发力",
        "五项举措落地见效",
        "两张清单同步推行",
        "三个环节紧密衔接",
        "形成千家万户参与的局面",
        "两个文明一起抓",
        "三个平台融合联动",
        "全面落实四个最严要求",
        "统筹两个大局",
        "实现两个一百年目标",
        "履行五个法定程序",
        "做到三个到位",
        "围绕五个重点领域开展检查",
        "严格执行三项制度",
        "按照三个统一推进",
        "实行三项清单管理",
        "坚持四个不放过",
        "每半年听取两次汇报",
        "原则上每月不少于两次",
        "聚焦三个关键环节发力",
        "四个清单动态管理",
        "三个规定严格执行",
        "一个窗口受理",
        "一个项目一名专员",
    ],
)
def test_a_few_that_are_only_spoken_of_are_not_asked_about(text):
    assert told(text + "。", NumeralKind.ASKED) == []
    assert read(text).figures == ()


@pytest.mark.parametrize("text", ["走访百十户", "办案千八百件"])
def test_a_number_that_only_sounds_exact_is_asked_about(text):
    assert read(f"{text}。").figures == ()
    assert told(f"{text}。", NumeralKind.ASKED)


def test_a_part_of_a_hundred_without_its_number_is_no_hundred():
    assert read("合格率为百分之。").figures == ()


def test_hours_of_the_day_are_no_question():
    assert told("上午8时至12时值守。", NumeralKind.ASKED) == []
