"""Whether the report says what it must: five parts, nine systems, and where they meet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nianbao.desk.desk import Desk
from nianbao.report import slots
from nianbao.report.model import Entry, Report, Section
from nianbao.standards.structure import Standard, parts, sections

_MEASURES, _SHORTCOMINGS, _PLANS = "achievements", "shortcomings", "next_year"


class Cover(StrEnum):
    """How a system is treated in a part. The value is the word for it."""

    FIGURES = "有数据"
    WORDS = "只有文字"
    NONE = "没有写"  # and need not be there
    GAP = "缺"

    @property
    def glyph(self) -> str:
        """The sign that goes with the word."""
        return {"有数据": "✓", "只有文字": "○", "没有写": "—", "缺": "✗"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A system in a part: how many entries and figures, and the section where they begin."""

    cover: Cover
    entries: int = 0
    figures: int = 0
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A part or a system: its id, its short name, its full title, what it should hold and why."""

    id: str
    short: str
    title: str
    basis: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing, in one sentence; `section` is where it would be written."""

    message: str
    basis: str
    hints: tuple[str, ...]
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole matrix. `here` has the section of each part that is there, by the part's id."""

    parts: tuple[Head, ...]
    systems: tuple[Head, ...]
    here: Mapping[str, str]
    cells: Mapping[tuple[str, str], Cell]
    gaps: tuple[Gap, ...]

    @property
    def word(self) -> str:
        """What stands in the outline: 缺1."""
        return f"缺{len(self.gaps)}" if self.gaps else "✓"


def coverage(desk: Desk) -> Coverage:
    """Return how far the report in hand covers what it must."""
    return judge(desk.report)


def judge(report: Report) -> Coverage:
    """Return how far a report covers the parts and systems of the standards."""
    wanted = {key: one for key, one in parts().items() if one.short}
    systems = sorted(
        (one for one in sections().values() if one.short), key=lambda one: one.outline_no or 0
    )
    here = {key: found for key, one in wanted.items() if (found := _part(report, one))}
    counted = {key: _count(section, key) for key, section in here.items()}
    cells = {
        (part, system.id): _cell(counted.get(part, {}).get(system.outline_no or 0), part)
        for part in wanted
        for system in systems
    }
    heads = tuple(_head(one, report.year) for one in wanted.values())
    rows = tuple(_head(one, report.year) for one in systems)
    at = {key: section.id for key, section in here.items()}
    missing = [key for key, one in wanted.items() if one.required and key not in here]
    cells, gaps = _gaps(heads, rows, at, missing, cells)
    return Coverage(parts=heads, systems=rows, here=at, cells=cells, gaps=tuple(gaps))


def _head(one: Standard, year: int) -> Head:
    title = one.title.format(y=year, y1=year + 1)
    return Head(id=one.id, short=one.short, title=title, basis=one.basis, hints=one.hints)


def _part(report: Report, part: Standard) -> Section | None:
    """Return the section that is a part, by its key before its title, the highest first."""
    every = sorted(report.walk(), key=lambda section: section.level)
    by_key = (section for section in every if section.key == part.id)
    by_title = (
        section
        for section in every
        if section.key not in parts() and part.required and part.pattern.search(section.title)
    )
    return next(by_key, None) or next(by_title, None)


@dataclass(slots=True)
class _Count:
    section: str
    entries: int
    names: set[str]


def _count(part: Section, key: str) -> dict[int, _Count]:
    """Count entries and figures of each system in a part, by the system's number in the outline."""
    found: dict[int, _Count] = {}
    for home, trail, entry in _entries(part, ()):
        for number in _systems(trail, entry, by_words=key != _MEASURES):
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


def _systems(trail: tuple[Section, ...], entry: Entry, *, by_words: bool) -> set[int]:
    """Return which systems an entry belongs to: by its section's key, else by its words.

    An entry of a part that goes through no systems may speak of several.
    """
    for section in reversed(trail):
        if number := getattr(sections().get(section.key), "outline_no", None):
            return {number}
    if not by_words:
        return set()
    text = slots.blanked(entry.text)
    return {
        one.outline_no
        for one in sections().values()
        if one.outline_no and any(word in text for word in one.keywords)
    }


def _cell(count: _Count | None, part: str) -> Cell:
    if count is None:
        return Cell(cover=Cover.GAP if part == _MEASURES else Cover.NONE)
    return Cell(
        cover=Cover.FIGURES if count.names else Cover.WORDS,
        entries=count.entries,
        figures=len(count.names),
        section=count.section,
    )


def _gaps(
    heads: tuple[Head, ...],
    systems: tuple[Head, ...],
    here: Mapping[str, str],
    missing: list[str],
    cells: Mapping[tuple[str, str], Cell],
) -> tuple[dict[tuple[str, str], Cell], list[Gap]]:
    """Return the cells with the gaps marked, and every gap explained once."""
    marked = dict(cells)
    gaps = [
        Gap(message=f"没有写“{head.title}”。", basis=head.basis, hints=head.hints, section="")
        for head in heads
        if head.id in missing
    ]
    for system in systems:
        place = (_PLANS, system.id)
        if cells[_MEASURES, system.id].cover is Cover.GAP and _MEASURES in here:
            message = f"“举措成效”里没有写{system.short}。"
            gaps.append(_gap(message, system, here[_MEASURES]))
        if _PLANS in here and cells[_SHORTCOMINGS, system.id].entries and not cells[place].entries:
            marked[place] = Cell(cover=Cover.GAP)
            message = f"“不足”里写了{system.short}，下年安排没有回应。"
            plans = next(head for head in heads if head.id == _PLANS)
            gaps.append(_gap(message, plans, here[_PLANS]))
    return marked, gaps


def _gap(message: str, head: Head, section: str) -> Gap:
    return Gap(message=message, basis=head.basis, hints=head.hints, section=section)
