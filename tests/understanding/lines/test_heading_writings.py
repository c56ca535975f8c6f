"""Whatever the number of a heading is written like, the outline is the same."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.readers.lists.number_formats import write_number
from nianbao.report.document import Document, Paragraph
from nianbao.standards import structure
from nianbao.standards.layout import layout
from nianbao.understanding.around.page import take_apart
from nianbao.understanding.lines.tree import outline
from nianbao.understanding.prepare import prepared
from tests.understanding import written
from tests.understanding.written import arabic, chinese, sign

RADICALS = str.maketrans("一二八十", "⼀⼆⼋⼗")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PARTS = [
    *map(
        chinese,
        (
            "一、",
            "一.",
            "一．",
            "一 、",
            "一、 ",
            " 一、",
            "一丶",
            "●一、",
            "◆ 一、",
            "一 ．",
            "一　",
        ),
    ),
    *map(chinese, ("第一、", "第一，", "第一：", " 第 一、")),
    *map(
        chinese, ("第一部分 ", "第一部分：", "第一章　", "第一编　", "一：", "一，", "一·", "一 ")
    ),
    *map(chinese, ("一—", "一——", "一-", "一。", "一；", "一。 ")),
    lambda ordinal: chinese("一、")(ordinal) if ordinal > 1 else "—、",
    *map(arabic, ("第1部分 ", "第 1 部分：", "第1章　")),
    lambda ordinal: sign("Ⅰ")(ordinal) + "、",
    lambda ordinal: ("I", "II", "III")[ordinal - 1] + "、",
    lambda ordinal: ("I", "II", "III")[ordinal - 1] + ". ",
    lambda ordinal: chinese("一、")(ordinal).translate(RADICALS),
]
SECTIONS = [
    *map(
        chinese, ("（一）", "（ 一 ）", "(一)", "﹙一﹚", "（一） ", "（一）、", "（一）.", "一）")
    ),
    *map(
        chinese, ("⟨一⟩", "（一）丶", "〔一〕", "●（一）", "【一】", "（一）：", "（一），", "<一>")
    ),
    *map(chinese, ("｛一｝", "（一", "(一 ", "（一、", "「一」", "（一）。", "（一）；", "（一。")),
    *(
        lambda ordinal, dash=dash: chinese(f"（{dash}）" if ordinal == 1 else "（一）")(ordinal)
        for dash in "—-－"
    ),
    *map(arabic, ("1。", "1；", "（1）。", "1-", "（1.", "（1、")),
    lambda ordinal: "ABC"[ordinal - 1] + "．",
    lambda ordinal: "ABC"[ordinal - 1] + "、",
    *map(arabic, ("1.、", "1，", "1：", "- 1.", "— （1）")),
    *map(arabic, ("1.", "1．", "1、", "1 .", "（1）", "(1)", "﹙1﹚", "1）", "（1）、", "1 ")),
    *map(sign, "㈠㊀⑴①⒈❶"),
    lambda ordinal: f"{ordinal}．".translate(WIDE),
    lambda ordinal: chinese("（一）")(ordinal).translate(RADICALS),
]


def known(part, section, after="。"):
    """The outline of the report in these writings, and the numbers that were not taken."""
    lines = [Paragraph(text=line) for line in written.lines(part, section, after)]
    document = Document(kind="txt", name="报告.txt", paragraphs=tuple(lines))
    found, _ = prepared(document, layout(), raw=False)
    _, nodes = outline.build(take_apart(found, layout()).body, structure.is_part)
    every = [node for root in nodes for node in root.walk()]
    return tuple((node.level, node.heading.ordinal, node.heading.title.strip()) for node in every)


@pytest.mark.parametrize("section", SECTIONS)
def test_any_writing_of_the_numbers_gives_the_same_outline(section):
    for part in PARTS:
        assert known(part, section) == written.OUTLINE, (part(1), section(1))


@given(
    part=st.sampled_from(PARTS),
    section=st.sampled_from(SECTIONS),
    after=st.sampled_from(["。", "：", "．", "——"]),
)
@settings(max_examples=25, deadline=None)
def test_the_text_behind_stays_whole_in_any_writing(part, section, after):
    lines = written.lines(part, section, after)
    raw = written.read(lines, raw=True)

    assert written.as_text(raw) == "\n".join(lines)
    assert written.outline(raw) == written.OUTLINE
    assert written.numbers(raw) == written.numbers(written.read(written.lines()))


FRAMES = [
    "【】",
    "[]",
    "《》",
    "“”",
    "<>",
    "〖〗",
    "『』",
    "「」",
    "※※",
    "||",
    "~~",
    "★★",
    "——",
    "==",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_round_the_headings_is_none_of_them(frame):
    first, last = frame
    lines = [f"{first}{line}{last}" if line[1] == "、" else line for line in written.lines()]
    found = written.read(lines)

    assert written.outline(found) == written.OUTLINE
    assert written.as_text(found) == written.as_text(written.read(written.lines()))
    assert [one.before for one in found.changes] == [one for one in lines if one[0] == first]


def test_a_single_line_in_brackets_stays():
    lines = [*written.lines()[:4], "【一、问题】", *written.lines()[4:]]

    assert "【一、问题】" in written.as_text(written.read(lines))


@pytest.mark.parametrize("after", ["：", "．", "——", "　"])
def test_what_stands_between_a_title_and_its_text_ends_the_title(after):
    assert known(PARTS[0], SECTIONS[0], after) == written.OUTLINE


def test_a_dash_inside_a_title_is_part_of_it():
    title = "聚焦主责主业——全面提升执法质效"
    found = written.read([*written.lines()[:3], f"（一）{title}。评查案卷128卷。"])

    assert [one.title for one in found.report.walk()][1] == title


@pytest.mark.parametrize("form", ["{}", "{}。", "\n{}\n"])
def test_a_number_on_a_line_of_its_own_is_that_of_the_line_below(form):
    lines = []
    for line in written.lines():
        number = re.match("[一二三]、|（[一二三]）", line)
        end = number.end() if number else 0
        lines += [*form.format(line[:end].rstrip("、")).split("\n"), line[end:]][not end :]

    assert written.outline(written.read(lines)) == written.OUTLINE


LEADING = [
    *((chinese(form), chinese("一、")) for form in ("【一】", "（一）", "⦅一⦆")),
    (sign("㈠"), chinese("一、")),
    *((arabic(form), chinese("（一）")) for form in ("1、", "1.", "（1）")),
    (chinese("【一】"), chinese("（一）")),
    (sign("㊀"), chinese("（一）")),
    (chinese("一、"), chinese("第一节 ")),
]


@pytest.mark.parametrize(("part", "section"), LEADING, ids=[p(1) + s(1) for p, s in LEADING])
def test_a_number_leads_that_goes_on_where_the_others_begin_anew(part, section):
    found = written.read(written.lines(part, section))

    assert written.outline(found) == written.OUTLINE
    assert written.numbers(found) == written.numbers(written.read(written.lines()))


def test_a_list_above_the_first_part_does_not_lead():
    listed = ["1.坚持统一部署。", "2.坚持依法行政。"]
    front, body = written.lines()[:2], written.lines()[2:]

    assert written.outline(written.read([*front, *listed, *body]))[2:] == written.OUTLINE


def test_sections_of_a_chapter_stand_below_it_and_above_what_they_number():
    lines = [written.TITLE, written.PREFACE, "第一章 主要举措和成效", "第一节 规范行政执法"]
    lines += ["一、评查案卷。评查案卷128卷。", "二、培训人员。培训650人次。", "第二节 化解矛盾纠纷"]
    lines += ["排查矛盾2380起。", "第二章 存在的不足", "第一节 力量薄弱", "人员变动较大。"]

    assert [level for level, _, _ in written.outline(written.read(lines))] == [1, 2, 3, 3, 2, 1, 2]


@pytest.mark.parametrize("mark", ["", "B）", "PART 2 ", "乙、", "02 ", "02丨", "▍"])
def test_the_title_of_a_part_is_known_with_any_number_or_none(mark):
    lines = [written.TITLE, written.PREFACE, mark + "主要举措和成效", "评查案卷128卷。"]
    lines += [mark + "存在的不足", "执法力量薄弱。", mark + "下一步工作打算", "加强人员培训。"]
    found = written.read([*lines, *written.BACK])

    entries = [(e.kind.value, e.text) for s in found.report.walk() for e in s.entries]
    assert [kind for kind, _ in entries] == ["measure", "shortcoming", "plan"]


@pytest.mark.parametrize("apart", [[], [""]])
def test_a_number_on_a_line_of_its_own_belongs_to_the_title_below(apart):
    lines = [
        piece
        for line in written.lines()
        for piece in ([line[:2], *apart, line[2:]] if line[1] == "、" else [line])
    ]
    found = written.read(lines)

    assert written.outline(found) == written.OUTLINE
    assert any(change.rule == "wrapped" for change in found.changes)


@pytest.mark.parametrize(
    ("formats", "texts"),
    [
        (("chineseCounting", "chineseCounting"), ("%1、", "（%2）")),
        (("chineseCounting", "decimalEnclosedParen"), ("%1、", "%2")),
        (("chineseCounting", "decimalEnclosedCircle"), ("%1、", "%2")),
        (("chineseCounting", "ideographEnclosedCircle"), ("%1．", "%2")),
        (("decimal", "decimal"), ("%1", "%1.%2")),
        (("decimal", "decimal"), ("%1.", "%1.%2.")),
        (("decimal", "decimal"), ("%1、", "%2）")),
        (("chineseCounting", "decimal"), ("第%1部分", "%2.")),
        (("chineseLegalSimplified", "decimalEnclosedFullstop"), ("%1、", "%2")),
    ],
)
def test_numbers_that_word_counts_are_numbers_of_headings(formats, texts):
    found = written.read(list(counted(formats, texts)))

    assert written.outline(found) == written.OUTLINE


def counted(formats, texts):
    """Paragraphs whose numbers a Word list wrote."""
    yield Paragraph(text=written.TITLE)
    yield Paragraph(text=written.PREFACE)
    for at, (title, sections) in enumerate(written.PARTS, 1):
        yield listed(texts[0].replace("%1", write_number(at, formats[0])), title)
        for number, (name, text) in enumerate(sections, 1):
            shown = texts[1].replace("%1", str(at)).replace("%2", write_number(number, formats[1]))
            yield listed(shown, f"{name}。{text}")


def listed(number, text):
    apart = " " if number[-1] in "0123456789." and text[0].isdecimal() else ""
    return Paragraph(text=number + apart + text, list_number=number + apart)


def test_a_number_before_a_text_without_a_title_counts_as_a_section():
    run_on = (
        "强化组织领导把法治建设纳入县委常委会工作计划并在全县各乡镇各部门全面推开"
        "持续用力取得了阶段性的明显成效2024年研究法治工作10余次，"
    )
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        f"（一）{run_on}组织述法。",
        "（二）强化法治思维。举办讲座2次。",
        "二、存在的不足",
        "执法力量薄弱。",
    ]
    found = written.read(lines)

    assert [s.number for s in found.report.sections[0].sections] == ["（一）", "（二）"]
    assert written.as_text(found) == "\n".join(lines)


ITEMS = ["法治意识不强，重视不够", "执法力量薄弱，队伍有待加强"]
PLANS = ["加强学习培训，提升法治素养", "强化执法监督"]


@pytest.mark.parametrize(
    "number", [chinese("（一）"), arabic("1."), arabic("1、"), sign("①"), sign("⑴")]
)
@pytest.mark.parametrize("stop", ["。", "；", ""])
def test_every_shortcoming_and_plan_of_one_line_is_an_entry(number, stop):
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        "办理案件37件。",
        "二、存在的不足和原因",
    ]
    lines += [number(at) + text + stop for at, text in enumerate(ITEMS, 1)]
    lines += ["三、2025年工作安排"]
    lines += [number(at) + text + stop for at, text in enumerate(PLANS, 1)]
    found = written.read(lines)

    entries = [(e.kind.value, e.text.strip()) for s in found.report.walk() for e in s.entries]
    assert entries[1:] == [
        *(("shortcoming", text + stop) for text in ITEMS),
        *(("plan", text + stop) for text in PLANS),
    ]
    assert written.as_text(found) == "\n".join(lines)


@pytest.mark.parametrize("mark", ["、", "，", "："])
@pytest.mark.parametrize("end", ["。", ""])
def test_reasons_that_are_counted_head_no_part(mark, end):
    reasons = [
        f"第一{mark}执法能力存在不足{end}",
        f"第二{mark}工作打算不够具体{end}",
        f"第三{mark}举措落得不实{end}",
    ]
    paragraph = f"分析原因：第一{mark}培训不够；第二{mark}督促不够。"
    lines = written.lines()
    below = lines.index("二、存在的不足和原因") + 1

    for more in (reasons, [paragraph], [*reasons, paragraph]):
        found = written.read([*lines[:below], *more, *lines[below:]])
        parts = [title for level, _, title in written.outline(found) if level == 1]

        assert parts == [title for title, _ in written.PARTS]


def test_sections_that_are_counted_so_stand_below_the_parts():
    lines = written.lines(section=chinese("第一，"))
    found = written.read(lines)

    assert [title for level, _, title in written.outline(found) if level == 1] == [
        title for title, _ in written.PARTS
    ]


def test_what_was_planned_is_not_carried_into_the_new_year():
    found = written.read(written.lines(part=chinese("第一、")))

    kinds = [section.key for section in found.report.sections]
    assert kinds == [section.key for section in written.read(written.lines()).report.sections]
    assert [section.number for section in found.report.sections] == ["第一、", "第二、", "第三、"]
