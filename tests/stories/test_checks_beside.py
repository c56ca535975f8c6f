"""The checks run beside the window: no edit waits for them, what is out of date is not shown."""

import threading

import pytest

from nianbao import checks
from nianbao.actions import editing
from nianbao.checks.open_items import OpenKind
from nianbao.desk import checked
from nianbao.report.model import Report
from nianbao.ui.shell.report import checking
from nianbao.views import overview
from tests.actions.desks import entry, named


@pytest.fixture
def window(window):
    window.desk_page.form.go_to(entry(window.desk, "纠错"))
    return window


def pending(window):
    return window.desk_page.form._open_items.count(OpenKind.PENDING)


def answer(window, word, typed):
    editing.answer(window.desk, named(window.desk, word), typed, sure=True)


def idle(window, qtbot):
    checking = window.desk_page.checking
    qtbot.waitUntil(lambda: not checking._pause.isActive() and checking._job is None)


def test_no_action_runs_a_check_in_the_thread_of_the_window(window, qtbot, monkeypatch):
    threads = []
    run = checks.run

    def watched(context):
        threads.append(threading.current_thread())
        return run(context)

    monkeypatch.setattr(checks, "run", watched)
    before = pending(window)

    answer(window, "新收", "97")
    editing.write(window.desk, entry(window.desk, "案卷评查"), "今年没有评查。")
    window.desk.undo()
    assert pending(window) == before  # the page says what was checked last
    idle(window, qtbot)

    assert threads
    assert threading.main_thread() not in threads
    assert pending(window) == before - 1


def test_what_was_found_of_an_earlier_moment_is_thrown_away(window, qtbot, monkeypatch):
    gate, begun, find = threading.Event(), threading.Event(), overview.find
    counts = []

    def slow(snapshot):
        begun.set()
        assert gate.wait(600)
        return find(snapshot)

    monkeypatch.setattr(checking, "find", slow)
    window.desk_page.checking.found.connect(lambda one: counts.append(one.open_items))
    before = pending(window)
    answer(window, "新收", "97")
    qtbot.waitUntil(begun.is_set)
    answer(window, "评查案卷", "120")

    gate.set()
    idle(window, qtbot)

    assert [one.count(OpenKind.PENDING) for one in counts] == [before - 2]


def test_the_next_step_waits_for_the_checks(window):
    left = pending(window)
    item = window.desk_page.form._open_items.of([OpenKind.PENDING])[0]
    editing.answer(window.desk, item.figure, "97", sure=True)

    window.commands.run("next_open")

    assert pending(window) == left - 1
    assert window.desk_page.form.walk.last.figure != item.figure


def test_a_page_that_shows_nothing_of_a_change_is_left_alone(window, monkeypatch):
    form = window.desk_page.form.form
    shown = []
    for card in form._cards.values():
        monkeypatch.setattr(card, "show_card", lambda one, c=card: shown.append(c.card.piece))

    editing.write(window.desk, entry(window.desk, "案卷评查"), "别的一节改了。")
    assert not shown

    answer(window, "法律明白人", "1300")
    assert shown == [entry(window.desk, "法律明白人")]


def test_a_snapshot_holds_nothing_that_reads_the_workspace(window):
    desk = window.desk
    moment = checked.Snapshot.of(desk)
    count = len(checked.check(desk).findings)

    window.desk_page.let_go()
    desk.close()

    assert isinstance(moment.report, Report)
    assert len(checked.check_snapshot(moment).findings) == count
