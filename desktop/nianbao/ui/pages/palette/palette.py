"""The palette itself: a line to type in over the window, and what is meant below it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.commands import Commands
from nianbao.ui.kit.models.records import RECORD
from nianbao.ui.pages.palette import choices
from nianbao.ui.pages.palette.choices import ChoiceModel, PaletteRow, Target
from nianbao.ui.pages.palette.delegate import ROW, ChoiceDelegate

_ROWS = 10  # seen at once
_LEAST = 3  # even in a window that is lower
_AROUND = 100  # px, above and below the list together
_WIDTH = 640
_TOP = 52
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS,
    Qt.Key.Key_PageDown: _ROWS,
}


class Palette(QFrame):
    """Lies over its parent while it is open. `ran` has the key of a command that is about to run.

    The focus goes back to where it was before a choice runs, so that a command meets the window
    as the user left it.
    """

    ran = Signal(str)

    def __init__(
        self, commands: Commands, targets: Callable[[], Iterable[Target]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-current")
        self.setAccessibleName("命令面板")
        self._window, self._commands, self._targets = parent, commands, targets
        self._choices: list[PaletteRow] = []
        self._recent: tuple[str, ...] = ()
        self._before: Sequence[QWidget] = ()  # what had the focus, and all around it

        self.line = QLineEdit()
        self.line.setAccessibleName("查找命令")
        self.line.setPlaceholderText("输入命令、节、指标或年度的名称，也可用拼音首字母")
        self.line.textChanged.connect(self._look)
        self.line.installEventFilter(self)
        self.model = ChoiceModel()
        self.list = QListView()
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName("可选的命令")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the line
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)
        self.nothing = widgets.label("没有找到。可以换个说法，或者只输入其中两三个字。", "hint")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMinimumHeight(theme.px(2 * ROW))

        layout = widgets.column(self, margins=(10, 10, 10, 8), spacing=6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        layout.addWidget(widgets.label("↑↓ 选择　　Enter 执行　　Esc 关闭", "small"))
        parent.installEventFilter(self)
        self.hide()

    def open(self, recent: Sequence[str] = ()) -> None:
        """Show the palette with an empty line; `recent` are keys of commands, newest first."""
        if self.isVisible():
            self.line.selectAll()
            return
        self._recent = tuple(recent)
        self._choices = [
            *choices.of_commands(self._commands),
            *choices.of_targets(self._targets()),
        ]
        self._before = list(_and_around(QApplication.focusWidget()))
        self.line.clear()
        self._look()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._app().focusChanged.connect(self._focus_went)

    def dismiss(self) -> None:
        """Close without doing anything, and give the focus back."""
        if self.isHidden():
            return
        self._leave()
        for widget in self._before:  # the field of a table closed when it lost the focus
            if shiboken6.isValid(widget) and widget.isVisible() and _takes_focus(widget):
                widget.setFocus(Qt.FocusReason.PopupFocusReason)
                return

    def _leave(self) -> None:
        self._app().focusChanged.disconnect(self._focus_went)
        self.hide()

    @staticmethod
    def _app() -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when the user goes on elsewhere in the window; a menu over the line is no such."""
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self._leave()

    def _look(self) -> None:
        """Show what the line means now, the best choice marked."""
        self.model.show(choices.found(self.line.text(), self._choices, self._recent))
        rows = self.model.rowCount()
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        self._mark(0)
        self._place()

    def _mark(self, row: int) -> None:
        rows = self.model.rowCount()
        if not rows:
            self.line.setAccessibleDescription(self.nothing.text())
            return
        row = max(0, min(row, rows - 1))
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        spoken: PaletteRow = index.data(RECORD)
        self.line.setAccessibleDescription(f"第{row + 1}项，共{rows}项：{spoken.spoken}")

    def _step(self, step: int) -> None:
        row, rows = self.list.currentIndex().row(), self.model.rowCount()
        beyond = abs(step) == 1 and rows and not 0 <= row + step < rows
        self._mark((row + step) % rows if beyond else row + step)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice: PaletteRow = index.data(RECORD)
        self.dismiss()
        if choice.key:
            self.ran.emit(choice.key)
        choice.run()

    def _place(self) -> None:
        window = self._window
        width = min(theme.px(_WIDTH), window.width() - theme.px(24))
        self.setFixedWidth(width)
        room = (window.height() - theme.px(_TOP + _AROUND)) // theme.px(ROW)
        rows = min(self.model.rowCount(), _ROWS, max(_LEAST, room))
        self.list.setFixedHeight(theme.px(ROW) * max(1, rows) + theme.px(4))
        self.adjustSize()
        self.move((window.width() - width) // 2, theme.px(_TOP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # else a shortcut of the window would take it
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(Qt.Key(event.key())):
                return True
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        """Answer a key of the line; return False for those that are text."""
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        return True


def _and_around(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
