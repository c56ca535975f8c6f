"""Where in its table a cell stands, counted while the document is walked through."""

from lxml import etree

from nianbao.readers.word.xml.names import W
from nianbao.readers.word.xml.numbering import whole
from nianbao.report.document import Cell

_VAL = W + "val"


class Grid:
    """Counts tables, rows and columns; a table in a cell is one of its own."""

    def __init__(self) -> None:
        self._tables = 0
        self._open: list[_Table] = []

    @property
    def cell(self) -> Cell | None:
        """The cell that is being read, None outside of tables."""
        return self._open[-1].cell if self._open else None

    def begin_table(self) -> None:
        """Go into a table."""
        self._open.append(_Table(self._tables))
        self._tables += 1

    def end_table(self) -> None:
        """Leave the table."""
        self._open.pop()

    def begin_row(self, properties: etree._Element | None) -> None:
        """Go on to the next row; it may leave out columns at its left."""
        if self._open:
            self._open[-1].row += 1
            self._open[-1].column = _number(properties, "gridBefore", 0)

    def begin_cell(self, properties: etree._Element | None) -> None:
        """Go on to the next cell."""
        if self._open:
            self._open[-1].begin_cell(properties)


class _Table:
    def __init__(self, number: int) -> None:
        self.number, self.row, self.column = number, -1, 0
        self.cell: Cell | None = None

    def begin_cell(self, properties: etree._Element | None) -> None:
        width = max(1, _number(properties, "gridSpan", 1))
        self.cell = Cell(table=self.number, row=self.row, column=self.column, width=width)
        self.column += width


def _number(properties: etree._Element | None, name: str, otherwise: int) -> int:
    found = properties.find(W + name) if properties is not None else None
    return otherwise if found is None else whole(found.get(_VAL), otherwise)
