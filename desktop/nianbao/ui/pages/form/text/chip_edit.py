"""The editor of one text with chips: typed text, chips to be answered in place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme
from nianbao.ui.pages.form.text import chip_clipboard, chip_keeping, chips, printed_text
from nianbao.ui.pages.form.text.chip_field import ChipField
from nianbao.ui.pages.form.text.chip_text import ChipText

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAUSE = 350  # ms without a key, after which what was typed is saved
_LONGEST = 1500  # ms, after which it is saved although typing goes on
_KEPT = "文字删了，里面的{names}没有删。不要的，选中后按Ctrl+Delete（不再写这个数）。"
_CUT = "剪下的文字里有{names}，贴到别处就跟过去；不贴，请按Ctrl+Z找回。"


class ChipEdit(ChipText):
    """Text with chips. It never saves: it tells what the user did.

    A chip is an object: deleting, typing or pasting over it takes only the text. It goes when it
    is removed or cut, and that is told by `removed`.
    """

    edited = Signal()  # the text differs and no key was struck for a moment
    removed = Signal(str)  # figures left the text on purpose; the name of that
    answered = Signal(str, str)  # indicator, what was typed into its chip
    figure_in_hand = Signal(str)  # indicator of the chip at the caret, or nothing
    chip_selected = Signal(str)  # indicator of the chip that alone is selected, or nothing
    entered = Signal()  # the caret came in
    clicked = Signal(int)  # on a character of the printed text
    left = Signal(int)  # Tab behind the last open chip (1), Shift+Tab before the first (-1)
    told = Signal(str)  # one sentence on what was done
    moved_to = Signal(QRect)  # what the user looks at, in this widget

    def __init__(self, lookup: chips.Lookup, name: str, parent: QWidget | None = None) -> None:
        """Take what tells how a slot is shown, and what the text is called."""
        self._field: ChipField | None = None
        super().__init__(lookup, name, parent)
        self.setTabChangesFocus(False)
        self._figures = chip_keeping.count(self.document())
        self._selected_chip = ""
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.flush_text)
        self._steady = QTimer(self, interval=_LONGEST, singleShot=True)
        self._steady.timeout.connect(self.flush_text)
        self._may_lose = False  # whether the last change took something away or brought a chip
        self.document().contentsChange.connect(self._contents_changed)
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._selection_changed)

    def show_source(self, source: str) -> None:
        """Show a text anew; the caret stays where it was, as far as it can."""
        if source != self.source():
            self._close_field()
            self._pause.stop()
        super().show_source(source)
        self._figures = chip_keeping.count(self.document())

    def flush(self) -> None:
        """Tell at once what was typed, into an open chip too."""
        if self._field is not None:
            self._field.flush()
        self.flush_text()

    def flush_text(self) -> None:
        """Tell at once what was typed, if anything was; a chip that is being answered stays."""
        self._pause.stop()
        self._steady.stop()
        if self.source() != self._saved:
            self._saved = self.source()
            self.edited.emit()

    # --- chips

    def open_chips(self) -> list[int]:
        """Return the places of chips that somebody still has to answer."""
        return [at for at, chip in self._chips() if chip.standing and chip.standing.is_open]

    def answer(self, position: int, typed: str = "") -> None:
        """Open the field in which a chip is answered, at its place, with what was typed already."""
        slot = chips.slot_at(self.document(), position)
        if slot is None or slot.is_year:
            return
        self._close_field()
        self.set_caret(position)
        self._painter.in_hand = position
        self._field = ChipField(self._chip(slot), self.viewport())
        self._field.answered.connect(lambda text: self.answered.emit(slot.name, text))
        self._field.closed.connect(self._field_closed)
        self._field.moved.connect(self._to_open_chip)
        self._place_field(position)
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self._field.insert(typed)
        self.figure_in_hand.emit(slot.name)
        self.moved_to.emit(self._field.geometry())

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

    def answer_at(self, start: int, length: int) -> bool:
        """Open the chip that prints a stretch of the text; say whether it is one."""
        found = self._selected(start, length)
        at = chip_keeping.only_chip(found) if found is not None else None
        if at is not None:
            self.answer(at)
        return at is not None

    def remove_chip(self) -> bool:
        """Take the selected chip, or the one being answered, out of the text; say if there is."""
        cursor = self.textCursor()
        at = chip_keeping.only_chip(cursor)
        if at is None and self._field is not None:
            at = self.caret()
        slot = chips.slot_at(self.document(), at) if at is not None else None
        if at is None or slot is None:
            return False
        self._close_field()
        self.flush_text()
        with_chip = printed_text.stretch(self.document(), at, at + 1)
        self._take_away(with_chip.removeSelectedText, f"不再写{quoted(self._chip(slot).label)}")
        self.set_caret(at)
        return True

    def _take_away(self, change: Callable[[], object], name: str) -> None:
        """Change the text so that figures go, and tell by what name that is done."""
        self._figures.clear()
        change()
        self._figures = chip_keeping.count(self.document())
        self._pause.stop()
        self._saved = self.source()
        self.removed.emit(name)

    def place_in_hand(self) -> QRect:
        """Return where the field is that is open, or the caret, in this widget."""
        return self._field.geometry() if self._field is not None else self.cursorRect()

    def refuse(self, sentence: str) -> None:
        """Say in the open field why what was typed is not taken."""
        if self._field is not None:
            self._field.refuse(sentence)

    def accept_answer(self) -> None:
        """Close the field: what was typed is taken."""
        if self._field is not None:
            self._field.accept()

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

    # --- keys, mouse

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()  # the window undoes
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._to_open_chip(step)
            return
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Delete and self.remove_chip():
            return
        if self._enter(event) or self._delete(event) or self._type_over(event):
            return
        if event.matches(QKeySequence.StandardKey.Cut):
            self.cut_selection()
            return
        super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> bool:
        """Take Enter for the field of a chip, or for the end of a heading; say if it was that."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            at = chip_keeping.only_chip(self.textCursor())
            if at is None and not self.textCursor().hasSelection() and self._at_chip():
                at = self.caret()
            if at is not None:
                self.answer(at)
                return True
        if self._one_line and event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            self.flush()
            return True
        self._clear_way()
        return False

    def _delete(self, event: QKeyEvent) -> bool:
        """Delete text and leave its figures; a chip by itself is only selected."""
        doomed = chip_keeping.deleted_by(event, self.textCursor())
        if doomed is None or not chip_keeping.within(doomed):
            return False
        if chip_keeping.only_chip(doomed) is not None:
            self.setTextCursor(doomed)
            return True
        self.setTextCursor(doomed)
        self._clear_way()
        return True

    def _type_over(self, event: QKeyEvent) -> bool:
        """Answer a selected chip with the number typed; make way for any other text."""
        held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if held or not event.text() or not event.text().isprintable():
            return False
        at = chip_keeping.only_chip(self.textCursor())
        if at is not None and (event.text().isdecimal() or event.text() in "-－约近超"):
            self.answer(at, event.text())
            return True
        self._clear_way()
        return False

    def _clear_way(self) -> None:
        """Take the selected text away where figures are in it, so that typing cannot take them."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and chip_keeping.select_wanted(cursor):
            self.setTextCursor(cursor)  # what is typed comes in the place of 【待填：…】
            return
        if not chip_keeping.within(cursor):
            return
        if chip_keeping.only_chip(cursor) is not None:
            cursor.setPosition(cursor.selectionEnd())
            self.setTextCursor(cursor)
            return
        kept = chip_keeping.remove_text(cursor)
        self.setTextCursor(cursor)
        self.told.emit(_KEPT.format(names=self._names(kept)))

    def cut_selection(self) -> None:
        """Cut the selection; figures in it go along, and that is said."""
        cursor = self.textCursor()
        held = [slot for _, slot in chip_keeping.within(cursor)]
        if not held:
            self.cut()
            return
        self.copy()
        self.flush_text()
        self._take_away(cursor.removeSelectedText, f"剪切{self._names(held)}")
        self.told.emit(_CUT.format(names=self._names(held)))

    def label_of(self, name: str) -> str:
        """Return the label of a figure in the text, empty for one that is not there."""
        held = (slot for _, slot in chip_keeping.figures(self.document()) if slot.name == name)
        return next((self._chip(slot).label for slot in held), "")

    def _names(self, held: list[Slot]) -> str:
        """Return what some figures are called: “甲”, or 3个数据（甲、乙……）."""
        labels = list(dict.fromkeys(self._chip(slot).label for slot in held))
        if len(labels) == 1:
            return quoted(labels[0])
        return f"{len(labels)}个数据（{'、'.join(labels[:2])}{'等' if len(labels) > 2 else ''}）"

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self._clear_way()
        super().inputMethodEvent(event)

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

    # --- clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        source = chips.source_of(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        printed = "".join(printed_text.printed(source, self._chip))
        return chip_clipboard.copied(source, printed)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return chip_clipboard.accepts(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste chips as chips when they come from here, anything else as plain text."""
        self._clear_way()
        cursor = self.textCursor()
        text = chip_clipboard.pasted(source)
        cursor.removeSelectedText()
        chips.insert_source(cursor, text.replace("\n", "") if self._one_line else text)
        self.setTextCursor(cursor)

    # --- what changed

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field(self.caret())

    def _contents_changed(self, at: int, removed: int, added: int) -> None:
        """Note whether figures can have come or gone: to count them at every key takes too long."""
        last = min(at + added, self.document().characterCount() - 1)  # Qt counts the end along
        self._may_lose = self._may_lose or (
            removed > 0
            or chips.OBJECT in printed_text.stretch(self.document(), at, last).selectedText()
        )

    def _text_changed(self) -> None:
        if self._showing or self.textCursor().block().layout().preeditAreaText():
            return  # composing Chinese is not editing yet
        if self._may_lose:
            self._may_lose = False
            self._bring_back()
        self._pause.start()
        if not self._steady.isActive():
            self._steady.start()
        self.moved_to.emit(self.cursorRect())

    def _bring_back(self) -> None:
        """Put figures back that went with text in a way nobody asked for."""
        lost = self._figures - chip_keeping.count(self.document())
        if lost:
            self._showing = True
            chips.insert_source(self.textCursor(), "".join(lost.elements()))
            self._showing = False
        self._figures = chip_keeping.count(self.document())

    def _caret_moved(self) -> None:
        if self._showing or not self.hasFocus():
            return
        slot = chips.slot_at(self.document(), self.caret())
        self.figure_in_hand.emit(slot.name if slot and not slot.is_year else "")
        self.moved_to.emit(self.cursorRect())

    def _selection_changed(self) -> None:
        at = chip_keeping.only_chip(self.textCursor())
        slot = chips.slot_at(self.document(), at) if at is not None else None
        name = slot.name if slot is not None else ""
        if name != self._selected_chip:
            self._selected_chip = name
            self.chip_selected.emit(name)
