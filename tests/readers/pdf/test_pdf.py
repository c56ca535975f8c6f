"""A PDF's lines become paragraphs again; its page numbers and running heads go."""

from math import cos, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.pdf.pdf_files import pdf

from nianbao.errors import ReadingError
from nianbao.readers import read

SIZE, LEFT, COLUMNS = 16.0, 80.0, 27
TITLE = "安澜县人民政府关于二〇二五年法治政府建设情况的报告"
BODY = [
    "一、坚持党的领导",
    "全年新收行政复议申请八十三件，" * 7 + "完。",
    "短段。",
    "依法办理行政应诉案件二十六件，" * 12,
    "（一）存在的不足",
    "执法规范化水平有待提升，" * 5 + "止。",
]


def typeset(
    paragraphs: list[str], rows: int = 12, footer: str = "— {} —", head: str | tuple[str, ...] = ""
) -> bytes:
    """Return a PDF set as a report is: two characters of indent, lines of 27 characters."""
    lines = []
    for paragraph in paragraphs:
        text = "\u3000\u3000" + paragraph
        for start in range(0, len(text), COLUMNS):
            line = text[start : start + COLUMNS]
            indent = len(line) - len(line.lstrip("\u3000"))
            lines.append((LEFT + indent * SIZE, line.strip("\u3000")))
    pages = []
    for number, start in enumerate(range(0, len(lines), rows), 1):
        page = [
            (x, 740 - 28 * row, SIZE, text)
            for row, (x, text) in enumerate(lines[start : start + rows])
        ]
        page.append((280, 60, 12, footer.format(number)))
        if head:
            heads = (head,) if isinstance(head, str) else head
            page.append((LEFT, 800, 10, heads[number % len(heads)]))
        pages.append(page)
    return pdf(pages)


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data, "年报.pdf").paragraphs]


@pytest.mark.parametrize("rows", [5, 7, 12, 20])
def test_lines_join_to_paragraphs_also_across_pages(rows):
    assert texts(typeset(BODY, rows)) == BODY


@pytest.mark.parametrize("footer", ["— {} —", "- {} -", "{}", "第 {} 页"])
def test_page_numbers_go_and_are_counted(footer):
    document = read(typeset(BODY, 5, footer), "年报.pdf")

    assert [paragraph.text for paragraph in document.paragraphs] == BODY
    assert [n.count for n in document.notices if n.kind == "page_furniture"] == [4]


def test_a_running_head_goes_but_a_number_in_the_text_stays():
    assert texts(typeset([*BODY, "83"], 5, head="安澜县年度报告")) == [*BODY, "83"]


@pytest.mark.parametrize(
    ("heads", "rows"), [(("安澜县年度报告", "内部资料第36期"), 5), (("安澜县年度报告",), 12)]
)
def test_heads_of_odd_and_even_pages_or_of_two_pages_go(heads, rows):
    assert texts(typeset(BODY, rows, head=heads)) == BODY


def test_a_title_of_two_lines_is_one_centred_paragraph():
    page = [
        (LEFT + 3.5 * 22, 760, 22.0, TITLE[:13]),
        (LEFT + 4 * 22, 730, 22.0, TITLE[13:]),
        *(
            (LEFT, 680 - 28 * row, SIZE, "县人大常委会各位委员审议通过本报告全文内容并提出意见建")
            for row in range(4)
        ),
    ]

    found = read(pdf([page]), "年报.pdf").paragraphs

    assert (found[0].text, found[0].centred) == (TITLE, True)
    assert not found[1].centred


def test_characters_are_put_in_order_by_their_place():
    page = [
        (LEFT + 80, 700, SIZE, "政府"),
        (LEFT, 672, SIZE, "下一行"),
        (LEFT, 700, SIZE, "建设法治"),
    ]

    assert "".join(texts(pdf([page]))) == "建设法治政府下一行"


