"""The program as those see it who package it: its names, its version, what goes with it."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "installer"
NAME = "年报助手"
COMMAND = "nianbao"
ID = "org.nianbao.nianbao"
"""The name under which desktops and 统信UOS's /opt/apps know the program."""
SUMMARY = "把去年的法治政府建设年度报告变成今年的"

QT = {"x86_64": "6.9.3", "aarch64": "6.8.0.2"}
"""The last PySide6 whose wheels run on glibc 2.31, by machine; Windows takes that of x86_64."""
DEBIAN = {"x86_64": "amd64", "aarch64": "arm64"}
"""What Debian calls the machines."""


class Stop(Exception):  # noqa: N818 - not an error of ours: the machine lacks something
    """A package cannot be made here; the message is the sentence for the person."""


def version() -> str:
    """Return the version, which stands in `nianbao/__init__.py` alone."""
    source = (ROOT / "desktop" / "nianbao" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    if not found:
        raise Stop("desktop/nianbao/__init__.py里没有__version__。")
    return found[1]


def say(what: str) -> None:
    """Tell the person at the keyboard what goes on."""
    print(what, flush=True)


def must(*command: str | Path, env: Mapping[str, str] | None = None) -> None:
    """Run a command here; stop when it fails."""
    done = subprocess.run(command, env=env and {**os.environ, **env}, check=False)
    if done.returncode:
        words = " ".join(map(str, command[:3]))
        raise Stop(f"“{words} …”没有成功（{done.returncode}），原因见上面的输出。")


def cache() -> Path:
    """Return the folder that keeps the systems for building; deleting it starts afresh."""
    kept = os.environ.get("NIANBAO_BUILD") or (
        Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nianbao-build"
    )
    folder = Path(kept).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
