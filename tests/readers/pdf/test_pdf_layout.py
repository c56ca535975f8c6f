"""Columns are read one after the other, tables cell by cell; what is unseen stays out."""

import shutil
import subprocess

import docx as python_docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from tests.growing import LINEAR, steps
from tests.readers.pdf.pdf_files import pdf
from tests.readers.word.word_files import counted

from nianbao.readers import read
from nianbao.readers.pdf.lines import lines_of
from nianbao.readers.pdf.shapes import Char
from nianbao.report.document import FilePlace

SIZE, LEAD = 16.0, 28.0
LEFT = "全年新收行政复议申请83件，办结80件，纠错率12.5%，比上年提高3个百分点，群众满意度不断提高。"
RIGHT = "部分单位执法不够规范，评查案卷120卷，发现问题35个，整改32个，整改率91.4%，仍需努力。"
ROWS = [
    ["序号", "指标", "2023年", "2024年"],
    ["1", "行政复议", "83", "97"],
    ["2", "行政应诉", "12", "15"],
    ["3", "评查案卷", "120", "140"],
]


def column(text, x, width, top=740.0, size=SIZE, indent=2):
    """Place a paragraph in a column: two characters of indent, lines of one width."""
    whole, most = "\u3000" * indent + text, int(width // size)
    lines = [whole[at : at + most] for at in range(0, len(whole), most)]
    return [
        (x + size * (len(line) - len(line.lstrip("\u3000"))), top - LEAD * row, size, line.strip())
        for row, line in enumerate(lines)
    ]


def grid(rows, places, top=600.0):
    return [
        (x, top - LEAD * number, SIZE, cell)
        for number, row in enumerate(rows)
        for x, cell in zip(places, row, strict=True)
    ]


def lines_drawn(ys, left=50.0, right=560.0):
    return "".join(f"{left} {y} {right - left} 0.5 re f\n" for y in ys)


def texts(document):
    return [one.text for one in document.paragraphs]


@pytest.mark.parametrize("lower", [0.0, 3.0, 9.0, 14.0])
@pytest.mark.parametrize("between", [24.0, 40.0])
def test_two_columns_are_read_one_after_the_other(lower, between):
    second = 60 + 14 * SIZE + between
    page = column(LEFT * 2, 60, 14 * SIZE) + column(RIGHT * 2, second, 14 * SIZE, 740 - lower)
    document = read(pdf([page]), "年报.pdf")

    assert texts(document) == [LEFT * 2, RIGHT * 2]
    assert counted(document)["columns"] == 1


def test_three_columns_below_a_title_over_the_whole_width():
    title = [(150.0, 800.0, 22.0, "安澜县2024年法治政府建设年度报告")]
    page = title + [
        line
        for at, text in enumerate((LEFT, RIGHT, LEFT))
        for line in column(text, 50 + 175 * at, 9 * SIZE)
    ]

    assert texts(read(pdf([page]), "年报.pdf")) == [title[0][3], LEFT, RIGHT, LEFT]


def test_text_below_columns_goes_on_over_the_whole_width():
    below = column("以上情况，特此报告。" * 6, 60, 29 * SIZE, 380)
    page = column(LEFT * 2, 60, 14 * SIZE) + column(RIGHT * 2, 308, 14 * SIZE) + below

    assert texts(read(pdf([page]), "年报.pdf")) == [LEFT * 2, RIGHT * 2, "以上情况，特此报告。" * 6]


def test_a_paragraph_runs_on_from_column_to_column_and_page_to_page():
    text = LEFT * 6
    lines = column(text, 0, 14 * SIZE, 0)
    pages = []
    for page in range(0, len(lines), 12):
        halves = lines[page : page + 6], lines[page + 6 : page + 12]
        pages.append(
            [
                (x + 60 + 248 * side, 740 - LEAD * row, size, line)
                for side, half in enumerate(halves)
                for row, (x, _, size, line) in enumerate(half)
            ]
        )

    assert texts(read(pdf(pages), "年报.pdf")) == [text]


@pytest.mark.parametrize("drawn", ["", lines_drawn([620, 592, 564, 536, 508])])
def test_a_table_is_read_cell_by_cell(drawn):
    before = column("各类案件情况见下表。" * 5, 60, 29 * SIZE, 740)
    document = read(pdf([before + grid(ROWS, (60, 140, 300, 420))], drawn=drawn), "年报.pdf")

    cells = [one.text for one in document.paragraphs if one.place is FilePlace.TABLE]
    assert cells == [cell for row in ROWS for cell in row]
    assert counted(document)["tables"] == 1


RULES = {
    "none": [],
    "three": [620, 592, 480],
    "head": [620, 592],
    "below the head": [592],
    "around": [620, 480],
    "few": [620, 592, 536, 480],
}


@pytest.mark.parametrize("ruled", RULES)
def test_numbers_below_each_other_are_so_many_cells_however_few_lines_are_drawn(ruled):
    page = grid(ROWS, (60, 140, 300, 420))
    document = read(pdf([page], drawn=lines_drawn(RULES[ruled])), "年报.pdf")

    numbers = [text for text in texts(document) if text.isdecimal()]
    assert sorted(numbers) == sorted(cell for row in ROWS for cell in row if cell.isdecimal())
    if ruled != "few":
        assert texts(document) == [cell for row in ROWS for cell in row]


WORK = ["组织开展全县行政执法案卷评", "查工作五轮并通报结果"]
DONE = ["评查31卷，整改问题4", "6个并逐一销号"]


@pytest.mark.parametrize("ruled", ["none", "three"])
@pytest.mark.parametrize("first", [0, 1])
def test_cells_that_ran_over_are_whole_without_lines_between_the_rows(ruled, first):
    """The name of a row stands beside its first or its second line."""
    rows = [["年度", "主要工作", "完成情况"]]
    for year in ("2023年", "2024年"):
        rows += [
            [year if at == first else "", work, done]
            for at, (work, done) in enumerate(zip(WORK, DONE, strict=True))
        ]
    page = [one for one in grid(rows, (50, 160, 392)) if one[3]]
    drawn = lines_drawn([620, 592, 480 - LEAD] if ruled == "three" else [])
    document = read(pdf([page], drawn=drawn), "年报.pdf")

    whole = ["".join(WORK), "".join(DONE)]
    assert texts(document) == ["年度", "主要工作", "完成情况", "2023年", *whole, "2024年", *whole]


def test_a_cell_of_several_lines_is_one_where_lines_part_the_rows():
    wrapped = [("行政复", "全年受理1"), ("议案件", "83件。"), ("评查", "140卷。")]
    page = grid([("指标", "做法"), *wrapped], (60, 200))
    drawn = lines_drawn([620, 592, 536, 508])

    assert texts(read(pdf([page], drawn=drawn), "年报.pdf")) == [
        *("指标", "做法", "行政复议案件", "全年受理183件。", "评查", "140卷。")
    ]


def test_a_cell_over_two_rows_stands_before_what_is_beside_it():
    page = [(60.0, 586.0, SIZE, "案件"), *grid([("受理", "83件"), ("办结", "80件")], (200, 300))]
    beside = lines_drawn([592], left=180.0)
    drawn = lines_drawn([620, 564]) + beside

    assert texts(read(pdf([page], drawn=drawn), "年报.pdf")) == [
        *("案件", "受理", "83件", "办结", "80件")
    ]


SHORT_LINES = ["二、存在的不足和原因", "单位：件", "注：数据由各单位报送，经汇总审核"]


@pytest.mark.parametrize("line", SHORT_LINES)
@pytest.mark.parametrize(
    ("drawn", "left"),
    [("", 60.0), ("", 92.0), *((lines_drawn([620, 592, 564, 536, 508]), x) for x in (60.0, 200.0))],
)
def test_a_short_line_below_a_table_is_no_cell_of_it(line, drawn, left):
    """It crosses the room between two columns, which the table keeps."""
    table = grid(ROWS, (60, 140, 300, 420))
    below = [(left, 600.0 - LEAD * len(ROWS), SIZE, line)]
    document = read(pdf([table + below], drawn=drawn), "年报.pdf")

    cells = [one.text for one in document.paragraphs if one.place is FilePlace.TABLE]
    assert cells == [cell for row in ROWS for cell in row]
    assert texts(document)[-1] == line


def test_two_texts_beside_each_other_in_a_column_are_two_cells():
    """A heading over both columns leaves them one strip: their numbers do not run together."""
    head = [(60.0, 600.0, SIZE, "两年案件受理办结情况的对比"), (420.0, 600.0, SIZE, "同比")]
    rows = [["2023", "280", "3%"], ["2024", "317", "13%"], ["2025", "320", "1%"]]
    document = read(pdf([head + grid(rows, (60, 200, 420), 572.0)]), "年报.pdf")

    assert [text for text in texts(document) if text.isdecimal()] == [
        *("2023", "280", "2024", "317", "2025", "320")
    ]


def test_a_number_in_the_last_cell_is_no_page_number():
    document = read(pdf([grid([*ROWS, ["", "", "", "9"]], (60, 140, 300, 420))]), "年报.pdf")
    assert texts(document)[-1] == "9"


LISTS = {
    "marked": ["一、", "二、", "三、", "四、"],
    "dotted": ["2.1", "2.2", "2.3", "3"],
    "circled": ["①", "②", "③", "④"],
    "bare": ["1", "2", "3", "4"],
    "parts": ["第一部分", "第二部分", "第三部分", "第四部分"],
}


@pytest.mark.parametrize("numbers", LISTS.values(), ids=LISTS)
def test_numbers_of_a_list_that_stand_out_are_no_column(numbers):
    items = ["规范行政执法", "2024年评查案卷120卷。", "化解矛盾纠纷", "83件投诉全部办结。"]
    above = column("各项工作有序推进。" * 6, 60, 29 * SIZE)
    page = grid([*zip(numbers, items, strict=True)], (60, 160))
    document = read(pdf([above + page]), "年报.pdf")

    apart = "" if numbers[0][-1] in "、分" else " "
    joined = [number + apart + item for number, item in zip(numbers, items, strict=True)]
    assert all(one.place is FilePlace.BODY for one in document.paragraphs)
    assert texts(document)[1:] == joined


TWO_ON_A_LINE = {
    "number and signer": [("安府〔2025〕3号", "签发人：张三")],
    "contents": [("总体情况", "1"), ("主要做法", "2"), ("存在问题", "5"), ("下步打算", "9")],
    "two bodies": [("安澜县司法局", "安澜县财政局"), ("2025年2月6日", "2025年2月7日")],
    "letter by letter": ["法治政府报告"] * 2,
}


@pytest.mark.parametrize("rows", TWO_ON_A_LINE.values(), ids=TWO_ON_A_LINE)
def test_other_gaps_make_no_table(rows):
    places = (60, 380) if len(rows[0]) == 2 else range(60, 300, 40)
    page = grid(rows, places, 700.0)
    document = read(pdf([page]), "年报.pdf")
    assert {"tables", "columns"}.isdisjoint(counted(document))


WHITE = "BT 1 1 1 rg /F 16 Tf 144 700 Td <{}> Tj ET\n".format("97".encode("utf-16-be").hex())
AROUND = [(80.0, 700.0, SIZE, "受理８３"), (176.0, 700.0, SIZE, "件")]


def test_white_on_white_goes_on_no_number_and_is_told_of():
    document = read(pdf([AROUND], drawn=WHITE), "年报.pdf")

    assert document.text == "受理８３件"
    assert counted(document) == {"hidden_text": 2}


def test_white_on_a_coloured_area_is_read():
    area = "q 0.7 0 0 rg 140 690 34 30 re f Q\n"
    page = [(80.0, 700.0, SIZE, "受理"), (176.0, 700.0, SIZE, "件")]
    document = read(pdf([page], drawn=area + WHITE), "年报.pdf")

    assert document.text == "受理97件"
    assert not document.notices


@pytest.mark.parametrize("filled", ["/Pattern cs /None scn", "0 0 0 rg 1 1 1 RG 1 Tr"])
def test_what_is_painted_otherwise_than_it_says_is_judged_by_what_is_seen(filled):
    drawn = WHITE.replace("1 1 1 rg", filled)
    assert "受理８３" in read(pdf([AROUND], drawn=drawn), "年报.pdf").text


def test_a_thin_letter_of_white_text_on_a_dark_ground_is_read():
    area = "q 0.35 0.35 0.35 rg 75 690 400 30 re f Q\n"
    words = "Ill i.l, 1.1".encode("utf-16-be").hex()
    drawn = f"{area}BT 1 1 1 rg /F 16 Tf 80 700 Td <{words}> Tj ET\n"
    document = read(pdf([[(80.0, 600.0, SIZE, LEFT[:20])]], drawn=drawn), "年报.pdf")

    assert "Illi.l,1.1" in document.text.replace(" ", "")
    assert "hidden_text" not in counted(document)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_white_is_found_on_a_turned_page(degrees):
    turned = pdf([AROUND], drawn=WHITE).replace(b"/MediaBox", b"/Rotate %d/MediaBox" % degrees)
    assert counted(read(turned, "年报.pdf")) == {"hidden_text": 2}


def test_text_written_over_other_text_is_told_of():
    over = [(80.0, 700.0, SIZE, "受理８５件"), (112.0, 700.0, SIZE, "９７")]
    bold = [(80.0, 700.0, SIZE, "受理８５件"), (80.3, 700.0, SIZE, "受理８５件")]

    assert counted(read(pdf([over]), "年报.pdf")) == {"overlaid_text": 2}
    assert not counted(read(pdf([bold]), "年报.pdf"))


NOTE = "<</Type/Annot/Subtype/{}/Rect[100 600 200 620]/{} ({})>>"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (NOTE.format("FreeText", "Contents", "83"), {"written_on": 1}),
        (NOTE.format("Stamp", "Contents", "83"), {"written_on": 1}),
        (NOTE.format("Widget", "FT/Tx/V", "83"), {"written_on": 1}),
        (NOTE.format("Text", "Contents", "83"), {"note": 1}),
        (NOTE.format("FreeText", "Contents", " "), {}),
        (NOTE.format("Widget", "FT/Btn/V", "Off"), {}),
        (NOTE.format("Link", "Contents", "83"), {}),
        (
            NOTE.format("FreeText", "Contents", "1") + NOTE.format("Text", "Contents", "2"),
            {"written_on": 1, "note": 1},
        ),
    ],
)
def test_what_was_put_on_a_page_later_is_told_of(note, told):
    page = [(80.0, 700.0, SIZE, "受理件数如下。")]
    assert counted(read(pdf([page], noted=note), "年报.pdf")) == told


