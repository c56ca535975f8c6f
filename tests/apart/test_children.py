"""Real children: they answer, they come to their limits, they are stopped, they die with us."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from nianbao import apart
from nianbao.apart import parent
from nianbao.desk.incoming import reading

pytestmark = pytest.mark.apart

REPORT = (
    "安澜县2025年法治政府建设年度报告\n一、主要举措和成效\n"
    "全年新收行政复议申请96件，审结90件。" + "落实各项制度，推进依法行政。" * 20 + "\n"
    "二、存在的不足\n一是队伍薄弱。\n三、下一年度安排\n一是加强培训。\n"
)


def small(**other):
    return apart.Limits(**({"seconds": 1, "memory": 200 << 20, "output": 8 << 20} | other))


def test_a_report_is_read_and_understood_in_a_child_as_it_would_be_here():
    source = reading.from_bytes(REPORT.encode(), "a.txt")

    found = source.understood()

    assert source.document.text == REPORT.rstrip("\n")
    assert (found.report.unit, found.report.year) == ("安澜县", 2025)
    raw = source.understood(raw=True)
    assert raw.report.raw


@pytest.fixture
def own_work(tmp_path, monkeypatch):
    """Let the child do what a test writes."""

    def prepare(body, before=""):
        script = tmp_path / "job.py"
        script.write_text(
            "import sys, time\nfrom nianbao.apart import child\n"
            f"{before}def work(request):\n{body}\n"
            "memory, seconds, more = map(int, sys.argv[3:])\n"
            "sys.exit(child.serve(work, memory=memory, seconds=seconds, more=more))\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(parent, "_program", lambda: [parent._python(), "-P", str(script)])

    return prepare


@pytest.mark.parametrize(
    ("body", "ended"),
    [
        ("    yield request[::-1]", apart.Ended.WELL),
        ("    yield b''\n    while True: pass", apart.Ended.TIME),
        ("    yield b''\n    x = []\n    while True: x.append(bytes(1 << 20))", apart.Ended.MEMORY),
        (
            "    yield b''\n    x = []\n    while True: x.append(b'1' * (1 << 20))",
            apart.Ended.MEMORY,
        ),
        ("    while True: yield bytes(1 << 20)", apart.Ended.OUTPUT),
        ("    yield b''\n    1 / 0", apart.Ended.CRASH),
        ("    import ctypes\n    yield b''\n    ctypes.string_at(8)", apart.Ended.CRASH),
    ],
)
def test_how_a_child_ends_is_known(own_work, body, ended):
    own_work(body)

    outcome = apart.run("x", b"abc", small())

    assert outcome.ended is ended
    if ended is apart.Ended.WELL:
        assert outcome.answers == (b"cba",)


def test_the_process_that_is_watched_is_the_one_that_works(own_work, monkeypatch):
    own_work("    import os\n    yield str(os.getpid()).encode()")
    watched, begin = [], parent._Child.__init__

    def noted(child, *arguments):
        begin(child, *arguments)
        watched.append(str(child._process.pid).encode())

    monkeypatch.setattr(parent._Child, "__init__", noted)

    assert apart.run("x", b"", small()).answers == tuple(watched)


def tells_only_its_own_time():
    """Say whether this is Wine: it tells a parent its own time for a child's."""
    if os.name != "nt":
        return False
    import ctypes

    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


WATCHES = {
    "by the system": "",
    "by the parent": "child._limit = lambda *_: lambda _: None\n",
    "by the child": "child._limit = lambda memory, *time: child._Alarm(*time).extend\n",
}


def busy(seconds):
    """Work that takes so many seconds of the processor; a limit of none lets it have one."""
    return f"    t = time.process_time()\n    while time.process_time() - t < {seconds}: pass\n"


