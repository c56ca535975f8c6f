"""Arithmetic that holds in the text: rates of counts, totals of parts, changes between years.

Chance matches are common among small whole numbers, so only neighbours are searched, in the
sentence and the one before, and only where decimals, cue words or the shape of a list speak for a
relation. What looks like a rate of its neighbours but does not come out is reported, never
repaired.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from nianbao.report.figures.figure import LAST_YEAR, Mention, MentionKind, Relation, RelationKind
from nianbao.report.figures.formula import compute, decimals_of, ratio, relative_change
from nianbao.resource import load
from nianbao.understanding.names import phrases, weight, wording
from nianbao.understanding.understood import Doubt, Found

_REACH = 8  # mentions before a rate that may be its counts
_MOST_PARTS = 16
_AROUND = 4 * _MOST_PARTS  # mentions on either side of a total among which its parts are
_TELLING = 20  # a total at least this large is unlikely to come out by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    sum: re.Pattern[str]
    total: re.Pattern[str]
    within: re.Pattern[str]
    rest: re.Pattern[str]


@cache
def _cues() -> _Cues:
    table = load("quantities")["relation"]
    return _Cues(
        sum=re.compile("|".join(table["sum_cues"])),
        total=re.compile(f"(?:{'|'.join(table['total_cues'])})[^，,。；;]{{0,6}}$"),
        within=re.compile("|".join(table["within_cues"])),
        rest=re.compile("|".join(table["rest_cues"])),
    )


def find(mentions: Sequence[Mention]) -> tuple[list[Found], list[Doubt]]:
    """Return the relations among a report's mentions in reading order, and the doubtful rates."""
    found: list[Found] = []
    doubts: list[Doubt] = []
    for passage in _passages(mentions):
        former = _former(passage)
        lasting = [mention for at, mention in enumerate(passage) if at not in former]
        for place, mention in enumerate(passage):
            at = place - sum(one < place for one in former)  # among those that last
            if mention.kind is MentionKind.CHANGE:
                found += _change(mention, _near(passage, place))
            elif place in former:
                continue
            elif mention.kind is MentionKind.RATE:
                before = _near(lasting, at)
                found += _rate(mention, before)
                doubts += [] if found and found[-1].result is mention else _doubt(mention, before)
            elif not mention.approx:
                found += _sums(mention, lasting, at)
    return found, doubts


def _former(passage: Sequence[Mention]) -> frozenset[int]:
    """Return the places of values that became the next one: 由20项压减至12项, no part of a sum."""
    return frozenset(
        at
        for at, (one, other) in enumerate(pairwise(passage))
        if one.sentence == other.sentence and phrases.turns(_between(one, other))
    )


def formulas(
    found: Sequence[Found], mentions: Sequence[Mention], changing: Container[str]
) -> list[Relation]:
    """Return the relations of the ledger: those found, and those the words speak of.

    The earlier value that a change is told against (上年的75件) is last year's of the same figure.
    A change against last year without its earlier value in the text (`changing` names those) is
    proposed, to be confirmed: this year's value against last year's, which the ledger has.
    """
    relations = [item.relation for item in found]
    told = {relation.result for relation in relations}
    for item in found:
        if item.relation.kind in (RelationKind.CHANGE, RelationKind.DIFFERENCE):
            now, then = item.operands
            relations.append(_last_years(then, now))
    for place, mention in enumerate(mentions):
        if mention.indicator in changing and mention.indicator not in told:
            before = mentions[max(0, place - _REACH) : place]
            relations += [_proposed(mention, now) for now in _changing(mention, before)]
    return relations


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
            relation = replace(relation, confidence=0.95, confirmed=True)  # noqa: PLW2901 - judged
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
        confidence=0.95,
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
        confidence=0.5,
    )


