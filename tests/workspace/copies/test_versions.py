"""A year comes back as a version holds it, whatever was done since; a figure's way is told."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import made_up
from tests.workspace.files import UNIT
from tests.workspace.made_up import examples, year_of

from nianbao.report.change import Change
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Promise,
    Relation,
    RelationKind,
)
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Element, ElementKind, Report
from nianbao.workspace import Workspace

AT = "2026-01-05T06:02:00+00:00"


def indicator(name):
    return Indicator(name=name, label=name, unit="件")


def known(name, value, year=2026):
    return Figure(indicator=name, year=year).answered(Decimal(value), source="手填")


def keep(workspace, name="送审稿", *, automatic=False, year=2026):
    with workspace.act(f"命名版本“{name}”") as action:
        workspace.keep_version(action, UNIT, year, name, automatic=automatic, at=AT)
    return workspace.versions(UNIT, year)[0]


def restore(workspace, info):
    with workspace.act("恢复") as action:
        workspace.restore_version(action, UNIT, info.id)


def write(
    workspace, report, *, names="", figures=(), mentions=(), promises=(), changes=(), marks=()
):
    with workspace.act("写入") as action:
        workspace.save_report(action, report)
        workspace.save_indicators(action, UNIT, [indicator(name) for name in names])
        workspace.save_figures(action, UNIT, figures)
        workspace.save_mentions(action, UNIT, report.year, mentions)
        workspace.save_promises(action, UNIT, promises)
        workspace.save_changes(action, UNIT, report.year, changes)
        workspace.save_marks(action, UNIT, report.year, marks)


years_reports = made_up.reports(st.just(UNIT), st.just(2026))
contents = st.fixed_dictionaries(
    {
        "report": years_reports,
        "figures": st.lists(
            made_up.figures(st.sampled_from("甲乙丙丁"), st.sampled_from([2025, 2026])),
            max_size=8,
            unique_by=lambda f: (f.indicator, f.year),
        ),
        "mentions": st.lists(made_up.mentions, max_size=4),
        "promises": st.lists(made_up.promises, max_size=4, unique_by=lambda p: p.id),
        "changes": st.lists(made_up.changes, max_size=4),
        "marks": st.lists(made_up.marks, max_size=4, unique_by=lambda m: (m.kind, m.target)),
    }
)


@examples
@given(kept=contents, since=contents, gone=st.sampled_from(["", "甲", "甲乙丙丁"]))
def test_a_year_comes_back_whatever_was_done_since(path, kept, since, gone):
    path.unlink(missing_ok=True)
    with Workspace.create(path) as workspace:
        write(workspace, **kept, names="甲乙丙丁")
        before = year_of(workspace)
        info = keep(workspace)
        held = workspace.version(UNIT, info.id)
        write(workspace, **since, names="戊甲")
        with workspace.act("删指标") as action:
            for name in gone:
                workspace.remove_indicator(action, UNIT, name)
        changed = made_up.content(workspace)

        restore(workspace, info)

        assert year_of(workspace) == before
        assert (held.report, list(held.promises), list(held.marks)) == (
            before["report"],
            before["promises"],
            before["marks"],
        )
        assert [f for f in held.figures if f.year == 2026] == before["figures"]
        made_up.check(workspace)
        if workspace.history()[0].name == "恢复":  # else it was as it had been all the time
            workspace.undo()
        assert made_up.content(workspace) == changed


@pytest.fixture
def drafted(workspace):
    """Two years with figures and a formula, and a version of the second."""
    for year in (2025, 2026):
        write(
            workspace,
            Report(unit=UNIT, year=year),
            names=("新收", "审结", "审结率"),
            figures=[known("新收", 100, year), known("审结", 80, year)],
            marks=[Mark(kind=MarkKind.KEPT, target="e1")],
            changes=[Change(rule="space", before="甲", after="乙")],
            promises=[Promise(id="p", year=year, kind="plan", title="题", text="文")],
        )
    with workspace.act("公式") as action:
        workspace.save_relations(action, UNIT, [formula("审结率", "审结", "新收")])
    keep(workspace)
    return workspace


def formula(result, *operands):
    return Relation(kind=RelationKind.RATIO, result=result, operands=operands, confirmed=True)


def test_a_renamed_indicator_comes_back_with_all_its_years_and_its_formula(drafted):
    before = year_of(drafted), drafted.figures(UNIT), drafted.relations(UNIT)
    with drafted.act("改称") as action:
        moved = [
            replace(f, indicator="收案") for f in drafted.figures(UNIT) if f.indicator == "新收"
        ]
        drafted.save_indicators(action, UNIT, [indicator("收案")])
        drafted.save_figures(action, UNIT, moved)
        drafted.remove_relations(action, UNIT, drafted.relations(UNIT))
        drafted.save_relations(action, UNIT, [formula("审结率", "审结", "收案")])
        drafted.remove_indicator(action, UNIT, "新收")

    restore(drafted, drafted.versions(UNIT, 2026)[0])

    found = [f for f in drafted.figures(UNIT) if f.indicator != "收案"]
    assert sorted(found, key=str) == sorted(before[1], key=str)
    assert year_of(drafted) == before[0]
    assert drafted.relations(UNIT) == before[2]
    assert [f.year for f in drafted.figures(UNIT) if f.indicator == "收案"] == [2025]


def test_what_came_to_the_ledger_later_stays(drafted):
    later = formula("信访率", "信访", "新收")
    with drafted.act("导入") as action:
        drafted.save_indicators(action, UNIT, map(indicator, ("信访", "信访率")))
        drafted.save_figures(action, UNIT, [known("信访", 5, 2024), known("信访", 6, 2026)])
        drafted.save_relations(action, UNIT, [later])

    restore(drafted, drafted.versions(UNIT, 2026)[0])

    assert [i.name for i in drafted.indicators(UNIT)][-2:] == ["信访", "信访率"]
    assert later in drafted.relations(UNIT)
    assert [f.year for f in drafted.figures(UNIT) if f.indicator == "信访"] == [2024]


def test_restoring_leaves_other_years_versions_and_originals(drafted):
    with drafted.act("导入") as action:
        drafted.add_original(
            action,
            sha256=made_up.sha256(b"x"),
            name="a",
            kind="txt",
            data=b"x",
            unit=UNIT,
            year=2025,
        )
        drafted.save_marks(action, UNIT, 2025, [Mark(kind=MarkKind.IGNORED, target="f")])
    info = drafted.versions(UNIT, 2026)[0]
    keep(drafted, "之后", automatic=True)
    other, versions = year_of(drafted, 2025), drafted.versions(UNIT, 2026)

    restore(drafted, info)

    assert year_of(drafted, 2025) == other
    assert drafted.versions(UNIT, 2026) == versions
    assert len(drafted.originals()) == 1


def test_pieces_that_were_moved_are_held_in_their_new_order(workspace):
    elements = [Element(id=n, kind=ElementKind.PREFACE, text=n) for n in "甲乙丙"]
    for order in (elements, elements[::-1]):
        report = Report(unit=UNIT, year=2026, front=tuple(order))
        write(workspace, report)
    info = keep(workspace)
    write(workspace, Report(unit=UNIT, year=2026, front=tuple(elements)))

    assert workspace.version(UNIT, info.id).report == report
    restore(workspace, info)
    assert workspace.report(UNIT, 2026) == report


def test_versions_are_listed_newest_first_and_by_year(drafted):
    keep(drafted, "导入前", automatic=True)
    keep(drafted, "别的年", year=2025)

    assert [(v.name, v.automatic, v.at) for v in drafted.versions(UNIT, 2026)] == [
        ("导入前", True, AT),
        ("送审稿", False, AT),
    ]
    assert [v.name for v in drafted.versions(UNIT, 2025)] == ["别的年"]
    with drafted.act("清理") as action:
        drafted.remove_versions(action, UNIT, [drafted.versions(UNIT, 2026)[0].id])
    assert [v.name for v in drafted.versions(UNIT, 2026)] == ["送审稿"]
    drafted.undo()
    assert len(drafted.versions(UNIT, 2026)) == 2


def test_what_is_not_there_is_neither_kept_nor_restored(workspace):
    assert workspace.version(UNIT, 1) is None
    with pytest.raises(KeyError), workspace.act("恢复") as action:
        workspace.restore_version(action, UNIT, 1)
    with pytest.raises(KeyError), workspace.act("命名版本") as action:
        workspace.keep_version(action, UNIT, 2030, "空", automatic=False, at=AT)
    assert workspace.history() == []


def steps(workspace, name="新收", year=2026):
    return [
        (
            step.action,
            step.before and step.before.value,
            step.after and step.after.value,
        )
        for step in workspace.figure_history(UNIT, name, year)
    ]


def test_a_figure_tells_its_way_newest_first(drafted):
    for action_name, name, value in (("填数", "新收", 1), ("别处", "审结", 2), ("改数", "新收", 3)):
        with drafted.act(action_name) as action:
            drafted.save_figures(action, UNIT, [known(name, value)])

    assert steps(drafted) == [("改数", 1, 3), ("填数", 100, 1), ("写入", None, 100)]
    newest = drafted.figure_history(UNIT, "新收", 2026)[0]
    assert newest.at == drafted.history()[0].at
    assert (newest.after.source, newest.after.state) == ("手填", FigureState.KNOWN)


def test_what_was_undone_is_no_part_of_its_way(drafted):
    for value in (1, 2, 3):
        with drafted.act(f"填{value}") as action:
            drafted.save_figures(action, UNIT, [known("新收", value)])
    drafted.undo()
    drafted.undo()

    assert steps(drafted) == [("填1", 100, 1), ("写入", None, 100)]
    drafted.redo()
    assert steps(drafted)[0] == ("填2", 1, 2)


def test_its_way_goes_on_over_removal_and_restoring(drafted):
    with drafted.act("删指标") as action:
        drafted.remove_indicator(action, UNIT, "新收")
    assert steps(drafted) == [("删指标", 100, None), ("写入", None, 100)]

    restore(drafted, drafted.versions(UNIT, 2026)[0])

    assert steps(drafted) == [("恢复", None, 100), ("删指标", 100, None), ("写入", None, 100)]
    assert steps(drafted, "审结") == [("写入", None, 80)]
    assert steps(drafted, "没有") == []


@pytest.mark.parametrize("name", made_up.NASTY)
def test_any_name_has_its_way(workspace, name):
    with workspace.act("新建") as action:
        workspace.save_indicators(action, UNIT, [indicator(name), indicator("旁")])
        workspace.save_figures(action, UNIT, [known(name, 1), known("旁", 2)])
    with workspace.act("删") as action:
        workspace.remove_indicator(action, UNIT, name)

    assert steps(workspace, name) == [("删", 1, None), ("新建", None, 1)]
