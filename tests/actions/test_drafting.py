"""From a file to a draft in one go: all of it, or nothing is changed."""

from pathlib import Path

import pytest
from docx import Document

from nianbao.actions import correcting, drafting, exporting
from nianbao.actions.drafting import Wanted, draft
from nianbao.actions.importing import import_report
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.errors import InputError, NianbaoError
from nianbao.workspace import Workspace
from tests.actions.desks import UNIT, lines
from tests.actions.stored import last_year


@pytest.fixture
def source():
    return reading.from_bytes("\n".join(lines(2025)).encode(), "2025.txt")


def test_a_draft_lies_beside_a_new_workspace(source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = draft(source)
    assert (made.unit, made.year) == (UNIT, 2026)
    assert made.document == Path(f"{UNIT}2026年法治政府建设年度报告（初稿）.docx")
    assert made.workspace == made.document.with_suffix(".nianbao")
    assert made.document.exists()
    assert not made.imported.already
    assert len(made.pending) == 5
    assert all(one.startswith("【待填：") for one in made.pending)
    assert "待核" in made.others
    assert any(change.rule == "year_shifted" for change in made.changes)
    with Workspace.open(made.workspace) as store:
        assert [info.year for info in store.reports()] == [2025, 2026]
        assert [step.name for step in store.history()] == [
            "建立2026年度",
            "导入2025年度报告“2025.txt”",
        ]


def test_a_file_that_was_imported_before_is_not_imported_again(source, tmp_path):
    place = tmp_path / "w.nianbao"
    first = draft(source, Wanted(out=tmp_path / "一.docx"), workspace=place)
    with Workspace.open(place) as store:
        store.undo()
    second = draft(source, Wanted(out=tmp_path / "二.docx", year=2026), workspace=place)
    assert second.imported.already
    assert (second.unit, second.year) == (first.unit, first.year)
    assert second.pending == first.pending


def test_what_was_said_to_be_no_figure_is_not_asked_about_in_a_draft(tmp_path):
    place = tmp_path / "w.nianbao"
    with Workspace.create(place) as store:
        import_report(Desk(store), last_year(2024, 83, 11))
        at = next(n for n, one in enumerate(store.mentions(UNIT, 2024)) if one.text == "11件")
        correcting.reject(Desk(store), 2024, at)

    made = draft(last_year(2025, 97, 13), Wanted(out=tmp_path / "稿.docx"), workspace=place)

    text = "".join(one.text for one in Document(made.document).paragraphs)
    assert "其中纠错案件13件" in text
    assert "新收行政复议申请【待填：" in text


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"year": 2030}, "是2025年度的报告，不是2029年度的。"),
        ({}, "2026年度"),
        ({"final": True}, "2026年度"),
    ],
)
def test_what_cannot_be_leaves_an_existing_workspace_as_it_was(source, tmp_path, wanted, said):
    place = tmp_path / "w.nianbao"
    draft(source, Wanted(out=tmp_path / "一.docx"), workspace=place)
    before = place.read_bytes()
    with pytest.raises(NianbaoError) as refused:
        draft(source, Wanted(out=tmp_path / "二.docx", **wanted), workspace=place)
    assert said in refused.value.what
    assert place.read_bytes() == before
    assert not (tmp_path / "二.docx").exists()


def test_a_final_copy_is_refused_and_leaves_nothing_behind(source, tmp_path):
    with pytest.raises(InputError, match="还不能定稿：还有待报4项") as refused:
        draft(
            source, Wanted(out=tmp_path / "一.docx", final=True), workspace=tmp_path / "w.nianbao"
        )
    assert refused.value.do == "送审稿随时可以出：去掉--final即可。"
    assert list(tmp_path.iterdir()) == []


def test_neither_the_source_nor_the_workspace_is_written_over(tmp_path):
    path = tmp_path / "2025.txt"
    path.write_text("\n".join(lines(2025)), encoding="utf-8")
    source = reading.open_source(path)
    for out in (path, tmp_path / "w.nianbao"):
        with pytest.raises(InputError, match=f"“{out.name}”不能用初稿盖掉"):
            draft(source, Wanted(out=out, force=True), workspace=tmp_path / "w.nianbao")
    assert [one.name for one in tmp_path.iterdir()] == ["2025.txt"]


def test_a_file_that_is_not_ours_is_replaced_only_by_force(source, tmp_path):
    out, place = tmp_path / "一.docx", tmp_path / "w.nianbao"
    out.write_bytes(b"somebody's")
    with pytest.raises(InputError, match="不是年报助手写的"):
        draft(source, Wanted(out=out), workspace=place)
    assert out.read_bytes() == b"somebody's"
    draft(source, Wanted(out=out, force=True), workspace=place)
    assert out.read_bytes()[:2] == b"PK"
    with Desk.open(place).store as store:
        exporting.assure_free(Desk(store), out, force=False)  # it is ours now
        out.write_bytes(out.read_bytes() + b"\0")
        with pytest.raises(InputError, match="或者后来改过"):
            exporting.assure_free(Desk(store), out, force=False)
        out.write_bytes("\n".join(lines(2025)).encode())
        with pytest.raises(InputError, match="是导入过的往年报告，不能盖掉"):
            exporting.assure_free(Desk(store), out, force=True)
        exporting.assure_free(Desk(store), tmp_path / "没有.docx", force=False)


def test_a_name_is_taken_when_a_workspace_has_it(tmp_path):
    path = tmp_path / "甲.docx"
    path.touch()
    (tmp_path / "甲（2）.nianbao").touch()
    assert drafting._free(path).name == "甲（3）.docx"


def test_the_report_of_a_desk_is_written_with_another_profile(begun, tmp_path):
    own, other = tmp_path / "甲.docx", tmp_path / "乙.docx"
    exporting.render(begun, own)
    exporting.render(begun, other, profile="npc_report")

    title = f"{UNIT}{begun.year}年法治政府建设年度报告"
    assert Document(own).paragraphs[0].text == title
    assert [one.text for one in Document(other).paragraphs][:3] == [
        "【待填：发文字号】",
        title,
        "【待填：主送机关】",
    ]
    assert begun.report.profile != "npc_report"  # only the copy has it


def test_what_may_not_be_written_leaves_the_file_that_is_there(begun, tmp_path):
    out = tmp_path / "甲.docx"
    exporting.render(begun, out)
    plain, workspace = out.read_bytes(), begun.place.read_bytes()

    with pytest.raises(InputError, match="不能定稿"):
        exporting.render(begun, out, final=True)
    with pytest.raises(InputError, match="不能用初稿盖掉"):
        exporting.render(begun, begun.place)

    assert (out.read_bytes(), begun.place.read_bytes()) == (plain, workspace)


def test_the_sample_is_drafted_beside_what_an_earlier_demo_left(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "安澜县2026年法治政府建设年度报告（初稿）"
    earlier = Path("年报助手-示范") / f"{name}.nianbao"
    earlier.parent.mkdir()
    earlier.touch()
    made = drafting.demo()
    assert (made.unit, made.year) == ("安澜县", 2026)
    assert made.document == earlier.with_name(f"{name}（2）.docx")
    assert made.document.exists()
    assert made.workspace == earlier.with_name(f"{name}（2）.nianbao")
    assert made.workspace.exists()
    assert earlier.stat().st_size == 0
    assert len(made.pending) > 10


def test_a_demo_that_cannot_be_written_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("年报助手-示范").write_text("占着", encoding="utf-8")
    with pytest.raises(NianbaoError):
        drafting.demo()
    assert Path("年报助手-示范").read_text(encoding="utf-8") == "占着"
