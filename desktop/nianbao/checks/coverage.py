"""Whether the report says what it must: the parts, the systems (体系), and where they meet.

One judgement for the rule on missing parts (S01) and for the matrix on the screen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nianbao.checks.context import Context
from nianbao.report.model import Entry, Section
from nianbao.report.writing import slots
from nianbao.standards.parts import missing, part_of
from nianbao.standards.structure import (
    ACHIEVEMENTS,
    NEXT_YEAR,
    SHORTCOMINGS,
    Standard,
    Structure,
)


class Cover(StrEnum):
    """How a system is treated in a part. The value is the word for it."""

    FIGURES = "有数据"
    WORDS = "只有文字"
    NONE = "没有写"  # and need not be there
    GAP = "缺"

    @property
    def glyph(self) -> str:
        """The sign that goes with the word."""
        return {"有数据": "√", "只有文字": "○", "没有写": "—", "缺": "×"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageCell:
    """A system in a part: how many entries and figures, and the section where they begin."""

    cover: Cover
    entries: int = 0
    figures: int = 0
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing: a part, or a system in a part that should have it.

    Without `system` the whole part is missing. `section` is where it would be written.
    """

    part: Standard
    system: Standard | None = None
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole matrix. `here` has the section of each part that is there, by the part's id."""

    parts: tuple[Standard, ...]
    systems: tuple[Standard, ...]
    here: Mapping[str, str]
    cells: Mapping[tuple[str, str], CoverageCell]
    gaps: tuple[Gap, ...]


def coverage(context: Context) -> Coverage:
    """Return how far a report covers the parts and systems of the standards."""
    standards = context.standards
    parts = tuple(one for one in standards.parts.values() if one.short)
    systems = tuple(
        sorted(
            (one for one in standards.sections.values() if one.short),
            key=lambda one: one.outline_no or 0,
        )
    )
    here = {part.id: found for part in parts if (found := part_of(context.report, part))}
    counted = {key: _count(section, key, standards) for key, section in here.items()}
    cells = {
        (part.id, system.id): _cell(counted.get(part.id, {}).get(system.outline_no or 0), part.id)
        for part in parts
        for system in systems
    }
    at = {key: section.id for key, section in here.items()}
    unanswered = [one for one in systems if _is_unanswered(cells, one.id, at)]
    cells |= {(NEXT_YEAR, one.id): CoverageCell(cover=Cover.GAP) for one in unanswered}
    gaps = [Gap(part=part) for part in missing(context.report) if part.required]
    gaps += _gaps(systems, cells, at, standards)
    return Coverage(parts=parts, systems=systems, here=at, cells=cells, gaps=tuple(gaps))


def _is_unanswered(
    cells: Mapping[tuple[str, str], CoverageCell], system: str, here: Mapping[str, str]
) -> bool:
    """Whether a system has a shortcoming and the plans, which are there, say nothing of it."""
    wanting, planned = cells[SHORTCOMINGS, system], cells[NEXT_YEAR, system]
    return NEXT_YEAR in here and bool(wanting.entries) and not planned.entries


def _gaps(
    systems: tuple[Standard, ...],
    cells: Mapping[tuple[str, str], CoverageCell],
    here: Mapping[str, str],
    standards: Structure,
) -> Iterator[Gap]:
    """Yield the systems that are missing in a part that is there."""
    for system in systems:
        for part in (ACHIEVEMENTS, NEXT_YEAR):
            if part in here and cells[part, system.id].cover is Cover.GAP:
                yield Gap(part=standards.parts[part], system=system, section=here[part])


@dataclass(slots=True)
class _Count:
    section: str
    entries: int
    names: set[str]


def _count(part: Section, key: str, standards: Structure) -> dict[int, _Count]:
    """Count entries and figures of each system in a part, by the system's number in the outline."""
    found: dict[int, _Count] = {}
    for home, trail, entry in _entries(part, ()):
        for number in _systems(trail, entry, standards, by_words=key != ACHIEVEMENTS):
            count = found.setdefault(number, _Count(home, 0, set()))
            count.entries += 1
            count.names |= {slot.name for slot in slots.slots(entry.text) if not slot.is_year}
    return found


def _entries(
    section: Section, above: tuple[Section, ...]
) -> Iterator[tuple[str, tuple[Section, ...], Entry]]:
    trail = (*above, section)
    for entry in section.texts:
        if entry.text.strip():
            yield section.id, trail, entry
    for child in section.sections:
        yield from _entries(child, trail)


def _systems(
    trail: tuple[Section, ...], entry: Entry, standards: Structure, *, by_words: bool
) -> set[int]:
    """Return which systems an entry belongs to: by its section's key, else by its words.

    An entry of a part that goes through no systems may speak of several.
    """
    for section in reversed(trail):
        standard = standards.sections.get(section.key)
        if standard and standard.outline_no:
            return {standard.outline_no}
    if not by_words:
        return set()
    text = slots.blanked(entry.text)
    return {
        one.outline_no
        for one in standards.sections.values()
        if one.outline_no and any(word in text for word in one.keywords)
    }


def _cell(count: _Count | None, part: str) -> CoverageCell:
    if count is None:
        return CoverageCell(cover=Cover.GAP if part == ACHIEVEMENTS else Cover.NONE)
    return CoverageCell(
        cover=Cover.FIGURES if count.names else Cover.WORDS,
        entries=count.entries,
        figures=len(count.names),
        section=count.section,
    )
