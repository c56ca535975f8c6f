"""The program with its own Python in one folder, made by PyInstaller where it is to run."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath
from typing import Protocol

from installer import icu, wheelhouse
from installer.debian import CERTIFICATES, System
from installer.program import COMMAND, HERE, NAME, ROOT, SUMMARY, Stop, say, version

_PYINSTALLER = "pyinstaller==6.22.3"
_VERSIONS = HERE / "versions.txt"


class Place(Protocol):
    """A system with a Python that a package is built in."""

    python: str
    inside: str  # where a virtual environment has its Python

    def path(self, local: Path) -> str:
        """Return what a file of the checkout or the work folder is called there."""

    def run(self, *command: str) -> None:
        """Run a command there; stop when it fails."""


def freeze(place: Place, qt: str, work: Path) -> Path:
    """Return the folder with the program, made in `work`."""
    python = prepare(place, qt, work)
    say("正在打包……")
    folders = ("--distpath", f"{place.path(work)}/dist", "--workpath", f"{place.path(work)}/build")
    place.run(
        *(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders),
        *(place.path(HERE / "nianbao.spec"), "--", place.path(work)),
    )
    made = work / "dist" / COMMAND
    if not made.is_dir():
        raise Stop("PyInstaller没有做出程序，原因见上面的输出。")
    for library in made.rglob("libicudata.so.*"):
        icu.slim(library)
    return made


def prepare(place: Place, qt: str, work: Path) -> str:
    """Make in `work` what goes along: icons, pictures of the manual, the version for Windows.

    Returns the Python there that has the program installed.
    """
    say("正在安装程序和打包工具……")
    python = _environment(place, qt, work)
    icon = ROOT / "desktop" / "nianbao" / "ui" / "shell" / "icon.svg"
    place.run(python, place.path(HERE / "icon.py"), place.path(icon), place.path(work))
    say("正在照着手册做一遍，拍下图来……")
    place.run(python, place.path(HERE / "manual.py"), place.path(work / "manual"))
    (work / "version.txt").write_text(version_record(version()), encoding="utf-8", newline="\n")
    return python


def _environment(place: Place, qt: str, work: Path) -> str:
    """Return a Python with the program, PyInstaller and the versions that are tried; kept."""
    folder = place.path(work / "venv")
    python = f"{folder}/{place.inside}"
    kept = os.path.lexists(work / "venv" / place.inside)
    if not kept:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        place.run(place.python, "-m", "venv", folder)
    wheels = work / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    wheelhouse.own(wheelhouse.tools(), wheels)  # here: under an emulator it takes ten times as long
    install = (
        *(python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"),
        *("--only-binary", ":all:", "--find-links", place.path(wheels)),
    )
    if kept:  # of the same version, but not of the same day: what it needs may be more by now
        place.run(*install, "--no-deps", "--no-index", "--force-reinstall", COMMAND)
    wanted = (_PYINSTALLER, f"PySide6-Essentials=={qt}", COMMAND)
    place.run(*install, "-c", place.path(_VERSIONS), *wanted)
    return python


def version_record(number: str) -> str:
    """Return what Windows shows of a program under 属性→详细信息, as PyInstaller reads it."""
    digits = (*(int(part) for part in number.split(".")[:3] if part.isdigit()), 0, 0, 0, 0)[:4]
    told = {
        "FileDescription": NAME,
        "FileVersion": number,
        "InternalName": COMMAND,
        "LegalCopyright": "MIT",
        "ProductName": f"{NAME}：{SUMMARY}",
        "ProductVersion": number,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={digits}, prodvers={digits}), kids=["
        f"StringFileInfo([StringTable('080404b0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [2052, 1200])])])\n"
    )


class DebianPlace:
    """The Debian 11 that the packages for Linux are built in."""

    python = "/opt/python/bin/python3.11"
    inside = "bin/python"

    def __init__(self, system: System, work: Path) -> None:
        self._system = system
        self._binds = {ROOT: "/src", work.parent: "/work"}
        self._work = work

    def path(self, local: Path) -> str:
        """Return a path in the system."""
        if local.is_relative_to(ROOT):
            return str("/src" / local.relative_to(ROOT))
        return str("/work" / local.relative_to(self._work.parent))

    def run(self, *command: str) -> None:
        """Run a command in the system."""
        self._system.run(*command, binds=self._binds, env=registry(str(CERTIFICATES)))


class NativePlace:
    """The Windows machine itself."""

    inside = "Scripts/python.exe"

    def __init__(self, python: str) -> None:
        self.python = python

    def path(self, local: Path) -> str:
        """Return a path as it is."""
        return str(PureWindowsPath(local))

    def run(self, *command: str) -> None:
        """Run a command here."""
        done = subprocess.run(command, check=False)
        if done.returncode:
            raise Stop(f"“{command[0]}”没有成功（{done.returncode}），原因见上面的输出。")


def registry(certificates: str) -> Mapping[str, str]:
    """Return how pip and others reach the package index, as the person has set it."""
    names = ("PIP_INDEX_URL", "PIP_TRUSTED_HOST", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
    told = {name: os.environ[name] for name in names if name in os.environ}
    if CERTIFICATES.exists():
        told |= dict.fromkeys(("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"), certificates)
    return told
