"""What runs along the pages that were copied goes, and a paragraph over two pages is one."""

import pytest

from tests.understanding import written
from tests.understanding.lines import columns

REPORT = written.lines()
PLAIN = written.read(REPORT)
WRAPPED = [piece for line in REPORT for piece in columns.by_count(line, 24)]
HEAD = "霞屏县法治政府建设报告"


def paged(lines, page, every):
    found = []
    for at, line in enumerate(lines):
        found.append(line)
        if at % every == every - 1:
            found += [one.format(at // every + 1) for one in page]
    return found


def is_the_report(found):
    assert written.numbers(found) == written.numbers(PLAIN)
    assert written.outline(found) == written.outline(PLAIN)
    assert written.as_text(found) == written.as_text(PLAIN)


@pytest.mark.parametrize("every", [4, 5, 8])
@pytest.mark.parametrize(
    "page",
    [
        ["— {} —"],
        ["", "— {} —", ""],
        ["{}", HEAD],
        ["第{}页 共9页", HEAD],
        ["", "- {} -", "", HEAD, ""],
        ["内部资料　注意保存", "·{}·"],
        [HEAD + "    {}"],
        [HEAD + "|{}"],
        ["{}    " + HEAD],
        ["file:///C:/报告.htm  {}/9"],
    ],
)
def test_a_paragraph_goes_on_over_the_end_of_a_page(page, every):
    found = written.read(paged(WRAPPED, page, every))

    is_the_report(found)
    gone = [change.before for change in found.changes if change.rule.value == "furniture"]
    assert len(gone) == len([one for one in page if one]) * (len(WRAPPED) // every)


@pytest.mark.parametrize(
    "lines",
    [
        ["全县重点工作推进情况", "1", "全县重点工作完成了"],  # other words
        ["全县重点工作    1", "全县重点工作    3", "全县重点工作    5"],  # not counted up
        ["全县重点工作    1", "全县重点工作    2"],  # too few
        ["全县重点工作1", "全县重点工作2", "全县重点工作3"],  # no space between
        ["全县重点工作", "持续推进", "全县重点工作", "持续推进"],  # no page beside it
        ["完成了。", "— 1 —", "推进了。", "— 2 —", "完成了。", "— 3 —"],  # sentences
        ["一、全县工作", "— 1 —", "一、全县工作", "— 2 —"],  # headings
    ],
)
def test_what_no_page_repeats_stays(lines):
    found = written.read([*REPORT[:-3], *lines, *REPORT[-3:]])
    gone = {change.before for change in found.changes if change.rule.value == "furniture"}

    assert gone <= {"— 1 —", "— 2 —", "— 3 —"}


def test_who_signs_at_the_head_of_a_page_is_not_its_head():
    lines = paged(WRAPPED[:-3], ["— {} —", written.SIGNATURE], 8)
    found = written.read([*lines, written.CLOSING, "— 9 —", written.SIGNATURE, written.DATE])

    is_the_report(found)
    assert written.elements(found, "signature") == [written.SIGNATURE]


def test_paragraphs_that_end_with_their_pages_stay_apart():
    found = written.read(paged(REPORT, ["", "— {} —", ""], 3))

    is_the_report(found)


LONG = "（三）完善决策程序。审查合同协议96份，提出意见245条。县政府常务会议专题研究法治工作7次。"
CUTS = [REPORT[3], REPORT[4], LONG]  # each stands on two pages


def parted(*between):
    """The report, and paragraphs that are whole but for what stands between their halves."""
    found = []
    for line in (*REPORT[:5], LONG, *REPORT[5:]):
        if line in CUTS and between:
            half = line.index("，") + (line is LONG)
            page = [one.format(CUTS.index(line) + 1) for one in between]
            found += [line[:half], *page, line[half:]]
        else:
            found.append(line)
    return found


UNCUT = written.read(parted())


@pytest.mark.parametrize(
    "page",
    [
        ["— {} —"],
        ["", "— {} —", ""],
        ["{}"],
        ["— {} —", HEAD],
        [HEAD],
        ["法治霞屏"],
        ["霞屏县司法局编", "内部资料"],
        [written.TITLE],
        ["霞屏县2024年法治政府建设年度报告"],
    ],
)
def test_a_whole_paragraph_goes_on_over_the_end_of_a_page(page):
    found = written.read(parted(*page))

    assert written.numbers(found) == written.numbers(UNCUT)
    assert written.outline(found) == written.outline(UNCUT)
    assert written.as_text(found) == written.as_text(UNCUT)
    gone = [change.before for change in found.changes if change.rule.value == "furniture"]
    assert len(gone) == len(CUTS) * len([one for one in page if one])
    assert sum(change.rule.value == "wrapped" for change in found.changes) == len(CUTS)


def test_a_number_that_may_have_been_cut_by_a_page_is_asked_about():
    found = written.read([*REPORT[:3], "（一）规范执法。评查案卷12", "— 2 —", "8卷，合格121卷。"])

    assert [one.text for one in found.numerals if one.kind.value == "asked"] == ["12", "8卷"]


@pytest.mark.parametrize(
    "lines",
    [
        ["主要做法"],  # heads the text below it
        ["主要做法", "责任单位：县司法局"],
    ],
)
def test_what_heads_a_text_again_and_again_stays(lines):
    text = [one for line in REPORT[3:6] for one in (line, *lines, "坚持问题导向，推动整改。")]
    found = written.read([*REPORT[:3], *text, *REPORT[6:]])

    assert all(change.rule.value != "furniture" for change in found.changes)
    assert not [change for change in found.changes if change.open]


@pytest.mark.parametrize("head", ["霞屏县人民政府文件", "霞屏县司法局"])
def test_a_line_that_stands_again_and_again_between_sections_is_asked_about(head):
    found = written.read([one for line in REPORT for one in (line, *[head] * (line[0] == "（"))])

    asked = [change for change in found.changes if change.rule.value == "line_repeated"]
    assert [(one.before, one.open) for one in asked] == [(head, True)]
    assert head in written.as_text(found)


def test_nothing_goes_when_raw():
    lines = paged(WRAPPED, ["", "— {} —", HEAD], 8)

    assert written.as_text(written.read(lines, raw=True)) == "\n".join(lines)
