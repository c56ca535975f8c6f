"""The name and the place to propose for the current report as a Word file."""

from pathlib import Path

from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.machine.free_names import free


def default_name(desk: Desk) -> str:
    """Return the name to propose; while something is open it says so, and how much."""
    left = check(desk).open_items.blocks_final
    bracket = f"（送审稿，{left}）" if left else ""
    return f"{desk.unit}{desk.year}年法治政府建设年度报告{bracket}.docx"


def default_place(desk: Desk) -> Path:
    """Return a place for the export that is free, beside the workspace."""
    return free(desk.place.parent / default_name(desk))
