"""What accepting a fix makes of a report."""

from collections.abc import Callable
from dataclasses import replace

from nianbao.report.finding import Relevel, Renumber
from nianbao.report.model import Report, Section
from nianbao.report.writing.numbering import parse_heading_number, write_heading_number

_Change = Callable[[tuple[Section, ...], int], tuple[Section, ...]]
"""A change of the sibling at a place."""


def applied(report: Report, fix: Renumber | Relevel) -> Report:
    """Return the report with a heading under its new number.

    Headings beside it follow where the number is of another form.
    """
    change = _renumbered if isinstance(fix, Renumber) else _relevelled
    sections = _among(report.sections, fix.section, lambda near, at: change(near, at, fix.new))
    return replace(report, sections=sections)


def _among(siblings: tuple[Section, ...], id_: str, change: _Change) -> tuple[Section, ...]:
    for at, section in enumerate(siblings):
        if section.id == id_:
            return change(siblings, at)
    return tuple(
        replace(section, sections=_among(section.sections, id_, change)) for section in siblings
    )


def _renumbered(siblings: tuple[Section, ...], at: int, new: str) -> tuple[Section, ...]:
    return (*siblings[:at], _numbered(siblings[at], new), *siblings[at + 1 :])


def _relevelled(siblings: tuple[Section, ...], at: int, new: str) -> tuple[Section, ...]:
    """Give all siblings of the same form the form of the new number."""
    old, form = parse_heading_number(siblings[at].number), parse_heading_number(new)
    assert old is not None
    assert form is not None
    return tuple(
        _numbered(section, write_heading_number(form.level, own.ordinal))
        if (own := parse_heading_number(section.number)) and own.level == old.level
        else section
        for section in siblings
    )


def _numbered(section: Section, number: str) -> Section:
    return replace(section, number=number, prefix=number, number_inferred=False)
