"""The session bus of a Linux desktop: what runs there, and words in the environment for Qt.

Everything here is asked before any application object exists: it decides how Qt begins.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def lent(environment: Mapping[str, str]) -> Iterator[None]:
    """Make QApplication inside this with more in the environment: afterwards it is as it was.

    Programs started later, such as Word, must not inherit what is meant for this one.
    """
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def is_there() -> bool:
    """Whether there is a session bus; asking without one would try to start it."""
    if not sys.platform.startswith("linux"):
        return False
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    return bool(told) or bool(runtime and (Path(runtime) / "bus").exists())


def owned(name: str) -> bool:
    """Whether a program on the bus answers to a name."""
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    return bool(bus.interface().isServiceRegistered(name).value())
