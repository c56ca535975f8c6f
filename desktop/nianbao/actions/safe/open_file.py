"""The file of the open workspace: backups of it, a copy, a look at all its rows."""

from collections.abc import Callable
from pathlib import Path

from nianbao.actions.safe import safekeeping
from nianbao.actions.safe.safekeeping import Content
from nianbao.desk.desk import Desk


def follow_backups(desk: Desk, told: Callable[[], object]) -> None:
    """Have something called after each backup, in the thread that makes them."""
    desk.store.backups.told = told


def back_up(desk: Desk) -> None:
    """Make a backup when it is time; nobody waits for it."""
    if desk.is_backup_due():
        desk.store.back_up("定时")


def failure(desk: Desk) -> str:
    """Return why the last backup could not be made, nothing when all is well."""
    return desk.store.backups.failure


def second_place(desk: Desk) -> Path | None:
    """Return the folder that gets every backup too."""
    return desk.store.backups.second_place


def choose_second_place(desk: Desk, folder: Path | None) -> None:
    """Let a folder that is there get every backup too; None for no folder any more."""
    desk.store.backups.second_place, desk.store.backups.second_is_there = folder, True


def backing_up(desk: Desk) -> Callable[[], None]:
    """Begin a backup that the user asked for; return what waits for it, in any thread."""
    desk.store.backups.begin("手动")
    return desk.store.backups.wait


def copying(desk: Desk, place: Path) -> Callable[[], None]:
    """Return what writes all that is here now into a new file; it may do so in any thread."""
    return desk.store.copying_to(place)


def take_check(desk: Desk) -> Callable[[], None] | None:
    """Return once what looks at all rows, in any thread, where that was not done on opening.

    It raises WorkspaceError.
    """
    check, desk.store.check = desk.store.check, None
    return check


def content(desk: Desk) -> Content:
    """Return what the workspace holds now."""
    return safekeeping.content(desk.store)