@pytest.mark.parametrize("ascent", ["880/Descent -120", "050/Descent -010", "000/Descent -000"])
def test_punctuation_stays_in_its_line_whatever_height_the_font_claims(ascent):
    lines = ["想为指导，深入学习、宣传；", "（一）2024年，一并推进。"]
    page = [(LEFT, 700 - 56 * row, SIZE, line) for row, line in enumerate(lines)]
    data = pdf([page]).replace(b"880/Descent -120", ascent.encode())

    assert texts(data) == lines


def test_letters_enlarged_by_the_page_and_not_by_their_font_are_as_large():
    def enlarged(x, y, text):
        return (0, 0, f"1 Tf 16 0 0 16 {x} {y} Tm /F 1", text)

    page = [enlarged(80, 700, "新收"), enlarged(112, 698, "83"), enlarged(144, 700, "件，")]

    assert texts(pdf([page])) == ["新收83件，"]


def across(left, y, width, thick=0.8):
    """A level bar, as office programs draw lines."""
    return f"{left} {y} {width} {thick} re f\n"


@pytest.mark.parametrize(
    "drawn",
    [across(112, 705, 32), across(112, 704, 32, 3.5), "1 w 112 706 m 144 706 l S\n"],
)
def test_what_a_line_is_drawn_through_goes_on_no_number(drawn):
    page = [(80, 700, SIZE, "新收"), (112, 700, SIZE, "８５"), (144, 700, SIZE, "８３件。")]

    document = read(pdf([page], drawn=drawn), "年报.pdf")

    assert [paragraph.text for paragraph in document.paragraphs] == ["新收８３件。"]
    assert ("struck_text", 2) in [(n.kind, n.count) for n in document.notices]


def test_what_an_annotation_strikes_out_goes_on_no_number():
    page = [(80, 700, SIZE, "新收８５８３件。")]
    corners = "112 714 144 714 112 698 144 698"
    struck = f"<</Type/Annot/Subtype/StrikeOut/Rect[112 698 144 714]/QuadPoints[{corners}]>>"

    assert texts(pdf([page], noted=struck)) == ["新收８３件。"]
    assert texts(pdf([page], noted=struck.replace("StrikeOut", "Highlight"))) == [
        "新收８５８３件。"
    ]


def turned(x, y, size, text, degrees):
    """Text at an angle, as a watermark."""
    c, s = (round(size * f(radians(degrees)), 3) for f in (cos, sin))
    return (0, 0, f"1 Tf {c} {s} {-s} {c} {x} {y} Tm /F 1", text)


@pytest.mark.parametrize("degrees", [45, 30, 90, 315])
def test_a_watermark_or_a_margin_s_text_mixes_into_no_line(degrees):
    page = [
        (80, 700, SIZE, "全年新收行政复议申请八十三件，"),
        (80, 672, SIZE, "办结八十件。"),
        turned(120, 660, 30, "内部12", degrees),
    ]

    document = read(pdf([page]), "年报.pdf")

    assert "".join(p.text for p in document.paragraphs) == (
        "全年新收行政复议申请八十三件，办结八十件。"
    )
    assert ("turned_text", 4) in [(n.kind, n.count) for n in document.notices]


@pytest.mark.parametrize(
    ("degrees", "first", "second"),
    [(90, (300, 80), (328, 80)), (270, (300, 700), (272, 700)), (180, (500, 300), (500, 328))],
)
def test_a_page_that_lies_on_its_side_is_read(degrees, first, second):
    lines = [
        turned(*first, SIZE, "全年新收行政复议申请八十三件。", degrees),
        turned(*second, SIZE, "办结八十件。", degrees),
    ]
    assert "".join(texts(pdf([lines]))) == "全年新收行政复议申请八十三件。办结八十件。"


@pytest.mark.parametrize("where", [(80, 900), (700, 700), (80, -40)])
def test_what_stands_beyond_the_page_is_not_read(where):
    page = [(80, 700, SIZE, "新收八十三件。"), (*where, SIZE, "九七")]

    document = read(pdf([page]), "年报.pdf")

    assert [paragraph.text for paragraph in document.paragraphs] == ["新收八十三件。"]
    assert ("hidden_text", 2) in [(n.kind, n.count) for n in document.notices]


