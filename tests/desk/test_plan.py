"""The plan of a new year: what is carried, cleared or asked, and what the answers come to."""

import pytest

from nianbao.actions import years
from nianbao.actions.importing import import_report
from nianbao.desk.base import Base, turn
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import PlanGroup
from nianbao.drafting import variance
from nianbao.drafting.years import choices
from nianbao.drafting.years.choices import Choice
from nianbao.errors import InputError
from nianbao.report import flow
from nianbao.report.figures.figure import CLEARED, FigureState, Period
from nianbao.report.figures.standing import Standing
from nianbao.report.model import EntryState
from nianbao.views import year_plan
from nianbao.views.plan_lines import PlanLines
from tests.actions import desks

UNIT = "安澜县"


@pytest.fixture
def desk(tmp_path):
    desk = desks.sample(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def plan(desk):
    return YearPlan.of(desk)


def text(desk):
    return flow.text(flow.rendered(desk.report, desk.ledger.values()))


def lines(plan, group, opened=()):
    return PlanLines(plan).lines(group, opened)


def line(plan, words):
    """Return the one line that is about something, lines below others included."""
    said = PlanLines(plan)
    parents = [one.id for group in PlanGroup for one in said.lines(group) if one.opens]
    every = [one for group in PlanGroup for one in said.lines(group, parents)]
    (found,) = (one for one in every if one.text.startswith(words) and not one.opens)
    return found


def words(plan, piece):
    return "".join(part.text for part in year_plan.preview(plan, piece))


def test_without_a_choice_the_year_is_what_the_turn_gives_and_nothing_doubtful_slips_through(
    plan, desk
):
    years.store_plan(desk, plan)

    assert (desk.year, desk.is_draft()) == (2026, True)
    assert all(figure.state is FigureState.PENDING for figure in desk.store.figures(UNIT, 2026))
    assert "紧扣【待核：“十四五”规划收官之年】目标任务" in text(desk)
    assert "【待核：首次】编制公布" in text(desk)
    assert "【待核：上年的不足，请改写】个别单位对重大行政决策" in text(desk)
    assert "党的二十大和【待核：二十届历次全会】精神" in text(desk)
    assert "【【" not in text(desk)
    asked = [change.after for change in desk.store.changes(UNIT, 2026) if change.open]
    assert len(asked) == text(desk).count("【待核：")
    assert all(mark in text(desk) for mark in asked)


def test_every_line_says_why_and_offers_only_what_makes_sense(plan):
    counts = plan.counts()
    assert all(counts.values())
    assert sum(counts.values()) == sum(len(plan.items(group)) for group in PlanGroup)
    for group in PlanGroup:
        said = lines(plan, group, ["years"])
        for item, one in zip(plan.items(group, ["years"]), said, strict=True):
            assert one.why
            assert (item.default in item.choices) if item.choices else one.outcome
            assert [choice for choice, _ in one.choices] == list(item.choices)
            assert all(word for _, word in one.choices)
            assert (Choice.DROP in item.choices) <= bool(item.entry or item.below)
            # Last year's number is never kept in silence.
            assert group is not PlanGroup.DUE or Choice.KEEP not in item.choices


def test_what_is_cut_off_beside_a_question_is_told(plan):
    asked = lines(plan, PlanGroup.ASKED)

    assert all("民营经济促进法" not in one.lead or one.lead.startswith("…") for one in asked)
    assert any(one.lead.startswith("…") for one in asked)


def test_what_overlaps_is_asked_once(plan):
    found = line(plan, "《提升行政执法质量三年行动计划（2023—2025年）》")

    assert found.lead == "扎实做好"
    assert found.tail == "收官工作"
    assert plan.choice(found.id) is Choice.REMIND


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.KEEP, "全力做好“八五”普法收官工作"),
        (Choice.REMIND, "全力做好【待核：“八五”普法收官】工作"),
        (Choice.DROP, None),
    ],
)
def test_a_choice_lands_in_the_stored_report(plan, desk, choice, expected):
    found = line(plan, "“八五”普法收官")
    plan.choose(found.id, choice)
    shown = words(plan, found.piece)

    years.store_plan(desk, plan)

    assert plan.choice(found.id) is choice
    if expected:
        assert expected in shown
        assert expected in text(desk)
    else:
        assert shown == ""
        assert "普法收官工作" not in text(desk)
        assert "普法活动场次" not in [f.indicator for f in desk.store.figures(UNIT, 2026)]


