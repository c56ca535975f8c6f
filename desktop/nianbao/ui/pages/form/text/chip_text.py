"""A text with chips as it is shown: source in, source out, caret, waves, size and look."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip

from nianbao.report.writing import slots
from nianbao.report.writing.slots import Slot
from nianbao.ui.kit import theme
from nianbao.ui.pages.form.text import chips, printed_text
from nianbao.ui.pages.form.text.chip_anchors import ChipAnchors
from nianbao.ui.pages.form.text.printed_text import Underline
from nianbao.views.form.sheet import Chip

_SIZE, _LINE = 15, 29  # px: of the text, and from line to line
_SETTLED = 120  # ms without a change, after which the buttons over the chips follow


class ChipText(QTextEdit):
    """Shows a text with chips, as high as it needs."""

    def __init__(self, lookup: chips.Lookup, name: str) -> None:
        """Take what tells how a slot is shown, and what the text is called."""
        super().__init__()
        self._lookup = lookup
        self.setProperty("role", "text")
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)  # one undo for everything: the workspace's
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        self._painter = chips.ChipPainter(self._chip)
        self.document().documentLayout().registerHandler(chips.TYPE, self._painter)
        self.document().setDocumentMargin(0)
        self._known: dict[str, Chip] = {}
        self._saved = ""
        self._bold, self._size, self._one_line = False, _SIZE, False
        self._showing = False
        self._underlines: Sequence[Underline] = ()
        self._anchors = ChipAnchors(self.viewport(), self.answer)
        self._placing = QTimer(self, interval=_SETTLED, singleShot=True)
        self._placing.timeout.connect(self._place_anchors)
        self.textChanged.connect(self._placing.start)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._dress()

    def answer(self, position: int) -> None:
        """Do what pressing the chip at a place does."""
        raise NotImplementedError

    # --- what is shown

    def show_source(self, source: str) -> None:
        """Show a text anew; the caret stays where it was, as far as it can."""
        if source == self.source():
            self._saved = source
            if any(self._lookup(chip.slot) != chip for chip in self._known.values()):
                self.refresh_chips()
            else:
                self._describe()
            return
        self._known.clear()
        place = self.textCursor().position()
        self._showing = True
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(_block_format())
        chips.insert_source(cursor, source)
        self._showing = False
        self._saved = source
        self.set_caret(place)
        self._describe()
        self._show_underlines()

    def refresh_chips(self) -> None:
        """Show chips anew, because figures have changed."""
        self._known.clear()
        last = self.document().characterCount() - 1
        self.document().markContentsDirty(0, last)
        self.viewport().update()
        self._placing.start()
        self._describe()

    def source(self) -> str:
        """Return the text as source with slots."""
        return chips.source_of(self.document())

    def names(self) -> frozenset[str]:
        """Return the indicators of the chips that are shown."""
        return frozenset(slot.name for slot in slots.slots(self._saved))

    def halves(self) -> tuple[str, str]:
        """Return the source before and behind the caret."""
        at, document = self.textCursor().position(), self.document()
        return chips.source_of(document, 0, at), chips.source_of(document, at)

    def underline(self, stretches: Sequence[Underline]) -> None:
        """Underline stretches of the printed text, in place of those before."""
        self._underlines = stretches
        self._show_underlines()

    def caret(self) -> int:
        """Return where the caret stands."""
        return self.textCursor().position()

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere, as far as there is text."""
        place = min(position, self.document().characterCount() - 1)
        if "\udc00" <= self.document().characterAt(place) <= "\udfff":
            place -= 1  # never inside a character such as 𠮷
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def select_from(self, anchor: int, caret: int) -> None:
        """Select as a cursor did, the caret at the end that it was at."""
        self.set_caret(anchor)
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(caret, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def select(self, start: int, length: int) -> None:
        """Select a stretch of the printed text."""
        found = self._selected(start, length)
        if found is not None:
            self.setTextCursor(found)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    # --- chips

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.forget_drawn()
        super().paintEvent(event)
        cursor = self.textCursor()
        if cursor.hasSelection():
            painter = QPainter(self.viewport())
            self._painter.draw_selected(painter, cursor, self.palette())
            painter.end()

    def chip_rect(self, position: int) -> QRectF:
        """Return where a chip is drawn, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        left = self.cursorRect(cursor)
        cursor.setPosition(position + 1)
        right = self.cursorRect(cursor)
        if right.top() > left.top():  # the chip was taken to the next line
            return QRectF(0, right.top(), right.left(), right.height())
        return QRectF(left.left(), left.top(), right.left() - left.left(), left.height())

    def _chips(self) -> Iterator[tuple[int, Chip]]:
        for at, slot in chips.positions(self.document()):
            yield at, self._chip(slot)

    def _chip(self, slot: Slot) -> Chip:
        found = self._known.get(slot.source)
        if found is None:
            found = self._known[slot.source] = self._lookup(slot)
        return found

    def _place_anchors(self) -> None:
        shown = ((at, chip) for at, chip in self._chips() if chip.standing)
        self._anchors.place((at, chip, self.chip_rect(at)) for at, chip in shown)

    def _chip_under(self, point: QPoint) -> int | None:
        near = self.cursorForPosition(point).position()
        for at in (near, near - 1):
            slot = chips.slot_at(self.document(), at) if at >= 0 else None
            if slot and not slot.is_year and self.chip_rect(at).contains(point):
                return at
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._chip_under(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().event(event)

    def _explain(self, event: QHelpEvent) -> None:
        at = self._chip_under(event.pos())
        slot = chips.slot_at(self.document(), at) if at is not None else None
        if slot is None:
            QToolTip.hideText()
            return
        chip = self._chip(slot)
        assert chip.standing is not None
        lines = [f"{chip.label}：{chip.standing.value}"]
        if chip.last:
            lines.append(f"上年{chip.last}")
        QToolTip.showText(event.globalPos(), "\n".join(lines), self)

    # --- look

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def set_heading(self, size: int) -> None:
        """Set the text in bold, in a size in px at 100 %, as a heading in one line."""
        self._bold, self._size, self._one_line = True, size, True
        self._dress()

    def _dress(self) -> None:
        font = theme.text_font(self._size, bold=self._bold)
        if self.document().defaultFont() != font:
            self._set_font(font)
        self._fit()

    def _set_font(self, font: QFont) -> None:
        self._showing = True  # no text changes
        self.document().setDefaultFont(font)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(_block_format())
        self._showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._placing.start()

    def _fit(self) -> None:
        height = int(self.document().size().height()) + theme.px(2)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _describe(self) -> None:
        """Let screen readers read what is printed, with the state of each number."""
        self.setAccessibleDescription("".join(self._spoken()))

    def _spoken(self) -> Iterator[str]:
        for part in slots.parse(self._saved):
            if isinstance(part, str):
                yield part
            else:
                chip = self._chip(part)
                yield f"{chip.text}（{chip.standing.value}）" if chip.standing else chip.text

    def _show_underlines(self) -> None:
        if self.source() != self._saved:
            return  # the stretches are of what is saved; they come again when this is
        found = ((self._selected(one.start, one.length), one.colour) for one in self._underlines)
        waves = printed_text.underlined(
            (cursor, colour) for cursor, colour in found if cursor is not None
        )
        self.setExtraSelections([*printed_text.marks(self.document()), *waves])

    def _selected(self, start: int, length: int) -> QTextCursor | None:
        """Return a cursor that selects a stretch of the printed text, None for an empty one."""
        first, last = (
            printed_text.position(self._saved, max(0, offset), self._chip)
            for offset in (start, start + length)
        )
        return printed_text.stretch(self.document(), first, last) if first < last else None


def _block_format() -> QTextBlockFormat:
    made = QTextBlockFormat()  # in px, because fonts differ in the height they ask for
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    made.setLineHeight(theme.px(_LINE), fixed)
    return made
