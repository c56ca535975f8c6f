"""A drafter corrects figures: renames, merges, splits, rejects; confirms or refuses formulas.

Each correction changes the ledger and the text of every year at once, as one action, and is kept as
a rule, so that the next import of the unit's report does it by itself.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from nianbao.errors import InputError
from nianbao.report import slots
from nianbao.report.correction import Correction, CorrectionKind
from nianbao.report.figure import Figure, Indicator, Mention, Relation
from nianbao.report.formula import LAST_YEAR
from nianbao.report.placeholder import CHECK
from nianbao.workspace import Action, Workspace


def rename(store: Workspace, unit: str, name: str, label: str) -> str:
    """Give an indicator another label; one that is there already becomes one with it (合并).

    Returns the new slot name.

    Raises:
        InputError: no such indicator, or two that differ in a year cannot be one.
    """
    old = _indicator(store, unit, name)
    new = slots.valid_name(label)
    _assure_mergeable(store, unit, name, new)
    with store.act(f"“{old.label}”改称“{label}”") as action:
        known = {one.name for one in store.indicators(unit)}
        if new not in known or new == name:
            store.save_indicators(action, unit, [replace(old, name=new, label=label)])
        if new != name:
            _move(store, action, unit, name, new, label)
        rules = {
            (mention.found_as, mention.unit)
            for mention in _mentions(store, unit)
            if mention.indicator == new
        }
        store.save_corrections(
            action,
            unit,
            (
                Correction(kind=CorrectionKind.RENAME, found_as=found_as, unit=measure, label=label)
                for found_as, measure in sorted(rules)
            ),
        )
    return new


def split(store: Workspace, unit: str, year: int, place: int, label: str) -> str:
    """Make one place of an imported report a figure of its own; `place` counts its mentions from 0.

    Raises:
        InputError: no such place, or the label is taken.
    """
    mention = _mention(store, unit, year, place)
    old, new = _indicator(store, unit, mention.indicator), slots.valid_name(label)
    if new in {one.name for one in store.indicators(unit)}:
        raise InputError(f"已经有“{label}”这个指标。", do="请换一个名称，或改用合并。")
    nth = _ordinal(store, unit, year, place)
    with store.act(f"“{old.label}”拆出“{label}”") as action:
        store.save_indicators(action, unit, [replace(old, name=new, label=label)])
        for info in _years(store, unit):
            _rewrite(store, action, unit, info, _nth(mention, nth, lambda slot: _named(slot, new)))
        copies = [replace(f, indicator=new) for f in store.figures(unit) if f.indicator == old.name]
        store.save_figures(action, unit, copies)
        moved = replace(mention, indicator=new, label=label)
        _save_place(store, action, unit, year, place, [moved])
        store.save_corrections(action, unit, [_rule(CorrectionKind.SPLIT, mention, label)])
    return new


def reject(store: Workspace, unit: str, year: int, place: int) -> None:
    """Make one place of an imported report plain text: what stands there is no figure.

    In years that were begun from it the old writing is set in 【待核：…】.

    Raises:
        InputError: no such place.
    """
    mention = _mention(store, unit, year, place)
    nth = _ordinal(store, unit, year, place)
    with store.act(f"“{mention.text}”不是数据") as action:
        for each in _years(store, unit):
            text = mention.writing if each == year else CHECK.around(mention.writing)
            change = _nth(mention, nth, lambda _, text=text: slots.escape(text))  # type: ignore[misc]
            _rewrite(store, action, unit, each, change)
        _save_place(store, action, unit, year, place, [])
        if all(one.indicator != mention.indicator for one in _mentions(store, unit)):
            _remove(store, action, unit, mention.indicator)
        store.save_corrections(action, unit, [_rule(CorrectionKind.REJECT, mention, "")])


def confirm(store: Workspace, unit: str, relation: Relation) -> None:
    """Make a proposed relation the formula of its result."""
    with store.act(f"确认“{relation.result}”的公式") as action:
        others = [
            replace(other, confirmed=False)
            for other in store.relations(unit)
            if other.result == relation.result and other.confirmed
        ]
        store.save_relations(action, unit, [*others, replace(relation, confirmed=True)])


def refuse(store: Workspace, unit: str, relation: Relation) -> None:
    """Let a relation be no formula, and no later import propose it again."""
    with store.act(f"不用“{relation.result}”的公式") as action:
        store.save_relations(action, unit, [replace(relation, confirmed=False, confidence=0.0)])


@contextmanager
def ledger_of(place: Path, unit: str | None) -> Iterator[tuple[Workspace, str]]:
    """Open a workspace for corrections; `unit` is needed only when there are several.

    Raises:
        InputError: there are several units, or none.
    """
    with Workspace.open(place) as store:
        every = sorted({info.unit for info in store.reports()})
        units = [one for one in every if unit in (None, one)]
        if len(units) != 1:
            names = "、".join(every)
            raise InputError(
                "工作文件里没有这个单位，或不止一个单位。",
                do=f"请用 --unit 指明单位：{names or '（空）'}。",
            )
        yield store, units[0]


def nth_rule(store: Workspace, unit: str, place: int) -> Correction:
    """Return one of a unit's rules, counted from 0.

    Raises:
        InputError: there is no such rule.
    """
    rules = store.corrections(unit)
    if not 0 <= place < len(rules):
        raise InputError(f"没有第{place + 1}条更正。", do="请先看有哪些更正。")
    return rules[place]


def nth_formula(store: Workspace, unit: str, place: int) -> Relation:
    """Return one of a unit's relations, counted from 0.

    Raises:
        InputError: there is no such relation.
    """
    relations = store.relations(unit)
    if not 0 <= place < len(relations):
        raise InputError(f"没有第{place + 1}条算式。", do="请先看有哪些算式。")
    return relations[place]


def forget(store: Workspace, unit: str, rule: Correction) -> None:
    """Let the next import no longer follow a rule; what it did stays."""
    with store.act(f"不再自动更正“{rule.found_as}”") as action:
        store.remove_correction(action, unit, rule)


def _rule(kind: CorrectionKind, mention: Mention, label: str) -> Correction:
    return Correction(
        kind=kind,
        found_as=mention.found_as,
        unit=mention.unit,
        context=mention.context,
        label=label,
    )


def _years(store: Workspace, unit: str) -> list[int]:
    return [info.year for info in store.reports() if info.unit == unit]


def _mentions(store: Workspace, unit: str) -> Iterator[Mention]:
    for year in _years(store, unit):
        yield from store.mentions(unit, year)


def _indicator(store: Workspace, unit: str, name: str) -> Indicator:
    found = next((one for one in store.indicators(unit) if name in (one.name, one.label)), None)
    if found is None:
        raise InputError(f"没有“{name}”这个指标。", do="请看台账里的名称。")
    return found


def _mention(store: Workspace, unit: str, year: int, place: int) -> Mention:
    mentions = store.mentions(unit, year)
    if not 0 <= place < len(mentions):
        raise InputError(f"{year}年度的报告里没有第{place + 1}个数。", do="请核对序号。")
    return mentions[place]


def _ordinal(store: Workspace, unit: str, year: int, place: int) -> int:
    """Return which of its piece's slots of that name a mention is."""
    mentions = store.mentions(unit, year)
    one = mentions[place]
    same = [m for m in mentions[:place] if (m.piece, m.indicator) == (one.piece, one.indicator)]
    return len(same)


