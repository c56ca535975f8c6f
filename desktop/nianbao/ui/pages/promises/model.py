"""The promises as a table."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from nianbao.report.promise import PromiseState
from nianbao.ui.kit.models.index import Index
from nianbao.views.promises import PromiseLine

_Answer = Callable[[str, PromiseState, str], object]
LINE = Qt.ItemDataRole.UserRole


class PromiseColumn(IntEnum):
    """What stands in which column."""

    KIND = 0
    SAID = 1
    STATUS = 2
    WHERE = 3


HEADS = {
    PromiseColumn.KIND: "类别",
    PromiseColumn.SAID: "去年怎么写的",
    PromiseColumn.STATUS: "今年做得怎样",
    PromiseColumn.WHERE: "写在哪里，或说明",
}


class PromiseModel(QAbstractTableModel):
    """A row for each promise. What is chosen or typed goes to `answer`, which is shown after."""

    def __init__(self, answer: _Answer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self._lines: list[PromiseLine] = []

    def show(self, lines: Sequence[PromiseLine]) -> None:
        """Replace all rows; the same promises keep their places and what is selected."""
        if [line.id for line in lines] == [line.id for line in self._lines]:
            self._lines = list(lines)
            if lines:
                last = self.index(len(lines) - 1, len(HEADS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> PromiseLine | None:
        """Return the promise of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, promise: str) -> int:
        """Return the row of a promise, -1 when it is not here."""
        return next((at for at, line in enumerate(self._lines) if line.id == promise), -1)

    def next_open(self, row: int) -> int:
        """Return the next row without an answer, round the end; -1 when all are answered."""
        count = len(self._lines)
        after = [(row + away) % count for away in range(1, count + 1)]
        return next((at for at in after if self._lines[at].status is PromiseState.OPEN), -1)

    def answer(self, index: Index, status: PromiseState) -> None:
        """Say how the promise of a row was kept."""
        line = self.line(index)
        if line is not None and line.status is not status:
            self._answer(line.id, status, line.piece or line.where)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[PromiseColumn(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.EditRole and index.column() == PromiseColumn.WHERE:
            return line.piece or line.where
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(line)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = PromiseColumn(index.column())
            return f"{HEADS[column]}：{_cells(line)[column] or '没有填'}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        if (
            line is None
            or role != Qt.ItemDataRole.EditRole
            or index.column() != PromiseColumn.WHERE
        ):
            return False
        where = str(value).strip()
        if where != (line.piece or line.where):
            self._answer(line.id, line.status, where)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return (
            flags | Qt.ItemFlag.ItemIsEditable if index.column() == PromiseColumn.WHERE else flags
        )


def _cells(line: PromiseLine) -> tuple[str, str, str, str]:
    status = f"{line.status.glyph} {line.status.value}"
    return line.kind, f"{line.title}　{line.text}", status, line.where
