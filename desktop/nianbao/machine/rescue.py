"""Texts that could not be saved: kept outside the workspace's folder until they are.

There is one file for each workspace, in the program's own data folder. It is plain JSON that can be
read without the program.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from nianbao.machine import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """Texts of one report that did not get into its workspace, by the id of the piece."""

    unit: str
    year: int
    texts: Mapping[str, str]
    at: str = ""


def folder() -> Path:
    """Return where texts are rescued to; it need not be there yet."""
    return user_data_path("nianbao", appauthor=False) / "未存文字"


def place_of(workspace: Path) -> Path:
    """Return the file for the texts of a workspace."""
    name = hashlib.sha256(os.fsencode(workspace.absolute())).hexdigest()[:16]
    return folder() / f"{workspace.stem[:40]}-{name}.json"


def keep(workspace: Path, rescued: Rescued) -> Path | None:
    """Write the texts; return where, None when that cannot be done either."""
    place = place_of(workspace)
    told = {
        "工作文件": str(workspace),
        "单位": rescued.unit,
        "年度": rescued.year,
        "时间": clock.now(),
        "文字": dict(rescued.texts),
    }
    aside = place.with_suffix(".tmp")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            json.dump(told, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(place)
    except OSError:
        return None
    return place


def found(workspace: Path) -> Rescued | None:
    """Return the texts that did not get into a workspace, None when there are none."""
    try:
        told = json.loads(place_of(workspace).read_text(encoding="utf-8"))
        texts = {str(piece): str(text) for piece, text in told["文字"].items()}
        rescued = Rescued(
            unit=str(told["单位"]), year=int(told["年度"]), texts=texts, at=str(told["时间"])
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return rescued if texts else None


def forget(workspace: Path) -> None:
    """Take the file away: its texts are saved, or nobody wants them."""
    place_of(workspace).unlink(missing_ok=True)
