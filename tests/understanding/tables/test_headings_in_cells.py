"""A heading whose number and title stand in two cells is one; rows of a real table are none."""

import pytest

from nianbao.report.document import Document, Paragraph
from nianbao.understanding.understand import understand
from tests.understanding import written
from tests.understanding.tables.tabular import paragraphs


def read(*pieces):
    """Understand a report of lines, and of tables given as rows."""
    found = []
    for at, piece in enumerate((written.TITLE, written.PREFACE, *pieces, *written.BACK)):
        found += [Paragraph(text=piece)] if isinstance(piece, str) else paragraphs(piece, table=at)
    return understand(Document(kind="docx", name="x", paragraphs=tuple(found)), stem="t")


def parts(number):
    """The report's parts with their headings in tables of one row, and the texts below them."""
    for at, (title, sections) in enumerate(written.PARTS, 1):
        yield ((number(at), title),)
        for ordinal, (name, text) in enumerate(sections, 1):
            yield f"（{written.to_chinese(ordinal)}）{name}。{text}"


@pytest.mark.parametrize("number", [written.chinese(form) for form in ("一、", "第一部分", "一")])
def test_the_parts_stand_in_tables(number):
    found = read(*parts(number))

    assert written.outline(found) == written.OUTLINE
    assert written.numbers(found) == written.numbers(written.read(written.lines()))
    joints = [one.before for one in found.changes if one.rule == "wrapped"]
    assert joints == [f"{number(at)}⏎{title[:6]}" for at, (title, _) in enumerate(written.PARTS, 1)]


def test_the_whole_report_stands_in_one_table():
    pieces = parts(written.chinese("一、"))
    rows = [(None, one) if isinstance(one, str) else one[0] for one in pieces]

    assert written.outline(read(rows)) == written.OUTLINE


def test_the_text_stands_in_a_third_cell():
    rows = [
        (f"（{written.to_chinese(at)}）", name, text)
        for at, (name, text) in enumerate(written.PARTS[0][1], 1)
    ]
    found = read("一、主要举措和成效", rows, "二、存在的不足", "个别单位执法不够规范。")

    assert written.outline(found)[:4] == written.OUTLINE[:4]


@pytest.mark.parametrize(
    "rows",
    [
        [("序号", "项目"), ("一、", "行政复议"), ("二、", "行政诉讼")],  # it has heads
        [("一、", "行政复议", "83件"), ("二、", "行政诉讼", "12件")],  # figures
        [("一、", "行政复议"), ("1.", "新收"), ("2.", "审结")],  # a list
        [("一、", "学习培训", "司法局"), ("二、", "执法检查", "公安局")],  # tasks
        [("一", "学习培训"), ("二", "执法检查")],  # no titles of parts
    ],
)
def test_the_rows_of_a_table_are_no_headings(rows):
    found = read(*written.SHORT[1:3], rows, *written.SHORT[3:])

    assert [one for one in found.changes if one.rule == "wrapped"] == []
    assert written.outline(found) == written.outline(written.read([written.TITLE, *written.SHORT]))
