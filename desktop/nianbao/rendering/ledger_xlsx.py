"""The ledger as an Excel workbook."""

import io
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from nianbao.rendering.atomic import replace_file
from nianbao.rendering.table import WorkbookSheet
from nianbao.report.figures.formula import decimals_of

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # XML cannot hold these
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # Excel would compute what begins so
_HEAD = PatternFill("solid", fgColor="EDF0F3")
_WIDEST = 48  # characters
_FACE = "宋体"


def write_xlsx(table: WorkbookSheet, out: Path) -> None:
    """Write a table as a workbook in the place of `out`.

    Raises:
        OutputError: it cannot be written there, for instance because Excel has it open.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = table.title
    sheet.freeze_panes = "B2"
    for row, values in enumerate((table.heads, *table.rows), start=1):
        for column, value in enumerate(values, start=1):
            _put(sheet.cell(row, column), value, is_head=row == 1)
    for column, head in enumerate(table.heads):
        width = _width([head, *(values[column] for values in table.rows)])
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    data = io.BytesIO()
    book.save(data)
    replace_file(out, data.getvalue())


def _put(cell: Cell, value: str | Decimal | None, *, is_head: bool) -> None:
    cell.font = Font(name=_FACE, size=11, bold=is_head)
    if is_head:
        cell.fill = _HEAD
    if isinstance(value, Decimal):
        places = decimals_of(value)
        cell.value = value
        cell.number_format = f"#,##0.{'0' * places}" if places else "#,##0"
    elif value:
        text = _CONTROL.sub("", value)
        cell.value = text
        cell.data_type = "s"  # whatever it looks like: openpyxl takes =… for a formula
        cell.quotePrefix = text.startswith(_FORMULA)
        cell.alignment = Alignment(vertical="top", wrap_text=_length(text) > _WIDEST)


def _width(values: Sequence[str | Decimal | None]) -> int:
    """Return how wide a column is to be, in characters of Excel."""
    texts = (f"{v:,f}" if isinstance(v, Decimal) else v or "" for v in values)
    return min(_WIDEST, max(_length(text) for text in texts) + 3)


def _length(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
