"""How soon a Windows program shows its window, and what it then takes: `started.py OUT PROGRAM`.

OUT gets the seconds and the megabytes, medians of a few starts. For a Python on Windows; standard
library only.
"""

import ctypes
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

assert sys.platform == "win32"

_STARTS = 5
_WAIT = 120  # seconds for a window
_FILLED = 3  # seconds until the pages are there
_USER, _KERNEL = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
_EACH_WINDOW = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class _Memory(ctypes.Structure):  # PROCESS_MEMORY_COUNTERS
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "now", *(f"other{n}" for n in range(6)))),
    ]


def main(out: Path, program: str) -> None:
    """Start the program a few times, and write down how it did."""
    seconds, megabytes = zip(*(_start(program) for _ in range(_STARTS)), strict=True)
    told = {"seconds": statistics.median(seconds), "megabytes": statistics.median(megabytes)}
    out.write_text(json.dumps(told), encoding="ascii")


def _start(program: str) -> tuple[float, float]:
    began = time.monotonic()
    process = subprocess.Popen((program,))
    try:
        while not _shows_window(process.pid):
            if process.poll() is not None or time.monotonic() > began + _WAIT:
                sys.exit("窗口没有出现。")
            time.sleep(0.01)
        seconds = time.monotonic() - began
        time.sleep(_FILLED)
        return seconds, _memory(process)
    finally:
        process.kill()
        process.wait()


def _shows_window(process: int) -> bool:
    found = []

    def look(window: int, _: int) -> int:
        owner = ctypes.c_uint32()
        _USER.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(owner))
        titled = _USER.GetWindowTextLengthW(ctypes.c_void_p(window))
        if owner.value == process and titled and _USER.IsWindowVisible(ctypes.c_void_p(window)):
            found.append(window)
        return not found

    _USER.EnumWindows(_EACH_WINDOW(look), 0)
    return bool(found)


def _memory(process: "subprocess.Popen[bytes]") -> float:
    memory = _Memory(size=ctypes.sizeof(_Memory))
    handle = ctypes.c_void_p(int(process._handle))  # noqa: SLF001 - nobody else has it
    _KERNEL.K32GetProcessMemoryInfo(handle, ctypes.byref(memory), memory.size)
    return float(memory.now) / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
