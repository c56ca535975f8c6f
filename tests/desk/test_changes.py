"""What an action changed is said piece by piece and figure by figure."""

import pytest

from nianbao.actions import editing, promises
from nianbao.desk.changes import Changes
from nianbao.report.promise import PromiseState
from tests.actions import desks


@pytest.fixture
def desk(tmp_path):
    made = desks.desk(tmp_path)
    assert made.report  # what was read before is what can be compared with
    assert made.ledger
    yield made
    made.close()


@pytest.fixture
def heard(desk):
    told = []
    desk.changed = told.append
    return told


def test_a_text_that_is_written_changes_its_own_piece_alone(desk, heard):
    entry = desks.entry(desk, "行政复议")

    editing.write(desk, entry, "改写了这一条。")

    assert heard == [Changes(pieces=frozenset({entry}))]
    desk.undo()
    assert heard[1] == heard[0]


def test_a_figure_changes_with_what_is_computed_from_it(desk, heard):
    name = desks.named(desk, "新收")
    follow = {r for r, one in desk.ledger.formulas.items() if name in one.operands}

    editing.answer(desk, name, "97")

    assert heard == [Changes(figures=frozenset({name, *follow}))]
    assert follow


def test_an_entry_that_comes_or_goes_changes_the_report(desk, heard):
    section = desk.report.sections[0].sections[0]

    new = editing.add(desk, section.id)

    assert heard[0].report
    assert new in heard[0].pieces
    assert not heard[0].figures


def test_a_decision_changes_no_text(desk, heard):
    editing.keep(desk, desks.entry(desk, "行政复议"))

    assert heard == [Changes(decisions=True)]
    if desk.promises:
        promises.answer(desk, desk.promises[0].id, PromiseState.DONE, "")
        assert heard[1] == Changes(decisions=True)


def test_another_report_in_hand_changes_everything(desk, heard):
    desk.undo()  # the year that was begun goes: the year before is current

    assert heard == [Changes.everything()]


def test_what_was_not_written_over_is_not_read_again(desk):
    report, ledger = desk.report, desk.ledger

    editing.keep(desk, desks.entry(desk, "行政复议"))
    assert desk.report is report
    assert desk.ledger is ledger
    editing.answer(desk, desks.named(desk, "新收"), "97")
    assert desk.report is report
    assert desk.ledger is not ledger
