from dataclasses import fields

import pytest

from nianbao.machine import installation
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.shell.application import Frame
from tests.actions.desks import desk, lines


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    return tmp_path


@pytest.fixture
def open_window(home, qtbot):
    """Open the program as a double click does; the answers to its dialogs are prepared."""
    frames = []

    def opened(**answers):
        frame = Frame(home / "window.json")
        qtbot.addWidget(frame)
        frame.show()
        qtbot.waitUntil(lambda: frame.content is not None)
        nothing = {field.name: lambda *_: None for field in fields(Asking)}
        frame.content.asking = Asking(**(nothing | answers))
        frames.append(frame)
        return frame.content

    yield opened
    for frame in frames:
        frame.close()


@pytest.fixture
def last_year(home):
    """Last year's report as a file."""
    path = home / "2025年报告.txt"
    path.write_text("\n".join(lines(2025)), encoding="utf-8")
    return path


@pytest.fixture
def begun(tmp_path, monkeypatch, qtbot):
    """Open the window over a year that has just been begun; may be called again when closed."""
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    desk(tmp_path, before=1).close()
    frames = []

    def opened():
        frame = Frame(tmp_path / "window.json", tmp_path / "w.nianbao")
        qtbot.addWidget(frame)
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(lambda: frame.content is not None)
        frames.append(frame)
        return frame.content

    yield opened
    for frame in frames:
        frame.close()
