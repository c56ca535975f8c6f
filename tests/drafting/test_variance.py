"""How far a draft has left last year's text."""

import pytest

from nianbao.drafting import variance
from nianbao.report.model import Entry, EntryKind, EntryState, Report, Section

SOURCE = "{{ 年 }}年新收复议申请{{ 新收数 }}件，自【待核：2025年5月20日】起施行。"


def entry(id_, text, kind=EntryKind.MEASURE):
    return Entry(id=id_, kind=kind, text=text)


def report(*entries):
    section = Section(id="s", level=1, number="一、", prefix="一、", title="举措", entries=entries)
    return Report(unit="青岚县", year=2026, sections=(section,))


CARRIED = report(entry("a", SOURCE), entry("b", "强化执法监督。"), entry("c", "办好实事。"))


def state(text, *answered):
    return variance.states(report(entry("a", text)), CARRIED, answered.__contains__)["a"]


def test_an_entry_as_it_was_carried_is_untouched():
    assert state(SOURCE) is EntryState.UNTOUCHED


def test_an_answered_figure_changes_numbers_only():
    assert state(SOURCE, "新收数") is EntryState.FIGURES_ONLY
    assert state(SOURCE, "别的数") is EntryState.UNTOUCHED


@pytest.mark.parametrize(
    "text",
    [
        SOURCE.replace("【待核：2025年5月20日】", "2026年3月1日"),
        SOURCE.replace("{{ 新收数 }}", "90"),
        SOURCE.replace("{{ 新收数 }}", "{{ 受理数 }}"),
        SOURCE.replace("{{ 年 }}", "2026"),
    ],
)
def test_a_date_or_number_typed_into_the_text_changes_numbers_only(text):
    assert state(text) is EntryState.FIGURES_ONLY


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (SOURCE, SOURCE.replace("【待核：2025年5月20日】", "2025年5月20日")),
        ("【待核：上年的安排，请改写】强化监督。", "强化监督。"),
        ("【待核：{{ 上年 }}年3月】印发【待核：方案】。", "{{ 上年 }}年3月印发【待核：方案】。"),
    ],
)
def test_last_years_words_without_their_mark_are_last_years_still(before, now):
    states = variance.states(report(entry("a", now)), report(entry("a", before)), lambda _: False)

    assert states["a"] is EntryState.UNTOUCHED


def test_other_words_are_a_rewriting_whatever_the_figures():
    assert state(SOURCE.replace("新收", "受理"), "新收数") is EntryState.REWRITTEN


def test_new_entries_are_told_by_their_ids():
    now = report(entry("a", SOURCE), entry("n", "强化执法监督。"), entry("c", "办好实事。"))

    assert variance.states(now, CARRIED, lambda _: False)["n"] is EntryState.NEW


def test_without_last_year_there_is_nothing_to_compare():
    assert variance.states(CARRIED, None, lambda _: True) == {}


def test_empty_lines_are_no_entries():
    now = report(entry("a", SOURCE), entry("x", "", EntryKind.BLANK))

    assert set(variance.states(now, CARRIED, lambda _: False)) == {"a"}
