"""The way from last year's file to a Word file, walked from outside by the words on the window.

Runs where a desktop can be made: Xvfb, a session bus, AT-SPI and python3-pyatspi of the system.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.given import SAMPLE

WALK = Path(__file__).with_name("outside_walk.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = "/usr/bin/python3"


def can_walk():
    tools = all(shutil.which(name) for name in ("Xvfb", "dbus-run-session", PYTHON))
    if not (sys.platform.startswith("linux") and tools and LAUNCHER.exists()):
        return False
    return not subprocess.run(
        [PYTHON, "-c", "import pyatspi"], check=False, capture_output=True
    ).returncode


pytestmark = [
    pytest.mark.endurance,
    pytest.mark.skipif(not can_walk(), reason="no desktop with AT-SPI can be made here"),
]


@pytest.fixture
def screen():
    """A screen as large as the smallest to serve."""
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1366x768x24"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with open(reads, encoding="ascii") as told:  # it says which number it took
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


def test_from_last_years_file_to_the_word_file_by_the_words_on_the_window(screen, tmp_path):
    home, runtime, out = tmp_path / "home", tmp_path / "run", tmp_path / "今年.docx"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    environment = kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    steps = [PYTHON, str(WALK), str(SAMPLE), str(out), sys.executable, "-m", "nianbao"]
    begin = f'{LAUNCHER} --launch-immediately & exec "$@"'

    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", begin, "walk", *steps],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert out.exists()
    assert "nameless: []" in done.stdout
