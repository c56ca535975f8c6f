"""The desk: an open workspace with one current report: of one unit, on one year."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

from nianbao.desk import stepping
from nianbao.desk.base import Base, turn
from nianbao.desk.changes import Changes, changed_figures, changed_pieces
from nianbao.desk.now import READ, Now
from nianbao.desk.stepping import Loss
from nianbao.drafting.pieces import descent
from nianbao.drafting.years.choices import as_begun
from nianbao.errors import InputError
from nianbao.machine.whereabouts import real
from nianbao.report.change import Change
from nianbao.report.correction import Correction
from nianbao.report.figures.figure import Figure, Mention, Promise, Relation
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark
from nianbao.report.model import Entry, Report
from nianbao.report.version import FigureStep, Version, VersionInfo
from nianbao.standards.layout import layout
from nianbao.understanding.structure.entries import lead
from nianbao.workspace import Action, ActionInfo, Workspace
from nianbao.workspace.copies.twins import Twin


class Desk:
    """What the window and the commands work on.

    `store` is for the desk's own room and for actions; all others look through what is here. What
    is read from the workspace is kept until an action writes over it. `changed` is called
    after every action, undo and redo with what is different. `real_place` is where the file was
    when it was opened, whatever links lead there: on a share that is cut off meanwhile, asking
    again takes long and fails. Use it from one thread.
    """

    def __init__(self, store: Workspace) -> None:
        self.store = store
        self.real_place = real(store.path)
        self.unit, self.year = "", 0
        self.changed: Callable[[Changes], object] = lambda _: None
        self._now: Now | None = None
        self._began: tuple[Report, str, Report] | None = None
        self._carried: tuple[Report, list[Mark], Report] | None = None
        try:
            self._settle()
        except BaseException:
            store.close()
            raise

    @classmethod
    def open(cls, place: Path, *, write_behind: bool = False) -> Self:
        """Open a workspace at its newest year; see `Workspace.open`.

        Raises:
            WorkspaceError: it cannot be opened.
        """
        return cls(Workspace.open(place, write_behind=write_behind))

    @classmethod
    def open_or_view(cls, place: Path, *, write_behind: bool = False) -> Self:
        """Open a workspace, or view it where it cannot be written; see `Workspace.open_or_view`."""
        return cls(Workspace.open_or_view(place, write_behind=write_behind))

    @classmethod
    def create(cls, place: Path, *, write_behind: bool = False) -> Self:
        """Make an empty workspace and open it.

        Raises:
            NianbaoError: it is there already, or the folder cannot be written.
        """
        return cls(Workspace.create(place, write_behind=write_behind))

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    @property
    def place(self) -> Path:
        """Where the workspace file is."""
        return self.store.path

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here: who has it, or what cannot be written; else nothing."""
        return self.store.read_only

    def reopen(self) -> bool:
        """Go on with the file that has the workspace's name now; say whether it holds the same.

        Raises:
            WorkspaceError: it is missing, damaged or open elsewhere; all is as before.
        """
        same = self.store.reopen()
        self.refresh()
        return same

    def missing(self) -> str:
        """Say that the file is no longer where it was, nothing while it is; in any thread."""
        return self.store.missing()

    def twin_search(self) -> Callable[[], list[Twin]]:
        """Return what finds the files that were once one with this one, in any thread."""
        return self.store.twin_search()

    def is_backup_due(self) -> bool:
        """Whether it is time for a backup; see `Workspace.back_up`."""
        return not self.read_only and self.store.backups.is_due()

    @property
    def is_empty(self) -> bool:
        """Whether there is no report yet."""
        return not self.unit

    def units(self) -> list[str]:
        """Return the units that have reports here."""
        return list(dict.fromkeys(info.unit for info in self.store.reports()))

    def years(self) -> list[int]:
        """Return the years of the current unit, newest first."""
        return self.years_of(self.unit)

    def years_of(self, unit: str) -> list[int]:
        """Return the years of a unit, newest first."""
        return self.years_by_unit().get(unit, [])

    def years_by_unit(self) -> dict[str, list[int]]:
        """Return the years of every unit, newest first."""
        years: dict[str, list[int]] = {}
        for info in self.store.reports():
            years.setdefault(info.unit, []).append(info.year)
        return {unit: sorted(there, reverse=True) for unit, there in years.items()}

    def is_draft(self) -> bool:
        """Whether the current year was begun here, and not read from a file."""
        return self._state.is_draft

    def newest_is_draft(self) -> bool:
        """Whether the unit's newest report was begun here."""
        infos = [info for info in self.store.reports() if info.unit == self.unit]
        newest = max(infos, key=lambda info: info.year, default=None)
        return newest is not None and not newest.sha256

    def show(self, unit: str, year: int) -> None:
        """Make another report the current one."""
        self.unit, self.year = unit, year
        self._now = None

    def _settle(self) -> None:
        """Hold something that is there: the same report if possible, else the newest."""
        infos = self.store.reports()
        if all((info.unit, info.year) != (self.unit, self.year) for info in infos):
            units = [info for info in infos if info.unit == self.unit] or infos
            newest = max(units, key=lambda info: info.year, default=None)
            self.unit, self.year = (newest.unit, newest.year) if newest else ("", 0)
        self._now = None

    @property
    def report(self) -> Report:
        """The current report."""
        return self._state.report

    @property
    def last(self) -> Report | None:
        """The report of the year before, None when it is not here."""
        return self._state.last

    @property
    def carried(self) -> Report | None:
        """The report as the year began: last year's carried over, nothing changed by hand.

        Its entries are cut and joined as the current ones were since. None for a year that was read
        from a file.
        """
        last, profile = self.last, self.report.profile
        if last is None or not self.is_draft():
            return None
        if self._began is None or self._began[:2] != (last, profile):
            base = Base.stored(self.store, self.unit, self.year - 1)
            self._began = (last, profile, turn(base, profile).report)
        begun, marks = self._began[2], self.marks
        if self._carried is None or (self._carried[0] is not begun or self._carried[1] != marks):
            carried = descent.descended(
                as_begun(begun, marks), marks, lambda text: lead(text, layout())
            )
            self._carried = (begun, marks, carried)
        return self._carried[2]

    def origins(self, piece: str) -> list[str]:
        """Return the pieces of last year that a piece comes from; most come from one, their own."""
        return descent.origins(self.marks, piece)

    def dropped(self) -> list[tuple[str, Entry]]:
        """Return what is written no longer, as it was then, each with the section it stood in."""
        return list(descent.dropped(self.report, self.carried, self.marks))

    @property
    def ledger(self) -> Ledger:
        """The figures around the current year."""
        return self._state.ledger

    @property
    def figures(self) -> list[Figure]:
        """The unit's figures of all years."""
        return self._state.figures

    @property
    def marks(self) -> list[Mark]:
        """What was decided about the current report."""
        return self._state.marks

    @property
    def promises(self) -> list[Promise]:
        """What the current report must answer."""
        return self._state.promises

    @property
    def automatic(self) -> list[Change]:
        """What the import or the new year did to the report by itself, and what it asks."""
        return self._state.automatic

    def last_ledger(self) -> Ledger:
        """Return the figures around the year before."""
        return self._state.last_ledger

    @property
    def _state(self) -> Now:
        if self._now is None:
            self._now = Now(self.store, self.unit, self.year)
        return self._now

    def report_of(self, year: int) -> Report | None:
        """Return the unit's report on a year, None when there is none."""
        return self.store.report(self.unit, year)

    def states(self) -> dict[int, tuple[int, ...]]:
        """Return for each year a value that changes when its printed text may."""
        return self.store.states(self.unit)

    def figure_history(self, name: str, year: int) -> list[FigureStep]:
        """Return how a figure came to its value, newest first."""
        return self.store.figure_history(self.unit, name, year)

    def mentions(self, year: int) -> list[Mention]:
        """Return where figures were found in the report on a year, in reading order."""
        return self.store.mentions(self.unit, year)

    def corrections(self) -> list[Correction]:
        """Return the rules that the next import follows."""
        return self.store.corrections(self.unit)

    def relations(self) -> list[Relation]:
        """Return the arithmetic that was found, confirmed or not."""
        return self.store.relations(self.unit)

    def versions(self) -> list[VersionInfo]:
        """Return the versions of the current year, newest first, then years that were undone.

        The latter are named with unit and year; they come back from there only.
        """
        gone = [
            replace(info, name=f"{info.unit}{info.year}年度　{info.name}")
            for info in self.store.lost_years()
        ]
        return [*self.store.versions(self.unit, self.year), *gone]

    def lost_year(self, id_: int) -> VersionInfo | None:
        """Return a version when its year went with undone steps, None when it did not."""
        return next((info for info in self.store.lost_years() if info.id == id_), None)

    def version(self, id_: int) -> Version:
        """Return a version of the current year with its content.

        Raises:
            InputError: there is no such version.
        """
        if gone := self.lost_year(id_):
            raise InputError(
                f"{gone.unit}{gone.year}年度撤下了，没有可以比较的。", do="按“恢复”把它放回来。"
            )
        held = self.store.version(self.unit, id_)
        if held is None or held.info.year != self.year:
            raise InputError("这个版本已经不在了。", do="请在列表里另选一个。")
        return held

    @contextmanager
    def act(self, name: str) -> Iterator[Action]:
        """Run one named action on the workspace; see `Workspace.act`."""
        before = self._now
        with self.store.act(name) as action:
            yield action
        self._renew(before)

    def refresh(self) -> None:
        """Forget what was read, because the workspace was changed by somebody else."""
        self._settle()
        self.changed(Changes.everything())

    def undo(self) -> str | None:
        """Take the last action back; return its name, None when there is none."""
        name = self.store.undo()
        self._renew(self._now)
        return name

    def redo(self) -> str | None:
        """Do again what was taken back; return its name, None when there is nothing."""
        name = stepping.redo(self.store)
        self._renew(self._now)
        return name

    def _renew(self, before: Now | None) -> None:
        """Read anew what was written over, and say what is different now."""
        self._settle()
        if before is None or self.is_empty or not before.is_of(self.unit, self.year):
            self.changed(Changes.everything())
            return
        touched = self.store.touched
        self._now = before.kept(touched)
        report, pieces = False, frozenset[str]()
        if touched & READ["report"]:
            report, pieces = changed_pieces(before.report, self.report)
        figures = frozenset[str]()
        if touched & READ["ledger"]:
            figures = changed_figures(before.ledger, self.ledger)
        decisions = bool(touched & (READ["marks"] | READ["promises"]))
        self.changed(Changes(report=report, pieces=pieces, figures=figures, decisions=decisions))

    def history(self) -> list[ActionInfo]:
        """Return all actions, newest first; those that were taken back come before the others."""
        return self.store.history()

    def loss(self, steps: int = 1) -> Loss:
        """Return what undoing the newest steps would take away; nothing is changed."""
        return stepping.loss(self.store, steps)

    def steps_to(self, action: int) -> int:
        """Return how many steps lead to just after an action; see `stepping.steps_to`."""
        return stepping.steps_to(self.store, action)

    def nothing_to_redo(self) -> str:
        """Return why there is nothing to redo, and where what was undone is kept."""
        return stepping.nothing_to_redo(self.store)

    def returning(self) -> list[VersionInfo]:
        """Return the years that redo would bring back although something else was done since."""
        return [] if stepping.waiting(self.store) else self.store.lost_years()

    def steps(self) -> tuple[ActionInfo | None, str]:
        """Return the action that undo would take back, and the name of what redo would do."""
        history = self.store.history()
        done = next((action for action in history if not action.undone), None)
        return done, stepping.forward(self.store)
