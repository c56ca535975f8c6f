"""What was changed, hidden or noted in a Word file: what of it comes in, and what is told of."""

import pytest
from tests.readers.word.word_files import (
    counted,
    opened,
    p,
    run,
    texts,
)

from nianbao.report.document import FilePlace

STYLES = (
    '<w:style w:type="character" w:styleId="H"><w:name w:val="密"/><w:rPr><w:vanish/></w:rPr>'
    "</w:style>"
)


def test_deleted_text_stays_out_inserted_text_comes_in_and_both_are_told():
    body = p(
        run("新收")
        + '<w:del w:id="1"><w:r><w:delText>77</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{run("83")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run("搬走")}</w:moveFrom>'
        + run("件")
    )

    document = opened(body)

    assert document.text == "新收83件"
    assert counted(document) == {"deleted_text": 2, "inserted_text": 2, "moved_text": 2}


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'

    assert texts(p("前半句，", deleted) + p("后半句。") + p("下一段")) == [
        "前半句，后半句。",
        "下一段",
    ]


def test_a_style_separator_lets_a_heading_run_on():
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"

    assert texts(p("（一）标题。", separator) + p("正文。")) == ["（一）标题。正文。"]


def test_text_whose_last_mark_is_deleted_is_not_lost():
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'

    assert texts(p("一") + p("末段", deleted)) == ["一", "末段"]


def test_a_deleted_row_stays_out():
    row = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{p("旧行")}</w:tc></w:tr>'
    document = opened(f"<w:tbl>{row}<w:tr><w:tc>{p('新行')}</w:tc></w:tr></w:tbl>")

    assert document.text == "新行"
    assert counted(document) == {"deleted_text": 2}


@pytest.mark.parametrize(
    ("properties", "seen"),
    [
        ("<w:vanish/>", "明"),
        ('<w:rStyle w:val="H"/>', "明"),
        ('<w:vanish w:val="0"/>', "明暗"),
        ('<w:rStyle w:val="H"/><w:vanish w:val="false"/>', "明暗"),
        ("<w:b/>", "明暗"),
    ],
)
def test_hidden_text_stays_out_and_is_counted(properties, seen):
    document = opened(p(run("明") + run("暗", properties)), styles=STYLES)

    assert document.text == seen
    assert counted(document) == ({} if "暗" in seen else {"hidden_text": 1})


def test_a_note_in_a_cell_is_said_behind_its_line_whether_or_not_a_sentence_ends_there():
    notes = f'<w:footnote w:id="1">{p("数据截至年底。")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    cell = f"<w:tc>{p(run('办结案件') + reference)}{p('83')}</w:tc>"

    found = opened(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + p("表后。"), footnotes=notes)

    assert [q.text for q in found.paragraphs if q.text] == [
        "办结案件", "数据截至年底。", "83", "表后。"
    ]  # fmt: skip


def test_a_footnote_of_a_title_waits_for_the_text_below_it():
    notes = f'<w:footnote w:id="1">{p("数据截至年底。")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    lines = (
        p(run("青岚县年度报告") + reference) + p("市政府：") + p("现将情况报告如下。") + p("一、")
    )

    found = opened(lines, footnotes=notes)

    assert found.text.split("\n") == [
        "青岚县年度报告", "市政府：", "现将情况报告如下。", "数据截至年底。", "一、"
    ]  # fmt: skip


def test_footnotes_follow_their_paragraph_and_separators_stay_out():
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("——")}</w:footnote>'
        f'<w:footnote w:id="1">{p("统计口径见附表。")}</w:footnote>'
    )
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'

    found = opened(p(run("办结83件") + reference + run("。")) + p("下一段"), footnotes=notes)

    assert [(q.text, q.place) for q in found.paragraphs] == [
        ("办结83件。", FilePlace.BODY),
        ("统计口径见附表。", FilePlace.FOOTNOTE),
        ("下一段", FilePlace.BODY),
    ]
    assert counted(found) == {"footnote": 1}


def test_comments_stand_apart_with_author_and_paragraph():
    comments = (
        f'<w:comment w:id="4" w:author="王科长">{p("数对吗")}{p("再核")}</w:comment>'
        f'<w:comment w:id="9" w:author="李">{p("无处可放")}</w:comment>'
    )
    body = p("一") + p('<w:commentRangeStart w:id="4"/>' + run("二"))

    document = opened(body, comments=comments)

    assert document.text == "一\n二"
    assert [(c.author, c.text, c.paragraph) for c in document.comments] == [
        ("王科长", "数对吗\n再核", 1),
        ("李", "无处可放", None),
    ]


@pytest.mark.parametrize(
    ("text", "notices"),
    [("— 1 —", {}), ("第1页 共9页", {}), ("内部资料 注意保存", {"header_footer": 9})],
)
def test_a_footer_is_told_of_only_when_it_holds_words(text, notices):
    assert counted(opened(p("正文"), footer=p(text))) == notices


def test_pictures_and_embedded_things_are_told_of():
    pic = '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
    body = p(f"<w:r><w:drawing>{pic}</w:drawing><w:object/></w:r>") + '<w:altChunk r:id="r"/>'

    assert counted(opened(body)) == {"picture": 1, "embedded": 1, "chunk_left_out": 1}


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_text_stays_out_of_the_number_beside_it_and_is_counted(properties):
    document = opened(p(run("受理") + run("85", properties) + run("83件")))

    assert document.text == "受理83件"
    assert counted(document) == {"struck_text": 2}


@pytest.mark.parametrize(
    ("mark", "read_as"),
    [
        ("1", "¹"),
        ("1,2", "¹,²"),
        ("[1]", "[¹]"),
        ("（1）", "（¹）"),
        ("注1", "注¹"),
        ("①", "①"),
        ("*", "*"),
        ("th", "th"),
        ("注", "注"),
    ],
)
def test_the_raised_mark_of_a_note_is_read_as_one(mark, read_as):
    raised = '<w:vertAlign w:val="superscript"/>'

    assert texts(p(run("办结83") + run(mark, raised) + run("件"))) == [f"办结83{read_as}件"]


def test_a_raised_digit_goes_on_no_number():
    raised = '<w:vertAlign w:val="superscript"/>'

    document = opened(p(run("处罚8") + run("3", raised) + run("件，1200m") + run("2", raised)))

    assert document.text == "处罚8³件，1200m²"
