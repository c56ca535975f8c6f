"""The matrix of parts and systems as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from nianbao.ui.kit.models.index import Index
from nianbao.views.coverage import Cover, CoverageCell, CoverageView, Head

CELL = Qt.ItemDataRole.UserRole


class CoverageModel(QAbstractTableModel):
    """A row for each system; the first column names it, the others are the parts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: CoverageView | None = None

    def show(self, found: CoverageView) -> None:
        """Show another state of the report; the size stays once there is one."""
        first = self._found is None
        if first:
            self.beginResetModel()
        self._found = found
        if first:
            self.endResetModel()
        else:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def system(self, index: Index) -> Head | None:
        """Return the system of a row."""
        if self._found is None or not index.isValid():
            return None
        return self._found.systems[index.row()]

    def part(self, index: Index) -> Head | None:
        """Return the part of a column, None for the first."""
        if self._found is None or not index.isValid() or index.column() == 0:
            return None
        return self._found.parts[index.column() - 1]

    def cell(self, index: Index) -> CoverageCell | None:
        """Return where a system and a part meet."""
        part, system = self.part(index), self.system(index)
        if self._found is None or part is None or system is None:
            return None
        return self._found.cells[part.id, system.id]

    def section(self, index: Index) -> str:
        """Return the section to go to for a cell: its own, else the part's; nothing without one."""
        part, cell = self.part(index), self.cell(index)
        if self._found is None or part is None or cell is None:
            return ""
        return cell.section or self._found.here.get(part.id, "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._found is None else len(self._found.systems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._found is None else len(self._found.parts) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._found is None or orientation != Qt.Orientation.Horizontal:
            return None
        if section == 0:
            return "体系" if role == Qt.ItemDataRole.DisplayRole else None
        part = self._found.parts[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_glyph(self._found, part)} {part.short}"
        return part.title if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        system, cell = self.system(index), self.cell(index)
        if system is None:
            return None
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return words(cell) if cell else system.short
        if role == Qt.ItemDataRole.ToolTipRole and cell is None:
            return system.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            part = self.part(index)
            if cell is None or part is None:
                return f"{system.short}：{system.title}"
            counted = f"，{words(cell)}" if cell.entries else ""
            return f"{part.short}，{system.short}：{cell.cover.value}{counted}"
        return None


def words(cell: CoverageCell) -> str:
    """Return what a cell says: 3条 · 9个数."""
    if not cell.entries:
        return "缺" if cell.cover is Cover.GAP else "—"
    return f"{cell.entries}条 · {cell.figures}个数" if cell.figures else f"{cell.entries}条"


def short_words(cell: CoverageCell) -> str:
    """Return what a cell says where there is little room: 3条."""
    return f"{cell.entries}条" if cell.entries else words(cell)


def _glyph(found: CoverageView, part: Head) -> str:
    """Return whether a part is there: √, × when it must be, — when it need not."""
    if part.id in found.here:
        return "√"
    return "×" if any(part.title in gap.message for gap in found.gaps) else "—"
