"""A name that has lost a part of its clause gives way to one that has not, where there is one."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # both of two deeds, all of a list
        ("避免或减少潜在损失约3600万元。", "避免或减少潜在损失金额"),
        ("认领并公布权责事项284项。", "认领公布权责事项数"),
        (
            "起诉传销、集资诈骗和非法吸收公众存款案件7件。",
            "传销、集资诈骗和非法吸收公众存款案件数",
        ),
        (
            "开展菜市场秩序、燃气、电动车充电专项执法，立案37件。",
            "菜市场秩序、燃气、电动车充电专项执法立案数",
        ),
        # where, with whom, of what
        ("在公园、车站、集市开展法律讲座83场。", "公园、车站、集市法律讲座场次"),
        ("会同农业部门指导乡镇审批宅基地316宗。", "会同农业部门指导乡镇审批宅基地数"),
        ("市容环境类：案件186件。", "市容环境类案件数"),
        # what those do who are counted
        ("全县83名村党组织书记完成述法。", "述法村党组织书记人数"),
        ("全区1864名国家工作人员参加年度学法考试。", "参加年度学法考试国家工作人员人数"),
        ("承办的86件代表建议全部办结。", "承办代表建议数"),
        ("深入田间地头和农贸集市开展送法下乡活动45场。", "田间地头和农贸集市送法下乡活动场次"),
        # which of them
        ("涉及本局的行政复议案件9件。", "涉及本局行政复议案件数"),
        ("取得法律职业资格证书的执法人员14人。", "取得法律职业资格证书执法人员人数"),
        ("落地执行的集采药品达587种。", "落地执行集采药品种数"),
        # the whole word
        ("镇综合行政执法队配备持证执法人员13人。", "镇综合行政执法队持证执法人员人数"),
        # up to how much it came
        ("电子证照调用量突破9万次。", "电子证照调用量"),
        ("“码上办”小程序注册用户突破20万人。", "码上办小程序注册用户人数"),
        ("非现场检查占比提升至57.3%。", "非现场检查占比"),
        ("建设项目审批平均用时压减至21个工作日。", "建设项目审批平均用时"),
    ],
)
def test_a_name_says_all_that_its_clause_does(text, label):
    assert labels(text)[0] == label


@pytest.mark.parametrize(
    "text",
    [
        "督促23家工地完善台账。",  # no 工地台账
        "出让土地83宗，其中以拍卖方式出让的商业用地15宗。",
        "仅有2名执法人员通过法律职业资格考试。",
        "下沉苏木镇41项。",
        "未持证人员12名，未参加培训5名。",
        "窗口接到群众反映329件，协调解决326件。",
        "收到复议申请94件，另有上年结转6件，审结88件。",
        "落实惠企政策，为356户企业减税降费4218万元。",
        "监督检查医疗机构、中小学校、公共场所、集中供水单位和宾馆饭店83户次。",
        "实现关键技术突破3项。",
        "对及时改正且未造成危害后果的11起违法行为不予处罚。",
        "查处乱罚款、乱检查、乱查封等问题5起，问责7人。",  # the same words in another order
        "组织全局112名干部职工参加全省统一网上学法考试并全部合格。",  # no 干部职工 alone
        "为1689名新生儿家庭办理出生医学证明、户口登记、医保参保等手续。",
        "办理案件97件，其中涉及本局的行政复议案件9件、诉讼案件5件。",
    ],
)
def test_what_is_told_of_something_else_makes_no_name_full(text):
    assert any("＿" in label for label in labels(text))


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        # who only agreed is no subject of what follows
        (
            "组织规范性文件清理，经县政府常务会议审议，继续有效、修改的分别为71件、8件。",
            0,
            "规范性文件继续有效数",
        ),
        # points are of the whole rate
        (
            "承办热线转办件83件，群众满意率97.6%，较上年提高2.1个百分点。",
            2,
            "热线转办件群众满意率提高幅度",
        ),
        # how it is dealt with is a sort of it
        ("新核发排污许可证63张，其中重点管理22张。", 1, "重点管理许可证数"),
        # nor is a sum of money of how many cases there were more
        ("移送犯罪案件4起，挽回经济损失86.5万元，立案数量较上年增加9起。", 2, "立案数量增加数"),
    ],
)
def test_nothing_is_taken_from_what_only_stands_near(text, number, label):
    assert labels(text)[number] == label
