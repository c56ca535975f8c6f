"""What a drafter corrects is done everywhere at once, can be undone, and is known next year."""

from decimal import Decimal

import pytest

from nianbao.actions import correcting, editing, years
from nianbao.actions.importing import import_report
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import PlanGroup
from nianbao.drafting.years.choices import Choice
from nianbao.errors import InputError
from nianbao.report.mark import MarkKind
from nianbao.views.form import sheet
from nianbao.views.plan_lines import PlanLines
from nianbao.workspace import Workspace
from tests.actions.stored import UNIT, last_year, text


def labels(store):
    return [indicator.label for indicator in store.indicators(UNIT)]


def place(store, year, written):
    return next(n for n, m in enumerate(store.mentions(UNIT, year)) if m.text == written)


def test_renaming_changes_every_year_and_leaves_the_text_as_it_was(store):
    before = text(store, 2024)

    correcting.rename(Desk(store), "行政复议申请新收数", "复议收案数")

    assert "复议收案数" in labels(store)
    assert "行政复议申请新收数" not in labels(store)
    assert text(store, 2024) == before
    assert "新收行政复议申请【待填：复议收案数（件" in text(store, 2025)
    assert "行政复议申请新收数" in store.relations(UNIT)[0].operands  # the slot name is no label


def test_a_correction_is_undone_as_one_step(store):
    before = text(store, 2025), labels(store), store.corrections(UNIT)

    correcting.rename(Desk(store), "行政复议申请新收数", "复议收案数")
    store.undo()

    assert (text(store, 2025), labels(store), store.corrections(UNIT)) == before


def test_next_years_import_names_it_by_itself(store):
    correcting.rename(Desk(store), "行政复议申请新收数", "复议收案数")
    store.undo()  # the new year must go before its report can come in
    store.undo()
    correcting.rename(Desk(store), "行政复议申请新收数", "复议收案数")

    import_report(Desk(store), last_year(2025, 97, 13))

    (name,) = (one.name for one in store.indicators(UNIT) if one.label == "复议收案数")
    assert [f.value for f in store.figures(UNIT) if f.indicator == name] == [83, 97]
    assert "行政复议申请新收数" not in labels(store)


def test_a_forgotten_rule_is_no_longer_followed(store):
    store.undo()
    correcting.rename(Desk(store), "行政复议申请新收数", "复议收案数")
    correcting.forget(Desk(store), store.corrections(UNIT)[0])

    import_report(Desk(store), last_year(2025, 97, 13))

    assert "行政复议申请新收数" in labels(store)


def test_one_figure_in_two_places_is_split(store):
    both = [m for m in store.mentions(UNIT, 2024) if m.text == "12个"]
    correcting.rename(Desk(store), both[1].indicator, both[0].label, sure=True)
    assert len({m.indicator for m in store.mentions(UNIT, 2024) if m.text == "12个"}) == 1
    before = text(store, 2024)

    correcting.split(Desk(store), 2024, place(store, 2024, "12个") + 1, "试点数")

    assert [m.label for m in store.mentions(UNIT, 2024)[-2:]] == [both[0].label, "试点数"]
    assert text(store, 2024) == before
    assert "推进【待填：试点数（个；上年12）】个试点" in text(store, 2025)


def test_two_that_differ_cannot_be_merged(store):
    with pytest.raises(InputError, match="不能合并"):
        correcting.rename(Desk(store), "纠错案件数", "行政复议申请新收数")

    assert "纠错案件数" in labels(store)


def test_what_is_no_figure_becomes_text_in_the_new_year_too(store):
    before = text(store, 2024)
    figures = len(store.indicators(UNIT))

    correcting.reject(Desk(store), 2024, place(store, 2024, "11件"))

    assert text(store, 2024) == before
    assert len(store.indicators(UNIT)) == figures - 1
    assert "其中纠错案件11件" in text(store, 2025)


def test_what_was_answered_for_the_new_year_is_not_replaced_unmarked(store):
    figure = next(f for f in store.figures(UNIT, 2025) if f.indicator == "纠错案件数")
    with store.act("填数") as action:
        store.save_figures(action, UNIT, [figure.answered(Decimal(20), source="t")])

    correcting.reject(Desk(store), 2024, place(store, 2024, "11件"))

    assert "其中纠错案件【待核：11】件" in text(store, 2025)


