"""How much fits on a page, and how a kind of paragraph is set."""

from nianbao.report.page import Align, Form, Geometry, PageSetup

BODY = Form(face="仿宋", size=320, pitch=578, spacing=-4)
TITLE = Form(face="小标宋", size=440, pitch=700, align=Align.CENTRE)
PAGE = PageSetup(
    paper=(11906, 16838),
    top=2098,
    left=1588,
    text_width=8845,
    text_height=12900,
    pitch=578,
    number=BODY,
)
GEOMETRY = Geometry(page=PAGE, forms={"标题": TITLE}, body=BODY, faces={})


def test_whole_lines_and_characters_are_counted():
    assert (PAGE.lines, PAGE.height) == (22, 22 * 578)
    assert GEOMETRY.characters == 27  # 316 each: a part of one is none


def test_what_has_no_form_of_its_own_is_set_as_the_body():
    assert GEOMETRY.form("标题") is TITLE
    assert GEOMETRY.form("一级标题") is BODY
