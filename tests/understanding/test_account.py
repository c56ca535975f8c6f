"""Every numeral is accounted for, a figure is maximal, and look-alikes change no reading.

The numerals are counted here by their characters, not by the program's own patterns.
"""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from nianbao.report.writing import slots
from nianbao.standards.quantities import quantities
from nianbao.understanding import passage
from tests.understanding.accounts import (
    BROKEN,
    SAME,
    WIDE,
    accounted,
    holds,
    lines_of,
    maximal,
    printed,
    understood,
    values_of,
)

YEAR = 2024
CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))


def read(text):
    return passage.read(text, year=YEAR, quantities=quantities())


def figures(text):
    return [(str(one.number.value), one.number.unit) for one in read(text).figures]


def others(text, kind):
    return [(one.text, one.reason) for one in read(text).numerals if one.kind is kind]


READ = [
    ("办结率达９８．６％", "98.6", "%"),
    ("处罚金额１２，３４５．６万元", "123456000", "元"),
    ("清收资金1·25亿元", "125000000", "元"),
    ("合格率为百分之九十七点五", "97.5", "%"),
    ("败诉率降为百分之7", "7", "%"),
    ("提高零点五个百分点", "0.5", "个百分点"),
    ("总值一点七八万亿元", "1780000000000", "元"),
    ("受理信访事项13万2千件", "132000", "件"),
    ("发放资料3万5000余份", "35000", "份"),
    ("兑付补助2亿3千万元", "230000000", "元"),
    ("评查案卷3O6卷", "306", "卷"),
    ("审结一O五件", "105", "件"),
    ("调解纠纷卅六件", "36", "件"),
    ("收缴罚没款壹佰贰拾万元", "1200000", "元"),
    ("罚没款增幅为-6.95%", "-6.95", "%"),
    ("罚没款增幅为−6.95%", "-6.95", "%"),
    ("开展宣讲近百场次", "100", "场次"),
    ("成立两支法律顾问团队", "2", "支"),
    ("各有一件行政许可案卷入选", "1", "件"),
    ("发生一起行政诉讼案件", "1", "起"),
    ("聘请四名律师", "4", "名"),
    ("新建两个调解中心", "2", "个"),
    ("办理数\u00a0900\u2009余人次", "900", "人次"),
    ("化解历年积案六桩", "6", "桩"),
    ("建成口袋公园四座，", "4", "座"),
    ("聘请九位监督员", "9", "位"),
    ("平均每万人有2.6名律师", "2.6", "名"),
    ("邀请人大代表14名", "14", "名"),
    ("绘制普法地图6幅", "6", "幅"),
    ("填报统计报表18张", "18", "张"),
    ("受理116件投诉", "116", "件"),
    ("处置12600起举报", "12600", "起"),
    ("接听热线电话113个", "113", "个"),
    ("接听群众来访电话125次", "125", "次"),
    ("兑付资金13900000000元", "13900000000", "元"),
    ("听取两次汇报", "2", "次"),
    ("培育四个示范点", "4", "个"),
]


@pytest.mark.parametrize(("text", "value", "unit"), READ, ids=[text for text, _, _ in READ])
def test_a_number_is_read_whole_however_it_is_written(text, value, unit):
    assert figures(text) == [(value, unit)]
    assert others(text, NumeralKind.ASKED) == []


