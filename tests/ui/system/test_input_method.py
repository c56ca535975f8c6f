"""Chinese input: which names on the bus lead to which environment, and what is left of it."""

import os
import subprocess
import sys

import pytest

from nianbao.ui.shell.system import input_method

NAMES = ("QT_IM_MODULE", "QT_IM_MODULES", "IBUS_USE_PORTAL")
FCITX5 = {"org.freedesktop.portal.IBus", "org.fcitx.Fcitx5", "org.fcitx.Fcitx-0"}
IBUS = {"org.freedesktop.IBus"}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (FCITX5, ("ibus", "ibus", "1")),
        (FCITX5 | IBUS, ("ibus", "ibus", "1")),
        (IBUS, ("ibus", "ibus", None)),
        ({"org.fcitx.Fcitx"}, ("fcitx", None, None)),
        (set(), ("fcitx", None, None)),
    ],
    ids=["fcitx5", "fcitx5 and ibus", "ibus", "fcitx 4", "nothing"],
)
def test_qt_is_told_what_runs_and_the_environment_is_as_it_was(monkeypatch, names, expected):
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")  # as the desktops do
    monkeypatch.delenv("QT_IM_MODULES", raising=False)
    monkeypatch.delenv("IBUS_USE_PORTAL", raising=False)

    with input_method.reached(names.__contains__):
        inside = tuple(map(os.environ.get, NAMES))

    assert inside == expected
    assert tuple(map(os.environ.get, NAMES)) == ("fcitx", None, None)


def test_the_environment_is_as_it_was_also_when_no_window_can_be_made(monkeypatch):
    monkeypatch.setenv("QT_IM_MODULES", "fcitx;ibus")

    with pytest.raises(RuntimeError), input_method.reached(FCITX5.__contains__):
        raise RuntimeError

    assert os.environ["QT_IM_MODULES"] == "fcitx;ibus"


def test_fcitx_4_is_said_with_what_to_do():
    assert "请安装fcitx5" in input_method.choose({"org.fcitx.Fcitx"}.__contains__).failure
    assert not input_method.choose(FCITX5.__contains__).failure
    assert not input_method.choose(IBUS.__contains__).failure


def test_without_a_session_bus_nothing_is_asked_and_nothing_is_said():
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DBUS_", "XDG_"))}
    code = """
import sys
from nianbao.ui.shell.system import input_method
with input_method.reached() as method:
    assert method == input_method.InputMethod()
assert "PySide6" not in sys.modules
"""
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, env=environment, capture_output=True
    )

    assert done.stderr == b""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a session bus")
def test_a_bus_that_does_not_answer_is_no_hindrance(tmp_path):
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    code = """
from nianbao.ui.shell.system import input_method
with input_method.reached() as method:
    assert method == input_method.InputMethod()
"""
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
