"""Workspaces that many tests begin from: each is made once and then copied."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from nianbao.desk.desk import Desk

_made = {}


def desk(folder, fill, *given):
    """Return a desk over a workspace in a folder, filled as `fill(desk, *given)` does it.

    What the workspace has beside it, its backups, is copied too.
    """
    if (fill, *given) not in _made:
        home = TemporaryDirectory()  # goes with the process
        first = Desk.create(Path(home.name) / "w.nianbao")
        fill(first, *given)
        first.close()
        _made[fill, *given] = home
    shutil.copytree(_made[fill, *given].name, folder, dirs_exist_ok=True)
    return Desk.open(folder / "w.nianbao")
