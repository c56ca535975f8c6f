"""A whole workspace written to another place: aside first, opened and verified, then named."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path

from nianbao.errors import NianbaoError
from nianbao.machine import clock
from nianbao.machine.installation import WORKSPACE
from nianbao.workspace import opening, refusals
from nianbao.workspace.connection import Connection
from nianbao.workspace.copies import backup, snapshot, twins
from nianbao.workspace.copies.backup import Backup
from nianbao.workspace.copies.twins import Kin


def copy(conn: Connection, path: Path) -> None:
    """Write all that a connection sees into a new file, which is there whole or not at all.

    Raises:
        InputError: there is a file of that name already.
        WorkspaceError: the place cannot be written, or what was written is not what was read.
    """
    data = content(conn)
    with refusals.folder(path), opening.alone_in(path.parent):
        if os.path.exists(path):
            raise FileExistsError(path)
        with opening.new_file(path) as new:
            with new.open("r+b") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            written = Connection.to(new, shown=path)
            try:
                opening.assure_same(written, conn, path)
            finally:
                written.close()
            new.rename(path)


def content(conn: Connection) -> bytes:
    """Return the file that a connection sees; unlike SQLite's own copying, also in an action."""
    if hasattr(conn, "serialize"):
        return conn.serialize()
    return conn.path.read_bytes()  # an SQLite without it; the lock beside the file holds


class Backups:
    """The backups of an open workspace.

    `second_place` is a folder that gets them too, such as one on a USB stick; in one that has those
    of another workspace they get a folder of their own. With `second_is_there` it is not made when
    it is missing: a stick that is not plugged in leaves an empty folder. `failure` says why the
    last one was not made, empty when all is well: work goes on meanwhile. `told` is called after
    each that was begun and not waited for, in the thread that made it.
    """

    def __init__(
        self,
        path: Path,
        conn: Connection,
        assure_in_place: Callable[[], None],
        *,
        active: bool,
        beside: bool = False,
    ) -> None:
        """Back up what a connection sees; with `beside`, in a thread, so that nobody waits."""
        self.folder = backup.folder_of(path)
        self.second_place: Path | None = None
        self.second_is_there = False
        self.failure = ""
        self.told: Callable[[], object] = lambda: None
        self._path, self._conn, self._assure_in_place = path, conn, assure_in_place
        self._active = active
        self._thread = ThreadPoolExecutor(1, "backup") if beside else None
        self._changed_at: datetime | None = None
        self._made_at: datetime | None = None

    def listed(self) -> list[Backup]:
        """Return those beside the workspace, newest first."""
        return backup.listed(self.folder)[::-1]

    def far(self) -> list[Backup]:
        """Return those in the second place, newest first."""
        if self.second_place is None:
            return []
        return backup.listed(self._own(self._conn, self.second_place))[::-1]

    def note_change(self) -> None:
        """Remember that there is something new to back up."""
        self._changed_at = clock.local_now()

    def begin(self, why: str) -> None:
        """Make one of what is there now; where there is a thread for it, nobody waits."""
        if self._thread is None:
            self.make(why)
        elif self._active:
            self._begin(self._thread, why).add_done_callback(lambda _: self.told())

    def make(self, why: str) -> Backup | None:
        """Make one in each place that does not have the same already; return the near one."""
        if not self._active:
            return None
        if self._thread is not None:
            return self._begin(self._thread, why).result()
        changed_at, self._changed_at = self._changed_at, None
        return self._make(self._conn, why, changed_at)

    def wait(self) -> None:
        """Wait until all that was begun is made; this may be done in any thread."""
        if self._thread is not None and self._active:
            self._thread.submit(int).result()

    def close(self) -> None:
        """Wait for what was begun; nothing is made any more."""
        self._active = False
        if self._thread is not None:
            self._thread.shutdown()

    def _begin(self, thread: ThreadPoolExecutor, why: str) -> "Future[Backup | None]":
        frozen = snapshot.of_bytes(content(self._conn), self._path)
        changed_at, self._changed_at = self._changed_at, None

        def made() -> Backup | None:
            with closing(frozen):
                return self._make(frozen, why, changed_at)

        return thread.submit(made)

    def _make(self, conn: Connection, why: str, changed_at: datetime | None) -> Backup | None:
        now, made, failure = clock.local_now(), None, ""
        try:
            self._assure_in_place()  # or else its folder would be made anew, empty
            made = self._make_in(conn, self.folder, why, now)
            self._made_at = now
        except NianbaoError as error:
            self._changed_at = self._changed_at or changed_at
            failure = f"备份没有做成：{error.what}{error.do}"
        if self.second_place is not None:
            try:
                self._assure_second(self.second_place)
                self._make_in(conn, self._own(conn, self.second_place), why, now)
            except NianbaoError as error:
                failure = f"另一处的备份没有做成：{error.what}{error.do}"
        self.failure = failure
        return made

    def _assure_second(self, folder: Path) -> None:
        if self.second_is_there and not os.path.isdir(folder):
            raise refusals.no_second_place(folder)

    def go_on_with(self, conn: Connection) -> None:
        """Back up another connection to the workspace from now on."""
        self._conn = conn

    def _own(self, conn: Connection, folder: Path) -> Path:
        """Return a folder, or one in it where another workspace has its backups there."""
        there = backup.listed(folder)
        if not there:
            return folder
        kin = twins.compare(twins.done(conn), twins.trace(there[-1].path) or ())
        return folder / self.folder.name if kin is Kin.STRANGER else folder

    def is_due(self) -> bool:
        """Whether something changed and the last one is half an hour old."""
        return backup.due(self._changed_at, self._made_at, clock.local_now())

    def _make_in(self, conn: Connection, folder: Path, why: str, at: datetime) -> Backup | None:
        with refusals.folder(folder / "x"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in folder.glob(f".*{WORKSPACE}.new*"):  # by a program that was killed
                left.unlink(missing_ok=True)
        before = backup.listed(folder)
        if before and weight(before[-1].path) == conn.rows("SELECT weight FROM whole")[0][0]:
            return None
        made = backup.next_in(folder, why, at)
        copy(conn, made.path)
        backup.thin(folder)
        return made


def weight(path: Path) -> int | None:
    """Return the sum of seals that a closed workspace says it has, None when it cannot say."""
    try:
        conn = snapshot.unchecked(path)
        try:
            found: int = conn.rows("SELECT weight FROM whole")[0][0]
        finally:
            conn.close()
    except Exception:  # noqa: BLE001 - a backup that cannot be read is no reason to make none
        return None
    return found