def test_a_page_without_size_shows_all_that_stands_on_it():
    data = pdf([[(80, 700, SIZE, "新收八十三件。")]])
    assert texts(data.replace(b"[0 0 595 842]", b"[0 0 000 000]")) == ["新收八十三件。"]


def test_text_that_is_not_painted_is_read_on_a_scan_only():
    unpainted = [(80, 700, f"{SIZE} Tf 3 Tr /F {SIZE}", "新收行政复议申请等各类案件共八十三件。")]
    shown = [(80, 660, f"{SIZE} Tf 0 Tr /F {SIZE}", "办结八十件。")]

    assert texts(pdf([unpainted + shown])) == ["办结八十件。"]
    assert "共八十三件。" in texts(pdf([unpainted + shown], pictures=True))[0]


@pytest.mark.parametrize(
    "drawn",
    [
        across(80, 697, 112),  # an underline
        across(60, 720, 400) + across(60, 690, 400),  # a table's borders
        across(112, 705, 6),  # a short one, of a drawing
        across(112, 703, 32, 5),  # a bar
        f"112 705 32 {SIZE} re f\n",  # an area
    ],
)
def test_other_lines_strike_nothing_out(drawn):
    page = [(80, 700, SIZE, "新收８５件。")]

    document = read(pdf([page], drawn=drawn), "年报.pdf")

    assert [paragraph.text for paragraph in document.paragraphs] == ["新收８５件。"]
    assert "struck_text" not in {n.kind for n in document.notices}


def test_a_raised_digit_is_no_part_of_the_number():
    row = [
        (80, 700, SIZE, "受理"),
        (112, 700, SIZE, "8"),
        (120, 706, 8, "3"),
        (126, 700, SIZE, "件"),
    ]
    assert texts(pdf([row])) == ["受理8³件"]


def test_rare_characters_come_whole():
    assert texts(pdf([[(LEFT, 700, SIZE, "龙䶮镇𠮷村")]])) == ["龙䶮镇𠮷村"]


def test_a_page_that_is_a_picture_among_pages_of_text_is_told_of():
    plain = typeset(BODY, 20)
    both = pdf(
        [[(LEFT, 700, SIZE, "这一页有文字，字数超过二十个，所以不算是图片页面。")], []],
        pictures=True,
    )

    assert "picture_page" not in {n.kind for n in read(plain, "年报.pdf").notices}
    assert [n.count for n in read(both, "年报.pdf").notices if n.kind == "picture_page"] == [1]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damage_whatever_makes_a_traceback(data):
    body = bytearray(typeset(BODY[:2]))
    for _ in range(data.draw(st.integers(1, 8))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.sampled_from(b"0159 .-<>/"))
    kind = ""
    try:
        read(bytes(body), "年报.pdf")
    except ReadingError as refusal:
        kind = refusal.kind

    assert kind in ("", "truncated", "encrypted", "scan", "empty", "unreadable", "too-big")


def test_letters_too_small_to_measure_are_still_letters():
    assert texts(pdf([[(80, 700, 0.01, "法治政府")]])) == ["法治政府"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([[], []], pictures=True), "scan"),
        (pdf([[(280, 60, 12, "— 1 —")]], pictures=True), "scan"),
        (pdf([[]]), "empty"),
        (pdf([[(80, 700, 16, "密")]], locked=True), "encrypted"),
        (typeset(BODY)[:-200], "truncated"),
        (b"%PDF-1.5\nnothing\n%%EOF\n", "truncated"),
    ],
    ids=["scanned", "scanned with page numbers", "empty", "password", "cut off", "damaged"],
)
def test_what_cannot_be_read_is_refused_with_its_kind(data, kind):
    with pytest.raises(ReadingError) as refusal:
        read(data, "年报.pdf")

    assert refusal.value.kind == kind


def test_small_rows_with_other_numbers_at_the_edge_of_two_pages_stay():

    pages = [
        [
            (LEFT, 760, 9, f"行政许可{number}件"),
            *((LEFT, 700 - 28 * n, SIZE, "依法行政。") for n in range(4)),
        ]
        for number in (83, 97)
    ]

    assert {"行政许可83件", "行政许可97件"} <= set(texts(pdf(pages)))
