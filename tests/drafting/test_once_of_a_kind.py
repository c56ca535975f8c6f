"""What happened once, by the kinds of its grammar, and what is near to each kind."""

import pytest

from nianbao.drafting import new_year
from tests.drafting.test_asking import BODY, FRAME, drafted, read, text, turned

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
    ("said", "now"),
    [
        ("截至2025年12月31日，调解纠纷4210件。", "截至2026年12月31日，"),
        ("2025年1至12月，受理案件415件。", "2026年1至12月，"),
        ("2025年1月—12月，受理案件415件。", "2026年1月—12月，"),
        ("截至12月底，有调解员415名。", "。截至12月底，"),
        ("2025年度，我县把法治政府建设摆在突出位置，常抓不懈。", "2026年度，"),
    ],
)
def test_the_end_of_a_year_and_a_whole_year_move(said, now):
    assert now in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "截至2025年12月31日，县行政争议中心正式成立。",
        "对2025年12月31日前制发的文件集中清理。",
        "2025年1至11月，受理案件415件。",
    ],
)
def test_other_dates_stay_and_are_asked_about(said):
    assert "【待核：2025年1" in drafted(said)


def test_a_long_row_of_figures_is_read_in_no_time():
    said = "将" + "12个部门的35项职责、" * 400 + "划归县行政审批局"

    assert turned(f"{said}。")


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


def test_a_year_without_an_incident_moves():
    assert "2026年以来，未发生" in drafted("2025年以来，未发生重大行政执法舆情事件。")


@pytest.mark.parametrize(
    "deed",
    [
        "优化调整县委依法治县委员会组成人员",
        "县司法局内设行政执法监督科",
        "全国普法办调研组对我县给予高度评价",
        "市级赋权试点评估结果为优秀",
        "综合查一次改革试点获省政府办公厅推广",
        "由乡镇代管的9个市场监管所移交县局直管",
        "县化解中心实现县域全覆盖并实体化运行",
        "与高校共建法治研究院",
        "承办全省行政复议业务培训班",
        "制定轻微违法行为不予处罚事项清单并向社会公布",
        "出台优化法治化营商环境二十条措施",
        "对营商环境开展首轮评估",
        "取消不合理收费项目",
        "废止一批与上位法不一致的文件",
        "人员编制下沉乡镇",
        "对招商承诺事项开展专项清理",
    ],
)
def test_papers_posts_and_clearings_of_once_are_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize(
    "deed",
    [
        "设立意见箱和举报电话",
        "加强对成立不满一年的调解组织的业务指导",
        "以创建全国法治政府建设示范县为抓手",
        "新建成的小区同步成立调解组织备案",
        "对全部上级转办的信访件按期办结",
        "发现违规设立的收费项目一律取消",
        "深入开展涉企收费专项清理",
    ],
)
def test_what_is_set_up_or_aimed_at_as_a_habit_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]


def test_the_year_of_a_paper_of_each_year_moves():
    said = "印发2025年法治政府建设工作要点，明确任务38项。"

    assert "印发2026年法治政府建设工作要点，" in drafted(said)


