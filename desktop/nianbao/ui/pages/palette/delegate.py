"""How a row of the palette looks: name, what it is, and its key at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD
from nianbao.ui.pages.palette.choices import PaletteRow

ROW = 34  # px at 100 %
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ChoiceDelegate(QStyledItemDelegate):
    """Paints rows whose data is a `PaletteRow`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: PaletteRow = index.data(RECORD)
        colours = theme.colours()
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.blue_ground))
            painter.drawRoundedRect(place, theme.px(6), theme.px(6))
            bar = QRectF(place.left(), place.top() + theme.px(7), theme.px(3), 0)
            bar.setBottom(place.bottom() - theme.px(7))
            painter.setBrush(QColor(colours.blue))
            painter.drawRect(bar)
        inner = place.adjusted(theme.px(12), 0, -theme.px(10), 0)
        inner.setRight(self._key(painter, inner, choice.shortcut))
        small = theme.interface_font(12)
        width = QFontMetricsF(small).horizontalAdvance(choice.group)
        kind = QRectF(inner.right() - width, inner.top(), width + 1, inner.height())
        _text(painter, kind, choice.group, small, colours.soft)
        inner.setRight(kind.left() - theme.px(12))
        _text(painter, inner, choice.name, theme.interface_font(14), colours.ink)
        painter.restore()

    def _key(self, painter: QPainter, place: QRectF, shortcut: str) -> float:
        """Draw a shortcut as a key; return where the room left of it ends."""
        room = theme.px(120)  # so that what stands left of it is lined up
        if shortcut:
            font = theme.interface_font(12)
            metrics = QFontMetricsF(font)
            width = metrics.horizontalAdvance(shortcut) + theme.px(12)
            height = metrics.height() + theme.px(3)
            top = place.center().y() - height / 2
            key = QRectF(place.right() - width, top, width, height)
            colours = theme.colours()
            painter.setPen(QColor(colours.line))
            painter.setBrush(QColor(colours.card))
            painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
            painter.setPen(QColor(colours.soft))
            painter.setFont(font)
            painter.drawText(key, _CENTRE, shortcut)
        return place.right() - room

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(200), theme.px(ROW))


def _text(painter: QPainter, place: QRectF, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _LEFT, shown)
