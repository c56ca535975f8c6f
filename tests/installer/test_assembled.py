"""What is put together for another machine, without running anything of it."""

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from installer import assembled


@pytest.mark.parametrize(
    ("path", "unused"),
    [
        ("nianbao/__main__.py", False),
        ("nianbao/_shipped/resources/words.toml", False),
        ("PySide6/__init__.py", False),
        ("PySide6/QtWidgets.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.8", False),
        ("PySide6/support/deprecated.py", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", False),
        ("PySide6/QtQml.abi3.so", True),
        ("PySide6/designer", True),
        ("PySide6/QtCore.pyi", True),
        ("PySide6/Qt/qml/QtQuick/plugins.qmltypes", True),
        ("PySide6/scripts/project.py", True),
        ("bin/pyside6-designer", True),
        ("sqlite_utils/cli.py", True),
        ("lxml/includes/etree_defs.h", True),
    ],
)
def test_only_what_the_program_asks_for_is_kept(path, unused):
    assert assembled._is_unused(PurePosixPath(path)) is unused


def test_empty_folders_go_except_the_one_that_docx_looks_through(tmp_path):
    for name in ("PySide6/designer", "docx/parts/part.pyi", "nianbao/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assembled._slim(tmp_path)

    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"docx", "docx/parts", "nianbao", "nianbao/__init__.py"}


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script, for Linux")
def test_the_launcher_is_a_script_that_finds_its_python_through_a_link(tmp_path):
    program = tmp_path / "程序 files"
    (program / "python/bin").mkdir(parents=True)
    python = program / "python/bin/python3.11"
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    (program / "nianbao").write_text(assembled._START, encoding="ascii")
    (program / "nianbao").chmod(0o755)
    link = Path(tmp_path / "nianbao")
    link.symlink_to(program / "nianbao")

    told = subprocess.run((str(link), "doctor"), capture_output=True, check=True).stdout

    assert told.decode("utf-8") == f"-I {program}/start/nianbao doctor\n"
