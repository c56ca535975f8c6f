"""A workspace held, viewed, moved away and found again; copies that must be the same."""

import os
import shutil
from datetime import datetime

import pytest
from tests.workspace.files import UNIT, report

from nianbao.errors import InputError, WorkspaceError
from nianbao.workspace import Workspace, opening
from nianbao.workspace.connection import Connection, is_open_here
from nianbao.workspace.copies import backup, copying, restoring, snapshot
from nianbao.workspace.guard import holding

posix = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take an open file away")


def change(store, text="改了"):
    with store.act("改") as action:
        store.save_report(action, report(text))


def test_what_another_holds_is_viewed_and_says_why(store):
    hold = holding.take(store)
    try:
        with pytest.raises(WorkspaceError, match="现在只能查看"):
            Workspace.open(store)
        with Workspace.open_or_view(store) as viewed:
            assert "编辑，现在只能查看" in viewed.read_only
            assert viewed.report(UNIT, 2025) == report()
    finally:
        hold.release()
    with Workspace.open_or_view(store) as opened:
        assert opened.read_only == ""


def test_what_is_no_workspace_is_not_viewed_either(tmp_path):
    (tmp_path / "甲.db").write_text("文字" * 99, encoding="utf-8")
    with pytest.raises(WorkspaceError, match="不是年报助手保存的"):
        Workspace.open_or_view(tmp_path / "甲.db")
    with pytest.raises(WorkspaceError, match="没有找到文件"):
        Workspace.view(tmp_path / "没有.db")


@posix
def test_a_file_that_is_gone_is_said_and_gone_on_with_when_it_is_back(store):
    away = store.with_name("挪走.db")
    with Workspace.open(store) as workspace:
        assert workspace.missing() == ""
        store.rename(away)
        assert f"年报库“{store.name}”不在原来的地方了" in workspace.missing()
        with pytest.raises(WorkspaceError, match="没有找到文件"):
            workspace.reopen()
        shutil.copyfile(away, store)
        assert workspace.missing() != ""  # another file, though it holds the same
        assert workspace.reopen()
        assert workspace.missing() == ""
        change(workspace)
        assert workspace.backups.make("试") is not None
    with Workspace.open(store) as workspace:
        assert workspace.report(UNIT, 2025) == report("改了")


@posix
def test_a_file_that_holds_something_else_is_said_to(store):
    older = store.with_name("旧.db")
    shutil.copyfile(store, older)
    with Workspace.open(store) as workspace:
        change(workspace)
        store.unlink()
        older.rename(store)
        assert not workspace.reopen()
        assert workspace.report(UNIT, 2025) == report()


def test_a_view_reads_what_was_there_and_not_what_came_later(store):
    with Workspace.view(store) as viewed:
        with Workspace.open(store) as workspace:
            change(workspace)
        assert viewed.report(UNIT, 2025) == report()
        with pytest.raises(WorkspaceError, match="只读"):
            viewed._conn.execute("UPDATE whole SET weight = 0")


def test_a_file_is_known_to_be_open_here_by_whatever_name(store, tmp_path):
    link = tmp_path / "链接.db"
    assert not is_open_here(store)
    with Workspace.open(store):
        assert is_open_here(store)
        if os.name != "nt":
            link.symlink_to(store)
            assert is_open_here(link)
        with pytest.raises(WorkspaceError, match="另一个窗口"):
            opening.look(store)
    assert not is_open_here(store)
    assert not is_open_here(tmp_path / "没有.db")


def test_a_copy_is_there_whole_and_is_never_written_over_another(store, tmp_path):
    target = tmp_path / "拷贝.nianbao"
    with Workspace.open(store) as workspace:
        workspace.copying_to(target)()
        with pytest.raises(InputError, match=r"“拷贝\.nianbao”已经存在"):
            workspace.copying_to(target)()
        with pytest.raises(WorkspaceError, match="写不进去"):
            workspace.copying_to(tmp_path / "没有" / "甲.nianbao")()
    with Workspace.open(target) as copied, Workspace.view(store) as source:
        assert copied.report(UNIT, 2025) == source.report(UNIT, 2025)
        assert copied.history() == source.history()
    assert copying.weight(target) == copying.weight(store)
    assert copying.weight(tmp_path / "没有.nianbao") is None
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([store.name, target.name])


def test_a_copy_that_differs_is_refused(store, tmp_path):
    other = tmp_path / "别的.db"
    Workspace.create(other).close()
    one, two = Connection.to(store), Connection.to(other)
    try:
        opening.assure_same(one, one, store)
        with pytest.raises(WorkspaceError, match="损坏") as refused:
            opening.assure_same(two, one, store)
        assert refused.value.detail == "the copy differs"
    finally:
        one.close()
        two.close()


def test_a_backup_that_cannot_take_the_place_leaves_all_as_it_was(store, tmp_path, monkeypatch):
    saved = tmp_path / "备.nianbao"
    shutil.copyfile(store, saved)
    before = store.read_bytes()

    def refuse(self, target):
        raise OSError("no")

    monkeypatch.setattr(type(store), "replace", refuse)
    with pytest.raises(WorkspaceError, match="写不进去"):
        restoring.put_over(store, saved, keep=True)
    monkeypatch.undo()
    assert store.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([store.name, saved.name])


def test_where_somebody_writes_no_backup_takes_the_place(store, tmp_path):
    saved = tmp_path / "备.nianbao"
    shutil.copyfile(store, saved)
    with Workspace.open(store), pytest.raises(WorkspaceError, match="编辑，现在只能查看"):
        restoring.put_over(store, saved, keep=False)
    assert restoring.put_over(store, saved, keep=False) is None


def test_a_file_that_would_fill_the_memory_is_not_read(store, monkeypatch):
    monkeypatch.setattr(snapshot, "MOST", 10)
    with pytest.raises(WorkspaceError, match="大得不正常"):
        snapshot.unchecked(store)


def test_a_damaged_file_is_read_again_before_it_is_refused(store, monkeypatch):
    tried = []
    monkeypatch.setattr(snapshot.time, "sleep", tried.append)
    whole = store.read_bytes()
    store.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WorkspaceError, match="损坏"):
        snapshot.taken(store)
    assert len(tried) == 4

    def mended(_pause):
        store.write_bytes(whole)

    monkeypatch.setattr(snapshot.time, "sleep", mended)
    snapshot.taken(store).close()


def test_a_log_of_another_program_is_not_looked_for_in_memory(store):
    data = bytearray(store.read_bytes())
    data[18:20] = b"\2\2"
    conn = snapshot.of_bytes(bytes(data), store)
    assert conn.rows("SELECT count(*) FROM report") == [(1,)]
    conn.close()


def test_names_of_backups_come_back(tmp_path):
    at = datetime(2026, 9, 30, 18, 30)
    folder = backup.folder_of(tmp_path / "安澜县.nianbao")
    assert folder == tmp_path / "安澜县-备份"
    assert backup.listed(folder) == []
    folder.mkdir()
    for why in ("导入 前", "a/b:c"):
        made = backup.next_in(folder, why, at.replace(microsecond=7))
        made.path.touch()
        assert backup.named(made.path).at == at
    (folder / "别的.nianbao").touch()
    (folder / "0009_20261399-183000_x.nianbao").touch()
    assert [(one.number, one.why) for one in backup.listed(folder)] == [
        (1, "导入-前"),
        (2, "a-b-c"),
    ]
    assert backup.next_in(folder, "x" * 99, at).name == f"0003_20260930-183000_{'x' * 40}.nianbao"
