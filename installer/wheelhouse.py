"""The source installation without a network: all wheels in a zip, and one command to install."""

import os
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

from installer.program import COMMAND, HERE, QT, ROOT, Stop, cache, must, say, version

_PYTHONS = ("3.11", "3.12", "3.13")
LINUX = (*(f"manylinux_2_{minor}" for minor in range(31, 16, -1)), "manylinux2014")
_LICENSED = ("README.md", "LICENSE")


def build(machine: str, out: Path) -> list[Path]:
    """Return the zips for Linux and, for x86_64, Windows."""
    python = tools()
    wheels = [f"{name}_{machine}" for name in LINUX]
    made = [_pack(python, f"linux-{machine}", wheels, QT[machine], out)]
    if machine == "x86_64":
        made.append(_pack(python, "windows", ["win_amd64"], QT[machine], out))
    return made


def own(python: str, to: Path) -> None:
    """Make the wheels that the package index does not have: of this program and of jieba."""
    must(*_pip(python), "wheel", "--no-deps", "-w", to, ROOT, "jieba==0.42.1")


def _pip(python: str) -> tuple[str, ...]:
    return (python, "-m", "pip", "--disable-pip-version-check", "-q")


def tools() -> str:
    """Return a Python with a current pip, apart from whatever this machine has."""
    folder = cache() / "tools"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        must(sys.executable, "-m", "venv", folder)
        must(python, "-m", "pip", "install", "-qq", "pip==25.3", "setuptools", "wheel")
    return str(python)


def _pack(python: str, name: str, platforms: list[str], qt: str, out: Path) -> Path:
    say(f"正在收集程序包：{name}……")
    work = cache() / "work" / f"offline-{name}"
    shutil.rmtree(work, ignore_errors=True)
    wheels = work / "wheels"
    own(python, wheels)
    pip = _pip(python)
    must(*pip, "download", "--no-deps", "-d", wheels, "pip==25.3")
    chosen = [word for platform in platforms for word in ("--platform", platform)]
    for number in _PYTHONS:
        only = ("--only-binary=:all:", "--python-version", number, *chosen)
        known = ("--find-links", str(wheels), "-c", str(HERE / "versions.txt"))
        wanted = (f"PySide6-Essentials=={qt}", *_requirements(name))
        must(*pip, "download", *only, *known, "-d", wheels, *wanted)
    if not any(wheels.glob("nianbao-*.whl")):
        raise Stop("没有做出nianbao的安装包，原因见上面的输出。")
    archive = out / f"{COMMAND}-{version()}-offline-{name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:  # wheels are packed already
        for wheel in sorted(wheels.iterdir()):
            file.write(wheel, f"{archive.stem}/wheels/{wheel.name}")
        file.write(HERE / "offline" / "install.py", f"{archive.stem}/install.py")
        for text in _LICENSED:
            file.write(ROOT / text, f"{archive.stem}/{text}")
    return archive


def _requirements(name: str) -> list[str]:
    """Return what the program needs there; pip would ask the markers of this machine instead."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    other = "!= 'win32'" if name == "windows" else "== 'win32'"
    lines = (line.partition(";") for line in project["dependencies"])
    return [need.strip() for need, _, where in lines if other not in where]
