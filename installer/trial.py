"""What a user would do with a package, in a bare system without a network, and how it went."""

import json
import os
import shutil
import signal
import statistics
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer.debian import System
from installer.program import COMMAND, HERE, ID, NAME, Stop, cache, say
from installer.wine import Wine

_CLERK = ("setpriv", "--reuid=1000", "--regid=1000", "--clear-groups")
_DISPLAY = ":91"
_STARTS = 5
_WAIT = 600  # seconds for a window; under an emulator it may take minutes
_SEEN = f"""
seen() {{ xwininfo -display {_DISPLAY} -root -tree 2>/dev/null | grep -q '("{COMMAND}"'; }}
until seen; do sleep 0.01; done
"""
_WITH_PYTHON = "bookworm"  # its own Python is new enough
LIBRARIES = (
    *("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1"),
    *("libxcb-image0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libsm6", "libice6"),
)
"""What every desktop has: Qt's wheels bring none of it."""
_APT = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How a package did in one system; seconds, megabytes."""

    system: str
    package: float
    installed: float
    start: float | None = None
    memory: float | None = None
    demo: str = ""

    def row(self) -> str:
        """Return a row of the table of what was tried where."""
        start = f"{self.start:.2f} 秒" if self.start else "—"
        memory = f"{self.memory:.0f} MB" if self.memory else "—"
        return (
            f"| {self.system} | {self.package:.1f} MB | {self.installed:.0f} MB "
            f"| {start} | {memory} | {self.demo} |"
        )


def of_deb(deb: Path, suite: str, machine: str) -> Trial:
    """Install, use and remove a .deb in a bare Debian."""
    say(f"正在试用：{deb.name}，Debian {suite}（{machine}）……")
    system = System(suite, machine).copy("trial", fresh=True)
    system.run(*_APT, "update")
    inside = f"/root/{deb.name}"
    install = (*_APT, "install", "-y", "--no-install-recommends", inside)
    system.run(*install, binds={deb: inside})
    home = system.folder / "home" / "user"
    home.mkdir()
    os.chown(home, 1000, 1000)
    folder = system.folder / "opt" / "apps" / ID
    size = _size(folder)
    done = demo(system, COMMAND)
    start, memory = started(system, COMMAND)
    system.run(*_APT, "remove", "-y", ID)
    left = [path for path in (folder, system.folder / "usr/bin" / COMMAND) if os.path.lexists(path)]
    if left:
        raise Stop(f"卸载后还留着：{left}")
    return Trial(
        system=f"Debian {suite} {machine}",
        package=deb.stat().st_size / 1e6,
        installed=size,
        start=start,
        memory=memory if machine == "x86_64" else None,
        demo=done,
    )


def of_setup(setup: Path) -> Trial:
    """Install, use and remove the program for Windows, in Wine; the user's data stays."""
    say(f"正在试用：{setup.name}，Windows（Wine）……")
    windows, work = _fresh_wine("windows-trial")
    given = shutil.copy(setup, work)
    windows.run(windows.path(Path(given)), "/S")
    users = windows.system.folder / "root/windows/drive_c/users/root"
    home = users / "AppData/Local/Programs/nianbao"
    size = _size(home)
    program = r"C:\users\root\AppData\Local\Programs\nianbao"
    draft = work / "初稿.docx"
    windows.run(rf"{program}\nianbao-cli.exe", "demo", "-o", windows.path(draft))
    start, memory = _started_on_windows(windows, work, rf"{program}\nianbao.exe")
    kept = users / "Documents" / NAME / "本单位.nianbao"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.touch()
    windows.run(windows.path(Path(given)), "/S")  # an update
    windows.run(rf"{program}\uninstall.exe", "/S")
    until = time.monotonic() + _WAIT  # it goes on in a copy of itself
    while home.exists() and time.monotonic() < until:
        time.sleep(0.5)
    if home.exists() or not kept.exists() or not draft.exists():
        raise Stop("示范没有做成，或者卸载后留下了程序、丢了年报库。")
    return Trial(
        system="Windows（Wine 10）",
        package=setup.stat().st_size / 1e6,
        installed=size,
        start=start,
        memory=memory,
        demo="做成",
    )


def of_stick(archive: Path) -> Trial:
    """Unpack and use the program for a USB stick, in Wine; what it keeps stays beside it."""
    say(f"正在试用：{archive.name}，Windows（Wine）……")
    windows, work = _fresh_wine("stick-trial")
    home = _unpacked(archive, work / "U盘") / NAME
    draft = home / "初稿.docx"
    began = time.time()
    windows.run(windows.path(home / f"{COMMAND}-cli.exe"), "demo", "-o", windows.path(draft))
    start, memory = _started_on_windows(windows, work, windows.path(home / f"{COMMAND}.exe"))
    users = windows.system.folder / "root/windows/drive_c/users/root"
    kept = (path for one in users.rglob(COMMAND) for path in one.rglob("*"))
    strayed = [path for path in kept if path.stat().st_mtime >= began]
    if not draft.exists() or not (home / "设置").is_dir() or strayed:
        raise Stop(f"U盘版没有做成示范，或者在别处留下了东西：{strayed}")
    return Trial(
        system="Windows（Wine 10），U盘版",
        package=archive.stat().st_size / 1e6,
        installed=_size(home),
        start=start,
        memory=memory,
        demo="做成",
    )


