"""The checks, which run beside the window when nothing has changed for a moment."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from nianbao.desk.checked import Snapshot
from nianbao.desk.desk import Desk
from nianbao.ui.kit.jobs import Job, Work
from nianbao.views.overview import SnapshotOverview, find, is_current

PAUSE = 150  # ms without a change before the checks run: what was changed is painted first


class Checking(QObject):
    """Tells what the checks say of the desk. What is out of date when it comes is thrown away.

    The thread gets a frozen copy of what it needs and nothing of the workspace.
    """

    found = Signal(object)  # Overview
    failed = Signal(str)  # a fault of the program, in one sentence

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = Work(self)  # of its own: the banner does not tell of it
        self._job: Job | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._run)

    def begin(self) -> None:
        """Check anew after a moment, because something has changed."""
        self.stop()
        self._pause.start()

    def stop(self) -> None:
        """Throw away what is under way."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _run(self) -> None:
        if self._desk.is_empty:
            return
        task = partial(find, Snapshot.of(self._desk))
        self._job = self._work.run("检查", task, self._take, self._fail)

    def _take(self, found: SnapshotOverview) -> None:
        self._job = None
        if is_current(self._desk, found):
            self.found.emit(found.overview)
        else:
            self.begin()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(str(error))
