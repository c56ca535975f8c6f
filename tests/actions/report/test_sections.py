"""Headings are put in and taken out, and what is taken up again brings its heading back."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nianbao.actions import editing, sections
from nianbao.actions.findings import accept
from nianbao.errors import InputError
from nianbao.report.model import EntryKind
from nianbao.report.writing import slots
from nianbao.views.form import findings
from nianbao.views.form.new_heading import place_of
from nianbao.views.form.sheet import sheet
from tests.actions import desks
from tests.actions.desks import entry


def headings(desk):
    return [one.prefix + slots.blanked(one.title) for one in desk.report.walk()]


def home(desk, word):
    piece = entry(desk, word)
    return next(s for s in desk.report.walk() if any(e.id == piece for e in s.entries))


def emptied(desk, word):
    """Write nothing of a section any longer; return it and its entries."""
    section = home(desk, word)
    for one in section.texts:
        editing.drop(desk, one.id)
    return section


def test_a_heading_without_text_goes_by_the_answer_of_its_finding(desk):
    section = emptied(desk, "评查")
    (found,) = [one for one in findings.findings(desk) if one.finding.rule == "S10"]
    assert found.accepts
    assert found.answer == "删去这个标题"
    before = desk.report

    accept(desk, found.finding)

    assert section.id not in {one.id for one in desk.report.walk()}
    assert [one.prefix for one in desk.report.sections[0].sections] == ["（一）", "（三）"]
    assert desk.steps()[0].name == "删去标题“（一）规范行政执法行为”"
    desk.undo()
    assert desk.report == before


def test_what_was_written_below_a_heading_brings_it_back_to_its_place(desk):
    before = desk.report
    section = emptied(desk, "评查")
    sections.remove(desk, section.id)
    part = desk.report.sections[0]
    shown = sheet(desk, part.id)
    assert [card.piece for card in shown.dropped] == [section.texts[0].id]

    editing.restore(desk, section.texts[0].id)

    assert desk.report == before
    assert not desk.marks
    assert "和标题“规范行政执法行为”" in desk.steps()[0].name
    desk.undo()
    assert section.id not in {one.id for one in desk.report.walk()}
    desk.redo()
    assert desk.report == before


def test_a_heading_that_holds_something_stays_and_it_is_said_why(desk):
    section = home(desk, "评查")
    with pytest.raises(InputError, match=r"下面还有1条"):
        sections.remove(desk, section.id)
    with pytest.raises(InputError, match=r"下面还有3个标题"):
        sections.remove(desk, desk.report.sections[0].id)
    with pytest.raises(InputError):
        sections.remove(desk, "front")
    assert desk.steps()[0].name.startswith("建立")


def test_a_part_without_text_can_go_and_come_back(desk):
    before = desk.report
    part = desk.report.sections[1]
    gone = [e.id for one in part.walk() for e in one.texts]
    for piece in gone:
        editing.drop(desk, piece)
    for one in [*part.sections, part]:
        sections.remove(desk, one.id)
    assert [one.prefix for one in desk.report.sections] == ["一、", "二、"]
    assert any(set(gone) & {c.piece for c in sheet(desk, s.id).dropped} for s in desk.report.walk())

    for piece in gone:
        editing.restore(desk, piece)

    assert desk.report == before


@pytest.mark.parametrize(
    "typed", ["推进数字政府建设", "（四）推进数字政府建设", "  推进数字政府建设。\n"]
)
def test_a_heading_of_ones_own_follows_the_section_in_hand(desk, typed):
    section = home(desk, "评查")
    before = desk.report
    assert place_of(desk, section.id) == "编号（二），排在“（一）规范行政执法行为”后面"

    piece = sections.add(desk, entry(desk, "评查"), typed)

    made = desk.report.sections[0].sections[1]
    assert (made.prefix, made.title, made.level) == ("（二）", "推进数字政府建设", 2)
    assert [one.id for one in made.entries] == [piece]
    assert [one.prefix for one in desk.report.sections[0].sections] == [
        *("（一）", "（二）", "（三）", "（五）")
    ]
    assert desk.steps()[0].name == "新增“（二）推进数字政府建设”"
    desk.undo()
    assert desk.report == before


@pytest.mark.parametrize("typed", ["", "　", "（四）"])
def test_without_a_title_nothing_is_added(desk, typed):
    before = desk.report
    with pytest.raises(InputError, match="标题还没有写"):
        sections.add(desk, entry(desk, "评查"), typed)
    with pytest.raises(InputError, match="先在提纲里选一节"):
        sections.add(desk, "front", "新的一节")
    assert not place_of(desk, "front")
    assert desk.report == before


def test_braces_in_a_title_are_words(desk):
    sections.add(desk, entry(desk, "评查"), "“{{ 年 }}”专项")
    made = desk.report.sections[0].sections[1]
    assert slots.filled(made.title, slots.years(2026)) == "“{{ 年 }}”专项"


def test_what_is_planned_below_a_new_heading_is_a_plan(desk):
    """Else the next year would carry it over without asking what became of it."""
    last = desk.report.sections[2]
    for one in [e for s in last.walk() for e in s.texts]:
        editing.drop(desk, one.id)
    piece = sections.add(desk, last.id, "深化行政复议")
    made = next(e for s in desk.report.walk() for e in s.entries if e.id == piece)
    assert made.kind is EntryKind.PLAN
    other = editing.add(desk, last.sections[0].id, source="明年再做。")
    editing.drop(desk, other)
    editing.restore(desk, other)
    again = next(e for s in desk.report.walk() for e in s.entries if e.id == other)
    assert again.kind is EntryKind.PLAN


deeds = st.lists(st.sampled_from(["drop", "restore", "remove", "add", "own", "undo"]), max_size=14)


@given(deeds, st.integers(0, 1 << 16))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_order_of_deeds_can_be_taken_up_again_and_undone(tmp_path_factory, chosen, seed):
    """Whatever was dropped comes back, last year's in last year's order, and undo leads home."""
    random = Random(seed)  # noqa: S311 - an example
    desk = desks.desk(tmp_path_factory.mktemp("d"))
    begun, steps, made = desk.report, 0, 0
    for deed in chosen:
        entries = [e.id for s in desk.report.walk() for e in s.entries]
        empty = [s.id for s in desk.report.walk() if s.is_empty]
        gone = [one.id for _, one in desk.dropped()]
        there = [s.id for s in desk.report.walk()]
        before = desk.report
        if deed == "drop" and entries:
            editing.drop(desk, random.choice(entries))
        elif deed == "restore" and gone:
            editing.restore(desk, random.choice(gone))
        elif deed == "remove" and empty:
            sections.remove(desk, random.choice(empty))
        elif deed == "add" and there:
            made += 1
            sections.add(desk, random.choice(there), f"新的第{made}节")
        elif deed == "own" and there:
            editing.add(desk, random.choice(there), source="新写的一条。")
        elif deed == "undo" and steps:
            desk.undo()
            steps -= 1
            continue
        steps += desk.report != before
    for _, one in desk.dropped():
        editing.restore(desk, one.id)
    old = [e.id for s in begun.walk() for e in s.entries]
    homes = {e.id: s.id for s in desk.report.walk() for e in s.entries}
    assert [one for one in homes if one in old] == old
    assert all(homes[e.id] == s.id for s in begun.walk() for e in s.entries)
    while not desk.steps()[0].name.startswith("建立"):  # undone steps that were kept are steps too
        desk.undo()
    assert desk.report == begun
    desk.close()
