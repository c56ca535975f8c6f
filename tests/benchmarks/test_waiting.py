"""What a user waits for in the window, beside a bare Qt page or the commands' own work in one run.

Goals, on a quiet machine: another section is painted within 100 ms, a .docx of 8,000 characters is
shown for review within a second, an answered figure within two frames; 1,800 reports are open
within two seconds, and the window stands still for no longer than 300 ms meanwhile.
"""

import os
import re
import statistics
import subprocess
import sys
import time

import docx
import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from nianbao import shipped
from nianbao.actions import editing, importing
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.form.form_page import FormPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.shell.application import Frame
from nianbao.views.form import sheet
from tests.actions.desks import desk as make_desk
from tests.actions.desks import named
from tests.benchmarks import many_reports

_CARDS = 30


class Painted(QObject):
    """Notes whether a widget was painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.done = False
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        self.done = self.done or event.type() == QEvent.Type.Paint
        return False


def until_painted(act, widget):
    """Seconds until something that was done is seen."""
    painted, begun = Painted(widget), time.perf_counter()
    act()
    painted.done = False
    widget.update()
    while not painted.done:
        QApplication.processEvents()
    return time.perf_counter() - begun


def tell(benchmark, goal, **seconds):
    for name, found in seconds.items():
        benchmark.extra_info[f"{name}_ms"] = round(1000 * statistics.median(found), 1)
    benchmark.extra_info["goal_ms"] = goal
    print(benchmark.extra_info)


class BarePage(QScrollArea):
    """As many cards as Qt alone shows them: a title, a button, a text."""

    def __init__(self):
        super().__init__()
        self.setWidgetResizable(True)

    def show_texts(self, texts):
        body = QWidget()
        layout = QVBoxLayout(body)
        for text in texts:
            card = QFrame()
            inside = QVBoxLayout(card)
            inside.addWidget(QLabel(text[:10]))
            inside.addWidget(QPushButton("保留"))
            edit = QTextEdit()
            edit.setPlainText(text)
            inside.addWidget(edit)
            layout.addWidget(card)
        self.setWidget(body)


@pytest.fixture
def page(tmp_path, qtbot):
    """The form with a section of thirty entries."""
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    desk = make_desk(tmp_path)
    section = desk.report.sections[0].sections[1]
    text = section.entries[-1].text
    for _ in range(_CARDS - len(section.entries)):
        editing.write(desk, editing.add(desk, section.id), text)
    made = FormPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.wait(100)
    yield made.form, desk, section.id
    desk.close()


def test_another_section_until_it_is_painted(benchmark, page, qtbot):
    form, desk, large = page
    small = desk.report.sections[1].id
    texts = [card.source for card in sheet.sheet(desk, large).cards]
    bare = BarePage()
    qtbot.addWidget(bare)
    bare.resize(778, 700)
    bare.show()
    ours, floor = [], []

    def switch():
        form.show_section(small)
        qtbot.wait(50)
        ours.append(until_painted(lambda: form.show_section(large), form.viewport()))
        bare.show_texts([])
        floor.append(until_painted(lambda: bare.show_texts(texts), bare.viewport()))

    benchmark.pedantic(switch, rounds=7, warmup_rounds=1)
    assert len(texts) >= _CARDS
    tell(benchmark, 100, ours=ours, bare=floor)


@pytest.fixture
def frame(tmp_path, qtbot):
    made = Frame(tmp_path / "window.json")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: made.content is not None)
    yield made
    made.close()


def test_a_docx_until_it_is_shown_for_review(benchmark, tmp_path, frame, qtbot):
    place, window = tmp_path / "2025年年报.docx", frame.content
    (sample,) = shipped.path("resources", "sample").glob("*.txt")
    lines = sample.read_text(encoding="utf-8").splitlines()
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    while sum(map(len, lines)) < 8_000:  # the measures once more, in front of the shortcomings
        lines.append(max(lines, key=len))
        document.add_paragraph(lines[-1])
    document.save(place)
    command = [sys.executable, "-m", "nianbao", "read", str(place), "--json"]
    ours, commands = [], []

    def both():
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=os.environ)
        commands.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        window.setup.import_file(place)
        while not isinstance(window.stack.currentWidget(), ReviewPage):
            QApplication.processEvents()
        QApplication.processEvents()
        ours.append(time.perf_counter() - begun)
        assert window.stack.currentWidget()._review.year == 2025
        window.go_home()

    benchmark.pedantic(both, rounds=5, warmup_rounds=1)
    tell(benchmark, 1000, ours=ours, command=commands)


def test_an_answer_among_thirty_years_until_it_is_painted(benchmark, tmp_path, frame, size):
    (sample,) = shipped.path("resources", "sample").glob("*.txt")
    desk = make_desk(tmp_path)
    text = sample.read_text(encoding="utf-8").replace("安澜县", desk.unit)
    for year in range(2025 - size(2, 30), 2025):
        moved = re.sub(r"20(2\d)", lambda found, y=year: str(int(found[0]) - 2025 + y), text)
        source = reading.from_bytes(moved.encode(), f"{year}.txt")
        importing.import_report(desk, source, year=year)
    place = desk.place
    desk.close()
    window = frame.content
    assert window.open(place)
    name, numbers, ours = named(window.desk, "新收"), iter(range(100, 1000)), []

    def answer():
        act = lambda: editing.answer(window.desk, name, str(next(numbers)), sure=True)  # noqa: E731
        ours.append(until_painted(act, window.desk_page.form.form.viewport()))
        window.saving.settle()

    benchmark.pedantic(answer, rounds=15, warmup_rounds=2)
    tell(benchmark, 32, ours=ours)


def test_opening_1800_reports(benchmark, tmp_path, frame, size):
    """`gap`: how long the window stood still at most until the workspace is shown."""
    place, window = tmp_path / "大.nianbao", frame.content
    many_reports.make(place, size(2, 60), 30)
    opened, gaps, last = [], [], [0.0]

    def beat():
        now = time.perf_counter()
        gaps[-1] = max(gaps[-1], now - last[0])
        last[0] = now

    timer = QTimer(interval=5)
    timer.timeout.connect(beat)

    def both():
        gaps.append(0.0)
        begun = last[0] = time.perf_counter()
        timer.start()
        assert window.open(place)
        QApplication.processEvents()
        opened.append(time.perf_counter() - begun)
        timer.stop()
        window.close_desk()

    benchmark.pedantic(both, rounds=3, warmup_rounds=1)
    tell(benchmark, 2000, ours=opened, gap=gaps)


def test_opening_1800_reports_as_the_commands_do(benchmark, tmp_path, size):
    """Every row is looked at before anything is done."""
    place = tmp_path / "大.nianbao"
    units = size(2, 60)
    many_reports.make(place, units, 30)

    def opened():
        desk = Desk.open(place)
        reports = len(desk.store.reports())
        desk.close()
        return reports

    assert benchmark.pedantic(opened, rounds=1) >= units * 30
