"""Entries moved, split, merged, dropped: paragraphs stay whole, nothing gets lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting.pieces import arrange
from nianbao.report.model import Report, Section
from tests.drafting.pieces.paragraphed import TEXTS, entry, reports


def pieces(report):
    return st.sampled_from([e.id for s in report.sections for e in s.entries])


def groups(section):
    """The ids of the entries of each paragraph."""
    found = []
    for one in section.entries:
        if one.joined and found:
            found[-1].append(one.id)
        else:
            found.append([one.id])
    return found


def paragraphs(section):
    """The texts as they stand in paragraphs."""
    found = []
    for one in section.entries:
        if one.joined and found:
            found[-1] += one.text
        else:
            found.append(one.text)
    return found


@given(st.data(), reports())
def test_moving_keeps_every_entry_and_the_paragraphs_of_the_places(data, report):
    piece, by = data.draw(pieces(report)), data.draw(st.integers(-6, 6))

    after = arrange.moved(report, piece, by)

    for old, new in zip(report.sections, after.sections, strict=True):
        assert sorted(e.id for e in old.entries) == sorted(e.id for e in new.entries)
        assert [e.joined for e in old.entries] == [e.joined for e in new.entries]


@given(st.data(), reports())
def test_moving_there_and_back_changes_nothing(data, report):
    piece = data.draw(pieces(report))
    home = arrange.section_of(report, piece)
    at = [e.id for e in home.entries].index(piece)
    by = data.draw(st.integers(-at, len(home.entries) - 1 - at))

    assert arrange.moved(arrange.moved(report, piece, by), piece, -by) == report


@given(st.data(), reports())
def test_what_is_dropped_leaves_the_other_paragraphs_whole(data, report):
    piece = data.draw(pieces(report))
    home = arrange.section_of(report, piece)

    after = arrange.without(report, piece)

    left = next(s for s in after.sections if s.id == home.id)
    expected = [[e for e in group if e != piece] for group in groups(home)]
    assert groups(left) == [group for group in expected if group]


@given(st.data(), reports(), TEXTS, TEXTS)
def test_split_and_merged_is_as_before(data, report, first, second):
    piece = data.draw(pieces(report))
    before = with_text(report, piece, first + second)

    halves = arrange.split(before, piece, first, second, "", "新")

    assert arrange.entry_of(halves, "新").joined
    assert arrange.merged(halves, piece) == before


@given(st.data(), reports(), TEXTS, TEXTS)
def test_a_split_at_a_paragraph_is_merged_with_the_paragraph(data, report, first, second):
    piece = data.draw(pieces(report))
    before = with_text(report, piece, f"{first}\n{second}")

    halves = arrange.split(before, piece, first, f"\n{second}", "", "新")

    assert not arrange.entry_of(halves, "新").joined
    assert arrange.merged(halves, piece) == before


@given(st.data(), reports())
def test_an_entry_never_lands_inside_a_paragraph(data, report):
    after = data.draw(st.one_of(pieces(report), st.just("")))
    new = entry("x")

    made = arrange.with_entry(report, "s1", new, after=after)

    section = made.sections[0]
    assert new.text in paragraphs(section)
    assert paragraphs(replace(section, entries=tuple(e for e in section.entries if e != new))) == (
        paragraphs(report.sections[0])
    )


@given(st.data(), reports())
def test_an_entry_moved_to_another_section_is_there_and_nowhere_else(data, report):
    piece = data.draw(pieces(report))
    home = arrange.section_of(report, piece).id
    other = "s2" if home == "s1" else "s1"

    after = arrange.moved_to(report, piece, other)

    assert arrange.section_of(after, piece).id == other
    assert sum(e.id == piece for s in after.sections for e in s.entries) == 1


def test_new_ids_are_never_taken():
    report = Report(
        unit="某县",
        year=2026,
        sections=(
            Section(id="s", level=1, number="", prefix="", title="", entries=(entry(1), entry(2))),
        ),
    )
    first = arrange.new_id(report)
    more = arrange.with_entry(report, "s", replace(entry(3), id=first))

    assert arrange.new_id(more) not in {first, "e1", "e2", "s"}


def with_text(report, piece, text):
    return replace(
        report,
        sections=tuple(
            replace(
                s,
                entries=tuple(replace(e, text=text) if e.id == piece else e for e in s.entries),
            )
            for s in report.sections
        ),
    )
