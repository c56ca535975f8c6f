"""A number that is the whole of a cell is asked about, whatever stands over it and beside it."""

import pytest

from nianbao.drafting.years import new_year
from tests.understanding import written
from tests.understanding.tables import tabular


def mentions(found):
    """Return the figures that the report has not without its table."""
    plain = len(written.read(written.lines(back=())).mentions)
    return [one.text for one in found.mentions[plain:]]


def asked(found):
    return [one.text for one in found.numerals if one.kind.value == "asked"]


def in_cell(cell, head="发放数（册）", **more):
    return tabular.read((("单位", head), ("民政局", cell), ("水利局", "无")), **more)


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("above", [(), ("行政执法情况表",), ("执法情况", "单位：件、次")])
def test_no_number_of_a_table_is_named_by_its_heads(above, behind):
    found = tabular.read(tabular.PLAIN, above=above, behind=behind)

    assert mentions(found) == []
    assert asked(found) == ["156", "36.5", "83次", "210", "12", "45次", "366", "48.5", "128次"]
    reasons = {one.reason for one in found.numerals if one.kind.value == "asked"}
    assert reasons == {"表格里的数，看不出是什么"}


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    "cell",
    [
        *(
            "71",
            "71册",
            "1,900",
            "1.3万册",
            "-71",
            "71%",
            "071",
            "七十一",
            "七十一册",
            "71个百分点",
        ),
        *("71.", "72、", "74)", "(71)", "（71册）", "1.", "【71】", "71：", "A71", "71k", "7e3"),
        *("约71册", "71册以上", " 71 ", "71。", "71＊", "71-75", "71（5）"),
    ],
)
def test_a_number_that_is_a_whole_cell_is_asked_about(cell, behind):
    found = in_cell(cell, behind=behind)

    assert mentions(found) == []
    assert len(asked(found)) == 1


@pytest.mark.parametrize("cell", ["一、", "（二）", "无", "", "已完成"])
def test_what_numbers_a_row_in_chinese_or_is_no_number_is_no_question(cell):
    assert asked(in_cell(cell)) == []


def test_a_cell_that_is_a_sentence_is_read_like_any_text():
    found = in_cell("全年发放宣传手册71册，走访企业8家。", head="工作情况")

    assert mentions(found) == ["71册", "8家"]
    assert asked(found) == []


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    "cell", ["（71）", "[71]", "·71·", "- 71 -", "—71—", "第71页", "8:45", "P71"]
)
def test_no_cell_is_taken_for_the_number_of_a_page_or_a_stamp(cell, behind):
    found = in_cell(cell, behind=behind, raw=False)
    texts = [entry.text for section in found.report.walk() for entry in section.entries]

    assert cell in [*texts, *(one.text for one in found.report.back)]
    assert len(asked(found)) == 1 or cell == "第71页"


@pytest.mark.parametrize("cell", ["———", "***", "来源：本级", "浏览次数：5678"])
def test_no_cell_is_taken_for_a_rule_or_for_what_a_web_site_says(cell):
    found = in_cell(cell)
    texts = [entry.text for section in found.report.walk() for entry in section.entries]

    assert cell in texts or cell == "浏览次数：5678"  # its number is read or asked about
    assert not [one for one in found.changes if one.rule == "furniture"]


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("cell", ["71.", "72、", "（7）", "A71", "71（5）"])
def test_such_a_number_is_asked_about_when_the_year_turns(cell, behind):
    found = in_cell(cell, behind=behind)
    turned = new_year.start(found.report, found.indicators, found.figures, cells=found.cells)

    places = [one.reason for one in turned.changes if one.open and one.reason.startswith("表格")]
    assert len(places) == 1
