"""An office can leave: everything comes out in open formats, and the same workspace from them."""

import csv
import json
import os

import pytest
from tests.actions.desks import desk
from tests.workspace.made_up import content

from nianbao import cli
from nianbao.errors import InputError
from nianbao.workspace import Workspace
from nianbao.workspace.copies import open_format


@pytest.fixture
def path(tmp_path):
    (tmp_path / "年报").mkdir()
    made = desk(tmp_path / "年报")
    with made.act("试") as action:
        made.store.keep_version(
            action, made.unit, made.year, "=1+1", automatic=False, at="2026-01-01T00:00:00+00:00"
        )
    made.undo()
    made.close()
    return made.place


def whole(path):
    with Workspace.view(path) as store:
        return content(store), store._conn.rows("SELECT weight FROM whole"), store.history()


def test_the_same_workspace_comes_back_with_its_undo(path, tmp_path, capsys):
    folder, new = tmp_path / "导出", tmp_path / "新.nianbao"

    assert cli.main(["export-open", "-w", str(path), str(folder)]) == 0
    assert cli.main(["import-open", "-w", str(new), str(folder)]) == 0

    assert whole(new) == whole(path)
    with Workspace.open(new) as store:
        assert store.redo() == "试"
    assert "已重建" in capsys.readouterr().out


def test_anybody_can_read_it(path, tmp_path):
    with Workspace.view(path) as store:
        store.write_open(tmp_path / "导出")
        (original,) = store.originals()
        assert next((tmp_path / "导出" / "原件").iterdir()).read_bytes() == (
            store.original(original.sha256).data
        )
    with (tmp_path / "导出" / "数据.csv").open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert {"2025", "2026"} == {row["年度"] for row in rows}
    if os.name != "nt":
        files = [one for one in (tmp_path / "导出").rglob("*") if one.is_file()]
        assert {one.stat().st_mode & 0o777 for one in files} == {0o600}


@pytest.mark.parametrize(
    ("value", "said"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5.6", "-5.6"), ("+x", "'+x"), (3, 3)]
)
def test_no_cell_is_a_formula(value, said):
    assert open_format._tame(value) == said


@pytest.mark.parametrize("fault", ["missing", "half", "newer", "no original"])
def test_what_is_not_whole_makes_no_workspace(path, tmp_path, fault):
    folder = tmp_path / "导出"
    with Workspace.view(path) as store:
        store.write_open(folder)
    all_ = folder / open_format.ALL
    match fault:
        case "missing":
            all_.unlink()
        case "half":
            all_.write_bytes(all_.read_bytes()[:500])
        case "newer":
            whole_ = json.loads(all_.read_bytes())
            all_.write_text(json.dumps(whole_ | {"version": 99}), encoding="utf-8")
        case _:
            next((folder / "原件").iterdir()).unlink()

    with pytest.raises(InputError):
        open_format.read(folder, tmp_path / "新.nianbao")

    assert not (tmp_path / "新.nianbao").exists()
