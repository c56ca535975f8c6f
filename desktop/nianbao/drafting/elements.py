"""The front and back matter that a profile asks for, where last year's report has none."""

from dataclasses import replace

from nianbao.report.change import Change, ChangeRule
from nianbao.report.model import Element, ElementKind, Report
from nianbao.report.writing.placeholder import FILL, Placeholder
from nianbao.standards.structure import profiles

_FRONT = (
    ElementKind.DOC_NUMBER,
    ElementKind.SIGNER,
    ElementKind.TITLE,
    ElementKind.ADDRESSEE,
)
_BACK = (ElementKind.SIGNATURE, ElementKind.DATE, ElementKind.IMPRINT)


def completed(report: Report, profile: str) -> tuple[Report, list[Change]]:
    """Return the report with every element that its profile asks for, missing ones to be filled in.

    Every page needs a title, whatever the profile. `profile` must be a known id.
    """
    wanted = {"title", *profiles()[profile].elements}
    front, front_changes = _with(report, report.front, _FRONT, wanted)
    back, back_changes = _with(report, report.back, _BACK, wanted)
    completed = replace(report, profile=profile, front=front, back=back)
    return completed, [*front_changes, *back_changes]


def _with(
    report: Report, elements: tuple[Element, ...], order: tuple[ElementKind, ...], wanted: set[str]
) -> tuple[tuple[Element, ...], list[Change]]:
    changes: list[Change] = []
    found = list(elements)
    for kind in order:
        if kind.value not in wanted or any(report.elements(kind)):
            continue
        mark = str(Placeholder(kind=FILL, label=kind.label))
        new = Element(id=f"{report.year}-{kind.value}", kind=kind, text=mark)
        later = [*order[order.index(kind) + 1 :], ElementKind.PREFACE]
        place = next((at for at, element in enumerate(found) if element.kind in later), len(found))
        found.insert(place, new)
        reason = "上年报告里没有，这种报告需要。"
        changes.append(
            Change(
                rule=ChangeRule.ELEMENT_ADDED, before="", after=mark, piece=new.id, reason=reason
            )
        )
    return tuple(found), changes
