"""How the file of a workspace is: looked at from outside, without opening it to write."""

from dataclasses import dataclass
from pathlib import Path

from nianbao.errors import WorkspaceError
from nianbao.workspace import SQLITE, Workspace
from nianbao.workspace.copies import backup
from nianbao.workspace.copies.backup import Backup
from nianbao.workspace.copies.twins import Kin, Twin
from nianbao.workspace.opening import UPGRADED

__all__ = [
    "SQLITE",
    "Backup",
    "Health",
    "Kin",
    "Twin",
    "WorkspaceSummary",
    "is_ahead",
    "is_behind",
    "look",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceSummary:
    """What is in a workspace that can be read; `megabytes` is the size of its file."""

    years: tuple[int, ...]
    steps: int
    megabytes: float
    twins: tuple[Twin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What there is to know of a workspace: what is in it, or why that cannot be read."""

    place: Path
    contents: WorkspaceSummary | None
    refusal: str
    backups: tuple[Backup, ...]  # oldest first


def look(place: Path) -> Health:
    """Look at a workspace and at the backups beside it."""
    contents, refusal = None, ""
    try:
        contents = _contents(place)
    except WorkspaceError as error:
        refusal = str(error)
    backups = tuple(backup.listed(backup.folder_of(place)))
    return Health(place=place, contents=contents, refusal=refusal, backups=backups)


def _contents(place: Path) -> WorkspaceSummary:
    with Workspace.view(place) as store:
        return WorkspaceSummary(
            years=tuple(sorted({info.year for info in store.reports()})),
            steps=len(store.history()),
            megabytes=place.stat().st_size / 1e6,
            twins=tuple(store.twins()),
        )


def is_ahead(twin: Twin) -> bool:
    """Whether a twin has something that the workspace has not."""
    return twin.kin in (Kin.NEWER, Kin.PARTED)


def is_behind(twin: Twin) -> bool:
    """Whether a twin is an older copy that the user made; copies of the program's own are known."""
    return twin.kin is Kin.OLDER and UPGRADED not in twin.path.stem
