"""A file that is written behind: in order, in whole steps, saved only when they are in it."""

import os
import threading
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.processes import started
from tests.workspace.files import UNIT, report
from tests.workspace.made_up import content
from tests.workspace.slow_disk import Disk
from tests.workspace.users import User

from nianbao.errors import WorkspaceError
from nianbao.workspace import Workspace, writer
from nianbao.workspace.connection import Connection
from nianbao.workspace.copies import snapshot
from nianbao.workspace.rows import reports


class Behind(User):
    """Works on a copy in memory; after each restart the file must hold what the copy held."""

    def __init__(self, path, seed):
        super().__init__(path, seed)
        self.restart()

    def fill(self):
        fill(self.workspace.writer)

    def free(self):
        free(self.workspace.writer)

    def restart(self):
        if self.workspace.writer is not None:
            free(self.workspace.writer)
            assert self.workspace.writer.wait(60)
        held = content(self.workspace)
        self.workspace.close()
        with Workspace.open(self.path) as written:
            assert content(written) == held
        self.workspace = Workspace.open(self.path, write_behind=True)


@pytest.fixture
def workspace(path):
    Workspace.create(path).close()
    with Workspace.open(path, write_behind=True) as workspace:
        yield workspace


def write(workspace, text):
    with workspace.act(f"写{text}") as action:
        workspace.save_report(action, report(text))


def fill(writer):
    """Let SQLite have no page more, as on a full disk."""
    writer.wait(60)
    ((pages,),) = writer.conn.rows("PRAGMA page_count")
    writer.conn.rows(f"PRAGMA max_page_count = {pages}")


def free(writer):
    writer.conn.rows("PRAGMA max_page_count = 1000000")
    writer.retry()


def written(path):
    """What the file holds, whoever has it open."""
    conn = snapshot.unchecked(path)
    found = reports.load(conn, UNIT, 2025)
    conn.close()
    return found.front[0].text if found else ""


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 2**32),
    deeds=st.lists(
        st.sampled_from(["step", "step", "step", "undo", "undo", "redo", "restart", "fill", "free"])
    ),
)
def test_the_file_gets_all_that_is_done_to_the_copy(path, seed, deeds):
    path.unlink(missing_ok=True)
    user = Behind(path, seed)
    for deed in deeds:
        getattr(user, deed)()
        user.compare()
    user.restart()
    user.workspace.close()


def test_nobody_waits_for_the_disk_and_what_waits_goes_in_together(workspace, path, monkeypatch):
    disk = Disk(monkeypatch)
    write(workspace, "第一步")
    assert disk.asked.wait(60)

    for number in range(20):
        write(workspace, f"第{number}次")
    workspace.undo()

    assert workspace.report(UNIT, 2025).front[0].text == "第18次"
    assert workspace.writer.waiting == 22
    assert written(path) == ""
    disk.go.set()
    assert workspace.writer.wait(60)
    assert written(path) == "第18次"
    assert len(disk.commits) == 2


def test_a_disk_that_was_slow_the_last_time_is_not_waited_for_again(workspace, monkeypatch):
    disk, waits = Disk(monkeypatch), []
    real = workspace.writer.wait
    monkeypatch.setattr(
        workspace.writer, "wait", lambda *given: waits.append(given) or real(*given)
    )
    write(workspace, "第一步")
    assert len(waits) == 1
    assert disk.asked.wait(60)
    time.sleep(2 * writer._SOON)  # it is slow from when it was asked, not from when we wrote
    disk.go.set()
    assert real(60)

    monkeypatch.setattr(writer, "_SOON", 60)  # from now on every disk is quick
    write(workspace, "第二步")
    assert len(waits) == 1
    assert real(60)
    write(workspace, "第三步")
    assert len(waits) == 2


def test_what_cannot_be_written_waits_whole_and_is_tried_again(workspace, path):
    write(workspace, "写上了")
    assert workspace.writer.wait(60)
    told = threading.Event()
    fill(workspace.writer)
    workspace.writer.told = told.set

    write(workspace, "很长的一段，" * 20000)
    write(workspace, "后来的")
    assert told.wait(60)

    assert not workspace.writer.wait(60)
    assert "磁盘" in str(workspace.writer.error)
    assert workspace.writer.waiting == 2
    assert workspace.report(UNIT, 2025).front[0].text == "后来的"
    assert written(path) == "写上了"

    free(workspace.writer)
    assert workspace.writer.wait(60)
    assert workspace.writer.error is None
    assert written(path) == "后来的"


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody rename an open file")
def test_nothing_goes_into_a_file_that_was_moved_away(workspace, path):
    path.rename(path.with_name("别处.nianbao"))

    write(workspace, "没有地方写")

    assert not workspace.writer.wait(60)
    assert isinstance(workspace.writer.error, WorkspaceError)
    path.with_name("别处.nianbao").rename(path)
    workspace.writer.retry()
    assert workspace.writer.wait(60)
    assert written(path) == "没有地方写"


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody rename an open file")
def test_what_was_begun_in_a_file_that_went_away_is_begun_anew_when_it_is_back(
    workspace, path, monkeypatch
):
    executemany, away = Connection.executemany, path.with_name("别处.nianbao")

    def moved_away(conn, sql, rows, /):
        if conn.identity is not None and path.exists():
            path.rename(away)
        return executemany(conn, sql, rows)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Connection, "executemany", moved_away)
        write(workspace, "写到一半")
        assert not workspace.writer.wait(60)
    away.rename(path)
    workspace.writer.retry()

    assert workspace.writer.wait(60)
    assert written(path) == "写到一半"


