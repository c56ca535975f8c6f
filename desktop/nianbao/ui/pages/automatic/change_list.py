"""Automatic changes as rows: what stood there, what stands there now, and why."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nianbao.report.change import Change
from nianbao.ui.kit import theme
from nianbao.ui.kit.models import records
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD, RecordModel
from nianbao.ui.kit.theme import StateColour

_ROW = 52  # px
_PILL = 52  # px


def word(change: Change) -> str:
    """Return whether a change was made or is a question."""
    return "待核" if change.open else "已改"


def what(change: Change) -> str:
    """Return what was changed into what; a question only says what it is about."""
    before = change.before.replace("\n", " ") or "（原来没有）"
    if change.open or change.after == change.before:
        return before
    return f"{before} → {change.after or '（略去）'}"


class ChangeModel(RecordModel[Change]):
    """One row for each automatic change."""

    def title(self, record: Change) -> str:
        return what(record)

    def spoken(self, record: Change) -> str:
        return f"{word(record)}：{what(record)}。{record.reason}"


class ChangeDelegate(QStyledItemDelegate):
    """Paints a change in two lines: what, and why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(240), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        change: Change = index.data(RECORD)
        painter.save()
        place = records.background(painter, option)
        half = place.height() / 2
        first = QRectF(place.left(), place.top() + theme.px(4), place.width(), half - theme.px(2))
        colour = StateColour.AMBER if change.open else StateColour.GREY
        theme.draw_pill(painter, first, word(change), colour)
        indent = theme.px(_PILL) + theme.px(8)
        records.write(painter, first.adjusted(indent, 0, 0, 0), what(change))
        second = QRectF(place.left(), place.top() + half, place.width(), half - theme.px(4))
        why = second.adjusted(indent, 0, 0, 0)
        records.write(painter, why, change.reason, size=13, soft=True)
        painter.restore()
