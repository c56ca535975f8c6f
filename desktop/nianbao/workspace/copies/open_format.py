"""A workspace as files that any program can read, and a workspace again from them.

全部.json    every table with its columns, row by row: from this the same workspace is rebuilt
原件/        the imported files, byte for byte
数据.csv 条目.csv   for people and spreadsheets; nothing reads them back
"""

import base64
import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from nianbao.machine import ordinary
from nianbao.machine.whereabouts import real
from nianbao.report.json import Json
from nianbao.workspace import opening, refusals
from nianbao.workspace.connection import Connection, Row, Value
from nianbao.workspace.rows.tables import ORIGINAL, TABLES, Dumped, Table
from nianbao.workspace.schema import migrations

ALL, FILES = "全部.json", "原件"
_FORMAT = "nianbao"
_ODD = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_MOST = 1 << 30  # bytes of one file
_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SHEETS = (
    (
        "数据.csv",
        ("单位", "年度", "指标", "数值", "计量单位", "状态", "来源"),
        "SELECT f.unit, f.year, i.label, f.value, i.measure, f.state, f.source FROM figure f"
        " JOIN indicator i ON i.unit = f.unit AND i.name = f.indicator ORDER BY f.row_id",
    ),
    (
        "条目.csv",
        ("单位", "年度", "节", "条目", "文字"),
        "SELECT e.unit, e.year, s.title, e.title, e.text FROM entry e JOIN section s"
        " ON s.unit = e.unit AND s.year = e.year AND s.id = e.section ORDER BY e.row_id",
    ),
)


def write(conn: Connection, folder: Path) -> None:
    """Write all of a workspace into a new folder.

    Raises:
        InputError: there is something of that name already.
        WorkspaceError: the folder cannot be written.
    """
    with refusals.folder(folder):
        folder.mkdir(mode=0o700, parents=True)
        (folder / FILES).mkdir(mode=0o700)
        tables = {table.name: _dumped(conn, table, folder) for table in TABLES}
        whole = {"format": _FORMAT, "version": migrations.version(), "tables": tables}
        _save(folder / ALL, json.dumps(whole, ensure_ascii=False, indent=1).encode())
        for name, heads, query in _SHEETS:
            _save(folder / name, _sheet(heads, conn.rows(query)))


def read(folder: Path, path: Path) -> None:
    """Make the workspace again that was written into a folder.

    Raises:
        InputError: the folder holds no workspace, or one of a newer program; or the new file is
            there already.
        WorkspaceError: the new file cannot be written.
    """
    tables = _tables(folder)
    opening.create(path)
    conn = Connection.to(real(path))
    try:
        _fill(conn, tables)
        opening.assure(conn, path, size=path.stat().st_size)
    except (sqlite3.Error, refusals.UnusableError, *_NOT_OURS) as error:
        conn.close()
        path.unlink(missing_ok=True)
        raise refusals.not_open_format(folder, repr(error)[:500]) from error
    except BaseException:
        conn.close()
        path.unlink(missing_ok=True)
        raise
    conn.close()


def _fill(conn: Connection, tables: dict[str, list[list[Value]]]) -> None:
    conn.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        for row in tables[table.name]:
            table.insert(conn, _row_id(row[0]), [tuple(row[1:])])
    conn.execute("UPDATE whole SET weight = ?", (conn.weight,))
    conn.execute("COMMIT")


def _dumped(conn: Connection, table: Table, folder: Path) -> dict[str, Json]:
    rows = table.found(conn, "1", ())
    if table is ORIGINAL:
        rows = [(*row[:-1], _filed(folder, row)) for row in rows]
    rows = [tuple(map(_plain, row)) for row in rows]
    return {"columns": ["row_id", *table.columns], "rows": rows}


def _filed(folder: Path, row: Row) -> str:
    """Write an original into a file of its own and return the file's name."""
    _, sha256, name, *_, data = row
    file = f"{sha256[:8]}-{_ODD.sub('-', name)[-80:]}"
    _save(folder / FILES / file, data)
    return file


def _plain(value: Value) -> Json:
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _tables(folder: Path) -> dict[str, list[list[Value]]]:
    try:
        whole = json.loads(ordinary.read(folder / ALL, _MOST))
        if whole["format"] != _FORMAT or whole["version"] != migrations.version():
            raise refusals.of_another_version(folder)
        found = {table.name: _rows(whole["tables"][table.name], table) for table in TABLES}
        for row in found[ORIGINAL.name]:
            row[-1] = ordinary.read(folder / FILES / Path(str(row[-1])).name, _MOST)
    except (OSError, *_NOT_OURS) as error:
        raise refusals.not_open_format(folder, repr(error)[:500]) from error
    return found


def _rows(dumped: Dumped, table: Table) -> list[list[Value]]:
    at = [dumped["columns"].index(column) for column in ("row_id", *table.columns)]
    return [[_value(row[place]) for place in at] for row in dumped["rows"]]


def _row_id(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _value(value: object) -> Value:
    if isinstance(value, dict):
        return base64.b64decode(value["base64"])
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(value)


def _sheet(heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    made = csv.writer(text)
    made.writerow(heads)
    made.writerows([_tame(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # Excel takes it for GBK without the mark


def _tame(value: Value) -> Value:
    """Return a value that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def _save(path: Path, data: bytes) -> None:
    path.touch(0o600)
    path.write_bytes(data)
