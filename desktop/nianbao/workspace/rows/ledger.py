"""The ledger as rows: indicators, figures, mentions, relations, promises, changes, corrections.

Indicators, figures, relations and promises are written one by one over what has their key; mentions
and automatic changes belong to one report and are written as a whole.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from nianbao.report.change import Change, ChangeRule
from nianbao.report.correction import Correction, CorrectionKind
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Mention,
    MentionKind,
    Period,
    Promise,
    Relation,
    RelationKind,
)
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.tables import (
    AUTOMATIC,
    CORRECTION,
    FIGURE,
    INDICATOR,
    MENTION,
    PROMISE,
    RELATION,
)

_OF_UNIT = "unit = ?"
_OF_YEAR = "unit = ? AND year = ?"


_MOST_DIGITS = 60


def save_indicators(action: Action, unit: str, indicators: Iterable[Indicator]) -> None:
    """Write indicators over those of the same names."""
    action.put(INDICATOR, (unit,), (_indicator_row(unit, indicator) for indicator in indicators))


def indicators(conn: Connection, unit: str) -> list[Indicator]:
    """Return a unit's indicators, in the order they were first written."""
    return [as_indicator(row) for row in conn.rows(INDICATOR.select(_OF_UNIT), (unit,))]


def remove_indicator(action: Action, unit: str, name: str) -> None:
    """Take an indicator away with its figures of all years."""
    action.remove(FIGURE, "unit = ? AND indicator = ?", (unit, name))
    action.remove(INDICATOR, "unit = ? AND name = ?", (unit, name))


def save_figures(action: Action, unit: str, figures: Iterable[Figure]) -> None:
    """Write figures over those of the same indicators and years."""
    action.put(FIGURE, (unit,), (_figure_row(unit, figure) for figure in figures))


def figures(conn: Connection, unit: str, year: int | None) -> list[Figure]:
    """Return a unit's figures of one year or of all, in the order they were first written."""
    where, values = (_OF_UNIT, (unit,)) if year is None else (_OF_YEAR, (unit, year))
    return [as_figure(row) for row in conn.rows(FIGURE.select(where), values)]


def save_mentions(action: Action, unit: str, year: int, mentions: Sequence[Mention]) -> None:
    """Write all mentions of a report."""
    rows = (_mention_row(unit, year, at, mention) for at, mention in enumerate(mentions))
    action.replace(MENTION, (unit, year), rows)


def mentions(conn: Connection, unit: str, year: int) -> list[Mention]:
    """Return the mentions of a report, in reading order."""
    query = MENTION.select(_OF_YEAR, order="position")
    return [_mention(row) for row in conn.rows(query, (unit, year))]


def save_relations(action: Action, unit: str, relations: Iterable[Relation]) -> None:
    """Write relations over those of the same kind, result and operands."""
    action.put(RELATION, (unit,), (_relation_row(unit, relation) for relation in relations))


def remove_relations(action: Action, unit: str, relations: Iterable[Relation]) -> None:
    """Take relations away."""
    for relation in relations:
        key = _relation_row(unit, relation)[: RELATION.key]
        action.remove(RELATION, "unit = ? AND kind = ? AND result = ? AND operands = ?", key)


def relations(conn: Connection, unit: str) -> list[Relation]:
    """Return a unit's relations, in the order they were first written."""
    return [as_relation(row) for row in conn.rows(RELATION.select(_OF_UNIT), (unit,))]


def save_promises(action: Action, unit: str, promises: Iterable[Promise]) -> None:
    """Write promises over those of the same years and ids."""
    action.put(PROMISE, (unit,), (_promise_row(unit, promise) for promise in promises))


def promises(conn: Connection, unit: str, year: int) -> list[Promise]:
    """Return what the report on a year must answer, in the order it was first written."""
    return [as_promise(row) for row in conn.rows(PROMISE.select(_OF_YEAR), (unit, year))]


def save_changes(action: Action, unit: str, year: int, changes: Sequence[Change]) -> None:
    """Write all automatic changes to a report."""
    rows = (_change_row(unit, year, at, change) for at, change in enumerate(changes))
    action.replace(AUTOMATIC, (unit, year), rows)


def changes(conn: Connection, unit: str, year: int) -> list[Change]:
    """Return the automatic changes to a report, in order."""
    query = AUTOMATIC.select(_OF_YEAR, order="position")
    return [_change(row) for row in conn.rows(query, (unit, year))]


def save_corrections(action: Action, unit: str, corrections: Iterable[Correction]) -> None:
    """Write corrections over those of the same place, of whatever kind they were."""
    rules = {rule.place: rule for rule in corrections}.values()
    for rule in rules:
        for kind in CorrectionKind:
            other = replace(rule, kind=kind)
            if other != rule and other.place == rule.place:
                remove_correction(action, unit, other)
    rows = (
        (unit, rule.kind.value, rule.found_as, rule.unit, rule.context, rule.label)
        for rule in rules
    )
    action.put(CORRECTION, (unit,), rows)


def remove_correction(action: Action, unit: str, rule: Correction) -> None:
    """Forget a correction."""
    where = "unit = ? AND kind = ? AND found_as = ? AND measure = ? AND context = ?"
    key = (unit, rule.kind.value, rule.found_as, rule.unit, rule.context)
    action.remove(CORRECTION, where, key)


