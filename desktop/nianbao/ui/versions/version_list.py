"""The versions of a year as rows, and how a row looks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nianbao.app import times
from nianbao.report.version import VersionInfo
from nianbao.ui import theme
from nianbao.ui.theme import Tone
from nianbao.ui.versions import rows

_Index = QModelIndex | QPersistentModelIndex


class VersionModel(QAbstractListModel):
    """One row for each version, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: list[VersionInfo] = []

    def show(self, versions: Sequence[VersionInfo]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._versions = list(versions)
        self.endResetModel()

    def version(self, index: _Index) -> VersionInfo | None:
        """Return the version of a row."""
        return self._versions[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._versions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        version = self.version(index)
        if version is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return version.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{version.name}，{kind(version)}，{times.said(version.at)}"
        return None


class VersionDelegate(QStyledItemDelegate):
    """Paints who named a version, its name, and when it was kept."""

    def __init__(self, model: VersionModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(240), theme.px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        version = self._model.version(index)
        if version is None:
            return
        painter.save()
        place = rows.background(painter, option)
        word = kind(version)
        theme.draw_pill(painter, place, word, Tone.GREY if version.automatic else Tone.BLUE)
        place.setLeft(place.left() + theme.px(70))
        when = rows.write(painter, place, times.said(version.at), size=13, soft=True, right=True)
        place.setRight(place.right() - when - theme.px(12))
        rows.write(painter, place, version.name, bold=not version.automatic)
        painter.restore()


def kind(version: VersionInfo) -> str:
    """Return who kept a version, with its glyph."""
    return "↻ 自动" if version.automatic else "★ 命名"
