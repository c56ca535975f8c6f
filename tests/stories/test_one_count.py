"""However one asks how much is open: on the screen, in names, in commands, it is the same."""

import json
import re

import pytest

from nianbao import checks, cli
from nianbao.actions import editing, exporting, offering
from nianbao.actions import findings as answers
from nianbao.checks.open_items import FIGURES, IN_TEXT, PRINTED, OpenKind
from nianbao.desk import offers
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.report.writing import placeholder, slots
from nianbao.views import open_items, preview, promises
from nianbao.views.export_name import default_name
from nianbao.views.form import finding_rows, findings, outline
from nianbao.views.ledger import tables
from tests.given import SAMPLE


@pytest.fixture
def said(capsys):
    def run(*words):
        code = cli.main([str(word) for word in words])
        return code, capsys.readouterr().out

    return run


@pytest.fixture
def draft(tmp_path, said):
    code, out = said("draft", SAMPLE, "-w", tmp_path / "w.nianbao", "-o", tmp_path / "a.docx")
    assert code == 0
    return tmp_path / "w.nianbao", out


def number(pattern, text):
    return int(re.search(pattern, text)[1])


def listed(said, place):
    _, out = said("check", "-w", place, "--year", 2026, "--json")
    return json.loads(out)


def agree(desk):
    """Compare everything that counts, on one desk."""
    items = check(desk).open_items
    nodes = outline.outline(desk)
    tops = {id_: node for node in nodes for id_ in [node.section]}
    every = [items.of(OpenKind, pieces_of(desk, section)) for section in tops]
    assert {one for some in every for one in some} == {one for one in items.items if one.piece}
    assert set(items.of(IN_TEXT)) <= {one for some in every for one in some}
    assert [sum(node.counts.values()) for node in nodes] == [len(some) for some in every]

    for node in nodes:
        assert node.word in (f"还有 {node.open}", "√", "无内容")
    status = open_items.status(items)
    assert items.items == () or number(r"还有 (\d+) 处", status) == items.count(*OpenKind)
    assert outline.length(desk.report, desk.ledger) == preview.length(preview.lines(desk))

    shown = findings.findings(desk)
    pending = [one for one in shown if one.finding.rule == checks.PENDING]
    assert len(pending) == items.count(*PRINTED) == items.to_fill + items.to_check
    assert finding_rows.attention(shown) == items.count(OpenKind.FINDING)
    assert sum(finding_rows.counts(shown).values()) == items.count(OpenKind.FINDING)
    rows = finding_rows.rows(shown, (), None)
    groups = {row.key: row.count for row in rows if isinstance(row, finding_rows.FindingGroup)}
    assert groups.get(findings.TO_FILL, 0) == items.count(*PRINTED)
    assert groups.get(OpenKind.PROMISE.value, 0) == items.count(OpenKind.PROMISE)
    ledger = tables.rows(desk)
    for show, kind in (
        (tables.Show.PENDING, OpenKind.PENDING),
        (tables.Show.CARRIED, OpenKind.CARRIED),
    ):
        assert sum(map(show.keeps, ledger)) == items.count(kind)
    tally = promises.tally(desk)
    assert tally.total - tally.answered == items.count(OpenKind.PROMISE)

    assert exporting.prepare(desk).open_items == items
    name = default_name(desk)
    assert items.blocks_final in name
    assert ("送审稿" in name) is bool(items.blocks_final) is bool(items.of(IN_TEXT))
    text = flow.text(flow.rendered(desk.report, desk.ledger.values()))
    assert placeholder.is_open(text) is bool(items.unfinished)
    return items


def pieces_of(desk, section):
    report = desk.report
    if section in ("front", "back"):
        return {one.id for one in (report.front if section == "front" else report.back)}
    (found,) = (one for one in report.walk() if one.id == section)
    return {id_ for one in found.walk() for id_ in (one.id, *(e.id for e in one.entries))}


def piece_with(desk, name):
    (found,) = [
        entry.id
        for section in desk.report.walk()
        for entry in section.entries
        if name in [slot.name for slot in slots.slots(entry.text)]
    ]
    return found


def test_the_counts_agree_from_the_draft_to_the_final_copy(draft, said, tmp_path):
    place, out = draft
    desk = Desk.open(place)
    items = agree(desk)
    assert number(r"待填(\d+)个数", out) == items.count(*FIGURES)
    others = items.said(*(kind for kind in IN_TEXT if kind not in FIGURES))
    assert f"还有{others}。" in out
    name = next(iter(items.of([OpenKind.PENDING]))).figure
    label = desk.ledger.indicators[name].label
    editing.drop(desk, piece_with(desk, name))
    agree(desk)  # the figure of a sentence that is written no longer is nobody's to report
    desk.undo()
    ignored = next(one for one in findings.findings(desk) if one.finding.rule == "S13")
    answers.ignore(desk, ignored.finding)
    items = agree(desk)
    window = findings.findings(desk)
    desk.close()

    command = listed(said, place)
    assert len(command) == items.count(*PRINTED, OpenKind.PROMISE, OpenKind.FINDING)
    assert [(one["rule"], one["where"], one["text"], one["message"]) for one in command] == [
        (one.finding.rule, one.finding.where, one.finding.text, one.finding.message)
        for one in window
        if not one.ignored
    ]
    assert {"S13", "P00"} <= {one["rule"] for one in command}

    _, out = said("render", "-w", place, "--year", 2026, "-o", tmp_path / "r.docx")
    assert f"还有{items.unfinished}，" in out

    values = tmp_path / "values.csv"
    values.write_text(f"{label},7\n", encoding="utf-8")
    _, out = said("fill", "-w", place, "--year", 2026, values)
    left = number(r"还有(\d+)个待填", out)
    assert left == items.count(*FIGURES) - 1

    desk = Desk.open(place)
    for one in agree(desk).of(FIGURES):
        editing.answer(desk, one.figure, "7", sure=True)
    agree(desk)
    while marks := check(desk).open_items.of([OpenKind.CHECK, OpenKind.ELEMENT]):
        piece = check(desk).context.pieces[marks[0].piece]
        source = piece.element.text if piece.element else piece.source
        if piece.is_heading:
            source = piece.trail[-1].title
        editing.write(desk, piece.id, placeholder.replaced(source, lambda _: "三"))
    items = agree(desk)
    assert items.unfinished == ""
    assert "送审稿" in default_name(desk)  # entries that nobody has decided on
    for one in items.of([OpenKind.UNDECIDED]):
        editing.keep(desk, one.piece)
    while new := check(desk).open_items.of([OpenKind.NEW]):  # 三, above
        offering.decline(desk, offers.offer(offers.material(desk, new[0].piece)))
    assert agree(desk).blocks_final == ""
    assert "送审稿" not in default_name(desk)
    desk.close()
    assert said("render", "-w", place, "--year", 2026, "-o", tmp_path / "f.docx", "--final")[0] == 0
    assert "P00" not in {one["rule"] for one in listed(said, place)}


def test_a_file_is_checked_as_a_report_of_the_workspace_is(draft, said, tmp_path):
    _, out = said("check", tmp_path / "a.docx", "--json")
    rules = [one["rule"] for one in json.loads(out)]

    assert "P00" in rules  # a draft that is read again still has its placeholders
