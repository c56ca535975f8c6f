"""Arithmetic that holds in the text: rates of counts, totals of parts, changes between years.

Chance matches are common among small whole numbers, so only neighbours are searched, in the
sentence and the one before, and only where decimals, cue words or the shape of a list speak for a
relation. What looks like a rate of its neighbours but does not come out is reported, never
repaired.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from nianbao.report.figures.figure import LAST_YEAR, Mention, MentionKind, Relation, RelationKind
from nianbao.report.figures.formula import compute, decimals_of, relative_change
from nianbao.report.writing import quantity
from nianbao.standards.figures.relations import cues
from nianbao.understanding.arithmetic import rates, shares, texts
from nianbao.understanding.names.parsing import phrases
from nianbao.understanding.understood import Doubt, FoundRelation

_PROPOSED = 0.5  # how sure a change is against a year that the text does not tell
_REACH = 8  # mentions before a rate that may be its counts
_LAST_FOUND = 8  # relations found last, whose mentions are not taken again
_MOST_PARTS = 16
_AROUND = 4 * _MOST_PARTS  # mentions on either side of a total among which its parts are
_TELLING = 20  # a total at least this large is unlikely to come out by chance


def find(mentions: Sequence[Mention]) -> tuple[list[FoundRelation], list[Doubt]]:
    """Return the relations among a report's mentions in reading order, and the doubtful rates."""
    found: list[FoundRelation] = []
    doubts: list[Doubt] = []
    for passage in _paragraphs(mentions):
        former = _former(passage)
        lasting = [mention for at, mention in enumerate(passage) if at not in former]
        for place, mention in enumerate(passage):
            at = place - sum(one < place for one in former)  # among those that last
            if mention.kind is MentionKind.CHANGE:
                found += _change(mention, _near(passage, place), passage[place + 1 : place + 2])
            elif place in former:
                continue
            elif mention.kind is MentionKind.RATE:
                before = _near(lasting, at)
                taken = [one.operands for one in found[-_LAST_FOUND:]]
                made = list(shares.in_a_row(lasting, at))
                made = made or list(rates.of_counts(mention, before, taken))
                made = made or list(shares.of_the_same(lasting, at, found))
                if made := made or _otherwise(mention, passage, place):
                    found += made
                else:
                    doubts += rates.doubts(mention, before)
            elif not mention.approx:
                sums = _sums(mention, lasting, at)
                found += [one for one in sums if not _is_in_a_row(one, found[-_LAST_FOUND:])]
    return found, doubts


def _otherwise(rate: Mention, passage: Sequence[Mention], place: int) -> list[FoundRelation]:
    """Return what a rate is of that is no rate of two counts before it."""
    if cues().changed.search(texts.clause(rate)):
        return list(_change(rate, _near(passage, place), ()))
    before, behind = passage[max(0, place - 1) : place], passage[place + 1 : place + 3]
    return list(rates.ahead(rate, before, behind))


def _former(passage: Sequence[Mention]) -> frozenset[int]:
    """Return the places of values that became the next one: 由20项压减至12项, no part of a sum."""
    return frozenset(
        at
        for at, (one, other) in enumerate(pairwise(passage))
        if one.sentence == other.sentence and phrases.turns(texts.between(one, other))
    )


def formulas(
    found: Sequence[FoundRelation],
    mentions: Sequence[Mention],
    changing: Container[str],
    formers: Iterable[tuple[Mention, Mention]] = (),
) -> list[Relation]:
    """Return the relations of the ledger: those found, and those the words speak of.

    The earlier value that a change is told against (上年的75件) is last year's of the same figure,
    and so is the first of each pair of `formers`, where it is of one figure only.
    A change against last year without its earlier value in the text (`changing` names those) is
    proposed, to be confirmed: this year's value against last year's, which the ledger has.
    """
    relations = [item.relation for item in found]
    told = {relation.result for relation in relations}
    for item in found:
        if item.relation.kind in (RelationKind.CHANGE, RelationKind.DIFFERENCE):
            now, then = item.operands
            if _comes_back(then, now):
                relations.append(_last_years(then, now))
    for place, mention in enumerate(mentions):
        if mention.indicator in changing and mention.indicator not in told:
            before = mentions[max(0, place - _REACH) : place]
            relations += [_proposed(mention, now) for now in _changing(mention, before)]
    pairs = [*formers, *_beside(mentions)]
    last = [_last_years(then, now) for then, now in pairs if _comes_back(then, now)]
    return relations + list(_not_yet_told(relations, last))


