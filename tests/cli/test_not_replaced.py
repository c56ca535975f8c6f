"""No command replaces a file that it was not told to replace; an original never."""

import docx
import pytest
from tests.cli.reports import LINES

from nianbao.actions.figures import ledger
from nianbao.desk.opening import opened


@pytest.mark.parametrize("out", ["去年.txt", "w.nianbao"])
def test_the_draft_is_never_written_over_its_source(run, last_year, out, tmp_path):
    run("import", last_year, "-w", "w.nianbao")
    before = (tmp_path / out).read_bytes()

    code, _, err = run("draft", last_year, "-w", "w.nianbao", "-o", out)

    assert (code, "不能用初稿盖掉" in err) == (1, True)
    assert (tmp_path / out).read_bytes() == before


def test_a_draft_reads_as_it_does_when_written_again_later(run, last_year, tmp_path):
    """What the user set in an earlier year (a department) stands in the draft at once."""
    assert run("import", last_year, "-w", "w.nianbao")[0] == 0
    with opened(tmp_path / "w.nianbao") as desk:
        ledger.describe(desk, "行政复议申请新收数", department="信访局")
    following = tmp_path / "今年.txt"
    text = "\n".join(LINES).replace("2026", "2027").replace("2025", "2026").replace("83件", "97件")
    following.write_text(text, encoding="utf-8")

    assert run("draft", following, "-w", "w.nianbao", "-o", "a.docx")[0] == 0
    assert run("render", "-w", "w.nianbao", "--year", 2027, "-o", "b.docx")[0] == 0

    draft, again = run("text", "a.docx")[1], run("text", "b.docx")[1]
    assert draft == again
    assert "行政复议申请新收数（件，信访局；上年97）" in draft


def test_a_file_that_is_not_ours_is_not_replaced_unasked(run, last_year, tmp_path):
    assert run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")[0] == 0
    own = tmp_path / "自己写的.docx"
    docx.Document().save(own)
    before = own.read_bytes()

    code, _, err = run("render", "-w", "w.nianbao", "--year", 2026, "-o", own)
    assert (code, own.read_bytes()) == (1, before)
    assert "已经有了" in err
    assert run("render", "-w", "w.nianbao", "--year", 2026, "-o", own, "--force")[0] == 0
    assert own.read_bytes() != before
    assert run("render", "-w", "w.nianbao", "--year", 2026, "-o", "a.docx")[0] == 0  # ours


def test_a_draft_that_was_changed_in_word_is_not_replaced_unasked(run, last_year, tmp_path):
    assert run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")[0] == 0
    document = docx.Document(tmp_path / "a.docx")
    document.core_properties.last_modified_by = "王某"
    document.save(tmp_path / "a.docx")

    code, _, err = run("render", "-w", "w.nianbao", "--year", 2026, "-o", "a.docx")
    assert code == 1
    assert "后来改过" in err


def test_an_original_is_never_replaced(run, last_year, tmp_path):
    assert run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")[0] == 0
    copy = tmp_path / "原件.docx"
    copy.write_bytes(last_year.read_bytes())

    code, _, err = run("render", "-w", "w.nianbao", "--year", 2026, "-o", copy, "--force")
    assert (code, copy.read_bytes()) == (1, last_year.read_bytes())
    assert "往年报告" in err


def test_an_earlier_demo_stays_whole(run, tmp_path):
    assert run("demo", "-o", "a.docx")[0] == 0
    before = (tmp_path / "a.nianbao").read_bytes()

    assert run("demo", "-o", "a.docx")[0] == 1
    assert (tmp_path / "a.nianbao").read_bytes() == before
    assert run("demo")[0] == run("demo")[0] == 0
    assert len(list((tmp_path / "年报助手-示范").glob("*.nianbao"))) == 2
