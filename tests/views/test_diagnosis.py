"""诊断: one text about the computer, in which nothing of a report stands."""

import sys
from pathlib import Path

import pytest
from tests.actions.desks import UNIT, desk

from nianbao.machine import installation
from nianbao.views import diagnosis
from nianbao.workspace import SQLITE


def test_the_text_names_versions_folders_and_a_sound_workspace(tmp_path):
    made = desk(tmp_path)
    made.close()

    text = diagnosis.report(made.place)

    assert f"SQLite {SQLITE}" in text
    assert str(installation.config_folder()) in text
    assert "：完好，" in text
    assert UNIT not in text


def test_a_damaged_workspace_is_told_and_stays_as_it_is(tmp_path):
    place = tmp_path / "坏.nianbao"
    place.write_bytes(b"SQLite format 3\0" + bytes(200))

    text = diagnosis.report(place)

    assert "坏.nianbao：" in text
    assert "：完好" not in text
    assert place.read_bytes() == b"SQLite format 3\0" + bytes(200)


def test_a_font_is_known_by_each_of_its_names():
    told = list(diagnosis.fonts({"SimHei", "宋体"}))

    assert "黑体：有" in told
    assert "宋体：有" in told
    assert sum("没有" in line for line in told) == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system has it")
@pytest.mark.parametrize(
    ("running", "said"),
    [({"fcitx5"}, "可以直接输入"), ({"fcitx"}, "请安装fcitx5"), (set(), "没有发现")],
    ids=["fcitx5", "fcitx 4", "nothing"],
)
def test_the_input_method_that_runs_is_told(monkeypatch, running, said):
    monkeypatch.setattr(diagnosis, "_processes", lambda: running)

    assert said in diagnosis.report()


def test_a_folder_that_cannot_be_written_is_told(tmp_path, monkeypatch):
    def refuse(dir: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(diagnosis.tempfile, "TemporaryFile", refuse)

    assert all("写不进去" in line for line in diagnosis.folders())


def test_a_folder_whose_drive_is_gone_is_told(monkeypatch):
    monkeypatch.setattr(diagnosis.os.path, "exists", lambda _: False)

    assert all("不在" in line for line in diagnosis.folders())
