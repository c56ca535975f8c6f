"""One entry of a section as a card: state, what can be decided, and its text with chips."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from nianbao.desk.offers import Offer
from nianbao.report.model import EntryState
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.card_note import Answer, CardNote, Note
from nianbao.ui.kit.chooser import Chooser
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.form.card import offers
from nianbao.ui.pages.form.card.card_parts import Handle, Title
from nianbao.ui.pages.form.card.element_fields import ElementFields
from nianbao.ui.pages.form.card.entry_acts import EntryActs
from nianbao.ui.pages.form.card.name_fields import NameFields
from nianbao.ui.pages.form.text.chip_edit import ChipEdit
from nianbao.ui.pages.form.text.chips import Lookup
from nianbao.ui.pages.form.text.printed_text import Underline
from nianbao.views.form.insertable import Insertable
from nianbao.views.form.sheet import Card

_COLOURS = {
    EntryState.UNTOUCHED: StateColour.GREY,
    EntryState.FIGURES_ONLY: StateColour.BLUE,
    EntryState.REWRITTEN: StateColour.GREEN,
    EntryState.NEW: StateColour.GREEN,
    EntryState.DROPPED: StateColour.GREY,
}


class EntryCard(QFrame):
    """A card. It shows what it is given and asks `acts` for everything."""

    entered = Signal(str)  # piece
    opened = Signal(QWidget)  # a part of the card that is to be seen

    def __init__(self, card: Card, lookup: Lookup, acts: EntryActs) -> None:
        super().__init__()
        self.card = card
        self._acts = acts
        self._title = Title()
        self._state = widgets.pill("", StateColour.GREY)
        self.text = ChipEdit(lookup, card.name)
        self.text.edited.connect(self._write)
        self.text.acted.connect(self._write)
        self.text.chip_selected.connect(self._chip_selected)
        self.text.entered.connect(lambda: self.entered.emit(self.card.piece))
        self.note = CardNote()
        self.note.left.connect(self._focus_text)
        self._chip_note: Note | None = None
        self._question: Note | None = None
        self._offer: Offer | None = None
        self._offered: Note | None = None
        self._names = NameFields()
        self._names.given.connect(self._take_in)
        self._names.left.connect(self._focus_text)
        self._chooser: Chooser | None = None
        self._insertable: list[Insertable] = []
        self.text.installEventFilter(self)
        if card.is_heading:
            self._lay_out_heading()
        else:
            self.setProperty("role", "card")
            self._layout = layout = widgets.column(self, margins=(13, 8, 13, 6), spacing=3)
            layout.addLayout(self._head())
            layout.addWidget(self.text)
            self.fields = ElementFields(card.fields, self._set_field)
            layout.addWidget(self.fields)
            self.fields.setVisible(bool(card.fields))
            layout.addWidget(self.note)
            layout.addWidget(self._names)
        self.show_card(card)

    def _lay_out_heading(self) -> None:
        """Number and title in one line, without a frame."""
        self.fields = ElementFields((), lambda *_: False)
        self._layout = outer = widgets.column(self, margins=(4, 6, 4, 0), spacing=4)
        layout = widgets.row(spacing=4)
        outer.addLayout(layout)
        outer.addWidget(self.note)
        outer.addWidget(self._names)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self._title.setFixedHeight(theme.px(29))  # of one line of the text
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._title.setContentsMargins(0, 0, 0, theme.px(2))  # level with the text
        self.text.set_heading(15)

    def set_page_heading(self) -> None:
        """Set it larger, as the heading of the whole page."""
        self.setContentsMargins(theme.px(-4), theme.px(-6), 0, 0)  # level with what is below
        theme.set_role(self._title, "title")
        self.text.set_heading(17)

    def show_card(self, card: Card) -> None:
        """Show the entry anew."""
        self.card = card
        self._title.setText(card.title)
        self._title.setToolTip(card.title)
        self._title.setVisible(bool(card.title))
        self.text.setAccessibleName(card.name)
        self.text.show_source(card.source)
        if len(card.fields) == len(self.fields.fields):
            self.fields.show_fields(card.fields)
        if not card.is_entry:
            return
        state, colour = _state(card)
        self._state.setVisible(bool(state))
        widgets.set_pill(self._state, state, colour)
        self._keep.setVisible(card.state is EntryState.UNTOUCHED)
        self._keep.setText("取消保留" if card.kept else "保留")
        for word, made in self._named.items():
            made.setAccessibleName(f"{word}：{card.name}")
        self._keep.setAccessibleName(f"{self._keep.text()}：{card.name}")

    def underline(self, stretches: Sequence[Underline]) -> None:
        """Underline stretches of what is printed; a heading prints its number first."""
        before = self.card.number_length
        self.text.underline([replace(one, start=one.start - before) for one in stretches])

    def set_read_only(self, *, yes: bool) -> None:
        """Let nothing be written; text that is all one field is written in that alone."""
        self.text.setReadOnly(yes or self.card.is_field)
        self.fields.set_read_only(yes=yes)

    def _set_field(self, name: str, typed: str) -> bool:
        self.text.flush_text()
        return self._acts.set_field(self.card.piece, name, typed)

    def set_current(self, *, yes: bool) -> None:
        """Show whether this is the entry being worked on."""
        if self.card.is_heading:
            return
        role = "card-current" if yes else "card"
        if self.property("role") != role:
            theme.set_role(self, role)

    def _head(self) -> QHBoxLayout:
        head = widgets.row()
        card = self.card
        if card.is_entry:
            head.addWidget(Handle(self, lambda: self.card.piece))
        head.addWidget(self._title)
        head.addWidget(self._state)
        head.addStretch(1)
        if not card.is_entry:
            self._state.hide()
            return head
        self._keep = widgets.button("保留", self._toggle_keep, "mini", tip="照去年的写，不再提醒")
        head.addWidget(self._keep)
        rewrite = widgets.button("改写", self.rewrite, "mini", tip="光标放到文字后面，接着改")
        drop = widgets.button("不再写", lambda: self._acts.drop(self.card.piece), "mini")
        more = self._more()
        self._named = {"改写": rewrite, "不再写": drop, "更多": more}
        for made in self._named.values():
            head.addWidget(made)
        return head

    def _more(self) -> QToolButton:
        more = QToolButton()
        more.setText("…")
        more.setProperty("role", "mini")
        more.setToolTip("更多")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction("上移　Alt+↑", lambda: self._acts.move(self.card.piece, -1))
        menu.addAction("下移　Alt+↓", lambda: self._acts.move(self.card.piece, 1))
        menu.addSeparator()
        menu.addAction("在光标处拆成两条　Ctrl+Enter", self.split)
        menu.addAction("与下一条合并", lambda: self._acts.merge(self.card.piece))
        menu.addSeparator()
        menu.addAction("插入数据……　Ctrl+I", self.insert)
        menu.addAction("不再写选中的数　Ctrl+Del", self._remove_chip)
        menu.addAction("换回去年文字", lambda: self._acts.as_last_year(self.card.piece))
        more.setMenu(menu)
        return more

    def act(self, key: str) -> None:
        """Do what the button or the line of the menu of this key does."""
        piece = self.card.piece
        acts: dict[str, Callable[[], object]] = {
            "keep": self._toggle_keep,
            "rewrite": self.rewrite,
            "drop": lambda: self._acts.drop(piece),
            "insert": self.insert,
            "remove_figure": self._remove_chip,
            "take_in": self._take_in,
            "leave_out": self._leave_out,
            "split": self.split,
            "merge": lambda: self._acts.merge(piece),
            "up": lambda: self._acts.move(piece, -1),
            "down": lambda: self._acts.move(piece, 1),
            "last_text": lambda: self._acts.as_last_year(piece),
        }
        acts[key]()

    def _remove_chip(self) -> None:
        if not self.text.remove_chip():
            self.text.told.emit("请先点选一个数，再选“不再写”。")

    def split(self) -> None:
        """Make two entries of this one, at the caret."""
        first, second = self.text.halves()
        if first.strip() and second.strip():
            self._acts.split(self.card.piece, first, second)
        else:
            self.text.told.emit("请先把光标放到文字中间要断开的地方，再拆成两条。")

    def _toggle_keep(self) -> None:
        act = self._acts.reconsider if self.card.kept else self._acts.keep
        act(self.card.piece)

    def rewrite(self) -> None:
        """Put the caret behind the text, to write on or to change it."""
        self._focus_text()
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _focus_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, act: str = "") -> None:
        self._acts.write(self.card.piece, self.text.source(), act)

    # --- notes

    def ask(self, note: Note | None) -> None:
        """Show a question about the entry below its text, or none."""
        self._question = note
        self._show_note()

    def _chip_selected(self, name: str) -> None:
        remove = Answer(key="Ctrl+Del", word="不再写这个数", run=self.text.remove_chip)
        said = f"{quoted(self.text.label_of(name))}：直接打数字就是填它，删字不会删掉它。"
        self._chip_note = (
            Note(text=said, answers=[remove], colour=StateColour.BLUE) if name else None
        )
        self._show_note()

    def offer(self, offer: Offer | None) -> None:
        """Offer new numbers of the text, as long as it is the text that was read."""
        if offer is not None and offer.source != self.text.source():
            return  # another look is under way
        same = offer == self._offer
        self._offer = offer
        self._offered = None
        if offer is not None:
            acts = {"accept": self._take_in, "rename": self._rename, "decline": self._leave_out}
            self._offered = offers.note(offer, **acts)
        if not same:
            self._names.hide()
        self._show_note()

    def _rename(self) -> None:
        if self._offer is not None and self._offer.numbers:
            self._names.open([(one.text, one.label) for one in self._offer.numbers])
            self.opened.emit(self._names)

    def _take_in(self, labels: list[str] | None = None) -> None:
        self.text.flush_text()
        if self._offer is None or not (self._offer.numbers or self._offer.years):
            self.text.told.emit("这一条里没有新认出的数。")
        elif self._acts.take_in(self._offer, labels):
            self._names.hide()
            self._focus_text()

    def _leave_out(self) -> None:
        self.text.flush_text()
        if self._offer is not None and self._acts.leave_out(self._offer):
            self._focus_text()

    def _show_note(self) -> None:
        self.note.show_note(self._chip_note or self._question or self._offered)

    # --- figures of the ledger

    def insert(self) -> None:
        """Let a figure of the ledger be chosen, and put it at the caret."""
        self._insertable = self._acts.insertable()
        if self._chooser is None:
            self._chooser = Chooser()
            self._chooser.closed.connect(self._focus_text)
            self._chooser.chosen.connect(self._insert)
            self._layout.addWidget(self._chooser)
        self._chooser.open("插入哪个数？", [one.shown for one in self._insertable], verb="插入")
        self.opened.emit(self._chooser)

    def _insert(self, at: int) -> None:
        chosen = self._insertable[at]
        self.text.insert(chosen.source, f"插入{quoted(chosen.label)}")
        self._focus_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of a note work while the text is being written."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds:
            answer = self.note.answer_to(event, inside=False)
            if answer is not None:
                if event.type() == QEvent.Type.KeyPress:
                    answer.run()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self.card.is_entry and alt and event.key() == Qt.Key.Key_Up:
            self._acts.move(self.card.piece, -1)
        elif self.card.is_entry and alt and event.key() == Qt.Key.Key_Down:
            self._acts.move(self.card.piece, 1)
        elif self.card.is_entry and control and event.key() == Qt.Key.Key_Return:
            self.split()
        else:
            super().keyPressEvent(event)


def _state(card: Card) -> tuple[str, StateColour]:
    if card.state is None:
        return "", StateColour.GREY
    if card.kept and card.state is EntryState.UNTOUCHED:
        return "√ 保留", StateColour.GREEN
    return card.state.value, _COLOURS[card.state]
