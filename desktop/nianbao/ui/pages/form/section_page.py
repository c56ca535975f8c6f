"""The form of one section: its figures, its entries, what it must contain."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from nianbao.actions import editing, pasting
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.report import slots
from nianbao.report.slots import Slot
from nianbao.report.standing import EntryState, Standing
from nianbao.ui.kit import theme, widgets
from nianbao.ui.pages.form.chip_edit import ChipEdit
from nianbao.ui.pages.form.entry_card import ENTRY_MIME, Deeds, DroppedCard, EntryCard
from nianbao.ui.pages.form.figure_grid import FigureGrid
from nianbao.ui.pages.form.figure_model import FigureModel
from nianbao.ui.pages.form.heat_bar import HeatBar
from nianbao.ui.pages.form.printed_text import Underline
from nianbao.views.form import outline, sheet
from nianbao.views.form.sheet import Card, Chip, Sheet

_HEAT = 190  # px, of the section's own heat bar
_WITH_HEAT = 520  # px, from which on it is shown


class SectionPage(QScrollArea):
    """A page of the form over the desk. Every change is made through `editing` at once."""

    entry_in_hand = Signal(str)  # piece
    figure_in_hand = Signal(str)  # indicator
    place_clicked = Signal(str, int)  # piece, character of its printed text
    section_chosen = Signal(str)  # one of the sections of a part
    untouched_wanted = Signal()  # show only what is 未动, or all again
    message = Signal(str)  # what could not be done, in one sentence

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._section = sheet.FRONT
        self._sheet: Sheet | None = None
        self._has_heat = False
        self._shown_shape: tuple[object, ...] = ()
        self._only_untouched = False
        self._in_hand = ""
        self._at_work = ""  # the same, since only what is untouched is shown
        self._cards: dict[str, EntryCard] = {}
        self._underlines: dict[str, list[Underline]] = {}
        self.setWidgetResizable(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("本节内容")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._body.setProperty("role", "ground")
        self.setWidget(self._body)
        layout = widgets.column(self._body, margins=(16, 12, 16, 16), spacing=10)
        head = widgets.row(spacing=10)
        self._title = widgets.label("", "title", wrap=True)
        self._heading = QVBoxLayout()  # of the section, to be edited like its subheadings
        self.heat = HeatBar()
        self.heat.setFixedWidth(theme.px(_HEAT))
        self.heat.toggled.connect(self.untouched_wanted)
        head.addWidget(self._title, 1)
        head.addLayout(self._heading, 1)
        head.addWidget(self.heat)
        layout.addLayout(head)
        self._hint = widgets.label("", "hint", wrap=True)
        layout.addWidget(self._hint)
        self._model = FigureModel(self._set, self._paste)
        self.grid = FigureGrid(self._model)
        self.grid.table.passed.connect(self._leave_grid)
        self.grid.table.in_hand.connect(self.figure_in_hand)
        layout.addWidget(self.grid)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        layout.addLayout(self._list)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(theme.px(6))
        layout.addLayout(self._foot)
        layout.addStretch(1)

    # --- what is shown

    @property
    def section(self) -> str:
        """The page that is shown: a section's id, or FRONT or BACK."""
        return self._section

    def show_section(self, section: str) -> None:
        """Show another page of the form."""
        self.flush()
        self._section = section
        self._rebuild()
        self.verticalScrollBar().setValue(0)

    @property
    def only_untouched(self) -> bool:
        """Whether only entries are shown that are 未动."""
        return self._only_untouched

    def show_only_untouched(self, *, yes: bool) -> None:
        """Hide all entries but those that are 未动."""
        self._only_untouched, self._at_work = yes, ""
        self._rebuild()

    def refresh(self) -> None:
        """Show the desk anew; typed text is saved first, a field that is open stays."""
        for made in self._cards.values():
            made.text.flush_text()
        if self._sheet is None:
            self._rebuild()
            return
        new = sheet.sheet(self._desk, self._section)
        if self._shape(new) != self._shown_shape:
            self._rebuild()
            return
        self._sheet = new
        self._show_head(new)
        for card in (*self._shown_cards(new), *filter(None, [new.heading])):
            self._cards[card.piece].show_card(card)

    def underline(self, places: dict[str, list[Underline]]) -> None:
        """Underline stretches of the texts, by piece."""
        self._underlines = places
        for card in self._cards.values():
            card.underline(places.get(card.card.piece, []))

    def flush(self) -> None:
        """Save at once what was typed, in open fields too."""
        self.grid.table.flush()
        for card in self._cards.values():
            card.text.flush()

    def _rebuild(self) -> None:
        self.flush()  # a field would be given up half-way, when its card is gone already
        place = self.verticalScrollBar().value()
        held = self._hold()
        shown = sheet.sheet(self._desk, self._section)
        self._sheet, self._section = shown, shown.section
        self._shown_shape = self._shape(shown)
        self._body.setUpdatesEnabled(False)
        widgets.clear(self._list)
        widgets.clear(self._foot)
        widgets.clear(self._heading)
        self._cards = {}
        self._show_head(shown)
        if shown.heading is not None:
            self._add(shown.heading, self._heading).set_page_heading()
        for card in self._shown_cards(shown):
            self._add(card)
        for section, title in shown.below:
            go = widgets.button(title, partial(self.section_chosen.emit, section), "link")
            self._list.addWidget(go)
        for card in shown.dropped:
            self._foot.addWidget(DroppedCard(card, self._restore))
        if shown.section not in (sheet.FRONT, sheet.BACK):
            self._foot.addWidget(self._new_card())
        self._body.setUpdatesEnabled(True)
        self._take_hold(held)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _shown_cards(self, shown: Sheet) -> list[Card]:
        """Return the cards to be seen; one that is being worked on does not vanish under it."""
        if not self._only_untouched:
            return list(shown.cards)
        wanted = EntryState.UNTOUCHED
        return [c for c in shown.cards if c.state is wanted or c.piece == self._at_work]

    def _shape(self, shown: Sheet) -> tuple[object, ...]:
        """Return what decides which widgets the page has."""
        return (
            [(card.piece, card.section) for card in self._shown_cards(shown)],
            shown.heading and shown.heading.piece,
            [(card.piece, card.name) for card in shown.dropped],
            shown.below,
        )

    def _hold(self) -> tuple[str, int, int] | None:
        """Return the piece with the focus, which of all it is and its caret; take the focus."""
        focus = QApplication.focusWidget()
        for number, (piece, card) in enumerate(self._cards.items()):
            if focus is not None and card.isAncestorOf(focus):
                caret = card.text.caret()
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt chooses, anywhere
                return piece, number, caret
        return None

    def _take_hold(self, held: tuple[str, int, int] | None) -> None:
        """Give the focus back, to the next piece when the one that had it is gone."""
        if held is None or not self._cards:
            return
        piece, number, caret = held
        if piece not in self._cards:
            piece, caret = list(self._cards)[min(number, len(self._cards) - 1)], 0
        text = self._cards[piece].text
        text.set_caret(caret)
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heat()

    def _fit_heat(self) -> None:
        """Leave the line to the heading where there is no room for both."""
        self.heat.setVisible(self._has_heat and self.width() >= theme.px(_WITH_HEAT))

    def _show_head(self, shown: Sheet) -> None:
        self._title.setText(shown.title)
        self._title.setVisible(shown.heading is None)
        heat = outline.heat(self._desk, shown.section)
        self.heat.show_heat(heat)
        self._has_heat = any(heat.shares) and shown.heading is not None
        self._fit_heat()
        self._hint.setText(shown.hint)
        self._hint.setVisible(bool(shown.hint))
        self._model.show(shown.rows)
        self.grid.setVisible(bool(shown.rows))

    def _add(self, card: Card, layout: QVBoxLayout | None = None) -> EntryCard:
        made = EntryCard(card, self._chip, self._deeds())
        text = made.text
        text.answered.connect(partial(self._answer, text))
        text.figure_in_hand.connect(self.figure_in_hand)
        text.clicked.connect(partial(self._clicked, made))
        text.left.connect(partial(self._leave_text, card.piece))
        made.underline(self._underlines.get(card.piece, []))
        made.entered.connect(self._take_in_hand)
        self._cards[card.piece] = made
        (layout or self._list).addWidget(made)
        return made

    def _clicked(self, card: EntryCard, place: int) -> None:
        before = len(card.card.title) if card.card.is_heading else 0
        self.place_clicked.emit(card.card.piece, place + before)

    def _new_card(self) -> QWidget:
        frame, layout = widgets.card("card-new")
        line = widgets.row()
        line.addStretch(1)
        line.addWidget(widgets.button("＋ 新增一条", self.add_entry, "link"))
        line.addStretch(1)
        layout.addLayout(line)
        return frame

    # --- what is in hand

    def go_to(self, piece: str, name: str = "") -> None:
        """Show a piece, and open the chip of a figure in it."""
        page = sheet.page_of(self._desk.report, piece)
        if page != self._section or piece not in self._cards:
            self._only_untouched = False
            self.show_section(page)
        card = self._cards.get(piece)
        if card is None:
            return
        if not (name and card.text.answer_figure(name)):
            card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card, 0, theme.px(40)))

    def select(self, piece: str, start: int, length: int) -> None:
        """Select a stretch of the printed text of a piece."""
        self.go_to(piece)
        if (card := self._cards.get(piece)) is not None:
            card.text.select(start, length)

    def caret(self) -> tuple[str, int]:
        """Return the piece in hand and where the caret stands in it."""
        card = self._cards.get(self._in_hand)
        return (self._in_hand, card.text.caret()) if card else ("", 0)

    def take_focus(self) -> bool:
        """Give the focus back to the piece in hand; say whether there is one."""
        card = self._cards.get(self._in_hand)
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

    def next_open(self) -> None:
        """Go to the next figure of this page that somebody still has to answer."""
        table = self.grid.table
        if table.edit_open(1, None if table.hasFocus() else -1):
            return
        self._leave_grid(1)

    def add_entry(self) -> None:
        """Put a new entry at the end of the section, or behind the one in hand."""
        if self._section in (sheet.FRONT, sheet.BACK):
            self.message.emit("这里不能新增条目。请先在左边选一节。")
            return
        card = self._cards.get(self._in_hand)
        home = card.card.section if card and card.card.is_entry else self._home()
        after = self._in_hand if card and card.card.is_entry else ""
        piece = editing.add(self._desk, home, after=after)
        self._rebuild()
        self.go_to(piece)

    def _home(self) -> str:
        """Return the section that a new entry belongs to: the last one that is shown."""
        assert self._sheet is not None
        sections = [card.section for card in self._sheet.cards if card.section]
        return sections[-1] if sections else self._section

    def _take_in_hand(self, piece: str) -> None:
        self._in_hand = self._at_work = piece
        for one, card in self._cards.items():
            card.set_in_hand(yes=one == piece)
        self.entry_in_hand.emit(piece)

    # --- what is done

    def _chip(self, slot: Slot) -> Chip:
        return sheet.chip(self._desk.ledger, slot)

    def _paste(self, text: str, names: Sequence[str]) -> None:
        answers = pasting.answers(self._desk, text, names)
        editing.set_figures(self._desk, answers, source="粘贴")

    def _answer(self, text: ChipEdit, name: str, typed: str) -> None:
        try:
            self._set(name, typed)
        except NianbaoError as error:
            text.refuse(str(error))
            self.message.emit(str(error))
        else:
            text.accept_answer()

    def _set(self, name: str, typed: str) -> None:
        row = sheet.row(self._desk.ledger, name)
        if row.standing is Standing.CARRIED and typed.strip() == row.last:
            editing.confirm(self._desk, [name])
        else:
            editing.set_figure(self._desk, name, typed)

    def _deeds(self) -> Deeds:
        desk = self._desk
        return Deeds(
            keep=self._guarded(editing.keep),
            reconsider=self._guarded(editing.reconsider),
            drop=self._guarded(editing.drop),
            as_last_year=self._guarded(editing.as_last_year),
            merge=self._guarded(editing.merge),
            split=self._split,
            move=self._move,
            write=lambda piece, source: editing.write(desk, piece, source),
        )

    def _guarded(self, deed: Callable[[Desk, str], object]) -> Callable[[str], None]:
        """Return a deed that saves what was typed first and says why it cannot be done."""

        def done(piece: str) -> None:
            self.flush()
            try:
                deed(self._desk, piece)
            except NianbaoError as error:
                self.message.emit(str(error))

        return done

    def _move(self, piece: str, by: int) -> None:
        self.flush()
        editing.move(self._desk, piece, by)
        self.go_to(piece)

    def _split(self, piece: str, first: str, second: str) -> None:
        new = editing.split(self._desk, piece, first, second)
        self.set_caret(new, 0)

    def _restore(self, piece: str) -> None:
        self._guarded(editing.restore)(piece)
        self.go_to(piece)

    def _leave_grid(self, step: int) -> None:
        cards = list(self._cards.values())
        for card in cards if step > 0 else reversed(cards):
            if card.text.answer_first(step):
                self.ensureWidgetVisible(card)
                return
        self.message.emit("本节的数都填好了。")

    def _leave_text(self, piece: str, step: int) -> None:
        pieces = list(self._cards)
        at = pieces.index(piece)
        rest = pieces[at + 1 :] if step > 0 else pieces[:at][::-1]
        for other in rest:
            if self._cards[other].text.answer_first(step):
                self.ensureWidgetVisible(self._cards[other])
                return
        if step < 0 and self.grid.table.edit_open(-1, self._model.rowCount()):
            return
        self.message.emit("本节的数都填好了。")

    # --- cards dragged to another place

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        piece = event.mimeData().data(ENTRY_MIME).data().decode("utf-8")  # type: ignore[union-attr]
        self.drop_at(piece, event.position().toPoint())
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
        self._move(piece, len(above) - same.index(moving))
