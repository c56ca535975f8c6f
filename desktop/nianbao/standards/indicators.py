"""The catalogue of usual indicators: `resources/indicators.toml`."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from nianbao.report.figures.figure import Period
from nianbao.resource import load

_SHORTEST_ALIAS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """A usual indicator: its standard name, who reports it, and how it turns with the year."""

    id: str
    name: str
    aliases: tuple[str, ...]
    units: frozenset[str]
    period: Period
    department: str
    note: str = ""


@cache
def catalogue() -> tuple[CatalogueEntry, ...]:
    """Return the catalogue in its order."""
    return tuple(
        CatalogueEntry(
            id=row["id"],
            name=row["name"],
            aliases=tuple(row["aliases"]),
            units=frozenset([row["unit"], *row.get("unit_variants", ())]),
            period=Period(row["period"]),
            department="、".join(row["dept"]),
            note=row.get("note", ""),
        )
        for row in load("indicators")["indicator"]
    )


@cache
def _by_unit() -> dict[str, list[tuple[str, CatalogueEntry]]]:
    found: dict[str, list[tuple[str, CatalogueEntry]]] = defaultdict(list)
    for entry in catalogue():
        for unit in entry.units:
            found[unit] += [
                (word, entry)
                for word in (entry.name, *entry.aliases)
                if len(word) >= _SHORTEST_ALIAS
            ]
    for words in found.values():
        words.sort(key=lambda pair: -len(pair[0]))
    return dict(found)


def match(label: str, unit: str) -> CatalogueEntry | None:
    """Return the catalogue's entry whose name or longest alias the label holds, with its unit."""
    return next((entry for word, entry in _by_unit().get(unit, ()) if word in label), None)
