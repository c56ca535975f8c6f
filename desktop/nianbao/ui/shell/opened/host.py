"""What the parts of the window share: what is open, what is shown and said, what is remembered."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from nianbao.desk.desk import Desk
from nianbao.machine import installation
from nianbao.ui.kit import widgets
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.kit.dropped import DropTarget
from nianbao.ui.kit.jobs import Work, WorkBanner
from nianbao.ui.kit.messages import Messages
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.pages.start.start_page import StartPage
from nianbao.ui.shell.opened.overlay import Overlay
from nianbao.ui.shell.settings import Settings, SettingsFile

if TYPE_CHECKING:  # it is large, and imported when the first workspace is opened
    from nianbao.ui.shell.report.desk_page import DeskPage


class Host(DropTarget):
    """A widget over a workspace that may be open, of which a report may be shown.

    It shows the first page, the pages of the setup and those over the workspace, one at a time.
    """

    def __init__(self, settings_file: SettingsFile, asking: Asking | None = None) -> None:
        super().__init__()
        self._file = settings_file
        self.settings = settings_file.load()
        self.asking = asking or Asking()
        self._desk: Desk | None = None
        self._saving: Saving | None = None
        self._desk_page: DeskPage | None = None
        self.work = Work(self)
        self.messages = Messages()
        self.stack = QStackedWidget()
        self.overlay = Overlay(self.stack)
        self.start = StartPage(lambda: self.asking.report(self, self.settings.folder))
        layout = widgets.column(self, spacing=0)
        layout.addWidget(WorkBanner(self.work))
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.messages)
        self.stack.addWidget(self.start)

    # --- what is open

    @property
    def is_open(self) -> bool:
        """Whether a workspace is open: only then there are `desk` and `saving`."""
        return self._desk is not None

    @property
    def desk(self) -> Desk:
        """The workspace that is open."""
        assert self._desk is not None, "no workspace is open"
        return self._desk

    @property
    def saving(self) -> Saving:
        """What is typed and not saved yet in the workspace."""
        assert self._saving is not None, "no workspace is open"
        return self._saving

    @property
    def has_page(self) -> bool:
        """Whether a report of the workspace is shown: only then there is a `desk_page`."""
        return self._desk_page is not None

    @property
    def desk_page(self) -> "DeskPage":
        """The pages over the workspace."""
        assert self._desk_page is not None, "no report is shown"
        return self._desk_page

    def has_desk(self) -> bool:
        """Whether a workspace is open and has a report."""
        return self.is_open and not self.desk.is_empty

    def flush(self) -> None:
        """Save at once what was typed, if a report is shown."""
        if self.has_page:
            self.desk_page.flush()

    def forget(self) -> Desk:
        """Hold the open workspace no longer, and return it to be closed."""
        desk, saving = self.desk, self.saving
        self._desk = self._saving = None
        saving.let_go()
        return desk

    # --- what is shown and said

    def show_page(self, page: QWidget) -> None:
        """Show a page; pages of the setup that are left are thrown away."""
        self.overlay.leave()
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        before = self.stack.currentWidget()
        self.stack.setCurrentWidget(page)
        if before not in (page, self.start, self._desk_page) and before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew_start(self) -> None:
        """Show on the first page what there is to open, and where it is kept."""
        self.start.show_home(installation.documents_words())
        self.start.show_recent([(Path(r.path), r.title, r.said) for r in self.settings.recent])
        self.start.show_sample(os.path.exists(installation.sample_home()))

    def complain(self, said: str) -> None:
        """Say what could not be done: in the first page itself, else over the page."""
        if self.stack.currentWidget() is self.start:
            self.start.show_failure(said)
        else:
            self.messages.error(said)

    # --- what is remembered

    def remember(self, settings: Settings) -> None:
        """Keep other settings, in the file too."""
        if settings != self.settings:
            self.settings = settings
            self._file.save_later(settings)
