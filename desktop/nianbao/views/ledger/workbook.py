"""The ledger as it goes out in an Excel workbook."""

from decimal import Decimal

from nianbao.desk.desk import Desk
from nianbao.rendering.table import WorkbookSheet
from nianbao.report.figures.standing import Standing
from nianbao.views.ledger import tables


def workbook(desk: Desk) -> WorkbookSheet:
    """Return what the workbook will hold; afterwards the desk is no longer needed."""
    years = tables.years(desk)
    return WorkbookSheet(
        title="台账",
        heads=(
            *("指标", "单位", *(f"{year}年" for year in years)),
            *("增减", "部门", f"{desk.year}年状态", "公式", "口径"),
        ),
        rows=tuple(_row(row, years) for row in tables.rows(desk)),
    )


def _row(row: tables.LedgerRow, years: list[int]) -> tuple[str | Decimal | None, ...]:
    gone = Standing.NOT_APPLICABLE.value
    values = (row.values.get(year, gone if year in row.not_applicable else None) for year in years)
    state = row.standing.value if row.standing else "本年不用"
    return (
        *(row.label, row.unit, *values, row.change),
        *(row.department, state, row.formula, row.definition),
    )
