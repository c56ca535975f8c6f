"""What is a reported quantity, and what only looks like one."""

from decimal import Decimal

import pytest

from nianbao.standards.figures.quantities import quantities
from nianbao.understanding.numerals import numbers


def find(text):
    return numbers.find(text, quantities())


FIGURES = [
    ("兑现资金1,100万元", "11000000", "元"),
    ("总产值一万五千亿元", "1500000000000", "元"),
    ("规模达二十万亿元", "20000000000000", "元"),
    ("合格率为百分之三十", "30", "%"),
    ("执行到位金额7.21亿余元", "721000000", "元"),
    ("涉案89余万元", "890000", "元"),
    ("清理欠款2000余万元", "20000000", "元"),
    ("挽回损失百余万元", "1000000", "元"),
    ("发放资料12万余份", "120000", "份"),
    ("开展培训百余场次", "100", "场次"),
    ("全年三次评查案卷", "3", "次"),
    ("主要负责同志四次主持研究行政复议工作", "4", "次"),
    ("外聘法律顾问十二名，全程参与", "12", "名"),
    ("咨询 900 余人次", "900", "人次"),
    ("检查企业536家次", "536", "家次"),
    ("核查条款83条次", "83", "条次"),  # a unit is read as far as it goes
    ("审核规划83部次", "83", "部次"),
    ("发放药品83人份", "83", "人份"),
    ("服务83人天", "83", "人天"),
    ("创作普法歌曲26首", "26", "首"),
    ("放流鱼苗83万尾", "830000", "尾"),
    ("提高2.3个百分点", "2.3", "个百分点"),
    ("总数据超过1.3亿条", "130000000", "条"),
    ("服务企业120多家", "120", "家"),
    ("近550人次", "550", "人次"),
    ("接听咨询电话1.23万通", "12300", "通"),  # no telephone number 1
    ("拨打劝阻电话1,234个", "1234", "个"),
    ("抽查100％", "100", "%"),
    ("占13.25%", "13.25", "%"),
]


@pytest.mark.parametrize(("text", "value", "unit"), FIGURES, ids=[text for text, _, _ in FIGURES])
def test_a_reported_quantity_is_found_with_value_and_unit(text, value, unit):
    assert [(number.value, number.unit) for number in find(text)] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "written"), [("比上年的280件多20件", "280件"), ("走访280户多", "280户多")]
)
def test_more_belongs_to_a_number_unless_it_tells_by_how_much(text, written):
    first = find(text)[0]
    assert text[first.start : first.stop] == written


def test_a_number_behind_a_sum_of_money_is_no_second_one():
    assert [number.writing for number in find("金额3541.07万元2.3")] == ["3541.07万"]


NO_FIGURES = [
    "安政文〔2025〕14号",
    "《提升行政执法质量三年行动计划（2023—2025年）》",
    "党的二十届三中全会精神",
    "“十四五”规划",
    "一是加强领导",
    "第一责任人",
    "拥护“两个确立”",
    "“双随机、一公开”",
    "“1+4”机制",
    "按照“1+3+X”体系",
    "“1336X”工程",
    "12345政务服务热线",
    "12348热线",
    "12·4国家宪法日",
    "2025年5月30日",
    "7月1日起",
    "2019年—2023年以来",
    "“一站式”服务",
    "24小时自助",
    "高效办成一件事",
    "三年行动",
    "第十七次会议",
    "第3期",
    "全国两会",
    "两三个部门",
    "三分之二以上",
    "十分之一",
    "二〇二四年",
    "区、镇、村三级",
    "二期工程",
    "“1个窗口、1套材料”",
    "电话：87654321",
    "19:03",
    "落实三项制度",
    "1024×768",
    "打通最后一公里",
    "百日行动",
    "一村一法律顾问",
    "每半年一次",
    "2025年度",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_only_looks_like_a_quantity_is_left_alone(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("新收83件", "count"),
        ("涉案1.28亿元", "money"),
        ("纠错率13.25%", "rate"),
        ("同比增长22%", "change"),
        ("下降了33%", "change"),
        ("新增30项", "count"),
        ("减少检查次数75次", "change"),
    ],
)
def test_the_kind_of_a_quantity_is_told(text, kind):
    assert [number.kind.value for number in find(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("办件量较去年同期增长22%", "增长22%"),
        ("与2023年相比下降了33%", "下降了33%"),
        ("比上年末的18名增加3名", "增加3名"),
        ("同比增长700%以上", "增长700%"),
        ("审批效率提升78%", None),
        ("减少检查次数75次", None),
    ],
)
def test_a_change_against_last_year_takes_its_word_with_it(text, like):
    number = find(text)[-1]

    taken = None
    if number.word_start is not None:
        taken = text[number.word_start : number.stop].removesuffix(number.after)
    assert taken == like


def test_the_cost_grows_with_the_text_and_no_faster():
    """Ten times the text has ten times the numbers; the benchmark shows the times."""
    text = "受理行政复议申请83件，纠错率13.25%。"

    assert len(find(text * 100)) == 200
