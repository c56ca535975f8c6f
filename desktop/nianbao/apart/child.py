"""The child's side: give up what could hurt, do the work, end with the parent."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import IO

from nianbao.apart import frames

Work = Callable[[bytes], Iterator[bytes]]
"""What a child does: from a request to answers, one after the other."""

OUT_OF_MEMORY = 77
"""What a child leaves with that got no more memory."""

OUT_OF_TIME = 78
"""What a child leaves with whose time was over, where the system does not end it."""

OWN = 128 << 20
"""Bytes of memory that the program itself takes."""

ANSWER, TIME = b"A", b"T"
"""The letter in front of what a child sends: an answer, or how many seconds more it takes."""

_LOOK = 0.1  # seconds between two looks at the time
_FILES = 64  # descriptors; a reader needs few besides its pipes


@dataclass(frozen=True, slots=True)
class _Serving:
    """Where the answers go, and what moves the limit of time to so many seconds from now."""

    answers: IO[bytes]
    extend: Callable[[int], None]


_serving: ContextVar[_Serving | None] = ContextVar("serving", default=None)


def serve(work: Work, *, memory: int, seconds: int, more: int = 0) -> int:
    """Read a request, send what the work answers, and return the exit code.

    A MemoryError ends the child with `OUT_OF_MEMORY`. `memory` counts from what the program itself
    takes, in bytes; `seconds` are of the processor's time, `more` come with `go_on`.
    """
    requests, answers = _pipes()
    _die_with_parent()
    request = frames.read(requests)
    if request is None:
        return 1
    threading.Thread(target=_leave_when_it_ends, args=(requests,), daemon=True).start()
    _serving.set(_Serving(answers, _limit(memory, seconds, more)))
    try:
        frames.write(answers, ANSWER)  # at work
        for answer in work(request):
            frames.write(answers, ANSWER + answer)
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the two pipes; what a library prints goes nowhere."""
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(answers, os.O_BINARY)
    return os.fdopen(0, "rb", closefd=False), os.fdopen(answers, "wb")


def _leave_when_it_ends(requests: IO[bytes]) -> None:
    """End the process when the parent is gone: then nobody holds the other end of the pipe."""
    requests.read(1)
    os._exit(1)


def _die_with_parent() -> None:
    """Let the system end this process with its parent, also while a library is busy."""
    if sys.platform != "linux":
        return  # on Windows the parent's job object does it
    import ctypes
    import signal

    parent = os.getppid()
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(1)


def _limit(memory: int, seconds: int, more: int) -> Callable[[int], None]:
    """Give up memory, time and writing beyond what the work may take; return what extends time."""
    if sys.platform == "win32":
        return _Alarm(seconds, more).extend  # the parent's job object does the rest
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + seconds
    limits = [
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, _FILES, _FILES),
        (resource.RLIMIT_CPU, until, until + more),
        (resource.RLIMIT_AS, *(2 * [_address_space() + memory])),
    ]
    for what, soft, hard in limits:
        _, most = resource.getrlimit(what)
        top = hard if most == resource.RLIM_INFINITY else min(hard, most)
        resource.setrlimit(what, (min(soft, top), top))
    return _extend


def go_on(seconds: int) -> None:
    """Take further seconds, at most the `more` of the limits: part of the work is done.

    The parent is told, for it watches too. Work that is not done in a child has all the time.
    """
    serving = _serving.get()
    if serving is not None:
        frames.write(serving.answers, TIME + str(seconds).encode("ascii"))
        serving.extend(seconds)


def tell(answer: bytes) -> None:
    """Send an answer in the middle of the work, which may not come to its end.

    Work that is not done in a child sends nothing.
    """
    serving = _serving.get()
    if serving is not None:
        frames.write(serving.answers, ANSWER + answer)


def _extend(seconds: int) -> None:
    """Move the limit of the system to so many seconds from now."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(wanted, hard), hard))


class _Alarm:
    """Ends the process when its time is over, where the system has no such limit.

    A library that never lets Python run is not noticed here: the parent watches too.
    """

    def __init__(self, seconds: int, more: int) -> None:
        now = time.process_time()
        self._until, self._end = now + 1 + seconds, now + 1 + seconds + more
        threading.Thread(target=self._watch, daemon=True).start()

    def extend(self, seconds: int) -> None:
        """Move the end to so many seconds from now, within what there is at most."""
        self._until = min(time.process_time() + 1 + seconds, self._end)

    def _watch(self) -> None:
        while time.process_time() < self._until:
            time.sleep(_LOOK)
        os._exit(OUT_OF_TIME)


def _address_space() -> int:
    """Return how many bytes of address space this process has taken."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 2 * OWN
