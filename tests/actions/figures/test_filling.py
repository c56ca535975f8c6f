"""Numbers from a file: all of them, or none with every fault said."""

import json
from decimal import Decimal

import pytest

from nianbao.actions.figures.filling import fill
from nianbao.errors import InputError
from nianbao.report.figures.figure import FigureState
from tests.actions.desks import named, told


def write(tmp_path, text, name="数.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("指标,数值\n{a},112\n{b},13\n", "utf-8"),
        ("{a}\t112\n{b}\t13", "utf-8-sig"),
        ("名称；数\n{a}；112\n{b}；13", "gb18030"),
        ("{a}，112\n{b}，13\n,9\n{a},\n", "utf-8"),
        (" {a} , 112 \n\n{b},13件", "utf-8"),
        ('{a},"112"\n"{b}",13,,\n', "utf-8"),
        ("2026年数据,,\n序号,指标,数值\n1,{a},112\n2,{b},13", "utf-8"),
        ("指标,单位,2025年,2026年,备注\n{a},件,83,112,核过\n{b},件,,13,", "utf-8"),
        ("指标名称,本年,上年\n{a},112,83\n{b},13,12", "utf-8"),
        ('{{"{a}": 112, "{b}": "13", "没有的": null, "也没有": ""}}', "utf-8"),
        ('[{{"指标": "{a}", "数值": 112}}, {{"name": "{b}", "value": "13"}}]', "utf-8"),
        ('{{"{a}": 1.12e2, "{b}": 13}}', "utf-8"),
        ('[{{"key": "{a}", "本年": 112}}, {{"指标名称": "{b}", "值": 13}}]', "utf-8"),
    ],
)
def test_a_table_is_understood_however_it_was_saved(begun, tmp_path, text, encoding):
    first, second = named(begun, "复议申请新收"), named(begun, "纠错数")
    found = fill(begun, write(tmp_path, text.format(a=first, b=second), encoding=encoding))

    assert {one.indicator: one.value for one in found.figures} == {first: 112, second: 13}
    assert begun.ledger.known(first) == 112
    assert begun.ledger.figures[first].source == "数.csv"
    assert found.doubts == ()
    assert begun.steps()[0].name == "填入2个数（数.csv）"
    begun.undo()
    assert begun.ledger.known(first) is None


def test_what_is_still_missing_is_counted(begun, tmp_path):
    name = named(begun, "复议申请新收")
    first = fill(begun, write(tmp_path, f"{name},不适用"))
    assert begun.ledger.figures[name].state is FigureState.NOT_APPLICABLE
    second = fill(begun, write(tmp_path, f"{name},112\n{named(begun, '案卷')},120"))
    assert second.pending == first.pending - 2  # 案卷, and the rate, which can be computed again


def test_a_fraction_comes_as_it_is_written(begun, tmp_path):
    name = named(begun, "纠错率")
    fill(begun, write(tmp_path, json.dumps({name: 13.10}), "率.json"))
    assert begun.ledger.known(name) == Decimal("13.1")


def test_what_may_be_meant_otherwise_is_taken_and_said(begun, tmp_path):
    name = named(begun, "复议申请新收")
    found = fill(begun, write(tmp_path, f"{name},830000"))
    assert begun.ledger.known(name) == 830000
    assert len(found.doubts) == 1
    assert "是83万，还是83？" in found.doubts[0]


def test_a_value_that_the_text_rounds_is_said(tmp_path):
    """Like 1.2亿 the report prints 1.357亿 as 1.4亿; 150.5万 like 120万 stays as it is."""
    desk = told(tmp_path, "投入资金120万元，罚款1.2亿元，追回工资约300万元。")
    names = {key: named(desk, key) for key in ("投入", "罚款", "工资")}
    table = "{投入},150.5万\n{罚款},1.357亿\n{工资},413.5万".format(**names)
    found = fill(desk, write(tmp_path, table))
    desk.close()

    assert found.rounded == ("“罚款金额”是1.357亿，报告里照去年的写法写成1.4亿",)


def test_an_approximate_number_that_the_text_writes_as_an_exact_one_is_said(tmp_path):
    desk = told(tmp_path, "投入资金120万元，追回工资约300万元。")
    names = {key: named(desk, key) for key in ("投入", "工资")}
    found = fill(desk, write(tmp_path, "{投入},约150万\n{工资},约410万".format(**names)))
    desk.close()

    assert found.rounded == ("“投入资金金额”填的是约数“约150万”，报告里写成150万",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("没有的,3\n{a},若干\n{b},5", "有2处不能填入：没有“没有的”这个指标；"),
        ("{a},112\n{a},113", "填了两个不同的值"),
        ('{{"{a}": 112, "{a}": 113}}', "填了两个不同的值"),
        ('["{a}"]', "有1处不能填入"),
        ("[3]", "没有“3”这个指标"),
        ('[{{"value": 3}}]', "没有“（没有指标名）”这个指标"),
        ('[{{"指标": "{a}"}}]', "填的“？”不是数字"),
        ("{a},1,234\n{b},5", "第1行多出一格“234”"),
        ("指标,数值\n{a},1,234\n{b},18,800,", "有2处不能填入：第2行多出一格“234”"),
        ("指标,2025年\n{a},83", "这张表的数是“2025年”的，不是2026年度的"),
        ("2025年,指标\n83,{a}", "这张表的数是“2025年”的，不是2026年度的"),
        ("指标,上年\n{a},83", "这张表的数是“上年”的，不是2026年度的"),
        ("指标名称,单位,去年数\n{a},件,83", "这张表的数是“去年数”的，不是2026年度的"),
        ("指标,数值\n,9\n{b},5", "第2行“9”前面没有指标名"),
        ("只有一列\n又一列", "“数.csv”里没有可填的数"),
        ("指标,数值", "“数.csv”里没有可填的数"),
        ("{{", "“数.csv”不是完整的JSON"),
        ("[" * 100_000, "“数.csv”不是完整的JSON"),
        ('"' + "x" * 200_000 + ",3", "表里有一格长得不正常"),
    ],
)
def test_a_table_with_faults_is_refused_and_nothing_is_written(begun, tmp_path, text, said):
    names = {"a": named(begun, "复议申请新收"), "b": named(begun, "纠错数")}
    before = begun.store.history()
    text = text.format(**names) if len(text) < 1000 else text
    with pytest.raises(InputError) as refused:
        fill(begun, write(tmp_path, text))
    assert said in refused.value.what
    assert begun.store.history() == before


def test_a_file_that_is_not_there_is_said(begun, tmp_path):
    with pytest.raises(InputError, match=r"读不了“没有\.csv”"):
        fill(begun, tmp_path / "没有.csv")
