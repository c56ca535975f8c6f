"""Whether the report says what it must, in words: five parts, nine systems, where they meet."""

from collections.abc import Mapping
from dataclasses import dataclass

from nianbao.checks import coverage as judging
from nianbao.checks.coverage import Cover, CoverageCell
from nianbao.desk.checked import Checked, check
from nianbao.desk.desk import Desk
from nianbao.report.writing.text import quoted
from nianbao.standards.structure import ACHIEVEMENTS, Standard

__all__ = ["Cover", "CoverageCell", "CoverageView", "GapView", "Head", "coverage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A part or a system: its id, its short name, its full title, what it should hold and why."""

    id: str
    short: str
    title: str
    basis: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """Something that is missing, in one sentence; `section` is where it would be written.

    `part` is the standard part that is missing as a whole.
    """

    message: str
    basis: str
    hints: tuple[str, ...]
    section: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """The whole matrix. `here` has the section of each part that is there, by the part's id."""

    parts: tuple[Head, ...]
    systems: tuple[Head, ...]
    here: Mapping[str, str]
    cells: Mapping[tuple[str, str], CoverageCell]
    gaps: tuple[GapView, ...]

    @property
    def word(self) -> str:
        """What stands in the outline: 缺1."""
        return f"缺{len(self.gaps)}" if self.gaps else "√"


def coverage(desk: Desk) -> CoverageView:
    """Return how far the current report covers what it must."""
    return covered(check(desk))


def covered(checked: Checked) -> CoverageView:
    """Return how far a report that was checked covers what it must."""
    found = judging.coverage(checked.context)
    year = checked.context.report.year
    return CoverageView(
        parts=tuple(_head(one, year) for one in found.parts),
        systems=tuple(_head(one, year) for one in found.systems),
        here=found.here,
        cells=found.cells,
        gaps=tuple(_gap(one, year) for one in found.gaps),
    )


def _head(one: Standard, year: int) -> Head:
    return Head(
        id=one.id, short=one.short, title=one.title_in(year), basis=one.basis, hints=one.hints
    )


def _gap(gap: judging.Gap, year: int) -> GapView:
    part, system = gap.part, gap.system
    said = part
    if system is None:
        message = f"没有写{quoted(part.title_in(year))}。"
    elif part.id == ACHIEVEMENTS:
        message, said = f"{quoted(part.short)}里没有写{system.short}。", system
    else:
        message = f"“不足”里写了{system.short}，下年安排没有回应。"
    return GapView(
        message=message,
        basis=said.basis,
        hints=said.hints,
        section=gap.section,
        part=part.id if system is None else "",
    )
