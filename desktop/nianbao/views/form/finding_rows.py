"""The rows of the findings panel: many of one kind are one row, until it is opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nianbao.checks.open_items import OpenKind
from nianbao.report.finding import Severity
from nianbao.views.form.findings import TO_FILL, FindingShown

IGNORED = "已忽略"
ELSEWHERE = (TO_FILL, OpenKind.PROMISE.value)
"""What stands in the list as well, and is counted by its own word."""
_MANY = 4  # so many findings of one kind become one row


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """A row that stands for several findings. See `key_of` for `key`."""

    key: str
    title: str
    severity: Severity | None
    count: int
    is_open: bool


def key_of(one: FindingShown) -> str:
    """Return what tells the row that stands for a finding: its rule and weight, or its kind."""
    if one.ignored:
        return IGNORED
    if one.counted_as in ELSEWHERE:
        return one.counted_as
    return f"{one.finding.rule} {one.finding.severity.value}"


def rows(
    found: Sequence[FindingShown], opened: Collection[str], severity: Severity | None
) -> list[FindingGroup | FindingShown]:
    """Return the rows to show: findings, many of a kind as one, then what is counted elsewhere.

    That is what is not filled in, promises, what is ignored: one row of each. `opened` has the keys
    of the rows that show their findings; `severity` limits the findings.
    """
    wanted = [one for one in found if severity in (None, one.finding.severity)]
    kinds: dict[str, list[FindingShown]] = {}
    for one in wanted:
        kinds.setdefault(key_of(one), []).append(one)
    made: list[FindingGroup | FindingShown] = []
    apart = (*ELSEWHERE, IGNORED)
    for key, held in kinds.items():
        made += held if len(held) < _MANY and key not in apart else ()
    for key, held in kinds.items():
        if len(held) >= _MANY and key not in apart:
            made += _group(key, held[0].title, held[0].finding.severity, held, opened)
    for key in ELSEWHERE if severity is None else ():
        if held := kinds.get(key, []):
            made += _group(key, f"另有{key}", held[0].finding.severity, held, opened)
    if held := kinds.get(IGNORED, []):
        made += _group(IGNORED, IGNORED, None, held, opened)
    return made


def _group(
    key: str,
    title: str,
    severity: Severity | None,
    held: list[FindingShown],
    opened: Collection[str],
) -> list[FindingGroup | FindingShown]:
    is_open = key in opened
    head = FindingGroup(key=key, title=title, severity=severity, count=len(held), is_open=is_open)
    return [head, *held] if is_open else [head]


def counts(found: Sequence[FindingShown]) -> dict[Severity, int]:
    """Return how many findings of each weight stand; see `attention`."""
    standing = [one.finding.severity for one in found if _is_counted(one)]
    return {severity: standing.count(severity) for severity in Severity}


def attention(found: Sequence[FindingShown]) -> int:
    """Return how many findings stand; what is not filled in and promises are counted elsewhere."""
    return sum(map(_is_counted, found))


def _is_counted(one: FindingShown) -> bool:
    return not one.ignored and one.counted_as not in ELSEWHERE
