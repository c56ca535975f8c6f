"""The window: from last year's file to a finished report, one page after the other."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from nianbao.errors import NianbaoError
from nianbao.ui.kit import dropped, jobs
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.shell import looks, telling, window_commands
from nianbao.ui.shell.safe.watching import Watch
from nianbao.ui.shell.session import Session
from nianbao.ui.shell.settings import SettingsFile
from nianbao.ui.shell.setup.setup import Setup
from nianbao.ui.shell.system import faults


class Window(Session):
    """A session with all that can be done in it: the setup, the commands, the watch over the file.

    It fills the frame that `application` has painted already.
    """

    def __init__(self, settings_file: SettingsFile, asking: Asking | None = None) -> None:
        super().__init__(settings_file, asking)
        self.watch = Watch(self)
        self.setup = Setup(self)
        self.commands.add(*window_commands.commands(self, self.setup, self.watch))
        self.command_actions = self.commands.actions(self)
        self.missed.connect(self._tell_missed)
        self._connect_start()
        self.renew_start()

    def _connect_start(self) -> None:
        self.start.import_file.connect(self.setup.import_file)
        self.start.import_text.connect(self.setup.import_text)
        self.start.open_workspace.connect(self.open_or_choose)
        self.start.open_sample.connect(self.setup.open_sample)
        self.start.remove_sample.connect(self.setup.remove_sample)
        self.start.find_wanted.connect(self.open_palette)
        self.start.help_wanted.connect(partial(telling.show_manual, self))

    def begin(self, place: Path | None = None) -> None:
        """Open what was open last, or take a given file, after the first paint."""
        recent = self.settings.recent
        if place is not None:
            self.take([place])
        elif recent and os.path.exists(recent[0].path):  # false for a share that is cut off
            self.open(Path(recent[0].path))

    def take(self, paths: list[Path]) -> None:
        """Open the workspace, or offer to import the report, that was dropped or double clicked."""
        self.messages.clear()
        if said := dropped.failure(paths):
            self.complain(said)
        elif dropped.use(paths[0]) is dropped.FilePurpose.WORKSPACE:
            self.open_or_choose(paths[0])
        else:
            self.setup.import_file(paths[0])

    def _tell_missed(self, place: Path, error: NianbaoError | None) -> None:
        from nianbao.ui.shell.safe import restoring

        restoring.miss(self, place, error)

    def warn(self, said: str) -> None:
        """Say something that the user should know of the program."""
        self.messages.warn(said)

    def tell_fault(self, error: Exception) -> None:
        """Say that something went wrong, and show the workspace as it was saved last."""
        details = faults.details(error)
        self.messages.error(jobs.sentence(error), ("复制详情", lambda: faults.copy(details)))
        if self.has_desk() and self.has_page:
            QTimer.singleShot(0, self.desk_page, self.desk.refresh)

    def leave(self) -> bool:
        """Keep everything, because the window closes; say whether it may."""
        if not self.may_go():
            return False
        self.work.cancel_all()
        self.remember(looks.framed(self.settings, self.window()))
        return self.let_go(asked=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, when this is a window of its own."""
        if self.leave():
            super().closeEvent(event)
        else:
            event.ignore()
