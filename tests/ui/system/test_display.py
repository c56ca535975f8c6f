"""Where no window can be shown, that is said in Chinese: Qt would end in English, or show none."""

import os
import subprocess
import sys

import pytest

from nianbao.errors import InputError
from nianbao.ui.shell.system import display

linux = pytest.mark.skipif(sys.platform != "linux", reason="only there a display may be lacking")


@linux
@pytest.mark.parametrize(
    ("env", "said"),
    [({}, "没有图形桌面"), ({"DISPLAY": ":7654"}, "连不上图形桌面")],
)
def test_a_start_without_a_display_ends_with_a_sentence(tmp_path, env, said):
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    started = subprocess.run(
        [sys.executable, "-m", "nianbao"],
        env={**kept, **env, "HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert started.returncode == 1
    if "系统软件包" not in started.stderr:  # the machine that tests may lack those first
        assert said in started.stderr
    assert "qt." not in started.stderr
    assert "nianbao --help" in started.stderr


@linux
@pytest.mark.parametrize(("plugin", "refused"), [("libqwayland-generic.so", False), ("", True)])
def test_a_desktop_with_wayland_alone_needs_its_plugin(tmp_path, monkeypatch, plugin, refused):
    (tmp_path / (plugin or "libqxcb.so")).touch()
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(display, "_plugin", lambda: tmp_path / "libqxcb.so")
    if refused:
        with pytest.raises(InputError, match="XWayland"):
            display.look()
    else:
        display.look()


@linux
def test_a_library_that_lacks_is_named(tmp_path, monkeypatch):
    plugin = tmp_path / "libqxcb.so"
    plugin.write_bytes(b"")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(display, "_plugin", lambda: plugin)
    with pytest.raises(InputError, match="系统软件包"):
        display.look()
    error = display.lacking("libSM.so.6: cannot open shared object file: No such file")
    assert "（libSM.so.6）" in error.what
    assert "libsm6" in error.do


def test_a_plugin_that_draws_nowhere_is_no_window(monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with pytest.raises(InputError, match="打不开窗口"):
        display.check("offscreen")
    display.check("xcb")
    display.check("windows")


def test_who_asks_for_no_window_has_none_and_no_display_is_looked_for(monkeypatch):
    looked = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(display, "_plugin", lambda: looked.append("plugin"))
    display.look()
    display.check("offscreen")
    assert looked == []


@linux
def test_where_the_plugin_is_elsewhere_nothing_is_refused_for_that(tmp_path, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(display, "_plugin", lambda: tmp_path / "none.so")
    asked = []
    monkeypatch.setattr(display, "_answers", lambda at: asked.append(at) or len(asked) == 1)
    display.look()
    assert asked == [":0"]
    with pytest.raises(InputError, match="连不上"):
        display.look()
