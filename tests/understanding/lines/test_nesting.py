"""Lists numbered like the headings they stand below, and titles without a number in sections."""

import random
import time

import pytest

from nianbao.report.document import Paragraph
from nianbao.report.model import EntryKind
from nianbao.report.writing.numbering import parse_heading_number, to_chinese
from tests.understanding import written

HEAD = (written.TITLE, written.PREFACE)
FORMS = {
    "一、": lambda ordinal: f"{to_chinese(ordinal)}、",
    "（一）": lambda ordinal: f"（{to_chinese(ordinal)}）",
    "1.": lambda ordinal: f"{ordinal}.",
    "（1）": lambda ordinal: f"（{ordinal}）",
}


def levels(found):
    """The level of every heading, in reading order."""
    return [section.level for section in found.report.walk()]


def asked(found):
    """Whether the levels of the headings are asked about."""
    return any(change.rule == "level_in_doubt" and change.open for change in found.changes)


def made_up(chance):
    """Lines of an outline whose deepest sections hold lists of a form from above, and its levels.

    All of these lists are of titles, or all of sentences.
    """
    outer = chance.choice(
        [("一、", "（一）"), ("一、", "（一）", "1."), ("一、", "1."), ("（一）", "1.")]
    )
    inner, sentences = chance.choice(outer[:-1]), chance.random() < 0.5
    lines, found, count = [], [], iter(range(9999))

    def heading(level, form, ordinal, title):
        lines.append(FORMS[form](ordinal) + title)
        found.append(level)

    def sections(level):
        most = chance.randint(2, 3)
        for ordinal in range(1, most + 1):
            title = f"事项{to_chinese(next(count))}"
            title = "2025年工作安排" if level == 1 and ordinal == most else title
            heading(level, outer[level - 1], ordinal, title)
            if level < len(outer):
                sections(level + 1)
            elif chance.random() < 0.6:
                items(level + 1)
            else:
                lines.append("各项工作有序推进，成效明显。")

    def items(level):
        for ordinal in range(1, chance.randint(2, 4)):
            deed = f"举措{to_chinese(next(count))}"
            heading(level, inner, ordinal, deed + ("，持续推进。" if sentences else ""))
            if not sentences:
                lines.append("各项工作有序推进，成效明显。")

    sections(1)
    return lines, found


@pytest.mark.parametrize("number", range(60))
def test_a_list_of_a_form_from_above_stands_inside_or_is_asked_about(number):
    lines, wanted = made_up(random.Random(number))  # noqa: S311 (the same ones each time)
    found = written.read([*HEAD, *lines, *written.BACK])

    assert levels(found) == wanted or asked(found), lines


