"""Checks on a file or on a report of the workspace."""

from pathlib import Path

from nianbao.actions.drafting import ledger, the_report
from nianbao.desk.checked import check, check_understood
from nianbao.desk.desk import Desk
from nianbao.desk.reading import Source
from nianbao.drafting import asking
from nianbao.report import flow
from nianbao.report.change import Change
from nianbao.report.finding import Finding
from nianbao.workspace import Workspace


def check_file(source: Source) -> list[Finding]:
    """Return the findings on a report file."""
    return check_understood(source.understood()).standing


def check_workspace(place: Path, year: int, *, unit: str | None = None) -> list[Finding]:
    """Return the findings on a report of the workspace: those that the window counts."""
    with Workspace.open(place) as store:
        desk = Desk(store)
        desk.show(the_report(store, year, unit).unit, year)
        return check(desk).standing


def changes(place: Path, year: int, *, unit: str | None = None) -> list[Change]:
    """Return what import or new year did to a report by itself, and what it asks.

    What was asked about and has been written anew since is no question any more.
    """
    with Workspace.open(place) as store:
        report = the_report(store, year, unit)
        found = store.changes(report.unit, year)
        lines = flow.rendered(report, ledger(store, report.unit, year).values())
    return asking.still_open(found, flow.texts(lines))
