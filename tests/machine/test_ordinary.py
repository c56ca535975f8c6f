"""Only ordinary files are read, and why another one is not can be told apart."""

import os

import pytest

from nianbao.machine import ordinary


def test_an_ordinary_file_is_read_up_to_the_limit(tmp_path):
    path = tmp_path / "数.csv"
    path.write_bytes(b"12345")

    assert ordinary.read(path, 5) == b"12345"
    with pytest.raises(ordinary.TooLongError):
        ordinary.read(path, 4)


def test_a_folder_and_what_is_not_there(tmp_path):
    with pytest.raises(IsADirectoryError):
        ordinary.read(tmp_path, 5)
    with pytest.raises(FileNotFoundError):
        ordinary.read(tmp_path / "没有", 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "管道")

    with pytest.raises(ordinary.OddError):
        ordinary.read(tmp_path / "管道", 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_file_that_becomes_a_pipe_in_this_very_moment(tmp_path, monkeypatch):
    path, real = tmp_path / "数.csv", os.open
    path.write_bytes(b"1")

    def exchanged(*args):
        path.unlink()
        os.mkfifo(path)
        return real(*args)

    monkeypatch.setattr(os, "open", exchanged)

    with pytest.raises(ordinary.OddError):
        ordinary.read(path, 5)
