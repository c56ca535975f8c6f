"""The program for a Linux machine that is not this one: its Python and wheels put side by side.

PyInstaller must run on the machine itself, and under an emulator it takes an hour. Nothing is run
here but pip, patchelf and the compiler of a Python of the same version.
"""

import shutil
from pathlib import Path

from installer import frozen, icu, interpreter, wheelhouse
from installer.contents import LEFT_OUT, wanted
from installer.debian import System
from installer.program import COMMAND, HERE, QT, must, say

_LIBRARY = Path("lib/python3.11")
_SITE = Path("lib/python3/dist-packages")  # where Debian's Python looks
_STDLIB_LEFT_OUT = (
    "ensurepip",
    "idlelib",
    "pydoc_data",
    "turtledemo",
    "distutils",
    "config-3.11-*",
)
_BINDINGS = {"QtCore", "QtGui", "QtWidgets", "QtDBus", "QtSvg", "QtPrintSupport"}
_QT_KEPT = {"lib", "plugins", "translations"}
_BESIDE_QT = (  # that Qt loads and not every desktop has
    *("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1"),
    *("libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-render.so.0", "libxcb-shape.so.0"),
    *("libxcb-shm.so.0", "libxcb-sync.so.1", "libxcb-util.so.1", "libxcb-xfixes.so.0"),
    *("libxcb-xkb.so.1", "libxkbcommon-x11.so.0", "libxkbcommon.so.0"),
)
_NO_WORD_FILES = shutil.ignore_patterns("*.docx")
_START = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/python/bin/python3.11" -I "$here/start/nianbao" "$@"
"""
_PATCH = """
cd "$1"
patchelf --set-rpath '$ORIGIN/../lib' python/bin/python3.11
for file in python/lib/python3.11/lib-dynload/*.so; do
    patchelf --set-rpath '$ORIGIN/../..' "$file"
done
cd python/lib/python3/dist-packages/PySide6/Qt/lib
for name in BESIDE_QT; do patchelf --set-rpath '$ORIGIN' "$name"; done
""".replace("BESIDE_QT", " ".join(_BESIDE_QT))
_COMPILE = """
import compileall, sys
sys.exit(not compileall.compile_dir(sys.argv[1], quiet=1, legacy=True))
"""


def assemble(machine: str, work: Path, pictures: Path) -> Path:
    """Return the folder with the program for a machine, made in `work`."""
    system = interpreter.system_with_python(machine)
    here = frozen.DebianPlace(interpreter.native(), work)
    shutil.rmtree(work, ignore_errors=True)
    program = work / "dist" / COMMAND
    python = program / "python"
    site = python / _SITE
    say("正在收集程序包……")
    _copy_python(system.folder / "opt" / "python", python)
    _install(site, machine, work / "wheels")
    _slim(site)
    shutil.copytree(pictures, site / "nianbao/_shipped/resources/manual", ignore=_NO_WORD_FILES)
    _copy_libraries(system, machine, python / "lib", site / "PySide6" / "Qt" / "lib")
    (program / "start").mkdir()
    shutil.copy(HERE / "start.py", program / "start" / COMMAND)
    launcher = program / COMMAND
    launcher.write_text(_START, encoding="ascii", newline="\n")
    launcher.chmod(0o755)
    here.run("sh", "-euc", _PATCH, "sh", here.path(program))
    here.run(here.python, "-c", _COMPILE, here.path(python / "lib"))
    for source in (python / "lib").rglob("*.py"):
        source.unlink()
    for twice in [*(python / "lib").rglob("__pycache__")]:
        shutil.rmtree(twice)
    return program


def _copy_python(built: Path, python: Path) -> None:
    """Copy the interpreter and its library."""
    left_out = shutil.ignore_patterns(*_STDLIB_LEFT_OUT, *LEFT_OUT)
    shutil.copytree(built / _LIBRARY, python / _LIBRARY, ignore=left_out)
    (python / "bin").mkdir()
    shutil.copy(built / "bin" / "python3.11", python / "bin")
    shutil.copy(built / "lib" / "libpython3.11.so.1.0", python / "lib")


def _install(site: Path, machine: str, wheels: Path) -> None:
    """Unpack the program and what it needs, as that machine would."""
    python = wheelhouse.tools()
    wheelhouse.own(python, wheels)
    platforms = [word for name in wheelhouse.LINUX for word in ("--platform", f"{name}_{machine}")]
    must(
        *(python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile"),
        *("--only-binary", ":all:", "--python-version", "3.11", *platforms),
        *("--find-links", wheels, "-c", HERE / "versions.txt", "--target", site),
        *(f"PySide6-Essentials=={QT[machine]}", COMMAND),
    )


def _slim(site: Path) -> None:
    """Take away what the program never asks for."""
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()) and path.name != "parts":  # docx looks through that one
                path.rmdir()
        elif not wanted(str(path.relative_to(site))) or _is_unused(path.relative_to(site)):
            path.unlink()
    for icudata in site.rglob("libicudata.so.*"):
        icu.slim(icudata)


def _is_unused(path: Path) -> bool:
    """Tell whether a file of the wheels is for developers, or of a part that is left out."""
    parts = path.parts
    if path.suffix in {".pyi", ".pxd", ".h", ".c", ".exe"} or parts[0] == "bin":
        return True
    if any(path.as_posix().startswith(name.replace(".", "/")) for name in LEFT_OUT):
        return True
    if parts[0] != "PySide6" or (len(parts) == 2 and path.suffix == ".py"):
        return False
    if parts[1] == "Qt":
        return parts[2] not in _QT_KEPT
    if len(parts) > 2:
        return parts[1] != "support"
    is_binding = path.name.split(".")[0] in _BINDINGS
    return not (is_binding or path.name.startswith("libpyside6.abi3.so"))


def _copy_libraries(system: System, machine: str, python: Path, qt: Path) -> None:
    """Copy libraries of the system that another one may not have."""
    there = system.folder / "usr" / "lib" / f"{machine}-linux-gnu"
    for name in _BESIDE_QT:
        shutil.copy(there / name, qt)
    shutil.copy(there / "libffi.so.7", python)
