"""The outline of a review: what was found, and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.pages.review import looks
from nianbao.views.review.import_pages import Node, Sureness

NODE = Qt.ItemDataRole.UserRole
_ROW, _MARGIN, _INDENT = 30, 14, 16


class OutlineModel(QAbstractListModel):
    """The pages in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: Sequence[Node] = ()

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show an outline; the lines of one that is as long as before stay where they are."""
        if len(nodes) == len(self._nodes):
            self._nodes = nodes
            self.dataChanged.emit(self.index(0), self.index(len(nodes) - 1))
            return
        self.beginResetModel()
        self._nodes = nodes
        self.endResetModel()

    def row_of(self, page: str) -> QModelIndex:
        """Return where a page is in the list."""
        pages = [node.page for node in self._nodes]
        return self.index(pages.index(page)) if page in pages else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._nodes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._nodes[index.row()]
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{node.title}　{node.sureness.value}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            looks_ = f"，{node.open_rows}个数要看" if node.open_rows else ""
            return f"{node.title}，{node.sureness.value}，{node.note or '没有数'}{looks_}"
        return None


class _NodeDelegate(QStyledItemDelegate):
    """Draws a coloured square, the title and the count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE)
        colours = theme.colours()
        place: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.blue_ground))
            painter.fillRect(QRect(place.topLeft(), QSize(3, place.height())), QColor(colours.blue))
        left = place.left() + theme.px(_MARGIN + _INDENT * (node.level - 1))
        self._square(painter, node, left, place)
        note = node.note + ("　?" if node.open_rows else "")
        doubtful = node.sureness is Sureness.DOUBTFUL or node.open_rows
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(colours.red if doubtful else colours.soft))
        right = place.right() - theme.px(_MARGIN)
        width = painter.fontMetrics().horizontalAdvance(note)
        within = place.adjusted(0, 0, -theme.px(_MARGIN), 0)
        painter.drawText(within, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        painter.setFont(theme.interface_font(13, bold=node.level == 1))
        painter.setPen(QColor(colours.ink))
        start = left + theme.px(18)
        room = right - width - theme.px(8) - start
        title = painter.fontMetrics().elidedText(node.title, Qt.TextElideMode.ElideRight, room)
        text = QRect(start, place.top(), room, place.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _square(self, painter: QPainter, node: Node, left: int, place: QRect) -> None:
        """Draw how sure the place is; what is not sure is round, so that colour is not alone."""
        ink, _ = theme.colours().of(looks.of_sureness(node.sureness))
        side = theme.px(8)
        top = place.center().y() - side // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if node.sureness is Sureness.SURE:
            painter.drawRoundedRect(left, top, side, side, 2, 2)
        else:
            painter.drawEllipse(left, top, side, side)


class OutlineList(QListView):
    """The outline as a list; the arrow keys go through it."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_NodeDelegate(self))
        self.setAccessibleName("认出的部分和节")
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
