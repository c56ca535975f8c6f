"""A display, a session bus and an input method with pinyin, and our window in it."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PROGRAMS = ("Xvfb", "xdotool", "openbox", "dbus-daemon", "dbus-send")
PATIENCE = 60  # seconds
SET_BY_DESKTOPS = {"QT_IM_MODULE": "fcitx"}  # which names a plugin that Qt's wheels have not

FCITX5_PROFILE = """
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin

[GroupOrder]
0=Default
"""
FCITX5_CONFIG = "[Behavior]\nActiveByDefault=True\nShareInputState=All\n"
IBUS_SETTINGS = {
    "preload-engines": "['libpinyin']",
    "engines-order": "['libpinyin']",
    "use-global-engine": "true",
}


def until(true):
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


class Fcitx5:
    """fcitx5 as 统信UOS and 银河麒麟 have it: it speaks in the words of ibus."""

    needs = ("fcitx5",)

    def start(self, screen):
        config = screen.folder / ".config" / "fcitx5"
        config.mkdir(parents=True)
        (config / "profile").write_text(FCITX5_PROFILE, encoding="utf-8")
        (config / "config").write_text(FCITX5_CONFIG, encoding="utf-8")
        screen.start("fcitx5", "--disable=notificationitem,notifications,clipboard")
        until(lambda: screen.is_owned("org.freedesktop.portal.IBus"))


class Ibus:
    """ibus with libpinyin, as GNOME has it."""

    needs = ("ibus-daemon", "ibus", "gsettings")

    def start(self, screen):
        for name, value in IBUS_SETTINGS.items():
            screen.call("gsettings", "set", "org.freedesktop.ibus.general", name, value)
        screen.start("ibus-daemon", "-rx", "--panel", "disable")
        until(lambda: screen.is_owned("org.freedesktop.IBus"))
        until(lambda: self._is_chosen(screen))

    def _is_chosen(self, screen):
        screen.call("ibus", "engine", "libpinyin")  # 1 also when it is done, without setxkbmap
        return screen.call("ibus", "engine").stdout.strip() == b"libpinyin"


class Screen:
    """A display with an input method on it; `open` starts our window."""

    def __init__(self, folder, stack, method):
        self.stack, self.folder = stack, folder
        hidden = ("DBUS_", "XDG_", "QT_IM", "IBUS", "WAYLAND", "XMODIFIERS", "QT_QPA")
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
        self.env |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8"}
        self.env |= SET_BY_DESKTOPS
        size = ("-screen", "0", "1366x768x24", "-nolisten", "tcp", "-displayfd", "1")
        self.env["DISPLAY"] = f":{self._told('Xvfb', *size)}"
        bus = ("--session", "--print-address=1", "--nofork", "--nopidfile")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._told("dbus-daemon", *bus)
        self.start("openbox")
        method.start(self)

    def open(self):
        command = (sys.executable, "-m", "tests.stories.outside.typing_window", str(self.folder))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
        with (self.folder / "window.log").open("wb") as log:
            self.window = self.start(*command, **pipes, stderr=log)
        assert self._heard() == "xcb"
        until(lambda: self._xdotool("search", "--onlyvisible", "--name", "年报助手"))

    def go(self, place):
        until(lambda: self._ask(place) == "ready")

    def state(self):
        return json.loads(self._ask("?"))

    def type(self, letters):
        self._xdotool("type", "--delay", "150", letters)

    def press(self, key):
        self._xdotool("key", "--clearmodifiers", key)

    def start(self, *command, **pipes):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | pipes
        process = subprocess.Popen(command, env=self.env, cwd=Path(__file__).parents[3], **quiet)
        self.stack.enter_context(process)  # closes the pipes and waits
        self.stack.callback(process.kill)
        return process

    def call(self, *command):
        return subprocess.run(command, env=self.env, capture_output=True, check=False)

    def is_owned(self, name):
        ask = "org.freedesktop.DBus.NameHasOwner"
        call = ("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", ask)
        return b"boolean true" in self.call(*call, f"string:{name}").stdout

    def _ask(self, order):
        self.window.stdin.write(f"{order}\n")
        self.window.stdin.flush()
        return self._heard()

    def _heard(self):
        line = self.window.stdout.readline().strip()
        assert line, (self.folder / "window.log").read_text(encoding="utf-8")
        return line

    def _told(self, *command):
        process = self.start(*command, stdout=subprocess.PIPE)
        return process.stdout.readline().decode().strip()

    def _xdotool(self, *words):
        return self.call("xdotool", *words).stdout.decode().split()


def lacking(method):
    """Return the programs that this machine lacks for a method."""
    return [name for name in (*PROGRAMS, *method.needs) if not shutil.which(name)]