def test_a_date_that_holds_goes_on_as_it_is(plan, desk):
    plan.choose(line(plan, "2025年5月20日").id, Choice.KEEP)
    years.store_plan(desk, plan)

    assert "自2025年5月20日起施行" in text(desk)
    assert "自【待核：2025年11月1日】起施行" in text(desk)


def test_a_part_dropped_as_a_whole_leaves_no_lead_in_behind(plan, desk):
    part = next(one for one in lines(plan, PlanGroup.ASKED) if one.text.startswith("四、"))
    plan.choose(part.id, Choice.DROP)
    years.store_plan(desk, plan)

    assert not [e for s in desk.report.sections[3].walk() for e in s.entries]


def test_an_answer_closes_its_question_and_no_other(plan, desk):
    kept = [line(plan, words) for words in ("首次", "持平", "2025年5月20日")]
    for item in kept:
        plan.choose(item.id, Choice.KEEP)
    part = next(one for one in lines(plan, PlanGroup.ASKED) if one.text.startswith("三、"))
    one = next(item for item in plan.items(PlanGroup.ASKED, [part.id]) if item.parent == part.id)
    plan.choose(one.id, Choice.KEEP)
    years.store_plan(desk, plan)

    changes = desk.store.changes(UNIT, 2026)
    closed = {c.before for c in changes if not c.open and c.before == c.after}
    assert {"首次", "持平", "2025年5月20日"} < closed
    assert len(closed) == 4
    assert len([c for c in changes if c.open]) == text(desk).count("【待核：")


def test_years_follow_unless_one_is_kept(plan, desk):
    (parent,) = (item for item in plan.items(PlanGroup.ASKED) if item.id == "years")
    assert plan.choice("years") is Choice.SHIFT
    kept = next(
        i for i in lines(plan, PlanGroup.ASKED, ["years"]) if i.lead == "比" and i.text == "2024"
    )
    plan.choose(kept.id, Choice.KEEP)

    assert plan.choice(parent.id) is None
    years.store_plan(desk, plan)
    assert "比2024年的" in text(desk)
    assert "关于2026年法治政府建设情况的报告" in text(desk)


def test_a_line_for_several_decides_on_all(plan, desk):
    part = next(one for one in lines(plan, PlanGroup.ASKED) if one.text.startswith("四、"))
    plan.choose(part.id, Choice.DROP)
    assert plan.choice(part.id) is Choice.DROP
    first = plan.items(PlanGroup.ASKED, [part.id])
    one = next(item for item in first if item.parent == part.id)
    plan.choose(one.id, Choice.REMIND)
    assert plan.choice(part.id) is None

    years.store_plan(desk, plan)

    entries = [entry for section in desk.report.sections[3].walk() for entry in section.entries]
    assert [entry.id for entry in entries if not entry.is_lead_in] == [one.piece]
    assert len(desk.store.promises(UNIT, 2026)) == 10


def test_dropping_by_a_figure_drops_its_entry_and_another_choice_brings_it_back(plan):
    figure = line(plan, "法律明白人数")
    plan.choose(figure.id, Choice.DROP)
    assert plan.choice(line(plan, "“八五”普法收官").id) is Choice.DROP

    plan.choose(figure.id, Choice.KEEP)
    assert plan.choice(line(plan, "“八五”普法收官").id) is Choice.REMIND
    shown = year_plan.preview(plan, figure.piece)
    assert {part.text for part in shown if part.standing} >= {"1486", "上年620余"}
    assert next(part.text for part in shown if part.is_mark) == "【待核：“八五”普法收官】"


