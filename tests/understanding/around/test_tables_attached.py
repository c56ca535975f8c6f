"""A table behind the date loses its shape as any other, and that is said."""

import pytest

from nianbao.report.document import FilePlace, Paragraph
from tests.understanding import written

CELLS = ("单位", "查办案件（件）", "县水务局", "37", "县林草局", "58")


def flattened(*paragraphs):
    """What is said of the tables of a report."""
    found = written.read(paragraphs)
    return [
        (one.reason.split("，")[1], one.open)
        for one in found.changes
        if one.rule == "table_flattened"
    ]


def table(cells=CELLS):
    return [Paragraph(text=one, place=FilePlace.TABLE) for one in cells]


@pytest.mark.parametrize(
    "above",
    [
        ["附件"],
        ["附件1", "查办案件情况表"],
        ["", "附件：查办案件统计表"],
        ["附表1"],
        ["查办案件情况表"],
        [],
    ],
)
def test_a_table_attached_is_told_of(above):
    assert flattened(*written.lines(), *above, *table()) == [("6格文字逐格成段", True)]


def test_tables_in_the_text_and_behind_it_are_told_of_together():
    lines = written.lines()
    told = flattened(*lines[:4], *table(), *lines[4:], "附件", *table())

    assert told == [("12格文字逐格成段", True)]


def test_what_the_template_sets_is_not_told_of():
    cells = ("抄送：县委办公室，县人大常委会办公室。", "霞屏县人民政府办公室", "2025年2月6日印发")

    assert flattened(*written.lines(), *table(cells)) == []
