"""What was undone is not lost when something else is done: it becomes versions."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workspace import made_up
from tests.workspace.files import UNIT
from tests.workspace.made_up import sha256, year_of

from nianbao.report.document import Paragraph
from nianbao.report.figures.figure import Figure, Indicator
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace import Workspace

DATA = b"last year's file" * 40


def write(workspace, year, text, *, name="写", value=None, sections=()):
    with workspace.act(name) as action:
        title = Element(id=f"{year}t", kind=ElementKind.TITLE, text=text)
        made = Report(unit=UNIT, year=year, front=(title,), sections=sections)
        workspace.save_report(action, made)
        if value is not None:
            workspace.save_indicators(action, UNIT, [Indicator(name="数", label="数", unit="件")])
            figure = Figure(indicator="数", year=year).answered(Decimal(value), source="手填")
            workspace.save_figures(action, UNIT, [figure])


def import_(workspace, year=2024):
    with workspace.act("导入") as action:
        workspace.add_original(
            action,
            sha256=sha256(DATA),
            name="去年.docx",
            kind="docx",
            data=DATA,
            unit=UNIT,
            year=year,
        )
        workspace.save_paragraphs(action, sha256(DATA), [Paragraph(text="一段")])
        workspace.save_report(action, Report(unit=UNIT, year=year), sha256=sha256(DATA))


def undone(workspace, year):
    return [info for info in workspace.versions(UNIT, year) if info.name.startswith("撤销掉的")]


years, texts = st.sampled_from([2024, 2025, 2026]), st.text(st.sampled_from("甲乙丙"), max_size=2)


@given(
    st.lists(st.tuples(years, texts, st.integers(0, 3)), min_size=1, max_size=6),
    st.integers(1, 6),
    st.lists(st.tuples(years, texts, st.integers(0, 3)), min_size=1, max_size=3),
)
@settings(max_examples=40)
def test_each_year_that_went_is_held_by_a_version(tmp_path_factory, steps, back, more):
    path = tmp_path_factory.mktemp("w") / "w.nianbao"
    with Workspace.create(path) as workspace:
        for year, text, value in steps:
            write(workspace, year, text, value=value)
        before = {year: year_of(workspace, year) for year in (2024, 2025, 2026)}
        for _ in range(back):
            workspace.undo()
        after = {year: year_of(workspace, year) for year in (2024, 2025, 2026)}
        went = [year for year in before if before[year]["report"] and before[year] != after[year]]
        for year, text, value in more:
            write(workspace, year, f"新{text}", value=value)

        for year in went:
            held = [workspace.version(UNIT, info.id) for info in undone(workspace, year)]
            assert before[year]["report"] in [version.report for version in held]
        for year in went:
            (info, *_) = undone(workspace, year)
            with workspace.act("恢复") as action:
                workspace.restore_version(action, UNIT, info.id)
            assert year_of(workspace, year) == before[year]
            workspace.undo()
        while workspace.undo():
            pass
        while workspace.redo():
            pass
        made_up.check(workspace)
    Workspace.open(path).close()  # every seal is right


def test_an_undone_import_comes_back_with_its_file(workspace):
    import_(workspace)
    workspace.undo()
    write(workspace, 2023, "别的")
    assert workspace.originals() == []

    (info,) = undone(workspace, 2024)
    with workspace.act("恢复") as action:
        workspace.restore_version(action, UNIT, info.id)

    assert workspace.original(sha256(DATA)).data == DATA
    assert workspace.paragraphs(sha256(DATA)) == [Paragraph(text="一段")]
    assert workspace.reports()[-1].sha256 == sha256(DATA)


def test_a_version_whose_file_is_gone_comes_back_without_it(workspace):
    import_(workspace)
    with workspace.act("留") as action:
        workspace.keep_version(action, UNIT, 2024, "送审稿", automatic=False, at="2026-01-01")
    (info,) = workspace.versions(UNIT, 2024)
    workspace.undo()
    workspace.undo()
    write(workspace, 2023, "别的")

    (info,) = [one for one in workspace.versions(UNIT, 2024) if one.name == "送审稿"]
    with workspace.act("恢复") as action:
        workspace.restore_version(action, UNIT, info.id)

    assert workspace.report(UNIT, 2024)
    assert workspace.reports()[-1].sha256 == ""


def test_the_history_says_what_was_kept(workspace):
    write(workspace, 2025, "甲", name="建立2025年度")
    write(workspace, 2025, "甲", name="填数", value=90)
    workspace.undo()
    workspace.undo()
    write(workspace, 2024, "乙", name="导入")

    assert [step.name for step in workspace.history()] == [
        "导入",
        "留存撤销掉的：建立2025年度等2步",
    ]
    assert [info.name for info in workspace.lost_years()] == ["撤销掉的：建立2025年度等2步"]


def test_undoing_what_was_done_instead_and_doing_another_thing_keeps_the_version(workspace):
    write(workspace, 2025, "甲", name="建立2025年度", value=90)
    workspace.undo()
    for number in range(3):
        write(workspace, 2024, str(number), name="写")
        workspace.undo()
        workspace.undo()  # what was kept is taken back too
    write(workspace, 2023, "丙")

    held = [workspace.version(UNIT, info.id) for info in undone(workspace, 2025)]
    assert [figure.value for version in held for figure in version.figures] == [90]
    assert "留存" not in workspace.history()[-1].name.removeprefix("留存")


def test_only_the_last_few_are_kept(workspace):
    write(workspace, 2025, "头")
    for number in range(15):
        write(workspace, 2025, f"第{number}次")
        workspace.undo()
    write(workspace, 2025, "尾")

    held = [workspace.version(UNIT, info.id) for info in undone(workspace, 2025)]
    assert [v.report.front[0].text for v in held] == [f"第{n}次" for n in range(14, 4, -1)]


def test_nothing_is_kept_of_steps_that_changed_no_year(workspace):
    write(workspace, 2025, "甲")
    with workspace.act("命名版本") as action:
        workspace.keep_version(action, UNIT, 2025, "送审稿", automatic=False, at="2026-01-01")
    workspace.undo()
    write(workspace, 2025, "乙")

    assert [info.name for info in workspace.versions(UNIT, 2025)] == ["送审稿"]


def test_what_an_action_put_in_is_told_before_it_is_undone(workspace):
    entries = tuple(Entry(id=f"e{n}", kind=EntryKind.MEASURE, text="甲。") for n in range(3))
    part = Section(id="s", level=1, number="", prefix="", title="举措", entries=entries)
    write(workspace, 2025, "甲", name="建立2025年度", value=90, sections=(part,))
    (step,) = workspace.history()

    taken = workspace.takes(step.id)

    assert (taken.reports, taken.entries, taken.figures) == (((UNIT, 2025),), 3, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_a_missing_year_is_lost_only_until_it_is_back(workspace, count):
    write(workspace, 2025, "甲")
    for _ in range(count):
        workspace.undo()
    write(workspace, 2024, "乙")
    assert [info.year for info in workspace.lost_years()] == [2025]
    write(workspace, 2025, "丙")
    assert workspace.lost_years() == []
