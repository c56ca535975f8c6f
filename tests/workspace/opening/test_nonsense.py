"""Rows with the right seal that this program never writes: a file made to confuse is refused."""

import pytest
from tests.workspace.files import UNIT, refusal

from nianbao.workspace.connection import Connection
from nianbao.workspace.guard import nonsense
from nianbao.workspace.rows.tables import ACTION, CHANGE, FIGURE, INDICATOR, MARK, REPORT, VERSION

AT = "2026-01-05T06:02:00+00:00"
SOUND = {
    REPORT: (UNIT, 2024, "", 0, None),
    INDICATOR: (UNIT, "甲", "甲", "件", "flow", "", "[]", "", ""),
    VERSION: (UNIT, 2024, "送审稿", AT, 0, b"x"),
    ACTION: ("导入", AT, 1),
    MARK: (UNIT, 2025, "kept", "e1", ""),
}


def put(path, table, row):
    """Write a row as it is, with its seal, and the sum of the seals."""
    conn = Connection.to(path)
    try:
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.execute("PRAGMA ignore_check_constraints = ON")
        conn.weight = conn.rows("SELECT weight FROM whole")[0][0]
        table.insert(conn, table.next_id(conn), [row])
        conn.execute("UPDATE whole SET weight = ?", (conn.weight,))
        return nonsense.found(conn)
    finally:
        conn.close()


@pytest.mark.parametrize("table", SOUND, ids=lambda table: table.name)
def test_what_could_be_ours_is_not_refused(store, table):
    assert put(store, table, SOUND[table]) == ""


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (REPORT, "year", 0),
        (REPORT, "year", 10_000),
        (REPORT, "unit", b"x"),
        (REPORT, "year", "两千"),
        (INDICATOR, "label", b"x"),
        (VERSION, "at", "昨天"),
        (VERSION, "data", "text"),
        (ACTION, "at", ""),
        (ACTION, "name", b"x"),
        (MARK, "text", b"x"),
    ],
)
def test_a_value_of_another_kind_is(store, table, column, value):
    row = list(SOUND[table])
    row[table.columns.index(column)] = value
    assert put(store, table, tuple(row)).startswith(f"{table.name} ")
    assert "有不合常理的内容" in refusal(store)


@pytest.mark.parametrize("name", ["action", "whole", "sqlite_master"])
def test_a_step_that_would_write_elsewhere_is(store, name):
    assert put(store, CHANGE, (1, name, "insert", 1, 1, None)).startswith("change ")
    assert "有不合常理的内容" in refusal(store)


def test_a_year_within_reason_is_not(store):
    for year in (1, 9999):
        assert put(store, REPORT, (UNIT, year, "", 0, None)) == ""


def test_what_belongs_to_nothing_is(store):
    assert put(store, FIGURE, (UNIT, "没有", 2025, "3", "known", "", "")).startswith("dangling")
    assert "有不合常理的内容" in refusal(store)


@pytest.mark.parametrize(
    ("table", "column", "value", "fits"),
    [
        (REPORT, "sha256", None, True),
        (REPORT, "sha256", "x", True),
        (REPORT, "unit", None, False),
        (REPORT, "year", "2024", False),
        (REPORT, "year", 2024.0, False),
        (REPORT, "raw", True, False),
        (VERSION, "data", b"", True),
        (VERSION, "data", "", False),
    ],
)
def test_values_fit_their_columns(table, column, value, fits):
    row = list(SOUND[table])
    row[table.columns.index(column)] = value
    assert nonsense.fits(table, row) is fits
