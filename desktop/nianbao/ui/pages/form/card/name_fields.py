"""The names of new numbers, to be changed before they are taken into the ledger."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nianbao.ui.kit import theme, widgets

_NUMBER = 110  # px, for the number that is named


class NameFields(QWidget):
    """One field for each number. Enter goes on to the next and gives them all behind the last."""

    given = Signal(list)  # the names, in order
    left = Signal()  # Esc

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[QLineEdit] = []
        self._rows: QVBoxLayout = widgets.column(self, margins=(12, 0, 12, 8), spacing=4)
        self.hide()

    def open(self, numbers: Sequence[tuple[str, str]]) -> None:
        """Show numbers with their names, and begin at the first."""
        widgets.clear(self._rows)
        self.fields = []
        for number, name in numbers:
            line = widgets.row(spacing=8)
            shown = widgets.label(number, "strong")
            shown.setMinimumWidth(theme.px(_NUMBER))
            field = QLineEdit(name)
            field.setAccessibleName(f"{number}叫什么")
            line.addWidget(shown)
            line.addWidget(field, 1)
            self._rows.addLayout(line)
            self.fields.append(field)
        self._rows.addWidget(
            widgets.label("Enter 下一个，最后一个按Enter就收进台账　Esc 返回", "small")
        )
        self.show()
        self._enter(0)

    def _enter(self, at: int) -> None:
        self.fields[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[at].selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, field in enumerate(self.fields) if field.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            if at + 1 < len(self.fields):
                self._enter(at + 1)
            else:
                self.given.emit([field.text() for field in self.fields])
        else:
            super().keyPressEvent(event)
