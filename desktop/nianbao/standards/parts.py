"""Which standard parts a report has: one answer for the rule, the matrix and what can be added."""

from collections import defaultdict

from nianbao.report.model import EntryKind, Report, Section
from nianbao.report.writing import slots
from nianbao.standards.structure import NEXT_YEAR, Standard, parts


def part_of(report: Report, part: Standard) -> Section | None:
    """Return the section that is a part, the highest first: by its key, else by its title.

    One section may be two parts: 存在的不足和下年主要安排. A part that need not be there has common
    words (其他, 整改, 亮点): they name it at the top of the outline only.
    """
    every = sorted(report.walk(), key=lambda section: section.level)
    by_key = (section for section in every if section.key == part.id)
    by_title = (
        section
        for section in every
        if (part.required or section.level == 1) and part.is_named(_title(section, report.year))
    )
    return next(by_key, None) or next(by_title, None)


def missing(report: Report) -> list[Standard]:
    """Return the parts that a report does not have, in their order.

    Plans that stand elsewhere, each with what it answers, are the part of the plans.
    """
    entries = (entry for section in report.walk() for entry in section.entries)
    planned = any(entry.kind is EntryKind.PLAN for entry in entries)
    return [
        part
        for part in parts().values()
        if part_of(report, part) is None and not (planned and part.id == NEXT_YEAR)
    ]


def _title(section: Section, year: int) -> str:
    """Return a title as it prints, without its number and its figures."""
    return slots.filled(section.title, defaultdict(lambda: slots.BLANK, slots.years(year)))
