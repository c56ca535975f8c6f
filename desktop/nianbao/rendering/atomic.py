"""Files replaced whole or not at all."""

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from pathlib import Path

from nianbao.errors import OutputError
from nianbao.machine.whereabouts import real

_ELSEWHERE = "请换一个文件夹，再导出。"
_FLAGS = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
_PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds: virus scanners hold a new file for a moment
_PREFIX, _SUFFIX = ".nianbao-", ".tmp"
_STALE = 3600  # seconds
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')  # on Windows and on most USB sticks


def replace_file(path: Path, data: bytes) -> None:
    """Put data in the place of a file: at any moment the old one or the new one is there, whole.

    What is written is read back before it takes the place. A new file is for its owner only, an
    existing one keeps its mode.

    Raises:
        OutputError: it cannot be done; nothing has changed and nothing is left behind.
    """
    target = real(path)
    mode = _mode(target)
    temporary = target.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        _sweep(target.parent)
        try:
            _write(temporary, data, mode)
            _take_place(temporary, target)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(target, error) from error
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    """Return the mode the file is to have."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return 0o600
    except OSError as error:
        raise _refused(target, error) from error
    if not stat.S_ISREG(status.st_mode):
        what = "是一个文件夹" if stat.S_ISDIR(status.st_mode) else "不是普通文件"
        raise OutputError(f"“{target.name}”{what}。", do="请换一个文件名，再导出。")
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise OutputError(
            f"文件“{target.name}”设成了只读。", do="请换一个文件名，或先取消只读，再导出。"
        )
    return stat.S_IMODE(status.st_mode)


def _write(temporary: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(temporary, _FLAGS, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        if file.read() != data:
            raise OSError(errno.EIO, "read back differently")
    os.chmod(temporary, mode)


def _take_place(temporary: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(temporary, target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a loss of power; Windows has nothing to call for it."""
    if sys.platform == "win32":
        return
    # The file is in its place: a file system that cannot do this does not make the export fail.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left in the folder."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _refused(target: Path, error: OSError) -> OutputError:
    name, folder = target.name, target.parent
    if isinstance(error, PermissionError) and error.filename2 is not None:
        program = "Excel" if target.suffix.lower() == ".xlsx" else "Word"
        what, do = f"文件“{name}”正被{program}或WPS打开。", "请关闭后再试，或换一个文件名。"
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        what, do = "磁盘空间不够。", "请清理磁盘或换一个文件夹，再导出。"
    elif error.errno == errno.EINVAL and _FORBIDDEN.search(name):
        what = f"文件名“{name}”里有不能用的符号。"
        do = '请去掉 < > : " | ? * 这些符号，再导出。'
    elif error.errno == errno.ENAMETOOLONG or (  # Windows: not found, with more than 260 in all
        isinstance(error, FileNotFoundError) and os.path.isdir(folder)
    ):
        what, do = "文件名太长，或者文件夹太深。", "请把文件名改短，或换一个文件夹，再导出。"
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        what, do = f"文件夹“{folder}”不存在。", _ELSEWHERE
    elif error.errno == errno.EROFS:
        what, do = f"“{folder}”所在的磁盘是只读的。", _ELSEWHERE
    elif isinstance(error, PermissionError):
        what, do = f"没有在文件夹“{folder}”里保存文件的权限。", _ELSEWHERE
    else:
        what, do = f"文件“{name}”写不进去。", "请检查磁盘，或换一个文件夹，再导出。"
    return OutputError(what, do=do, detail=str(error))
