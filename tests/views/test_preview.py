"""The preview's paragraphs: what prints, and where each stretch comes from."""

from decimal import Decimal

import pytest
from docx import Document
from docx.shared import Pt
from tests.actions.printed import begun, desk_of
from tests.corpus import REPORTS

from nianbao import shipped
from nianbao.report import flow
from nianbao.report.figures.figure import FigureState
from nianbao.report.page import Align
from nianbao.report.writing import slots
from nianbao.views import preview
from nianbao.views.preview import Face


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with begun(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture(scope="module")
def lines(desk):
    return preview.lines(desk)


def printed(desk):
    return flow.text(flow.rendered(desk.report, desk.ledger.values()))


def test_the_runs_joined_are_what_prints(desk, lines):
    assert "\n".join(line.text for line in lines) == printed(desk)


@pytest.mark.parametrize("source", REPORTS, ids=lambda path: path.stem)
def test_the_runs_of_every_report_joined_are_what_prints(source, tmp_path):
    with desk_of(source, tmp_path) as desk:
        assert "\n".join(line.text for line in preview.lines(desk)) == printed(desk)


def test_every_figure_of_the_text_can_be_found_by_its_name(desk, lines):
    wanted = [
        slot.name
        for line in flow.lines(desk.report)
        for span in line
        for slot in slots.slots(span.text)
        if not slot.is_year
    ]

    named = [run for line in lines for run in line.runs if run.slot_name]
    assert [run.slot_name for run in named] == wanted
    assert all(run.label == desk.ledger.indicators[run.slot_name].label for run in named)
    pieces = {span.piece for line in flow.lines(desk.report) for span in line}
    assert {run.piece for line in lines for run in line.runs} <= pieces


def test_what_is_missing_is_marked_and_nothing_else(lines):
    marked = [run.text for line in lines for run in line.runs if run.mark]

    assert marked
    assert all(text.startswith("【待") and text.endswith("】") for text in marked)
    plain = [run.text for line in lines for run in line.runs if not run.mark]
    assert not any("【待填" in text for text in plain)


def test_a_number_that_is_filled_in_is_no_longer_marked(tmp_path):
    with begun(tmp_path) as desk:
        name = next(
            run.slot_name
            for line in preview.lines(desk)
            for run in line.runs
            if run.mark and run.slot_name
        )
        figure = desk.ledger.figures[name]
        assert figure.state is FigureState.PENDING
        with desk.act("填数") as action:
            desk.store.save_figures(
                action, desk.unit, [figure.answered(Decimal(4321), source="手填")]
            )

        runs = [r for line in preview.lines(desk) for r in line.runs if r.slot_name == name]
        assert runs
        assert not any(run.mark for run in runs)


def test_the_parts_of_a_report_are_set_as_the_standard_says(lines):
    by_kind = {line.kind: line for line in reversed(lines)}

    title, first, body = by_kind["标题"], by_kind["一级标题"], by_kind["导语"]
    assert (title.form.face, title.form.size, title.form.align) == (
        Face.TITLE,
        440,
        Align.CENTRE,
    )
    assert first.form.face == Face.BLACK
    assert (body.form.face, body.form.size, body.form.first) == (Face.BODY, 320, 640)
    assert by_kind["主送机关"].form.first == 0
    assert by_kind["版记"].form.foot
    signature, date = by_kind["发文机关署名"], by_kind["成文日期"]
    assert signature.form.align is date.form.align is Align.RIGHT


def test_a_heading_that_the_text_goes_on_behind_keeps_its_face(tmp_path):
    source = next(path for path in REPORTS if "沐岭县" in path.name)
    with desk_of(source, tmp_path) as desk:
        faces = {
            run.face for line in preview.lines(desk) if line.kind == "正文" for run in line.runs
        }

    assert Face.KAI in faces
    assert "" in faces


def test_control_characters_that_word_cannot_hold_do_not_reach_the_page(tmp_path):
    with begun(tmp_path) as desk:
        report = desk.report
        first = report.front[-1].id
        with desk.act("改") as action:
            changed = report.mapped(
                lambda piece, text: text + "\ufdd1坏\ufdd3\x07" if piece == first else text
            )
            desk.store.save_report(action, changed)
        text = "\n".join(line.text for line in preview.lines(desk))

    assert "坏" in text
    assert "\x07" not in text
    assert "\ufdd1" not in text


def test_an_offices_own_template_reaches_the_preview(desk, tmp_path):
    own = tmp_path / "本县.docx"
    document = Document(str(shipped.path("templates", "公文.docx")))
    next(one for one in document.styles if one.name == "一级标题").font.size = Pt(18)
    document.sections[-1].right_margin += Pt(20)
    document.save(str(own))

    ours, theirs = preview.lines(desk), preview.lines(desk, own)

    first = next(line for line in theirs if line.kind == "一级标题")
    assert first.form.size == 360
    assert {line.page.text_width for line in theirs} == {ours[0].page.text_width - 400}
    assert [line.text for line in theirs] == [line.text for line in ours]
