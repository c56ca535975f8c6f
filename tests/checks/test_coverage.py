"""One judgement of what the report must say, for the rule and for the matrix."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao import checks
from nianbao.checks.coverage import Cover, coverage
from nianbao.standards.structure import parts, sections
from tests.checks.contexts import context, entry, report, section

TITLES = {
    "achievements": "主要举措和成效",
    "first_responsible": "履行第一责任人职责情况",
    "shortcomings": "存在的不足和原因",
    "next_year": "{{ 下年 }}年主要安排",
}
ANY_TITLE = st.one_of(
    st.sampled_from([*TITLES.values(), "存在的不足和下年主要安排", "规范执法", "其他"]),
    st.sampled_from([part.title for part in parts().values()]),
)
ANY_KEY = st.sampled_from(["", "", *parts(), *sections()])


def part(key, *entries, title="", **more):
    title = title or TITLES[key]
    return section(key, *entries, title=title, number="", level=1, key=key, **more)


def missing(made):
    """Return the titles that the matrix and the rule miss."""
    by_matrix = {gap.part.id for gap in coverage(made).gaps if gap.system is None}
    said = "".join(one.message for one in checks.run(made) if one.rule == "S01")
    year = made.report.year
    by_rule = {one.id for one in parts().values() if f"“{one.title_in(year)}”" in said}
    return by_matrix, by_rule


@given(st.lists(st.tuples(ANY_TITLE, ANY_KEY, st.integers(1, 2)), max_size=6))
def test_the_rule_and_the_matrix_miss_the_same_parts(headings):
    made = context(
        report(
            *(
                section(f"s{number}", title=title, key=key, level=level)
                for number, (title, key, level) in enumerate(headings)
            )
        )
    )
    by_matrix, by_rule = missing(made)
    assert by_matrix == by_rule


def test_one_section_may_be_two_parts():
    both = part("shortcomings", title="存在的不足和下年主要安排")

    assert missing(context(report(both)))[0] == {"achievements", "first_responsible"}


@pytest.mark.parametrize("key", TITLES)
def test_a_part_is_known_by_its_key_or_by_its_title(key):
    by_key = part(key, title="另外的标题")
    by_title = section("x", title=TITLES[key], level=1)

    assert key not in missing(context(report(by_key)))[0]
    assert key not in missing(context(report(by_title)))[0]


def system(number):
    return next(one for one in sections().values() if one.outline_no == number and one.short)


def test_a_shortcoming_wants_a_plan_in_the_same_system():
    enforcement = system(4)
    word = enforcement.keywords[0]
    wanting = part("shortcomings", entry("e1", f"{word}还有差距。"))
    planned = part("next_year", entry("e2", f"继续抓好{word}。"))
    silent = part("next_year", entry("e3", "继续努力。"))

    answered = coverage(context(report(wanting, planned)))
    unanswered = coverage(context(report(wanting, silent)))

    place = ("next_year", enforcement.id)
    assert answered.cells[place].cover is Cover.WORDS
    assert unanswered.cells[place].cover is Cover.GAP
    gap = next(one for one in unanswered.gaps if one.part.id == "next_year")
    assert (gap.system.id, gap.section) == (enforcement.id, "next_year")


def test_a_system_counts_its_entries_and_figures_once():
    inside = section(
        "x", entry("e1", "办{{ 甲 }}件"), entry("e2", "又{{ 甲 }}件"), key=system(4).id
    )
    found = coverage(context(report(part("achievements", sections=(inside,)))))

    cell = found.cells["achievements", system(4).id]
    assert (cell.cover, cell.entries, cell.figures, cell.section) == (Cover.FIGURES, 2, 1, "x")
    assert found.cells["achievements", system(5).id].cover is Cover.GAP
    assert len(found.gaps) == 3 + len([one for one in sections().values() if one.short]) - 1


def test_the_matrix_has_every_part_and_system_in_their_order():
    found = coverage(context(report(part("achievements"), part("next_year"))))
    assert [one.id for one in found.parts] == [one.id for one in parts().values() if one.short]
    numbers = [one.outline_no for one in found.systems]
    assert numbers == sorted(numbers)
    assert {one.id for one in found.systems} == {one.id for one in sections().values() if one.short}
    assert set(found.cells) == {(p.id, s.id) for p in found.parts for s in found.systems}
    assert found.here == {"achievements": "achievements", "next_year": "next_year"}
    assert [cover.glyph for cover in Cover] == ["√", "○", "—", "×"]
