"""A table of contents is no outline, and the cells of a table are no plans."""

import pytest

from nianbao.report.document import Document, Paragraph, Place
from nianbao.report.model import EntryKind
from nianbao.report.writing.fold import folded
from nianbao.understanding.understand import understand
from tests.understanding import written
from tests.understanding.written import read

HEADINGS = [line for line in written.lines() if line[0] in "一二三"]


@pytest.mark.parametrize("title", ["目录", "目　录", "目 次"])
@pytest.mark.parametrize("leader", ["……", "......", "\t", "　　", " "])
def test_contents_are_left_out(title, leader):
    contents = [f"{line}{leader}{page}" for page, line in enumerate(HEADINGS, 1)]
    lines = written.lines()

    found = read([title, *contents, "", *lines])

    assert written.outline(found) == written.OUTLINE
    assert written.as_text(found) == written.as_text(read(lines))
    assert sum(change.rule == "furniture" for change in found.changes) == len(contents) + 1


def test_a_table_in_a_plan_is_asked_about_once():
    cells = ["项目", "单位", "案件", "司法局", "培训", "司法局"]
    front = [Paragraph(text=line) for line in written.lines(back=())]
    back = [Paragraph(text=line) for line in written.BACK]
    table = [Paragraph(text=cell, place=Place.TABLE) for cell in cells]
    document = Document(kind="docx", name="x", paragraphs=(*front, *table, *back))

    found = understand(document, stem="t")

    plans = [e.text for s in found.report.walk() for e in s.entries if e.kind is EntryKind.PLAN]
    assert [text for text in plans if text in cells] == ["项目"]


def test_a_report_in_a_table_has_its_plans():
    paragraphs = [Paragraph(text=line, place=Place.TABLE) for line in written.lines(back=())]
    last = Paragraph(text="（三）加强学习", place=Place.TABLE)
    document = Document(kind="docx", name="x", paragraphs=(*paragraphs, last))

    found = understand(document, stem="t")

    plans = [e.text for s in found.report.walk() for e in s.entries if e.kind is EntryKind.PLAN]
    assert len(plans) == 3


def test_cells_with_numbers_alone_are_not_put_together():
    line = "行政复议受理（件）\t57\t235\t-12.5%"

    assert folded(line).count("\t") == 2
    found = read([*written.lines(back=()), line])
    numbers = [one.text for one in found.numerals if one.kind.value == "asked"]
    assert numbers == ["57", "235", "-12.5%"]
