"""The editor of one text with chips: typed text, chips to be answered in place."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from nianbao.report import slots
from nianbao.report.slots import Slot
from nianbao.ui.kit import theme
from nianbao.ui.pages.form import chips, printed_text
from nianbao.ui.pages.form.chip_anchors import ChipAnchors
from nianbao.ui.pages.form.chip_field import ChipField
from nianbao.ui.pages.form.printed_text import Underline
from nianbao.views.form.sheet import Chip

SOURCE_MIME = "application/x-nianbao-source"
_SIZE, _LINE = 15, 29  # px: of the text, and from line to line
_PAUSE = 350  # ms without a key, after which what was typed is saved
_SETTLED = 120  # ms without a change, after which the buttons over the chips follow
_CONTROLS = {ord(c): None for c in map(chr, range(32)) if c not in "\t\n"}


class ChipEdit(QTextEdit):
    """Text with chips. It never saves: it tells what the drafter did."""

    edited = Signal()  # the text differs and no key was struck for a moment
    answered = Signal(str, str)  # indicator, what was typed into its chip
    figure_in_hand = Signal(str)  # indicator of the chip at the caret, or nothing
    entered = Signal()  # the caret came in
    clicked = Signal(int)  # on a character of the printed text
    left = Signal(int)  # Tab behind the last open chip (1), Shift+Tab before the first (-1)

    def __init__(self, lookup: chips.Lookup, name: str, parent: QWidget | None = None) -> None:
        """Take what tells how a slot is shown, and what the text is called."""
        super().__init__(parent)
        self._lookup = lookup
        self.setProperty("role", "text")
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)  # one undo for everything: the workspace's
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(False)
        self.viewport().setMouseTracking(True)
        self._painter = chips.ChipPainter(self._chip)
        self.document().documentLayout().registerHandler(chips.TYPE, self._painter)
        self.document().setDocumentMargin(0)
        self._known: dict[str, Chip] = {}
        self._saved = ""
        self._bold, self._size, self._one_line = False, _SIZE, False
        self._field: ChipField | None = None
        self._showing = False
        self._underlines: Sequence[Underline] = ()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.flush_text)
        self._anchors = ChipAnchors(self.viewport(), self.answer)
        self._placing = QTimer(self, interval=_SETTLED, singleShot=True)
        self._placing.timeout.connect(self._place_anchors)
        self.textChanged.connect(self._placing.start)
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._dress()

    # --- what is shown

    def show_source(self, source: str) -> None:
        """Show a text anew; the caret stays where it was, as far as it can."""
        self._known.clear()
        if source == self.source():
            self._saved = source
            self.refresh_chips()
            return
        self._close_field()
        place = self.textCursor().position()
        self._showing = True
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(_block_format())
        chips.insert_source(cursor, source)
        self._showing = False
        self._saved = source
        self._pause.stop()
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

    def select(self, start: int, length: int) -> None:
        """Select a stretch of the printed text."""
        found = self._selected(start, length)
        if found is not None:
            self.setTextCursor(found)

    def flush(self) -> None:
        """Tell at once what was typed, into an open chip too."""
        if self._field is not None:
            self._field.flush()
        self.flush_text()

    def flush_text(self) -> None:
        """Tell at once what was typed, if anything was; a chip that is being answered stays."""
        self._pause.stop()
        if self.source() != self._saved:
            self._saved = self.source()
            self.edited.emit()

    # --- chips

    def open_chips(self) -> list[int]:
        """Return the places of chips that somebody still has to answer."""
        return [at for at, chip in self._chips() if chip.standing and chip.standing.is_open]

    def answer(self, position: int) -> None:
        """Open the field in which a chip is answered, at its place."""
        slot = chips.slot_at(self.document(), position)
        if slot is None or slot.is_year:
            return
        self._close_field()
        self.set_caret(position)
        self._painter.in_hand = position
        chip = self._chip(slot)
        self._field = ChipField(chip, self.viewport())
        self._field.answered.connect(lambda typed: self.answered.emit(slot.name, typed))
        self._field.closed.connect(self._field_closed)
        self._field.moved.connect(self._to_open_chip)
        self._place_field(position)
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.figure_in_hand.emit(slot.name)

    def answer_first(self, step: int = 1) -> bool:
        """Open the first open chip, or the last one for -1; say whether there is any."""
        open_ = self.open_chips()
        if open_:
            self.answer(open_[0 if step > 0 else -1])
        return bool(open_)

    def answer_figure(self, name: str) -> bool:
        """Open the chip of an indicator; say whether there is one."""
        for at, slot in chips.positions(self.document()):
            if slot.name == name:
                self.answer(at)
                return True
        return False

    def refuse(self, sentence: str) -> None:
        """Say in the open field why what was typed is not taken."""
        if self._field is not None:
            self._field.refuse(sentence)

    def accept_answer(self) -> None:
        """Close the field: what was typed is taken."""
        if self._field is not None:
            self._field.accept()

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

    def _to_open_chip(self, step: int) -> None:
        """Go from the chip in hand to the next open one, or say that there is none."""
        at = self.caret()
        places = [place for place in self.open_chips() if (place - at) * step > 0]
        if places:
            self.answer(places[0] if step > 0 else places[-1])
        else:
            self._close_field()
            self.left.emit(step)

    def _place_field(self, position: int) -> None:
        if self._field is None:
            return
        place = self.chip_rect(position)
        width = max(place.width() + theme.px(24), theme.px(96))
        left = min(place.left(), max(0.0, self.viewport().width() - width))
        height = theme.px(28)
        top = place.center().y() - height / 2
        self._field.setGeometry(int(left), int(max(0.0, top)), int(width), height)

    def _place_anchors(self) -> None:
        shown = ((at, chip) for at, chip in self._chips() if chip.standing)
        self._anchors.place((at, chip, self.chip_rect(at)) for at, chip in shown)

    def _close_field(self) -> None:
        if self._field is not None:
            self._field.close_quietly()
            self._field_closed()

    def _field_closed(self) -> None:
        field, self._field = self._field, None
        self._painter.in_hand = -1
        self.viewport().update()
        if field is not None:
            had_focus = field.hasFocus()
            field.deleteLater()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys, mouse, clipboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()  # the window undoes
                return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._to_open_chip(step)
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._one_line and event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            self.flush()
            return
        if enter and event.modifiers() == Qt.KeyboardModifier.NoModifier and self._at_chip():
            self.answer(self.caret())
            return
        super().keyPressEvent(event)

    def _at_chip(self) -> bool:
        slot = chips.slot_at(self.document(), self.caret())
        return slot is not None and not slot.is_year

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self._chip_under(event.position().toPoint())
        if at is not None and not self.textCursor().hasSelection():
            self.answer(at)
        elif self._underlines:
            self.clicked.emit(printed_text.offset(self.document(), self.caret(), self._chip))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._chip_under(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _chip_under(self, point: QPoint) -> int | None:
        near = self.cursorForPosition(point).position()
        for at in (near, near - 1):
            slot = chips.slot_at(self.document(), at) if at >= 0 else None
            if slot and not slot.is_year and self.chip_rect(at).contains(point):
                return at
        return None

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

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        source = chips.source_of(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        data.setText("".join(printed_text.printed(source, self._chip)))
        data.setData(SOURCE_MIME, source.encode("utf-8"))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(SOURCE_MIME)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste chips as chips when they come from here, anything else as plain text."""
        cursor = self.textCursor()
        if source.hasFormat(SOURCE_MIME):
            data = bytes(source.data(SOURCE_MIME).data()).decode("utf-8", "replace")
            chips.insert_source(cursor, self._fitting(data))
        else:
            text = source.text().replace("\r\n", "\n").replace("\r", "\n")
            text = self._fitting(text.translate(_CONTROLS).strip("\n"))
            cursor.insertText(text, QTextCharFormat())
        self.setTextCursor(cursor)

    def _fitting(self, text: str) -> str:
        return text.replace("\n", "") if self._one_line else text

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush_text()

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
            self.document().setDefaultFont(font)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(_block_format())
            self._pause.stop()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._placing.start()
        if self._field is not None:
            self._place_field(self.caret())

    def _fit(self) -> None:
        height = int(self.document().size().height()) + theme.px(2)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _text_changed(self) -> None:
        if self._showing or self.textCursor().block().layout().preeditAreaText():
            return  # composing Chinese is not editing yet
        self._pause.start()

    def _caret_moved(self) -> None:
        if self._showing or not self.hasFocus():
            return
        slot = chips.slot_at(self.document(), self.caret())
        self.figure_in_hand.emit(slot.name if slot and not slot.is_year else "")

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
        found = ((self._selected(one.start, one.length), one.tone) for one in self._underlines)
        waves = printed_text.underlined(
            (cursor, tone) for cursor, tone in found if cursor is not None
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
