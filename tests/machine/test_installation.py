"""Settings stay beside the program when a marker file lies there."""

import sys

import pytest

from nianbao.machine import installation


@pytest.mark.parametrize("marker", ["便携.txt", "portable"])
def test_a_marker_beside_the_program_keeps_everything_there(tmp_path, monkeypatch, marker):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nianbao.exe"))
    assert tmp_path not in installation.config_folder().parents

    (tmp_path / marker).touch()

    assert installation.config_folder() == tmp_path / "设置"
    assert installation.log_folder() == tmp_path / "设置"
    assert installation.documents_folder() == tmp_path / "年报助手"