def test_an_entry_with_a_reminder_counts_as_untouched(plan, desk):
    plan.choose(next(iter(plan.items(PlanGroup.TEXT))).id, Choice.REMIND)
    turned = turn(Base.stored(desk.store, UNIT, 2025), None).report
    years.store_plan(desk, plan)

    begun = choices.as_begun(turned, desk.store.marks(UNIT, 2026))
    states = variance.states(desk.report, begun, lambda _name: False)
    assert set(states.values()) == {EntryState.UNTOUCHED}


def test_the_new_year_is_taken_back_as_one_step(plan, desk):
    before = text(desk)
    plan.choose(line(plan, "首次").id, Choice.DROP)
    years.store_plan(desk, plan)

    assert desk.undo() == "建立2026年度"
    assert (desk.year, text(desk)) == (2025, before)
    assert desk.store.marks(UNIT, 2026) == []
    assert YearPlan.of(desk).year == 2026


def test_a_year_that_has_begun_is_not_begun_again(plan, desk):
    years.store_plan(desk, plan)
    desk.show(UNIT, 2025)
    with pytest.raises(InputError, match="已经有安澜县2026年度的报告"):
        YearPlan.of(desk)
    with pytest.raises(InputError, match="已经有"):
        years.store_plan(desk, plan)


def test_it_says_who_must_be_asked(plan):
    assert year_plan.division(plan).startswith(f"{plan.counts()[PlanGroup.DUE]} 个数要重新报。")
    assert "个部门" in year_plan.division(plan)


def test_the_original_can_be_read_beside(plan):
    found = line(plan, "首次")
    assert "首次编制公布涉企行政检查事项目录" in year_plan.original(plan, found.piece)
    assert "减少重复检查近150次" in year_plan.original(plan, found.piece)


def carried(plan):
    return plan.items(PlanGroup.CARRIED)[0]


def test_a_carried_figure_is_cleared_for_this_year_only(plan):
    item = carried(plan)
    name = item.id.removeprefix("figure:")
    assert list(item.choices[:3]) == [Choice.KEEP, Choice.CLEAR, Choice.FLOW]
    label = lines(plan, PlanGroup.CARRIED)[0].text
    before = year_plan.division(plan)

    plan.choose(item.id, Choice.CLEAR)

    assert plan.ledger.standing(name) is Standing.PENDING
    assert "待确认" not in str(plan.ledger.placeholder(name))
    assert plan.indicators() == []
    assert year_plan.division(plan) != before
    begun = plan.result()
    assert {one.source for one in begun.figures if one.indicator == name} == {CLEARED}
    said = [one for one in begun.changes if one.before.startswith(label)]
    assert [one.rule for one in said] == ["figure_cleared"]


@pytest.mark.parametrize(
    ("group", "choice", "standing"),
    [
        (PlanGroup.CARRIED, Choice.FLOW, Standing.PENDING),
        (PlanGroup.DUE, Choice.STOCK, Standing.CARRIED),
    ],
)
def test_what_kind_of_figure_it_is_can_be_changed_for_good(plan, desk, group, choice, standing):
    item = next(i for i in plan.items(group) if choice in i.choices)
    name = item.id.removeprefix("figure:")

    plan.choose(item.id, choice)
    assert plan.ledger.standing(name) is standing
    years.store_plan(desk, plan)

    assert desk.ledger.standing(name) is standing
    wanted = Period.FLOW if choice is Choice.FLOW else Period.STOCK
    assert desk.ledger.indicators[name].period is wanted
    desk.undo()
    assert desk.ledger.indicators[name].period is not wanted


def test_what_stands_alone_between_two_marks_is_shown_with_what_comes_behind(tmp_path):
    once = "2025年，按照县委部署，县人民法院制定出台《关于优化营商环境的意见》。"
    written = [one.replace(desks.BODY, once) for one in desks.lines(2025)]
    desk = Desk.create(tmp_path / "w.nianbao")
    import_report(desk, reading.from_bytes("\n".join(written).encode(), "2025.txt"))
    plan = YearPlan.of(desk)

    alone = [one for one in lines(plan, PlanGroup.ASKED, ["years"]) if one.text == "2025年"]
    assert alone
    assert all(one.lead or "按照县委部署" in one.tail for one in alone)
    desk.close()
