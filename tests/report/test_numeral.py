"""Numerals are as long as what is read as one number, and no longer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report import numeral
from nianbao.report.numeral import Numeral, NumeralKind, are_one, ends_numeral, is_enumerated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收83件结80件", ["83", "80"]),
        ("共1,234.5万元", ["1,234.5万"]),
        ("共1 234 567人", ["1 234 567"]),
        ("发放13万2千份、12万余份", ["13万2千", "12万"]),
        ("3000余万元", ["3000余万"]),
        ("九十九点八，百分之6", ["九十九点八", "百分之6"]),
        ("百分之九十九点八", ["百分之九十九点八"]),
        ("叁佰伍拾万元", ["叁佰伍拾万"]),
        ("伍件", ["伍"]),
        ("队伍、大陆", []),
        ("5百分点", ["5", "百"]),
        ("3千瓦", ["3", "千"]),
        ("二十余万", ["二十余万"]),
        ("2.2024年", ["2", "2024"]),
        ("2.2万", ["2.2万"]),
        ("过半", ["半"]),
        ("", []),
    ],
)
def test_a_numeral_is_as_long_as_it_can_be(text, found):
    assert [text[start:stop] for start, stop in numeral.spans(text)] == found


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("5-20", True),
        ("5 — 20", True),
        ("5至20", True),
        ("五到六", True),
        ("5   -20", False),
        ("12，34", True),
        ("2 。5", True),
        ("2  。  5", False),
        ("2 34", True),
        ("3/4", True),
        ("8:30", True),
        ("3、4", False),
        ("3件4", False),
        ("三5", True),
        ("三.5", True),
        ("5·三", True),
        ("三，5", False),
        ("三 5", False),
        ("三.五", False),
        ("一3", False),  # 统一3个标准
    ],
)
def test_what_is_written_as_one_thing(text, one):
    first, *_, last = list(numeral.spans(text))
    assert are_one(text, first, last) is one
    within = f"共{text}件"
    moved = [(start + 1, stop + 1) for start, stop in (first, last)]
    assert are_one(within, *moved) is one


@pytest.mark.parametrize(
    ("text", "ends"), [("83", True), ("83万", True), ("叁", True), ("83件", False), ("半", False)]
)
def test_what_ends_a_numeral(text, ends):
    assert ends_numeral(text, len(text)) is ends
    assert ends_numeral(f"{text}件8", len(text)) is ends


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("区、镇、村三级", 3, True),
        ("设立区、镇、村三级", 3, True),
        ("前年没有，区、镇、村三级", 3, True),
        ("区和镇两级", 2, True),
        ("区以及镇、村三级", 3, True),
        ("区、镇、村四级", 4, False),
        ("区、镇四级", 4, False),
        ("一、二；区、镇、村三级", 3, True),
        ("区镇村三级", 3, False),
        ("全县一级", 1, False),
        ("、区、镇两级", 2, True),
        ("甲" * 70 + "、" + "乙" * 20 + "两级", 2, True),
        ("甲、" + "乙" * 90 + "两级", 2, False),
    ],
)
def test_what_only_counts_the_things_before_it(text, value, counted):
    assert is_enumerated(text, len(text) - 2, value) is counted


@given(st.integers(0, 50), st.integers(1, 9), st.integers(-3, 30))
def test_a_numeral_keeps_all_but_its_place_when_it_moves(start, length, by):
    one = Numeral(
        kind=NumeralKind.EXCEPTION,
        start=start,
        stop=start + length,
        text="〔2024〕14号",
        reason="发文字号",
        piece="e1",
        context="甲□乙",
    )
    moved = one.moved(by)
    assert (moved.start, moved.stop) == (start + by, start + length + by)
    assert moved.moved(-by) == one
