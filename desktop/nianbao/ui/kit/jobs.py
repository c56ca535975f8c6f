"""Long work away from the window: with a name, moving progress and 取消."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import cache, partial
from threading import Event
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar

from nianbao.errors import NianbaoError
from nianbao.ui.kit import theme, widgets

T = TypeVar("T")
SHOWN_AFTER = 300  # ms; what is done sooner is not worth a flicker
_LOOK = 0.01  # seconds between two looks whether something is done
_AT_ONCE = 4  # tasks; a cancelled one still holds its thread until it ends


def wait_for(task: Callable[[], T]) -> T:
    """Do something beside the window and return its result, or raise what it raises.

    The window goes on painting meanwhile and takes neither keys nor clicks: they come afterwards.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="waited for") as thread:
        future = thread.submit(task)
        while not wait([future], _LOOK).done:
            paint()
        return future.result()


def paint() -> None:
    """Let the window paint and its clocks run; keys, clicks and other windows' files come later."""
    flags = QEventLoop.ProcessEventsFlag
    QApplication.processEvents(flags.ExcludeUserInputEvents | flags.ExcludeSocketNotifiers)


class FaultError(NianbaoError):
    """A fault of the program itself, said in one sentence; its cause is in the log."""


def sentence(error: Exception) -> str:
    """Return what to show of an error; a fault of the program is written to the log first."""
    return str(_told(error))


def _told(error: Exception) -> NianbaoError:
    if isinstance(error, NianbaoError):
        return error
    from nianbao.machine import fault_log

    log = fault_log.record(error)
    do = f"如再次出现，请把这个记录文件交给维护人员：{log}" if log else "请重新打开程序再试。"
    fault = FaultError("程序出了意外，这一步没有做成。", do=do)
    fault.__cause__ = error
    return fault


class Job:
    """One piece of work that is under way."""

    def __init__(self, name: str, work: "Work", owner: QObject | None) -> None:
        self.name = name
        self.work: Work | None = work  # None: nobody waits for it any more
        self.owner = owner  # once it is gone, nobody waits either
        self.stop = Event()
        self.unschedule: Callable[[], object] = lambda: None
        self.tell_result: Callable[[], None] = lambda: None

    def cancel(self) -> None:
        """Drop the result: neither `done` nor `failed` will be called."""
        work, self.work = self.work, None
        if work is not None:
            work.forget(self)
        self.stop.set()  # ends what it does in a child process
        self.unschedule()  # saves the task when it has not begun


class Work(QObject):
    """What is being done in the background for a window.

    When the window goes away, what still runs comes to its end and its result is dropped.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        _mailbox()  # made here, so that it lives in the thread of the window

    def jobs(self) -> list[Job]:
        """Return what is under way, oldest first."""
        return list(self._jobs)

    def run(
        self,
        name: str,
        task: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        owner: QObject | None = None,
    ) -> Job:
        """Run a task beside the window; `done` or `failed` follows in the window's thread.

        Neither does when `owner`, the page or card that shows the result, is gone by then.
        The task must touch neither widgets nor the workspace. What `failed` gets is always
        something whose text can be shown: a fault of the program comes as `FaultError`, recorded.
        """
        job = Job(name, self, owner)
        self._jobs.append(job)
        future = _threads().submit(_stoppable, task, job.stop)
        job.unschedule, job.tell_result = future.cancel, partial(_tell, future, done, failed)
        future.add_done_callback(lambda _future: _mailbox().arrived.emit(job))
        self.changed.emit()
        return job

    def cancel_all(self) -> None:
        """Drop the results of everything under way."""
        for job in self.jobs():
            job.cancel()

    def forget(self, job: Job) -> None:
        """Take a job off the list; only a job asks for it."""
        if shiboken6.isValid(self):
            self._jobs.remove(job)
            self.changed.emit()


def _stoppable(task: Callable[[], T], stop: Event) -> T:
    from nianbao.apart import stoppable

    with stoppable(stop):
        return task()


def _tell(
    future: Future[T], done: Callable[[T], object], failed: Callable[[Exception], object]
) -> None:
    """Hand on what a task that has ended returned, or why it failed."""
    error = future.exception()
    if error is None:
        done(future.result())
    elif isinstance(error, Exception):
        failed(_told(error))
    else:
        raise error  # the program is being stopped


class _Mailbox(QObject):
    """Brings results over to the thread of the window.

    It outlives every window: a task may end after the window that waited for it is gone.
    """

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # Queued also when a task has ended before anybody listened: the callback is then called in
        # the thread of the window, and whoever runs a job has not even got it yet.
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, job: Job) -> None:
        work, job.work = job.work, None
        if work is None or not shiboken6.isValid(work):
            return
        work.forget(job)
        if job.owner is None or shiboken6.isValid(job.owner):
            job.tell_result()


@cache
def _mailbox() -> _Mailbox:
    return _Mailbox()


@cache
def _threads() -> ThreadPoolExecutor:
    """Return the threads; Python waits for them at the end, so that an export comes to its end."""
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="work")


class WorkBanner(QFrame):
    """A strip that says what is being done, with 取消; not there while nothing is."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._work = work
        self._shown: Job | None = None

        self.name = widgets.label("", "hint")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(theme.px(180), theme.px(6))
        self.cancel = widgets.button("取消", self._cancel, "mini")
        layout = widgets.row(self, margins=(14, 5, 14, 5), spacing=10)
        layout.addWidget(self.name)
        layout.addWidget(self.progress)
        layout.addWidget(self.cancel)
        layout.addStretch()

        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SHOWN_AFTER)
        self._delay.timeout.connect(self.show)
        work.changed.connect(self._follow)
        self.hide()
        self._follow()

    def _follow(self) -> None:
        jobs = self._work.jobs()
        if not jobs:
            self._shown = None
            self._delay.stop()
            self.hide()
            return
        self._shown = jobs[0]
        others = f"（另有{len(jobs) - 1}项）" if len(jobs) > 1 else ""
        self.name.setText(f"正在{self._shown.name}……{others}")
        self.progress.setAccessibleName(self.name.text())
        if self.isHidden() and not self._delay.isActive():
            self._delay.start()

    def _cancel(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
