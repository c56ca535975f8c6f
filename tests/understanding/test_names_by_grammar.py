"""What the build of a sentence says of a number's name: rows, parts, rates, examples, wholes."""

import re

import pytest

from nianbao.standards.quantities import quantities
from nianbao.understanding import passage


def labels(text):
    return [one.label for one in passage.read(text, year=2025, quantities=quantities()).figures]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a rate is of what was done, in the words in which that was counted
        ("调处邻里纠纷418件，调处成功409件，成功率97.8%。", "邻里纠纷调处成功率"),
        ("收到企业诉求312条，办结305条，办结率97.8%。", "企业诉求办结率"),
        ("查出问题64个，整改完成61个，整改率95.3%。", "问题整改率"),
        ("对合同61份提出法律意见207条，采纳率94.8%。", "法律意见采纳率"),
        ("“12345”热线接听来电8.3万件，限时办结率99.9%。", "12345热线限时办结率"),
        # several rates, and a rate of several things
        ("向市政府报备规范性文件9件，报备率、报备及时率均为100%。", "规范性文件报备率报备及时率"),
        ("办理代表建议61件、政协提案74件，满意率99%。", "代表建议政协提案满意率"),
    ],
)
def test_a_rate_is_of_what_its_sentence_counted(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "新登记经营主体836户，同比增长4%，其中企业216户、个体工商户601户。",
            ["新登记企业户数", "新登记个体工商户数"],
        ),
        (
            "查处违法案件936件，罚没款81万元，其中食品类412件、药品类97件。",
            ["食品类违法案件数", "药品类违法案件数"],
        ),
    ],
)
def test_a_part_is_of_the_whole_that_has_its_unit(text, names):
    assert labels(text)[-2:] == names


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        # what follows a list is not of its last thing
        ("审查议题31件、合同14份、规范性文件9件，提出法律意见87条。", "规范性文件"),
        ("对31件文件、14份合同、9件涉法事务进行审核，提出意见建议87条。", "涉法事务"),
        # another deed of the same body is not done with what it did before
        ("区政府常务会议审议民生事项14项，集体学法9次。", "民生事项"),
        # what is only done is done with what has its unit
        ("备案审查规范性文件64件，提出审查意见28条，督促纠正5件。", "意见"),
        ("其中以调解、和解方式结案14件。", "方式结案数"),
        ("查处食品、药品、特种设备等领域案件67件。", "领域案件查处数"),
    ],
)
def test_a_name_takes_nothing_that_its_sentence_says_of_another(text, strange):
    assert strange not in labels(text)[-1] or "＿" in labels(text)[-1]


def test_a_list_is_no_part_of_the_body_that_does_something_with_it():
    assert labels("31个调委会调解邻里、婚姻、山林等方面纠纷248件。")[0] == "调委会数"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("修订山洪、地质灾害、森林防火等专项应急预案26个。", "专项应急预案修订数"),
        ("在31个村设立便民服务点。", "设立便民服务点村数"),
        ("全县34个部门党政主要负责人述法。", "述法部门数"),
        ("开展联合执法18次。", "联合执法次数"),
        ("审结复议案件64件，直接纠错5件。", "复议直接纠错数"),
        ("被申请行政复议12件。", "被申请行政复议数"),
        ("许可事项由71项优化为52项。", "许可事项数"),
        ("审结复议案件64件，其中以调解、和解方式结案14件。", "调解和解结案数"),
    ],
)
def test_a_name_keeps_the_words_that_tell_which(text, name):
    assert labels(text)[-1] == name


def test_a_few_that_lack_something_are_quoted():
    assert "＿" in labels("4个乡镇专职复议人员不足3人。")[0]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("7月1日至9月30日开展整治，查处12起。", "日至查"),
        ("12月底前培训3期。", "前培训"),
        ("二〇二五年受理复议案件12件。", "二五年"),
        ("11:30开展宣传3场。", "^30"),
        ("30个工作日内办结率98%。", "^内办结率$"),
        ("罚没款伍万元整。", "整金额"),
        ("办结率95%+。", "^\\+"),
        ("人均办案12件/年。", "年数"),
        ("培训干部12人·次。", "次人数"),
    ],
)
def test_no_name_has_a_half_of_a_date_or_of_a_unit(text, strange):
    assert not [name for name in labels(text) if re.search(strange, name)]


def test_rates_of_several_things_are_told_apart_in_their_order():
    found = labels("不予处罚926起，涉及金额742万元，较上年分别增长15.3%和22.1%。")

    assert found[2:] == ["不予处罚增长幅度", "不予处罚涉及金额增长幅度"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "政务大厅日均接待群众860人次，全年办件31.2万件。",
            ["政务大厅日均接待群众人次", "政务大厅办件数"],
        ),
        ("培训法律明白人720人次。", ["培训法律明白人人次"]),
        (
            "执法人员考试2场，参考118人，通过103人。",
            [None, "执法人员考试参考人数", "执法人员考试通过人数"],
        ),
        ("参加考试人数46人，合格率98%。", [None, "考试合格率"]),
    ],
)
def test_a_word_for_one_number_only_goes_on_to_no_other(text, names):
    assert [name for name, said in zip(labels(text), names, strict=True) if said] == [
        said for said in names if said
    ]
