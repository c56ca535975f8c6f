"""A workspace on a real disk, open or closed."""

import pytest
from tests.workspace.files import report

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
    """A closed workspace with a report in it."""
    with Workspace.create(path) as workspace, workspace.act("导入") as action:
        workspace.save_report(action, report())
    return path