def corrections(conn: Connection, unit: str) -> list[Correction]:
    """Return a unit's corrections, in the order they were first made."""
    return [
        Correction(
            kind=CorrectionKind(kind), found_as=found_as, unit=measure, context=context, label=label
        )
        for _, kind, found_as, measure, context, label in conn.rows(
            CORRECTION.select(_OF_UNIT), (unit,)
        )
    ]


def _number(value: Decimal) -> str:
    """Return a value as text, every digit kept."""
    if not value.is_finite():
        raise ValueError(f"{value} is no number to store")
    return str(value)


def _words(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False)


def _as_words(text: str) -> tuple[str, ...]:
    """Return the words of a list; raise ValueError when it holds anything else."""
    words = json.loads(text)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError("no list of words")
    return tuple(words)


def _indicator_row(unit: str, indicator: Indicator) -> Row:
    return (
        *(unit, indicator.name, indicator.label, indicator.unit, indicator.period.value),
        *(indicator.key, _words(indicator.aliases), indicator.department, indicator.definition),
    )


def as_indicator(row: Row) -> Indicator:
    """Return the indicator that a row holds."""
    _, name, label, measure, period, key, aliases, department, definition = row
    return Indicator(
        name=name,
        label=label,
        unit=measure,
        period=Period(period),
        key=key,
        aliases=_as_words(aliases),
        department=department,
        definition=definition,
    )


def _figure_row(unit: str, figure: Figure) -> Row:
    value = None if figure.value is None else _number(figure.value)
    return (
        *(unit, figure.indicator, figure.year, value, figure.state.value),
        *(figure.as_of, figure.source),
    )


def _as_number(text: str) -> Decimal:
    """Return a value; one of a file from elsewhere may have been made to fill the memory.

    Raises:
        ValueError: it is no value that anything can have.
    """
    try:
        value = Decimal(text)
        if value.is_finite() and abs(value.adjusted()) <= _MOST_DIGITS:
            return value
    except ArithmeticError:
        pass
    raise ValueError(f"no number: {text[:20]}")


def as_figure(row: Row) -> Figure:
    """Return the figure that a row holds."""
    _, indicator, year, value, state, as_of, source = row
    return Figure(
        indicator=indicator,
        year=year,
        value=None if value is None else _as_number(value),
        state=FigureState(state),
        as_of=as_of,
        source=source,
    )


def _mention_row(unit: str, year: int, position: int, mention: Mention) -> Row:
    return (
        *(unit, year, position, mention.text, mention.writing, _number(mention.value)),
        *(mention.unit, mention.approx, mention.kind.value, mention.label, mention.indicator),
        *(mention.year, mention.section, mention.sentence, mention.piece, mention.paragraph),
        *(int(mention.prior), mention.found_as, mention.context),
    )


def _mention(row: Row) -> Mention:
    _, _, _, text, writing, value, measure, approx, kind, label, indicator, of_year, *rest = row
    section, sentence, piece, paragraph, prior, found_as, context = rest
    return Mention(
        text=text,
        writing=writing,
        value=_as_number(value),
        unit=measure,
        approx=approx,
        kind=MentionKind(kind),
        label=label,
        indicator=indicator,
        year=of_year,
        section=section,
        sentence=sentence,
        piece=piece,
        paragraph=paragraph,
        prior=bool(prior),
        found_as=found_as,
        context=context,
    )


_LEAST = {
    RelationKind.RATIO: 2,
    RelationKind.CHANGE: 2,
    RelationKind.DIFFERENCE: 1,
    RelationKind.SUM: 0,
}
"""How many operands a relation has at least."""


def _relation_row(unit: str, relation: Relation) -> Row:
    return (
        *(unit, relation.kind.value, relation.result, _words(relation.operands)),
        *(relation.decimals, relation.sentence, float(relation.confidence)),
        int(relation.confirmed),
    )


def as_relation(row: Row) -> Relation:
    """Return the relation that a row holds; raise ValueError when it relates nothing."""
    _, kind, result, operands, decimals, sentence, confidence, confirmed = row
    names = _as_words(operands)
    if len(names) < _LEAST[RelationKind(kind)]:
        raise ValueError("too few operands")
    return Relation(
        kind=RelationKind(kind),
        result=result,
        operands=names,
        decimals=decimals,
        sentence=sentence,
        confidence=confidence,
        confirmed=bool(confirmed),
    )


def _promise_row(unit: str, promise: Promise) -> Row:
    return (
        *(unit, promise.year, promise.id, promise.kind, promise.title, promise.text),
        promise.answer,
    )


def as_promise(row: Row) -> Promise:
    """Return the promise that a row holds."""
    _, year, id_, kind, title, text, answer = row
    return Promise(id=id_, year=year, kind=kind, title=title, text=text, answer=answer)


def _change_row(unit: str, year: int, position: int, change: Change) -> Row:
    return (
        *(unit, year, position, str(change.rule), change.before, change.after, change.paragraph),
        *(change.piece, change.reason, int(change.open)),
    )


def _change(row: Row) -> Change:
    _, _, _, rule, before, after, paragraph, piece, reason, is_open = row
    return Change(
        rule=ChangeRule(rule),
        before=before,
        after=after,
        paragraph=paragraph,
        piece=piece,
        reason=reason,
        open=bool(is_open),
    )
