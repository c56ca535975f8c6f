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
        ("青 岭 县 人 民 政 府", "青岭县人民政府"),
        ("关 于 青 岭 县 2 0 2 4 年", "关于青岭县2024年"),
        ("甲 乙 丙 丁", "甲乙丙丁"),
        ("建设法治政府.", "建设法治政府。"),
        ("1.建设法治政府.", "1.建设法治政府。"),
        ("第一章.建设.", "第一章。建设。"),
        ('称为"甲"和"乙"的', "称为“甲”和“乙”的"),
        ("《甲<乙>丙<丁>》", "《甲〈乙〉丙〈丁〉》"),
        ("《甲《乙》》", "《甲〈乙〉》"),
        ("(中)和(国", "（中）和（国"),
        ("(A)县", "（A）县"),
        ("县(A)", "县（A）"),
        ("A)县", "A）县"),
        ("B(县", "B（县"),
        ("12 规范 3 件", "12 规范3件"),
        ("12 月 3 件", "12月3件"),
        ("甲， 乙", "甲，乙"),
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
        "(A)B县",
        "县A(B)",
        "县A(",
        "甲 乙 丙和丁",
        "甲乙 丙丁 戊己",
        "一. 2",
        '称为"甲"和"乙的',
        'a "b" c',
        "《甲<乙》丙>",
        "a<b>c",
        "1 规范执法",
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


@pytest.mark.parametrize(
    ("before", "log"),
    [
        ("甲 乙 丙 丁", [("space", "甲 乙 丙 丁", "甲乙丙丁")]),
        ("甲 " * 30 + "乙", [("space", "甲 " * 19 + "甲…", "甲" * 30 + "乙")]),
        ("规范执法.", [("punctuation", "规范执法.", "规范执法。")]),
        (
            '称"甲"',
            [("punctuation", '称"甲"', '称“甲"'), ("punctuation", '称"甲"', '称"甲”')],
        ),
        (
            "《甲<乙>》",
            [
                ("inner_title", "《甲<乙>》", "《甲〈乙>》"),
                ("inner_title", "《甲<乙>》", "《甲<乙〉》"),
            ],
        ),
        ("2021年-2025年", [("year_range", "021年-2025", "021年—2025")]),
        ("收 3 件", [("space", "收 3 件", "收3 件"), ("space", "收 3 件", "收 3件")]),
        ("甲， 乙", [("space", "甲， 乙", "甲，乙")]),
    ],
)
def test_a_correction_says_what_it_was_and_shows_its_place(before, log):
    _, found = text.corrected(before)
    assert [(item.rule, item.before, item.after) for item in found] == log


@pytest.mark.parametrize(
    ("plain", "in_marks"),
    [("甲", "“甲”"), ("“甲”和“乙”", "“‘甲’和‘乙’”"), ("", "“”")],
)
def test_what_is_quoted_has_single_marks_inside(plain, in_marks):
    assert text.quoted(plain) == in_marks


@given(st.text(max_size=20), st.integers(1, 20))
def test_a_text_is_shortened_only_where_it_is_too_long(sample, most):
    found = text.shortened(sample, most)
    assert len(found) <= most
    assert found == sample if len(sample) <= most else found == sample[: most - 1] + "…"


@given(st.text(max_size=20), st.integers(1, 20))
def test_the_end_of_a_text_is_all_of_it_where_it_is_short(sample, most):
    found = text.end_of(sample, most)
    assert len(found) <= most
    assert (
        found == sample if len(sample) <= most else found[0] == "…" and sample.endswith(found[1:])
    )


def test_sentences_begin_where_they_stand():
    sample = "甲。乙；“丙！”丁"
    assert list(text.sentences(sample)) == [(0, "甲。"), (2, "乙；"), (4, "“丙！”"), (8, "丁")]


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


@pytest.mark.parametrize(
    ("sample", "closed"),
    [
        ("答复率86. 4%。", "答复率86.4%。"),
        ("答复率86 .4%。", "答复率86.4%。"),
        ("答复率86 . 4‰，", "答复率86.4‰，"),
        ("增长6 .4%。", "增长6.4%。"),
        ("走访2 , 308户。", "走访2,308户。"),
        ("走访12 ,308人次。", "走访12,308人次。"),
    ],
)
def test_a_gap_inside_of_a_number_is_closed(sample, closed):
    done, log = text.corrected(sample)

    assert done == closed
    assert [one.rule for one in log] == ["space"]


@pytest.mark.parametrize(
    "sample",
    [
        "详见表3. 5%的企业合格。",
        "完成培训8. 4%的任务另行安排。",
        "3. 5%的企业合格。",
        "按照第12. 5%的规定。",
        "分别增长8%. 4%。",
        "评查86. 4件合格。",
        "走访2, 308户。",
        "走访12，308户。",
        "共12 ,30户。",
        "编号12 , 3085。",
        "版本86 .4版。",
    ],
)
def test_a_gap_that_may_part_two_numbers_stays(sample):
    digits = [char for char in sample if char in "0123456789 "]

    assert [char for char in text.corrected(sample)[0] if char in "0123456789 "] == digits
