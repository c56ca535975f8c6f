"""Backups made, put back and looked into; a damaged workspace rescued."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nianbao.errors import InputError, NianbaoError, OutputError, WorkspaceError
from nianbao.workspace import Workspace
from nianbao.workspace.copies import backup, open_format
from nianbao.workspace.copies.backup import Backup
from nianbao.workspace.copies.restoring import put_over
from nianbao.workspace.refusals import UnusableError
from nianbao.workspace.salvage import SalvagedRows, salvage


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupDifference:
    """How a backup differs from a workspace in one year of one unit.

    `here`, `there`: whether the year is in the workspace and in the backup. `entries` and `figures`
    count those that are missing on one side or not alike.
    """

    unit: str
    year: int
    here: bool
    there: bool
    entries: int
    figures: int

    def __str__(self) -> str:
        name = f"{self.unit}{self.year}年度"
        if not self.there:
            return f"{name}：备份里没有，恢复后就没有了"
        if not self.here:
            return f"{name}：现在没有，恢复后会有"
        return f"{name}：有{self.entries}条文字、{self.figures}个数不同"


def is_damage(error: NianbaoError) -> bool:
    """Whether a workspace could not be opened because it is no longer what was written."""
    return isinstance(error, UnusableError)


def back_up(place: Path, second: Path | None = None) -> Backup | None:
    """Make a backup now, also in a second place; None when the newest one is the same.

    Raises:
        OutputError: it could not be made.
    """
    with Workspace.open(place) as store:
        store.backups.second_place = second
        made = store.backups.make("手动")
        if store.backups.failure:
            raise OutputError(store.backups.failure, do="请换一个位置，再备份一次。")
        return made


def files_of(place: Path) -> list[Path]:
    """Return what there is of a workspace: its file and the folder of its backups."""
    return [path for path in (place, backup.folder_of(place)) if os.path.exists(path)]


Content = Mapping[tuple[str, int], tuple[dict[str, str], dict[str, str]]]
"""What a workspace holds: texts and figures by unit and year."""


def content(store: Workspace) -> Content:
    """Return what a workspace holds."""
    years = [(info.unit, info.year) for info in store.reports()]
    return {one: (_texts(store, *one), _values(store, *one)) for one in years}


def content_of(place: Path) -> Content:
    """Return what a workspace or backup that is not open here holds; this may run in any thread.

    Raises:
        WorkspaceError: it cannot be read.
    """
    with Workspace.view(place) as store:
        return content(store)


def compared(now: Content, then: Content) -> list[BackupDifference]:
    """Return in which years two states differ, newest first."""
    nothing: tuple[dict[str, str], dict[str, str]] = ({}, {})
    found = [
        BackupDifference(
            unit=year[0],
            year=year[1],
            here=year in now,
            there=year in then,
            entries=_unlike(now.get(year, nothing)[0], then.get(year, nothing)[0]),
            figures=_unlike(now.get(year, nothing)[1], then.get(year, nothing)[1]),
        )
        for year in sorted({*now, *then}, key=lambda one: (one[0], -one[1]))
    ]
    return [one for one in found if one.entries or one.figures or one.here is not one.there]


def differences(now: Workspace, then: Workspace) -> list[BackupDifference]:
    """Return in which years two states differ, newest first."""
    return compared(content(now), content(then))


def restore(place: Path, source: Path) -> Path | None:
    """Put a backup in the place of a workspace; what is there now is backed up first.

    A workspace that is none any more gets another name, which is returned.

    Raises:
        NianbaoError: the backup cannot be read, the workspace is open, nothing can be written.
    """
    damaged = not os.path.exists(place)
    try:
        if not damaged:
            with Workspace.open(place) as store:
                store.backups.make("恢复前")
                if store.backups.failure:
                    raise OutputError(
                        store.backups.failure, do="现在的样子没有备份，所以没有恢复。"
                    )
    except UnusableError:
        damaged = True
    return put_over(place, source, keep=damaged)


def backups(place: Path) -> list[Backup]:
    """Return the backups of a workspace, oldest first."""
    return backup.listed(backup.folder_of(place))


def changes(place: Path, source: Path) -> list[str]:
    """Say in which years a backup differs from a workspace."""
    try:
        with Workspace.view(place) as now, Workspace.view(source) as then:
            return [str(one) for one in differences(now, then)] or ["内容相同。"]
    except WorkspaceError as error:
        return [error.what]


def the_backup(place: Path, number: int | None) -> Path:
    """Return a workspace's backup by its number, the newest one when None.

    Raises:
        InputError: there is no such backup.
    """
    found = backups(place)
    for one in reversed(found):
        if number is None or one.number == number:
            return one.path
    raise InputError(
        f"没有找到{'备份' if number is None else f'第{number}号备份'}。",
        do=f"备份在“{backup.folder_of(place)}”里，共{len(found)}份。",
    )


def write_open(place: Path, folder: Path) -> None:
    """Write a workspace into a new folder, in formats that any program reads."""
    with Workspace.view(place) as store:
        store.write_open(folder)


def read_open(folder: Path, place: Path) -> None:
    """Make a workspace again from such a folder."""
    open_format.read(folder, place)


def rescue(place: Path, new: Path) -> list[SalvagedRows]:
    """Bring what can be read of a damaged workspace into a new one; see `salvage`."""
    return salvage(place, new)


def _unlike(one: dict[str, str], other: dict[str, str]) -> int:
    return sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())


def _texts(store: Workspace, unit: str, year: int) -> dict[str, str]:
    report = store.report(unit, year)
    if report is None:
        return {}
    pieces = {element.id: element.text for element in (*report.front, *report.back)}
    for section in report.walk():
        pieces[section.id] = section.title
        pieces |= {entry.id: entry.text for entry in section.entries}
    return pieces


def _values(store: Workspace, unit: str, year: int) -> dict[str, str]:
    return {one.indicator: f"{one.state} {one.value}" for one in store.figures(unit, year)}
