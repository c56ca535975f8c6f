"""What goes out as a sheet of a workbook, apart from what writes it: that takes long to load."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookSheet:
    """A sheet: its name, the heading of each column, the rows. The first column names the row."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | Decimal | None, ...], ...]
