"""What a Word file says about itself: what stays behind, where remarks stand."""

import pytest
from jinja2 import TemplateSyntaxError

from nianbao.rendering.docx import comments, engine, names, neutral
from nianbao.rendering.docx.comments import WordComment
from nianbao.report.flow import Role, Span
from nianbao.report.remark import Remark


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ('<w:p w:rsidR="00A1" w:rsidRDefault="00B2" w14:paraId="7F" w14:textId="1">', "<w:p>"),
        ('<w:t>甲</w:t><w:proofErr w:type="spellStart"/>', "<w:t>甲</w:t>"),
        ('<w:commentRangeStart w:id="1"/>甲<w:commentRangeEnd w:id="1"/>', "甲"),
        ('<w:r><w:commentReference w:id="1"/></w:r><w:lastRenderedPageBreak/>', "<w:r></w:r>"),
        ('<w:p w:val="rsid">', '<w:p w:val="rsid">'),
    ],
)
def test_ids_by_which_word_tells_who_wrote_what_go(source, left):
    assert neutral.without_traces(source) == left


DATA = {"标题": "甲", "全文": [{"文": "乙", "标题": True}, {"文": "丙", "正文": False}], "数": 3}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{{ 标题 }}", ""),
        ("{{ 表题 }}", "表题"),
        ("{% for 段 in 全文 %}{{ 段.文 }}{% if 段.标题 or 段.正文 %}{% endif %}{% endfor %}", ""),
        ("{% for 段 in 全文 %}{{ 段.纹 }}{% endfor %}", "纹"),
        ("{% for 段 in 全文 %}{% if 段.标提 %}{% endif %}{% endfor %}", "标提"),
        ("{% for 段 in 全纹 %}{% endfor %}", "全纹"),
        ("{% for 段 in 全文 if 段.标 %}{% endfor %}", "标"),
        ("{% for 段 in 全文 %}{{ loop.index }}{% else %}{{ 无 }}{% endfor %}", "无"),
        ("{% for 段 in 全文 %}{% endfor %}{{ 段 }}", "段"),
        ("{{ 全文[0]['文'] }}{{ 全文[0]['纹'] }}", "纹"),
        ("{% set 新 = 标题 %}{{ 新 }}", ""),
        ("{% set 新 = 旧 %}{{ 新 }}", "旧"),
        ("{{ 没有|default('—') }}", ""),
        ("{{ 没有|default(也没有) }}", "也没有"),
        ("{% if 没有 is defined %}{{ 标题 }}{% endif %}", ""),
        ("{% if 标题 is number %}{% endif %}{{ 没有|upper }}", "没有"),
        ("{% if false %}{{ 没有 }}{% endif %}", "没有"),
        ("{{ range(数) }}", ""),
        ("{{ 标题.长 }}", ""),
        ("{% macro 写(甲) %}{{ 甲 }}{% endmacro %}{{ 写(标题) }}", ""),
    ],
)
def test_a_name_that_the_data_does_not_have_is_found_wherever_it_stands(source, name):
    assert names.unknown(source, DATA, engine.environment()) == name


def test_what_cannot_be_read_is_no_question_of_names():
    with pytest.raises(TemplateSyntaxError):
        names.unknown("{% for %}", DATA, engine.environment())


def line(*parts):
    return tuple(Span(role=Role.TEXT, piece=piece, text=text) for piece, text in parts)


def test_remarks_stand_on_their_words_in_reading_order():
    lines = [line(("a", "甲乙甲"), ("b", "甲")), line(("a", "甲"))]
    remarks = [
        Remark(piece="b", text="甲", said="五"),
        Remark(piece="a", text="甲", said="一"),
        Remark(piece="a", text="甲", said="二"),
        Remark(piece="a", text="乙甲", said="三"),
        Remark(piece="a", text="甲", said="四"),
        Remark(piece="a", text="甲", said="没有第四处"),
        Remark(piece="c", text="甲", said="没有这一处"),
        Remark(piece="b", text="(", said="没有这些字"),
    ]
    found = comments.notes(lines, remarks)
    assert found == [
        WordComment(paragraph=0, start=0, stop=1, said="一"),
        WordComment(paragraph=0, start=1, stop=3, said="三"),
        WordComment(paragraph=0, start=2, stop=3, said="二"),
        WordComment(paragraph=0, start=3, stop=4, said="五"),
        WordComment(paragraph=1, start=0, stop=1, said="四"),
    ]
    assert [one.of(["甲乙甲甲", "甲"]) for one in found] == ["甲", "乙甲", "甲", "甲", "甲"]
