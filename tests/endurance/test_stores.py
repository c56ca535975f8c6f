"""Each kind of hostile workspace ends as it should, by the commands: opened whole, or refused in
plain words and left as it is; and a backup can take its place."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from nianbao import cli
from nianbao.actions.probes import driving
from nianbao.desk.desk import Desk
from nianbao.errors import WorkspaceError
from nianbao.workspace.rows.tables import seal
from tests.endurance.attacks.stores import KINDS, forge, journal_naming

STEPS = "import\nyear\nedits 2\nfigures 2\nbackup"


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A workspace with two years, a history and a backup."""
    folder = tmp_path_factory.mktemp("good")
    steps = folder.with_name("steps")
    steps.write_text(STEPS, encoding="utf-8")
    driving.drive(folder, steps)
    return folder


@pytest.fixture
def folder(tmp_path, good):
    shutil.copytree(good, tmp_path / "w")
    return tmp_path / "w"


def _state(folder):
    """Return what is in a folder, without what a lock leaves."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.stat().st_size < 1 << 30
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_hostile_workspace_ends_as_it_should(folder, capsys, kind):
    place = (folder / driving.STORE).rename(folder / kind.file)
    kind.alter(place)
    before = _state(folder)
    look = ["-w", str(place), "--year", "2026"]

    codes = [cli.main(words) for words in (["history", *look[:2]], ["check", *look])]
    said = capsys.readouterr()

    assert "程序内部" not in said.err
    assert cli.main(["doctor", *look[:2]]) == 0
    if not kind.refused:
        assert codes == [0, 1]  # a draft has findings
        assert said.err == ""
        os.rename(place, folder / driving.STORE)
        assert cli.main(["probe", "verify", str(folder)]) == 0
        return
    assert 1 in codes
    assert kind.refused in said.err
    assert "原有内容没有改动。请" in said.err
    assert _state(folder) == before


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.refused], ids=lambda kind: kind.name
)
def test_a_backup_takes_the_place_of_what_cannot_be_used(folder, capsys, kind):
    place = folder / driving.STORE
    kind.alter(place)
    ruined = _state(folder).get(place.name)

    code = cli.main(["restore", "-w", str(place)])

    said = capsys.readouterr()
    assert "程序内部" not in said.err
    assert code == (0 if kind.restored else 1)
    if kind.restored:
        assert driving.verify(folder) == ""
        kept = [*_state(folder).values(), *_state(folder / "w-备份").values()]
        assert ruined in kept or "恢复前" in said.out


def test_what_lies_beside_a_workspace_reaches_no_other_file(folder, tmp_path, capsys):
    place, other = folder / driving.STORE, tmp_path / "another.txt"
    other.write_text("precious", encoding="utf-8")
    journal_naming(place, other)
    if os.name != "nt":
        place.with_name(f".{place.name}.lock").symlink_to(other)

    assert cli.main(["undo", "-w", str(place)]) == 0

    assert other.read_text(encoding="utf-8") == "precious"
    assert cli.main(["redo", "-w", str(place)]) == 0
    assert cli.main(["probe", "verify", str(folder)]) == 0


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("content", [b"precious", b""])
def test_no_backup_takes_the_place_of_another_file_that_a_link_leads_to(
    folder, tmp_path, capsys, content
):
    place, other = folder / driving.STORE, tmp_path / "another.txt"
    other.write_bytes(content)
    place.unlink()
    place.symlink_to(other)

    assert cli.main(["restore", "-w", str(place)]) == 1

    assert "只是一个链接" in capsys.readouterr().err
    assert place.is_symlink()
    assert other.read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == ["another.txt", "w"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_damaged_workspace_that_a_link_leads_to_is_restored_where_it_is(folder, tmp_path):
    place, real = folder / driving.STORE, tmp_path / "real.nianbao"
    data = place.read_bytes()
    real.write_bytes(data[: len(data) // 2])
    place.unlink()
    place.symlink_to(real)

    assert cli.main(["restore", "-w", str(place)]) == 0

    assert place.is_symlink()
    assert driving.verify(folder) == ""


@pytest.mark.skipif(os.name == "nt", reason="all names are Unicode there")
def test_a_file_whose_name_is_not_utf_8_is_salvaged(folder):
    place = os.fsencode(folder) + b"/\xb9\xe3.nianbao"
    os.rename(folder / driving.STORE, place)

    words = ["restore", "-w", os.fsdecode(place), "--salvage", str(folder / "new.nianbao")]
    assert cli.main(words) == 0


@pytest.mark.skipif(os.name == "nt", reason="no pipes among files")
def test_a_pipe_among_the_backups_is_waited_for_by_nobody(folder, tmp_path, capsys):
    place, pipe = folder / driving.STORE, tmp_path / "pipe"
    os.mkfifo(folder / "w-备份" / "9999_20260101-000000_手动.nianbao")
    os.mkfifo(pipe)

    assert cli.main(["backup", "-w", str(place)]) == 0
    assert cli.main(["restore", "-w", str(place), "9999"]) == 1
    assert cli.main(["restore", "-w", str(pipe), "--salvage", str(tmp_path / "n.nianbao")]) == 1
    assert "程序内部" not in capsys.readouterr().err


def test_a_workspace_that_cannot_be_shown_is_let_go_of(folder, monkeypatch):
    monkeypatch.setattr(Desk, "_settle", lambda self: 1 / 0)
    place = folder / driving.STORE

    with pytest.raises(ZeroDivisionError):
        Desk.open(place)

    monkeypatch.undo()
    Desk.open(place).close()
    assert not [name for name in os.listdir(folder) if name.endswith(".lock")]


def _with_a_strange_history(place):
    """Let the last step say that it put in all there is."""
    forge(place, "change", first_row=1, last_row=1 << 62)


def _with_what_the_history_does_not_know(place):
    """Put in what hangs on a report that undoing takes out."""
    row = (9999, "青岚县", 2026, "kept", "x", "")
    with closing(sqlite3.connect(place, isolation_level=None)) as conn:
        conn.execute("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, seal(9999, row[1:])))
        conn.execute("UPDATE whole SET weight = weight + ?", (seal(9999, row[1:]),))


def _with_rows_of_another_table(place):
    """Let the history keep what no table has."""
    forge(place, "change", rows='[{"row_id": 1, "wonder": 2}]', op="update")


@pytest.mark.parametrize(
    "alter",
    [_with_a_strange_history, _with_what_the_history_does_not_know, _with_rows_of_another_table],
)
def test_a_step_that_cannot_be_taken_back_is_refused_in_words(folder, capsys, alter):
    place = folder / driving.STORE
    alter(place)

    codes = {cli.main(["undo", "-w", str(place)]) for _ in range(9)}

    said = capsys.readouterr().err
    assert codes - {0} == {1}
    assert "不合常理" in said
    assert "程序内部" not in said
    Desk.open(place).close()


def test_salvage_leaves_out_what_breaks_a_condition_and_says_so(folder, capsys):
    place = folder / driving.STORE
    forge(place, "report", raw=7)

    assert cli.main(["restore", "-w", str(place), "--salvage", str(folder / "new.nianbao")]) == 1

    said = capsys.readouterr()
    assert "报告：带过来2，损坏2" in said.out
    assert "程序内部" not in said.err
    Desk.open(folder / "new.nianbao").close()


def test_a_file_too_large_is_refused_before_it_is_taken_into_memory(folder):
    """Also where its rows are left to be looked at later, as the window does."""
    place = folder / driving.STORE
    forge(place, "original", data=bytes(65 << 20))

    with pytest.raises(WorkspaceError, match="长得不正常"):
        Desk.open(place, write_behind=True)


def test_salvage_brings_over_no_nonsense(folder, capsys):
    place = folder / driving.STORE
    forge(place, "section", level=b"x")

    assert cli.main(["restore", "-w", str(place), "--salvage", str(folder / "new.nianbao")]) == 1

    assert "，损坏" in capsys.readouterr().out
    try:
        Desk.open(folder / "new.nianbao").close()
    except WorkspaceError as error:
        pytest.fail(str(error))
