"""The cells of a table on a PDF's page, row by row.

Lines that are drawn part the rows, and a cell may have several lines of text. Where few or none are
drawn, as in a table of three lines, the text itself tells: a line goes on with the cells above it
when all of those are full, and a number below a number is another one.
"""

import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from nianbao.readers.pdf.shapes import CharSpan, Edge, PdfBlock, left_of, length_of, right_of, split

FEW_ROWS = 3  # of a table without lines
_RULED_NEAR = 6.0  # characters down to the line below a cell
_ACROSS = 0.5  # of a column's width that the line of a table goes along it
_FEW_EDGES = 3  # above and below the whole table, and below its heading
_SAME_EDGE = 3.0  # points
_FULL = 1.7  # characters a line of a cell may lack
_LONG = 7  # characters of a cell that may have run over
_NUMBER = re.compile(r"[-+±]?\d[\d.,%％‰～~—-]*[\u4e00-\u9fff]{0,3}[%％]?")

_Row = dict[int, list[CharSpan]]  # what stands in each column


class _Cell(NamedTuple):
    """What stands between two lines that are drawn: below `top`, in which column."""

    top: float
    column: int
    spans: list[CharSpan]


def of_table(
    rows: Sequence[Sequence[CharSpan]], columns: Sequence[Sequence[CharSpan]], edges: Sequence[Edge]
) -> list[PdfBlock]:
    """Return the cells of a table, and what stands alone below it as the lines they are."""
    end = len(rows)
    second = left_of(columns[1])
    while end > FEW_ROWS - 1 and len(rows[end - 1]) == 1:
        (span,) = rows[end - 1]
        if (span.left >= second and not edges) or is_ruled_below(span, edges):
            break
        end -= 1
    last = min((row[0].base for row in rows[:end] if row), default=0.0)
    inside = [[span for span in column if span.base > last - 1.0] for column in columns]
    below = [PdfBlock((row[0].chars,)) for row in rows[end:] if row]
    return [*_cells([column for column in inside if column], edges), *below]


def _cells(columns: Sequence[Sequence[CharSpan]], edges: Sequence[Edge]) -> list[PdfBlock]:
    if _is_grid(columns, edges):
        rows = [cell.spans for cell in _ruled(columns, edges)]
    else:
        rows = [row[at] for row in _told_by_text(columns, ruled=bool(edges)) for at in sorted(row)]
    return [
        PdfBlock(tuple(span.chars for span in part), is_cell=True)
        for cell in rows
        for part in _beside(cell)
    ]


def _is_grid(columns: Sequence[Sequence[CharSpan]], edges: Sequence[Edge]) -> bool:
    """Whether lines are drawn between rows: at many heights, or along some columns only."""
    levels: list[list[Edge]] = []
    for edge in sorted(edges):
        if not levels or edge.y - levels[-1][0].y > _SAME_EDGE:
            levels.append([])
        levels[-1].append(edge)
    sides = [(left_of(column), right_of(column)) for column in columns]
    whole = all(any(_goes_along(edge, *side) for edge in one) for one in levels for side in sides)
    return len(levels) > _FEW_EDGES or not whole


def _told_by_text(columns: Sequence[Sequence[CharSpan]], *, ruled: bool) -> list[_Row]:
    """Return the rows of a table whose lines do not part them."""
    rows: list[_Row] = []
    above: _Row = {}
    rights = [right_of(column) for column in columns]
    for line in _lines(columns):
        if rows and _goes_on(above, line, rights, ruled=ruled):
            for at, spans in line.items():
                rows[-1].setdefault(at, []).extend(spans)
        else:
            rows.append({at: list(spans) for at, spans in line.items()})
        above = line
    return rows


def _lines(columns: Sequence[Sequence[CharSpan]]) -> list[_Row]:
    """Return what stands on each line of text, column by column."""
    placed = sorted(
        ((span, at) for at, column in enumerate(columns) for span in column),
        key=lambda one: (-one[0].base, one[1], one[0].left),
    )
    lines: list[_Row] = []
    base, height = 0.0, median(span.size for span, _ in placed)
    for span, at in placed:
        if not lines or base - span.base > 0.4 * height:
            lines.append({})
            base = span.base
        lines[-1].setdefault(at, []).append(span)
    return lines


def _goes_on(above: _Row, line: _Row, rights: Sequence[float], *, ruled: bool) -> bool:
    """Whether a line goes on with the cells above it: all of them are full, and hold no numbers."""
    common = above.keys() & line.keys()
    if not common or any(len(row[at]) > 1 for row in (above, line) for at in common):
        return False
    full = all(rights[at] - above[at][0].right < _FULL * above[at][0].size for at in common)
    numbers = any(_are_two(above[at][0], line[at][0]) for at in common)
    longest = max(length_of(above[at][0]) for at in common)
    return full and not numbers and (ruled or longest >= _LONG)


def _is_number(span: CharSpan) -> bool:
    text = "".join(char.text for char in span.chars)
    return _NUMBER.fullmatch("".join(text.split())) is not None


def _ruled(columns: Sequence[Sequence[CharSpan]], edges: Sequence[Edge]) -> list[_Cell]:
    """Return the cells between the lines that are drawn, row by row."""
    found = [cell for at, column in enumerate(columns) for cell in _down(at, column, edges)]
    height = median(span.size for column in columns for span in column)
    found.sort(key=lambda cell: -cell.top)
    rows: list[list[_Cell]] = []
    for cell in found:
        if not rows or rows[-1][0].top - cell.top > 0.4 * height:
            rows.append([])
        rows[-1].append(cell)
    return [cell for row in rows for cell in sorted(row, key=lambda one: one.column)]


def _down(at: int, column: Sequence[CharSpan], edges: Sequence[Edge]) -> list[_Cell]:
    """Return the cells of one column, from above to below; two numbers are two of them."""
    drawn = [e.y for e in edges if _goes_along(e, left_of(column), right_of(column))]
    cells: list[_Cell] = []
    for span in column:
        top = min((y for y in drawn if y > span.base), default=None)
        last = cells[-1] if cells else None
        if last and _is_inside(span, last, top) and not _are_two(last.spans[-1], span):
            last.spans.append(span)
        else:
            cells.append(_Cell(span.base if top is None else top, at, [span]))
    return cells


def _is_inside(span: CharSpan, cell: _Cell, top: float | None) -> bool:
    """Whether a text below the line at `top` is in a cell; without a line, beside its last one."""
    if top is None:
        return abs(span.base - cell.spans[-1].base) < 1.0
    return cell.top == top


def _are_two(one: CharSpan, other: CharSpan) -> bool:
    return _is_number(one) and _is_number(other)


def _beside(cell: list[CharSpan]) -> list[list[CharSpan]]:
    """Return the cells that a stretch of a column has beside each other, below a wide heading."""
    letters = all(len(span.chars) == 1 and not span.chars[0].text.isdecimal() for span in cell)
    return [cell] if letters else split(cell)


def _goes_along(edge: Edge, left: float, right: float) -> bool:
    return min(edge.right, right) - max(edge.left, left) > _ACROSS * (right - left)


def is_ruled_below(span: CharSpan, edges: Sequence[Edge]) -> bool:
    """Whether a line of a table runs not far below a text, as long as that or longer."""
    return any(
        0 < span.base - edge.y < _RULED_NEAR * span.size
        and edge.left < span.right
        and edge.right > span.right
        for edge in edges
    )
