#!/usr/bin/env python3
"""Set this project up: `python3 dev.py demo | test | check | package` (Windows: `py dev.py …`).

Standard library only. The work needs Python 3.11 to 3.13, but 3.7 can still read this file: an
old Python looks for a suitable one, or says in a sentence what to install.
"""

from __future__ import annotations  # else an old Python stops at the first annotation

import ctypes
import hashlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
SUITABLE = ((3, 13), (3, 12), (3, 11))
GROUPS = ("runtime", "dev")
USAGE = """用法：python3 dev.py 命令 [参数……]      （Windows：py dev.py 命令 [参数……]）

  demo     准备好运行环境，用自带的示范报告做一遍：导入、建立年度、导出Word
  test     准备好测试环境，运行全部测试
  check    检查格式、写法、类型和各部分的界线，再运行全部测试
  mutate   在一个部分里逐处改错，看它自己的测试能不能发现：dev.py mutate checks
  package  做成安装文件：dev.py package windows|deb|offline|release [--arch 处理器] [-o 文件夹]

命令后面的参数原样传下去，例如：dev.py demo -o 草稿.docx，dev.py test -k 复议"""

LINTERS = {
    "代码格式": "ruff format --check .",
    "代码写法": "ruff check .",
    "类型": "mypy",
    "各部分的界线": "lint-imports",
}
LIBRARIES = {  # what Qt loads, even without a display; newer Debian renamed GLib's package
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_NAMES = ("wqy", "cjk", "sourcehan", "fallback", "uming", "ukai", "gbsn", "gkai", "fandol")
APT_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
APT_QUIET = ("-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0")
PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


class Stop(Exception):  # noqa: N818 - not an error of ours: the machine lacks something
    """The set-up cannot go on; the message is the sentence for the person at the keyboard."""


class Need(NamedTuple):
    """Something this machine lacks, and the packages that bring it, the newest name first."""

    what: str
    packages: Sequence[str]


class Environment:
    """The virtual environment of a checkout, kept in step with its pyproject.toml.

    Its `installed-…` files hold the place, the Python and the pyproject.toml of the last
    installation that came to its end.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.programs = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.programs / ("python.exe" if os.name == "nt" else "python")

    def has(self, group: str) -> bool:
        """Tell whether today's `runtime` or `dev` dependencies are installed."""
        return _read(self._stamp(group)) == self._birth() + self._wanted()

    def is_usable(self) -> bool:
        """Tell whether packages can go into what stands there, whoever made it."""
        stamps = (_read(self._stamp(group)) for group in GROUPS)
        if any(stamp and not stamp.startswith(self._birth()) for stamp in stamps):
            return False  # the checkout was moved or the system's Python was replaced
        if version(self.python) not in SUITABLE:
            return False
        return bool(_ask(self.python, "-m", "pip", "--version")) or uv()

    def prepare(self, group: str) -> None:
        """Make and fill the environment, as far as that is not done already."""
        if self.has(group):
            return
        if not self.is_usable():
            print("正在建立运行环境（.venv）……")
            self._make()
        print("正在安装所需的程序包，首次要几分钟……")
        self._install(group)
        for done in {group, "runtime"}:  # whoever has the tools has the program
            _write(self._stamp(done), self._birth() + self._wanted())

    def tools(self) -> list[str]:
        """Return the dev group; read here, because Debian 12's pip does not know `--group`."""
        import tomllib  # not in the Pythons that only hand over

        groups = tomllib.loads(_read(self.root / "pyproject.toml"))["dependency-groups"]
        return list(groups["dev"])

    def run(self, *command: str | Path, **env: str) -> int:
        """Run a command at the top of the checkout."""
        return subprocess.run(command, cwd=self.root, env=os.environ | env, check=False).returncode

    def _make(self) -> None:
        _remove(self.folder)
        # Inside another environment sys.executable would vanish with it.
        base = getattr(sys, "_base_executable", "") or sys.executable
        if uv():
            self._must("uv", "venv", "-q", "--python", base, self.folder)
        else:
            self._must(base, "-m", "venv", self.folder)

    def _install(self, group: str) -> None:
        self._stamp(group).unlink(missing_ok=True)  # a broken attempt must not look finished
        wanted = ("-e", ".", *(self.tools() if group == "dev" else ()))
        if uv():
            self._must("uv", "pip", "install", "-q", "--python", self.python, *wanted)
        else:
            self._must(self.python, "-m", "pip", "install", "-qq", *wanted)

    def _must(self, *command: str | Path) -> None:
        if self.run(*command):
            raise Stop("安装没有完成，原因见上面的输出。请检查网络和磁盘空间，然后再运行一次。")

    def _birth(self) -> str:
        return f"{self.folder}\n{version(self.python)}\n"

    def _stamp(self, group: str) -> Path:
        return self.folder / f"installed-{group}"

    def _wanted(self) -> str:
        return hashlib.sha256((self.root / "pyproject.toml").read_bytes()).hexdigest()


def uv() -> bool:
    """Tell whether uv is on the PATH."""
    return bool(_ask("uv", "--version"))


def _remove(folder: Path) -> None:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise Stop(f"旧的运行环境删不掉（{error}）。请关闭正在使用它的程序后再试。") from error


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def needs(group: str) -> list[Need]:
    """Return what a Linux system lacks for `runtime` or `dev`; Windows brings everything."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = []
    if importlib.util.find_spec("ensurepip") is None and not uv():
        own = f"python3.{sys.version_info[1]}-venv"
        lacking.append(Need("Python的venv组件", (own, "python3-venv")))
    if group == "dev":
        lacking += [Need(f"图形库{so}", names) for so, names in LIBRARIES.items() if not loads(so)]
        if not has_chinese_font():
            lacking.append(Need("中文字体", ("fonts-wqy-microhei",)))
    return lacking


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Tell whether Chinese text can be drawn: ask fontconfig, else look for well-known files."""
    if shutil.which("fc-list"):
        return bool(_ask("fc-list", ":lang=zh-cn"))
    files = (path for folder in folders for path in Path(folder).expanduser().rglob("*.[to]t[fc]"))
    return any(name in path.name.lower() for path in files for name in FONT_NAMES)


def supply(lacking: Sequence[Need]) -> None:
    """Install what is lacking, or stop with a sentence that says how to."""
    if not lacking:
        return
    names = "、".join(need.what for need in lacking)
    if not shutil.which("apt-get"):
        raise Stop(f"这台机器缺少：{names}。请用系统的软件管理程序装上，然后再运行一次。")
    become_root = _become_root()
    if become_root is None:
        command = " ".join(("sudo", *APT_INSTALL, *choose(lacking)))
        raise Stop(
            f"这台机器缺少：{names}。请输入下面的命令装上，然后再运行一次：\n"
            f"  sudo apt-get update && {command}"
        )
    print(f"这台机器缺少：{names}。")
    _apt(lacking, (*become_root, "env", "DEBIAN_FRONTEND=noninteractive"))


def choose(lacking: Sequence[Need]) -> list[str]:
    """Return the names by which this system's apt knows the packages."""
    return [next(filter(_known, need.packages), need.packages[-1]) for need in lacking]


def _known(package: str) -> bool:
    # A name that only other packages provide prints nothing: then the newer name is the real one.
    return b"Package:" in _ask("apt-cache", "show", package)


def _become_root() -> Sequence[str] | None:
    """Return what to put before a command to run it as root; None when that takes a password."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return ()
    return ("sudo", "-n") if _ask("sudo", "-n", "id", "-u").strip() == b"0" else None


def _apt(lacking: Sequence[Need], before: Sequence[str]) -> None:
    """Install; on a machine whose lists are missing or old, fetch them and try once more."""
    certificates = read_certificates()
    for fetch in (False, True):
        if fetch:
            subprocess.run((*before, "apt-get", "update", "-qq"), check=False)
        names = choose(lacking)
        if all(map(_known, names)):
            print(f"正在用apt-get安装：{' '.join(names)}……")
            install = (*before, *APT_INSTALL, *APT_QUIET, *names)
            if not subprocess.run(install, stdout=subprocess.DEVNULL, check=False).returncode:
                return keep_certificates(certificates)
    raise Stop(f"apt-get没有装上：{' '.join(names)}。原因见上面的输出，请检查网络后再运行一次。")


def read_certificates() -> dict[Path, bytes]:
    """Return the certificate files that the environment names, with what stands in them."""
    named = {Path(os.environ.get(name, "")) for name in ("PIP_CERT", "SSL_CERT_FILE")}
    return {path: path.read_bytes() for path in named if path.is_file()}


def keep_certificates(before: Mapping[Path, bytes]) -> None:
    """Put back the certificates that an installation took out of these files.

    python3-venv brings ca-certificates, which writes the system's file anew. Where the office's
    own certificate stood in that file alone, pip would be cut off from the network.
    """
    for path, old in before.items():
        now = path.read_bytes()
        lost = [found for found in PEM.findall(old) if found not in now]
        if lost and os.access(path, os.W_OK):
            path.write_bytes(b"\n".join((now.rstrip(), *lost, b"")))


def demo(environment: Environment, extra: Sequence[str]) -> int:
    """Run the main job on the sample report, in the folder the user stands in."""
    command = [str(environment.python), "-m", "nianbao", "demo", *extra]
    return subprocess.run(command, check=False).returncode


def test(environment: Environment, extra: Sequence[str]) -> int:
    """Run the tests, without a window unless a platform is asked for."""
    env = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen"}
    env["PYTHONDONTWRITEBYTECODE"] = ""  # else each process that a test starts compiles the program
    if os.name == "nt":  # offscreen Qt does not know where Windows keeps its fonts
        env["QT_QPA_FONTDIR"] = str(Path(os.environ["SYSTEMROOT"]) / "Fonts")
        if not sys.stdout.isatty():
            env["PYTHONIOENCODING"] = "utf-8"  # pytest would write cp936 into a pipe
    return environment.run(environment.python, "-m", "pytest", *side_by_side(extra), *extra, **env)


def side_by_side(extra: Sequence[str]) -> tuple[str, ...]:
    """Return pytest's words for a process a core; what times or debugs wants the machine alone."""
    alone = any(word.startswith(("-n", "-s", "--pdb", "--benchmark")) for word in extra)
    return () if alone else ("-n", "auto", "--dist", "worksteal")


def mutate(environment: Environment, extra: Sequence[str]) -> int:
    """Put small faults into a room and see which its own tests notice; mutmut needs POSIX."""
    if os.name == "nt":
        raise Stop("改错测试要在Linux上运行。")
    return environment.run(environment.python, "-m", "tests.mutate", *extra)


def check(environment: Environment, extra: Sequence[str]) -> int:
    """Run every linter, then the tests; name what failed."""
    failed = [name for name, line in LINTERS.items() if not _passes(environment, name, line)]
    tested = test(environment, extra)
    if failed:
        raise Stop(f"没有通过：{'、'.join(failed)}。")
    return tested


def _passes(environment: Environment, name: str, line: str) -> bool:
    print(f"检查{name}：{line}")
    program, *arguments = line.split()
    return environment.run(environment.programs / program, *arguments) == 0


def package(environment: Environment, extra: Sequence[str]) -> int:
    """Build what a user installs, in systems of its own; this environment is not needed."""
    path = os.pathsep.join(filter(None, (str(environment.root), os.environ.get("PYTHONPATH"))))
    command = (sys.executable, "-m", "installer", *extra)
    return subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, check=False).returncode


