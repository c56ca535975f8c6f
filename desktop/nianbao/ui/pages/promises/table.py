"""The table of promises: 1, 2 and 3 answer the current row, Enter says where."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nianbao.report import places
from nianbao.report.promise import PromiseState
from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.promises.model import LINE, PromiseColumn, PromiseModel
from nianbao.views.promises import PromiseLine, Suggestion

CHOICES = (PromiseState.DONE, PromiseState.PARTLY, PromiseState.NOT_DONE)
COLOURS = {
    PromiseState.DONE: StateColour.GREEN,
    PromiseState.PARTLY: StateColour.AMBER,
    PromiseState.NOT_DONE: StateColour.RED,
    PromiseState.OPEN: StateColour.GREY,
}
_KEYS = {
    Qt.Key.Key_1: PromiseState.DONE,
    Qt.Key.Key_2: PromiseState.PARTLY,
    Qt.Key.Key_3: PromiseState.NOT_DONE,
    Qt.Key.Key_0: PromiseState.OPEN,
    Qt.Key.Key_Delete: PromiseState.OPEN,
}
_ROW, _CHOICE, _CHOICE_HEIGHT = 70, 62, 26
_WIDTHS = {PromiseColumn.KIND: 66, PromiseColumn.STATUS: 3 * _CHOICE + 24, PromiseColumn.WHERE: 330}
_NARROW = 900  # px at 100 %, below which what was said needs the room of the others
_Suggest = Callable[[str], Sequence[Suggestion]]


class PromiseDelegate(QStyledItemDelegate):
    """Paints what was said over two lines and the three answers side by side."""

    def __init__(self, view: QTableView, suggest: _Suggest) -> None:
        super().__init__(view)
        self._suggest = suggest

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(_WIDTHS.get(PromiseColumn(index.column()), 200)), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PromiseLine = index.data(LINE)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inner = theme.px(8)
        place = QRectF(option.rect).adjusted(inner, theme.px(6), -inner, -theme.px(6))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match PromiseColumn(index.column()):
            case PromiseColumn.KIND:
                theme.draw_pill(
                    painter,
                    place,
                    line.kind,
                    StateColour.BLUE if line.is_plan else StateColour.GREY,
                )
            case PromiseColumn.SAID:
                _paint_said(painter, place, line)
            case PromiseColumn.STATUS:
                made = choices(QRectF(option.rect))
                for status, shape in sorted(made, key=lambda one: one[0] is line.status):
                    _paint_choice(painter, shape, status, holds=status is line.status)
            case PromiseColumn.WHERE:
                self._paint_where(painter, place, line)
        painter.restore()

    def _paint_where(self, painter: QPainter, place: QRectF, line: PromiseLine) -> None:
        colours = theme.colours()
        text, ink = line.where, colours.ink
        if not text:
            found = self._suggest(line.id)
            text = f"可能在：{found[0].place}" if found else "没有找到相近的条目"
            ink = colours.soft
        shown = wrapped.wrapped(text, theme.interface_font(13), place.width(), lines=2)
        painter.setPen(QColor(ink))
        top = place.center().y() - wrapped.height(shown) / 2
        shown.draw(painter, QRectF(place.left(), top, 1, 1).topLeft())

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QComboBox:
        field = QComboBox(parent)
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setAccessibleName("写在哪里，或说明")
        line: PromiseLine = index.data(LINE)
        if line.piece:
            field.addItem(line.where, line.piece)
        for one in self._suggest(line.id):
            if one.piece != line.piece:
                field.addItem(one.place, one.piece)
                tip = one.text[:200]
                field.setItemData(field.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        edit = field.lineEdit()
        assert edit is not None
        edit.setAccessibleName(field.accessibleName())
        edit.setPlaceholderText("选一条，或写几个字")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        line: PromiseLine = index.data(LINE)
        editor.setCurrentIndex(editor.findData(line.piece) if line.piece else -1)
        editor.setEditText(line.where)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        text, at = editor.currentText(), editor.currentIndex()
        if editor.itemText(at) != text:
            at = editor.findText(text)
        model.setData(index, editor.itemData(at) if at >= 0 else text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        height = editor.sizeHint().height()
        place = option.rect
        place.setTop(place.center().y() - height // 2)
        place.setHeight(height)
        editor.setGeometry(place)


def choices(cell: QRectF) -> list[tuple[PromiseState, QRectF]]:
    """Return where the three answers stand in a cell."""
    top = cell.center().y() - theme.px(_CHOICE_HEIGHT) / 2
    left = cell.left() + theme.px(10)
    size = theme.px(_CHOICE), theme.px(_CHOICE_HEIGHT)
    return [
        (status, QRectF(left + at * (size[0] - 1), top, *size)) for at, status in enumerate(CHOICES)
    ]


def _paint_choice(painter: QPainter, shape: QRectF, status: PromiseState, *, holds: bool) -> None:
    colours = theme.colours()
    ink, ground = colours.of(COLOURS[status])
    painter.setPen(QPen(ink if holds else QColor(colours.line), 1))
    painter.setBrush(ground if holds else QColor(colours.card))
    painter.drawRect(shape.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(ink if holds else QColor(colours.soft))
    painter.setFont(theme.interface_font(13, bold=holds))
    word = f"{status.glyph} {status.value}" if holds else status.value
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, word)


def _paint_said(painter: QPainter, place: QRectF, line: PromiseLine) -> None:
    colours = theme.colours()
    title = wrapped.wrapped(line.title, theme.interface_font(14, bold=True), place.width(), lines=1)
    painter.setPen(QColor(colours.ink))
    title.draw(painter, place.topLeft())
    top = place.top() + wrapped.height(title) + theme.px(1)
    text = line.text.replace("\n", "")
    rest = wrapped.wrapped(text, theme.interface_font(12), place.width(), lines=2)
    painter.setPen(QColor(colours.soft))
    rest.draw(painter, QRectF(place.left(), top, 1, 1).topLeft())


class PromiseTable(QTableView):
    """Keys and clicks that answer."""

    def __init__(self, model: PromiseModel, suggest: _Suggest) -> None:
        super().__init__()
        self._promises = model
        self.setModel(model)
        self.setItemDelegate(PromiseDelegate(self, suggest))
        self.setProperty("role", "flat")
        self.setAccessibleName(places.PROMISES)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(PromiseColumn.SAID, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.fit()
        theme.notifier().changed.connect(self.fit)

    def fit(self) -> None:
        """Fit rows and columns to today's zoom."""
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to what was said."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(_NARROW)
        self.setColumnHidden(PromiseColumn.KIND, narrow)
        where = 150 if narrow else _WIDTHS[PromiseColumn.WHERE]
        self.setColumnWidth(PromiseColumn.WHERE, theme.px(where))

    def flush(self) -> None:
        """Take what was typed into an open field, and close it."""
        if self.state() == QAbstractItemView.State.EditingState:
            for field in self.viewport().findChildren(QComboBox):
                self.commitData(field)
                self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the key that closes an editor comes here too
        index = self.currentIndex()
        status = _KEYS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if status is not None and plain and index.isValid():
            self._promises.answer(index, status)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and index.isValid():
            where = index.siblingAtColumn(PromiseColumn.WHERE)
            self.setCurrentIndex(where)
            self.edit(where)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == PromiseColumn.STATUS:
            for status, shape in choices(QRectF(self.visualRect(index))):
                if shape.contains(event.position()):
                    line = self._promises.line(index)
                    again = line is not None and line.status is status
                    self._promises.answer(index, PromiseState.OPEN if again else status)
