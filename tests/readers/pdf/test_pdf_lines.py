"""Lines are put together by baseline; paragraphs by number, indent and the room a line had left."""

import shutil
import subprocess

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from nianbao.readers import read
from nianbao.readers.pdf.lines import lines_of, paragraphs_of, without_furniture
from nianbao.readers.pdf.shapes import Char

SIZE, LEFT, COLUMNS = 16.0, 80.0, 27
FULL = "持续推进法治政府建设各项工作任务按期落地并逐条开展自查"[:COLUMNS]
ENDED = FULL[:-1] + "。"


def chars(text, base=700.0, left=LEFT, size=SIZE):
    placed = []
    for char in text:
        width = size / 2 if char < "\u2000" and char not in "“”" else size
        placed.append(Char(char, left, left + width, base, size))
        left += width
    return placed


def paragraphs(*rows):
    """The paragraphs of lines that are a text, or (characters in from the margin, text)."""
    placed = []
    for number, row in enumerate(rows):
        indent, text = row if isinstance(row, tuple) else (0, row)
        placed += chars(text, 700 - 28 * number, LEFT + indent * SIZE)
    return [joined.text for joined in paragraphs_of([lines_of(placed, 0)])]


def test_a_line_is_one_though_its_baselines_differ_a_little_and_its_sizes_much():
    row = [*chars("新收", 700), *chars("83", 701.5, LEFT + 32, 10), *chars("件，", 699, LEFT + 42)]

    assert [line.text for line in lines_of([*row, *chars("下一行", 684)], 0)] == [
        "新收83件，",
        "下一行",
    ]


@pytest.mark.parametrize("number", ["一、", "（二）", "(三)", "1.", "（1）", "第一部分　"])
@pytest.mark.parametrize("end", "。！？；：”")
def test_a_number_begins_a_paragraph_after_a_full_line_that_ends_a_sentence(number, end):
    first, second = FULL[:-1] + end, number + "完善机制。"

    assert paragraphs(FULL, first, second) == [FULL + first, second]


def test_a_number_after_a_full_line_in_mid_sentence_goes_on():
    assert paragraphs(FULL, FULL, "12、13号文件。") == [FULL + FULL + "12、13号文件。"]


def test_where_numbered_paragraphs_are_indented_a_number_at_the_margin_goes_on():
    rows = [
        (2, "一、举措"),
        (2, FULL[:-3] + "。"),
        "（二）是继续。",
        (2, "（一）不足"),
        (2, "完。"),
    ]

    assert paragraphs(*rows) == ["一、举措", FULL[:-3] + "。（二）是继续。", "（一）不足", "完。"]


@pytest.mark.parametrize(
    ("missing", "word"),
    [
        (3, "99.27%，"),
        (5, "〔2025〕18号），"),
        (5, "(2024-2025)》"),
        (3, "议“主渠道”"),
        (1, "率"),
    ],
)
def test_a_line_goes_on_when_the_next_word_had_no_room_on_it(missing, word):
    short = FULL[:-missing]

    assert paragraphs(FULL, FULL, short, word + "完。") == [FULL + FULL + short + word + "完。"]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    short = FULL[:-3] + "。"

    assert paragraphs(FULL, FULL, short, "2年完。") == [FULL + FULL + short, "2年完。"]


def test_a_last_line_a_little_short_ends_its_paragraph_where_lines_are_set_to_one_width():
    short = FULL[:-2] + "。"

    assert paragraphs(*[FULL] * 9, short, "新段。") == [FULL * 9 + short, "新段。"]
    assert paragraphs(FULL, FULL + "。", FULL, short, "同段。") == [
        FULL + FULL + "。" + FULL + short + "同段。"
    ]


def test_lines_that_hang_under_the_first_are_one_paragraph():
    rows = [(2, FULL[2:]), ENDED, FULL[:-9] + "。", (2, "此件公开。")]
    note = [(1, "抄送：" + FULL[4:]), (4, FULL[4:]), (4, "办公室。")]

    assert paragraphs(*rows, *note)[-1] == "抄送：" + FULL[4:] + FULL[4:] + "办公室。"
    assert len(paragraphs(*rows, *note)) == 3


def test_a_long_number_at_the_end_is_no_page_number():
    lines = lines_of([*chars("电话：0000-", 700), *chars("8612345", 672)], 0)

    assert without_furniture([lines]) == ([lines], 0)


REPORT = [
    "2024年，区政府坚持以习近平新时代中国特色社会主义思想为指导，深入学习、宣传、贯彻党的二十大和二十届"
    "二中、三中全会精神，持续践行习近平法治思想。现将2024年法治政府建设情况报告如下：",
    "一、主要举措和成效",
    "（一）坚持政治引领，法治建设扎实有力",
    "1.加大学习宣传贯彻力度。制定《优化营商环境行动方案（2024—2025年）》（安政办〔2025〕18号），召开"
    "会议10次，传达中央、省、市法治建设相关会议精神，按期答复率99.27%，满意率100%。",
    "2.促进纠纷多元化解。新收行政复议申请83件，与2023年同比增长12.5%；推行“高效办成一件事”，推动“1+4”"
    "普法联动机制落实，行政复议“主渠道”作用日益彰显，办件量达2.36万件。",
    "（二）完善提高突发事件应对机制能力",
]


@pytest.fixture(scope="module")
def typeset(tmp_path_factory):
    """A report as LibreOffice sets it, as .docx and .pdf: by indent, page width and alignment."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice on this machine")
    folder = tmp_path_factory.mktemp("office")
    names = {}
    for indent in (0, 2):
        for alignment in (0, 3):  # left, both
            for width in (150, 156, 163):
                name = f"{indent}-{alignment}-{width}"
                _write(folder / f"{name}.docx", indent, alignment, width)
                names.setdefault((indent, alignment), []).append(folder / name)
    command = ["soffice", f"-env:UserInstallation={(folder / 'p').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", folder, *sorted(folder.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return names


def _write(path, indent, alignment, width):
    document = python_docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(25), Mm(185 - width)
    for text in REPORT:
        paragraph = document.add_paragraph()
        paragraph.alignment = alignment
        layout = paragraph.paragraph_format
        layout.line_spacing, layout.space_after = Pt(29), Pt(0)
        layout.first_line_indent = Pt(16 * indent)
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(16), "仿宋_GB2312"
        run.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    document.save(path)


@pytest.mark.parametrize("alignment", [0, 3], ids=["ragged", "justified"])
@pytest.mark.parametrize("indent", [0, 2])
def test_a_pdf_made_by_libreoffice_says_what_the_docx_says(typeset, indent, alignment):
    for path in typeset[indent, alignment]:
        found = read(path.with_suffix(".pdf").read_bytes(), "年报.pdf").paragraphs

        assert ["".join(p.text.split()) for p in found] == REPORT, path.name