_UNCLOSED = """
import sys
from pathlib import Path
from nianbao.workspace import Workspace
left = Workspace.open(Path(sys.argv[1]), write_behind=True)
"""


def test_a_program_that_ends_waits_for_nothing_that_was_left_open(path):
    Workspace.create(path).close()
    process = started("-c", _UNCLOSED, path)
    try:
        assert process.wait(60) == 0
    finally:
        process.kill()


def test_closing_writes_what_waits(path):
    Workspace.create(path).close()
    workspace = Workspace.open(path, write_behind=True)
    write(workspace, "最后一步")
    workspace.close()
    assert written(path) == "最后一步"


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody rename an open file")
def test_closing_leaves_what_cannot_be_written(path):
    with Workspace.create(path) as workspace:
        write(workspace, "写上了")
    workspace = Workspace.open(path, write_behind=True)
    path.rename(path.with_name("别处.nianbao"))
    write(workspace, "写不上")
    assert not workspace.writer.wait(60)
    workspace.close()
    assert written(path.with_name("别处.nianbao")) == "写上了"


def test_closing_waits_for_what_is_behind(path, monkeypatch):
    Workspace.create(path).close()
    workspace, disk = Workspace.open(path, write_behind=True), Disk(monkeypatch)
    write(workspace, "正在写")
    assert disk.asked.wait(60)
    write(workspace, "还在等")

    def let_go():
        while not workspace.writer._closing:
            time.sleep(0.001)
        disk.go.set()

    threading.Thread(target=let_go).start()
    workspace.close()

    assert written(path) == "还在等"


def test_a_backup_has_what_was_done_before_it_and_nobody_waits_for_it(workspace, monkeypatch):
    write(workspace, "备份前")
    assert workspace.writer.wait(60)
    disk = Disk(monkeypatch)
    workspace.back_up("手动")
    write(workspace, "备份后")
    assert disk.asked.wait(60)
    assert workspace.report(UNIT, 2025).front[0].text == "备份后"

    disk.go.set()
    workspace.backups.wait()
    (made,) = workspace.backups.listed()
    assert written(made.path) == "备份前"


def test_a_copy_has_also_what_could_not_be_saved(workspace, path, tmp_path):
    fill(workspace.writer)
    write(workspace, "很长的一段，" * 20000)
    assert not workspace.writer.wait(60)

    workspace.copying_to(tmp_path / "别处.nianbao")()

    assert written(tmp_path / "别处.nianbao") == "很长的一段，" * 20000
    assert written(path) == ""


def test_a_commit_that_was_done_although_it_failed_is_not_done_twice(workspace, path, monkeypatch):
    execute, failures = Connection.execute, [OSError("the disk went away")]

    def done_and_failed(conn, sql, values=(), /):
        found = execute(conn, sql, values)
        if sql == "COMMIT" and conn.identity is not None and failures:
            raise failures.pop()
        return found

    monkeypatch.setattr(Connection, "execute", done_and_failed)
    write(workspace, "第一步")
    assert not workspace.writer.wait(60)
    assert isinstance(workspace.writer.error, OSError)
    write(workspace, "第二步")
    workspace.writer.retry()

    assert workspace.writer.wait(60)
    assert written(path) == "第二步"
    assert len(workspace.history()) == 2


def test_nothing_is_written_over_a_file_that_is_not_as_it_was_left(workspace, path):
    other = workspace.writer.conn
    other.execute("UPDATE whole SET weight = weight + 1")

    write(workspace, "一步")

    assert not workspace.writer.wait(60)
    assert "损坏" in str(workspace.writer.error)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody rename an open file")
@pytest.mark.parametrize("changed", [False, True])
def test_a_file_that_comes_back_gets_what_waits_unless_it_was_changed(
    workspace, path, tmp_path, changed
):
    write(workspace, "写上了")
    away = tmp_path / "拔下.nianbao"
    path.rename(away)
    assert "不在" in workspace.missing()
    write(workspace, "拔下时写的")
    assert not workspace.writer.wait(60)
    back = tmp_path / "别的电脑上.nianbao"
    back.write_bytes(away.read_bytes())
    if changed:
        with Workspace.open(back) as elsewhere:
            write(elsewhere, "在别处写的")
    back.rename(path)

    same = workspace.reopen()

    assert same is not changed
    assert workspace.writer.error is None
    assert workspace.writer.wait(60)
    assert workspace.missing() == ""
    text = "在别处写的" if changed else "拔下时写的"
    assert (workspace.report(UNIT, 2025).front[0].text, written(path)) == (text, text)
    write(workspace, "接着写")
    assert workspace.writer.wait(60)
    assert written(path) == "接着写"
    with pytest.raises(WorkspaceError, match="打开"):
        Workspace.open(path)
