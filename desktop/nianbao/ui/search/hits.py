"""What a search found, as rows under their years, and how a row looks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.app.searching import Hit, Where
from nianbao.ui import theme, wrapped
from nianbao.ui.theme import Tone

MOST = 300  # rows; nobody reads more, they search for something narrower
_Index = QModelIndex | QPersistentModelIndex
_LINES = 2
_PILL = 48  # px of an indicator's row in front of its name


class HitModel(QAbstractListModel):
    """A row for each year, under it a row for each hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | str] = []

    def show(self, hits: Sequence[Hit]) -> None:
        """Replace all rows; hits come sorted by year."""
        counts: dict[int, int] = {}
        for hit in hits:
            counts[hit.year] = counts.get(hit.year, 0) + 1
        rows: list[Hit | str] = []
        year = None
        for hit in hits[:MOST]:
            if hit.year != year:
                year = hit.year
                rows.append(f"{year}年度　{counts[year]}处")
            rows.append(hit)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def hit(self, index: _Index) -> Hit | None:
        """Return the hit of a row, None for the row of a year."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Hit) else None

    def first(self) -> QModelIndex:
        """Return the first hit, an invalid index when there is none."""
        return self.index(1, 0) if len(self._rows) > 1 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in _TEXT_ROLES else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.year}年度，{row.place}：{row.text}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_hit = self.hit(index) is not None
        return super().flags(index) if is_hit else Qt.ItemFlag.NoItemFlags


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class HitDelegate(QStyledItemDelegate):
    """Paints where a hit stands, and the text around it with the words marked."""

    def __init__(self, view: QListView, model: HitModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        hit = self._model.hit(index)
        if hit is None:
            return QSize(width, theme.px(36))
        above = 0 if hit.where is Where.INDICATOR else self._place_height()
        return QSize(width, round(wrapped.height(self._text(hit, width)) + above) + theme.px(17))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place: QRectF = QRectF(option.rect)
        painter.save()
        hit = self._model.hit(index)
        if hit is None:
            self._paint_year(painter, place, index.data())
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, place, hit, chosen=chosen)
        painter.restore()

    def _paint_year(self, painter: QPainter, place: QRectF, text: str) -> None:
        colours = theme.colours()
        painter.fillRect(place, QColor(colours.side))
        painter.setPen(QColor(colours.ink))
        painter.setFont(theme.interface_font(14, bold=True))
        inner = place.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_hit(self, painter: QPainter, place: QRectF, hit: Hit, *, chosen: bool) -> None:
        colours = theme.colours()
        if chosen:
            painter.fillRect(place, QColor(colours.blue_ground))
            bar = QRectF(place.left(), place.top(), theme.px(3), place.height())
            painter.fillRect(bar, QColor(colours.blue))
        painter.setPen(QColor(colours.faint))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        text = self._text(hit, round(place.width()))
        at = QPointF(place.left() + theme.px(12), place.top() + theme.px(8))
        if hit.where is Where.INDICATOR:
            line = QRectF(at.x(), at.y(), place.width(), wrapped.height(text))
            theme.draw_pill(painter, line, hit.where.value, Tone.GREY)
            at.setX(at.x() + theme.px(_PILL))
        else:
            font = theme.interface_font(12)
            metrics = QFontMetricsF(font)
            room = place.width() - 2 * theme.px(12)
            # the nearest heading says most
            shown = metrics.elidedText(hit.place, Qt.TextElideMode.ElideLeft, room)
            painter.setFont(font)
            painter.setPen(QColor(colours.soft))
            painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), shown)
            at.setY(at.y() + self._place_height())
        painter.setPen(QColor(colours.ink))
        text.draw(painter, at)

    def _place_height(self) -> float:
        return QFontMetricsF(theme.interface_font(12)).height() + theme.px(2)

    def _text(self, hit: Hit, width: int) -> QTextLayout:
        ground = QColor(theme.colours().mark)
        room = width - 2 * theme.px(12)
        if hit.where is Where.INDICATOR:
            font, room = theme.interface_font(14), room - theme.px(_PILL)
            return wrapped.wrapped(hit.text, font, room, lines=1, marks=hit.spans, ground=ground)
        text, spans = hit.short()
        font = theme.text_font(15)
        return wrapped.wrapped(text, font, room, lines=_LINES, marks=spans, ground=ground)
