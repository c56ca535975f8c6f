"""A session that is killed at any moment: what was said to be saved is there."""

import os
import random
import time

import pytest

from tests.endurance import at_once
from tests.endurance.at_once import acknowledged, lost

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9")


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
