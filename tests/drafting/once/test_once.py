"""What happened once in another writing: ranks, press, visits, merits, disasters, openings."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import BODY, FRAME, drafted, read, text, turned

ONCE = [
    "位居全国百强",
    "跻身全省十强县",
    "县长批示肯定",
    "县公安局荣立集体二等功",
    "《法治日报》头版报道我县经验",
    "省级综合改革试点落户我县",
    "省司法厅在我县召开观摩会",
    "承办全市法治技能竞赛",
    "市委书记到我县调研法治工作",
    "“8·3”山洪灾害处置有序",
    "新政务大厅投入使用",
    "启用新版审批系统",
    "试点项目通过市级评审",
    "春节前夕完成危房腾退",
    "“五一”前启用新的受理大厅",
    "汛期前，各乡镇完成隐患清零",
    "四月，县政府部署自查",
    "六月份开展互查",
    "遭遇五十年一遇洪水",
    "投诉量为六年来最低",
    "本月起推行容缺受理",
    "虎年春节慰问调解员",
    # honours with the verb in front, behind, or with who gave it
    "被市妇联确定为家庭调解示范点",
    "被省司法厅列入法治乡村试点",
    "云溪村成为全国乡村治理样板",
    "县队勇夺辩论赛冠军",
    "捧回“平安杯”",
    "荣登“最美所长”榜",
    "调解室在省赛中榜上有名",
    "两名干部脱颖而出",
    "案例入编省级典型案例选",
    "案卷被省高院确定为参考案例",
    "做法被写入全省工作报告",
    "民警被追授为“最美卫士”",
    "县信访局被通令嘉奖",
    "年度考评获得优秀格次",
    "解纷系统获发明专利",
    "景区晋级国家等级",
    "两位律师当选省律协理事",
    "做法纳入全省案例库",
    # ranks and records
    "调撤率居全市首位",
    "全省排位上升五位",
    "普法工作名列前茅",
    "指标全省领先",
    "满意度高于全市平均水平",
    "遭遇历史罕见旱情",
    "实现四连冠",
    "在五县评比中居第二",
    "考评得分第三",
    # first times
    "在全市首推夜间接访",
    "首开“乡音普法”专场",
    "实现零的突破",
    "打响禁渔执法第一枪",
    "敲响股权拍卖第一槌",
    "推出全省独有的预警办法",
    "全市最早完成清单编制",
    # press, praise and visits
    "省电视台专题采访我县",
    "外省代表团来我县考察学习",
    "县长作出专门批示",
    "省厅发文推广我县做法",
    "人民网刊发我县做法",
    "在省委党校介绍我县经验",
    "普法短剧火爆出圈",
    "省委巡视组进驻我县",
    "全国人大检查组到我县检查",
    "处置“6·8”警情",
    "被省广播电台报道",
    "《工人日报》点赞我县做法",
    "省委办公厅简报推介",
    "登上央视《法治》栏目",
    "在学习强国平台展播",
    "作为优秀案例发布",
    "水利部发来感谢信",
    "获省政府激励",
    "得到省委领导充分肯定",
    "在全县大会上发言",
    "对此给予充分肯定",
    "县长批示“很好”",
    "县人大领导来我镇调研",
    "省督导组赴村组考察",
    "司法厅莅临指导",
    "小品应邀参加展演",
    # documents, bodies and works, without a date
    "颁布《霁岚县养犬条例》",
    "编印完成《办事指南》",
    "修订完善《应急预案》",
    "驻企联络制度出台",
    "规划获市政府批复",
    "县扶贫办更名为县帮扶中心",
    "职能划入县住建局",
    "原质监站撤销",
    "县疾控中心与监督所合并",
    "执法中队整建制划归镇政府",
    "消费维权联盟正式成立",
    "建立“河长+警长”工作站",
    "设立公职律师办公室",
    "开通掌上办事小程序",
    "启用电子印章系统",
    "监管平台上线运行",
    "完成大厅改造",
    "确权工作圆满完成",
    "顺利通过省级评估",
    "档案馆对外开放",
    "热线升级为综合服务平台",
    "机构改革全面落地",
    "新设县数据局",
    "工商所撤并到位",
    "表决通过《普法决议》",
    "援助中心迁入新址",
    "解纷大厅对外运营",
    "省级课题顺利结项",
    "圆满完成省运会安保任务",
    "战胜夏季罕见高温",
    "确权登记画上句号",
    "整改中央督察反馈问题",
    "接受全省观摩检查",
    "通过国家等保测评",
    "援助中心实体化运作",
    "司法所独立设置",
    "完成公证体制改革",
    "交警大队整体搬迁",
    "迁建工程完工",
    "解纷平台投入实战",
    "废止《养犬规定》",
    "启动普法规划编制",
    # what is of one year by its name
    "今年是机构改革之年",
    "开展“作风建设年”活动",
    "“十五五”开局在即",
    "落实立法五年规划",
    "推进窗口服务两年整治",
    "完成第3轮巡察进驻",
    "迎接第三轮督导",
]
EVERY_YEAR = [
    "办理竣工联合验收手续",
    "依法批示办理意见",
    "组织法治技能竞赛",
    "在我县各乡镇开展宣传",
    "推广使用电子证照",
    "推进第二轮土地承包延包",
    "自觉接受人大监督",
    "年初部署、年中检查、年底考核",
    "春节前走访困难群众",
    "上半年、下半年各考核一遍",
    "率先突破重点难点问题",
    "教师资格首次注册网上办",
    "巩固第二次全国地名普查成果",
    "罚没款及时划转国库",
    "强化资源和力量整合",
    "被告单位依法履行生效裁判",
    "法院撤销原行政行为",
    "未获批准不得开工",
    "对平台运行情况开展监测",
    "搭建政企沟通平台",
    "健全完善协调机制",
    "得到群众广泛好评",
    "邀请人大代表到执法一线视察",
    "做法被基层广泛采用",
    "推动青年法治人才培养",
    "早谋划新一轮五年规划",
    "力争走在前、作示范",
    "严防失信主体被列入黑名单",
    "指导成立村级调委会",
    "对新成立企业开展辅导",
    "建成后加强管护",
    "通过专家评审等方式论证",
    "推动资源并入网格",
    "制定出台学法制度并严格执行",
    "受理12345、12315热线诉求",
    "推广交管12123应用",
    "3·15消费者权益日开展宣传",
    "推动综治中心实体化运行",
    "学习借鉴先进地区经验",
    "总结推广典型经验做法",
    "在电视台开设普法栏目",
    "组织人大代表视察执法工作",
    "服务全省发展大局",
]


@pytest.mark.parametrize("deed", ONCE)
def test_what_happened_once_is_marked_in_whatever_words(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize("deed", EVERY_YEAR)
def test_what_is_done_every_year_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]


def test_a_year_of_general_words_on_being_watched_moves():
    assert "2026年，区政府自觉接受人大监督" in drafted("2025年，区政府自觉接受人大监督。")


@pytest.mark.parametrize(
    "deed",
    [
        "2025年建成的驿站实现常态运转",
        "2025年启动的专项行动化解争议43件",
        "2025年建成的调解中心接待群众260人次",
        "2025年蛇年春节前后慰问调解员96名",
        "自2025年以来，化解争议43件",
        "自2025年度起推行告知承诺",
    ],
)
def test_a_year_of_what_was_begun_or_named_in_it_stays(deed):
    assert "【待核：2025年" in drafted(f"{deed}。")


@pytest.mark.parametrize(
    "deed",
    [
        "在2025年全县考核中位居一等",
        "2025年，扎实开展第三批轮训",
        "2025年，组织第三批20名干部轮训",
        "2025年，信访总量连续三年下降",
        "2025年，出庭应诉率连续五年保持100%",
        "2025年，全面深化改革并更名为服务中心",
    ],
)
def test_no_year_moves_where_it_was_once(deed):
    draft = drafted(f"{deed}。")

    assert "2026年" not in draft.split("（一）")[1].split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "2025年，我局牢固树立执法为民理念。",
        "2025年以来，化解争议43件。",
        "2025年，我局以规范执法为主线，稳步提高服务水平。",
        "2025年，全县贯彻第十四次党代会精神。",
    ],
)
def test_a_year_of_general_words_moves(said):
    assert said.split("，")[0].replace("2025", "2026") in drafted(said)


def test_a_period_that_goes_on_is_no_question_also_behind_the_name_of_a_campaign():
    said = "深化治本攻坚三年行动（2024—2026年）。"

    assert said in drafted(said, year=2024)
    assert "三年行动（【待核：2024—2026年】）" in drafted(said)


@pytest.mark.parametrize("period", ["（2021—2025）", "（2021-2025）"])
def test_a_period_needs_no_word_for_year(period):
    asked = [change for change in turned(f"落实立法规划{period}。")[1].changes if change.open]

    assert [one.reason for one in asked if "2025" in one.before] == [
        "规划期到2025年为止，请换成接续的文件或删去。"
    ]


def test_two_years_of_an_honour_are_no_period_of_a_plan():
    _, new = turned("云溪镇被评为2024—2025年度全省平安乡镇。")
    (asked,) = [
        change for change in new.changes if "云溪" not in change.before and "2024" in change.before
    ]

    assert asked.before == "被评为2024—2025年度全省平安乡镇"
    assert "荣誉" in asked.reason


def test_what_a_heading_says_was_done_once_is_asked_and_a_plan_is_not():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[3] = f"（一）成立综合行政执法局。{BODY}"
    lines[8] = f"（一）成立数据管理局。{BODY}"
    last = read(*lines)
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert "（一）【待核：成立综合行政执法局】。" in draft
    assert "（一）成立数据管理局。【待核：上年的安排，请改写】" in draft
