"""Exports: a Word file beside what is there, with a name that says what is still open."""

import sys
from decimal import Decimal

import pytest
from docx import Document

from nianbao import shipped
from nianbao.actions import editing, exporting
from nianbao.checks.open_items import OpenKind
from nianbao.desk.checked import check
from nianbao.errors import InputError, OutputError
from nianbao.report import flow
from nianbao.views.export_name import default_name, default_place
from tests.actions.printed import begun


@pytest.fixture
def desk(tmp_path):
    with begun(tmp_path) as desk:
        yield desk


def answer_everything(desk):
    pending = [
        figure for figure in desk.figures if figure.year == desk.year and figure.value is None
    ]
    with desk.act("填数") as action:
        figures = [figure.answered(Decimal(7), source="手填") for figure in pending]
        desk.store.save_figures(action, desk.unit, figures)
        report = desk.report.mapped(
            lambda _piece, text: text if "【待" not in text else "二〇二六年"
        )
        desk.store.save_report(action, report)


def test_the_file_holds_what_the_report_says(desk, tmp_path):
    written = exporting.prepare(desk).write(tmp_path / "稿.docx")

    text = "\n".join(paragraph.text for paragraph in Document(written.path).paragraphs)
    expected = flow.text(flow.rendered(desk.report, desk.ledger.values()))
    assert text.replace("\n", "") == expected.replace("\n", "")
    assert written.notices == ()


def test_the_name_says_how_much_is_open(desk):
    items = check(desk).open_items
    assert items.to_fill > 0
    assert items.to_check > 0
    assert default_name(desk) == (
        f"{desk.unit}{desk.year}年法治政府建设年度报告（送审稿，{items.blocks_final}）.docx"
    )


def test_the_name_of_a_finished_report_has_no_bracket(desk):
    answer_everything(desk)
    for one in check(desk).open_items.of([OpenKind.UNDECIDED]):
        editing.keep(desk, one.piece)

    assert default_name(desk) == f"{desk.unit}{desk.year}年法治政府建设年度报告.docx"


def test_what_is_there_is_never_overwritten(desk, tmp_path):
    out = tmp_path / "稿.docx"
    out.write_bytes("别人的文件".encode())
    export = exporting.prepare(desk)

    first, second = export.write(out), export.write(out)

    assert out.read_bytes() == "别人的文件".encode()
    assert (first.path.name, second.path.name) == ("稿（2）.docx", "稿（3）.docx")


def test_the_place_proposed_is_free_and_beside_the_workspace(desk):
    first = default_place(desk)
    assert first.parent == desk.place.parent
    first.touch()

    assert default_place(desk).name.endswith("（2）.docx")


@pytest.mark.parametrize("typed", ["稿", "稿.doc", "稿（1.0）"])
def test_a_name_without_the_ending_gets_it(desk, tmp_path, typed):
    written = exporting.prepare(desk).write(tmp_path / typed)

    assert written.path == tmp_path / f"{typed}.docx"
    assert written.path.exists()


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(desk, tmp_path):
    export = exporting.prepare(desk)

    with pytest.raises(OutputError, match="不存在"):
        export.write(tmp_path / "没有" / "稿.docx")
    with pytest.raises(InputError, match="文件名"):
        export.write(type(tmp_path)())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another limit")
def test_a_name_that_is_too_long_is_said_in_a_sentence(desk, tmp_path):
    with pytest.raises(OutputError, match="文件名太长"):
        exporting.prepare(desk).write(tmp_path / ("稿" * 300 + ".docx"))


def test_an_office_may_use_its_own_template(desk, tmp_path):
    template = Document(str(shipped.path("templates", "公文.docx")))
    template.add_paragraph("青岚县专用")
    template.save(tmp_path / "本单位.docx")
    exported, rendered = tmp_path / "稿.docx", tmp_path / "报告.docx"

    exporting.prepare(desk).write(exported, tmp_path / "本单位.docx")
    exporting.render(desk, rendered, template=tmp_path / "本单位.docx")

    for written in (exported, rendered):
        assert Document(written).paragraphs[-1].text == "青岚县专用"
