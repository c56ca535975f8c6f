"""Files that the user names: only ordinary ones are opened, and only as much is read as may be.

A pipe would make the program wait for ever, a device fill the memory.
"""

import errno
import os
import stat
from pathlib import Path


class OddError(OSError):
    """There is something of that name, but no ordinary file: a device, a pipe."""


class TooLongError(OSError):
    """The file has more bytes than may be read."""


def read(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file.

    Raises:
        IsADirectoryError: it is a folder.
        OddError: it is no ordinary file either.
        TooLongError: it has more than `most` bytes.
        OSError: there is none, or it cannot be read.
    """
    _assure(path, path.stat(), most)
    # O_NONBLOCK: should the file be exchanged for a pipe in this very moment.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as stream:
        _assure(path, os.fstat(stream.fileno()), most)
        data = stream.read(most + 1) or b""  # None: it would have to be waited for
    if len(data) > most:
        raise TooLongError(errno.EFBIG, "it grew beyond the limit", str(path))
    return data


def _assure(path: Path, found: os.stat_result, most: int) -> None:
    """Raise OSError for what is not to be opened."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OddError(errno.EINVAL, "not an ordinary file", str(path))
    if found.st_size > most:
        raise TooLongError(errno.EFBIG, f"{found.st_size} bytes", str(path))
