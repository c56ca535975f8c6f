"""What is asked about is marked with all that belongs to the number, and with nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from tests.understanding.accounts import accounted, read


def asked(text):
    found = read(text)
    accounted(text, found.numerals)
    return [one.text for one in found.numerals if one.kind is NumeralKind.ASKED]


def worth(text):
    return [(str(one.number.value), one.number.unit) for one in read(text).figures]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        # letters read as digits
        ("合格率7O.8%。", "7O.8%"),
        ("合格率l8.5%。", "l8.5%"),
        ("合格率8S.6%。", "8S.6%"),
        ("登记合同7Z份。", "7Z份"),
        ("登记合同S8份。", "S8份"),
        ("纠正案件七O件。", "七O件"),
        ("2023Q3办件平稳。", "2023Q3"),
        ("2 O 2 3年，办件平稳。", "2 0 2 3年"),
        # as in a chat
        ("接待群众3w+人次。", "3w+人次"),
        ("接待群众3W余人次。", "3W余人次"),
        ("兑现资金200w元。", "200w元"),
        ("浏览量10w+。", "10w+"),
        ("发放资料5k余份。", "5k余份"),
        ("罚没款1.5e元。", "1.5e元"),
        ("满意率提升12.6个pct。", "12.6个pct"),
        ("满意率提升12.6pcts。", "12.6pcts"),
        ("查处案件83件+。", "83件+"),
        ("查处案件两百+件。", "两百+件"),
        ("发放资料10⁴份。", "10⁴份"),
        # powers, blanks in a number
        ("减排7.2×10³吨。", "7.2×10³吨"),
        ("办件增长7×%。", "7×%"),
        ("培训骨干3？名。", "3？名"),
        ("在20××年办结。", "20××年"),
        # its unit
        ("补助标准为45.5元/人。", "45.5元/人"),
        ("能耗降至8吨/万元。", "8吨/万元"),
        ("集中学习两周。", "两周"),
        ("有近五分之二案件调解结案。", "近五分之二"),
        ("一大半工单当天办结。", "一大半"),
        ("一多半工单当天办结。", "一多半"),
        ("工单增长了两倍有余。", "两倍有余"),
        # two writings that are one number
        ("收缴罚款三千二百零六.五万元。", "三千二百零六.五万元"),
        ("服务群众三万余8百人。", "三万余8百人"),
        ("服务群众2千余60人。", "2千余60人"),
        ("办结工单卅又四件。", "卅又四件"),
        ("调解纠纷二十三、四起。", "二十三、四起"),
        ("调解纠纷十七、八起。", "十七、八起"),
    ],
)
def test_the_mark_holds_the_whole_number(text, whole):
    assert asked(text) == [whole]
    assert worth(text) == []


@pytest.mark.parametrize(
    ("text", "worth_"),
    [
        ("有8家企业获益。", [("8", "家")]),
        ("APP推送8次。", [("8", "次")]),
        ("4S店、5G基站检查8次。", [("8", "次")]),
        ("服务2万余3岁以下婴幼儿。", []),
        ("走访五百余户3千余人。", [("500", "户"), ("3000", "人")]),
        ("第二十三、二十四条。", []),
        ("纠正8件，三起通报。", [("8", "件"), ("3", "起")]),
        ("人均补助45.5元，共8人。", [("45.5", "元"), ("8", "人")]),
        ("评查案件8件，案卷5卷。", [("8", "件"), ("5", "卷")]),
        ("绿化三点二万平方米、两点五亩。", [("32000", "平方米"), ("2.5", "亩")]),
        ("铺路一百零八点五公里。", [("108.5", "公里")]),
        ("上午九点五分开会，十点二十分散会。", []),
    ],
)
def test_what_stands_beside_a_number_is_no_part_of_it(text, worth_):
    assert worth(text) == worth_


BLANKS = [
    "××",
    "×××",
    "＿＿",
    "____",
    "（  ）",
    "（）",
    "( )",
    "[ ]",
    "〔　〕",
    "**",
    "……",
    "…",
    "...",
    "○○",
    "●●",
    "NN",
]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("unit", ["件", "人次", "万元", "%", "个", "户", "余件"])
def test_a_blank_before_a_measure_is_asked_about(blank, unit):
    found = read(f"全年受理投诉{blank}{unit}，办结及时。")

    assert [one.reason for one in found.numerals] == ["没有填的空"]
    assert found.numerals[0].text.endswith(unit)


@pytest.mark.parametrize(
    "text", ["受理投诉？件，办结及时。", "受理投诉　　件。", "受理投诉3××件。", "占??%。"]
)
def test_so_is_one_of_other_signs(text):
    assert {one.reason for one in read(text).numerals} == {"没有填的空"}


@pytest.mark.parametrize(
    "text",
    [
        "××公司偷排污水。",
        "××县××镇××村。",
        "张××故意伤害案件。",
        "李××、王××等人被处理。",
        "按照第××条处理。",
        "××所××队联合执法。",
        "谁来管？人人有责。",
        "怎么办？件件有着落。",
        "为什么？条件不够，次数不多。",
        "推进整治……条条有回应，个别地方滞后。",
        "查处*名列其中*项目*。",
        "建设（一）个案监督（）名称。",
        "法治　　元旦宣传，主任　　张明。",
        "名　　次：优；批　　次：三。",
        "完成投诉（线上）件数统计。",
        "提升……项目质量。",
        "开展……人才培养。",
        "调查……家庭纠纷、……户籍业务。",
        "租用（）场地、分析……个中原因。",
        "N个部门协同联动做到……",
    ],
)
def test_what_is_left_out_of_names_and_sentences_is_no_blank(text):
    assert "没有填的空" not in {one.reason for one in read(text).numerals}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("2023全年办件平稳。", None),
        ("202311办件平稳。", "202311"),
        ("202311案件平稳。", "202311"),
        ("2023案件平稳。", "2023"),
        ("复议案件四连升。", "四连升"),
        ("平安考核获3连优。", "3连优"),
        ("办件量首次破千件大关。", "首次破千件大关"),
        ("办件量首超千件。", "首超千件"),
        ("税收破十亿元。", "破十亿元"),
        ("投诉下降一个数量级。", "一个数量级"),
        ("十之八九当天办结。", "十之八九"),
        ("十有七八当天办结。", "十有七八"),
    ],
)
def test_more_of_last_year_is_asked_about(text, whole):
    assert asked(text) == ([whole] if whole else [])
    assert worth(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "二连浩特来访。",
        "五连环机制。",
        "一连三天巡查。",
        "推行三连单管理。",
        "十连队共建。",
        "打破千年陋习。",
        "冲破万难。",
        "侦破百年悬案。",
        "首破命案。",
        "案件2023件。",
    ],
)
def test_words_like_them_are_not(text):
    assert not {"名次", "没有填的空"} & {one.reason for one in read(text).numerals}


ALIKE = "0123456789OlISBZo"


@given(
    whole=st.text(alphabet=ALIKE, min_size=1, max_size=5),
    part=st.none() | st.text(alphabet=ALIKE, min_size=1, max_size=2),
    text=st.sampled_from(["合格率{}%。", "受理投诉{}件。", "罚没款{}万元。"]),
)
@settings(max_examples=300, deadline=None)
def test_letters_among_digits_are_read_or_asked_about_with_them(whole, part, text):
    number = whole if part is None else f"{whole}.{part}"
    if not any(char.isdecimal() for char in number):
        return
    said = text.format(number)
    found = read(said)
    start, stop = said.index(number), len(said) - 1

    assert [(one.start, one.stop) for one in found.numerals] == [(start, stop)]
    assert found.numerals[0].kind in (NumeralKind.FIGURE, NumeralKind.ASKED)


@pytest.mark.parametrize(
    "text",
    [
        "4S店巡查。",
        "推行5S管理。",
        "O2O项目落地。",
        "B2B平台上线。",
        "S3线开通。",
        "ISO9001认证。",
        "Z世代普法。",
    ],
)
def test_letters_of_names_are_none(text):
    assert asked(text) == []
