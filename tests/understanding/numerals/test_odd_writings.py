"""Numbers nobody meant to write so: none is read in part, and none of last year's goes unsaid."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from nianbao.report.writing.fold import folded
from tests.understanding.accounts import accounted, maximal, read

SIGNS = [
    char
    for char in map(chr, range(0x21, 0x3200))
    if unicodedata.category(char) in ("Po", "Ps", "Pe", "Pi", "Pf", "Sk")
]
PARTS = set("、；：！？（）()〔〕【】[]《》“”\"'%‰*&#@…，。;:!?_{}＂＇＃％＆＊＠［］｛｝‱٪﹪")
DEEDS = ["提出", "查处", "走访", "涉及", "废止", "抽查", "惠及", "争取", "移送", "修订", "拆除"]
COUNTED = ["条意见", "个问题", "个乡镇", "项事项", "处隐患", "艘渔船", "套设备", "吨假货", "亩林地"]
FEW = ["两", "三", "五", "九", "十", "十二"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("涉及企业两家。", NumeralKind.FIGURE),
        ("参与比武两次。", NumeralKind.FIGURE),
        ("调和邻里两起。", NumeralKind.FIGURE),
        ("惠及镇村两级。", NumeralKind.EXCEPTION),
        ("贯通市、县和乡三级。", NumeralKind.EXCEPTION),
    ],
)
def test_a_word_with_and_in_it_names_no_two_things(text, kind):
    assert [one.kind for one in read(text).numerals] == [kind]


def of_kind(text, kind):
    return [one.text for one in read(text).numerals if one.kind is kind]


@pytest.mark.parametrize("apart", ["{}", " {}", "{} "])
def test_a_sign_that_parts_no_numbers_belongs_to_the_number(apart):
    for sign in SIGNS:
        if folded(sign) in PARTS or unicodedata.numeric(sign, None) is not None:
            continue
        text = f"投入资金2{apart.format(sign)}345万元。"
        worth = [str(one.number.value) for one in read(text).figures]

        assert worth in ([], ["23450000"], ["2345000000"]) or "3450000" not in worth, (sign, worth)


@pytest.mark.parametrize("sign", ["‚", "٫", "˙", "∶", "٬", "﹒", "՚", " ，", " 。", "· "])
def test_no_part_of_a_number_is_a_figure(sign):
    text = f"投入资金2{sign}5亿元。"

    assert [str(one.number.value) for one in read(text).figures] in ([], ["250000000"])
    maximal(text, read(text).numerals)


@given(
    deed=st.sampled_from(DEEDS),
    what=st.sampled_from(["", "各类", "相关领域"]),
    few=st.sampled_from(FEW),
    counted=st.sampled_from(COUNTED),
    ahead=st.sampled_from(["", "县司法局牵头", "全年"]),
    behind=st.sampled_from(["。", "，成效明显。", "、通报两起。"]),
)
@settings(max_examples=200, deadline=None)
def test_what_was_done_to_a_few_is_a_figure_or_asked(deed, what, few, counted, ahead, behind):
    text = ahead + deed + what + few + counted + behind
    numerals = read(text).numerals
    known = [one for one in numerals if few in one.text]

    accounted(text, numerals)
    assert known[0].kind in (NumeralKind.FIGURE, NumeralKind.ASKED), text


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_to_be_done_each_month_is_not_asked(deed):
    assert of_kind(f"每月{deed}各类三条意见。", NumeralKind.ASKED) == []
    assert of_kind(f"做到{deed}一批、整改一批。", NumeralKind.ASKED) == []


ONE = ["查处串案一起", "全年处分一人", "获市级表彰一次", "入选典型案例一篇", "新增试点一家"]


@pytest.mark.parametrize("text", ONE)
def test_one_that_ends_what_was_done_is_asked(text):
    assert of_kind(text + "。", NumeralKind.ASKED) == [text[-2:]]
    assert of_kind(f"每季度{text}。", NumeralKind.ASKED) == []


ASKED = [
    ("移送案卷一案两人。", "一案两人"),
    ("选树样本俩个。", "俩个"),
    ("选派律师仨人。", "仨人"),
    ("督办积案VII件。", "VII件"),
    ("督办积案xi件。", "xi件"),
    ("督办积案⁴²件。", "⁴²件"),
    ("督办积案O件。", "O件"),
    ("督办积案l件。", "l件"),
    ("满意率为九七．四％。", "九七.四%"),
    ("满意率为百分之九十七·四。", "百分之九十七·四"),
    ("占比上升百分之二、三。", "百分之二、三"),
    ("占比上升百分之二点多。", "百分之二点多"),
    ("占比上升两点几个百分点。", "两点几个百分点"),
    ("占比上升一点多个百分点。", "一点多个百分点"),
    ("会商五、六次。", "五、六次"),
    ("会商5、6次。", "5、6次"),
    ("受理2万又300件。", "2万又300件"),
    ("满意率97.%。", "97.%"),
    ("占比为百分之 7。", "百分之 7"),
    ("降幅为–7.4%。", "—7.4%"),
    ("办件量增长7.4pct。", "7.4pct"),
    ("7.100%案卷合格。", "7.100%"),
    ("队伍平均年龄为41岁。", "为41岁"),
    ("队伍平均年龄41.7岁。", "41.7岁"),
    ("二三年的办结率更高。", "二三年"),
    ("二五年办结率上升。", "二五年"),
    ("跻身全市二十强。", "二十强"),
    ("三次第一的成绩。", "三次第一"),
    ("考核排第四。", "第四"),
    ("居全市第6（去年第9）。", "第9"),
    ("每十户就有一户受益。", "每十户就有一户"),
    ("时限缩减到两天。", "缩减到两天"),
    ("参与者千把人。", "千把人"),
    ("五次蝉联金奖。", "五次"),
    ("收缴款项76元5角。", "76元5角"),
    ("收缴款项柒拾陆元伍角。", "柒拾陆元伍角"),
    ("收缴款项七元五角。", "七元五角"),
    ("硬化道路7公里600米。", "7公里600米"),
    ("纠错率下降半个百分点。", "半个百分点"),
    ("总量减少半成。", "半成"),
    ("总量增加3倍半。", "3倍半"),
    ("占比达百分之七十几。", "百分之七十几"),
    ("占比达百分之七十点。", "百分之七十点"),
    ("位次进入全市前7名。", "前7名"),
    ("考核为全市倒数第三。", "倒数第三"),
    ("无一案件被撤销。", "无一案件"),
    ("处理工单百件以上。", "百件"),
    ("处理工单成百上千件。", "成百上千件"),
    ("处理工单“67”件。", "“67”"),
    ("处理工单6_712件。", "6_712件"),
    ("处理工单6ʼ712件。", "6ʼ712件"),
    ("处理工单6．，712件。", "6.，712件"),
    ("处理工单6З2件。", "6З2件"),
    ("处理工单6.7×10²件。", "6.7×10²件"),
    ("处理工单10的2次方件。", "10的2次方"),
    ("细则自20240716起实行。", "20240716"),
    ("细则自2024、7、16起实行。", "2024、7、16"),
    ("两个村获评省级示范。", "两个"),
    ("回访率67：8%。", "67：8%"),
    ('回访率67"8%。', '67"8%'),
    ("回访率67、8%。", "67、8%"),
    ("罚没7万块钱。", "7万"),
    ("罚没0,007万元。", "0,007万元"),
    ("决议（20240716通过）。", "20240716"),
    ("当日转办76处理完毕。", "76"),
    ("共计76场所整改。", "76"),
    ("巡查：三次。", "三次"),
    ("五项得到通报表扬。", "五项"),
    ("接听来电17.000个。", "17.000个"),
    ("接听来电：7、612个。", "7、612个"),
    ("17、612个来电全部接听。", "17、612个"),
    ("发出提醒函二个。", "二个"),
    ("点击量数以万计。", "数以万计"),
    ("时限由六天压到两天。", "六天压到两天"),
    ("获得四个第一。", "获得四个第一"),
    ("两千零二十四年的办结率上升。", "两千零二十四年"),
    ("二十四年受理行政复议申请83件。", "二十四年"),
    ("二十四年度办结率98%。", "二十四年"),
    ("廿四年，全县受理行政复议申请83件。", "廿四年"),
]


@pytest.mark.parametrize(("text", "quoted"), ASKED, ids=[quoted for _, quoted in ASKED])
def test_odd_writings_are_asked_about_whole(text, quoted):
    assert quoted in of_kind(text, NumeralKind.ASKED)
    accounted(text, read(text).numerals)


NO_FIGURES = [
    "会同六部门联合发文。",
    "招募三支一扶人员。",
    "建立三所一庭对接机制。",
    "唱响平安三部曲。",
    "做好十一期间值班。",
    "应由两名以上执法人员实施。",
    "宣传二十四节气。",
    "二十四年来持续调解。",
    "他从事调解工作二十四年，从未间断。",
    "二十四年如一日守在基层。",
    "规划期为二〇二一—二〇二四年。",
    "表彰三八红旗手。",
    "做到发现一起、查处一起。",
    "实行整改一个、销号一个。",
    "事项涉及两个以上部门的，由牵头部门办理。",
    "查处一人警示一片。",
    "推行1镇1品、1案1策、1村1法律顾问。",
    "推进4所1庭联动和1窗通办。",
    "三人以上合议的案件提交会议。",
    "根据霞政【2024】第 7 号文件开展整治。",
    "围绕1个核心、3个抓手推进工作。",
    "召开会议传达八项规定，实行5天工作制，上午9时开庭，构建3.0格局。",
    "统一三个标准。",
    "对7人以上集体访实行包案。",
    "拟罚6万元以上的案件必须集体讨论。",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_words_with_a_numeral_in_them_count_nothing(text):
    assert of_kind(text, NumeralKind.FIGURE) == of_kind(text, NumeralKind.ASKED) == []
