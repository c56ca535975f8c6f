"""The laws of the account, over generated texts and over reports damaged or disguised."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.corpus import REPORTS
from tests.understanding.accounts import (
    BROKEN,
    SAME,
    accounted,
    holds,
    lines_of,
    maximal,
    printed,
    read,
    understood,
    values_of,
)
from tests.understanding.made_up import BODY

WRITINGS = st.sampled_from(
    [
        "83",
        "1,234",
        "１，２３４",
        "９２．７２",
        "13万2千",
        "3万5000余",
        "九十九点八",
        "1·36亿",
        "12万余",
        "百分之6",
        "百分之九十九点八",
        "廿三",
        "叁佰伍拾万",
        "2O4",
        "-26.95",
        "近550",
        "两",
        "十余",
        "一",
        "二O二四",
        "2024",
        "24",
        "半",
        "〇",
        "千",
        "三",
        "第12",
        "2.0",
        "1",
        "8至10",
        "翻一番",
        "三成",
    ]
)
MARKS = st.sampled_from(
    [
        "件",
        "%",
        "％",
        "元",
        "万元",
        "年",
        "月",
        "日",
        "个",
        "支",
        "卷",
        "份",
        "人次",
        "倍",
        "",
        "",
        "，",
        "。",
        "-",
        "—",
        "至",
        "、",
        "·",
        ".",
        ",",
        " ",
        "　",
        "\u200b",
        "《",
        "》",
        "“",
        "”",
        "（",
        "）",
        "号",
        "级",
        "受理案件",
        "办结率",
        "增长",
        "第",
        "统",
        "队",
        "O",
        "l",
        "〔",
        "〕",
        "版",
        "+",
        "－",
        "/",
    ]
)
TEXTS = st.lists(WRITINGS | MARKS, max_size=14).map("".join)


@given(
    text=TEXTS
    | st.text(alphabet="0123456789一二三十百万亿点.,，-~件%年月第半成倍番零〇O", max_size=20)
)
@example("83+-O1,234廿三")
@settings(max_examples=600, deadline=None)
def test_every_numeral_is_exactly_one_thing_and_every_figure_is_whole(text):
    found = read(text)

    accounted(text, found.numerals)
    maximal(text, found.numerals)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_last_years_values_give_the_text_back(text):
    lines = ["青岚县2024年法治政府建设年度报告", "一、主要举措", BODY, text, BODY]

    found = understood(lines)

    assert printed(found).split("\n") == lines_of(lines)


def mutated(report, mutations):
    """The lines of a report, changed by several mutations, the same each time."""
    chance = random.Random(report.stem)  # noqa: S311
    lines = report.read_text(encoding="utf-8").split("\n")
    for mutation in mutations:
        lines = [mutation(line, chance) for line in lines]
    return lines


@pytest.mark.parametrize("report", REPORTS, ids=[report.stem for report in REPORTS])
def test_look_alikes_change_no_figure_of_a_report(report):
    before = understood(mutated(report, []))

    after = understood(mutated(report, SAME.values()))

    assert values_of(after) == values_of(before)
    holds(before)
    holds(after)


@pytest.mark.parametrize("place", range(len(REPORTS)), ids=[report.stem for report in REPORTS])
def test_no_number_of_a_damaged_report_is_read_in_part(place):
    mutation = list(BROKEN.values())[place % len(BROKEN)]

    holds(understood(mutated(REPORTS[place], [mutation])))
