"""What the ledger says of its indicators is changed; the ledger goes out as a workbook."""

from dataclasses import replace
from pathlib import Path

from nianbao.desk.desk import Desk
from nianbao.rendering.table import WorkbookSheet
from nianbao.report.writing.text import quoted


def describe(
    desk: Desk, name: str, *, definition: str | None = None, department: str | None = None
) -> None:
    """Say what an indicator counts, or who reports it; what is None stays."""
    indicator = desk.ledger.indicators[name]
    changed, words = indicator, []
    if definition is not None and definition.strip() != indicator.definition:
        changed = replace(changed, definition=definition.strip())
        words.append("口径")
    if department is not None and department.strip() != indicator.department:
        changed = replace(changed, department=department.strip())
        words.append("部门")
    if words:
        with desk.act(f"改{quoted(indicator.label)}的{'和'.join(words)}") as action:
            desk.store.save_indicators(action, desk.unit, [changed])


def write_workbook(table: WorkbookSheet, out: Path) -> None:
    """Write the ledger as an Excel workbook.

    Raises:
        OutputError: it cannot be written there.
    """
    from nianbao.rendering.ledger_xlsx import write_xlsx  # takes half a second, needed here only

    write_xlsx(table, out)
