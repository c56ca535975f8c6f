"""The program opened as a user opens it, and what it has to work on."""

from dataclasses import fields

import pytest

from nianbao.machine import installation, rescue
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.shell.application import Frame
from tests.actions.desks import desk, lines


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    return tmp_path


@pytest.fixture(autouse=True)
def aside(tmp_path, monkeypatch):
    """Where texts lie that could not be saved: never among the user's own."""
    monkeypatch.setattr(rescue, "folder", lambda: tmp_path / "急救")
    return tmp_path / "急救"


@pytest.fixture
def open_over(home, qtbot):
    """Open the window over a workspace, or over none; may be called again when closed."""
    frames = []

    def opened(place=None):
        frame = Frame(home / "window.json", place)
        qtbot.addWidget(frame)
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(lambda: frame.content is not None and frame.content.isVisible())
        frames.append(frame)
        return frame.content

    yield opened
    for frame in frames:
        frame.close()


@pytest.fixture
def open_window(open_over):
    """Open the program as a double click does; the answers to its dialogs are prepared."""

    def opened(**answers):
        window = open_over()
        nothing = {field.name: lambda *_: None for field in fields(Asking)}
        window.asking = Asking(**(nothing | answers))
        return window

    return opened


@pytest.fixture
def last_year(home):
    """Last year's report as a file."""
    path = home / "2025年报告.txt"
    path.write_text("\n".join(lines(2025)), encoding="utf-8")
    return path


@pytest.fixture
def begun(home, open_over):
    """Open the window over a year that has just been begun; may be called again when closed."""
    made = desk(home, before=1)
    made.close()
    return lambda: open_over(made.place)


@pytest.fixture
def window(begun):
    return begun()
