"""The sentences with which a file is refused."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nianbao.errors import InputError, NianbaoError, OutputError, WorkspaceError

_SENSELESS = (ValueError, TypeError, LookupError, RecursionError, OverflowError)
_BACKUP = "请先把这个文件原样复制一份留存，再打开最近的备份。"


class HeldError(WorkspaceError):
    """A workspace that somebody else writes; it can be looked at."""


class ReadOnlyError(WorkspaceError):
    """A workspace that cannot be written where it is; it can be looked at."""


class UnusableError(WorkspaceError):
    """A workspace that is none any more: a backup has to take its place."""


class ForeignError(UnusableError):
    """What has the name of a workspace and never was one."""


class DamagedError(UnusableError):
    """A workspace whose content is no longer what was written."""


def of(error: Exception, path: Path) -> WorkspaceError | None:
    """Return the sentence for an error of SQLite or its text, None when it is a bug of ours."""
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in str(error):
        return damaged(path, str(error))
    # The low byte is the kind, the rest says where exactly.
    say = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return say(path, f"{getattr(error, 'sqlite_errorname', '')}: {error}") if say else None


@contextmanager
def sensible(path: Path) -> Iterator[None]:
    """Say of rows that cannot be what they are for that the workspace is not in order."""
    try:
        yield
    except (*_SENSELESS, zlib.error, sqlite3.IntegrityError) as error:
        raise nonsense(path, repr(error)[:200]) from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Say of whatever SQLite does not make sense of, while a file is opened, that it is damaged."""
    try:
        yield
    except sqlite3.Error as error:
        raise damaged(path, repr(error)) from error


@contextmanager
def folder(path: Path) -> Iterator[None]:
    """Say of errors of the file system that the folder cannot be written."""
    try:
        yield
    except FileExistsError as error:
        raise exists(path) from error
    except OSError as error:
        raise WorkspaceError(
            f"“{path.parent}”这个文件夹写不进去。",
            do="请确认它存在、可以写入、磁盘没有满，或者换一个文件夹。",
            detail=str(error),
        ) from error


def exists(path: Path) -> NianbaoError:
    """Refuse to write over a file."""
    return InputError(f"“{path.name}”已经存在。", do="请换一个名字，或者直接打开这个文件。")


def missing(path: Path, detail: str) -> WorkspaceError:
    """Refuse what is not there or not a file."""
    return WorkspaceError(
        f"没有找到文件“{path.name}”，或者无法读取它。",
        do="请确认它没有被移动、改名，U盘或共享文件夹已经连接，再重新打开。",
        detail=detail,
    )


def empty(path: Path) -> WorkspaceError:
    """Refuse a file without a byte: it is never taken for a new workspace."""
    return ForeignError(
        f"“{path.name}”是空文件，里面什么也没有。",
        do="请打开备份的那一份；要新建，请换一个文件名。",
    )


def foreign(path: Path) -> WorkspaceError:
    """Refuse what is not a workspace."""
    return ForeignError(
        f"“{path.name}”不是年报助手保存的文件。",
        do="请选择年报助手保存的文件；要读入去年的报告，请用“导入”。",
    )


def linked(path: Path, target: Path) -> WorkspaceError:
    """Refuse to put something in the place of somebody else's file that a link leads to."""
    return WorkspaceError(
        f"“{path.name}”只是一个链接，它指向的“{target}”不是年报库，没有动它。",
        do="请删去这个链接，再恢复备份。",
    )


def newer(path: Path, version: int, known: int) -> WorkspaceError:
    """Refuse what a newer program has written."""
    return WorkspaceError(
        f"“{path.name}”是较新版本的年报助手保存的（格式第{version}版，本程序只认识到第{known}版）。",
        do="请升级本机的年报助手，再打开。",
    )


def wal(path: Path) -> WorkspaceError:
    """Refuse what another program has switched to a write-ahead log that still holds content."""
    return WorkspaceError(
        f"“{path.name}”正被别的数据库软件使用，或者没有正常关闭。",
        do="请在那个软件里关闭它，再打开。",
    )


def altered(path: Path, detail: str) -> WorkspaceError:
    """Refuse what holds tables, triggers or views that we did not make."""
    return UnusableError(
        f"“{path.name}”的内部结构被别的软件改动过，为安全起见没有打开。",
        do=_BACKUP,
        detail=detail,
    )


def nonsense(path: Path, detail: str) -> WorkspaceError:
    """Refuse what is whole and says what this program never writes."""
    return UnusableError(
        f"“{path.name}”里有不合常理的内容，像是被别的软件改动过，为安全起见没有使用。",
        do=_BACKUP,
        detail=detail,
    )


def too_long(path: Path, detail: str) -> WorkspaceError:
    """Refuse what holds more text than any report; see `rows.limits`."""
    return UnusableError(
        f"“{path.name}”里的文字长得不正常，不像一份报告，为安全起见没有使用。",
        do=_BACKUP,
        detail=detail,
    )


def too_big(path: Path) -> WorkspaceError:
    """Refuse what does not fit into the memory."""
    return WorkspaceError(
        f"“{path.name}”大得不正常，没有打开。", do="请打开最近的备份；这个文件请留着。"
    )


def nothing_left(path: Path) -> WorkspaceError:
    """Say that nothing can be brought out of a damaged file."""
    return WorkspaceError(
        f"“{path.name}”里没有还能读出来的内容。", do="请打开最近的备份；损坏的文件请留着。"
    )


