"""Versions: a year's report as it once was, kept to be compared and restored."""

from dataclasses import dataclass

from nianbao.report.figures.figure import Figure, Indicator, Promise, Relation
from nianbao.report.mark import Mark
from nianbao.report.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionInfo:
    """A version without its content. `at` is UTC in ISO 8601; nobody named an automatic one."""

    id: int
    unit: str
    year: int
    name: str
    at: str
    automatic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a version holds: a year, and the unit's ledger with the figures of all years."""

    info: VersionInfo
    report: Report
    promises: tuple[Promise, ...]
    marks: tuple[Mark, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureStep:
    """What one action did to a figure: from None it was made, to None it was taken away.

    `action` is the action's name, `at` is UTC in ISO 8601.
    """

    action: str
    at: str
    before: Figure | None
    after: Figure | None
