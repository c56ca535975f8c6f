"""One page as a widget: painted as printed, with its numbers to point at and to click."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.pages.preview import faces
from nianbao.ui.pages.preview.pages import PaperPage, PaperSpot
from nianbao.ui.pages.preview.setting import SetStretch
from nianbao.views import preview

_NUMBER_BELOW = 397  # 7 mm
_THICK, _THIN = 20, 15  # twips: 0.35 mm, 0.25 mm


class PaperSheet(QWidget):
    """Page `number` of `count`, scaled to the width of the widget."""

    figure_chosen = Signal(str, str)  # piece, name
    piece_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.page = PaperPage(preview.geometry().page)
        self._number = self._count = 0
        self._spots: list[PaperSpot] | None = None
        self._hovered: SetStretch | None = None
        self._current: SetStretch | None = None

    def show_page(self, page: PaperPage, number: int, count: int) -> None:
        """Show a page; nothing is painted anew when it is the same."""
        if (page, number, count) == (self.page, self._number, self._count):
            return
        self.page, self._number, self._count = page, number, count
        self._spots = self._hovered = None
        self.setAccessibleName(f"第{number}页，共{count}页")
        self.setAccessibleDescription(page.text)
        self.update()

    def spots(self) -> list[PaperSpot]:
        """Return the numbers and marks of the page."""
        if self._spots is None:
            self._spots = self.page.spots()
        return self._spots

    def set_current(self, stretch: SetStretch | None) -> None:
        """Frame the number that the keyboard is at."""
        if stretch is not self._current:
            self._current = stretch
            self.update()

    def place_of(self, spot: PaperSpot) -> QRectF:
        """Return where the first line of a number stands in the widget."""
        paper = self.page.paper
        place = spot.places[0].translated(paper.left, paper.top)
        scale = self._scale
        return QRectF(
            place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale
        )

    @property
    def _scale(self) -> float:
        """Pixels to a twip."""
        return self.width() / self.page.paper.paper[0]

    def _at(self, point: QPointF) -> SetStretch | None:
        paper = self.page.paper
        return self.page.at(point / self._scale - QPointF(paper.left, paper.top))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.card))
        painter.setPen(QColor(colours.shadow))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.scale(self._scale, self._scale)
        painter.translate(self.page.paper.left, self.page.paper.top)
        self._draw_grounds(painter)
        painter.setPen(QColor(colours.ink))
        for row in [*self.page.rows, *self.page.foot]:
            row.paragraph.draw(painter, row.number, row.top)
        self._draw_rules(painter)
        self._draw_number(painter)
        painter.end()

    def _draw_grounds(self, painter: QPainter) -> None:
        """Draw what lies under the text: yellow under marks, blue under the number pointed at."""
        colours = theme.colours()
        for spot in self.spots():
            run, here = spot.stretch.run, spot.stretch
            near = here is self._hovered or here is self._current
            ground = colours.blue_ground if near and not run.mark else colours.mark
            for place in spot.places if near or run.mark else ():
                square = place.adjusted(0, place.height() * 0.14, 0, -place.height() * 0.14)
                painter.fillRect(square, QColor(ground))
                if near:
                    painter.setPen(QPen(QColor(colours.blue), theme.px(1) / self._scale))
                    if here is self._current:
                        painter.drawRect(square)
                    else:
                        painter.drawLine(square.bottomLeft(), square.bottomRight())

    def _draw_rules(self, painter: QPainter) -> None:
        """Draw the rules above, between and below the paragraphs of an imprint."""
        foot = self.page.foot
        for row in foot:
            if row.number == 0:
                width = _THICK if row is foot[0] else _THIN
                self._draw_rule(painter, row.top, width)
        if foot:
            self._draw_rule(painter, self.page.paper.height, _THICK)

    def _draw_rule(self, painter: QPainter, top: float, width: float) -> None:
        painter.setPen(QPen(QColor(theme.colours().ink), max(width, 1 / self._scale)))
        painter.drawLine(QPointF(0, top), QPointF(self.page.paper.text_width, top))

    def _draw_number(self, painter: QPainter) -> None:
        """Draw — 1 — at the outer side, one character in."""
        painter.setPen(QColor(theme.colours().ink))
        paper, number = self.page.paper, self.page.paper.number
        painter.setFont(faces.font(number.face, number.size, number.spacing))
        side = Qt.AlignmentFlag.AlignRight if self._number % 2 else Qt.AlignmentFlag.AlignLeft
        inside = paper.text_width - 2 * number.size
        place = QRectF(number.size, paper.height + _NUMBER_BELOW, inside, 2 * number.size)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignTop, f"— {self._number} —")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, found: SetStretch | None) -> None:
        if found is not None and not (found.run.slot_name or found.run.mark):
            found = None
        if found is not self._hovered:
            self._hovered = found
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.choose(found)

    def choose(self, stretch: SetStretch) -> None:
        """Say that somebody wants to go to where a stretch is written."""
        if stretch.run.slot_name:
            self.figure_chosen.emit(stretch.run.piece, stretch.run.slot_name)
        else:
            self.piece_chosen.emit(stretch.run.piece)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            said = words(found) if found is not None else ""
            if said:
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def words(stretch: SetStretch) -> str:
    """Return what to say of a number or a mark, nothing of other text."""
    run = stretch.run
    if run.slot_name:
        return f"{run.label}（点一下回到填写处）"
    return "还没有写好（点一下回到填写处）" if run.mark else ""
