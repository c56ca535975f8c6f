"""A session that is killed at any moment: what was said to be saved is there."""

import os
import random
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nianbao.workspace import Workspace
from tests.actions.desks import desk
from tests.endurance.harness import at_once
from tests.endurance.harness.at_once import acknowledged, lost
from tests.endurance.harness.typist import KEY
from tests.processes import started
from tests.workspace.files import UNIT


def test_what_was_said_to_be_saved_is_there_after_kill_9(tmp_path, size, bar):
    kills, rnd = size(12, 1000), random.Random(1)  # noqa: S311
    folder, wrong, slowest = tmp_path / "w", [], 0.0
    folder.mkdir()
    for number in range(kills):
        before, until = acknowledged(folder), time.monotonic() + 60
        work = at_once.begin(at_once.drive, folder, "import\nyear\nedits 40\nundo\nfigures 20")
        while acknowledged(folder) == before and work.is_alive() and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(rnd.random() * 0.05)
        work.kill()
        work.join()
        if number % 10 == 9 or number == kills - 1:
            begun = time.process_time()
            wrong += filter(None, [lost(folder)])
            slowest = max(slowest, time.process_time() - begun)

    said = acknowledged(folder)
    figure = f"{kills} kills, {said} edits said, {len(wrong)} times lost, opens in {slowest:.2f} s"
    bar("A1", figure, met=not wrong and said >= kills and slowest < 2)


@pytest.mark.endurance
def test_the_command_itself_may_be_killed_too(tmp_path, bar):
    kills, rnd = 40, random.Random(1)  # noqa: S311
    command = ("-m", "nianbao", "probe", "drive", tmp_path, "session")
    for _ in range(kills):
        before, until = acknowledged(tmp_path), time.monotonic() + 60
        work = started(*command, stdout=subprocess.DEVNULL)
        while acknowledged(tmp_path) == before and work.poll() is None and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(rnd.random() * 0.1)
        work.kill()
        work.wait()

    fault, said = lost(tmp_path), acknowledged(tmp_path)
    figure = f"{kills} kills of the command itself, {said} edits said {fault}"
    bar("A1", figure, met=not fault and said >= kills)


BEHIND = """
import sys
from pathlib import Path
from nianbao.workspace import Workspace
from tests.workspace.files import report
place, ack = Path(sys.argv[1]), open(sys.argv[2], "a", buffering=1)
with Workspace.open(place, write_behind=True) as store:
    begun, writer = len(store.history()), store.writer
    writer.told = lambda: ack.write(f"{begun + writer.written}\\n")
    while True:
        with store.act("写") as action:
            store.save_report(action, report(f"第{begun + writer.given + 1}次"))
"""


def test_what_was_written_behind_and_said_to_be_saved_is_there_after_kill_9(tmp_path, size, bar):
    kills, rnd = size(2, 60), random.Random(1)  # noqa: S311
    ack, place = tmp_path / "ack", tmp_path / "w.nianbao"
    Workspace.create(place).close()
    ack.touch()
    for _ in range(kills):
        before = ack.stat().st_size
        work = started("-c", BEHIND, place, ack)
        until = time.monotonic() + 60
        while time.monotonic() < until and work.poll() is None and ack.stat().st_size == before:
            time.sleep(0.002)
        time.sleep(rnd.random() * 0.1)
        work.kill()
        work.wait()

        said = int(ack.read_text(encoding="utf-8").split()[-1])
        with Workspace.open(place) as saved:
            steps = len(saved.history())
            assert saved.report(UNIT, 2025).front[0].text == f"第{steps}次"
        assert steps >= said > 0
    bar("A1", f"{kills} kills while many steps wait, {said} said to be saved, 0 lost", met=True)


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A workspace with a year begun."""
    folder = tmp_path_factory.mktemp("begun")
    desk(folder).close()
    return folder / "w.nianbao"


def _typed_until_killed(place, seconds):
    """Let a window type; kill it some seconds after the first key. Return what it had typed."""
    command = ("-m", "tests.endurance.harness.typist", place)
    top = Path(__file__).parents[2]
    home = {"HOME": str(place.parent), "XDG_DATA_HOME": str(place.parent)}
    window = started(*command, cwd=top, env=os.environ | home, stdout=subprocess.PIPE, text=True)
    first = window.stdout.readline()
    time.sleep(seconds)
    window.kill()
    said = [first, *window.communicate()[0].splitlines()]
    return [(float(at), int(count)) for at, count in (line.split() for line in said if line)]


def _kept(place):
    """Return how many keys are in a workspace."""
    with Workspace.open(place) as store:
        return max(
            entry.text.count(KEY)
            for info in store.reports()
            for section in store.report(info.unit, info.year).walk()
            for entry in section.entries
        )


@pytest.mark.endurance
def test_what_was_typed_two_seconds_ago_is_there_after_kill_9(tmp_path, begun, bar):
    runs, rnd, right, typed = 100, random.Random(1), 0, 0  # noqa: S311

    def one(number):
        place = tmp_path / str(number) / "w.nianbao"
        place.parent.mkdir()
        shutil.copy(begun, place)
        keys = _typed_until_killed(place, pauses[number])
        old = max((count for at, count in keys if at <= keys[-1][0] - 2), default=0)
        return keys[-1][1], _kept(place) >= old

    pauses = [2 + rnd.random() * 3 for _ in range(runs)]
    with ThreadPoolExecutor(2) as pool:
        for count, held in pool.map(one, range(runs)):
            typed, right = typed + count, right + held

    bar("A6", f"{right} of {runs} windows lost nothing, {typed} keys typed", met=right == runs)
