"""Installs the program from this folder, without a network: `python3 install.py` (`py install.py`).

Standard library only. An argument names the folder to install to; by default it is 程序, beside
this file.
"""

import io
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
SUITABLE = ((3, 11), (3, 12), (3, 13))


def main(arguments: list[str]) -> int:
    """Make an environment, install into it, and say how to start the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")  # a console keeps its own
    if sys.version_info[:2] not in SUITABLE:
        print(
            "需要Python 3.11、3.12或3.13，现在的是{}.{}。".format(*sys.version_info),
            file=sys.stderr,
        )
        return 1
    target = Path(arguments[0]) if arguments else HERE / "程序"
    wheels = HERE / "wheels"
    pip = next(wheels.glob("pip-*.whl"))
    venv.create(target, with_pip=False, clear=True)
    programs = target / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    quiet = ("--no-index", "--find-links", str(wheels), "--quiet", "--disable-pip-version-check")
    # As a module: on Windows a pip that was started as a file refuses to install a pip.
    command = (str(python), "-m", "pip", "install", *quiet, "nianbao")
    env = {**os.environ, "PYTHONPATH": str(pip)}
    done = subprocess.run(command, env=env, check=False)
    if done.returncode:
        print("没有装成，原因见上面的输出。", file=sys.stderr)
        return 1
    print(f"装好了。双击或运行：{programs / ('nianbao.exe' if os.name == 'nt' else 'nianbao')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
