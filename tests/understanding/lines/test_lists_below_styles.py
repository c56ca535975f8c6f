"""What Word counts stands below the heading that Word marks, wherever its list began."""

import io

import pytest
from docx import Document

from nianbao import readers
from nianbao.report.model import EntryKind
from nianbao.understanding.understand import understand
from tests.understanding import written

WANTING = ["窗口人员偏少，培训跟不上", "宣传办法老旧", "案卷归档拖延"]
PLANNED = ["招录窗口人员", "办好宣传专栏"]
LEVELS = [1, 2, 1, *(2 for _ in WANTING), 1, *(2 for _ in PLANNED)]


def in_word(*, begun=False, numbers="List Number", stop=""):
    """A report in Word whose titles have a style and no number, with numbered lists below."""
    word = Document()
    word.add_paragraph(written.TITLE)
    word.add_paragraph(written.PREFACE)
    word.add_heading("工作开展情况", 1)
    word.add_heading("办好窗口", 2)
    word.add_paragraph("办理事项371件。")
    if begun:
        for one in ("开设窗口", "延长时间"):
            word.add_paragraph(one + stop, style=numbers)
    for title, items in (("存在的问题", WANTING), ("2025年工作打算", PLANNED)):
        word.add_heading(title, 1)
        for one in items:
            word.add_paragraph(one + stop, style=numbers)
    for one in written.BACK:
        word.add_paragraph(one)
    file = io.BytesIO()
    word.save(file)
    return understand(readers.read(file.getvalue(), "报告.docx"), stem="t")


def told(found, kind):
    """The texts of the sections that hold entries of a kind."""
    return [
        entry.text.strip("。；")
        for section in found.report.walk()
        for entry in section.entries
        if entry.kind is kind
    ]


@pytest.mark.parametrize("stop", ["", "。", "；"])
@pytest.mark.parametrize("numbers", ["List Number", "List Number 2", "List Number 3"])
def test_a_list_that_word_counts_on_stands_below_each_styled_title(numbers, stop):
    found = in_word(numbers=numbers, stop=stop)

    assert [level for level, _ in written.titles(found)] == LEVELS
    assert told(found, EntryKind.SHORTCOMING) == WANTING
    assert told(found, EntryKind.PLAN) == PLANNED


def test_a_list_begun_in_a_section_goes_on_below_the_parts():
    found = in_word(begun=True)

    assert [level for level, _ in written.titles(found)] == [1, 2, 3, 3, *LEVELS[2:]]
    assert told(found, EntryKind.SHORTCOMING) == WANTING
    assert told(found, EntryKind.PLAN) == PLANNED
