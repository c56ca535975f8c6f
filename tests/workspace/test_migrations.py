"""Each version of the file, and the way from one to the next."""

import os
import sqlite3

import pytest
import sqlite_utils
from tests.workspace.files import UNIT, alter, of_version, refusal, report
from tests.workspace.made_up import content, sha256

from nianbao.report.figures.figure import Figure, Indicator, Promise
from nianbao.report.mark import Mark, MarkKind
from nianbao.workspace import Workspace
from nianbao.workspace.rows.tables import ACTION, CHANGE, CONTENT
from nianbao.workspace.schema import migrations

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


def tables(conn):
    return {name for kind, name, _ in migrations.described(conn) if kind == "table"}


def test_m001_reports_ledger_and_log(path):
    with of_version(path, 1) as workspace:
        assert workspace._conn.rows("PRAGMA user_version") == [(1,)]
        assert tables(workspace._conn) == {*TABLES, "whole", "_sqlite_migrations"} - {
            "mark",
            "version",
        }


def test_m002_marks_and_versions(path):
    data = bytes(range(256))
    with of_version(path, 1) as workspace:
        with workspace.act("导入") as action:
            workspace.add_original(
                action, sha256=sha256(data), name="a", kind="txt", data=data, unit=UNIT, year=2025
            )
            workspace.save_report(action, report(), sha256=sha256(data))
            workspace.save_indicators(action, UNIT, [Indicator(name="甲", label="甲", unit="件")])
            workspace.save_figures(action, UNIT, [Figure(indicator="甲", year=2025)])
            promises = [Promise(id="p", year=2025, kind="plan", title="题", text="文")]
            workspace.save_promises(action, UNIT, promises)
        with workspace.act("改写") as action:
            workspace.save_report(action, report("别的题目"))
        workspace.undo()
        history = workspace.history()
    old = content_of(path)

    with Workspace.open(path) as workspace:
        assert tables(workspace._conn) == {*TABLES, "whole", "_sqlite_migrations"}
        assert workspace._conn.rows("PRAGMA user_version") == [(2,)]
        assert content(workspace) == old | {"mark": [], "version": []}
        assert workspace.history() == history
        assert workspace.redo() == "改写"
        with workspace.act("保留") as action:
            mark = Mark(kind=MarkKind.KEPT, target="e1")
            workspace.save_marks(action, UNIT, 2025, [mark])
            workspace.keep_version(
                action, UNIT, 2025, "送审稿", automatic=False, at="2026-01-05T06:02:00+00:00"
            )

    with Workspace.open(path) as workspace:
        assert workspace.report(UNIT, 2025) == report("别的题目")
        assert workspace.marks(UNIT, 2025) == [mark]
        assert [info.name for info in workspace.versions(UNIT, 2025)] == ["送审稿"]
        assert [workspace.undo() for _ in range(4)] == ["保留", "改写", "导入", None]


def test_an_older_file_is_looked_through_for_damage_before_it_is_upgraded(path):
    with of_version(path, 1) as workspace, workspace.act("导入") as action:
        workspace.save_report(action, report())
    alter(path, "UPDATE element SET text = replace(text, '5', '6')")

    assert "已经损坏" in refusal(path)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_has_the_columns_that_the_program_knows(workspace, table):
    columns = workspace._conn.rows(f"PRAGMA table_info({table.name})")

    assert [column[1] for column in columns] == ["row_id", *table.columns, "crc"]


def test_an_older_file_is_upgraded_and_kept_as_it_was(store, tomorrow):
    @tomorrow()
    def m003_notes(db):
        db.conn.execute("CREATE TABLE note (row_id INTEGER PRIMARY KEY)")
        db.conn.execute("PRAGMA user_version = 3")

    old = content_of(store)

    with Workspace.open(store) as workspace:
        assert content(workspace) == old
        assert workspace._conn.rows("PRAGMA user_version") == [(3,)]
        assert workspace.undo() == "导入"

    copy = store.with_stem(f"{store.stem}-升级前第2版")
    assert sorted(os.listdir(store.parent)) == sorted([store.name, copy.name])
    assert os.name == "nt" or copy.stat().st_mode & 0o777 == 0o600
    Workspace.open(store).close()
    assert content_of(copy) == old


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(store, tomorrow):
    def m003_failing(db):
        db.conn.execute("CREATE TABLE note (row_id INTEGER PRIMARY KEY)")
        raise ZeroDivisionError

    old = content_of(store)
    tomorrow()(m003_failing)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            Workspace.open(store)

    with sqlite3.connect(store) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (2,)
        tables = conn.execute("SELECT name FROM sqlite_master WHERE name = 'note'").fetchall()
    conn.close()
    assert tables == []
    assert content_of(store) == old
    assert os.listdir(store.parent) == [store.name]


def content_of(path):
    with sqlite3.connect(path) as conn:
        found = {
            name: conn.execute(f"SELECT * FROM {name} ORDER BY row_id").fetchall()  # noqa: S608
            for name in CONTENT.keys() & tables(conn)
        }
    conn.close()
    return found