PARTS_INSIDE = (
    "一、主要举措和成效",
    "（一）规范行政执法",
    "一、落实三项制度。公示执法信息1200条。",
    "二、开展案卷评查。评查案卷128卷。",
    "（二）化解矛盾纠纷",
    "一、做实行政复议。新收申请46件。",
    "二、加强行政应诉。出庭应诉12次。",
    "二、存在的不足和原因",
    "（一）执法能力有待提升。培训不够。",
    "三、2025年工作安排",
    "（一）提升执法水平。加强培训。",
)
LISTS_BELOW_ARABIC = (
    "一、主要举措和成效",
    "1.规范行政执法",
    "（一）落实三项制度。公示执法信息1200条。",
    "（二）开展案卷评查。评查案卷128卷。",
    "2.化解矛盾纠纷",
    "（一）做实行政复议。新收申请46件。",
    "二、2025年工作安排",
    "1.提升执法水平",
    "（一）加强培训。组织轮训。",
)
NO_SECTIONS = (
    "一、主要举措和成效",
    "一、落实三项制度。公示执法信息1200条。",
    "二、开展案卷评查。评查案卷128卷。",
    "二、存在的不足",
    "一、执法能力不足。培训不够。",
    "二、普法形式不足。方式单一。",
    "三、2025年工作安排",
    "一、提升执法水平。加强培训。",
)
WRONG_NUMBERS = (
    "一、主要举措和成效",
    "（一）规范行政执法。公示执法信息1200条。",
    "（一）化解矛盾纠纷。新收申请46件。",
    "（三）推进普法宣传。开展宣传52场。",
    "一、存在的不足",
    "（一）培训不够。力量薄弱。",
    "三、2025年工作安排",
    "（一）提升执法水平。加强培训。",
)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (PARTS_INSIDE, [1, 2, 3, 3, 2, 3, 3, 1, 2, 1, 2]),
        (LISTS_BELOW_ARABIC, [1, 2, 3, 3, 2, 3, 1, 2, 3]),
        (NO_SECTIONS, [1, 2, 2, 1, 2, 2, 1, 2]),
        (WRONG_NUMBERS, [1, 2, 2, 2, 1, 2, 1, 2]),
    ],
    ids=["一、 in （一）", "（一） in 1.", "一、 in 一、", "numbers that are wrong"],
)
@pytest.mark.parametrize("by_word", [False, True], ids=["typed", "numbered by Word"])
def test_numbers_run_on_in_their_own_list(lines, wanted, by_word):
    if by_word:
        numbers = [parse_heading_number(line).written for line in lines]
        lines = [Paragraph(text=t, list_number=n) for t, n in zip(lines, numbers, strict=True)]
    found = written.read([*HEAD, *lines, *written.BACK])

    assert levels(found) == wanted
    assert not asked(found)


def test_a_list_that_may_be_the_rest_of_the_parts_is_asked_about():
    lines = ["一、规范执法", "（一）公示", "公示信息120条。", "一、网上公示", "公示信息66条。"]
    lines += ["二、化解纠纷", "受理申请46件。", "三、推进普法", "开展宣传52场。"]

    assert asked(written.read([*HEAD, *lines, *written.BACK]))


def test_headings_without_end_are_placed_in_time():
    begin = time.process_time()
    found = written.read([*HEAD, *PARTS_INSIDE * 60, *written.BACK])

    assert len(levels(found)) == 11 * 60
    assert time.process_time() - begin < 10


TITLES = [
    ("存在的不足", "下一步打算"),
    ("【存在的不足】", "【下一步打算】"),
    ("存在的不足：", "下一步打算："),
    ("存在问题", "下步工作计划"),
    ("问题与不足", "改进措施"),
    ("不足之处", "下一步工作思路"),
    ("　　存在的短板和不足", "　　下一年工作打算"),
    ("存在不足及原因分析", "2025年工作打算"),
    ("◆存在的问题", "◆下步打算"),
    ("（存在的不足）", "（下一步打算）"),
    ("差距和不足", "努力方向"),
    ("存在的不足", ""),
    ("", "下一步打算"),
]
ITEMS = {
    "1.": lambda at: f"{at + 1}.",
    "（1）": lambda at: f"（{at + 1}）",
    "一是": lambda at: f"{'一二'[at]}是",
    "①": lambda at: "①②"[at],
    "": lambda _: "",
}


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("titles", TITLES, ids=" ".join)
@pytest.mark.parametrize("form", ["一、", "（一）", "below a part"])
def test_what_each_section_lacks_and_plans_is_asked_and_ends_no_section(form, titles, item):
    number, below_part = FORMS.get(form, FORMS["（一）"]), form not in FORMS
    lines = ["一、主要举措和成效"] if below_part else []
    for at, deed in enumerate(("规范行政执法", "化解矛盾纠纷", "推进普法宣传"), 1):
        lines += [number(at) + deed, "各项工作有序推进，成效明显。"]
        for title, text in zip(titles, ("力量薄弱。", "加强培训。"), strict=True):
            if title:
                lines += [title, *(ITEMS[item](n) + f"{deed}{text}" for n in range(2))]
    found = written.read([*HEAD, *lines, *written.BACK])

    kinds = {
        "成效明显": (EntryKind.MEASURE, EntryKind.OTHER),
        "力量薄弱": (EntryKind.SHORTCOMING,),
        "加强培训": (EntryKind.PLAN,),
    }
    for section in found.report.walk():
        for entry in section.entries:
            told = [kind for words, kind in kinds.items() if words in entry.text]
            assert not told or entry.kind in told[0], (entry.text, entry.kind)
    named = [s.level for s in found.report.walk() if "行政" in s.title or "矛盾" in s.title]
    assert set(named[:2]) == {1 + below_part}


