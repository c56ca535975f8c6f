"""A file that is no longer whole: noticed, said, and left as it is."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from tests.workspace.files import UNIT, alter, refusal, report
from tests.workspace.made_up import content

from nianbao.errors import WorkspaceError
from nianbao.report.model import EntryKind
from nianbao.workspace import Workspace, opening
from nianbao.workspace.connection import Connection
from nianbao.workspace.rows.tables import seal


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_half_a_file_is_refused(store, share):
    data = store.read_bytes()
    store.write_bytes(data[: int(len(data) * share)])

    assert "已经损坏" in refusal(store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE element SET text = replace(text, '5', '6')",
        "UPDATE element SET text = CAST(x'e5b9b4ff' AS TEXT)",
        "UPDATE action SET name = '别的'",
        "UPDATE change SET last_row = 2",
        "UPDATE mark SET text = '部分'",
        "UPDATE version SET data = x'00'",
        "DELETE FROM version",
        "DROP INDEX change_action",
        "DELETE FROM element",
        "INSERT INTO whole VALUES (0)",
    ],
)
def test_a_value_changed_behind_our_back_is_noticed(store, statement):
    alter(store, statement)

    assert "没有打开" in refusal(store)


def test_the_rows_of_a_large_file_may_be_looked_at_when_it_is_open(store, monkeypatch):
    monkeypatch.setattr(opening, "_LARGE", 0)
    with Workspace.open(store, write_behind=True) as workspace:
        assert workspace.check
        workspace.check()
    with Workspace.open(store) as workspace:
        assert workspace.check is None  # without a window all is looked at before

    alter(store, "UPDATE element SET text = replace(text, '5', '6')")
    assert "已经损坏" in refusal(store)
    with Workspace.open(store, write_behind=True) as workspace, pytest.raises(WorkspaceError):
        workspace.check()


def test_damage_of_a_single_byte_is_noticed_or_harmless(store):
    with Workspace.open(store) as workspace:
        for year in range(2015, 2025):
            with workspace.act("导入") as action:
                workspace.save_report(action, report("一" * 400, year))
        workspace.undo()
        good, history = content(workspace), workspace.history()
    data = store.read_bytes()
    rnd = random.Random(1)  # noqa: S311 repeatable, not secret
    noticed = 0

    for _ in range(300):
        damaged = bytearray(data)
        damaged[rnd.randrange(len(data))] ^= rnd.randrange(1, 256)
        store.write_bytes(damaged)
        try:
            workspace = Workspace.open(store)
        except WorkspaceError:
            noticed += 1
            continue
        with workspace:
            assert content(workspace) == good
            assert workspace.history() == history

    assert noticed > 30


def test_a_stray_wal_of_another_store_is_not_played_back(store, tmp_path):
    other = tmp_path / "其他" / "other.db"
    other.parent.mkdir()
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("PRAGMA journal_mode = wal")
        conn.execute("CREATE TABLE t (x)")
        conn.execute("INSERT INTO t VALUES (1)")
        conn.commit()
        shutil.copy(f"{other}-wal", f"{store}-wal")

    with Workspace.open(store) as workspace:
        assert workspace.report(UNIT, 2025) == report()

    assert store.with_name(f"{store.name}-wal.移开").exists()


def test_a_file_another_program_has_in_wal_mode_is_refused_while_its_log_holds_content(store):
    with closing(sqlite3.connect(store, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = wal")
        conn.execute("UPDATE promise SET answer = ''")
        conn.execute("CREATE TABLE t (x)")

        with pytest.raises(WorkspaceError, match="别的数据库软件"):
            Workspace.open(store)

        conn.execute("DROP TABLE t")

    with Workspace.open(store) as workspace:  # closed properly, it is a whole file again
        assert workspace.report(UNIT, 2025) == report()
    assert store.read_bytes()[18:20] == b"\x01\x01"


def crash(path):
    """Leave a file as a power failure in the middle of writing does."""
    code = """if True:
        import os, sys
        from pathlib import Path
        from nianbao.workspace.connection import Connection
        conn = Connection.to(Path(sys.argv[1]))
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN")
        conn.execute("UPDATE element SET text = 'half'")
        for n in range(200):
            row = (n, str(n), "", str(n) * 100, "", 0)
            conn.execute("INSERT INTO promise VALUES (?, '', 0, ?, ?, ?, ?, '', ?)",
                         (n, str(n), "", "", str(n) * 100, 0))
        os._exit(1)
    """
    subprocess.run([sys.executable, "-c", code, path], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.read_bytes().startswith(b"\xd9\xd5\x05\xf9")
    return journal


def test_a_step_cut_off_by_a_power_failure_never_happened(store):
    before = store.read_bytes()
    crash(store)
    assert store.read_bytes() != before

    with Workspace.open(store) as workspace:
        assert workspace.report(UNIT, 2025) == report()

    assert store.read_bytes() == before
    assert os.listdir(store.parent) == [store.name]


def test_the_journal_of_another_store_does_not_ruin_this_one(store, tmp_path):
    other = tmp_path / "其他" / store.name
    other.parent.mkdir()
    Workspace.create(other).close()
    with Workspace.open(other) as workspace, workspace.act("导入") as action:
        workspace.save_report(action, report("别县" * 9000, 2001))
    journal = crash(other)
    shutil.copy(journal, store.parent)

    with Workspace.open(store) as workspace:
        assert workspace.report(UNIT, 2025) == report()

    assert set(os.listdir(store.parent)) == {store.name, f"{journal.name}.移开", "其他"}


def test_a_damaged_file_with_a_journal_is_left_as_it_is(store):
    journal = crash(store)
    data = bytearray(store.read_bytes())
    data[4096:8192] = bytes(4096)
    store.write_bytes(data[:8192])
    before = {file.name: file.read_bytes() for file in store.parent.iterdir()}
    journal_of_another = bytearray(journal.read_bytes())
    journal_of_another[12:16] = bytes(4)  # its pages no longer fit
    journal.write_bytes(journal_of_another)
    before[journal.name] = bytes(journal_of_another)

    with pytest.raises(WorkspaceError, match="没有打开"):
        Workspace.open(store)

    assert {file.name: file.read_bytes() for file in store.parent.iterdir()} == before


def test_a_full_disk_loses_one_step_and_no_more(workspace):
    with workspace.act("导入") as action:
        workspace.save_report(action, report())
    before = content(workspace)
    (pages,) = workspace._conn.rows("PRAGMA page_count")[0]
    workspace._conn.execute(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(WorkspaceError, match="磁盘已满"), workspace.act("改写") as action:
        workspace.save_report(action, report("长" * 50_000))

    assert not workspace._conn.in_transaction
    assert content(workspace) == before
    workspace._conn.execute("PRAGMA max_page_count = 100000")
    with workspace.act("改写") as action:
        workspace.save_report(action, report("长" * 50_000))
    assert workspace.undo() == "改写"


def test_a_file_that_may_not_be_written_is_said(store):
    conn = sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True, factory=Connection)
    conn.shown = store

    with closing(conn), pytest.raises(WorkspaceError, match="不能写入"):
        conn.execute("DELETE FROM report")


def test_only_plain_values_are_sealed():
    """A subclass of str reads back as a str, whose seal is another."""
    with pytest.raises(TypeError, match="cannot be stored"):
        seal(1, ("a", EntryKind.PLAN))
