"""Pinyin typed through a real input method: the characters arrive, once, wherever one can write."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

PROGRAMS = ("Xvfb", "xdotool", "openbox", "fcitx5", "dbus-daemon", "dbus-send")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, PROGRAMS)), reason="no fcitx5, Xvfb or xdotool on this machine"
)

PROFILE = """
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin

[GroupOrder]
0=Default
"""
ALWAYS_ON = "[Behavior]\nActiveByDefault=True\nShareInputState=All\n"
SET_BY_DESKTOPS = {"QT_IM_MODULE": "fcitx"}  # which names a plugin that Qt's wheels have not
PATIENCE = 60  # seconds


class Screen:
    """A display, a session bus and fcitx5 with pinyin, and our window in it."""

    def __init__(self, folder, stack):
        self.stack, self.folder = stack, folder
        hidden = ("DBUS_", "XDG_", "QT_IM", "IBUS", "WAYLAND", "XMODIFIERS", "QT_QPA")
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
        self.env |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8"}
        self.env |= SET_BY_DESKTOPS
        config = folder / ".config" / "fcitx5"
        config.mkdir(parents=True)
        (config / "profile").write_text(PROFILE, encoding="utf-8")
        (config / "config").write_text(ALWAYS_ON, encoding="utf-8")
        size = ("-screen", "0", "1366x768x24", "-nolisten", "tcp", "-displayfd", "1")
        self.env["DISPLAY"] = f":{self._told('Xvfb', *size)}"
        bus = ("--session", "--print-address=1", "--nofork", "--nopidfile")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._told("dbus-daemon", *bus)
        self._start("openbox")
        self._start("fcitx5", "--disable=notificationitem,notifications,clipboard")
        until(lambda: self._is_owned("org.freedesktop.portal.IBus"))

    def open(self):
        command = (sys.executable, "-m", "tests.stories.typing_window", str(self.folder))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
        self.window = self._start(*command, **pipes)
        assert self.window.stdout.readline().strip() == "xcb"
        until(lambda: self._xdotool("search", "--onlyvisible", "--name", "年报助手"))

    def go(self, place):
        until(lambda: self._ask(place) == "ready")

    def state(self):
        return json.loads(self._ask("?"))

    def type(self, letters):
        self._xdotool("type", "--delay", "150", letters)

    def press(self, key):
        self._xdotool("key", "--clearmodifiers", key)

    def _ask(self, order):
        self.window.stdin.write(f"{order}\n")
        self.window.stdin.flush()
        return self.window.stdout.readline().strip()

    def _start(self, *command, **pipes):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | pipes
        process = subprocess.Popen(command, env=self.env, cwd=Path(__file__).parents[2], **quiet)
        self.stack.enter_context(process)  # closes the pipes and waits
        self.stack.callback(process.kill)
        return process

    def _told(self, *command):
        process = self._start(*command, stdout=subprocess.PIPE)
        return process.stdout.readline().decode().strip()

    def _is_owned(self, name):
        ask = "org.freedesktop.DBus.NameHasOwner"
        call = ("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", ask)
        done = subprocess.run(
            (*call, f"string:{name}"), env=self.env, capture_output=True, check=False
        )
        return b"boolean true" in done.stdout

    def _xdotool(self, *words):
        done = subprocess.run(("xdotool", *words), env=self.env, capture_output=True, check=False)
        return done.stdout.decode().split()


def until(true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def screen(tmp_path_factory):
    with ExitStack() as stack:
        made = Screen(tmp_path_factory.mktemp("screen"), stack)
        made.open()
        yield made


@pytest.mark.parametrize("place", ["card", "cell", "chip", "search"])
def test_pinyin_becomes_characters_once_and_is_composed_in_place(screen, place):
    screen.go(place)
    before = screen.state()["text"]

    screen.type("nihao")
    until(lambda: screen.state()["composed"].replace(" ", "").endswith("nihao"))
    composing = screen.state()["text"]
    screen.press("space")
    until(lambda: "你好" in screen.state()["text"])

    assert composing == before  # nothing stands there that was not chosen
    assert screen.state() == {"text": f"{before}你好", "composed": "", "names": []}
    screen.press("Escape")


def test_in_the_review_letters_are_commands_and_names_are_composed(screen):
    screen.go("review")
    before = screen.state()["names"]

    screen.type("r")
    until(lambda: screen.state()["text"] in before)  # the name of the current number is open
    name = screen.state()["text"]
    screen.type("nihao")
    until(lambda: screen.state()["composed"].replace(" ", "").endswith("nihao"))
    assert screen.state()["names"] == before  # no letter was taken for a command
    screen.press("space")
    until(lambda: screen.state()["text"] == "你好")
    screen.press("Return")
    until(lambda: "你好" in screen.state()["names"])
    assert name not in screen.state()["names"]

    screen.press("x")  # 不是数据
    until(lambda: len(screen.state()["names"]) == len(before) - 1)
    assert screen.state()["composed"] == ""
    screen.press("ctrl+z")
    until(lambda: len(screen.state()["names"]) == len(before))
