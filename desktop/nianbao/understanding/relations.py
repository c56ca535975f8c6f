"""Arithmetic that holds in the text: a rate of two counts, a total of its parts.

Only a sentence and the one before it are searched, and only where the words or the decimals speak
for it: chance matches are common among small whole numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from nianbao.report.figure import Mention, MentionKind, Relation, RelationKind

_SUM_CUE = re.compile("其中|包括|分别|共|总|合计|含")
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between mentions, by their places in the list."""

    relation: Relation
    result: Mention
    operands: tuple[Mention, ...]


def find(mentions: Sequence[Mention]) -> list[Found]:
    """Return the relations among a report's mentions, in reading order."""
    found: list[Found] = []
    for group in _groups(mentions):
        found += _ratios(group)
        found += _sums(group)
    return found


def _groups(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions of each sentence, semicolons included."""
    group: list[Mention] = []
    for mention in mentions:
        if group and (mention.piece, mention.sentence) != (group[-1].piece, group[-1].sentence):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _ratios(group: Sequence[Mention]) -> Iterator[Found]:
    for place, rate in enumerate(group):
        if rate.kind is not MentionKind.RATE or rate.unit != "%":
            continue
        counts = [m for m in group[:place] if m.kind is MentionKind.COUNT and not m.approx]
        pairs = [
            (part, whole)
            for part, whole in _near_pairs(counts)
            if part.unit == whole.unit and _agrees(rate, part, whole)
        ]
        if pairs:
            part, whole = pairs[0]
            yield _found(
                RelationKind.RATIO, rate, (part, whole), 0.95 if "率" in rate.label else 0.7
            )


def _near_pairs(counts: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield (part, whole) of the counts before a rate, the nearest first."""
    for whole_at in range(len(counts) - 2, -1, -1):
        yield from ((part, counts[whole_at]) for part in reversed(counts[whole_at + 1 :]))


def _agrees(rate: Mention, part: Mention, whole: Mention) -> bool:
    if not whole.value or part.value > whole.value:
        return False
    return ratio(part.value, whole.value, decimals(rate.value)) == rate.value


def ratio(part: Decimal, whole: Decimal, places: int) -> Decimal:
    """Return part / whole in percent, rounded half up to so many decimals."""
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def decimals(value: Decimal) -> int:
    """Return how many decimals a value is written with."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _sums(group: Sequence[Mention]) -> Iterator[Found]:
    exact = [m for m in group if m.kind is MentionKind.COUNT and not m.approx]
    for place, total in enumerate(exact):
        after = [m for m in exact[place + 1 :] if m.unit == total.unit][:_MOST_PARTS]
        if not _SUM_CUE.search(total.sentence) and len(after) < 2:
            continue
        if parts := _parts(total, after):
            yield _found(RelationKind.SUM, total, parts, 0.9 if len(parts) > 1 else 0.5)


def _parts(total: Mention, after: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return neighbouring parts that make up the total, the longest run first."""
    for start, stop in sorted(
        combinations(range(len(after) + 1), 2), key=lambda run: run[0] - run[1]
    ):
        run = tuple(after[start:stop])
        if len(run) > 1 and sum(m.value for m in run) == total.value:
            return run
    return ()


def _found(
    kind: RelationKind, result: Mention, operands: tuple[Mention, ...], confidence: float
) -> Found:
    relation = Relation(
        kind=kind,
        result=result.indicator,
        operands=tuple(m.indicator for m in operands),
        decimals=decimals(result.value),
        sentence=result.sentence,
        confidence=confidence,
        confirmed=confidence > 0.9 and result.value != 100,
    )
    return Found(relation=relation, result=result, operands=operands)
