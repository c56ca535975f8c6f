"""The table of the plan: choices are drawn as segments, taken by a click or by 1, 2, 3."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from nianbao.ui.kit import state_colours, theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.newyear.lines import ABOUT, BECOMES, LINE, SEGMENTS, WHY, PlanModel, Segment
from nianbao.views.plan_lines import PlanLine

_ROW, _PAD, _HEIGHT, _SIZE = 33, 10, 22, 13
_LINES = 4  # that a cell has, at most
_LEFT, _RIGHT, _CHILD = 10, 6, 16  # px, beside the text of a cell, and before one below another
_BECOMES_LEAST, _BECOMES_MOST, _ABOUT_SHARE = 120, 336, 0.47


def _widths(segments: Sequence[Segment]) -> list[int]:
    metrics = QFontMetrics(theme.interface_font(_SIZE))
    return [metrics.horizontalAdvance(one.word) + theme.px(2 * _PAD) for one in segments]


def segment_places(cell: QRect, segments: Sequence[Segment]) -> Iterator[QRect]:
    """Yield where in a cell the segments are drawn."""
    left = cell.left() + theme.px(8)
    top = cell.center().y() - theme.px(_HEIGHT) // 2
    for width in _widths(segments):
        yield QRect(left, top, width, theme.px(_HEIGHT))
        left += width


class _AboutDelegate(QStyledItemDelegate):
    """Draws what a line is about, the point itself in bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PlanLine = index.data(LINE)
        _draw_ground(painter, option)
        place = QRect(option.rect).adjusted(theme.px(_LEFT), 0, -theme.px(_RIGHT), 0)
        if line.parent:
            place.setLeft(place.left() + theme.px(_CHILD))
        painter.save()
        painter.setPen(QColor(theme.colours().ink))
        text, bold = _about(line, place.width())
        _draw_lines(painter, place, text, [bold])
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: PlanLine = index.data(LINE)
        room = option.rect.width() - theme.px(_LEFT + _RIGHT) - theme.px(_CHILD) * bool(line.parent)
        text, bold = _about(line, room)
        return _size(text, room, [bold])


