"""A report as paragraphs: what stands in which, and with what role."""

from dataclasses import replace

import pytest

from nianbao.errors import InputError
from nianbao.report import flow
from nianbao.report.flow import Role, Span
from nianbao.report.model import ElementKind, EntryKind, Report
from tests.report.reports import (
    BARE,
    DATE,
    FIRST,
    LAW,
    PART,
    PREFACE,
    REPORT,
    SECOND,
    TITLE,
    VALUES,
)


def element(piece):
    return Span(role=Role.ELEMENT, piece=piece.id, text=piece.text, kind=piece.kind)


def heading(piece, text, level):
    return Span(role=Role.HEADING, piece=piece, text=text, level=level)


def words(piece, text, kind=EntryKind.MEASURE):
    return Span(role=Role.TEXT, piece=piece, text=text, kind=kind)


def test_the_paragraphs_stand_in_the_order_in_which_they_are_read():
    assert flow.lines(REPORT) == [
        (element(TITLE),),
        (element(PREFACE),),
        (heading("s1", "一、{{ 年 }}年主要举措", 1),),
        (heading("s11", "（一）行政执法。", 2),),
        (words("e0", "", EntryKind.BLANK),),
        (words("e1", "规范执法。检查{{ 检查数 }}次。"),),
        # what is joined goes on in the paragraph before it, whatever it is
        (
            words("e1", "全年无投诉。"),
            words("e2", "办案{{ 办案数 }}件。"),
            heading("s12", "2.", 3),
        ),
        (words("e3", "抓好培训；做好宣传。", EntryKind.PLAN),),
        (heading("s2", "二、打算", 1),),
        (
            Span(
                role=Role.ELEMENT,
                piece="signature",
                text="青岚县人民政府",
                kind=ElementKind.SIGNATURE,
            ),
        ),
        (element(DATE),),
    ]


def test_only_the_first_paragraph_of_an_entry_is_joined():
    second = replace(SECOND, text="甲。\n乙。")
    section = replace(LAW, entries=(FIRST, second), sections=())
    found = flow.lines(Report(unit="青岚县", year=2025, sections=(section,)))
    assert [[span.text for span in line] for line in found] == [
        ["（一）行政执法。"],
        ["规范执法。检查{{ 检查数 }}次。"],
        ["全年无投诉。", "甲。"],
        ["乙。"],
    ]


def test_what_is_joined_to_nothing_begins_the_text():
    section = replace(BARE, joined=True)
    found = flow.lines(Report(unit="青岚县", year=2025, sections=(section,)))
    assert found[0] == (heading("s12", "2.", 3),)


def test_a_heading_without_a_number_is_set_as_deep_as_it_stands():
    section = replace(PART, number="", prefix="", level=2, sections=())
    (line,) = flow.lines(Report(unit="青岚县", year=2025, sections=(section,)))
    assert line == (heading("s1", "{{ 年 }}年主要举措", 2),)


def test_rendering_fills_every_slot_and_changes_nothing_else():
    source, printed = flow.lines(REPORT), flow.rendered(REPORT, VALUES)
    assert [[replace(span, text="") for span in line] for line in printed] == [
        [replace(span, text="") for span in line] for line in source
    ]
    assert flow.text(printed) == (
        "青岚县2025年度报告\n现将情况报告如下。\n一、2025年主要举措\n（一）行政执法。\n\n"
        "规范执法。检查12次。\n全年无投诉。办案【待填：办案数】件。2.\n抓好培训；做好宣传。\n"
        "二、打算\n青岚县人民政府\n2026年1月8日"
    )
    with pytest.raises(InputError):
        flow.rendered(REPORT, {})


def test_each_piece_reads_as_a_whole():
    assert flow.texts(flow.rendered(REPORT, VALUES)) == {
        "title": "青岚县2025年度报告",
        "preface": "现将情况报告如下。",
        "s1": "一、2025年主要举措",
        "s11": "（一）行政执法。",
        "e0": "",
        "e1": "规范执法。检查12次。\n全年无投诉。",
        "e2": "办案【待填：办案数】件。",
        "s12": "2.",
        "e3": "抓好培训；做好宣传。",
        "s2": "二、打算",
        "signature": "青岚县人民政府",
        "date": "2026年1月8日",
    }
