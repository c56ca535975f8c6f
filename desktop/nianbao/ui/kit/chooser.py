"""A short list to choose from by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView

from nianbao.ui.kit import theme, widgets

_LOW, _HIGH = 60, 140  # px, of the list


class Chooser(QFrame):
    """Typing narrows the list, ↑↓ go through it, Enter takes, Esc gives up."""

    chosen = Signal(int)  # which of the names that were given
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card-current")
        layout = widgets.column(self, margins=(10, 8, 10, 10), spacing=6)
        self._title = widgets.label("", "strong", wrap=True)
        layout.addWidget(self._title)
        self.field = QLineEdit()
        self.field.setPlaceholderText("输入几个字来找")
        self.field.setAccessibleName("输入几个字来找")
        layout.addWidget(self.field)
        self._keys = widgets.label("", "small")
        layout.addWidget(self._keys)
        self._names = QStringListModel(self)
        self._fitting = QSortFilterProxyModel(self)
        self._fitting.setSourceModel(self._names)
        self.list = QListView()
        self.list.setModel(self._fitting)
        self.list.setAccessibleName("可以选的")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setSpacing(theme.px(2))
        self.list.setMinimumHeight(theme.px(_LOW))
        self.list.setMaximumHeight(theme.px(_HIGH))
        self.list.clicked.connect(lambda _index: self._take())
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)

    def open(self, title: str, names: Sequence[str], *, verb: str) -> None:
        """Show names to choose from; `verb` is what is done to the one chosen."""
        self._title.setText(title)
        self.field.setAccessibleName(title)
        self.list.setAccessibleName(title)
        self._keys.setText(f"↑↓ 选　Enter {verb}　Esc 不要")
        self._names.setStringList(list(names))
        self.field.clear()
        self._narrow("")
        self.show()
        self.field.setFocus()

    def _narrow(self, text: str) -> None:
        self._fitting.setFilterFixedString(text.strip())
        self.list.setCurrentIndex(self._fitting.index(0, 0))

    def _take(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.hide()
            self.chosen.emit(self._fitting.mapToSource(index).row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.list.currentIndex().row()
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._take()
                case Qt.Key.Key_Escape:
                    self.hide()
                    self.closed.emit()
                case Qt.Key.Key_Down if row + 1 < self._fitting.rowCount():
                    self.list.setCurrentIndex(self._fitting.index(row + 1, 0))
                case Qt.Key.Key_Up if row > 0:
                    self.list.setCurrentIndex(self._fitting.index(row - 1, 0))
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)