ASKED = [
    ("受理1'234件", "1'234件"),
    ("受理1’234件", "1’234件"),
    ("受理1、234件", "1、234件"),
    ("受理±83件", "±83件"),
    ("受理83±2件", "83±2件"),
    ("受理▲83件", "▲83件"),
    ("受理↓ 83件", "↓ 83件"),
    ("同比负12.5%", "负12.5%"),
    ("同比下降-12.5%", "-12.5%"),
    ("较上年减少了－12件", "-12件"),
    ("较上年降低+3个百分点", "+3个百分点"),
    ("合格率达百分之83点5", "百分之83点5"),
    ("兑现资金83点5万元", "83点5万元"),
    ("气温降至3点5度", "3点5度"),
    ("指数为3点5", "3点5"),
    ("上升0点0点", "0点0点"),
    ("受理№83件", "№83件"),
    ("受理⑧件", "⑧"),
    ("受理Ⅷ件", "Ⅷ"),
    ("受理1⑵3件", "1⑵3件"),
    ("受理“8”3件", "“8”3件"),
    ("占比为¹/₃", "¹/₃"),
    ("每队5-20%的人员", "5-20%"),
    ("每队5%-20%的人员", "5%-20%"),
    ("组建8至10人的小队", "8至10人"),
    ("每月五到六次", "五到六次"),
    ("投入1。36亿元", "1。36亿元"),
    ("受理12,34件", "12,34件"),
    ("受理12 34件", "12 34件"),
    ("受理13万2件", "13万2件"),
    ("评查2l4卷", "2l4卷"),
    ("评查I5卷", "I5卷"),
    ("共二十83件", "二十83件"),
    ("装订2.120卷", "2.120卷"),
    ("编号O83近550件", "550件"),
    ("服务企业群众万余。", "万余"),
    ("参与群众上万。", "万"),
    ("全年培训百人。", "百人"),
    ("惠及万名群众", "万名"),
    ("送法进村40h。", "40h"),
    ("办结率120%", "120%"),
    ("于46月完成", "46月"),
    ("自20246月起", "20246月"),
    ("2024730日公布", "2024730日"),
    ("二百五件", "二百五件"),
    ("共12345678901234567890件", "12345678901234567890件"),
    ("案件量翻一番", "翻一番"),
    ("案件量翻番", "翻番"),
    ("案件量增加近一倍", "近一倍"),
    ("占三分之一以上", "三分之一以上"),
    ("纠错占比为万分之三", "万分之三"),
    ("占三成以上", "三成以上"),
    ("较23年上升", "23年"),
    ("２４年办结率居前", "24年"),
    ("考核位居全省第一", "第一"),
    ("连续三年保持领先", "连续三年"),
    ("阅读量612万。", "612万"),
    ("惠及数百人", "数百人"),
    ("办理时限压缩至3小时", "压缩至3小时"),
    ("志愿服务累计2600小时", "2600小时"),
    ("排队等候只要9分钟", "9分钟"),
    ("热线接听提速到20秒", "20秒"),
    ("参评率为十成", "十成"),
    ("败诉的不过十之一二", "十之一二"),
    ("居全市第一方阵", "第一方阵"),
    ("考评取得第二的成绩", "取得第二"),
    ("实现行政复议零纠错", "零纠错"),
    ("做到生产“零事故”", "零事故"),
    ("适逢建县70周年", "70周年"),
    ("会商三四次", "三四次"),
    ("到位资金2个多亿", "2个多亿"),
    ("到位资金5个亿", "5个亿"),
    ("全年案件六十有三件", "六十有三件"),
    ("检查一百又八次", "一百又八次"),
    ("减少诉讼．6个百分点", ".6个百分点"),
    ("频次下降40个%", "40个"),
    ("解决（26）件诉求", "（26）"),
    ("办理“26件”实事", "“26件”"),
    ("巡查道路88km", "88km"),
    ("投入300W元", "300W"),
    ("取消事项三", "三"),
    ("服务群众3、4百次", "3、4百次"),
    ("合格率为97. 5%", "97. 5%"),
    ("办理时限缩短三天", "缩短三天"),
    ("审批压缩至五个工作日", "压缩至五个工作日"),
    ("2 120卷案卷合格", "2 120卷"),
    ("合格率为97 .5%", "97 .5%"),
    ("配备比例为1:25", "1:25"),
    ("行政处罚类（14）、其他", "（14）"),
    ("评分为4.0，", "4.0"),
    ("更换LED16块", "16块"),
    ("排查09宗", "09宗"),
    ("22年以来逐年下降", "22年"),
]


@pytest.mark.parametrize(("text", "quoted"), ASKED, ids=[quoted for _, quoted in ASKED])
def test_what_is_not_sure_is_asked_about_as_a_whole(text, quoted):
    assert figures(text) == []
    assert [one for one, _ in others(text, NumeralKind.ASKED)] == [quoted]


@pytest.mark.parametrize("sign", ["-", "−", "－", "+", ""])
@pytest.mark.parametrize("word", ["增长", "上升", "增幅为", "降幅为", "较上年增加", ""])
def test_a_change_with_a_sign_is_printed_as_it_was(word, sign):
    text = f"全年受理行政复议83件，同比{word}{sign}12.5%，效果很好。"
    found = understood(["青岚县2024年法治政府建设年度报告", "一、主要举措", BODY, text])

    assert printed(found).split("\n")[-1] == text
    worth = {"": 12.5, "+": 12.5}.get(sign, -12.5)
    assert [float(value) for value, unit in values_of(found) if unit == "%"] == [worth]


def test_words_that_end_like_a_sign_and_the_time_of_a_day_touch_no_number():
    assert figures("肩负83项任务，担负12项改革。") == [("83", "项"), ("12", "项")]
    assert figures("上午8点30分开会，审议3件议案。") == [("3", "件")]
    assert figures("涉及司法、120件案件。") == [("120", "件")]


EXCEPTIONS = [
    ("流程如图3所示", "序号"),
    ("数据见表2。", "序号"),
    ("上午9:30召开", "日期"),
    ("开放时间8:30-17:30", "日期"),
    ("热线12345受理诉求", "热线、电话"),
    ("升级平台3.0。", "版本号"),
    ("青政发﹝２０２４﹞３号", "发文字号"),
    ("《法治宣传三年行动方案（2023—2025年）》", "书名、文件名"),
    ("规划（2020年―2024年）", "起止年份"),
    ("2022、2023、2024年", "起止年份"),
    ("自2024/9/1起试行", "日期"),
    ("于二O二四年九月三日", "日期"),
    ("第十二条", "序数"),
    ("一是加强领导", "序号"),
    ("按照“1+4”机制", "引号里的提法"),
    ("推进“三项制度”", "引号里的提法"),
    ("二十届三中全会", "会议、届次"),
    ("“八五”普法", "规划期"),
    ("县乡村三级网络", "层级、审级"),
    ("受理8890诉求", "热线、电话"),
    ("发布2.0方案", "版本号"),
    ("升级3.0版", "版本号"),
    ("24小时自助", "时间长短、年龄"),
    ("等四个方面", "列举的项数"),
    ("进一步规范", "词语"),
    ("取得一定成效", "泛指"),
    ("后半篇文章", "词语"),
    ("24小时不打烊", "时间长短、年龄"),
    ("30分钟内到场", "时间长短、年龄"),
    ("“三位一体”解纷", "固定说法"),
    ("每10万人发案", "每几个里有几个"),
    ("建设5G基站", "编号、代码、网址"),
    ("督促举一反三。", "词语"),
]


