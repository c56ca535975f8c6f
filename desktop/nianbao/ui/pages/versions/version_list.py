"""The versions of a year as rows, and how a row looks."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nianbao.machine import clock
from nianbao.report.version import VersionInfo
from nianbao.ui.kit import theme
from nianbao.ui.kit.models import records
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD, RecordModel
from nianbao.ui.kit.theme import StateColour


class VersionModel(RecordModel[VersionInfo]):
    """One row for each version, newest first."""

    def title(self, record: VersionInfo) -> str:
        return record.name

    def spoken(self, record: VersionInfo) -> str:
        return f"{record.name}，{_kind(record)}，{clock.said(record.at)}"


class VersionDelegate(QStyledItemDelegate):
    """Paints who named a version, its name, and when it was kept."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(240), theme.px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        version: VersionInfo = index.data(RECORD)
        painter.save()
        place = records.background(painter, option)
        colour = StateColour.GREY if version.automatic else StateColour.BLUE
        theme.draw_pill(painter, place, _kind(version), colour)
        place.setLeft(place.left() + theme.px(70))
        said = clock.said(version.at)
        when = records.write(painter, place, said, size=13, soft=True, right=True)
        place.setRight(place.right() - when - theme.px(12))
        records.write(painter, place, version.name, bold=not version.automatic)
        painter.restore()


def _kind(version: VersionInfo) -> str:
    """Return who kept a version, with its glyph."""
    return "◇ 自动" if version.automatic else "★ 命名"
