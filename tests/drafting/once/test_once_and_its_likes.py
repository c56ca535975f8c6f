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
    "开展新一轮权责清单调整",
    # what came about, changes of people and bodies
    "将“证照分离”改革推至全域",
    "全省现场会选址云坞",
    "依法对青洲造纸厂实施关停",
    "县法治书画展举办",
    "工作迎来省人大代表视察",
    "换届产生村调委会主任156名",
    "因机构改革，执法主体由32个减为28个",
    "县委常委、政法委书记李建国牵头推进",
    "因年初雨雪冰冻灾害，依法启动救助",
    # ranks and quantities in words
    "满意度排名跃至全市榜眼",
    "窗口做法在全省推广",
    "两年来，共建成法治广场18个",
    "检查频次压减逾半",
    "满分完成年度考核",
    "平均每三天化解一起纠纷",
    "举办纪念“五五”普法启动图片展",
    # what stands there newly, stories of one case, campaigns that are over
    "依托新落成的海事法庭，开展巡回审判32场",
    "全面升级“智慧司法”平台",
    "创新推出“渔港法庭+调解”模式",
    "云坞镇被确立为省级规范化试点",
    "迎来司法部调研组实地走访",
    "经验登载于省委改革办简报",
    "国务院大督查通报表扬霁岚县做法",
    "推动停工五年的金海岸楼盘复工",
    "妥善处置某置业公司破产案",
    "依法推进青洲大桥项目征收",
    "核增行政复议专项编制5名",
    "中央生态环保督察期间，办结信访件56件",
    "打赢扫黑除恶专项斗争",
    "群众身边不正之风和腐败问题集中整治扎实推进",
    "学习《中共中央关于进一步全面深化改革的决定》",
    "以迎接党的二十大为主线",
    # what was under way, what is wanting, what was meant to be done
    "其余问题正在按计划整改",
    "力争三年内实现全覆盖",
    "基层执法力量仍显薄弱",
    "部分执法人员业务不精",
    "法治宣传的针对性还需增强",
    "对标先进地区，仍有短板",
    "复议应诉能力亟待提高",
]
EACH_YEAR = [
    "对被撤销、确认违法的单位开展约谈",
    "对已发证单位开展质量复核",
    "有力助推了民营经济健康发展",
    "二是系统集中学",
    "法院系统集中宣判",
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
    "审慎出台限制性措施",
    "新建项目一律先审批后建设",
    "聘请律师担任法律顾问",
    "完成重点改革任务",
    "首次执法以教育为主",
    "成立专案组依法办理案件",
    "组建巡查队伍开展日常巡查",
    "书记高位推动、严格落实责任",
    "近年来，共建共治格局不断完善",
    "对违法企业实施关停",
    "截至2025年12月，全县在册社区矫正对象215人",
    "回顾2025年工作，我们深感责任重大",
    "保障重大活动顺利举办",
    "创新推出便民举措",
    "升级服务理念",
    "争取上级资金3年共计500万元",
    "认真听取正在推进的改革事项汇报",
    "常态化开展扫黑除恶斗争",
    "没有发生群体性事件和“民转刑”案件",
    "司法所、综合行政执法队各负其责",
    "镇党委书记任组长、镇长任副组长",
]


@pytest.mark.parametrize("deed", ONCE)
def test_a_fact_of_one_year_is_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize("habit", EACH_YEAR)
def test_what_goes_on_each_year_is_no_question(habit):
    assert "【待核：" not in drafted(f"{habit}。").split("（二）")[0]


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("县九五普法讲师团筹备组建", "【待核：九五普法讲师团筹备】"),
        ("为“十五五”开好局打基础", "【待核：“十五五”开好局】"),
    ],
)
def test_a_plan_that_is_prepared_is_asked_about_when_it_has_begun(said, marked):
    assert marked in drafted(f"{said}。", year=2025)


@pytest.mark.parametrize(
    "dated",
    [
        "2024年撤销、合并执法机构7个",
        "2024年换届产生的村调委会主任156名",
        "2024年赋权的96项事项运行平稳",
        "2024年，法治建设迎来历史性机遇",
    ],
)
def test_the_year_of_a_change_stays_though_it_is_counted(dated):
    said = drafted(f"{dated}。", year=2024).split("（二）")[0]
    assert "【待核：2024年" in said
    assert dated.replace("2024", "2025")[:8] not in said


@pytest.mark.parametrize("day", ["12月", "12月31日", "12月末"])
@pytest.mark.parametrize("until", ["截至", "截止到"])
def test_the_end_of_the_year_moves_with_it(until, day):
    said = drafted(f"{until}2024年{day}，全县有法律顾问215人。", year=2024)
    assert f"{until}2025年{day}，" in said


@pytest.mark.parametrize("day", ["12月5日", "12月初", "11月"])
def test_any_other_day_of_the_year_stays(day):
    assert "截至【待核：2024年" in drafted(f"截至2024年{day}，全县有法律顾问215人。", year=2024)


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("破获“1·18”特大赌博案", "破获【待核：“1·18”特大赌博案】"),
        ("新组建县社会工作部", "【待核：新组建县社会工作部】"),
        ("（2025年5月）县调解中心成立", "）【待核：县调解中心成立】"),
        ("2025年5、6月份，集中开展培训", "【待核：2025年5、6月份】"),
    ],
)
def test_a_mark_begins_and_ends_with_a_word(said, marked):
    assert marked in drafted(f"{said}。")


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
