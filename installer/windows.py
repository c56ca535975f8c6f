"""Windows: a setup.exe for the person at the machine, and a zip for a USB stick."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Protocol

from installer import frozen
from installer.program import COMMAND, HERE, NAME, QT, Stop, cache, say, version
from installer.wine import Wine

_NSIS = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"


class _Windows(frozen.Place, Protocol):
    def compile_setup(self, script: Path, defines: dict[str, str | Path]) -> None: ...


class _Here(frozen.NativePlace):
    """This Windows machine, with NSIS installed."""

    def compile_setup(self, script: Path, defines: dict[str, str | Path]) -> None:
        """Run makensis."""
        program = shutil.which("makensis") or str(_NSIS)
        if not Path(program).exists():
            raise Stop("没有找到NSIS：请从nsis.sourceforge.io下载安装，然后再运行一次。")
        given = (f"-D{name}={value}" for name, value in defines.items())
        subprocess.run((program, "-V2", "-INPUTCHARSET", "UTF8", *given, script), check=True)


def build(out: Path) -> list[Path]:
    """Return the zip and the setup.exe, made in `out`."""
    work = cache() / "work" / "windows"
    place: _Windows = _Here(sys.executable) if os.name == "nt" else Wine(work)
    program = frozen.freeze(place, QT["x86_64"], work)
    say("正在压缩……")
    archive = pack(program, out / f"{COMMAND}-{version()}-windows-portable.zip")
    setup = work / f"{COMMAND}-{version()}-setup.exe"
    place.compile_setup(
        HERE / "windows" / "setup.nsi",
        {"VERSION": version(), "PROGRAM": program, "ICON": work / "nianbao.ico", "OUT": setup},
    )
    return [archive, Path(shutil.copy(setup, out / setup.name))]


def pack(program: Path, archive: Path) -> Path:
    """Write the program as a zip that keeps its data in the folder it is unpacked to."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for path in sorted(program.rglob("*")):
            if path.is_file():
                file.write(path, f"{NAME}/{path.relative_to(program).as_posix()}")
        file.write(HERE / "windows" / "便携.txt", f"{NAME}/便携.txt")
    return archive
