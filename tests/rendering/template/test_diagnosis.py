"""Templates made by hand: the tag that is wrong is named, and lengths are read as they stand."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from nianbao.rendering.docx import diagnosis, engine, geometry
from nianbao.report.page import Align

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def part(*texts):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def template(*texts, **parts):
    data = BytesIO()
    with ZipFile(data, "w") as package:
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
        package.writestr("word/document.xml", part(*texts))
    return data.getvalue()


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("文字", "{{ 标题 }", "乙"), "第2段的标记“{{ 标题 }”写得不对。"),
        (("{ 标题 }",), "第1段的标记“{ 标题 }”写得不对。"),
        (("甲", " { 段.文 } "), "第2段的标记“{ 段.文 }”写得不对。"),
        (("｛｛ 标题 ｝｝",), "第1段的标记“｛ 标题 ｝”写得不对。"),
        (("甲 }} 乙",), "第1段的标记“}}”写得不对。"),
        (("｛甲｝",), "第1段的标记“｛甲｝”写得不对。"),
    ],
)
def test_braces_that_were_meant_for_a_tag_are_named(texts, said):
    wrong = diagnosis.mistyped(template(*texts), "模板.docx", {"标题", "文"})
    assert wrong.what == f"模板“模板.docx”{said}"
    assert wrong.do


@pytest.mark.parametrize(
    "text", ["", "{{ 标题 }}", "{% if 标题 %}甲{% endif %}", "{ 甲 }", "{# 注 #}"]
)
def test_braces_that_are_well_are_left(text):
    assert diagnosis.mistyped(template(text), "模板.docx", {"标题"}) is None


def test_headers_are_counted_by_themselves_and_come_after_the_body():
    made = template("{{ 标题 }}", header2=part("甲", "{{ 标题 }"), comments=part("{{ 标题 }"))
    wrong = diagnosis.mistyped(made, "模板.docx", {"标题"})
    assert "页眉第2段的标记“{{ 标题 }”" in wrong.what
    both = template("{{ 标题 }", header2=part("{{ 标题 }"))
    assert "”第1段的标记" in diagnosis.mistyped(both, "模板.docx", set()).what


def refused(error, *texts):
    return diagnosis.refused(error, template(*texts), "模板.docx", engine.environment()).what


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("{% for 段 在 全文 %}",), "第1段的标记“{% for 段 在 全文 %}”写得不对。"),
        (("{{ 标题| }}",), "第1段的标记“{{ 标题| }}”写得不对。"),
        (("{%p if 甲 %}", "{{ 甲 }}"), "第1段的标记“{%p if 甲 %}”不成对。"),
        (
            ("{% if 甲 %}", "{% for 乙 in 丙 %}", "{% endif %}"),
            "第2段的标记“{% for 乙 in 丙 %}”不成对。",
        ),
        (("甲", "{% endif %}"), "第2段的标记“{% endif %}”不成对。"),
        (("{% else %}",), "第1段的标记“{% else %}”不成对。"),
        (("{{ 甲 }}",), "里有一处标记不成对。"),
    ],
)
def test_a_template_that_cannot_be_read_is_told_where(texts, said):
    found = refused(TemplateSyntaxError("x", 1), *texts)
    assert found == f"模板“模板.docx”{said}"


def test_a_name_that_is_not_known_is_named_where_it_stands():
    texts = ("{{ 标题 }}", "{{ 表题 }}")
    assert refused(diagnosis.NotInDataError("表题"), *texts).endswith(
        "第2段的标记“{{ 表题 }}”用了不认识的名称。"
    )
    assert refused(UndefinedError("'标题' is undefined"), *texts).endswith(
        "第1段的标记“{{ 标题 }}”用了不认识的名称。"
    )
    assert refused(ZeroDivisionError("x"), *texts).endswith("里有一处标记算不出结果。")


LOOP = (
    "<w:p><w:r><w:t>{%p if 段.标题 %}</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>{{ 段.文 }}</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>{%p else %}</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:jc w:val="right"/><w:ind w:left="240"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="30"/></w:rPr><w:t>{{ 段.文 }}</w:t></w:r></w:p>'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="12000" w:h="17000"/>'
    '<w:pgMar w:left="1000" w:right="2000" w:top="-1500" w:bottom="500"/></w:sectPr>'
)
STYLES = (
    f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="580" w:lineRule="exact"/></w:pPr>'
    '<w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="标题样式"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:keepNext/><w:contextualSpacing w:val="0"/><w:jc w:val="center"/>'
    '<w:spacing w:line="1" w:lineRule="auto" w:before="10" w:after="20"/>'
    '<w:ind w:leftChars="200" w:left="5" w:right="7" w:hanging="320"/></w:pPr>'
    '<w:rPr><w:sz w:val="44"/><w:spacing w:val="-4"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:name w:val="待填"/>'
    '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="D"><w:name w:val="别的"/></w:style></w:styles>'
)


def made(styles=STYLES, loop=LOOP):
    document = f"<w:document {W}><w:body>{loop}{SECTION}</w:body></w:document>"
    data = BytesIO()
    with ZipFile(data, "w") as package:
        package.writestr("word/document.xml", document)
        package.writestr("word/styles.xml", styles)
    return geometry.of(data.getvalue(), "模板.docx")


def test_a_style_is_read_with_what_it_is_based_on():
    title = made().form("标题")
    assert (title.face, title.size, title.spacing) == ("仿宋", 440, -4)
    assert (title.left, title.right, title.first) == (2 * 440, 7, -320)
    assert (title.before, title.after, title.align) == (10, 20, Align.CENTRE)
    assert (title.stays, title.once, title.foot) == (True, False, False)
    assert title.pitch == round(440 * 1.3)  # its line is as high as its characters need


def test_what_is_written_on_a_paragraph_goes_before_its_style():
    body = made().body
    assert (body.face, body.size, body.pitch) == ("仿宋", 300, 580)
    assert (body.align, body.left, body.first, body.stays) == (Align.RIGHT, 240, 0, False)


def test_without_a_form_of_its_own_the_text_has_that_of_the_default_style():
    body = made(loop=LOOP.partition("<w:p><w:r><w:t>{%p else")[0]).body
    assert (body.face, body.size, body.align, body.left) == ("仿宋", 320, Align.BOTH, 0)


def test_the_page_is_that_of_the_section():
    page = made().page
    assert (page.paper, page.top, page.left) == ((12000, 17000), 1500, 1000)
    assert (page.text_width, page.text_height, page.pitch) == (9000, 15000, 580)
    assert page.number.size == 320  # without a style of its own, the default one


def test_character_styles_with_a_font_are_known_by_their_names():
    assert dict(made().faces) == {"待填": "黑体"}


def test_styles_that_are_based_on_each_other_come_to_an_end():
    circle = STYLES.replace(
        '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="T"/>'
    )
    assert made(circle).form("标题").size == 440
