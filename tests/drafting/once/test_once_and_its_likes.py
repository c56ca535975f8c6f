"""A fact of one year is asked about; what looks like it and goes on each year is not."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import drafted, read, text

ONCE = [
    # papers, agreements, drafts of laws
    "与下游两县签署《流域协同执法协议》",
    "组织起草供热管理方面的地方性法规草案",
    "按程序提请市人大常委会审议",
    "就老城区停车收费方案公开征求意见",
    "专题学习新公布的《治安管理处罚法》",
    # things made, people who came and went
    "在医院周边新施划一批停车泊位",
    "县司法局局长张志强因工作需要调离",
    "县政府换届后，及时调整领导分工",
    "聘请王立言等12名同志为县政府法律顾问",
    "邀请中州政法大学李晓明教授授课",
    "副省长赵启明到县行政复议中心视察指导",
    "现场会与会代表一行60人到霁岚参观",
    # honours, press
    "法治政府示范创建获省级命名",
    "迎接国家级法治政府示范县创建实地评估",
    "督察做法被《长风晚报》整版介绍",
    "央视《今日说法》栏目专题播出霁岚调解故事",
    "省委书记对“码头议事厅”予以点赞",
    # disasters, long quarrels
    "“12·15”冻雨期间，依法发布决定",
    "妥善处置青洲化工厂泄漏事故",
    "化解了困扰群众12年的征地纠纷",
    "历时8个月办结海域使用权争议",
    # last year's own words
    "上年印发的裁量基准得到执行",
    "调解案件数超去年同期",
    "法律援助案件数为历年之最",
    "本年度新修订的规章制度已汇编成册",
    "学习贯彻习近平总书记考察江汉重要讲话精神",
    "开展“法治护航年”活动",
]
EACH_YEAR = [
    "签订《目标责任书》86份",
    "严格规范性文件起草程序",
    "涉及群众利益的决策公开征求意见",
    "行政许可事项全部进驻县政务服务大厅",
    "凡是涉及重大项目的事项先审查后上会",
    "在防火戒严期设立临时检查卡点",
    "在不影响交通的区域设置便民疏导点",
    "镇便民服务中心按照“应进必进”原则设置综合窗口",
    "主动上门沟通、如期答复",
    "县政协提案全部按期办复",
    "县司法局向相关部门制发监督建议书",
    "完成规范性文件备案审查",
    "以4月医保基金监管集中宣传月为契机开展宣传",
    "加强城市建成区道路扬尘管控",
    "规范新建小区物业管理",
    "建成投用的设施纳入日常监管",
    "对启用新印章的单位及时备案",
    "对成立时间不满一年的企业减少检查",
    "加强对新成立社会组织的指导",
    "做好获奖案例的宣传推广",
    "对表现突出的调解员予以表彰奖励",
    "邀请高级律师等专家授课",
    "妥善处置各类突发火灾事故",
    "案件平均历时8个月",
    "较上年同期下降12%",
    "省领导干部学法制度落到基层指导一线",
]


@pytest.mark.parametrize("deed", ONCE)
def test_a_fact_of_one_year_is_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize("habit", EACH_YEAR)
def test_what_goes_on_each_year_is_no_question(habit):
    assert "【待核：" not in drafted(f"{habit}。").split("（二）")[0]


def test_a_plan_that_is_prepared_is_asked_about_when_it_has_begun():
    assert "【待核：九五普法讲师团筹备】" in drafted("县九五普法讲师团筹备组建。", year=2026)


@pytest.mark.parametrize("title", ["正视差距", "直面短板", "工作中的差距", "检视自身不足"])
def test_a_section_that_faces_what_is_wanting_is_asked_about(title):
    last = read(
        "霁岚县2024年法治政府建设年度报告",
        "2024年，霁岚县扎实推进法治政府建设。现将有关情况报告如下：",
        "一、主要工作",
        "（一）规范行政执法。全年办理行政处罚案件37件。",
        f"（二）{title}",
        "法治宣传有待深化。",
        "二、2025年努力方向",
        "坚持问题导向，抓好整改提升。",
    )
    new = new_year.start(last.report, last.indicators, last.figures)
    assert "【待核：上年的不足，请改写】法治宣传有待深化" in text(last, new)


def test_what_is_wanting_behind_a_colon_is_asked_about_whole():
    said = drafted("工作中仍有薄弱环节：部分同志法治思维欠缺，解决难题的本领不强。")
    assert "【待核：仍有薄弱环节：部分同志法治思维欠缺，解决难题的本领不强】" in said
