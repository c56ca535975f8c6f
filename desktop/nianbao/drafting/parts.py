"""A part (一、二、三、) is put where it belongs in a report; those behind it are counted on."""

from dataclasses import replace
from itertools import takewhile

from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.writing import slots
from nianbao.report.writing.numbering import parse_heading_number, write_heading_number
from nianbao.standards.structure import parts

_YEARS = {"y": "{{ 年 }}", "y1": "{{ 下年 }}"}
_KINDS = {"shortcomings": EntryKind.SHORTCOMING, "next_year": EntryKind.PLAN}
_KINDS |= {"first_responsible": EntryKind.DUTY}


def addable(report: Report) -> list[str]:
    """Return the standard parts that a report does not have, in their order."""
    there = list(report.walk())
    keys, titles = {one.key for one in there}, [slots.blanked(one.title) for one in there]
    return [
        part
        for part, standard in parts().items()
        if part not in keys and not any(map(standard.pattern.search, titles))
    ]


def with_part(report: Report, part: str, section: str, entry: str) -> Report:
    """Put a part with an empty entry into a report: a standard one in its place, another last.

    `part` is its id, empty for one whose title is still to be written; `section` and `entry` are
    the ids of what is new.
    """
    standard = parts().get(part)
    siblings = report.sections
    at = _place(siblings, part)
    number, behind = _counted(siblings, at)
    made = Section(
        id=section,
        level=1,
        number=number,
        prefix=number,
        title=standard.title.format(**_YEARS) if standard else "",
        key=part,
        confidence=1.0 if standard else 0.0,
        entries=(Entry(id=entry, kind=_KINDS.get(part, EntryKind.MEASURE), text=""),),
    )
    return replace(report, sections=(*siblings[:at], made, *behind))


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


def _counted(siblings: tuple[Section, ...], at: int) -> tuple[str, tuple[Section, ...]]:
    """Return the number of what is put at a place, and what stands behind it, counted on."""
    numbers = [parse_heading_number(one.number) for one in siblings]
    known = [number for number in numbers if number is not None]
    if siblings and not known:
        return "", siblings[at:]
    level = known[0].level if known else 1
    before = [number.ordinal for number in numbers[:at] if number is not None]
    ordinal = before[-1] + 1 if before else 1
    behind = []
    for section, number in zip(siblings[at:], numbers[at:], strict=True):
        if number is None or number.level != level:
            behind.append(section)
            continue
        new = write_heading_number(level, number.ordinal + 1)
        prefix = section.prefix and new
        behind.append(replace(section, number=new, prefix=prefix))
    return write_heading_number(level, ordinal), tuple(behind)
