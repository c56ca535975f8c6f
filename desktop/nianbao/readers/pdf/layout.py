"""Where on a PDF's page text stands side by side: columns of text, cells of a table.

A line of a page may be the line of one text, or hold lines of two columns or cells of a row. Where
rows leave the same strip free, one below the other, the strip parts them. What stands on both sides
in full lines is columns, read one after the other; what is short, or ruled, is a table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_APART = 1.2  # characters of free room that may part two texts
_STRIP = 0.8  # that stay free in all rows
_LETTERS = 4  # characters of a title that is set letter by letter
_NEAR = 3.0  # characters from one row to the next of a region
_FEW_ROWS, _FEW_LINES = 3, 3  # a table without lines, a column
_MOST_COLUMNS = 3  # of text
_LONG = 7  # characters of a line of text in a column
_FULL, _MOSTLY = 1.7, 0.55  # characters a line may lack, share of those that are full
_ALIKE = 0.6  # of the widest column's width
_RULED_NEAR = 6.0  # characters down to the line below a cell
_HANGING = "，。、；：,.;:"
_MOST_GAPS = 40
_ACROSS = 0.5  # of a column's width that the line of a table goes along it
_WIDE = "\u2e80"  # signs from here on have a square of their own; letters may be joined
_COVERED = 0.6  # of the narrower of two characters
_PAGE_NUMBER = 3  # digits


class Char(NamedTuple):  # a tuple, because a report has ten thousand of them
    """One character: where it begins and ends, its baseline and its size, in points.

    A box's height says nothing of the line: in many fonts a comma's box is as low as the comma.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


def overlaid(chars: Iterable[Char]) -> int:
    """Count the characters that lie on others: something was written over them."""
    letters = [char for char in chars if char.text.isdecimal() or char.text >= _WIDE]
    letters.sort(key=lambda char: (-char.base, char.left))
    return sum(_lies_on(below, above) for above, below in pairwise(letters))


def _lies_on(char: Char, other: Char) -> bool:
    if char.text == other.text or abs(char.base - other.base) > 0.3 * char.size:
        return False
    narrower = min(char.right - char.left, other.right - other.left)
    shared = min(char.right, other.right) - max(char.left, other.left)
    return shared > _COVERED * narrower > 0


class Edge(NamedTuple):
    """A level line that a table may be ruled with: how high, from where to where."""

    y: float
    left: float
    right: float


