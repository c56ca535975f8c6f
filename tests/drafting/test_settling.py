"""What is set in 【待核：…】 is left as it reads, or taken out; nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting import settling
from nianbao.report.writing import slots

SOURCES = st.lists(
    st.one_of(
        st.text("甲乙丙，。{%", max_size=6).map(slots.escape),
        st.sampled_from(["{{ 甲 }}", "{{ 上年 }}", '{{ 乙|如("12万余") }}']),
    ),
    max_size=4,
).map("".join)


@given(before=SOURCES, held=SOURCES, behind=SOURCES)
def test_what_is_confirmed_reads_as_before_it_was_marked(before, held, behind):
    source = f"{before}【待核：{held}】{behind}"

    assert settling.confirmed(source, 0) == before + held + behind
    assert settling.inside(source, 0) == held


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("新收{{ 甲 }}件，【待核：首次超过诉讼】，审结多件。", "新收{{ 甲 }}件，审结多件。"),
        ("新收{{ 甲 }}件，【待核：首次超过诉讼】。", "新收{{ 甲 }}件。"),
        ("【待核：去年3月】，印发方案。", "印发方案。"),
        ("一是【待核：{{ 上年 }}年3月】印发【待核：方案】。", "一是印发【待核：方案】。"),
    ],
)
def test_what_is_taken_out_leaves_no_second_comma(source, left):
    assert settling.removed(source, 0) == left
