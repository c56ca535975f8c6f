"""The number in a cell is a figure where the heads of its column and row say what it counts."""

from decimal import Decimal

import pytest

from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from tests.understanding import tabular, written

YEAR = "2024"  # of the report


def new(found):
    """Return the figures that the report has not without its table: name, value and unit."""
    plain = len(written.read(written.lines(back=())).mentions)
    return {one.label: (one.value, one.unit) for one in found.mentions[plain:]}


def asked(found):
    return [one.text for one in found.numerals if one.kind.value == "asked"]


def printed(found):
    ledger = Ledger.of(found.report.year, found.indicators, found.figures, found.relations)
    return flow.text(flow.rendered(found.report, ledger.values())).split("\n")


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("above", [(), (f"{YEAR}年行政执法情况表",), ("执法情况", "单位：件、次")])
def test_a_cell_is_named_by_its_row_and_column(above, behind):
    found = tabular.read(tabular.PLAIN, above=above, behind=behind)

    assert new(found) == {
        "市场监管局行政处罚数": (156, "件"),
        "市场监管局行政检查次数": (83, "次"),
        "公安局行政处罚数": (210, "件"),
        "公安局行政检查次数": (45, "次"),
        "合计行政处罚数": (366, "件"),
        "合计行政检查次数": (128, "次"),
    }
    assert asked(found) == ["36.5", "12", "48.5"]  # in 万元: the ledger keeps 元
    assert [text for text in printed(found) if text in sum(tabular.PLAIN, ())] == list(
        sum(tabular.PLAIN, ())
    )


@pytest.mark.parametrize(
    ("head", "cell", "name", "value", "unit"),
    [
        ("行政许可/件", "1,200", "公安局行政许可数", "1200", "件"),
        ("办结率（%）", "99.5", "公安局办结率", "99.5", "%"),
        ("办结率", "98%", "公安局办结率", "98", "%"),
        ("处罚人数（人）", "12", "公安局处罚人数", "12", "人"),
        ("罚没金额(元)", "3600", "公安局罚没金额", "3600", "元"),
        ("行政处罚（单位：件）", "1.2万", "公安局行政处罚数", "12000", "件"),
        ("行政处罚（件）", "0", "公安局行政处罚数", "0", "件"),
        ("行政处罚（件）", "12件", "公安局行政处罚数", "12", "件"),
    ],
)
def test_the_unit_is_that_of_the_head_or_of_the_cell(head, cell, name, value, unit):
    found = tabular.read((("单位", head), ("公安局", cell), ("司法局", "")))

    assert new(found) == {name: (Decimal(value), unit)}
    assert asked(found) == []


def test_a_head_that_only_says_that_there_is_a_number_is_in_no_name():
    rows = (("指标", "数值（件）"), ("行政复议受理", "45"), ("行政复议办结数", "41"))

    assert new(tabular.read(rows)) == {"行政复议受理数": (45, "件"), "行政复议办结数": (41, "件")}


@pytest.mark.parametrize(
    "cell", ["5-7", "1.5", "12（其中简易3）", "约30", "0012", "12 15", "第3", "2024年", "十二"]
)
def test_a_cell_that_is_not_one_plain_number_is_asked_about(cell):
    found = tabular.read((("单位", "行政处罚（件）"), ("公安局", cell), ("司法局", "无")))

    assert "公安局行政处罚数" not in new(found)


@pytest.mark.parametrize(
    "rows",
    [
        (("单位", "行政处罚"), ("公安局", "12"), ("司法局", "3")),  # no unit anywhere
        (("单位", "上年（件）"), ("公安局", "12"), ("司法局", "3")),
        (("单位", "检查计划（次）"), ("公安局", "12"), ("司法局", "3")),
        (("单位", "同比增长（%）"), ("公安局", "12"), ("司法局", "3")),
        (("单位", "2023年（件）"), ("公安局", "12"), ("司法局", "3")),
        (("指标（件）", "2023年", "2024年"), ("行政处罚", "12", "15")),
        (("年份", "处罚（件）"), ("2023年", "12"), ("2024年", "3")),
        (("序号", "单位", "处罚（件）"), ("1", "公安局", "12"), ("2", "司法局", "3")),
        (("单位", "处罚（件）"), ("公安局", "12"), ("", "3")),  # a row without a name
        (("单位", "处罚（件）"), ("公安局", "12"), ("公安局", "3")),  # two of a name
        (("单位", "处罚（件）", "处罚（件）"), ("公安局", "12", "3")),
        (("单位", "评价（优良）"), ("公安局", "12"), ("司法局", "3")),  # no unit
        (("单位", ""), ("公安局", "12"), ("司法局", "3")),
        (("单位", "处罚（件）"), ("公安局", "12人"), ("司法局", "3个")),  # another unit
    ],
)
def test_where_the_heads_do_not_say_it_for_sure_no_name_is_made_of_them(rows):
    found = tabular.read(rows)

    assert not any("公安局" in name or "行政处罚" in name for name in new(found))


@pytest.mark.parametrize(
    "above", ["2023年行政执法情况表", "上年行政执法情况表", "行政检查计划表", "1—6月行政执法情况表"]
)
def test_a_table_of_another_time_is_asked_about(above):
    found = tabular.read(tabular.PLAIN, above=(above,))

    assert not any(name.startswith("公安局") for name in new(found))


def test_merged_cells_are_asked_about():
    rows = (("单位", "行政处罚（件）"), ("公安局", "12"), ("司法局", "3"))

    assert new(tabular.read(rows, 公安局={"is_tall": True})) == {}
    assert asked(tabular.read(rows, 公安局={"is_tall": True})) == ["12", "3"]
