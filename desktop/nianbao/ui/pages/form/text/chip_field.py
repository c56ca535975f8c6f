"""The small field over a chip, in which its figure is answered."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import theme
from nianbao.ui.kit.models import answer_table
from nianbao.views.form.sheet import Chip

_AROUND, _LEAST = 22, 48  # px, of the frame with the caret, and of the narrowest field
_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the focus goes while the user is still at it: a menu, another program's window."""


class ChipField(QLineEdit):
    """Enter takes what stands there, Tab what was typed and goes on, Esc leaves all as it was.

    Enter on an unchanged 沿用 value says that it still holds; going past it says nothing.
    """

    answered = Signal(str)
    moved = Signal(int)  # to the next open chip (1) or the one before (-1)
    closed = Signal()

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{chip.label}，本年")
        self._carried = chip.standing is Standing.CARRIED
        self._began = chip.last_typed if self._carried else chip.typed
        self.setText(self._began)
        self.selectAll()
        self.setPlaceholderText(f"上年{chip.last}" if chip.last else "填数")
        self._step = 0
        self._open = True
        self._refused = ""  # what was typed when it was not taken
        self.textEdited.connect(lambda _text: self._mark(""))

    def needed(self) -> int:
        """Return how wide the field must be for what stands in it."""
        shown = self.text() or self.placeholderText()
        room = self.fontMetrics().horizontalAdvance(shown) + theme.px(_AROUND)
        return max(room, theme.px(_LEAST))

    def refuse(self, sentence: str) -> None:
        """Stay open and say why."""
        self._open = True
        self._refused = self.text()
        self._mark(sentence)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def accept(self) -> None:
        """Close, and go on to where Tab asked."""
        self._open = False
        if self._step:
            self.moved.emit(self._step)
        else:
            self.closed.emit()

    def flush(self) -> None:
        """Take what was typed, if anything was; what was refused is not given again by leaving."""
        if self._open and self._refused and self.text() == self._refused:
            self._open = False
            self.closed.emit()
        elif self._open:
            self._take(0, even_unchanged=False)

    def close_quietly(self) -> None:
        """Close without telling anybody."""
        self._open = False
        self.hide()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and answer_table.is_undo_elsewhere(self, event):
            event.ignore()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step is not None:  # before Qt takes it for a change of focus
                self._take(step, even_unchanged=False)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._open = False
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(0, even_unchanged=self._carried)
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self.flush()

    def _take(self, step: int, *, even_unchanged: bool) -> None:
        self._step = step
        self._open = False
        if even_unchanged or self.text().strip() != self._began.strip():
            self.answered.emit(self.text())
        else:
            self.accept()

    def _mark(self, sentence: str) -> None:
        """Show a refusal, or for no sentence that there is none."""
        self.setProperty("refused", bool(sentence))
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)
