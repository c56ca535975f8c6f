"""A workspace on a real disk."""

import pytest
from nianbao.workspace import Workspace


@pytest.fixture
def path(tmp_path):
    return tmp_path / "安澜县 年报 #1?%20😀.db"


@pytest.fixture
def workspace(path):
    with Workspace.create(path) as workspace:
        yield workspace
        assert not workspace._conn.in_transaction
