"""Headings that may be of another level, broken, or of a second report are asked about."""

import pytest

from tests.understanding import written
from tests.understanding.written import titles


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


def test_a_section_with_the_sign_of_a_part_is_asked_about():
    lines = [line.replace("（二）规范", "二、规范") for line in written.lines()]

    assert "level_in_doubt" in open_rules(written.read(lines))
    assert "level_in_doubt" not in open_rules(written.read(written.lines()))


def test_a_part_with_the_sign_of_a_section_is_asked_about():
    swap = {"二、存在": "2、存在", "三、2025": "3、2025"}
    lines = []
    for line in written.lines():
        start = next((head for head in swap if line.startswith(head)), "")
        lines.append(swap.get(start, "") + line[len(start) :])

    assert "level_in_doubt" in open_rules(written.read(lines))


def test_a_number_that_stands_twice_is_asked_about():
    lines = [line.replace("（二）", "（一）") for line in written.lines()]

    assert "level_in_doubt" in open_rules(written.read(lines))


def test_a_list_with_the_numbers_of_the_sections_is_not():
    lines = written.lines()
    listed = ["（一）组织宣讲。", "（二）开展培训。", "（三）送法下乡。"]
    found = written.read([*lines[:4], *listed, *lines[4:]])

    assert "level_in_doubt" not in open_rules(found)


def test_shortcomings_in_each_section_are_not_asked_about():
    lines = [written.TITLE, written.PREFACE]
    for number, field in (("一、", "规范执法"), ("二、", "化解纠纷")):
        lines += [number + field, "（一）主要做法", "全年办理案件83件。"]
        lines += ["（二）存在的问题", "执法力量薄弱，人员变动较大。"]

    assert "level_in_doubt" not in open_rules(written.read(lines))


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


def test_an_explanation_behind_the_report_is_asked_about():
    behind = [
        "关于年度报告的起草说明",
        "一、起草过程",
        "征求83个单位意见。",
        "霞屏县司法局",
        "2025年1月8日",
    ]

    assert "second_report" in open_rules(written.read([*written.lines(), "", *behind]))


def test_the_same_report_twice_in_one_file_is_asked_about():
    assert "second_report" in open_rules(written.read([*written.lines(), "", *written.lines()]))


@pytest.mark.parametrize("repeated", [written.TITLE, "霞屏县人民政府"])
def test_a_title_on_every_page_is_no_second_report(repeated):
    lines = written.lines()
    paged = [*lines[:5], "- 1 -", repeated, *lines[5:8], "- 2 -", repeated, *lines[8:]]

    assert "second_report" not in open_rules(written.read(paged))
