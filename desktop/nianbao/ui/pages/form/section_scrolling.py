"""What of a section is in sight: what is edited always, the rest as it was left."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from nianbao.desk.desk import Desk
from nianbao.ui.kit import theme
from nianbao.ui.pages.form.card.entry_acts import EntryActs, FigureActs
from nianbao.ui.pages.form.card.entry_card import EntryCard
from nianbao.ui.pages.form.section_view import SectionView

_LAID_OUT = 200  # ms without a change of height, after which a page is laid out
_MARGIN = 36  # px, that are seen above and below what is edited


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionState:
    """How a page was left: where the focus and the caret were, what was typed but not taken.

    `top` is the first piece that was seen, with the share of it that was above the window.
    """

    only_untouched: bool
    piece: str
    selected: tuple[int, int]
    in_text: bool
    in_grid: bool
    cell: tuple[int, int]
    cell_typed: tuple[int, str] | None
    chip_typed: tuple[int, str] | None
    top: tuple[str, float]


class SectionScrolling(SectionView):
    """Scrolls to what is edited or asked, as long as the page is still being laid out."""

    def __init__(self, desk: Desk, acts: EntryActs, figures: FigureActs) -> None:
        super().__init__(desk, acts, figures)
        self._revealing: Callable[[], object] | None = None
        self._laid_out = QTimer(self, interval=_LAID_OUT, singleShot=True)
        self._laid_out.timeout.connect(self._stop_revealing)
        self._is_quiet = False  # whether one such time has passed already
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._reveal_again())

    def _reveal(self, widget: QWidget, place: QRect) -> None:
        """Scroll so that a place of a widget can be seen: nothing is ever edited out of sight."""
        if not self._body.isAncestorOf(widget):
            return  # its card is gone
        margin = theme.px(_MARGIN)
        corner = widget.mapTo(self._body, place.topLeft())
        seen = QRect(corner, place.size()).adjusted(0, -margin, 0, margin)
        bar = self.verticalScrollBar()
        top, bottom = bar.value(), bar.value() + self.viewport().height()
        if seen.bottom() > bottom:
            bar.setValue(min(seen.bottom() - self.viewport().height(), seen.top()))
        elif seen.top() < top:
            bar.setValue(seen.top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is written when there is less room, as when a message comes."""
        super().resizeEvent(event)
        card = self._cards.get(self._current)
        if self._revealing is None and card is not None and card.text.hasFocus():
            self._keep_revealing(partial(self._reveal_caret, card))

    def _reveal_caret(self, card: EntryCard) -> None:
        if card is self._cards.get(card.card.piece):
            self._reveal(card.text, card.text.current_place())

    def _reveal_part(self, part: QWidget) -> None:
        """Show a part of a card that was opened, when it has its place."""
        QTimer.singleShot(0, part, lambda: self._reveal(part, part.rect()))

    def _reveal_card(self, card: EntryCard) -> None:
        """Show as much of a card as there is room for, and in any case where its caret is."""
        if card is self._cards.get(card.card.piece):
            self.ensureWidgetVisible(card, 0, theme.px(_MARGIN))
            self._reveal_caret(card)

    def _reveal_offer(self, card: EntryCard) -> None:
        if card is self._cards.get(card.card.piece):
            self._reveal(card.note, card.note.rect())
            self._reveal_caret(card)

    def _reveal_note(self, card: EntryCard) -> None:
        if card is not self._cards.get(card.card.piece) or card.note.note is None:
            return  # answered meanwhile
        card.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(card.note, card.note.rect())

    def _keep_revealing(self, act: Callable[[], object]) -> None:
        """Bring something into sight, now and as long as the page is still being laid out."""
        self._revealing = act
        QTimer.singleShot(0, self, self._reveal_again)

    def _reveal_again(self) -> None:
        if self._revealing is not None:
            self._is_quiet = False
            self._laid_out.start()
            self._revealing()

    def _stop_revealing(self) -> None:
        """Stop when a second time has passed too: on a slow machine the first is over at once."""
        if self._is_quiet:
            self._revealing = None
        else:
            self._is_quiet = True
            self._laid_out.start()

    # --- as it was left

    def view_state(self) -> SectionState:
        """Return what is shown and where the user is; a field gives up what is typed in it."""
        focus = QApplication.focusWidget()
        card = self._cards.get(self._current)
        in_text = card is not None and focus is not None and card.isAncestorOf(focus)
        cell = self.grid.table.currentIndex()
        cursor = card.text.textCursor() if card else None
        return SectionState(
            only_untouched=self._only_untouched,
            piece=self._current,
            selected=(cursor.anchor(), cursor.position()) if cursor else (0, 0),
            in_text=in_text,
            in_grid=focus is not None and self.grid.isAncestorOf(focus),
            cell=(cell.row(), cell.column()),
            cell_typed=self.grid.table.give_up(),
            chip_typed=card.text.give_up() if card else None,
            top=self._top(),
        )

    def restore_view(self, left: SectionState) -> None:
        """Show all as it was left."""
        if left.only_untouched is not self._only_untouched:
            self.show_only_untouched(yes=left.only_untouched)
        table = self.grid.table
        if left.cell[0] >= 0:
            table.setCurrentIndex(self._model.index(*left.cell))
        card = self._cards.get(left.piece)
        if card is not None:
            card.text.select_from(*left.selected)
        if left.in_grid:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not left.in_text:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if left.cell_typed is not None:
            table.type_again(*left.cell_typed)
        if card is not None and left.chip_typed is not None:
            card.text.type_again(*left.chip_typed)
        self._keep_revealing(partial(self._scroll_to, *left.top))

    def _top(self) -> tuple[str, float]:
        """Return the first piece that is seen, and which share of it is above the window."""
        top = self.verticalScrollBar().value()
        for piece, card in self._cards.items():
            place = card.mapTo(self._body, QPoint(0, 0)).y()
            if place + card.height() > top:
                return piece, (top - place) / max(1, card.height())
        return "", 0.0

    def _scroll_to(self, piece: str, share: float) -> None:
        """Put a share of a piece above the window; what is being edited is seen all the same."""
        if (card := self._cards.get(piece)) is not None:
            place = card.mapTo(self._body, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(round(place + share * card.height()))
        held = self._cards.get(self._current)
        focus = QApplication.focusWidget()
        if held is not None and focus is not None and held.isAncestorOf(focus):
            self._reveal_caret(held)
