"""What may lie beside a workspace file and does not belong to it.

SQLite takes a `-wal` or a `-journal` of the right name for the file's own and plays it back. When a
person has copied one store over another, it is not, and would ruin the copy in silence.
"""

import glob
import os
import shutil
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

_HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"  # of a journal that has something to play back
_JOURNAL = "-journal"


def beside(path: Path, ending: str) -> Path:
    """Return the path with an ending behind its whole name, as SQLite does it."""
    return path.with_name(path.name + ending)


def free(path: Path) -> Path:
    """Return the path, or the first like it that is not taken."""
    names = (path if n == 1 else path.with_stem(f"{path.stem}-{n}") for n in count(1))
    return next(name for name in names if not os.path.lexists(name))


def set_aside(path: Path, *endings: str) -> None:
    """Rename what lies beside a file under a name that SQLite does not look for."""
    for ending in endings:
        with suppress(FileNotFoundError):
            stray = beside(path, ending)
            stray.rename(free(beside(stray, ".移开")))


def is_ordinary(path: Path) -> bool:
    """Tell whether a name stands for a file, and for nothing that leads elsewhere or waits."""
    status = os.lstat(path)
    return stat.S_ISREG(status.st_mode) and status.st_nlink == 1


def set_aside_strange_journal(path: Path) -> None:
    """Rename a journal that SQLite must not see.

    One may name a further journal at its end, of an action in several databases. We have none such,
    and SQLite removes the file that is named, whatever it is.
    """
    journal = beside(path, _JOURNAL)
    with suppress(FileNotFoundError):
        if not is_ordinary(journal) or _names_another(journal):
            set_aside(path, _JOURNAL)


def _names_another(journal: Path) -> bool:
    with journal.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - len(_HOT)))
        start_of_end = file.tell()
        return start_of_end > 0 and file.read() == _HOT


def sweep(path: Path) -> None:
    """Remove half-made files that a killed program left on its way to this one or beside it."""
    stem = glob.escape(f".{path.stem}")
    for ending in (".new", ".new-journal"):
        for left in path.parent.glob(f"{stem}*{path.suffix}{ending}"):
            with suppress(OSError):
                left.unlink()


class Rescue:
    """A file and its journal as they were before the journal was played back.

    There is none to play back after a proper end, so this costs nothing then. After a crash, the
    playing back is SQLite's own repair; only when it leaves damage was the journal another file's.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = beside(path, _JOURNAL)
        self._copies = {found: beside(found, ".恢复前") for found in (path, self._journal)}
        self._aside = self._journal
        self.possible = _is_hot(self._journal) and self._copied()

    def without_journal(self) -> None:
        """Put the file back as it was, its journal under a name that SQLite does not look for."""
        self._copies[self._path].replace(self._path)
        self._journal.unlink(missing_ok=True)
        self._aside = free(beside(self._journal, ".移开"))
        self._copies[self._journal].rename(self._aside)

    def with_journal(self) -> None:
        """Put the journal back too."""
        self._aside.rename(self._journal)

    def discard(self) -> None:
        """Forget the copies."""
        if self.possible:
            for copy in self._copies.values():
                copy.unlink(missing_ok=True)

    def _copied(self) -> bool:
        try:
            for found, copy in self._copies.items():
                copy.unlink(missing_ok=True)  # of a killed program, or a link to anything
                copy.touch(0o600, exist_ok=False)
                shutil.copyfile(found, copy)
        except OSError:  # a full disk; SQLite's own repair needs no room
            for copy in self._copies.values():
                with suppress(OSError):
                    copy.unlink()
            return False
        return True


def _is_hot(journal: Path) -> bool:
    try:
        with journal.open("rb") as file:
            return file.read(len(_HOT)) == _HOT
    except OSError:
        return False
