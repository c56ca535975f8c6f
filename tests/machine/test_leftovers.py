"""What a killed program left in the temp folder is gone at the next start; nothing else is."""

import subprocess
import sys
import tempfile

from nianbao.machine import leftovers


def test_only_what_dead_processes_left_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead = tmp_path / f"nianbao-{gone.pid}-x"
    others = tmp_path / "nianbao-mine", tmp_path / "other"
    for one in (dead, *others):
        one.mkdir()
    (dead / "source.rtf").write_bytes(b"text")

    with leftovers.folder() as mine:
        leftovers.sweep()
        assert mine.is_dir()

    assert sorted(tmp_path.iterdir()) == sorted(others)
