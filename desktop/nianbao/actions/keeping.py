"""The workspace as a whole: reports kept in it, every step seen and taken back."""

from pathlib import Path

from nianbao.actions.drafting import opened
from nianbao.actions.importing import Imported, import_report
from nianbao.desk import stepping
from nianbao.desk.reading import Source
from nianbao.errors import InputError
from nianbao.workspace import Workspace


def keep(source: Source, place: Path, *, year: int | None = None, raw: bool = False) -> Imported:
    """Store a report of any year in a workspace, which is made when it is not there."""
    with opened(place) as store:
        return import_report(store, source, year=year, raw=raw)


def history(place: Path) -> list[tuple[str, str, bool]]:
    """Return name, time and whether it was undone of every action, newest first."""
    with Workspace.open(place) as store:
        return [(action.name, action.at, action.undone) for action in store.history()]


def undo(place: Path) -> str:
    """Take the last action back and return its name.

    Raises:
        InputError: there is nothing to take back.
    """
    with Workspace.open(place) as store:
        name = store.undo()
    if name is None:
        raise InputError("没有可以撤销的步骤。", do="已经是最初的样子。")
    return name


def redo(place: Path) -> str:
    """Bring the last undone action back and return its name.

    Raises:
        InputError: there is nothing to bring back.
    """
    with Workspace.open(place) as store:
        name = stepping.redo(store)
    if name is None:
        raise InputError("没有可以恢复的步骤。", do="最近没有撤销过。")
    return name
