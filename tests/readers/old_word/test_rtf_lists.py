"""List numbers of an RTF file are those that it shows; nothing else of it changes."""

import shutil

import pytest
from tests.growing import LINEAR_IN_TIME, seconds

from nianbao.readers import CONVERTED, read_converted, to_docx
from nianbao.readers.old_word.rtf_lists import with_numbers

HEAD = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}"
    rb"{\*\listtable{\list\listid1{\listlevel\levelnfc0\levelstartat1"
    rb"{\leveltext\'02\'00.;}{\levelnumbers\'01;}}}}"
    rb"{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}"
)


def numbered(number: bytes, text: bytes, level: int = 0) -> bytes:
    shown = rb"{\listtext\pard\plain\f0 " + number + rb"\tab}"
    return rb"\pard" + shown + rb"\ilvl%d\ls1 \f0 " % level + text + rb"\par" + b"\n"


PART = rb"\'d2\'bb\'a1\'a2"  # 一、
SECOND = rb"\u20108?\u12289?"  # 二、


def test_the_number_that_is_shown_becomes_text_and_is_not_counted_again():
    found = with_numbers(HEAD + numbered(PART, b"A") + numbered(rb"1.", b"120", 1) + b"}")

    assert rb"{\f0 \'d2\'bb\'a1\'a2}" in found
    assert rb"{\f0 1. }" in found  # 1. and 120 are not 1.120
    assert b"listtext" not in found
    assert rb"\ls1" not in found


@pytest.mark.parametrize(
    "rtf",
    [
        rb"{\rtf1 \pard\ls1 A\par}",
        rb"{\rtf1 {\listtext never ends",
        rb"{\rtf1 \{\listtext is typed\}}",
        rb"{\rtf1 \lsdlocked0 A}",
        b"",
    ],
)
def test_what_shows_no_number_stays_as_it_is(rtf):
    assert with_numbers(rtf) == rtf


def test_an_old_list_is_not_counted_beside_its_number():
    old = rb"{\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pndec{\pntxta .}}A\par"
    assert with_numbers(rb"{\rtf1 " + old + b"}") == rb"{\rtf1 {\f0 1. }A\par}"


@pytest.mark.parametrize("piece", [rb"{\listtext 1.\tab}", rb"{\listtext", rb"\{", b"{" * 50])
def test_numbers_are_found_in_linear_time(piece):
    assert seconds(lambda many: piece * many, with_numbers, 300) < LINEAR_IN_TIME


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_chinese_numbers_survive_the_conversion():
    body = numbered(PART, rb"\'c4\'da\'c8\'dd") + numbered(SECOND, rb"\'c4\'da\'c8\'dd")
    body += numbered(rb"1.", rb"120\'be\'ed", 1)
    data = to_docx(HEAD + body + b"}", "年报.rtf", ".rtf")
    document = read_converted(data, "年报.rtf", CONVERTED[".rtf"])

    texts = [one.text for one in document.paragraphs if one.text]
    assert texts == ["一、内容", "二、内容", "1. 120卷"]
