"""A page with keys of its own, which go before the window's shortcuts while it has the focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

CTRL_ENTER = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return)
CTRL_L = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
CTRL_O = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_O)
CTRL_Z = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z)
F8 = (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F8)
ESC = (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape)
Combination = tuple[Qt.KeyboardModifier, Qt.Key]


class KeyedPage(QWidget):
    """Runs what belongs to a key combination, unless the current widget needs the key itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.keys: Mapping[Combination, Callable[[], object]] = {}
        self.unsaved: Callable[[], str] = str  # says what goes when the page is left

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            run = self.keys.get(_combination(event))
            if run is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # the key then comes here and not to a shortcut of the window
                return True
            if run is not None and event.type() == QEvent.Type.KeyPress:
                run()
                event.accept()
                return True
        return super().event(event)


def _combination(event: QKeyEvent) -> Combination:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    return held, Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key
