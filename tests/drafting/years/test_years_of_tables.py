"""A table is written anew each year: the years of its caption and its columns move."""

import pytest

from nianbao.drafting.years import new_year
from nianbao.report.document import Document, FilePlace, Paragraph
from nianbao.understanding.understand import understand
from tests.drafting.drafts import BODY, FRAME, text


def cell(said):
    return Paragraph(text=said, place=FilePlace.TABLE)


def turned(*told):
    """The draft of the year after 2025 with these below its first section, and what it asks."""
    lines = [one.format(year=2025, next=2026, first=BODY, second=BODY) for one in FRAME]
    said = [one if isinstance(one, Paragraph) else Paragraph(text=one) for one in told]
    paragraphs = tuple(Paragraph(text=one) for one in lines)
    document = Document(kind="txt", name="x", paragraphs=(*paragraphs[:4], *said, *paragraphs[4:]))
    last = understand(document, stem="t")
    new = new_year.start(last.report, last.indicators, last.figures)
    return text(last, new).split("\n"), [one.before for one in new.changes if one.open]


ROW = ("查办案件", "37", "41")


@pytest.mark.parametrize(
    "caption",
    [
        "{}年度案件查办统计",
        "表1　{}年案件查办情况表（单位：件）",
        "{}年各单位查办案件",
        "霁岚县{}年度查办案件汇总",
    ],
)
@pytest.mark.parametrize("between", [(), ("单位：件",), ("（单位：件）",)])
def test_the_year_of_a_caption_moves(caption, between):
    lines, asked = turned(caption.format(2025), *between, *map(cell, ("指标", "数值", *ROW[:2])))

    assert caption.format(2026) in lines
    assert not [one for one in asked if "年" in one]


def test_the_year_of_a_caption_in_the_first_cell_moves():
    lines, asked = turned(BODY, *map(cell, ("2025年度案件查办统计", "指标", "数值", *ROW[:2])))

    assert "2026年度案件查办统计" in lines
    assert not [one for one in asked if "年" in one]


@pytest.mark.parametrize(
    "head",
    ["{}年", "{}年度", "{}年（件）", "{}年数", "{}年度合计", "{}年查办（件）", "{}年办结率（%）"],
)
def test_the_years_of_columns_move_together(head):
    years = (head.format(2024), head.format(2025))
    lines, asked = turned("查办案件对比", *map(cell, ("指标", *years, *ROW)))

    assert [head.format(2025), head.format(2026)] == [one for one in lines if one[:3] == "202"][-2:]
    assert not [one for one in asked if "年" in one]


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (("名称", "授予时间"), "2025年"),
        (("荣誉", "年度"), "2025年度"),
        (("事项", "进展"), "2025年建成"),
        (("事项", "进展"), "2025年印发实施"),
        (("年份", "查办案件"), "2023年"),
    ],
)
def test_when_something_was_stays_and_is_asked(heads, said):
    lines, asked = turned("有关事项", *map(cell, (*heads, "先进单位", said)))

    assert any(one.startswith(f"【待核：{said[:5]}") for one in lines)
    assert any(one.startswith(said[:5]) for one in asked)


def test_a_text_above_a_table_is_no_caption():
    lines, asked = turned("2025年县城管局由原规划所改建，报省里批准。", *map(cell, ROW))

    assert any("2025年" in one for one in asked)
    assert not any(one.startswith("2026年县城管局") for one in lines)
