"""The Word template is the official's: what may be changed in it, and what is refused, how."""

import importlib.util
import zipfile
from pathlib import Path

import pytest
from docx import Document
from tests.rendering.samples import body, edited, element, heading, plain_text, sample

from nianbao import shipped
from nianbao.errors import OutputError
from nianbao.rendering import write_docx
from nianbao.rendering.docx import engine, readback
from nianbao.report import flow
from nianbao.report.model import ElementKind

TEMPLATE = shipped.path("templates", "公文.docx")
RED = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
BODY = '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t xml:space="preserve">{{ 段.文 }}'
LETTERHEAD = "<w:p><w:r><w:t>安澜县人民政府文件</w:t></w:r></w:p>"


def test_the_template_is_what_build_makes():
    spec = importlib.util.spec_from_file_location("build", TEMPLATE.with_name("build.py"))
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    with zipfile.ZipFile(TEMPLATE) as package:
        found = {name: package.read(name).decode() for name in package.namelist()}

    assert {name: xml.partition("\n")[2] for name, xml in found.items()} == build.parts()


def test_each_tag_stands_in_one_run():
    for paragraph in Document(TEMPLATE).paragraphs:
        assert len(paragraph.runs) == 1
        assert paragraph.text.count("{") in (1, 2)


def test_a_letterhead_and_a_closing_may_be_added(tmp_path):
    template = edited(
        TEMPLATE, tmp_path / "本县.docx", document=("<w:body>", "<w:body>" + LETTERHEAD)
    )
    write_docx(sample(), tmp_path / "报告.docx", template=template)

    assert plain_text(tmp_path / "报告.docx") == "安澜县人民政府文件\n" + flow.text(sample())


def test_formatting_put_on_a_tag_is_kept_for_its_text(tmp_path):
    red = BODY.replace("<w:r>", f"<w:r>{RED}")
    template = edited(TEMPLATE, tmp_path / "本县.docx", document=(BODY, red))
    write_docx([body("共【待填：件数】件")], tmp_path / "报告.docx", template=template)
    runs = Document(tmp_path / "报告.docx").paragraphs[0].runs

    assert [run.text for run in runs] == ["共", "【待填：件数】", "件"]
    assert {str(run.font.color.rgb) for run in runs} == {"FF0000"}
    assert [run.font.highlight_color is not None for run in runs] == [False, True, False]


def test_a_tag_that_word_has_torn_apart_still_works(tmp_path):
    torn = BODY.replace(
        "{{ 段.文 }}",
        '{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:rPr>'
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve"> 段</w:t></w:r>'
        "<w:r><w:t>.文 }}",
    )
    template = edited(TEMPLATE, tmp_path / "本县.docx", document=(BODY, torn))
    write_docx(sample(), tmp_path / "报告.docx", template=template)

    assert plain_text(tmp_path / "报告.docx") == flow.text(sample())


def test_styles_are_found_by_name_whatever_word_calls_them(tmp_path):
    template = edited(TEMPLATE, tmp_path / "a.docx", styles=('w:styleId="Run2"', 'w:styleId="a7"'))
    write_docx([heading(2, "（一）标题。", then="正文")], tmp_path / "报告.docx", template=template)
    first = Document(tmp_path / "报告.docx").paragraphs[0].runs[0]

    assert first.style.name == "二级标题字"