def _passages(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
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


def _rate(rate: Mention, before: Sequence[Mention]) -> Iterator[Found]:
    """Yield the nearest pair of counts whose quotient the rate is."""
    if rate.unit != "%":
        return
    places = decimals_of(rate.value)
    counts = [m for m in before if m.kind is MentionKind.COUNT and not m.approx]
    for part, whole in _pairs(counts):
        if part.unit != whole.unit or part.value > whole.value:
            continue
        if ratio(part.value, whole.value, places) == rate.value:
            if part.value == whole.value and not _told_of_both(rate, part, whole):
                continue
            if places == 0 and counts[:2] != [part, whole] and not _same_act(rate, part):
                continue
            if part.sentence != rate.sentence and not _of_one_matter(rate, part):
                continue
            sure = 0.95 if places else 0.8
            yield _found(RelationKind.RATIO, rate, (part, whole), places, sure)
            return


def _pairs(counts: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield (part, whole): the part stands nearer to the rate than the whole, or behind it."""
    for span in range(1, len(counts)):
        for at in range(len(counts) - span):
            yield counts[at], counts[at + span]
            yield counts[at + span], counts[at]


def _same_act(rate: Mention, part: Mention) -> bool:
    """Whether a count is of what the rate is about: 办结率, 办结15件."""
    stem = rate.label.removesuffix("率")[-2:]
    return len(stem) > 1 and stem in part.label


def _told_of_both(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether equal counts are a rate's own: 受理申请15件，办结15件，办结率100%.

    办结建议9件，提案9件，满意率100% counts two things and neither is what the rate is of.
    """
    told = whole.sentence.rpartition(whole.text)[2] if part.text != whole.text else whole.sentence
    act, _, then = told.rpartition(part.text)
    stem = rate.label.removesuffix("率")[-2:]
    clause = re.split("[，,；;、]", act)[-1]
    goes_on = weight.is_empty(wording.content(clause)) or _share_a_word(
        part.label.replace(stem, ""), whole.label
    )
    near = part.sentence == whole.sentence == rate.sentence and rate.text in then
    return near and len(stem) > 1 and stem in clause and goes_on


def _share_a_word(one: str, other: str) -> bool:
    """Whether two names have two characters in a row in common."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _of_one_matter(rate: Mention, part: Mention) -> bool:
    """Whether a rate told in the sentence behind a count has two characters of its name."""
    return _share_a_word(rate.label.removesuffix("率"), part.label)


def _ends_alike(rate: Mention, part: Mention) -> bool:
    """Whether a count's name ends in what the rate is of: 化解率, 矛盾纠纷化解数."""
    stem = rate.label.removesuffix("率")[-2:]
    return len(stem) > 1 and re.sub("[件人次户]?数$", "", part.label).endswith(stem)


def _doubt(rate: Mention, before: Sequence[Mention]) -> Iterator[Doubt]:
    """Yield the two counts right before a rate that should give it but do not."""
    counts = [m for m in before if m.kind is MentionKind.COUNT]
    if rate.unit != "%" or rate.approx or len(counts) < 2:
        return
    part, whole = counts[:2]
    fit = part.unit == whole.unit and whole.sentence == rate.sentence and _ends_alike(rate, part)
    if not fit or part.approx or whole.approx or not 0 < part.value <= whole.value:
        return
    expected = ratio(part.value, whole.value, decimals_of(rate.value))
    if expected is not None and expected != rate.value:
        yield Doubt(rate=rate, part=part, whole=whole, expected=expected)


def _change(change: Mention, before: Sequence[Mention]) -> Iterator[Found]:
    """Yield the pair of a count and its earlier value that a change is between."""
    counts = [m for m in before if m.kind is not MentionKind.RATE and not m.approx]
    for now in (m for m in counts if not m.prior):
        for then in (m for m in counts if m.prior and m.unit == now.unit):
            places = decimals_of(change.value)
            if change.unit == "%":
                relative = relative_change(now.value, then.value, places)
                if relative is not None and abs(relative) == change.value:
                    yield _found(RelationKind.CHANGE, change, (now, then), places, 0.95)
                    return
            elif change.unit == now.unit and abs(now.value - then.value) == change.value:
                yield _found(RelationKind.DIFFERENCE, change, (now, then), places, 0.9)
                return


def _sums(total: Mention, passage: Sequence[Mention], place: int) -> Iterator[Found]:
    """Yield every run of neighbours behind a total, or right before it, that adds up to it."""
    behind = passage[place + 1 : place + 1 + _AROUND]
    after = [m for m in behind if _may_be_part(m, total)][:_MOST_PARTS]
    start = 0
    while run := _run(after[start:], total):
        if _speaks_for(run, total):
            yield _found(RelationKind.SUM, total, run, 0, 0.9)
        start += len(run)
    if _cues().total.search(_before(total)):
        before = passage[max(0, place - _AROUND) : place]
        earlier = [m for m in reversed(before) if _same_kind(m, total)]
        if run := _run(earlier[:_MOST_PARTS], total):
            yield _found(RelationKind.SUM, total, run[::-1], 0, 0.9)


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


def _speaks_for(run: Sequence[Mention], total: Mention) -> bool:
    """Whether a run that adds up is a breakdown and no coincidence."""
    cues = _cues()
    if any(cues.within.search(_between(one, other)) for one, other in pairwise(run)):
        return False  # 受理132件，审结119件，其中纠错13件: the last is a part of the one before
    if cues.sum.search(_between(total, run[0])):
        return True
    telling = total.value >= _TELLING
    if run[0].sentence != total.sentence:
        return len(run) > 2 and telling
    if len(run) > 2:
        return True
    return telling and cues.rest.search(_between(run[0], run[1])) is not None


def _between(one: Mention, other: Mention) -> str:
    """Return the text between two mentions, of the second one's sentence only."""
    found = re.search(rf"(?<![\d.]){re.escape(one.text)}", one.sentence)
    text = other.sentence
    if one.sentence == other.sentence and found:
        text = text[found.end() :]
    return re.split(rf"(?<![\d.]){re.escape(other.text)}", text, maxsplit=1)[0]


def _before(mention: Mention) -> str:
    return mention.sentence.partition(mention.text)[0]


def _found(
    kind: RelationKind,
    result: Mention,
    operands: tuple[Mention, ...],
    places: int,
    confidence: float,
) -> Found:
    trivial = result.unit == "%" and result.value == 100  # 全部办结 says nothing of next year
    relation = Relation(
        kind=kind,
        result=result.indicator,
        operands=tuple(m.indicator for m in operands),
        decimals=places,
        sentence=result.sentence,
        confidence=confidence,
        confirmed=confidence > 0.9 and not trivial,
    )
    return Found(relation=relation, result=result, operands=operands)