@pytest.mark.parametrize("watched", WATCHES)
@pytest.mark.parametrize(
    ("asked", "more", "ended"),
    [
        (0, 9, apart.Ended.TIME),
        (9, 9, apart.Ended.WELL),
        (9, 0, apart.Ended.TIME),
    ],
)
def test_work_that_has_come_half_way_gets_more_time(
    own_work, monkeypatch, watched, asked, more, ended
):
    if watched != "by the parent":
        monkeypatch.setattr(parent._Child, "_grant", lambda *_: None)
    if watched == "by the system" and os.name == "nt":
        pytest.skip("no such limits")
    if watched == "by the parent" and tells_only_its_own_time():
        pytest.skip("Wine does not tell a parent the child's time")
    own_work(
        f"    child.go_on({asked})\n" * bool(asked) + f"{busy(1.6)}    yield b'1'\n",
        before=WATCHES[watched],
    )

    assert apart.run("x", b"", small(seconds=0, more=more)).ended is ended


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_only_a_child_that_does_nothing_is_ended_by_the_clock(own_work, monkeypatch):
    monkeypatch.setattr(parent.Limits, "idle_limit", 0.6)
    own_work(f"{busy(1)}    yield b'1'\n")
    assert apart.run("x", b"", small(seconds=8)).answers == (b"1",)

    own_work("    time.sleep(60)\n    yield b'1'\n")
    assert apart.run("x", b"", small(seconds=8)).ended is apart.Ended.TIME


@pytest.mark.skipif(os.name == "nt", reason="resource limits of POSIX")
def test_a_child_cannot_write_a_file(own_work, tmp_path):
    out = tmp_path / "out"
    own_work(f"    with open({str(out)!r}, 'wb') as f: f.write(b'x')\n    yield b''")

    assert apart.run("x", b"", small()).ended is apart.Ended.CRASH
    assert not out.stat().st_size


def test_what_a_library_prints_does_not_disturb_the_answers(own_work):
    own_work(
        "    import os\n    os.write(1, b'noise'); print('noise', flush=True)\n    yield b'ok'"
    )

    assert apart.run("x", b"", small()).answers == (b"ok",)


def test_it_is_stopped_as_soon_as_nobody_wants_the_result(own_work):
    own_work("    yield b''\n    time.sleep(60)")
    stop = threading.Event()

    with apart.stoppable(stop), pytest.raises(apart.StoppedError):
        apart.run("x", b"", small(), stop.set)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_child_dies_with_its_parent():
    body = (
        "import sys\nfrom nianbao.apart import child, parent, Limits\n"
        "def work(request):\n    while True: pass\n    yield b''\n"
        "if sys.argv[1:]: sys.exit(child.serve(work, memory=1 << 28, seconds=60))\n"
        "parent._program = lambda: [sys.executable, '-P', '-c', sys.argv[0]]\n"
    )
    script = (
        "import sys\nfrom nianbao.apart import parent, Limits\n"
        f"parent._program = lambda: [sys.executable, '-P', '-c', {body!r}]\n"
        "parent.run('x', b'', Limits(seconds=60, memory=1 << 28, output=1 << 20))\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", script])
    child = _child_of(holder.pid)

    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()

    until = time.monotonic() + 2
    while _lives(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _lives(child)


def _child_of(pid):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            if found := children.read_text(encoding="ascii").split():
                time.sleep(0.5)  # until it works
                return int(found[0])
        time.sleep(0.02)
    raise AssertionError("no child")


def _lives(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_meanwhile_is_done_while_the_child_works(own_work, tmp_path):
    own_work(
        "    import os\n"
        "    until = time.monotonic() + 30\n"
        "    while time.monotonic() < until and not os.path.exists(request.decode()):\n"
        "        time.sleep(0.01)\n"
        "    yield b'there' if os.path.exists(request.decode()) else b'never'"
    )
    sign = tmp_path / "meanwhile"

    found = apart.run("any", str(sign).encode(), small(seconds=30), sign.touch)

    assert found.answers == (b"there",)
