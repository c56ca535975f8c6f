"""Limits on Windows: a job object that ends with us, and a look at what it takes.

https://learn.microsoft.com/windows/win32/procthread/job-objects. Wine knows the calls and does not
keep the memory limit, so the parent watches as well. The time, which grows while the child works,
is watched by the child and by the parent; Wine tells a parent its own time, not the child's.
"""

import ctypes
from subprocess import Popen
from typing import Any

NO_MEMORY = (0xC0000017, 0xE0000008)  # STATUS_NO_MEMORY, and what PDFium raises

_EXTENDED_LIMIT_INFORMATION = 9
_PROCESS_MEMORY = 0x100
_DIE_ON_UNHANDLED_EXCEPTION = 0x400
_KILL_ON_JOB_CLOSE = 0x2000


class _Basic(ctypes.Structure):
    _fields_ = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class _Extended(ctypes.Structure):
    _fields_ = [
        ("Basic", _Basic),
        ("Io", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


class _Memory(ctypes.Structure):  # PROCESS_MEMORY_COUNTERS
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("most", ctypes.c_size_t),
        ("now", ctypes.c_size_t),
        ("other", ctypes.c_size_t * 6),
    ]


class JobObject:
    """A job object around a child: closed with this process, it takes the child along."""

    def __init__(self, process: "Popen[bytes]", memory: int) -> None:
        self._kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009
        self._kernel.CreateJobObjectW.restype = ctypes.c_void_p
        self._job = ctypes.c_void_p(self._kernel.CreateJobObjectW(None, None))
        limits = _Extended()
        limits.Basic.LimitFlags = _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
        limits.ProcessMemoryLimit = memory
        self._kernel.SetInformationJobObject(
            self._job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        self._process = ctypes.c_void_p(int(getattr(process, "_handle")))  # noqa: B009 - Windows alone
        self._kernel.AssignProcessToJobObject(self._job, self._process)

    def memory(self) -> int:
        """Return the most bytes of memory that the child has held."""
        held = _Memory(size=ctypes.sizeof(_Memory))
        self._kernel.K32GetProcessMemoryInfo(self._process, ctypes.byref(held), held.size)
        return int(held.most)

    def processor(self) -> float:
        """Return the seconds of the processor that the child has taken."""
        times = [ctypes.c_uint64() for _ in range(4)]  # begun, ended, in the kernel, of its own
        self._kernel.GetProcessTimes(self._process, *map(ctypes.byref, times))
        return (times[2].value + times[3].value) / 10_000_000

    def close(self) -> None:
        """Let go of the job, and end what is left in it."""
        self._kernel.CloseHandle(self._job)
