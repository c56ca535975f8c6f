"""Backups: which are due, which are kept, and that each can take the place of the workspace."""

import os
import shutil
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace.files import report

from nianbao.workspace import Workspace
from nianbao.workspace.copies import backup
from nianbao.workspace.copies.backup import Backup

NOON = datetime(2026, 3, 1, 12)


def every(step, count, *, begin=NOON):
    return [Backup(number=n, at=begin + step * n, why="定时") for n in range(1, count + 1)]


def kept(backups):
    gone = {one.number for one in backup.surplus(backups)}
    return [one for one in backups if one.number not in gone]


def test_names_tell_number_time_and_reason(tmp_path):
    one = Backup(number=12, at=datetime(2026, 9, 30, 18, 30), why="导入 a/b?前")

    assert one.name == "0012_20260930-183000_导入-a-b-前.nianbao"
    assert backup.named(tmp_path / one.name).number == 12
    assert backup.named(tmp_path / "0012_20269930-183000_x.nianbao") is None
    assert backup.named(tmp_path / "别的.nianbao") is None


def test_all_of_two_days_stay():
    assert kept(every(timedelta(minutes=30), 90)) == every(timedelta(minutes=30), 90)


def test_older_ones_stay_by_day_week_and_month():
    made = every(timedelta(hours=6), 4 * 400)
    ages = [(made[-1].at - one.at).days for one in kept(made)]

    assert sum(age < 2 for age in ages) >= 8
    assert {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13} <= set(ages)
    assert max(ages) >= 8 * 30
    assert len(ages) < 50


def test_ten_stay_however_old():
    made = every(timedelta(days=50), 30)

    assert kept(made)[-10:] == made[-10:]


@pytest.mark.parametrize("jump", [3652, -365, -20000, 4300])
def test_a_clock_that_jumps_takes_nothing_away(jump):
    before = every(timedelta(minutes=30), 80)
    there = [
        Backup(number=80 + n, at=before[-1].at + timedelta(days=jump, hours=n), why="")
        for n in range(1, 4)
    ]
    back = [
        Backup(number=83 + n, at=before[-1].at + timedelta(hours=4, minutes=n), why="")
        for n in range(1, 4)
    ]

    for made in (before + there, before + there + back):
        assert kept(made) == made


@given(st.lists(st.datetimes(datetime(1971, 1, 1), datetime(2037, 1, 1)), max_size=60))
def test_whatever_the_clock_says_the_newest_ten_stay_and_thinning_twice_is_thinning_once(times):
    made = [Backup(number=n, at=at, why="") for n, at in enumerate(times)]
    left = kept(made)

    assert left[-10:] == made[-10:]
    assert kept(left) == left or len(kept(left)) >= 10


@pytest.mark.parametrize(
    ("changed", "last", "due"),
    [
        (None, None, False),
        (None, NOON - timedelta(days=1), False),
        (NOON, None, True),
        (NOON, NOON - timedelta(minutes=29), False),
        (NOON, NOON - timedelta(minutes=31), True),
        (NOON, NOON, False),
        (NOON, NOON + timedelta(days=400), True),
    ],
)
def test_when_one_is_due(changed, last, due):
    assert backup.due(changed, last, NOON) is due


@pytest.fixture
def store(tmp_path):
    with Workspace.create(tmp_path / "安澜县.nianbao") as made:
        with made.act("导入") as action:
            made.save_report(action, report())
        yield made


def test_a_backup_holds_what_the_workspace_holds(store):
    made = store.backups.make("导入前")

    with Workspace.open(made.path) as copy:
        assert copy.report(report().unit, report().year) == report()
        assert copy.history() == store.history()
    assert store.backups.listed()[0].number == 1
    assert store.backups.make("又一次") is None  # nothing is new
    if os.name != "nt":
        assert made.path.stat().st_mode & 0o777 == 0o600
        assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_it_is_made_within_an_action_before_anything_is_written(store):
    with store.act("建立年度") as action:
        made = store.backups.make("建立年度前")
        store.save_report(action, report("改过"))

    with Workspace.view(made.path) as copy:
        assert copy.report(report().unit, report().year) == report()


def test_a_change_makes_one_due(store):
    assert store.backups.is_due()
    assert store.backups.make("定时") is not None
    assert not store.backups.is_due()


def test_the_second_place_gets_them_too(store, tmp_path):
    store.backups.second_place = tmp_path / "U盘"

    store.backups.make("导入前")

    assert len(backup.listed(tmp_path / "U盘")) == 1


def test_when_none_can_be_made_work_goes_on_and_it_is_said(store, tmp_path):
    first = store.backups.make("导入前")
    shutil.copyfile(first.path, tmp_path / "kept")
    store.backups.second_place = tmp_path / "kept" / "no folder"
    with store.act("改") as action:
        store.save_report(action, report("改过"))

    store.backups.make("又一次")

    assert "备份没有做成" in store.backups.failure
    assert len(store.backups.listed()) == 2  # the near place does not suffer
    assert first.path.read_bytes() == (tmp_path / "kept").read_bytes()


def test_what_a_killed_program_left_is_swept(store):
    store.backups.folder.mkdir()
    left = store.backups.folder / ".0001_20260101-000000_x.nianbao.new"
    left.write_bytes(b"half")

    store.backups.make("导入前")

    assert not left.exists()


def test_two_workspaces_do_not_thin_each_others_backups_on_one_stick(store, tmp_path):
    stick = tmp_path / "U盘"
    store.backups.second_place = stick
    store.backups.make("导入前")
    with Workspace.create(tmp_path / "别的.nianbao") as other:
        with other.act("导入别的") as action:
            other.save_report(action, report())
        other.backups.second_place = stick
        other.backups.make("导入前")

        assert [one.path.parent for one in other.backups.far()] == [stick / "别的-备份"]
    assert [one.path.parent for one in store.backups.far()] == [stick]
    with store.act("改") as action:
        store.save_report(action, report("改过"))
    store.backups.make("又一次")
    assert [one.number for one in store.backups.far()] == [2, 1]


def test_a_missing_stick_makes_no_backup_due_again(store, tmp_path):
    (tmp_path / "占着").write_bytes(b"")
    store.backups.second_place = tmp_path / "占着" / "U盘"

    assert store.backups.make("定时") is not None
    assert "另一处" in store.backups.failure
    assert not store.backups.is_due()


def test_a_stick_that_is_not_plugged_in_leaves_no_folder(store, tmp_path):
    store.backups.second_place, store.backups.second_is_there = tmp_path / "U盘", True

    store.backups.make("导入前")

    assert "没有插上" in store.backups.failure
    assert not (tmp_path / "U盘").exists()
    assert len(store.backups.listed()) == 1


def test_a_second_place_on_a_share_that_is_cut_off_is_said(store, tmp_path, cut_off):
    store.backups.second_place, store.backups.second_is_there = tmp_path / "共享", True
    cut_off(tmp_path / "共享")

    assert store.backups.make("导入前") is not None

    assert "没有插上" in store.backups.failure
