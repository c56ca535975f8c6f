"""The user corrects figures: renames, merges, splits, rejects; confirms or refuses formulas.

Each correction changes the ledger and the text of every year at once, as one action, and is kept as
a rule, so that the next import of the unit's report does it by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from nianbao.desk.desk import Desk
from nianbao.drafting.pieces import descent
from nianbao.errors import DoubtError, InputError
from nianbao.report.correction import Correction, CorrectionKind
from nianbao.report.figures import wording
from nianbao.report.figures.figure import LAST_YEAR, Indicator, Mention, Relation
from nianbao.report.writing import slots
from nianbao.report.writing.placeholder import CHECK
from nianbao.report.writing.text import quoted
from nianbao.understanding import correction_rules
from nianbao.workspace import Action


def rename(desk: Desk, name: str, label: str, *, sure: bool = False) -> str:
    """Give an indicator another label; the label of another one makes both one (合并).

    Return the name of the one that is left. A new label changes no text: the slot name stays what
    it was.

    Raises:
        InputError: no such indicator, or two that differ cannot be one.
        DoubtError: two would become one, and nobody is `sure`.
    """
    old = _indicator(desk, name)
    label = correction_rules.checked_label(label)
    same = [one for one in desk.store.indicators(desk.unit) if one.label == label]
    other = next((one for one in same if one.name != old.name), None)
    if other is not None:
        _assure_mergeable(desk, old, other)
        if not sure:
            raise DoubtError(
                f"已经有{quoted(label)}这个指标，用这个名称，两项就合成一项。",
                do="要合并，请再填一次；不合并，请换一个名称。",
            )
    with desk.act(f"{quoted(old.label)}改称{quoted(label)}") as action:
        if other is None:
            kept = old.name
            aliases = tuple(dict.fromkeys((*old.aliases, old.label)))
            renamed = replace(old, label=label, aliases=aliases)
            desk.store.save_indicators(action, desk.unit, [renamed])
        else:
            kept = other.name
            _merge(desk, action, old.name, kept)
        _relabel(desk, action, old.name, kept, label)
        _learn(desk, action, kept, label)
    return kept


def _relabel(desk: Desk, action: Action, name: str, kept: str, label: str) -> None:
    """Let the mentions of an indicator, in all years, be of the `kept` one with its label."""
    for year in desk.years():
        mentions = [
            replace(m, indicator=kept, label=label) if m.indicator == name else m
            for m in desk.store.mentions(desk.unit, year)
        ]
        desk.store.save_mentions(action, desk.unit, year, mentions)


def _learn(desk: Desk, action: Action, name: str, label: str) -> None:
    """Keep as a rule that what was found under other names has this one."""
    found = {(m.found_as, m.unit) for m in _mentions(desk) if m.indicator == name}
    desk.store.save_corrections(
        action,
        desk.unit,
        (
            Correction(kind=CorrectionKind.RENAME, found_as=found_as, unit=measure, label=label)
            for found_as, measure in sorted(found)
        ),
    )


def split(desk: Desk, year: int, place: int, label: str) -> str:
    """Make one place of an imported report a figure of its own; `place` counts its mentions from 0.

    Raises:
        InputError: no such place, or the label is taken.
    """
    mention = _mention(desk, year, place)
    old, label = _indicator(desk, mention.indicator), correction_rules.checked_label(label)
    known = desk.store.indicators(desk.unit)
    if any(one.label == label for one in known):
        raise InputError(f"已经有{quoted(label)}这个指标。", do="请换一个名称，或改用合并。")
    new = slots.free_name(slots.valid_name(label), {one.name for one in known})
    nth = _ordinal(desk, year, place)
    with desk.act(f"{quoted(old.label)}拆出{quoted(label)}") as action:
        desk.store.save_indicators(action, desk.unit, [replace(old, name=new, label=label)])
        for each in desk.years():
            _rewrite(desk, action, each, _nth(mention, nth, lambda slot: _named(slot, new)))
        copies = [
            replace(f, indicator=new)
            for f in desk.store.figures(desk.unit)
            if f.indicator == old.name
        ]
        desk.store.save_figures(action, desk.unit, copies)
        moved = replace(mention, indicator=new, label=label)
        _save_place(desk, action, year, place, [moved])
        desk.store.save_corrections(
            action, desk.unit, [correction_rules.placed(CorrectionKind.SPLIT, mention, label)]
        )
    return new


def reject(desk: Desk, year: int, place: int) -> None:
    """Make one place of an imported report plain text: what stands there is no figure.

    In years that were begun from it the old writing stands too; in 【待核：…】 where somebody gave
    that year's number, which then was one.

    Raises:
        InputError: no such place.
    """
    mention = _mention(desk, year, place)
    nth = _ordinal(desk, year, place)
    answered = {
        figure.year
        for figure in desk.store.figures(desk.unit)
        if figure.indicator == mention.indicator and figure.value is not None
    }
    with desk.act(f"{quoted(mention.text)}不是数据") as action:
        for each in desk.years():
            disputed = each != year and each in answered
            text = CHECK.around(mention.writing) if disputed else mention.writing
            change = _nth(mention, nth, partial(_escaped, text))
            _rewrite(desk, action, each, change)
        _save_place(desk, action, year, place, [])
        if all(one.indicator != mention.indicator for one in _mentions(desk)):
            _remove(desk, action, mention.indicator)
        desk.store.save_corrections(
            action, desk.unit, [correction_rules.placed(CorrectionKind.REJECT, mention, "")]
        )


def confirm(desk: Desk, relation: Relation) -> None:
    """Make a proposed relation the formula of its result."""
    with desk.act(f"确认{_result(desk, relation)}的公式") as action:
        others = [
            replace(other, confirmed=False)
            for other in desk.store.relations(desk.unit)
            if other.result == relation.result and other.confirmed
        ]
        desk.store.save_relations(action, desk.unit, [*others, replace(relation, confirmed=True)])


def refuse(desk: Desk, relation: Relation) -> None:
    """Let a relation be no formula, and no later import propose it again."""
    with desk.act(f"不用{_result(desk, relation)}的公式") as action:
        desk.store.save_relations(
            action, desk.unit, [replace(relation, confirmed=False, confidence=0.0)]
        )


def _result(desk: Desk, relation: Relation) -> str:
    return quoted(wording.named(desk.ledger, relation.result))


def nth_rule(desk: Desk, place: int) -> Correction:
    """Return one of a unit's rules, counted from 0.

    Raises:
        InputError: there is no such rule.
    """
    rules = desk.store.corrections(desk.unit)
    if not 0 <= place < len(rules):
        raise InputError(f"没有第{place + 1}条更正。", do="请先看有哪些更正。")
    return rules[place]


def nth_formula(desk: Desk, place: int) -> Relation:
    """Return one of a unit's relations, counted from 0.

    Raises:
        InputError: there is no such relation.
    """
    relations = desk.store.relations(desk.unit)
    if not 0 <= place < len(relations):
        raise InputError(f"没有第{place + 1}条算式。", do="请先看有哪些算式。")
    return relations[place]


def forget(desk: Desk, rule: Correction) -> None:
    """Let the next import no longer follow a rule; what it did stays."""
    with desk.act(f"不再自动更正{quoted(rule.found_as)}") as action:
        desk.store.remove_correction(action, desk.unit, rule)


def _mentions(desk: Desk) -> Iterator[Mention]:
    for year in desk.years():
        yield from desk.store.mentions(desk.unit, year)


def _indicator(desk: Desk, name: str) -> Indicator:
    found = next(
        (one for one in desk.store.indicators(desk.unit) if name in (one.name, one.label)), None
    )
    if found is None:
        raise InputError(f"没有{quoted(name)}这个指标。", do="请看台账里的名称。")
    return found


def _mention(desk: Desk, year: int, place: int) -> Mention:
    mentions = desk.store.mentions(desk.unit, year)
    if not 0 <= place < len(mentions):
        raise InputError(f"{year}年度的报告里没有第{place + 1}个数。", do="请核对序号。")
    return mentions[place]


def _ordinal(desk: Desk, year: int, place: int) -> int:
    """Return which of its piece's slots of that name a mention is."""
    mentions = desk.store.mentions(desk.unit, year)
    one = mentions[place]
    same = [m for m in mentions[:place] if (m.piece, m.indicator) == (one.piece, one.indicator)]
    return len(same)


