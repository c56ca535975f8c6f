"""The report in hand, checked: the one place where findings and open items come from."""

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from nianbao import checks
from nianbao.checks.context import Context
from nianbao.checks.open_items import OpenItems, open_items
from nianbao.desk.desk import Desk
from nianbao.drafting import variance
from nianbao.machine import clock
from nianbao.report.figures.figure import FigureState
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import EntryState
from nianbao.report.finding import Finding, Severity
from nianbao.report.mark import MarkKind
from nianbao.report.model import Report
from nianbao.understanding.understand import Understanding

_WEIGHTS = list(Severity)


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the checks say of a report, and what is open in it.

    `findings` are all of them, by weight and then in reading order; `ignored` has the fingerprints
    of those that the drafter leaves as they are. They are in no count.
    """

    context: Context
    findings: tuple[Finding, ...]
    ignored: frozenset[str] = frozenset()

    @cached_property
    def standing(self) -> list[Finding]:
        """The findings that are not ignored."""
        return [one for one in self.findings if one.fingerprint not in self.ignored]

    @cached_property
    def open_items(self) -> OpenItems:
        """Everything that is open, in reading order."""
        return open_items(self.context, self.standing)


_KEPT: WeakKeyDictionary[Desk, tuple[tuple[object, ...], Checked]] = WeakKeyDictionary()


def check(desk: Desk) -> Checked:
    """Check the report in hand. While nothing of it changes, the answer is kept."""
    held = (desk.report, desk.ledger, desk.last, desk.last_ledger(), desk.marks, desk.promises)
    state = (*held, desk.is_draft(), clock.today())
    kept = _KEPT.get(desk)
    if kept is None or kept[0] != state:
        kept = (state, _checked(_context(desk), _marked(desk, MarkKind.IGNORED)))
        _KEPT[desk] = kept
    return kept[1]


def _context(desk: Desk) -> Context:
    return Context(
        report=desk.report,
        ledger=desk.ledger,
        today=clock.today(),
        last=desk.last,
        last_ledger=desk.last_ledger(),
        promises=tuple(desk.promises),
        answered=_marked(desk, MarkKind.PROMISE),
        states=entry_states(desk),
        kept=_marked(desk, MarkKind.KEPT),
    )


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
    carried = desk.carried if desk.is_draft() else None
    if carried is None:
        return {}
    ledger = desk.ledger
    return variance.states(desk.report, carried, lambda name: _is_answered(ledger, name))


def _is_answered(ledger: Ledger, name: str) -> bool:
    figure = ledger.figures.get(name)
    return figure is not None and figure.state is not FigureState.PENDING


def _marked(desk: Desk, kind: MarkKind) -> frozenset[str]:
    return frozenset(mark.target for mark in desk.marks if mark.kind is kind)
