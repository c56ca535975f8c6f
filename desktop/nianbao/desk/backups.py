"""Backups of a workspace, beside it and in the second place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nianbao.desk.desk import Desk
from nianbao.workspace.copies import backup
from nianbao.workspace.copies.backup import Backup


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBackup:
    """A backup: its number, when it was made and before what; `far` when in the second place."""

    path: Path
    number: int
    at: datetime
    why: str
    far: bool = False


def of_desk(desk: Desk) -> list[KeptBackup]:
    """Return the backups of an open workspace, those of the second place too, newest first."""
    kept = desk.store.backups
    found = [*_kept(kept.listed()), *_kept(kept.far(), far=True)]
    return sorted(found, key=lambda one: (one.at, one.number), reverse=True)


def of_file(place: Path) -> list[KeptBackup]:
    """Return the backups beside a workspace that is not open, newest first."""
    found = _kept(backup.listed(backup.folder_of(place)))
    return sorted(found, key=lambda one: one.number, reverse=True)


def _kept(found: Iterable[Backup], *, far: bool = False) -> list[KeptBackup]:
    return [
        KeptBackup(path=one.path, number=one.number, at=one.at, why=one.why, far=far)
        for one in found
    ]
