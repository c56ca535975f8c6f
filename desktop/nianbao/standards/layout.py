"""How the parts of a page are told apart: `resources/layout.toml` as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.standards.resource import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Patterns for a stripped line. `element` is keyed by the element's id."""

    furniture_head: re.Pattern[str]
    furniture_tail: re.Pattern[str]
    element: dict[str, re.Pattern[str]]
    label: re.Pattern[str]
    lead_words: tuple[str, ...]
    lead_length: tuple[int, int]
    area: re.Pattern[str]
    named_area: re.Pattern[str]


@cache
def layout() -> Layout:
    """Return the patterns."""
    tables = load("layout")
    low, high = tables["lead"]["length"]
    return Layout(
        furniture_head=_any(tables["furniture"]["head"]),
        furniture_tail=_any(tables["furniture"]["tail"]),
        element={name: re.compile(pattern) for name, pattern in tables["element"].items()},
        label=re.compile(tables["label"]["pattern"]),
        lead_words=tuple(tables["lead"]["words"]),
        lead_length=(low, high),
        area=re.compile(tables["unit"]["area"]),
        named_area=re.compile(tables["unit"]["named"]),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))
