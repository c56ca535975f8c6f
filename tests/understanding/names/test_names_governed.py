"""Names that any department's number could have say whose it is: what governs their sentence."""

import pytest

from tests.understanding.names.labelled import labels

GOVERNED = [
    # a field of work, to the end of the sentence
    (
        "生态环境领域出动执法人员83人次，检查企业97家次，立案9件，处罚金额64万元。",
        ["生态环境检查企业家次", "生态环境立案数", "生态环境处罚金额"],
    ),
    (
        "城市管理领域，以专项行动为抓手，共检查经营主体83户次，查处违法案件12件，办结9件。",
        ["城市管理检查经营主体户次", "城市管理查处违法案件数", "城市管理违法案件办结数"],
    ),
    # a body or a service
    (
        "县综治中心接待群众83人次，登记受理事项97件。",
        ["县综治中心接待群众人次", "县综治中心登记受理事项数"],
    ),
    (
        "行政机关负责人应出庭35件、实际出庭33件。",
        ["行政机关负责人应出庭数", "行政机关负责人实际出庭数"],
    ),
    ("水务查处案件12件，罚款9万元。", ["水务查处案件罚款金额"]),
    # a matter that the sentence opens with
    (
        "一是法律援助应援尽援，办理案件83件，其中刑事41件。",
        ["法律援助办理案件数", "法律援助刑事案件数"],
    ),
    ("组织案卷评查3轮，反馈问题83个。", ["案卷评查反馈问题数"]),
    ("落实公平竞争审查制度，审查文件39件。", ["公平竞争审查文件数"]),
    # a field governs on, whoever does something in it
    (
        "市场监管领域检查企业83家，群众投诉举报97件，罚款9万元。",
        ["市场监管投诉举报数", "市场监管罚款金额"],
    ),
    (
        "应急管理领域，深入开展治本攻坚三年行动，检查企业9家，立案3件。",
        ["应急管理检查企业数", "应急管理立案数"],
    ),
    # a long one gives way
    (
        "县公共法律服务中心接待群众83人次，登记受理行政处罚违法案件线索9件。",
        ["登记受理行政处罚违法案件线索数"],
    ),
    # a programme with a name, up to the next name in quotes
    ("推行“柳码通办”，各部门直接拨付，兑付资金83万元。", ["柳码通办兑付资金金额"]),
    (
        "推行“柳码通办”，全面推行登记“网上办、掌上办”，兑付资金83万元。",
        ["兑付资金金额"],
    ),
    # what a rate before it is of
    (
        "12345热线按时办结率99.6%，办理结果满意率95.1%。",
        ["12345热线按时办结率", "12345热线办理结果满意率"],
    ),
    # what stands before a colon
    (
        "行政诉讼：以政府、部门为被告的一审案件83件，败诉6件。",
        ["行政诉讼一审案件数", "行政诉讼一审案件败诉数"],
    ),
    ("信访：领导接访日坚持下来，积案化解83件。", ["信访积案化解数"]),
    ("城管：办结处罚案件83起。", ["城管办结处罚案件数"]),
    ("生产安全事故情况：全县死亡3人，同比起数下降37.5%。", ["生产安全事故起数下降幅度"]),
    # places or persons that were counted
    ("全县12个乡镇审查文件83件。", ["乡镇数", "乡镇审查文件数"]),
]


