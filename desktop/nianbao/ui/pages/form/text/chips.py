"""Number chips inside text: how they are drawn, and the text that carries them as source."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot
from nianbao.ui.kit import state_colours, theme
from nianbao.ui.kit.texts import utf16
from nianbao.views.form.sheet import Chip

OBJECT = "\ufffc"  # the character that stands for a chip in the document
TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
SLOT = QTextFormat.Property.UserProperty.value + 1
SIZE = 13
_PADDING, _MARGIN = 6, 2
_HAN_MIDDLE = 0.4  # of the font's size above the baseline

Lookup = Callable[[Slot], Chip]


def words(chip: Chip) -> str:
    """Return what stands on a chip: glyph and text."""
    return f"{chip.standing.glyph} {chip.text}" if chip.standing else chip.text


def insert_source(cursor: QTextCursor, source: str) -> None:
    """Write a source at a cursor: its text as text, its slots as chips."""
    plain = QTextCharFormat()
    cursor.beginEditBlock()  # else the whole text is laid out again for each part
    for part in slots.parse(source):
        if isinstance(part, str):
            cursor.insertText(part, plain)
        else:
            cursor.insertText(OBJECT, chip_format(part))
            cursor.setCharFormat(plain)
    cursor.endEditBlock()


def chip_format(slot: Slot) -> QTextCharFormat:
    """Return the format of a chip's one character."""
    made = QTextCharFormat()
    made.setObjectType(TYPE)
    made.setProperty(SLOT, slot.source)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
    return made


def slot_of(form: QTextFormat) -> Slot | None:
    """Return the slot that a format carries."""
    source = form.property(SLOT)
    return next(slots.slots(source), None) if isinstance(source, str) else None


def slot_at(document: QTextDocument, position: int) -> Slot | None:
    """Return the slot of the chip that begins at a position."""
    if document.characterAt(position) != OBJECT:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return slot_of(cursor.charFormat())


def source_of(document: QTextDocument, start: int = 0, stop: int | None = None) -> str:
    """Return the source of a document, or of a stretch of it."""
    end = document.characterCount() - 1 if stop is None else stop
    written = []
    block = document.begin()
    while block.isValid() and block.position() <= end:
        if block.position() > start:
            written.append("\n")
        written += _fragments_source(block, start, end)
        block = block.next()
    return "".join(written)


def _fragments_source(block: QTextBlock, start: int, end: int) -> Iterator[str]:
    for fragment in fragments(block):
        first = max(start - fragment.position(), 0)
        last = max(min(end - fragment.position(), fragment.length()), 0)
        text = utf16.cut(fragment.text(), first, last)
        slot = slot_of(fragment.charFormat())
        if slot is None:
            yield slots.escape(text.replace(OBJECT, ""))
        else:  # chips of one slot side by side are one fragment
            yield slot.source * text.count(OBJECT)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the stretches of one format in a block."""
    step = block.begin()
    while not step.atEnd():
        yield step.fragment()
        step += 1


def positions(document: QTextDocument) -> Iterator[tuple[int, Slot]]:
    """Yield place and slot of every chip, year words included, in order."""
    block = document.begin()
    while block.isValid():
        for fragment in fragments(block):
            slot = slot_of(fragment.charFormat())
            if slot is not None:
                yield from ((fragment.position() + n, slot) for n in range(fragment.length()))
        block = block.next()


class ChipPainter(QPyTextObject):
    """Draws chips in a document. `placed` is told where each one was drawn, in the document."""

    def __init__(self, lookup: Lookup) -> None:
        super().__init__()
        self._lookup = lookup
        self.current = -1  # position of the chip that is framed
        self._drawn: dict[int, tuple[QRectF, QTextFormat]] = {}

    def intrinsicSize(
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,
    ) -> QSizeF:
        chip = self._chip(format)
        if chip.standing is None:
            metrics = QFontMetricsF(doc.defaultFont())
            return QSizeF(metrics.horizontalAdvance(chip.text), metrics.ascent())
        metrics = QFontMetricsF(theme.interface_font(SIZE))
        width = metrics.horizontalAdvance(words(chip)) + theme.px(2 * (_PADDING + _MARGIN))
        return QSizeF(width, QFontMetricsF(doc.defaultFont()).ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,
    ) -> None:
        place = painter.worldTransform().mapRect(QRectF(rect))
        self._drawn[posInDocument] = place, QTextFormat(format)
        ink = QColor(theme.colours().ink)
        self._draw(painter, QRectF(rect), doc, posInDocument, format, ink)

    def forget_drawn(self) -> None:
        """Begin anew with what is drawn."""
        self._drawn.clear()

    def draw_selected(self, painter: QPainter, cursor: QTextCursor, palette: QPalette) -> None:
        """Draw what is selected once more: Qt has laid the colour of the selection over it."""
        start, stop = cursor.selectionStart(), cursor.selectionEnd()
        for position, (place, form) in self._drawn.items():
            if start <= position < stop:
                painter.fillRect(place, palette.highlight())
                ink = palette.highlightedText().color()
                self._draw(painter, place, cursor.document(), position, form, ink)

    def _draw(
        self,
        painter: QPainter,
        place: QRectF,
        doc: QTextDocument,
        position: int,
        form: QTextFormat,
        ink: QColor,
    ) -> None:
        """Draw what stands at a position; `ink` is that of the words around."""
        chip = self._chip(form)
        if chip.standing is None:
            _draw_year(painter, place, doc, chip.text, ink)
        else:
            _draw_chip(painter, place, doc, chip, framed=position == self.current)

    def _chip(self, form: QTextFormat) -> Chip:
        slot = slot_of(form)
        assert slot is not None
        return self._lookup(slot)


def _draw_year(painter: QPainter, rect: QRectF, doc: QTextDocument, text: str, ink: QColor) -> None:
    painter.save()
    painter.setFont(doc.defaultFont())
    painter.setPen(ink)
    painter.drawText(rect.bottomLeft(), text)
    painter.setPen(QPen(QColor(theme.colours().soft), 1))
    below = rect.bottomLeft() + QPointF(0, theme.px(3))
    painter.drawLine(below, below + QPointF(rect.width(), 0))
    painter.restore()


def _draw_chip(
    painter: QPainter, rect: QRectF, doc: QTextDocument, chip: Chip, *, framed: bool
) -> None:
    assert chip.standing is not None
    ink, ground = theme.colours().of(state_colours.of(chip.standing))
    font = theme.interface_font(SIZE)
    metrics = QFontMetricsF(font)
    middle = rect.bottom() - doc.defaultFont().pixelSize() * _HAN_MIDDLE
    height = metrics.height() + theme.px(1)
    margin = theme.px(_MARGIN)
    shape = QRectF(rect.left() + margin, middle - height / 2, rect.width() - 2 * margin, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    missing = state_colours.of(chip.standing) is theme.StateColour.RED
    pen = QPen(ink, 1, Qt.PenStyle.DashLine) if missing else QPen(Qt.PenStyle.NoPen)
    painter.setPen(QPen(QColor(theme.colours().blue), 2) if framed else pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(shape, theme.px(5), theme.px(5))
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, words(chip))
    painter.restore()
