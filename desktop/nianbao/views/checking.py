"""What the checks say of a file that is in no workspace, and how much in all."""

from collections.abc import Sequence

from nianbao.desk.checked import check_understood
from nianbao.desk.incoming.reading import Source
from nianbao.report.finding import Finding, Severity
from nianbao.views.form import finding_rows
from nianbao.views.form.findings import FindingShown


def check_file(source: Source) -> list[Finding]:
    """Return the findings on a report file."""
    return check_understood(source.understood()).standing


def said(found: Sequence[Finding]) -> str:
    """Return how many findings there are of each weight, and what the window counts elsewhere."""
    shown = [FindingShown(finding=one, place="", ignored=False) for one in found]
    counted = finding_rows.counts(shown)
    weights = [f"{weight.value}{counted[weight]}条" for weight in Severity if counted[weight]]
    kinds = [one.counted_as for one in shown]
    others = [f"{word}{kinds.count(word)}项" for word in finding_rows.ELSEWHERE if word in kinds]
    lines = ["、".join(weights), f"另有{'，'.join(others)}" if others else ""]
    return "；".join(filter(None, lines)) or "没有发现问题。"
