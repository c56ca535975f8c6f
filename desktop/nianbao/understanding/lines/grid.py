"""What stands over a cell of a table, and at the left of its row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from nianbao.report import numeral
from nianbao.report.document import Cell
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding.lines.line import Line

_YEAR = re.compile(r"(?:19|20)\d\d ?年?(?:度|末|底)?")
_SIGN = re.compile(r"[-+]?")
_BETWEEN = "·"  # heads that stand over each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The heads of a cell's column and row, empty where there is none."""

    column: str
    row: str

    def __str__(self) -> str:
        """Say where the cell stands, in words."""
        named = [
            f"“{name}”{what}" for name, what in ((self.column, "列"), (self.row, "行")) if name
        ]
        return "表格" + "、".join(named)


@dataclass(slots=True)
class _Box:
    """A cell with its lines."""

    cell: Cell
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(line.plain for line in self.lines)

    @property
    def is_number(self) -> bool:
        return _is_number(self.text)

    def covers(self, column: int) -> bool:
        """Whether the cell stands in a column."""
        return self.cell.column <= column < self.cell.column + self.cell.width


_Rows = list[list[_Box]]


def heads(lines: Sequence[Line]) -> dict[int, Heads]:
    """Return the heads of the cells of tables, by the indexes of their lines."""
    tables: defaultdict[int, dict[tuple[int, int], _Box]] = defaultdict(dict)
    for line in lines:
        if cell := line.origin.cell:
            boxes = tables[cell.table]
            boxes.setdefault((cell.row, cell.column), _Box(cell)).lines.append(line)
    return {index: one for boxes in tables.values() for index, one in _of_table(boxes)}


def _of_table(boxes: Mapping[tuple[int, int], _Box]) -> Iterator[tuple[int, Heads]]:
    rows: defaultdict[int, list[_Box]] = defaultdict(list)
    for (number, _), box in sorted(boxes.items(), key=lambda item: item[0]):
        rows[number].append(box)
    # A row of one cell is a caption; of a row below a tall cell, one may be all that it has.
    table = [row for row in rows.values() if len(row) > 1 or row[0].cell.column > 0]
    above = list(takewhile(lambda row: not any(box.is_number for box in row), table))
    if not above or len(above) == len(table):
        return
    below = table[len(above) :]
    for row in below:
        for box in (box for box in row if box.cell.column > 0):
            found = Heads(column=_over(above, box.cell.column), row=_left_of(row, box))
            if found.column or found.row:
                yield from ((line.index, found) for line in box.lines)


def _is_number(text: str) -> bool:
    """Whether a text is a number with its unit, if any, and no year."""
    bare = _SIGN.sub("", text, count=1)
    start, stop = next(numeral.spans(bare), (1, 0))
    if start or _YEAR.fullmatch(bare):
        return False
    units = (quantities().unit, quantities().chinese_unit)
    return stop == len(bare) or any(one.fullmatch(bare, stop) for one in units)


def _over(above: _Rows, column: int) -> str:
    named = (box.text for row in above for box in row if box.covers(column))
    return _BETWEEN.join(dict.fromkeys(name for name in named if name))


def _left_of(row: Sequence[_Box], box: _Box) -> str:
    """Return the name that a row begins with, behind its number."""
    named = (one.text for one in takewhile(lambda one: one is not box, row) if not one.is_number)
    return next((name for name in named if name), "")
