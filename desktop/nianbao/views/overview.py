"""What is counted over the current whole report: one list of what is open, for every page."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from nianbao.checks.open_items import OpenItems
from nianbao.desk.checked import Checked, Snapshot, check, check_snapshot, take
from nianbao.desk.desk import Desk
from nianbao.views import coverage
from nianbao.views.coverage import CoverageView
from nianbao.views.form import findings, outline
from nianbao.views.form.findings import FindingShown
from nianbao.views.form.outline import FormNode, Heat


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the checks find, what is open, how far each section is. `length` is in characters."""

    findings: tuple[FindingShown, ...]
    open_items: OpenItems
    nodes: tuple[FormNode, ...]
    heat: Heat
    coverage: CoverageView
    length: int


_KEPT: WeakKeyDictionary[Checked, Overview] = WeakKeyDictionary()


def overview(desk: Desk) -> Overview:
    """Return the overview of the current report, worked out now unless it was already."""
    checked = check(desk)
    kept = _KEPT.get(checked)
    if kept is None:
        kept = _KEPT[checked] = _of(checked)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotOverview:
    """An overview, and the moment of the desk that it is of."""

    snapshot: Snapshot
    checked: Checked
    overview: Overview


def find(snapshot: Snapshot) -> SnapshotOverview:
    """Work out the overview of one moment; this may run off the window's thread."""
    checked = check_snapshot(snapshot)
    return SnapshotOverview(snapshot=snapshot, checked=checked, overview=_of(checked))


def is_current(desk: Desk, found: SnapshotOverview) -> bool:
    """Whether the desk is still as it was; if so, `overview` does not work it out again."""
    if not take(desk, found.snapshot, found.checked):
        return False
    _KEPT[found.checked] = found.overview
    return True


def _of(checked: Checked) -> Overview:
    context = checked.context
    return Overview(
        findings=tuple(findings.shown(checked)),
        open_items=checked.open_items,
        nodes=outline.nodes(checked),
        heat=outline.heat_of(context.report, context.states),
        coverage=coverage.covered(checked),
        length=outline.length(context.report, context.ledger),
    )
