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
_CHOOSE = "请重新选择报告文件。"


def load(path: Path) -> bytes:
    """Return the bytes of an ordinary file; raise ReadingError with one sentence otherwise."""
    name = refusals.shown_name(path.name)
    try:
        data = ordinary.read(path, MAX_FILE)
    except (OSError, ValueError) as error:
        raise _explain(error, name) from error
    if not data:
        raise refusals.empty(name)
    return data


def _explain(error: OSError | ValueError, name: str) -> ReadingError:
    detail = repr(error)
    if isinstance(error, ordinary.TooLongError):
        return refusals.too_big(name, detail)
    if isinstance(error, IsADirectoryError):
        return refusals.unreadable(name, f"“{name}”是文件夹，不是文件。", _CHOOSE, detail)
    if isinstance(error, ordinary.OddError):
        return refusals.unreadable(name, f"“{name}”不是普通文件，不能读取。", _CHOOSE, detail)
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
