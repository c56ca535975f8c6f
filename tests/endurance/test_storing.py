"""A session is killed again and again, and fails at every kind of storage call: nothing is lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from nianbao.actions.probes import driving
from nianbao.errors import NianbaoError
from nianbao.workspace import Workspace
from tests.workspace.files import UNIT, report

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9")
COMMAND = [sys.executable, "-m", "nianbao", "probe"]


@pytest.mark.parametrize(
    "kills", [2, pytest.param(60, marks=pytest.mark.endurance)], ids=["few", "many"]
)
def test_what_was_said_to_be_saved_is_there_after_kill_9(tmp_path, kills):
    rnd, ack = random.Random(kills), tmp_path / "ack"  # noqa: S311
    for _ in range(kills):
        before = ack.stat().st_size if ack.exists() else 0
        work = subprocess.Popen([*COMMAND, "drive", tmp_path, "session"], stdout=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while time.monotonic() < until and work.poll() is None:
            if ack.exists() and ack.stat().st_size > before:
                break
            time.sleep(0.002)
        time.sleep(rnd.random() * 0.1)
        os.kill(work.pid, signal.SIGKILL)
        work.wait()
    begun = time.monotonic()

    assert driving.verify(tmp_path) == ""

    assert time.monotonic() - begun < 10
    assert ack.read_text(encoding="utf-8").count("\n") >= kills


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


@pytest.mark.parametrize(
    "kills", [2, pytest.param(60, marks=pytest.mark.endurance)], ids=["few", "many"]
)
def test_what_was_written_behind_and_said_to_be_saved_is_there_after_kill_9(tmp_path, kills):
    rnd, ack, place = random.Random(kills), tmp_path / "ack", tmp_path / "w.nianbao"  # noqa: S311
    Workspace.create(place).close()
    ack.touch()
    for _ in range(kills):
        before = ack.stat().st_size
        work = subprocess.Popen([sys.executable, "-c", BEHIND, place, ack])
        until = time.monotonic() + 60
        while time.monotonic() < until and work.poll() is None and ack.stat().st_size == before:
            time.sleep(0.002)
        time.sleep(rnd.random() * 0.1)
        os.kill(work.pid, signal.SIGKILL)
        work.wait()

        said = int(ack.read_text(encoding="utf-8").split()[-1])
        with Workspace.open(place) as saved:
            steps = len(saved.history())
            assert saved.report(UNIT, 2025).front[0].text == f"第{steps}次"
        assert steps >= said > 0


@pytest.fixture
def disk(tmp_path):
    """A disk of two megabytes."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs a disk of its own")
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no mounts here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_said_and_loses_nothing(tmp_path, disk):
    def drive(steps):
        script = tmp_path / "steps"
        script.write_text(steps, encoding="utf-8")
        return driving.drive(disk, script)

    drive("import\nyear\nedits 2")
    for step in ("edits 1", "backup", "export"):
        free = os.statvfs(disk)
        (disk / "filler").write_bytes(bytes(free.f_bavail * free.f_bsize))

        with pytest.raises(NianbaoError, match="磁盘"):
            drive(step)

        assert driving.verify(disk) == ""
        (disk / "filler").unlink()
        assert drive(step)
        assert driving.verify(disk) == ""


def test_a_full_disk_keeps_what_is_written_behind_waiting_until_there_is_room(disk):
    place = disk / "w.nianbao"
    Workspace.create(place).close()
    with Workspace.open(place, write_behind=True) as store:
        free = os.statvfs(disk)
        (disk / "filler").write_bytes(bytes(free.f_bavail * free.f_bsize))
        for number in range(3):
            with store.act("写") as action:
                store.save_report(action, report(f"第{number}次，" * 2000))
        assert not store.writer.wait(60)
        assert "磁盘" in str(store.writer.error)
        assert (store.writer.waiting, len(store.history())) == (3, 3)

        (disk / "filler").unlink()
        store.writer.retry()
        assert store.writer.wait(60)
    with Workspace.open(place) as saved:
        assert saved.report(UNIT, 2025).front[0].text.startswith("第2次")