def of_offline(archive: Path, machine: str) -> Trial:
    """Install from the wheels in a Debian with Python and no network, and use the program."""
    say(f"正在试用：{archive.name}，Debian {_WITH_PYTHON}（{machine}）……")
    system = System(_WITH_PYTHON, machine).copy("offline-trial", fresh=True)
    system.install("python3", "python3-venv", *LIBRARIES)
    home = system.folder / "home" / "user"
    home.mkdir()
    folder = _unpacked(archive, home) / archive.stem
    for path in (home, *home.rglob("*")):
        os.chown(path, 1000, 1000)
    inside = f"/home/user/{archive.stem}"
    done = _as_clerk(system, "python3", f"{inside}/install.py")
    if done.returncode:
        raise Stop(f"没有装成：{done.stdout}{done.stderr}")
    program = f"{inside}/程序/bin/{COMMAND}"
    told = demo(system, program)
    start, memory = started(system, program)
    return Trial(
        system=f"Debian {_WITH_PYTHON} {machine}，源代码",
        package=archive.stat().st_size / 1e6,
        installed=_size(folder / "程序"),
        start=start,
        memory=memory if machine == "x86_64" else None,
        demo=told,
    )


def of_offline_on_windows(archive: Path) -> Trial:
    """Install from the wheels with a Python for Windows, in Wine, and use the program."""
    say(f"正在试用：{archive.name}，Windows（Wine）……")
    windows, work = _fresh_wine("offline-trial")
    folder = _unpacked(archive, work) / archive.stem
    windows.run(windows.python, windows.path(folder / "install.py"))
    program = folder / "程序" / "Scripts" / f"{COMMAND}.exe"
    draft = work / "初稿.docx"
    windows.run(windows.path(program), "demo", "-o", windows.path(draft))
    if not draft.exists():
        raise Stop("示范没有做成。")
    return Trial(
        system="Windows（Wine 10），源代码",
        package=archive.stat().st_size / 1e6,
        installed=_size(folder / "程序"),
        demo="做成",
    )


def _fresh_wine(name: str) -> tuple[Wine, Path]:
    """Return a Windows and an empty folder that it sees."""
    work = cache() / "work" / name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    return Wine(work), work


def _unpacked(archive: Path, to: Path) -> Path:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(to)
    return to


def _size(folder: Path) -> float:
    """Return the megabytes of all files of a folder."""
    files = (path for path in folder.rglob("*") if not path.is_symlink())
    return sum(path.lstat().st_size for path in files) / 1e6


def _started_on_windows(windows: Wine, work: Path, program: str) -> tuple[float, float]:
    out = work / "started.json"
    script = HERE / "windows" / "started.py"
    windows.run(windows.python, windows.path(script), windows.path(out), program)
    told = json.loads(out.read_text(encoding="ascii"))
    return told["seconds"], told["megabytes"]


def demo(system: System, program: str) -> str:
    """Run the main job as the user without a network; say how it went."""
    done = _as_clerk(system, program, "demo", "-o", "/home/user/初稿.docx")
    if done.returncode or not (system.folder / "home/user/初稿.docx").exists():
        raise Stop(f"示范没有做成：{done.stdout}{done.stderr}")
    return "做成"


def started(system: System, *program: str) -> tuple[float, float]:
    """Return seconds to the window, and the megabytes it then takes: medians of a few starts."""
    with _screen() as screen:
        tries = [_start(system, screen, program) for _ in range(_STARTS)]
    seconds, megabytes = zip(*tries, strict=True)
    return statistics.median(seconds), statistics.median(megabytes)


def _start(system: System, screen: System, program: tuple[str, ...]) -> tuple[float, float]:
    shown = {screen.folder / "tmp/.X11-unix": "/tmp/.X11-unix"}  # noqa: S108 - X looks there
    env = _env() | {"DISPLAY": _DISPLAY}
    command = system.entered((*_CLERK, *program), shown, network=False)
    watch = screen.entered(("sh", "-euc", _SEEN), {})
    watcher = subprocess.Popen(watch, env=_env())
    began = time.monotonic()
    window = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    try:
        watcher.wait(_WAIT)
        seconds = time.monotonic() - began
        time.sleep(3)  # until the pages are there
        return seconds, resident(window.pid) / 1e6
    except subprocess.TimeoutExpired as error:
        watcher.kill()
        raise Stop("窗口没有出现。") from error
    finally:
        window.send_signal(signal.SIGTERM)
        window.wait()


def resident(process: int) -> int:
    """Return the bytes of memory that a process takes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


@contextmanager
def _screen() -> Iterator[System]:
    """A display in a system of its own: the bare one has no library of X beyond its own."""
    screen = System("bookworm").copy("screen")
    screen.install("xvfb", "x11-utils")
    server = ("Xvfb", _DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
    xvfb = subprocess.Popen(screen.entered(server, {}), env=_env(), stderr=subprocess.DEVNULL)
    socket = screen.folder / f"tmp/.X11-unix/X{_DISPLAY[1:]}"
    try:
        until = time.monotonic() + 30
        while not socket.exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield screen
    finally:
        xvfb.terminate()
        xvfb.wait()


def _as_clerk(system: System, *command: str) -> subprocess.CompletedProcess[str]:
    entered = system.entered((*_CLERK, *command), {}, network=False)
    return subprocess.run(entered, env=_env(), capture_output=True, encoding="utf-8", check=False)


def _env() -> dict[str, str]:
    path = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    return {"PATH": path, "HOME": "/home/user", "LC_ALL": "C.UTF-8"}
