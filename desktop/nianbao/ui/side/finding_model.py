"""The findings as rows for a view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from nianbao.app.finding_rows import IGNORED, Group, key_of, rows
from nianbao.app.findings import Shown
from nianbao.report.finding import Severity
from nianbao.ui.index import Index


class FindingModel(QAbstractListModel):
    """Single findings, and one row for many of a kind, which opens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Shown] = ()
        self._opened: set[str] = set()
        self._severity: Severity | None = None
        self._rows: list[Group | Shown] = []

    def show(self, found: Sequence[Shown]) -> None:
        """Replace all findings; what was opened stays open."""
        self._found = found
        self._lay_out()

    def limit(self, severity: Severity | None) -> None:
        """Show only findings of one weight, or all."""
        self._severity = severity
        self._lay_out()

    def toggle(self, key: str) -> None:
        """Open or close the row of many."""
        self._opened ^= {key}
        self._lay_out()

    def open_for(self, shown: Shown) -> None:
        """Show a finding, whatever hides it."""
        if self._severity not in (None, shown.finding.severity):
            self._severity = None
        self._opened.add(IGNORED if shown.ignored else key_of(shown))
        self._lay_out()

    @property
    def severity(self) -> Severity | None:
        """The only weight that is shown, None for all."""
        return self._severity

    def row(self, index: Index) -> Group | Shown | None:
        """Return what a row stands for."""
        return self._rows[index.row()] if index.isValid() else None

    def place(self, fingerprint: str, start: int) -> QModelIndex:
        """Return where a finding is shown, an invalid index when it is not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Shown) and (row.fingerprint, row.start) == (fingerprint, start):
                return self.index(number, 0)
        return QModelIndex()

    def next(self, current: Index, step: int) -> QModelIndex:
        """Return the next finding that stands, round the end; a closed row of many is opened."""
        if not any(_stands(row) for row in self._rows):
            for row in self._rows:
                if isinstance(row, Group) and row.severity is not None:
                    self.toggle(row.key)
                    current = QModelIndex()
                    break
        count = len(self._rows)
        at = current.row() if current.isValid() else (-1 if step > 0 else count)
        for away in range(1, count + 1):
            number = (at + step * away) % count
            if _stands(self._rows[number]):
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _TEXT_ROLES:
            return None
        row = self._rows[index.row()]
        if isinstance(row, Group):
            return f"{row.title} {row.count}条，按回车{'收起' if row.is_open else '展开'}"
        said = f"{row.finding.severity.value}，{row.title}，{row.sentence}{row.place}"
        if role == Qt.ItemDataRole.DisplayRole:
            return said
        keys = f"，按回车{row.answer}" + ("，按删除键忽略" if row.ignorable else "")
        return said + ("，已忽略，按回车恢复" if row.ignored else keys)

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._rows = rows(self._found, self._opened, self._severity)
        self.endResetModel()


def _stands(row: Group | Shown) -> bool:
    return isinstance(row, Shown) and not row.ignored


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
