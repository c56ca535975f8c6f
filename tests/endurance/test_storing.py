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
