"""The table of the ledger: typing into the year in hand, Tab to the next empty one, pasting."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nianbao.app.tables import LedgerRow, digits
from nianbao.report.standing import Standing
from nianbao.ui import theme, tones
from nianbao.ui.ledger.model import KIND, ROW, TEXT, Kind, LedgerModel
from nianbao.ui.ledger.order import LedgerOrder
from nianbao.ui.ledger.painting import draw_trend
from nianbao.ui.theme import Tone

_HEIGHT = 31
_LABEL = 150  # at least
_WIDTHS = {
    Kind.UNIT: 50,
    Kind.TREND: 74,
    Kind.CHANGE: 100,
    Kind.DEPARTMENT: 84,
    Kind.PLACES: 92,
    Kind.STATE: 106,
}
_VALUE = 52  # at least
_ENTERED = "entered"  # property of an editor that was closed by Enter
_Index = QModelIndex | QPersistentModelIndex


class LedgerDelegate(QStyledItemDelegate):
    """Paints lines and states; edits a value in a plain field."""

    pasted = Signal(str)  # a column, while a field was open

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        kind = index.data(KIND)
        if kind not in (Kind.TREND, Kind.STATE):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        row: LedgerRow = index.data(ROW)
        place = QRectF(option.rect).adjusted(theme.px(5), 0, -theme.px(3), 0)
        if kind is Kind.TREND:
            space = place.adjusted(0, theme.px(8), -theme.px(8), -theme.px(8))
            draw_trend(painter, space, row.series)
        else:
            tone = tones.of(row.standing) if row.standing else Tone.GREY
            theme.draw_pill(painter, place, _state(row, index.data(), place.width()), tone)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.data(KIND) is Kind.LABEL:  # names that begin alike differ at their ends
            option.textElideMode = Qt.TextElideMode.ElideMiddle

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QLineEdit:
        row: LedgerRow = index.data(ROW)
        field = QLineEdit(parent)
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        last = row.series[-2][1] if len(row.series) > 1 else None
        field.setPlaceholderText("" if last is None else f"上年{digits(last)}")
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setModified(False)

    def setModelData(self, editor: QWidget, model: QObject, index: _Index) -> None:
        """Give on what was typed. Walking past a carried value does not confirm it: Enter does."""
        assert isinstance(editor, QLineEdit)
        row: LedgerRow = index.data(ROW)
        entered = bool(editor.property(_ENTERED)) and row.carried is not None
        if editor.isModified() or entered:
            editor.setModified(False)
            model.setData(index, editor.text())  # type: ignore[attr-defined]

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            editor.setProperty(_ENTERED, entered)
            text = QGuiApplication.clipboard().text().rstrip("\r\n")
            if event.matches(QKeySequence.StandardKey.Paste) and {"\n", "\t"} & set(text):
                assert isinstance(editor, QWidget)
                self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
                self.pasted.emit(text)  # a column is for the rows, not for one field
                return True
        return super().eventFilter(editor, event)


def _state(row: LedgerRow, words: str, width: float) -> str:
    """Return the state; of a computed figure the formula, when all of it can be read."""
    if row.standing is Standing.FORMULA:
        formula = f"{row.standing.glyph} {row.short_formula}"
        if theme.pill_width(formula) <= width:
            return formula
    return words


class LedgerTable(QTableView):
    """The rows. Tab goes to the next figure that is still open, Enter answers the one in hand."""

    passed = Signal(int)  # Tab behind the last open row (1), Shift+Tab before the first (-1)
    in_hand = Signal(str)  # the indicator of the current row
    pasted = Signal(str)  # text for the current row and those below
    wants_definition = Signal()  # F2
    wants_place = Signal(str)  # the indicator whose place in the text is to be shown

    def __init__(self, model: LedgerModel, order: LedgerOrder) -> None:
        super().__init__()
        self.rows, self.order = model, order
        self._widths: list[int] = []
        self.setModel(order)
        self.setProperty("role", "dense")
        self.setAccessibleName("台账")
        delegate = LedgerDelegate(self)
        delegate.pasted.connect(self.pasted)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._double_clicked)
        order.modelReset.connect(self._shown_anew)

    def name_at(self, row: int) -> str:
        """Return the indicator of a row as it is shown."""
        found: LedgerRow = self.order.index(row, 0).data(ROW)
        return found.name

    def names_from_here(self) -> list[str]:
        """Return the indicators from the current row down, in the order shown."""
        start = max(0, self.currentIndex().row())
        return [self.name_at(row) for row in range(start, self.order.rowCount())]

    def take(self, name: str) -> None:
        """Take a figure in hand; the first one when it is not shown."""
        at = self.order.mapFromSource(self.rows.index(self.rows.row_of(name), 0)).row()
        index = self.order.index(max(0, at), 0)  # its name stays in sight
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def edit_row(self, row: int) -> None:
        """Edit the value that a row has in the year in hand."""
        index = self.order.index(row, self.rows.now)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.edit(index)

    def edit_open(self, step: int) -> bool:
        """Edit the next open row in a direction; say whether there is one."""
        at = self.currentIndex().row() + step
        while 0 <= at < self.order.rowCount():
            row: LedgerRow = self.order.index(at, 0).data(ROW)
            if row.standing and row.standing.is_open:
                self.edit_row(at)
                return True
            at += step
        return False

    def measure(self) -> None:
        """Give every column its width; values have what the longest needs."""
        metrics = QFontMetricsF(theme.interface_font(TEXT, bold=True))
        self.setFont(theme.interface_font(TEXT))
        self._widths = [
            self._value_width(at, metrics)
            if column.kind is Kind.VALUE
            else theme.px(_WIDTHS.get(column.kind, _LABEL))
            for at, column in enumerate(self.rows.columns)
        ]
        self.verticalHeader().setDefaultSectionSize(theme.px(_HEIGHT))
        self._fit()

    def _value_width(self, at: int, metrics: QFontMetricsF) -> int:
        texts = (self.rows.index(row, at).data() or "" for row in range(self.rows.rowCount()))
        longest = max(texts, key=len, default="")
        return max(theme.px(_VALUE), round(metrics.horizontalAdvance(longest)) + theme.px(14))

    def _fit(self) -> None:
        """Leave to the names what the other columns do not need."""
        left = self.viewport().width() - sum(self._widths[1:])
        for at, width in enumerate(self._widths):
            self.setColumnWidth(at, width if at else max(width, left))

    def _shown_anew(self) -> None:
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.measure()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(QModelIndex(current), QModelIndex(previous))  # type: ignore[arg-type]
        if current.isValid() and current.row() != previous.row():
            self.in_hand.emit(self.name_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif key is Qt.Key.Key_F2:
            self.wants_definition.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.wants_place.emit(self.name_at(row))
            elif self.state() is not QAbstractItemView.State.EditingState:  # else the field's own
                self.edit_row(row)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = 1 if key is Qt.Key.Key_Tab else -1
            if not self.edit_open(step):
                self.passed.emit(step)
        else:
            if event.text().isdigit() and row >= 0:  # typed on whatever column: it is the value
                self.setCurrentIndex(self.order.index(row, self.rows.now))
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

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.data(KIND) is Kind.PLACES:
            self.wants_place.emit(self.name_at(index.row()))
