"""What a workspace holds, table by table; `Workspace` adds opening, actions and steps."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from nianbao.report.change import Change
from nianbao.report.correction import Correction
from nianbao.report.document import Paragraph
from nianbao.report.figures.figure import Figure, Indicator, Mention, Promise, Relation
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.report.version import FigureStep, Version, VersionInfo
from nianbao.workspace.connection import Connection
from nianbao.workspace.guard.nonsense import reading
from nianbao.workspace.rows import figure_steps, ledger, marks, originals, reports, versions
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.originals import Original, OriginalInfo
from nianbao.workspace.rows.reports import ReportInfo


class Contents:
    """Reads the tables of an open workspace, and writes them within an action."""

    def __init__(self, path: Path, conn: Connection) -> None:
        self.path = path
        self._conn = conn
        self._listed: tuple[Connection, int, list[ReportInfo]] | None = None

    def add_original(
        self,
        action: Action,
        *,
        sha256: str,
        name: str,
        kind: str,
        data: bytes,
        unit: str,
        year: int,
    ) -> None:
        """Keep an imported file byte for byte."""
        self._check(action)
        originals.add(
            action,
            Original(sha256=sha256, name=name, kind=kind, unit=unit, year=year, data=data),
        )

    @reading
    def original(self, sha256: str) -> Original | None:
        """Return an imported file.

        Raises:
            WorkspaceError: its bytes are no longer what they were.
        """
        return originals.load(self._conn, sha256)

    def originals(self) -> list[OriginalInfo]:
        """Return what files are kept, in the order they came."""
        return originals.listed(self._conn)

    def save_paragraphs(self, action: Action, sha256: str, paragraphs: Sequence[Paragraph]) -> None:
        """Write all paragraphs of an original, which must be kept here."""
        self._check(action)
        originals.save_paragraphs(action, sha256, paragraphs)

    @reading
    def paragraphs(self, sha256: str) -> list[Paragraph]:
        """Return the paragraphs of an original, in order."""
        return originals.paragraphs(self._conn, sha256)

    def save_report(self, action: Action, report: Report, *, sha256: str = "") -> None:
        """Write a report over the one of its unit and year; only what differs is written.

        `sha256` names its original, which must be kept here; without it the one named before stays.
        """
        self._check(action)
        reports.save(action, report, sha256)

    @reading
    def report(self, unit: str, year: int) -> Report | None:
        """Return a report, None when there is none."""
        return reports.load(self._conn, unit, year)

    def reports(self) -> Sequence[ReportInfo]:
        """Return what reports there are, by unit and year; read again when anything was written."""
        conn, written = self._conn, self._conn.total_changes
        if conn.in_transaction:  # which may be taken back
            return reports.listed(conn)
        if self._listed is None or self._listed[0] is not conn or self._listed[1] != written:
            self._listed = conn, written, reports.listed(conn)
        return self._listed[2]

    def states(self, unit: str) -> dict[int, tuple[int, ...]]:
        """Return for each year that has a report a value that changes when its printed text may.

        It is quick: for keeping what was made from a report until that is out of date.
        """
        return reports.states(self._conn, unit)

    def save_indicators(self, action: Action, unit: str, indicators: Iterable[Indicator]) -> None:
        """Write indicators over those of the same names; the others stay."""
        self._check(action)
        ledger.save_indicators(action, unit, indicators)

    @reading
    def indicators(self, unit: str) -> list[Indicator]:
        """Return a unit's indicators, in the order they were first written."""
        return ledger.indicators(self._conn, unit)

    def remove_indicator(self, action: Action, unit: str, name: str) -> None:
        """Take an indicator away with its figures of all years."""
        self._check(action)
        ledger.remove_indicator(action, unit, name)

    def save_figures(self, action: Action, unit: str, figures: Iterable[Figure]) -> None:
        """Write figures over those of the same indicators and years; the others stay.

        Their indicators must be there when the action ends.
        """
        self._check(action)
        ledger.save_figures(action, unit, figures)

    @reading
    def figures(self, unit: str, year: int | None = None) -> list[Figure]:
        """Return a unit's figures of one year or of all, in the order they were first written."""
        return ledger.figures(self._conn, unit, year)

    def save_mentions(
        self, action: Action, unit: str, year: int, mentions: Sequence[Mention]
    ) -> None:
        """Write all mentions of a report."""
        self._check(action)
        ledger.save_mentions(action, unit, year, mentions)

    @reading
    def mentions(self, unit: str, year: int) -> list[Mention]:
        """Return the mentions of a report, in reading order."""
        return ledger.mentions(self._conn, unit, year)

    def save_relations(self, action: Action, unit: str, relations: Iterable[Relation]) -> None:
        """Write relations over those of the same kind, result and operands; the others stay."""
        self._check(action)
        ledger.save_relations(action, unit, relations)

    def remove_relations(self, action: Action, unit: str, relations: Iterable[Relation]) -> None:
        """Take relations away, for instance those that only seemed to hold."""
        self._check(action)
        ledger.remove_relations(action, unit, relations)

    @reading
    def relations(self, unit: str) -> list[Relation]:
        """Return a unit's relations, in the order they were first written."""
        return ledger.relations(self._conn, unit)

    def save_promises(self, action: Action, unit: str, promises: Iterable[Promise]) -> None:
        """Write promises over those of the same years and ids; the others stay."""
        self._check(action)
        ledger.save_promises(action, unit, promises)

    @reading
    def promises(self, unit: str, year: int) -> list[Promise]:
        """Return what the report on a year must answer, in the order it was first written."""
        return ledger.promises(self._conn, unit, year)

    def save_changes(self, action: Action, unit: str, year: int, changes: Sequence[Change]) -> None:
        """Write all automatic changes to a report."""
        self._check(action)
        ledger.save_changes(action, unit, year, changes)

    @reading
    def changes(self, unit: str, year: int) -> list[Change]:
        """Return what import and new year changed by themselves, in order."""
        return ledger.changes(self._conn, unit, year)

    def save_corrections(
        self, action: Action, unit: str, corrections: Iterable[Correction]
    ) -> None:
        """Write corrections over those of the same place; the others stay."""
        self._check(action)
        ledger.save_corrections(action, unit, corrections)

    def remove_correction(self, action: Action, unit: str, correction: Correction) -> None:
        """Forget a correction."""
        self._check(action)
        ledger.remove_correction(action, unit, correction)

    @reading
    def corrections(self, unit: str) -> list[Correction]:
        """Return a unit's corrections, in the order they were first made."""
        return ledger.corrections(self._conn, unit)

    @reading
    def figure_history(self, unit: str, indicator: str, year: int) -> list[FigureStep]:
        """Return what each action did to a figure, newest first, without what was undone."""
        return figure_steps.listed(self._conn, unit, indicator, year)

    def save_marks(self, action: Action, unit: str, year: int, marks_: Iterable[Mark]) -> None:
        """Write decisions about a year's report over those of the same kinds and targets."""
        self._check(action)
        marks.save(action, unit, year, marks_)

    def remove_mark(self, action: Action, unit: str, year: int, mark: Mark) -> None:
        """Take a decision back, whatever its text."""
        self._check(action)
        marks.remove(action, unit, year, mark)

    @reading
    def marks(self, unit: str, year: int) -> list[Mark]:
        """Return the decisions about a year's report, in the order they were first made."""
        return marks.listed(self._conn, unit, year)

    def keep_version(
        self, action: Action, unit: str, year: int, name: str, *, automatic: bool, at: str
    ) -> None:
        """Keep a year as it is now; `at` is UTC in ISO 8601.

        Raises:
            KeyError: there is no report on it.
        """
        self._check(action)
        versions.keep(self._conn, action, unit, year, name, automatic=automatic, at=at)

    def versions(self, unit: str, year: int) -> list[VersionInfo]:
        """Return the versions of a year, newest first."""
        return versions.listed(self._conn, unit, year)

    def lost_years(self) -> list[VersionInfo]:
        """Return the newest version of each year that went with undone steps and is not here."""
        return versions.lost(self._conn)

    @reading
    def version(self, unit: str, id_: int) -> Version | None:
        """Return a version with its content, None when there is none."""
        return versions.load(self._conn, unit, id_)

    def restore_version(self, action: Action, unit: str, id_: int) -> None:
        """Bring a version's year back as it was, and the ledger as far as the version knows it.

        Indicators that were renamed or removed since come back with their figures of all years.
        Versions and originals stay as they are.

        Raises:
            KeyError: there is no such version.
        """
        self._check(action)
        versions.restore(self._conn, action, unit, id_)

    def remove_versions(self, action: Action, unit: str, ids: Iterable[int]) -> None:
        """Take versions away."""
        self._check(action)
        versions.remove(action, unit, ids)

    def _check(self, action: Action) -> None:
        if not action.belongs_to(self._conn):
            raise RuntimeError(f"nothing is written outside act(): {action.name}")
