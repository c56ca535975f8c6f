"""A file is replaced whole or not at all, and every refusal is one sentence."""

import errno
import os
import stat
import sys
import time

import pytest

from nianbao.errors import OutputError
from nianbao.rendering import atomic
from nianbao.rendering.atomic import replace_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and errors of POSIX")
OLD, NEW = b"old", b"new" * 1000


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "报告 #1?.docx" if sys.platform != "win32" else tmp_path / "报告.docx"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(atomic, "_PAUSES", (0.0, 0.0))


def refusal(path):
    with pytest.raises(OutputError) as refused:
        replace_file(path, NEW)
    return str(refused.value)


def test_a_file_is_made_and_replaced(target):
    replace_file(target.with_name("新.docx"), NEW)
    replace_file(target, NEW)

    assert target.read_bytes() == target.with_name("新.docx").read_bytes() == NEW
    assert len(list(target.parent.iterdir())) == 2


def test_a_disk_that_does_not_know_the_real_names_of_files_is_written(target, names_unknown):
    replace_file(target, NEW)

    assert target.read_bytes() == NEW


@posix
def test_a_new_file_is_private_and_an_old_one_keeps_its_mode(target):
    target.chmod(0o640)
    replace_file(target, NEW)
    replace_file(target.with_name("新.docx"), NEW)

    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert stat.S_IMODE(target.with_name("新.docx").stat().st_mode) == 0o600


@posix
def test_a_link_stays_a_link(target):
    link = target.with_name("链接.docx")
    link.symlink_to(target.name)
    replace_file(link, NEW)

    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("call", ["open", "write", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whatever_fails_the_old_file_stands_alone(target, monkeypatch, call, code):
    def fail(*args, **kwargs):
        raise OSError(code, os.strerror(code), str(target), None, str(target))

    real = os.fdopen

    def failing_file(*args, **kwargs):
        file = real(*args, **kwargs)
        monkeypatch.setattr(file, "write", fail, raising=False)
        return _Failing(file, fail)

    if call == "write":
        monkeypatch.setattr(os, "fdopen", failing_file)
    else:
        monkeypatch.setattr(os, call, fail)
    said = refusal(target)
    monkeypatch.undo()

    assert said.count("。") in (3, 4)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


class _Failing:
    """An open file whose writing fails."""

    def __init__(self, file, fail):
        self._file, self.write = file, fail

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._file.close()


def test_a_file_that_word_holds_open_is_tried_again(target, monkeypatch):
    calls = []

    def locked_twice(source, destination):
        calls.append(destination)
        if len(calls) < 3:
            raise PermissionError(errno.EACCES, "locked", source, None, destination)
        return real(source, destination)

    real = os.replace
    monkeypatch.setattr(os, "replace", locked_twice)
    replace_file(target, NEW)

    assert target.read_bytes() == NEW


def test_a_file_that_word_keeps_open_is_named(target, monkeypatch):
    def locked(source, destination):
        raise PermissionError(errno.EACCES, "locked", source, None, destination)

    monkeypatch.setattr(os, "replace", locked)

    assert f"文件“{target.name}”正被Word或WPS打开" in refusal(target)
    assert list(target.parent.iterdir()) == [target]


def test_what_is_read_back_differently_is_not_kept(target, monkeypatch):
    real = os.fdopen

    def losing(*args, **kwargs):
        file = real(*args, **kwargs)
        return _Losing(file)

    monkeypatch.setattr(os, "fdopen", losing)

    assert "写不进去" in refusal(target)
    assert target.read_bytes() == OLD


class _Losing:
    """An open file that says it has written and has not."""

    def __init__(self, file):
        self._file = file

    def write(self, data):
        return self._file.write(data[:-1])

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._file.close()


def test_a_folder_is_no_place_for_a_file(target):
    assert f"“{target.parent.name}”是一个文件夹" in refusal(target.parent)


def test_a_missing_folder_is_named(target):
    folder = target.parent / "没有"

    assert f"文件夹“{folder}”不存在" in refusal(folder / "报告.docx")


def test_a_file_in_the_place_of_a_folder_is_refused(target):
    assert "不存在" in refusal(target / "报告.docx")


def test_a_file_set_read_only_is_left_alone(target):
    target.chmod(0o444)

    assert "设成了只读" in refusal(target)
    assert target.read_bytes() == OLD


def test_a_name_with_forbidden_signs_is_refused_where_they_are(target, monkeypatch):
    def forbidding(*_):
        raise OSError(errno.EINVAL, "Invalid argument")  # a USB stick with FAT; Windows does it

    monkeypatch.setattr(os, "open", forbidding)

    assert "“什么?.docx”里有不能用的符号" in refusal(target.with_name("什么?.docx"))


def test_a_path_that_is_too_long_for_windows_is_not_called_missing(target, monkeypatch):
    def too_long(*_):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(os, "open", too_long)

    assert "文件夹太深" in refusal(target)


@pytest.mark.skipif(sys.platform != "win32", reason="a file elsewhere")
@pytest.mark.parametrize("name", ["CON.docx", "NUL"])
def test_a_device_is_no_file(target, name):
    refusal(target.with_name(name))

    assert target.read_bytes() == OLD


@pytest.mark.skipif(sys.platform != "win32", reason="Windows alone locks by opening")
def test_a_file_another_program_holds_open(target):
    with target.open("rb"):
        assert f"文件“{target.name}”正被Word或WPS打开" in refusal(target)

    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


@posix
def test_a_name_that_is_too_long_is_refused(target):
    assert "文件名太长" in refusal(target.with_name("报" * 100 + ".docx"))


@posix
def test_a_pipe_is_no_file(target):
    os.mkfifo(target.with_name("管道"))

    assert "不是普通文件" in refusal(target.with_name("管道"))


@posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may all")
def test_a_folder_without_permission_is_named(target):
    target.parent.chmod(0o500)

    assert "没有在文件夹" in refusal(target)
    target.parent.chmod(0o700)


def test_what_a_killed_run_left_is_swept_up(target):
    old = target.with_name(".nianbao-0123.tmp")
    young = target.with_name(".nianbao-4567.tmp")
    for path in (old, young):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 7200,) * 2)
    replace_file(target, NEW)

    assert not old.exists()
    assert young.exists()