def _assure_mergeable(store: Workspace, unit: str, name: str, new: str) -> None:
    figures = store.figures(unit)
    values = {f.year: f.value for f in figures if f.indicator == new and f.value is not None}
    for figure in figures:
        other = values.get(figure.year)
        if name != new and figure.indicator == name and other not in (None, figure.value):
            raise InputError(
                f"这两个指标{figure.year}年度的值不同（{figure.value}和{other}），不能合并。",
                do="请先核对哪个数对，或换一个名称。",
            )


def _move(store: Workspace, action: Action, unit: str, name: str, new: str, label: str) -> None:
    """Put one name in the place of another, in texts, figures, mentions, relations, promises."""

    def renamed(_: str, source: str) -> str:
        return _slots_changed(source, lambda s: _named(s, new) if s.name == name else s.source)

    for year in _years(store, unit):
        _rewrite(store, action, unit, year, renamed)
        mentions = [
            replace(m, indicator=new, label=label) if m.indicator == name else m
            for m in store.mentions(unit, year)
        ]
        store.save_mentions(action, unit, year, mentions)
        promises = [replace(p, text=renamed("", p.text)) for p in store.promises(unit, year)]
        store.save_promises(action, unit, promises)
    _move_figures(store, action, unit, name, new)
    _move_relations(store, action, unit, name, new)
    store.remove_indicator(action, unit, name)


def _move_figures(store: Workspace, action: Action, unit: str, name: str, new: str) -> None:
    figures = store.figures(unit)
    there = {f.year for f in figures if f.indicator == new and f.value is not None}
    moved: list[Figure] = [
        replace(f, indicator=new) for f in figures if f.indicator == name and f.year not in there
    ]
    store.save_figures(action, unit, moved)


def _move_relations(store: Workspace, action: Action, unit: str, name: str, new: str) -> None:
    names = {name: new, name + LAST_YEAR: new + LAST_YEAR}
    touched = [r for r in store.relations(unit) if names.keys() & {r.result, *r.operands}]
    store.remove_relations(action, unit, touched)
    store.save_relations(
        action,
        unit,
        (
            replace(
                r,
                result=names.get(r.result, r.result),
                operands=tuple(names.get(operand, operand) for operand in r.operands),
            )
            for r in touched
        ),
    )


def _remove(store: Workspace, action: Action, unit: str, name: str) -> None:
    names = {name, name + LAST_YEAR}
    touched = [r for r in store.relations(unit) if names & {r.result, *r.operands}]
    store.remove_relations(action, unit, touched)
    store.remove_indicator(action, unit, name)


def _rewrite(
    store: Workspace, action: Action, unit: str, year: int, change: Callable[[str, str], str]
) -> None:
    report = store.report(unit, year)
    assert report is not None
    store.save_report(action, report.mapped(change))


def _save_place(
    store: Workspace, action: Action, unit: str, year: int, place: int, new: list[Mention]
) -> None:
    mentions = store.mentions(unit, year)
    store.save_mentions(action, unit, year, [*mentions[:place], *new, *mentions[place + 1 :]])


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

        return _slots_changed(source, one)

    return changed


def _slots_changed(source: str, change: Callable[[slots.Slot], str]) -> str:
    return "".join(
        change(part) if isinstance(part, slots.Slot) else slots.escape(part)
        for part in slots.parse(source)
    )
