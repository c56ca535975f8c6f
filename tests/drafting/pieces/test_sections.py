"""A heading is put in, taken out and put back in its place, and those beside it are counted."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting.pieces import sections
from nianbao.drafting.pieces.sections import HeadingPlace
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.writing.numbering import with_ordinal, write_heading_number

FORMS = ["一、", "（一）", "1.", "㈠", "第一章 ", ""]
randoms = st.integers(0, 1 << 16).map(Random)  # noqa: S311 - examples; quick ones


def leaf(id_, number="", **more):
    return Section(
        id=id_, level=1, number=number.strip(), prefix=number, title=f"标题{id_}", **more
    )


def beside(ids, form, **more):
    numbers = [with_ordinal(form, n) for n in range(1, len(ids) + 1)]
    return tuple(leaf(id_, number, **more) for id_, number in zip(ids, numbers, strict=True))


def levelled(section, level=1):
    below = tuple(levelled(one, level + 1) for one in section.sections)
    return Section(
        **{
            name: getattr(section, name)
            for name in ("id", "number", "prefix", "title", "suffix", "run_in", "key", "paragraph")
        },
        level=level,
        sections=below,
    )


@st.composite
def reports(draw):
    """A report of headings alone, two levels deep; every second has words of its own."""
    counts = draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
    parts = beside([f"p{n}" for n in range(len(counts))], draw(st.sampled_from(FORMS)), key="k")
    made = []
    for number, (part, count) in enumerate(zip(parts, counts, strict=True)):
        ids = [f"s{number}-{n}" for n in range(count)]
        below = beside(ids, draw(st.sampled_from(FORMS)), suffix="。", run_in=bool(number % 2))
        made.append(
            levelled(Section(**{**{f: getattr(part, f) for f in _FIELDS}, "sections": below}))
        )
    return Report(unit="青岚县", year=2026, sections=tuple(made))


_FIELDS = ("id", "level", "number", "prefix", "title", "key", "paragraph")


class Draft:
    """A report with its marks, as the actions keep them."""

    def __init__(self, begun, *, is_begun):
        self.report, self.marks = begun, {}
        self.carried = begun if is_begun else None

    def leaves(self):
        return [one.id for one in self.report.walk() if not one.sections]

    def remove(self, section):
        for mark in sections.of_removal(self.report, self.marks.values(), section):
            self.marks[mark.kind, mark.target] = mark
        self.report = sections.without(self.report, section)

    def gone(self):
        return list(sections.removed(self.report, self.marks.values()))

    def put_back(self, section):
        self.report = sections.put_back(self.carried, self.report, self.marks.values(), section)
        there = {one.id for one in self.report.walk()}
        self.marks = {key: mark for key, mark in self.marks.items() if key[1] not in there}


@given(reports(), st.booleans(), randoms)
def test_what_is_taken_out_and_put_back_is_as_it_was(begun, is_begun, random):
    draft = Draft(begun, is_begun=is_begun)
    for _ in range(12):
        if draft.leaves() and random.random() < 0.6:
            draft.remove(random.choice(draft.leaves()))
        elif draft.gone():
            draft.put_back(random.choice(draft.gone()))
        order = [one.id for one in begun.walk()]
        here = [one.id for one in draft.report.walk()]
        assert here == [one for one in order if one in here]  # in the order it had, at all times
        if is_begun:
            numbers = {one.id: one.number for one in draft.report.walk()}
            for siblings in _siblings(draft.report.sections):
                count = [one for one in siblings if numbers[one.id]]
                assert [one.prefix for one in count] == [
                    with_ordinal(one.prefix, n) for n, one in enumerate(count, 1)
                ]
    while draft.gone():
        draft.put_back(random.choice(draft.gone()))
    seen = (lambda one: one) if is_begun else _bare
    assert seen(draft.report) == seen(begun)
    assert not draft.marks


def _siblings(siblings):
    yield siblings
    for one in siblings:
        yield from _siblings(one.sections)


def _bare(report):
    """What a year that was read from a file knows of its headings: not where they were read."""
    return [
        (one.id, one.level, one.prefix, one.title, one.suffix, one.run_in) for one in report.walk()
    ]


def entry(text=""):
    return Entry(id="e", kind=EntryKind.MEASURE, text=text)


@pytest.mark.parametrize("form", FORMS)
def test_a_new_heading_follows_the_one_in_hand_and_looks_like_it(form):
    below = beside(["a", "b"], form, suffix="。", run_in=True)
    part = levelled(
        Section(**{**{f: getattr(leaf("p", "一、"), f) for f in _FIELDS}, "sections": below})
    )
    report = Report(unit="青岚县", year=2026, sections=(part,))

    place = sections.place_behind(report, "a")
    after = sections.with_section(report, place, "新的一节。", "new", entry())

    (a, new, b) = after.sections[0].sections
    assert (a.id, new.id, b.id) == ("a", "new", "b")
    assert [a.prefix, new.prefix, b.prefix] == [with_ordinal(form, n) for n in (1, 2, 3)]
    assert (new.title, new.suffix, new.run_in, new.level) == ("新的一节", "。", True, 2)
    assert new.entries[0].joined  # it goes on behind the heading, as the others do
    last = sections.with_section(report, sections.place_behind(report, "p"), "末", "n", entry())
    assert [one.id for one in last.sections[0].sections] == ["a", "b", "n"]


def test_the_first_heading_of_a_part_has_the_form_that_others_have():
    told = levelled(
        Section(
            **{
                **{f: getattr(leaf("p", "一、"), f) for f in _FIELDS},
                "sections": beside(["a"], "㈠"),
            }
        )
    )
    bare = levelled(leaf("q", "二、"))
    report = Report(unit="青岚县", year=2026, sections=(told, bare))
    alone = Report(unit="青岚县", year=2026, sections=(bare,))

    def number(of):
        place = sections.place_behind(of, "q")
        after = sections.with_section(of, place, "新", "new", entry())
        return next(one.prefix for one in after.walk() if one.id == "new")

    assert number(report) == write_heading_number(2, 1)
    assert number(alone) == write_heading_number(2, 1)


def test_there_is_no_place_outside_of_all_sections():
    assert sections.place_behind(Report(unit="青岚县", year=2026), "front") is None


@pytest.mark.parametrize("text", ["", "x", "x\ny\nz\na\nb\nc\nd", "s\ns\n\n\n\n"])
def test_marks_that_somebody_made_up_do_no_harm(text):
    report = Report(unit="青岚县", year=2026, sections=(leaf("p", "一、"),))
    marks = [
        Mark(kind=MarkKind.REMOVED, target="s", text="标题"),
        Mark(kind=MarkKind.PLACE, target="s", text=text),
    ]
    assert sections.nearest(report, marks, "s") == "p"
    after = sections.put_back(None, report, marks, "s")
    assert len(list(after.walk())) in (1, 2)
    assert isinstance(HeadingPlace.parsed(text), HeadingPlace)
