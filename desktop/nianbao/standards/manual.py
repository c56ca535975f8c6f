"""The manual: what the user is told in the window and in a Word file, `resources/manual.toml`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nianbao import shipped
from nianbao.resource import Table, load

KeyTables = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""All keys of the program: titles, each with what is pressed and what it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPart:
    """One thing that the user does or should know."""

    title: str = ""
    says: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()  # in their order
    note: str = ""
    picture: str = ""  # the name of one; see `picture`
    caption: str = ""
    page: str = ""  # of the window, for which this is the help


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Parts that belong together; `keys` says that all keys of the program stand here."""

    title: str
    lead: str = ""
    parts: tuple[ManualPart, ...] = ()
    keys: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """The whole of it."""

    title: str
    lead: str
    chapters: tuple[Chapter, ...]

    def part_for(self, page: str) -> ManualPart | None:
        """Return the first part that explains a page of the window."""
        parts = (part for chapter in self.chapters for part in chapter.parts)
        return next((part for part in parts if page and part.page == page), None)


@cache
def manual() -> Manual:
    """Return the manual."""
    read = load("manual")
    chapters = tuple(_chapter(row) for row in read["chapter"])
    return Manual(title=read["title"], lead=read["lead"], chapters=chapters)


def picture(name: str, folder: Path | None = None) -> Path | None:
    """Return a picture of the manual, from a folder or as it came with the program.

    None where there is none: a source checkout has no pictures, they are taken for packages.
    """
    if folder is not None:
        found = folder / f"{name}.png"
        return found if found.exists() else None
    try:
        return shipped.path("resources", "manual", f"{name}.png")
    except FileNotFoundError:
        return None


def _chapter(row: Table) -> Chapter:
    own = {name: value for name, value in row.items() if name != "part"}
    return Chapter(**own, parts=tuple(_part(part) for part in row.get("part", ())))


def _part(row: Table) -> ManualPart:
    lists = {name: tuple(row.get(name, ())) for name in ("says", "steps")}
    return ManualPart(**{**row, **lists})
