"""The current report, checked: the one place where findings and open items come from."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from nianbao import checks
from nianbao.checks.context import Context
from nianbao.checks.open_items import OpenItem, OpenItems, open_items
from nianbao.desk import new_numbers
from nianbao.desk.desk import Desk
from nianbao.drafting import variance
from nianbao.machine import clock
from nianbao.report.correction import Correction
from nianbao.report.figures.figure import FigureState, Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.finding import Finding, Severity
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import EntryState, Report
from nianbao.understanding.understood import Understanding

_WEIGHTS = list(Severity)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """All of a desk that the checks look at, as it was at one moment. Any thread may read it.

    `carried` is the report as the year began, None for a year that was imported.
    """

    report: Report
    ledger: Ledger
    last: Report | None
    last_ledger: Ledger
    carried: Report | None
    promises: tuple[Promise, ...]
    marks: tuple[Mark, ...]
    corrections: tuple[Correction, ...]
    today: date

    @classmethod
    def of(cls, desk: Desk) -> "Snapshot":
        """Take it of a desk that holds a report."""
        return cls(
            report=desk.report,
            ledger=desk.ledger,
            last=desk.last,
            last_ledger=desk.last_ledger(),
            carried=desk.carried,
            promises=tuple(desk.promises),
            marks=tuple(desk.marks),
            corrections=tuple(desk.store.corrections(desk.unit)),
            today=clock.today(),
        )

    def marked(self, kind: MarkKind) -> frozenset[str]:
        """Return what was decided on in one way."""
        return frozenset(mark.target for mark in self.marks if mark.kind is kind)


@dataclass(frozen=True, kw_only=True, eq=False)
class Checked:
    """What the checks say of a report, and what is open in it.

    `findings` are all of them, by weight and then in reading order; `ignored` has the fingerprints
    of those that the drafter leaves as they are. They are in no count. `new` are numbers that were
    written and are still to be decided on.
    """

    context: Context
    findings: tuple[Finding, ...]
    ignored: frozenset[str] = frozenset()
    new: tuple[OpenItem, ...] = ()

    @cached_property
    def standing(self) -> list[Finding]:
        """The findings that are not ignored."""
        return [one for one in self.findings if one.fingerprint not in self.ignored]

    @cached_property
    def open_items(self) -> OpenItems:
        """Everything that is open, in reading order."""
        return open_items(self.context, self.standing, self.new)


_KEPT: WeakKeyDictionary[Desk, tuple[Snapshot, Checked]] = WeakKeyDictionary()


def check(desk: Desk) -> Checked:
    """Check the current report. While nothing of it changes, the answer is kept."""
    now = Snapshot.of(desk)
    kept = _KEPT.get(desk)
    if kept is None or kept[0] != now:
        kept = _KEPT[desk] = (now, check_snapshot(now))
    return kept[1]


def check_snapshot(snapshot: Snapshot) -> Checked:
    """Check a desk as it was at one moment; this may run off the window's thread."""
    context = _context(snapshot)
    new = new_numbers.find(
        context, snapshot.carried, snapshot.corrections, snapshot.marked(MarkKind.NO_FIGURE)
    )
    return replace(_checked(context, snapshot.marked(MarkKind.IGNORED)), new=tuple(new))


def ignored(desk: Desk, rule: str) -> int:
    """Return how many findings of one rule the drafter leaves as they are; no other is sought."""
    snapshot = Snapshot.of(desk)
    left = snapshot.marked(MarkKind.IGNORED)
    found = checks.run(_context(snapshot), [rule]) if left else []
    return sum(one.fingerprint in left for one in found)


def _context(snapshot: Snapshot) -> Context:
    return Context(
        report=snapshot.report,
        ledger=snapshot.ledger,
        today=snapshot.today,
        last=snapshot.last,
        last_ledger=snapshot.last_ledger,
        promises=snapshot.promises,
        answered=snapshot.marked(MarkKind.PROMISE),
        states=_states(snapshot.report, snapshot.carried, snapshot.ledger),
        kept=snapshot.marked(MarkKind.KEPT),
    )


def take(desk: Desk, snapshot: Snapshot, checked: Checked) -> bool:
    """Keep what was found out elsewhere for `check`; say whether it still holds."""
    is_current = not desk.is_empty and Snapshot.of(desk) == snapshot
    if is_current:
        _KEPT[desk] = (snapshot, checked)
    return is_current


def check_understood(found: Understanding) -> Checked:
    """Check a report that was read from a file and is in no workspace."""
    report = found.report
    ledger = Ledger.of(report.year, found.indicators, found.figures, found.relations)
    return _checked(Context(report=report, ledger=ledger, today=clock.today()), frozenset())


def open_at_begin(report: Report, ledger: Ledger) -> OpenItems:
    """Return what is open in a report as its year begins, before it is in any workspace."""
    states = variance.states(report, report, lambda _: False)
    begun = Context(report=report, ledger=ledger, today=clock.today(), states=states)
    return open_items(begun, ())


def _checked(context: Context, ignored: frozenset[str]) -> Checked:
    order = {piece: number for number, piece in enumerate(context.pieces)}

    def weight(one: Finding) -> tuple[int, int, int]:
        return _WEIGHTS.index(one.severity), order.get(one.piece, len(order)), one.start

    findings = sorted(checks.run(context), key=weight)
    return Checked(context=context, findings=tuple(findings), ignored=ignored)


def entry_states(desk: Desk) -> dict[str, EntryState]:
    """Return how each entry stands against last year; nothing for a year that was imported."""
    return _states(desk.report, desk.carried, desk.ledger)


def _states(report: Report, carried: Report | None, ledger: Ledger) -> dict[str, EntryState]:
    return variance.states(report, carried, lambda name: _is_answered(ledger, name))


def _is_answered(ledger: Ledger, name: str) -> bool:
    figure = ledger.figures.get(name)
    return figure is not None and figure.state is not FigureState.PENDING
