"""A workspace file that is written behind: by a thread of its own, so that nobody waits for a disk.

Who works does so on a copy in memory. What each transaction wrote there is noted, statement by
statement, and the thread writes it into the file in the same order: every row has its number and
its seal in the statement, so that the file gets what the copy has. All that waits goes in as one
transaction: a slow disk is asked for as little as can be, and a step is in the file whole or not at
all. Until it is there, it is not saved, and nobody may say so.
"""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from nianbao.errors import WorkspaceError
from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, Statement

_SOON = 0.05  # seconds, in which an ordinary disk is done


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """What one transaction wrote, how many rows that were, and the weight of all rows after it."""

    statements: Sequence[Statement]
    changes: int
    weight: int


class Writer:
    """Writes a file in a thread. `told` is called there after each success and each failure."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn  # of this thread while something waits, else of who opened it
        self.told: Callable[[], object] = lambda: None
        self.error: Exception | None = None  # why the file could not be written; it waits then
        self.written = 0  # steps that are in the file, of those that were given
        self.given = 0
        self._steps: list[WrittenStep] = []
        self._weight = _weight(conn)  # of the file
        self._closing = False
        self._is_quick = True  # whether the last writing was done soon
        self._changed = threading.Condition()
        self._start()

    @property
    def waiting(self) -> int:
        """How many steps are not in the file yet."""
        return self.given - self.written

    def give(self, step: WrittenStep) -> None:
        """Take what a transaction wrote, to be written behind the steps before it.

        A disk that is quick has it at once, then it is saved, or has failed, when this returns;
        one that is behind already, or was slow the last time, is not waited for.
        """
        with self._changed:
            is_behind = bool(self._steps)
            self.given += 1
            self._steps.append(step)
            self._changed.notify_all()
        if not is_behind and self._is_quick:
            self.wait(_SOON)

    def retry(self) -> None:
        """Try again after a failure."""
        with self._changed:
            self.error = None
            self._changed.notify_all()

    def give_up(self) -> None:
        """Forget what could not be written."""
        with self._changed:
            self._steps = []
            self.given = self.written
            self.error = None

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until all is written or something fails, at most so long; say if all is written."""
        with self._changed:
            self._changed.wait_for(lambda: self.error or not self.waiting, seconds)
            return not self.waiting

    def close(self) -> None:
        """Write what waits, unless that has just failed, and let go of the file."""
        self._stop()
        with suppress(sqlite3.Error, WorkspaceError):  # its disk may be gone
            self.conn.close()

    def go_on_with(self, conn: Connection) -> bool:
        """Write another file from now on; say whether it holds what was written last.

        Then it gets what waits, which else is forgotten.
        """
        self.close()
        self.conn, self._closing, found = conn, False, _weight(conn)
        is_same = found in (self._weight, *(step.weight for step in self._steps))
        if not is_same:
            self.give_up()
            self._weight = found
        self.error = None
        self._start()
        return is_same

    def _start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def _stop(self) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while steps := self._next():
            failure: Exception | None = None
            begun = monotonic()
            try:
                self._write(steps)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told and tried again
                failure = error
            with self._changed:
                self._is_quick = monotonic() - begun < _SOON
                if failure is None:
                    self._weight = steps[-1].weight
                if self._steps and self._steps[0] is steps[0]:  # else it was given up meanwhile
                    self.error = failure
                    if failure is None:
                        del self._steps[: len(steps)]
                        self.written += len(steps)
                self._changed.notify_all()
            with suppress(RuntimeError):  # the one who listened is gone
                self.told()

    def _next(self) -> list[WrittenStep]:
        """Return all steps that wait, none at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or (self._steps and not self.error))
            return [] if self.error else list(self._steps)

    def _write(self, steps: list[WrittenStep]) -> None:
        conn = self.conn
        conn.assure_in_place()
        conn.execute("BEGIN IMMEDIATE")
        try:
            for step in self._missing(steps):
                before = conn.total_changes
                for sql, rows in step.statements:
                    conn.executemany(sql, rows)
                if conn.total_changes - before != step.changes:
                    raise refusals.damaged(conn.shown, "the file differs from the copy")
            conn.assure_in_place()
            conn.execute("COMMIT")
        finally:
            if conn.in_transaction:  # something failed: that is to be shown, not this
                with suppress(sqlite3.Error, WorkspaceError):
                    conn.execute("ROLLBACK")

    def _missing(self, steps: list[WrittenStep]) -> list[WrittenStep]:
        """Return the steps that are not in the file.

        A commit may be done although it failed: the disk went away before it could say so.
        """
        there = _weight(self.conn)
        if there == self._weight:
            return steps
        for number, step in enumerate(steps, 1):
            if there == step.weight:
                return steps[number:]
        raise refusals.damaged(self.conn.shown, "the file differs from the copy")


def _weight(conn: Connection) -> int:
    found: int = conn.rows("SELECT weight FROM whole")[0][0]
    return found
