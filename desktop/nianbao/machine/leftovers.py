"""Folders for a moment: named after their process, so that what a killed one left can be found."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "nianbao-"
_OURS = re.compile(re.escape(_PREFIX) + r"(\d+)-.*")

_TO_WAIT, _NOT_ENDED = 0x100000, 0x102  # SYNCHRONIZE, WAIT_TIMEOUT of Windows


@contextmanager
def folder() -> Iterator[Path]:
    """Make a private folder that goes when the work is done."""
    prefix = f"{_PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as made:
        yield Path(made)


def sweep() -> None:
    """Take away what programs of ours left that were killed; called at every start."""
    home = Path(tempfile.gettempdir())
    for left in home.glob(f"{_PREFIX}*"):
        found = _OURS.fullmatch(left.name)
        if found and not _lives(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_TO_WAIT, False, process)
        if not handle:
            return False
        # One that has ended can still be asked about, as long as anybody holds it.
        lives = bool(kernel.WaitForSingleObject(handle, 0) == _NOT_ENDED)
        kernel.CloseHandle(handle)
        return lives
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
