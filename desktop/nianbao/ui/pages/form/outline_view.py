"""The outline at the left: what is finished becomes quiet, what is open is counted."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.pages.form.card.card_parts import dragged_entry
from nianbao.views.form.outline import FormNode, Progress

NODE = Qt.ItemDataRole.UserRole + 1
_ROW, _LINE = 31, 18  # px, of a row with one line of text, and about of that line
_DEEPEST = 2  # levels that have a page of their own


class OutlineView(QTreeView):
    """The sections with their progress; entries can be dropped on one."""

    chosen = Signal(str)  # section, or FRONT or BACK
    entry_dropped = Signal(str, str)  # piece, section
    section_wanted = Signal(str)  # a new one behind this one
    removal_wanted = Signal(str)  # section
    edit_wanted = Signal(str)  # section: its heading is to be changed

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setProperty("role", "outline")
        self.setAccessibleName("提纲")
        self.setItemDelegate(_Delegate(self))
        self.header().hide()
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setMouseTracking(True)
        self._items: dict[str, QStandardItem] = {}
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._changed)
        self.selectionModel().selectionChanged.connect(self._selected)

    def show_nodes(self, nodes: tuple[FormNode, ...]) -> None:
        """Show the outline; the current line stays."""
        shown = list(_shown(nodes))
        if [node.section for node in shown] != list(self._items):
            current = self.section()
            self._quiet = True
            self._model.clear()
            self._items = {}
            for node in shown:
                item = QStandardItem()
                self._model.appendRow(item)
                self._items[node.section] = item
            self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            self._quiet = False
            self.select(current)
        for node in shown:
            item = self._items[node.section]
            item.setText(node.title)
            item.setToolTip(node.title)
            item.setData(_spoken(node), Qt.ItemDataRole.AccessibleTextRole)
            item.setData(node, NODE)

    def section(self) -> str:
        """Return the section of the current line."""
        node = self.currentIndex().data(NODE)
        return node.section if isinstance(node, FormNode) else ""

    def select(self, section: str) -> None:
        """Make a line the current one, without telling anybody."""
        item = self._items.get(section)
        if item is not None and section != self.section():
            self._quiet = True
            self.setCurrentIndex(item.index())
            self._quiet = False

    def _selected(self, selected: QItemSelection) -> None:
        """Follow a selection that was made from outside: a screen reader does not move the line."""
        if selected.indexes() and selected.indexes()[0] != self.currentIndex():
            self.setCurrentIndex(selected.indexes()[0])

    def _changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        node = current.data(NODE)
        if isinstance(node, FormNode) and not self._quiet:
            self.chosen.emit(node.section)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to a heading; by its key for the current line."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        node = index.data(NODE)
        if not isinstance(node, FormNode) or not node.takes_entries:
            return
        where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu(node).popup(where if by_key else event.globalPos())

    def menu(self, node: FormNode) -> QMenu:
        """Return the menu of a section."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        section = node.section
        made.addAction("在后面新增一节……", lambda: self.section_wanted.emit(section))
        made.addAction("改标题", lambda: self.edit_wanted.emit(section))
        remove = made.addAction("删去空标题", lambda: self.removal_wanted.emit(section))
        remove.setEnabled(node.progress is Progress.EMPTY)
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # a title may have another number of lines

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_entry(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged_entry(event) and self._target(event.position()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        section = self._target(event.position())
        if section:
            self.entry_dropped.emit(dragged_entry(event), section)
            event.acceptProposedAction()

    def _target(self, point: QPointF) -> str:
        """Return the section under the mouse that can take an entry."""
        node = self.indexAt(point.toPoint()).data(NODE)
        takes = isinstance(node, FormNode) and node.section in self._items and node.takes_entries
        return node.section if takes else ""


def _shown(nodes: tuple[FormNode, ...]) -> Iterator[FormNode]:
    for node in nodes:
        yield node
        if node.level < _DEEPEST:
            yield from node.children


def _spoken(node: FormNode) -> str:
    return f"{node.title}，{node.progress.value}，{node.said or '没有要填的'}"


class _Delegate(QStyledItemDelegate):
    """Paints a dot for the progress, the title, and what is open at the right."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = index.data(NODE)
        if not isinstance(node, FormNode):
            return QSize(theme.px(200), theme.px(_ROW))
        high = theme.px(_ROW + (4 if node.level == 1 else 0))
        width = self._view.viewport().width()
        if QFontMetrics(_font(node)).horizontalAdvance(node.short_title) > _room(node, width):
            title = wrapped.height(_title(node, width))  # what takes long is done for few
            high = max(high, round(title) + theme.px(_ROW - _LINE))
        return QSize(theme.px(200), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = index.data(NODE)
        if not isinstance(node, FormNode):
            return
        colours = theme.colours()
        place = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.blue_ground))
            painter.fillRect(place.adjusted(0, 0, theme.px(3) - place.width(), 0), colours.blue)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(colours.grey_ground))
        left = place.left() + _indent(node)
        middle = place.center().y() + 1
        _draw_dot(painter, QPointF(left + theme.px(5), middle), node.progress)
        painter.setFont(theme.interface_font(12))
        word = node.word
        alarm = node.progress is Progress.EMPTY
        painter.setPen(QColor(colours.red if alarm else colours.soft))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(0, 0, -theme.px(14), 0), flags, word)
        painter.setPen(QColor(colours.ink))
        title = _title(node, place.width())
        top = place.top() + (place.height() - wrapped.height(title)) / 2
        title.draw(painter, QPointF(left + theme.px(18), top))
        painter.restore()


def _indent(node: FormNode) -> int:
    return theme.px(14 if node.level == 1 else 30)


def _font(node: FormNode) -> QFont:
    return theme.interface_font(13.5, bold=node.level == 1)


def _room(node: FormNode, width: int) -> int:
    """Return how wide a title may be in front of what is open."""
    word = QFontMetrics(theme.interface_font(12)).horizontalAdvance(node.word) + theme.px(14)
    return width - _indent(node) - theme.px(18) - word - theme.px(6)


def _title(node: FormNode, width: int) -> QTextLayout:
    """Return a title laid out, over several lines where it is long."""
    return wrapped.whole(node.short_title, _font(node), _room(node, width))


def _draw_dot(painter: QPainter, middle: QPointF, progress: Progress) -> None:
    """Draw a full, half, empty or red ring."""
    colours = theme.colours()
    ink = {
        Progress.DONE: colours.green,
        Progress.HALF: colours.blue,
        Progress.NOT_BEGUN: colours.handle,
        Progress.EMPTY: colours.red,
    }[progress]
    radius = theme.px(9) / 2
    circle = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(QColor(ink), theme.px(2)))
    painter.setBrush(QColor(ink) if progress is Progress.DONE else QColor(colours.side))
    painter.drawEllipse(circle)
    if progress is Progress.HALF:
        painter.setBrush(QColor(ink))
        painter.drawPie(circle, 90 * 16, 180 * 16)
