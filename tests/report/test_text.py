"""Corrections to Chinese text: what is corrected, what is left, and that twice is once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.writing import text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024年,全县办件5.8万件,同比增长22%,平均", "2024年，全县办件5.8万件，同比增长22%，平均"),
        ("各乡镇(街道)", "各乡镇（街道）"),
        ("计划(2023-2025年)》", "计划（2023—2025年）》"),
        ("2019年-2023年以来", "2019年—2023年以来"),
        ("咨询 900 余人次", "咨询900余人次"),
        ("《贯彻落实<提升计划>实施意见》", "《贯彻落实〈提升计划〉实施意见》"),
        ("　　主要举措  ", "主要举措"),
        ('称为"枫桥经验"的', "称为“枫桥经验”的"),
        ("如下:", "如下："),
    ],
)
def test_what_may_be_corrected_without_asking(before, after):
    assert text.corrected(before)[0] == after


@pytest.mark.parametrize(
    "untouched",
    [
        "1.加强领导。",
        "占13.25%",
        "1,100万元",
        "yz@163.com",
        "http://www.example.com",
        "19:03",
        "《关于完善府院联动机制 深入推进建设的方案》",
        "办公室     2026年2月6日印发",
        "Word (2019)",
        "12.4",
    ],
)
def test_what_is_left_alone(untouched):
    assert text.corrected(untouched) == (untouched, [])


def test_every_correction_is_listed():
    _, log = text.corrected("全县,(街道)")

    assert [(item.rule, item.before, item.after) for item in log] == [
        ("punctuation", "全县,(街道)", "全县,（街道)"),
        ("punctuation", ",(街道)", ",(街道）"),
        ("punctuation", "全县,（街道）", "全县，（街道）"),
    ]


@given(
    st.text(
        st.sampled_from(list("中国年县,.;:!?()（）《》<>“”\"' 　1239%-—~A。，、\u200b")),
        max_size=40,
    )
)
def test_correcting_twice_is_correcting_once(sample):
    once, _ = text.corrected(sample)

    assert text.corrected(once) == (once, [])


@given(st.text(max_size=60))
def test_sentences_joined_are_the_text(sample):
    assert "".join(sentence for _, sentence in text.sentences(sample)) == sample
