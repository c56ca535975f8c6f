"""The table of a section's figures: Tab walks the empty ones, a column pastes from Excel."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours, theme, widgets
from nianbao.ui.kit.models.answer_table import (
    STANDING,
    AnswerTable,
    ValueDelegate,
    standing_at,
)
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import pill, wrapped
from nianbao.ui.pages.form.grid.figure_model import (
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
_MOST_ROWS, _MOST_LOW = 8, 4  # rows that are seen at once, also where there is little height
_WIDTHS = {LAST: 76, NOW: 84, UNIT: 50, CHANGE: 104, DEPARTMENT: 92, STATE: 120}
_BEFORE, _BEHIND, _APART = 6, 4, 4  # px, around a state
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
        place = QRectF(option.rect).adjusted(theme.px(_BEFORE), 0, -theme.px(_BEHIND), 0)
        pill.draw(painter, place, text, state_colours.of(Standing(index.data(STANDING))))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Let a long name and a long formula have more lines; all else has one."""
        if index.column() == STATE:
            room = theme.px(_WIDTHS[STATE] - _BEFORE - _BEHIND)
            high = round(pill.height(str(index.data()), room)) + theme.px(_APART)
            return QSize(0, max(theme.px(_ROW), high))
        if index.column() != LABEL:
            return QSize(0, theme.px(_ROW))
        return wrapped.cell_size(str(index.data()), option, theme.px(_ROW))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == LABEL:  # names that begin alike differ at their ends
            option.textElideMode = Qt.TextElideMode.ElideMiddle


class FigureTable(AnswerTable):
    """The rows of a section, as high as they need, up to a limit."""

    current_figure_changed = Signal(str)  # the indicator of the current row
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
        self._is_open_only = False
        self.pasted.connect(self._paste)
        model.modelReset.connect(self.sift)
        model.dataChanged.connect(lambda *_: self._bring_back())
        self.sift()

    def value_column(self) -> int:
        return NOW

    def show_open_only(self, *, only: bool) -> None:
        """Show the rows that are still open and no others, or all rows."""
        if only != self._is_open_only:
            self._is_open_only = only
            self.sift()

    def sift(self) -> None:
        """Hide the rows that are not wanted now; one that is answered later stays till then."""
        for row in range(self.figures.rowCount()):
            wanted = not self._is_open_only or self._is_open(row) or row == self._row_edited()
            self.setRowHidden(row, not wanted)
        self.fit()

    def _bring_back(self) -> None:
        """Show the rows that are open again, as after an undo, each as high as it is now."""
        back = [
            row
            for row in range(self.figures.rowCount())
            if self.isRowHidden(row) and self._is_open(row)
        ]
        for row in back:
            self.setRowHidden(row, False)
        self._fit_rows()

    def _is_open(self, row: int) -> bool:
        standing = standing_at(self.figures.index(row, NOW))
        return standing is not None and standing.is_open

    def count_open(self) -> int:
        """Return how many rows are still open."""
        return sum(map(self._is_open, range(self.figures.rowCount())))

    def _row_edited(self) -> int:
        is_edited = self.state() is QAbstractItemView.State.EditingState
        return self.currentIndex().row() if is_edited else -1

    def edit_row(self, row: int) -> None:
        if self.isRowHidden(row):
            self.setRowHidden(row, False)
            self.fit()
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
        rows = [row for row in range(self.figures.rowCount()) if not self.isRowHidden(row)]
        shown = rows[: _MOST_LOW if self._is_open_only else _MOST_ROWS]
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + sum(self.rowHeight(row) for row in shown) + 3)
        self.setVisible(bool(shown))

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

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.current_figure_changed.emit(self.figures.row(current.row()).name)

    def _paste(self, text: str) -> None:
        text = text.rstrip("\r\n")
        if text and self.currentIndex().isValid():
            below = range(self.currentIndex().row(), self.figures.rowCount())
            self.figures.paste([row for row in below if not self.isRowHidden(row)], text)


class FigureGrid(QWidget):
    """The table, and the sentence when an entry is refused.

    Where there is little height only the open rows are listed, and a button shows all.
    """

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self.table = FigureTable(model)
        self.message = widgets.label("", "error", wrap=True)
        self.message.hide()
        model.refused.connect(self._say)
        model.modelReset.connect(self.message.hide)
        self.all = widgets.button("", self._toggle, "link")
        self._is_low, self._wants_all = False, False
        model.modelReset.connect(self._forget_wish)
        model.dataChanged.connect(lambda *_: self._show_word())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.table)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.message)
        self._show_word()

    def set_low(self, *, low: bool) -> None:
        """Say whether there is little height."""
        if low != self._is_low:
            self._is_low = low
            self._sift()

    def _toggle(self) -> None:
        self._wants_all = not self._wants_all
        self._sift()

    def _forget_wish(self) -> None:
        self._wants_all = False  # it was about another section
        self._sift()

    def _sift(self) -> None:
        self.table.show_open_only(only=self._is_low and not self._wants_all)
        self._show_word()

    def _show_word(self) -> None:
        every, left = self.table.figures.rowCount(), self.table.count_open()
        listed = f"只列还没填的{left}项" if left else "都填好了"
        word = "只列还没填的" if self._wants_all else f"{listed}，点这里看全部{every}项"
        self.all.setText(word)
        self.all.setAccessibleName(word)
        self.all.setVisible(self._is_low and left < every)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
