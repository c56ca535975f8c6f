"""The window beside its floors: a bare window, one frame of the screen.

The start is told as a ratio in `extra_info`: process start to first paint, ours and a bare
QMainWindow's, in turn in one run (goal: at most 1.5).
"""

import os
import re
import statistics
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nianbao import shipped
from nianbao.actions import editing, importing
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.report.writing import slots
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.form.form_page import FormPage
from nianbao.ui.pages.form.text import chips
from nianbao.views.form import outline
from tests.actions.desks import desk as make_desk
from tests.actions.desks import entry

PAINTED = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
{imports}
class Timed({base}):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic() - float(sys.argv[1]), flush=True)
        os._exit(0)
app = QApplication([])
window = Timed({arguments})
window.resize(1366, 768)
window.show()
app.exec()
"""
BARE = PAINTED.format(imports="", base="QMainWindow", arguments="")
OURS = PAINTED.format(
    imports="from pathlib import Path\nfrom nianbao.ui.shell.application import Frame",
    base="Frame",
    arguments="Path(sys.argv[2])",
)


def started(code, folder):
    """Seconds from the start of a process to its first paint, with compiled modules at hand."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", code, str(time.monotonic()), str(folder / "window.json")]
    return float(subprocess.run(command, env=env, check=True, capture_output=True).stdout)


@pytest.mark.skipif(os.name == "nt", reason="clocks of two processes differ there")
def test_start_to_first_paint(benchmark, tmp_path):
    started(OURS, tmp_path)  # compiles
    bare, ours = [], []

    def both():
        bare.append(started(BARE, tmp_path))
        ours.append(started(OURS, tmp_path))

    benchmark.pedantic(both, rounds=9)
    ratio = statistics.median(ours) / statistics.median(bare)
    benchmark.extra_info |= {
        "bare_ms": round(1000 * statistics.median(bare), 1),
        "ours_ms": round(1000 * statistics.median(ours), 1),
        "ratio": round(ratio, 2),
    }
    print(benchmark.extra_info)


@pytest.fixture
def large(tmp_path, qtbot):
    """A section of 10,000 characters with 128 chips, open in the form."""
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    desk = make_desk(tmp_path)
    piece = entry(desk, "其中纠错")
    source = next(e.text for s in desk.report.walk() for e in s.entries if e.id == piece)
    copies = 128 // source.count("{{")
    plain = "依法办理各类案件并及时公开结果，群众满意度明显提高。"
    times = (10_000 // copies - len(slots.blanked(source))) // len(plain) + 1
    editing.write(desk, piece, "\n".join([source + plain * times] * copies))
    page = FormPage(desk)
    qtbot.addWidget(page)
    desk.changed = lambda _: page.refresh()
    page.resize(1366, 700)
    page.show()
    page.go_to(piece)
    qtbot.wait(300)
    yield page.form._cards[piece].text
    desk.changed = lambda _: None
    desk.close()


def test_a_keystroke_in_a_large_section(benchmark, large):
    """From the key to the repaint; goal: within one frame of 16 ms."""
    large.set_caret(5000)
    large.setFocus()

    def strike():
        QTest.keyClick(large, Qt.Key.Key_A)
        QApplication.processEvents()

    benchmark.pedantic(strike, rounds=200, warmup_rounds=5)
    assert "a" in large.toPlainText()
    assert len(large.toPlainText()) > 10_000
    assert len(list(chips.positions(large.document()))) >= 120


def test_opening_thirty_years(benchmark, tmp_path, size):
    """30 reports of 6,000 characters; opening checks every row of the file."""
    text = next(shipped.path("resources", "sample").glob("*.txt")).read_text(encoding="utf-8")
    desk = Desk.create(tmp_path / "w.nianbao")
    years = size(2, 30)
    for year in range(2000, 2000 + years):
        moved = re.sub(r"20(2\d)", lambda found, y=year: str(int(found[0]) - 2025 + y), text)
        source = reading.from_bytes(moved.encode(), f"{year}.txt")
        importing.import_report(desk, source, year=year)
    desk.refresh()
    assert len(desk.years()) == years
    place = desk.place
    desk.close()

    def opened():
        desk = Desk.open(place)
        shown = outline.outline(desk)
        desk.close()
        return shown

    assert benchmark(opened)
