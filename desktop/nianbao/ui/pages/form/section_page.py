"""The form of one section: its figures, its entries, what it must contain."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from nianbao.actions import editing
from nianbao.desk.desk import Desk
from nianbao.desk.offers import Offer
from nianbao.errors import NianbaoError
from nianbao.report.model import EntryState
from nianbao.report.writing import slots
from nianbao.ui.kit.card_note import Note
from nianbao.ui.pages.form.card.card_parts import dragged_entry
from nianbao.ui.pages.form.card.entry_acts import EntryActs, FigureActs, PageHooks
from nianbao.ui.pages.form.card.entry_card import EntryCard
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.pages.form.section_scrolling import SectionScrolling
from nianbao.ui.pages.form.text.chip_edit import ChipEdit
from nianbao.views.form import sheet

_OF_ANY_TEXT = ("insert", "remove_figure", "take_in", "leave_out")  # headings and preface too


class SectionPage(SectionScrolling):
    """A page of the form over the desk. Every change is made through `editing` at once."""

    def __init__(self, desk: Desk, saving: Saving) -> None:
        hooks = PageHooks(
            flush=self.flush,
            go_to=self.go_to,
            put_caret=self.set_caret,
            say=self._say,
            offer=self._offer,
        )
        self._figures = FigureActs(desk, hooks.say)
        super().__init__(desk, EntryActs(desk, saving, hooks), self._figures)
        self.acts.offers.setParent(self)  # what it finds when the page is gone is thrown away
        self.grid.table.passed.connect(self._leave_grid)
        self.grid.table.current_figure_changed.connect(self.current_figure_changed)
        self.grid.table.moved_to.connect(partial(self._reveal, self.grid.table.viewport()))

    def _say(self, said: str) -> None:
        self.message.emit(said)  # a signal that cannot be named before Qt has made the page

    def _connect_card(self, card: EntryCard) -> None:
        text = card.text
        text.answered.connect(partial(self._answer, text))
        text.current_figure_changed.connect(self.current_figure_changed)
        text.clicked.connect(partial(self._clicked, card))
        text.caret_at.connect(partial(self._caret_at, card))
        text.left.connect(partial(self._leave_text, card.card.piece))
        text.told.connect(self.message)
        text.moved_to.connect(partial(self._reveal, text))
        card.entered.connect(self._set_current)
        card.opened.connect(self._reveal_part)
        text.edited.connect(partial(self.acts.offers.consider, card.card.piece))
        if not card.card.is_entry or card.card.state in (EntryState.REWRITTEN, EntryState.NEW):
            self.acts.offers.consider(card.card.piece)

    def _offer(self, piece: str, offer: Offer | None) -> None:
        """Show new numbers in the card of a piece, if it is still there."""
        if (card := self._made.get(piece)) is not None:
            card.offer(offer)
            if offer is not None and card.text.hasFocus():
                self._keep_revealing(partial(self._reveal_offer, card))

    def show_offer(self, piece: str, start: int, length: int) -> None:
        """Put the caret before new numbers of a piece, where what is offered of them is seen."""
        self.show_stretch(piece, start, length, edit=True)
        if (card := self._cards.get(piece)) is not None:
            self._keep_revealing(partial(self._reveal_offer, card))

    def _caret_at(self, card: EntryCard, place: int) -> None:
        self.caret_at.emit(card.card.piece, card.card.number_length + place)

    def is_asking(self, piece: str) -> bool:
        """Whether the card of a piece asks something that is being answered now."""
        card = self._cards.get(piece)
        return card is not None and card.note.hasFocus()

    def mention(self, piece: str, note: Note | None) -> None:
        """Ask something in the card of a piece while the text keeps the focus."""
        if (card := self._cards.get(piece)) is not None:
            card.ask(note)

    def _clicked(self, card: EntryCard, place: int) -> None:
        self.place_clicked.emit(card.card.piece, card.card.number_length + place)

    # --- what is current

    def go_to(self, piece: str, name: str = "") -> None:
        """Show a piece, and open the chip of a figure in it."""
        card = self._show_piece(piece)
        if card is None:
            return
        self._set_current(piece)
        if not (name and card.text.answer_figure(name)):
            card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep_revealing(partial(self._reveal_card, card))

    def _show_piece(self, piece: str) -> EntryCard | None:
        """Show the page of a piece and return its card, None when there is none."""
        page = sheet.page_of(self._desk.report, piece)
        if page != self._section or piece not in self._cards:
            self._only_untouched = False
            self.show_section(page)
        return self._cards.get(piece)

    def show_stretch(self, piece: str, start: int, length: int, *, edit: bool) -> None:
        """Show a stretch of the printed text of a piece; a figure is opened to be answered.

        With `edit` the caret goes before it; else it is selected and the focus stays where it is.
        """
        card = self._show_piece(piece)
        if card is None:
            return
        start = max(0, start - card.card.number_length)
        self._set_current(piece)
        if card.text.answer_at(start, length):
            return
        if edit and card.fields.open_at(start):
            self._reveal_part(card.fields)
            return
        card.text.select(start, length)
        if edit:
            card.text.set_caret(card.text.textCursor().selectionStart())
            card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep_revealing(partial(self._reveal_caret, card))

    def caret(self) -> tuple[str, int]:
        """Return the current piece and where the caret stands in it."""
        card = self._cards.get(self._current)
        return (self._current, card.text.caret()) if card else ("", 0)

    def take_focus(self) -> bool:
        """Give the focus back to the current piece; say whether there is one."""
        card = self._cards.get(self._current)
        if card is not None:
            card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return card is not None

    def set_caret(self, piece: str, place: int) -> None:
        """Put the caret where it was."""
        if (card := self._cards.get(piece)) is not None:
            self.go_to(piece)
            card.text.set_caret(place)

    def first_entry(self) -> str:
        """Return the first piece of the page with a text of its own, nothing for an empty page."""
        shown = [card.card for card in self._cards.values() if not card.card.is_heading]
        return shown[0].piece if shown else ""

    def holder(self, name: str, wanted: str) -> str:
        """Return the piece that holds a figure: the wanted one if it does, else the first."""
        holding = [
            card.card.piece
            for card in self._cards.values()
            if any(slot.name == name for slot in slots.slots(card.card.source))
        ]
        return wanted if wanted in holding or not holding else holding[0]

    def first_piece(self) -> str:
        """Return the first piece of the page, nothing for an empty page."""
        return next(iter(self._cards), "")

    def ask(self, piece: str, note: Note | None) -> None:
        """Ask something in the card of a piece, which takes the focus; in all others nothing."""
        for one, other in self._cards.items():
            other.ask(note if one == piece else None)
            if one != piece:
                other.text.clear_selection()
        card = self._cards.get(piece)
        if card is not None and note is not None:
            self._keep_revealing(partial(self._reveal_note, card))

    def act_on_entry(self, key: str) -> None:
        """Do to the current entry what a command of this key says."""
        card = self._cards.get(self._current)
        if card is None or not (card.card.is_entry or key in _OF_ANY_TEXT):
            self.message.emit("请先把光标放到一条里。")
            return
        card.act(key)

    def restore_next(self) -> None:
        """Take up again what this section no longer writes; of several, let one be chosen."""
        dropped = self._sheet.dropped if self._sheet is not None else ()
        if len(dropped) == 1:
            self.acts.restore(dropped[0].piece)
            return
        if not dropped:
            self.message.emit("这一节没有不再写的条目。")
            return
        line = self._foot.itemAt(0)
        if line is not None and (first := line.widget()) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(first)
        self.message.emit(f"这一节有{len(dropped)}条不再写的：Tab换一条，空格恢复。")

    def add_entry(self) -> None:
        """Put a new entry at the end of the section, or behind the current one."""
        if self._section in (sheet.FRONT, sheet.BACK):
            self.message.emit("这里不能新增条目。请先在左边选一节。")
            return
        card = self._cards.get(self._current)
        home = card.card.section if card and card.card.is_entry else self._home()
        after = self._current if card and card.card.is_entry else ""
        try:
            piece = editing.add(self._desk, home, after=after)
        except NianbaoError as error:
            self.message.emit(str(error))
            return
        self._rebuild()
        self.go_to(piece)

    @property
    def current_section(self) -> str:
        """The section that the current piece is in or is the heading of, else that of the page."""
        card = self._cards.get(self._current)
        return card.card.section if card is not None and card.card.section else self._section

    def _home(self) -> str:
        """Return the section that a new entry belongs to: the last one that is shown."""
        assert self._sheet is not None
        sections = [card.section for card in self._sheet.cards if card.section]
        return sections[-1] if sections else self._section

    def _set_current(self, piece: str) -> None:
        self._current = self._at_work = piece
        for one, card in self._cards.items():
            card.set_current(yes=one == piece)
        self.current_entry_changed.emit(piece)

    # --- what is done

    def _answer(self, text: ChipEdit, name: str, typed: str) -> None:
        try:
            self._figures.answer(name, typed)
        except NianbaoError as error:
            text.refuse(str(error))
            self.message.emit(str(error))
        else:
            text.accept_answer()
            self.message.emit("")  # what was doubtful was said again, or is another number now

    def _leave_grid(self, step: int) -> None:
        cards = list(self._cards.values())
        for card in cards if step > 0 else reversed(cards):
            if card.text.answer_first(step):
                self.ensureWidgetVisible(card)
                return
        self._say_end(step)

    def _leave_text(self, piece: str, step: int) -> None:
        pieces = list(self._cards)
        if piece not in pieces:
            return  # it went with the answer: the focus went where its card was
        at = pieces.index(piece)
        rest = pieces[at + 1 :] if step > 0 else pieces[:at][::-1]
        for other in rest:
            if self._cards[other].text.answer_first(step):
                self.ensureWidgetVisible(self._cards[other])
                return
        if step < 0 and self.grid.table.edit_open(-1, self._model.rowCount()):
            return
        self._say_end(step)

    def _say_end(self, step: int) -> None:
        """Say that no figure is left on this side, and how many are on the other one."""
        left = self.grid.table.count_open()
        side, other = ("后面", "前面") if step > 0 else ("前面", "后面")
        said = f"{side}没有要填的数了，{other}还有{left}个没填。" if left else "本节的数都填好了。"
        self.message.emit(said)

    # --- cards dragged to another place

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_entry(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged_entry(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_at(dragged_entry(event), event.position().toPoint())
        event.acceptProposedAction()

    def drop_at(self, piece: str, point: QPoint) -> None:
        """Move an entry to where it was dropped, within its own (sub)section."""
        moving = self._cards.get(piece)
        if moving is None:
            return
        place = self._body.mapFrom(self.viewport(), point).y()
        same = [c for c in self._cards.values() if c.card.section == moving.card.section]
        same = [c for c in same if c.card.is_entry]
        above = [c for c in same if c is not moving and c.geometry().center().y() < place]
        self.acts.move(piece, len(above) - same.index(moving))
