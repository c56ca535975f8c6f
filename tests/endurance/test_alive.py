"""A window that goes on living while files are read, years begun, files written and checked."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nianbao.machine import installation
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.shell.application import Frame
from tests.actions.desks import lines
from tests.benchmarks import many_reports
from tests.endurance.attacks import hostile
from tests.endurance.harness.pulse import Pulse, slowness
from tests.stories.deeds import go_the_way

pytestmark = pytest.mark.apart
_GAP, _USUAL_GAP = 1.0, 0.3  # seconds, on a machine of usual speed


@pytest.fixture
def window(tmp_path, monkeypatch, qtbot):
    """The program as it is after a double click; it answers no questions."""
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    frame = Frame(tmp_path / "window.json")
    qtbot.addWidget(frame)
    frame.show()
    qtbot.waitUntil(lambda: frame.content is not None, timeout=20_000)
    asked = {name: lambda *_: None for name in Asking.__dataclass_fields__}
    frame.content.asking = Asking(**{**asked, "document": lambda *_: tmp_path / "今年.docx"})
    yield frame.content
    frame.close()


@pytest.fixture
def told(bar):
    """Tell how long a window stood still."""

    def tell(what, pulse):
        longest, usual = pulse.worst()
        slow = slowness()
        figure = f"{what}: at most {1000 * longest:.0f} ms, p99 {1000 * usual:.0f} ms"
        figure += f" (machine {slow:.1f} times slower than usual)" if slow > 1 else ""
        bar("I1", figure, met=longest <= _GAP * slow and usual <= _USUAL_GAP * slow)

    return tell


def _heavy():
    """Yield the files that take longest, and a long report that is none of them."""
    long = "\n".join([*lines(2025)[:-2], *lines(2025)[2:-2] * 60, *lines(2025)[-2:]])
    yield hostile.Case("long.txt", long.encode(), "text")
    for case in (*hostile.texts(), *hostile.pdfs(), *hostile.words(), *hostile.pages()):
        if case.heavy:
            yield case


def test_the_window_lives_while_files_are_read(window, tmp_path, qtbot, size, told):
    patience = size(2, 20)
    with Pulse() as pulse:
        for case in list(_heavy())[: size(3, 20)]:
            place = tmp_path / case.name
            place.write_bytes(case.data)
            window.setup.import_file(place)
            until = time.monotonic() + patience
            while window.work.jobs() and time.monotonic() < until:
                qtbot.wait(50)
            for job in window.work.jobs():
                job.cancel()
            qtbot.wait(100)
            if isinstance(window.stack.currentWidget(), ReviewPage):
                window.go_home()
    told("reading", pulse)


def test_the_window_lives_while_it_writes_and_copies(window, tmp_path, qtbot, told):
    place, out = tmp_path / "2025年.txt", tmp_path / "今年.docx"
    place.write_text("\n".join(lines(2025)), encoding="utf-8")
    with Pulse() as pulse:
        go_the_way(window, place, qtbot)
        window.commands.run("export")
        qtbot.waitUntil(out.exists, timeout=60_000)
        backups = window.desk.store.backups
        made = len(backups.listed())
        backups.begin("手动")
        qtbot.waitUntil(lambda: len(backups.listed()) > made, timeout=60_000)
        window.undo()
        window.redo()
        qtbot.wait(500)
    told("import, new year, export, backup, undo", pulse)


def test_the_window_lives_while_a_large_workspace_is_opened_and_checked(
    window, tmp_path, qtbot, size, told
):
    place = tmp_path / "大.nianbao"
    many_reports.make(place, size(3, 60), 30)
    with Pulse() as pulse:
        assert window.open(place)
        qtbot.waitUntil(lambda: not window.work.jobs(), timeout=120_000)
        window.commands.run("new_year")
        assert isinstance(window.stack.currentWidget(), NewYearPage)
        QTest.keyClick(
            window.stack.currentWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        qtbot.wait(500)
        window.close_desk()
    told(f"{size(90, 1800)} reports opened, checked, one begun, closed", pulse)
