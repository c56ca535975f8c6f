"""The rows of the findings panel: many of one kind are one row, until it is opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nianbao.report.finding import Severity
from nianbao.views.form.findings import PENDING, Shown

IGNORED = "已忽略"
_MANY = 4  # so many findings of one kind become one row


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A row that stands for several findings. `key` is their kind, or IGNORED."""

    key: str
    title: str
    severity: Severity | None
    count: int
    is_open: bool


def key_of(one: Shown) -> str:
    """Return what tells the kind of a finding: its rule and its weight."""
    return f"{one.finding.rule} {one.finding.severity.value}"


def rows(
    found: Sequence[Shown], opened: Collection[str], severity: Severity | None
) -> list[Group | Shown]:
    """Return the rows to show: single findings, then groups, then what is ignored.

    `opened` has the keys of the groups that show their findings; `severity` limits the rows.
    """
    wanted = [one for one in found if severity in (None, one.finding.severity)]
    standing = [one for one in wanted if not one.ignored]
    ignored = [one for one in wanted if one.ignored]
    kinds: dict[str, list[Shown]] = {}
    for one in standing:
        kinds.setdefault(key_of(one), []).append(one)
    made: list[Group | Shown] = []
    for held in kinds.values():
        made += held if len(held) < _MANY else ()
    for key, held in kinds.items():
        if len(held) >= _MANY:
            made += _group(key, held[0].title, held[0].finding.severity, held, opened)
    if ignored:
        made += _group(IGNORED, IGNORED, None, ignored, opened)
    return made


def _group(
    key: str, title: str, severity: Severity | None, held: list[Shown], opened: Collection[str]
) -> list[Group | Shown]:
    is_open = key in opened
    head = Group(key=key, title=title, severity=severity, count=len(held), is_open=is_open)
    return [head, *held] if is_open else [head]


def counts(found: Sequence[Shown]) -> dict[Severity, int]:
    """Return how many findings of each weight are not ignored."""
    standing = [one.finding.severity for one in found if not one.ignored]
    return {severity: standing.count(severity) for severity in Severity}


def attention(found: Sequence[Shown]) -> int:
    """Return how many findings want a look; what is not filled in is counted elsewhere."""
    return sum(not one.ignored and one.finding.rule != PENDING for one in found)
