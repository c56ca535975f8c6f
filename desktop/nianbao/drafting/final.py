"""What keeps a report from being final (定稿)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nianbao.report import placeholder
from nianbao.report.flow import Line
from nianbao.report.placeholder import CHECK, FILL, NOT_APPLICABLE
from nianbao.report.standing import EntryState


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """How much of a report is open; it is true while anything is.

    `undecided` are entries of last year that were neither changed nor kept on purpose.
    """

    to_fill: int
    to_check: int
    not_applicable: int
    undecided: int

    def __bool__(self) -> bool:
        return any((self.to_fill, self.to_check, self.not_applicable, self.undecided))

    def __str__(self) -> str:
        parts = (
            (self.to_fill, "处待填"),
            (self.to_check, "处待核"),
            (self.not_applicable, "处不适用的要改写"),
            (self.undecided, "条没有定下改不改"),
        )
        return "、".join(f"{count}{word}" for count, word in parts if count)


def unfinished(
    lines: Iterable[Line], states: Mapping[str, EntryState], kept: Collection[str]
) -> Unfinished:
    """Return what is open in a rendered report.

    `states` are of its entries against last year, `kept` those that are to stay as they are.
    """
    marks = [mark.kind for line in lines for span in line for mark in placeholder.find(span.text)]
    untouched = (entry for entry, state in states.items() if state is EntryState.UNTOUCHED)
    return Unfinished(
        to_fill=marks.count(FILL),
        to_check=marks.count(CHECK),
        not_applicable=marks.count(NOT_APPLICABLE),
        undecided=sum(entry not in kept for entry in untouched),
    )
