"""Which of the known structures a report follows."""

from dataclasses import replace

from nianbao.report.model import ElementKind, Report
from nianbao.report.writing.fold import folded
from nianbao.standards.structure import profiles

_TOPICS = 5  # sections of different kinds that make a report follow the nine systems


def with_profile(report: Report) -> Report:
    """Return the report with the id of its structure; a report of no known one is 三段式."""
    return replace(report, profile=_profile(report))


def _profile(report: Report) -> str:
    kinds = (ElementKind.ADDRESSEE, ElementKind.NOTE)
    addressee = folded("".join(e.text for e in report.front if e.kind in kinds))
    for profile in profiles().values():
        if profile.addressee and profile.addressee.search(addressee):
            return profile.id
    keys = [section.key for section in report.sections]
    if "first_responsible" in keys and "achievements" in keys:
        return "regulation_five"
    if keys[:2] == ["achievements", "achievements"]:
        return "flat_topics"
    topics = {section.key for part in report.sections for section in part.sections}
    nine = [key for key in topics if key.startswith("s") and key[1:2].isdigit()]
    return "outline_nine" if len(nine) >= _TOPICS else "theme_sections"
