"""The pages over an open workspace, with the bar above and the line of states below them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from nianbao.actions import parts
from nianbao.desk.changes import Changes
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine import clock
from nianbao.ui.kit import widgets
from nianbao.ui.kit.card_note import Note
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.kit.jobs import Work
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.form.form_page import FormPage
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.pages.preview.export import ExportBar
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.report.checking import Checking
from nianbao.ui.shell.report.foot import Foot
from nianbao.ui.shell.report.previews import Previews
from nianbao.ui.shell.report.top_bar import TopBar
from nianbao.ui.shell.settings import LastPlace, Settings
from nianbao.views import open_items, promises
from nianbao.views.overview import Overview, overview

_Page = TypeVar("_Page", bound=Page)


class DeskPage(QWidget):
    """Shows one page at a time; each is made by its maker when it is first wanted.

    Made with its parent, it is styled once.
    """

    message = Signal(str)  # what could not be done, in one sentence
    notice = Signal(str)  # what was done
    find_wanted = Signal()
    template_wanted = Signal()
    own_template_wanted = Signal()
    place_changed = Signal()
    stepped = Signal()  # back or forward in the history, perhaps before all reports

    def __init__(
        self,
        desk: Desk,
        saving: Saving,
        work: Work,
        menu: QMenu,
        actions: Mapping[str, QAction],
        asking: Asking,
        makers: Mapping[str, Callable[["DeskPage"], Page]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.saving, self.work, self.asking = desk, saving, work, asking
        self._makers = makers
        self._place = page_ids.FORM
        self._pages: dict[str, Page] = {}
        self.bar = TopBar(menu, actions)
        self.export_bar = ExportBar(desk, work, asking.document)
        self._stack = QStackedWidget(self)
        self.foot = Foot()
        self._previews = Previews(desk, lambda: self.export_bar.template, self)
        self.form = FormPage(desk, saving, self._stack)
        self.checking = Checking(desk, self)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.export_bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.foot)
        self._put(page_ids.FORM, self.form)
        self._connect()
        self._show_saved()
        self.go(page_ids.FORM)

    def _connect(self) -> None:
        self.bar.go.connect(self.go)
        self.bar.find_wanted.connect(self.find_wanted)
        self.bar.year_chosen.connect(self.show_year)
        self._previews.failed.connect(self.message)
        self.form.message.connect(self.message)
        self.form.promise_chosen.connect(self._show_promise)
        self.form.preview_wanted.connect(lambda: self.go(page_ids.PREVIEW))
        self.form.coverage_wanted.connect(self._show_gap)
        self.form.part_wanted.connect(self.add_part)
        self.saving.failed.connect(self._show_saved)
        self.saving.saved.connect(self._show_saved)
        self.checking.found.connect(self._show_overview)
        self.checking.failed.connect(self.message)
        self.desk.changed = self.changed

    # --- what is shown

    @property
    def place(self) -> str:
        """Which page is shown."""
        return self._place

    def page(self, place: str) -> Page:
        """Return a page, made if need be."""
        if place not in self._pages:
            made = self._full_preview() if place == page_ids.PREVIEW else self._makers[place](self)
            self._put(place, made)
        return self._pages[place]

    def go(self, place: str) -> None:
        """Show another page, as the desk is now."""
        self.flush()
        page = self.page(place)
        self._place = place
        self._stack.setCurrentWidget(page)
        self.refresh()
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit()

    def refresh(self) -> None:
        """Show the desk anew on the page that is shown."""
        self.checking.stop()
        self.bar.show_desk(self.desk, self._place, self._last_step())
        self.export_bar.follow()
        self._show_tally()
        self._pages[self._place].refresh()
        self._show_counts(overview(self.desk))
        self._previews.show_soon()

    def changed(self, changes: Changes) -> None:
        """Show after an action what is different, and let it be checked."""
        self.saving.note(changes)
        self._show_saved()
        if self.desk.is_empty:
            return
        if changes == Changes.everything():
            self.refresh()
        else:
            self.bar.show_undo(self._last_step())
            self._show_tally()
            self._pages[self._place].renew(changes)
            self._previews.show_soon()
            self.checking.begin()
        self.place_changed.emit()

    def _last_step(self) -> str:
        done, _ = self.desk.steps()
        return done.name if done else ""

    def _show_tally(self) -> None:
        if self.desk.is_draft():
            self.bar.show_word(page_ids.PROMISES, promises.tally(self.desk).word)

    def _show_overview(self, found: Overview) -> None:
        self._pages[self._place].show_overview(found)
        self._show_counts(found)
        self._previews.show_now()

    def _show_counts(self, found: Overview) -> None:
        left = "往年报告"
        if self.desk.is_draft():
            self.bar.show_word(page_ids.COVERAGE, found.coverage.word)
            left = open_items.status(found.open_items)
        self.foot.show_state(found.length, left)

    def _show_saved(self) -> None:
        if self.desk.read_only:
            self.foot.show_read_only()
        elif self.saving.failure:
            self.foot.show_unsaved(self.saving.left)
        elif self.saving.left:
            self.foot.show_saving()
        else:
            self.foot.show_saved(f"{clock.local_now():%H:%M}")

    def show_year(self, unit: str, year: int) -> None:
        """Make another report the current one; not while texts of this one are not saved."""
        self.flush()
        if self.saving.unsaved and not self.saving.retry():
            self.message.emit("这一年还有文字没有存上，先不换年度。")
            return
        self.desk.show(unit, year)
        self.form.show_section("")
        self.refresh()
        self.place_changed.emit()

    def go_to(self, piece: str, name: str = "") -> None:
        """Show a piece of the report in the form, and open the chip of a figure in it."""
        self.go(page_ids.FORM)
        self.form.go_to(piece, name)

    def add_part(self, part: str = "") -> None:
        """Put a part into the report and go there: a standard one, or one still to be named."""
        self.flush()
        try:
            piece = parts.add(self.desk, part)
        except NianbaoError as error:
            self.message.emit(str(error))
            return
        self.go_to(piece)

    def _show_promise(self, promise: str) -> None:
        from nianbao.ui.pages.promises.page import PromisesPage

        self.go(page_ids.PROMISES)
        self._made(page_ids.PROMISES, PromisesPage).choose(promise)

    def _show_gap(self, note: Note | None) -> None:
        from nianbao.ui.pages.coverage.page import CoveragePage

        self.go(page_ids.COVERAGE)
        self._made(page_ids.COVERAGE, CoveragePage).ask(note)

    def ask_search(self, *, this_year: bool = False) -> None:
        """Let words be typed on the page of the search, which is shown."""
        from nianbao.ui.pages.search.panel import SearchPanel

        self._made(page_ids.SEARCH, SearchPanel).ask(this_year=this_year)

    def name_version(self) -> None:
        """Let a name be typed on the page of the versions, which is shown."""
        from nianbao.ui.pages.versions.panel import VersionsPanel

        self._made(page_ids.VERSIONS, VersionsPanel).name.setFocus()

    def rename_in_ledger(self) -> None:
        """Open the name of the current figure of the ledger, which is shown."""
        from nianbao.ui.pages.ledger.page import LedgerPage

        self._made(page_ids.LEDGER, LedgerPage).begin_rename()

    def jump(self, year: int, piece: str) -> None:
        """Show a piece of the report on a year."""
        if year != self.desk.year:
            self.show_year(self.desk.unit, year)
        self.go_to(piece)

    def show_beginning(self) -> None:
        """Show the whole report in the form."""
        self.form.show_section("")
        self.go(page_ids.FORM)

    def export(self) -> None:
        """Write the report as a Word document."""
        self.export_bar.export()

    def flush(self) -> None:
        """Save at once what was typed, on whatever page."""
        self.form.flush()
        self._pages[self._place].flush()

    def let_go(self) -> None:
        """Follow the desk no longer: this page is about to go."""
        self.desk.changed = lambda _: None
        self.bar.let_go()
        self.checking.stop()
        self.form.form.acts.offers.stop()
        self._previews.stop()

    def where(self) -> LastPlace:
        """Return where the user is, to the caret."""
        entry, caret = self.form.form.caret()
        return LastPlace(
            unit=self.desk.unit,
            year=self.desk.year,
            section=self.form.form.section,
            entry=entry,
            caret=caret,
        )

    def go_back_to(self, place: LastPlace) -> None:
        """Go where the user was, as far as it is still there."""
        if place.year in self.desk.years_of(place.unit):
            self.desk.show(place.unit, place.year)
        self.form.show_section(place.section)
        self.refresh()
        if place.entry:
            self.form.form.set_caret(place.entry, place.caret)

    def arrange(self, settings: Settings) -> None:
        """Lay the form page out as it was when it was left."""
        if settings.columns:
            self.form.columns.set_widths(settings.columns)
        self.form.side.show_tab(settings.side_tab)
        self.use_template(Path(settings.template) if settings.template else None)
        if settings.preview_beside:
            self.toggle_side_preview()

    def arranged(self, settings: Settings) -> Settings:
        """Return settings that know how the form page is laid out."""
        return replace(
            settings,
            columns=self.form.columns.widths,
            side_tab=self.form.side.tab,
            preview_beside=self.form.right_column.currentIndex() > 0,
        )

    def kept_in(self, settings: Settings) -> Settings:
        """Return settings that know where the user is, and how the pages are laid out."""
        path = str(self.desk.real_place)
        return self.arranged(settings).at(path, self.where())

    def use_template(self, template: Path | None) -> None:
        """Set and export the report by an office's own Word template, or by the program's own."""
        self.export_bar.template = template
        self._previews.show_soon()

    def toggle_side_preview(self) -> None:
        """Show the preview beside the form, or last year again."""
        self.go(page_ids.FORM)
        column = self.form.right_column
        if column.currentIndex() > 0:
            column.setCurrentIndex(0)
            self.place_changed.emit()
            return
        if column.count() == 1:
            page = self._previews.add(self.form.go_to, narrow=True)
            self.form.current_entry_changed.connect(page.view.reveal)
            column.addWidget(page)
        column.setCurrentIndex(1)
        self.form.columns.unfold(column)
        self._previews.show_now()
        self.place_changed.emit()

    # --- pages

    def _made(self, place: str, kind: type[_Page]) -> _Page:
        page = self.page(place)
        assert isinstance(page, kind)
        return page

    def _full_preview(self) -> Page:
        page = self._previews.add(self.go_to)
        page.export_wanted.connect(self.export)
        page.template_wanted.connect(self.template_wanted)
        page.own_template_wanted.connect(self.own_template_wanted)
        return page

    def _put(self, place: str, page: Page) -> None:
        self._pages[place] = page
        self._stack.addWidget(page)
