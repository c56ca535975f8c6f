"""Findings are accepted, or left as they are."""

from nianbao import checks
from nianbao.actions import parts, sections
from nianbao.checks.fixes import applied
from nianbao.desk.desk import Desk
from nianbao.report.finding import AddPart, Finding, Relevel, RemoveHeading, Renumber
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.writing.text import quoted


def accept(desk: Desk, finding: Finding) -> None:
    """Do what a finding proposes, as one action.

    Raises:
        ValueError: it proposes nothing that can be done by itself.
    """
    fix = finding.fix
    if isinstance(fix, AddPart):
        parts.add(desk, fix.part)
        return
    if isinstance(fix, RemoveHeading):
        sections.remove(desk, fix.section)
        return
    if not isinstance(fix, Renumber | Relevel):
        raise ValueError(finding.rule)
    confirms = fix.new == fix.old
    name = f"核对编号{fix.new}" if confirms else f"改编号{fix.old}→{fix.new}"
    report = applied(desk.report, fix)
    with desk.act(name) as action:
        desk.store.save_report(action, report)


def ignore(desk: Desk, finding: Finding) -> None:
    """Show a finding no longer this year, as long as its text stays.

    Raises:
        ValueError: what is not filled in cannot be ignored.
    """
    rule = checks.RULES[finding.rule]
    if not rule.ignorable:
        raise ValueError(finding.rule)
    with desk.act(f"忽略{quoted(rule.name)}") as action:
        desk.store.save_marks(action, desk.unit, desk.year, [_mark(finding)])


def unignore(desk: Desk, finding: Finding) -> None:
    """Show an ignored finding again."""
    with desk.act(f"不再忽略{quoted(checks.RULES[finding.rule].name)}") as action:
        desk.store.remove_mark(action, desk.unit, desk.year, _mark(finding))


def _mark(finding: Finding) -> Mark:
    return Mark(kind=MarkKind.IGNORED, target=finding.fingerprint)
