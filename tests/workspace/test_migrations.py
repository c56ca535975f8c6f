"""Each version of the file, and the way from one to the next."""

import os
import sqlite3

import pytest
import sqlite_utils
from tests.workspace.made_up import content

from nianbao.workspace import Workspace, migrations
from nianbao.workspace.tables import ACTION, CHANGE, CONTENT

TABLES = {**CONTENT, "action": ACTION, "change": CHANGE}


@pytest.fixture
def tomorrow(monkeypatch):
    """A program with one migration more."""
    newer = sqlite_utils.Migrations("nianbao")
    for migration in migrations.migrations.pending(sqlite_utils.Database(memory=True)):
        newer(name=migration.name)(migration.fn)
    monkeypatch.setattr(migrations, "migrations", newer)
    migrations.schema.cache_clear()
    yield newer
    migrations.schema.cache_clear()


def test_every_migration_has_a_test_of_its_name():
    assert set(migrations.names()) == {name[5:] for name in globals() if name[:6] == "test_m"}


def test_m001_reports_ledger_and_log(workspace):
    assert workspace._conn.rows("PRAGMA user_version") == [(1,)]
    assert {name for kind, name, _ in migrations.described(workspace._conn) if kind == "table"} == {
        *TABLES,
        "whole",
        "_sqlite_migrations",
    }


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_has_the_columns_that_the_program_knows(workspace, table):
    columns = workspace._conn.rows(f"PRAGMA table_info({table.name})")

    assert [column[1] for column in columns] == ["row_id", *table.columns, "crc"]


def test_an_older_file_is_upgraded_and_kept_as_it_was(store, tomorrow):
    @tomorrow()
    def m002_notes(db):
        db.conn.execute("CREATE TABLE note (row_id INTEGER PRIMARY KEY)")
        db.conn.execute("PRAGMA user_version = 2")

    old = content_of(store)

    with Workspace.open(store) as workspace:
        assert content(workspace) == old
        assert workspace._conn.rows("PRAGMA user_version") == [(2,)]
        assert workspace.undo() == "导入"

    copy = store.with_stem(f"{store.stem}-升级前第1版")
    assert sorted(os.listdir(store.parent)) == sorted([store.name, copy.name])
    assert os.name == "nt" or copy.stat().st_mode & 0o777 == 0o600
    Workspace.open(store).close()
    assert content_of(copy) == old


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(store, tomorrow):
    def m002_failing(db):
        db.conn.execute("CREATE TABLE note (row_id INTEGER PRIMARY KEY)")
        raise ZeroDivisionError

    old = content_of(store)
    tomorrow()(m002_failing)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            Workspace.open(store)

    with sqlite3.connect(store) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (1,)
        tables = conn.execute("SELECT name FROM sqlite_master WHERE name = 'note'").fetchall()
    conn.close()
    assert tables == []
    assert content_of(store) == old
    assert os.listdir(store.parent) == [store.name]


def content_of(path):
    with sqlite3.connect(path) as conn:
        found = {
            name: conn.execute(f"SELECT * FROM {name} ORDER BY row_id").fetchall()  # noqa: S608
            for name in CONTENT
        }
    conn.close()
    return found
