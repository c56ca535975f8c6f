"""Versions: kept by hand and before large actions, compared with now, restored without loss."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from nianbao.actions import correcting
from nianbao.actions.safe import history, versions
from nianbao.desk.desk import Desk
from nianbao.errors import InputError
from nianbao.machine import clock
from nianbao.report.mark import Mark, MarkKind
from nianbao.views.safe import comparing
from nianbao.views.safe.comparing import DiffKind, DiffSubject
from nianbao.views.safe.history import steps
from tests.actions.stored import UNIT, text

FILED = "行政复议申请新收数"


@pytest.fixture
def store(store):
    versions.keep(Desk(store), "送审稿")
    return store


def newest(store):
    return store.versions(UNIT, 2025)[0]


def names(store, year=2025):
    return [info.name for info in store.versions(UNIT, year)]


def differences(store, subject=DiffSubject.TEXT):
    found = comparing.compare(Desk(store), store.versions(UNIT, 2025)[-1].id)
    return [one for one in found if one.subject is subject]


def fill(store, value, name=FILED):
    figure = next(f for f in store.figures(UNIT, 2025) if f.indicator == name)
    with store.act("填数") as action:
        filled = figure.answered(Decimal(value), source="手填")
        store.save_figures(action, UNIT, [filled])


def rewrite(store, change):
    """Change the entries of the first section that has some."""
    report = store.report(UNIT, 2025)
    part = report.sections[0]
    entries = [section.entries for section in part.sections]
    sections = tuple(
        replace(section, entries=new)
        for section, new in zip(part.sections, change(*entries), strict=True)
    )
    with store.act("改写") as action:
        changed = (replace(part, sections=sections), *report.sections[1:])
        store.save_report(action, replace(report, sections=changed))


def test_nothing_done_is_no_difference(store):
    assert comparing.compare(Desk(store), newest(store).id) == []


def test_a_filled_figure_is_said_old_and_new_and_where_it_stands(store):
    fill(store, 97)

    (figure,) = differences(store, DiffSubject.FIGURE)
    assert (figure.kind, figure.place, figure.before, figure.after) == (
        DiffKind.CHANGED,
        FILED,
        "待报",
        "97件",
    )
    (entry,) = differences(store)
    assert entry.kind is DiffKind.FIGURES_ONLY
    assert entry.place == "一、主要举措和成效 → （一）化解矛盾纠纷。"
    assert "【待填：行政复议申请新收数（件" in entry.before
    assert "新收行政复议申请97件" in entry.after


def test_an_entry_rewritten_added_and_dropped_is_seen_as_such(store):
    def change(first, second):
        new = replace(first[0], id="new", text="新开展专项整治。", joined=False)
        return (replace(first[0], text="改了说法。"), new), ()

    gone = store.report(UNIT, 2025).sections[0].sections[1].entries[0].id
    rewrite(store, change)

    found = {one.kind: one for one in differences(store)}
    assert found.keys() == {DiffKind.CHANGED, DiffKind.ADDED, DiffKind.REMOVED}
    assert found[DiffKind.CHANGED].after == "改了说法。"
    assert (found[DiffKind.ADDED].before, found[DiffKind.ADDED].after) == (
        "",
        "新开展专项整治。",
    )
    assert (found[DiffKind.REMOVED].target, found[DiffKind.REMOVED].after) == (gone, "")
    assert "便民大厅" in found[DiffKind.REMOVED].before


def test_an_entry_that_only_moved_is_said_to_have_moved(store):
    rewrite(store, lambda first, second: ((), (*second, *first)))

    (moved,) = differences(store)
    assert moved.kind is DiffKind.MOVED
    assert moved.place.endswith("（二）优化政务服务。")


def two_entries(store):
    """Let the first section have two entries."""
    report = store.report(UNIT, 2025)
    own = report.sections[0].sections[0].entries[0]
    rewrite(store, lambda first, second: ((own, replace(own, id="b", text="其二。")), second))
    with store.act("删版本") as action:
        store.remove_versions(action, UNIT, [newest(store).id])
    versions.keep(Desk(store), "两条")


def test_entries_that_change_places_in_their_section_have_moved(store):
    two_entries(store)

    rewrite(store, lambda first, second: (first[::-1], second))

    (moved,) = differences(store)
    assert moved.kind is DiffKind.MOVED


def test_an_entry_that_goes_to_the_section_before_moves_and_no_heading_does(store):
    two_entries(store)

    rewrite(store, lambda first, second: ((*first, *second), ()))

    (moved,) = differences(store)
    assert moved.kind is DiffKind.MOVED
    assert "便民大厅" in moved.after
    assert moved.place.endswith("（一）化解矛盾纠纷。")


def test_decisions_count_as_differences(store):
    entry = store.report(UNIT, 2025).sections[0].sections[0].entries[0].id
    with store.act("保留") as action:
        marks = [
            Mark(kind=MarkKind.KEPT, target=entry),
            Mark(kind=MarkKind.PROMISE, target="没有的", text="完成"),
        ]
        store.save_marks(action, UNIT, 2025, marks)

    kept, answered = differences(store, DiffSubject.DECISION)
    assert (kept.kind, kept.place, kept.after) == (
        DiffKind.ADDED,
        "一、主要举措和成效 → （一）化解矛盾纠纷。",
        "保留",
    )
    assert answered.after == "完成"


def test_restoring_brings_text_and_ledger_back_and_keeps_the_present(store):
    before = text(store, 2025), store.figures(UNIT, 2025), store.relations(UNIT)
    fill(store, 97)
    correcting.rename(Desk(store), FILED, "复议收案数")
    correcting.reject(Desk(store), 2024, 1)
    rewrite(store, lambda first, second: ((), first))
    changed = text(store, 2025)
    info = newest(store)

    versions.restore(Desk(store), info.id)

    assert (text(store, 2025), store.figures(UNIT, 2025), store.relations(UNIT)) == before
    assert comparing.compare(Desk(store), info.id) == []
    assert names(store) == ["恢复前的样子", "送审稿"]
    versions.restore(Desk(store), newest(store).id)
    assert text(store, 2025) == changed
    assert store.undo() == "恢复到“恢复前的样子”"
    assert store.undo() == "恢复到“送审稿”"
    assert text(store, 2025) == changed
    assert names(store) == ["送审稿"]


def test_a_year_that_went_with_undone_steps_is_restored(store):
    before = text(store, 2025)
    history.go(Desk(store), store.history()[-1].id)
    correcting.rename(Desk(store), "纠错案件数", "纠错数")
    (gone,) = store.lost_years()
    desk = Desk(store)

    versions.restore(desk, gone.id)

    assert (desk.unit, desk.year) == (UNIT, 2025)
    assert text(store, 2025) == before


@pytest.mark.parametrize("name", ["", " 　", "送审稿", " 送审稿 "])
def test_a_version_needs_a_name_of_its_own(store, name):
    with pytest.raises(InputError):
        versions.keep(Desk(store), name)

    assert names(store) == ["送审稿"]


def test_a_version_that_is_gone_is_refused(store):
    info = newest(store)
    store.undo()

    with pytest.raises(InputError, match="已经不在"):
        versions.restore(Desk(store), info.id)
    with pytest.raises(InputError, match="已经不在"):
        comparing.compare(Desk(store), info.id)


def test_only_the_newest_automatic_versions_are_kept_and_every_named_one(store):
    for number in range(versions.MOST + 3):
        with store.act(f"第{number}次") as action:
            versions.before(store, action, UNIT, 2025, f"第{number}次填数")

    found = names(store)
    assert found[0] == f"第{versions.MOST + 2}次填数前的样子"
    assert found[-2:] == ["第3次填数前的样子", "送审稿"]
    assert len(found) == versions.MOST + 1
    oldest = store.versions(UNIT, 2025)[-2]
    versions.restore(Desk(store), oldest.id)  # it is not cleared away under our hands
    assert oldest in store.versions(UNIT, 2025)


def test_before_a_new_year_the_latest_year_is_kept(store):
    with store.act("新建") as action:
        versions.before(store, action, UNIT, 2026, "建立年度")
        versions.before(store, action, "别的县", 2026, "建立年度")

    assert names(store) == ["建立年度前的样子", "送审稿"]
    assert store.versions("别的县", 2026) == []


def test_going_back_and_forward_in_the_history(store):
    fill(store, 97)
    fill(store, 98)
    shown = [(one.name, one.undone, one.now) for one in steps(Desk(store))]
    assert shown[0] == ("填数", False, True)
    assert shown[-1] == ("最初的样子", False, False)
    kept = next(one.id for one in steps(Desk(store)) if one.name == "命名版本“送审稿”")

    assert history.go(Desk(store), kept) == -2
    assert [one.undone for one in steps(Desk(store))][:3] == [True, True, False]
    assert next(one.id for one in steps(Desk(store)) if one.now) == kept
    assert history.go(Desk(store), kept) == 0
    newest_step = steps(Desk(store))[0].id
    assert history.go(Desk(store), newest_step) == 2
    assert next(f for f in store.figures(UNIT, 2025) if f.indicator == FILED).value == 98
    assert history.go(Desk(store), 12345) == 0
    assert history.go(Desk(store), 0) == -len(store.history())
    assert store.reports() == []
    assert next(one for one in steps(Desk(store)) if one.now).name == "最初的样子"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-01-05T06:02:00+00:00", "今天 14:02"),
        ("2026-01-04T17:30:00+00:00", "今天 01:30"),
        ("2026-01-04T06:02:00+00:00", "1月4日 14:02"),
        ("2025-12-31T06:02:00+00:00", "2025年12月31日 14:02"),
    ],
)
def test_a_time_is_said_in_the_clerks_own_zone(at, said):
    assert clock.said(at, today=datetime.fromisoformat("2026-01-05T15:00:00+08:00")) == said
