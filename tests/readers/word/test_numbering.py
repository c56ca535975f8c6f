"""The numbers that Word writes before list paragraphs are in the text."""

import pytest
from tests.readers.word.word_files import docx, level, listed, numbering, p

from nianbao.readers import read
from nianbao.readers.lists.number_formats import write_number

NUM = '<w:num w:numId="{0}"><w:abstractNumId w:val="0"/>{1}</w:num>'
CHAPTERS = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
)


def numbers(body: str, content: str, styles: str = "") -> list[str]:
    return [
        q.list_number for q in read(docx(body, numbering=content, styles=styles), "年报").paragraphs
    ]


def test_a_reports_outline_is_numbered_as_word_shows_it():
    body = (
        listed("举措", level=0) + listed("政治引领", level=1) + listed("学习", level=2)
        + listed("述法", level=2) + p("正文") + listed("决策", level=1) + listed("听证", level=2)
        + listed("不足", level=0) + listed("短板", level=1)
    )  # fmt: skip

    found = read(docx(body, numbering=numbering(*CHAPTERS)), "年报.docx").paragraphs

    assert [q.text for q in found] == [
        "一、举措",
        "（一）政治引领",
        "1.学习",
        "2.述法",
        "正文",
        "（二）决策",
        "1.听证",
        "二、不足",
        "（一）短板",
    ]
    assert all(q.text.startswith(q.list_number) for q in found)


def test_levels_may_show_the_levels_above_in_arabic():
    levels = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    body = listed("", level=0) + listed("", level=1) + listed("", level=2) + listed("", level=2)

    assert numbers(body, numbering(*levels)) == ["第一章", "一.1", "1.1.1", "1.1.2"]


def test_a_level_that_no_paragraph_used_shows_its_first_number():
    assert numbers(
        listed("", level=2), numbering(*CHAPTERS[:2], level(2, "decimal", "%1%2%3"))
    ) == ["一一1"]


def test_two_lists_of_one_definition_count_together_unless_one_starts_anew():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = NUM.format(1, "") + NUM.format(2, "") + NUM.format(3, override)
    body = "".join(listed("", num) for num in (1, 1, 2, 3, 3, 1))

    assert numbers(body, numbering(level(0, "decimal", "%1"), nums=nums)) == list("123123")


def test_a_list_may_change_a_level_of_its_definition():
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    body = listed("", 1) + listed("", 2)
    nums = NUM.format(1, "") + NUM.format(2, other)

    assert numbers(body, numbering(level(0, "decimal", "%1."), nums=nums)) == ["1.", "II)"]


@pytest.mark.parametrize(("restart", "last"), [("", "1"), ('<w:lvlRestart w:val="0"/>', "2")])
def test_a_level_begins_anew_under_each_heading_unless_told_otherwise(restart, last):
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%2", restart))
    body = listed("", level=0) + listed("", level=1) + listed("", level=0) + listed("", level=1)

    assert numbers(body, numbering(*levels))[-1] == last


def test_a_list_may_come_from_the_style_and_be_switched_off_by_the_paragraph():
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="条"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    in_style = '<w:pStyle w:val="B"/>'
    body = (
        p("一", in_style)
        + p("二", in_style + '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("三", in_style)
    )
    second_level = level(0, "decimal", "%1") + level(1, "decimal", "%2)", '<w:pStyle w:val="B"/>')

    assert numbers(body, numbering(second_level), styles) == ["1)", "", "2)"]


def test_a_list_style_is_followed_to_its_list():
    content = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "(%1)")}</w:abstractNum>'
        + NUM.format(1, "")
        + '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="l"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )

    assert numbers(listed("", 1) + listed("", 1), content, styles) == ["(1)", "(2)"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [("\uf0b7", "Symbol", "•"), ("l", "Wingdings", "•"), ("－", "宋体", "－"), ("", "", "")],
)
def test_a_bullet_is_shown_plainly(text, font, shown):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'

    assert numbers(listed(""), numbering(level(0, "bullet", text, fonts))) == [shown]


def test_a_list_that_is_not_defined_has_no_number():
    assert numbers(listed("", 99) + listed("", level=8), numbering(level(0, "decimal", "%1"))) == [
        "",
        "",
    ]
    assert [q.text for q in read(docx(listed("正文")), "年报.docx").paragraphs] == ["正文"]


def test_a_removed_paragraph_takes_no_number():
    gone = listed("", 1).replace("<w:pPr>", '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr>')

    assert numbers(listed("一") + gone + listed("二"), numbering(level(0, "decimal", "%1"))) == [
        "1",
        "2",
    ]


def test_a_number_cannot_be_longer_than_a_report():
    bomb = numbering(level(0, "decimal", "%1" * 100_000))

    assert len(numbers(listed(""), bomb)[0]) <= 100


def test_numbers_padded_with_zeros():
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="8"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )

    assert numbers(listed("") * 3, numbering(custom)) == ["008", "009", "010"]


@pytest.mark.parametrize(
    ("number_format", "written"),
    [
        ("decimal", "1 10 21 100"),
        ("chineseCounting", "一 十 二十一 一○○"),
        ("chineseCountingThousand", "一 十 二十一 一百"),
        ("japaneseCounting", "一 十 二十一 一百"),
        ("ideographDigital", "一 一〇 二一 一〇〇"),
        ("chineseLegalSimplified", "壹 壹拾 贰拾壹 壹佰"),
        ("ideographTraditional", "甲 癸 21 100"),
        ("decimalFullWidth", "１ １０ ２１ １００"),
        ("decimalEnclosedCircle", "① ⑩ 21 100"),
        ("decimalEnclosedParen", "⑴ ⑽ 21 100"),
        ("decimalZero", "01 10 21 100"),
        ("upperLetter", "A J U VVVV"),
        ("lowerLetter", "a j u vvvv"),
        ("upperRoman", "I X XXI C"),
        ("lowerRoman", "i x xxi c"),
        ("ordinal", "1st 10th 21st 100th"),
        ("none", "   "),
        ("nobodyKnowsThis", "1 10 21 100"),
    ],
)
def test_numbers_are_written_as_word_writes_them(number_format, written):
    assert " ".join(write_number(n, number_format) for n in (1, 10, 21, 100)) == written
