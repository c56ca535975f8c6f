"""One writes, everybody may look; who it is can be read; nobody ever deletes a lock by hand."""

import getpass
import os
import platform
import shutil
import subprocess
import time

import pytest
from tests.processes import started
from tests.workspace.files import report

from nianbao.errors import WorkspaceError
from nianbao.workspace import Workspace, connection, refusals
from nianbao.workspace.guard import holding

HOLD = """
import sys, time
from pathlib import Path
from nianbao.workspace import Workspace
store = Workspace.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""
TRY = """
import sys
from pathlib import Path
from nianbao.workspace import Workspace
with Workspace.open_or_view(Path(sys.argv[1])) as store:
    print(store.read_only or "writer", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "安澜县 #1%20.nianbao"
    with Workspace.create(made) as store, store.act("导入") as action:
        store.save_report(action, report())
    return made


@pytest.fixture
def start():
    running = []

    def begin(code, path):
        process = started("-c", code, path, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def test_the_second_looks_at_once_and_is_told_who_where_and_since_when(path, start, monkeypatch):
    monkeypatch.setattr(connection, "_WAIT", 300)  # a file that is held is not waited for
    start(HOLD, path).stdout.readline()
    begun = time.monotonic()

    with Workspace.open_or_view(path) as second:
        seconds = time.monotonic() - begun
        assert second.report(report().unit, report().year) == report()
        with pytest.raises(WorkspaceError, match="只读"), second.act("改") as action:
            second.save_report(action, report())

    assert seconds < 50  # the other lets go after 60
    assert getpass.getuser() in second.read_only
    assert "本机" in second.read_only
    assert "月" in second.read_only


def test_who_has_just_taken_it_is_named_when_the_note_is_there(path, monkeypatch):
    sign, handles = holding._sign, []
    monkeypatch.setattr(holding, "_sign", handles.append)
    hold = holding.take(path)
    assert holding.holder(path) == holding.Holder()
    monkeypatch.setattr(holding.time, "sleep", lambda _: sign(handles[0]))

    with pytest.raises(refusals.HeldError, match=getpass.getuser()):
        holding.take(path)

    hold.release()


def test_another_computer_is_called_by_its_name(path):
    since = "2026-03-01T02:00:00+00:00"

    assert "电脑“甲科室”" in str(holding.Holder(who="李", where="甲科室", since=since))
    assert "本机" in str(holding.Holder(who="李", where=platform.node(), since=since))
    assert "另一个窗口" in str(holding.Holder())


def test_a_killed_holder_leaves_nothing_in_the_way(path, start):
    holder = start(HOLD, path)
    holder.stdout.readline()
    holder.kill()
    holder.wait()

    with Workspace.open(path) as store:
        assert not store.read_only
    assert not holding.place(path).exists()


def test_of_two_that_start_together_one_writes(path, start):
    for _ in range(4):
        both = [start(TRY, path) for _ in range(2)]
        said = [process.stdout.readline() for process in both]
        assert sorted(line.startswith(b"writer") for line in said) == [False, True], said
        for process in both:
            process.communicate(b"")


@pytest.mark.skipif(os.name == "nt", reason="POSIX drops locks so")
def test_another_handle_closed_in_this_process_does_not_let_go(path, start):
    with Workspace.open(path):
        path.open("rb").close()  # as a file dialog does
        holding.place(path).open("rb").close()
        assert not start(TRY, path).stdout.readline().decode().startswith("writer")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounts")
def test_read_only_media_open_to_look_at(path, tmp_path):
    mounted = tmp_path / "ro"
    mounted.mkdir()
    if subprocess.run(["mount", "--bind", path.parent, mounted], check=False).returncode:
        pytest.skip("no mounts here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", mounted], check=True)
        with pytest.raises(refusals.ReadOnlyError, match="只读"):
            Workspace.open(mounted / path.name)
        with Workspace.open_or_view(mounted / path.name) as store:
            assert "只读" in store.read_only
            store.copying_to(tmp_path / "copy.nianbao")()
    finally:
        subprocess.run(["umount", mounted], check=True)
    with Workspace.open(tmp_path / "copy.nianbao") as copy:
        assert copy.report(report().unit, report().year) == report()


def test_a_share_without_locks_still_opens(path, monkeypatch):
    if os.name == "nt":
        pytest.skip("POSIX locks")
    import errno
    import fcntl

    def no_locks(handle, how):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with Workspace.open(path) as store:
        assert not store.read_only


def test_what_is_viewed_stays_byte_for_byte(path):
    before = path.read_bytes()

    with Workspace.view(path) as store:
        assert store.reports()

    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]


def test_a_copy_made_while_a_step_is_written_is_not_taken_for_good(path, tmp_path):
    torn = tmp_path / "torn.nianbao"
    shutil.copyfile(path, torn)
    data = bytearray(torn.read_bytes())
    data[-4096:] = bytes(4096)
    torn.write_bytes(data)

    with pytest.raises(refusals.DamagedError):
        Workspace.view(torn)
