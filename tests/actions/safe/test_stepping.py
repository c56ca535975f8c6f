"""What goes with an undo is said beforehand, and comes back whatever was done since."""

import pytest

from nianbao.cli import main
from nianbao.desk import stepping
from nianbao.desk.desk import Desk
from tests.actions.printed import begun


@pytest.fixture
def desk(tmp_path):
    with begun(tmp_path) as desk:
        yield desk


def test_it_is_said_what_an_undo_takes_away(desk):
    entries = sum(len(section.entries) for section in desk.report.walk())
    loss = stepping.loss(desk.store)

    assert loss.names == (f"建立{desk.year}年度",)
    assert loss.years == (f"{desk.unit}{desk.year}年度",)
    assert loss.entries == entries
    assert loss.is_large
    assert f"{desk.unit}{desk.year}年度连同{entries}个条目" in str(loss)
    both = stepping.loss(desk.store, 2)
    assert both.years == tuple(f"{desk.unit}{year}年度" for year in (desk.year, desk.year - 1))


def test_a_small_step_takes_no_year(desk):
    with desk.act("改名") as action:
        desk.store.save_indicators(action, desk.unit, desk.store.indicators(desk.unit)[:1])
        report = desk.report.mapped(lambda _piece, text: text + "。")
        desk.store.save_report(action, report)

    assert not stepping.loss(desk.store).is_large
    assert str(stepping.loss(desk.store)) == "将撤销“改名”。"


def test_a_year_that_was_undone_comes_back_after_something_else_was_done(desk):
    unit, year, text = desk.unit, desk.year, desk.report
    desk.undo()
    assert [step.name for step in stepping.waiting(desk.store)] == [f"建立{year}年度"]
    with desk.act("改标题") as action:
        desk.store.save_report(action, desk.report.mapped(lambda _piece, one: one + "。"))
    assert desk.store.report(unit, year) is None

    assert desk.redo() == f"恢复{unit}{year}年度"

    assert desk.store.report(unit, year) == text
    assert desk.redo() is None
    assert desk.undo() == f"恢复{unit}{year}年度"


def test_the_commands_say_it_too(desk, capsys):
    place, name = desk.place, f"建立{desk.year}年度"
    desk.undo()
    with desk.act("改标题") as action:
        desk.store.save_report(action, desk.report.mapped(lambda _piece, one: one + "。"))
    desk.close()

    assert main(["history", "-w", str(place)]) == 0
    assert f"留存撤销掉的：{name}" in capsys.readouterr().out
    assert main(["redo", "-w", str(place)]) == 0
    assert "已重做：恢复" in capsys.readouterr().out
    with Desk.open(place).store as store:
        assert len(store.reports()) == 2
