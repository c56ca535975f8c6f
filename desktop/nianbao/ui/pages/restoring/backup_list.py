"""Backups as rows: where each is, what came after it, when it was made."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nianbao.ui.kit import theme
from nianbao.ui.kit.models import records
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD, RecordModel
from nianbao.ui.kit.theme import StateColour
from nianbao.views.safe.backups import BackupLine


class BackupModel(RecordModel[BackupLine]):
    """One row for each backup, newest first."""

    def title(self, record: BackupLine) -> str:
        return record.title

    def spoken(self, record: BackupLine) -> str:
        return f"{record.title}，{record.where}，{record.when}"


class BackupDelegate(QStyledItemDelegate):
    """Paints where a backup is, its number, what it was made before, and when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(240), theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: BackupLine = index.data(RECORD)
        painter.save()
        place = records.background(painter, option)
        colour = StateColour.BLUE if line.far else StateColour.GREY
        theme.draw_pill(painter, place, line.where, colour)
        place.setLeft(place.left() + theme.px(70))
        when = records.write(painter, place, line.when, size=13, soft=True, right=True)
        place.setRight(place.right() - when - theme.px(12))
        records.write(painter, place, index.data())
        painter.restore()
