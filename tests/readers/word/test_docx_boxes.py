"""Text boxes of a Word file: what stands in them is read once, and where it is seen."""

import pytest
from tests.readers.word.word_files import (
    counted,
    opened,
    p,
    run,
    texts,
)

from nianbao.report.document import FilePlace

BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_a_text_box_written_twice_is_read_once_after_its_paragraph():
    box = BOX.format(p("框中的字"))
    twice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    found = opened(p(run("锚") + twice + run("段")) + p("下一段")).paragraphs

    assert [(q.text, q.place) for q in found] == [
        ("锚段", FilePlace.BODY),
        ("框中的字", FilePlace.TEXT_BOX),
        ("下一段", FilePlace.BODY),
    ]


def test_two_boxes_of_one_paragraph_keep_their_order():
    boxes = "".join(
        f"<w:r><w:pict>{BOX.format(p(f'{n}甲') + p(f'{n}乙'))}</w:pict></w:r>" for n in "一二"
    )

    assert texts(p(boxes)) == ["一甲", "一乙", "二甲", "二乙", ""]


def anchored(relative, position):
    """A box with a heading in it, placed on its page."""
    place = f'<wp:positionV relativeFrom="{relative}">{position}</wp:positionV>'
    box = BOX.format(p("二、存在的不足"))
    return f"<w:r><w:drawing><wp:anchor {DRAWING}>{place}{box}</wp:anchor></w:drawing></w:r>"


DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


@pytest.mark.parametrize(
    ("relative", "position"),
    [("paragraph", "<wp:posOffset>9000000</wp:posOffset>"), ("page", "<wp:align>top</wp:align>")],
)
def test_a_box_anchored_before_the_text_of_its_paragraph_comes_before_it(relative, position):
    box = anchored(relative, position)

    assert texts(p(box + run("（一）执法力量薄弱。"))) == ["二、存在的不足", "（一）执法力量薄弱。"]
    assert texts(p(run("（一）") + box + run("执法。"))) == ["（一）执法。", "二、存在的不足"]


@pytest.mark.parametrize(
    ("relative", "position"),
    [("page", "<wp:posOffset>9000000</wp:posOffset>"), ("margin", "<wp:align>bottom</wp:align>")],
)
def test_a_box_at_the_foot_of_the_page_comes_behind_its_paragraph(relative, position):
    assert texts(p(anchored(relative, position) + run("文")))[0] == "文"


@pytest.mark.parametrize(
    ("style", "first"),
    [
        ("margin-top:3pt;mso-position-vertical-relative:text", "二、存在的不足"),
        ("margin-top:700pt;mso-position-vertical-relative:page", "文"),
        ("mso-position-vertical:bottom;mso-position-vertical-relative:margin", "文"),
    ],
)
def test_a_box_of_old_word_is_placed_alike(style, first):
    inside = BOX.format(p("二、存在的不足"))
    box = f'<w:r><w:pict><v:shape style="{style}">{inside}</v:shape></w:pict></w:r>'

    assert texts(p(box + run("文")))[0] == first


def test_the_fallback_speaks_when_the_choice_is_silent():
    silent = (
        '<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{run('旧版文字')}</mc:Fallback></mc:AlternateContent>"
    )

    assert texts(p(silent)) == ["旧版文字"]


def test_a_box_within_the_text_of_its_paragraph_is_told_of():
    box = f"<w:r><w:pict>{BOX.format(p('83'))}</w:pict></w:r>"

    within = opened(p(run("受理复议") + box + run("件。")))

    assert [q.text for q in within.paragraphs] == ["受理复议件。", "83"]
    assert counted(within) == {"box_within": 1}
    assert counted(opened(p(box + run("受理复议。")))) == {}
    assert counted(opened(p(run("受理复议。") + box))) == {}
    assert counted(opened(p(run("受理") + anchored("margin", FOOT) + run("复议。")))) == {}


FOOT = "<wp:align>bottom</wp:align>"


def test_a_note_of_the_title_is_not_said_for_a_box_that_comes_before_the_text():
    notes = f'<w:footnote w:id="1">{p("数据截至年底。")}</w:footnote>'
    title = p(run("关于2024年的报告") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    box = p(f"<w:r><w:pict>{BOX.format(p('内部资料'))}</w:pict></w:r>")

    found = opened(title + box + p(run("各项工作有序推进。")), footnotes=notes)

    read = [q.text for q in found.paragraphs if q.text]
    assert read == ["关于2024年的报告", "内部资料", "各项工作有序推进。", "数据截至年底。"]
