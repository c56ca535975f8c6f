"""Python for the packages for Linux: Debian 12's source, built on Debian 11 (`interpreter.sh`).

SQLite comes from Debian 13: Debian 11's own knows neither STRICT tables nor RETURNING.
"""

from installer.debian import System
from installer.program import DEBIAN, HERE, say

_SOURCES = ("python3.11/bookworm", "sqlite3/trixie")
_COMPILING = (
    *("build-essential", "dpkg-dev", "xz-utils", "tcl"),
    *("zlib1g-dev", "libffi-dev", "libssl-dev", "libbz2-dev", "libexpat1-dev"),
)
_CROSS = (
    "crossbuild-essential-arm64",
    *("zlib1g-dev:arm64", "libffi-dev:arm64", "libssl-dev:arm64", "libbz2-dev:arm64"),
    "libexpat1-dev:arm64",
)
_PACKING = (  # PyInstaller looks into libraries, and Qt loads these
    *(
        "binutils",
        "xz-utils",
        "libffi7",
        "libssl1.1",
        "libbz2-1.0",
        "zlib1g",
        "libexpat1",
        "libglib2.0-0",
    ),
    *("libgl1", "libegl1", "libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libxkbcommon-x11-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-image0", "libxcb-xinerama0", "libxcb-xkb1", "libxcb-sync1"),
    *("libxcb-xfixes0", "libcups2"),
    *("fonts-wqy-microhei", "fontconfig-config"),  # for the pictures of the manual
)
_HANDLING = (  # what is done here for other machines
    "patchelf",
    "binutils-aarch64-linux-gnu",
)
_FOLDER = "opt/python"


def system_with_python(machine: str) -> System:
    """Return the Debian 11 of a machine, with Python in /opt/python and what PyInstaller needs."""
    system = System("bullseye", machine).copy("build")
    system.install(*_PACKING)
    if not (system.folder / _FOLDER / "bin" / "python3.11").exists():
        say("正在编译Python和SQLite，要几分钟……")
        _build(system, machine)
    return system


def native() -> System:
    """Return the Debian 11 that runs here without an emulator, with tools for other machines."""
    system = system_with_python("x86_64")
    system.install(*_HANDLING)
    return system


def _build(system: System, machine: str) -> None:
    builder = system if machine == "x86_64" else native()
    builder.add_sources("bookworm", "trixie")
    builder.install(*_COMPILING)
    fetch = 'mkdir -p /opt/source; cd /opt/source; apt-get source -qq --download-only "$@"'
    builder.run("sh", "-euc", fetch, "sh", *_SOURCES)
    script = ("sh", "/opt/interpreter.sh", "/opt/source")
    binds = {HERE / "interpreter.sh": "/opt/interpreter.sh"}
    if builder is system:
        builder.run(*script, "", binds=binds)
    else:
        builder.run("dpkg", "--add-architecture", DEBIAN[machine])
        builder.install(*_CROSS)
        target = {system.folder: "/opt/target"}
        builder.run(*script, "/opt/target", "aarch64-linux-gnu", binds=binds | target)
        return  # its wheels are unpacked here: `assembled`
    system.run("/opt/python/bin/python3.11", "-m", "ensurepip")
