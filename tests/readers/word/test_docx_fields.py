"""Fields of a Word file: their result is text, their code is none, and what has neither is told."""

import pytest
from tests.readers.word.word_files import (
    counted,
    opened,
    p,
    run,
    texts,
)

from nianbao.readers.word.symbols import symbol


def test_a_field_shows_its_result_and_not_its_code():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF 数 </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("83")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert texts(p(run("共") + field + run("件"))) == ["共83件"]


def test_a_field_inside_a_fields_code_is_not_text():
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("条件")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    outer = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("结果")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = opened(p(outer))

    assert document.text == "结果"
    assert counted(document) == {"field_code": 2}


def test_a_field_that_never_ends_does_not_swallow_the_report():
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert texts(p(broken + run("一")) + p(broken + run("二")) + p("三")) == ["一", "二", "三"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r" eq \o\ac(○,3) ", "③"),
        (r"EQ \o(12,◯)", "⑫"),
        (r"eq \o\ac(○,五)", "㊄"),
        (r"eq \f(1,3)", "1/3"),
        (" TC 目录项 ", ""),
    ],
)
def test_a_field_without_a_result_shows_what_word_works_out(instruction, shown):
    assert texts(p(run("甲") + field(instruction) + run("乙"))) == [f"甲{shown}乙"]


def test_what_a_field_shows_and_we_cannot_is_told():
    document = opened(p(run("甲") + field(r"eq \i(a,b)") + run("乙")))

    assert document.text == "甲乙"
    assert counted(document) == {"field_without_result": 1}


def field(instruction):
    """A field as Word leaves it when it works out the result each time."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{end}"


@pytest.mark.parametrize("instruction", [' SET 数 "99" ', ' ASK 数 "几件？" ', " set 数 99 "])
def test_a_result_that_word_keeps_for_others_is_not_text(instruction):
    kept = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("99")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert texts(p(run("共") + kept + run("83件"))) == ["共83件"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Times New Roman", "F038", "8"), ("宋体", "F041", "A"), ("Webdings", "F038", None)],
)
def test_a_character_of_a_text_font_in_the_private_area_is_that_character(font, code, shown):
    assert symbol(code, font) == shown


def test_a_simple_field_that_word_keeps_for_others_is_not_text():
    kept = f'<w:fldSimple w:instr=" SET 数 99 ">{run("99")}</w:fldSimple>'

    assert texts(p(run("共") + kept + run("83件"))) == ["共83件"]
