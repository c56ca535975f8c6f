"""What was wanting and what is planned is asked about under any title and in any paragraph."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import BODY, FRAME, drafted, read, text

DIGITS = """霁岚县二〇二五年法治政府建设年度报告
二〇二五年，霁岚县扎实推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
（一）规范行政执法。全年评查案卷36件。
二、二〇二六年重点任务
（一）更新裁量基准
（二）充实调解队伍
"""


@pytest.mark.parametrize(
    ("shortcomings", "plans"),
    [
        ("问题与短板", "2026年重点任务"),
        ("面临的困难和挑战", "今后努力方向"),
        ("主要短板弱项", "明年工作重点"),
        ("需要改进的地方", "改进措施和努力方向"),
        ("差距和不足", "下阶段工作举措"),
        ("问题与不足", "工作设想"),
        ("需进一步加强的工作", "未来展望"),
        ("自查发现的问题", "改进提升措施"),
        ("亟待解决的问题", "对策措施"),
        ("法治建设中的问题短板", "2026年目标任务"),
        ("突出制约因素", "二〇二六年工作重点"),
        ("值得重视的问题", "２０２６年重点任务"),
        ("问题和教训", "二零二六年的工作"),
        ("教训与不足", "新一年的努力方向"),
        ("主要问题", "工作谋划"),
        ("主要不足", "新的一年的努力"),
    ],
)
def test_shortcomings_and_plans_are_asked_under_any_title(shortcomings, plans):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[5:] = [f"二、{shortcomings}", "（一）差距大。人手少。", f"三、{plans}", "（一）练内功。"]
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert text(last, new).count("【待核：上年的") == 2


@pytest.mark.parametrize(
    ("shortcomings", "plans"),
    [
        ("工作中的薄弱环节", "对策措施"),
        ("执法短板", "工作建议"),
        ("主要弱项", "整改举措"),
        ("不利因素", "新一年的努力"),
        ("值得重视的问题", "工作设想"),
        ("不足和教训", "二〇二六年计划"),
        ("短板问题", "主要工作谋划"),
    ],
)
def test_shortcomings_and_plans_are_asked_under_a_title_inside_a_part(shortcomings, plans):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:4]]
    lines += [f"（二）{shortcomings}", "学法用法深度不够。", f"（三）{plans}", "深化学法用法。"]
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert text(last, new).count("【待核：上年的") == 2


@pytest.mark.parametrize(
    "theme",
    [
        "补齐短板弱项，提升执法质效",
        "破解制约因素，汇聚治理合力",
        "做好工作谋划，压实法治责任",
        "回应群众关注的问题，改进作风",
        "紧盯薄弱环节，加强执法监督",
        "强化改进措施，优化营商环境",
        "关爱困难群众，提升法律服务水平",
    ],
)
def test_a_theme_that_deals_with_what_was_wanting_is_none_of_it(theme):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:4]]
    last = read(*lines, f"二、{theme}", "化解纠纷86件。", "三、狠抓落实，压实责任", BODY)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "【待核：" not in text(last, new)


def test_a_year_in_chinese_digits_makes_a_part_the_plans_of_that_year():
    last = read(*DIGITS.splitlines())
    new = new_year.start(last.report, last.indicators, last.figures)

    assert last.report.sections[-1].key == "next_year"
    assert "二、二〇二七年重点任务" in text(last, new)
    assert text(last, new).count("【待核：上年的安排") == 2


@pytest.mark.parametrize("title", ["问题短板", "制约因素", "需要重视的问题"])
def test_shortcomings_are_asked_one_by_one_that_follow_their_title_inside_a_part(title):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    last = read(
        *lines[:4], f"（三）{title}。一是人手偏紧；二是设备陈旧；三是办法不多。", *lines[7:]
    )
    new = new_year.start(last.report, last.indicators, last.figures)

    assert text(last, new).count("【待核：上年的不足") == 3


def ended(*last_lines):
    """Return the turned text of a report without such parts that ends with these lines."""
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:4]]
    last = read(*lines, "二、压实责任，强化监督", "召开会议7次。", *last_lines)
    return text(last, new_year.start(last.report, last.indicators, last.figures))


@pytest.mark.parametrize(
    "said",
    [
        "展望未来，霁岚县将持续深化改革。",
        "站在新的起点上，霁岚县将奋发有为。",
        "新征程上，我们将勇毅前行。",
        "我们将以此为契机，提升依法行政水平。",
        "霁岚县将坚持问题导向，改进工作。",
        "在下一步工作中，霁岚县将查漏补缺。",
        "在今后的工作中，县政府将一抓到底。",
        "打算：更新执法设备。",
        "不足：执法设备老化。",
        "在肯定成绩的同时，我们也清醒地看到，基层能力与新要求还不相适应。",
        "虽然取得一定成效，但对照先进地区，仍有不小差距。",
        "总的看，普法取得新成绩，但也存在形式单一等不足。",
        "回顾一年工作，我们清醒看到，还有不少薄弱环节。",
        "面向“十五五”，霁岚县将接续奋斗。",
        "对此，霁岚县将加强保障。",
    ],
)
def test_a_last_paragraph_that_says_what_is_wanting_or_planned_is_asked(said):
    assert ended(said).count("【待核：上年的") == 1


@pytest.mark.parametrize(
    "said",
    [
        "霁岚县将优化营商环境作为头号工程，常抓不懈。",
        "我县将法治建设纳入发展规划。",
        "虽然人少事多，但执法人员克服困难，按期办结案件。",
        "在取得改革成效的同时，注重总结经验。",
        "我们也看到，群众满意度持续提升。",
        "在下一步整改中逐项销号。",
        "存在问题的单位均已整改到位。",
        "困难群众法律援助：有求必应。",
        "面对新形势，县政府主动作为。",
        "为此，我县将普法纳入考核。",
    ],
)
def test_a_last_paragraph_that_only_sounds_so_is_not(said):
    assert "【待核：" not in ended(said)


def test_the_lines_of_a_list_are_what_the_text_before_them_says():
    draft = ended(
        "工作中还存在以下问题：",
        "1.力量薄弱",
        "2.形式单一",
        "下一步重点做好：",
        "1.补力量",
        "2.换形式",
    )

    assert draft.count("【待核：上年的不足，请改写】") == 2
    assert draft.count("【待核：上年的安排，请改写】") == 2


def test_a_lead_in_is_not_asked_about():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[6] = "存在的不足主要表现在："
    last = read(*lines, "（一）监督力度不够。", "（二）队伍建设滞后。")
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "存在的不足主要表现在：" in text(last, new).split("\n")


def test_titles_of_what_is_wanting_are_asked_with_what_stands_below():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[6] = "（一）执法监督力度有待进一步加强。人手较少。"
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "（一）执法监督力度有待进一步加强。【待核：上年的不足，请改写】人手较少。" in text(
        last, new
    )


def test_what_a_paragraph_says_of_the_year_ahead_is_a_plan_and_nothing_else_there_is():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:5]]
    lines += ["二、强化监督，规范权力运行", "办理建议86件。", "2026年，霁岚县将继续加强队伍建设。"]
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "\n办理建议【待填：" in text(last, new)
    assert "【待核：上年的安排，请改写】2027年，霁岚县将继续" in text(last, new)


def test_shortcomings_are_asked_that_stand_in_a_measure_or_lead_to_plans():
    draft = drafted("全年培训9次，但仍存在人手不足、形式单一等问题。")
    assert "但【待核：仍存在人手不足、形式单一等问题】" in draft

    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[6] = "全县仍存在一些不足：人手较少；形式单一。下一年，重点做好以下工作："
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)
    assert "【待核：上年的不足，请改写】全县仍存在" in text(last, new)


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
        "突出短板是监管力量分散",
        "主要不足在于文书说理不透",
        "亟待加强的是镇级法制审核",
        "稍显不足的是热线回访偏慢",
        "令人遗憾的是远程听证系统未能上线",
        "与此同时，也存在裁量尺度不一的问题",
        "不过，园区普法仍有死角",
        "后续拟委托专家开展评估",
        "未来三年将建设标准化调解室",
        "下一年度计划增设巡回审判点",
        "接下来重点推广说理式文书",
        "我局还将改建询问室",
        "我们还要把案例讲活讲透",
        "为此，拟更新培训教材",
        "针对这些不足，准备外聘顾问",
        "将制定考评细则，推动责任落实",
        "将于明年启用新版文书",
        "仍需在基层宣讲上下功夫",
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
        "问题是时代的声音",
        "主要问题是台账不全，已经全部整改到位",
        "企业反映的突出问题是办证慢，逐一协调",
        "需要解决的问题逐项销号",
        "将普法责任落实到岗",
        "将完善裁量基准作为重点任务",
        "将开展行政检查情况向社会公布",
        "我局还将执法结果抄送同级监察机关",
        "后续服务持续跟进",
        "我们还要求各所按月报送",
        "为此，将依法行政纳入培训课程",
    ],
)
def test_what_was_found_wanting_and_dealt_with_is_no_question(said):
    assert "【待核：" not in drafted(f"{said}。").split("（二）")[0]


def test_a_list_of_what_is_wanting_is_marked_with_what_it_lists():
    said = "全县普法还存在一些不足：形式单一，力量薄弱"

    assert "【待核：还存在一些不足：形式单一，力量薄弱】" in drafted(f"{BODY}{said}。")


def told(title, *lines):
    """Return the kinds of what stands in a part of this title, and what is said."""
    framed = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:5]]
    part = read(*framed, f"二、{title}", *lines).report.sections[-1]
    return [(one.kind.value, one.text) for below in part.walk() for one in below.entries]


@pytest.mark.parametrize(
    "lines",
    [
        ["夜间巡查人手不够。下阶段，镇里将：一是轮班值守；二是外聘队员。"],
        ["夜间巡查人手不够。", "下阶段，镇里将：", "一是轮班值守；", "二是外聘队员。"],
        ["夜间巡查人手不够。", "下阶段，镇里将：", "轮班值守；", "外聘队员。"],
        ["夜间巡查人手不够。2026年，镇里将继续：一是轮班值守；二是外聘队员。"],
        ["夜间巡查人手不够。", "下阶段，镇里将轮班值守。", "依法外聘队员。"],
    ],
)
def test_behind_what_is_wanting_all_is_planned_from_the_words_of_the_time_ahead(lines):
    found = told("存在的差距和今后打算", *lines)

    assert found[0] == ("shortcoming", "夜间巡查人手不够。")
    assert {kind for kind, _ in found[1:]} == {"plan"}


@pytest.mark.parametrize(
    "lines",
    [
        ["窗口人手紧张。今后将增派人员。", "热线接听慢。下一步，升级坐席。"],
        ["问题一：窗口人手紧张。对策：增派人员。问题二：热线接听慢。对策：升级坐席。"],
        ["一是窗口人手紧张。接下来将增派人员。二是热线接听慢。整改措施：升级坐席。"],
        ["一是窗口人手紧张。", "今后，增派人员。", "二是热线接听慢。", "今后，升级坐席。"],
        ["窗口人手不足。", "今后，增派人员。", "热线接听能力薄弱。", "今后，升级坐席。"],
    ],
)
def test_each_shortcoming_is_parted_from_what_will_be_done_about_it(lines):
    kinds = [kind for kind, _ in told("存在的问题", *lines)]

    assert kinds == ["shortcoming", "plan"] * 2


def test_what_is_planned_right_below_a_shortcoming_is_asked_with_its_title():
    assert told("存在的问题", "（一）窗口人手紧张。今后将增派人员。") == [
        ("shortcoming", "今后将增派人员。")
    ]


def test_shortcomings_that_tell_of_no_time_ahead_stay_whole():
    said = "一是协作不畅。跨镇案件移交慢。二是普法形式单一。"

    assert {kind for kind, _ in told("存在的不足", said)} == {"shortcoming"}
