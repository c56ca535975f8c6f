"""Whatever the number of a heading is written like, the outline is the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.readers.lists.number_formats import write_number
from nianbao.report.document import Document, Paragraph
from nianbao.report.numeral import NumeralKind
from nianbao.standards import structure
from nianbao.standards.layout import layout
from nianbao.understanding.around.page import take_apart
from nianbao.understanding.lines import outline
from nianbao.understanding.prepare import prepared
from tests.understanding import written
from tests.understanding.written import arabic, chinese, sign

RADICALS = str.maketrans("一二八十", "⼀⼆⼋⼗")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PARTS = [
    *map(
        chinese,
        ("一、", "一.", "一．", "一 、", "一、 ", " 一、", "●一、", "◆ 一、", "一 ．", "一　"),
    ),
    *map(
        chinese, ("第一部分 ", "第一部分：", "第一章　", "第一编　", "一：", "一，", "一·", "一 ")
    ),
    *map(chinese, ("一—", "一——", "一-")),
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
    *map(chinese, ("〔一〕", "●（一）", "【一】", "（一）：", "（一），", "<一>")),
    *map(chinese, ("｛一｝", "（一", "(一 ", "（一、", "「一」")),
    *map(arabic, ("1。", "1-", "（1.", "（1、")),
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


@pytest.mark.parametrize("after", ["：", "．", "——", "　"])
def test_what_stands_between_a_title_and_its_text_ends_the_title(after):
    assert known(PARTS[0], SECTIONS[0], after) == written.OUTLINE


def test_a_dash_inside_a_title_is_part_of_it():
    title = "聚焦主责主业——全面提升执法质效"
    found = written.read([*written.lines()[:3], f"（一）{title}。评查案卷128卷。"])

    assert [one.title for one in found.report.walk()][1] == title


def dotted(part, apart):
    """Lines in which the sections of part 2 are 2.1, 2.2."""
    for at, (title, sections) in enumerate(written.PARTS, 1):
        yield part(at) + title
        yield from (f"{at}.{n}{apart}{name}。{text}" for n, (name, text) in enumerate(sections, 1))


@pytest.mark.parametrize("part", [arabic("1."), arabic("1、"), arabic("1　"), PARTS[0], PARTS[10]])
@pytest.mark.parametrize("apart", ["", " ", "　", "、"])
def test_typed_numbers_of_two_numerals_stand_below_their_first(part, apart):
    body = [written.TITLE, written.PREFACE, *dotted(part, apart), *written.BACK]
    found = written.read(body)

    assert written.outline(found) == written.OUTLINE
    assert len(written.numbers(found)) == len(written.numbers(written.read(written.lines())))


def test_typed_numbers_of_three_numerals_stand_below_those_of_two():
    lines = [written.TITLE, written.PREFACE, "1 主要举措和成效", "1.1 规范行政执法"]
    lines += ["1.1.1 评查案卷", "评查案卷128卷。", "1.1.2 培训人员", "培训650人次。"]
    lines += [
        "1.2 化解矛盾纠纷",
        "排查矛盾2380起。",
        "2 存在的不足",
        "2.1 力量薄弱",
        "人员变动较大。",
    ]

    assert [level for level, _, _ in written.outline(written.read(lines))] == [1, 2, 3, 3, 2, 1, 2]


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


def asked(found):
    return {one.text for one in found.numerals if one.kind is NumeralKind.ASKED}


def test_a_decimal_at_the_head_of_a_line_is_no_number_of_a_heading():
    text = "1.1亿元资金用于执法装备，1.2万人受益。"
    found = written.read(
        [written.TITLE, written.PREFACE, "一、主要举措和成效", text, "1.2万人学法。"]
    )

    assert [str(m.value) for m in found.mentions] == ["110000000", "12000", "12000"]


def test_decimals_that_may_be_items_of_a_list_are_asked_about():
    texts = ["1.5万人次参加宣讲。", "2.3亿元投入法治保障。"]
    found = written.read([written.TITLE, written.PREFACE, "一、主要举措和成效", *texts])

    assert found.mentions == ()
    assert asked(found) == {"1.5万人次", "2.3亿元"}


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


@pytest.mark.parametrize("mark", [".", "．", "、", " "])
@pytest.mark.parametrize(
    "texts",
    [
        ("2024年，全县受理案件83件。", "2024年，评查案卷120卷。"),
        ("120卷案卷全部评查。", "35名执法人员全部参加培训。", "8个乡镇完成整改。"),
        ("规范执法。", "120卷案卷全部评查。", "加强监督。"),
    ],
)
def test_a_list_number_does_not_run_on_into_the_text(mark, texts):
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        "（一）规范执法",
        *(f"{number}{mark}{text}" for number, text in enumerate(texts, 1)),
        "二、存在的不足",
        "执法力量薄弱。",
    ]
    found = written.read(lines)

    below = found.report.sections[0].sections[0].sections
    assert [section.number for section in below] == [f"{n}." for n in range(1, len(texts) + 1)]
    assert {value for value, _ in written.numbers(found)} <= {83, 120, 35, 8}


def test_a_decimal_at_the_head_of_a_line_stays_a_decimal():
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        "发放补贴和奖励资金共计：",
        "1.83亿元，惠及企业35家。",
        "二、存在的不足",
        "执法力量薄弱。",
    ]

    assert (183000000, "元") in written.numbers(written.read(lines))


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


def test_a_last_part_is_no_plan_because_it_is_the_last():
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、扛牢主体责任，夯实法治根基",
        "召开会议4次。",
        "二、依法履行职能，维护安全稳定",
        "破获案件120起。",
        "下一步，霞屏县将进一步规范执法，争取2025年底前建成平台。",
    ]
    found = written.read(lines)

    assert [s.key for s in found.report.sections] == ["achievements", "achievements"]
    kinds = [e.kind.value for s in found.report.sections for e in s.entries]
    assert kinds == ["measure", "measure", "plan"]


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


TITLED = [
    piece
    for part, sections in written.PARTS
    for piece in (part, *(one for section in sections for one in section))
]


def titles(found):
    return [(level, title) for level, _, title in written.outline(found)]


@pytest.mark.parametrize("part", [lambda _: "", PARTS[0], arabic("1.")])
@pytest.mark.parametrize(("before", "behind"), [("", ""), ("", "："), ("● ", ""), ("　　", "")])
def test_short_lines_above_paragraphs_again_and_again_are_headings(part, before, behind):
    ordinals = {title: at for at, (title, _) in enumerate(written.PARTS, 1)}
    body = [part(ordinals[one]) + one if one in ordinals else one for one in TITLED]
    titled = [name for _, sections in written.PARTS for name, _ in sections]
    body = [before + one + behind if one in titled else one for one in body]
    found = written.read([written.TITLE, written.PREFACE, *body, *written.BACK])

    assert titles(found) == [(level, title) for level, _, title in written.OUTLINE]
    assert written.as_text(found).count("\n") == len(body) + len(written.BACK) + 1


@pytest.mark.parametrize(
    "body",
    [
        ["全年办理案件37件。", "执法力量薄弱", "人员变动较大，培训不够。"],
        ["评查案卷", "培训人员", "化解纠纷", "走访企业，听取意见，推动问题解决。"],
        ["一是办理案件37件；", "二是评查案卷128卷。"],
        ["主要做法如下：", "办理案件，评查案卷。", "取得的成效有：", "案件数量下降明显。"],
    ],
)
def test_a_short_line_that_stands_there_once_is_no_heading(body):
    lines = [written.TITLE, written.PREFACE, "一、主要举措和成效", *body]

    assert titles(written.read(lines)) == [(1, "主要举措和成效")]


def open_rules(found):
    return {change.rule for change in found.changes if change.open}


def test_a_line_below_one_heading_may_be_the_end_of_it_and_is_asked():
    begun = [*written.lines()[:3], "（一）坚持源头预防和多元化解"]
    text = "全年受理行政复议案件83件，审结80件。"

    assert "title_in_doubt" not in open_rules(written.read([*begun, text]))
    assert "title_in_doubt" in open_rules(written.read([*begun, "筑牢平安稳定根基", text]))


def test_many_headings_that_may_be_broken_are_asked_about_too():
    pieces = [
        *("一、主要举措和成效", "（一）坚持源头预防", "筑牢平安稳定根基"),
        *("受理行政复议申请83件。", "（二）坚持规范执法", "维护企业合法权益"),
        "评查行政执法案卷128卷。",
    ]
    found = written.read([written.TITLE, written.PREFACE, *pieces])

    assert [level for level, _ in titles(found)] == [1, 2, 2]
    assert "title_in_doubt" in open_rules(found)


def test_the_plan_has_a_part_behind_shortcomings_that_have_a_number():
    lines = [*written.lines()[:9], "下一步工作打算", "加强培训和监督。", *written.BACK]
    found = written.read(lines)

    assert titles(found)[-1] == (1, "下一步工作打算")
    assert found.report.sections[-1].key == "next_year"


@pytest.mark.parametrize("part", ["二、存在的不足和下一步打算", "二、存在的不足及2025年工作安排"])
def test_it_has_none_in_a_part_that_tells_both(part):
    lines = [*written.lines()[:6], part, "存在的不足", "力量薄弱。", "下一步打算", "加强培训。"]

    assert [title for level, title in titles(written.read(lines)) if level == 1][2:] == []


def test_it_has_none_where_a_later_part_tells_it():
    lines = written.lines()
    lines[9:9] = ["改进措施", "开展培训，加强监督。"]

    assert [level for level, _ in titles(written.read(lines))].count(1) == len(written.PARTS)


def test_a_section_with_the_sign_of_a_part_is_asked_about():
    lines = [line.replace("（二）规范", "二、规范") for line in written.lines()]

    assert "level_in_doubt" in open_rules(written.read(lines))
    assert "level_in_doubt" not in open_rules(written.read(written.lines()))


OTHER = [
    "霞屏县2023年法治政府建设年度报告",
    "2023年，霞屏县坚持依法行政。",
    "一、主要举措",
    "（一）规范执法。评查案卷97卷。",
    "二、2024年工作安排",
    "（一）提升水平。加强培训。",
    "霞屏县人民政府",
    "2024年1月18日",
]


@pytest.mark.parametrize("turned", [False, True])
def test_two_reports_in_one_file_are_asked_about(turned):
    both = [OTHER, written.lines()]
    first, second = both[::-1] if turned else both

    assert "second_report" in open_rules(written.read([*first, "", *second]))


def test_the_first_part_has_a_title_of_its_own_words_without_a_number():
    titled = [line[2:] if line[1] == "、" else line for line in written.lines()]
    titled[2] = "厉行法治有实效"
    found = written.read(titled)

    assert titles(found)[:2] == [(1, "厉行法治有实效"), (2, "化解矛盾纠纷")]
    assert [level for level, _ in titles(found)] == [level for level, _, _ in written.OUTLINE]


def test_the_same_report_twice_in_one_file_is_asked_about():
    assert "second_report" in open_rules(written.read([*written.lines(), "", *written.lines()]))


@pytest.mark.parametrize("repeated", [written.TITLE, "霞屏县人民政府"])
def test_a_title_on_every_page_is_no_second_report(repeated):
    lines = written.lines()
    paged = [*lines[:5], "- 1 -", repeated, *lines[5:8], "- 2 -", repeated, *lines[8:]]

    assert "second_report" not in open_rules(written.read(paged))


def test_a_part_with_the_sign_of_a_section_is_asked_about():
    swap = {"二、存在": "2、存在", "三、2025": "3、2025"}
    lines = []
    for line in written.lines():
        start = next((head for head in swap if line.startswith(head)), "")
        lines.append(swap.get(start, "") + line[len(start) :])

    assert "level_in_doubt" in open_rules(written.read(lines))


def test_shortcomings_in_each_section_are_not_asked_about():
    lines = [written.TITLE, written.PREFACE]
    for number, field in (("一、", "规范执法"), ("二、", "化解纠纷")):
        lines += [number + field, "（一）主要做法", "全年办理案件83件。"]
        lines += ["（二）存在的问题", "执法力量薄弱，人员变动较大。"]

    assert "level_in_doubt" not in open_rules(written.read(lines))
