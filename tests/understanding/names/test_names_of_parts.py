"""Names say which of them: the deed of the whole, the clause before 的, the deed that fell."""

import pytest

from nianbao.report.figures.figure import QUOTED_NUMBER
from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("轮训干部83名，其中科级干部46名。", "轮训科级干部人数"),
        ("抽查企业83家，其中建筑企业9家。", "抽查建筑企业数"),
        ("审核文件、合同83件，其中合同60件。", "审核合同数"),
        ("减免费用83万元，其中公证费用9万元。", "减免公证费用"),
        # what everyone does with them says nothing
        ("开展培训83期，其中专题培训9期。", "专题培训期数"),
        # a body is called by what it does
        ("建立调解组织83个，其中行业调解组织9个。", "行业调解组织数"),
        # the part has a deed of its own
        ("收集意见83条，其中采纳意见30条。", "采纳意见数"),
        # a share is one of all
        ("办理公证83件，其中涉台公证占31%。", "涉台公证占比"),
        # what tells the part from the whole is one word before the same thing
        ("受理投诉83件，其中有效投诉30件。", "有效投诉数"),
    ],
)
def test_a_part_is_called_by_what_was_done_with_the_whole(text, part):
    assert labels(text)[1] == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        # more was said of the whole: its deed alone would say the contrary
        ("拒绝公开档案23份，其中涉密档案9份。", "涉密档案数"),
        ("停发津贴83万元，其中夜班津贴12万元。", "夜班津贴金额"),
        ("尚未整改隐患12处，其中消防隐患3处。", "消防隐患数"),
        # the deed only tells which things they are
        ("检查人员120人，其中技术人员30人。", "技术人员人数"),
        ("检测设备86台，其中国产设备12台。", "国产设备台数"),
        ("接受救助群众310人，其中高龄群众120人。", "高龄群众人数"),
        # the part says itself what became of it
        ("检查企业83家，其中免检企业9家。", "免检企业数"),
        ("受理申请83件，其中撤回申请9件。", "撤回申请数"),
    ],
)
def test_a_deed_that_was_not_done_with_the_part_is_not_lent(text, part):
    assert labels(text)[1] == part


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "审结案件83件，维持、驳回以及和解后终止的分别为32件、26件、25件。",
            ["案件维持数", "案件驳回数"],
        ),
        ("审结案件83件，维持、撤销、确认违法分别为46件、28件、9件。", ["案件维持数", "案件撤销数"]),
        (
            "审理案件83件，一审、二审审结案件分别为46件、37件。",
            ["一审审结案件数", "二审审结案件数"],
        ),
        ("接待来访83批，受理、办结投诉分别为46件、37件。", ["受理投诉数", "办结投诉数"]),
    ],
)
def test_a_row_of_deeds_shares_no_deed(text, names):
    assert labels(text)[1:3] == names


def test_what_only_the_last_of_a_row_was_sent_to_is_not_for_all():
    first, last = labels("立案、移送公安机关的分别为8件、9件。")

    assert "公安" not in first or QUOTED_NUMBER in first
    assert last == "移送公安机关件数"


def test_what_each_of_a_row_counts_is_said_once():
    text = "立案、结案、移送案件分别为210件、203件、6件，结案率96.7%。"

    assert labels(text)[-1] == "案件结案率"


def test_a_rate_behind_a_row_of_deeds_is_of_what_they_were_done_with():
    text = "审结的83件案件中，维持、驳回以及和解后终止的分别为32件、26件、25件，调撤率30.1%。"

    assert labels(text)[-1] == "案件调撤率"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("检查企业83家、学校12所。", "检查学校数"),
        ("检查食品生产经营单位124家、药店88家。", "检查药店家数"),
        ("审核文件9件、合同38件、协议71件。", "审核协议数"),
        ("办理人大代表建议96件、政协提案54件。", "办理政协提案数"),
        ("出动执法人员410人次、车辆135台次。", "出动车辆台次"),
        # another deed, a weak one, a verb inside the first thing
        ("取消审批61项、改备案17项。", "改备案数"),
        ("开展培训9期、讲座17场。", "讲座场次"),
        ("检查特种设备使用单位186家、化工企业75家。", "化工企业数"),
        # persons among things, what came of them, what only is called by the deed
        ("办理援助案件860件、受援农民920人。", "受援农民人数"),
        ("评查许可案卷150件、问题23个。", "问题数"),
        ("审查文件28件、修改意见96份。", "修改意见数"),
        ("检查人员36名、协管人员12名。", "协管人员人数"),
        # a deed of its own; one that is asked of others
        ("检查企业120家、处罚8家。", "处罚家数"),
        ("督促整改企业36家、商户12户。", "商户数"),
        # a part lends nothing to the next part
        ("征求意见86条，其中采纳意见52条、书面意见12条。", "书面意见数"),
        ("清理文件86件，其中保留文件80件。", "保留文件数"),
    ],
)
def test_the_verb_before_a_list_is_of_all_its_things(text, name):
    assert labels(text)[-1] == name


def test_several_deeds_with_the_whole_are_done_with_the_part():
    text = "抽查评查行政执法案卷124宗，其中行政处罚案卷86宗。"

    assert labels(text)[1] == "抽查评查行政处罚案卷数"


@pytest.mark.parametrize(
    "text",
    [
        "拟报请县政府修订3件。",
        "出让土地83宗，其中以拍卖方式出让的商业用地15宗。",
        "纳入排查范围的92处隐患全部建档。",
    ],
)
def test_a_name_that_loses_which_of_them_is_quoted(text):
    assert QUOTED_NUMBER in labels(text)[-1]


def test_who_has_something_is_in_the_name():
    assert labels("城管办有上岗证的同志13人。") == ["城管办有上岗证同志人数"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("占用林地面积同比下降43.5%。", "占用林地面积下降幅度"),
        ("收治病人数量同比增长8%。", "收治病人数量增长幅度"),
        ("推动败诉率下降8个百分点。", "败诉率下降幅度"),
        ("促进调解成功率提高8个百分点。", "调解成功率提高幅度"),
    ],
)
def test_what_grew_or_fell_keeps_its_deed(text, name):
    assert labels(text) == [name]


@pytest.mark.parametrize(
    "text", ["从各执法单位随机抽取许可案卷240卷。", "从各乡镇抽取许可案卷240卷。"]
)
def test_what_something_is_taken_from_does_not_act(text):
    assert labels(text) == ["抽取许可案卷数"]


def test_the_sign_for_inside_ends_no_name():
    text = "经审查的87件政策措施里，按照意见修改后出台的5件。"

    assert labels(text)[1] == "按照意见修改后出台政策措施数"
