"""The pages as LibreOffice lays them out: 22 lines of 28 characters, page numbers outside."""

import pytest
from tests.rendering.layout.laid_out import (
    BOTTOM,
    CHARACTER,
    LEFT,
    POINTS,
    RIGHT,
    inside,
    needs_libreoffice,
    pages_of,
)
from tests.rendering.samples import body, element, heading, sample

from nianbao.rendering import write_docx
from nianbao.report.model import ElementKind

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "报告.docx"
    full = body("充" * 28 * 60)
    lines = [*sample()[:-8], full, heading(2, "（一）标题。", then="文" * 28 * 30), *sample()[-8:]]
    lines.insert(4, element(ElementKind.ATTACHMENT, "附件：1." + "名" * 40))
    write_docx(lines, path)
    return pages_of(path)


def test_a_full_page_holds_22_lines(pages):
    assert len(pages) > 8
    # The last but one may be shorter: signature and date stay together, so does the imprint.
    assert {len(inside(page)) for page in pages[1:-2]} == {22}


def test_a_full_line_holds_28_characters(pages):
    full = [line for page in pages for line in inside(page) if {c for *_, c in line} == {"充"}]

    assert {len(line) for line in full[1:-1]} == {28}
    assert all(abs(line[0][0] - LEFT) < 3 and abs(line[-1][1] - RIGHT) < 3 for line in full[1:-1])


def test_a_paragraph_begins_two_characters_in(pages):
    first = next(line for page in pages for line in inside(page) if line[0][2] == "充")

    assert abs(first[0][0] - LEFT - 2 * CHARACTER) < 3
    assert len(first) == 26


def test_nothing_stands_beyond_the_type_area(pages):
    for page in pages:
        for line in inside(page):
            assert line[0][0] > LEFT - 2
            assert line[-1][1] < RIGHT + 2


def test_page_numbers_stand_outside_below_the_text(pages):
    for number, page in enumerate(pages, start=1):
        row, foot = page[-1]
        assert "".join(c for *_, c in foot) == f"—{number}—"
        assert 2 < (row - BOTTOM) / POINTS < 12
        if number % 2:
            assert abs(RIGHT - 14 - foot[-1][1]) < 4
        else:
            assert abs(foot[0][0] - LEFT - 14) < 4


def test_the_title_stands_in_the_middle_and_clear_of_what_follows(pages):
    rows = [row for row, _ in pages[0]]
    title = [line for _, line in pages[0][1:3]]

    assert ["".join(c for *_, c in line)[:4] for line in title] == ["安澜县人", "关于20"]
    for line in title:
        assert abs((line[0][0] + line[-1][1]) / 2 - (LEFT + RIGHT) / 2) < 4
    assert abs(rows[3] - rows[2] - 2 * 28.95) < 4
    assert abs(rows[1] - rows[0] - 3 * 28.95) < 4


def test_the_doc_number_stands_in_the_middle(pages):
    _, line = pages[0][0]

    assert abs((line[0][0] + line[-1][1]) / 2 - (LEFT + RIGHT) / 2) < 12


def test_names_of_attachments_are_aligned(pages):
    named = [line for line in inside(pages[0]) if {c for *_, c in line} <= set("附件：1.名")]

    assert len(named) == 2
    start = next(left for left, _, c in named[0] if c == "名")
    assert abs(named[1][0][0] - start) < 6


def test_the_imprint_stays_whole_and_its_date_stands_right(pages):
    assert ["抄" in line[0][2] for line in inside(pages[-1])].count(True) == 1
    issued = next(line for line in inside(pages[-1]) if line[-1][2] == "发")

    assert "".join(c for *_, c in issued) == "安澜县人民政府办公室2026年2月6日印发"
    assert abs(issued[0][0] - LEFT - 14) < 3
    assert abs(RIGHT - 14 - issued[-1][1]) < 16
