"""The table of the ledger, in which the current year is answered."""

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
)

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours, theme
from nianbao.ui.kit.models.answer_table import AnswerTable, ValueDelegate
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.ledger.model import KIND, ROW, TEXT, ColumnKind, LedgerModel
from nianbao.ui.pages.ledger.order import LedgerOrder
from nianbao.ui.pages.ledger.painting import draw_trend
from nianbao.views.ledger.tables import LedgerRow

_HEIGHT = 31
_LABEL = 150  # at least
_NAMES = 260  # enough for nearly all names
_WIDTHS = {
    ColumnKind.UNIT: 50,
    ColumnKind.TREND: 74,
    ColumnKind.CHANGE: 100,
    ColumnKind.DEPARTMENT: 84,
    ColumnKind.PLACES: 130,
    ColumnKind.STATE: 106,
}
_VALUE = 52  # at least
_PADDING = 16  # px, left and right of a name together
_WHOLE = (ColumnKind.LABEL, ColumnKind.DEPARTMENT)  # names, which are not shortened
_SPARE = (ColumnKind.TREND, ColumnKind.PLACES)  # columns that go first where there is no room
_LOW = 320  # px, of a table in which the names shall have one line, for the sake of the rows


class LedgerDelegate(ValueDelegate):
    """Paints lines and states."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        kind = index.data(KIND)
        if kind not in (ColumnKind.TREND, ColumnKind.STATE):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        row: LedgerRow = index.data(ROW)
        place = QRectF(option.rect).adjusted(theme.px(5), 0, -theme.px(3), 0)
        if kind is ColumnKind.TREND:
            space = place.adjusted(0, theme.px(8), -theme.px(8), -theme.px(8))
            draw_trend(painter, space, row.series)
        else:
            colour = state_colours.of(row.standing) if row.standing else StateColour.GREY
            theme.draw_pill(painter, place, _state(row, index.data(), place.width()), colour)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Let names of figures and of departments have as many lines as they need."""
        if index.data(KIND) not in _WHOLE:
            return QSize(0, theme.px(_HEIGHT))
        return wrapped.cell_size(str(index.data()), option, theme.px(_HEIGHT), _PADDING)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(KIND) is ColumnKind.LABEL:  # names that begin alike differ at their ends
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        elif index.data(KIND) not in _WHOLE:
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText


def _state(row: LedgerRow, words: str, width: float) -> str:
    """Return the state; of a computed figure the formula, when all of it can be read."""
    if row.standing is Standing.FORMULA:
        formula = f"{row.standing.glyph} {row.short_formula}"
        if theme.pill_width(formula) <= width:
            return formula
    return words


class LedgerTable(AnswerTable):
    """The rows. Tab goes to the next figure that is still open, Enter answers the current one."""

    current_figure_changed = Signal(str)  # the indicator of the current row
    wants_definition = Signal()  # F2
    wants_place = Signal(str)  # the indicator whose place in the text is to be shown

    def __init__(self, model: LedgerModel, order: LedgerOrder) -> None:
        super().__init__(LedgerDelegate())
        self.rows, self.order = model, order
        self._widths: list[int] = []
        self.setModel(order)
        self.setWordWrap(True)
        self.setProperty("role", "dense")
        self.setAccessibleName("台账")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
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
        """Make a figure the current one; the first one when it is not shown."""
        at = self.order.mapFromSource(self.rows.index(self.rows.row_of(name), 0)).row()
        index = self.order.index(max(0, at), 0)  # its name stays in sight
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def value_column(self) -> int:
        return self.rows.now

    def measure(self) -> None:
        """Give every column its width; values have what the longest needs."""
        metrics = QFontMetricsF(theme.interface_font(TEXT, bold=True))
        self.setFont(theme.interface_font(TEXT))
        self._widths = [
            self._value_width(at, metrics)
            if column.kind is ColumnKind.VALUE
            else theme.px(_WIDTHS.get(column.kind, _LABEL))
            for at, column in enumerate(self.rows.columns)
        ]
        self.verticalHeader().setMinimumSectionSize(theme.px(_HEIGHT))
        self._fit()

    def _value_width(self, at: int, metrics: QFontMetricsF) -> int:
        texts = (self.rows.index(row, at).data() or "" for row in range(self.rows.rowCount()))
        longest = max(texts, key=len, default="")
        return max(theme.px(_VALUE), round(metrics.horizontalAdvance(longest)) + theme.px(14))

    def _fit(self) -> None:
        """Share what is left: to the names what they need, the rest to where figures are used.

        Where there is too little, columns go that stand in the detail too.
        """
        left = self.viewport().width() - sum(self._widths)
        low = self.height() < theme.px(_LOW)
        for kind in (*_SPARE, ColumnKind.CHANGE):
            at = next((n for n, one in enumerate(self.rows.columns) if one.kind is kind), None)
            if at is not None:
                wanted = theme.px(_NAMES - _LABEL) if low else 0
                goes = left < wanted and (low or kind is not ColumnKind.CHANGE)
                self.setColumnHidden(at, goes)
                left += self._widths[at] if goes else 0
        for at, width in enumerate(self._widths):
            kind, more = self.rows.columns[at].kind, 0
            if kind is ColumnKind.LABEL:
                more = max(0, min(left, theme.px(_NAMES) - width))
                left -= more
            elif kind is ColumnKind.PLACES or (
                kind is ColumnKind.DEPARTMENT and self._is_last_wide()
            ):
                more = max(0, left)
            self.setColumnWidth(at, width + more)
        self.resizeRowsToContents()

    def _is_last_wide(self) -> bool:
        """Whether the column that else takes what is left is not shown."""
        kinds = [one.kind for one in self.rows.columns]
        return ColumnKind.PLACES in kinds and self.isColumnHidden(kinds.index(ColumnKind.PLACES))

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

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.current_figure_changed.emit(self.name_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F2:
            self.wants_definition.emit()
        elif enter and row >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wants_place.emit(self.name_at(row))
        else:
            super().keyPressEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.data(KIND) is ColumnKind.PLACES:
            self.wants_place.emit(self.name_at(index.row()))
