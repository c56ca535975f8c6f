"""The editor of one text with chips: typed text, chips to be answered in place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)

from nianbao.report.writing import listed
from nianbao.report.writing.text import quoted
from nianbao.ui.pages.form.text import chip_clipboard, chip_keeping, chips, printed_text
from nianbao.ui.pages.form.text.chip_answering import ChipAnswering

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAUSE = 350  # ms without a key, after which what was typed is saved
_LONGEST = 1500  # ms, after which it is saved although typing goes on
_KEPT = "文字删了，里面的{names}没有删。不要的，选中后按Ctrl+Del（不再写这个数）。"
_CUT = "剪下的文字里有{names}，贴到别处就跟过去；不贴，请按Ctrl+Z找回。"


class ChipEdit(ChipAnswering):
    """Text with chips. It never saves: it tells what the user did.

    A chip is an object: deleting, typing or pasting over it takes only the text. It goes when it
    is removed or cut, and that is told by `acted`.
    """

    edited = Signal()  # the text differs and no key was struck for a moment
    acted = Signal(str)  # figures came or went on purpose; the name of that
    chip_selected = Signal(str)  # indicator of the chip that alone is selected, or nothing
    entered = Signal()  # the caret came in
    clicked = Signal(int)  # on a character of the printed text
    caret_at = Signal(int)  # the character of the printed text at which the caret stands now
    told = Signal(str)  # one sentence on what was done

    def __init__(self, lookup: chips.Lookup, name: str) -> None:
        """Take what tells how a slot is shown, and what the text is called."""
        super().__init__(lookup, name)
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

    # --- chips that come and go

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
        self._do(with_chip.removeSelectedText, f"不再写{quoted(self._chip(slot).label)}")
        self.set_caret(at)
        return True

    def insert(self, source: str, name: str) -> None:
        """Put figures at the caret, and tell by what name that is done."""
        self._close_field()
        self.flush_text()
        self._clear_way()
        self._do(partial(chips.insert_source, self.textCursor(), source), name)

    def _do(self, change: Callable[[], object], name: str) -> None:
        """Change the text so that figures come or go, and tell by what name that is done."""
        self._figures.clear()
        change()
        self._figures = chip_keeping.count(self.document())
        self._pause.stop()
        self._saved = self.source()
        self.acted.emit(name)

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
        """Answer the chip that is selected or behind the caret with the number typed.

        Any other text takes the place of what is selected, but for the figures.
        """
        held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if held or not event.text() or not event.text().isprintable():
            return False
        at = chip_keeping.only_chip(self.textCursor())
        begins = "-－" + "".join(listed.approx().typed)
        if at is not None and (event.text().isdecimal() or event.text() in begins):
            self.answer(at, event.text())
            return True
        if event.text().isdecimal() and not self.textCursor().hasSelection() and self._at_chip():
            self.answer(self.caret(), event.text())  # in front of a number it would touch it
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
        self._do(cursor.removeSelectedText, f"剪切{self._names(held)}")
        self.told.emit(_CUT.format(names=self._names(held)))

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
        self.current_figure_changed.emit(slot.name if slot and not slot.is_year else "")
        self.moved_to.emit(self.cursorRect())
        self.caret_at.emit(printed_text.offset(self.document(), self.caret(), self._chip))

    def _selection_changed(self) -> None:
        at = chip_keeping.only_chip(self.textCursor())
        slot = chips.slot_at(self.document(), at) if at is not None else None
        name = slot.name if slot is not None else ""
        if name != self._selected_chip:
            self._selected_chip = name
            self.chip_selected.emit(name)
