"""Chips on the clipboard outlive the program that copied them."""

import subprocess
import sys

import pytest

COPY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from nianbao.ui.pages.form.text import chip_clipboard

app = QApplication([])
data = chip_clipboard.copied("新收{{ 甲 }}件", "新收83件")
app.clipboard().setMimeData(data)
if "run" in sys.argv:
    QTimer.singleShot(0, app.quit)
    app.exec()
held = app.clipboard().mimeData()
print(held.text() == "新收83件", chip_clipboard.pasted(held) == "新收{{ 甲 }}件", held.hasHtml())
"""


@pytest.mark.parametrize("how", ["run", "leave"])
def test_a_program_that_copied_chips_ends_well(how):
    done = subprocess.run(
        [sys.executable, "-c", COPY, how], check=False, capture_output=True, text=True
    )
    assert done.stdout.split() == ["True", "True", "False"]
    assert done.returncode == 0, done.stderr
