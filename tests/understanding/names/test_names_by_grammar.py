"""What the build of a sentence says of a number's name: rows, parts, rates, examples, wholes."""

import re

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a rate is of what was done, in the words in which that was counted
        ("调处邻里纠纷418件，调处成功409件，成功率97.8%。", "邻里纠纷调处成功率"),
        ("收到企业诉求312条，办结305条，办结率97.8%。", "企业诉求办结率"),
        ("查出问题64个，整改完成61个，整改率95.3%。", "问题整改率"),
        ("对合同61份提出法律意见207条，采纳率94.8%。", "法律意见采纳率"),
        ("“12345”热线接听来电8.3万件，限时办结率99.9%。", "12345热线来电限时办结率"),
        # several rates, and a rate of several things
        ("向市政府报备规范性文件9件，报备率、报备及时率均为100%。", "规范性文件报备率、报备及时率"),
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
        ("审结复议案件64件，其中以调解、和解方式结案14件。", "调解、和解结案数"),
    ],
)
def test_a_name_keeps_the_words_that_tell_which(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # places, not what is had or done in each of them
        ("189个村（社区）法律顾问实现全覆盖。", "法律顾问村社区数"),
        ("14个镇赋权事项评估完成。", "镇数"),
        ("16个乡镇司法所全部挂牌。", "乡镇司法所数"),
        ("12个镇（街）综合执法队开展巡查。", "镇街综合执法队数"),
        ("为12个执法大队配发制服。", "执法大队数"),
        # what a deed does not belong to
        ("收到检察机关纠正违法通知书4份。", "纠正违法通知书收到数"),
        ("返还群众被骗资金418万元。", "群众被骗资金返还金额"),
        ("查处案件83件，其中移送公安机关8件。", "移送公安机关案件数"),
        ("92个嘎查（社区）法律顾问全覆盖。", "法律顾问嘎查社区数"),
        ("被提起行政诉讼11件。", "被提起行政诉讼数"),
        ("区政务服务中心设置综合窗口42个。", "政务服务中心综合窗口数"),
        # one word
        ("在岗执法人员1394人。", "在岗执法人员人数"),
        ("在用特种设备83台。", "在用特种设备台数"),
        ("组织线上线下旁听庭审450人次。", "旁听庭审人次"),
        ("收到信息公开申请83件，不予公开6件。", "信息公开不予公开数"),
        ("受理线索35条，查实12条。", "线索查实数"),
        ("查办专利、商标等案件46件。", "专利、商标等案件查办数"),
    ],
)
def test_a_number_counts_what_it_stands_with(text, name):
    assert labels(text)[-1].endswith(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一审、二审行政应诉案件分别为45件、23件。", ["一审行政应诉案件数", "二审行政应诉案件数"]),
        (
            "食品、价格、广告案件数依次为627件、118件、93件。",
            ["食品案件数", "价格案件数", "广告案件数"],
        ),
        (
            "核发、变更、延续排污许可证分别为19张、33张、27张。",
            ["排污许可证核发数", "排污许可证变更数", "排污许可证延续数"],
        ),
        ("新增、取消事项分别为7项、4项。", ["新增事项数", "取消事项数"]),
        ("律师、基层法律服务工作者分别为12名、46名。", ["律师人数", "基层法律服务工作者人数"]),
        ("乡镇、县直部门分别为12个、31个。", ["乡镇数", "县直部门数"]),
    ],
)
def test_what_only_the_last_of_a_row_names_belongs_to_all(text, names):
    assert labels(text) == names


def test_what_not_turns_into_its_opposite_is_not_the_same():
    found = labels("监督抽检3245批次，检出不合格71批次，合格率97.8%，不合格食品处置率100%。")

    assert not [name for name in found if "不不" in name or name == "检出不合格率"]


def test_a_fine_is_of_no_letter():
    found = labels("查处非法采砂案件8起，下达停工通知书5份，罚款22万元。")

    assert found[-1] == "非法采砂罚款金额"
    assert labels("下达停工通知书5份，罚款22万元。")[-1] == "罚款金额"
    assert labels("城管领域立案29起，罚款31万元。")[-1] == "城管领域罚款金额"


def test_a_quotation_of_nothing_goes_on():
    assert labels("6个国省控地表水断面水质达标率100%。")[0] != "＿个"


def test_money_is_not_of_what_is_made_with_it():
    assert labels("投入资金1200万元改造司法所6个。")[0] == "投入资金金额"


def test_no_name_has_half_of_what_is_quoted():
    found = labels("组织“百名律师进百企”活动，律师53名。")

    assert found[0] == "百名律师进百企人数"


def test_what_is_done_with_some_is_the_topic_of_what_follows():
    found = labels("对县政府87件文件进行合法性审查，提出修改意见14条。")

    assert found[-1] == "合法性审查修改意见数"


def test_what_was_not_done_is_none_of_the_deeds_before():
    assert labels("口头调解6起，不予立案3起。")[-1] == "不予立案数"


def test_a_quotation_begins_with_a_word_that_says_something():
    text = (
        "对2023年以来由县政府、县政府办公室以及各乡镇、各部门先后制定的147份行政规范性文件"
        "和其他政策措施进行公平竞争审查，废止3份，修改5份。"
    )

    assert [one[:2] for one in labels(text)] == ["对2", "乡镇", "各部"]


def test_an_amount_alone_is_quoted():
    assert "＿" in labels("涉及当事人2.17万人、金额1.46亿元。")[-1]


def test_a_field_without_its_name_is_quoted():
    assert "＿" in labels("办理涉及食品安全、安全生产、生态环境等领域案件286件。")[0]


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
