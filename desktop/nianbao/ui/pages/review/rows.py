"""The numbers of a page as a table: the name is edited in place, keys decide."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nianbao.desk.reviewing.rows import ReviewRow, State
from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.pages.review import looks

LABEL, VALUE, UNIT, STATE = range(4)
_ROW = 29
_VALUE_WIDTH = 74
_STATE_WIDTH = 40
_ON_THE_PAGE = "include"  # what needs no current row
_LETTERS = {
    Qt.Key.Key_R: "rename",
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_V: "value",
    Qt.Key.Key_U: "unit",
    Qt.Key.Key_M: "merge",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_X: "reject",
    Qt.Key.Key_D: "include",
    Qt.Key.Key_Return: "confirm",
    Qt.Key.Key_Enter: "confirm",
}


class RowModel(QAbstractTableModel):
    """Numbers. What is typed is told by `edited`, and shown when it has been taken."""

    edited = Signal(str, int, str)  # key, column, what was typed

    def __init__(self, year: int) -> None:
        super().__init__()
        self._year = year
        self._rows: Sequence[ReviewRow] = ()

    def show_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> ReviewRow | None:
        """Return a row, None when there is no such row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, key: str) -> int:
        """Return which row has a key, -1 for none."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("指标", str(self._year), "单位", "")[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (_asked(row), row.value, row.unit, row.state.glyph)[column]
            case Qt.ItemDataRole.EditRole:
                label = row.label if row.mention else ""  # a stray number has no name yet
                return (label, row.value.lstrip("↓"), row.unit, row.state.glyph)[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return (_asked(row), row.value, row.unit, row.state.word)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.label}　{row.why or row.state.word}"
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.TextAlignmentRole if column == VALUE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if row.state.is_open:
                return QColor(theme.colours().of(looks.of_state(row.state))[0])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() == STATE:
            return False
        self.edited.emit(row.key, index.column(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        editable = row is not None and (index.column() == LABEL or row.mention is not None)
        editable = editable and index.column() != STATE
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags


def _asked(row: ReviewRow) -> str:
    return f"{row.label}：是数据吗？" if row.state is State.ASK else row.label


class _NameDelegate(QStyledItemDelegate):
    """Edits a name, with the names that are known already to choose from."""

    def __init__(self, names: Callable[[str], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return wrapped.cell_size(str(index.data()), option, theme.px(_ROW))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: ReviewRow = index.data(Qt.ItemDataRole.UserRole)
        field = QLineEdit(parent)
        field.setAccessibleName("指标名称")
        completer = QCompleter(list(self._names(row.key)), field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        room = editor.parentWidget()
        place = QRect(option.rect)
        place.setRight((room.width() if room else place.right()) - theme.px(_STATE_WIDTH))
        editor.setGeometry(place)


class _OneLine(QStyledItemDelegate):
    """Keeps a cell to one line: only names go on in a second one. `words` may be chosen from."""

    def __init__(
        self, name: str, parent: QWidget, words: Callable[[], Sequence[str]] | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._words = name, words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.px(_ROW))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(self._name)
        if self._words is not None:
            field.setCompleter(QCompleter(list(self._words()), field))
        return field


class _StateDelegate(_OneLine):
    """Draws the sign of a state as a pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: ReviewRow = index.data(Qt.ItemDataRole.UserRole)
        place = QRectF(option.rect)
        place.adjust(theme.px(8), 0, 0, 0)
        theme.draw_pill(painter, place, row.state.glyph, looks.of_state(row.state))

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return ""  # the pill says it


class RowTable(QTableView):
    """The table. Letters, Enter and Tab act on the current row; `asked` tells what for."""

    asked = Signal(str)  # confirm, rename, value, unit, merge, split, reject, include
    current_row_changed = Signal(str)  # key

    def __init__(
        self,
        model: RowModel,
        names: Callable[[str], Sequence[str]],
        units: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setAccessibleName("本节数据")
        self.setProperty("role", "flat")
        self.setItemDelegateForColumn(LABEL, _NameDelegate(names, self))
        self.setItemDelegateForColumn(VALUE, _OneLine("数值", self))
        self.setItemDelegateForColumn(UNIT, _OneLine("单位", self, units))
        self.setItemDelegateForColumn(STATE, _StateDelegate("把握", self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        theme.notifier().changed.connect(self._size)
        self._fitting = QTimer(self, interval=0, singleShot=True)  # when the columns have settled
        self._fitting.timeout.connect(self._fit_rows)
        model.modelReset.connect(self._fitting.start)
        self._size()

    def _size(self) -> None:
        self.setFont(theme.interface_font(13))
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW))
        for column, width in ((VALUE, _VALUE_WIDTH), (UNIT, 50), (STATE, _STATE_WIDTH)):
            self.setColumnWidth(column, theme.px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def _fit_rows(self) -> None:
        """Give values their width and rows the height of their names; show the current one."""
        values = min(self.sizeHintForColumn(VALUE), self.viewport().width() // 3)
        self.setColumnWidth(VALUE, max(theme.px(_VALUE_WIDTH), values))
        self.resizeRowsToContents()
        self.scrollTo(self.currentIndex())

    def ask(self, what: str) -> bool:
        """Ask for something to be done to the current row, as its key does; say if there is one."""
        if self.current_key() or what == _ON_THE_PAGE:
            self.asked.emit(what)
            return True
        return False

    def current_key(self) -> str:
        """Return the key of the current row, empty for none."""
        row = self.rows.row(self.currentIndex().row())
        return row.key if row else ""

    def set_current(self, number: int) -> None:
        """Select a row, as far as there is one."""
        if 0 <= number < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number, LABEL))

    def is_editing(self) -> bool:
        """Whether a name is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def begin_edit(self, column: int = LABEL) -> None:
        """Open the name of the current row, its value or its unit."""
        self.edit(self.rows.index(self.currentIndex().row(), column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._take_letters()
        self.current_row_changed.emit(self.current_key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_letters()

    def _take_letters(self) -> None:
        """Let letters through as commands, with an input method on too: Qt would give it those."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_editing():
            return  # Enter comes here too, after the editor has had it
        what = _LETTERS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (what and held == Qt.KeyboardModifier.NoModifier and self.ask(what)):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the rows and leave behind the last one."""
        wanted = self.currentIndex().row() + (1 if forward else -1)
        if 0 <= wanted < self.rows.rowCount():
            self.set_current(wanted)
            return True
        return super().focusNextPrevChild(forward)
