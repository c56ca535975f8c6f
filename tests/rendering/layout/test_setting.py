"""How lines are set: widths, marks, what each paragraph is, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering.samples import body, element, heading

from nianbao.rendering.setting import marks
from nianbao.rendering.setting.layout import places, spread
from nianbao.rendering.setting.marks import PLAIN, Look, ParagraphPlace
from nianbao.rendering.setting.measure import twips, width
from nianbao.rendering.setting.paragraphs import data, kind
from nianbao.report.flow import Role, Span
from nianbao.report.model import ElementKind
from nianbao.report.page import Form, Geometry, PageSetup

BODY = Form(face="仿宋", size=320, pitch=578, first=640)
GEOMETRY = Geometry(
    page=PageSetup(
        paper=(12000, 17000),
        top=2000,
        left=1600,
        text_width=8960,
        text_height=12716,
        pitch=578,
        number=BODY,
    ),
    forms={
        "标题": Form(face="小标宋", size=440, pitch=700),
        "发文字号": Form(face="仿宋", size=320, pitch=578),
        "成文日期": Form(face="仿宋", size=320, pitch=578, right=1280),
        "发文机关署名": Form(face="仿宋", size=320, pitch=578),
        "版记": Form(face="仿宋", size=280, pitch=500, left=560, right=280, first=-280),
        "附件说明": BODY,
    },
    body=BODY,
    faces={},
)


@pytest.mark.parametrize(
    ("text", "characters"),
    [("", 0), ("年", 1), ("2026年", 3), ("（一）", 3), ("a\u0301", 0.5), ("ｱ", 0.5), ("“”", 2)],
)
def test_digits_and_letters_are_half_as_wide(text, characters):
    assert width(text) == characters
    assert twips(text, BODY) == characters * 320
    spaced = Form(face="", size=320, pitch=0, spacing=10)
    assert twips(text, spaced) == characters * 320 + len(text) * 10


LOOKS = st.builds(
    Look,
    style=st.sampled_from(["", "待填", "一级标题字"]),
    highlight=st.booleans(),
    spacing=st.integers(-20, 500),
)
PLACES = st.builds(
    ParagraphPlace,
    indent=st.dictionaries(st.sampled_from(["left", "right"]), st.integers(-900, 900)),
    spacing=st.dictionaries(st.just("after"), st.integers(0, 900)),
    borders=st.just({}) | st.just({"top": [8, 1, "000000"]}),
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=6)


@given(st.lists(st.tuples(TEXT, LOOKS), max_size=5), st.none() | PLACES)
def test_marks_come_back_as_they_went_in(pieces, place):
    found = list(marks.decode(marks.encode(pieces, place)))
    assert [one for one in found if isinstance(one, ParagraphPlace)] == ([place] if place else [])
    read, look = [], PLAIN
    for one in found:
        if isinstance(one, Look):
            look = one
        elif isinstance(one, str):
            read.append((one, look))
    joined = []
    for text, wanted in pieces:  # stretches of one look are one
        if joined and joined[-1][1] == wanted:
            joined[-1] = (joined[-1][0] + text, wanted)
        else:
            joined.append((text, wanted))
    assert read == joined


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [("", False), ("甲|乙", False), ("甲\t乙", True), (f"甲{marks.BREAK}乙", True)],
)
def test_a_text_without_marks_is_left_alone(text, is_marked):
    assert marks.marked(text) is is_marked
    assert "".join(marks.decode(text)) == text
    assert marks.marked(marks.encode([("甲", Look(highlight=True))]))


@pytest.mark.parametrize(
    ("text", "cleaned", "gone"),
    [
        ("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁", 0),
        ("甲\x00乙\x1f\x7f\x85", "甲乙", 4),
        ("甲\t乙", "甲\t乙", 0),
        ("\ufdd0\ufdd1|\ufdd3\ufffe\uffff", "|", 5),
        ("𠮷😀", "𠮷😀", 0),
    ],
)
def test_what_word_cannot_hold_is_counted(text, cleaned, gone):
    assert marks.clean(text) == (cleaned, gone)


def span(role, text, **more):
    return Span(role=role, piece="p", text=text, **more)


@pytest.mark.parametrize(
    ("line", "called"),
    [
        (element(ElementKind.TITLE, "甲"), "标题"),
        (element(ElementKind.SIGNATURE, "甲"), "发文机关署名"),
        (element(ElementKind.IMPRINT, "甲"), "版记"),
        (heading(1, "一、甲"), "一级标题"),
        (heading(4, "（1）甲"), "四级标题"),
        (heading(5, "①甲"), "正文"),
        (heading(2, "（一）甲。", then="乙。"), "正文"),
        (heading(2, "（一）甲。", then=" "), "二级标题"),
        (body("甲"), "正文"),
        (body(" \u3000"), "空行"),
        ((), "空行"),
        ((span(Role.TEXT, " "), *element(ElementKind.DATE, "甲")), "成文日期"),
    ],
)
def test_what_a_paragraph_is(line, called):
    assert kind(line) == called
    (found,) = data([line], GEOMETRY)
    assert [name for name, value in found.items() if value is True] == [called]


def looks(line):
    (found,) = data([line], GEOMETRY)
    look, read = PLAIN, []
    for one in marks.decode(found["文"]):
        if isinstance(one, Look):
            look = one
        elif isinstance(one, str):
            read.append((one, look))
    return read


def test_what_is_pending_is_highlighted_and_nothing_else():
    pending = Look(style="待填", highlight=True)
    assert looks(body("收【待填：件数】件，【待核：3月】起")) == [
        ("收", PLAIN),
        ("【待填：件数】", pending),
        ("件，", PLAIN),
        ("【待核：3月】", pending),
        ("起", PLAIN),
    ]
    assert looks(body("【待填：件数】")) == [("【待填：件数】", pending)]


def test_a_heading_with_its_text_behind_it_keeps_its_font():
    own = Look(style="二级标题字")
    assert looks(heading(2, "（一）甲【待填】。", then="乙。")) == [
        ("（一）甲", own),
        ("【待填】", Look(style="二级标题字", highlight=True)),
        ("。", own),
        ("乙。", PLAIN),
    ]
    assert looks(heading(5, "①甲。", then="乙。")) == [("①甲。乙。", PLAIN)]
    assert looks(heading(2, "（一）甲")) == [("（一）甲", PLAIN)]


def test_the_name_of_a_signer_has_a_font_of_its_own():
    name = Look(style="签发人姓名")
    assert looks(element(ElementKind.SIGNER, "签发人：王某")) == [
        ("签发人：", PLAIN),
        ("王某", name),
    ]
    assert looks(element(ElementKind.SIGNER, "王某")) == [("王某", PLAIN)]


def test_a_long_title_is_broken_into_lines():
    title = "青岚县人民政府关于2025年法治政府建设情况的报告"
    parts = [text for text, _ in looks(element(ElementKind.TITLE, title))]
    assert "".join(parts).replace(marks.BREAK, "") == title
    assert marks.BREAK in "".join(parts)
    assert looks(element(ElementKind.TITLE, "短标题")) == [("短标题", PLAIN)]


def placed(*lines):
    return places([one for one, _ in lines], [text for _, text in lines], GEOMETRY)


def test_a_document_number_stands_in_the_middle_or_left_above_a_signer():
    text = "青政发〔2026〕3号"  # 8.5 characters
    assert placed(("发文字号", text)) == [ParagraphPlace(indent={"left": (8960 - 2720) // 2})]
    assert placed(("发文字号", text), ("签发人", "签发人：王")) == [
        ParagraphPlace(indent={"left": 320}, spacing={"after": 0}),
        None,
    ]
    assert placed(("发文字号", "长" * 40)) == [ParagraphPlace(indent={"left": 0})]


def test_a_signature_is_centred_on_the_date():
    date = "2026年2月6日"  # 6 characters, its style leaves 4 free on its right
    assert placed(("发文机关署名", "青岚县政府"), ("成文日期", date)) == [
        ParagraphPlace(indent={"rightChars": 0, "right": 1280 + 160}),
        None,
    ]
    long = "长" * 20
    found = placed(("发文机关署名", "青岚县政府"), ("发文机关署名", long), ("成文日期", date))
    moved = (20 * 320 - 6 * 320) // 2  # so that the longest ends at the margin
    assert found == [
        ParagraphPlace(indent={"rightChars": 0, "right": moved + (6 * 320 - 5 * 320) // 2}),
        ParagraphPlace(indent={"rightChars": 0, "right": 0}),
        ParagraphPlace(indent={"rightChars": 0, "right": moved}),
    ]
    assert placed(("发文机关署名", "青岚县政府"), ("正文", "甲")) == [None, None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("附件：1.名单", {"left": 640 + 1280, "firstLineChars": 0, "hanging": 1280}),
        ("2.名单", {"left": 1600 + 320, "firstLineChars": 0, "hanging": 320}),
        ("附件：名单", {"left": 640 + 960, "firstLineChars": 0, "hanging": 960}),
        ("名单", None),
    ],
)
def test_names_of_attachments_are_aligned(text, place):
    assert placed(("附件说明", text)) == [ParagraphPlace(indent=place) if place else None]


@pytest.mark.parametrize(
    ("text", "first"), [("甲", None), ("\u3000甲", 320), (" 甲", 480), ("\u3000\u3000\u3000甲", 0)]
)
def test_typed_spaces_take_the_place_of_the_indent(text, first):
    place = (
        None if first is None else ParagraphPlace(indent={"firstLineChars": 0, "firstLine": first})
    )
    assert placed(("正文", text)) == [place]
    assert placed(("标题", text)) == [None]


def test_an_imprint_has_rules_around_it_and_its_date_may_run_to_the_margin():
    first, middle, last = placed(("版记", "抄送：甲。"), ("版记", "乙"), ("版记", "丙 2月6日印发"))
    assert first.borders["top"] == last.borders["bottom"] == (8, 1, "000000")
    assert middle.borders["top"] == last.borders["top"] == (6, 1, "000000")
    assert "bottom" not in first.borders
    assert "bottom" not in middle.borders
    assert first.indent == {"left": 560, "hanging": 280, "right": 280}
    assert last.indent == {"left": 560, "hanging": 280, "right": 0}
    assert first.borders["left"] == (2, 14, "FFFFFF")
    assert (first.borders["right"], last.borders["right"]) == ((2, 14, "FFFFFF"), (2, 0, "FFFFFF"))
    (only,) = placed(("版记", "甲"))
    assert only.borders["top"] == only.borders["bottom"] == (8, 1, "000000")


def test_the_date_of_an_imprint_is_moved_right_by_its_space():
    text = "青岚县人民政府办公室  2026年2月6日印发"
    office, gap, date = spread(text, GEOMETRY)
    assert [office[0], gap[0], date[0]] == ["青岚县人民政府办公室", "  ", "2026年2月6日印发"]
    assert (office[1], date[1]) == (PLAIN, PLAIN)
    room = 8960 - 560 + 280 - 280 - 140 - round(width(text) * 280)
    assert gap[1] == Look(spacing=room // 2)
    for other in ("抄送：甲。", "长" * 40 + " 2月6日印发"):
        assert list(spread(other, GEOMETRY)) == [(other, Look(spacing=14))]
