"""Ten thousand steps taken back and done again; five thousand that leave nothing in memory."""

import hashlib
import os
import random
from pathlib import Path

import pytest

from nianbao.workspace import Workspace
from tests.endurance.harness import taken
from tests.endurance.harness.at_once import User, lost
from tests.workspace.made_up import check, content
from tests.workspace.users import STEPS

_LOOK = 100  # steps between two looks at everything


def _seen(store):
    return hashlib.sha256(repr(content(store)).encode()).digest()


def test_everything_is_undone_to_the_first_step_and_done_again(tmp_path, size, bar):
    store, rnd = Workspace.create(tmp_path / "w.nianbao"), random.Random(1)  # noqa: S311
    looks, steps = {0: _seen(store)}, size(100, 10_000)
    for number in range(1, steps + 1):
        step = rnd.choice(STEPS)
        with store.act(step.__name__) as action:
            step(store, action, rnd)
        if number % _LOOK == 0:
            looks[len(store.history())] = _seen(store)
    total = len(store.history())  # the steps that changed something

    unlike, left_open = [], 0
    for turn, way in ((store.undo, range(total - 1, -1, -1)), (store.redo, range(1, total + 1))):
        for at in way:
            assert turn() is not None
            left_open += store._conn.in_transaction
            if at in looks and _seen(store) != looks[at]:
                unlike.append((turn.__name__, at))
        assert turn() is None
    check(store)
    store.close()

    figure = f"{total} steps undone and redone, {len(unlike)} of {2 * len(looks)} looks differ"
    bar("A7", f"{figure} {unlike[:2] or ''}", met=not unlike)
    bar("A8", f"{left_open} transactions left open by {2 * total} steps", met=not left_open)


SPARE = 8 if os.name == "nt" else 0  # handles there are of more than files


@pytest.mark.skipif(
    os.name != "nt" and not Path("/proc/self/fd").exists(), reason="looks into /proc"
)
def test_a_day_of_work_fills_neither_memory_nor_descriptors(tmp_path, size, bar):
    folder, turns = tmp_path / "w", size(1, 100)
    folder.mkdir()
    user = User(folder)
    user.opened()
    for step in ("import", "year"):
        assert user.does(step) == ""
    turn = ("edits 40", "figures 8", "undo", "backup", "export")  # 51 steps
    for step in turn:
        assert user.does(step) == ""
    before = taken.by_process(user.process.pid)
    for step in turn * turns:
        assert user.does(step) == ""
    after = taken.by_process(user.process.pid)
    user.end()

    grown, more = after[0] - before[0], after[1] - before[1]
    figure = f"{turns * 51} steps: {grown:.0f} MiB and {more} descriptors more{lost(folder)}"
    bar("I4", figure, met=grown <= 50 and more <= SPARE and not lost(folder))
