"""A program that is installed finds what comes with it, far from any checkout."""

import os
import shutil
import subprocess
import sys

import pytest
from installer import program
from installer.contents import wanted

NO_CACHES = shutil.ignore_patterns("__pycache__")


@pytest.fixture
def installed(tmp_path):
    """The files of a wheel, where pip would put them."""
    site = tmp_path / "site"
    shutil.copytree(program.ROOT / "desktop/nianbao", site / "nianbao", ignore=NO_CACHES)
    for folder in ("resources", "templates"):
        shutil.copytree(program.ROOT / folder, site / "nianbao/_shipped" / folder)
    return site


def run(path, folder, *command):
    env = os.environ | {"PYTHONPATH": str(path), "HOME": str(folder)}
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


@pytest.mark.apart
def test_the_demo_is_done_and_diagnosis_says_that_it_is_installed(installed, tmp_path):
    nianbao = (sys.executable, "-P", "-m", "nianbao")

    run(installed, tmp_path, *nianbao, "demo", "-o", str(tmp_path / "初稿.docx"))

    assert "【待填：" in run(installed, tmp_path, *nianbao, "text", str(tmp_path / "初稿.docx"))
    assert "（安装版）" in run(installed, tmp_path, *nianbao, "doctor")


@pytest.mark.endurance
def test_a_frozen_program_does_the_demo_too(tmp_path):
    pytest.importorskip("PyInstaller")
    command = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    folders = ("--distpath", str(tmp_path / "dist"), "--workpath", str(tmp_path / "build"))
    spec = (str(program.HERE / "nianbao.spec"), "--", str(tmp_path))
    subprocess.run((*command, *folders, *spec), check=True)

    frozen = tmp_path / "dist/nianbao/nianbao"
    run(tmp_path, tmp_path, str(frozen), "demo", "-o", str(tmp_path / "初稿.docx"))

    assert "（安装版）" in run(tmp_path, tmp_path, str(frozen), "doctor")


@pytest.mark.parametrize(
    ("path", "goes_along"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("libstdc++.so.6", False),
        ("libxcb-cursor.so.0", True),
        ("jieba/finalseg/prob_emit.p", True),
        ("jieba/dict.txt", False),
        ("jieba/lac_small/model_baseline", False),
        ("pypinyin/pinyin_dict.json", True),
        ("pypinyin/phrases_dict.json", False),
    ],
)
def test_no_more_than_is_used_goes_along(path, goes_along):
    assert wanted(path) is goes_along
