"""What a search found, as rows under their years, and how a row looks."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.ui.kit import theme
from nianbao.ui.kit.models import records
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD, RecordModel
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour
from nianbao.views.searching import Hit, SearchScope

MOST = 300  # rows; nobody reads more, they search for something narrower
_LINES = 2
_PILL = 48  # px of an indicator's row in front of its name


class HitModel(RecordModel[Hit | str]):
    """A row for each year, under it a row for each hit."""

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace all rows; hits come sorted by year."""
        counts = Counter(hit.year for hit in hits)
        rows: list[Hit | str] = []
        for year, found in groupby(hits[:MOST], key=lambda hit: hit.year):
            rows += (f"{year}年度　{counts[year]}处", *found)
        self.show(rows)

    def hit(self, index: Index) -> Hit | None:
        """Return the hit of a row, None for the row of a year."""
        row = self.record(index)
        return row if isinstance(row, Hit) else None

    def first(self) -> QModelIndex:
        """Return the first hit, an invalid index when there is none."""
        return self.index(1, 0) if len(self.records) > 1 else QModelIndex()

    def title(self, record: Hit | str) -> str:
        return record if isinstance(record, str) else record.text

    def spoken(self, record: Hit | str) -> str:
        if isinstance(record, str):
            return record
        return f"{record.year}年度，{record.place}：{record.text}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_hit = self.hit(index) is not None
        return super().flags(index) if is_hit else Qt.ItemFlag.NoItemFlags


class HitDelegate(QStyledItemDelegate):
    """Paints where a hit stands, and the text around it with the words marked."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        hit: Hit | str = index.data(RECORD)
        if isinstance(hit, str):
            return QSize(width, theme.px(36))
        above = 0 if hit.where is SearchScope.INDICATOR else self._place_height()
        return QSize(width, round(wrapped.height(self._text(hit, width)) + above) + theme.px(17))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        hit: Hit | str = index.data(RECORD)
        if isinstance(hit, str):
            self._paint_year(painter, QRectF(option.rect), hit)
        else:
            self._paint_hit(painter, option, hit)
        painter.restore()

    def _paint_year(self, painter: QPainter, place: QRectF, text: str) -> None:
        painter.fillRect(place, QColor(theme.colours().side))
        inner = place.adjusted(theme.px(12), 0, -theme.px(12), 0)
        records.write(painter, inner, text, bold=True)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        place = records.background(painter, option)
        text = self._text(hit, round(option.rect.width()))
        at = QPointF(place.left(), place.top() + theme.px(8))
        if hit.where is SearchScope.INDICATOR:
            line = QRectF(at.x(), at.y(), place.width(), wrapped.height(text))
            theme.draw_pill(painter, line, hit.where.value, StateColour.GREY)
            at.setX(at.x() + theme.px(_PILL))
        else:
            height = QFontMetricsF(theme.interface_font(12)).height()
            line = QRectF(at.x(), at.y(), place.width(), height)
            elide = Qt.TextElideMode.ElideLeft  # the nearest heading says most
            records.write(painter, line, hit.place, size=12, soft=True, elide=elide)
            at.setY(at.y() + self._place_height())
        painter.setPen(QColor(theme.colours().ink))
        text.draw(painter, at)

    def _place_height(self) -> float:
        return QFontMetricsF(theme.interface_font(12)).height() + theme.px(2)

    def _text(self, hit: Hit, width: int) -> QTextLayout:
        ground = QColor(theme.colours().mark)
        room = width - 2 * theme.px(12)
        if hit.where is SearchScope.INDICATOR:
            font, room = theme.interface_font(14), room - theme.px(_PILL)
            return wrapped.wrapped(hit.text, font, room, lines=1, marks=hit.spans, ground=ground)
        text, spans = hit.short()
        font = theme.text_font(15)
        return wrapped.wrapped(text, font, room, lines=_LINES, marks=spans, ground=ground)
