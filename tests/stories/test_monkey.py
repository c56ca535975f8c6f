"""Whatever keys are struck, wherever one clicks: no error, no figure lost, back to the start.

The long play is for `pytest tests/stories/test_monkey.py --endurance`.
"""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from nianbao.ui.pages.form.text import chip_edit
from nianbao.ui.pages.preview import export
from tests.stories.monkey import Monkey


@pytest.fixture
def window(begun, monkeypatch):
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr(export, "open_outside", lambda *_: None)
    for name in ("_PAUSE", "_LONGEST"):  # a pause is a step of its own: seeds then repeat
        monkeypatch.setattr(chip_edit, name, 10**7)
    made = begun()
    monkeypatch.setattr(made, "quit", lambda: None)
    return made


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of menus
@pytest.mark.parametrize(
    ("seed", "count"),
    [
        (1, 60),
        (2, 60),
        (3, 60),
        *(pytest.param(s, 1000, marks=pytest.mark.endurance) for s in range(10, 20)),
    ],
)
def test_a_monkey_breaks_no_law(window, seed, count):
    monkey = Monkey(window, seed)
    try:
        monkey.play(count)
        monkey.take_all_back()
    finally:
        monkey.stop()
