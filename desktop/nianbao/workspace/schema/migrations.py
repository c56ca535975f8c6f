"""How the file came to look as it does. Migrations are only ever appended.

Each runs in a transaction of its own and ends by setting `user_version` to its number. Where there
is much SQL it stands in a module of its own, such as `m001`.
"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sqlite_utils import Database, Migrations

from nianbao.workspace.schema import m001, m002

APPLICATION_ID = 0x5E7462A5  # 年报, in UTF-16

migrations = Migrations("nianbao")


def version() -> int:
    """Return the newest version of the file that this program knows."""
    return len(names())


def upgrade(conn: sqlite3.Connection) -> None:
    """Bring a file to the newest version."""
    _apply(conn)


def unknown(conn: sqlite3.Connection) -> list[str]:
    """Return the migrations that a file went through and this program does not know."""
    known = names()
    return [done.name for done in migrations.applied(_database(conn)) if done.name not in known]


@lru_cache
def schema(number: int) -> frozenset[tuple[str, str, str | None]]:
    """Return what a file of a version consists of, as `described` does."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _apply(conn, stop_before=names()[number:])
        return described(conn)
    finally:
        conn.close()


def fresh() -> tuple[bytes, frozenset[int]]:
    """Return the content of an empty file, and which of its pages, from 1, hold the schema."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _apply(conn)
        roots = {root for (root,) in conn.execute("SELECT rootpage FROM sqlite_master")}
        ((pages,),) = conn.execute("PRAGMA page_count").fetchall()
        return conn.serialize(), frozenset(range(1, pages + 1)) - roots
    finally:
        conn.close()


def empty() -> sqlite3.Connection:
    """Return a connection to an empty file of the newest version, in memory."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    _apply(conn)
    return conn


@lru_cache
def references(table: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return what a table of the newest version refers to: a table, columns here, columns there."""
    found: dict[int, tuple[str, tuple[str, ...], tuple[str, ...]]] = {}
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _apply(conn)
        for number, _, parent, here, there, *_ in conn.execute(
            f'PRAGMA foreign_key_list("{table}")'
        ):
            _, mine, others = found.get(number, (parent, (), ()))
            found[number] = (parent, (*mine, here), (*others, there))
    finally:
        conn.close()
    return tuple(found.values())


class ColumnSpec(NamedTuple):
    """What a column holds: INTEGER, TEXT, REAL or BLOB, and whether it may hold nothing."""

    kind: str
    may_lack: bool

    @property
    def kinds(self) -> str:
        """What SQLite may call its values, as a list in SQL."""
        return f"'{self.kind.lower()}'" + (", 'null'" if self.may_lack else "")


@lru_cache
def columns(table: str) -> dict[str, ColumnSpec]:
    """Return the columns of a table of the newest version."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _apply(conn)
        rows = conn.execute(f'PRAGMA table_info("{table}")').fetchall()
    finally:
        conn.close()
    return {name: ColumnSpec(kind, may_lack=not needed) for _, name, kind, needed, *_ in rows}


def described(conn: sqlite3.Connection) -> frozenset[tuple[str, str, str | None]]:
    """Return type, name and SQL of everything a file consists of."""
    return frozenset(conn.execute("SELECT type, name, sql FROM sqlite_master").fetchall())


def names() -> list[str]:
    """Return the names of all migrations, in order."""
    conn = sqlite3.connect(":memory:")
    try:
        return [migration.name for migration in migrations.pending(_database(conn))]
    finally:
        conn.close()


def _apply(conn: sqlite3.Connection, *, stop_before: Iterable[str] = ()) -> None:
    # sqlite-utils would make this table itself, and word it anew some day; files are compared.
    conn.execute("""
        CREATE TABLE IF NOT EXISTS _sqlite_migrations (
            id INTEGER PRIMARY KEY,
            migration_set TEXT NOT NULL,
            name TEXT NOT NULL,
            applied_at TEXT NOT NULL,
            UNIQUE (migration_set, name)
        )
    """)
    migrations.apply(_database(conn), stop_before=stop_before)


def _database(conn: sqlite3.Connection) -> Database:
    # Plugins installed beside sqlite-utils have no business in a user's file.
    return Database(conn, execute_plugins=False)


@migrations()
def m001_reports_ledger_and_log(db: Database) -> None:
    """Make an empty workspace."""
    for statement in m001.STATEMENTS:
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 1")


@migrations()
def m002_marks_and_versions(db: Database) -> None:
    """Make room for decisions and for versions of a year."""
    for statement in m002.STATEMENTS:
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 2")
