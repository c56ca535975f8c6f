"""What may lie beside a workspace file and does not belong to it.

SQLite takes a `-wal` or a `-journal` of the right name for the file's own and plays it back. When a
person has copied one store over another, it is not, and would ruin the copy in silence.
"""

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

_HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"  # of a journal that has something to play back


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


class Rescue:
    """A file and its journal as they were before the journal was played back.

    There is none to play back after a proper end, so this costs nothing then. After a crash, the
    playing back is SQLite's own repair; only when it leaves damage was the journal another file's.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = beside(path, "-journal")
        self._copies = [(found, beside(found, ".恢复前")) for found in (path, self._journal)]
        self.needed = _is_hot(self._journal)
        if self.needed:
            for found, copy in self._copies:
                shutil.copy2(found, copy)

    def without_journal(self) -> None:
        """Put the file back as it was and its journal aside."""
        self.put_back()
        set_aside(self._path, "-journal")

    def put_back(self) -> None:
        """Put both back as they were."""
        for found, copy in self._copies:
            shutil.copy2(copy, found)

    def discard(self) -> None:
        """Forget the copies."""
        if self.needed:
            for _, copy in self._copies:
                copy.unlink(missing_ok=True)


def _is_hot(journal: Path) -> bool:
    try:
        with journal.open("rb") as file:
            return file.read(len(_HOT)) == _HOT
    except OSError:
        return False
