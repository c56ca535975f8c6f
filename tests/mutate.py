"""Put small faults into a room and see which of them its own tests notice.

    python3 dev.py mutate ROOM [--sample N] [names or patterns of faults, further words for mutmut]

`--sample` tries N faults drawn by lot, the same ones each time: a room has thousands, and each of
them takes about a second. mutmut knows packages only below `src/`, so it works on a copy of the
checkout in `.mutants/ROOM`, in which `desktop/` has that name. The copy is made anew each time;
what mutmut found stays in it for `mutmut show NAME`, run from there.

Faults are put into functions only, and are awake only while a test runs: what a test module works
out when it is imported is never wrong. Some faults no test can notice, because nothing differs:

    one character looked for in "XX（）XX" instead of "（）"      text._wide_brackets, _inner_titles
    a first value that the loop writes over                    text.corrected
    a short cut that is taken, or not, to the same end         slots.as_read, slots.figure_slot
    the last place instead of the first, asked whether any is  spans.touches
    more zeros behind the end of what is held                  Spans.__init__
    None for "", of which only the truth is asked              slots.as_read, descent._with_part
    both signs turned round, where only 0 is asked for         placeholder._apart
    a flag that is asked only behind something written         numbering.to_chinese
    SQL or the name of an encoding in capitals                 ledger.remove_indicator
    a value for a parameter that is not used                   correcting._merge
    one of two conditions that hold together or not at all     paragraphs.kind
    a group that is all that was found                         tracing.traced
    the same put around both of two that are compared          diagnosis._bare
    a name that nothing has instead of no name                 geometry._Styles.__init__
    an error let through that does not come                    Workspace._work_on

Nor is one noticed in what a test gets from a cache (geometry.of): another test worked it out.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_SEED = 13
_NOTHING = "nothing"  # no fault is called so: mutmut makes all of them and stops
_SETTINGS = """[mutmut]
source_paths=src/nianbao/{room}
pytest_add_cli_args_test_selection=tests/{room}
pytest_add_cli_args=
    -p
    no:cacheprovider
    -m
    not timed
    -o
    disable_test_id_escaping_and_forfeit_all_rights_to_community_support=true
also_copy=
    {copied}
"""
_COPIED = ("tests", "resources", "templates", "pyproject.toml")


def main(words: list[str]) -> int:
    """Run mutmut on a room and print how many faults were noticed."""
    rooms = sorted(
        p.name for p in (ROOT / "tests").iterdir() if (ROOT / "desktop/nianbao" / p.name).is_dir()
    )
    if not words or words[0] not in rooms:
        print(f"用法：dev.py mutate 部分；有自己的测试的部分：{'、'.join(rooms)}", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(prog="dev.py mutate", allow_abbrev=False)
    parser.add_argument("room")
    parser.add_argument("--sample", type=int, metavar="N")
    chosen, more = parser.parse_known_args(words)
    copy = ROOT / ".mutants" / chosen.room
    _copy(copy, chosen.room)
    if chosen.sample:
        _mutmut(copy, "run", _NOTHING, quiet=True)
        _settle(copy, chosen.room, _COPIED)  # `src` again would undo the faults that were made
        more += _sample(list(_ends(copy)), chosen.sample)
    code = _mutmut(copy, "run", *more).returncode
    _tell(copy, chosen.room, f"抽查（种子{_SEED}）" if chosen.sample else "")
    return code


def _tell(copy: Path, room: str, drawn: str) -> None:
    ends = Counter(_ends(copy).values())
    noticed = ends["killed"] + ends["timeout"] + ends["caught by type check"]
    tried = noticed + ends["survived"] + ends["no tests"] + ends["suspicious"] + ends["segfault"]
    share = f"{noticed * 100 / tried:.1f}%" if tried else "—"
    print(
        f"{room}：{ends.total()}处可以改错，{drawn}试了{tried}处，发现{noticed}处（{share}）；"
        f"没有发现的见 {copy} 里 mutmut results"
    )


def _sample(names: list[str], size: int) -> list[str]:
    lot = random.Random(_SEED)  # noqa: S311 - nothing here is secret
    return lot.sample(sorted(names), min(size, len(names)))


def _ends(copy: Path) -> dict[str, str]:
    """Return what became of every fault, by its name."""
    told = _mutmut(copy, "results", "--all", "true", quiet=True).stdout
    lines = (line.strip().rpartition(": ") for line in told.splitlines())
    return {name: end for name, _, end in lines if name}


def _mutmut(copy: Path, *words: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": "src", "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=quiet,
        text=True,
    )


def _copy(copy: Path, room: str) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    ignore = shutil.ignore_patterns("__pycache__", ".*cache")
    for name in ("tests", "resources", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignore)
    shutil.copytree(ROOT / "desktop", copy / "src", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", copy)
    _settle(copy, room, ("src", *_COPIED))


def _settle(copy: Path, room: str, copied: Iterable[str]) -> None:
    settings = _SETTINGS.format(room=room, copied="\n    ".join(copied))
    (copy / "setup.cfg").write_text(settings, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
