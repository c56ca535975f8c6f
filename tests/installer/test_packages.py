"""What goes into the packages, as far as it can be told without building one."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from installer import deb, frozen, icon, program, wheelhouse, windows
from PySide6.QtGui import QImage

import nianbao
from nianbao.machine import installation
from nianbao.workspace.schema import migrations

DRAWING = program.ROOT / "desktop" / "nianbao" / "ui" / "shell" / "icon.svg"


@pytest.fixture
def laid_out(tmp_path):
    """A package of a program that does nothing, as it would be installed."""
    made = tmp_path / "program"
    made.mkdir()
    (made / "nianbao").write_bytes(b"#!/bin/sh\n")
    (made / "nianbao").chmod(0o755)
    for size in icon.SIZES:
        (tmp_path / f"nianbao-{size}.png").write_bytes(b"")
    deb.lay_out(made, tmp_path, tmp_path / "root", "aarch64")
    return tmp_path / "root"


def test_the_version_stands_in_one_place():
    text = (program.ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert program.version() == nianbao.__version__
    assert 'dynamic = ["version"]' in text
    assert not re.search(r"^version = ", text, re.MULTILINE)


def test_a_wrong_word_is_wrong_usage():
    command = (sys.executable, str(program.ROOT / "dev.py"), "package", "rpm")

    assert subprocess.run(command, capture_output=True, check=False).returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links")
def test_desktops_and_uos_both_find_the_program(laid_out):
    links = [path for path in laid_out.rglob("*") if path.is_symlink()]

    assert links
    for link in links:  # each leads to something in the package
        assert (laid_out / str(link.readlink()).lstrip("/")).exists()
    entry = laid_out / f"usr/share/applications/{program.ID}.desktop"
    text = (laid_out / str(entry.readlink()).lstrip("/")).read_text(encoding="utf-8")
    (run,) = re.findall(r"^Exec=(\S+) %f$", text, re.MULTILINE)
    assert (laid_out / run.lstrip("/")).stat().st_mode & 0o111
    assert (laid_out / "opt/apps" / program.ID / "info").is_file()


def test_the_control_file_names_the_machine_and_the_version():
    lines = deb.control("aarch64", 12).splitlines()

    assert "Architecture: arm64" in lines
    assert f"Version: {nianbao.__version__}" in lines
    assert any(line.startswith("Depends: libc6 (>= 2.31), ") for line in lines)


@pytest.mark.parametrize("name", ["xml", "metainfo.xml"])
def test_the_descriptions_are_well_formed(name):
    path = program.HERE / "linux" / f"{program.ID}.{name}"

    assert ElementTree.parse(path).getroot() is not None  # noqa: S314 - our own file


def test_a_workspace_is_known_by_its_first_bytes_as_we_write_them():
    text = (program.HERE / "linux" / f"{program.ID}.xml").read_text(encoding="utf-8")

    assert f'value="{migrations.APPLICATION_ID:#x}" offset="68"' in text


def test_windows_reads_the_version_record():
    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    known = {name: lambda *a, **k: (a, k) for name in (*names, "VarFileInfo", "VarStruct")}

    _, told = eval(frozen.version_record("1.2.3"), known)  # noqa: S307 - as PyInstaller does

    assert told["ffi"][1]["filevers"] == (1, 2, 3, 0)


@pytest.mark.parametrize(("platform", "below"), [("windows", "<6.10"), ("linux-x86_64", "<6.12")])
def test_the_wheelhouse_asks_for_what_that_system_needs(platform, below):
    needs = wheelhouse._requirements(platform)

    assert [need for need in needs if need.startswith("PySide6")] == [
        f"PySide6-Essentials>=6.8.0.2,{below}"
    ]
    assert any(need.startswith("lxml") for need in needs)


def test_the_zip_for_a_stick_keeps_its_data_beside_itself(tmp_path, monkeypatch):
    made = tmp_path / "nianbao"
    made.mkdir()
    (made / "nianbao.exe").write_bytes(b"")

    archive = windows.pack(made, tmp_path / "a.zip")
    with windows.zipfile.ZipFile(archive) as file:
        file.extractall(tmp_path / "stick")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "stick/年报助手/nianbao.exe"))

    assert installation.config_folder() == tmp_path / "stick/年报助手/设置"
    assert installation.documents_folder() == tmp_path / "stick/年报助手/年报助手"
    assert installation.documents_words() == "程序旁边的“年报助手”文件夹"


def test_the_icon_can_be_told_apart_at_16_pixels(qapp, tmp_path):
    icon.main(DRAWING, tmp_path)

    small = QImage(str(tmp_path / "nianbao-16.png"))
    assert small.pixelColor(1, 8).blue() > 140  # the ground
    assert small.pixelColor(4, 3).lightness() > 240  # the page
    assert small.pixelColor(8, 9).red() > 200 > small.pixelColor(8, 9).blue()  # the number
    assert (tmp_path / "nianbao.ico").read_bytes().startswith(b"\0\0\1\0\7\0")
