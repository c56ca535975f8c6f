"""Texts and numbers that could not be saved: kept outside the workspace's folder until they are.

There is one file for each year of a workspace, in the program's own data folder. It is plain JSON
that can be read without the program.
"""

import hashlib
import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from nianbao.machine import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """What was typed into one report and did not get into its workspace.

    `texts` are by the id of the piece, `figures` are numbers as one types them, by indicator.
    """

    unit: str
    year: int
    texts: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    at: str = ""
    workspace: str = ""


def folder() -> Path:
    """Return where texts are rescued to; it need not be there yet."""
    return user_data_path("nianbao", appauthor=False) / "未存文字"


def place_of(workspace: Path, unit: str, year: int) -> Path:
    """Return the file for the texts of a report."""
    about = f"{unit}{year}".encode()
    name = hashlib.sha256(os.fsencode(workspace.absolute()) + b"\0" + about).hexdigest()[:16]
    return folder() / f"{workspace.stem[:40]}-{name}.json"


def keep(workspace: Path, rescued: Rescued) -> Path | None:
    """Write what was typed, beside what is kept of the report already; return where.

    None when that cannot be done either.
    """
    place = place_of(workspace, rescued.unit, rescued.year)
    before = _read(place)
    texts = {**(before.texts if before else {}), **rescued.texts}
    figures = {**(before.figures if before else {}), **rescued.figures}
    told = {
        "年报库": str(workspace.absolute()),
        "单位": rescued.unit,
        "年度": rescued.year,
        "时间": clock.now(),
        "文字": texts,
        "数据": figures,
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


def found(workspace: Path) -> list[Rescued]:
    """Return what did not get into a workspace, report by report."""
    every = (_read(place) for place in sorted(folder().glob("*.json")))
    return [one for one in every if one and one.workspace == str(workspace.absolute())]


def forget(
    workspace: Path,
    unit: str,
    year: int,
    pieces: Collection[str] = (),
    figures: Collection[str] = (),
) -> None:
    """Take texts and numbers out of the file, because they are saved; others stay in it."""
    place = place_of(workspace, unit, year)
    kept = _read(place)
    if kept is None:
        return
    texts = {piece: text for piece, text in kept.texts.items() if piece not in pieces}
    numbers = {name: typed for name, typed in kept.figures.items() if name not in figures}
    with suppress(OSError):
        place.unlink(missing_ok=True)
    if texts or numbers:
        keep(workspace, Rescued(unit=unit, year=year, texts=texts, figures=numbers))


def _read(place: Path) -> Rescued | None:
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        texts = {str(piece): str(text) for piece, text in told["文字"].items()}
        figures = {str(name): str(typed) for name, typed in told.get("数据", {}).items()}
        rescued = Rescued(
            unit=str(told["单位"]),
            year=int(told["年度"]),
            texts=texts,
            figures=figures,
            at=str(told["时间"]),
            workspace=str(told["年报库"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return rescued if texts or figures else None