def test_what_was_rejected_is_left_alone_next_year(store):
    store.undo()
    correcting.reject(Desk(store), 2024, place(store, 2024, "11件"))

    import_report(Desk(store), last_year(2025, 97, 13))

    assert "13件" not in [m.text for m in store.mentions(UNIT, 2025)]
    assert "97件" in [m.text for m in store.mentions(UNIT, 2025)]


def test_a_confirmed_formula_computes_and_a_refused_one_waits(store):
    formula = next(r for r in store.relations(UNIT) if r.kind == "ratio")
    answers = [("行政复议申请新收数", 100), ("纠错案件数", 20)]
    figures = {f.indicator: f for f in store.figures(UNIT, 2025)}
    with store.act("填数") as action:
        store.save_figures(
            action, UNIT, [figures[name].answered(Decimal(v), source="t") for name, v in answers]
        )

    assert "纠错率20.00%" in text(store, 2025)
    correcting.refuse(Desk(store), formula)
    assert "纠错率【待填：" in text(store, 2025)
    assert next(r for r in store.relations(UNIT) if r.kind == "ratio").confidence == 0
    correcting.confirm(Desk(store), formula)
    assert "纠错率20.00%" in text(store, 2025)


def test_changes_against_last_year_are_judged_by_the_ledger(tmp_path):
    def report(year, filed, change):
        source = last_year(year, filed, 11)
        changed = source.data.decode().replace("其中纠错", f"同比增长{change}%，其中纠错")
        return reading.from_bytes(changed.encode(), f"{year}.txt")

    with Workspace.create(tmp_path / "w.nianbao") as store:
        import_report(Desk(store), report(2023, 50, 10))
        import_report(Desk(store), report(2024, 60, 20))
        import_report(Desk(store), report(2025, 90, 40))

        change = next(r for r in store.relations(UNIT) if r.kind == "change")
        doubts = [c for c in store.changes(UNIT, 2025) if c.rule == "change_disagrees"]

    assert "应为50" in doubts[0].reason
    assert change.confirmed


def test_after_a_rename_an_entry_can_be_given_last_years_text_again(store):
    """The words kept with the plan of the year hold slots: a rename must not strand them."""
    store.undo()
    desk = Desk(store)
    plan = YearPlan.of(desk)
    entry = next(one for one in PlanLines(plan).lines(PlanGroup.TEXT) if "复议" in one.text)
    plan.choose(entry.id, Choice.REMIND)
    years.store_plan(desk, plan)
    decided = [mark for mark in desk.marks if mark.kind is MarkKind.DECIDED]
    assert any("{{" in mark.text for mark in decided)

    correcting.rename(desk, "行政复议申请新收数", "复议收案数")
    editing.write(desk, entry.piece, "全部重写。")
    editing.as_last_year(desk, entry.piece)

    assert "【待填：复议收案数（件" in text(store, 2025)
    assert sheet.sheet(desk, desk.report.sections[0].sections[0].id).rows


def test_what_a_merge_took_away_comes_back_under_the_new_name(store):
    store.undo()
    both = [m for m in store.mentions(UNIT, 2024) if m.text == "12个"]
    desk = Desk(store)
    plan = YearPlan.of(desk)
    entry = next(one for one in PlanLines(plan).lines(PlanGroup.TEXT) if "便民大厅" in one.text)
    plan.choose(entry.id, Choice.REMIND)
    years.store_plan(desk, plan)

    correcting.rename(desk, both[1].indicator, both[0].label, sure=True)
    editing.write(desk, entry.piece, "全部重写。")
    editing.as_last_year(desk, entry.piece)

    assert text(store, 2025).count(f"【待填：{both[0].label}（") == 2


def test_a_label_of_another_unit_is_refused(store):
    with pytest.raises(InputError, match="单位是"):
        correcting.rename(Desk(store), "行政复议申请新收数", labels(store)[-1])


def test_a_name_left_behind_is_no_other_figures_name(store):
    """A label may be given away; the slot name behind it stays with its figure."""
    correcting.rename(Desk(store), "行政复议申请新收数", "复议收案数")

    new = correcting.split(Desk(store), 2024, 0, "行政复议申请新收数")

    assert new != "行政复议申请新收数"
    assert {"复议收案数", "行政复议申请新收数"} <= set(labels(store))
