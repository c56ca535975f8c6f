"""The ledger as a table model, and its order and filter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from nianbao.errors import NianbaoError
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import quantity
from nianbao.ui.kit import state_colours, theme
from nianbao.ui.kit.models.answer_table import LAST, STANDING
from nianbao.ui.kit.models.index import Index
from nianbao.views.ledger.tables import LedgerRow, digits

KIND = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2
SORT = Qt.ItemDataRole.UserRole + 3
TEXT = 13  # px at 100 %: a row of the ledger is long
Answer = Callable[[str, str], object]
_ORDER = list(Standing)


class ColumnKind(Enum):
    """What a column shows."""

    LABEL = auto()
    UNIT = auto()
    VALUE = auto()
    TREND = auto()
    CHANGE = auto()
    DEPARTMENT = auto()
    PLACES = auto()
    STATE = auto()


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """One column; `year` is set for values."""

    kind: ColumnKind
    head: str
    year: int = 0


class LedgerModel(QAbstractTableModel):
    """Rows of the ledger. What is typed into the current year goes to `answer`.

    `answer` takes the name of the indicator and what was typed, and shows the table anew; `confirm`
    takes the name of a figure whose value of last year holds.
    """

    refused = Signal(str)  # one sentence, to be shown beside the table

    def __init__(
        self, answer: Answer, confirm: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._answer, self._confirm = answer, confirm
        self._rows: Sequence[LedgerRow] = ()
        self.columns: tuple[LedgerColumn, ...] = ()
        self.year = 0

    def show(self, rows: Sequence[LedgerRow], years: Sequence[int], year: int) -> None:
        """Show rows and years; of the same figures and years, selection and order stay."""
        columns = _columns(years, year)
        same = [row.name for row in rows] == [row.name for row in self._rows]
        if same and (columns, year) == (self.columns, self.year):
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(columns) - 1))
            return
        self.beginResetModel()
        self._rows, self.columns, self.year = rows, columns, year
        self.endResetModel()

    def row(self, at: int) -> LedgerRow:
        """Return a row."""
        return self._rows[at]

    def row_of(self, name: str) -> int:
        """Return where an indicator is, -1 when it is not there."""
        return next((at for at, row in enumerate(self._rows) if row.name == name), -1)

    def column_of(self, kind: ColumnKind, year: int = 0) -> int:
        """Return where a column is."""
        return next(
            at for at, one in enumerate(self.columns) if (one.kind, one.year) == (kind, year)
        )

    @property
    def now(self) -> int:
        """The column of the current year."""
        return self.column_of(ColumnKind.VALUE, self.year)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and column.year == self.year:
            return theme.interface_font(TEXT, bold=True)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.EditRole:
                return self._editable(row) if column.year == self.year else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.label}，{column.head}：{self._spoken(row, column) or '空'}"
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, column)
            case Qt.ItemDataRole.FontRole if column.year == self.year and row.carried is None:
                return theme.interface_font(TEXT, bold=True)
        return self._own(row, column, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, typed = self._rows[index.row()], str(value).strip()
        try:
            if row.carried is not None and typed == quantity.plain(row.carried):
                self._confirm(row.name)
            else:
                self._answer(row.name, typed)
        except NianbaoError as error:
            self.refused.emit(str(error))
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].year == self.year:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def _text(self, row: LedgerRow, column: LedgerColumn) -> str:
        match column.kind:
            case ColumnKind.LABEL:
                return row.label
            case ColumnKind.UNIT:
                return row.unit
            case ColumnKind.VALUE if column.year == self.year and row.carried is not None:
                return f"{Standing.CARRIED.glyph} {digits(row.carried)}"
            case ColumnKind.VALUE:
                return row.value_text(column.year)
            case ColumnKind.TREND:
                return ""
            case ColumnKind.CHANGE:
                return row.change
            case ColumnKind.DEPARTMENT:
                return row.department
            case ColumnKind.PLACES:
                return row.places
            case ColumnKind.STATE:
                return _state(row)

    def _own(self, row: LedgerRow, column: LedgerColumn, role: int) -> object:
        """Return what our own roles tell."""
        match role:
            case _ if role == KIND:
                return column.kind
            case _ if role == ROW:
                return row
            case _ if role == SORT:
                return sort_value(row, column)
            case _ if role == STANDING:
                return row.standing
            case _ if role == LAST:
                last = row.series[-2][1] if len(row.series) > 1 else None
                return "" if last is None else digits(last)
            case _:
                return None

    def _spoken(self, row: LedgerRow, column: LedgerColumn) -> str:
        if column.kind is ColumnKind.TREND:
            return spoken(row)
        if column.year == self.year and row.carried is not None:
            return f"上年{digits(row.carried)}，{Standing.CARRIED.value}"
        return self._text(row, column)

    def _editable(self, row: LedgerRow) -> str:
        if self.year in row.not_applicable:
            return Standing.NOT_APPLICABLE.value
        value = row.values.get(self.year, row.carried)
        return "" if value is None else quantity.plain(value)

    def _ink(self, row: LedgerRow, column: LedgerColumn) -> QColor | None:
        colours = theme.colours()
        if column.kind in (ColumnKind.UNIT, ColumnKind.PLACES):
            return QColor(colours.soft)
        if column.kind is ColumnKind.CHANGE and row.big_change:
            return QColor(colours.amber)
        if column.year == self.year and row.carried is not None:
            return QColor(colours.grey)
        return None


def spoken(row: LedgerRow) -> str:
    """Return the last years in words: 2022年41、2023年52."""
    return "、".join(f"{year}年{digits(value) or '没有数'}" for year, value in row.series)


def _columns(years: Sequence[int], year: int) -> tuple[LedgerColumn, ...]:
    """Return the columns; the current year is always among them."""
    shown = sorted({*years, year})
    return (
        LedgerColumn(ColumnKind.LABEL, "指标"),
        LedgerColumn(ColumnKind.UNIT, "单位"),
        *(LedgerColumn(ColumnKind.VALUE, str(one), one) for one in shown),
        LedgerColumn(ColumnKind.TREND, "五年"),
        LedgerColumn(ColumnKind.CHANGE, "增减"),
        LedgerColumn(ColumnKind.DEPARTMENT, "部门"),
        LedgerColumn(ColumnKind.PLACES, "用在"),
        LedgerColumn(ColumnKind.STATE, "状态"),
    )


def _alignment(column: LedgerColumn) -> Qt.AlignmentFlag:
    right = column.kind in (ColumnKind.VALUE, ColumnKind.CHANGE)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _state(row: LedgerRow) -> str:
    return state_colours.words(row.standing) if row.standing else "本年不用"


def _tip(row: LedgerRow, column: LedgerColumn) -> str | None:
    match column.kind:
        case ColumnKind.LABEL:
            return f"{row.label}：{row.definition}" if row.definition else row.label
        case ColumnKind.TREND:
            return spoken(row)
        case ColumnKind.DEPARTMENT:
            return row.department or None
        case ColumnKind.PLACES:
            return "\n".join(use.place for use in row.uses) or None
        case ColumnKind.STATE:
            return row.formula or None
        case _:
            return None


def sort_value(row: LedgerRow, column: LedgerColumn) -> Decimal | int | str | None:
    """Return what a column is sorted by; None stands last whatever the direction."""
    match column.kind:
        case ColumnKind.LABEL:
            return row.label
        case ColumnKind.UNIT:
            return row.unit or None
        case ColumnKind.VALUE:
            return row.values.get(column.year)
        case ColumnKind.TREND | ColumnKind.CHANGE:
            return row.change_value
        case ColumnKind.DEPARTMENT:
            return row.department or None
        case ColumnKind.PLACES:
            return row.places or None
        case ColumnKind.STATE:
            return _ORDER.index(row.standing) if row.standing else None