def test_one_counts_at_the_end_of_a_row_that_is_counted():
    assert figures("提醒谈话四人，诫勉一人。") == [("4", "人"), ("1", "人")]
    assert figures("检查企业46家，每季度通报一次。") == [("46", "家")]
    assert figures("各环节一个不少，全程只跑一次。") == []


@pytest.mark.parametrize(("text", "reason"), EXCEPTIONS, ids=[text for text, _ in EXCEPTIONS])
def test_what_is_no_figure_has_a_named_reason(text, reason):
    assert figures(text) == []
    found = read(text).numerals
    assert {(one.kind, one.reason) for one in found} == {(NumeralKind.EXCEPTION, reason)}


def test_a_year_of_any_width_moves_and_gives_itself_back():
    for written in ("２０２４", "二〇二四", "二O二四", "二0二四", "2024"):
        (year,) = read(f"{written}年受理案件83件").years

        source = year.slot.source
        assert slots.render([source], slots.years(YEAR)) == [written]
        after = slots.render([source], slots.years(YEAR + 1))
        assert after == ["2025" if written.translate(WIDE).isdecimal() else "二〇二五"]


# --- the laws, over text put together at random and over whole reports


WRITINGS = st.sampled_from(
    [
        "83",
        "1,234",
        "１，２３４",
        "９２．７２",
        "13万2千",
        "3万5000余",
        "九十九点八",
        "1·36亿",
        "12万余",
        "百分之6",
        "百分之九十九点八",
        "廿三",
        "叁佰伍拾万",
        "2O4",
        "-26.95",
        "近550",
        "两",
        "十余",
        "一",
        "二O二四",
        "2024",
        "24",
        "半",
        "〇",
        "千",
        "三",
        "第12",
        "2.0",
        "1",
        "8至10",
        "翻一番",
        "三成",
    ]
)
MARKS = st.sampled_from(
    [
        "件",
        "%",
        "％",
        "元",
        "万元",
        "年",
        "月",
        "日",
        "个",
        "支",
        "卷",
        "份",
        "人次",
        "倍",
        "",
        "",
        "，",
        "。",
        "-",
        "—",
        "至",
        "、",
        "·",
        ".",
        ",",
        " ",
        "　",
        "\u200b",
        "《",
        "》",
        "“",
        "”",
        "（",
        "）",
        "号",
        "级",
        "受理案件",
        "办结率",
        "增长",
        "第",
        "统",
        "队",
        "O",
        "l",
        "〔",
        "〕",
        "版",
        "+",
        "－",
        "/",
    ]
)
TEXTS = st.lists(WRITINGS | MARKS, max_size=14).map("".join)


@given(
    text=TEXTS
    | st.text(alphabet="0123456789一二三十百万亿点.,，-~件%年月第半成倍番零〇O", max_size=20)
)
@settings(max_examples=600, deadline=None)
def test_every_numeral_is_exactly_one_thing_and_every_figure_is_whole(text):
    found = read(text)

    accounted(text, found.numerals)
    maximal(text, found.numerals)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_last_years_values_give_the_text_back(text):
    lines = ["青岚县2024年法治政府建设年度报告", "一、主要举措", BODY, text, BODY]

    found = understood(lines)

    assert printed(found).split("\n") == lines_of(lines)


BODY = "全县法治政府建设取得新成效，行政执法更加规范，群众满意度明显提高，各项任务落到实处。" * 3


def mutated(report, mutations):
    """The lines of a report, changed by several mutations, the same each time."""
    chance = random.Random(report.stem)  # noqa: S311
    lines = report.read_text(encoding="utf-8").split("\n")
    for mutation in mutations:
        lines = [mutation(line, chance) for line in lines]
    return lines


@pytest.mark.parametrize("report", CORPUS, ids=[report.stem for report in CORPUS])
def test_look_alikes_change_no_figure_of_a_report(report):
    before = understood(mutated(report, []))

    after = understood(mutated(report, SAME.values()))

    assert values_of(after) == values_of(before)
    holds(before)
    holds(after)


@pytest.mark.parametrize("place", range(len(CORPUS)), ids=[report.stem for report in CORPUS])
def test_no_number_of_a_damaged_report_is_read_in_part(place):
    mutation = list(BROKEN.values())[place % len(BROKEN)]

    holds(understood(mutated(CORPUS[place], [mutation])))
