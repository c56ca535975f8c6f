"""The front door to the file system: from a path to bytes, or to a sentence.

Nothing is opened before it is known to be an ordinary file; nothing is read beyond the limit.
"""

import sys
from pathlib import Path

from nianbao.errors import ReadingError
from nianbao.machine import ordinary
from nianbao.readers import refusals

MAX_FILE = 64 << 20
_LOCKED_ON_WINDOWS = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def load(path: Path) -> bytes:
    """Return the bytes of an ordinary file; raise ReadingError with one sentence otherwise."""
    try:
        data = ordinary.read(path, MAX_FILE)
    except (OSError, ValueError) as error:
        raise _explain(error, path.name) from error
    if not data:
        raise refusals.empty(path.name)
    return data


def _explain(error: OSError | ValueError, name: str) -> ReadingError:
    detail = repr(error)
    if isinstance(error, ordinary.TooLongError):
        return refusals.too_big(name, detail)
    if isinstance(error, IsADirectoryError):
        return refusals.folder(name, detail)
    if isinstance(error, ordinary.OddError):
        return refusals.odd(name, detail)
    if isinstance(error, FileNotFoundError):
        return refusals.missing(name, detail)
    if getattr(error, "winerror", None) in _LOCKED_ON_WINDOWS:
        return refusals.in_use(name, detail)
    if isinstance(error, PermissionError) and sys.platform == "win32":  # os.open names no reason
        return refusals.in_use_or_forbidden(name, detail)
    if isinstance(error, PermissionError):
        return refusals.forbidden(name, detail)
    return refusals.unreachable(name, detail)
