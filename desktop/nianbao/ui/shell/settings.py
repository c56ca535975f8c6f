"""What the window remembers from one day to the next. Nothing of a report's text is in it."""

import json
import os
from base64 import b64decode
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Self, get_type_hints

from nianbao.decoding import decoded
from nianbao.machine import clock

_RECENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A workspace that was open before; `when` is a time of the log, in older settings in words."""

    path: str
    title: str
    when: str

    @classmethod
    def now(cls, path: str, unit: str, year: int) -> Self:
        """Return a workspace that is opened at a report just now."""
        return cls(path=path, title=f"{unit} {year}年度", when=clock.now())

    @property
    def said(self) -> str:
        """When that was, as the user reads it."""
        try:
            return clock.said(self.when)
        except (ValueError, OverflowError, OSError):  # a file may say anything
            return self.when


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlace:
    """Where the user was in a workspace, to the caret."""

    unit: str = ""
    year: int = 0
    section: str = ""
    entry: str = ""
    caret: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that is remembered; every change gives new settings."""

    theme: str = "浅色"
    zoom: int = 100  # percent
    recent: tuple[Recent, ...] = ()  # newest first
    geometry: str = ""  # of the window, base64 as Qt gives it
    maximized: bool = False
    columns: tuple[int, ...] = ()  # widths of the form page's, in px at 100 %
    preview_beside: bool = False
    places: Mapping[str, LastPlace] = field(default_factory=dict)  # by path of the workspace
    side_tab: str = ""  # of the column beside the form
    folder: str = ""  # the last one a file was taken from or written to
    second_place: str = ""  # a folder that gets every backup too
    commands: tuple[str, ...] = ()  # what was run from the palette, newest first
    template: str = ""  # the office's own Word template; the program's own for none

    def opened(self, recent: Recent) -> Self:
        """Return settings with a workspace at the head of the recent ones."""
        others = [one for one in self.recent if one.path != recent.path]
        kept = (recent, *others)[:_RECENT]
        paths = {one.path for one in kept}
        places = {path: place for path, place in self.places.items() if path in paths}
        return replace(self, recent=kept, places=places)

    def gone(self, path: str) -> Self:
        """Return settings without a workspace that is no longer there."""
        places = {other: place for other, place in self.places.items() if other != path}
        kept = tuple(one for one in self.recent if one.path != path)
        return replace(self, recent=kept, places=places)

    def at(self, path: str, place: LastPlace) -> Self:
        """Return settings that know where the user is in a workspace."""
        return replace(self, places={**self.places, path: place})

    def ran(self, key: str) -> Self:
        """Return settings with a command at the head of those run from the palette."""
        others = tuple(other for other in self.commands if other != key)
        return replace(self, commands=(key, *others)[:_RECENT])


class SettingsFile:
    """Settings as a JSON file. A broken or missing one gives the defaults, and never an error."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """Return what the file says; what cannot be understood in it takes its default."""
        if (writing := _writing.get(self.path)) is not None:
            writing.result()
        try:
            read = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _settings(read)

    def save_later(self, settings: Settings) -> None:
        """Save in a thread, after what was to be saved before: the window waits for no disk."""
        _writing[self.path] = _thread().submit(self.save, settings)

    def save(self, settings: Settings) -> bool:
        """Replace the file at once or leave it; return whether it was written."""
        text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
        fresh = self.path.with_name(f"{self.path.name}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        except (OSError, ValueError):  # ValueError: half a character in a path, which has no UTF-8
            return False
        return True


_writing: dict[Path, Future[bool]] = {}


@cache
def _thread() -> ThreadPoolExecutor:
    """Return the thread that writes; Python waits for it at the end."""
    return ThreadPoolExecutor(1, thread_name_prefix="settings")


def _settings(read: object) -> Settings:
    if not isinstance(read, dict):
        return Settings()
    understood: dict[str, Any] = {}  # each value is of its field's type
    for name, kind in get_type_hints(Settings).items():
        try:
            value = decoded(kind, read[name])
            understood[name] = _FIT[name](value) if name in _FIT else value
        except (KeyError, ValueError):
            continue
    return Settings(**understood)


def _zoom(percent: int) -> int:
    if not 100 <= percent <= 200:
        raise ValueError(percent)
    return percent


def _base64(text: str) -> str:
    b64decode(text, validate=True)
    return text


def _newest(kept: tuple[object, ...]) -> tuple[object, ...]:
    return kept[:_RECENT]


_FIT: dict[str, Callable[[Any], object]] = {
    "zoom": _zoom,
    "geometry": _base64,
    "recent": _newest,
    "commands": _newest,
}
"""What makes of a value of the right type one that can be used; else it is refused."""
