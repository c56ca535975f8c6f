"""Files to be opened or refused."""

import os
import sqlite3
from contextlib import closing

import pytest

from nianbao.errors import WorkspaceError
from nianbao.report.model import Element, ElementKind, Report
from nianbao.workspace import Workspace
from nianbao.workspace.connection import Connection
from nianbao.workspace.schema import migrations

UNIT = "安澜县"


def report(text="关于2025年法治政府建设情况的报告", year=2025):
    title = Element(id="t", kind=ElementKind.TITLE, text=text)
    return Report(unit=UNIT, year=year, front=(title,))


def alter(path, *statements):
    """Do to a file what another program might do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


def refusal(path):
    """Open a file that is to be refused; return the sentence."""
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        Workspace.open(path)
    assert path.read_bytes() == before
    assert sorted(os.listdir(path.parent)) == [path.name]
    assert "原有内容没有改动" in str(refused.value)
    return str(refused.value)


def of_version(path, number):
    """Make an empty file as the program of that version made it."""
    conn = Connection.to(path)
    conn.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    migrations._apply(conn, stop_before=migrations.names()[number:])
    return Workspace(path, conn)
