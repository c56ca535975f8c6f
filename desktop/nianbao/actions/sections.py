"""Headings of the current report are put in and taken out, each as one action."""

from dataclasses import replace

from nianbao.actions.naming import short
from nianbao.desk.desk import Desk
from nianbao.drafting.pieces import arrange, sections
from nianbao.drafting.pieces.sections import HeadingPlace
from nianbao.errors import InputError
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import EntryKind, Report, Section
from nianbao.report.pieces import heading
from nianbao.report.writing import slots
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.report.writing.text import quoted
from nianbao.standards.layout import layout
from nianbao.understanding import kinds


def add(desk: Desk, piece: str, title: str) -> str:
    """Put a heading behind the section of a piece; return the id of its empty entry.

    A number that was typed before the title is left away: it has its own.

    Raises:
        InputError: there is no title, or the piece stands in no section.
    """
    report, place = desk.report, _place(desk, piece)
    title = _without_number(" ".join(title.split()), sections.number_behind(report, place))
    if not title:
        raise InputError("标题还没有写。", do="请写上标题，再按Enter。")
    known = [mark.target for mark in desk.marks]
    section = arrange.new_id(report, known)
    entry = arrange.new_id(report, (*known, section))
    home = report.section(place.after or place.parent)
    assert home is not None, place
    blank = arrange.blank_entry(home, entry, kind_in(report, home))
    told = kinds.below("", title, layout())
    blank = blank if told is EntryKind.OTHER else replace(blank, kind=told)
    changed = sections.with_section(report, place, slots.escape(title), section, blank)
    made = changed.section(section)
    assert made is not None, section
    with desk.act(f"新增{_named(desk, made)}") as running:
        desk.store.save_report(running, changed)
    return entry


def remove(desk: Desk, section: str) -> None:
    """Take out a heading below which nothing is written; those behind it are counted back.

    What is written no longer below it brings it back when it is taken up again.

    Raises:
        InputError: something is written below it.
    """
    report = desk.report
    found = report.section(section)
    if found is None:
        raise InputError("没有选中标题。", do="请先在提纲里选一节。")
    name = _named(desk, found)
    if found.sections:
        raise InputError(f"{name}下面还有{len(found.sections)}个标题。", do="请先把它们删去。")
    if not found.is_empty:
        written = sum(bool(entry.text.strip()) for entry in found.texts)
        raise InputError(
            f"{name}下面还有{written}条。", do="请先移到别的节，或者选“不再写”，再删标题。"
        )
    kept = sections.of_removal(report, desk.marks, section)
    with desk.act(f"删去标题{name}") as running:
        desk.store.save_report(running, sections.without(report, section))
        desk.store.save_marks(running, desk.unit, desk.year, kept)


def with_home(desk: Desk, section: str) -> tuple[Report, list[Mark]]:
    """Return the report with a heading that was taken out, and the marks it needs no longer."""
    report = sections.put_back(desk.carried, desk.report, desk.marks, section)
    there = {one.id for one in report.walk()}
    back = there & sections.removed(desk.report, desk.marks).keys()
    return report, [
        Mark(kind=kind, target=one) for one in back for kind in (MarkKind.REMOVED, MarkKind.PLACE)
    ]


def kind_in(report: Report, section: Section) -> EntryKind:
    """Return what a new entry of a section is that has none: its heading says so, or its part."""
    part = next(one for one in report.sections if any(s.id == section.id for s in one.walk()))
    titles = (slots.blanked(section.title), slots.blanked(part.title))
    told = (kinds.below(part.key, one, layout()) for one in titles)
    return next((kind for kind in told if kind is not EntryKind.OTHER), EntryKind.MEASURE)


def _named(desk: Desk, section: Section) -> str:
    return quoted(short(heading(section, desk.ledger)))


def _place(desk: Desk, piece: str) -> HeadingPlace:
    place = sections.place_behind(desk.report, piece)
    if place is None:
        raise InputError("这里不能新增一节。", do="请先在提纲里选一节，新的排在它后面。")
    return place


def _without_number(title: str, number: str) -> str:
    """Return a title without a number of the form that it gets anyway."""
    typed, given = parse_heading_number(title), parse_heading_number(number)
    if typed is None or given is None or typed.level != given.level:
        return title
    return title[title.index(typed.written) + len(typed.written) :].strip()
