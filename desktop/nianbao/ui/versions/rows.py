"""What rows of versions, differences and steps have in common when they are painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from nianbao.ui import theme


def background(painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
    """Paint the ground of a row and the line under it; return the room inside."""
    colours = theme.colours()
    place = QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(colours.blue_ground))
        bar = QRectF(place.left(), place.top(), theme.px(3), place.height())
        painter.fillRect(bar, QColor(colours.blue))
    painter.setPen(QColor(colours.faint))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    return place.adjusted(theme.px(12), 0, -theme.px(12), 0)


def write(
    painter: QPainter,
    place: QRectF,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    soft: bool = False,
    right: bool = False,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Write one line, cut to its place; return how wide it is."""
    font = theme.interface_font(size, bold=bold)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, elide, place.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().soft if soft else theme.colours().ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
    return metrics.horizontalAdvance(shown)
