"""What happened once, by the kinds of its grammar, and what is near to each kind."""

import pytest

from tests.drafting.drafts import drafted, turned

FIGURES_OF_SOMETHING_ELSE = [
    "将原由3个部门承担的城管执法职责统一划归县综合行政执法局",
    "将全县18个部门的196项许可事项统一划入县行政审批局办理",
    "投资860万元新建的县公共法律服务中心竣工",
    "全县13个乡镇均完成赋权承接",
    "针对省委巡视反馈的4个问题制定整改措施",
    "首违警告试点在县城区试运行三个月后全面推开",
    "聘请5名法学教授组成新的法律咨询委员会",
]
FEW_THINGS = [
    "建成3个基层法治观察点",
    "建成青少年法治教育实践基地2个",
    "撤并旧站，建成中心法庭1座",
]
FROM_OUTSIDE = [
    "省政府授权我县行使部分市级经济管理权限",
    "省司法厅选取我县作为法治督察联系点",
    "国务院督查组来县核查涉企收费问题",
    "兄弟县考察团慕名前来学习一枚印章管审批",
    "世界银行专家组走进我县政务大厅",
    "市审计局对县本级预算执行进行审计",
    "配合中央生态环境保护督察",
    "县长带队赴省司法厅汇报法治示范创建工作",
    "县委主要领导到先进地区学习考察",
]
TOGETHER = [
    "县政府与县检察院建立府检联动机制",
    "县税务局与县法院共同制定破产涉税事项办理规程",
    "与邻近三县缔结跨界水域联合执法同盟",
]
TO_ITS_END = [
    "基本完成涉改部门的班子配备、人员转隶和集中办公",
    "全县普法骨干能力提升集训营圆满结营",
    "“百名律师进百企”行动结束",
    "重大行政决策后评估制度在全县建立起来",
    "法治公园由原河滨游园改建而成",
    "新的调委会选举产生",
    "督导反馈问题清零见底",
    "行政备案改革在全县推开",
    "涉外法律服务港在自贸联动区落地",
    "《霁岚县志愿服务促进办法（草案）》完成公开征求意见",
    "古树名木保护规定送审稿通过合法性审查",
]
OTHER_THAN_BEFORE = [
    "不再保留县政务公开办公室",
    "其职责交县政府办公室承担",
    "禁燃区范围由老城扩大到建成区",
    "原属交通部门的治超站整体移交乡镇管理",
    "村规民约经新一轮修订",
]
HELD = [
    "法治副校长聘任仪式在县一中举行",
    "召开新闻发布会",
    "县政协围绕执法队伍建设开展专题协商",
    "组织开展涉企行政执法专项整治行动",
    "开展为期一百天的趋利性执法整治行动",
    "在河口镇试行“综合查一次”",
]
KINDS = {
    "figures of something else": FIGURES_OF_SOMETHING_ELSE,
    "few things": FEW_THINGS,
    "from outside": FROM_OUTSIDE,
    "together": TOGETHER,
    "to its end": TO_ITS_END,
    "other than before": OTHER_THAN_BEFORE,
    "held": HELD,
}
NO_QUESTION = [
    "建成基层法治观察点38个",
    "全县共建成法治公园3个",
    "为12名符合条件的老人开通绿色通道，办理公证18件",
    "全县121个社区建成法治文化阵地",
    "坚持以案释法，把执法过程变成普法过程",
    "完成上级交办的各项法治建设任务",
    "按时完成行政执法人员年度公共法律知识培训",
    "完成公众参与、风险评估等法定程序",
    "逐项明确完成时限和责任人员",
    "与法院、检察院保持经常性沟通联系",
    "推动各项惠企政策在基层落地",
    "对照巡视巡察反馈问题举一反三",
    "圆满完成全国两会等重要时间节点维稳安保任务",
    "赴乡镇一线考察基层执法情况",
    "县督导组深入各乡镇开展督导",
    "深入开展食品安全专项整治行动",
    "未经审查不得提交会议讨论",
    "凡能共享的证明一律不再要求提交",
    "推动信访事项并入平台",
]


@pytest.mark.parametrize(
    ("kind", "deed"), [(kind, deed) for kind, deeds in KINDS.items() for deed in deeds]
)
def test_what_happened_once_is_asked_about(kind, deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0], kind


@pytest.mark.parametrize("deed", NO_QUESTION)
def test_what_only_looks_like_it_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("建成3个基层法治观察点。", "个【待核：基层法治观察点】"),
        ("投资860万元新建的县公共法律服务中心竣工。", "【待核：竣工】"),
        (
            "将全县18个部门的196项许可事项统一划入县行政审批局办理。",
            "【待核：划入县行政审批局办理】",
        ),
    ],
)
def test_a_mark_of_a_deed_holds_no_figure_and_no_measure(said, marked):
    assert marked in drafted(said)


@pytest.mark.parametrize(
    "deed",
    [
        "县人民法院驻矿区巡回审判点设立",
        "县矛盾纠纷化解系统与省平台打通",
        "县长公开电话与12345热线完成并线",
        "普法专题片在省级展播中获得最佳创意奖",
        "政策兑现由企业申报制改成免申即享",
        "县域内26条收费公路执法监督点全部取消",
        "夜间不打烊窗口正式运营",
        "不动产登记中心开通“公证+登记”联办窗口",
        "对全县行政执法人员证件进行了换发",
    ],
)
def test_a_change_told_in_other_grammar_is_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize(
    "deed", ["不得设立前置审批窗口", "完成了年度法治督察任务", "不予开通专用通道"]
)
def test_what_is_forbidden_or_due_each_year_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]


def test_a_long_row_of_figures_is_read_in_no_time():
    said = "将" + "12个部门的35项职责、" * 400 + "划归县行政审批局"

    assert turned(f"{said}。")
