"""The history as rows: every named action, what was undone in grey."""

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
from nianbao.app.stepping import Step
from nianbao.ui import theme
from nianbao.ui.theme import Tone
from nianbao.ui.versions import rows

_Index = QModelIndex | QPersistentModelIndex


class StepModel(QAbstractListModel):
    """One row for each moment of the history, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []

    def show(self, steps: Sequence[Step]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._steps = list(steps)
        self.endResetModel()

    def step(self, index: _Index) -> Step | None:
        """Return the moment of a row."""
        return self._steps[index.row()] if index.isValid() else None

    def now(self) -> QModelIndex:
        """Return the row where the work stands."""
        return self.index(next((n for n, one in enumerate(self._steps) if one.now), -1), 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.step(index)
        if step is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return step.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (step.name, when(step), _word(step)) if part)
        return None


class StepDelegate(QStyledItemDelegate):
    """Paints an action, whether it stands, and when it was done."""

    def __init__(self, model: StepModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(240), theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        step = self._model.step(index)
        if step is None:
            return
        painter.save()
        place = rows.background(painter, option)
        time = rows.write(painter, place, when(step), size=13, soft=True, right=True)
        place.setRight(place.right() - time - theme.px(12))
        if word := _word(step):
            pill = theme.pill_width(word)
            name = place.adjusted(0, 0, -pill - theme.px(8), 0)
            used = rows.write(painter, name, step.name, bold=step.now, soft=step.undone)
            place.setLeft(place.left() + used + theme.px(8))
            theme.draw_pill(painter, place, word, Tone.BLUE if step.now else Tone.GREY)
        else:
            rows.write(painter, place, step.name)
        painter.restore()


def when(step: Step) -> str:
    """Return when a step was done, empty for what was before all steps."""
    return times.said(step.at) if step.at else ""


def _word(step: Step) -> str:
    return "● 现在" if step.now else "↶ 已撤销" if step.undone else ""
