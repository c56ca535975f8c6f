"""Last year's plans and shortcomings are answered in this year's report."""

from tests.actions import desks

from nianbao.actions.promises import answer
from nianbao.drafting import likeness
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.promise import PromiseState
from nianbao.views import promises


def line(desk, title):
    return next(one for one in promises.lines(desk) if one.title == title)


def test_promises_read_as_last_years_report_said_them(desk):
    assert [(one.kind, one.title) for one in promises.lines(desk)] == [
        ("不足", "执法监督力度不够"),
        ("安排", "强化执法监督"),
        ("安排", "完善应急预案"),
    ]
    assert line(desk, "执法监督力度不够").text == "2025年新收行政复议申请83件，个别执法案卷不规范。"
    assert {one.status for one in promises.lines(desk)} == {PromiseState.OPEN}
    assert promises.tally(desk).word == "已答0/3"


def test_an_answer_says_how_and_where_and_is_one_action(desk):
    plan, where = line(desk, "强化执法监督"), desks.entry(desk, "案卷评查")

    answer(desk, plan.id, PromiseState.PARTLY, where)

    now = line(desk, "强化执法监督")
    assert (now.status, now.piece, now.where) == (
        PromiseState.PARTLY,
        where,
        "（一）规范行政执法行为",
    )
    assert promises.tally(desk).word == "已答1/3"
    assert desk.undo() == "答复“强化执法监督”：部分"
    assert line(desk, "强化执法监督") == plan


def test_an_answer_may_be_words_and_may_be_taken_back(desk):
    plan = line(desk, "完善应急预案")
    answer(desk, plan.id, PromiseState.NOT_DONE, " 机构改革推迟 ")
    now = line(desk, "完善应急预案")
    assert (now.status, now.piece, now.where) == (PromiseState.NOT_DONE, "", "机构改革推迟")

    answer(desk, plan.id, PromiseState.OPEN, "")
    assert line(desk, "完善应急预案") == plan


def test_suggested_are_entries_of_the_same_matter_and_no_plans(desk):
    first = promises.suggest(desk, line(desk, "强化执法监督").id)[0]

    assert first.piece == desks.entry(desk, "案卷评查")
    assert first.place == "（一）规范行政执法行为"
    plans = {one.id for s in desk.report.sections[1:] for b in s.walk() for one in b.entries}
    for one in promises.lines(desk):
        assert not plans & {found.piece for found in promises.suggest(desk, one.id)}


def test_nothing_is_suggested_by_chance():
    others = {"a": "规范行政执法，开展执法案卷评查。", "b": "做好普法宣传，推进各项工作。"}

    assert likeness.like("强化应急演练", others) == []
    assert likeness.like("评查执法案卷，做到规范", others)[0] == "a"


def test_an_answer_that_is_none_is_asked_for_again(desk):
    """A file from somebody else may say anything."""
    promise = line(desk, "强化执法监督").id
    with desk.act("答复") as action:
        mark = Mark(kind=MarkKind.PROMISE, target=promise, text="也许")
        desk.store.save_marks(action, desk.unit, desk.year, [mark])

    assert line(desk, "强化执法监督").status is PromiseState.OPEN
