"""Years of results, of what goes on from then, and of what is fixed for a year; and habits."""

from decimal import Decimal

import pytest

from nianbao.report.writing import slots
from tests.drafting.drafts import drafted, turned


def text(sentence):
    """The sentence as the next year's draft has it."""
    whole = drafted(sentence)
    return whole.split("规范行政执法。")[1].split("\n（二）")[0]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("根据上级2024年度考核通报，我县认真整改。", "2024年度"),
        ("2024年度法治考评我县排位靠后，县委高度重视。", "2024年度"),
        ("2024年法治督察反馈问题全部整改到位。", "2024年"),
        ("在2025年市对县法治督察中，我县认真配合。", "2025年"),
        ("对2024年以来制发的文件进行评查。", "2024年"),
        ("2026年元旦起，新的裁量基准全面适用。", "2026年"),
        ("为2026年全面推行改革打下了基础。", "2026年"),
        ("2025年，县听证室由一间扩为三间。", "2025年"),
        ("2025年，因机构精简，执法人员减少四十一名。", "2025年"),
        ("2025年，持续十一年的林地争议终于了结。", "2025年"),
        ("检察机关2025年1号建议全部采纳。", "2025年"),
        ("省政府确定2025年为执法规范年。", "2025年"),
        ("2023年、2024年、2025年败诉率分别为8%、5%、3%。", "2023年、2024年、2025年"),
    ],
)
def test_it_stays_and_is_asked_about(sentence, year):
    assert f"【待核：{year}" in text(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "{}年度，合法性审查实现应审尽审。",
        "{}年，人民调解、行政调解联动更加紧密。",
        "{}年，民政部门依法开展社会救助。",
        "{}年，水利部门加大巡查力度，水事秩序稳定向好。",
        "{}年第一至第四季度，按季报送数据。",
    ],
)
def test_what_comes_back_each_year_moves(sentence):
    assert text(sentence.format(2025)) == sentence.format(2026)


def test_the_days_of_a_whole_year_move():
    said = text("全年（2025年1月1日至12月31日）收到申请83件。")
    assert said.startswith("全年（2026年1月1日至12月31日）收到申请【待填")


@pytest.mark.parametrize(
    "deed",
    [
        "县司法局主要负责人调整后，及时明确分工",
        "规划执法队人员成建制转隶",
        "开展第六次全国农业普查执法检查",
        "民营企业促进条例颁布实施后，组织座谈",
        "严格落实省政府新印发的检查意见",
        "深入贯彻总书记来省考察重要讲话精神",
        "配合完成省委巡视组法治建设反馈问题整改",
        "我县因欠薪被省厅约谈后，立即整改",
        "部署“百日攻坚”，化解积案",
        "开展高层建筑大排查大整治",
        "“2025法治同行”音乐会走进古城",
        "我县经验全流域推广",
        "我县在考核中被评为不合格",
        "我县连续三年考核优秀",
        "圆满完成换届、经济普查等工作",
        "2025年，依法开展行政区划调整",
        "2025年，抗洪抢险期间加大巡查力度",
        "2025年，一季度至四季度考核均居前列",
        "2024年度和2025年度考核均为优秀",
    ],
)
def test_what_was_so_in_one_year_is_asked_about(deed):
    assert "【待核：" in text(f"{deed}。")


@pytest.mark.parametrize(
    "habit",
    [
        "对评为不合格的案卷责令整改。",
        "对建成区户外广告实施监管。",
        "对竣工验收备案实行告知承诺。",
        "强化对换届、征地等重点领域的法律服务。",
        "对获奖作品的著作权予以保护。",
        "每年12月组织执法人员考试。",
        "竣工项目依法开展消防验收。",
        "建成区扬尘治理实行网格化管理。",
        "机构迁入等事项实行即来即办。",
        "对获得荣誉称号的执法人员优先提拔使用。",
        "对省级督察反馈问题照单全收。",
        "每年3月、9月开展督察。",
        "每季度末月25日前报送数据。",
        "每月第一个周三为局长接待日。",
        "对连续两年考核不合格的执法人员，取消资格。",
        "对许可到期的，提前30日提醒当事人。",
        "抓好审计反馈问题整改。",
        "常态化开展大排查大整治。",
        "行政处罚决定依法公布后，及时归档。",
        "落实主要负责人调整后工作交接制度。",
    ],
)
def test_a_rule_or_a_habit_is_not_asked_about(habit):
    assert text(habit) == habit


@pytest.mark.parametrize("title", ["工作中存在的堵点难点", "工作中的薄弱点", "难点堵点"])
def test_a_part_of_such_a_title_tells_shortcomings(title):
    from nianbao.standards import structure

    assert structure.is_part(title)


@pytest.mark.parametrize("verb", ["多", "少"])
def test_more_and_less_turn_with_the_sign(verb):
    last, _ = turned(f"受理投诉83件，比上年{verb}9件。")
    sources = [entry.text for section in last.report.walk() for entry in section.entries]
    source = next(one for one in sources if "受理投诉" in one)
    count, change = slots.slots(source)

    for value, said in ((-7, "少7件"), (7, "多7件")):
        values = {count.name: Decimal(90), change.name: Decimal(value)}
        assert slots.render([source], values)[0] == f"受理投诉90件，比上年{said}。"


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("2025年封存的渔船全部拆解，没收渔具6件。", "2025年"),
        ("2025年封存的渔船全部拆解。全年没收渔具6件。", "2025年"),
        ("2025年停产的企业持续得到救助。", "2025年"),
        ("2025年，全县撤并村居26个。", "2025年"),
        ("2024年发生的3起涉法舆情平稳处置。", "2024年"),
        ("2025年前9个月，办案量同比增长6%。", "2025年前9个月"),
        ("2026年起取消勘验收费2项。", "2026年"),
    ],
)
def test_a_year_that_tells_which_things_are_meant_stays(sentence, year):
    assert text(sentence).startswith(f"【待核：{year}】")


@pytest.mark.parametrize(
    "sentence",
    [
        "{}年受理的案件中，审结案件",
        "{}年，全县开展联合执法，查处案件",
        "{}年县政府召开会议，研究议题",
        "{}年的工作中，办理事项",
    ],
)
def test_the_year_of_what_is_counted_each_year_moves(sentence):
    assert text(f"{sentence}83件。".format(2025)).startswith(sentence.format(2026))


@pytest.mark.parametrize(
    "event",
    [
        "禽流感疫情处置过程中，依法征用场地",
        "青石岭山火扑灭后，追究责任",
        "强降雨来袭，提前转移群众",
        "宏远公司诉县政府案中胜诉",
        "主播王某被处罚",
        "化解拖了九年的租赁纠纷",
        "中央督察组交办信访件全部办结",
        "贯彻新修正的反不正当竞争法",
    ],
)
def test_disasters_cases_and_those_above_are_asked_about(event):
    assert "【待核：" in text(f"{event}。")


@pytest.mark.parametrize(
    "habit",
    [
        "加强森林火灾防控，做好汛期防范。",
        "一审胜诉案件县政府依法公开。",
        "推行“粮食收购备案”一件事。",
        "县普法办指导开展以案释法。",
    ],
)
def test_what_is_done_every_year_is_not(habit):
    assert text(habit) == habit
