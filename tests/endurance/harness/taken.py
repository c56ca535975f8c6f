"""What other processes have taken."""

import ctypes
import os
import re
from pathlib import Path

from nianbao.apart import parent


def by_children():
    """Return the processor seconds of this process's children so far."""
    import resource  # not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Most:
    """The most MiB that one child has held, as seen each time that its parent looks at it.

    What the system counts of children that have ended will not do: each begins as a copy of this
    process, which holds more than they do once it has had a large workspace open.
    """

    def __init__(self, monkeypatch):
        self.mib, memory = 0, parent._Child._memory

        def look(child):
            self._note(child._process.pid)
            return memory(child)

        monkeypatch.setattr(parent._Child, "_memory", look)

    def _note(self, process):
        try:
            status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
        except OSError:
            return
        if found := re.search(r"VmHWM:\s*(\d+)", status):
            self.mib = max(self.mib, int(found[1]) // 1024)


def by_process(pid):
    """Return the MiB and the open files (on Windows: handles of any kind) that one has."""
    if os.name == "nt":
        return _by_process_on_windows(pid)
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20), len(os.listdir(f"/proc/{pid}/fd"))


class _Memory(ctypes.Structure):  # PROCESS_MEMORY_COUNTERS
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "now", *(f"more{n}" for n in range(6)))),
    ]


def _by_process_on_windows(pid):
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.OpenProcess(0x410, False, pid))  # to ask and to read
    memory, handles = _Memory(size=ctypes.sizeof(_Memory)), ctypes.c_uint32()
    told = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(memory), memory.size)
    told = told and kernel.GetProcessHandleCount(process, ctypes.byref(handles))
    kernel.CloseHandle(process)
    assert told, ctypes.get_last_error()
    return memory.now / (1 << 20), handles.value
