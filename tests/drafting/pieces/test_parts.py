"""A part is put into a report where it belongs, and what stands behind it is counted on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting.pieces.parts import with_part
from nianbao.report.model import EntryKind, Report, Section
from nianbao.report.writing.numbering import write_heading_number
from nianbao.standards.parts import missing
from nianbao.standards.structure import parts

ORDER = list(parts())


def section(key, number, **more):
    return Section(id=f"s-{key}", level=1, number=number, prefix=number, title=key, key=key, **more)


def report(keys, numbers=None):
    numbers = numbers or [write_heading_number(1, n) for n in range(1, len(keys) + 1)]
    made = tuple(section(key, number) for key, number in zip(keys, numbers, strict=True))
    return Report(unit="青岚县", year=2026, sections=made)


@given(st.sets(st.sampled_from(ORDER)), st.sampled_from(ORDER))
def test_a_part_comes_into_its_place_and_all_are_counted(there, part):
    keys = [key for key in ORDER if key in there - {part}]

    after = with_part(report(keys), part, "new", "entry")

    assert [one.key for one in after.sections] == [key for key in ORDER if key in {*keys, part}]
    counted = [write_heading_number(1, n + 1) for n in range(len(after.sections))]
    assert [one.number for one in after.sections] == counted
    assert [one.prefix for one in after.sections] == counted
    (new,) = [one for one in after.sections if one.id == "new"]
    assert [(one.id, one.text) for one in new.entries] == [("entry", "")]
    assert part not in [one.id for one in missing(after)]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("achievements", EntryKind.MEASURE),
        ("first_responsible", EntryKind.DUTY),
        ("shortcomings", EntryKind.SHORTCOMING),
        ("next_year", EntryKind.PLAN),
        ("rectification", EntryKind.MEASURE),
        ("others", EntryKind.MEASURE),
        ("", EntryKind.MEASURE),
    ],
)
def test_the_empty_entry_of_a_part_is_what_the_part_tells(part, kind):
    after = with_part(report([]), part, "new", "entry")
    assert [entry.kind for entry in after.sections[0].entries] == [kind]


def test_numbers_keep_the_writing_they_have():
    made = report(["achievements", "next_year"], ["第一部分", "第二部分"])
    after = with_part(made, "shortcomings", "new", "entry")
    assert [one.prefix for one in after.sections] == ["第一部分", "第二部分", "第三部分"]


def test_what_has_no_number_and_gaps_stay_as_they_are():
    made = report(["achievements", "", "next_year"], ["一、", "", "五、"])
    after = with_part(made, "shortcomings", "new", "entry")
    assert [one.prefix for one in after.sections] == ["一、", "二、", "", "六、"]
    bare = with_part(report(["achievements"], [""]), "next_year", "new", "entry")
    assert [one.prefix for one in bare.sections] == ["", ""]


def test_a_part_that_stands_within_another_is_before_what_follows_it():
    duty = section("first_responsible", "（一）")
    one = section("achievements", "一、", sections=(duty,))
    made = Report(unit="青岚县", year=2026, sections=(one, section("next_year", "二、")))
    after = with_part(made, "shortcomings", "new", "entry")
    assert [one.key for one in after.sections] == ["achievements", "shortcomings", "next_year"]


@pytest.mark.parametrize("keys", [[], ["achievements", "next_year"]])
def test_a_part_without_a_title_comes_last(keys):
    after = with_part(report(keys), "", "new", "entry")
    assert after.sections[-1].title == ""
    assert after.sections[-1].number == write_heading_number(1, len(keys) + 1)
