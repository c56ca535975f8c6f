"""What a rate, a share or a change is of, and what of its own words it keeps."""

import pytest

from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage
from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # what tells how it is counted
        ("受理信访事项300批，信访及时受理率100%。", "信访及时受理率"),
        # not what drives it
        ("推进政务服务事项网上可办率达98.5%。", "政务服务事项网上可办率"),
        ("接听热线来电83件，回访满意率99%。", "热线来电回访满意率"),
        # nor a second word for how much
        ("承诺时限压缩率达81%。", "承诺时限压缩率"),
        ("涉企检查1074户次，降幅33.5%。", "涉企检查降幅"),
        ("行政机关负责人出庭应诉率连续5年保持100%。", "行政机关负责人出庭应诉率"),
        ("一审行政案件收案量61件，败诉率4.9%。", "一审行政案件败诉率"),
    ],
)
def test_a_rate_keeps_its_own_words_and_no_others(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("发现问题46项，下发督办函15份，整改率95.7%。", "问题整改率"),
        ("发现执法不规范问题58个，整改率100%。", "执法不规范问题整改率"),
        ("热线接听来电3420个，解答咨询3388件，接通率99.1%。", "热线接通率"),
        ("受理投诉83件，为消费者挽回损失136万元，调解成功率82%。", "投诉调解成功率"),
    ],
)
def test_a_rate_is_of_what_its_deed_may_be_done_with(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("办理法律援助案件268件，其中农民工讨薪案件92件，占比34.3%。", "农民工讨薪案件占比"),
        ("建成省级民主法治示范社区34个，占社区总数的41.5%。", "省级民主法治示范社区占比"),
        ("办理援助案件268件，其中讨薪案件92件，占34.3%。", "讨薪案件占比"),
    ],
)
def test_a_share_is_of_what_was_just_counted(text, name):
    assert labels(text)[-1] == name


def test_a_share_of_money_is_not_guessed_to_be_of_a_part():
    assert labels("罚没收入2186万元，占一般公共预算收入的1.6%。")[-1].count("＿") == 1


def test_rates_of_a_row_are_of_what_was_counted_in_a_row_before():
    text = "办理代表建议78件、政协提案102件，办复率达100%，代表委员满意率分别为99.2%和98.6%。"

    assert labels(text)[-2:] == ["代表建议代表委员满意率", "政协提案代表委员满意率"]


def test_changes_of_a_row_go_up_and_down_each_of_its_own():
    text = "办理行政处罚案件387件，罚没金额121万元，同比分别下降6.7%、上升15.2%。"
    found = passage.read(text, year=2025, quantities=quantities()).figures

    assert [one.label for one in found][2:] == ["行政处罚案件下降幅度", "罚没金额上升幅度"]
    text = "办理行政处罚案件387件，罚没金额121万元，同比分别下降6.7%、15.2%。"
    found = passage.read(text, year=2025, quantities=quantities()).figures
    assert {one.label[-4:] for one in found[2:]} == {"下降幅度"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("办理行政应诉案件52件，比上年的67件减少15件。", "上年行政应诉案件办理数"),
        ("接待群众来访53批，较去年同期的66批下降19%。", "上年接待群众来访批次"),
    ],
)
def test_what_it_was_last_year_is_told_so(text, name):
    assert labels(text)[1] == name


def test_a_year_written_out_may_be_any():
    assert "＿" in labels("入企检查680户次，比2020年的1120户次下降39%。")[1]


def test_points_are_of_a_rate():
    text = "一审行政诉讼案件118件，败诉7件，败诉率5.9%，较上年下降1.8个百分点。"

    assert labels(text)[-1] == "一审行政诉讼败诉率下降幅度"


def test_a_measure_alone_is_no_name():
    assert all("＿" in one for one in labels("园区事园区办的比例由年初的76%上升到94.5%。"))
