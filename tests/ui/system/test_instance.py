"""A second start of the program hands its file to the window that is open."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt

from nianbao import __main__ as start
from nianbao.ui.shell import application
from nianbao.ui.shell.application import DESKTOP_FILE, Frame
from nianbao.ui.shell.system import instance
from nianbao.ui.shell.system.instance import Instance

SECOND = """
import sys
from pathlib import Path
from nianbao.ui.shell.system.instance import Instance

second = Instance(Path(sys.argv[1]))
file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
sys.exit(0 if not second.is_first() and second.hand_over(file) else 7)
"""


def second_start(folder, *file):
    return subprocess.Popen([sys.executable, "-c", SECOND, str(folder), *map(str, file)])


@pytest.mark.parametrize("name", ["安澜县 2025.docx", None], ids=["a file", "nothing"])
def test_the_open_window_takes_what_a_second_start_was_given(qtbot, tmp_path, name):
    file = tmp_path / name if name else None
    first = Instance(tmp_path / "设置")
    assert first.is_first()
    first.listen()

    with qtbot.waitSignal(first.wanted) as taken:
        second = second_start(tmp_path / "设置", *([file] if file else []))

    assert taken.args == [file]
    assert second.wait(20) == 0


def test_a_window_that_does_not_answer_is_not_waited_for(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(instance, "_TAKEN_WITHIN", 50)
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    assert not second.is_first()

    assert not second.hand_over(tmp_path / "a.docx")
    assert not list((tmp_path / "requests").iterdir())


def test_a_window_that_is_gone_is_followed_by_the_next(qtbot, tmp_path):
    gone = Instance(tmp_path)
    assert gone.is_first()
    (tmp_path / "requests" / "9.json").write_text(json.dumps({"file": "x"}), encoding="utf-8")
    del gone

    assert Instance(tmp_path).is_first()
    assert not list((tmp_path / "requests").iterdir())


def test_the_process_that_holds_the_lock_is_known(qtbot, tmp_path):
    lock = QLockFile(str(tmp_path / "window.lock"))
    assert lock.tryLock(0)

    assert instance.holder(QLockFile(str(tmp_path / "window.lock"))) == os.getpid()


def test_where_nothing_can_be_written_there_is_a_window_all_the_same(qtbot, tmp_path):
    (tmp_path / "设置").write_bytes(b"")

    assert Instance(tmp_path / "设置").is_first()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen: to raise a window
def test_the_window_comes_forward_with_the_file(qtbot, tmp_path):
    frame = Frame(settings=tmp_path / "window.json")
    qtbot.addWidget(frame)
    frame.showMinimized()

    frame.come_forward(tmp_path / "安澜县2025年.nianbao")

    assert not frame.windowState() & Qt.WindowState.WindowMinimized
    assert "找不到了" in frame.content.start.failure.text()


def test_where_the_window_does_not_fit_it_takes_the_whole_screen(qtbot, tmp_path, monkeypatch):
    for usual, fills in (((1366, 768), True), ((640, 400), False)):  # the screen is 800×800
        monkeypatch.setattr(application, "_USUAL", usual)
        frame = Frame(settings=tmp_path / "window.json")
        qtbot.addWidget(frame)

        frame.appear()

        assert frame.isVisible()
        assert frame.isMaximized() is fills


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        (["年报.nianbao"], True),
        (["/年报/去年"], True),
        (["C:\\年报\\去年"], True),
        ([], False),
        (["demo"], False),
        (["--version"], False),
        (["read", "a.docx"], False),
    ],
    ids=str,
)
def test_a_single_file_is_opened_in_the_window(words, opens):
    assert start._is_file(words) is opens


def test_desktops_know_the_program_by_the_name_the_package_gives_it():
    linux = Path(__file__).parents[3] / "installer" / "linux"

    assert (linux / f"{DESKTOP_FILE}.desktop").is_file()
