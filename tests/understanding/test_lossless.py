"""Rendering the imported year gives the text back, character for character."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings

from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.writing import slots
from nianbao.report.writing.text import corrected
from nianbao.understanding.understand import understand
from tests.understanding.made_up import BODY, reports

TITLE = "青岚县2025年法治政府建设年度报告"


def document(lines):
    return Document(kind="txt", name="x", paragraphs=tuple(Paragraph(text=line) for line in lines))


def rendered(found):
    values = {figure.indicator: figure.value for figure in found.figures}
    return flow.text(flow.rendered(found.report, values | slots.years(found.report.year)))


@given(lines=reports())
@settings(max_examples=100, deadline=None)
def test_a_raw_import_comes_back_exactly_as_read(lines):
    found = understand(document(lines), stem="t", year=2025, raw=True)

    assert rendered(found) == "\n".join(lines)


def test_a_change_whose_word_is_not_written_plainly_comes_back_too():
    lines = [
        "霞屏县2025年法治政府建设年度报告",
        "一、主要举措",
        "合格率⽐上年提⾼1.2个百分点。" * 4,
    ]
    found = understand(document(lines), stem="t", year=2025, raw=True)

    assert rendered(found) == "\n".join(lines)
    assert {mention.value for mention in found.mentions} == {Decimal("1.2")}


@given(lines=reports())
@settings(max_examples=100, deadline=None)
def test_a_normal_import_comes_back_as_the_corrected_text(lines):
    found = understand(document(lines), stem="t", year=2025)
    assume(all(change.rule != "wrapped" for change in found.changes))  # a number alone, and a title

    changed = {change.paragraph for change in found.changes if change.rule in RESTORED}
    cut = {change.paragraph for change in found.changes if change.rule == "furniture"}
    expected = [
        (number, text)
        for number, text in enumerate(corrected(line)[0] for line in lines)
        if text and number not in cut
    ]
    got = rendered(found).split("\n")
    assert len(got) == len(expected)
    for (number, text), line in zip(expected, got, strict=True):
        if number not in changed:
            assert line == text


RESTORED = ("lost_numeral", "heading_number")


@given(lines=reports())
@example(lines=[TITLE, BODY, "主要举措和成效", "、、强化府院联动机制。", BODY])
@example(lines=[TITLE, BODY, "主要举措和成效", "）：强化府院联动机制。", BODY])
@example(lines=[TITLE, BODY, "一、　、强化府院联动机制。", BODY])
@example(lines=[TITLE, BODY, "一)：强化府院联动机制。", BODY])
@example(lines=[TITLE, BODY, "一、", "", "", "强化府院联动", BODY])
@example(lines=[TITLE, BODY, "一、　:", BODY])
@settings(max_examples=60, deadline=None)
def test_importing_what_was_rendered_changes_nothing_more(lines):
    once = rendered(understand(document(lines), stem="t", year=2025))

    again = understand(document(once.split("\n")), stem="u", year=2025)

    assert rendered(again) == once


def test_the_real_reports_come_back(seeds):
    for file in sorted(seeds.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").split("\n")

        assert rendered(understand(document(lines), stem="t", raw=True)) == "\n".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        ">　　⼀、工作举措和成效",  # a mark that is no heading before the title of a part
        ">⼀、工作举措和成效",
        "2O25年全年受理案件83件。",
        "2o25年，受理案件83件。",
        "同比增长-12.5%，效果明显。",
        "较上年减少－12件。",
    ],
)
def test_odd_lines_come_back_as_read(line):
    lines = [TITLE, "一、主要举措", BODY, line, BODY]
    assert rendered(understand(document(lines), stem="t", raw=True)) == "\n".join(lines)
