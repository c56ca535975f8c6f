"""Texts that speak of the same thing are found by what they share, not by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting.likeness import like

OTHERS = {
    "复议": "加强行政复议工作，规范复议案件办理流程。",
    "执法": "加强行政执法监督工作，开展案卷评查。",
    "普法": "加强普法宣传工作，培养法律明白人。",
    "空": "",
    "数": "2025年 12345",
}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("复议案件办理更加规范", "复议"),
        ("案卷评查发现问题整改到位", "执法"),
        ("法律明白人培训", "普法"),
    ],
)
def test_the_best_comes_first(text, best):
    assert like(text, OTHERS)[0] == best
    assert like(text, OTHERS, most=1) == [best]
    assert like(text, OTHERS, most=0) == []


@pytest.mark.parametrize("text", ["", "12345", "单", "气象预报发布", "复A议"])
def test_what_shares_nothing_is_not_like(text):
    assert like(text, OTHERS) == []


def test_what_every_text_says_weighs_little():
    same = dict.fromkeys("甲乙丙丁", "统筹推进工作落实。") | {"戊": "统筹推进信访化解。"}
    assert like("信访化解统筹推进", same, most=1) == ["戊"]


@given(st.lists(st.text("行政复议执法监督", min_size=2, max_size=12), min_size=2, max_size=6))
def test_a_text_is_most_like_itself(texts):
    others = {str(number): text for number, text in enumerate(dict.fromkeys(texts))}
    for text in others.values():
        assert _pairs(others[like(text, others, most=1)[0]]) == _pairs(text)


def _pairs(text):
    return {text[at : at + 2] for at in range(len(text) - 1)}


def test_what_nobody_else_says_does_not_matter():
    alone = "甲乙丙丁戊己庚辛壬癸" * 9
    assert like(f"复议案件办理{alone}", OTHERS, most=1) == ["复议"]


def test_not_more_are_named_than_asked_for():
    many = {str(number): f"行政复议第{number}次" for number in range(9)}
    assert len(like("行政复议", many)) == 5
    assert len(like("行政复议", many, most=7)) == 7
