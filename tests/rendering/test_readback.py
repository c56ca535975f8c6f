"""The gate: a file that does not hold what went in is not handed out."""

import contextlib
import io
import zipfile
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering.samples import sample

from nianbao.errors import OutputError
from nianbao.rendering.docx import engine, readback, word
from nianbao.report import flow

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
    return written.getvalue()


def p(text, space=' xml:space="preserve"'):
    return f"<w:p><w:r><w:t{space}>{text}</w:t></w:r></w:p>"


TEMPLATE = docx(p("版头") + p("{{ 段.文 }}"))


@pytest.mark.parametrize(
    "body",
    [
        p("甲") + p("乙"),
        p("版头") + p("甲") + p("乙"),
        p("甲") + p("版头") + p("乙") + p("版头"),
    ],
)
def test_the_lines_and_the_letterhead_pass_where_one_line_less_does_not(body):
    readback.check(docx(body), ["甲", "乙"], TEMPLATE)
    with pytest.raises(OutputError):
        readback.check(docx(body), ["甲"], TEMPLATE)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (p("甲"), "第2段"),
        (p("乙") + p("甲"), "第1段"),
        (p("甲") + p("乙 "), "第2段"),
        (p("甲") + p("丙") + p("乙"), "第2段"),
        (p("甲") + p("乙") + p("丙"), "末尾"),
        (p("甲") + p(" 乙", space=""), "第2段"),
        ("", "第1段"),
    ],
)
def test_anything_else_does_not(body, where):
    with pytest.raises(OutputError, match=where):
        readback.check(docx(body), ["甲", " 乙" if " 乙" in body else "乙"], TEMPLATE)


@pytest.mark.parametrize("damage", ["cut", "flip", "none"])
def test_a_damaged_package_does_not(damage):
    whole = docx(p("甲"))
    broken = {"cut": whole[:-30], "flip": whole.replace("甲".encode(), "乙".encode()), "none": b""}

    with pytest.raises(OutputError, match="没有写完整"):
        readback.check(broken[damage], ["甲"], TEMPLATE)


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_bit_that_is_another_is_refused_or_changes_nothing(at, bit):
    """Each of the checks, whatever the packed file has become of it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        body = p("甲" * 40) + p("乙丙丁" * 9)
        package.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        package.writestr("word/comments.xml", f"<w:comments {W}/>")
    data = bytearray(written.getvalue())
    data[at % len(data)] ^= 1 << bit

    for check in (
        partial(readback.check, bytes(data), ["甲" * 40, "乙丙丁" * 9], bytes(data)),
        partial(readback.check_comments, bytes(data), []),
        partial(readback.check_stories, bytes(data), [["甲" * 40, "乙丙丁" * 9]]),
    ):
        with contextlib.suppress(OutputError):
            check()


def test_a_lost_line_leaves_the_old_report_in_place(tmp_path, monkeypatch):
    path = tmp_path / "报告.docx"
    word.write_docx(sample(), path)
    before = path.read_bytes()
    fill = engine.fill

    def losing(template, name, data, *, title):
        return fill(template, name, {**data, "全文": data["全文"][:-1]}, title=title)

    monkeypatch.setattr(engine, "fill", losing)
    with pytest.raises(OutputError, match=f"第{len(sample())}段"):
        word.write_docx(sample()[:-1] + sample()[-1:], path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_tabs_and_breaks_are_read_as_word_shows_them():
    tree = docx(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:tab/>'
        '<w:t>甲</w:t><w:br/><w:t xml:space="preserve">乙 </w:t></w:r></w:p>'
    )

    assert list(readback.paragraphs(tree)) == ["\t甲乙 "]
    assert flow.text([]) == ""
