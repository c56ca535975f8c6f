"""One of the large choices of the first screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from nianbao.ui.kit import theme, widgets

_WIDTH, _HEIGHT = 300, 196
_UNLIMITED = 16777215  # px, QWIDGETSIZE_MAX
_LARGE, _FLAT = (20, 22, 20, 22), (16, 8, 16, 8)


class StartCard(QFrame):
    """A large card: what it is, what it does, more about it (`body`), and its button.

    A click anywhere on it does what its button does. Where there is little room it is flat: as wide
    as the page, with the button at its right.
    """

    def __init__(self, title: str, says: str, clicked: Callable[[], object], role: str) -> None:
        super().__init__()
        self._title, self._role, self._clicked = title, role, clicked
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = widgets.label(title, "choice-title")
        self.says = widgets.label(says, "hint", wrap=True)
        self._outer = widgets.column(self, margins=_LARGE, spacing=9)
        self.body = widgets.column(spacing=9)
        self.body.addWidget(self.title)
        self.body.addWidget(self.says)
        self._outer.addLayout(self.body)
        self._outer.addStretch()
        self.flatten(flat=False)
        self.call(None)

    def add_button(self, button: QWidget) -> None:
        """Put in the button that does what a click on the card does."""
        self._outer.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def flatten(self, *, flat: bool) -> None:
        """Be a flat line of the page, or a large card."""
        directions = QBoxLayout.Direction
        self._outer.setDirection(directions.LeftToRight if flat else directions.TopToBottom)
        self._outer.setContentsMargins(*map(theme.px, _FLAT if flat else _LARGE))
        self.body.setSpacing(theme.px(2 if flat else 9))
        self.setMaximumWidth(_UNLIMITED if flat else theme.px(_WIDTH))
        self.setMinimumHeight(0 if flat else theme.px(_HEIGHT))

    def call(self, words: str | None) -> None:
        """Stand out while something is dragged over the page, with other words; None: as ever."""
        self.title.setText(words or self._title)
        theme.set_role(self, "choice-first" if words else self._role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._clicked()