WORDS: dict[str, tuple[Callable[[Environment, Sequence[str]], int], str]] = {
    "demo": (demo, "runtime"),
    "test": (test, "dev"),
    "check": (check, "dev"),
    "mutate": (mutate, "dev"),
    "package": (package, ""),  # needs nothing of this machine but Python
}


def main(arguments: Sequence[str]) -> int:
    """Do what the first word says; the rest goes to it."""
    speak_utf8()
    if arguments and arguments[0] in {"-h", "--help"}:
        print(USAGE)
        return 0
    if not arguments or arguments[0] not in WORDS:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        if sys.version_info[:2] not in SUITABLE:
            return hand_over(arguments)
        run, group = WORDS[arguments[0]]
        environment = Environment(ROOT)
        if group:
            supply(needs(group))
            environment.prepare(group)
        return run(environment, arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def speak_utf8() -> None:
    """Write UTF-8 into pipes and files, line by line; a console keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", line_buffering=True)


def hand_over(arguments: Sequence[str]) -> int:
    """Run this file with a suitable Python of this machine."""
    python = find_python()
    if not python:
        raise Stop(
            "现在的Python是{}.{}，需要3.11、3.12或3.13：请安装其中一个（Windows从python.org下载，"
            "Linux安装软件包python3.12或python3.11），然后再运行一次。".format(*sys.version_info)
        )
    return subprocess.run((*python, __file__, *arguments), check=False).returncode


def find_python() -> tuple[str, ...]:
    """Return the command of a suitable Python; empty when there is none."""
    names = [f"{major}.{minor}" for major, minor in SUITABLE]
    commands = [("py", f"-{name}") if os.name == "nt" else (f"python{name}",) for name in names]
    return next((command for command in commands if version(*command) in SUITABLE), ())


def version(*command: str | Path) -> tuple[int, ...]:
    """Ask a Python for its version; empty when it is not there or broken."""
    told = _ask(*command, "-c", "import sys; print(*sys.version_info[:2])")
    return tuple(map(int, told.split()))


def _ask(*command: str | Path) -> bytes:
    """Return what a program prints; nothing when it is missing or fails."""
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return b""
    return b"" if done.returncode else done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
