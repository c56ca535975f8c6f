"""What stands behind the first line of an imprint (版记) and is none of it: its numbers count."""

from collections.abc import Sequence

from nianbao.report import numeral
from nianbao.report.model import ElementKind
from nianbao.standards.figures import tables
from nianbao.standards.figures.quantities import quantities
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import Marked, is_date, is_signature


def astray(marked: Sequence[Marked], layout: Layout) -> frozenset[int]:
    """Return the lines, by index, that are marked as imprint, hold a quantity and look like none.

    A cell right behind 印数, 抄送 is what that says; what is a cell alone elsewhere is a quantity.
    """
    found: set[int] = set()
    above = ""
    for kind, line in marked:
        if not line.bare:
            continue
        known = (line.is_cell and _is_label(above, layout)) or _is_imprint(line, layout)
        if kind is ElementKind.IMPRINT and not known and _counts(line):
            found.add(line.index)
        above = line.plain
    return frozenset(found)


def _is_label(plain: str, layout: Layout) -> bool:
    return layout.element["imprint_label"].search(plain.rstrip("：")) is not None


def _is_imprint(line: Line, layout: Layout) -> bool:
    if layout.element["imprint_not"].search(line.plain):
        return False
    known = (layout.element[kind].search(line.plain) for kind in ("imprint", "note", "note_below"))
    return any(known) or is_date(line, layout) or is_signature(line.plain, layout)


def _counts(line: Line) -> bool:
    """Whether a line holds a number with a unit, or is a cell with nothing but a number."""
    units = (quantities().unit, quantities().chinese_unit)
    spans = numeral.spans(line.plain)
    measured = any(one.match(line.plain, stop) for _, stop in spans for one in units)
    return measured or (line.is_cell and any(tables.alone(line.plain)))
