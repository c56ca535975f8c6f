"""A state as a rounded word that may need several lines: nothing of it is cut."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout

from nianbao.ui.kit import theme
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour

_SIZE = 12
_BESIDE, _ABOVE = 6, 2  # px, around the words


def height(text: str, width: float) -> float:
    """Return how high a text is drawn in a width."""
    return wrapped.height(_laid_out(text, width)) + 2 * theme.px(_ABOVE)


def draw(painter: QPainter, place: QRectF, text: str, colour: StateColour) -> None:
    """Draw a state at the left of a place, over as many lines as it needs."""
    if theme.pill_width(text, _SIZE) <= place.width():
        theme.draw_pill(painter, place, text, colour, _SIZE)
        return
    ink, ground = theme.colours().of(colour)
    layout = _laid_out(text, place.width())
    high = height(text, place.width())
    shape = QRectF(place.left(), place.center().y() - high / 2, place.width(), high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(shape, theme.px(8), theme.px(8))
    painter.setPen(ink)
    layout.draw(painter, QPointF(shape.left() + theme.px(_BESIDE), shape.top() + theme.px(_ABOVE)))
    painter.restore()


def _laid_out(text: str, width: float) -> QTextLayout:
    return wrapped.whole(text, theme.interface_font(_SIZE), width - 2 * theme.px(_BESIDE))
