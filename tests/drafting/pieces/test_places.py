"""Entries in their places: what each change does to a small section, and what is kept of it."""

from dataclasses import replace

import pytest

from nianbao.drafting.pieces import arrange, descent
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Entry, EntryKind, Report, Section


def entry(id_, text="", *, joined=False, kind=EntryKind.PLAN, title=""):
    return Entry(id=id_, kind=kind, text=text or f"{id_}。", joined=joined, title=title)


def report(**sections):
    return Report(
        unit="青岚县",
        year=2026,
        sections=tuple(
            Section(id=id_, level=1, number="", prefix="", title=id_, entries=tuple(entries))
            for id_, entries in sections.items()
        ),
    )


A, B, C = entry("a"), entry("b", joined=True), entry("c")
FULL = report(s=[A, B, C], t=[entry("d")])


def shape(changed):
    """Return the ids of each section, + before one that goes on in a paragraph."""
    return {
        section.id: " ".join(f"{'+' * one.joined}{one.id}" for one in section.entries)
        for section in changed.sections
    }


def test_entries_and_their_sections_are_found():
    assert arrange.entry_of(FULL, "b") == B
    assert arrange.entry_of(FULL, "s") is None
    assert arrange.section_of(FULL, "b").id == arrange.section_of(FULL, "s").id == "s"
    assert arrange.section_of(FULL, "没有") is None
    assert arrange.following(FULL, "a") == B
    assert arrange.following(FULL, "c") is None
    assert arrange.following(FULL, "没有") is None
    assert arrange.following(FULL, "s") is None


@pytest.mark.parametrize(
    ("changed", "s", "t"),
    [
        (lambda: arrange.without(FULL, "a"), "b c", "d"),
        (lambda: arrange.without(FULL, "b"), "a c", "d"),
        (lambda: arrange.without(FULL, "c"), "a +b", "d"),
        (lambda: arrange.without(FULL, "没有"), "a +b c", "d"),
        (lambda: arrange.moved(FULL, "a", 1), "b +a c", "d"),
        (lambda: arrange.moved(FULL, "a", 9), "b +c a", "d"),
        (lambda: arrange.moved(FULL, "c", -9), "c +a b", "d"),
        (lambda: arrange.moved(FULL, "c", 1), "a +b c", "d"),
        (lambda: arrange.moved_to(FULL, "b", "t"), "a c", "d b"),
        (lambda: arrange.moved_to(FULL, "b", "s"), "a +b c", "d"),
        (lambda: arrange.moved_to(FULL, "没有", "t"), "a +b c", "d"),
        (lambda: arrange.with_entry(FULL, "s", entry("n")), "a +b c n", "d"),
        (lambda: arrange.with_entry(FULL, "s", entry("n"), first=True), "n a +b c", "d"),
        (lambda: arrange.with_entry(FULL, "s", entry("n"), after="a"), "a +b n c", "d"),
        (lambda: arrange.with_entry(FULL, "s", entry("n"), after="c", first=True), "a +b c n", "d"),
        (lambda: arrange.with_entry(FULL, "s", entry("n"), after="没有"), "a +b c n", "d"),
        (lambda: arrange.with_entry(FULL, "没有", entry("n")), "a +b c", "d"),
        (lambda: arrange.behind(FULL, "a", entry("n", joined=True)), "a +n +b c", "d"),
        (lambda: arrange.behind(FULL, "c", entry("n")), "a +b c n", "d"),
        (lambda: arrange.merged(FULL, "a"), "a c", "d"),
        (lambda: arrange.merged(FULL, "c"), "a +b c", "d"),
        (lambda: arrange.split(FULL, "a", "一", "二", "题", "n"), "a +n +b c", "d"),
        (lambda: arrange.split(FULL, "a", "一", "\n二", "题", "n"), "a n +b c", "d"),
    ],
)
def test_where_everything_stands_afterwards(changed, s, t):
    assert shape(changed()) == {"s": s, "t": t}


def test_an_entry_that_begins_the_section_may_begin_a_paragraph_behind_it():
    joined = report(s=[replace(A, joined=True), B, C], t=[])
    assert shape(arrange.without(joined, "a"))["s"] == "+b c"


def test_what_is_merged_keeps_its_paragraphs():
    assert arrange.entry_of(arrange.merged(FULL, "a"), "a").text == "a。b。"
    assert arrange.entry_of(arrange.merged(FULL, "b"), "b").text == "b。\nc。"


def test_what_is_split_has_two_texts_and_the_second_its_title():
    changed = arrange.split(FULL, "a", "一", "\n二", "题", "n")
    assert arrange.entry_of(changed, "a") == replace(A, text="一")
    assert arrange.entry_of(changed, "n") == replace(A, id="n", text="二", title="题")


def test_a_new_entry_is_of_the_kind_of_the_others():
    section = FULL.sections[0]
    assert arrange.blank_entry(section, "n") == Entry(id="n", kind=EntryKind.PLAN, text="")
    bare = replace(section, entries=(entry("x", kind=EntryKind.BLANK),))
    assert arrange.blank_entry(bare, "n").kind is EntryKind.MEASURE


@pytest.mark.parametrize(
    ("now", "piece", "stands"),
    [
        (FULL, "b", True),
        (report(s=[A, entry("n"), B, C], t=[]), "b", True),
        (report(s=[B, C], t=[]), "b", True),
        (report(s=[B, A, C], t=[]), "b", False),
        (report(s=[A, C], t=[B]), "b", False),
        (report(s=[A, C], t=[]), "b", False),
        (report(s=[A, B, C, entry("n")], t=[]), "n", False),
    ],
)
def test_whether_an_entry_stands_as_the_year_began(now, piece, stands):
    assert arrange.stands_as_begun(FULL, now, piece) is stands


