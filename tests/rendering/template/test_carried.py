"""What a template carries and must not travel with a report: what fetches, what is elsewhere."""

import re
import zipfile

import pytest
from lxml import etree
from tests.rendering.template.templates import NAMES, template, words

from nianbao.errors import OutputError
from nianbao.rendering import write_filled


def changed(source, part, old, new, more=()):
    """Return a template with something else in one of its parts, and with more parts."""
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    parts |= dict(more)
    with zipfile.ZipFile(source, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return source


def _field(*codes):
    """Return a field; a code that follows another is a field in its code."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = "".join(f"{sign('begin')}<w:r><w:instrText>{one}</w:instrText></w:r>" for one in codes)
    return code + (sign("separate") + "<w:r><w:t>甲</w:t></w:r>" + sign("end")) * len(codes)


_REACHING = {
    **{
        f"field {code}": (_field(f" {code} x "), f"会取用别处内容的域（{code.upper()}）")
        for code in ("DDE", "DDEAUTO", "ddeauto", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "RD")
    },
    "field in field": (_field("", ' QUOTE "DDE"'), "会取用别处内容的域（嵌套的域）"),
    "field in two runs": (
        _field("DDE</w:instrText></w:r><w:r><w:instrText>AUTO x"),
        "会取用别处内容的域（DDEAUTO）",
    ),
    "simple field": (
        '<w:fldSimple w:instr=" DDE x"><w:r><w:t>甲</w:t></w:r></w:fldSimple>',
        "会取用别处内容的域（DDE）",
    ),
    "object": (
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object>'
        "</w:r>",
        "别的软件的对象",
    ),
    "control": ("<w:r><w:control/></w:r>", "别的软件的对象"),
}


@pytest.mark.parametrize("place", ["body", "header", "footnote"])
@pytest.mark.parametrize(("added", "said"), _REACHING.values(), ids=_REACHING)
def test_what_reaches_elsewhere_does_not_travel_and_its_paragraph_is_named(
    tmp_path, place, added, said
):
    source = template(tmp_path, "这一段", place)
    with zipfile.ZipFile(source) as package:
        part = next(n for n in package.namelist() if "这一段".encode() in package.read(n))
    changed(source, part, "<w:r><w:t>这一段", f"{added}<w:r><w:t>这一段")

    with pytest.raises(OutputError, match=rf"第1段有{re.escape(said)}"):
        write_filled(source, {}, tmp_path / "o.docx")

    assert not (tmp_path / "o.docx").exists()


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_a_file_in_the_file_does_not_travel(tmp_path, element):
    source = template(tmp_path, "这一段")
    changed(source, "word/document.xml", "<w:sectPr", f"<w:{element}/><w:sectPr")

    with pytest.raises(OutputError, match=f"模板“{source.name}”第1段有插入的另一个文件"):
        write_filled(source, {}, tmp_path / "o.docx")


_LINK = (
    '<Relationship Id="out" TargetMode="External" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/{}" Target="http://127.0.0.1:9/x"/></Relationships>'
)
_RELATIONS = "word/_rels/document.xml.rels"


def test_a_picture_that_lies_outside_does_not_travel(tmp_path):
    source = template(tmp_path, "这一段")
    changed(source, _RELATIONS, "</Relationships>", _LINK.format("image"))
    run = f'<w:r><w:pict><v:imagedata xmlns:v="v" {NAMES} r:id="out"/></w:pict></w:r>'
    changed(source, "word/document.xml", "<w:r><w:t>这一段", f"{run}<w:r><w:t>这一段")

    with pytest.raises(OutputError, match="第1段有放在文件外面的图片或内容"):
        write_filled(source, {}, tmp_path / "o.docx")


@pytest.mark.parametrize(
    "kind", ["image", "header", "footer", "styles", "settings", "attachedTemplate", "oleObject"]
)
def test_a_way_out_of_the_file_that_nothing_uses_is_taken_away(tmp_path, kind):
    source = template(tmp_path, "共{{ 数 }}件")
    changed(source, _RELATIONS, "</Relationships>", _LINK.format(kind))

    write_filled(source, {"数": 83}, tmp_path / "o.docx")

    assert "共83件" in words(tmp_path / "o.docx")
    with zipfile.ZipFile(tmp_path / "o.docx") as package:
        assert b"127.0.0.1" not in package.read(_RELATIONS)


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES", 'HYPERLINK "http://a"', "TOC", "REF x"])
def test_fields_that_fetch_nothing_may_travel(tmp_path, code):
    source = template(tmp_path, "这一段")
    run = _field(code.replace('"', "&quot;"))
    changed(source, "word/document.xml", "<w:r><w:t>这一段", f"{run}<w:r><w:t>这一段")

    write_filled(source, {}, tmp_path / "o.docx")

    with zipfile.ZipFile(tmp_path / "o.docx") as package:
        root = etree.fromstring(package.read("word/document.xml"))
    assert [one.text for one in root.iter("{*}instrText")] == [code]


def test_tags_where_nothing_is_filled_in_are_refused(tmp_path):
    source = template(tmp_path, "这一段")
    changed(source, "word/document.xml", "这", "这", {"word/charts/chart1.xml": "<c>{{ 数 }}</c>"})

    with pytest.raises(OutputError, match="图表或图示"):
        write_filled(source, {"数": 1}, tmp_path / "o.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_template_with_a_dtd_is_refused(tmp_path, part):
    source = template(tmp_path, "这一段")
    changed(source, part, "?>", '?><!DOCTYPE a [<!ENTITY x "x">]>')

    with pytest.raises(OutputError, match="不是完好的Word文档"):
        write_filled(source, {}, tmp_path / "o.docx")


def test_a_template_with_a_part_that_is_there_twice_is_refused(tmp_path):
    source = template(tmp_path, "这一段")
    with zipfile.ZipFile(source, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", package.read("word/document.xml"))

    with pytest.raises(OutputError, match="不是完好的Word文档"):
        write_filled(source, {}, tmp_path / "o.docx")
