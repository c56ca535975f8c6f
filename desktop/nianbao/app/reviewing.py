"""Checks on a file or on a report of the workspace."""

from pathlib import Path

from nianbao import checks
from nianbao.app.drafting import the_report
from nianbao.app.reading import Source
from nianbao.report.finding import Finding
from nianbao.workspace import Workspace


def check_file(source: Source) -> list[Finding]:
    """Return the findings on a report file."""
    return checks.run(source.understood().report)


def check_workspace(place: Path, year: int, *, unit: str | None = None) -> list[Finding]:
    """Return the findings on a report of the workspace."""
    with Workspace.open(place) as store:
        return checks.run(the_report(store, year, unit))