def test_a_title_without_a_number_stands_in_the_section_that_it_ends():
    lines = ["一、主要举措和成效", "（一）规范执法", "1.公示信息1200条。", "2.评查案卷128卷。"]
    lines += [
        "存在的不足",
        "1.力量薄弱。",
        "下一步打算",
        "1.充实力量。",
        "（二）化解纠纷",
        "1.受理申请46件。",
    ]
    lines += ["存在的不足", "1.人手不够。", "下一步打算", "1.加强培训。", "二、下一步工作安排"]
    lines += ["（一）充实力量。"]
    found = written.read([*HEAD, *lines, *written.BACK])

    (first, second), plan = found.report.sections[0].sections, found.report.sections[1]
    assert [one.title for one in first.sections if one.title] == ["存在的不足", "下一步打算"]
    assert [one.title for one in second.sections if one.title] == ["存在的不足", "下一步打算"]
    assert plan.key == "next_year"


def test_a_title_that_stands_once_between_the_parts_is_a_part():
    lines = written.lines()
    at = next(n for n, line in enumerate(lines) if "存在的不足" in line)
    lines[at] = "存在的不足和原因"

    assert [s.key for s in written.read(lines).report.sections][1] == "shortcomings"


@pytest.mark.parametrize(
    "text",
    [
        "存在的不足是力量薄弱，培训不够。",
        "目前，存在的主要问题有执法力量不足、培训不够。",
        "存在的短板主要在于基层力量薄弱。",
        "不足之处在于宣传形式单一。",
    ],
)
def test_a_sentence_that_begins_with_what_is_wanting_is_asked_about(text):
    lines = ["一、主要举措和成效", "（一）规范执法", "评查案卷128卷。", text]
    found = written.read([*HEAD, *lines, *written.BACK])

    kinds = {entry.text: entry.kind for s in found.report.walk() for entry in s.entries}
    assert kinds[text] is EntryKind.SHORTCOMING


def with_own_titles(chance):
    """Sections that may each end with what they lack and plan, and with items of their own."""
    form, below = chance.choice([("一、", False), ("（一）", False), ("（一）", True)])
    item, own = chance.choice(list(ITEMS.values())), chance.choice([0, 2])
    lines = ["一、主要举措和成效"] if below else []
    for ordinal in range(1, chance.randint(3, 4)):
        lines.append(FORMS[form](ordinal) + f"工作{'甲乙丙'[ordinal - 1]}")
        lines += [item(at) + "举措推进有序，成效明显。" for at in range(own)]
        lines += [] if own else ["举措推进有序，成效明显。"]
        for share, titles, text in (
            (0.8, ("存在的不足", "存在的主要问题", "不足之处"), "不足在于力量薄弱。"),
            (0.6, ("下一步打算", "下步工作安排", "努力方向"), "安排人员加强培训。"),
        ):
            if chance.random() < share:
                items = [item(at) + text for at in range(chance.randint(1, 2))]
                lines += [chance.choice(titles), *items]
    return lines


@pytest.mark.parametrize("number", range(80))
def test_nothing_lacking_or_planned_passes_for_a_deed_and_no_deed_for_it(number):
    lines = with_own_titles(random.Random(number))  # noqa: S311 (the same ones each time)
    found = written.read([*HEAD, *lines, *written.BACK])

    kinds = {"举措推进": "measure other", "不足在于": "shortcoming", "安排人员": "plan"}
    for section in found.report.walk():
        for entry in section.entries:
            told = next((kind for words, kind in kinds.items() if words in entry.text), "")
            assert not told or entry.kind.value in told, (lines, entry.text)
    assert len({s.level for s in found.report.walk() if s.title.startswith("工作")}) == 1
