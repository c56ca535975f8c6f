"""Parts of a report of which nothing says whether they tell of measures, faults or plans."""

from nianbao.report.model import Report, Section
from nianbao.report.writing import slots
from nianbao.standards import structure, telling


def parts(report: Report) -> frozenset[str]:
    """Return the ids of the parts without a known name that tell of nothing that was done.

    Only of those that stand where faults and plans do: right before the plans, behind the faults,
    or last and looking ahead. A theme among the measures tells of results, or of every year's work.
    """
    keys = [section.key for section in report.sections]
    last = len(keys) - 1
    found = []
    for at, section in enumerate(report.sections):
        anew = any(one.kind.is_written_anew for part in section.walk() for one in part.entries)
        if anew or not at or not telling.is_unnamed(section.key, section.title):
            continue
        behind = structure.SHORTCOMINGS in keys[:at] and structure.NEXT_YEAR not in keys
        between = (
            at < last
            and keys[at + 1] == structure.NEXT_YEAR
            and structure.SHORTCOMINGS not in keys
            and not telling.is_unnamed(keys[0], report.sections[0].title)
        )
        told = _told(section)
        ends = at == last and structure.NEXT_YEAR not in keys and telling.looks_ahead(told)
        if behind or ((between or ends) and not telling.says_results(told)):
            found.append(section.id)
    return frozenset(found)


def _told(section: Section) -> str:
    """Return what stands below a title, a text a line."""
    below = [one for one in section.walk() if one is not section]
    texts = [one.title for one in below] + [
        one.text for part in section.walk() for one in part.entries
    ]
    return "\n".join(slots.blanked(text) for text in texts)
