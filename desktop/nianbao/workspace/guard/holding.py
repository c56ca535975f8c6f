"""Who writes: a lock of its own beside a workspace, with a note of who, where and since when.

SQLite's lock is not enough. On POSIX it vanishes as soon as any handle of the file is closed in the
process, and it cannot say who has it. The system lets go of this one when the program ends, however
it ends: nobody ever has to delete a file. Some shares know no locks; then SQLite's own has to do.
"""

import errno
import getpass
import json
import os
import platform
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from nianbao.machine import clock, ordinary
from nianbao.workspace import refusals
from nianbao.workspace.guard import sidecars

_NOT_LOCKABLE = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
_NOT_LOCKABLE_ON_WINDOWS = (1, 50)  # ERROR_INVALID_FUNCTION, ERROR_NOT_SUPPORTED
_HELD = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
_FAR = 1 << 30  # the byte that Windows locks: others can still read what stands before it
_LONGEST = 4_000  # bytes of a note
_WORDS = 60  # characters of a name in a sentence
_LOOKS, _PAUSE = 20, 0.025  # seconds between two looks at a note that is not there yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a workspace open. `since` is UTC in ISO 8601; all is empty when nobody knows."""

    who: str = ""
    where: str = ""
    since: str = ""

    def __str__(self) -> str:
        if not self.since:
            return "另一个窗口"
        begun = datetime.fromisoformat(self.since).astimezone()
        here = "本机" if self.where == platform.node() else f"电脑“{self.where}”"
        return f"{here}上的“{self.who}”（{begun:%m月%d日%H:%M}打开）"


class Hold:
    """The right to write a workspace. `sure`: the system keeps everybody else out."""

    def __init__(self, path: Path, handle: int, *, sure: bool) -> None:
        self._path, self._handle, self.sure = path, handle, sure

    def stands(self) -> bool:
        """Whether the lock is still in its place."""
        return self._handle >= 0 and _is_still(self._path, self._handle)

    def release(self) -> None:
        """Give it up. Giving it up twice does no harm."""
        handle, self._handle = self._handle, -1
        if handle < 0:
            return
        if sys.platform != "win32" and _is_still(self._path, handle):
            with suppress(OSError):  # while it is held: nobody can have taken it meanwhile
                self._path.unlink()
        os.close(handle)
        if sys.platform == "win32":
            with suppress(OSError):  # it stays while somebody else looks at it
                self._path.unlink()


def take(path: Path) -> Hold:
    """Take the right to write a workspace.

    Raises:
        WorkspaceError: somebody has it; says who, where, and since when.
        OSError: there is no place for the lock, as on read-only media.
    """
    beside = place(path)
    with suppress(FileNotFoundError):
        if not sidecars.is_ordinary(beside):  # a note written there would go who knows where
            sidecars.set_aside(beside, "")
    while True:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            sure = _lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in _HELD:
                raise refusals.held(path, str(_holder_soon(path))) from error
            raise
        if _is_still(beside, handle):
            _sign(handle)
            return Hold(beside, handle, sure=sure)
        os.close(handle)  # its last holder has just taken it away


def place(path: Path) -> Path:
    """Return where the lock of a workspace lies."""
    return path.with_name(f".{path.name}.lock")


def holder(path: Path) -> Holder:
    """Return who has noted that they write a workspace; they may be gone by now."""
    try:
        told = json.loads(ordinary.read(place(path), _LONGEST))
        datetime.fromisoformat(told["since"])
        return Holder(**{name: _shown(told[name]) for name in ("who", "where", "since")})
    except (OSError, ValueError, TypeError, KeyError):
        return Holder()


def _shown(told: object) -> str:
    """Return what a note tells as a sentence can hold it."""
    return "".join(char for char in str(told) if char.isprintable())[:_WORDS]


def _holder_soon(path: Path) -> Holder:
    """Return who holds a workspace: who has just taken it is about to write the note."""
    for _ in range(_LOOKS):
        if (found := holder(path)).since:
            return found
        time.sleep(_PAUSE)
    return Holder()


def _lock(handle: int) -> bool:
    """Lock, or raise OSError when another has it; return whether locks mean anything here."""
    if sys.platform == "win32":
        # the system itself is asked, since the C library's reason may be that of an earlier call,
        # as Wine's is: https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-lockfile
        import ctypes
        import msvcrt

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        if kernel.LockFile(ctypes.c_void_p(msvcrt.get_osfhandle(handle)), _FAR, 0, 1, 0):
            return True
        reason = ctypes.get_last_error()
        if reason not in _NOT_LOCKABLE_ON_WINDOWS:
            raise OSError(errno.EACCES, ctypes.FormatError(reason))
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError as error:
            if error.errno not in _NOT_LOCKABLE:
                raise
    return False


def _is_still(path: Path, handle: int) -> bool:
    """Tell whether the file that is held still has its name."""
    with suppress(OSError):
        return os.path.samestat(os.stat(path), os.fstat(handle))
    return False


def _sign(handle: int) -> None:
    now = clock.now()
    note = json.dumps(asdict(Holder(who=_user(), where=platform.node(), since=now))).encode()
    with suppress(OSError):  # a full disk: the lock holds without a note
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, note)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
