"""Backups of a workspace as the user looks through them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nianbao.desk.desk import Desk
from nianbao.machine import clock
from nianbao.workspace.copies.backup import Backup


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """A backup: its number, when it was made and before what; `far` when in the second place."""

    path: Path
    number: int
    at: datetime
    why: str
    far: bool = False

    @property
    def when(self) -> str:
        """When it was made, as the user says it."""
        return clock.said(self.at.astimezone().isoformat())

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return f"第{self.number}份备份（{self.when}，{self.why}）"


def lines(desk: Desk) -> list[BackupLine]:
    """Return the backups of an open workspace, those of the second place too, newest first."""
    kept = desk.store.backups
    found = [*lines_of(kept.listed()), *lines_of(kept.far(), far=True)]
    return sorted(found, key=lambda line: (line.at, line.number), reverse=True)


def lines_of(kept: Iterable[Backup], *, far: bool = False) -> list[BackupLine]:
    """Return backups as lines, newest first."""
    found = [
        BackupLine(path=one.path, number=one.number, at=one.at, why=one.why, far=far)
        for one in kept
    ]
    return sorted(found, key=lambda line: line.number, reverse=True)
