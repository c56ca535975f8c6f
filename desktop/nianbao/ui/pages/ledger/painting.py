"""What the ledger paints by hand: five years as a line and as bars, states as rounded words."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.pages.ledger.model import spoken
from nianbao.views.ledger.tables import LedgerRow, digits

_Series = Sequence[tuple[int, Decimal | None]]


def draw_trend(painter: QPainter, place: QRectF, series: _Series) -> None:
    """Draw values as a line with a dot at the last; grey while the last year has none yet."""
    points = _points(place, series)
    if not points:
        return
    colours = theme.colours()
    ink = QColor(colours.soft if series[-1][1] is None else colours.blue)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, theme.px(1.6)))
    for (at, start), (next_at, end) in pairwise(points):
        if next_at == at + 1:  # over a year without a value there is no line
            painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(points[-1][1], theme.px(2.6), theme.px(2.6))
    painter.restore()


def _points(place: QRectF, series: _Series) -> list[tuple[int, QPointF]]:
    known = [float(value) for _, value in series if value is not None]
    if not known:
        return []
    low, high = min(known), max(known)
    step = place.width() / max(1, len(series) - 1)
    return [
        (
            at,
            QPointF(
                place.left() + step * at,
                place.center().y()
                if high == low
                else place.bottom() - (float(value) - low) / (high - low) * place.height(),
            ),
        )
        for at, (_, value) in enumerate(series)
        if value is not None
    ]


class BarChart(QWidget):
    """The last years of one figure as bars that stand on 0, each with its number."""

    def __init__(self) -> None:
        super().__init__()
        self._series: _Series = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: LedgerRow) -> None:
        """Show the last years of a row."""
        self._series = row.series
        self.setAccessibleName(f"{row.label}近年：{spoken(row)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(250), theme.px(132))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(frame, theme.px(8), theme.px(8))
        if self._series:
            self._bars(painter, frame)

    def _bars(self, painter: QPainter, frame: QRectF) -> None:
        colours = theme.colours()
        font = theme.interface_font(11)
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        top, bottom = frame.top() + theme.px(8) + line, frame.bottom() - theme.px(8) - line
        known = [float(value) for _, value in self._series if value is not None]
        high, low = max([0.0, *known]), min([0.0, *known])
        scale = (bottom - top) / ((high - low) or 1)
        zero = bottom + low * scale
        slot = (frame.width() - theme.px(16)) / len(self._series)
        for at, (year, value) in enumerate(self._series):
            left = frame.left() + theme.px(8) + slot * at
            painter.setPen(QColor(colours.soft))
            label = QRectF(left, frame.bottom() - theme.px(5) - line, slot, line)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(year))
            is_last = at == len(self._series) - 1
            if value is None:
                text = QRectF(left, zero - line - theme.px(2), slot, line)
                painter.drawText(text, Qt.AlignmentFlag.AlignCenter, "—")
                continue
            height = max(float(theme.px(2)), abs(float(value)) * scale)
            up = value >= 0
            width = min(slot * 0.66, theme.px(36))
            bar = QRectF(left + (slot - width) / 2, zero - height if up else zero, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.blue if is_last else colours.blue_light))
            painter.drawRoundedRect(bar, theme.px(2), theme.px(2))
            painter.setPen(QColor(colours.ink))
            number = QRectF(left, bar.top() - line - 1, slot, line)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, digits(value))
