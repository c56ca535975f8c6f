"""What a rule is, and how all of them are run."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from nianbao.checks.context import Context
from nianbao.report.finding import Finding, Fix, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule yields: a finding without the rule's own papers.

    Without `start` the whole piece is meant. `severity` is set where it differs from the rule's.
    """

    text: str
    message: str
    fix: Fix
    piece: str = ""
    place: str = ""
    start: int | None = None
    length: int = 0
    severity: Severity | None = None


Judge = Callable[[Context], Iterator[Fault]]
"""Yields the faults of a report; it looks only at the context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with its papers: id, name, severity, what it rests on, one example, what it says.

    `ignorable`: the drafter may leave it as it is.
    """

    id: str
    name: str
    severity: Severity
    basis: str
    example: str
    sentence: str
    judge: Judge
    ignorable: bool = True


RULES: dict[str, Rule] = {}


def rule(
    id: str,
    name: str,
    severity: Severity,
    *,
    basis: str,
    example: str,
    ignorable: bool = True,
) -> Callable[[Judge], Judge]:
    """Register a rule; its docstring is the sentence shown in 规则说明."""

    def register(judge: Judge) -> Judge:
        if id in RULES:
            raise ValueError(id)
        RULES[id] = Rule(
            id=id,
            name=name,
            severity=severity,
            basis=basis,
            example=example,
            sentence=(judge.__doc__ or "").strip(),
            judge=judge,
            ignorable=ignorable,
        )
        return judge

    return register


def run(context: Context, only: Collection[str] = ()) -> list[Finding]:
    """Return what all rules find in a report, or some of them by their ids, in their order."""
    rules = [one for one in RULES.values() if not only or one.id in only]
    return [_finding(one, fault, context) for one in rules for fault in one.judge(context)]


def _finding(rule: Rule, fault: Fault, context: Context) -> Finding:
    start, length = fault.start, fault.length
    if start is None:
        printed = context.printed.get(fault.piece) if fault.piece else None
        start, length = 0, len(printed.text) if printed else 0
    return Finding(
        rule=rule.id,
        severity=fault.severity or rule.severity,
        text=fault.text,
        message=fault.message,
        fix=fault.fix,
        piece=fault.piece,
        place=fault.place,
        start=start,
        length=length,
    )
