"""The pulse of a window: how long it stood still between two beats, whatever it was doing."""

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

_EVERY = 20  # ms
_STEPS, _USUAL = 1_000_000, 0.036  # of a loop, and the seconds it takes where the bars were set


class Pulse:
    """Beats as long as the event loop runs. `gaps` are seconds between two beats.

    What one of its threads had to wait because the machine was busy with others is left out: the
    system counts it. It may be another thread than the window's that holds what the window needs.
    """

    def __init__(self):
        self.gaps = []
        self._timer = QTimer(interval=_EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self):
        self._last = time.perf_counter(), _waited()
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._beat()
        self._timer.stop()

    def _beat(self):
        now = time.perf_counter(), _waited()
        waited = (now[1][thread] - self._last[1].get(thread, 0.0) for thread in now[1])
        self.gaps.append(now[0] - self._last[0] - max(waited, default=0.0))
        self._last = now

    def worst(self):
        """Return the longest gap, and the one that 99 of 100 are no longer than."""
        ordered = sorted(self.gaps)
        return ordered[-1], ordered[int(0.99 * (len(ordered) - 1))]


def slowness():
    """Return how many times slower than that this machine counts, 1 for a faster one."""
    return max(1.0, min(_counted() for _ in range(3)) / _USUAL)


def _counted():
    begin = time.perf_counter()
    for _ in range(_STEPS):
        pass
    return time.perf_counter() - begin


def _waited():
    """Return the seconds that each thread was ready and the machine was not, if anybody counts."""
    found = {}
    for place in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError, ValueError, IndexError):
            found[place.parent.name] = int(place.read_text(encoding="ascii").split()[1]) / 1e9
    return found
