"""Every refusal names the file, keeps the technical reason, and says what to do."""

import re
import sqlite3
import zlib
from pathlib import Path

import pytest

from nianbao.errors import InputError, WorkspaceError
from nianbao.workspace import refusals
from nianbao.workspace.refusals import (
    DamagedError,
    ForeignError,
    HeldError,
    ReadOnlyError,
    UnusableError,
)

PATH = Path("/u盘/安澜县.nianbao")
NAME = "“安澜县.nianbao”"


def sqlite_error(code, name="SQLITE_X", kind=sqlite3.OperationalError):
    error = kind("it says so")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        (sqlite3.SQLITE_BUSY, WorkspaceError, "正在另一个窗口中打开"),
        (sqlite3.SQLITE_LOCKED, WorkspaceError, "正在另一个窗口中打开"),
        (sqlite3.SQLITE_PROTOCOL, WorkspaceError, "正在另一个窗口中打开"),
        (sqlite3.SQLITE_CORRUPT, DamagedError, "已经损坏"),
        (sqlite3.SQLITE_NOTADB, DamagedError, "已经损坏"),
        (sqlite3.SQLITE_FORMAT, DamagedError, "已经损坏"),
        (sqlite3.SQLITE_READONLY, ReadOnlyError, "只读的"),
        (sqlite3.SQLITE_CANTOPEN, ReadOnlyError, "只读的"),
        (sqlite3.SQLITE_PERM, ReadOnlyError, "只读的"),
        (sqlite3.SQLITE_FULL, WorkspaceError, "磁盘已满"),
        (sqlite3.SQLITE_IOERR, WorkspaceError, "时出错"),
    ],
)
@pytest.mark.parametrize("where", [0, 1 << 8, 17 << 8])  # SQLite says in the upper bytes where
def test_what_sqlite_says_becomes_a_sentence(code, kind, said, where):
    found = refusals.of(sqlite_error(code | where, "SQLITE_ABC"), PATH)
    assert type(found) is kind
    assert NAME in found.what
    assert said in found.what
    assert found.detail == "SQLITE_ABC: it says so"
    assert found.do


@pytest.mark.parametrize(
    "error",
    [
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
        sqlite3.OperationalError("Could not decode to UTF-8 column 'text'"),
    ],
)
def test_text_that_is_none_is_damage(error):
    found = refusals.of(error, PATH)
    assert type(found) is DamagedError
    assert found.detail == str(error)


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_ERROR),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT, kind=sqlite3.IntegrityError),
        sqlite3.ProgrammingError("closed"),
    ],
)
def test_a_bug_of_ours_is_no_refusal(error):
    assert refusals.of(error, PATH) is None


@pytest.mark.parametrize(
    ("refusal", "kind", "said"),
    [
        (lambda: refusals.exists(PATH), InputError, "已经存在"),
        (lambda: refusals.missing(PATH, "x"), WorkspaceError, "没有找到"),
        (lambda: refusals.empty(PATH), ForeignError, "空文件"),
        (lambda: refusals.foreign(PATH), ForeignError, "不是年报助手保存的"),
        (lambda: refusals.newer(PATH, 9, 2), WorkspaceError, "格式第9版，本程序只认识到第2版"),
        (lambda: refusals.wal(PATH), WorkspaceError, "别的数据库软件"),
        (lambda: refusals.too_long(PATH, "x"), UnusableError, "长得不正常"),
        (lambda: refusals.linked(PATH, PATH), WorkspaceError, "只是一个链接"),
        (lambda: refusals.altered(PATH, "x"), UnusableError, "被别的软件改动过"),
        (lambda: refusals.nonsense(PATH, "x"), UnusableError, "不合常理"),
        (lambda: refusals.too_big(PATH), WorkspaceError, "大得不正常"),
        (lambda: refusals.locked(PATH, "x"), WorkspaceError, "另一个窗口"),
        (lambda: refusals.held(PATH, "本机上的“王”"), HeldError, "正由本机上的“王”编辑"),
        (lambda: refusals.viewed(PATH, "只是查看。"), WorkspaceError, "没有改动。只是查看。"),
        (lambda: refusals.too_deep(PATH), WorkspaceError, "太深"),
        (lambda: refusals.damaged(PATH, "x"), DamagedError, "损坏"),
        (lambda: refusals.read_only(PATH, "x"), ReadOnlyError, "只读"),
        (lambda: refusals.gone(PATH), WorkspaceError, "不在原来的地方"),
        (lambda: refusals.nothing_left(PATH), WorkspaceError, "没有还能读出来的"),
        (lambda: refusals.spoilt_original(PATH, "a.docx"), WorkspaceError, "“a.docx”已损坏"),
        (lambda: refusals.swollen_version(PATH), WorkspaceError, "这个版本"),
        (lambda: refusals.original_too_big(PATH, "a.docx"), InputError, "“a.docx”太大"),
        (lambda: refusals.text_too_long(PATH, 9, 10_000), InputError, "长达9个字"),
        (lambda: refusals.year_too_long(PATH, 9, 10_000), InputError, "共有9个字"),
        (lambda: refusals.of_another_version(PATH), InputError, "另一版"),
        (lambda: refusals.not_open_format(PATH, "x"), InputError, "没有完整的开放格式"),
    ],
)
def test_each_sentence_names_the_file_and_what_to_do(refusal, kind, said):
    refusal = refusal()
    assert type(refusal) is kind
    assert NAME in refusal.what
    assert said in refusal.what
    assert refusal.what.endswith("。")
    assert refusal.do.startswith("请") or refusal.do.startswith("要")
    assert refusal.detail in ("", "x")


def test_a_whole_stick_is_called_by_its_place():
    stick = Path(PATH.anchor)

    assert f"“{stick}”" in refusals.of_another_version(stick).what
    assert f"“{stick}”" in refusals.not_open_format(stick, "").what


def test_whoever_is_refused_for_damage_is_sent_to_a_backup_and_keeps_the_file():
    for one in (
        refusals.damaged(PATH, ""),
        refusals.altered(PATH, ""),
        refusals.nonsense(PATH, ""),
    ):
        assert "原样复制一份留存" in one.do
        assert "备份" in one.do


@pytest.mark.parametrize(
    "error", [ValueError("a"), TypeError("a"), KeyError("a"), RecursionError("a"), zlib.error("a")]
)
def test_rows_that_cannot_be_are_refused(error):
    with pytest.raises(UnusableError, match="不合常理") as refused, refusals.sensible(PATH):
        raise error
    assert refused.value.detail == repr(error)
    with pytest.raises(RuntimeError), refusals.sensible(PATH):
        raise RuntimeError


def test_the_reason_is_kept_short():
    with pytest.raises(UnusableError) as refused, refusals.sensible(PATH):
        raise ValueError("x" * 999)
    assert len(refused.value.detail) == 200


def test_a_folder_that_cannot_be_written_is_named():
    said = re.escape(f"“{PATH.parent}”这个文件夹写不进去")
    with pytest.raises(WorkspaceError, match=said) as refused, refusals.folder(PATH):
        raise PermissionError("no")
    assert refused.value.detail == "no"
    with pytest.raises(InputError, match="已经存在"), refusals.folder(PATH):
        raise FileExistsError