def _about(line: PlanLine, room: int) -> tuple[str, wrapped.Stretch]:
    """Return what a line is about, no more of its beginning than leaves room for it, and its point.

    The point is set bold.
    """
    plain = theme.interface_font(_SIZE)
    strong = QFont(plain)
    strong.setBold(True)
    spare = _LINES * room - QFontMetrics(strong).horizontalAdvance(line.text)
    lead = QFontMetrics(plain).elidedText(
        line.lead, Qt.TextElideMode.ElideLeft, max(theme.px(24), spare // 2)
    )
    is_bold = bool(line.lead or line.opens) or line.standing is None
    bold = (len(lead), len(lead) + len(line.text)) if is_bold else (0, 0)
    return f"{lead}{line.text}{line.tail}", bold


def _draw_lines(
    painter: QPainter, place: QRect, text: str, bold: Sequence[wrapped.Stretch] = ()
) -> None:
    """Draw a text over as many lines as it may have, in the middle of a place."""
    font = theme.interface_font(_SIZE)
    shown = wrapped.wrapped(text, font, place.width(), lines=_LINES, marks=bold)
    top = place.top() + (place.height() - wrapped.height(shown)) / 2
    shown.draw(painter, QPointF(place.left(), top))


def _size(text: str, room: int, bold: Sequence[wrapped.Stretch] = ()) -> QSize:
    """Return how high a cell is with a text in it."""
    font = theme.interface_font(_SIZE)
    shown = wrapped.wrapped(text, font, room, lines=_LINES, marks=bold)
    return QSize(0, max(theme.px(_ROW), round(wrapped.height(shown)) + theme.px(12)))


class _WhyDelegate(QStyledItemDelegate):
    """Draws the reason, quiet."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _draw_ground(painter, option)
        painter.save()
        painter.setPen(QColor(theme.colours().soft))
        place = QRect(option.rect).adjusted(theme.px(_LEFT), 0, -theme.px(_RIGHT), 0)
        _draw_lines(painter, place, index.data() or "")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _size(index.data() or "", option.rect.width() - theme.px(_LEFT + _RIGHT))


class _BecomesDelegate(QStyledItemDelegate):
    """Draws the choices side by side, the one that holds filled; a pill where there is none."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _draw_ground(painter, option)
        line: PlanLine = index.data(LINE)
        segments: list[Segment] = index.data(SEGMENTS)
        cell = QRect(option.rect)
        if not segments:
            colour = state_colours.of(line.standing) if line.standing else StateColour.GREY
            theme.draw_pill(
                painter, QRectF(cell.adjusted(theme.px(8), 0, 0, 0)), line.outcome, colour
            )
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.interface_font(_SIZE))
        places = list(segment_places(cell, segments))
        whole = QRectF(places[0].united(places[-1])).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(whole, theme.px(6), theme.px(6))
        painter.fillPath(shape, QColor(theme.colours().card))
        for segment, place in zip(segments, places, strict=True):
            self._draw(painter, shape, segment, place, first=place == places[0])
        painter.setPen(QPen(QColor(theme.colours().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.restore()

    def _draw(
        self, painter: QPainter, shape: QPainterPath, segment: Segment, place: QRect, *, first: bool
    ) -> None:
        colours = theme.colours()
        ink = QColor(colours.soft)
        if segment.chosen:
            ground = QColor(colours.blue)
            ink = QColor(colours.on_blue)
            if segment.colour:
                ink, ground = colours.of(segment.colour)
            inside = QPainterPath()
            inside.addRect(QRectF(place))
            painter.fillPath(shape.intersected(inside), ground)
        if not first:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(place.topLeft(), place.bottomLeft())
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, segment.word)


def _choices_width(index: Index) -> int:
    segments, line = index.data(SEGMENTS), index.data(LINE)
    return sum(_widths(segments)) if segments else round(theme.pill_width(line.outcome))


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    colours = theme.colours()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, QColor(colours.blue_ground if selected else colours.card))
    painter.setPen(QPen(QColor(colours.faint), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class PlanTable(QTableView):
    """The table. ↑↓ choose a row, 1, 2, 3 what becomes of it, 空格 shows the original."""

    current_row_changed = Signal()
    chosen = Signal()
    original_wanted = Signal()

    def __init__(self, model: PlanModel) -> None:
        super().__init__()
        self.plan = model
        self.setModel(model)
        self.setAccessibleName("哪些带过去")
        self.setProperty("role", "flat")
        self.setItemDelegateForColumn(ABOUT, _AboutDelegate(self))
        self.setItemDelegateForColumn(WHY, _WhyDelegate(self))
        self.setItemDelegateForColumn(BECOMES, _BecomesDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        theme.notifier().changed.connect(self.fit)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns today's sizes: where a line is too short, there are two."""
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW))
        becomes = self._becomes_width()
        self.setColumnWidth(BECOMES, becomes)
        room = self.viewport().width() - becomes
        self.setColumnWidth(ABOUT, round(room * _ABOUT_SHARE))
        self.resizeRowsToContents()

    def _becomes_width(self) -> int:
        """Return how wide the choices are, no wider than is of use."""
        indexes = (self.plan.index(row, BECOMES) for row in range(self.plan.rowCount()))
        wanted = max((_choices_width(one) for one in indexes), default=0) + theme.px(16)
        return min(max(wanted, theme.px(_BECOMES_LEAST)), theme.px(_BECOMES_MOST))

    def current_line(self) -> PlanLine | None:
        """Return the current line."""
        return self.plan.line(self.currentIndex().row())

    def set_current(self, row: int) -> None:
        """Select a row, as far as there is one."""
        if 0 <= row < self.plan.rowCount():
            self.setCurrentIndex(self.plan.index(row, ABOUT))

    def place_of(self, row: int, number: int) -> QPoint:
        """Return the middle of a choice of a row."""
        cell = self.plan.index(row, BECOMES)
        places = list(segment_places(self.visualRect(cell), cell.data(SEGMENTS)))
        return places[number].center()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_row_changed.emit()

    def _choose(self, row: int, number: int) -> bool:
        if not self.plan.choose(row, number):
            return False
        self.set_current(row)  # the rows may be new
        self.chosen.emit()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if index.isValid() and index.column() == BECOMES:
            places = segment_places(self.visualRect(index), index.data(SEGMENTS))
            for number, place in enumerate(list(places)):
                if place.contains(spot):
                    self._choose(index.row(), number)
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Space:
            self.original_wanted.emit()
        elif not (0 <= number < 9 and self._choose(self.currentIndex().row(), number)):
            super().keyPressEvent(event)
