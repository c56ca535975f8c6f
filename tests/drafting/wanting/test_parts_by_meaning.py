"""Faults and plans under titles that only mean them, and parts that may be either."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import FRAME, read, text

HEAD = (
    *(line.format(year=2025) for line in FRAME[:3]),
    "（一）规范行政执法。全年评查案卷36件。",
)
FAULTS = "乡镇法制员更换太勤，年轻干部偏少。"
PLANS = "建好乡镇法制员队伍。"
DONE = "全年化解纠纷86件，化解率稳步提升。"


def drafted(*lines):
    last = read(*HEAD, *lines)
    return text(last, new_year.start(last.report, last.indicators, last.figures))


@pytest.mark.parametrize(
    "title",
    [
        "问题台账",
        "短板清单",
        "工作瓶颈",
        "现实困惑和难题",
        "面临的掣肘因素",
        "成绩面前，短板仍存",
        "直面差距，对症下药",
        "检视不足，找准病灶",
        "取得进步，但困难不少",
    ],
)
def test_a_title_that_means_faults_is_one_of_faults(title):
    draft = drafted(f"二、{title}", FAULTS, "三、2026年工作安排", PLANS)
    assert f"【待核：上年的不足，请改写】{FAULTS}" in draft


@pytest.mark.parametrize(
    "title",
    [
        "展望新的一年",
        "展望2026",
        "2026，整装再发",
        "2026年：新的蓝图",
        "乘势而为启新程",
        "再接再厉，奋力谱写法治新篇",
        "任务书和路线图",
    ],
)
def test_a_title_that_means_plans_is_one_of_plans(title):
    draft = drafted("二、存在的不足", FAULTS, f"三、{title}", PLANS)
    assert f"【待核：上年的安排，请改写】{PLANS}" in draft


def test_what_stands_behind_the_faults_and_says_nothing_of_results_are_the_plans():
    draft = drafted("二、存在的不足", FAULTS, "三、用心用情，久久为功", PLANS)
    assert f"【待核：上年的安排，请改写】{PLANS}" in draft


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("二、几点体会", "坚持党建引领是根本。", "三、2026年工作安排", PLANS), "几点体会"),
        (("二、存在的不足", FAULTS, "三、法治护航", DONE), "法治护航"),
        (("二、久久为功", "抓学习，重实效，力争执法水平迈上新高度。"), "久久为功"),
    ],
)
def test_a_part_of_which_nothing_says_what_it_is_is_asked_by_its_title(lines, title):
    assert f"、【待核：{title}】\n" in drafted(*lines)


@pytest.mark.parametrize(
    "title",
    [
        "直面群众诉求，深化政务公开",
        "突破瓶颈，推动执法改革",
        "打通堵点难点，优化营商环境",
        "疏解难题，擦亮服务品牌",
        "缩小差距，均衡普法资源",
        "对照问题抓整改，强化督察考核",
        "反思教训抓整改，筑牢安全防线",
        "扫清障碍，护航企业发展",
        "关注困难群体，强化法律援助",
        "剖析典型案例，以案促改",
        "接续奋斗，谱写乡村法治新篇章",
        "乘势而上，全面提升执法水平",
        "奋楫扬帆，推动复议工作迈上新台阶",
        "守正创新，开创普法新局面",
        "再接再厉，巩固平安成果",
        "绘好路线图，压实主体责任",
        "解难纾困，优化服务供给",
        "消除风险隐患，守牢安全底线",
        "攻坚克难，化解历史遗留问题",
        "盘点清单，推动动态清零",
    ],
)
@pytest.mark.parametrize("behind", [(), ("三、2026年工作安排", PLANS), ("三、深化普法", DONE)])
def test_a_theme_with_results_is_none_of_them(title, behind):
    part = drafted(f"二、{title}", DONE, *behind).split("二、")[1].split("三、")[0]
    assert "待核" not in part
