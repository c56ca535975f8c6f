"""What a template says about pages is read out of it, also what an office has changed."""

import zipfile

import pytest
from docx import Document
from tests.rendering.samples import edited

from nianbao import shipped
from nianbao.errors import OutputError
from nianbao.rendering.docx.geometry import geometry
from nianbao.rendering.setting import layout
from nianbao.rendering.setting.measure import twips
from nianbao.report.page import Align

TEMPLATE = shipped.path("templates", "公文.docx")


def test_the_page_is_that_of_the_standard():
    shape = geometry()
    assert (shape.page.lines, shape.characters) == (22, 28)
    assert shape.page.paper == (11906, 16838)
    assert round(shape.page.text_width / 56.7) == 156  # mm
    assert (shape.page.number.face, shape.page.number.size) == ("宋体", 280)


def test_each_kind_of_paragraph_has_the_form_of_its_style():
    shape = geometry()
    title = shape.form("标题")
    assert (title.face, title.size, title.align, title.spacing) == (
        "方正小标宋简体",
        440,
        Align.CENTRE,
        0,
    )
    assert shape.form("一级标题").face == "黑体"
    assert shape.form("一级标题").first == shape.body.first == 640
    assert shape.form("导语") == shape.body
    assert (shape.form("版记").foot, shape.form("版记").pitch) == (True, 480)
    assert shape.faces["二级标题字"] == "楷体_GB2312"


def test_what_the_build_counts_in_is_what_is_read_back():
    import importlib.util

    spec = importlib.util.spec_from_file_location("build", TEMPLATE.with_name("build.py"))
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    shape = geometry()
    assert (shape.page.pitch, shape.page.text_width) == (build.LINE, build.TEXT_WIDTH)
    assert (shape.body.size, shape.form("版记").size) == (build.CHARACTER, build.SMALL_CHARACTER)


@pytest.fixture
def narrower(tmp_path):
    """An office's template: wider margins, another font for the text, larger headings."""
    made = edited(
        TEMPLATE,
        tmp_path / "本县.docx",
        document=('w:right="1474"', 'w:right="2041"'),
    )
    package = Document(str(made))
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = next(one for one in package.styles if one.name == "公文正文")
    style.font.size = Pt(15)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "华文仿宋")
    package.save(str(made))
    return made


def test_what_an_office_changes_is_read(narrower):
    shape, ours = geometry(narrower), geometry()
    assert shape.page.text_width == ours.page.text_width - 567
    assert (shape.body.face, shape.body.size) == ("华文仿宋", 300)
    assert shape.body.first == 600  # two characters of this size
    assert shape.form("一级标题").size == 300  # it is based on the text's
    assert shape.form("标题") == ours.form("标题")


def test_what_depends_on_widths_follows_the_template(narrower):
    number = "安政〔2026〕3号"
    for shape in (geometry(), geometry(narrower)):
        (place,) = layout.places(["发文字号"], [number], shape)
        room = shape.page.text_width - twips(number, shape.form("发文字号"))
        assert place.indent["left"] == room // 2


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_what_is_no_template_is_refused(tmp_path, content):
    path = tmp_path / "坏.docx"
    if content is None:
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("a.txt", "a")
    else:
        path.write_bytes(content)
    with pytest.raises(OutputError, match="坏"):
        geometry(path)


def test_a_part_that_would_fill_the_memory_is_refused(tmp_path):
    path = tmp_path / "大.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (9 * 2**20))
        package.writestr("word/styles.xml", b"<a/>")
    with pytest.raises(OutputError):
        geometry(path)
