"""Paragraphs that were cut into lines of one width are put together again.

Text copied from a page, a mail or a chat has a line end where its column ended. That is seen from
the lines that stop in the middle of a sentence: they are all as wide as the column, or lack only
the room for what the next line begins with. Where a line is full and a sentence ends with it, an
indent decides, and without indents the line itself: a paragraph rarely fills its last line.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nianbao.report.change import Change
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, put_together
from nianbao.understanding.lines.wrapping import indents
from nianbao.understanding.lines.wrapping.column import (
    ENDED,
    TextColumn,
    Width,
    column_of,
    count,
    cut_in_sentence,
    full_width,
    is_spaced,
    seen,
)

_INDENT = "　　"
_INDENTED = 3  # characters that a last line lacks at least, where its first one has an indent
_REASON = "原文一行一个回车，接回成一段。"


def joined(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines with the paragraphs whole that a column cut, and every joint."""
    cut = cut_in_sentence(lines, layout, spaced=is_spaced(lines))
    odd = indents.odd_indents(lines, cut)
    if odd is not None and odd.starts:
        return _joined_by_indents(lines, odd, layout)
    as_read = list(lines)
    if odd is not None:
        lines = odd.bare
    column, as_cut = column_of(lines, layout), list(lines)
    begins_full = column is not None and _begins_full(lines, column)
    for measure in (count, full_width):
        # A page is read without its indents, and its first lines are shorter by that.
        indented = _with_indents(lines, measure)
        other = column_of(indented, layout) if indented else None
        if other is None or other.measure is not measure or begins_full:
            continue
        if column is None or other.fits >= column.fits:
            column, as_cut = other, indented
    if column is None:
        return as_read if odd is not None else as_cut, []
    lost = not any(line.text[:1].isspace() for line in lines)
    found, changes = _joined(as_cut, replace(column, lost=len(_INDENT) * lost))
    return [
        one.with_text(one.text.removeprefix(_INDENT)) if lost else one for one in found
    ], changes


def _joined_by_indents(
    lines: Sequence[Line], odd: indents.Indents, layout: Layout
) -> tuple[list[Line], list[Change]]:
    """Return lines joined that stand further in where they go on, or all alike."""
    best: tuple[TextColumn, list[Line]] | None = None
    for variant in odd.variants:
        column = column_of(variant, layout)
        if column is not None and (best is None or column.fits > best[0].fits):
            best = column, variant
    if best is None:
        return list(lines), []
    column, variant = best
    return _joined(variant, replace(column, indented=True, starts=odd.starts))


def _begins_full(lines: Sequence[Line], column: "TextColumn") -> bool:
    """Whether the first lines of paragraphs are as wide as the others: they lost no indent."""
    firsts = [
        column.room(one) < len(_INDENT)
        for one, below in pairwise([line for line in lines if line.bare])
        if parse_heading_number(one.plain)
        and not parse_heading_number(below.plain)
        and not ENDED.search(one.plain)
    ]
    return bool(firsts) and 2 * sum(firsts) >= len(firsts)


def _with_indents(lines: Sequence[Line], measure: "Width") -> list[Line]:
    """Return lines with an indent where a paragraph must begin; none when the text has its own."""
    if any(line.text[:1].isspace() for line in lines):
        return []
    widest = max((measure(line.plain) for line in lines), default=0.0)
    found: list[Line] = []
    above: Line | None = None
    for line in lines:
        ended = above is None or (
            (ENDED.search(above.plain) or parse_heading_number(above.plain))
            and measure(seen(above)) < widest - _INDENTED
        )
        begins = line.bare and (ended or parse_heading_number(line.plain))
        found.append(line.with_text(_INDENT + line.text) if begins else line)
        above = found[-1] if line.bare else above
    return found


def _joined(lines: Sequence[Line], column: "TextColumn") -> tuple[list[Line], list[Change]]:
    found: list[Line] = []
    changes: list[Change] = []
    last: int | None = None  # the last line with text that was looked at
    for at, line in enumerate(lines):
        if not line.bare:
            if not column.spaced:
                last = None
            found.append(line)
            continue
        if last is not None and column.continues(lines[last], line, found, lines, at):
            while found and not found[-1].bare:
                found.pop()
            found[-1], change = put_together(found[-1], line, _REASON)
            changes.append(change)
        else:
            found.append(line)
        last = at
    return found, changes
