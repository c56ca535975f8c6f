"""What an indicator counts and who reports it, written in place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.views.ledger.tables import LedgerRow

_MOST_LINES = 7


class DefinitionField(QPlainTextEdit):
    """A text as high as its lines. Ctrl+Enter or leaving it gives it on, Esc takes it back."""

    given = Signal(str)
    left = Signal()  # by a key, so that the table may have the focus again

    def __init__(self) -> None:
        super().__init__()
        self._stored = ""
        self.setAccessibleName("口径")
        self.setPlaceholderText("还没有写口径：算哪些、不算哪些、截至哪天。")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        if text != self._stored or text != self.toPlainText():
            self._stored = text
            self.setPlainText(text)

    def give(self) -> None:
        """Give on what was written."""
        text = self.toPlainText().strip()
        if text != self._stored:
            self._stored = text
            self.given.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._stored)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.give()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = min(_MOST_LINES, max(2, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + theme.px(20))


class Describing(QWidget):
    """口径 and 部门 of the current figure."""

    described = Signal(str, str)  # definition, department
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.definition = DefinitionField()
        self.department = QLineEdit()
        self.department.setAccessibleName("报数部门")
        self.department.setPlaceholderText("由哪个部门报")
        self.definition.given.connect(self._give)
        self.definition.left.connect(self.left)
        self.department.editingFinished.connect(self._give)
        self._row: LedgerRow | None = None

        line = widgets.row()
        line.addWidget(widgets.label("部门", "strong"))
        line.addWidget(self.department, 1)
        layout = widgets.column(self, spacing=6)
        layout.addWidget(widgets.label("口径", "strong"))
        layout.addWidget(self.definition)
        layout.addLayout(line)

    def show_row(self, row: LedgerRow) -> None:
        """Show a figure; what is being written of the same figure stays."""
        same = self._row is not None and self._row.name == row.name
        self._row = row
        if not (same and self.definition.hasFocus()):
            self.definition.show_text(row.definition)
        if not (same and self.department.hasFocus()):
            self.department.setText(row.department)

    def flush(self) -> None:
        """Give on what was written, though the fields still have the focus."""
        self._give()

    def _give(self) -> None:
        row = self._row
        definition, department = self.definition.toPlainText(), self.department.text()
        if row and (definition.strip(), department.strip()) != (row.definition, row.department):
            self.described.emit(definition, department)
