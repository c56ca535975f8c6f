"""Which files are opened, which are refused, and that a refused file stays as it is."""

import os
import subprocess
import sys

import pytest
from tests.workspace.files import UNIT, alter, refusal, report

from nianbao.errors import InputError, WorkspaceError
from nianbao.workspace import Workspace


def test_a_file_is_opened_again_with_all_that_was_in_it(store):
    with Workspace.open(store) as workspace:
        assert workspace.path == store
        assert workspace.report(UNIT, 2025) == report()
        assert workspace.undo() == "导入"

    with Workspace.open(store) as workspace:
        assert workspace.reports() == []
        assert workspace.redo() == "导入"


def test_closing_twice_does_no_harm(path):
    workspace = Workspace.create(path)
    with workspace.act("导入") as action:
        workspace.save_report(action, report())
    workspace.close()
    closed = path.read_bytes()

    workspace.close()

    assert path.read_bytes() == closed
    with Workspace.open(path) as again:
        assert again.report(UNIT, 2025) == report()


@pytest.mark.parametrize(
    "name",
    [
        *("a b.db", "#1.db", "100%25.db", "😀𠮷.db", "a'b;--"),
        *(() if os.name == "nt" else ("什么?.db", "file:x", 'a"b')),  # Windows forbids these
    ],
)
def test_a_file_may_have_any_name(tmp_path, name):
    path = tmp_path / "新建 文件夹#%41" / name
    path.parent.mkdir()

    with Workspace.create(path) as workspace, workspace.act("导入") as action:
        workspace.save_report(action, report())

    assert os.listdir(path.parent) == [name]
    with Workspace.open(path) as workspace:
        assert workspace.report(UNIT, 2025) == report()


def test_a_disk_that_does_not_know_the_real_names_of_files_is_written(path, names_unknown):
    with Workspace.create(path) as workspace, workspace.act("导入") as action:
        workspace.save_report(action, report())

    with Workspace.open(path) as workspace:
        assert workspace.report(UNIT, 2025) == report()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_its_owner_may_read_a_new_file(path):
    before = os.umask(0o022)
    try:
        with Workspace.create(path) as workspace, workspace.act("导入") as action:
            workspace.save_report(action, report())
            modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(before)

    own = (path.name, f"{path.name}-journal", f".{path.name}.lock")
    assert modes == dict.fromkeys(own, 0o600)


def test_a_new_file_is_never_written_over_another(path):
    for data in (b"", b"something"):
        path.write_bytes(data)

        with pytest.raises(InputError, match="已经存在"):
            Workspace.create(path)

        assert path.read_bytes() == data
        assert os.listdir(path.parent) == [path.name]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(WorkspaceError, match="写不进去"):
        Workspace.create(tmp_path / "没有" / "年报.db")


def test_leavings_of_a_deleted_file_do_not_get_into_a_new_one(path):
    for ending in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"old")

    Workspace.create(path).close()

    assert sorted(os.listdir(path.parent)) == sorted(
        [path.name, *(f"{path.name}-{part}.移开" for part in ("journal", "wal", "shm"))]
    )


def test_every_connection_is_careful(workspace):
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": 0x5E7462A5,
        "user_version": 2,
    }
    found = {name: workspace._conn.rows(f"PRAGMA {name}")[0][0] for name in expected}

    assert found == expected
    assert workspace._conn.rows("PRAGMA mmap_size") in ([(0,)], [])


@pytest.mark.parametrize("made", ["nothing", "folder", "pipe"])
def test_what_is_no_file_is_not_opened(path, made):
    if made == "folder":
        path.mkdir()
    elif made == "pipe":
        if os.name == "nt":
            pytest.skip("Windows has no such file")
        os.mkfifo(path)

    with pytest.raises(WorkspaceError, match="没有找到"):
        Workspace.open(path)

    assert path.exists() is (made != "nothing")


def test_an_empty_file_never_becomes_a_workspace(path):
    path.touch()

    assert "空文件" in refusal(path)


@pytest.mark.parametrize(
    "data", [b"\xd6\xd0\xce\xc4", "年报".encode(), b"PK\x03\x04" + bytes(500), b"SQLite format 3\0"]
)
def test_a_file_of_another_kind_is_refused(path, data):
    path.write_bytes(data)

    assert "不是年报助手保存的文件" in refusal(path)


def test_another_programs_database_is_refused(path):
    alter(path, "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('x')")

    assert "不是年报助手保存的文件" in refusal(path)


def test_a_newer_file_is_refused_with_its_version(store):
    alter(store, "PRAGMA user_version = 7")

    assert "格式第7版" in refusal(store)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM report; END",
        "CREATE VIEW v AS SELECT * FROM report",
        "CREATE VIRTUAL TABLE f USING fts5(text)",
        "CREATE TABLE extra (x)",
        "DROP TABLE promise",
        "ALTER TABLE promise ADD COLUMN more TEXT",
    ],
)
def test_a_file_whose_structure_was_altered_is_refused(store, statement):
    alter(store, statement)

    assert "内部结构被别的软件改动过" in refusal(store)


def test_a_step_of_an_unknown_upgrade_is_refused(store):
    alter(store, "INSERT INTO _sqlite_migrations VALUES (9, 'nianbao', 'm009_future', '')")

    assert "内部结构" in refusal(store)


class Window:
    """Another process that opens a workspace when it is told to, and keeps it until the end."""

    CODE = """if True:
        import sys
        from pathlib import Path
        from nianbao.errors import WorkspaceError
        from nianbao.workspace import Workspace
        for line in sys.stdin:
            try:
                workspace = Workspace.open(Path(sys.argv[1]))
            except WorkspaceError as error:
                print("locked" if "正由" in str(error) else "refused", flush=True)
            else:
                print("open", flush=True)
        if "workspace" in globals():
            workspace.close()
    """

    def __init__(self, path):
        command = [sys.executable, "-X", "utf8", "-c", self.CODE, path]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.__exit__(*error)

    def start(self):
        self.process.stdin.write("open\n")
        self.process.stdin.flush()

    def answer(self):
        return self.process.stdout.readline().strip()

    def open(self):
        self.start()
        return self.answer()


def test_a_file_is_open_in_one_window_at_a_time(store):
    with Window(store) as window:
        assert window.open() == "open"
        with pytest.raises(WorkspaceError, match="正由"):
            Workspace.open(store)

    with Workspace.open(store) as workspace:
        assert workspace.report(UNIT, 2025) == report()


def test_a_window_that_was_killed_leaves_no_lock(store):
    with Window(store) as window:
        assert window.open() == "open"
        window.process.kill()

    with Workspace.open(store) as workspace:
        assert workspace.report(UNIT, 2025) == report()


def test_a_second_try_in_the_same_program_does_not_loosen_the_lock(store):
    with Workspace.open(store), Window(store) as window:
        with pytest.raises(WorkspaceError, match="正在另一个窗口中打开"):
            Workspace.open(store)

        assert window.open() == "locked"


def test_of_windows_that_open_together_exactly_one_gets_the_file(store):
    for _ in range(5):
        with Window(store) as one, Window(store) as other:
            one.start()
            other.start()
            assert sorted([one.answer(), other.answer()]) == ["locked", "open"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has another limit")
def test_a_folder_that_is_too_deep_is_named_as_the_reason(tmp_path):
    deep = tmp_path.joinpath(*["很长的文件夹名字" * 8] * 3)
    deep.mkdir(parents=True)

    with pytest.raises(WorkspaceError, match="路径太长"):
        Workspace.create(deep / "年报.nianbao")

    assert not list(deep.iterdir())
