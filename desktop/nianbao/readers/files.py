"""The front door to the file system: from a path to bytes.

Nothing is opened before it is known to be an ordinary file, so a pipe or a device cannot make the
program wait; nothing is read beyond the limit, so a file that grows cannot fill the memory.
"""

import os
import stat
import sys
from pathlib import Path

from nianbao.errors import ReadingError
from nianbao.readers import refusals

MAX_FILE = 64 << 20
_LOCKED_ON_WINDOWS = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_CHOOSE = "请重新选择报告文件。"


def load(path: Path) -> bytes:
    """Return the bytes of an ordinary file; raise ReadingError with one sentence otherwise."""
    name = refusals.shown_name(path.name)
    try:
        found = path.stat()
        if refusal := _refuse(found, name):
            raise refusal
        # O_NONBLOCK: should the file be exchanged for a pipe in this very moment.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as stream:
            if refusal := _refuse(os.fstat(stream.fileno()), name):
                raise refusal
            data = stream.read(MAX_FILE + 1) or b""  # None: it would have to be waited for
    except (OSError, ValueError) as error:
        raise _explain(error, name) from error
    if len(data) > MAX_FILE:
        raise refusals.too_big(name, "more than the limit")
    if not data:
        raise refusals.empty(name)
    return data


def _refuse(found: os.stat_result, name: str) -> ReadingError | None:
    if stat.S_ISDIR(found.st_mode):
        return refusals.unreadable(name, f"“{name}”是文件夹，不是文件。", _CHOOSE)
    if not stat.S_ISREG(found.st_mode):
        return refusals.unreadable(name, f"“{name}”不是普通文件，不能读取。", _CHOOSE)
    if found.st_size > MAX_FILE:
        return refusals.too_big(name, f"{found.st_size} bytes")
    return None


def _explain(error: OSError | ValueError, name: str) -> ReadingError:
    detail = repr(error)
    if isinstance(error, FileNotFoundError):
        do = "请检查它是否已被移走或改名，再重新选择。"
        return refusals.unreadable(name, f"找不到文件“{name}”。", do, detail)
    if getattr(error, "winerror", None) in _LOCKED_ON_WINDOWS:
        do = "请先在Word或WPS中关闭它，再导入。"
        return refusals.unreadable(name, f"“{name}”正被别的程序占用，读不了。", do, detail)
    if isinstance(error, PermissionError) and sys.platform == "win32":  # os.open names no reason
        do = "请先在Word或WPS中关闭它，再导入；还不行，请把它复制到“文档”文件夹再导入。"
        what = f"“{name}”正被别的程序占用，或者没有权限读取。"
        return refusals.unreadable(name, what, do, detail)
    if isinstance(error, PermissionError):
        do = "请把它复制到“文档”文件夹再导入，或请管理员放开权限。"
        return refusals.unreadable(name, f"没有权限读取“{name}”。", do, detail)
    do = "请把它复制到本机硬盘上再导入；如在U盘上，请检查U盘。"
    return refusals.unreadable(name, f"读取“{name}”时出错。", do, detail)
