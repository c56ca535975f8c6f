"""Copies of a workspace that can take its place: named, verified, thinned with care.

The name is all there is to know: `0012_20260930-183000_导入前.nianbao` is the twelfth, whatever any
clock says. Deciding is done by pure functions; writing is at the end.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from nianbao.machine.installation import WORKSPACE

EVERY = timedelta(minutes=30)
LEAST = 10
_ALL_FOR = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_A_JUMP = timedelta(days=60)
_NAME = re.compile(r"(\d{4,})_(\d{8}-\d{6})_(.*)" + re.escape(WORKSPACE))
_WHEN = "%Y%m%d-%H%M%S"
_ODD = re.compile(r'[\s<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Backup:
    """A backup: its number, the clock's time when it was made (local), what came after it."""

    number: int
    at: datetime
    why: str
    path: Path = Path()

    @property
    def name(self) -> str:
        """The name of its file."""
        return (
            f"{self.number:04d}_{self.at.strftime(_WHEN)}_{_ODD.sub('-', self.why)[:40]}{WORKSPACE}"
        )


def named(path: Path) -> Backup | None:
    """Return the backup that a file is by its name, None when it is none."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found[2], _WHEN)  # noqa: DTZ007 - the clock of the user
    except ValueError:
        return None
    return Backup(number=int(found[1]), at=at, why=found[3], path=path)


def folder_of(workspace: Path) -> Path:
    """Return the folder beside a workspace in which its backups lie."""
    return workspace.parent / f"{workspace.stem}-备份"


def listed(folder: Path) -> list[Backup]:
    """Return the backups of a folder, oldest first."""
    try:
        found = [named(path) for path in folder.iterdir()]
    except OSError:
        return []
    return sorted(one for one in found if one is not None)


def due(changed_at: datetime | None, last: datetime | None, now: datetime) -> bool:
    """Tell whether it is time for a backup by itself: something changed, the last one is old.

    A clock that was put back makes it due at once. `changed_at` is None when nothing changed.
    """
    if changed_at is None:
        return False
    return last is None or not timedelta(0) <= now - last < EVERY


def surplus(backups: Iterable[Backup]) -> list[Backup]:
    """Return the backups that are no longer needed.

    All of two days are kept, then the last one of each of 12 days, 10 weeks and 9 months; never
    fewer than the newest 10. Time is what passed between one backup and the next: a step backwards
    or of more than two months is taken for a clock that jumped, and counts for nothing.
    """
    ages = _ages(sorted(backups))
    newest_first = list(reversed(ages))
    kept = {one.number for one, _ in newest_first[:LEAST]}
    kept |= {one.number for one, age in newest_first if age <= _ALL_FOR}
    older = [(one, age) for one, age in newest_first if age > _ALL_FOR]
    for length, most in ((1, _DAYS), (7, _WEEKS), (30, _MONTHS)):
        seen: dict[int, int] = {}
        for one, age in older:
            seen.setdefault(age.days // length, one.number)
        kept |= set(list(seen.values())[:most])
    return [one for one, _ in ages if one.number not in kept]


def _ages(backups: Sequence[Backup]) -> list[tuple[Backup, timedelta]]:
    """Return each backup with how long before the newest one it was made."""
    ages = [timedelta(0)]
    for newer, older in pairwise(reversed(backups)):
        passed = newer.at - older.at
        ages.append(ages[-1] + (passed if timedelta(0) < passed <= _A_JUMP else timedelta(0)))
    return list(zip(backups, reversed(ages), strict=False)) if backups else []


def next_in(folder: Path, why: str, at: datetime) -> Backup:
    """Return the backup to make next in a folder."""
    number = max((one.number for one in listed(folder)), default=0) + 1
    made = Backup(number=number, at=at.replace(microsecond=0, tzinfo=None), why=why)
    return replace(made, path=folder / made.name)


def thin(folder: Path) -> None:
    """Take away the backups of a folder that are no longer needed."""
    for one in surplus(listed(folder)):
        with suppress(OSError):
            one.path.unlink()
