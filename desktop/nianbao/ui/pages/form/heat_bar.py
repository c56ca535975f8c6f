"""How much of the text is 未动, 仅改数, 已改写: one bar and its numbers."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nianbao.ui.kit import theme
from nianbao.views.form.outline import Heat

_WORDS = ("未动", "仅改数", "已改写")


class HeatBar(QWidget):
    """The bar with its words above. A click shows only what is 未动, another shows all."""

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shares = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("点一下只看未动的条目，再点看全部")
        self.show_heat(Heat(untouched=0, figures_only=0, rewritten=0))

    def show_heat(self, heat: Heat) -> None:
        """Show other shares."""
        self._shares = heat.shares
        self.setAccessibleName(self._words())
        self.update()

    def _words(self) -> str:
        pairs = zip(_WORDS, self._shares, strict=True)
        return "　".join(f"{word}{share}%" for word, share in pairs)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(colours.blue if self.hasFocus() else colours.soft))
        words = QRectF(0, 0, self.width(), theme.px(20))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())
        bar = QRectF(0, theme.px(23), self.width(), theme.px(8))
        shape = QPainterPath()
        shape.addRoundedRect(bar, theme.px(4), theme.px(4))
        painter.setClipPath(shape)
        painter.fillRect(bar, QColor(colours.grey_ground))
        left = bar.left()
        inks = (colours.handle, colours.blue_light, colours.blue)
        for share, ink in zip(self._shares, inks, strict=True):
            width = bar.width() * share / 100
            painter.fillRect(QRectF(left, bar.top(), width, bar.height()), QColor(ink))
            left += width

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.toggled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
