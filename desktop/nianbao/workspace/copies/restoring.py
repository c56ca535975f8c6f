"""A backup takes the place of a workspace; what it replaces is kept."""

import os
from pathlib import Path

from nianbao.machine.whereabouts import real
from nianbao.workspace import opening, refusals
from nianbao.workspace.copies import copying, snapshot
from nianbao.workspace.guard import holding, sidecars


def put_over(path: Path, source: Path, *, keep: bool) -> Path | None:
    """Let the content of a backup take the place of a closed workspace.

    With `keep` the file that was there, damaged perhaps, gets another name, which is returned.

    Raises:
        WorkspaceError: the backup is damaged, somebody has the workspace open, or the folder cannot
            be written; the workspace is as it was.
    """
    _assure_own(path)
    path = real(path)
    content = snapshot.taken(source)
    try:
        with refusals.folder(path):
            hold = holding.take(path)
        try:
            new = sidecars.free(path.with_stem(f"{path.stem}-恢复中"))
            copying.copy(content, new)
            with refusals.folder(path):
                return _exchanged(path, new, keep=keep)
        finally:
            hold.release()
    finally:
        content.close()


def _assure_own(path: Path) -> None:
    """Refuse a link to a file that never was a workspace: it may be anything of anybody."""
    if os.path.islink(path):
        try:
            opening.look(real(path))
        except refusals.ForeignError as error:
            raise refusals.linked(path, real(path)) from error


def _exchanged(path: Path, new: Path, *, keep: bool) -> Path | None:
    aside = None
    if keep and os.path.exists(path):
        aside = sidecars.free(path.with_stem(f"{path.stem}-损坏"))
        path.rename(aside)
    sidecars.set_aside(path, "-journal", "-wal", "-shm")  # they belong to what was here
    try:
        new.replace(path)
    except OSError:
        if aside is not None:
            aside.rename(path)
        new.unlink(missing_ok=True)
        raise
    return aside
