"""The main page: outline at the left, the form in the middle, last year beside it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVarTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from nianbao.actions import editing
from nianbao.actions import findings as answers
from nianbao.actions.figures.doubts import Doubts
from nianbao.desk.changes import Changes
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine import clock
from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours
from nianbao.ui.pages.form.form_columns import FormColumns
from nianbao.ui.pages.form.headings import Headings
from nianbao.ui.pages.form.questions import Questions
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.pages.form.text.printed_text import Underline
from nianbao.ui.pages.form.walk import Walk
from nianbao.views.form import outline, sheet
from nianbao.views.form.findings import FindingShown
from nianbao.views.open_items import OpenItem, OpenItems, OpenKind
from nianbao.views.overview import Overview, overview

Given = TypeVarTuple("Given")
_FROM_THE_TEXT = "（光标在文字里，按Alt+1、Alt+2、Alt+3）"


class FormPage(FormColumns):
    """The form over a desk, and the walk through what is open in it."""

    message = Signal(str)  # what could not be done, in one sentence
    current_entry_changed = Signal(str)  # piece
    promise_chosen = Signal(str)  # id of a promise that is to be answered
    preview_wanted = Signal()
    part_wanted = Signal(str)  # a standard part that is to be put into the report
    coverage_wanted = Signal(object)  # something has no place in the text: a note asks about it

    def __init__(
        self, desk: Desk, saving: Saving | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, saving, parent)
        self._entry = ""
        self._open_items = OpenItems(())
        self._is_checked = False  # whether the checks have seen everything
        self.headings = Headings(
            desk, self.form, say=self.message.emit, go_to=self.go_to, leave=self._take_focus
        )
        self._above.addWidget(self.headings)
        self.walk = Walk()
        self._doubts = Doubts()
        self._questions = Questions(
            desk,
            rewrite=self._rewrite,
            answered=self._answered,
            refused=self.message.emit,
            add_part=self.part_wanted.emit,
        )
        self._connect()
        self.refresh()
        self.side.show_entry(self.form.first_entry())

    def _connect(self) -> None:
        self.heat.toggled.connect(self.toggle_untouched)
        self.outline.chosen.connect(self.show_section)
        self.outline.entry_dropped.connect(self._move_entry)
        self.form.current_entry_changed.connect(self._take_entry)
        self.form.current_figure_changed.connect(self._take_figure)
        self.form.section_chosen.connect(self.show_section)
        self.form.section_wanted.connect(self.ask_heading)
        self.outline.section_wanted.connect(self.ask_heading)
        self.outline.removal_wanted.connect(self.headings.remove)
        self.outline.edit_wanted.connect(self.go_to)
        self.form.untouched_wanted.connect(self.toggle_untouched)
        self.form.message.connect(self.message)
        self.side.jump.connect(self.form.go_to)
        self.side.finding_chosen.connect(partial(self.form.show_stretch, edit=False))
        self.side.edit_wanted.connect(partial(self.form.show_stretch, edit=True))
        self.side.accepted.connect(self._accept)
        self.side.ignored.connect(lambda shown: self._try(answers.ignore, shown.finding))
        self.side.restored.connect(lambda shown: self._try(answers.unignore, shown.finding))
        self.side.promise_chosen.connect(self.promise_chosen)
        self.side.coverage_wanted.connect(lambda: self.coverage_wanted.emit(None))
        self.side.findings_changed.connect(self._underline)
        self.next_bar.next_wanted.connect(self.next_step)
        self.next_bar.kind_chosen.connect(self._limit)
        self.next_bar.preview_wanted.connect(self.preview_wanted)
        self.form.place_clicked.connect(self.side.choose_finding)
        self.form.caret_at.connect(self._ask_here)
        self.side.confirmed.connect(lambda name: self._answer(editing.confirm, [name]))
        self.side.cleared.connect(lambda name: self._answer(editing.clear, name))
        self.side.computed.connect(lambda name: self._answer(editing.use_formula, name))
        gone = Standing.NOT_APPLICABLE.value
        self.side.not_applicable.connect(lambda name: self._answer(editing.answer, name, gone))
        self.side.left.connect(self.form.take_focus)
        self.side.renamed.connect(self._rename)

    def flush(self) -> None:
        """Save at once what was typed."""
        self.form.flush()

    # --- what is shown

    def refresh(self) -> None:
        """Show the desk anew."""
        self.form.refresh()
        is_draft = self._desk.is_draft()
        self.heat.setVisible(is_draft)
        self._due.setText(outline.due(self._desk.year, clock.today()))
        self._due.setVisible(bool(self._due.text()) and is_draft)
        self.next_bar.setVisible(is_draft)
        self.side.refresh()
        self.show_overview(overview(self._desk))

    def renew(self, changes: Changes) -> None:
        """Show what an action changed in the section that is shown, and beside it."""
        self._is_checked = False
        self.form.renew(changes)
        self.side.renew(changes)

    def show_overview(self, found: Overview) -> None:
        """Show what the checks say: how far the sections are, the findings, the next step."""
        self._is_checked = True
        self.outline.show_nodes(found.nodes)
        self.outline.select(self.form.section)
        self.heat.show_heat(found.heat)
        self.side.show_findings(found.findings)
        self._open_items = found.open_items
        self._show_left()

    def _catch_up(self) -> None:
        """Wait for the checks where the next step depends on them."""
        if not self._is_checked:
            self.show_overview(overview(self._desk))

    def show_section(self, section: str) -> None:
        """Show another page of the form."""
        self.form.show_section(section)
        self.outline.select(self.form.section)
        self.side.show_entry(self.form.first_entry())
        self.columns.fold()

    def go_to(self, piece: str, name: str = "") -> None:
        """Show a piece, and open the chip of a figure in it."""
        self.form.go_to(piece, name)
        self.outline.select(self.form.section)

    def toggle_untouched(self) -> None:
        """Show only entries that are 未动, or all again."""
        self.form.show_only_untouched(yes=not self.form.only_untouched)
        self.message.emit("只显示未动的条目，再点一次看全部。" if self.form.only_untouched else "")

    def next_finding(self, step: int = 1) -> None:
        """Go to the next finding, or the one before."""
        self.form.flush()
        self._catch_up()
        self.columns.unfold(self.right_column)
        self.side.next_finding(step)

    # --- one next step

    def next_step(self, step: int = 1) -> None:
        """Go to the next open thing of the report, or to the one before, ready to be answered."""
        self.form.flush()
        self._catch_up()
        self.form.ask("", None)
        item = self.walk.step(self._open_items, step, self._here())
        if item is None:
            self.message.emit("没有待办的了，可以定稿。")
        else:
            self._arrive(item)
        self._show_left()

    def _answered(self) -> None:
        """Go on after an answer; one that was given on another page is not shown here yet."""
        self._is_checked = self._is_checked and self.isVisible()
        self.next_step()

    def _here(self) -> str:
        """Return the piece that the user is at on the page that is shown."""
        piece = self._entry
        is_here = bool(piece) and sheet.page_of(self._desk.report, piece) == self.form.section
        return piece if is_here else self.form.first_piece()

    def _arrive(self, item: OpenItem) -> None:
        """Show an open item where it is answered."""
        shown = next((one for one in self.side.findings() if one.finding == item.finding), None)
        note = self._questions.note(item, shown)
        if item.promise:
            self.promise_chosen.emit(item.promise)
        elif not item.piece:
            self.columns.unfold(self.right_column)
            self.coverage_wanted.emit(note)
        elif item.figure and item.kind is not OpenKind.CHECK:
            self.form.go_to(item.piece, item.figure)
        elif item.kind is OpenKind.NEW:
            self.form.show_offer(item.piece, item.start, item.length)
        else:
            length = 0 if item.kind is OpenKind.UNDECIDED else item.length
            self.form.show_stretch(item.piece, item.start, length, edit=note is None)
            self.form.ask(item.piece, note)
        self.outline.select(self.form.section)
        self._entry = item.piece or self._entry

    def _ask_here(self, piece: str, place: int) -> None:
        """Ask what 【待核：…】 at the caret asks, while the text keeps the focus."""
        if self.form.is_asking(piece):
            return
        here = (one for one in self._open_items.of([OpenKind.CHECK], [piece]) if one.piece == piece)
        item = next((o for o in here if o.start <= place < o.start + o.length), None)
        note = self._questions.note(item, None) if item else None
        if note is not None:
            note = replace(note, reason=f"{note.reason}{_FROM_THE_TEXT}")
        self.form.mention(piece, note)

    def _rewrite(self, item: OpenItem) -> None:
        """Put the caret where something is to be changed by hand."""
        self.form.ask("", None)
        self.form.show_stretch(item.piece, item.start, item.length, edit=True)

    def _limit(self, word: str) -> None:
        self.walk.limit(word)
        if word:
            self.walk.last = None
            self.next_step()

    def continue_walk_of(self, other: "FormPage") -> None:
        """Walk on where another page was, and with what it was limited to."""
        self.walk = other.walk
        self.next_bar.limit(other.next_bar.chosen)
        self._show_left()

    def _show_left(self) -> None:
        self.next_bar.show_items(self._open_items, self.walk.place(self._open_items))

    # --- what is done

    def _take_entry(self, piece: str) -> None:
        self._entry = piece
        self.side.show_entry(piece)
        self.outline.select(self.form.section)
        self.current_entry_changed.emit(piece)

    def _take_figure(self, name: str) -> None:
        if name:
            self.side.show_entry(self.form.holder(name, self._entry))
            self.side.show_figure(name)

    def begin_rename(self) -> None:
        """Open the name of the current figure."""
        focus, tab = QApplication.focusWidget(), self.side.tab
        is_writing = focus is not None and self.form.isAncestorOf(focus)
        self.columns.unfold(self.right_column)
        if self.side.begin_rename():
            return
        self.side.show_tab(tab)
        self.message.emit("请先点选一个数，再改它的名称。")
        if is_writing:
            self.columns.fold()
            self.form.take_focus()

    def _rename(self, name: str, label: str) -> None:
        self.form.flush()
        try:
            kept = self._doubts.rename(self._desk, name, label)
        except NianbaoError as error:
            self.message.emit(str(error))
        else:
            self.side.show_figure(kept)
            self.form.take_focus()

    def _answer(self, act: Callable[[Desk, *Given], object], *given: *Given) -> None:
        """Do something to a figure from what is said of it; the button that did it goes."""
        self._try(act, *given)
        self.form.take_focus()

    def _move_entry(self, piece: str, section: str) -> None:
        home = sheet.page_of(self._desk.report, piece)
        if section != home:
            self._try(editing.move_to, piece, section)

    def ask_heading(self, section: str = "") -> None:
        """Ask for the title of a heading behind a section, the current one if none is named."""
        self.columns.fold()
        self.headings.ask(section)

    def _accept(self, shown: FindingShown) -> None:
        if shown.part:
            self.part_wanted.emit(shown.part)
        else:
            self._try(answers.accept, shown.finding)

    def _try(self, act: Callable[[Desk, *Given], object], *given: *Given) -> None:
        self.form.flush()
        try:
            act(self._desk, *given)
        except NianbaoError as error:
            self.message.emit(str(error))

    def _underline(self) -> None:
        places: dict[str, list[Underline]] = {}
        for shown in self.side.findings():
            if shown.length and not shown.ignored and not shown.on_chip:
                stretch = Underline(
                    start=shown.start,
                    length=shown.length,
                    colour=state_colours.of_severity(shown.finding.severity),
                )
                places.setdefault(shown.piece, []).append(stretch)
        self.form.underline(places)
        self._name_strips()