def mark(kind, target, text=""):
    return Mark(kind=kind, target=target, text=text)


def test_of_an_entry_that_was_cut_both_parts_come_from_it():
    marks = descent.of_split(FULL, [], "a", ("a", "。"), "n")
    assert marks == [
        mark(MarkKind.PART, "n", "a"),
        mark(MarkKind.BASE, "a", "a"),
        mark(MarkKind.BASE, "n", "。"),
        mark(MarkKind.ORIGIN, "a", "a"),
        mark(MarkKind.ORIGIN, "n", "a"),
    ]
    assert descent.of_split(FULL, [], "新", ("a", "b"), "n") == []
    assert descent.of_split(None, [], "a", ("a", "b"), "n") == []
    assert descent.origins(marks, "n") == ["a"]
    assert descent.origins(marks, "b") == ["b"]


def test_of_two_that_were_joined_the_first_holds_both():
    assert descent.of_merge(FULL, [], A, B) == [
        mark(MarkKind.BASE, "a", "a。b。"),
        mark(MarkKind.BASE, "b"),
        mark(MarkKind.ORIGIN, "a", "a b"),
    ]
    assert descent.of_merge(FULL, [], B, C)[0].text == "b。\nc。"
    assert descent.of_merge(None, [], A, B) == []
    assert descent.of_merge(FULL, [], A, entry("新")) == []
    new = entry("新")
    assert descent.of_merge(FULL, [], new, C) == [
        mark(MarkKind.PART, "新", "c"),
        mark(MarkKind.BASE, "新", "c。"),
        mark(MarkKind.BASE, "c"),
        mark(MarkKind.ORIGIN, "新", "c"),
    ]


def test_the_beginning_of_the_year_is_cut_and_joined_alike():
    marks = descent.of_merge(FULL, [], A, B)
    began = descent.descended(FULL, marks, lambda text: f"题：{text}")
    assert shape(began) == {"s": "a c", "t": "d"}
    assert arrange.entry_of(began, "a") == replace(A, text="a。b。", title="题：a。b。")
    assert descent.descended(FULL, [], lambda text: text) is FULL

    cut = descent.of_split(FULL, [], "b", ("b", "\n。"), "n")
    began = descent.descended(FULL, cut, lambda _: "")
    assert shape(began)["s"] == "a +b +n c"
    lost = mark(MarkKind.PART, "n", "没有")
    assert descent.descended(FULL, [lost], lambda _: "") is FULL


def test_of_an_entry_that_is_dropped_only_what_is_not_at_hand_is_kept():
    assert descent.of_drop(FULL, FULL, "b") == []
    typed = report(s=[A, replace(B, text="改了。"), C], t=[])
    assert descent.of_drop(FULL, typed, "b") == [mark(MarkKind.DROPPED, "b", "改了。")]
    moved = report(s=[C, A, B], t=[])
    assert descent.of_drop(FULL, moved, "b") == [mark(MarkKind.PLACE, "b", "s a")]
    first = report(s=[B, A, C], t=[])
    assert descent.of_drop(FULL, first, "b") == [mark(MarkKind.PLACE, "b", "s")]
    assert descent.of_drop(None, FULL, "a") == [
        mark(MarkKind.DROPPED, "a", "a。"),
        mark(MarkKind.PLACE, "a", "s"),
    ]


def test_where_a_dropped_entry_stood():
    marks = [mark(MarkKind.PLACE, "a", "s b"), mark(MarkKind.PLACE, "b", "s")]
    assert descent.dropped_from(marks, "a") == ("s", "b")
    assert descent.dropped_from(marks, "b") == ("s", "")
    assert descent.dropped_from(marks, "c") is None


def test_what_is_written_no_longer_is_told_with_its_section():
    left = report(s=[A], t=[])
    marks = [
        mark(MarkKind.DROPPED, "b", "改了。"),
        mark(MarkKind.PLACE, "c", "t"),
        mark(MarkKind.DROPPED, "新", "新写的。"),
        mark(MarkKind.PLACE, "新", "t d"),
        mark(MarkKind.DROPPED, "又", "节没有了。"),
        mark(MarkKind.PLACE, "又", "没有"),
        mark(MarkKind.DROPPED, "无", "没有地方。"),
        mark(MarkKind.DROPPED, "a", "还在。"),
    ]
    found = [(home, one.id, one.text) for home, one in descent.dropped(left, FULL, marks)]
    assert found == [
        ("s", "b", "改了。"),
        ("t", "c", "c。"),
        ("t", "d", "d。"),
        ("t", "新", "新写的。"),
    ]
    assert list(descent.dropped(FULL, FULL, [])) == []
    assert [one.id for _, one in descent.dropped(left, None, marks)] == ["新"]


@pytest.mark.parametrize(
    ("base", "first", "second", "halves"),
    [
        ("甲。乙。", "甲。", "丙。", ("甲。", "乙。")),
        ("甲。乙。", "甲甲。", "乙。", ("甲。", "乙。")),
        ("甲。乙。", "甲。", "", ("甲。", "乙。")),
        ("甲。乙。", "子。", "丑。", ("甲。", "乙。")),
        ("收{{ 甲 }}件。结案。", "新收{{ 甲 }}件。", "结案了。", ("收{{ 甲 }}件。", "结案。")),
        ("", "甲。", "乙。", ("", "")),
    ],
)
def test_an_old_text_is_cut_where_its_new_form_was(base, first, second, halves):
    assert descent.divided(base, first, second) == halves
