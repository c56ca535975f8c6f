"""The table of a section's figures: Tab walks the empty ones, a column pastes from Excel."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nianbao.ui import parts, theme, tones
from nianbao.ui.form.figure_model import (
    CHANGE,
    DEPARTMENT,
    LABEL,
    LAST,
    NOW,
    STANDING,
    STATE,
    UNIT,
    FigureModel,
)

_ROW = 29
_MOST_ROWS = 8
_WIDTHS = {LAST: 84, NOW: 92, UNIT: 52, CHANGE: 108, DEPARTMENT: 96, STATE: 132}
_Index = QModelIndex | QPersistentModelIndex


class StateDelegate(QStyledItemDelegate):
    """Paints the state as a rounded word, and edits numbers in a plain field."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        standing = index.data(STANDING)
        if standing is None:
            super().paint(painter, option, index)
            return
        text = index.data()
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        place = QRectF(option.rect).adjusted(theme.px(6), 0, -theme.px(4), 0)
        theme.draw_pill(painter, place, text, tones.of(standing))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QLineEdit:
        field = QLineEdit(parent)
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        field.setPlaceholderText(
            f"上年{last}" if (last := index.model().index(index.row(), LAST).data()) else ""
        )
        return field


class FigureTable(QTableView):
    """The rows. Tab and Enter go to the next figure that is still open."""

    passed = Signal(int)  # Tab behind the last open row (1), Shift+Tab before the first (-1)
    in_hand = Signal(str)  # the indicator of the current row

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self.figures = model
        self.setModel(model)
        self.setProperty("role", "flat")
        self.setAccessibleName("本节数据")
        self.setItemDelegate(StateDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(40))
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows, up to a limit."""
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        rows = min(self.figures.rowCount(), _MOST_ROWS)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * theme.px(_ROW) + 3)

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

    def edit_open(self, step: int, start: int | None = None) -> bool:
        """Edit the next open row in a direction; say whether there is one."""
        at = self.currentIndex().row() if start is None else start
        rows = [row for row in self.figures.open_rows() if (row - at) * step > 0]
        if not rows:
            return False
        self.edit_row(rows[0] if step > 0 else rows[-1])
        return True

    def edit_row(self, row: int) -> None:
        """Edit this year's value of a row."""
        index = self.figures.index(row, NOW)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self.edit_row(self.currentIndex().row())
            return
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step is not None:
            if not self.edit_open(step):
                self.passed.emit(step)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        del forward
        return False  # Tab belongs to the rows

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on from the field to the next open row, not to the next column."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        super().closeEditor(editor, hints.NoHint if hint in steps else hint)
        if hint in steps and not self.edit_open(steps[hint]):
            self.passed.emit(steps[hint])

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        if text and self.currentIndex().isValid():
            lines = [line.split("\t")[0] for line in text.replace("\r\n", "\n").split("\n")]
            self.figures.paste(self.currentIndex().row(), lines)


class FigureGrid(QWidget):
    """The table, and the sentence when an entry is refused."""

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self.table = FigureTable(model)
        self.message = parts.label("", "error", wrap=True)
        self.message.hide()
        model.refused.connect(self._say)
        model.dataChanged.connect(lambda *_: self.message.hide())
        model.modelReset.connect(self.message.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.table)
        layout.addWidget(self.message)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()
