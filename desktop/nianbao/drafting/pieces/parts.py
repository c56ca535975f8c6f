"""A part (一、二、三、) is put where it belongs in a report; those behind it are counted on."""

from dataclasses import replace
from itertools import takewhile

from nianbao.drafting.pieces import counting
from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.writing.numbering import write_heading_number
from nianbao.standards.structure import parts


def with_part(report: Report, part: str, section: str, entry: str) -> Report:
    """Put a part with an empty entry into a report: a standard one in its place, another last.

    `part` is its id, empty for one whose title is still to be written; `section` and `entry` are
    the ids of what is new. An entry of a part that need not be there is a measure.
    """
    standard = parts().get(part)
    kind = standard.kind if standard and standard.required else EntryKind.MEASURE
    first = "" if report.sections else write_heading_number(1, 1)
    made = Section(
        id=section,
        level=1,
        number=first,
        prefix=first,
        title=standard.title_source if standard else "",
        key=part,
        confidence=1.0 if standard else 0.0,
        entries=(Entry(id=entry, kind=kind, text=""),),
    )
    siblings = counting.put_in(report.sections, _place(report.sections, part), made)
    return replace(report, sections=siblings)


def _place(siblings: tuple[Section, ...], part: str) -> int:
    """Return where a part belongs: behind the last of those that come before it."""
    order = list(parts())
    if part not in order:
        return len(siblings)
    before = set(takewhile(lambda one: one != part, order))
    return max((n for n, one in enumerate(siblings, 1) if _parts(one) & before), default=0)


def _parts(section: Section) -> set[str]:
    """Return which standard parts a section holds."""
    return {one.key for one in section.walk()}
