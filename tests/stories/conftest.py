import pytest

from nianbao.machine import installation
from nianbao.ui.shell.application import Frame
from tests.actions.desks import desk


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
