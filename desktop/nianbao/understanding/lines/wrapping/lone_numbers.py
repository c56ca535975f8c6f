"""A heading's number that stands alone, put before its title: on a line above it, or in a cell.

A table only shapes headings (| 一、 | 总体情况 |) where it begins with a number, with no heads
above it, and holds text beside the titles. One that lists figures or tasks keeps its cells.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from nianbao.report.change import Change
from nianbao.report.writing.chinese import ORDINAL
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards import structure
from nianbao.understanding.lines.line import Line, put_together
from nianbao.understanding.lines.marked import SHORT
from nianbao.understanding.lines.wrapping.column import ENDED

_SLIP = re.compile(f"{ORDINAL}[。；，:：]")  # for 一、
_WITHOUT_MARK = re.compile(ORDINAL)
_BARE = re.compile(rf"{ORDINAL}|\d{{1,2}}")
_LEVELS = (1, 2)  # 一、 and （一）: other numbers count rows
_ON_TWO_LINES = "标题的序号单独占了一行，接成一行。"
_IN_TWO_CELLS = "标题的序号和名称在表格的两格里，接成一行。"

_Row = list[list[Line]]  # the full lines of each cell


def joined(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Return lines with the number of a heading that stands alone put before its title or text.

    Empty lines may stand between them.
    """
    in_cells = _titles_in_cells(lines)
    found: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        last = _last_full(found) if _has_no_number(line) else -1
        above = found[last] if last >= 0 else None
        if above and line.index in in_cells:
            apart, reason = in_cells[line.index], _IN_TWO_CELLS
        elif above and _numbers_line(above, line):
            apart, reason = _apart(above), _ON_TWO_LINES
        else:
            found.append(line)
            continue
        whole, change = put_together(found[last], line, reason, apart=apart)
        changes.append(change)
        found[last:] = [whole]
    return found, changes


def _last_full(lines: Sequence[Line]) -> int:
    """Return where the last line stands that is not empty, -1 for none."""
    return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].bare), -1)


def _has_no_number(line: Line) -> bool:
    return bool(line.bare) and parse_heading_number(line.bare) is None


def _numbers_line(number: Line, line: Line) -> bool:
    """Whether a line of the text is the number of a heading and nothing else."""
    if number.is_cell or line.is_cell or number.origin.list_number:
        return False
    if _WITHOUT_MARK.fullmatch(number.plain):
        return structure.is_part_alone(line.plain)
    parsed = parse_heading_number(number.bare)
    whole = parsed is not None and parsed.written == number.bare
    return whole or _SLIP.fullmatch(number.plain) is not None


def _apart(number: Line) -> str:
    """Return what keeps a number from its title: a space where it has no mark."""
    return " " if _BARE.fullmatch(number.plain) else ""


def _titles_in_cells(lines: Sequence[Line]) -> dict[int, str]:
    """Return the titles, by the index of their lines, and what keeps the number from each."""
    boxes: defaultdict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if (cell := line.origin.cell) and line.bare:
            boxes[cell.table, cell.row, cell.column].append(line)
    tables: defaultdict[int, defaultdict[int, _Row]] = defaultdict(lambda: defaultdict(list))
    for (table, row, _), box in sorted(boxes.items()):
        tables[table][row].append(box)
    found: dict[int, str] = {}
    for rows in tables.values():
        found |= _of_table(list(rows.values()))
    return found


def _of_table(rows: Sequence[_Row]) -> dict[int, str]:
    headed = [row for row in rows if _is_headed(row)]
    rest = (line for row in rows if row not in headed for line in _all(row))
    if rows[0] not in headed or not all(map(_is_text, rest)):
        return {}
    return {title.index: _apart(number) for number, title, *_ in map(_all, headed)}


def _is_headed(row: _Row) -> bool:
    """Whether a row is a number, a title, and perhaps the text of the section."""
    (number, *more), *behind = row
    title, *text = _all(behind) or [number]
    short = len(title.plain) <= SHORT and not ENDED.search(title.plain)
    titled = short and title is not number and parse_heading_number(title.bare) is None
    return titled and not more and _numbers_cell(number, title) and all(map(_is_text, text))


def _numbers_cell(number: Line, title: Line) -> bool:
    """Whether a cell is a heading's number; one without its mark stands before a known title."""
    if _BARE.fullmatch(number.plain):
        return structure.is_part_alone(title.plain)
    parsed = parse_heading_number(number.bare)
    return parsed is not None and parsed.written == number.bare and parsed.level in _LEVELS


def _is_text(line: Line) -> bool:
    return bool(ENDED.search(line.plain)) or parse_heading_number(line.bare) is not None


def _all(row: Iterable[list[Line]]) -> list[Line]:
    return [line for box in row for line in box]
