"""The whole program on a machine: no network, private files, nothing left behind, any home."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile

import docx
import pytest

from tests.readers.word.word_files import docx as word
from tests.readers.word.word_files import p

PROGRAM = [sys.executable, "-m", "nianbao"]


@pytest.fixture
def machine(tmp_path):
    """A home, a folder for temporary files, and what runs the program there."""
    for name in ("home", "tmp", "work"):
        (tmp_path / name).mkdir()
    home = tmp_path / "home"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home)),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "tmp")),
    }

    def run(*words, before=(), **more):
        return subprocess.run(
            [*before, *PROGRAM, *map(str, words)],
            cwd=tmp_path / "work",
            env={**environment, **more},
            capture_output=True,
            check=False,
            umask=0o022,
        )

    run.environment, run.folder = environment, tmp_path
    return run


def _files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_main_job_opens_no_connection_and_leaves_private_files_only(machine, bar):
    work, trace = machine.folder / "work", machine.folder / "trace"
    reaching = word(p("安澜县法治政府建设年度报告")).replace(b"w:document", b"w:document")
    (work / "a.docx").write_bytes(reaching)
    strace = shutil.which("strace")
    before = [strace, "-f", "-qq", "-e", "trace=network", "-o", trace] if strace else []
    demo = machine("demo", "-o", work / "o.docx", before=before)
    assert demo.returncode in (0, 1), demo.stderr
    assert machine("draft", work / "o.docx", "-w", work / "w.nianbao").returncode in (0, 1)
    assert machine("backup", "-w", work / "w.nianbao").returncode == 0

    if strace:
        calls = trace.read_text(encoding="utf-8", errors="replace")
        outside = re.findall(r"AF_INET6?\b", calls)
        bar("H1", f"{len(outside)} calls for a network in the main job", met=not outside)
    ours = [path for path in _files(machine.folder) if path.name not in ("trace", "a.docx")]
    if os.name != "nt":  # there a home is private, a file has no modes
        open_ = [path.name for path in ours if path.stat().st_mode & 0o077]
        bar("H2", f"{len(ours)} files, {len(open_)} not private {open_[:3] or ''}", met=not open_)
    left = [path.name for path in _files(machine.folder / "tmp")]
    bar("H3", f"{len(left)} temporary files after the main job", met=not left)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of processes to kill")
@pytest.mark.endurance
def test_what_a_killed_program_left_is_gone_after_the_next_start(machine, bar):
    source = machine.folder / "work" / "long.txt"
    source.write_text("安澜县2025年法治政府建设年度报告\n" + "增长12.5%，" * 20_000, "utf-8")
    out = machine.folder / "work" / "out.docx"
    for seconds in (0.5, 1.0, 1.5):
        work = subprocess.Popen(
            [*PROGRAM, "draft", source, "-o", out],
            env=machine.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(seconds)
        os.killpg(work.pid, signal.SIGKILL)
        work.wait()
    machine("demo", "-o", machine.folder / "work" / "o.docx")

    left = _files(machine.folder / "tmp")
    beside = [one.name for one in _files(machine.folder / "work") if one.suffix == ".tmp"]
    figure = f"{len(left) + len(beside)} files after 3 kills and a start"
    bar("H3", figure, met=not left and not beside)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not ask HOME")
@pytest.mark.endurance
@pytest.mark.parametrize("home", ["/proc/nowhere", "/dev/null/x", ""])
def test_without_a_home_the_main_job_is_done(machine, home, bar):
    done = machine("demo", "-o", machine.folder / "work" / "o.docx", HOME=home)

    said = done.stderr.decode()
    right = done.returncode == 0 or (done.returncode == 1 and "请" in said)
    bar("J3", f"HOME={home}: exit {done.returncode} {said[:40]}", met=right)


SIGNS, ODD = "中文 a#b?c%41&d", ("😀'--", "长" * 60, " x .")
if os.name == "nt":  # it forbids ?, and a point at the end
    SIGNS, ODD = SIGNS.replace("?", ""), (*ODD[:2], " x")


@pytest.mark.parametrize(
    "name",
    [SIGNS, *(pytest.param(name, marks=pytest.mark.endurance) for name in ODD)],
    ids=["signs", "quotes", "long", "spaces"],
)
def test_in_any_folder_the_draft_is_made_and_valid(machine, name, bar):
    folder = machine.folder / "work" / name
    folder.mkdir()

    done = machine("demo", "-o", folder / f"{name[:20]}.docx", LC_ALL="C", LANG="C")

    out = folder / f"{name[:20]}.docx"
    bar("J2", f"{name[:9]}: exit {done.returncode}", met=done.returncode == 0 and out.exists())
    with zipfile.ZipFile(out) as package:
        names, links = (
            set(package.namelist()),
            package.read("word/_rels/document.xml.rels").decode(),
        )
    targets = re.findall(r'Target="([^"]+)"', links)
    there = [f"word/{one}" in names or one.lstrip("/") in names for one in targets]
    paragraphs = len(docx.Document(str(out)).paragraphs)
    figure = f"{sum(there)} of {len(there)} targets there, {paragraphs} paragraphs"
    bar("G7", figure, met=all(there) and paragraphs > 20 and "External" not in links)
