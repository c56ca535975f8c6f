"""The pieces of a report, and where each stands in words."""

from dataclasses import replace

import pytest

from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from nianbao.report.pieces import (
    BACK_MATTER,
    FRONT_MATTER,
    UNTITLED,
    Piece,
    heading,
    path,
    piece_of,
    pieces,
    place,
)
from tests.report.reports import (
    ALONE,
    BARE,
    DATE,
    DEEP,
    EMPTY,
    FIRST,
    LAST,
    LAW,
    PART,
    PREFACE,
    REPORT,
    SECOND,
    SIGNATURE,
    TITLE,
    VALUES,
)

LEDGER = Ledger.of(2025, [], [], [])


def outside(element, where):
    return Piece(id=element.id, source=element.text, element=element, outside=where)


def entry(piece, ordinal, *trail):
    return Piece(id=piece.id, source=piece.text, entry=piece, ordinal=ordinal, trail=trail)


def test_every_text_is_a_piece_in_reading_order():
    assert list(pieces(REPORT)) == [
        outside(TITLE, FRONT_MATTER),
        outside(PREFACE, FRONT_MATTER),
        Piece(id="s1", source="一、{{ 年 }}年主要举措", trail=(PART,)),
        Piece(id="s11", source="（一）行政执法。", trail=(PART, LAW)),
        entry(FIRST, 1, PART, LAW),
        entry(SECOND, 2, PART, LAW),
        Piece(id="s12", source="2.", trail=(PART, BARE)),
        entry(ALONE, 1, PART, BARE),
        Piece(id="s2", source="二、打算", trail=(LAST,)),
        Piece(id="s111", source="", trail=(LAST, DEEP)),
        outside(SIGNATURE, BACK_MATTER),
        outside(DATE, BACK_MATTER),
    ]


def test_a_piece_is_found_by_its_id():
    assert piece_of(REPORT, "e2") == entry(SECOND, 2, PART, LAW)
    assert piece_of(REPORT, "date") == outside(DATE, BACK_MATTER)
    assert piece_of(REPORT, EMPTY.id) is None
    assert piece_of(REPORT, "没有") is None


@pytest.mark.parametrize(
    ("piece", "is_heading", "is_alone", "way"),
    [
        ("title", False, False, ()),
        ("s11", True, False, ("s1", "s11")),
        ("e1", False, False, ("s1", "s11")),
        ("e3", False, True, ("s1", "s12")),
        ("s12", True, False, ("s1", "s12")),
    ],
)
def test_what_a_piece_is(piece, is_heading, is_alone, way):
    found = piece_of(REPORT, piece)
    assert (found.is_heading, found.is_alone, found.way) == (is_heading, is_alone, way)


@pytest.mark.parametrize(
    ("section", "printed"),
    [(PART, "一、2025年主要举措"), (LAW, "（一）行政执法"), (BARE, "2.抓好培训"), (DEEP, "")],
)
def test_a_heading_as_it_prints(section, printed):
    assert heading(section, LEDGER) == printed


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("title", FRONT_MATTER),
        ("date", BACK_MATTER),
        ("s1", "一、2025年主要举措"),
        ("e1", "（一）规范执法"),
        ("e2", "（一）行政执法 第2条"),
        ("e3", "2.抓好培训"),  # the only one
        ("s111", UNTITLED),
    ],
)
def test_where_a_piece_stands_in_words(piece, words):
    assert place(piece_of(REPORT, piece), LEDGER) == words


def test_entries_of_a_section_without_a_name_are_counted_too():
    nameless = replace(LAW, prefix="", title="", entries=(replace(SECOND, text=""), SECOND))
    report = replace(REPORT, sections=(nameless,))
    found = [place(piece, LEDGER) for piece in pieces(report) if piece.entry]
    assert found == [f"{UNTITLED} 第1条", f"{UNTITLED} 第2条"]


def test_the_path_is_that_of_the_headings_that_print():
    texts = flow.texts(flow.rendered(REPORT, VALUES))
    assert path(piece_of(REPORT, "e2"), texts) == "一、2025年主要举措 → （一）行政执法。"
    assert path(piece_of(REPORT, "s1"), texts) == "一、2025年主要举措"
    assert path(piece_of(REPORT, "s111"), texts) == "二、打算"
    assert path(piece_of(REPORT, "preface"), texts) == FRONT_MATTER
