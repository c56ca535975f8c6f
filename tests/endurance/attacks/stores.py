"""Workspace files that are damaged, strange or made to hurt, each with what is right to do with it.

`KINDS` is the one list. A function alters a good workspace; the files beside it are its backups.
"""

import os
import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from nianbao.workspace.rows.tables import TABLES, seal
from nianbao.workspace.schema import migrations

HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_ENDLESS = (
    "CREATE VIEW promise AS WITH RECURSIVE a (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a)"
    " SELECT n AS row_id, n AS crc FROM a"
)


@dataclass(frozen=True)
class Kind:
    """What is done to a workspace; the words with which it is refused, empty when it opens.

    `restored`: whether a backup can take its place by the command for it. `file` is its name.
    """

    name: str
    alter: Callable[[Path], object]
    refused: str = ""
    restored: bool = True
    file: str = "w.nianbao"


def sql(path: Path, *statements: str) -> None:
    """Do what another program might do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


def forge(path: Path, table: str, **values: object) -> None:
    """Change all rows of a table, and make their seals fit."""
    columns = {one.name: one.columns for one in TABLES}
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA ignore_check_constraints = ON")
        names = ", ".join(f'"{name}"' for name in columns[table])
        for row_id, *row in conn.execute(f"SELECT row_id, {names} FROM {table}").fetchall():  # noqa: S608
            new = tuple((dict(zip(columns[table], row, strict=True)) | values).values())
            places = ", ".join(f"{name} = ?" for name in columns[table])
            query = f"UPDATE {table} SET {places}, crc = ? WHERE row_id = ?"  # noqa: S608
            conn.execute(query, (*new, seal(row_id, new), row_id))
        sums = [f"SELECT coalesce(sum(crc), 0) FROM {name}" for name in columns]  # noqa: S608
        weight = sum(conn.execute(query).fetchone()[0] for query in sums)
        conn.execute("UPDATE whole SET weight = ?", (weight,))


def related(path: Path, kind: str, operands: str) -> None:
    """Put in a relation."""
    row = ("青岚县", kind, "甲", operands, 0, "", 1.0, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        (number,) = conn.execute("SELECT coalesce(max(row_id), 0) + 1 FROM relation").fetchone()
        values = (number, *row, seal(number, row))
        conn.execute(f"INSERT INTO relation VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
        conn.execute("UPDATE whole SET weight = weight + ?", (values[-1],))


def numbered(path: Path, table: str, number: int) -> None:
    """Give the last row of a table another number, and make its seal fit."""
    names = ", ".join({one.name: one.columns for one in TABLES}[table])
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        last = f"SELECT row_id, crc, {names} FROM {table} ORDER BY row_id DESC LIMIT 1"  # noqa: S608
        row_id, crc, *row = conn.execute(last).fetchone()
        new = seal(number, tuple(row))
        query = f"UPDATE {table} SET row_id = ?, crc = ? WHERE row_id = ?"  # noqa: S608
        conn.execute(query, (number, new, row_id))
        conn.execute("UPDATE whole SET weight = weight + ?", (new - crc,))


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def _noise_in_a_page(data: bytes) -> bytes:
    at = len(data) // 4096 // 2 * 4096
    return data[:at] + random.Random(1).randbytes(4096) + data[at + 4096 :]  # noqa: S311


def _foreign(path: Path, *more: str) -> None:
    path.unlink()
    sql(path, "CREATE TABLE notes (text)", *more)


def _logged(path: Path, table: str) -> None:
    """Leave a write-ahead log with something in it, as a program that was killed does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = wal")
        conn.execute(f"CREATE TABLE {table} (x)")
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{path}.kept{ending}")
    for ending in ("", "-wal"):
        os.replace(f"{path}.kept{ending}", f"{path}{ending}")


def _log_of_another(path: Path) -> None:
    other = path.with_name("other")
    sql(other, "CREATE TABLE a (x)")
    _logged(other, "b")
    os.replace(f"{other}-wal", f"{path}-wal")
    other.unlink()


