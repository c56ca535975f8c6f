"""Backups of a workspace as the user looks through them."""

from dataclasses import dataclass
from pathlib import Path

from nianbao.desk import backups
from nianbao.desk.backups import KeptBackup
from nianbao.desk.desk import Desk
from nianbao.machine import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """A backup in words: which one and before what, where it is, when it was made.

    `name` is what to call it in a sentence.
    """

    path: Path
    title: str
    where: str
    when: str
    name: str
    far: bool = False  # it is in the second place


def lines(desk: Desk) -> list[BackupLine]:
    """Return the backups of an open workspace, those of the second place too, newest first."""
    return [_line(one) for one in backups.of_desk(desk)]


def lines_of(place: Path) -> list[BackupLine]:
    """Return the backups beside a workspace that is not open, newest first."""
    return [_line(one) for one in backups.of_file(place)]


def _line(one: KeptBackup) -> BackupLine:
    when = clock.said(one.at.astimezone().isoformat())
    return BackupLine(
        path=one.path,
        title=f"第{one.number}份　{one.why}",
        where="另一处" if one.far else "旁边",
        when=when,
        name=f"第{one.number}份备份（{when}，{one.why}）",
        far=one.far,
    )
