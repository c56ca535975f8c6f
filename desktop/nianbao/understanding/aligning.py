"""What was understood, under the names by which the ledger has its figures already."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nianbao.report.figures.figure import Indicator, Mention, Relation
from nianbao.report.writing import slots
from nianbao.understanding.understood import FoundRelation, Understanding


def aligned(found: Understanding, known: Iterable[Indicator]) -> Understanding:
    """Return an understanding whose figures have the slot names of the ledger.

    A figure is the ledger's when its label and unit are: a label may have been changed since, the
    slot name never is. A new figure never takes the slot name of another one, in the ledger or in
    the report: both would become one.
    """
    ledger = list(known)
    by_label = {(one.label, one.unit): one.name for one in ledger}
    taken = {one.name for one in ledger}
    own = {one.name for one in found.indicators}
    names: dict[str, str] = {}
    for indicator in found.indicators:
        name = by_label.get((indicator.label, indicator.unit))
        if name is None and indicator.name in taken:
            name = slots.free_name(indicator.name, {*taken, *own, *names.values()})
        if name is not None and name != indicator.name:
            names[indicator.name] = name
    return _renamed(found, names) if names else found


def _renamed(found: Understanding, names: Mapping[str, str]) -> Understanding:
    def mention(one: Mention) -> Mention:
        return replace(one, indicator=names.get(one.indicator, one.indicator))

    def arithmetic(one: FoundRelation) -> FoundRelation:
        return replace(
            one,
            relation=relation(one.relation),
            result=mention(one.result),
            operands=tuple(map(mention, one.operands)),
        )

    def relation(one: Relation) -> Relation:
        return one.with_names(names)

    return replace(
        found,
        report=found.report.mapped(lambda _, source: slots.renamed(source, names)),
        indicators=tuple(replace(i, name=names.get(i.name, i.name)) for i in found.indicators),
        figures=tuple(
            replace(f, indicator=names.get(f.indicator, f.indicator)) for f in found.figures
        ),
        mentions=tuple(map(mention, found.mentions)),
        relations=tuple(map(relation, found.relations)),
        arithmetic=tuple(map(arithmetic, found.arithmetic)),
    )
