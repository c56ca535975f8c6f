"""One transaction on a workspace: all of it is done, or none of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from nianbao.errors import WorkspaceError
from nianbao.workspace.connection import Connection
from nianbao.workspace.writer import Writer, WrittenStep


@contextmanager
def transaction(conn: Connection, writer: Writer | None) -> Iterator[None]:
    """Run one transaction; what it wrote goes to the writer, where the file is written behind.

    Raises:
        WorkspaceError: the disk is full or the file cannot be reached; nothing was written.
    """
    if writer is None:
        conn.assure_in_place()
    conn.execute("BEGIN IMMEDIATE")
    conn.touched.clear()
    conn.noted, changes = (None if writer is None else []), conn.total_changes
    try:
        ((before,),) = conn.rows("SELECT weight FROM whole")
        conn.weight = before
        yield
        if conn.weight != before:
            conn.execute("UPDATE whole SET weight = ?", (conn.weight,))
        if writer is None:
            conn.assure_in_place()
        conn.execute("COMMIT")
        if writer is not None and conn.noted:
            writer.give(WrittenStep(conn.noted, conn.total_changes - changes, conn.weight))
    except sqlite3.IntegrityError as error:
        error.add_note(f"dangling: {conn.rows('PRAGMA foreign_key_check')}")
        raise
    finally:
        conn.noted = None
        if conn.in_transaction:  # something failed: that is to be shown, not this
            with suppress(sqlite3.Error, WorkspaceError):
                conn.execute("ROLLBACK")
