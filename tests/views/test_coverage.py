"""Five parts, nine systems: what is there, what is missing, and why it should be there."""

from dataclasses import replace

from nianbao.checks.coverage import Cover
from nianbao.views import coverage


def test_the_matrix_has_five_parts_and_nine_systems_in_the_order_of_the_outline(desk):
    found = coverage.coverage(desk)

    assert [part.short for part in found.parts] == [
        "举措成效",
        "第一责任人",
        "不足原因",
        "下年安排",
        "其他情况",
    ]
    assert len(found.systems) == 9
    assert (found.systems[0].id, found.systems[8].id) == ("s1_functions", "s9_leadership")
    assert len(found.cells) == 45


def test_a_cell_counts_entries_and_figures_and_says_where(desk):
    cell = coverage.coverage(desk).cells["achievements", "s6_disputes"]

    assert (cell.cover, cell.entries, cell.figures) == (Cover.FIGURES, 1, 4)
    section = next(one for one in desk.report.walk() if one.id == cell.section)
    assert section.title == "依法化解矛盾纠纷"


def test_a_system_without_an_entry_is_a_gap_with_its_basis(desk):
    found = coverage.coverage(desk)

    assert found.cells["achievements", "s5_emergency"].cover is Cover.GAP
    gap = next(one for one in found.gaps if "突发事件" in one.message)
    assert gap.message == "“举措成效”里没有写突发事件。"
    assert "突发事件应对法" in gap.basis
    assert gap.hints
    assert gap.section == desk.report.sections[0].id


def test_a_required_part_that_is_missing_is_a_gap_and_an_optional_one_is_none(desk):
    messages = [gap.message for gap in coverage.coverage(desk).gaps]

    assert any("第一责任人" in message for message in messages)
    assert not any("其他需要报告" in message for message in messages)


def test_a_shortcoming_wants_a_plan_in_the_same_system(desk):
    assert coverage.coverage(desk).cells["next_year", "s4_enforcement"].cover is Cover.WORDS

    *others, plans = desk.report.sections
    without = replace(desk.report, sections=(*others, replace(plans, sections=plans.sections[1:])))
    with desk.act("删去") as action:
        desk.store.save_report(action, without)
    found = coverage.coverage(desk)

    assert found.cells["next_year", "s4_enforcement"].cover is Cover.GAP
    assert "“不足”里写了行政执法，下年安排没有回应。" in [gap.message for gap in found.gaps]


def test_the_outline_shows_how_many_gaps_there_are(desk):
    found = coverage.coverage(desk)
    assert found.word == f"缺{len(found.gaps)}"
