"""A damaged workspace is rescued row by row, a backup put in its place, a twin recognised."""

import random
import shutil

import pytest
from tests.actions.desks import desk

from nianbao import cli
from nianbao.errors import WorkspaceError
from nianbao.workspace import Workspace
from nianbao.workspace.copies import twins
from nianbao.workspace.copies.restoring import put_over
from nianbao.workspace.copies.twins import Kin
from nianbao.workspace.salvage import SalvagedRows, salvage


@pytest.fixture
def path(tmp_path):
    (tmp_path / "年报").mkdir()
    made = desk(tmp_path / "年报")
    made.close()
    return made.place


def entries(store):
    return {
        (info.year, entry.id): entry.text
        for info in store.reports()
        for section in store.report(info.unit, info.year).walk()
        for entry in section.entries
    }


def test_a_sound_file_comes_over_whole(path, tmp_path):
    with Workspace.view(path) as before:
        wanted, figures = entries(before), before.figures(before.reports()[0].unit)

    found = salvage(path, tmp_path / "新.nianbao")

    assert not any(one.lost for one in found)
    with Workspace.open(tmp_path / "新.nianbao") as after:
        assert entries(after) == wanted
        assert after.figures(after.reports()[0].unit) == figures
        assert after.undo()


@pytest.mark.parametrize("seed", range(6))
def test_what_is_damaged_is_told_and_the_rest_is_the_same(path, tmp_path, seed):
    data, rnd = bytearray(path.read_bytes()), random.Random(seed)  # noqa: S311
    for _ in range(1 + 20 * seed):
        data[rnd.randrange(4096, len(data))] ^= 1 << rnd.randrange(8)
    with Workspace.view(path) as before:
        wanted = entries(before)
    hurt = tmp_path / "hurt.nianbao"
    hurt.write_bytes(data)

    found = salvage(hurt, tmp_path / "新.nianbao")

    assert hurt.read_bytes() == data
    lost = sum(one.lost for one in found)
    with Workspace.open(tmp_path / "新.nianbao") as after:
        for key, text in entries(after).items():
            assert wanted.get(key, text) == text
        assert lost or entries(after) == wanted


def test_what_came_over_is_told_and_what_is_lost_only_where_something_is():
    assert str(SalvagedRows(name="报告", kept=2, lost=0)) == "报告：带过来2"
    assert str(SalvagedRows(name="报告", kept=2, lost=1)) == "报告：带过来2，损坏1"


@pytest.mark.parametrize("keep", [100, 5_000, 30_000])
def test_half_a_file_gives_what_it_has_or_says_that_it_has_nothing(path, tmp_path, keep):
    hurt = tmp_path / "hurt.nianbao"
    hurt.write_bytes(path.read_bytes()[:keep])

    try:
        found = salvage(hurt, tmp_path / "新.nianbao")
    except WorkspaceError as error:
        said = str(error)
    else:
        said = "、".join(map(str, found))
    assert "备份" in said or "带过来" in said


def test_a_backup_takes_the_place_and_the_damaged_file_is_kept(path, tmp_path):
    good = tmp_path / "good.nianbao"
    shutil.copyfile(path, good)
    path.write_bytes(path.read_bytes()[:9_000])

    aside = put_over(path, good, keep=True)

    assert aside.stat().st_size == 9_000
    with Workspace.open(path) as store, Workspace.view(good) as source:
        assert entries(store) == entries(source)


def test_a_damaged_backup_takes_no_place(path, tmp_path):
    bad = tmp_path / "bad.nianbao"
    bad.write_bytes(path.read_bytes()[:9_000])
    before = path.read_bytes()

    with pytest.raises(WorkspaceError):
        put_over(path, bad, keep=False)

    assert path.read_bytes() == before


def test_the_commands_back_up_show_and_restore(path, capsys):
    place = ["-w", str(path)]
    assert cli.main(["backup", *place]) == 0
    with Workspace.open(path) as store:
        unit = store.reports()[0].unit
        year = max(info.year for info in store.reports())
        store.undo()
    capsys.readouterr()

    assert cli.main(["restore", *place, "--show"]) == 0
    assert f"{unit}{year}年度：现在没有，恢复后会有" in capsys.readouterr().out
    assert cli.main(["restore", *place]) == 0

    with Workspace.open(path) as store:
        assert store.report(unit, year) is not None
        assert store.backups.listed()[0].why == "恢复前"
    assert cli.main(["backup", *place, "--list"]) == 0
    assert "恢复前" in capsys.readouterr().out


def test_twins_are_recognised(path, tmp_path):
    copy = path.with_name("拷贝.nianbao")
    shutil.copyfile(path, copy)
    with Workspace.open(path) as store:
        assert [twin.kin for twin in store.twins()] == [Kin.SAME]
    _work_on(copy, "改一")
    with Workspace.open(path) as store:
        (twin,) = store.twins()
    assert (twin.kin, twin.steps) == (Kin.NEWER, 1)

    _work_on(path, "改二")
    with Workspace.open(path) as store:
        assert [twin.kin for twin in store.twins()] == [Kin.PARTED]
    assert twins.compare((("a", "1"),), (("b", "1"),)) is Kin.STRANGER


def _work_on(path, name):
    with Workspace.open(path) as store:
        info = store.reports()[0]
        with store.act(name) as action:
            store.keep_version(
                action, info.unit, info.year, name, automatic=False, at="2026-01-01T00:00:00+00:00"
            )
