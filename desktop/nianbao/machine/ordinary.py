"""Files that the user names: only ordinary ones are opened, and only as much is read as may be.

A pipe would make the program wait for ever, a device fill the memory.
"""

import errno
import os
import stat
from pathlib import Path


def read(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file.

    Raises:
        OSError: there is none, it cannot be read, or it has more than `most` bytes.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file", str(path))
    with open(os.open(path, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file", str(path))
        data = stream.read(most + 1) or b""  # None: it would have to be waited for
    if len(data) > most:
        raise OSError(errno.EFBIG, "too long", str(path))
    return data
