"""The parts of the cards: a title, the grip, and the line of an entry that is written no longer."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.theme import StateColour
from nianbao.views.form.sheet import Card

ENTRY_MIME = "application/x-nianbao-entry"


def dragged_entry(event: QDropEvent) -> str:
    """Return the id of the entry that is dragged here, empty for anything else."""
    return bytes(event.mimeData().data(ENTRY_MIME).data()).decode("utf-8")


class Title(QLabel):
    """A name in one line, which ends in … where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strong")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(theme.px(40), whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment(), shown)


class Handle(QLabel):
    """The grip by which a card is dragged."""

    def __init__(self, card: QWidget, piece: Callable[[], str]) -> None:
        super().__init__("∷")
        self._card, self._piece = card, piece
        self._pressed: QPoint | None = None
        self.setProperty("role", "hint")
        self.setToolTip("拖动可改变次序，也可拖到左边别的节")
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < theme.px(6):
            return
        self._pressed = None
        drag = QDrag(self)
        data = QMimeData()
        data.setData(ENTRY_MIME, self._piece().encode("utf-8"))
        drag.setMimeData(data)
        drag.setPixmap(self._card.grab().scaledToWidth(theme.px(320)))
        drag.exec(Qt.DropAction.MoveAction)


class DroppedCard(QFrame):
    """A line that stands for an entry which is written no longer."""

    def __init__(self, card: Card, restore: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "card-new")
        layout = widgets.row(self, margins=(13, 4, 13, 4))
        layout.addWidget(widgets.pill("不再写", StateColour.GREY))
        name = widgets.label(card.name, "hint")
        layout.addWidget(name, 1)
        button = _restoring(card, restore)
        self.setFocusProxy(button)
        layout.addWidget(button)


def _restoring(card: Card, restore: Callable[[str], object]) -> QWidget:
    made = widgets.button("恢复", lambda: restore(card.piece), "mini")
    made.setAccessibleName(f"恢复：{card.name}")
    return made
