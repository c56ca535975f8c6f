"""A table of contents is no outline, and the cells of a table are no plans."""

import pytest

from nianbao.report.document import Document, FilePlace, Paragraph
from nianbao.report.model import ElementKind, EntryKind
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
    table = [Paragraph(text=cell, place=FilePlace.TABLE) for cell in cells]
    document = Document(kind="docx", name="x", paragraphs=(*front, *table, *back))

    found = understand(document, stem="t")

    plans = [e.text for s in found.report.walk() for e in s.entries if e.kind is EntryKind.PLAN]
    assert [text for text in plans if text in cells] == ["项目"]


def test_a_report_in_a_table_has_its_plans():
    paragraphs = [Paragraph(text=line, place=FilePlace.TABLE) for line in written.lines(back=())]
    last = Paragraph(text="（三）加强学习", place=FilePlace.TABLE)
    document = Document(kind="docx", name="x", paragraphs=(*paragraphs, last))

    found = understand(document, stem="t")

    plans = [e.text for s in found.report.walk() for e in s.entries if e.kind is EntryKind.PLAN]
    assert len(plans) == 3


def test_cells_with_numbers_alone_are_no_figure():
    line = "行政复议受理（件）\t57\t235\t-12.5%"

    assert folded(line).count("\t") == 2
    found = read([*written.lines(back=()), line])
    numbers = [one.text for one in found.numerals if one.kind.value == "asked"]
    assert numbers == ["57\t235", "-12.5%"]


def test_the_number_of_a_row_is_no_question():
    found = read([*written.lines(back=()), "3\t行政检查\t128件", "4 行政许可 —"])

    asked = [one.text for one in found.numerals if one.kind.value == "asked"]
    assert asked == []


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (("67", "128件"), ["67", "128件"]),
        (("67,", "128万元"), ["67", "128万元"]),
        (("6.7", "1%"), ["6.7", "1%"]),
        (("7", "128件"), ["7", "128件"]),
        (("2024", "128件"), ["2024", "128件"]),
        (("67件", "办结128件"), ["67件"]),
    ],
)
def test_a_cell_that_may_go_on_with_the_number_above_it_is_asked_about(cells, asked):
    table = [Paragraph(text=cell, place=FilePlace.TABLE) for cell in ("办件", *cells)]
    report = [Paragraph(text=line) for line in written.lines(back=())]
    document = Document(kind="docx", name="x", paragraphs=(*report, *table))
    found = understand(document, stem="t").numerals

    assert [one.text for one in found if one.kind.value == "asked"] == asked


SIGNED = ("霞屏县人民政府", "2025年2月6日")
CELLS = ["一、项目", "数量", "行政复议", "128", "普法宣讲", "1.36"]


def with_table_behind(*lines):
    report = [Paragraph(text=line) for line in [*written.lines(back=()), *lines]]
    table = [Paragraph(text=cell, place=FilePlace.TABLE) for cell in CELLS]
    return understand(
        Document(kind="docx", name="x", paragraphs=(*report, *table)), stem="t", raw=True
    )


@pytest.mark.parametrize(
    "lines",
    [
        SIGNED,
        SIGNED[:1],
        (*SIGNED, "附件"),
        (*SIGNED, "2024年度行政执法统计表", "单位：件"),
        (*SIGNED, "2024年度行政执法情况"),
        ("特此报告。", *SIGNED),
    ],
)
def test_a_table_behind_the_signature_is_an_attachment(lines):
    bare, found = understood_alone(), with_table_behind(*lines)

    assert [entry.text for section in found.report.walk() for entry in section.entries] == [
        entry.text for section in bare.report.walk() for entry in section.entries
    ]
    kinds = {one.kind for one in found.report.back}
    assert {ElementKind.SIGNATURE, ElementKind.ATTACHMENT} <= kinds
    assert (ElementKind.DATE in kinds) == (SIGNED[1] in lines)
    assert found.date == ("2025-02-06" if SIGNED[1] in lines else "")
    cells = [one for one in found.report.back if one.kind is ElementKind.ATTACHMENT]
    assert len(cells) >= len(CELLS)  # none is taken for a page number


def test_a_table_behind_the_last_sentence_stays_in_the_report():
    found = with_table_behind()

    assert not [one for one in found.report.back if one.kind is not ElementKind.BLANK]


def understood_alone():
    lines = written.lines(back=())
    paragraphs = tuple(Paragraph(text=line) for line in lines)
    return understand(Document(kind="docx", name="x", paragraphs=paragraphs), stem="t", raw=True)


def test_a_row_at_the_end_of_a_report_signs_nothing():
    table = [
        Paragraph(text=cell, place=FilePlace.TABLE) for cell in ("单位", "案件", "公安局", "210")
    ]
    report = [Paragraph(text=line) for line in written.lines(back=())]
    back = [Paragraph(text=line) for line in written.BACK[1:]]
    document = Document(kind="docx", name="x", paragraphs=(*report, *table, *back))

    found = understand(document, stem="t")

    assert [one.rule.value for one in found.changes if one.open] == ["table_flattened"]
