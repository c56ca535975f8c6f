"""One page of the form as widgets: heading, figures, entries, and what is written no longer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from nianbao.desk.changes import Changes
from nianbao.desk.desk import Desk
from nianbao.report.model import EntryState
from nianbao.report.writing.slots import Slot
from nianbao.ui.kit import theme, widgets
from nianbao.ui.pages.form.card.card_parts import DroppedCard
from nianbao.ui.pages.form.card.entry_acts import EntryActs, FigureActs
from nianbao.ui.pages.form.card.entry_card import EntryCard
from nianbao.ui.pages.form.grid.figure_grid import FigureGrid
from nianbao.ui.pages.form.grid.figure_model import FigureModel
from nianbao.ui.pages.form.heat_bar import HeatBar
from nianbao.ui.pages.form.text.printed_text import Underline
from nianbao.views.form import outline, sheet
from nianbao.views.form.sheet import Card, Chip, FormSheet

_HEAT = 190  # px, of the section's own heat bar
_WITH_HEAT = 520  # px, from which on it is shown
_LOW = 480  # px at 100 %, below which the figures are those still open
_CARD = 80  # px at 100 %, of the lowest card


class _Ground(QWidget):
    """What the cards lie on. It says when it, and with it what can be seen of them, is painted."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "ground")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class SectionView(QScrollArea):
    """The widgets of a page over the desk: heading, figures, cards. It shows and does not act."""

    current_entry_changed = Signal(str)  # piece
    current_figure_changed = Signal(str)  # indicator
    place_clicked = Signal(str, int)  # piece, character of its printed text
    caret_at = Signal(str, int)  # the same, of the place where the caret came to
    section_chosen = Signal(str)  # one of the sections of a part
    section_wanted = Signal()  # a new one, behind the current one
    untouched_wanted = Signal()  # show only what is 未动, or all again
    message = Signal(str)  # what could not be done, in one sentence

    def __init__(self, desk: Desk, acts: EntryActs, figures: FigureActs) -> None:
        super().__init__()
        self._desk, self.acts = desk, acts
        self._section = sheet.FRONT
        self._pages: list[str] = []  # of the report, when it was shown last
        self._sheet: FormSheet | None = None
        self._has_heat = False
        self._shown_shape: tuple[object, ...] = ()
        self._only_untouched = False
        self._current = ""
        self._at_work = ""  # the same, since only what is untouched is shown
        self._made: dict[str, EntryCard] = {}  # the cards of the page so far, by piece
        self._to_come: list[Card] = []  # the others
        self._foot_is_due = False  # whether these and what follows them are still to be made
        self._underlines: dict[str, list[Underline]] = {}
        self.setWidgetResizable(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("本节内容")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = _Ground()
        self._body.painted.connect(self._painted)
        self.setWidget(self._body)
        self._title = widgets.label("", "title", wrap=True)
        self._heading = QVBoxLayout()  # of the section, to be edited like its subheadings
        self.heat = HeatBar()
        self.heat.setFixedWidth(theme.px(_HEAT))
        self.heat.toggled.connect(self.untouched_wanted)
        self._hint = widgets.label("", "hint", wrap=True)
        self._model = FigureModel(figures.answer, figures.paste)
        self.grid = FigureGrid(self._model)
        self._list, self._foot = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self._list.setSpacing(theme.px(10))
        self._foot.setSpacing(theme.px(6))
        layout = widgets.column(self._body, margins=(16, 12, 16, 16), spacing=10)
        head = widgets.row(spacing=10)
        head.addWidget(self._title, 1)
        head.addLayout(self._heading, 1)
        head.addWidget(self.heat)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self.grid)
        layout.addLayout(self._list)
        layout.addLayout(self._foot)
        layout.addStretch(1)

    # --- what is shown

    @property
    def section(self) -> str:
        """The page that is shown: a section's id, or FRONT or BACK."""
        return self._section

    def show_section(self, section: str) -> None:
        """Show another page of the form; what is out of sight follows when the rest is painted."""
        self.flush()
        self._section = section
        self._rebuild(in_sight=True)
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
        self._flush_texts()
        self._show_anew(lambda *_: True)

    def renew(self, changes: Changes) -> None:
        """Show what an action changed, as far as it is on this page; see `refresh`."""
        self._flush_texts()
        if self._sheet is not None and self._shows(self._sheet, changes):
            self._show_anew(
                lambda made, now: now != made.card or changes.figures & made.text.names()
            )

    def _flush_texts(self) -> None:
        for made in self._cards.values():
            made.text.flush_text()

    def _show_anew(self, differs: Callable[[EntryCard, Card], object]) -> None:
        """Show the page as it is now: in the widgets it has, or in new ones where others are due.

        `differs` tells whether a card is to be shown anew as what it is now.
        """
        self._stay_near()
        new = sheet.sheet(self._desk, self._section)
        if self._sheet is None or self._shape(new) != self._shown_shape:
            self._rebuild()
            return
        self._sheet = new
        self._show_head(new)
        for card in (*self._shown_cards(new), *filter(None, [new.heading])):
            made, now = self._cards[card.piece], self.acts.saving.current(card)
            if differs(made, now):
                made.show_card(now)

    def _stay_near(self) -> None:
        """Go to the page before the one that is shown, when that is gone."""
        before, self._pages = self._pages, sheet.pages(self._desk.report)
        if self._section in before and self._section not in self._pages:
            ahead = before[: before.index(self._section)]
            self._section = next(one for one in reversed(ahead) if one in self._pages)

    @staticmethod
    def _shows(shown: FormSheet, changes: Changes) -> bool:
        """Whether a page shows anything of what has changed."""
        return (
            changes.report
            or changes.decisions
            or not changes.pieces.isdisjoint(shown.pieces)
            or any(row.name in changes.figures for row in shown.rows)
        )

    def underline(self, places: dict[str, list[Underline]]) -> None:
        """Underline stretches of the texts, by piece."""
        self._underlines = places
        for card in self._made.values():
            card.underline(places.get(card.card.piece, []))

    def flush(self) -> None:
        """Save at once what was typed, in open fields too."""
        self.grid.table.flush()
        for card in self._made.values():
            card.text.flush()
            card.fields.flush()

    @property
    def _cards(self) -> dict[str, EntryCard]:
        """The cards of the page by piece, in order."""
        self._complete()
        return self._made

    def _rebuild(self, *, in_sight: bool = False) -> None:
        """Make the page anew, at first only what is in sight of it if that is all that is asked."""
        self.flush()  # a field would be given up half-way, when its card is gone already
        place = self.verticalScrollBar().value()
        held = self._hold()
        self._stay_near()
        shown = sheet.sheet(self._desk, self._section)
        self._sheet, self._section = shown, shown.section
        self._shown_shape = self._shape(shown)
        self._body.setUpdatesEnabled(False)
        widgets.clear(self._list)
        widgets.clear(self._foot)
        widgets.clear(self._heading)
        self._made, self._to_come = {}, self._shown_cards(shown)
        self._show_head(shown)
        if shown.heading is not None:
            self._add(shown.heading, self._heading).set_page_heading()
        self._make(self.viewport().height() // theme.px(_CARD) + 1)
        self._foot_is_due = True
        if not (in_sight and self._to_come):
            self._complete()
        self._body.setUpdatesEnabled(True)
        self._take_hold(held)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _painted(self) -> None:
        if self._foot_is_due:
            QTimer.singleShot(0, self, self._complete)

    def _make(self, most: int) -> None:
        """Add the next cards of the page, as many as there are and no more than asked for."""
        now, self._to_come = self._to_come[:most], self._to_come[most:]
        for card in now:
            self._add(card)

    def _complete(self) -> None:
        """Add what the page does not have yet: cards, sections below, what is written no longer."""
        if not self._foot_is_due or self._sheet is None:
            return
        self._foot_is_due = False
        shown = self._sheet
        self._make(len(self._to_come))
        for section, title in shown.below:
            go = widgets.button(title, partial(self.section_chosen.emit, section), "link")
            self._list.addWidget(go)
        for card in shown.dropped:
            self._foot.addWidget(DroppedCard(card, self.acts.restore))
        if shown.section not in (sheet.FRONT, sheet.BACK):
            self._foot.addWidget(self._new_card())

    def _shown_cards(self, shown: FormSheet) -> list[Card]:
        """Return the cards to be seen; one that is being worked on does not vanish under it."""
        if not self._only_untouched:
            return list(shown.cards)
        wanted = EntryState.UNTOUCHED
        return [c for c in shown.cards if c.state is wanted or c.piece == self._at_work]

    def _shape(self, shown: FormSheet) -> tuple[object, ...]:
        """Return what decides which widgets the page has."""
        return (
            [(c.piece, c.section, len(c.fields), c.is_field) for c in self._shown_cards(shown)],
            shown.heading and shown.heading.piece,
            [(card.piece, card.name) for card in shown.dropped],
            shown.below,
        )

    def _hold(self) -> tuple[str, int, int] | None:
        """Return the piece with the focus, which of all it is and its caret; take the focus."""
        focus = QApplication.focusWidget()
        for number, (piece, card) in enumerate(self._made.items()):
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
        self.grid.set_low(low=self.viewport().height() < theme.px(_LOW))

    def _fit_heat(self) -> None:
        """Leave the line to the heading where there is no room for both."""
        self.heat.setVisible(self._has_heat and self.width() >= theme.px(_WITH_HEAT))

    def _show_head(self, shown: FormSheet) -> None:
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
        made = EntryCard(self.acts.saving.current(card), self._chip, self.acts)
        made.set_read_only(yes=bool(self._desk.read_only))
        self._connect_card(made)
        made.underline(self._underlines.get(card.piece, []))
        self._made[card.piece] = made
        (layout or self._list).addWidget(made)
        return made

    def _chip(self, slot: Slot) -> Chip:
        return sheet.chip(self._desk.ledger, slot)

    def _connect_card(self, card: EntryCard) -> None:
        """Listen to a card that was made."""
        raise NotImplementedError

    def add_entry(self) -> None:
        """Put a new entry into the section."""
        raise NotImplementedError

    def _new_card(self) -> QWidget:
        frame, layout = widgets.card("card-new")
        line = widgets.row()
        line.addStretch(1)
        line.addWidget(widgets.button("＋ 新增一条", self.add_entry, "link"))
        line.addSpacing(theme.px(24))
        line.addWidget(widgets.button("＋ 新增一节", self.section_wanted.emit, "link"))
        line.addStretch(1)
        layout.addLayout(line)
        return frame
