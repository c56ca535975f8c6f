"""The rows of the findings panel: many of one kind are one row, until it is opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nianbao.app.findings import Shown
from nianbao.report.finding import Severity

IGNORED = "已忽略"
_MANY = 4  # so many findings of one rule become one row


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A row that stands for several findings. `key` is the rule, or IGNORED."""

    key: str
    title: str
    severity: Severity | None
    count: int
    is_open: bool


def rows(
    found: Sequence[Shown], opened: Collection[str], severity: Severity | None
) -> list[Group | Shown]:
    """Return the rows to show: single findings, then groups, then what is ignored.

    `opened` has the keys of the groups that show their findings; `severity` limits the rows.
    """
    wanted = [one for one in found if severity in (None, one.finding.severity)]
    standing = [one for one in wanted if not one.ignored]
    ignored = [one for one in wanted if one.ignored]
    rules = dict.fromkeys(one.finding.rule for one in standing)
    groups = [[one for one in standing if one.finding.rule == rule] for rule in rules]
    singles = {one.finding.rule for group in groups if len(group) < _MANY for one in group}
    made: list[Group | Shown] = [one for one in standing if one.finding.rule in singles]
    for group in groups:
        if len(group) >= _MANY:
            first = group[0]
            made += _group(first.finding.rule, first.title, first.finding.severity, group, opened)
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
