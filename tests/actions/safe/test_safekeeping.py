"""Backups: made, compared, put back; a file that is none any more is rescued."""

from contextlib import closing
from pathlib import Path

import pytest

from nianbao.actions import editing
from nianbao.actions.safe import safekeeping
from nianbao.actions.safe.safekeeping import BackupDifference
from nianbao.desk.desk import Desk
from nianbao.errors import InputError, OutputError, WorkspaceError
from nianbao.workspace import Workspace
from nianbao.workspace.copies import backup
from tests.actions.desks import UNIT, entry, named


@pytest.fixture
def place(begun):
    begun.close()
    return begun.place


def change(place):
    """Fill one figure and rewrite one entry of the draft."""
    with closing(Desk.open(place)) as desk:
        editing.answer(desk, named(desk, "复议申请新收"), "112")
        piece = entry(desk, "执法案卷评查")
        editing.write(desk, piece, "另写一条。")


def test_a_backup_is_made_once_of_the_same(place, tmp_path):
    second = tmp_path / "U盘"
    made = safekeeping.back_up(place, second)
    assert (made.number, made.why) == (1, "手动")
    assert safekeeping.back_up(place, second) is None
    change(place)
    assert safekeeping.back_up(place, second).number == 2
    assert [one.number for one in safekeeping.backups(place)] == [1, 2]
    assert [one.number for one in backup.listed(second)] == [1, 2]
    assert safekeeping.files_of(place) == [place, backup.folder_of(place)]


def test_what_there_is_of_a_workspace(place, tmp_path):
    assert safekeeping.files_of(place) == [place]
    assert safekeeping.files_of(tmp_path / "没有.nianbao") == []


def test_a_second_place_that_cannot_be_written_is_said(place, tmp_path):
    taken = tmp_path / "占着"
    taken.write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="另一处的备份没有做成") as refused:
        safekeeping.back_up(place, taken)
    assert refused.value.do == "请换一个位置，再备份一次。"
    assert len(safekeeping.backups(place)) == 1


def test_nothing_is_put_back_on_a_share_that_is_cut_off(place, tmp_path, cut_off):
    cut_off(tmp_path / "共享")

    with pytest.raises(WorkspaceError, match="写不进去"):
        safekeeping.restore(tmp_path / "共享" / "甲.nianbao", place)


def test_what_is_different_is_counted_by_year(place):
    safekeeping.back_up(place)
    (first,) = safekeeping.backups(place)
    assert safekeeping.changes(place, first.path) == ["内容相同。"]
    change(place)
    assert safekeeping.changes(place, first.path) == [f"{UNIT}2026年度：有1条文字、1个数不同"]


def test_a_year_that_is_on_one_side_only_is_said(place):
    safekeeping.back_up(place)
    (full,) = safekeeping.backups(place)
    with Workspace.open(place) as store:
        assert store.undo() == "建立2026年度"
    assert safekeeping.changes(place, full.path) == [f"{UNIT}2026年度：现在没有，恢复后会有"]
    assert safekeeping.changes(full.path, place) == [f"{UNIT}2026年度：备份里没有，恢复后就没有了"]
    assert safekeeping.changes(place, place.with_name("没有.nianbao"))[0].startswith("没有找到文件")


NOW = {("甲县", 2025): ({"e1": "甲", "e2": "乙"}, {"数": "known 1"}), ("甲县", 2024): ({}, {})}


@pytest.mark.parametrize(
    ("then", "found"),
    [
        (NOW, []),
        ({}, [(2025, True, False, 2, 1), (2024, True, False, 0, 0)]),
        (
            {**NOW, ("甲县", 2025): ({"e1": "甲", "e3": "丙"}, {"数": "known 1", "又": "pending"})},
            [(2025, True, True, 2, 1)],
        ),
        ({**NOW, ("甲县", 2026): ({}, {})}, [(2026, False, True, 0, 0)]),
        ({**NOW, ("甲县", 2024): ({}, {"数": "known 2"})}, [(2024, True, True, 0, 1)]),
    ],
)
def test_two_states_are_compared_newest_year_first(then, found):
    assert [
        (one.year, one.here, one.there, one.entries, one.figures)
        for one in safekeeping.compared(NOW, then)
    ] == found
    assert [
        (one.year, one.there, one.here, one.entries, one.figures)
        for one in safekeeping.compared(then, NOW)
    ] == found


