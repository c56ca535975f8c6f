"""A disk that is full, broken or without power in the middle of a session."""

import collections
import os
import random
import re
import shutil
import subprocess

import pytest

from nianbao.actions.probes import driving
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.workspace import Workspace
from tests.endurance.harness import at_once, power
from tests.endurance.harness.at_once import Traced, acknowledged, lost, told
from tests.workspace.files import UNIT, of_version, report

STEPS = "import\nyear\nedits 3\nundo\nfigures 2\nbackup\nexport\nedits 1\nexport"
traced = pytest.mark.skipif(not Traced.possible(), reason="strace")


@pytest.fixture
def disk(tmp_path):
    """A disk of two megabytes, and what gives it another size."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs a disk of its own")
    place = tmp_path / "disk"
    place.mkdir()

    def mount(*options):
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", place]
        return subprocess.run(command, check=False, capture_output=True).returncode

    if mount("size=2m"):
        pytest.skip("no mounts here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


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


def test_a_step_that_cannot_be_noted_as_saved_is_said(tmp_path):
    (tmp_path / driving.ACK).mkdir()
    script = tmp_path / "steps"
    script.write_text("import", encoding="utf-8")

    with pytest.raises(NianbaoError, match="请"):
        driving.drive(tmp_path, script)


def _until_full(desk, folder, steps):
    """Go on until something is refused; return what was said."""
    try:
        for step in steps:
            for line in driving.carried_out(desk, *step.split()):
                driving._acknowledge(folder / driving.ACK, line)
    except NianbaoError as refused:
        return str(refused)
    return ""


def test_a_disk_of_any_size_keeps_what_was_saved_and_goes_on_when_there_is_room(disk, size, bar):
    counts, wrong = collections.Counter(), []
    for number in range(size(4, 112)):
        kilobytes = 128 + size(28 * 8, 8) * number
        for path in disk.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        assert not _resize(disk, kilobytes)
        try:
            desk = Desk.create(disk / driving.STORE, write_behind=True)
        except NianbaoError:
            counts["too small to begin"] += 1
            continue
        session = [*STEPS.split("\n"), "edits 30", "backup", "figures 30", "export", "edits 30"]
        said = _until_full(desk, disk, session)
        counts["full" if said else "large enough"] += 1
        if said and not re.search("磁盘|空间", said):
            wrong.append((kilobytes, said))
        _resize(disk, 64 << 10)
        desk.store.writer.retry()
        said = _until_full(desk, disk, ["import", "year", "edits 1", "backup", "export"])
        desk.close()
        wrong += [(kilobytes, fault) for fault in (said, lost(disk)) if fault]

    said = ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
    assert counts["full"]
    bar("A3", f"{said}, {len(wrong)} bad {wrong[:2] or ''}", met=not wrong)


def _resize(disk, kilobytes):
    command = ["mount", "-o", f"remount,size={kilobytes}k", disk]
    return subprocess.run(command, check=False, capture_output=True).returncode


FAULTS = {"no room": "error=ENOSPC", "broken": "error=EIO", "killed": "signal=SIGKILL"}


def _calls(record, folder):
    """Return the storage calls of a session: the name of each, and its number of that name."""
    numbers, found = collections.Counter(), []
    for line in record.read_text(encoding="utf-8", errors="replace").splitlines():
        if call := re.match(r"(\d+ +(\w+))\((.*)", line):
            numbers[call[1]] += 1
            if f"{folder}/" in call[3] and f"/{driving.ACK}>" not in call[3]:
                found.append((call[2], numbers[call[1]]))
    return found


@traced
def test_whatever_call_fails_what_was_said_is_there(tmp_path, size, bar):
    def session(name, *options, out=os.devnull):
        folder = tmp_path / name / "w"
        folder.mkdir(parents=True)
        at_once.steps_of(folder).write_text(STEPS, encoding="utf-8")  # not what is tried
        filter_ = ("-e", f"trace={Traced.CALLS}")
        work = Traced(at_once.drive, folder, options=(*filter_, *options), out=out)
        return folder, work.end()

    folder, code = session("clean", out=tmp_path / "record")
    assert (code, told(folder)) == (0, "")
    every = acknowledged(folder)
    cases = [
        (call, number, fault)
        for call, number in _calls(tmp_path / "record", folder)
        for fault in FAULTS
        if fault != "no room" or call in ("pwrite64", "write", "ftruncate")
    ]
    random.Random(1).shuffle(cases)  # noqa: S311
    wrong, ends = [], collections.Counter()
    for call, number, fault in cases[: size(10, 400)]:
        inject = ("-e", f"inject={call}:{FAULTS[fault]}:when={number}")
        folder, code = session(f"{call}-{number}-{fault}", *inject)
        said, loss = told(folder), lost(folder)
        silent = fault != "killed" and not said and acknowledged(folder) < every
        unclear = said and not re.search("请", said)
        crashed = fault != "killed" and code != 0
        ends[f"{fault} {'said' if said else 'survived'}"] += 1
        if loss or silent or unclear or crashed or code is None:
            wrong.append((call, number, fault, loss, said, code))
        shutil.rmtree(folder.parent)

    done = ", ".join(f"{number} {how}" for how, number in sorted(ends.items()))
    figure = f"{sum(ends.values())} of {len(cases)} calls tried: {done}; {len(wrong)} bad"
    bar("A2", f"{figure} {wrong[:2] or ''}", met=not wrong)


@traced
def test_power_may_fail_at_any_moment(tmp_path, size, bar):
    folder = tmp_path / "session" / "w"
    folder.mkdir(parents=True)
    record = tmp_path / "record"
    assert Traced(at_once.drive, folder, STEPS, options=power.RECORD, out=record).end() == 0
    assert told(folder) == ""
    done = list(power.steps(record, folder))
    assert any(step.what == "sync" for step in done)

    states, exports, wrong = 0, 0, []
    for number, found in power.failures(done, size(25, 500)):
        place = tmp_path / f"after-{states}"
        power.write(found, place)
        if fault := lost(place):
            wrong.append((number, fault))
        shutil.rmtree(place)
        states, exports = states + 1, exports + (driving.EXPORT in found)

    bar("G3", f"an export in {exports} states of the disk, all of them open", met=not wrong)
    bar("A4", f"{states} states of a session, {len(wrong)} bad {wrong[:2] or ''}", met=not wrong)


@traced
def test_power_may_fail_while_a_file_is_upgraded(tmp_path, size, bar):
    folder, record = tmp_path / "old", tmp_path / "record"
    folder.mkdir()
    place = folder / "w.nianbao"
    with of_version(place, 1) as old, old.act("导入") as action:
        old.save_report(action, report())
    before = {place.name: place.read_bytes()}
    assert Traced(at_once.upgraded, place, options=power.RECORD, out=record).end() == 0
    assert place.read_bytes() != before[place.name]

    states, wrong = 0, []
    done = list(power.steps(record, folder))
    for number, found in power.failures(done, size(25, 400), before=before):
        after = tmp_path / f"after-{states}"
        power.write(found, after)
        try:
            for _ in range(2):
                with Workspace.open(after / place.name) as store:
                    assert store.report(UNIT, 2025) == report()
        except (NianbaoError, AssertionError) as error:
            wrong.append((number, str(error)))
        shutil.rmtree(after)
        states += 1

    bar("D2", f"{states} states of an upgrade, {len(wrong)} bad {wrong[:1] or ''}", met=not wrong)
