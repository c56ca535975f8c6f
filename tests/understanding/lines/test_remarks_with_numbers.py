"""The numbers inside of a remark (注：1.…；2.…) are no headings, wherever its items stand."""

import pytest

from nianbao.report.document import FilePlace, Paragraph
from tests.understanding import written

ITEMS = ("口径与上年相同", "合计查办案件371件", "不含乡镇移交的线索")
WORDS = ["注", "备注", "说明", "附注", "表注", "统计口径", "【注】", "（说明）", "备　注"]


def report(*remark, place=FilePlace.BODY):
    """A report with a remark below a section's text."""
    lines = written.lines()
    return written.read(
        [*lines[:4], *(Paragraph(text=one, place=place) for one in remark), *lines[4:]]
    )


def remarked(mark, end="；"):
    return end.join(mark(at) + one for at, one in enumerate(ITEMS, 1)) + "。"


MARKS = [written.arabic("1."), written.arabic("1、"), written.arabic("（1）"), written.sign("①")]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("end", ["；", "。"])
def test_a_remark_is_one_paragraph_of_text(word, mark, end):
    text = word + "：" + remarked(mark, end)
    found = report(text)

    assert written.outline(found) == written.OUTLINE
    assert text in written.as_text(found).split("\n")
    assert (371, "件") in written.numbers(found)


@pytest.mark.parametrize("place", [FilePlace.BODY, FilePlace.TABLE])
@pytest.mark.parametrize("first", ["注：", "注：1."])
@pytest.mark.parametrize("end", ["；", "，"])
def test_a_remark_may_have_its_items_on_lines_of_their_own(first, end, place):
    items = [f"{at}.{one}{end}" for at, one in enumerate(ITEMS, 1)]
    if first != "注：":
        items[0] = first + items[0].removeprefix("1.")
    found = report(*(items if first != "注：" else [first, *items]), place=place)

    assert written.outline(found) == written.OUTLINE


def test_a_remark_does_not_take_the_section_below_it():
    lines = written.lines(section=written.arabic("1."))
    lines.insert(4, "注：1.口径不变；2.不含乡镇。")
    lines.insert(6, "说明：数据到上年末。")

    assert written.outline(written.read(lines)) == written.OUTLINE


def test_a_report_told_in_one_paragraph_behind_that_word_is_cut():
    body = "".join(written.lines()[2:-3])
    found = written.read([written.TITLE, written.PREFACE, "说明：" + body, *written.BACK])

    assert [one for one in written.outline(found) if one[0] == 1] == [
        one for one in written.OUTLINE if one[0] == 1
    ]


def test_what_is_counted_in_an_item_has_a_name_without_its_number():
    found = report("注：1.口径不变；2.查办案件371件；3.约谈12人。")

    labels = [one.label for one in found.mentions if one.value in (371, 12)]
    assert labels == ["查办案件数", "约谈＿人"]
