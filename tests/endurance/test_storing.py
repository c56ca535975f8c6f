"""A session is killed again and again, and fails at every kind of storage call: nothing is lost."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from nianbao.actions.probes import driving

pytestmark = [
    pytest.mark.apart,
    pytest.mark.skipif(os.name == "nt", reason="kill -9"),
]
COMMAND = [sys.executable, "-m", "nianbao", "probe"]


@pytest.mark.parametrize(
    "kills", [3, pytest.param(60, marks=pytest.mark.endurance)], ids=["few", "many"]
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


@pytest.mark.parametrize("step", ["edits 1", "backup", "export"])
def test_a_full_disk_is_said_and_loses_nothing(tmp_path, step):
    if os.geteuid() != 0 or subprocess.run(["mount", "-V"], check=False).returncode:
        pytest.skip("needs a disk of its own")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no mounts here")
    script = tmp_path / "steps"
    try:
        script.write_text("import\nyear\nedits 2", encoding="utf-8")
        subprocess.run([*COMMAND, "drive", disk, script], check=True, capture_output=True)
        free = os.statvfs(disk)
        (disk / "filler").write_bytes(bytes(free.f_bavail * free.f_bsize))
        script.write_text(step, encoding="utf-8")
        done = subprocess.run(
            [*COMMAND, "drive", disk, script], capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "磁盘" in done.stderr
        assert driving.verify(disk) == ""
        (disk / "filler").unlink()
        subprocess.run([*COMMAND, "drive", disk, script], check=True, capture_output=True)
        assert driving.verify(disk) == ""
    finally:
        subprocess.run(["umount", disk], check=True)
