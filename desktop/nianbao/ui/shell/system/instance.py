"""One window at a time: a second start hands its file to the window that is open, and ends.

A folder with a lock and with requests in it, because it needs no socket and is the same on every
system. What is not taken in time gets a window of its own: a double click is never without effect.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QLockFile, QObject, QThread, Signal

_TAKEN_WITHIN = 3_000  # ms that a request may lie there; a window that is busy saves in less
_STEP = 20  # ms


class Instance(QObject):
    """The window that is open, as other starts of the program see it."""

    wanted = Signal(object)  # Path to open, or None: only come forward

    def __init__(self, folder: Path) -> None:
        """Take the folder that all starts of this program share; it need not be there yet."""
        super().__init__()
        self._requests = folder / "requests"
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # only the end of its process sets it free

    def is_first(self) -> bool:
        """Become the window that others hand their files to, unless there is one.

        Where nothing can be written there is no lock, and every window is for itself.
        """
        try:
            self._requests.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        for left in self._requests.iterdir():  # for a window that was killed
            left.unlink(missing_ok=True)
        return True

    def listen(self) -> None:
        """Begin to take what others hand over; the application must be there."""
        watcher = QFileSystemWatcher([str(self._requests)], self)
        watcher.directoryChanged.connect(self._take)
        self._take()

    def hand_over(self, file: Path | None) -> bool:
        """Ask the window that is open to come forward with a file; tell whether it did."""
        _let_it_come_forward(self._lock)
        request = self._requests / f"{os.getpid()}.json"
        new = request.with_suffix(".new")
        asked = {"file": str(file) if file else ""}
        try:
            new.write_text(json.dumps(asked), encoding="utf-8", newline="\n")
            new.replace(request)
        except OSError:
            return False
        deadline = QDeadlineTimer(_TAKEN_WITHIN)
        while request.exists() and not deadline.hasExpired():
            QThread.msleep(_STEP)
        try:
            request.unlink()
        except FileNotFoundError:
            return True  # it was taken
        except OSError:
            pass
        return False

    def _take(self) -> None:
        for request in sorted(self._requests.glob("*.json")):
            try:
                asked = json.loads(request.read_text(encoding="utf-8"))
                request.unlink()
            except (OSError, ValueError):
                continue
            self.wanted.emit(Path(asked["file"]) if asked["file"] else None)


def _let_it_come_forward(lock: QLockFile) -> None:
    """Windows lets a window come forward only if the program in front allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(holder(lock))


def holder(lock: QLockFile) -> int:
    """Return the process that holds a lock.

    PySide6 gives process, computer and program, in some versions with a truth value before them.
    """
    told: Sequence[object] = lock.getLockInfo()
    return int(str(told[-3]))