@pytest.mark.parametrize("across", [1, 2, 60])
def test_a_page_is_laid_out_in_linear_time(across):
    def chars(number):
        return [
            Char(
                "案",
                30.0 * (at % across),
                30.0 * (at % across) + 10,
                10_000 - 14.0 * (at // across),
                10,
            )
            for at in range(number)
        ]

    assert steps(chars, lambda made: lines_of(made, 0), 600) < LINEAR


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A function that has LibreOffice set a document."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("laid out")

    def printed(document):
        document.save(folder / "report.docx")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run(
            [*command, str(folder / "report.docx")], check=True, capture_output=True, timeout=120
        )
        return read((folder / "report.pdf").read_bytes(), "report.pdf")

    return printed


def test_columns_and_a_table_that_libreoffice_sets(office):
    document = python_docx.Document()
    document.styles["Normal"].font.size = Pt(12)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "425")
    properties = document.sections[0]._sectPr
    for old in properties.findall(qn("w:cols")):
        properties.remove(old)
    properties.append(columns)
    paragraphs = [
        f"（{n}）{text * 2}" for n, text in zip("一二三四", (LEFT, RIGHT) * 2, strict=True)
    ]
    for text in paragraphs:
        document.add_paragraph(text)
    assert texts(office(document)) == paragraphs

    document = python_docx.Document()
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    rows = [*ROWS, ["4", LEFT, "12", "15"]]
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    assert texts(office(document)) == [cell for row in rows for cell in row]
