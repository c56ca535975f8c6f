"""What a report says of its changes against last year, judged by the figures of both years."""

from collections.abc import Iterable
from decimal import Decimal

from nianbao.report.change import Change, ChangeRule
from nianbao.report.figures.figure import Figure, Relation
from nianbao.report.writing.text import quoted
from nianbao.understanding.arithmetic import relations
from nianbao.understanding.understood import Understanding


def judged(
    found: Understanding, then: Iterable[Figure]
) -> tuple[list[Relation], list[tuple[Relation, Change]]]:
    """Judge a report's changes against last year by the figures that the ledger has of it.

    Returns the relations, and the doubtful ones with what to ask.
    """
    relations_, doubtful = relations.against_last_year(
        found.relations,
        {figure.indicator: figure.value for figure in found.figures if figure.value is not None},
        {figure.indicator: figure.value for figure in then if figure.value is not None},
    )
    return relations_, [(relation, _doubted(relation, given)) for relation, given in doubtful]


def _doubted(relation: Relation, given: Decimal) -> Change:
    return Change(
        rule=ChangeRule.CHANGE_DISAGREES,
        before=relation.sentence,
        after=relation.sentence,
        reason=f"{quoted(relation.result)}按两年的数应为{given}，与原文不符，请核对。",
        open=True,
    )
