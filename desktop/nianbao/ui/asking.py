"""The questions that only the system's own dialogs can ask: which file, which folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

Ask = Callable[[QWidget, str], Path | None]
"""Takes the window and a folder to begin with; returns the choice, None for none."""

_REPORTS = "报告文件 (*.docx *.doc *.wps *.docm *.dotx *.pdf *.html *.htm *.mht *.txt *.rtf)"
_WORKSPACES = "年报库 (*.nianbao)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The dialogs of the window, to be exchanged in tests."""

    report: Ask
    workspace: Ask
    document: Callable[[QWidget, Path], Path | None]
    year: Callable[[QWidget, int], int | None]


def dialogs() -> Asking:
    """Return the dialogs of the system."""
    return Asking(report=_report, workspace=_workspace, document=_document, year=_year)


def _report(parent: QWidget, start: str) -> Path | None:
    kinds = f"{_REPORTS};;所有文件 (*)"
    found, _ = QFileDialog.getOpenFileName(parent, "选择去年的报告", start, kinds)
    return Path(found) if found else None


def _workspace(parent: QWidget, start: str) -> Path | None:
    found, _ = QFileDialog.getOpenFileName(parent, "打开年报库", start, _WORKSPACES)
    return Path(found) if found else None


def _document(parent: QWidget, proposed: Path) -> Path | None:
    from nianbao.ui.preview.export import ask_place  # knows reports: not before the first paint

    return ask_place(parent, proposed)


def _year(parent: QWidget, likely: int) -> int | None:
    says = "文件里没有写明年份。这是哪一年度的报告？"
    year, given = QInputDialog.getInt(parent, "报告年度", says, likely, 2000, 2100)
    return year if given else None
