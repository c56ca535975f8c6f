"""A Debian system in a folder: made once, then commands run in it as root.

Mounts belong to the command that needs them and go with it. A system of another machine (ARM) runs
under qemu-user.
"""

import os
import platform
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from installer.program import DEBIAN, Stop, cache, must, say

_MIRROR = "http://deb.debian.org/debian"
_APT = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", "-o", "Acquire::Retries=3")
_KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_ENTER = r"""
system=$1; count=$2; shift 2
while [ "$count" -gt 0 ]; do
    target=$system$2
    if [ -d "$1" ]; then mkdir -p "$target"; else mkdir -p "${target%/*}"; touch "$target"; fi
    mount --bind "$1" "$target"
    shift 2; count=$((count - 1))
done
mount --rbind /dev "$system/dev"
mount -t proc proc "$system/proc" 2>/dev/null || mount --rbind /proc "$system/proc"
exec chroot "$system" "$@"
"""
_ENV = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LC_ALL": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class System:
    """A Debian of one suite and one machine."""

    def __init__(self, suite: str, machine: str = "x86_64", *, use: str = "base") -> None:
        self.suite, self.machine = suite, machine
        self.folder = cache() / f"{suite}-{machine}-{use}"

    def make(self) -> None:
        """Make the system, unless it is there."""
        if self._done.exists():
            return
        _prepare_host(self.machine)
        say(f"正在建立Debian {self.suite}（{self.machine}）……")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        chosen = (
            f"--arch={DEBIAN[self.machine]}",
            "--variant=minbase",
            "--include=ca-certificates",
        )
        must("debootstrap", *chosen, self.suite, self.folder, _MIRROR)
        shutil.copy(_KEYRING, self.folder / _KEYRING.relative_to("/"))  # it knows newer suites too
        self._done.touch()

    def copy(self, use: str, *, fresh: bool = False) -> "System":
        """Return a copy of this system for another use: the one of last time, or a fresh one."""
        other = System(self.suite, self.machine, use=use)
        if fresh or not other.folder.exists():
            shutil.rmtree(other.folder, ignore_errors=True)
            self.make()
            must("cp", "-a", self.folder, other.folder)
        return other

    def install(self, *packages: str | Path) -> None:
        """Install packages, or .deb files lying in the system."""
        mark = self.folder / "var" / "lib" / "nianbao-installed"
        wanted = "\n".join(map(str, packages))
        if mark.exists() and wanted in mark.read_text(encoding="utf-8"):
            return
        self.run(*_APT, "update")
        self.run(*_APT, "install", "-y", "--no-install-recommends", *packages)
        with mark.open("a", encoding="utf-8") as file:
            file.write(wanted + "\n\n")

    def run(
        self,
        *command: str | Path,
        binds: Mapping[Path, str] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Run a command in the system; stop when it fails."""
        done = subprocess.run(
            self.entered(command, binds or {}), env={**_ENV, **(env or {})}, check=False
        )
        if done.returncode:
            words = " ".join(map(str, command))[:200]
            raise Stop(f"“{words}”没有成功（{done.returncode}），原因见上面的输出。")

    def entered(
        self, command: Iterable[str | Path], binds: Mapping[Path, str], *, network: bool = True
    ) -> list[str]:
        """Return the command that runs a command in the system; the folders show up in it."""
        shown = {Path("/etc/resolv.conf"): "/etc/resolv.conf", **binds}
        if CERTIFICATES.exists():  # the office's own certificate, too
            shown[CERTIFICATES] = str(CERTIFICATES)
        pairs = [str(part) for pair in shown.items() for part in pair]
        alone = ("unshare", "-m", *(() if network else ("-n",)), "--propagation", "private")
        script = ("sh", "-euc", _ENTER, "sh", str(self.folder), str(len(shown)))
        return [*alone, *script, *pairs, *map(str, command)]

    def add_sources(self, *suites: str) -> None:
        """Let apt fetch the source packages of other suites."""
        lines = [f"deb-src [signed-by={_KEYRING}] {_MIRROR} {suite} main\n" for suite in suites]
        path = self.folder / "etc/apt/sources.list.d/sources.list"
        path.write_text("".join(lines), encoding="utf-8")

    @property
    def _done(self) -> Path:
        return self.folder / "var" / "lib" / "nianbao-made"


def _prepare_host(machine: str) -> None:
    """Bring the tools that make and enter such a system."""
    if os.name != "posix" or os.geteuid() != 0:
        raise Stop("打包要建立干净的Debian系统，需要管理员权限：请在Linux上用root（sudo）运行。")
    foreign = machine != platform.machine()
    needed = {"debootstrap": "debootstrap"}
    if foreign:
        needed["qemu-aarch64-static"] = "qemu-user-static"
        needed["update-binfmts"] = "binfmt-support"
    lacking = [package for program, package in needed.items() if not shutil.which(program)]
    if not _KEYRING.exists():
        lacking.append("debian-archive-keyring")
    if lacking:
        if not shutil.which("apt-get"):
            raise Stop(f"这台机器缺少：{'、'.join(lacking)}。请装上后再运行一次。")
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        must(*_APT, "update", env=env)
        must(*_APT, "install", "-y", "--no-install-recommends", *lacking, env=env)
    if foreign:
        _let_foreign_programs_run()


def _let_foreign_programs_run() -> None:
    known = Path("/proc/sys/fs/binfmt_misc")
    if not (known / "register").exists():
        must("mount", "-t", "binfmt_misc", "binfmt_misc", known)
    if not (known / "qemu-aarch64").exists():
        must("update-binfmts", "--enable", "qemu-aarch64")
