"""The front of the room: `Workspace`."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
from nianbao.workspace.rows.log import Action, ActionInfo, Taken

_WEIGHT = "SELECT weight FROM whole"


class Workspace(Contents):
    """Everything a unit has: originals, reports, ledger and the history of its actions.

    One connection holds the file alone until `close`. Everything is written inside `act`. Use it
    from one thread. `read_only` says why nothing can be written, empty when it can.
    """

    def __init__(
        self, path: Path, conn: Connection, hold: Hold | None = None, *, read_only: str = ""
    ) -> None:
        super().__init__(path, conn)
        self.read_only = read_only
        self.backups = Backups(path, conn, active=not read_only)
        self._hold = hold
        self._weight = conn.rows(_WEIGHT)
        self._acting = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a workspace; an older one is brought up to date, with a copy kept beside it.

        Raises:
            WorkspaceError: it is missing, open elsewhere, damaged, newer or not a workspace.
        """
        conn, hold = opening.opened(path)
        return cls(path, conn, hold)

    @classmethod
    def view(cls, path: Path, why: str = "") -> Self:
        """Open a workspace to look at it as it is now; others may go on writing the file.

        Raises:
            WorkspaceError: it is missing, damaged, newer or not a workspace.
        """
        return cls(path, snapshot.taken(path), read_only=why or "只是查看。")

    @classmethod
    def open_or_view(cls, path: Path) -> Self:
        """Open a workspace, or view it where it is held or read-only: `read_only` says why."""
        try:
            return cls.open(path)
        except (refusals.HeldError, refusals.ReadOnlyError) as error:
            return cls.view(path, error.what)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty workspace and open it.

        Raises:
            InputError: there is a file of that name already.
            WorkspaceError: the folder cannot be written.
        """
        opening.create(path)
        return cls.open(path)

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        self._conn.close()
        if self._hold is not None:
            self._hold.release()

    def missing(self) -> str:
        """Say that the file is no longer where it was, nothing while it is.

        What is only viewed needs no file.
        """
        try:
            if not self.read_only:
                self._conn.assure_in_place()
        except WorkspaceError as error:
            return str(error)
        return ""

    def reopen(self) -> bool:
        """Go on with the file that has the name now; say whether it holds what was here last.

        Raises:
            WorkspaceError: it is missing, damaged or open elsewhere; all is as before.
        """
        conn, hold = opening.opened(self.path)
        with suppress(sqlite3.Error, WorkspaceError):  # its disk may be gone
            self._conn.close()
        if self._hold is not None:
            self._hold.release()
        before, self._weight = self._weight, conn.rows(_WEIGHT)
        self._conn, self._hold = conn, hold
        self.backups.go_on_with(conn)
        return before == self._weight

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

    def copy_to(self, path: Path) -> None:
        """Write all of this workspace into a new file elsewhere, or raise NianbaoError."""
        copying.copy(self._conn, path)

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

    def takes(self, action: int) -> Taken:
        """Return what undoing an action, which must stand, would take out."""
        return log.takes(self._conn, action)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._acting:
            raise RuntimeError("one action at a time")
        if self.read_only:
            raise refusals.viewed(self.path, self.read_only)
        conn = self._conn
        conn.assure_in_place()
        conn.execute("BEGIN IMMEDIATE")
        conn.touched.clear()
        try:
            ((before,),) = conn.rows(_WEIGHT)
            conn.weight = before
            yield
            if conn.weight != before:
                conn.execute("UPDATE whole SET weight = ?", (conn.weight,))
            conn.assure_in_place()
            conn.execute("COMMIT")
            self._weight = [(conn.weight,)]
            if conn.weight != before:
                self.backups.note_change()
        except sqlite3.IntegrityError as error:
            error.add_note(f"dangling: {conn.rows('PRAGMA foreign_key_check')}")
            raise
        finally:
            if conn.in_transaction:  # something failed: that is to be shown, not this
                with suppress(sqlite3.Error, WorkspaceError):
                    conn.execute("ROLLBACK")
