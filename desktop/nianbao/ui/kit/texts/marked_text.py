"""A report's text to read, with the numbers in it marked as rounded stretches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import StateColour

_LINE_HEIGHT = 30  # px at 100 %
_GAP = "\u202f"  # a narrow space at which no line breaks, so that a mark has some air
_HAN_MIDDLE = 0.37  # of the font's size above the baseline
_HEIGHT = 1.5  # of the font's size


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A stretch of text. With a colour it is a mark, with a key it can be picked, marked or not."""

    text: str
    colour: StateColour | None = None
    key: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    stop: int
    colour: StateColour | None
    key: str


class MarkedText(QTextEdit):
    """Shows paragraphs and is as high as they are. A click on a mark picks it."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "text")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.px(2))
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._marks: list[_Mark] = []
        self._paragraphs: Sequence[Sequence[Chunk]] = ()
        self._current = ""
        theme.notifier().changed.connect(self._write_all)

    def show_paragraphs(self, paragraphs: Iterable[Sequence[Chunk]]) -> None:
        """Show other paragraphs."""
        self._paragraphs = list(paragraphs)
        self._write_all()

    def set_current(self, key: str) -> None:
        """Frame a mark; nothing for none."""
        self._current = key
        self.viewport().update()

    def place_of(self, key: str) -> QRectF:
        """Return where a mark is shown, in this widget; empty when it is not there."""
        shapes = [s for mark in self._marks if mark.key == key for s in self._shapes(mark)]
        return shapes[0] if shapes else QRectF()

    def _write_all(self) -> None:
        """Write the text anew, in today's colours and sizes."""
        self.clear()
        self.document().setDefaultFont(theme.text_font())
        self._marks = []
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(
            theme.px(_LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor.beginEditBlock()  # else the whole text is laid out again for each chunk
        for number, paragraph in enumerate(self._paragraphs):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            for chunk in paragraph:
                self._write(cursor, chunk)
        cursor.endEditBlock()
        self._fit()
        self.viewport().update()

    def _write(self, cursor: QTextCursor, chunk: Chunk) -> None:
        form = QTextCharFormat()
        form.setForeground(QColor(theme.colours().ink))
        if chunk.bold:
            form.setFontWeight(QFont.Weight.Bold)
        start = cursor.position()
        if chunk.colour is None:
            cursor.insertText(chunk.text, form)
            if chunk.key:
                self._marks.append(_Mark(start, cursor.position(), None, chunk.key))
            return
        form.setForeground(theme.colours().of(chunk.colour)[0])
        cursor.insertText(_GAP + chunk.text + _GAP, form)
        self._marks.append(_Mark(start, cursor.position(), chunk.colour, chunk.key))

    def _fit(self) -> None:
        height = ceil(self.document().size().height()) + 2 * self.frameWidth()
        if height != self.height():
            self.setFixedHeight(height)

    def _seen(self, place: QRect) -> Sequence[_Mark]:
        """Return the marks on the lines of a place, and perhaps some beside it."""
        around = QPoint(0, theme.px(_LINE_HEIGHT))
        first = self.cursorForPosition(QPoint(0, place.top()) - around).position()
        last = self.cursorForPosition(QPoint(self.width(), place.bottom()) + around).position()
        begin = bisect_left(self._marks, first, key=lambda mark: mark.stop)
        return self._marks[begin : bisect_right(self._marks, last, key=lambda mark: mark.start)]

    def _shapes(self, mark: _Mark) -> list[QRectF]:
        """Return the rounded shapes of a mark, one for each line that it touches."""
        block = self.document().findBlock(mark.start)
        layout = block.layout()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        size = self.document().defaultFont().pixelSize()
        height = size * _HEIGHT
        shapes = []
        start, stop = mark.start - block.position(), mark.stop - block.position()
        first_line = max(0, layout.lineForTextPosition(start).lineNumber())
        for number in range(first_line, layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(stop, line.textStart() + line.textLength())
            if first >= last:
                break
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            middle = line.position().y() + line.ascent() - size * _HAN_MIDDLE
            top = corner + QPointF(left, middle - height / 2)
            shapes.append(QRectF(top.x(), top.y(), right - left, height))
        return shapes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._seen(event.rect()):
            if mark.colour is None:
                continue
            ink, ground = theme.colours().of(mark.colour)
            pen = QPen(Qt.PenStyle.NoPen)
            if mark.colour is StateColour.RED:
                pen = QPen(ink, 1, Qt.PenStyle.DashLine)
            if mark.key and mark.key == self._current:
                pen = QPen(QColor(theme.colours().blue), 2)
            painter.setPen(pen)
            painter.setBrush(ground)
            for shape in self._shapes(mark):
                painter.drawRoundedRect(shape, theme.px(4), theme.px(4))
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        spot = event.position()
        for mark in self._seen(QRect(spot.toPoint(), QSize(1, 1))):
            if mark.key and any(shape.contains(spot) for shape in self._shapes(mark)):
                self.picked.emit(mark.key)
                return


def _x(found: object) -> float:
    """Return the x of cursorToX, which PySide gives with or without the cursor's place."""
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float)
    return x
