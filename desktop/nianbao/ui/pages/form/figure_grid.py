"""The table of a section's figures: Tab walks the empty ones, a column pastes from Excel."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QVBoxLayout, QWidget

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours, theme, widgets
from nianbao.ui.kit.models.answer_table import STANDING, AnswerTable, ValueDelegate
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.pages.form.figure_model import (
    CHANGE,
    DEPARTMENT,
    LABEL,
    LAST,
    NOW,
    STATE,
    UNIT,
    FigureModel,
)

_ROW = 29
_MOST_ROWS = 8
_WIDTHS = {LAST: 76, NOW: 84, UNIT: 50, CHANGE: 104, DEPARTMENT: 92, STATE: 120}
_LABEL = 150  # px, that the names need at least
_SPARE = (DEPARTMENT, CHANGE, UNIT)  # columns that go, in this order, where there is no room


class StateDelegate(ValueDelegate):
    """Paints the state as a rounded word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() != STATE:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        place = QRectF(option.rect).adjusted(theme.px(6), 0, -theme.px(4), 0)
        theme.draw_pill(painter, place, text, state_colours.of(Standing(index.data(STANDING))))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Let a long name have a second line; all else has one."""
        if index.column() != LABEL:
            return QSize(0, theme.px(_ROW))
        return wrapped.cell_size(str(index.data()), option, theme.px(_ROW))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == LABEL:  # names that begin alike differ at their ends
            option.textElideMode = Qt.TextElideMode.ElideMiddle


class FigureTable(AnswerTable):
    """The rows of a section, as high as they need, up to a limit."""

    in_hand = Signal(str)  # the indicator of the current row
    moved_to = Signal(QRect)  # the row that is edited, in the viewport

    def __init__(self, model: FigureModel) -> None:
        super().__init__(StateDelegate())
        self.figures = model
        self.setModel(model)
        self.setWordWrap(True)
        self.setProperty("role", "flat")
        self.setAccessibleName("本节数据")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(40))
        self.pasted.connect(self._paste)
        model.modelReset.connect(self.fit)
        self.fit()

    def value_column(self) -> int:
        return NOW

    def edit_row(self, row: int) -> None:
        super().edit_row(row)
        self.moved_to.emit(self.visualRect(self.currentIndex()))

    def fit(self) -> None:
        """Be as high as the rows, up to a limit."""
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Let long names go on in a second line."""
        self.resizeRowsToContents()
        shown = range(min(self.figures.rowCount(), _MOST_ROWS))
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + sum(self.rowHeight(row) for row in shown) + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = event.size().width() - theme.px(_LABEL)
        taken = sum(map(theme.px, _WIDTHS.values()))
        for column in _SPARE:
            self.setColumnHidden(column, taken > room)
            taken -= theme.px(_WIDTHS[column]) if taken > room else 0
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.in_hand.emit(self.figures.row(current.row()).name)

    def _paste(self, text: str) -> None:
        text = text.rstrip("\r\n")
        if text and self.currentIndex().isValid():
            self.figures.paste(self.currentIndex().row(), text)


class FigureGrid(QWidget):
    """The table, and the sentence when an entry is refused."""

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self.table = FigureTable(model)
        self.message = widgets.label("", "error", wrap=True)
        self.message.hide()
        model.refused.connect(self._say)
        model.modelReset.connect(self.message.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.table)
        layout.addWidget(self.message)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
