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
        (r" eq \o\ac(○,21) ", "㉑"),
        (r" eq \o\ac(○,51) ", "（51）"),
        (r" eq \o\ac(○,A) ", "Ⓐ"),
        (r" eq \o\ac(○,\s\do1(4)) ", "④"),
        (r" eq \f(受理数,总数) ", "受理数/总数"),
        (r" ADVANCE \d4 ", ""),
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


def field(instruction, result=None):
    """A field as Word leaves it when it works out the result each time, or with a result."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    shown = "" if result is None else separate + result
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{end}"


CIRCLED = r" eq \o\ac(○,1) "


@pytest.mark.parametrize(
    "written",
    [
        field(CIRCLED, ""),
        field(CIRCLED, "<w:r><w:rPr><w:b/></w:rPr></w:r>"),
        field(CIRCLED, run("")),
        field(CIRCLED, run("①")),
        f'<w:fldSimple w:instr="{CIRCLED}"/>',
        f'<w:fldSimple w:instr="{CIRCLED}">{run("")}</w:fldSimple>',
    ],
)
def test_what_word_works_out_is_shown_once_whether_a_result_is_there_or_an_empty_one(written):
    document = opened(p(run("甲") + written + run("乙")))

    assert document.text == "甲①乙"
    assert not counted(document)


def test_an_empty_result_of_other_fields_shows_nothing_and_is_not_told():
    document = opened(p(run("甲") + field(" REF 数 ", "") + run("乙")))

    assert document.text == "甲乙"
    assert not counted(document)


def test_a_reading_above_a_word_as_old_programs_write_it_leaves_the_word():
    above = r'eq \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(zhe),浙)'
    document = opened(p(run("甲") + field(above) + run("乙")))

    assert document.text == "甲浙乙"
    assert counted(document) == {"ruby": 3}


@pytest.mark.parametrize("part", ["dayShort", "monthLong", "yearLong"])
def test_a_day_that_word_works_out_is_told(part):
    document = opened(p(run("甲") + f"<w:r><w:{part}/></w:r>" + run("乙")))

    assert document.text == "甲乙"
    assert counted(document) == {"field_without_result": 1}


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


def typed(font, text):
    """A run in a font."""
    return run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


@pytest.mark.parametrize(
    ("font", "text", "shown", "unknown"),
    [
        ("Wingdings", "\uf081", "①", 0),
        ("Wingdings", "\uf0fe", "☑", 0),
        ("Wingdings", "l受理", "●受理", 0),
        ("Wingdings", "o", "□", 0),
        ("Wingdings", "83件", "□□件", 2),
        ("Wingdings 2", "R", "☑", 0),
        ("Wingdings 2", "\uf06a", "①", 0),
        ("Webdings", "a", "✔", 0),
        ("Symbol", "83%", "83%", 0),
        ("Symbol", "\uf0b7", "•", 0),
        ("Segoe UI Symbol", "R", "R", 0),
        ("宋体", "R", "R", 0),
        ("宋体", "\ue863", "\ue863", 1),
        ("Calibri", "\uf0b7", "\uf0b7", 1),
    ],
)
def test_letters_typed_in_a_font_of_signs_are_the_signs_and_what_no_one_knows_is_told(
    font, text, shown, unknown
):
    document = opened(p(run("甲") + typed(font, text) + run("乙")))

    assert document.text == f"甲{shown}乙"
    assert counted(document) == ({"symbol": unknown} if unknown else {})


SIGN = 'xmlns:s="http://schemas.microsoft.com/office/word/2015/wordml/symex"'


@pytest.mark.parametrize(
    "written",
    [
        f'<w:r><s:symEx {SIGN} s:font="宋体" s:char="2460"/></w:r>',
        '<w:r><mc:AlternateContent><mc:Choice Requires="s"><w:drawing/></mc:Choice><mc:Fallback>'
        '<w:sym w:font="Wingdings" w:char="F081"/></mc:Fallback></mc:AlternateContent></w:r>',
    ],
)
def test_a_sign_is_read_however_it_is_wrapped(written):
    assert texts(p(run("甲") + written + run("乙"))) == ["甲①乙"]


def test_a_simple_field_that_word_keeps_for_others_is_not_text():
    kept = f'<w:fldSimple w:instr=" SET 数 99 ">{run("99")}</w:fldSimple>'

    assert texts(p(run("共") + kept + run("83件"))) == ["共83件"]


@pytest.mark.parametrize(
    ("shown", "count"),
    [
        ("错误！未找到引用源。", 1),
        ("错误!未定义书签。", 1),
        ("错误: 找不到引用源", 1),
        ("Error! Reference source not found.", 1),
        ("Error: Reference source not found", 1),
        ("纠正错误！", 0),
    ],
)
def test_a_reference_whose_place_is_gone_is_told(shown, count):
    document = opened(p(f"见第{shown}页"))

    assert document.text == f"见第{shown}页"
    assert counted(document).get("broken_reference", 0) == count
