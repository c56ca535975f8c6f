"""Shares of one whole: told in a row (分别占55%和15%), or each behind its part (，占2.7%)."""

from collections.abc import Iterator, Sequence

from nianbao.report.figures.figure import Mention, MentionKind, RelationKind
from nianbao.report.figures.formula import decimals_of, ratio
from nianbao.standards.figures.relations import cues
from nianbao.understanding.arithmetic import rates, texts
from nianbao.understanding.understood import FoundRelation

_MOST = 8  # shares in a row


def in_a_row(passage: Sequence[Mention], place: int) -> Iterator[FoundRelation]:
    """Yield the share at a place of a row of as many parts: 66件、18件，分别占55%、15%."""
    first = place
    while first and place - first < _MOST and _goes_on(passage[first - 1], passage[first]):
        first -= 1
    last = place
    while last + 1 < len(passage) and _goes_on(passage[last], passage[last + 1]):
        last += 1
    row = passage[first : last + 1]
    if not 1 < len(row) <= _MOST:
        return
    for whole, parts in _ways(passage, first, len(row)):
        if all(_is_share(rate, part, whole) for rate, part in zip(row, parts, strict=True)):
            yield _found(passage[place], parts[place - first], whole)
            return


def _goes_on(one: Mention, other: Mention) -> bool:
    return (
        _is_rate(one)
        and _is_rate(other)
        and one.sentence == other.sentence
        and cues().row.fullmatch(texts.between(one, other)) is not None
    )


def _ways(
    passage: Sequence[Mention], first: int, count: int
) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """Yield wholes with the parts of a row: the whole is told before them, or right behind."""
    parts = passage[max(0, first - count) : first]
    if len(parts) == count and _are_told(parts, passage[first]):
        for whole in reversed(passage[max(0, first - count - _MOST) : first - count]):
            if whole.sentence == parts[0].sentence:
                yield whole, parts
    earlier = passage[max(0, first - count - 1) : first]
    is_of = len(earlier) == count + 1 and texts.between(earlier[-1], passage[first]) == "的"
    if is_of and _are_told(earlier[:-1], earlier[-1]):
        yield earlier[-1], earlier[:-1]


def _are_told(parts: Sequence[Mention], then: Mention) -> bool:
    """Whether the words behind the parts say that what follows is of each of them."""
    told = texts.between(parts[-1], then)
    respective = cues().respective.search(told) or cues().share.fullmatch(told)
    return all(part.sentence == then.sentence for part in parts) and respective is not None


def of_the_same(
    passage: Sequence[Mention], place: int, found: Sequence[FoundRelation]
) -> Iterator[FoundRelation]:
    """Yield a share of what the share before it is of: 优秀143卷，占55%；合格110卷，占42.3%."""
    rate, part = passage[place], passage[place - 1]
    last = next((one for one in reversed(found) if one.relation.kind is RelationKind.RATIO), None)
    if not place or last is None or rate.sentence != part.sentence or not _is_rate(rate):
        return
    whole = last.operands[1]
    near = any(one is last.result for one in passage[max(0, place - 2) : place])
    bare = near and _is_bare(last.result, last.operands[0]) and _is_bare(rate, part)
    if bare and _is_share(rate, part, whole):
        yield _found(rate, part, whole)


def _is_bare(rate: Mention, part: Mention) -> bool:
    """Whether nothing is said of what a share is of: ，占55%."""
    told = texts.between(part, rate) if part.sentence == rate.sentence else ""
    return cues().share.fullmatch(told) is not None


def _is_rate(mention: Mention) -> bool:
    return mention.kind is MentionKind.RATE and mention.unit == "%" and not mention.approx


def _is_share(rate: Mention, part: Mention, whole: Mention) -> bool:
    counted = part.kind is whole.kind is MentionKind.COUNT and part.unit == whole.unit
    exact = not (part.approx or whole.approx) and 0 < part.value < whole.value
    return (
        counted and exact and ratio(part.value, whole.value, decimals_of(rate.value)) == rate.value
    )


def _found(rate: Mention, part: Mention, whole: Mention) -> FoundRelation:
    places = decimals_of(rate.value)
    return rates.related(RelationKind.RATIO, rate, (part, whole), places, rates.CERTAIN)
