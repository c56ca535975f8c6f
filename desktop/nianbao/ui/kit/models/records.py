"""Lists of records: their model, their view, and what their rows have in common."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index

RECORD = Qt.ItemDataRole.UserRole
"""The role under which a row gives its record."""

_Record = TypeVar("_Record")


class RecordModel(QAbstractListModel, Generic[_Record]):
    """One row for each record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: Sequence[_Record] = ()

    def show(self, records: Sequence[_Record]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.records = tuple(records)
        self.endResetModel()

    def record(self, index: Index) -> _Record | None:
        """Return the record of a row, None for no row."""
        return self.records[index.row()] if index.isValid() else None

    def title(self, record: _Record) -> str:
        """Return the text of a row."""
        raise NotImplementedError

    def spoken(self, record: _Record) -> str:
        """Return all that a row shows, in words."""
        return self.title(record)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index)
        if record is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(record)
            case _:
                return record if role == RECORD else None


def list_view(
    name: str, model: QAbstractListModel, delegate: type[QStyledItemDelegate]
) -> QListView:
    """Return a list that is as wide as there is room and is laid out anew with the theme."""
    made = QListView()
    made.setAccessibleName(name)
    made.setModel(model)
    made.setItemDelegate(delegate(made))
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    theme.notifier().changed.connect(made.doItemsLayout)
    return made


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
