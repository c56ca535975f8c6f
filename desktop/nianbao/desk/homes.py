"""Where a report belongs: each unit has a workspace of its own."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from nianbao.desk.desk import Desk
from nianbao.machine import installation
from nianbao.machine.whereabouts import real


@dataclass(frozen=True, slots=True, kw_only=True)
class Homes:
    """Where a report of another unit than those of an open workspace may be stored.

    `own` is the unit's own workspace, None when there is none; `new` is where one would be made.
    `here`: whether the open one may take it all the same.
    """

    own: Path | None
    new: Path
    here: bool


def takes(desk: Desk, unit: str) -> bool:
    """Whether a report of a unit goes into a workspace without a question."""
    if desk.is_empty and is_sample(desk):
        return installation.sample_report().name.startswith(unit)
    return desk.is_empty or unit in desk.units()


def is_free(desk: Desk, unit: str) -> bool:
    """Whether an empty workspace is one for a unit: its own, or nobody's yet."""
    if desk.read_only or is_sample(desk):
        return False
    return not desk.store.history() or desk.place == installation.home_of(unit)


def homes(desk: Desk | None, unit: str, known: Iterable[Path] = ()) -> Homes:
    """Return where a report of a unit may go; `known` are workspaces that are said to be its own.

    One that is open is not among them: it has no report of the unit. Nor is one on a disk that
    cannot be looked at now.
    """
    usual = installation.home_of(unit)
    open_ = desk.real_place if desk is not None else None
    there = [one for one in (usual, *known) if os.path.exists(one) and real(one) != open_]
    names = (usual if n == 1 else usual.with_stem(f"{usual.stem}{n}") for n in count(1))
    return Homes(
        own=there[0] if there else None,
        new=next(one for one in names if not os.path.exists(one)),
        here=desk is not None and not desk.read_only and not is_sample(desk),
    )


def is_sample(desk: Desk) -> bool:
    """Whether a workspace is there to look at the made-up county that comes with the program."""
    if desk.real_place == real(installation.sample_home()):
        return True
    units = {one.unit for one in desk.store.originals() if one.sha256 == _sample()}
    return units == set(desk.units()) and bool(units)


@cache
def _sample() -> str:
    return hashlib.sha256(installation.sample_report().read_bytes()).hexdigest()
