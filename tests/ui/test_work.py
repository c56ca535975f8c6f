"""Work beside the window: where its result arrives, and what becomes of it when nobody waits."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nianbao.errors import InputError
from nianbao.machine import installation
from nianbao.ui.kit import jobs, theme
from nianbao.ui.kit.jobs import FaultError, Work, WorkBanner
from nianbao.ui.kit.theme import ThemeName


@pytest.fixture(autouse=True)
def look(qapp):
    theme.apply(qapp, ThemeName.LIGHT, 100)


@pytest.fixture(autouse=True)
def thread(monkeypatch):
    """One thread for all work: what is given to it last has everything else behind it."""
    with ThreadPoolExecutor(1) as made:
        monkeypatch.setattr(jobs, "_threads", lambda: made)
        yield made


class Heard:
    """What came back, and in which thread."""

    def __init__(self):
        self.results, self.errors, self.threads = [], [], []

    def done(self, result):
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, error):
        self.errors.append(error)
        self.threads.append(threading.current_thread())


def window(qtbot, banner):
    """Show a window with the banner at its top."""
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    layout.addWidget(banner)
    layout.addStretch()
    host.resize(800, 200)
    host.show()
    return host


def drain(thread):
    """Let everything be done that was begun, and what it sent arrive."""
    thread.submit(lambda: None).result(60)
    QApplication.processEvents()


def test_a_task_runs_elsewhere_and_its_result_arrives_in_the_window_s_thread(qtbot):
    heard, desk = Heard(), Work()

    desk.run("读取报告", threading.current_thread, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.results != [])

    assert heard.results[0] is not threading.main_thread()
    assert heard.threads == [threading.main_thread()]
    assert heard.errors == []
    assert desk.jobs() == []


def test_a_cancelled_job_says_nothing_more(qtbot, thread):
    heard, desk, gate = Heard(), Work(), threading.Event()

    job = desk.run("读取报告", lambda: gate.wait(60), heard.done, heard.failed)
    with qtbot.waitSignal(desk.changed):
        job.cancel()
    job.cancel()
    gate.set()
    drain(thread)

    assert (heard.results, heard.errors, desk.jobs()) == ([], [], [])


def test_what_is_refused_arrives_as_it_was_said(qtbot):
    heard, desk = Heard(), Work()
    refusal = InputError("“若干”不是数字。", do="请只填数字。")

    def task():
        raise refusal

    desk.run("读取报告", task, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.errors != [])

    assert heard.errors == [refusal]
    assert heard.threads == [threading.main_thread()]


def test_a_fault_is_recorded_and_said_in_one_sentence(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(installation, "log_folder", lambda: tmp_path)
    heard, desk = Heard(), Work()

    desk.run("读取报告", lambda: 1 / 0, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.errors != [])

    (error,) = heard.errors
    assert isinstance(error, FaultError)
    assert isinstance(error.__cause__, ZeroDivisionError)
    log = next(tmp_path.rglob("nianbao.log"))
    assert str(log) in str(error)
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "division by zero" not in str(error)


def test_closing_the_window_with_a_job_under_way_drops_its_result(thread):
    heard, window, gate = Heard(), QWidget(), threading.Event()
    desk = Work(window)
    job = desk.run("读取报告", lambda: gate.wait(60), heard.done, heard.failed)

    shiboken6.delete(window)
    gate.set()
    drain(thread)
    job.cancel()

    assert (heard.results, heard.errors) == ([], [])


def test_a_page_that_is_gone_hears_nothing_of_what_was_done_for_it(thread):
    heard, work, page, go_on = Heard(), Work(), QWidget(), threading.Event()

    work.run("查看备份", lambda: go_on.wait(60), heard.done, heard.failed, owner=page)
    shiboken6.delete(page)
    go_on.set()
    drain(thread)

    assert (heard.results, heard.errors, work.jobs()) == ([], [], [])


def test_the_banner_comes_when_it_takes_long_and_goes_with_the_work(qtbot):
    heard, desk, gate = Heard(), Work(), threading.Event()
    banner = WorkBanner(desk)
    _host = window(qtbot, banner)

    desk.run("读取报告", lambda: gate.wait(60), heard.done, heard.failed)
    desk.run("导出Word", lambda: gate.wait(60), heard.done, heard.failed)
    assert banner.isHidden()
    qtbot.waitUntil(banner.isVisible)
    assert banner.name.text() == "正在读取报告……（另有1项）"
    assert banner.progress.accessibleName() == banner.name.text()

    qtbot.mouseClick(banner.cancel, Qt.MouseButton.LeftButton)
    assert banner.name.text() == "正在导出Word……"
    gate.set()
    qtbot.waitUntil(banner.isHidden)
    assert heard.results == [True]


def test_work_that_is_quick_shows_no_banner(qtbot):
    heard, desk = Heard(), Work()
    banner = WorkBanner(desk)
    _host = window(qtbot, banner)

    desk.run("读取报告", lambda: 1, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.results == [1])

    assert banner.isHidden()
    assert not banner._delay.isActive()  # nor will it come


def test_a_result_never_comes_before_the_job_whose_it_is(qtbot, monkeypatch):
    heard, desk = Heard(), Work()

    class AtOnce:
        def submit(self, task, *arguments):
            future = Future()
            future.set_result(task(*arguments))
            return future

    monkeypatch.setattr(jobs, "_threads", AtOnce)
    job = desk.run("检查", lambda: 7, heard.done, heard.failed)
    assert heard.results == []
    assert desk.jobs() == [job]
    qtbot.waitUntil(lambda: heard.results == [7])
    assert desk.jobs() == []
