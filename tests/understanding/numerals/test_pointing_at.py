"""A page, a table or a paper that the text points at is no quantity; one that is counted is."""

import pytest

from nianbao.report.numeral import NumeralKind
from tests.understanding.accounts import accounted, read


def none(text):
    found = read(text)
    accounted(text, found.numerals)
    return [(one.text, one.reason) for one in found.numerals if one.kind is NumeralKind.EXCEPTION]


def counted(text):
    return [f"{one.number.value}{one.number.unit}" for one in read(text).figures]


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("数据详见7页，不再重复。", "详见7页", "页码"),
        ("数据见 7 页。", "见 7 页", "页码"),
        ("数据见第7—9页。", "见第7—9页", "页码"),
        ("数据见本报告第8页。", "见本报告第8页", "页码"),
        ("统计口径（转5页）不变。", "转5页", "页码"),
        ("第3页，共8页", "第3页，共8页", "页码"),
        ("本报告共12页。", "本报告共12页", "页码"),
        ("数据见表1-2。", "表1-2", "序号"),
        ("数据见附表3.1。", "附表3.1", "序号"),
        ("数据见下表2。", "下表2", "序号"),
        ("数据见图表4。", "图表4", "序号"),
        ("数据见附录2。", "附录2", "序号"),
        ("名单见附件1、2、3。", "附件1、2、3", "序号"),
        ("名单见附件1—3。", "附件1—3", "序号"),
        ("名单见附件二。", "附件二", "序号"),
    ],
)
def test_where_something_stands_is_told_as_a_whole(text, place, reason):
    assert none(text) == [(place, reason)]
    assert counted(text) == []
    assert all(one.kind is not NumeralKind.ASKED for one in read(text).numerals)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("印制宣传册83页。", ["83页"]),
        ("收集意见12页。", ["12页"]),
        ("移交接收材料83页。", ["83页"]),
        ("见表1、83件已办结。", ["83件"]),
        ("发放附表3张。", ["3张"]),
        ("制作图表12张。", ["12张"]),
        ("开设专栏3个。", ["3个"]),
        ("填报附件三份。", ["3份"]),
    ],
)
def test_what_is_counted_beside_it_is_a_figure(text, counts):
    assert counted(text) == counts


def test_a_range_of_papers_with_a_measure_is_asked_about():
    asked = [one.text for one in read("报送附件3-5份。").numerals]

    assert asked == ["3-5份"]
