"""A workspace to look at: its content as it was at one moment, in memory, never written.

So a second person can read what somebody else has open, and read-only media need no journal.
"""

import sqlite3
import time
from pathlib import Path

from nianbao.machine import leftovers, ordinary
from nianbao.machine.whereabouts import real
from nianbao.workspace import opening, refusals
from nianbao.workspace.connection import Connection

MOST = 1 << 30  # bytes that are taken into memory; of 1,800 reports it is a fifth
_TRIES = 5
_PAUSE = 0.15  # seconds; a step is written in a few milliseconds


def taken(path: Path) -> Connection:
    """Return a connection to the content of a file, checked; the file stays as it is.

    A file that is being written in this very moment is read again.

    Raises:
        WorkspaceError: it is missing, damaged, newer or not a workspace.
    """
    path = real(path)
    opening.look(path)
    for _ in range(_TRIES - 1):
        try:
            return _assured(path)
        except refusals.DamagedError:
            time.sleep(_PAUSE)
    return _assured(path)


def unchecked(path: Path) -> Connection:
    """Return a connection to the content of a file, whatever it is.

    Raises:
        WorkspaceError: it cannot be read, or is no database at all.
    """
    try:
        data = ordinary.read(path, MOST)
    except ordinary.TooLongError as error:
        raise refusals.too_big(path) from error
    except OSError as error:
        raise refusals.missing(path, str(error)) from error
    return of_bytes(data, path)


def of_bytes(data: bytes, path: Path) -> Connection:
    """Return a connection to content that was read from a file; see `unchecked`."""
    if data[18:20] == b"\2\2":  # another program's write-ahead log, which is not there
        data = data[:18] + b"\1\1" + data[20:]
    conn = Connection.in_memory(shown=path)
    try:
        _fill(conn, data)
    except sqlite3.Error as error:
        conn.close()
        raise refusals.damaged(path, str(error)) from error
    except BaseException:
        conn.close()
        raise
    return conn


def _assured(path: Path) -> Connection:
    conn = unchecked(path)
    try:
        opening.assure(conn, path, size=path.stat().st_size)
        conn.execute("PRAGMA query_only = ON")
    except BaseException:
        conn.close()
        raise
    return conn


def _fill(conn: Connection, data: bytes) -> None:
    if hasattr(conn, "deserialize"):
        conn.deserialize(data)
        return
    with leftovers.folder() as folder:  # an SQLite without it
        copy = folder / "copy"
        copy.touch(0o600)
        copy.write_bytes(data)
        source = sqlite3.connect(copy)
        try:
            source.backup(conn)
        finally:
            source.close()
