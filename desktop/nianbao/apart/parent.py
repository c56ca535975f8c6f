"""The parent's side: start a child, feed it, watch it, stop it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from nianbao.apart import frames, windows
from nianbao.apart.child import OUT_OF_MEMORY, OUT_OF_TIME, OWN, TIME

WORD = "--apart"
"""What the program is started with to be a child; behind it the job and its limits."""

_LOOK = 0.02  # seconds between two looks at the child


class Ended(Enum):
    """How a child ended."""

    WELL = auto()
    TIME = auto()
    MEMORY = auto()
    OUTPUT = auto()
    CRASH = auto()


class StoppedError(Exception):
    """The user does not want the result any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child may take: processor seconds, bytes of memory beyond the program, of output.

    Of `more` seconds it gets what the work asks for, see `child.go_on`.
    """

    seconds: int
    memory: int
    output: int
    more: int = 0

    @property
    def idle_limit(self) -> float:
        """Seconds by the clock in which a child may do nothing at all.

        One that is at work is never hurried by the clock: a computer may have more to do.
        """
        return 4.0 * self.seconds + 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The answers of a child, and how it ended after them."""

    answers: tuple[bytes, ...]
    ended: Ended


_stop: ContextVar[threading.Event | None] = ContextVar("stop", default=None)


@contextmanager
def stoppable(stop: threading.Event) -> Iterator[None]:
    """Let whatever this thread runs apart be stopped when the event is set."""
    token = _stop.set(stop)
    try:
        yield
    finally:
        _stop.reset(token)


def is_stopped() -> bool:
    """Tell whether nobody wants the result of this thread any more; see `stoppable`."""
    stop = _stop.get()
    return stop is not None and stop.is_set()


def run(
    job: str, request: bytes, limits: Limits, meanwhile: Callable[[], object] | None = None
) -> Outcome:
    """Let a child do a job; return what it answered, also when it came to a limit.

    `meanwhile` is called once the child has its request: short work that need not wait for it.

    Raises:
        StoppedError: it was stopped, see `stoppable`.
    """
    child = _Child(job, limits)
    try:
        child.feed(request)
        if meanwhile is not None:
            meanwhile()
        return child.outcome(_stop.get())
    finally:
        child.end()


class _Child:
    """A child and the two threads that serve its pipes."""

    def __init__(self, job: str, limits: Limits) -> None:
        self._limits = limits
        self._answers: list[bytes] = []
        self._ended: Ended | None = None
        self._busy = 0.0  # processor seconds when it was last seen at work
        self._most = self._end = float("inf")  # processor seconds: for now, and altogether
        self._until = time.monotonic() + limits.idle_limit
        numbers = (limits.memory, limits.seconds, limits.more)
        words = [WORD, job, *map(str, numbers)]
        self._process = subprocess.Popen(  # noqa: S603 (this very program)
            [*_program(), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._job_object = (
            windows.JobObject(self._process, limits.memory + OWN) if os.name == "nt" else None
        )
        self._collector = threading.Thread(target=self._collect, daemon=True)
        self._collector.start()

    def feed(self, request: bytes) -> None:
        """Send the request, beside the watching; the pipe stays open as a sign of life."""
        self._feeder = threading.Thread(target=self._send, args=(request,), daemon=True)
        self._feeder.start()

    def _send(self, request: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):  # it has gone: the collector sees it too
            frames.write(self._process.stdin, request)

    def _collect(self) -> None:
        assert self._process.stdout is not None
        left = self._limits.output
        with suppress(OSError, ValueError):
            try:
                while (said := frames.read(self._process.stdout, left + 1)) is not None:
                    if said[:1] == TIME:
                        self._grant(int(said[1:]))
                        continue
                    if not self._answers:  # it is at work; starting up took what it took
                        self._grant(self._limits.seconds)
                    left -= len(said) - 1
                    self._answers.append(said[1:])
            except OverflowError:
                self._kill(Ended.OUTPUT)

    def _grant(self, seconds: int) -> None:
        """Let it work for so many seconds from now, within what it may have at most."""
        now = self._processor()
        if not self._answers:
            self._end = now + seconds + self._limits.more
        self._most = min(now + seconds, self._end) + 1

    def outcome(self, stop: threading.Event | None) -> Outcome:
        """Watch the child until it ends.

        Raises:
            StoppedError: the event was set.
        """
        while self._collector.is_alive():
            self._collector.join(_LOOK)
            if stop is not None and stop.is_set():
                raise StoppedError
            if self._is_idle() or self._processor() > self._most:
                self._kill(Ended.TIME)
            elif self._memory() > self._limits.memory + OWN:
                self._kill(Ended.MEMORY)
        code = self._process.wait()
        answers = tuple(self._answers[1:])  # the first one says that it is there
        return Outcome(answers=answers, ended=self._ended or _meaning(code))

    def _is_idle(self) -> bool:
        """Whether the child has done nothing for longer than anybody waits."""
        now = time.monotonic()
        if now <= self._until:
            return False
        busy = self._processor()
        if busy > self._busy:
            self._busy, self._until = busy, now + self._limits.idle_limit
            return False
        return True

    def _processor(self) -> float:
        """Return the processor seconds of the child, as far as the system tells."""
        if self._job_object is not None:
            return self._job_object.processor()
        try:
            stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii")
            user, system = stat.rpartition(")")[2].split()[11:13]
        except (OSError, ValueError):
            return 0.0
        return (int(user) + int(system)) / float(os.sysconf("SC_CLK_TCK"))

    def _memory(self) -> int:
        """Return the bytes of memory that the child holds, as far as the system tells."""
        if self._job_object is not None:
            return self._job_object.memory()
        try:
            with open(f"/proc/{self._process.pid}/statm", encoding="ascii") as statm:
                return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            return 0

    def _kill(self, why: Ended) -> None:
        self._ended = self._ended or why
        self._process.kill()

    def end(self) -> None:
        """Leave nothing of the child behind."""
        self._process.kill()
        self._process.wait()
        self._collector.join()
        self._feeder.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()
        if self._job_object is not None:
            self._job_object.close()


def _meaning(code: int) -> Ended:
    """Return how a child ended that nobody here has killed."""
    if code == 0:
        return Ended.WELL
    # PDFium and others abort when they get no memory.
    if code in (OUT_OF_MEMORY, *windows.NO_MEMORY, -signal.SIGABRT):
        return Ended.MEMORY
    if code == OUT_OF_TIME:
        return Ended.TIME
    if sys.platform != "win32" and code in (-signal.SIGXCPU, -signal.SIGKILL):
        return Ended.TIME
    return Ended.CRASH


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [_python(), "-P", "-m", "nianbao"]


def _python() -> str:
    """Return what is to run as the child.

    On Windows the Python of an environment starts another one and waits for it: nobody would
    watch that one. It is started at once, and learns from `__PYVENV_LAUNCHER__` where it belongs.
    """
    if sys.platform != "win32":
        return sys.executable
    return str(getattr(sys, "_base_executable", sys.executable))


def _environment() -> dict[str, str]:
    """Return an environment in which the child finds this program, wherever it is started."""
    if getattr(sys, "frozen", False):
        return dict(os.environ)
    home = str(Path(__file__).resolve().parents[2])
    before = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([home, *([before] if before else [])])
    belongs = {"__PYVENV_LAUNCHER__": sys.executable} if _python() != sys.executable else {}
    return {**os.environ, "PYTHONPATH": path, **belongs}
