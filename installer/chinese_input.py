"""Chinese input on Linux: a Debian with fcitx5 and one with ibus, and the tests that type there.

`python3 -m installer.chinese_input` runs them in both; each has only its own input method, as a
user's computer has.
"""

import shutil
import sys

from installer.debian import System
from installer.program import ROOT, Stop, must, say
from installer.trial import LIBRARIES

_SUITE = "bookworm"
_METHODS = {
    "fcitx5": ("fcitx5", "fcitx5-chinese-addons"),
    "ibus": ("ibus", "ibus-libpinyin", "dconf-gsettings-backend", "libglib2.0-bin"),
}
_SCREEN = ("xvfb", "xdotool", "openbox", "dbus", "dbus-bin")
_PYTHON = ("python3", "python3-venv")
_TESTS = "tests/stories/outside/test_chinese_input.py"


def try_out() -> tuple[str, ...]:
    """Run the tests with every input method; return their names, stop when one fails."""
    for name, packages in _METHODS.items():
        say(f"正在试用：{name}，Debian {_SUITE}……")
        system = System(_SUITE).copy(name)
        system.install(*_PYTHON, *LIBRARIES, *_SCREEN, *packages)
        source = system.folder / "root" / "nianbao"
        shutil.rmtree(source, ignore_errors=True)
        must("git", "clone", "-q", ROOT, source)
        tests = ("test", "-q", "-n", "0", "-rs", "-p", "no:cacheprovider", _TESTS)
        system.run("python3", "/root/nianbao/dev.py", *tests)
    return tuple(_METHODS)


def main() -> int:
    """Try every input method: 0 all is well, 1 not."""
    try:
        try_out()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
