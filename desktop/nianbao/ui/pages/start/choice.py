"""One of the large choices of the first screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from nianbao.ui.kit import theme, widgets

_WIDTH, _HEIGHT = 300, 196


class Choice(QFrame):
    """A large card: what it is, what it does, and the room for its controls (`body`).

    A click anywhere on it does what its button does.
    """

    def __init__(self, title: str, says: str, clicked: Callable[[], object], role: str) -> None:
        super().__init__()
        self._title, self._role, self._clicked = title, role, clicked
        self.setMaximumWidth(theme.px(_WIDTH))
        self.setMinimumHeight(theme.px(_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = widgets.label(title, "choice-title")
        self.says = widgets.label(says, "hint", wrap=True)
        self.body = widgets.column(self, margins=(20, 22, 20, 22), spacing=9)
        self.body.addWidget(self.title)
        self.body.addWidget(self.says)
        self.call(None)

    def call(self, words: str | None) -> None:
        """Stand out while something is dragged over the page, with other words; None: as ever."""
        self.title.setText(words or self._title)
        theme.set_role(self, "choice-first" if words else self._role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._clicked()
