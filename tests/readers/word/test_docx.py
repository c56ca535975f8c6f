"""What a reader of a Word file sees comes in, paragraph by paragraph, whatever wraps it."""

import io

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.readers.word.word_files import (
    STRICT_W,
    W,
    counted,
    docx,
    level,
    listed,
    numbering,
    opened,
    p,
    part,
    run,
    texts,
    zipped,
)

from nianbao.errors import ReadingError
from nianbao.readers import read
from nianbao.report.document import FilePlace

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="公文标题"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="公文副标题"/>'
    '<w:basedOn w:val="T"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)
ANY_TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029"
    ),
    max_size=40,
)


@given(st.lists(ANY_TEXT, min_size=1, max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_comes_back_as_typed(lines):
    document = python_docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)

    unfit = dict.fromkeys((0xFFFE, 0xFFFF))
    assert read(stream.getvalue(), "年报.docx").text == "\n".join(
        line.translate(unfit) for line in lines
    )


def test_python_docx_sees_the_same_plain_paragraphs():
    document = python_docx.Document()
    document.add_heading("一、主要举措", 1)
    document.add_paragraph("坚持依法行政。").add_run("（加粗）").bold = True
    document.add_paragraph()
    stream = io.BytesIO()
    document.save(stream)

    ours = read(stream.getvalue(), "年报.docx").paragraphs

    theirs = python_docx.Document(io.BytesIO(stream.getvalue())).paragraphs
    assert [(q.text, q.style) for q in ours] == [
        (q.text, {"Heading 1": "heading 1"}.get(q.style.name, q.style.name)) for q in theirs
    ]


def test_style_level_and_centring_come_from_the_paragraph_or_its_styles():
    body = (
        p("年度报告", '<w:pStyle w:val="T"/>')
        + p("副标题", '<w:pStyle w:val="T2"/>')
        + p("一、举措", '<w:pStyle w:val="1"/>')
        + p("正文")
        + p("左齐", '<w:pStyle w:val="T"/><w:jc w:val="left"/>')
        + p("四级", '<w:outlineLvl w:val="3"/>')
    )

    found = opened(body, styles=STYLES).paragraphs

    assert [(q.style, q.level, q.centred) for q in found] == [
        ("公文标题", None, True),
        ("公文副标题", 2, True),
        ("heading 1", 1, False),
        ("Normal", None, False),
        ("公文标题", None, False),
        ("Normal", 4, False),
    ]


@pytest.mark.parametrize("prefix", ["w", "x"])
def test_styles_are_found_however_the_style_sheet_names_its_prefix(prefix):
    sheet = part("styles", STYLES).replace("w:", f"{prefix}:").replace(f"xmlns:{prefix}:", "xmlns:")
    sheet = sheet.replace("xmlns:w=", f"xmlns:{prefix}=")
    data = docx(p("一", '<w:pStyle w:val="1"/>'), styles="", extra={"word/styles.xml": sheet})

    assert read(data, "年报.docx").paragraphs[0].style == "heading 1"


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:ins w:id='1'>{}</w:ins>",
        "<w:moveTo w:id='1'>{}</w:moveTo>",
        "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
        "<w:bdo w:val='ltr'>{}</w:bdo>",
        "<w:nobodyKnowsThis>{}</w:nobodyKnowsThis>",
    ],
)
def test_text_inside_a_wrapper_is_text(wrapper):
    assert texts(p(run("办结") + wrapper.format(run("83件")) + run("。"))) == ["办结83件。"]


def test_a_whole_paragraph_may_stand_in_a_content_control():
    control = f"<w:sdt><w:sdtContent>{p('第二段')}</w:sdtContent></w:sdt>"

    assert texts(p("第一段") + control + p("第三段")) == ["第一段", "第二段", "第三段"]


def test_cells_come_one_by_one_and_a_span_of_a_million_columns_is_one_cell():
    cells = (
        f'<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>{p("指标")}{p("单位")}</w:tc>'
        f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    )
    found = opened(p("表前") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + p("表后")).paragraphs

    assert [(q.text, q.place) for q in found] == [
        ("表前", FilePlace.BODY),
        ("指标", FilePlace.TABLE),
        ("单位", FilePlace.TABLE),
        ("", FilePlace.TABLE),
        ("表后", FilePlace.BODY),
    ]


CENTRED = '<w:jc w:val="center"/>'


def broken(*lines):
    return "<w:r><w:br/></w:r>".join(run(line) for line in lines)


@pytest.mark.parametrize("properties", ["", CENTRED])
@pytest.mark.parametrize(
    "lines",
    [
        ("安澜县人民政府", "年度报告"),
        ("安澜县人民政府文件", "安政发〔2025〕8号"),
        ("年度报告", "县长　李某"),
        ("附件1", "2024年统计表"),
    ],
)
def test_a_soft_break_makes_two_paragraphs(lines, properties):
    document = opened(p(broken(*lines), properties) + p("甲"))

    assert [one.text for one in document.paragraphs] == [*lines, "甲"]
    assert [one.soft for one in document.paragraphs] == [False, True, False]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("行政处罚", "案件数"), ["行政处罚案件数"]),
        (("案件数", "（件）"), ["案件数", "（件）"]),
        (("83", "80"), ["83", "80"]),
        (("83", "件"), ["83件"]),
        (("安澜县", "2025年1月"), ["安澜县", "2025年1月"]),
        (("受理", "", "案件"), ["受理案件"]),
    ],
)
def test_a_soft_break_only_shapes_a_centred_cell_but_parts_numbers(lines, read):
    cell = f"<w:tbl><w:tr><w:tc>{p(broken(*lines), CENTRED)}</w:tc></w:tr></w:tbl>"

    assert texts(cell) == read