@pytest.mark.parametrize(("text", "names"), GOVERNED)
def test_what_any_department_may_say_is_told_by_what_governs_the_sentence(text, names):
    assert labels(text)[-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a name that says enough
        ("生态环境领域出动执法人员83人次，办理生态环境损害赔偿案件5件。", "生态环境损害赔偿案件"),
        # the next sentence is of something else
        ("县综治中心接待群众83人次；全年立案查处案件9件。", "查处案件"),
        # another subject
        ("县综治中心接待群众83人次，各级执法部门检查企业9家。", "各级执法部门检查企业"),
        # all of them are no certain one
        ("全县各级行政执法机关办理许可97件，检查企业83家。", "检查企业"),
        # a clause with a subject of its own borrows no topic
        ("受理行政复议83件，办结79件，生态环境领域检查企业97家次。", "生态环境领域检查企业"),
        # part of a plan's name
        ("深入开展安全生产治本攻坚三年行动，检查企业97家次。", "安全生产治本攻坚检查企业"),
        # a list that a clause only tells
        ("依法履行专家论证、合法性审查、集体讨论程序，召开听证会3场。", "听证会"),
        # a word for a matter that is only part of what a clause tells
        ("抓好审计监督，检查企业83家。", "检查企业"),
        ("推动仲裁机构改革，走访企业9家。", "走访企业"),
        # no body ends so
        ("执法格局持续优化，检查企业9家。", "检查企业"),
        # what is dealt with does nothing
        ("对21家企业开展检查，发现问题63个。", "检查发现问题"),
        ("信访方面，受理事项83件；征集意见9条。", "征集意见"),
        # what only leads in, before a colon, and what is behind its semicolon
        ("负责人：李明，检查企业83家。", "检查企业"),
        ("重点任务：检查企业83家。", "检查企业"),
        ("还是有人不服：行政诉讼83件。", "行政诉讼"),
        ("强化行政诉讼：一审案件83件。", "一审案件"),
        ("普法：讲座9场；检查企业83家。", "检查企业"),
        ("主要做法如下：检查企业83家。", "检查企业"),
        ("数据显示：检查企业83家。", "检查企业"),
        # names that say enough below one
        ("劳动争议：区人社局仲裁院结案83件。", "区人社局仲裁院结案"),
        # not one of several programmes, nor a name that only describes
        ("落实“首次轻罚”“整改免罚”清单，减免罚款83万元。", "减免罚款"),
        ("创建“绿色枫岭”、“平安枫岭”，兑付资金83万元。", "兑付资金"),
        # what a programme is not about, and what comes later
        ("推行“证照分离”，新登记企业83户。", "新登记企业"),
        ("推行“首违不罚”，行政处罚83件。", "行政处罚"),
        ("推行“首违不罚”，罚款83万元。", "罚款"),
        ("推行“柳码通办”，兑付资金83万元，检查企业9家。", "检查企业"),
        # a rate governs no counts, and only what is served
        ("12345热线接通率98%，检查企业83家。", "检查企业"),
        ("12345热线接通率98%，企业登记网办率97%。", "企业登记网办率"),
        ("12345热线接通率98%，检查企业83家，群众满意率97%。", "群众满意率"),
        ("农村饮用水合格率98%，满意率97%。", "满意率"),
        # a person's rate is not what another rate is of
        ("行政机关负责人出庭应诉率100%，败诉率9.6%。", "败诉率"),
    ],
)
def test_no_name_is_told_by_what_does_not_govern_it(text, name):
    assert labels(text)[-1].startswith(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设置“办不成事”反映窗口9个，受理诉求83件。", "办不成事反映窗口受理诉求数"),
        ("设置“办不成事”反映窗口9个，受理诉求83件，办结率98%。", "办不成事反映窗口诉求办结率"),
        ("充分发挥行政复议化解行政争议主渠道作用，新收案件83件。", "行政复议新收案件数"),
        ("深化行政复议体制改革，受理案件83件，审结79件。", "行政复议案件审结数"),
        ("发挥行政复议作用，全县新收案件83件。", "行政复议新收案件数"),
        # a window does not reach over the county, nor one of two windows; the hall does
        ("设置“一件事”窗口9个，全县受理事项83件。", "受理事项数"),
        ("设置法律援助窗口9个、公证窗口3个，受理案件83件。", "受理案件数"),
        ("区政务服务大厅设置综合窗口9个，进驻部门27个。", "区政务服务大厅进驻部门数"),
        # only what is handled there
        ("设置信访窗口9个，罚款83万元。", "罚款金额"),
        ("发挥行政复议作用，审结案件83件，处罚案件97件。", "处罚案件数"),
        ("发挥行政复议作用，检查企业83家。", "检查企业数"),
        # another body, or two matters
        ("发挥行政复议委员会作用，召开会议9次。", "召开会议次数"),
        ("加强行政复议与信访衔接，受理案件83件。", "受理案件数"),
    ],
)
def test_a_window_and_a_procedure_govern_what_is_handled_there(text, name):
    assert labels(text)[-1] == name