def _assure_mergeable(desk: Desk, one: Indicator, other: Indicator) -> None:
    if one.unit != other.unit:
        raise InputError(
            f"已经有{quoted(other.label)}这个指标，单位是{quoted(other.unit or '（无）')}，"
            f"这一个的单位是{quoted(one.unit or '（无）')}，不能合并。",
            do="请换一个名称。",
        )
    known = [figure for figure in desk.figures if figure.value is not None]
    values = {figure.year: figure.value for figure in known if figure.indicator == other.name}
    for figure in known:
        if figure.indicator == one.name and values.get(figure.year) not in (None, figure.value):
            raise InputError(
                f"这两个指标{figure.year}年度的值不同（{figure.value}和{values[figure.year]}），"
                "不能合并。",
                do="请先核对哪个数对，或换一个名称。",
            )


def _merge(desk: Desk, action: Action, name: str, new: str) -> None:
    """Put one indicator in the place of another wherever it stands, and take the other away."""
    names = {name: new}

    def renamed(_: str, source: str) -> str:
        return slots.renamed(source, names)

    store, unit = desk.store, desk.unit
    for year in desk.years():
        _rewrite(desk, action, year, renamed)
        promises = [replace(p, text=renamed("", p.text)) for p in store.promises(unit, year)]
        store.save_promises(action, unit, promises)
    figures = store.figures(unit)
    there = {f.year for f in figures if f.indicator == new and f.value is not None}
    moved = [f for f in figures if f.indicator == name and f.year not in there]
    store.save_figures(action, unit, [replace(f, indicator=new) for f in moved])
    touched = _remove(desk, action, name)
    store.save_relations(action, unit, [r.with_names(names) for r in touched])


