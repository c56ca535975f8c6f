"""The frozen program beside the unfrozen one: what it finds, how big it is, how soon it is there.

`NIANBAO_FROZEN` names the folder of a frozen program, for instance the one that an installed .deb
or the zip for Windows has; without it there is nothing to measure. Times are medians of starts in
turn, so that a busy machine slows both.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

FROZEN = os.environ.get("NIANBAO_FROZEN", "")
PROGRAM = Path(FROZEN) / ("nianbao-cli.exe" if os.name == "nt" else "nianbao")
OURS = (sys.executable, "-m", "nianbao")
TRIES = 5
pytestmark = pytest.mark.skipif(not FROZEN, reason="NIANBAO_FROZEN names no frozen program")


def run(*words, folder):
    env = os.environ | {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = (str(PROGRAM), *map(str, words))
    done = subprocess.run(command, env=env, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


def test_what_is_shipped_is_found_and_a_report_is_made(tmp_path):
    run("demo", "-o", tmp_path / "初稿.docx", folder=tmp_path)

    assert "【待填：" in run("text", tmp_path / "初稿.docx", folder=tmp_path)
    assert "（安装版）" in run("doctor", folder=tmp_path)


def test_nothing_that_is_not_used_comes_along():
    files = [path for path in Path(FROZEN).rglob("*") if not path.is_symlink()]
    names = {path.name.lower() for path in files}
    unused = ("qt6network", "qt6qml", "qt6quick", "opengl32sw", "libcrypto", "libssl", "dict.txt")

    assert not [name for name in names if any(part in name for part in unused)]
    assert sum(path.stat().st_size for path in files) < 135e6


@pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="no Xvfb or xdotool on this machine"
)
def test_the_window_is_there_about_as_soon_as_the_unfrozen_one(tmp_path):
    size = ("-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset", "-displayfd", "1")
    with subprocess.Popen(("Xvfb", *size), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as x:
        try:
            display = f":{x.stdout.readline().decode().strip()}"
            pair = ((PROGRAM,), OURS)
            both = [[started(one, display, tmp_path) for one in pair] for _ in range(TRIES)]
        finally:
            x.kill()

    frozen, unfrozen = (statistics.median(times) for times in zip(*both, strict=True))
    print(f"to the window: frozen {frozen:.2f} s, unfrozen {unfrozen:.2f} s")
    assert frozen <= 1.3 * unfrozen


def started(command, display, folder):
    """Return the seconds from the start of a process to its window."""
    env = os.environ | {"DISPLAY": display, "HOME": str(folder), "QT_QPA_PLATFORM": "xcb"}
    began = time.monotonic()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(tuple(map(str, command)), env=env, **quiet) as window:
        seen = ("xdotool", "search", "--sync", "--onlyvisible", "--name", "年报助手")
        subprocess.run(seen, env=env, capture_output=True, check=True, timeout=120)
        seconds = time.monotonic() - began
        window.kill()
    return seconds
