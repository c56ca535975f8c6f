"""A name with a button to change it in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nianbao.ui.kit import widgets


class _Field(QLineEdit):
    """Enter gives the name on, Esc gives up."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NameLine(QWidget):
    """Shows a name; 改名 opens it. What is given is shown only when the owner shows it."""

    given = Signal(str)
    left = Signal()  # by a key, with or without a new name

    def __init__(self, role: str) -> None:
        super().__init__()
        self.shown = widgets.label("", role, wrap=True)
        self.change = widgets.button("改名", self.begin, "mini", tip="换一个名称（Shift+F2）")
        self.field = _Field()
        self.field.setAccessibleName("指标名称")
        self.field.returnPressed.connect(self._give)
        self.field.left.connect(self._leave)
        self.field.hide()
        line = widgets.row(self, spacing=8)
        line.addWidget(self.shown, 1)
        line.addWidget(self.field, 1)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)

    def show_name(self, name: str) -> None:
        """Show another name; a field that is open closes."""
        self.shown.setText(name)
        self._show_field(is_open=False)

    def begin(self) -> None:
        """Open the name to be changed."""
        if self.field.isHidden():
            self.field.setText(self.shown.text())
        self._show_field(is_open=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _show_field(self, *, is_open: bool) -> None:
        self.field.setVisible(is_open)
        self.shown.setVisible(not is_open)
        self.change.setVisible(not is_open)

    def _give(self) -> None:
        if self.field.text().strip() == self.shown.text():
            self._leave()
        else:
            self.given.emit(self.field.text())

    def _leave(self) -> None:
        self._show_field(is_open=False)
        self.left.emit()
