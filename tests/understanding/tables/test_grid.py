"""A number in a table is asked about with the column and the row it stands in."""

import pytest

from nianbao.drafting.years import new_year
from nianbao.report.document import Document
from nianbao.understanding.lines import grid
from nianbao.understanding.lines.line import as_read
from tests.understanding.tables import tabular


def told(rows, **of):
    """What is said of each cell that has heads, by its text."""
    found = tabular.paragraphs(rows, **of)
    lines = as_read(Document(kind="docx", name="x", paragraphs=tuple(found)))
    heads = grid.heads(lines)
    return {line.text: str(heads[line.index]) for line in lines if line.index in heads}


def test_a_cell_has_the_head_of_its_column_and_of_its_row():
    found = told(tabular.PLAIN)

    assert found["156"] == "表格“行政处罚（件）”列、“市场监管局”行"
    assert found["48.5"] == "表格“罚没金额（万元）”列、“合计”行"
    assert "单位" not in found
    assert "公安局" not in found


def test_heads_over_each_other_are_told_together():
    rows = (("单位", "行政处罚", None), ("", "件数", "金额"), ("公安局", "12", "3.5"))

    assert told(rows, 行政处罚={"width": 2}) == {
        "12": "表格“行政处罚·件数”列、“公安局”行",
        "3.5": "表格“行政处罚·金额”列、“公安局”行",
    }


def test_the_number_of_a_row_is_not_its_name():
    found = told((("序号", "单位", "数量"), ("1", "公安局", "12"), ("2", "司法局", "30")))

    assert found["12"] == "表格“数量”列、“公安局”行"
    assert found["30"] == "表格“数量”列、“司法局”行"


def test_a_number_in_chinese_is_no_head():
    found = told((("单位", "数量"), ("公安局", "十二"), ("司法局", "三十件")))

    assert found["三十件"] == "表格“数量”列、“司法局”行"


@pytest.mark.parametrize("name", ["一般程序", "三岗镇", "12345热线", "九三学社", "2024年"])
def test_a_name_that_begins_with_a_numeral_is_a_name(name):
    found = told((("类别", name), (name, "12件"), ("其他", "30")))

    assert found["12件"] == f"表格“{name}”列、“{name}”行"


def test_a_caption_in_the_table_is_no_head():
    rows = (("2025年情况表", None, None), *((*row, "") for row in tabular.PLAIN))

    assert told(rows, **{"2025年情况表": {"width": 3}})["156"].startswith("表格“行政处罚（件）”列")


def test_a_row_below_a_tall_cell_begins_further_right():
    rows = (
        ("单位", "类别", "数量"),
        ("公安局", "处罚", "12"),
        (None, "检查", "30"),
        (None, None, "7"),
    )

    assert told(rows) == {
        "处罚": "表格“类别”列、“公安局”行",
        "12": "表格“数量”列、“公安局”行",
        "检查": "表格“类别”列",
        "30": "表格“数量”列、“检查”行",
        "7": "表格“数量”列",
    }


@pytest.mark.parametrize(
    "rows",
    [
        (("行政处罚", "12件", "行政检查", "8次"),),
        (("行政处罚", "12件"), ("行政检查", "8次")),
        (("单位", "说明"), ("公安局", "规范执法")),
        (("12",),),
        (),
    ],
)
def test_without_heads_nothing_is_said(rows):
    assert told(rows) == {}


@pytest.mark.parametrize("behind", [False, True])
def test_the_question_says_where_in_the_table_the_number_stands(behind):
    rows = (("单位", "排名", "备注"), ("市场监管局", "5", "见2.3"), ("公安局", "7", ""))
    found = tabular.read(rows, behind=behind)
    turned = new_year.start(found.report, found.indicators, found.figures, cells=found.cells)

    reasons = {one.before: one.reason for one in turned.changes if one.open}
    assert reasons["5"].startswith("表格“排名”列、“市场监管局”行：")
    assert reasons["7"].startswith("表格“排名”列、“公安局”行：")
    assert turned.cells == found.cells  # the year after asks in the same words


def test_text_outside_of_tables_is_asked_about_as_before():
    found = tabular.read(())
    turned = new_year.start(found.report, found.indicators, found.figures, cells=found.cells)

    assert found.cells == ()
    assert not any("表格" in one.reason for one in turned.changes)
