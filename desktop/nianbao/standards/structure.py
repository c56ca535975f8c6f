"""Parts, sections and profiles of the report: `resources/structure.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nianbao.report.model import EntryKind
from nianbao.report.writing import years
from nianbao.resource import load, regex

ACHIEVEMENTS = "achievements"
FIRST_RESPONSIBLE = "first_responsible"
SHORTCOMINGS = "shortcomings"
NEXT_YEAR = "next_year"
"""The parts that the program treats in their own way, by their ids."""
REGULATION_FIVE = "regulation_five"
OUTLINE_NINE = "outline_nine"
THEME_SECTIONS = "theme_sections"
FLAT_TOPICS = "flat_topics"
"""The profiles that are known by the parts and sections of a report, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard part (level 1) or section (level 2) and how to know it.

    `title` has {y} and {y1} where the year of the report and the next one stand. `short` is a name
    for the head of a table: the five parts that the regulation names and the nine systems (体系) of
    the outline have one. `kind` is that of the entries of a part.
    """

    id: str
    title: str
    short: str
    pattern: re.Pattern[str]
    not_pattern: re.Pattern[str] | None = None  # what a title does about it: 补齐短板弱项
    keywords: tuple[str, ...] = ()
    required: bool = False
    kind: EntryKind = EntryKind.OTHER
    outline_no: int | None = None
    hints: tuple[str, ...] = ()
    basis: str = ""

    @property
    def title_source(self) -> str:
        """Its title with slots for the years."""
        return self._title("{{ 年 }}", "{{ 下年 }}")

    def title_in(self, year: int) -> str:
        """Return its title in the report on a year."""
        return self._title(str(year), str(year + 1))

    def _title(self, year: str, following: str) -> str:
        return self.title.format(y=year, y1=following)

    def hits(self, title: str) -> Iterator[re.Match[str]]:
        """Yield where a title names this; nothing where it tells what was done about it."""
        if self.not_pattern is None or not self.not_pattern.search(title):
            yield from self.pattern.finditer(title)

    def is_named(self, title: str) -> bool:
        """Whether a title names this."""
        return any(True for _ in self.hits(title))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A whole structure a report can follow. `addressee` is whom such a report is sent to."""

    id: str
    name: str
    elements: tuple[str, ...]
    addressee: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What a report is judged by: the standard parts and sections by id, each in their order."""

    parts: dict[str, Standard]
    sections: dict[str, Standard]


@cache
def structure() -> Structure:
    """Return the standard parts and sections."""
    return Structure(parts=parts(), sections=sections())


@cache
def parts() -> dict[str, Standard]:
    """Return the standard parts by id, in their order."""
    return _standards("part")


@cache
def sections() -> dict[str, Standard]:
    """Return the standard sections by id, in their order."""
    return _standards("section")


@cache
def profiles() -> dict[str, Profile]:
    """Return the profiles by id."""
    return {
        row["id"]: Profile(
            id=row["id"],
            name=row["name"],
            elements=tuple(row["elements"]),
            addressee=re.compile(pattern) if (pattern := row.get("addressee_pattern")) else None,
        )
        for row in load("structure")["profile"]
    }


def is_part(title: str) -> bool:
    """Whether a heading is that of a standard part."""
    return any(part.is_named(title) for part in parts().values())


def is_part_alone(line: str) -> bool:
    """Whether a line is the title of a part and nothing else, with no number to tell it."""
    return _alone().search(years.in_digits(line)) is not None


@cache
def _alone() -> re.Pattern[str]:
    table = load("structure")["part_alone"]
    return re.compile(regex(table["pattern"], table["words"]))


def _standards(table: str) -> dict[str, Standard]:
    return {
        row["id"]: Standard(
            id=row["id"],
            title=row["title"],
            short=row.get("short", ""),
            pattern=re.compile(row["title_pattern"]),
            not_pattern=re.compile(said) if (said := row.get("not_title_pattern")) else None,
            keywords=tuple(row.get("keywords", ())),
            required=row.get("required", False),
            kind=EntryKind(row.get("kind", EntryKind.OTHER)),
            outline_no=row.get("outline_no"),
            hints=tuple(row.get("hints", ())),
            basis=row.get("basis", ""),
        )
        for row in load("structure")[table]
    }