def test_a_difference_in_words():
    one = BackupDifference(unit="甲县", year=2025, here=True, there=True, entries=3, figures=2)
    assert str(one) == "甲县2025年度：有3条文字、2个数不同"


def test_what_is_put_back_was_backed_up_before(place):
    safekeeping.back_up(place)
    change(place)
    first = safekeeping.the_backup(place, 1)
    assert safekeeping.restore(place, first) is None
    assert safekeeping.changes(place, first) == ["内容相同。"]
    assert [(one.number, one.why) for one in safekeeping.backups(place)] == [
        (1, "手动"),
        (2, "恢复前"),
    ]
    assert safekeeping.the_backup(place, None).name.startswith("0002_")


def test_a_file_that_is_none_any_more_gets_another_name(place):
    safekeeping.back_up(place)
    backup_ = safekeeping.the_backup(place, None)
    damaged = place.read_bytes()[:1000]
    place.write_bytes(damaged)
    aside = safekeeping.restore(place, backup_)
    assert aside.read_bytes() == damaged
    assert aside.name == f"{place.stem}-损坏.nianbao"
    assert safekeeping.changes(place, backup_) == ["内容相同。"]


def test_without_a_backup_of_what_is_there_nothing_is_put_back(place, tmp_path):
    safekeeping.back_up(place)
    wanted = safekeeping.the_backup(place, 1).rename(tmp_path / "旧.nianbao")
    change(place)
    there = place.read_bytes()
    folder = backup.folder_of(place)
    folder.rename(tmp_path / "别处")
    folder.write_text("占着", encoding="utf-8")
    with pytest.raises(OutputError, match="备份没有做成") as refused:
        safekeeping.restore(place, wanted)
    assert refused.value.do == "现在的样子没有备份，所以没有恢复。"
    assert place.read_bytes() == there


def test_where_there_is_no_file_a_backup_becomes_one(place):
    safekeeping.back_up(place)
    place.unlink()
    assert safekeeping.restore(place, safekeeping.the_backup(place, 1)) is None
    assert place.exists()


@pytest.mark.parametrize(("number", "said"), [(7, "没有找到第7号备份。"), (None, "没有找到备份。")])
def test_a_backup_that_is_not_there_is_said(place, number, said):
    with pytest.raises(InputError) as refused:
        safekeeping.the_backup(place, number)
    assert refused.value.what == said
    assert refused.value.do == f"备份在“{backup.folder_of(place)}”里，共0份。"


def test_what_is_damaged_is_told_from_what_is_only_held(place):
    place.write_bytes(b"")
    with pytest.raises(WorkspaceError) as refused:
        Workspace.open(place)
    assert safekeeping.is_damage(refused.value)
    assert not safekeeping.is_damage(OutputError("甲。", do="乙。"))


def test_the_content_of_a_workspace_is_its_texts_and_values(place):
    found = safekeeping.content_of(place)
    assert sorted(found) == [(UNIT, 2025), (UNIT, 2026)]
    texts, values = found[UNIT, 2026]
    assert any("建立" not in text and "法治政府建设年度报告" in text for text in texts.values())
    assert set(values.values()) == {"pending None"}
    with Workspace.open(place) as store:
        report = store.report(UNIT, 2026)
    pieces = [*report.front, *report.back, *report.walk()]
    pieces += [entry for section in report.walk() for entry in section.entries]
    assert set(texts) == {piece.id for piece in pieces}


def test_all_of_it_goes_out_in_open_formats_and_comes_back(place, tmp_path):
    folder, again = tmp_path / "导出", tmp_path / "又.nianbao"
    safekeeping.write_open(place, folder)
    safekeeping.read_open(folder, again)
    assert safekeeping.changes(place, again) == ["内容相同。"]
    assert isinstance(folder, Path)


def test_what_can_still_be_read_is_rescued(place, tmp_path):
    rescued = safekeeping.rescue(place, tmp_path / "救.nianbao")
    assert {one.lost for one in rescued} == {0}
    assert safekeeping.changes(place, tmp_path / "救.nianbao") == ["内容相同。"]
    assert "报告：带过来2" in [str(one) for one in rescued]