def spoilt_original(path: Path, name: str) -> WorkspaceError:
    """Refuse to give out a file whose bytes are no longer what they were."""
    return WorkspaceError(
        f"“{path.name}”里保存的原件“{name}”已损坏。", do="请重新导入这份原件，或打开最近的备份。"
    )


def swollen_version(path: Path) -> WorkspaceError:
    """Refuse a version that holds more than any year, and was made to fill the memory."""
    return WorkspaceError(
        f"“{path.name}”里这个版本的内容大得不正常，没有打开。", do="请改用别的版本或备份。"
    )


def original_too_big(path: Path, name: str) -> InputError:
    """Refuse to store a file that no reader takes."""
    return InputError(
        f"“{name}”太大，没有存入“{path.name}”。", do="请只留报告正文，另存一份再导入。"
    )


def text_too_long(path: Path, signs: int, most: int) -> InputError:
    """Refuse to store one text that is longer than any report's."""
    return InputError(
        f"有一段文字长达{signs}个字，不像报告里的一条，没有存入“{path.name}”。",
        do=f"请分成几段再存，一段最多{most // 10_000}万字。",
    )


def year_too_long(path: Path, signs: int, most: int) -> InputError:
    """Refuse to store a report whose texts are too long together."""
    return InputError(
        f"这份报告共有{signs}个字，不像一份年度报告，没有存入“{path.name}”。",
        do=f"请只留报告正文，最多{most // 10_000}万字。",
    )


def no_second_place(folder: Path) -> OutputError:
    """Say that the other place for backups is not there."""
    return OutputError(
        f"“{folder}”不在，可能U盘没有插上。", do="插上以后会再备份，也可以另选一个位置。"
    )


def of_another_version(folder: Path) -> InputError:
    """Refuse what another version of the program wrote in open formats."""
    return InputError(f"“{_called(folder)}”是另一版年报助手导出的。", do="请用导出它的那一版恢复。")


def not_open_format(folder: Path, detail: str) -> InputError:
    """Refuse a folder that is no whole export in open formats."""
    return InputError(
        f"“{_called(folder)}”里没有完整的开放格式导出，或者被改动过。",
        do="请选择导出时建的那个文件夹，里面的文件一个也不要少、不要改。",
        detail=detail,
    )


def locked(path: Path, detail: str = "") -> WorkspaceError:
    """Refuse what another window, or another computer, has open."""
    return WorkspaceError(
        f"“{path.name}”正在另一个窗口中打开。",
        do="请先关闭那个窗口（可能在另一台电脑上），再打开。",
        detail=detail,
    )


def held(path: Path, holder: str) -> WorkspaceError:
    """Refuse to write what somebody else writes, and say who."""
    return HeldError(
        f"“{path.name}”正由{holder}编辑，现在只能查看。",
        do="要修改，请等对方关闭后再打开；查看和导出不受影响。",
    )


def viewed(path: Path, why: str) -> WorkspaceError:
    """Refuse to change what was opened only to be looked at."""
    return WorkspaceError(
        f"“{path.name}”是只读打开的，没有改动。{why}",
        do="要修改，请把它复制到本机可以写入的文件夹，再打开复制的那一份。",
    )


def too_deep(path: Path) -> WorkspaceError:
    """Refuse a place whose whole name is longer than SQLite can take."""
    return WorkspaceError(
        f"“{path.name}”所在的文件夹太深，整个路径太长（超过约160个汉字）。",
        do="请把它放到浅一些的文件夹，或者把文件夹的名字改短，再打开。",
    )


def damaged(path: Path, detail: str) -> WorkspaceError:
    """Refuse what is no longer what was written."""
    return DamagedError(
        f"“{path.name}”已经损坏，为避免错上加错没有打开。", do=_BACKUP, detail=detail
    )


def read_only(path: Path, detail: str = "") -> WorkspaceError:
    """Refuse to write where nothing can be written."""
    return ReadOnlyError(
        f"“{path.name}”或它所在的文件夹是只读的，不能写入，只能查看。",
        do="要修改，请把它复制到本机可以写入的文件夹，再打开复制的那一份。",
        detail=detail,
    )


def gone(path: Path) -> WorkspaceError:
    """Refuse to write into a file that is no longer where it was: nobody would find it again."""
    return WorkspaceError(
        f"年报库“{path.name}”不在原来的地方了，可能被移动、改名或删除，也可能是U盘拔了。",
        do="请把它放回原处，或者另存到别的地方。",
    )


def _called(folder: Path) -> str:
    """Return what a folder is called: a whole stick or share has no name but its place."""
    return folder.name or str(folder)


def _full(path: Path, detail: str) -> WorkspaceError:
    return WorkspaceError(
        f"磁盘已满，这一步没有存入“{path.name}”。",
        do="请腾出一些磁盘空间，再做一次。",
        detail=detail,
    )


def _unreachable(path: Path, detail: str) -> WorkspaceError:
    return WorkspaceError(
        f"读写“{path.name}”时出错，这一步没有存入。",
        do="请检查磁盘、U盘或网络共享是否连接正常，再做一次。",
        detail=detail,
    )


_SENTENCES = {
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_PROTOCOL: locked,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_FORMAT: damaged,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_CANTOPEN: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_IOERR: _unreachable,
}
