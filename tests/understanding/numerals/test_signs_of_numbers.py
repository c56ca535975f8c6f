"""Whatever sign of a number touches a figure, it is read with it or the whole is asked about."""

import re
import sys
import unicodedata

import pytest

from nianbao.report.numeral import NumeralKind
from nianbao.report.writing.chinese import CAPITALS, NUMERALS
from nianbao.report.writing.fold import folded
from nianbao.resource import load
from tests.understanding.accounts import accounted, read

WORDS = load("look_alikes")["no_numerals"]
MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹"  # of notes, behind a word or a number
SIGNS = [
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if unicodedata.numeric(char, None) is not None
    and not folded(char).isdecimal()
    and folded(char) not in NUMERALS + CAPITALS + WORDS
]


def wrong(text, signs):
    """Return the signs with which a text has a figure or leaves them unsaid."""
    found = {sign: read(text.format(sign)) for sign in signs}
    for sign, said in found.items():
        accounted(text.format(sign), said.numerals)
    return [sign for sign, said in found.items() if said.figures or not is_asked(sign, said)]


def is_asked(sign, said):
    return any(folded(sign) in one.text for one in said.numerals if one.kind is NumeralKind.ASKED)


@pytest.mark.parametrize(
    "text", ["投入经费{}5亿元。", "调解纠纷{}5件。", "调解纠纷{}二件。", "选派律师{}名。"]
)
def test_a_sign_before_a_number_is_asked_about_with_it(text):
    assert len(SIGNS) > 900
    assert wrong(text, [sign for sign in SIGNS if sign not in MARKS]) == []


def test_a_sign_behind_a_number_is_asked_about_with_it_or_is_the_mark_of_a_note():
    quoted = re.compile(f"[{load('look_alikes')['item_signs']}{MARKS}]")

    assert [sign for sign in wrong("调解纠纷5{}件。", SIGNS) if not quoted.match(sign)] == []
    assert [sign for sign in wrong("调解纠纷五{}件。", SIGNS) if not quoted.match(sign)] == []


@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_is_also_a_number_is_no_part_of_it(word):
    assert [str(one.number.value) for one in read(f"{word}5家企业落户。").figures] == ["5"]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("调解纠纷〸件。", 10),
        ("调解纠纷〹二件。", 22),
        ("调解纠纷卄五件。", 25),
        ("调解纠纷〺六件。", 36),
        ("调解纠纷弍拾件。", 20),
        ("拨付亖万元。", 40000),
        ("拨付壱佰万元。", 1000000),
    ],
)
def test_other_writings_of_chinese_numerals_are_read(text, worth):
    assert [one.number.value for one in read(text).figures] == [worth]


@pytest.mark.parametrize(
    "text",
    [
        "①5个部门联合执法；②3家单位整改。",
        "一是统一⒈标准，二是统一⒉流程。",
        "要求五统一①标准②流程。",
        "⒈2024年，开展培训8场。",
        "立案83¹件，办结75②件。",
        "办结75件①，审结8件。",
        "Ⅲ类医疗器械、Ⅱ级响应8次。",
        "面积1200㎡，二氧化碳CO₂减排8吨。",
        "北京5家、队伍8支、陌生人3名。",
        "（一）①规范执法②加强监督。",
        "附件①5份、表②8张，见③8件。",
        "完成ⅩⅤ章第①条8项任务。",
    ],
)
def test_signs_of_items_and_notes_are_no_part_of_a_number(text):
    asked = [one.text for one in read(text).numerals if one.kind is NumeralKind.ASKED]

    assert asked == []
