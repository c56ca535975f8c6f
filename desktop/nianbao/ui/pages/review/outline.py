"""The outline of a review: what was found, and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.pages.review import looks
from nianbao.views.review.import_pages import ReviewNode, Sureness

NODE = Qt.ItemDataRole.UserRole
_ROW, _MARGIN, _INDENT = 30, 14, 16
_SQUARE, _GAP, _PADDING = 18, 8, 8  # px: for the square, before the count, above and below


class OutlineModel(QAbstractListModel):
    """The pages in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: Sequence[ReviewNode] = ()

    def show_nodes(self, nodes: Sequence[ReviewNode]) -> None:
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

    def __init__(self, outline: "OutlineList") -> None:
        super().__init__(outline)
        self._list = outline

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node: ReviewNode = index.data(NODE)
        title = self._title(node, self._list.viewport().width())
        return QSize(0, max(theme.px(_ROW), round(wrapped.height(title)) + theme.px(_PADDING)))

    def _title(self, node: ReviewNode, width: int) -> QTextLayout:
        """Return a title laid out in a line of some width: names go on in the next ones."""
        font = theme.interface_font(13, bold=node.level == 1)
        room = width - _left(node) - _note_width(node) - theme.px(_MARGIN + _GAP)
        return wrapped.whole(node.title, font, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: ReviewNode = index.data(NODE)
        colours = theme.colours()
        place: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.blue_ground))
            painter.fillRect(QRect(place.topLeft(), QSize(3, place.height())), QColor(colours.blue))
        self._square(painter, node, place.left() + _left(node) - theme.px(_SQUARE), place)
        doubtful = node.sureness is Sureness.DOUBTFUL or node.open_rows
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(colours.red if doubtful else colours.soft))
        within = place.adjusted(0, 0, -theme.px(_MARGIN), 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(within, align, _note(node))
        painter.setPen(QColor(colours.ink))
        title = self._title(node, place.width())
        top = place.top() + (place.height() - wrapped.height(title)) / 2
        title.draw(painter, QPointF(place.left() + _left(node), top))
        painter.restore()

    def _square(self, painter: QPainter, node: ReviewNode, left: int, place: QRect) -> None:
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


def _left(node: ReviewNode) -> int:
    """Return where a title begins, behind its square."""
    return theme.px(_MARGIN + _SQUARE + _INDENT * (node.level - 1))


def _note(node: ReviewNode) -> str:
    return node.note + ("　?" if node.open_rows else "")


def _note_width(node: ReviewNode) -> int:
    return round(QFontMetricsF(theme.interface_font(12)).horizontalAdvance(_note(node)))


class OutlineList(QListView):
    """The outline as a list; the arrow keys go through it."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_NodeDelegate(self))
        self.setAccessibleName("认出的部分和节")
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
