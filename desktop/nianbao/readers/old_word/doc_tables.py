"""Where the cells of an old Word document's tables stand, counted as its paragraphs are read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from nianbao.report.document import Cell, FilePlace

Add = Callable[[FilePlace, Cell | None], None]
"""Adds one paragraph to the text, in the cell that it stands in."""


@dataclass(slots=True)
class DocTables:
    """Keeps the paragraphs of a table until it ends and the places of its cells are known.

    Cells are counted from the left. Where rows have more or fewer of them than others, cells are
    joined, and none of them has a place.
    """

    _waiting: list[tuple[int, int, Add]] = field(default_factory=list)
    _widths: list[int] = field(default_factory=list)  # cells of each row that has ended
    _column: int = 0
    _tables: int = 0

    def add(self, paragraph: Add, *, in_table: bool, ends_cell: bool) -> None:
        """Take the next paragraph: of the cell that is being read, or of the text."""
        if not in_table:
            self.close()
            paragraph(FilePlace.BODY, None)
            return
        self._waiting.append((len(self._widths), self._column, paragraph))
        self._column += ends_cell

    def end_row(self) -> None:
        """Go on to the next row."""
        self._widths.append(self._column)
        self._column = 0

    def close(self) -> None:
        """End the table, if one is open: add its paragraphs to the text."""
        if not self._waiting:
            return
        even = self._column == 0 and len(set(self._widths)) == 1
        for row, column, paragraph in self._waiting:
            cell = Cell(table=self._tables, row=row, column=column) if even else None
            paragraph(FilePlace.TABLE, cell)
        self._tables += 1
        self._waiting.clear()
        self._widths.clear()
        self._column = 0
