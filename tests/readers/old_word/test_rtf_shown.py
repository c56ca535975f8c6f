"""What an RTF file or a Word 2003 file showed is read, not what a program works out today."""

import shutil

import pytest
from tests.growing import LINEAR_IN_TIME, seconds

from nianbao.readers import CONVERTED, read_converted, to_docx
from nianbao.readers.old_word.rtf_shown import with_shown

HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\pard\f0 "
YEAR = rb"\'c4\'ea"  # 年
FIELDS = [
    rb"DATE \\@ yyyy",
    rb"TIME \\@ yyyy",
    rb"SAVEDATE \\@ yyyy",
    rb"CREATEDATE",
    rb"NUMPAGES",
    rb"NUMWORDS",
    rb"FILENAME",
    rb"TITLE",
    rb"SEQ a",
    rb"=SUM(ABOVE)",
    rb"MERGEFIELD a",
    rb'HYPERLINK "http://a.example/12"',
]
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def field(instruction: bytes, result: bytes) -> bytes:
    return rb"{\field\flddirty{\*\fldinst {\f0 " + instruction + rb"}}{\fldrslt{" + result + b"}}}"


@pytest.mark.parametrize("instruction", FIELDS)
def test_a_field_becomes_what_it_showed(instruction):
    found = with_shown(HEAD + field(instruction, b"2024") + YEAR + rb"\par}")

    assert found == HEAD + b"{{2024}}" + YEAR + rb"\par}"


def test_a_field_inside_of_another_ones_result_is_what_it_showed_too():
    inner = field(b"PAGEREF a", b"12")

    assert with_shown(b"{" + field(b"TOC", b"A " + inner + b" B") + b"}") == b"{{{A {{12}} B}}}"


def test_text_in_two_versions_is_read_once():
    twice = rb"{\upr{A?}{\*\ud{A\u30002?}}}B"

    assert with_shown(b"{" + twice + b"}") == rb"{{{A\u30002?}}B}"


def test_text_that_was_moved_away_is_not_read_where_it_was():
    assert with_shown(rb"{A{\mvf 12}{\mvt 12}B}") == rb"{A{\mvt 12}B}"


@pytest.mark.parametrize(
    "rtf",
    [
        rb"{\rtf1 \pard A\par}",
        rb"{{\field{\*\fldinst{EQ \\o(O,1)}}{\fldrslt }}A}",
        rb"{{\field{\*\fldinst{DATE",
        rb"{\{\field{\}A}",
        rb"}}{\field}",
        b"",
    ],
)
def test_what_shows_nothing_else_stays_as_it_is(rtf):
    assert with_shown(rtf) == rtf


@pytest.mark.parametrize(
    "piece", [rb"{\field{\*\fldinst A}{\fldrslt B}}", b"{", b"}", rb"{\upr{", rb"{\mvf \{"]
)
def test_fields_are_found_in_linear_time(piece):
    assert seconds(lambda many: rb"\field" + piece * many, with_shown, 300) < LINEAR_IN_TIME


@needs_office
def test_a_date_that_was_shown_is_not_todays():
    body = field(rb"DATE \\@ yyyy", b"2024") + YEAR + rb"\par " + field(b"NUMPAGES", b"36")
    document = read_converted(
        to_docx(HEAD + body + rb"\par}", "年报.rtf", ".rtf"), "年报.rtf", "RTF"
    )

    assert [one.text for one in document.paragraphs if one.text] == ["2024年", "36"]


@needs_office
def test_word_2003_shows_its_own_date_too():
    run = "<w:r><w:t>{}</w:t></w:r>"
    text = f"""<w:fldSimple w:instr=' DATE \\@ "yyyy" '>{run.format("2024")}</w:fldSimple>"""
    data = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
        f"<w:body><w:p>{text}{run.format('年')}</w:p></w:body></w:wordDocument>"
    )
    docx = to_docx(data.encode(), "年报.xml", ".xml")
    document = read_converted(docx, "年报.xml", CONVERTED[".xml"])

    assert [one.text for one in document.paragraphs if one.text] == ["2024年"]
