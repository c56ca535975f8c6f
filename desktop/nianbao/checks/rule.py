"""What a rule is, and how all of them are run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nianbao.report.finding import Finding, Severity
from nianbao.report.model import Report

Judge = Callable[[Report], Iterator[tuple[str, str, str, str]]]
"""Yields where, text, message and fix of each fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with its papers: id, severity, what it rests on, one example, what it says."""

    id: str
    severity: Severity
    basis: str
    example: str
    sentence: str
    judge: Judge


RULES: dict[str, Rule] = {}


def rule(id: str, severity: Severity, *, basis: str, example: str) -> Callable[[Judge], Judge]:
    """Register a rule; its docstring is the sentence shown in 规则说明."""

    def register(judge: Judge) -> Judge:
        if id in RULES:
            raise ValueError(id)
        RULES[id] = Rule(
            id=id,
            severity=severity,
            basis=basis,
            example=example,
            sentence=(judge.__doc__ or "").strip(),
            judge=judge,
        )
        return judge

    return register


def run(report: Report) -> list[Finding]:
    """Return what all rules find in a report, in the order of the rules."""
    return [
        Finding(
            rule=one.id, severity=one.severity, where=where, text=text, message=message, fix=fix
        )
        for one in RULES.values()
        for where, text, message, fix in one.judge(report)
    ]
