"""Creating, opening, refusing and upgrading workspace files.

A rollback journal, not WAL: the one file is complete between two actions, and people copy it by
USB stick and chat. A file is looked at before SQLite touches it, so that a refused one stays as it
is.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from nianbao.machine.whereabouts import real
from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, explained, is_open_here
from nianbao.workspace.guard import holding, nonsense, sidecars
from nianbao.workspace.rows import limits
from nianbao.workspace.rows.tables import TABLES
from nianbao.workspace.schema import migrations

_LARGE = 1 << 24  # bytes, of which every row is looked at within half a second
MOST = 1 << 29  # bytes of a file that is worked on in memory; 1,800 reports are 250 million
_START = 1 << 18  # bytes; the schema of a file stands in the first 30,000
UPGRADED = "-升级前第"
"""Is in the name of the copy that is kept of a file before it is brought up to date."""
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def create(path: Path) -> None:
    """Make an empty workspace: the file is there whole, or not at all."""
    path = real(path)
    with refusals.folder(path), alone_in(path.parent):
        if os.path.lexists(path):
            raise FileExistsError(path)
        with new_file(path) as new:
            conn = Connection.to(new, shown=path)
            try:
                conn.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
                migrations.upgrade(conn)
            finally:
                conn.close()
            sidecars.set_aside(path, "-journal", "-wal", "-shm")  # of a file that is no more
            new.rename(path)


def opened(
    path: Path, had: holding.Hold | None = None, *, later: bool = False
) -> tuple[Connection, holding.Hold]:
    """Open a workspace for this process alone, checked and up to date.

    With `later` the rows of a large file may be left to be checked afterwards, see `assure_rows`.
    `had` is the right to write that this process has on a file of that name, if it has one: it goes
    on when only the file was exchanged, and not the folder with the lock.
    """
    path = real(path)
    header = look(path)
    hold = had if had is not None and had.stands() else _held(path)
    try:
        later = later and header.version == migrations.version()
        return _opened(path, header, later=later), hold
    except BaseException:
        if hold is not had:
            hold.release()
        raise


def _held(path: Path) -> holding.Hold:
    """Take the right to write.

    Raises:
        HeldError, ReadOnlyError: somebody else has it, or nobody can have it here.
    """
    if not os.access(path, os.W_OK):
        raise refusals.read_only(path)
    try:
        return holding.take(path)
    except OSError as error:
        if error.errno in _READ_ONLY:
            raise refusals.read_only(path, str(error)) from error
        raise refusals.missing(path, str(error)) from error


def _opened(path: Path, header: "_Header", *, later: bool) -> Connection:
    with refusals.folder(path):
        sidecars.sweep(path)
        if not header.is_wal:
            sidecars.set_aside(path, "-wal", "-shm")
        sidecars.set_aside_strange_journal(path)
        rescue = sidecars.Rescue(path)
    later = later and not rescue.possible and _LARGE < path.stat().st_size <= MOST
    try:
        conn = _checked(path, later=later)
    except refusals.DamagedError:
        if not rescue.possible:
            raise
        return _checked_without_journal(path, rescue)
    except BaseException:
        rescue.discard()
        raise
    rescue.discard()
    return conn


def _checked_without_journal(path: Path, rescue: sidecars.Rescue) -> Connection:
    """Try again as if the journal were not there; if that is no better, leave all as it was."""
    with refusals.folder(path):
        rescue.without_journal()
        try:
            return _checked(path)
        except refusals.DamagedError:
            rescue.with_journal()
            raise


class _Header(NamedTuple):
    """What the first 100 bytes of a file say (https://sqlite.org/fileformat.html)."""

    is_sqlite: bool
    is_wal: bool
    version: int
    application: int

    @classmethod
    def of(cls, path: Path) -> "_Header":
        with path.open("rb") as file:
            start = file.read(100)
        return cls(
            is_sqlite=start.startswith(b"SQLite format 3\0"),
            is_wal=start[18:19] == b"\x02",
            version=int.from_bytes(start[60:64], "big"),
            application=int.from_bytes(start[68:72], "big"),
        )


def look(path: Path) -> _Header:
    """Refuse what can be refused without SQLite, which would change it or its neighbours."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refusals.missing(path, "not a regular file")
        if is_open_here(path):
            raise refusals.locked(path)
        header = _Header.of(path)
    except OSError as error:
        raise refusals.missing(path, str(error)) from error
    if not status.st_size:
        raise refusals.empty(path)
    if not header.is_sqlite and _was_ours(path):
        raise refusals.damaged(path, "no header")
    if not header.is_sqlite or header.application != migrations.APPLICATION_ID:
        raise refusals.foreign(path)
    if header.version > migrations.version():
        raise refusals.newer(path, header.version, migrations.version())
    log = sidecars.beside(path, "-wal")
    if header.is_wal and os.path.exists(log) and log.stat().st_size:
        raise refusals.wal(path)
    return header


def _was_ours(path: Path) -> bool:
    """Tell whether a file without a header is all zeros, or holds the tables of a workspace."""
    with path.open("rb") as file:
        start = file.read(_START)
    return not start.strip(b"\0") or b"CREATE TABLE _sqlite_migrations" in start


def _checked(path: Path, *, later: bool = False) -> Connection:
    """Open a file of ours, compare it with what it should be, bring it up to date."""
    conn = Connection.to(path)
    try:
        version = _version(conn, path)
        if later:
            conn.is_checked = False
            with refusals.readable(path):
                if large := limits.too_large(conn):  # before it is taken into memory
                    raise refusals.too_long(path, large)
        else:
            assure_rows(conn, path, size=path.stat().st_size)
        if version < migrations.version():
            _upgrade(conn, path, version)
    except BaseException:
        conn.close()
        raise
    return conn


def assure(conn: Connection, path: Path, *, size: int) -> None:
    """Compare what a connection in memory holds with what it should be, and bring it up to date.

    Raises:
        WorkspaceError: it is damaged, altered or newer.
    """
    version = _version(conn, path)
    assure_rows(conn, path, size=size)
    if version < migrations.version():
        migrations.upgrade(conn)


def assure_rows(conn: Connection, path: Path, *, size: int) -> None:
    """Look at every row of a file whose tables are in order.

    Raises:
        WorkspaceError: one is damaged, or is nothing that this program writes.
    """
    # Text that is no longer UTF-8 shows only while reading.
    with refusals.readable(path), explained(path):
        _refuse_damage(conn, path, size)
        if strange := nonsense.found(conn):
            raise refusals.nonsense(path, strange)
        if long := limits.exceeded(conn):
            raise refusals.too_long(path, long)


def _version(conn: Connection, path: Path) -> int:
    """Return the version of a file in whose tables nothing is strange."""
    with refusals.readable(path), explained(path):
        ((version,),) = conn.rows("PRAGMA user_version")
        _refuse_strangers(conn, path, version)
    return int(version)


def assure_same(written: Connection, source: Connection, path: Path) -> None:
    """Refuse a copy in which anything is not as in its source.

    Raises:
        WorkspaceError: something is.
    """
    ((version,),) = written.rows("PRAGMA user_version")
    _refuse_strangers(written, path, version)
    _refuse_damage(written, path, written.path.stat().st_size)
    same = "SELECT weight FROM whole"
    if written.rows(same) != source.rows(same):
        raise refusals.damaged(path, "the copy differs")


def _refuse_strangers(conn: Connection, path: Path, version: int) -> None:
    """Refuse a file with tables, triggers or views that a file of its version does not have."""
    strange = migrations.described(conn) ^ migrations.schema(version)
    if strange:
        raise refusals.altered(path, str(sorted(map(str, strange))))
    if unknown := migrations.unknown(conn):
        raise refusals.altered(path, str(unknown))


def _refuse_damage(conn: Connection, path: Path, size: int) -> None:
    """Refuse a file in which SQLite finds a fault of structure, or a seal a changed value."""
    ((pages,),), ((page_size,),) = conn.rows("PRAGMA page_count"), conn.rows("PRAGMA page_size")
    if size < pages * page_size:  # SQLite takes the rest of a page for zeros
        raise refusals.damaged(path, "truncated")
    ((answer,),) = conn.rows("PRAGMA integrity_check(1)")
    if answer != "ok":
        raise refusals.damaged(path, answer)
    weight = 0
    there = {name for _, name, _ in migrations.described(conn)}  # an older file has fewer tables
    for table in (table for table in TABLES if table.name in there):
        for row_id, crc, fits in table.seals(conn):
            if not fits:
                raise refusals.damaged(path, f"{table.name} {row_id}")
            weight += crc
    if conn.rows("SELECT weight FROM whole") != [(weight,)]:
        raise refusals.damaged(path, "rows of different moments")


def _upgrade(conn: Connection, path: Path, version: int) -> None:
    """Bring a file up to date and keep it beside as it was."""
    copy = _copy_aside(conn, path, version)
    try:
        migrations.upgrade(conn)
    except BaseException:
        if conn.rows("PRAGMA user_version") == [(version,)]:  # the next try makes another copy
            copy.unlink()
        raise


def _copy_aside(conn: Connection, path: Path, version: int) -> Path:
    with refusals.folder(path), alone_in(path.parent):
        aside = sidecars.free(path.with_stem(f"{path.stem}{UPGRADED}{version}版"))
        with new_file(aside) as new:
            copy = Connection.to(new, shown=aside)
            try:
                conn.backup(copy)
            finally:
                copy.close()
            new.rename(aside)
    return aside


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Make an empty file that only its owner may read, to be renamed when it is finished."""
    new = path.parent / f".{path.name}.new"
    journal = sidecars.beside(new, "-journal")
    for left in (new, journal):  # by a program that was killed
        left.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep others of our kind from making files here; in the end, make renames outlast a crash.

    Windows needs neither: it does not rename over a file, nor remove one that is open.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno == errno.EIO:  # others say that this file system cannot
                raise
    finally:
        os.close(handle)