def test_the_title_can_be_used_elsewhere(tmp_path):
    template = edited(
        TEMPLATE,
        tmp_path / "a.docx",
        footer1=('<w:t xml:space="preserve">— </w:t>', "<w:t>{{ 标题 }}</w:t>"),
    )
    lines = [element(ElementKind.TITLE, "R&D{{ 1 }}报告")]
    write_docx(lines, tmp_path / "报告.docx", template=template)
    document = Document(tmp_path / "报告.docx")

    assert document.sections[0].footer.paragraphs[0].text.startswith("R&D{{ 1 }}报告")
    assert document.core_properties.title == "R&D{{ 1 }}报告"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ 段.文 }}", "{{ 段.文", "第4段的标记“{{ 段.文”写得不对"),
        ("{{ 段.文 }}", "{{ 段. }}", "第4段的标记“{{ 段. }}”写得不对"),
        ("{{ 段.文 }}", "{{ 段.文|大写 }}", "第4段的标记“{{ 段.文|大写 }}”不能执行"),
        ("{{ 段.文 }}", "{{ 段.内容 }}", "第4段的标记“{{ 段.内容 }}”用了不认识的名称"),
        ("{{ 段.文 }}", "{{ 文 }}", "第4段的标记“{{ 文 }}”用了不认识的名称"),
        (
            "{%p if 段.标题 %}",
            "{%p if 段.标踢 %}",
            "第3段的标记“{%p if 段.标踢 %}”用了不认识的名称",
        ),
        ("{%p if 段.标题 %}", "{%p if 段.标题 }", "第3段的标记“{%p if 段.标题 }”写得不对"),
        ("{%p if 段.标题 %}", "{% if 段.标题 %}", "第3段的标记“{% if 段.标题 %}”和它的另一半不"),
        ("{%p endif %}", "完", "第3段的标记“{%p if 段.标题 %}”不成对"),
        ("{%p endfor %}", "完", "第2段的标记“{%p for 段 in 全文 %}”不成对"),
        ("{%p else %}", "{%p els %}", "第29段的标记“{%p els %}”写得不对"),
        ("{{ 段.文 }}", "{{ 段.文.__class__.__mro__ }}", "第4段的标记“"),
        ("{{ 段.文 }}", "{{ 1/0 }}", "第4段的标记“{{ 1/0 }}”算不出结果"),
        ("{{ 段.文 }}", "{{ 段.update({}) }}", "第4段的标记“{{ 段.update({}) }}”不能执行"),
        ("{{ 段.文 }}", "{% include '/etc/passwd' %}", "第4段的标记“{% include"),
        ("{{ 段.文 }}", "{{r 段.文 }}", "第4段的标记“{{r 段.文 }}”写得不对"),
        ("{%p if 段.标题 %}", "甲{%p if 段.标题 %}", "第3段的标记“{%p if 段.标题 %}”不能和别的"),
        ("{{ 段.文 }}", "{{ " + "(" * 900 + "段" + ")" * 900 + " }}", "第4段的标记“{{ ((((("),
        ("{{ 段.文 }}", "{% if 段 %}" * 120 + "{% endif %}" * 120, "第4段的标记“{% if 段 %}"),
    ],
)
def test_a_wrong_tag_is_named_and_nothing_is_written(tmp_path, old, new, said):
    template = edited(TEMPLATE, tmp_path / "本县.docx", document=(old, new))

    with pytest.raises(OutputError) as refused:
        write_docx(sample(), tmp_path / "报告.docx", template=template)

    assert f"模板“本县.docx”{said}" in str(refused.value)
    assert not (tmp_path / "报告.docx").exists()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"not a zip", "empty zip", "other zip"], ids=str
)
def test_what_is_no_word_template_is_refused(tmp_path, content):
    path = tmp_path / "本县.docx"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(path, "w") as package:
            if content == "other zip":
                package.writestr("a.txt", "甲")

    with pytest.raises(OutputError, match=r"模板“本县\.docx”不是完好的Word文档"):
        write_docx(sample(), tmp_path / "报告.docx", template=path)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 段.文|safe }}",
        "{{ 段.文|urlize }}",
        "{{ 段.文|e }}",
        "{% autoescape false %}{{ 段.文 }}{% endautoescape %}",
        "{% filter safe %}{{ 段.文 }}{% endfilter %}",
    ],
)
def test_a_text_is_never_taken_for_xml(tmp_path, tag):
    template = edited(TEMPLATE, tmp_path / "a.docx", document=("{{ 段.文 }}", tag))
    lines = [body("甲</w:t><乙>&amp;丙 www.example.com 丁")]

    write_docx(lines, tmp_path / "报告.docx", template=template)

    assert flow.text(lines) in "\n".join(readback.paragraphs((tmp_path / "报告.docx").read_bytes()))


def test_a_missing_template_is_refused(tmp_path):
    with pytest.raises(OutputError, match=r"找不到或打不开模板“没有\.docx”"):
        write_docx(sample(), tmp_path / "报告.docx", template=tmp_path / "没有.docx")


def test_words_typed_between_the_tags_of_a_line_are_noticed(tmp_path):
    template = edited(TEMPLATE, tmp_path / "a.docx", document=("{{ 段.文 }}", "另外{{ 段.文 }}"))

    with pytest.raises(OutputError, match="不一致"):
        write_docx(sample(), tmp_path / "报告.docx", template=template)


def test_a_template_that_leaves_lines_out_is_noticed(tmp_path):
    template = edited(
        TEMPLATE, tmp_path / "a.docx", document=(BODY, BODY.replace("{{ 段.文 }}", ""))
    )

    with pytest.raises(OutputError, match="不一致"):
        write_docx(sample(), tmp_path / "报告.docx", template=template)


def test_every_environment_is_the_sandbox():
    environment = engine.environment()

    assert environment.sandboxed
    assert environment.autoescape is True
    assert environment.loader is None


def test_traces_of_who_made_a_template_stay_behind(tmp_path):
    template = tmp_path / "本县.docx"
    document = Document()  # python-docx's own template carries app.xml, a thumbnail, customXml
    document.core_properties.author = "张三"
    document.core_properties.comments = "李四审"
    document.core_properties.keywords = "内部"
    for text in ("{%p for 段 in 全文 %}", "{{ 段.文 }}", "{%p endfor %}"):
        document.add_paragraph(text)
    document.save(template)
    write_docx(sample(), tmp_path / "报告.docx", template=template)
    with zipfile.ZipFile(tmp_path / "报告.docx") as package:
        names = package.namelist()
        everything = b"".join(package.read(name) for name in names).decode(errors="replace")

    assert plain_text(tmp_path / "报告.docx") == flow.text(sample())
    assert not [name for name in names if "app.xml" in name or "custom" in name or "thumb" in name]
    assert not [word for word in ("张三", "李四", "内部", "rsid") if word in everything]


def test_the_file_names_nobody_but_the_program(tmp_path):
    write_docx(sample(), tmp_path / "报告.docx")
    properties = Document(tmp_path / "报告.docx").core_properties

    assert properties.title == sample()[1][0].text
    assert {properties.author, properties.last_modified_by} == {"年报助手"}
    assert (properties.comments, properties.keywords, properties.subject) == ("", "", "")


def test_a_shipped_template_is_found():
    assert Path(TEMPLATE).parent.name == "templates"
