"""Where on a PDF's page text stands side by side: columns of text, cells of a table.

A line of a page may be the line of one text, or hold lines of two columns or cells of a row. Where
rows leave the same strip free, one below the other, the strip parts them. What stands on both sides
in full lines is columns, read one after the other; what is short, or ruled, is a table.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from nianbao.readers.pdf import cells
from nianbao.readers.pdf.shapes import (
    LIST_NUMBER,
    Char,
    CharSpan,
    Edge,
    PdfBlock,
    Strip,
    left_of,
    length_of,
    right_of,
    split,
)

_APART = 1.2  # characters of free room that may part two texts
_STRIP = 0.8  # that stay free in all rows
_LETTERS = 4  # characters of a title that is set letter by letter
_NEAR = 3.0  # characters from one row to the next of a region
_FEW_LINES = 3  # of a column
_MOST_COLUMNS = 3  # of text
_LONG = 7  # characters of a line of text in a column
_FULL, _MOSTLY = 1.7, 0.55  # characters a line may lack, share of those that are full
_ALIKE = 0.6  # of the widest column's width
_HANGING = "，。、；：,.;:"
_MOST_GAPS = 40
_WIDE = "\u2e80"  # signs from here on have a square of their own; letters may be joined
_COVERED = 0.6  # of the narrower of two characters
_PAGE_NUMBER = 3  # digits


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


Row = list[Char]


class PageLayout:
    """Finds what stands side by side, page by page; columns go on over pages."""

    def __init__(self) -> None:
        self._gutters: list[Strip] = []

    def blocks(self, rows: Sequence[Row], edges: Sequence[Edge]) -> list[PdfBlock]:
        """Return the rows of a page, from above to below, as blocks in the order of reading."""
        spans = [_spans(row) for row in rows]
        found: list[PdfBlock] = []
        at = 0
        while at < len(rows):
            end, strips = _region(spans, at, edges)
            region = [span for row in spans[at:end] for span in row]
            columns = _columns(region, strips) if strips else []
            inside = _inside(edges, region)
            blocks = self._side_by_side(spans[at:end], columns, inside)
            if not blocks:
                found.append(PdfBlock((tuple(rows[at]),)))
                end = at + 1
            found += blocks
            at = end
        return found

    def _side_by_side(
        self,
        rows: Sequence[Sequence[CharSpan]],
        columns: Sequence[list[CharSpan]],
        edges: Sequence[Edge],
    ) -> list[PdfBlock]:
        """Return what stands side by side in a region; nothing when it is no such thing."""
        if len(columns) < 2:
            return []
        strips = [Strip(right_of(a), left_of(b)) for a, b in pairwise(columns)]
        ruled = any(edge.left < s.left and s.right < edge.right for edge in edges for s in strips)
        if not ruled and _is_list(columns):
            return []
        goes_on = len(strips) == 1 and any(_overlap(strips[0], one) for one in self._gutters)
        if not ruled and _are_columns(columns, least=1 if goes_on else _FEW_LINES):
            self._gutters = strips[:1] if len(strips) == 1 else self._gutters
            return _text_columns(columns)
        beside = sum(len(row) > 1 for row in rows)
        needed = cells.FEW_ROWS if len(columns) == 2 else cells.FEW_ROWS - 1
        if not ruled and (beside < needed or _is_contents(columns)):
            return []
        return cells.of_table(rows, columns, edges)


def _spans(row: Row) -> list[CharSpan]:
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


def _span(chars: Sequence[Char]) -> CharSpan:
    seen = [char for char in chars if not char.text.isspace()]
    return CharSpan(
        chars=tuple(chars),
        left=seen[0].left,
        right=max(map(_end, seen)),
        base=median(char.base for char in seen),
        size=median(char.size for char in seen),
    )


def _region(
    rows: Sequence[Sequence[CharSpan]], at: int, edges: Sequence[Edge]
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
            if not any(free) or (
                crossed and len(row) == 1 and not cells.is_ruled_below(row[0], edges)
            ):
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


def _base(above: Sequence[CharSpan], otherwise: Sequence[CharSpan]) -> float:
    return (above or otherwise)[0].base


def _free_strips(rows: Sequence[Sequence[CharSpan]], at: int) -> list[Strip]:
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


def _parts(strip: Strip, row: Sequence[CharSpan]) -> bool:
    """Whether a row has something on both sides of a strip."""
    return any(one.right <= strip.left for one in row) and any(
        one.left >= strip.right for one in row
    )


def _narrowed(strip: Strip, row: Iterable[CharSpan]) -> Strip | None:
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


def _columns(spans: Sequence[CharSpan], strips: Sequence[Strip]) -> list[list[CharSpan]]:
    """Return the spans of a region column by column: what no row crosses parts them."""
    return split(spans) if strips and spans else []


def _are_columns(columns: Sequence[Sequence[CharSpan]], *, least: int) -> bool:
    """Tell whether columns hold running text: long lines, most of which reach the margin.

    One of them may hold much else, such as a title above its text.
    """
    widths = [right_of(column) - left_of(column) for column in columns]
    short = any(len(column) < least for column in columns[:-1])
    if short or len(columns) > _MOST_COLUMNS or min(widths) <= _ALIKE * max(widths):
        return False
    running = [_is_running(column) for column in columns]
    if len(columns[-1]) < _FEW_LINES:  # the last one may end soon
        running[-1] = running[-1] or _longest(columns[-1]) >= _LONG
    long = all(_longest(column) >= _LONG for column in columns)
    return long and sum(running) >= max(1, len(columns) - 1)


def _is_running(column: Sequence[CharSpan]) -> bool:
    size, right = median(span.size for span in column), right_of(column)
    full = sum(right - span.right < _FULL * size for span in column)
    return median(map(length_of, column)) >= _LONG and full >= _MOSTLY * len(column)


def _longest(column: Sequence[CharSpan]) -> float:
    return max(map(length_of, column))


def _text_columns(columns: Sequence[Sequence[CharSpan]]) -> list[PdfBlock]:
    first = left_of(columns[0])
    return [
        PdfBlock(tuple(span.chars for span in column), at, left_of(column) - first)
        for at, column in enumerate(columns, 1)
    ]


def _is_list(columns: Sequence[Sequence[CharSpan]]) -> bool:
    """Tell whether a first column only holds the numbers of a list, which stand out."""
    return len(columns) == 2 and all(
        LIST_NUMBER.fullmatch("".join(char.text for char in span.chars).strip())
        for span in columns[0]
    )


def _is_contents(columns: Sequence[Sequence[CharSpan]]) -> bool:
    """Tell whether a second column only holds pages, as a table of contents does."""
    texts = ["".join(char.text for char in span.chars).strip() for span in columns[-1]]
    pages = [int(text) for text in texts if text.isdecimal() and len(text) <= _PAGE_NUMBER]
    return len(columns) == 2 and len(pages) == len(texts) and pages == sorted(pages)


def _inside(edges: Sequence[Edge], region: Sequence[CharSpan]) -> list[Edge]:
    """Return the lines that run through a region or along its edge."""
    if not region or not edges:
        return []
    top = max(span.base + 2 * span.size for span in region)
    bottom = min(span.base - span.size for span in region)
    return [edge for edge in edges if bottom <= edge.y <= top]


def _overlap(first: Strip, second: Strip) -> bool:
    return min(first.right, second.right) > max(first.left, second.left)