def _beside(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield last year's value and the one it stands behind in brackets: 186件（2023年为93件）."""
    for now, then in pairwise(mentions):
        if (
            now.sentence == then.sentence
            and now.unit == then.unit
            and texts.is_last_years(then, now.year)
            and cues().beside.search(texts.between(now, then))
        ):
            yield then, now


def _comes_back(then: Mention, now: Mention) -> bool:
    """Whether the earlier value is surely what the later one will be a year on, and printed so.

    Not where the text tells of half a year, of a goal or of several years, nor where a writing
    would lose something: 近100 beside 近90, 1.3456亿 beside 3亿.
    """
    printed = quantity.parse(quantity.write(now.value, then.writing))
    exact = printed is not None and printed.value == now.value
    roughly = now.approx or then.approx or (printed is not None and printed.approx)
    return exact and not roughly and texts.is_of_whole_year(now)


def _not_yet_told(told: Sequence[Relation], last: Sequence[Relation]) -> Iterator[Relation]:
    """Yield the relations to `last` year's values that nothing else told says otherwise."""
    figures: dict[str, set[str]] = {}
    for one in (*told, *last):
        if len(one.operands) == 1:
            figures.setdefault(one.result, set()).update(one.operands)
    known = {one.key for one in told}
    for one in {one.key: one for one in last}.values():
        alone = len(figures[one.result]) == 1 and one.operands[0] != one.result + LAST_YEAR
        if alone and one.key not in known:
            yield one


def against_last_year(
    relations: Iterable[Relation], now: Mapping[str, Decimal], then: Mapping[str, Decimal]
) -> tuple[list[Relation], list[tuple[Relation, Decimal]]]:
    """Judge the proposed changes by the figures of two years.

    Returns the relations, those confirmed that come out, and the doubtful ones with what the
    figures give instead.
    """
    judged: list[Relation] = []
    doubtful: list[tuple[Relation, Decimal]] = []
    for relation in relations:
        given = _given(relation, now, then)
        if given is not None and given == now.get(relation.result):
            relation = replace(relation, confidence=rates.CERTAIN, confirmed=True)  # noqa: PLW2901 - judged
        elif given is not None:
            doubtful.append((relation, given))
        judged.append(relation)
    return judged, doubtful


def _given(
    relation: Relation, now: Mapping[str, Decimal], then: Mapping[str, Decimal]
) -> Decimal | None:
    """Return what a proposed change should be, None when a value is missing or it is settled."""
    if relation.confirmed or not any(name.endswith(LAST_YEAR) for name in relation.operands):
        return None
    values = [
        then.get(name.removesuffix(LAST_YEAR)) if name.endswith(LAST_YEAR) else now.get(name)
        for name in relation.operands
    ]
    known = [value for value in values if value is not None]
    return compute(relation, known) if len(known) == len(values) else None


def _last_years(then: Mention, now: Mention) -> Relation:
    return Relation(
        kind=RelationKind.SUM,
        result=then.indicator,
        operands=(now.indicator + LAST_YEAR,),
        sentence=then.sentence,
        confidence=rates.CERTAIN,
        confirmed=True,
    )


def _changing(change: Mention, before: Sequence[Mention]) -> list[Mention]:
    """Return the count that a change is most likely of: the nearest one in its sentence."""
    counts = [
        mention
        for mention in before
        if mention.sentence == change.sentence
        and mention.kind in (MentionKind.COUNT, MentionKind.MONEY)
        and not mention.prior
    ]
    return counts[-1:]


def _proposed(change: Mention, now: Mention) -> Relation:
    kind = RelationKind.CHANGE if change.unit == "%" else RelationKind.DIFFERENCE
    return Relation(
        kind=kind,
        result=change.indicator,
        operands=(now.indicator, now.indicator + LAST_YEAR),
        decimals=decimals_of(change.value),
        sentence=change.sentence,
        confidence=_PROPOSED,
    )


def _paragraphs(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions of each paragraph."""
    passage: list[Mention] = []
    for mention in mentions:
        if passage and mention.paragraph != passage[-1].paragraph:
            yield passage
            passage = []
        passage.append(mention)
    if passage:
        yield passage


def _near(passage: Sequence[Mention], place: int) -> list[Mention]:
    """Return the exact mentions of the same sentence and the one before it, the nearest first."""
    near: list[Mention] = []
    sentences = [passage[place].sentence]
    for mention in reversed(passage[max(0, place - _REACH) : place]):
        if mention.sentence not in sentences:
            sentences.append(mention.sentence)
        if len(sentences) > 2:
            break
        near.append(mention)
    return near


def _change(
    change: Mention, before: Sequence[Mention], behind: Sequence[Mention]
) -> Iterator[FoundRelation]:
    """Yield the pair of a count and its earlier value that a change is between.

    The earlier value is told with its year: 上年75件，今年92件，增长22.7%, also right behind it.
    """
    after = [m for m in behind if m.sentence == change.sentence]
    counts = [m for m in (*before, *after) if m.kind is not MentionKind.RATE and not m.approx]
    earlier = [m for m in counts if texts.is_last_years(m, change.year)]
    for now in (m for m in before if m in counts and m not in earlier):
        for then in (m for m in earlier if m.unit == now.unit):
            places = decimals_of(change.value)
            if change.unit == "%":
                relative = relative_change(now.value, then.value, places)
                if relative is not None and abs(relative) == change.value:
                    yield rates.related(
                        RelationKind.CHANGE, change, (now, then), places, rates.CERTAIN
                    )
                    return
            elif change.unit == now.unit and abs(now.value - then.value) == change.value:
                yield rates.related(
                    RelationKind.DIFFERENCE, change, (now, then), places, rates.LIKELY
                )
                return


def _sums(total: Mention, passage: Sequence[Mention], place: int) -> Iterator[FoundRelation]:
    """Yield every run of neighbours behind a total, or right before it, that adds up to it."""
    behind = passage[place + 1 : place + 1 + _AROUND]
    after = [m for m in behind if _may_be_part(m, total)][:_MOST_PARTS]
    start = 0
    while run := _run(after[start:], total):
        if _speaks_for(run, total):
            yield rates.related(RelationKind.SUM, total, run, 0, rates.LIKELY)
        start += len(run)
    if cues().total.search(texts.before(total)):
        before = passage[max(0, place - _AROUND) : place]
        earlier = [m for m in reversed(before) if _same_kind(m, total)]
        if run := _run(earlier[:_MOST_PARTS], total):
            yield rates.related(RelationKind.SUM, total, run[::-1], 0, rates.LIKELY)


def _same_kind(mention: Mention, total: Mention) -> bool:
    return mention.unit == total.unit and mention.kind is total.kind and not mention.approx


def _may_be_part(mention: Mention, total: Mention) -> bool:
    return _same_kind(mention, total) and not mention.prior


def _run(mentions: Sequence[Mention], total: Mention) -> tuple[Mention, ...]:
    """Return the first mentions, two at least, that make up the total."""
    added = Decimal(0)
    for count, mention in enumerate(mentions, 1):
        added += mention.value
        if added == total.value and count > 1:
            return tuple(mentions[:count])
        if added >= total.value:
            break
    return ()


def _is_in_a_row(made: FoundRelation, found: Sequence[FoundRelation]) -> bool:
    """Whether a total and its parts are parts of one total themselves: 155、145、10 of 310."""
    members = {id(one) for one in (made.result, *made.operands)}
    return any(members <= {id(one) for one in other.operands} for other in found)


def _are_next(run: Sequence[Mention], total: Mention) -> bool:
    """Whether each part has a clause of its own behind the total: 共52个，县级38个，乡级14个."""
    pairs = pairwise((total, *run))
    own = cues().own_clause
    return all(own.fullmatch(texts.between(one, other)) for one, other in pairs)


def _speaks_for(run: Sequence[Mention], total: Mention) -> bool:
    """Whether a run that adds up is a breakdown and no coincidence."""
    said = cues()
    if any(said.within.search(texts.between(one, other)) for one, other in pairwise(run)):
        return False  # 受理132件，审结119件，其中纠错13件: the last is a part of the one before
    if said.sum.search(texts.between(total, run[0])):
        return True
    telling = total.value >= _TELLING
    if run[0].sentence != total.sentence:
        return len(run) > 2 and telling
    if len(run) > 2:
        return True
    if telling and said.total.search(texts.before(total)) and _are_next(run, total):
        return True
    if telling and said.opposite.search("|".join(map(texts.clause, run))):
        return True
    return telling and said.rest.search(texts.between(run[0], run[1])) is not None
