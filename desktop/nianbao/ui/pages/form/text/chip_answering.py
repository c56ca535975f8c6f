"""A text with chips of which each can be answered in place, in a field of its own."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent

from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme
from nianbao.ui.pages.form.text import chip_keeping, chips
from nianbao.ui.pages.form.text.chip_field import ChipField
from nianbao.ui.pages.form.text.chip_text import ChipText


class ChipAnswering(ChipText):
    """Opens the field of a chip, and tells what was typed into it."""

    answered = Signal(str, str)  # indicator, what was typed into its chip
    current_figure_changed = Signal(str)  # indicator of the chip at the caret, or nothing
    left = Signal(int)  # Tab behind the last open chip (1), Shift+Tab before the first (-1)
    moved_to = Signal(QRect)  # what the user looks at, in this widget

    def __init__(self, lookup: chips.Lookup, name: str) -> None:
        """Take what tells how a slot is shown, and what the text is called."""
        self._field: ChipField | None = None
        super().__init__(lookup, name)

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
        self._painter.current = position
        self._field = ChipField(self._chip(slot), self.viewport())
        self._field.answered.connect(lambda text: self.answered.emit(slot.name, text))
        self._field.closed.connect(self._field_closed)
        self._field.moved.connect(self._to_open_chip)
        self._field.textChanged.connect(lambda _text: self._place_field(position))
        self._place_field(position)
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self._field.insert(typed)
        self.current_figure_changed.emit(slot.name)
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

    def give_up(self) -> tuple[int, str] | None:
        """Close an open field without taking it; return its place and what stands in it."""
        if self._field is None:
            return None
        found = self._painter.current, self._field.text()
        self._close_field()
        return found

    def type_again(self, position: int, typed: str) -> None:
        """Open the field of a chip with what stood in it."""
        self.answer(position)
        if self._field is not None and self._field.text() != typed:
            self._field.selectAll()
            self._field.insert(typed)

    def current_place(self) -> QRect:
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
        """Go from the current chip to the next open one, or say that there is none."""
        at = self._painter.current
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
        width = max(place.width(), self._field.needed())  # what is behind it stays readable
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
        self._painter.current = -1
        self.viewport().update()
        if field is not None:
            had_focus = field.hasFocus()
            field.deleteLater()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            field.hide()  # until it goes it would stand over the text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_field(self._painter.current)  # the caret may have gone on

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
