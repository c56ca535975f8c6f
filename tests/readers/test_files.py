"""A path that is no readable file is refused at once, with one sentence."""

import ctypes
import os
import sys
from contextlib import contextmanager

import pytest

from nianbao.errors import ReadingError
from nianbao.readers import files, load

links = pytest.mark.skipif(
    os.name == "nt", reason="Windows gives few users the right to make links"
)


def refusal(path) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        load(path)
    return caught.value


def test_a_file_comes_back_byte_for_byte(tmp_path):
    path = tmp_path / "年报.txt"
    path.write_bytes(bytes(range(256)))

    assert load(path) == bytes(range(256))


@links
def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "真.txt").write_bytes(b"1")
    (tmp_path / "链接.txt").symlink_to(tmp_path / "真.txt")

    assert load(tmp_path / "链接.txt") == b"1"


def test_a_missing_file(tmp_path):
    assert "找不到" in str(refusal(tmp_path / "没有.docx"))
    assert "找不到" in str(refusal(tmp_path / "没有" / "没有.docx"))


def test_a_folder(tmp_path):
    assert "文件夹" in str(refusal(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_make_the_program_wait(tmp_path):
    os.mkfifo(tmp_path / "管道.docx")

    assert refusal(tmp_path / "管道.docx").kind == "unreadable"


@links
def test_a_device_that_never_ends(tmp_path):
    (tmp_path / "年报.docx").symlink_to("/dev/zero")

    assert "不是普通文件" in str(refusal(tmp_path / "年报.docx"))


@links
def test_a_link_that_points_to_itself(tmp_path):
    (tmp_path / "年报.docx").symlink_to(tmp_path / "年报.docx")

    assert refusal(tmp_path / "年报.docx").kind == "unreadable"


def test_a_name_longer_than_any_system_takes(tmp_path):
    refused = refusal(tmp_path / ("长" * 300))

    assert refused.kind == "unreadable"
    assert len(refused.what) < 100


def test_an_empty_file(tmp_path):
    (tmp_path / "空.docx").touch()

    assert refusal(tmp_path / "空.docx").kind == "empty"


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    with (tmp_path / "大.docx").open("wb") as stream:
        stream.truncate(files.MAX_FILE + 1)

    assert refusal(tmp_path / "大.docx").kind == "too-big"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_file_one_may_not_read(tmp_path):
    (tmp_path / "密.docx").write_bytes(b"1")
    (tmp_path / "密.docx").chmod(0)

    assert "没有权限" in str(refusal(tmp_path / "密.docx"))


def test_a_file_that_word_holds_open_on_windows(tmp_path, monkeypatch):
    (tmp_path / "年报.docx").write_bytes(b"1")

    def held(*_):
        error = PermissionError(13, "held")
        error.winerror = 32
        raise error

    monkeypatch.setattr(os, "open", held)

    assert "请先在Word或WPS中关闭它" in str(refusal(tmp_path / "年报.docx"))


@contextmanager
def held_alone(path):
    """Open a file as a program on Windows does that shares it with none."""
    kernel = ctypes.windll.kernel32
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(str(path), 0xC0000000, 0, None, 3, 0, None)
    try:
        yield
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


@pytest.mark.skipif(sys.platform != "win32", reason="Windows alone locks by opening")
def test_a_file_that_another_program_shares_with_none(tmp_path):
    path = tmp_path / "年报.docx"
    path.write_bytes(b"1")

    with held_alone(path):
        assert "请先在Word或WPS中关闭它" in str(refusal(path))
    assert load(path) == b"1"
