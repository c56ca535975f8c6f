"""What happens to the file meanwhile: it vanishes and comes back, or has a twin beside it."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from nianbao.actions.safe import open_file
from nianbao.desk import health
from nianbao.desk.desk import Desk
from nianbao.desk.health import Twin
from nianbao.errors import NianbaoError
from nianbao.ui.shell.opened.leaving import offer_rescued
from nianbao.ui.shell.session import Session

_EVERY = 2000  # ms, after which it is looked whether the file is still there
_BACKUP = 60_000  # ms, after which it is asked whether a backup is due


_MISSING, _BACKUP_FAILED = "missing", "backup"  # what messages are about


@dataclass(frozen=True, slots=True)
class _Found:
    """What the disk said of a workspace that was looked for."""

    desk: Desk
    place: Path
    missing: str  # said of it, nothing while it is in its place
    is_there: bool  # another file has its name now


class Watch(QObject):
    """Looks after the workspace of a window. What shows backups is imported when it is needed."""

    looked = Signal()  # what was found of the file is shown
    _backed_up = Signal()  # from the thread that makes backups
    _found = Signal(object)  # from the thread that asked the disk

    def __init__(self, window: Session) -> None:
        super().__init__(window)
        self._window = window
        self._told = ""  # what was said of a file that is gone
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._failure = ""  # what kept the last backup from being made
        self._backing_up = QTimer(self, interval=_BACKUP)
        self._backing_up.timeout.connect(self.back_up)
        self._backing_up.start()
        self._backed_up.connect(self._say_backed_up)
        self._asked: Path | None = None  # of which the disk has not answered yet
        self._found.connect(self._judge)
        window.held.connect(self._follow)

    def _follow(self) -> None:
        """Listen to the backups of a workspace that was opened, and look at all its rows."""
        desk = self._window.desk
        open_file.follow_backups(desk, self._backed_up.emit)
        if check := open_file.take_check(desk):
            done = partial(self._checked, desk)
            self._window.work.run("核对年报库", check, done, partial(done, None))
        self._tell_twins()

    def _checked(self, desk: Desk, _: None, error: NianbaoError | None = None) -> None:
        """Close a workspace in which damage was found, and show its backups."""
        from nianbao.ui.shell.safe import restoring

        window = self._window
        if error is None or not window.is_open or window.desk is not desk:
            return
        if window.let_go():
            window.show_page(window.start)
            restoring.miss(window, desk.place, error)
        else:
            window.complain(str(error))

    def back_up(self) -> None:
        """Make a backup when it is time; what keeps one from being made is said once."""
        window = self._window
        if window.is_open and not self._told:
            open_file.back_up(window.desk)
        self._say_backed_up()

    def _say_backed_up(self) -> None:
        window, failure = self._window, ""
        if window.is_open:
            failure = open_file.failure(window.desk)
        if not failure:
            window.messages.withdraw(_BACKUP_FAILED)
        elif failure != self._failure:
            window.messages.warn(failure, ("另选位置", self.show_backups), about=_BACKUP_FAILED)
        self._failure = failure

    def show_backups(self) -> None:
        """Show the backups of the workspace that is open."""
        from nianbao.ui.shell.safe import restoring

        restoring.show(self._window)

    def look(self) -> None:
        """Say once that the file is gone; when it is back, say so and go on.

        A share that is cut off holds up whoever asks for a file on it, for minutes: a thread asks,
        which nobody waits for.
        """
        if not self._window.is_open:
            if self._told:
                self._withdraw()
            return
        desk = self._window.desk
        if self._asked != desk.place:
            self._asked = desk.place
            asking = Thread(target=self._ask, args=(desk, desk.place), daemon=True)
            asking.start()

    def _ask(self, desk: Desk, place: Path) -> None:
        """Ask the disk, beside the window."""
        missing = desk.missing()
        is_there = bool(missing) and os.path.exists(place)
        if isValid(self):
            self._found.emit(_Found(desk, place, missing, is_there))

    def _judge(self, found: "_Found") -> None:
        window = self._window
        if self._asked == found.place:
            self._asked = None
        if window.is_open and window.desk is found.desk and window.desk.place == found.place:
            if found.missing and found.is_there:
                self._go_on()
            elif found.missing and found.missing != self._told:
                self._tell(found.missing)
            elif self._told and not found.missing:
                self._withdraw()
                self._say_back()
        self.looked.emit()

    def _tell(self, missing: str) -> None:
        self._withdraw()
        self._told = missing
        self._window.messages.error(
            missing, ("另存到……", self._window.save_elsewhere), about=_MISSING
        )

    def _withdraw(self) -> None:
        self._window.messages.withdraw(_MISSING)
        self._told = ""

    def _say_back(self) -> None:
        if self._window.saving.settle():
            self._window.messages.done("年报库回来了，接着写。")

    def _go_on(self) -> None:
        """Open the file that has the name now: the same from a stick, or another one."""
        window = self._window
        window.flush()  # what cannot be written is kept and rescued
        try:
            same = window.desk.reopen()
        except NianbaoError as error:
            if str(error) != self._told:
                self._tell(str(error))
            return
        self._withdraw()
        if same:
            self._say_back()
            return
        said = "年报库换成了另一份（可能在别的电脑上改过，或同步软件换过），现在显示的是换上的。"
        window.messages.warn(said, ("从备份恢复", self.show_backups))
        window.saving.give_up()
        if window.has_page:
            window.desk.refresh()
            offer_rescued(window)

    def _tell_twins(self) -> None:
        """Find out beside the window whether the file was copied by hand and both went on."""
        desk, window = self._window.desk, self._window

        def done(found: list[Twin]) -> None:
            if window.is_open and window.desk is desk:
                for twin in found:
                    self._tell_twin(twin)

        window.work.run("查看同一文件夹", desk.twin_search(), done, lambda _: None)

    def _tell_twin(self, twin: Twin) -> None:
        from nianbao.views.safe.health import kin

        (said,) = kin([twin])
        if health.is_ahead(twin):
            window = self._window
            window.messages.warn(said, ("打开那一份", lambda: window.open(twin.path)))
        elif health.is_behind(twin):
            self._window.messages.info(said)
