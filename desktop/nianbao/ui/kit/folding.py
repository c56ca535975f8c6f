"""Three columns side by side; where there is no room the outer two fold away to the edges."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSplitter, QWidget

from nianbao.ui.kit import theme

_NARROW = 1100  # px at 100 %, below which the outer columns fold away
_STRIP = 34  # px, of the strips at the edges that open them
_MIDDLE_LEAST = 300  # px
_LETTERS = re.compile(r"\d+|.")  # a number stays upright
_LETTER = 17  # px, from one character of a standing word to the next


class FoldingColumns(QWidget):
    """A column at each side of the main one, of widths that the user sets.

    In a narrow window each side is a strip with a word. Pressing it lays the column over the main
    one; Esc, pressing again or a click beside it takes it away.
    """

    def __init__(
        self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sides = (left, right)
        self._middle = middle
        self._widths: tuple[int, ...] = ()
        self._narrow = False
        self._open: QWidget | None = None
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        for column in (left, middle, right):
            self.split.addWidget(column)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.split.splitterMoved.connect(lambda *_: self._dragged())
        self.split.setMinimumWidth(theme.px(_MIDDLE_LEAST))
        self.strips = (StandingButton(lambda: self.toggle(left)), StandingButton(self._right))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strips[0])
        layout.addWidget(self.split, 1)
        layout.addWidget(self.strips[1])
        for strip in self.strips:
            strip.hide()

    def _right(self) -> None:
        self.toggle(self._sides[1])

    def set_words(self, left: str, right: str, keys: tuple[str, str] = ("", "")) -> None:
        """Say on the strips what they open, and by which keys."""
        for strip, word, key in zip(self.strips, (left, right), keys, strict=True):
            strip.set_word(word, key)

    # --- widths

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the columns in px at 100 %, as they were given or dragged last."""
        return self._widths

    def _dragged(self) -> None:
        self._widths = tuple(round(size * 100 / theme.zoom()) for size in self.split.sizes())

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns their widths in px at 100 %."""
        self._widths = tuple(widths)
        if not self._narrow:
            self.split.setSizes([theme.px(width) for width in widths])

    @property
    def is_narrow(self) -> bool:
        """Whether the outer columns are folded away."""
        return self._narrow

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: then the outer columns fold away."""
        return QSize(theme.px(_MIDDLE_LEAST + 2 * _STRIP), theme.px(100))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():  # before, the size says nothing
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme.px(_NARROW)
        if narrow is not self._narrow:
            self._fold(narrow=narrow)
        if self._open is not None:
            self._lay_over(self._open)

    def _fold(self, *, narrow: bool) -> None:
        self.fold()
        self._narrow = narrow
        for strip, side in zip(self.strips, self._sides, strict=True):
            strip.setVisible(narrow)
            side.setVisible(not narrow)
        if not narrow and self._widths:
            self.split.setSizes([theme.px(width) for width in self._widths])

    # --- a column laid over the main one

    def is_shown(self, side: QWidget) -> bool:
        """Whether a side can be seen."""
        return not self._narrow or self._open is side

    def toggle(self, side: QWidget) -> None:
        """Lay a side over the main column and give it the focus, or take it away again."""
        if self._open is side:
            self.fold()
            self._middle.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.unfold(side)
        side.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self, side: QWidget) -> None:
        """Let a side be seen; the focus stays where it is."""
        if not self._narrow or self._open is side:
            return
        self.fold()
        self._open = side
        side.setParent(self)
        self._lay_over(side)
        side.show()
        side.raise_()
        self._strip(side).setChecked(True)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def fold(self) -> None:
        """Take away what lies over the main column."""
        side, self._open = self._open, None
        if side is None:
            return
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        had_focus = side.isAncestorOf(QApplication.focusWidget() or self)
        side.hide()
        self.split.insertWidget(2 * self._sides.index(side), side)
        self._strip(side).setChecked(False)
        if had_focus:
            self._middle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _strip(self, side: QWidget) -> "StandingButton":
        return self.strips[self._sides.index(side)]

    def _lay_over(self, side: QWidget) -> None:
        strip = theme.px(_STRIP)
        at = 2 * self._sides.index(side)
        wanted = theme.px(self._widths[at]) if at < len(self._widths) else side.sizeHint().width()
        width = min(max(wanted, side.minimumWidth()), self.width() - 2 * strip)
        left = strip if side is self._sides[0] else self.width() - strip - width
        side.setGeometry(QRect(left, 0, width, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self.fold()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold what lies over the main column when the mouse goes back to work there."""
        pressed = event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent)
        if pressed and isinstance(watched, QWidget) and self._middle.isAncestorOf(watched):
            self.fold()
        return False


class StandingButton(QPushButton):
    """A strip from top to bottom, its word written downwards."""

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setCheckable(True)
        self.setFixedWidth(theme.px(_STRIP))
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked=False: pressed())
        self._word, self._key = "", ""

    def set_word(self, word: str, key: str = "") -> None:
        """Write another word; the key stands below it."""
        self._word, self._key = word, key
        self.setAccessibleName(word)
        self.setToolTip(f"{word}　{key}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_STRIP), theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the ground
        painter = QPainter(self)
        colours = theme.colours()
        painter.setPen(colours.blue if self.isChecked() or self.hasFocus() else colours.soft)
        painter.setFont(theme.interface_font(13))
        step, top = theme.px(_LETTER), theme.px(12)
        rows = ["≡" if not self._word else "", *_LETTERS.findall(self._word)]
        for letter in filter(None, rows):
            if top + step > self.height():
                break
            painter.drawText(
                QRectF(0, top, self.width(), step), Qt.AlignmentFlag.AlignCenter, letter
            )
            top += step
        if self._key and top + 3 * step < self.height():
            painter.setFont(theme.interface_font(11))
            for part in self._key.split("+"):
                top += step
                place = QRectF(0, top, self.width(), step)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, part)
