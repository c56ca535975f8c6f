"""The figures of a section as a table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from nianbao.errors import NianbaoError
from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours, theme
from nianbao.ui.kit.models.answer_table import LAST as LAST_VALUE
from nianbao.ui.kit.models.answer_table import STANDING
from nianbao.ui.kit.models.index import Index
from nianbao.views.form.sheet import FigureRow

COLUMNS = ("指标", "上年", "本年", "单位", "增减", "部门", "状态")
LABEL, LAST, NOW, UNIT, CHANGE, DEPARTMENT, STATE = range(len(COLUMNS))
_RIGHT = (LAST, NOW, CHANGE)
_EMPTY = ("",) * 2

Answer = Callable[[str, str], object]  # indicator, what was typed
Paste = Callable[[str, Sequence[str]], object]  # what was pasted, indicators from there on


class FigureModel(QAbstractTableModel):
    """Rows of figures. What is typed into 本年 goes to `answer`, which shows the table anew."""

    refused = Signal(str)  # one sentence, to be shown beside the table; nothing when it was taken

    def __init__(self, answer: Answer, paste: Paste) -> None:
        super().__init__()
        self._answer, self._paste = answer, paste
        self._rows: Sequence[FigureRow] = ()

    def show(self, rows: Sequence[FigureRow]) -> None:
        """Show these rows; when they are the same figures, selection and editor stay."""
        if [row.name for row in rows] == [row.name for row in self._rows]:
            before, self._rows = self._rows, rows
            for at, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, at: int) -> FigureRow:
        """Return a row."""
        return self._rows[at]

    def paste(self, rows: Sequence[int], text: str) -> bool:
        """Answer some rows with a pasted column, as one action; say whether it took."""
        return self._do(lambda: self._paste(text, [self._rows[at].name for at in rows]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(row, column)
            case Qt.ItemDataRole.EditRole:
                return row.now or (row.last if row.standing is Standing.CARRIED else "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.label}，{COLUMNS[column]}：{_text(row, column) or '空'}"
            case Qt.ItemDataRole.ForegroundRole:
                return _ink(row, column)
            case _ if role == STANDING:
                return row.standing
            case _ if role == LAST_VALUE:
                return row.last
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        name = self._rows[index.row()].name
        return self._do(lambda: self._answer(name, str(value)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NOW else flags

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except NianbaoError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True


def _text(row: FigureRow, column: int) -> str:
    values = (row.label, row.last, row.now, row.unit, row.change, _short(row.department))
    return values[column] if column < STATE else _state(row)


def _tip(row: FigureRow, column: int) -> str:
    written = f"报告里照去年的写法写成{row.rounded}" if row.rounded else ""
    return (row.label, "", written, *_EMPTY, row.department, written or row.formula)[column]


def _short(department: str) -> str:
    """Return the first department without what stands in brackets."""
    return department.split("、", maxsplit=1)[0].split("（", maxsplit=1)[0]


def _state(row: FigureRow) -> str:
    if row.standing is Standing.FORMULA and row.formula:
        return f"{row.standing.glyph} {row.formula}"
    as_ = f"，正文写{row.rounded}" if row.rounded else ""
    return state_colours.words(row.standing) + as_


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _ink(row: FigureRow, column: int) -> QColor | None:
    colours = theme.colours()
    if column in (LAST, UNIT, DEPARTMENT):
        return QColor(colours.soft)
    if column == CHANGE and row.change.startswith("+"):
        return QColor(colours.green)
    return None
