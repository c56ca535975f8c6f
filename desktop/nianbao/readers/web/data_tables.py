"""Which tables of a page hold data, and where in them each cell stands."""

from itertools import count

from lxml import etree

from nianbao.readers.web.html_blocks import shown_text
from nianbao.report.document import Cell

_CELLS = ("td", "th")
_PROSE = 100  # a cell with more characters lays out a page
_MOST = 1_000  # columns or rows that a cell may take, as in a browser


class DataTables:
    """The cells of a page's tables of data; a table that lays out the page has none."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, dict[etree._Element, Cell]] = {}
        self._numbers = count()

    def is_data(self, element: etree._Element) -> bool:
        """Tell whether an element stands in a table of data."""
        return bool(self._cells(element))

    def cell(self, element: etree._Element) -> Cell | None:
        """Return where in its table of data an element stands, None outside of all cells."""
        cells = self._cells(element)
        holders = (element, *element.iterancestors(*_CELLS)) if cells else ()
        return next((cells[one] for one in holders if one in cells), None)

    def _cells(self, element: etree._Element) -> dict[etree._Element, Cell]:
        table = next(element.iterancestors("table"), None)
        if table is None:
            return {}
        if table not in self._known:
            rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
            is_data = _is_data(table, rows)
            self._known[table] = _placed(rows, next(self._numbers)) if is_data else {}
        return self._known[table]


def _is_data(table: etree._Element, rows: list[list[etree._Element]]) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    texts = [shown_text("".join(map(str, cell.itertext()))) for row in rows for cell in row]
    return len(rows) >= 2 and max(map(len, rows)) >= 2 and max(map(len, texts)) <= _PROSE


def _placed(rows: list[list[etree._Element]], table: int) -> dict[etree._Element, Cell]:
    """Return the place of each cell: what takes several rows moves those below to the right."""
    placed: dict[etree._Element, Cell] = {}
    taken: dict[int, int] = {}  # how many more rows a column is taken
    for number, row in enumerate(rows):
        column, below = 0, {at: rest - 1 for at, rest in taken.items() if rest > 1}
        for cell in row:
            while column in taken:
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            placed[cell] = Cell(table=table, row=number, column=column, width=width)
            if height > 1:
                below |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
        taken = below
    return placed


def _span(cell: etree._Element, name: str) -> int:
    said = cell.get(name, "").strip()
    return min(max(1, int(said)), _MOST) if said.isascii() and said.isdecimal() else 1
