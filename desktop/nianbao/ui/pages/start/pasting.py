"""The field for a report that is there only as text to paste."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from nianbao.ui.kit import theme, widgets


class PasteCard(QFrame):
    """A large field and two buttons; Ctrl+Enter takes the text, Esc gives up."""

    taken = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMaximumWidth(theme.px(936))
        layout = widgets.column(self, margins=(20, 16, 20, 16), spacing=10)
        layout.addWidget(widgets.label("粘贴去年报告的全文", "choice-title"))
        says = "在网页或公文系统里全选、复制，再到这里按Ctrl+V；从标题到落款都要，格式不要紧。"
        layout.addWidget(widgets.label(says, "hint"))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("粘贴去年报告的全文")
        self.field.setPlaceholderText("按Ctrl+V粘贴")
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(theme.px(260))
        layout.addWidget(self.field, 1)
        self.use = widgets.button("用这段文字", self._take, "primary")
        self.use.setEnabled(False)
        self.cancel = widgets.button("取消", self.closed.emit)
        buttons = widgets.row()
        self.count = widgets.label("", "small")
        buttons.addWidget(self.count)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        layout.addLayout(buttons)
        self.field.textChanged.connect(self._counted)

    def _counted(self) -> None:
        length = len("".join(self.field.toPlainText().split()))
        self.count.setText(f"{length:,} 字" if length else "")
        self.use.setEnabled(length > 0)

    def _take(self) -> None:
        self.taken.emit(self.field.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use.click()
        else:
            super().keyPressEvent(event)