@pytest.mark.parametrize(
    "deed",
    [
        "承担省级“一业一证”改革试点任务",
        "选聘新一轮政府法律顾问",
        "“县城管大队”更名为“县城市管理综合行政执法大队”",
        "行政复议局办公用房改造完成",
        "部门“三定”规定修订工作完成",
        "执法人员统一换发新式制服",
        "以优异成绩通过全国文明城市复检",
        "聘用的执法辅助人员全部清退",
        "云麓镇综合执法队晋升省级“五星级”基层站所",
        "有力应对特大暴雨灾害",
        "依法启动一级应急响应",
        "成为全省3个联合检查改革试点县之一",
        "下半年新增一处公证服务点",
        "开展第二轮法治督察",
        "近三年，全县行政复议纠错率连续下降",
        "即将施行的《生态环境法典》列入学法计划",
        "刚刚召开的县委全会作出部署",
        "较前年同期减少",
    ],
)
def test_reforms_rounds_and_times_near_last_year_are_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "县政府法治建设工作迈上新台阶",
        "全县行政争议总量稳中有降",
        "县农业农村局护农助农",
        "法治乡村建设亮点纷呈",
        "迎接“七一”建党节",
        "过去一年，全县法治建设迈出新步伐",
        "从事执法工作三年以上",
        "及时启动应急响应程序",
        "落实第二轮土地延包政策",
        "巩固党史学习教育成果",
    ],
)
def test_general_words_on_how_things_go_are_no_question(said):
    assert "【待核：" not in drafted(f"{said}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "但部分乡镇执法文书制作仍不够规范",
        "行政调解工作还有差距",
        "普法精准度有待提高",
        "个别部门负责人出庭应诉意愿不强",
        "一些深层次问题尚未根本解决",
        "执法信息共享程度偏低的问题依然突出",
        "下一步工作中，将着力提升审查质量",
        "今后，将进一步规范程序",
        "接下来，将继续深化改革",
        "新的一年，霁岚县将乘势而上",
        "普法针对性仍需加强",
        "青少年普法存在薄弱环节",
        "短板依然明显",
        "下步将扩大听证比例",
    ],
)
def test_what_is_wanting_or_planned_is_asked_at_the_end_of_a_measure(said):
    assert "【待核：" in drafted(f"健全工作机制。{said}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "针对部分单位学法深度不够的问题，开展督导",
        "督促部分单位整改案卷制作不规范等问题",
        "对整改不到位的单位挂牌督办",
        "发现有的案卷说理不够，当场反馈",
    ],
)
def test_what_was_found_wanting_and_dealt_with_is_no_question(said):
    assert "【待核：" not in drafted(f"{said}。").split("（二）")[0]


def test_a_list_of_what_is_wanting_is_marked_with_what_it_lists():
    said = "全县普法还存在一些不足：形式单一，力量薄弱"

    assert "【待核：还存在一些不足：形式单一，力量薄弱】" in drafted(f"{BODY}{said}。")


@pytest.mark.parametrize(
    "said",
    [
        "对照2025年版市场准入负面清单开展自查",
        "落实《执法监督条例》（2025年修订）",
        "2025年新成立的调委会调解纠纷86件",
        "执行2025年修正的裁量基准",
    ],
)
def test_the_year_of_an_edition_and_of_what_began_in_it_stays(said):
    told = drafted(f"{said}。").split("（一）")[1].split("（二）")[0]

    assert "2026年" not in told
    assert "【待核：" in told


@pytest.mark.parametrize(
    "said",
    [
        "2025年，县委、县政府高度重视法治政府建设。",
        "2025年，县长带头讲授法治课。",
        "2025年，全县经济社会发展大局和谐稳定。",
        "2025年，各级行政机关依法履职能力显著增强。",
        "2025年，人民群众法治获得感不断增强。",
    ],
)
def test_a_year_of_what_is_said_every_year_moves(said):
    assert said.replace("2025", "2026") in drafted(said)


@pytest.mark.parametrize("said", ["力争在2026年实现调解室全覆盖", "到2026年底，建成执法平台"])
def test_a_goal_for_the_coming_year_is_asked_about_in_a_measure(said):
    assert "【待核：" in drafted(f"{said}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "力争到2027年，基本建成覆盖城乡的公共法律服务体系。",
        "到2030年，法治政府建设走在全省前列。",
        "围绕2035年基本建成法治政府总目标，压实责任。",
    ],
)
def test_a_goal_of_a_later_year_is_no_question(said):
    assert said in drafted(said)


def test_titles_of_what_is_wanting_are_asked_with_what_stands_below():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[6] = "（一）执法监督力度有待进一步加强。人手较少。"
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "（一）执法监督力度有待进一步加强。【待核：上年的不足，请改写】人手较少。" in text(
        last, new
    )