def _remove(desk: Desk, action: Action, name: str) -> list[Relation]:
    """Take an indicator away with the relations that it is in, which are returned."""
    names = {name, name + LAST_YEAR}
    touched = [r for r in desk.store.relations(desk.unit) if names & {r.result, *r.operands}]
    desk.store.remove_relations(action, desk.unit, touched)
    desk.store.remove_indicator(action, desk.unit, name)
    return touched


def _rewrite(desk: Desk, action: Action, year: int, change: Callable[[str, str], str]) -> None:
    """Change every text of a year's report, and what the user decided it should be."""
    report = desk.store.report(desk.unit, year)
    assert report is not None
    desk.store.save_report(action, report.mapped(change))
    decided = [
        replace(mark, text=change(mark.target, mark.text))
        for mark in desk.store.marks(desk.unit, year)
        if mark.kind in descent.SOURCES
    ]
    desk.store.save_marks(action, desk.unit, year, decided)


def _save_place(desk: Desk, action: Action, year: int, place: int, new: list[Mention]) -> None:
    mentions = desk.store.mentions(desk.unit, year)
    desk.store.save_mentions(
        action, desk.unit, year, [*mentions[:place], *new, *mentions[place + 1 :]]
    )


def _named(slot: slots.Slot, name: str) -> str:
    return replace(slot, name=name).source


def _nth(
    mention: Mention, nth: int, change: Callable[[slots.Slot], str]
) -> Callable[[str, str], str]:
    """Return the change of a piece's n-th slot of a mention's indicator."""

    def changed(piece: str, source: str) -> str:
        if piece != mention.piece:
            return source
        seen = 0

        def one(slot: slots.Slot) -> str:
            nonlocal seen
            if slot.name != mention.indicator:
                return slot.source
            seen += 1
            return change(slot) if seen == nth + 1 else slot.source

        return slots.changed(source, one)

    return changed


def _escaped(text: str, _slot: object) -> str:
    return slots.escape(text)
