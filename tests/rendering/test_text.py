"""The text of a report comes out of Word as it went in, whatever characters it holds."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.rendering.samples import body, element, heading, plain_text, sample

from nianbao.rendering import write_docx
from nianbao.rendering.setting import marks
from nianbao.report import flow
from nianbao.report.flow import Role, Span
from nianbao.report.model import ElementKind, EntryKind

# Values that docxtpl by itself cuts off, rewrites or evaluates (reliability bar G1).
VALUES = {
    "amp": "R&D投入",
    "lt": "不足<5%",
    "gt": "a>b",
    "xmltag": "</w:t></w:r></w:p><w:p><w:r><w:t>注入",
    "entity": "&lt;b&gt;",
    "quote": "“引号”\"'",
    "del": "a\x7fb",
    "astral": "𠮷𬭸",
    "tab": "a\tb",
    "nbsp": "a\u00a0b",
    "zwsp": "a\u200bb",
    "bidi": "a\u202eb",
    "jinja": "{{ 7*7 }}",
    "jinja_block": "{% for i in range(9) %}x{% endfor %}",
    "jinja_comment": "{# c #}",
    "p_tag": "{%p if x %}",
    "r_tag": "{{r x }}",
    "brace": "{{",
    "docxtpl_braces": "{_{ z }_} {_% %_}",
    "undefined": "{{ 段.没有 }}",
    "leading": "  两格",
    "trailing": "尾 ",
    "wide_spaces": "　　两格",
    "tabs_around": "\t前\t后\t",
    "long": "字" * 100_000,
    "empty": "",
    "number": "0.30000000000000004",
    "negative": "-5.6",
    "cdata": "]]>",
    "xml_comment": "<!--x-->",
    "instruction": "<?x?>",
    "formula": "=1+1",
    "half_width": "共5件,其中(一般)3件;",
    "private_use": "\ue000\uf8ff",
}
REMOVED = {
    "nul": "a\x00b",
    "soh": "a\x01b",
    "bell": "a\x07b",
    "vertical_tab": "a\x0bb",
    "form_feed": "a\x0cb",
    "escape": "a\x1bb",
    "next_line": "a\x85b",
    "not_a_character": "a\ufffeb",
    "surrogate": "a\ud800b",
    "our_marks": "a\ufdd0\ufdd1\ufdd2\ufdd3b",
}
KINDS = list(ElementKind)


@pytest.mark.parametrize("kind", [None, *KINDS], ids=str)
def test_any_value_survives_in_any_kind_of_paragraph(tmp_path, kind):
    values = [value for name, value in VALUES.items() if name != "del"]
    lines = [body(v) if kind is None else element(kind, v) for v in values]
    notices = write_docx(lines, tmp_path / "报告.docx")

    assert plain_text(tmp_path / "报告.docx").split("\n") == values
    assert notices == []


def test_any_value_survives_in_a_heading_and_behind_it(tmp_path):
    values = [value for name, value in VALUES.items() if name != "del"]
    lines = [
        line
        for level in range(1, 6)
        for v in values
        for line in (
            heading(level, v),
            heading(level, v, then="接排"),
            heading(level, "甲。", then=v),
        )
    ]
    write_docx(lines, tmp_path / "报告.docx")

    assert plain_text(tmp_path / "报告.docx") == flow.text(lines)


@pytest.mark.parametrize("value", [*REMOVED.values(), VALUES["del"]], ids=[*REMOVED, "del"])
def test_what_word_cannot_hold_is_taken_out_and_said(tmp_path, value):
    notices = write_docx([body(value), body("下一段")], tmp_path / "报告.docx")

    assert plain_text(tmp_path / "报告.docx") == "ab\n下一段"
    assert [(n.kind, n.count) for n in notices] == [("control_characters", len(value) - 2)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_line_end_inside_a_text_is_a_paragraph_end(tmp_path, line_end):
    write_docx([heading(2, "（一）标题。", then=f"甲{line_end}乙")], tmp_path / "报告.docx")

    assert plain_text(tmp_path / "报告.docx") == "（一）标题。甲\n乙"


def test_a_report_without_a_line_is_an_empty_page(tmp_path):
    write_docx([], tmp_path / "报告.docx")

    assert plain_text(tmp_path / "报告.docx") == ""


def test_the_sample_comes_out_character_for_character(tmp_path):
    write_docx(sample(), tmp_path / "报告.docx")

    assert plain_text(tmp_path / "报告.docx") == flow.text(sample())


def test_no_trimmed_space_is_left_unprotected(tmp_path):
    write_docx([body("  前"), body("后  "), body("a\t b")], tmp_path / "报告.docx")
    with zipfile.ZipFile(tmp_path / "报告.docx") as package:
        tree = etree.fromstring(package.read("word/document.xml"))

    for text in tree.iter("{*}t"):
        if text.text != (text.text or "").strip():
            assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


texts = st.text(st.characters(exclude_characters="\n\r"), max_size=40)
odd = st.sampled_from([*VALUES.values(), "【待填：甲（件）】", "【待核】", "【待填", "附件：1.甲"])
spans = st.one_of(
    st.builds(
        Span,
        role=st.just(Role.ELEMENT),
        piece=st.just("p"),
        text=texts | odd,
        kind=st.sampled_from(KINDS),
    ),
    st.builds(
        Span,
        role=st.just(Role.HEADING),
        piece=st.just("p"),
        text=texts | odd,
        level=st.integers(0, 6),
    ),
    st.builds(
        Span,
        role=st.just(Role.TEXT),
        piece=st.just("p"),
        text=texts | odd,
        kind=st.sampled_from(list(EntryKind)),
    ),
)
reports = st.lists(st.lists(spans, min_size=1, max_size=4).map(tuple), max_size=8)


@given(lines=reports)
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_arbitrary_lines_come_back_equal(tmp_path, lines):
    path = tmp_path / "报告.docx"
    write_docx(lines, path)

    wanted = "\n".join(marks.clean("".join(s.text for s in line))[0] for line in lines)
    assert plain_text(path) == wanted
    assert Document(io.BytesIO(path.read_bytes())).core_properties.author == "年报助手"
