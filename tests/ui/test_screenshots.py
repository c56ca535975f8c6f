"""The script that takes pictures takes them, in the right size and with something on them."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize(
    ("look", "name", "size"),
    [("light", "shortcuts.png", (1366, 768)), ("scaled", "shortcuts@150.png", (1920, 1080))],
)
def test_a_picture_is_taken(tmp_path, look, name, size):
    command = [sys.executable, "-m", "tests.ui.screenshots", tmp_path, "shortcuts", "--look", look]

    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(tmp_path / name)]  # nothing was found wrong in the window
    picture = QImage(str(tmp_path / name))
    assert (picture.width(), picture.height()) == size
    step = 7
    seen = {picture.pixel(x, y) for x in range(0, size[0], step) for y in range(0, 300, step)}
    assert len(seen) > 10
