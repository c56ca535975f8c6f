"""Two files that were one: which of them is newer, or whether both were worked on since."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from nianbao.machine.installation import WORKSPACE
from nianbao.workspace.connection import Connection
from nianbao.workspace.copies import snapshot


class Kin(Enum):
    """What another file is to this one."""

    STRANGER = auto()
    SAME = auto()
    NEWER = auto()
    OLDER = auto()
    PARTED = auto()  # both were changed since


Trace = tuple[tuple[str, str], ...]
"""Name and time of every action, oldest first; those that were undone are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A file that has its beginning in common with another."""

    path: Path
    kin: Kin
    steps: int
    """How many steps it has that the other has not."""


def compare(here: Trace, there: Trace) -> Kin:
    """Return what `there` is to `here`."""
    if not here or not there or here[0] != there[0]:
        return Kin.STRANGER
    if here == there:
        return Kin.SAME
    if there[: len(here)] == here:
        return Kin.NEWER
    return Kin.OLDER if here[: len(there)] == there else Kin.PARTED


def beside(path: Path, here: Trace) -> list[Twin]:
    """Return the twins that lie in the same folder, backups not counted."""
    found = []
    for other in sorted(path.parent.glob(f"*{WORKSPACE}")):
        if other.name != path.name and (there := trace(other)) is not None:
            kin = compare(here, there)
            if kin is not Kin.STRANGER:
                common = next(
                    (n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b),
                    min(len(here), len(there)),
                )
                found.append(Twin(path=other, kin=kin, steps=len(there) - common))
    return found


def trace(path: Path) -> Trace | None:
    """Return what was done in a file, None when it is no workspace that can be read."""
    try:
        conn = snapshot.unchecked(path)
        try:
            return done(conn)
        finally:
            conn.close()
    except Exception:  # noqa: BLE001 - whatever lies in a folder
        return None


def done(conn: Connection) -> Trace:
    """Return what was done in an open workspace and stands."""
    rows = conn.rows("SELECT name, at FROM action WHERE undone = 0 ORDER BY row_id")
    return tuple((str(name), str(at)) for name, at in rows)
