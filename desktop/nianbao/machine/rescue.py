"""Texts and numbers that could not be saved: kept outside the workspace's folder until they are.

There is one file for each year of a workspace and each session in which something was not saved, in
the program's own data folder: what an earlier session left stays as it is until it is put back. It
is plain JSON that can be read without the program.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from platformdirs import user_data_path

from nianbao.machine import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class RescuedTyping:
    """What was typed into one report and did not get into its workspace.

    `texts` are by the id of the piece, `before` has what each was written over, as far as it is
    known; `figures` are numbers as one types them, by indicator. `session` is whose file they are
    in.
    """

    unit: str
    year: int
    texts: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    session: str = ""
    at: str = ""
    workspace: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was left."""
        return not self.texts and not self.figures


def folder() -> Path:
    """Return where texts are rescued to; it need not be there yet."""
    return user_data_path("nianbao", appauthor=False) / "未存文字"


def new_session() -> str:
    """Return a name for a session that no other has."""
    return secrets.token_hex(6)


def place_of(workspace: Path, unit: str, year: int, session: str = "") -> Path:
    """Return the file for what a session could not save of a report."""
    about = f"{unit}{year}".encode()
    name = hashlib.sha256(os.fsencode(workspace.absolute()) + b"\0" + about).hexdigest()[:16]
    of = f"-{session}" if session else ""
    return folder() / f"{workspace.stem[:40]}-{name}{of}.json"


def keep(workspace: Path, rescued: RescuedTyping) -> Path | None:
    """Write what was typed, beside what its session has kept of the report; return where.

    None when that cannot be done either.
    """
    place = place_of(workspace, rescued.unit, rescued.year, rescued.session)
    kept = _read(place) or RescuedTyping(unit=rescued.unit, year=rescued.year)
    told = {
        "年报库": str(workspace.absolute()),
        "单位": rescued.unit,
        "年度": rescued.year,
        "时间": clock.now(),
        "场次": rescued.session,
        "文字": {**kept.texts, **rescued.texts},
        "原文": {**kept.before, **rescued.before},
        "数据": {**kept.figures, **rescued.figures},
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


def found(workspace: Path) -> list[RescuedTyping]:
    """Return what did not get into a workspace, report by report."""
    every = (_read(place) for place in sorted(folder().glob("*.json")))
    return [one for one in every if one and one.workspace == str(workspace.absolute())]


def forget(
    workspace: Path,
    unit: str,
    year: int,
    pieces: Collection[str] = (),
    figures: Collection[str] = (),
    session: str = "",
) -> None:
    """Take texts and numbers out of a session's file, because they are saved; others stay in it."""
    place = place_of(workspace, unit, year, session)
    kept = _read(place)
    if kept is None:
        return
    left = replace(
        kept,
        texts={piece: text for piece, text in kept.texts.items() if piece not in pieces},
        before={piece: text for piece, text in kept.before.items() if piece not in pieces},
        figures={name: typed for name, typed in kept.figures.items() if name not in figures},
    )
    with suppress(OSError):
        place.unlink(missing_ok=True)
    if not left.is_empty:
        keep(workspace, left)


def _read(place: Path) -> RescuedTyping | None:
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        rescued = RescuedTyping(
            unit=str(told["单位"]),
            year=int(told["年度"]),
            texts=_strings(told["文字"]),
            figures=_strings(told.get("数据", {})),
            before=_strings(told.get("原文", {})),
            session=str(told.get("场次", "")),
            at=str(told["时间"]),
            workspace=str(told["年报库"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return None if rescued.is_empty else rescued


def _strings(told: Mapping[str, str]) -> dict[str, str]:
    return {str(key): str(value) for key, value in told.items()}
