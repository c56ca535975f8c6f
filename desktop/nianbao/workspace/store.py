"""The front of the room: `Workspace`."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Self

from nianbao.errors import WorkspaceError
from nianbao.report.change import Change
from nianbao.report.correction import Correction
from nianbao.report.document import Paragraph
from nianbao.report.figures.figure import Figure, Indicator, Mention, Promise, Relation
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.report.version import FigureStep, Version, VersionInfo
from nianbao.workspace import opening, refusals
from nianbao.workspace.connection import Connection
from nianbao.workspace.copies import copying, open_format, snapshot, twins
from nianbao.workspace.copies.copying import Backups
from nianbao.workspace.copies.twins import Twin
from nianbao.workspace.guard.holding import Hold
from nianbao.workspace.guard.nonsense import reading
from nianbao.workspace.rows import figure_steps, ledger, log, marks, originals, reports, versions
from nianbao.workspace.rows.log import Action, ActionInfo, Taken
from nianbao.workspace.rows.originals import Original, OriginalInfo
from nianbao.workspace.rows.reports import ReportInfo

_WEIGHT = "SELECT weight FROM whole"


class Workspace:
    """Everything a unit has: originals, reports, ledger and the history of its actions.

    One connection holds the file alone until `close`. Everything is written inside `act`. Use it
    from one thread. `read_only` says why nothing can be written, empty when it can.
    """

    def __init__(
        self, path: Path, conn: Connection, hold: Hold | None = None, *, read_only: str = ""
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.backups = Backups(path, conn, active=not read_only)
        self._conn, self._hold = conn, hold
        self._weight = conn.rows(_WEIGHT)
        self._acting = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a workspace; an older one is brought up to date, with a copy kept beside it.

        Raises:
            WorkspaceError: it is missing, open elsewhere, damaged, newer or not a workspace.
        """
        conn, hold = opening.opened(path)
        return cls(path, conn, hold)

    @classmethod
    def view(cls, path: Path, why: str = "") -> Self:
        """Open a workspace to look at it as it is now; others may go on writing the file.

        Raises:
            WorkspaceError: it is missing, damaged, newer or not a workspace.
        """
        return cls(path, snapshot.taken(path), read_only=why or "只是查看。")

    @classmethod
    def open_or_view(cls, path: Path) -> Self:
        """Open a workspace, or view it where it is held or read-only: `read_only` says why."""
        try:
            return cls.open(path)
        except (refusals.HeldError, refusals.ReadOnlyError) as error:
            return cls.view(path, error.what)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty workspace and open it.

        Raises:
            InputError: there is a file of that name already.
            WorkspaceError: the folder cannot be written.
        """
        opening.create(path)
        return cls.open(path)

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        self._conn.close()
        if self._hold is not None:
            self._hold.release()

    def missing(self) -> str:
        """Say that the file is no longer where it was, nothing while it is.

        What is only viewed needs no file.
        """
        try:
            if not self.read_only:
                self._conn.assure_in_place()
        except WorkspaceError as error:
            return str(error)
        return ""

    def reopen(self) -> bool:
        """Go on with the file that has the name now; say whether it holds what was here last.

        Raises:
            WorkspaceError: it is missing, damaged or open elsewhere; all is as before.
        """
        conn, hold = opening.opened(self.path)
        with suppress(sqlite3.Error, WorkspaceError):  # its disk may be gone
            self._conn.close()
        if self._hold is not None:
            self._hold.release()
        before, self._weight = self._weight, conn.rows(_WEIGHT)
        self._conn, self._hold = conn, hold
        self.backups.go_on_with(conn)
        return before == self._weight

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def act(self, name: str) -> Iterator[Action]:
        """Run one named action: all of it is written, or none of it.

        Raises:
            WorkspaceError: the disk is full or the file cannot be reached; nothing was written.
        """
        with self._transaction():
            action = Action(self._conn, name, versions.of_undone)
            self._acting = True
            try:
                yield action
            finally:
                action.close()
                self._acting = False

    def copy_to(self, path: Path) -> None:
        """Write all of this workspace into a new file elsewhere, or raise NianbaoError."""
        copying.copy(self._conn, path)

    def write_open(self, folder: Path) -> None:
        """Write all of this into a new folder, in formats that any program reads."""
        open_format.write(self._conn, folder)

    def twins(self) -> list[Twin]:
        """Return the files beside this one that were once one with it."""
        return self.twin_search()()

    def twin_search(self) -> Callable[[], list[Twin]]:
        """Return what finds the twins: it reads the whole folder, and may do so in any thread."""
        return partial(twins.beside, self.path, twins.done(self._conn))

    @reading
    def undo(self) -> str | None:
        """Take back the newest action that stands and return its name, None when none is left."""
        with self._transaction():
            return log.undo(self._conn)

    @reading
    def redo(self) -> str | None:
        """Do again the action that was taken back last and return its name."""
        with self._transaction():
            return log.redo(self._conn)

    def history(self) -> list[ActionInfo]:
        """Return all actions, newest first; those that were taken back come before the others."""
        return log.history(self._conn)

    @property
    def touched(self) -> frozenset[str]:
        """The names of the tables that the last action, undo or redo wrote to."""
        return frozenset(self._conn.touched)

    def takes(self, action: int) -> Taken:
        """Return what undoing an action, which must stand, would take out."""
        return log.takes(self._conn, action)

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

    def reports(self) -> list[ReportInfo]:
        """Return what reports there are, by unit and year."""
        return reports.listed(self._conn)

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

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._acting:
            raise RuntimeError("one action at a time")
        if self.read_only:
            raise refusals.viewed(self.path, self.read_only)
        conn = self._conn
        conn.assure_in_place()
        conn.execute("BEGIN IMMEDIATE")
        conn.touched.clear()
        try:
            ((before,),) = conn.rows(_WEIGHT)
            conn.weight = before
            yield
            if conn.weight != before:
                conn.execute("UPDATE whole SET weight = ?", (conn.weight,))
            conn.assure_in_place()
            conn.execute("COMMIT")
            self._weight = [(conn.weight,)]
            if conn.weight != before:
                self.backups.note_change()
        except sqlite3.IntegrityError as error:
            error.add_note(f"dangling: {conn.rows('PRAGMA foreign_key_check')}")
            raise
        finally:
            if conn.in_transaction:  # something failed: that is to be shown, not this
                with suppress(sqlite3.Error, WorkspaceError):
                    conn.execute("ROLLBACK")
