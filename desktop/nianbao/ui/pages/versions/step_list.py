"""The history as rows: every named action, what was undone in grey."""

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nianbao.machine import clock
from nianbao.ui.kit import theme
from nianbao.ui.kit.models import records
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD, RecordModel
from nianbao.ui.kit.theme import StateColour
from nianbao.views.safe.history import HistoryStep


class StepModel(RecordModel[HistoryStep]):
    """One row for each moment of the history, newest first."""

    def now(self) -> QModelIndex:
        """Return the row where the work stands."""
        return self.index(next((n for n, one in enumerate(self.records) if one.now), -1), 0)

    def title(self, record: HistoryStep) -> str:
        return record.name

    def spoken(self, record: HistoryStep) -> str:
        return "，".join(part for part in (record.name, _when(record), _word(record)) if part)


class StepDelegate(QStyledItemDelegate):
    """Paints an action, whether it stands, and when it was done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(240), theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step: HistoryStep = index.data(RECORD)
        painter.save()
        place = records.background(painter, option)
        time = records.write(painter, place, _when(step), size=13, soft=True, right=True)
        place.setRight(place.right() - time - theme.px(12))
        if word := _word(step):
            pill = theme.pill_width(word)
            name = place.adjusted(0, 0, -pill - theme.px(8), 0)
            used = records.write(painter, name, step.name, bold=step.now, soft=step.undone)
            place.setLeft(place.left() + used + theme.px(8))
            theme.draw_pill(
                painter, place, word, StateColour.BLUE if step.now else StateColour.GREY
            )
        else:
            records.write(painter, place, step.name)
        painter.restore()


def _when(step: HistoryStep) -> str:
    """Return when a step was done, empty for what was before all steps."""
    return clock.said(step.at) if step.at else ""


def _word(step: HistoryStep) -> str:
    return "● 现在" if step.now else "← 已撤销" if step.undone else ""
