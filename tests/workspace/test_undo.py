"""One undo for everything: to the first step and back, also after a restart."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.workspace.files import UNIT
from tests.workspace.made_up import check, content, sha256
from tests.workspace.users import User, repeatable, rewrite

from nianbao.report.model import Report
from nianbao.workspace import Workspace


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 2**32),
    deeds=st.lists(st.sampled_from(["step", "step", "undo", "undo", "redo", "restart"])),
)
def test_any_mixture_of_steps_and_undo_shows_what_was_there(path, seed, deeds):
    path.unlink(missing_ok=True)
    user = User(path, seed)

    for deed in deeds:
        getattr(user, deed)()
        user.compare()
        check(user.workspace)

    user.workspace.close()


@pytest.mark.parametrize("seed", range(2))
def test_150_steps_are_undone_to_the_first_and_done_again_to_the_last(path, seed):
    user = User(path, seed)
    while user.at < 150:
        user.step()
    user.restart()

    for turn, end in ((user.undo, 0), (user.redo, 150)):
        while user.at != end:
            turn()
            user.compare()

    assert user.workspace.redo() is None
    check(user.workspace)
    user.workspace.close()


def test_undo_and_redo_say_what_they_did_and_when_nothing_is_left(workspace):
    for name in ("导入", "新的一年"):
        with workspace.act(name) as action:
            rewrite(workspace, action, repeatable(name))

    assert workspace.undo() == "新的一年"
    assert [(info.name, info.undone) for info in workspace.history()] == [
        ("新的一年", True),
        ("导入", False),
    ]
    assert workspace.undo() == "导入"
    assert workspace.undo() is None
    assert workspace.redo() == "导入"
    assert workspace.redo() == "新的一年"
    assert workspace.redo() is None


def test_a_new_step_after_undo_drops_what_was_undone(workspace):
    for number in range(3):
        with workspace.act(f"第{number}步") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2020 + number))
    workspace.undo()
    workspace.undo()

    with workspace.act("另一步") as action:
        workspace.save_report(action, Report(unit=UNIT, year=2030))

    assert workspace.redo() is None
    assert [info.name for info in workspace.history()] == [
        "另一步",
        "留存撤销掉的：第1步等2步",
        "第0步",
    ]


def test_looking_without_writing_leaves_no_step_and_keeps_what_can_be_redone(workspace):
    with workspace.act("导入") as action:
        workspace.save_report(action, Report(unit=UNIT, year=2025))
    workspace.undo()

    with workspace.act("看看"):
        pass

    assert workspace.redo() == "导入"


def test_undoing_an_import_takes_the_file_out_and_redo_brings_it_back(workspace):
    data = bytes(range(256)) * 4
    with workspace.act("导入") as action:
        workspace.add_original(
            action, sha256=sha256(data), name="a", kind="pdf", data=data, unit=UNIT, year=2025
        )

    workspace.undo()

    assert workspace.originals() == []
    assert workspace.original(sha256(data)) is None
    workspace.redo()
    assert workspace.original(sha256(data)).data == data


def test_a_step_that_fails_writes_nothing(workspace):
    before = content(workspace)

    def fail():
        with workspace.act("导入") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2025))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert content(workspace) == before
    assert workspace.history() == []
    assert not workspace._conn.in_transaction


def test_nothing_is_written_outside_a_step(workspace):
    with workspace.act("导入") as action:
        pass

    with pytest.raises(RuntimeError, match="outside act"):
        workspace.save_report(action, Report(unit=UNIT, year=2025))


def test_steps_do_not_run_inside_one_another(workspace):
    with workspace.act("导入") as action:
        with pytest.raises(RuntimeError, match="one action"), workspace.act("填数"):
            pass
        with pytest.raises(RuntimeError, match="one action"):
            workspace.undo()
        workspace.save_report(action, Report(unit=UNIT, year=2025))

    assert workspace.report(UNIT, 2025)
    assert [info.name for info in workspace.history()] == ["导入"]


def test_a_step_of_one_workspace_writes_into_no_other(workspace, tmp_path):
    with (
        Workspace.create(tmp_path / "另一个.db") as other,
        other.act("导入") as action,
        pytest.raises(RuntimeError, match="outside act"),
    ):
        workspace.save_report(action, Report(unit=UNIT, year=2025))
