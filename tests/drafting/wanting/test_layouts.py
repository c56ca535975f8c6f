"""What was wanting and what is planned is asked about in whatever way it is laid out."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import FRAME, read, text

HEAD = (
    *(line.format(year=2025) for line in FRAME[:3]),
    "（一）规范行政执法。全年评查案卷86卷，执法质量稳步提高。",
    "（二）化解矛盾纠纷。全年调处纠纷97件，化解率98.5%。",
)
WANTING = ("镇村两级执法人手偏紧", "普法活动形式不够多样", "数据共享程度还不够高")
PLANNED = ("办好执法人员轮训", "用好乡村普法队伍", "建好数据共享平台")
TITLES = {
    "numbered": ("二、存在的不足和原因", "三、2026年主要安排"),
    "colons": ("二、存在的问题：", "三、下步工作："),
    "parts": ("第二部分　存在的不足", "第三部分　2026年工作安排"),
    "below a part": ("（三）存在的不足", "（四）下一步打算"),
    "without numbers": ("存在的不足", "下一步工作打算"),
}
NUMBERS = {
    "（一）": "（一）,（二）,（三）",
    "1.": "1.,2.,3.",
    "1、": "1、,2、,3、",
    "（1）": "（1）,（2）,（3）",
    "①": "①,②,③",
    "一是": "一是,二是,三是",
    "首先": "首先，,其次，,再次，",
    "●": "●,●,●",
    "none": ",,",
}


def listed(sayings, numbers, stop):
    return [n + one + stop for n, one in zip(numbers.split(","), sayings, strict=True)]


def unasked(*lines):
    """Return what is said of shortcomings and plans in lines that carry no mark of it."""
    last = read(*HEAD, *lines)
    draft = text(last, new_year.start(last.report, last.indicators, last.figures)).split("\n")
    assert not [line for line in draft if ("评查" in line or "调处" in line) and "待核" in line]
    places = {one: next(line for line in draft if one in line) for one in WANTING + PLANNED}
    return [one for one, line in places.items() if "【待核：" not in line]


@pytest.mark.parametrize("stop", ["。", "；", ""])
@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("titles", TITLES.values(), ids=TITLES)
def test_every_item_of_a_list_is_asked(titles, numbers, stop):
    wanting, planned = (listed(said, numbers, stop) for said in (WANTING, PLANNED))

    assert unasked(titles[0], *wanting, titles[1], *planned) == []


OUTSIDE = [  # of a list inside a list, and how the outer one goes on
    ("1.", "（一）"),
    ("（1）", "1."),
    ("①", "（1）"),
    ("一是", "1."),
    ("首先", "（1）"),
    ("●", "1."),
]


@pytest.mark.parametrize("group", ["{}", "{}。", "{}：", "{}方面"])
@pytest.mark.parametrize(("outer", "inner"), OUTSIDE)
@pytest.mark.parametrize("titles", TITLES.values(), ids=TITLES)
def test_every_item_of_a_list_that_begins_anew_inside_a_list_is_asked(titles, outer, inner, group):
    def nested(sayings, heads):
        outside, inside = NUMBERS[outer].split(","), NUMBERS[inner].split(",")
        return [
            outside[0] + group.format(heads[0]),
            *(number + one for number, one in zip(inside, sayings[:2], strict=False)),
            outside[1] + group.format(heads[1]),
            inside[0] + sayings[2],
        ]

    wanting = nested(WANTING, ("执法力量", "数据"))
    planned = nested(PLANNED, ("建强队伍", "做实服务"))

    assert unasked(titles[0], *wanting, titles[1], *planned) == []


def test_a_group_of_a_list_is_no_item_of_its_own():
    last = read(*HEAD, "二、存在的不足", "（一）执法力量", "1.人手偏紧。", "2.装备老旧。")
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert "\n（一）执法力量\n1.【待核：" in draft


@pytest.mark.parametrize(
    ("wanting", "planned"),
    [
        ("二、存在的不足。{}。", "三、下一步打算。{}。"),
        ("二、查找出的主要问题\n{}。", "三、新的一年工作目标\n{}。"),
        ("二、问题剖析\n{}。", "三、下步工作举措\n{}。"),
        ("二、有待加强的方面\n{}。", "三、2026年重点任务\n{}。"),
        ("二、问题和打算\n（一）主要问题\n1.{}。", "（二）工作打算\n1.{}。"),
        ("存在的不足：{}。", "下一步打算：{}。"),
        ("存在的主要问题是：{}。", "接下来，霁岚县将{}。"),
        ("回顾一年来的工作，也存在不少短板，主要是：{}。", "新的一年，将{}。"),
        ("【存在的不足】\n1.{}。", "【下一步打算】\n1.{}。"),
    ],
)
def test_what_is_wanting_and_what_is_planned_is_asked_under_any_words(wanting, planned):
    lines = f"{wanting.format('；'.join(WANTING))}\n{planned.format('；'.join(PLANNED))}"

    assert unasked(*lines.split("\n")) == []


def test_the_items_behind_a_paragraph_on_what_is_wanting_are_asked_and_what_follows_is_not():
    last = read(*HEAD, "目前存在的问题：", "一是人手偏紧。", "二是手段单一。", "全年培训9次。")
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert draft.count("【待核：上年的不足，请改写】") == 2
    assert "\n全年培训【待填：" in draft


def test_what_a_title_without_a_number_says_ends_at_the_next_part():
    last = read(*HEAD, "存在的不足", "一是人手偏紧。", "二、特色做法", "（一）建驿站。便民利民。")
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert "【待核：上年的不足，请改写】一是人手偏紧" in draft
    assert "（一）建驿站。便民利民。" in draft


def test_a_title_without_a_number_among_numbered_parts_is_a_part_of_its_own():
    last = read(*HEAD, "存在的不足", "一是人手偏紧。", "下一步打算", "（一）轮训。办好轮训。")

    assert [section.key for section in last.report.sections] == [
        "achievements",
        "shortcomings",
        "next_year",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("（三）做实普法。", "存在的不足", "形式单一。", "（四）调解。", "存在的不足", "人少。"),
        ("二、存在的不足和下一步打算", "存在的不足", "人手偏紧。", "下一步打算", "办好轮训。"),
    ],
)
def test_titles_without_numbers_inside_of_sections_and_parts_are_no_parts(lines):
    last = read(*HEAD, *lines)

    assert all(section.number for section in last.report.sections)


@pytest.mark.parametrize("title", ["化解突出问题", "聚焦民生问题", "推动解决历史遗留问题"])
def test_a_part_that_deals_with_problems_tells_what_was_done(title):
    last = read(
        *HEAD, f"二、{title}", "（一）清积案。全年化解积案9件。", "三、2026年安排", "练兵。"
    )
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert "上年的不足" not in draft
