"""Which of the known structures a report follows."""

from dataclasses import replace

from nianbao.report.model import ElementKind, Report

_UPWARD = ("市委", "州委", "市政府", "市人民政府", "州人民政府", "盟委")
_TOPICS = 5  # sections of different kinds that make a report follow the nine systems


def with_profile(report: Report) -> Report:
    """Return the report with the id of its structure; a report of no known one is 三段式."""
    return replace(report, profile=_profile(report))


def _profile(report: Report) -> str:
    addressee = "".join(element.text for element in report.elements(ElementKind.ADDRESSEE))
    if "人大常委会" in addressee:
        return "npc_report"
    if any(word in addressee for word in _UPWARD):
        return "upward_report"
    keys = [section.key for section in report.sections]
    if "first_responsible" in keys and "achievements" in keys:
        return "regulation_five"
    if keys[:2] == ["achievements", "achievements"]:
        return "flat_topics"
    topics = {section.key for part in report.sections for section in part.sections}
    nine = [key for key in topics if key.startswith("s") and key[1:2].isdigit()]
    return "outline_nine" if len(nine) >= _TOPICS else "theme_sections"
