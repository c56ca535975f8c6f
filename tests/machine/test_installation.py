"""Settings stay beside the program when a marker file lies there."""

import sys
from pathlib import Path

import pytest

import nianbao
from nianbao.machine import installation


@pytest.mark.parametrize("marker", ["便携.txt", "portable"])
def test_a_marker_beside_the_program_keeps_everything_there(tmp_path, monkeypatch, marker):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nianbao.exe"))
    assert tmp_path not in installation.config_folder().parents

    (tmp_path / marker).touch()

    assert installation.config_folder() == tmp_path / "设置"
    assert installation.log_folder() == tmp_path / "设置"
    assert installation.documents_folder() == tmp_path / "年报助手"


def test_how_workspaces_end_is_said_once():
    files = Path(nianbao.__file__).parent.rglob("*.py")
    found = [file.name for file in files if '".nianbao"' in file.read_text(encoding="utf-8")]

    assert found == ["installation.py"]
