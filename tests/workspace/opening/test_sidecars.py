"""What lies beside a workspace: moved out of the way, never lost, and put back."""

import os

import pytest

from nianbao.workspace.guard import sidecars

HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "安澜县[1].nianbao"
    path.write_bytes(b"now")
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_name_that_is_free_is_taken_and_another_one_is_numbered(file):
    assert sidecars.beside(file, "-wal").name == "安澜县[1].nianbao-wal"
    other = file.with_name("别的.nianbao")
    assert sidecars.free(other) == other
    assert sidecars.free(file).name == "安澜县[1]-2.nianbao"
    file.with_name("安澜县[1]-2.nianbao").touch()
    assert sidecars.free(file).name == "安澜县[1]-3.nianbao"


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to administrators alone")
def test_the_name_of_a_link_to_nothing_is_not_free(file):
    file.with_name("安澜县[1]-2.nianbao").symlink_to(file.with_name("没有"))
    assert sidecars.free(file).name == "安澜县[1]-3.nianbao"


def test_what_is_set_aside_is_kept_under_another_name(file):
    journal = sidecars.beside(file, "-journal")
    for content in (b"one", b"two"):
        journal.write_bytes(content)
        sidecars.set_aside(file, "-journal", "-wal")
    assert names(file.parent) == [
        "安澜县[1].nianbao",
        "安澜县[1].nianbao-journal-2.移开",
        "安澜县[1].nianbao-journal.移开",
    ]
    assert sidecars.beside(journal, ".移开").read_bytes() == b"one"
    assert file.with_name("安澜县[1].nianbao-journal-2.移开").read_bytes() == b"two"


def test_only_half_made_files_on_the_way_to_this_one_are_swept(file):
    own = [".安澜县[1].nianbao.new", ".安澜县[1]-升级前第1版.nianbao.new-journal"]
    others = [".安澜县1.nianbao.new", ".别的.nianbao.new", "安澜县[1].new", ".安澜县[1].txt.new"]
    for name in own + others:
        file.with_name(name).touch()
    sidecars.sweep(file)
    assert names(file.parent) == sorted([file.name, *others])


@pytest.mark.parametrize("start", [None, b"", b"\0" * 8, HOT[:7]])
def test_without_a_journal_to_play_back_there_is_nothing_to_rescue(file, start):
    if start is not None:
        sidecars.beside(file, "-journal").write_bytes(start)
    before = names(file.parent)
    rescue = sidecars.Rescue(file)
    assert not rescue.possible
    rescue.discard()
    assert names(file.parent) == before


def test_a_file_comes_back_as_it_was_before_its_journal_was_played_back(file):
    journal = sidecars.beside(file, "-journal")
    journal.write_bytes(HOT + b"steps")
    rescue = sidecars.Rescue(file)
    assert rescue.possible
    file.write_bytes(b"played back")
    journal.unlink()

    rescue.without_journal()
    assert file.read_bytes() == b"now"
    assert names(file.parent) == [file.name, "安澜县[1].nianbao-journal.移开"]

    rescue.with_journal()
    assert names(file.parent) == [file.name, journal.name]
    assert journal.read_bytes() == HOT + b"steps"


def test_when_all_went_well_the_copies_are_forgotten(file):
    journal = sidecars.beside(file, "-journal")
    journal.write_bytes(HOT)
    rescue = sidecars.Rescue(file)
    assert len(names(file.parent)) == 4
    rescue.discard()
    assert names(file.parent) == [file.name, journal.name]


def test_where_nothing_can_be_copied_nothing_is_left_and_sqlite_may_go_on(file, monkeypatch):
    sidecars.beside(file, "-journal").write_bytes(HOT)
    before = names(file.parent)

    def full(source, target):
        raise OSError("the disk is full")

    monkeypatch.setattr(sidecars.shutil, "copyfile", full)
    assert not sidecars.Rescue(file).possible
    assert names(file.parent) == before