def _linked_to(target: str) -> Callable[[Path], object]:
    def link(path: Path) -> None:
        path.unlink()
        path.symlink_to(target)

    return link


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def journal_naming(path: Path, other: Path) -> None:
    """Leave a journal of an action in several databases, which names another one at its end."""
    data, nonce, size = path.read_bytes(), 1234, 4096
    page, name = data[size : 2 * size], os.fsencode(other)
    check = (nonce + sum(page[at] for at in range(size - 200, 0, -200))) & 0xFFFFFFFF
    head = struct.pack(">8sIIIII", HOT, 1, nonce, len(data) // size, 512, size).ljust(512, b"\0")
    record = struct.pack(">I", 2) + page + struct.pack(">I", check)
    end = struct.pack(">I", (1 << 30) // size + 1) + name
    end += struct.pack(">II", len(name), sum(name)) + HOT
    _beside(path, "-journal").write_bytes(head + record + end)


def _root(conn: sqlite3.Connection, table: str) -> int:
    query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    root: int = conn.execute(query, (table,)).fetchone()[0]
    return root


def _roots(path: Path, **roots: str | int) -> None:
    """Let tables begin at other pages: a number, or where another table begins."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        pages = {
            table: _root(conn, where) if isinstance(where, str) else where
            for table, where in roots.items()
        }
        conn.execute("PRAGMA writable_schema = ON")
        for table, page in pages.items():
            query = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
            conn.execute(query, (page, table))


def _circle(data: bytes) -> bytes:
    """Let the first page of a tree lead to itself."""
    at = data.index(b"\x0d", 2 * 4096) // 4096 * 4096
    head = struct.pack(">BHHHBI", 5, 0, 0, 4096, 0, at // 4096 + 1)
    return data[:at] + head + data[at + len(head) :]


def _lock_linked(path: Path) -> None:
    path.with_name(f".{path.name}.lock").symlink_to(path)


def _lock_folder(path: Path) -> None:
    path.with_name(f".{path.name}.lock").mkdir()


def _lock_pipe(path: Path) -> None:
    os.mkfifo(path.with_name(f".{path.name}.lock"))


def _enormous(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(6 << 30)


_DAMAGED, _FOREIGN, _ALTERED = "已经损坏", "不是年报助手保存的", "内部结构被别的软件改动"
_STRANGE, _GONE, _LONG = "不合常理", "没有找到", "长得不正常"
_OURS = (f"PRAGMA application_id = {migrations.APPLICATION_ID}", "PRAGMA user_version = 2")

KINDS = [
    Kind("empty", _bytes(lambda _: b""), "空文件"),
    Kind("text", _bytes(lambda _: "年报".encode()), _FOREIGN),
    Kind("half", _bytes(lambda data: data[: len(data) // 2]), _DAMAGED),
    Kind("header", _bytes(lambda data: bytes(100) + data[100:]), _DAMAGED),
    Kind("zeros", _bytes(lambda data: bytes(len(data))), _DAMAGED),
    Kind("page", _bytes(_noise_in_a_page), _DAMAGED),
    Kind("page-size", _bytes(lambda data: data[:16] + b"\x02\x00" + data[18:]), _DAMAGED),
    Kind("newer", lambda path: sql(path, "PRAGMA user_version = 9"), "较新版本", restored=False),
    Kind("version-0", lambda path: sql(path, "PRAGMA user_version = 0"), _ALTERED),
    Kind("upgrade-half-done", lambda path: sql(path, "PRAGMA user_version = 1"), _ALTERED),
    Kind("foreign", _foreign, _FOREIGN),
    Kind("foreign-as-ours", lambda path: _foreign(path, *_OURS), _ALTERED),
    Kind(
        "trigger",
        lambda path: sql(
            path, "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM report; END"
        ),
        _ALTERED,
    ),
    Kind(
        "view-bomb",
        lambda path: sql(
            path,
            "ALTER TABLE promise RENAME TO held",
            _ENDLESS,
        ),
        _ALTERED,
    ),
    Kind("vanished-table", lambda path: sql(path, "DROP TABLE promise"), _ALTERED),
    Kind("vanished-rows", lambda path: sql(path, "DELETE FROM entry"), _DAMAGED),
    Kind(
        "changed-digit",
        lambda path: sql(path, "UPDATE element SET text = replace(text, '县', '区')"),
        _DAMAGED,
    ),
    Kind("stray-wal", _log_of_another),
    Kind(
        "stray-journal",
        lambda path: path.with_name(path.name + "-journal").write_bytes(HOT + bytes(5000)),
    ),
    Kind("journal-of-two", lambda path: journal_naming(path, path.with_name("ack"))),
    Kind("roots-swapped", lambda path: _roots(path, entry="section", section="entry"), _DAMAGED),
    Kind("root-shared", lambda path: _roots(path, entry="section"), _DAMAGED),
    Kind("root-of-all", lambda path: _roots(path, promise=1), _DAMAGED),
    Kind("root-beyond", lambda path: _roots(path, promise=2_000_000_000), _DAMAGED),
    Kind("circle", _bytes(_circle), _DAMAGED),
    Kind("pages-beyond", _bytes(lambda data: data[:28] + b"\x7f" * 4 + data[32:]), _DAMAGED),
    Kind("free-pages", _bytes(lambda data: data[:32] + b"\x7f" * 8 + data[40:]), _DAMAGED),
    Kind("page-of-512", lambda path: sql(path, "PRAGMA page_size = 512", "VACUUM")),
    Kind(
        "computed-column",
        lambda path: sql(path, "ALTER TABLE entry ADD COLUMN x TEXT AS (upper(text))"),
        _ALTERED,
    ),
    Kind(
        "virtual-table",
        lambda path: sql(path, "CREATE VIRTUAL TABLE f USING fts5 (x)"),
        _ALTERED,
    ),
    Kind("wal-with-content", lambda path: _logged(path, "t"), "别的数据库软件", restored=False),
    Kind(
        "not-utf-8",
        lambda path: sql(path, "UPDATE entry SET text = CAST(x'e5ff' AS TEXT)"),
        _DAMAGED,
    ),
    Kind("enormous", _enormous),
    Kind("odd-name", lambda _: None, file="#1 100%41 'a';-- 😀.nianbao"),
    Kind("entry-of-no-kind", lambda path: forge(path, "entry", kind="x"), _STRANGE),
    Kind("lost-parent", lambda path: forge(path, "section", parent="nobody"), _STRANGE),
    Kind("level-of-bytes", lambda path: forge(path, "section", level=b"x"), _STRANGE),
    Kind(
        "figure-beyond-all",
        lambda path: forge(path, "figure", value="1E+999999999", state="known"),
        _STRANGE,
    ),
    Kind("no-such-time", lambda path: forge(path, "action", at="昨天"), _STRANGE),
    *(
        Kind(f"time-{at}", lambda path, at=at: forge(path, "action", at=at), _STRANGE)
        for at in ("now", "12:00", "2460000.5", "0000-01-01T00:00:00+00:00", "2026-02-30")
    ),
    *(
        Kind(f"names-{n}", lambda path, t=t: forge(path, "indicator", aliases=t), _STRANGE)
        for n, t in (("numbers", "[1]"), ("mapping", "{}"), ("lists", "[[]]"), ("deep", "[" * 9999))
    ),
    *(
        Kind(f"row-{n}", lambda path, n=n: numbered(path, "figure", n), _STRANGE)
        for n in (0, -5, 2**63 - 1)
    ),
    *(
        Kind(
            f"relation-{name}",
            lambda path, kind=kind, operands=operands: related(path, kind, operands),
            _STRANGE,
        )
        for name, kind, operands in (
            ("of-nothing", "ratio", "[]"),
            ("of-one", "change", '["甲"]'),
            ("of-none", "difference", "[]"),
            ("of-numbers", "sum", "[1, 2]"),
        )
    ),
    Kind("format-5", _bytes(lambda data: data[:44] + bytes([0, 0, 0, 5]) + data[48:]), _DAMAGED),
    Kind("text-of-3-million", lambda path: forge(path, "entry", text="推进，" * 999_999), _LONG),
    Kind("title-too-long", lambda path: forge(path, "section", title="一" * 300_001), _LONG),
    Kind("texts-too-long-together", lambda path: forge(path, "entry", text="一" * 260_000), _LONG),
    Kind("original-too-large", lambda path: forge(path, "original", data=bytes(65 << 20)), _LONG),
    Kind("condition-broken", lambda path: forge(path, "report", raw=7), _DAMAGED),
    Kind("history-of-no-table", lambda path: forge(path, "change", tbl="whole"), _STRANGE),
    *(
        []
        if os.name == "nt"
        else [
            Kind("folder", _folder, _GONE, restored=False),
            Kind("lock-elsewhere", _lock_linked),
            Kind("lock-folder", _lock_folder),
            Kind("lock-pipe", _lock_pipe),
            Kind("journal-pipe", lambda path: os.mkfifo(_beside(path, "-journal"))),
            Kind("pipe", _pipe, _GONE, restored=False),
            Kind("device", _linked_to("/dev/zero"), _GONE, restored=False),
            Kind("link-to-nowhere", _linked_to("/nowhere/at/all"), _GONE, restored=False),
            Kind("link-to-itself", lambda path: _linked_to(str(path))(path), _GONE, restored=False),
        ]
    ),
]  # fmt: skip