def test_page_breaks_and_hyphens_and_tabs():
    body = p(
        run("一") + '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>' + run("二")
        + "<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>" + run("三")
    )  # fmt: skip

    assert texts(body) == ["一", "二\t-三"]
    # One paragraph in the file: a sentence goes on behind the page.
    assert [one.soft for one in opened(body + p("四")).paragraphs] == [False, True, False]


@pytest.mark.parametrize("kind", ["", 'w:type="page"'])
def test_a_break_that_is_struck_out_with_its_text_parts_what_is_seen(kind):
    struck = f"<w:r><w:rPr><w:strike/></w:rPr><w:t>删</w:t><w:br {kind}/></w:r>"
    document = opened(p(run("受理8") + struck + run("3件")))

    assert [one.text for one in document.paragraphs] == ["受理8", "3件"]
    assert counted(document) == {"struck_text": 1}


def test_a_break_that_is_hidden_or_deleted_parts_nothing():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:br w:type="page"/></w:r>'
    deleted = '<w:del w:id="1"><w:r><w:br/></w:r></w:del>'

    assert texts(p(run("受理") + hidden + run("83") + deleted + run("件"))) == ["受理83件"]


def test_a_page_break_at_the_edge_of_a_paragraph_makes_no_empty_one():
    page = '<w:r><w:br w:type="page"/></w:r>'

    assert texts(p(page + run("一")) + p(run("二") + page)) == ["一", "二"]


def test_digits_do_not_run_on_from_a_list_number():
    numbers = numbering(level(0, "decimal", "%1."), level(1, "decimal", "（%2）"))
    body = listed("120卷全部评查。") + listed("规范执法。") + listed("2024年办结。", level=1)

    found = opened(body, numbering=numbers).paragraphs

    assert [(q.text, q.list_number) for q in found] == [
        ("1. 120卷全部评查。", "1. "),
        ("2.规范执法。", "2."),
        ("（1）2024年办结。", "（1）"),
    ]


def test_symbols_become_unicode_or_a_box_with_a_notice():
    body = p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/>'
        '<w:sym w:font="不知名" w:char="F0AA"/></w:r>'
    )
    document = opened(body)

    assert document.text == "☑①□"
    assert counted(document) == {"symbol": 1}


_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/"
_CHART = "http://schemas.microsoft.com/office/drawing/2014/chartex"


@pytest.mark.parametrize(
    ("drawn", "kind"),
    [
        (
            f'<a:txBody xmlns:a="{_DRAWN}main"><a:p><a:r><a:t>画布</a:t></a:r></a:p></a:txBody>',
            "chart",
        ),
        (f'<cx:chart xmlns:cx="{_CHART}" r:id="rId9"/>', "chart"),
        ('<w:contentPart r:id="rId9"/>', "picture"),
    ],
)
def test_what_is_drawn_in_newer_ways_is_told(drawn, kind):
    document = opened(p(run("甲") + f"<w:r><w:drawing>{drawn}</w:drawing></w:r>" + run("乙")))

    assert document.text == "甲乙"
    assert counted(document) == {kind: 1}


def test_ruby_keeps_its_base_and_tells_of_its_notes():
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>zhuì</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>赘</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    document = opened(p(run("不") + ruby + run("述")))

    assert document.text == "不赘述"
    assert counted(document) == {"ruby": 4}


def test_spaces_count_only_where_word_keeps_them():
    body = p("<w:r><w:t>\n  前后  </w:t></w:r>" + run(" 留 ") + "<w:r><w:t>折\n行</w:t></w:r>")

    assert texts(body) == ["前后 留 折 行"]


def test_strict_files_and_templates_and_odd_names_are_read():
    strict = docx(
        "", document=part("document", f"<w:body>{p('严格')}</w:body>").replace(W, STRICT_W)
    )
    upper = zipped({"WORD\\Document.XML": part("document", f"<w:body>{p('大写')}</w:body>")})
    elsewhere = docx(p("别处"), main="正文/main.xml")

    assert [read(data, "年报.dotx").text for data in (strict, upper, elsewhere)] == [
        "严格",
        "大写",
        "别处",
    ]


def test_links_to_parts_that_are_not_there_do_not_matter():
    links = (
        '<Relationships><Relationship Id="a" Type="x/styles" Target="gone.xml"/>'
        '<Relationship Id="b" Type="x/footnotes" Target="NULL"/></Relationships>'
    )
    data = docx(p("正文"), extra={"word/_rels/document.xml.rels": links})

    assert read(data, "年报.docx").text == "正文"


def test_broken_xml_is_refused_in_one_chinese_sentence():
    with pytest.raises(ReadingError) as refusal:
        read(docx("", document=part("document", "<w:body><w:p></w:body>")), "年报.docx")

    assert refusal.value.kind == "bad-xml"
    assert "“年报.docx”" in str(refusal.value)


def test_a_word_file_without_a_word_is_read_and_left_to_others_to_judge():
    stream = io.BytesIO()
    python_docx.Document().save(stream)

    assert read(stream.getvalue(), "空.docx").text == ""