@pytest.mark.parametrize(
    "deed",
    [
        "云麓司法所问鼎全省“最美司法所”",
        "县综合执法大队被记集体嘉奖",
        "3篇调研文章在省法学会年会上获奖",
        "法治漫画作品在全国展播",
        "省电视台《今日说法》走进我县拍摄",
        "“有事来说”调解室获央视关注",
        "党员法律服务队成为全市党建品牌",
        "受邀为外县讲授府院联动经验",
        "迎接省级法治督察并获肯定",
        "在全市考核中实现争先进位",
        "县长署名文章在省级党刊发表",
        "承办全省法治建设“揭榜挂帅”项目",
        "县司法局新增执法协调监督股",
        "以县政府令形式公布禁燃区划定方案",
        "形成《败诉案件分析报告》",
        "完善《县政府常务会议议事规则》",
        "联合县检察院会签公益诉讼协作意见",
        "牵头制定市级行政调解地方标准",
        "推动《霁江流域保护条例》出台",
        "参与《省行政执法条例》立法调研",
        "实施城区停车收费管理新规",
        "新版权力清单公开发布",
        "全面取消城区养犬登记费",
        "启动新一轮机构编制清理",
        "县交警大队事故处理中心入驻矛调中心",
        "县域信用监测排名退出后进名单",
        "结束我县没有公证机构的历史",
        "报请市政府批准撤销原复议决定",
        "集中销毁罚没物品一批",
        "公安机关破获督办电诈案",
        "“利剑护蕾”行动取得阶段性胜利",
        "“3·12”燃气爆燃事故处理依法有序",
        "去冬今春，全县开展森林防火执法巡查",
        "全省网格工作观摩活动走进我县",
        "县长代表全市在全省述法会上述法",
        "在县融媒体中心举行法治微剧决赛",
        "省人大代表视察团专题视察我县法治建设",
        "落实执法装备“三年提升”计划",
        "确保到2026年底执法证申领率达100%",
        "2024—2025学年，法治副校长授课312节",
    ],
)
def test_more_deeds_honours_and_papers_of_once_are_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "引导各类调解组织进驻综治中心",
        "按程序报请县政府同意后实施",
        "企业成立三年以上可申请",
        "健全完善执法公示制度",
        "形成“人人学法”的良好氛围",
        "公布权责清单和办事指南",
        "减免公证费、鉴定费",
        "在全县巡回宣讲",
        "移出经营异常名录的企业予以信用修复",
        "提高应对重大突发事件能力",
        "告别繁琐程序，方便群众办事",
        "两年来有违法记录的从严监管",
    ],
)
def test_what_is_near_to_these_and_goes_on_is_no_question(said):
    assert "【待核：" not in drafted(f"{said}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "2025年，县政府投资860万元建成法治文化公园",
        "2025年机构改革后，全县执法主体有48个",
        "2025年，投入经费120万元完成执法标识更换",
        "2025年全省“十大法治事件”发布，我县1项入选",
        "2025年，乡镇机构改革后执法人员增至236人",
        "2025年，县级执法队伍由11支整合为6支",
        "2025年省委巡视反馈问题18个全部整改",
        "2025年中央环保督察交办信访件43件全部办结",
        "2025年，全县14个乡镇综合执法办公室全部挂牌",
    ],
)
def test_no_year_moves_over_what_was_reformed_spent_or_found_in_it(said):
    told = drafted(f"{said}。").split("（一）")[1].split("（二）")[0]

    assert "2026年" not in told
    assert "【待核：" in told


@pytest.mark.parametrize(
    "said",
    [
        "2025年，省下达我县法治建设补助资金300万元",
        "2025年，开展专项督察2轮，反馈问题43个",
        "2025年，许可事项由246项压减至228项",
    ],
)
def test_a_year_moves_over_what_is_spent_or_found_each_year(said):
    assert f"2026年，{said[6:10]}" in drafted(f"{said}。")


def test_who_is_named_is_asked_about_in_text_and_in_front_of_it():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[3] = "（一）规范行政执法。县委书记王明远、县长李文博担任双组长。"
    last = read(lines[0], "霁岚县司法局局长 周正", *lines[1:])
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert "霁岚县司法局【待核：局长 周正】" in draft
    assert "县委【待核：书记王明远】、【待核：县长李文博】担任" in draft


@pytest.mark.parametrize(
    "said",
    [
        "县委书记、县长分别主持会议",
        "县长高度重视法治建设",
        "局长张贴公告",
        "主任任务明确",
        "公开联系人、联系电话",
        "县长于年初主持召开常务会议",
        "县长于会前带头学法",
        "主任常态化带头述法",
        "院长连续主持听证",
        "局长常年带队检查",
    ],
)
def test_a_post_without_a_name_is_no_question(said):
    assert "【待核：" not in drafted(f"{said}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "2025年，县信访局依法分类处理信访诉求。",
        "2025年，县政府法律顾问参与重大事项论证。",
        "2025年，当好群众“贴心人”。",
        "2025年，县政府坚决扛牢法治建设责任。",
    ],
)
def test_a_year_of_the_work_of_every_day_moves(said):
    assert said.replace("2025", "2026") in drafted(said)
