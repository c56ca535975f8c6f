"""A text with slots as cells: every character and every slot is one cell.

So a place in the text with its slots blanked is a place among the cells.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot

Cell = str | Slot
FIGURE, YEAR = slots.BLANK, "■"  # how slots read in a text that patterns look at


def cells(source: str) -> list[Cell]:
    """Return the cells of a source."""
    found: list[Cell] = []
    for part in slots.parse(source):
        found += [part] if isinstance(part, Slot) else part
    return found


def source_of(found: Iterable[Cell]) -> str:
    """Return cells as source."""
    return "".join(c.source if isinstance(c, Slot) else slots.escape(c) for c in found)


def read(found: Sequence[Cell], told: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return cells as text to be looked at: a character each, figures □ and years ■.

    `told` says which figures read otherwise, by their names.
    """
    return "".join(
        (YEAR if cell.is_year else told.get(cell.name, FIGURE)) if isinstance(cell, Slot) else cell
        for cell in found
    )


def is_figure(cell: Cell) -> bool:
    """Whether a cell is the slot of a figure."""
    return isinstance(cell, Slot) and not cell.is_year