class Strip(NamedTuple):
    """A strip that stays free from above to below."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How broad it is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a row that stand together."""

    chars: tuple[Char, ...]
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of characters that belong together.

    `column` counts the columns of text from 1, 0 is the page; `shift` is how far it stands in from
    the first one. `is_cell`: all rows are one cell of a table.
    """

    rows: tuple[tuple[Char, ...], ...]
    column: int = 0
    shift: float = 0.0
    is_cell: bool = False


Row = list[Char]


class Layout:
    """Finds what stands side by side, page by page; columns go on over pages."""

    def __init__(self) -> None:
        self._gutters: list[Strip] = []

    def blocks(self, rows: Sequence[Row], edges: Sequence[Edge]) -> list[Block]:
        """Return the rows of a page, from above to below, as blocks in the order of reading."""
        spans = [_spans(row) for row in rows]
        found: list[Block] = []
        at = 0
        while at < len(rows):
            end, strips = _region(spans, at, edges)
            region = [span for row in spans[at:end] for span in row]
            columns = _columns(region, strips) if strips else []
            inside = _inside(edges, region)
            blocks = self._side_by_side(spans[at:end], columns, inside)
            if not blocks:
                found.append(Block((tuple(rows[at]),)))
                end = at + 1
            found += blocks
            at = end
        return found

    def _side_by_side(
        self, rows: Sequence[Sequence[Span]], columns: Sequence[list[Span]], edges: Sequence[Edge]
    ) -> list[Block]:
        """Return what stands side by side in a region; nothing when it is no such thing."""
        if len(columns) < 2:
            return []
        strips = [Strip(_right(a), _left(b)) for a, b in pairwise(columns)]
        ruled = any(edge.left < s.left and s.right < edge.right for edge in edges for s in strips)
        goes_on = len(strips) == 1 and any(_overlap(strips[0], one) for one in self._gutters)
        if not ruled and _are_columns(columns, least=1 if goes_on else _FEW_LINES):
            self._gutters = strips[:1] if len(strips) == 1 else self._gutters
            return _text_columns(columns)
        beside = sum(len(row) > 1 for row in rows)
        needed = _FEW_ROWS if len(columns) == 2 else _FEW_ROWS - 1
        if not ruled and (beside < needed or _is_contents(columns)):
            return []
        return _table(rows, columns, edges)


def _spans(row: Row) -> list[Span]:
    """Return the stretches of a row that stand apart from each other."""
    seen = [char for char in row if not char.text.isspace()]
    if not seen:
        return []
    size = median(char.size for char in seen)
    groups: list[list[Char]] = [[]]
    before: Char | None = None
    for char in row:
        if char.text.isspace():
            groups[-1].append(char)
            continue
        if before and char.left - _end(before) > _APART * max(size, 1.0):
            groups.append([])
        groups[-1].append(char)
        before = char
    lengths = [sum(not char.text.isspace() for char in group) for group in groups]
    if len(groups) >= _LETTERS and max(lengths) == 1 and not any(c.text.isdecimal() for c in seen):
        groups = [list(row)]
    return [_span(group) for group in groups]


def _end(char: Char) -> float:
    """Return where a character ends; marks may hang over the margin of a column."""
    return char.left if char.text in _HANGING else char.right


def _span(chars: Sequence[Char]) -> Span:
    seen = [char for char in chars if not char.text.isspace()]
    return Span(
        chars=tuple(chars),
        left=seen[0].left,
        right=max(map(_end, seen)),
        base=median(char.base for char in seen),
        size=median(char.size for char in seen),
    )


def _region(
    rows: Sequence[Sequence[Span]], at: int, edges: Sequence[Edge]
) -> tuple[int, list[Strip]]:
    """Return where the rows end that leave a strip free, and the strips; none if they do not.

    A line that crosses what parted the rows above it ends them, where nothing is ruled below it.
    """
    strips = _free_strips(rows, at)
    parted = [1] * len(strips)
    end = at
    pitch = 0.0
    while end < len(rows) and strips:
        row = rows[end]
        if row and end > at:
            size = max(span.size for span in row)
            step = _base(rows[end - 1], row) - row[0].base
            if step > max(_NEAR * size, 1.6 * pitch):
                break
            left = [_narrowed(strip, row) for strip in strips]
            free = [one is not None and one.width > _STRIP * size for one in left]
            crossed = any(
                not is_free and times > 1 for is_free, times in zip(free, parted, strict=True)
            )
            if not any(free) or (crossed and len(row) == 1 and not _is_ruled_below(row[0], edges)):
                break
            pitch = max(pitch, step)
            parted = [
                times + _parts(strip, row)
                for strip, times, is_free in zip(strips, parted, free, strict=True)
                if is_free
            ]
            strips = [one for one, is_free in zip(left, free, strict=True) if one and is_free]
        end += 1
    return max(end, at + 1), strips if end > at + 1 else []


def _base(above: Sequence[Span], otherwise: Sequence[Span]) -> float:
    return (above or otherwise)[0].base


def _free_strips(rows: Sequence[Sequence[Span]], at: int) -> list[Strip]:
    """Return the strips that a row leaves free, alone or with the row that stands beside it."""
    row = rows[at]
    if not row:
        return []
    found = [Strip(a.right, b.left) for a, b in pairwise(row)]
    below = rows[at + 1] if at + 1 < len(rows) else ()
    if len(row) == len(below) == 1 and row[0].base - below[0].base < row[0].size:
        first, second = sorted((row[0], below[0]), key=lambda span: span.left)
        if second.left - first.right > _APART * first.size:
            found.append(Strip(first.right, second.left))
    return found[:_MOST_GAPS]


def _parts(strip: Strip, row: Sequence[Span]) -> bool:
    """Whether a row has something on both sides of a strip."""
    return any(one.right <= strip.left for one in row) and any(
        one.left >= strip.right for one in row
    )


def _is_ruled_below(span: Span, edges: Sequence[Edge]) -> bool:
    """Whether a line of a table runs not far below a text, as long as that or longer."""
    return any(
        0 < span.base - edge.y < _RULED_NEAR * span.size
        and edge.left < span.right
        and edge.right > span.right
        for edge in edges
    )


def _narrowed(strip: Strip, row: Iterable[Span]) -> Strip | None:
    """Return what a row leaves free of a strip, None when it crosses it."""
    left, right = strip
    for span in row:
        if span.right <= left or span.left >= right:
            continue
        before, behind = span.left - left, right - span.right
        if max(before, behind) <= 0:
            return None
        if before > behind:
            right = span.left
        else:
            left = span.right
    return Strip(left, right)


def _columns(spans: Sequence[Span], strips: Sequence[Strip]) -> list[list[Span]]:
    """Return the spans of a region column by column: what no row crosses parts them."""
    return _split(spans) if strips and spans else []


def _split(spans: Sequence[Span]) -> list[list[Span]]:
    """Return spans column by column."""
    size = median(span.size for span in spans)
    ordered = sorted(spans, key=lambda span: span.left)
    columns: list[list[Span]] = [[]]
    right = ordered[0].right
    for span in ordered:
        if columns[-1] and span.left - right > _STRIP * size:
            columns.append([])
        columns[-1].append(span)
        right = max(right, span.right)
    return [sorted(column, key=lambda span: (-span.base, span.left)) for column in columns]


def _are_columns(columns: Sequence[Sequence[Span]], *, least: int) -> bool:
    """Tell whether columns hold running text: long lines, most of which reach the margin.

    One of them may hold much else, such as a title above its text.
    """
    widths = [_right(column) - _left(column) for column in columns]
    short = any(len(column) < least for column in columns[:-1])
    if short or len(columns) > _MOST_COLUMNS or min(widths) <= _ALIKE * max(widths):
        return False
    running = [_is_running(column) for column in columns]
    if len(columns[-1]) < _FEW_LINES:  # the last one may end soon
        running[-1] = running[-1] or _longest(columns[-1]) >= _LONG
    long = all(_longest(column) >= _LONG for column in columns)
    return long and sum(running) >= max(1, len(columns) - 1)


def _is_running(column: Sequence[Span]) -> bool:
    size, right = median(span.size for span in column), _right(column)
    full = sum(right - span.right < _FULL * size for span in column)
    return median(map(_length, column)) >= _LONG and full >= _MOSTLY * len(column)


def _longest(column: Sequence[Span]) -> float:
    return max(map(_length, column))


def _text_columns(columns: Sequence[Sequence[Span]]) -> list[Block]:
    first = _left(columns[0])
    return [
        Block(tuple(span.chars for span in column), at, _left(column) - first)
        for at, column in enumerate(columns, 1)
    ]


def _is_contents(columns: Sequence[Sequence[Span]]) -> bool:
    """Tell whether a second column only holds pages, as a table of contents does."""
    texts = ["".join(char.text for char in span.chars).strip() for span in columns[-1]]
    pages = [int(text) for text in texts if text.isdecimal() and len(text) <= _PAGE_NUMBER]
    return len(columns) == 2 and len(pages) == len(texts) and pages == sorted(pages)


def _table(
    rows: Sequence[Sequence[Span]], columns: Sequence[Sequence[Span]], edges: Sequence[Edge]
) -> list[Block]:
    """Return the cells of a table, and what stands alone below it as the lines they are."""
    end = len(rows)
    second = _left(columns[1])
    while end > _FEW_ROWS - 1 and len(rows[end - 1]) == 1:
        (span,) = rows[end - 1]
        if (span.left >= second and not edges) or _is_ruled_below(span, edges):
            break
        end -= 1
    last = min((row[0].base for row in rows[:end] if row), default=0.0)
    inside = [[span for span in column if span.base > last - 1.0] for column in columns]
    below = [Block((row[0].chars,)) for row in rows[end:] if row]
    return [*_cells([column for column in inside if column], edges), *below]


def _cells(columns: Sequence[Sequence[Span]], edges: Sequence[Edge]) -> list[Block]:
    """Return the cells of a table row by row; without lines a row of text is a row of it."""
    found: list[tuple[float, int, list[Span]]] = []
    for at, column in enumerate(columns):
        left, right = _left(column), _right(column)
        ruled = sorted((e.y for e in edges if _goes_along(e, left, right)), reverse=True)
        cell: list[Span] = []
        top = 0.0
        for span in column:
            above = [y for y in ruled if y > span.base]
            own = above[-1] if above else span.base
            same = bool(cell) and (own == top if above else abs(span.base - cell[-1].base) < 1.0)
            if not same:
                cell, top = [], own
                found.append((top, at, cell))
            cell.append(span)
    height = median(span.size for column in columns for span in column)
    found.sort(key=lambda one: -one[0])
    ordered: list[tuple[float, int, list[Span]]] = []
    row: list[tuple[float, int, list[Span]]] = []
    for one in found:
        if row and row[0][0] - one[0] > 0.4 * height:
            ordered += sorted(row, key=lambda cell: cell[1])
            row = []
        row.append(one)
    ordered += sorted(row, key=lambda cell: cell[1])
    return [
        Block(tuple(span.chars for span in part), is_cell=True)
        for _, _, cell in ordered
        for part in _beside(cell)
    ]


def _beside(cell: list[Span]) -> list[list[Span]]:
    """Return the cells that a stretch of a column has beside each other, below a wide heading."""
    letters = all(len(span.chars) == 1 and not span.chars[0].text.isdecimal() for span in cell)
    return [cell] if letters else _split(cell)


def _goes_along(edge: Edge, left: float, right: float) -> bool:
    return min(edge.right, right) - max(edge.left, left) > _ACROSS * (right - left)


def _inside(edges: Sequence[Edge], region: Sequence[Span]) -> list[Edge]:
    """Return the lines that run through a region or along its edge."""
    if not region or not edges:
        return []
    top = max(span.base + 2 * span.size for span in region)
    bottom = min(span.base - span.size for span in region)
    return [edge for edge in edges if bottom <= edge.y <= top]


def _overlap(first: Strip, second: Strip) -> bool:
    return min(first.right, second.right) > max(first.left, second.left)


def _length(span: Span) -> float:
    """Return how many Chinese characters a span is long."""
    return sum(0.5 if char.text < "\u2000" else 1.0 for char in span.chars)


def _left(column: Sequence[Span]) -> float:
    return min(span.left for span in column)


def _right(column: Sequence[Span]) -> float:
    return max(span.right for span in column)
