"""The front of the room: `Workspace`."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Self

from nianbao.errors import WorkspaceError
from nianbao.workspace import opening, refusals
from nianbao.workspace.connection import Connection
from nianbao.workspace.contents import Contents
from nianbao.workspace.copies import copying, open_format, snapshot, twins
from nianbao.workspace.copies.copying import Backups
from nianbao.workspace.copies.twins import Twin
from nianbao.workspace.guard.holding import Hold
from nianbao.workspace.guard.nonsense import reading
from nianbao.workspace.rows import log, versions
from nianbao.workspace.rows.log import Action, ActionInfo, PutIn
from nianbao.workspace.transactions import transaction
from nianbao.workspace.writer import Writer

_WEIGHT = "SELECT weight FROM whole"


class Workspace(Contents):
    """Everything a unit has: originals, reports, ledger and the history of its actions.

    One connection holds the file alone until `close`. Everything is written inside `act`. Use it
    from one thread. `read_only` says why nothing can be written, empty when it can. `writer` brings
    what was done into the file where that is written behind, see there. `check` looks at the rows
    of a large file that was opened before that was done; it raises WorkspaceError and may run in
    any thread.
    """

    check: Callable[[], None] | None = None

    def __init__(
        self,
        path: Path,
        conn: Connection,
        hold: Hold | None = None,
        *,
        read_only: str = "",
        writer: Writer | None = None,
    ) -> None:
        super().__init__(path, conn)
        self.read_only = read_only
        self.writer = writer
        self.backups = Backups(
            path,
            conn,
            self._assure_in_place,
            active=not read_only,
            beside=writer is not None,
        )
        self._hold = hold
        self._weight = conn.rows(_WEIGHT)
        self._acting = False

    @classmethod
    def open(cls, path: Path, *, write_behind: bool = False) -> Self:
        """Open a workspace; an older one is brought up to date, with a copy kept beside it.

        With `write_behind` no call waits for the disk: an action is done when it is done in memory,
        and saved when `writer` has written it.

        Raises:
            WorkspaceError: it is missing, open elsewhere, damaged, newer or not a workspace.
        """
        conn, hold = opening.opened(path, later=write_behind)
        try:
            if not write_behind or not _can_be_copied(conn):
                return cls(path, conn, hold)
            check = None if conn.is_checked else _check(conn, path)
            made = cls(path, _copied(conn), hold, writer=Writer(conn))
            made.check = check
            return made
        except BaseException:
            conn.close()
            hold.release()
            raise

    @classmethod
    def view(cls, path: Path, why: str = "") -> Self:
        """Open a workspace to look at it as it is now; others may go on writing the file.

        Raises:
            WorkspaceError: it is missing, damaged, newer or not a workspace.
        """
        return cls(path, snapshot.taken(path), read_only=why or "只是查看。")

    @classmethod
    def open_or_view(cls, path: Path, *, write_behind: bool = False) -> Self:
        """Open a workspace, or view it where it is held or read-only: `read_only` says why."""
        try:
            return cls.open(path, write_behind=write_behind)
        except (refusals.HeldError, refusals.ReadOnlyError) as error:
            return cls.view(path, error.what)

    @classmethod
    def create(cls, path: Path, *, write_behind: bool = False) -> Self:
        """Make an empty workspace and open it.

        Raises:
            InputError: there is a file of that name already.
            WorkspaceError: the folder cannot be written.
        """
        opening.create(path)
        return cls.open(path, write_behind=write_behind)

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        if self.writer is not None:
            self.writer.close()
        self.backups.close()
        self._conn.close()
        if self._hold is not None:
            self._hold.release()

    def missing(self) -> str:
        """Say that the file is no longer where it was, nothing while it is.

        What is only viewed needs no file.
        """
        try:
            if not self.read_only:
                self._assure_in_place()
        except WorkspaceError as error:
            return str(error)
        return ""

    def reopen(self) -> bool:
        """Go on with the file that has the name now; say whether it holds what was here last.

        Raises:
            WorkspaceError: it is missing, damaged or open elsewhere; all is as before.
        """
        conn, hold = opening.opened(self.path, self._hold)
        if self.writer is not None:
            same = self.writer.go_on_with(conn)
            if not same:
                self._work_on(_copied(conn))
        else:
            before = self._weight
            self._work_on(conn)
            same = before == self._weight
        if self._hold is not None and self._hold is not hold:
            self._hold.release()
        self._hold = hold
        return same

    def _work_on(self, conn: Connection) -> None:
        """Work on other content from now on."""
        with suppress(sqlite3.Error, WorkspaceError):  # its disk may be gone
            self._conn.close()
        self._conn, self._weight = conn, conn.rows(_WEIGHT)
        self.backups.go_on_with(conn)

    @property
    def _file(self) -> Connection:
        """The connection that holds the file."""
        return self._conn if self.writer is None else self.writer.conn

    def _assure_in_place(self) -> None:
        self._file.assure_in_place()

    def back_up(self, why: str) -> None:
        """Make a backup of what is here now; nobody waits for it where the file is written behind.

        `backups.failure` says afterwards why it could not be made.
        """
        self.backups.begin(why)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def act(self, name: str) -> Iterator[Action]:
        """Run one named action: all of it is written, or none of it.

        Raises:
            WorkspaceError: the disk is full or the file cannot be reached; nothing was written.
        """
        with self._transaction():
            action = Action(self._conn, name, versions.of_undone)
            self._acting = True
            try:
                yield action
            finally:
                action.close()
                self._acting = False

    def copying_to(self, path: Path) -> Callable[[], None]:
        """Return what writes all that is here now into a new file; it may do so in any thread.

        It raises NianbaoError where it cannot.
        """
        frozen = snapshot.of_bytes(copying.content(self._conn), path)

        def write() -> None:
            with closing(frozen):
                copying.copy(frozen, path)

        return write

    def write_open(self, folder: Path) -> None:
        """Write all of this into a new folder, in formats that any program reads."""
        open_format.write(self._conn, folder)

    def twins(self) -> list[Twin]:
        """Return the files beside this one that were once one with it."""
        return self.twin_search()()

    def twin_search(self) -> Callable[[], list[Twin]]:
        """Return what finds the twins: it reads the whole folder, and may do so in any thread."""
        return partial(twins.beside, self.path, twins.done(self._conn))

    @reading
    def undo(self) -> str | None:
        """Take back the newest action that stands and return its name, None when none is left."""
        with self._transaction():
            return log.undo(self._conn)

    @reading
    def redo(self) -> str | None:
        """Do again the action that was taken back last and return its name."""
        with self._transaction():
            return log.redo(self._conn)

    def history(self) -> list[ActionInfo]:
        """Return all actions, newest first; those that were taken back come before the others."""
        return log.history(self._conn)

    @property
    def touched(self) -> frozenset[str]:
        """The names of the tables that the last action, undo or redo wrote to."""
        return frozenset(self._conn.touched)

    def takes(self, action: int) -> PutIn:
        """Return what undoing an action, which must stand, would take out."""
        return log.takes(self._conn, action)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._acting:
            raise RuntimeError("one action at a time")
        if self.read_only:
            raise refusals.viewed(self.path, self.read_only)
        with transaction(self._conn, self.writer):
            yield
        self._weight = [(self._conn.weight,)]
        if self._conn.touched:
            self.backups.note_change()


def _check(conn: Connection, path: Path) -> Callable[[], None]:
    """Return what looks at every row that a connection sees now."""
    data = copying.content(conn)

    def check() -> None:
        with closing(snapshot.of_bytes(data, path)) as frozen:
            opening.assure_rows(frozen, path, size=len(data))

    return check


def _can_be_copied(conn: Connection) -> bool:
    ((pages,),), ((size,),) = conn.rows("PRAGMA page_count"), conn.rows("PRAGMA page_size")
    return hasattr(conn, "serialize") and pages * size <= opening.MOST


def _copied(conn: Connection) -> Connection:
    """Return a copy in memory of all that a connection sees."""
    copy = Connection.in_memory(shown=conn.shown)
    conn.backup(copy)
    return copy
