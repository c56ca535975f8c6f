"""Pages as they are set: 22 lines of 28 characters, whatever the zoom."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from nianbao.report.page import Align
from nianbao.ui.pages.preview import faces
from nianbao.ui.pages.preview.pages import Setter
from nianbao.views import preview
from nianbao.views.preview import PreviewLine, Run

SHAPE = preview.geometry()
HEIGHT = SHAPE.page.height
INDENTED = SHAPE.body


def body(text, **changes):
    form = replace(INDENTED, **changes)
    return PreviewLine(
        kind="正文", form=form, page=SHAPE.page, runs=(Run(text=text, piece=text[:1] or "空"),)
    )


def titled(text, breaks=()):
    form = SHAPE.form("标题")
    runs = (Run(text=text, piece="题"),)
    return PreviewLine(kind="标题", form=form, page=SHAPE.page, runs=runs, breaks=breaks)


def texts(page):
    return [row.paragraph.row_text(row.number) for row in page.rows]


@pytest.fixture
def pages(qapp):
    return Setter().pages


def test_a_full_page_holds_22_lines_of_28_characters(pages):
    made = pages([body("充" * (28 * 22 * 3))])

    assert [len(page.rows) for page in made] == [22, 22, 22, 1]
    assert len(texts(made[0])[0]) == 26
    assert {len(text) for text in texts(made[0])[1:] + texts(made[1])} == {28}
    last = made[0].rows[-1]
    assert last.top + last.paragraph.pitch == HEIGHT


@pytest.mark.usefixtures("chinese_font")
def test_full_lines_of_mixed_text_end_at_the_margin(pages):
    text = "全年办理案件1234件，同比增长5.6%，其中“一件事”37项。" * 20
    (page,) = pages([body(text)])

    rights = [
        max(place.right() for _, place in row.paragraph.stretches(row.number))
        for row, line in zip(page.rows[:-1], texts(page)[:-1], strict=True)
        if line[-1] not in "，。、"
    ]
    assert rights
    assert all(8845 - 25 < right < 8845 + 1 for right in rights)


def test_a_mark_of_punctuation_hangs_instead_of_beginning_a_line(pages):
    (page,) = pages([body("充" * 26 + "，" + "文" * 10)])

    assert texts(page) == ["充" * 26 + "，", "文" * 10]


@pytest.mark.parametrize("mark", "，。、；：！？）”》】")
@pytest.mark.parametrize("before", [25, 26])
def test_no_line_begins_with_a_closing_mark(pages, mark, before):
    (page,) = pages([body("充" * before + mark * 2 + "文" * 10)])

    assert all(text[0] not in "，。、；：！？）”》】" for text in texts(page))


def test_a_title_is_broken_where_it_says_and_centred(pages):
    (page,) = pages([titled("安澜县人民政府关于2026年法治政府建设情况的报告", (7,)), body("文")])

    assert texts(page)[0] == "安澜县人民政府"
    (_, place), *_ = page.rows[0].paragraph.stretches(0)
    assert place.center().x() == pytest.approx(8845 / 2, abs=30)
    assert [row.top for row in page.rows] == [0, 579, 3 * 579]


def test_a_signature_stays_with_its_date(pages):
    right = {"align": Align.RIGHT, "right": 1280, "first": 0}
    signature = replace(body("某县人民政府", stays=True, before=579, **right), kind="发文机关署名")
    date = replace(body("2027年1月5日", **right), kind="成文日期")
    first, second = pages([body("充" * (28 * 20)), signature, date])

    assert len(first.rows) == 21
    assert texts(second) == ["某县人民政府", "2027年1月5日"]
    assert second.rows[0].top == 0


def test_an_imprint_stands_at_the_foot_of_the_last_page(pages):
    foot = replace(body("抄送：某局。"), kind="版记", form=SHAPE.form("版记"))
    (page,) = pages([body("文"), foot, foot])

    assert [row.top for row in page.foot] == [HEIGHT - 960, HEIGHT - 480]
    assert page.text == "文\n抄送：某局。\n抄送：某局。"
    assert len(pages([body("充" * (28 * 22 - 2)), foot])) == 2


def test_an_empty_report_has_one_empty_page(pages):
    (page,) = pages([])

    assert page.text == ""
    assert page.at(QPointF(100, 100)) is None


def test_a_paragraph_that_did_not_change_is_not_set_again(qapp):
    setter = Setter()
    before = setter.pages([body("甲" * 40), body("乙" * 40)])
    after = setter.pages([body("甲" * 40), body("丙" * 40)])

    assert after[0].rows[0].paragraph is before[0].rows[0].paragraph
    assert after[0].rows[-1].paragraph is not before[0].rows[-1].paragraph


def test_a_number_is_found_where_it_stands_even_over_two_lines(pages):
    runs = (
        Run(text="充" * 24, piece="甲"),
        Run(text="【待填：复议新收数（件）】", piece="甲", slot_name="新收", mark=True),
        Run(text="件。", piece="甲"),
    )
    (page,) = pages([PreviewLine(kind="正文", form=INDENTED, page=SHAPE.page, runs=runs)])

    (spot,) = page.spots()
    assert [row.number for row in page.rows] == [0, 1]
    assert len(spot.places) == 2
    for place in spot.places:
        assert page.at(place.center()).run.slot_name == "新收"
    assert page.at(QPointF(1000, 300)).run.text == "充" * 24
    assert page.at(QPointF(8000, 900)) is None


def test_fonts_that_stand_in_for_others_are_said():
    wanted = ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"]
    assert faces.missing(wanted) == []
    assert faces.missing(["FangSong", "KaiTi", "SimHei", "SimSun"]) == [
        "本机没有“方正小标宋简体”，预览用“宋体”代替。",
        "本机没有“仿宋_GB2312”，预览用“仿宋”代替。",
        "本机没有“楷体_GB2312”，预览用“楷体”代替。",
    ]


def test_a_computer_with_no_chinese_font_says_so():
    (said,) = faces.missing(["Arial"])

    assert said.endswith("预览用相近的字体代替。")
    assert "“仿宋_GB2312”" in said
