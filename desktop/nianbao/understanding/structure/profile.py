"""Which of the known structures a report follows."""

from dataclasses import replace

from nianbao.report.model import ElementKind, Report
from nianbao.report.writing.fold import folded
from nianbao.standards import structure

_TOPICS = 5  # sections of different kinds that make a report follow the nine systems


def with_profile(report: Report) -> Report:
    """Return the report with the id of its structure; a report of no known one is 三段式."""
    return replace(report, profile=_profile(report))


def _profile(report: Report) -> str:
    kinds = (ElementKind.ADDRESSEE, ElementKind.NOTE)
    addressee = folded("".join(e.text for e in report.front if e.kind in kinds))
    for profile in structure.profiles().values():
        if profile.addressee and profile.addressee.search(addressee):
            return profile.id
    keys = [section.key for section in report.sections]
    if structure.FIRST_RESPONSIBLE in keys and structure.ACHIEVEMENTS in keys:
        return structure.REGULATION_FIVE
    if keys[:2] == [structure.ACHIEVEMENTS, structure.ACHIEVEMENTS]:
        return structure.FLAT_TOPICS
    topics = {section.key for part in report.sections for section in part.sections}
    systems = [one for one in structure.sections().values() if one.short and one.id in topics]
    return structure.OUTLINE_NINE if len(systems) >= _TOPICS else structure.THEME_SECTIONS
