"""Digits that a Word file shows apart from their neighbours go on no number beside them."""

import pytest
from tests.readers.word.word_files import docx, p, run

from nianbao.readers import read

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
STYLES = (
    '<w:style w:type="character" w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="older"><w:basedOn w:val="old"/></w:style>'
    '<w:style w:type="character" w:styleId="mark">'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def opened(body):
    return read(docx(body, styles=STYLES), "年报.docx")


def texts(body):
    return [paragraph.text for paragraph in opened(body).paragraphs]


@pytest.mark.parametrize("style", ["old", "older"])
def test_text_that_its_style_strikes_out_stays_out(style):
    struck = run("85", f'<w:rStyle w:val="{style}"/>')
    document = opened(p(run("受理") + struck + run("83件")))
    assert document.text == "受理83件"
    assert [(n.kind, n.count) for n in document.notices] == [("struck_text", 2)]


def test_what_a_run_says_goes_before_its_style():
    shown = run("83", '<w:rStyle w:val="old"/><w:strike w:val="0"/>')
    level = run("6", '<w:rStyle w:val="mark"/><w:vertAlign w:val="baseline"/>')
    assert texts(p(run("受理") + shown + run("件，办结7") + level + run("件"))) == [
        "受理83件，办结76件"
    ]


@pytest.mark.parametrize(
    "look", ['<w:rStyle w:val="mark"/>', '<w:position w:val="12"/>', '<w:position w:val="6"/>']
)
def test_a_digit_raised_by_style_or_position_is_a_mark(look):
    assert texts(p(run("受理8") + run("3", look) + run("件"))) == ["受理8³件"]


@pytest.mark.parametrize("value", ["2", "-6", "0", "x", ""])
def test_a_digit_moved_a_little_or_down_is_a_digit(value):
    moved = run("3", f'<w:position w:val="{value}"/>')
    assert texts(p(run("受理8") + moved + run("件"))) == ["受理83件"]


def formula(inside):
    return f"<m:oMath {M}>{inside}</m:oMath>"


def number(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<m:f><m:num>{number(1)}</m:num><m:den>{number(3)}</m:den></m:f>", "1/3"),
        (f"<m:sSup><m:e>{number(8)}</m:e><m:sup>{number(3)}</m:sup></m:sSup>", "8³"),
        ("<m:r><w:rPr><w:b/></w:rPr><m:t>83÷97</m:t></m:r>", "83÷97"),
        (f"<w:del>{number(85)}</w:del>{number(83)}", "83"),
    ],
)
def test_a_formula_is_read_as_one_line_and_told_of(inside, text):
    document = opened(p(run("比例为") + formula(inside) + run("的案件")))
    assert document.text == f"比例为{text}的案件"
    assert ("formula", 1) in [(n.kind, n.count) for n in document.notices]


def test_a_large_first_character_is_part_of_its_paragraph():
    drop = p(run("2"), '<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert texts(drop + p("024年办理83件。") + p("完。")) == ["2024年办理83件。", "完。"]


def test_word_art_is_read_as_a_box_is():
    art = '<w:r><w:pict><v:shape><v:textpath string="安澜县人民政府文件"/></v:shape></w:pict></w:r>'
    assert [one for one in texts(p(art) + p("正文83件")) if one] == [
        "安澜县人民政府文件",
        "正文83件",
    ]
