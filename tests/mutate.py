"""Put small faults into a room and see which of them its own tests notice.

    python3 dev.py mutate ROOM [further words for mutmut]

mutmut knows packages only below `src/`, so it works on a copy of the checkout in `.mutants/`, in
which `desktop/` has that name. The copy is made anew each time; what mutmut found stays in it for
`mutmut show NAME`, run from there.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPY = ROOT / ".mutants"
_SETTINGS = """[mutmut]
source_paths=src/nianbao/{room}
pytest_add_cli_args_test_selection=tests/{room}
pytest_add_cli_args=-p no:cacheprovider
also_copy=
    src
    tests
    resources
    templates
    pyproject.toml
"""


def main(words: list[str]) -> int:
    """Run mutmut on a room and print how many faults were noticed."""
    rooms = sorted(
        p.name for p in (ROOT / "tests").iterdir() if (ROOT / "desktop/nianbao" / p.name).is_dir()
    )
    if not words or words[0] not in rooms:
        print(f"用法：dev.py mutate 部分；有自己的测试的部分：{'、'.join(rooms)}", file=sys.stderr)
        return 2
    room, *more = words
    _copy()
    (COPY / "setup.cfg").write_text(_SETTINGS.format(room=room), encoding="utf-8")
    env = os.environ | {"PYTHONPATH": "src", "QT_QPA_PLATFORM": "offscreen"}
    mutmut = [sys.executable, "-m", "mutmut"]
    code = subprocess.run([*mutmut, "run", *more], cwd=COPY, env=env, check=False).returncode
    told = subprocess.run(
        [*mutmut, "results", "--all", "true"],
        cwd=COPY,
        env=env,
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    ends = Counter(line.rpartition(":")[2].strip() for line in told.splitlines() if ":" in line)
    noticed = ends["killed"] + ends["timeout"] + ends["caught by type check"]
    every = noticed + ends["survived"] + ends["no tests"] + ends["suspicious"]
    share = f"{noticed * 100 / every:.1f}%" if every else "—"
    print(
        f"{room}：{every}处改错，发现{noticed}处（{share}）；没有发现的见 {COPY} 里 mutmut results"
    )
    return code


def _copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    ignore = shutil.ignore_patterns("__pycache__", ".*cache")
    for name in ("tests", "resources", "templates"):
        shutil.copytree(ROOT / name, COPY / name, ignore=ignore)
    shutil.copytree(ROOT / "desktop", COPY / "src", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", COPY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
