"""The one connection to a workspace file, which speaks to the user when the disk does not obey."""

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from weakref import WeakSet

from nianbao.workspace import refusals

Value = str | int | float | bytes | None
"""What a column holds."""

Row = tuple[Any, ...]
"""The values of some columns, in order; whoever unpacks one knows its columns' kinds."""

Statement = tuple[str, Sequence[Sequence[Value]]]
"""An SQL statement and the rows of values to run it with."""

_SAFE = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
)
_OPENING = (
    *_SAFE,
    # The lock comes before anything is read: two windows that start together and read first would
    # each keep the other from it.
    "BEGIN EXCLUSIVE",
    "PRAGMA locking_mode = EXCLUSIVE",
    "COMMIT",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",  # FULL lost an edit in 62 of 423 simulated power failures
)
SQLITE = sqlite3.sqlite_version
_WRITING = ("INSERT", "UPDATE", "DELETE")
_ERRORS = (sqlite3.Error, UnicodeDecodeError)  # the latter when a damaged name is in the message
_LONGEST_PATH = 500  # bytes; SQLite takes 512 with the name of the journal
_WAIT = 0.5  # seconds for a virus scanner to let go; another window holds the file for hours


class Connection(sqlite3.Connection):
    """A connection of which errors of disk, lock and damage come as `WorkspaceError`."""

    path = Path()
    shown = Path()  # the name to say in a sentence: a new file does not have its own yet
    identity: tuple[int, int] | None = None  # device and number of the file that was opened
    touched: set[str]  # the tables written since the last transaction began
    is_checked = True  # whether every row of the file was looked at
    weight = 0  # the sum of the seals of all rows, as `Table` writes them
    noted: list[Statement] | None = None  # what was written, where it is noted

    @classmethod
    def to(cls, path: Path, *, shown: Path | None = None) -> Self:
        """Open a file for this process alone, without looking at what it holds."""
        if os.name != "nt" and len(os.fsencode(path)) > _LONGEST_PATH:
            raise refusals.too_deep(shown or path)
        # A plain path and not a file: URI, in which #, ?, % and network folders need care.
        with explained(shown or path):
            conn = sqlite3.connect(
                path, timeout=_WAIT, isolation_level=None, factory=cls, check_same_thread=False
            )  # of one thread at a time, see `Writer`
        conn.path, conn.shown, conn.touched = path, shown or path, set()
        with _adding:
            _connections.add(conn)
        try:
            with refusals.readable(shown or path):
                for statement in _OPENING:
                    conn.execute(statement)
            conn.identity = _identity(path)
        except BaseException:
            conn.close()
            raise
        return conn

    @classmethod
    def in_memory(cls, *, shown: Path) -> Self:
        """Open a connection to no file, to be filled with the content of one."""
        conn = sqlite3.connect(
            ":memory:", isolation_level=None, factory=cls, check_same_thread=False
        )  # it may be filled beside the window
        conn.path, conn.shown, conn.touched = Path(), shown, set()
        for statement in _SAFE:
            conn.execute(statement)
        return conn

    def assure_in_place(self) -> None:
        """Refuse to go on when another file, or none, has the name by which this one was opened.

        A commit would go into a file without a name. Windows lets nobody take an open file away.

        Raises:
            WorkspaceError: the file was moved, renamed or deleted, or its folder is gone.
        """
        if _identity(self.path) != self.identity:
            raise refusals.gone(self.shown)

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        """Run one statement."""
        if self.noted is not None and sql.startswith(_WRITING):
            self.noted.append((sql, [values]))
        try:
            return super().execute(sql, values)
        except _ERRORS as error:
            _explain(error, self.shown)
            raise

    def executemany(self, sql: str, rows: Iterable[Any], /) -> sqlite3.Cursor:
        """Run one statement for each row."""
        if self.noted is not None:
            rows = list(rows)
            self.noted.append((sql, rows))
        try:
            return super().executemany(sql, rows)
        except _ERRORS as error:
            _explain(error, self.shown)
            raise

    def rows(self, sql: str, values: Sequence[Value] = (), /) -> list[Row]:
        """Run one query and return all it finds."""
        try:
            return super().execute(sql, values).fetchall()
        except _ERRORS as error:
            _explain(error, self.shown)
            raise

    def close(self) -> None:
        """Let go of the file."""
        with _adding:
            _connections.discard(self)
        super().close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from every other one, None when there is none of that name."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


_connections: WeakSet[Connection] = WeakSet()
_adding = threading.Lock()  # backups are made in a thread of their own


def is_open_here(path: Path) -> bool:
    """Tell whether this process has the file open.

    To read it then would drop SQLite's lock on POSIX, as soon as that second handle is closed.
    """
    there = _identity(path)
    with _adding:
        return there is not None and any(conn.identity == there for conn in _connections)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says of disk, lock or damage into a sentence for the user."""
    try:
        yield
    except _ERRORS as error:
        _explain(error, path)
        raise


def _explain(error: Exception, path: Path) -> None:
    if known := refusals.of(error, path):
        raise known from error
