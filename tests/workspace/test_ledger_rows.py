"""The ledger as rows: written over what has their key, taken away, told by a state."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.workspace import made_up

from nianbao.errors import WorkspaceError
from nianbao.report.correction import Correction, CorrectionKind
from nianbao.report.figures.figure import Figure, Indicator, Relation, RelationKind
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace import Workspace
from nianbao.workspace.refusals import UnusableError

UNIT, OTHER = "安澜县", "别的县"
RENAME = Correction(
    kind=CorrectionKind.RENAME, found_as="新收数", unit="件", context="收□件", label="收案数"
)
RELATION = Relation(kind=RelationKind.SUM, result="丙", operands=("甲", "乙"), confirmed=True)


def indicator(name):
    return Indicator(name=name, label=f"{name}的", unit="件", aliases=("一", "二"))


def figure(name, year=2025, value=83):
    return Figure(indicator=name, year=year).answered(Decimal(value), source="填")


@pytest.fixture
def filled(workspace):
    with workspace.act("填") as action:
        for unit in (UNIT, OTHER):
            workspace.save_indicators(action, unit, map(indicator, "甲乙丙"))
            workspace.save_figures(
                action, unit, [figure("甲"), figure("甲", 2024), figure("乙"), figure("丙")]
            )
            workspace.save_relations(action, unit, [RELATION])
            workspace.save_corrections(action, unit, [RENAME])
            workspace.save_report(action, Report(unit=unit, year=2025))
            workspace.save_report(action, Report(unit=unit, year=2026))
    return workspace


def test_an_indicator_goes_with_its_figures_of_all_years_and_no_other(filled):
    with filled.act("去掉") as action:
        filled.remove_indicator(action, UNIT, "甲")
    assert [one.name for one in filled.indicators(UNIT)] == ["乙", "丙"]
    assert [one.indicator for one in filled.figures(UNIT)] == ["乙", "丙"]
    assert len(filled.indicators(OTHER)) == 3
    assert len(filled.figures(OTHER)) == 4
    filled.undo()
    assert filled.figures(UNIT) == filled.figures(OTHER)


def test_figures_are_those_of_a_year_or_of_all(filled):
    assert filled.figures(UNIT, 2024) == [figure("甲", 2024)]
    assert filled.figures(UNIT, 2025) == [figure("甲"), figure("乙"), figure("丙")]
    assert filled.figures(UNIT, 2023) == []


@pytest.mark.parametrize(
    ("other", "is_another"),
    [
        ({"operands": ("甲", "丙")}, True),
        ({"result": "乙"}, True),
        ({"kind": RelationKind.DIFFERENCE}, True),
        ({"confirmed": False, "decimals": 2, "sentence": "又"}, False),
    ],
)
def test_a_relation_is_told_by_kind_result_and_operands(filled, other, is_another):
    told = replace(RELATION, **other)
    with filled.act("又") as action:
        filled.save_relations(action, UNIT, [told])
    assert filled.relations(UNIT) == ([RELATION, told] if is_another else [told])
    with filled.act("去掉") as action:
        filled.remove_relations(action, UNIT, [told])
    assert filled.relations(UNIT) == ([RELATION] if is_another else [])
    assert filled.relations(OTHER) == [RELATION]


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.builds(
            Correction,
            kind=st.sampled_from(CorrectionKind),
            found_as=made_up.texts,
            unit=made_up.texts,
            context=made_up.texts,
            label=made_up.texts,
        ),
        max_size=4,
        unique_by=lambda one: one.place,
    )
)
def test_corrections_come_back_as_they_were_saved(workspace, corrections):
    with workspace.act("更正") as action:
        workspace.save_corrections(action, UNIT, corrections)
    assert workspace.corrections(UNIT) == corrections
    assert workspace.corrections(OTHER) == []
    workspace.undo()


@pytest.mark.parametrize(
    ("other", "left"),
    [
        ({"label": "另一名"}, 1),  # of two rules on the same the later one holds
        ({"kind": CorrectionKind.REJECT, "label": ""}, 1),
        ({"context": ""}, 2),
        ({"unit": "人"}, 2),
        ({"found_as": "别的"}, 2),
        ({"kind": CorrectionKind.UNIT}, 2),
    ],
)
def test_a_later_correction_of_the_same_place_holds(filled, other, left):
    later = replace(RENAME, **other)
    with filled.act("又") as action:
        filled.save_corrections(action, UNIT, [later])
    found = filled.corrections(UNIT)
    assert len(found) == left
    assert found[-1] == later
    with filled.act("忘掉") as action:
        filled.remove_correction(action, UNIT, later)
    assert filled.corrections(UNIT) == ([RENAME] if left == 2 else [])
    assert filled.corrections(OTHER) == [RENAME]


def test_whatever_was_said_last_of_a_place_holds(workspace):
    """Said, unsaid and said again: the last one is not overruled by the one between."""
    reject = replace(RENAME, kind=CorrectionKind.REJECT, label="")
    accept = replace(RENAME, kind=CorrectionKind.ACCEPT)
    for rule in (reject, accept, reject):
        with workspace.act("更正") as action:
            workspace.save_corrections(action, UNIT, [rule])
        assert workspace.corrections(UNIT) == [rule]
    workspace.undo()
    assert workspace.corrections(UNIT) == [accept]


CHANGED = [
    ("甲的今年", lambda w, a: w.save_figures(a, UNIT, [figure("甲", 2025, 84)]), {2025, 2026}),
    ("甲的去年", lambda w, a: w.save_figures(a, UNIT, [figure("甲", 2024, 84)]), {2025}),
    ("指标", lambda w, a: w.save_indicators(a, UNIT, [indicator("丁")]), {2025, 2026}),
    ("算式", lambda w, a: w.remove_relations(a, UNIT, [RELATION]), {2025, 2026}),
    ("更正", lambda w, a: w.remove_correction(a, UNIT, RENAME), set()),
    ("别人", lambda w, a: w.save_figures(a, OTHER, [figure("甲", 2025, 84)]), set()),
]


@pytest.mark.parametrize(("what", "write", "years"), CHANGED, ids=[one[0] for one in CHANGED])
def test_the_state_of_a_year_changes_with_what_it_prints(filled, what, write, years):
    before = filled.states(UNIT)
    assert set(before) == {2025, 2026}
    with filled.act(what) as action:
        write(filled, action)
    after = filled.states(UNIT)
    assert {year for year in after if after[year] != before[year]} == years
    filled.undo()
    assert filled.states(UNIT) == before


@pytest.mark.parametrize("piece", ["element", "section", "entry"])
def test_the_state_of_a_year_changes_with_its_text(filled, piece):
    entry = Entry(id="e", kind=EntryKind.MEASURE, text="甲" if piece == "entry" else "")
    title = "甲" if piece == "section" else ""
    section = Section(id="s", level=1, number="", prefix="", title=title, entries=(entry,))
    front = (Element(id="t", kind=ElementKind.TITLE, text="甲"),) if piece == "element" else ()
    bare = Section(
        id="s", level=1, number="", prefix="", title="", entries=(replace(entry, text=""),)
    )
    with filled.act("底") as action:
        filled.save_report(action, Report(unit=UNIT, year=2025, sections=(bare,)))
    before = filled.states(UNIT)
    with filled.act("改") as action:
        filled.save_report(action, Report(unit=UNIT, year=2025, front=front, sections=(section,)))
    after = filled.states(UNIT)
    assert after[2025] != before[2025]
    assert after[2026] == before[2026]


@pytest.mark.parametrize("value", ["1E+999", "NaN", "Infinity", "x", "1" * 70])
def test_a_number_that_nobody_means_is_refused(filled, value):
    filled._conn.execute("UPDATE figure SET value = ? WHERE indicator = '甲'", (value,))
    with pytest.raises(UnusableError, match="不合常理") as refused:
        filled.figures(UNIT)
    assert filled.path.name in refused.value.what
    assert value[:20] in refused.value.detail
    assert value[:21] not in refused.value.detail or len(value) <= 20


def test_what_a_step_touched_is_told_until_the_next(workspace):
    with workspace.act("填") as action:
        workspace.save_indicators(action, UNIT, [indicator("甲")])
    assert {"indicator", "action", "change"} == workspace.touched
    workspace.undo()
    assert "indicator" in workspace.touched
    with workspace.act("看"):
        pass
    assert workspace.touched == frozenset()


def test_a_second_look_at_the_same_figures_finds_nothing_to_write(filled):
    before = len(filled.history())
    with filled.act("照旧") as action:
        filled.save_indicators(action, UNIT, map(indicator, "甲乙丙"))
        filled.save_figures(action, UNIT, [figure("甲")])
        filled.save_relations(action, UNIT, [RELATION])
        filled.save_corrections(action, UNIT, [RENAME])
    assert len(filled.history()) == before


def test_of_twins_in_one_step_the_last_one_holds(workspace):
    with workspace.act("填") as action:
        workspace.save_indicators(action, UNIT, [indicator("甲")])
        workspace.save_figures(action, UNIT, [figure("甲", value=1), figure("甲", value=2)])
    assert workspace.figures(UNIT) == [figure("甲", value=2)]


def test_many_rows_are_written_over_as_few_are(workspace):
    names = [f"指标{number}" for number in range(12)]
    with workspace.act("填") as action:
        workspace.save_indicators(action, UNIT, map(indicator, names))
        workspace.save_figures(action, UNIT, map(figure, names))
    with workspace.act("改") as action:
        changed = [figure(name, value=number) for number, name in enumerate(names[:9])]
        workspace.save_figures(action, UNIT, changed)
    assert workspace.figures(UNIT) == [*changed, *map(figure, names[9:])]
    assert workspace.undo() == "改"
    assert workspace.figures(UNIT) == [*map(figure, names)]


def test_a_workspace_says_of_itself_that_it_is_only_looked_at(store):
    with Workspace.view(store) as viewed:
        assert viewed.read_only == "只是查看。"
        assert viewed.missing() == ""
        with pytest.raises(WorkspaceError, match="没有改动。只是查看。"), viewed.act("改"):
            pass
        with pytest.raises(WorkspaceError, match="只读打开"):
            viewed.undo()
    with Workspace.view(store, "别人在写。") as viewed:
        assert viewed.read_only == "别人在写。"
        assert viewed.backups.make("试") is None
