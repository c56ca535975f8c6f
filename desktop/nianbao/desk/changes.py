"""What an action changed at the desk, so that pages renew what they show of it and no more."""

from dataclasses import dataclass
from typing import Self

from nianbao.report.figures.ledger import Ledger
from nianbao.report.model import Report
from nianbao.report.pieces import pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is not as it was before an action, undo or redo.

    `report`: another report is current, its profile is another, or pieces came, went or moved.
    `pieces` are the ids of texts that read otherwise or whose entry is of another kind, `figures`
    the names of indicators whose value or state (of the year or the one before), name or formula
    differs, and of those computed from them. `decisions`: marks or promises were written.
    """

    report: bool = False
    pieces: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    decisions: bool = False

    @classmethod
    def everything(cls) -> Self:
        """Return that nothing is known to be as it was."""
        return cls(report=True, decisions=True)


def changed_pieces(before: Report, after: Report) -> tuple[bool, frozenset[str]]:
    """Return whether pieces came, went or moved, and the ids of those that read otherwise."""
    if before == after:
        return False, frozenset()
    old, new = list(pieces(before)), list(pieces(after))
    moved = [(one.id, one.way) for one in old] != [(one.id, one.way) for one in new]
    was = {one.id: (one.source, one.entry) for one in old}
    differ = (one.id for one in new if was.get(one.id) != (one.source, one.entry))
    return moved or before.profile != after.profile, frozenset(differ)


def changed_figures(before: Ledger, after: Ledger) -> frozenset[str]:
    """Return the indicators that stand otherwise in a ledger, and those computed from them."""
    names = before.indicators.keys() | after.indicators.keys()
    differ = {name for name in names if _known_of(before, name) != _known_of(after, name)}
    waiting = list(differ)
    while waiting:
        name = waiting.pop()
        follow = {result for result, one in after.formulas.items() if name in one.operands}
        waiting += follow - differ
        differ |= follow
    return frozenset(differ)


def _known_of(ledger: Ledger, name: str) -> tuple[object, ...]:
    every = (ledger.indicators, ledger.figures, ledger.prior, ledger.formulas)
    return tuple(one.get(name) for one in every)
