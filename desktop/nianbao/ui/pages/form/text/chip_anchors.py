"""Chips as controls that a screen reader or another program finds by name and can press.

The chips themselves are drawn by the text. Over each one lies a button that paints nothing and lets
the mouse through.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from nianbao.report.figures.standing import Standing
from nianbao.views.form.sheet import Chip

Placed = tuple[int, Chip, QRectF]
"""Place in the document, what is shown there, and where in the viewport."""


class ChipAnchor(QPushButton):
    """One chip, by name and value. `at` is its place in the document."""

    def __init__(self, parent: QWidget, pressed: Callable[[int], object]) -> None:
        super().__init__(parent)
        self.at = 0
        self.clicked.connect(lambda _checked=False: pressed(self.at))
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab walks the open chips by itself
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, chip: Chip) -> None:
        """Say what the chip shows."""
        assert chip.standing is not None
        value = "" if chip.standing is Standing.PENDING else chip.text
        last = f"，上年{chip.last}" if chip.last else ""
        self.setAccessibleName(f"{chip.label}，{chip.standing.value}")
        self.setAccessibleDescription(f"{value}{chip.unit}{last}".strip("，"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the text has drawn the chip."""


class ChipAnchors:
    """The buttons over the chips of one text."""

    def __init__(self, viewport: QWidget, pressed: Callable[[int], object]) -> None:
        self._viewport, self._pressed = viewport, pressed
        self._anchors: list[ChipAnchor] = []

    def place(self, chips: Iterable[Placed]) -> None:
        """Lay a button over every chip."""
        placed = list(chips)
        while len(self._anchors) > len(placed):
            self._anchors.pop().deleteLater()
        while len(self._anchors) < len(placed):
            self._anchors.append(ChipAnchor(self._viewport, self._pressed))
        for anchor, (at, chip, rect) in zip(self._anchors, placed, strict=True):
            anchor.tell(chip)
            anchor.setGeometry(rect.toRect())
            anchor.at = at
            anchor.show()
