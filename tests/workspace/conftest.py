"""A workspace on a real disk, open or closed."""

import pytest
from tests.workspace.files import UNIT, report

from nianbao.report.mark import Mark, MarkKind
from nianbao.workspace import Workspace


@pytest.fixture
def path(tmp_path):
    return tmp_path / "安澜县 年报 #1%20😀.db"


@pytest.fixture
def workspace(path):
    with Workspace.create(path) as workspace:
        yield workspace
        assert not workspace._conn.in_transaction


@pytest.fixture
def store(path):
    """A closed workspace with a report in it, a decision about it and a version of it."""
    at = "2026-01-05T06:02:00+00:00"
    with Workspace.create(path) as workspace, workspace.act("导入") as action:
        workspace.save_report(action, report())
        done = Mark(kind=MarkKind.PROMISE, target="p", text="完成")
        workspace.save_marks(action, UNIT, 2025, [done])
        workspace.keep_version(action, UNIT, 2025, "送审稿", automatic=False, at=at)
    return path
