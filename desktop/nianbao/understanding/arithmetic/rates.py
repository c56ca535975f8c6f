"""A rate and the two counts it is of: 受理83件，审结79件，审结率95.18%.

What looks like a rate of its neighbours but does not come out is reported, never repaired.
"""

import re
from collections.abc import Iterator, Sequence

from nianbao.report.figures.figure import (
    QUOTED_NUMBER,
    Mention,
    MentionKind,
    Relation,
    RelationKind,
)
from nianbao.report.figures.formula import decimals_of, ratio
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.standards.figures.relations import cues
from nianbao.understanding.arithmetic import texts
from nianbao.understanding.names.parsing import weight, wording
from nianbao.understanding.understood import Doubt, FoundRelation

# How sure a relation is; only a certain one is confirmed without a person.
CERTAIN, LIKELY, WITHOUT_DECIMALS = 0.95, 0.9, 0.8


def related(
    kind: RelationKind,
    result: Mention,
    operands: tuple[Mention, ...],
    places: int,
    confidence: float,
) -> FoundRelation:
    """Return a relation between mentions; one of exactly 100% waits for a person."""
    trivial = result.unit == "%" and result.value == 100  # 全部办结 says nothing of next year
    relation = Relation(
        kind=kind,
        result=result.indicator,
        operands=tuple(m.indicator for m in operands),
        decimals=places,
        sentence=result.sentence,
        confidence=confidence,
        confirmed=confidence >= CERTAIN and not trivial,
    )
    return FoundRelation(relation=relation, result=result, operands=operands)


def of_counts(
    rate: Mention, before: Sequence[Mention], taken: Sequence[tuple[Mention, ...]]
) -> Iterator[FoundRelation]:
    """Yield the nearest pair of counts whose quotient the rate is.

    Counts that were `taken` for a rate before give no second one: 成功率98%，涉及12万元，履行率98%.
    """
    if rate.unit != "%" or rate.approx or _is_others(rate):
        return
    counts = [
        m for m in before if m.kind is MentionKind.COUNT and not m.approx and not _is_others(m)
    ]
    for part, whole in _pairs(counts):
        fresh = _gives(part, whole, rate) and not _holds(taken, part, whole)
        if fresh and _is_meant(rate, part, whole, counts[:2]):
            places = decimals_of(rate.value)
            sure = CERTAIN if places else WITHOUT_DECIMALS
            yield related(RelationKind.RATIO, rate, (part, whole), places, sure)
            return


def _gives(part: Mention, whole: Mention, rate: Mention) -> bool:
    """Whether a part of a whole makes a rate, to its decimals."""
    if part.unit != whole.unit or part.value > whole.value:
        return False
    return ratio(part.value, whole.value, decimals_of(rate.value)) == rate.value


def _is_meant(rate: Mention, part: Mention, whole: Mention, nearest: Sequence[Mention]) -> bool:
    """Whether counts that give a rate are told to be those it is of, and do not just happen to."""
    if part.value == whole.value and not _told_of_both(rate, part, whole):
        return False
    if decimals_of(rate.value) == 0 and not (
        _same_act(rate, part)
        or _names(rate, part, whole)
        or (nearest == [part, whole] and _is_of(rate, part))
    ):
        return False
    beside = part.sentence == rate.sentence or _of_one_matter(rate, part)
    return beside and _may_be_whole(rate, whole)


def _is_others(mention: Mention) -> bool:
    """Whether a number is told of other people: 高于全市平均出庭率96%."""
    return cues().others.search(texts.clause(mention)) is not None


def _holds(taken: Sequence[tuple[Mention, ...]], part: Mention, whole: Mention) -> bool:
    """Whether these very counts, and not some of the same worth, are among the last pairs."""
    last = [pair for pair in taken if len(pair) == 2]
    return any(pair[0] is part and pair[1] is whole for pair in last)


def _pairs(counts: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield (part, whole): the part stands nearer to the rate than the whole, or behind it."""
    for span in range(1, len(counts)):
        for at in range(len(counts) - span):
            yield counts[at], counts[at + span]
            yield counts[at + span], counts[at]


def _act(rate: Mention) -> str:
    """Return what a rate is of."""
    return _name(rate).removesuffix("率")


def _name(mention: Mention) -> str:
    """Return what a number is called, also where a quotation stands for that: 出庭率达＿%."""
    said, quoted, _ = mention.label.partition(QUOTED_NUMBER)
    return naming.left_out().tail.sub("", said) if quoted else said


def _same_act(rate: Mention, part: Mention) -> bool:
    """Whether a count is of what the rate is about: 办结率, 办结15件."""
    stem = _act(rate)[-2:]
    return len(stem) > 1 and stem in part.label


def _names(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether a share says whose it is: 一审44件，二审18件，一审占71%."""
    told = cues().named_part.search(texts.clause(rate))
    own, other = (texts.clause(one) for one in (part, whole))
    return told is not None and told["of"] in own and told["of"] not in other


def _is_of(rate: Mention, part: Mention) -> bool:
    """Whether a rate has no name of its own, or one that its part has a word of.

    新收45件，旧存9件，当庭宣判率20% tells of something else.
    """
    named = cues().named.search(texts.clause(rate))
    if named is None:
        return True
    told = part.label + texts.clause(part)
    act = named["of"] or _act(rate)
    return any(texts.share_a_word(word, told) for word in _own_words(act))


def _own_words(name: str) -> list[str]:
    """Return the words of a name that could not stand in any other, all if there are none."""
    said = [word for word in words.cut(name) if len(word) > 1]
    return [word for word in said if word not in words.lexicon().general] or said


def _may_be_whole(rate: Mention, whole: Mention) -> bool:
    """Whether a count is of what the rate says it is of: 占信访案件的50% is of no lawsuits."""
    named = cues().whole.search(texts.clause(rate))
    if named is None or cues().any_whole.search(named["of"]):
        return True
    told = texts.before(whole) + whole.label
    return any(texts.share_a_word(word, told) for word in _own_words(named["of"]))


def ahead(
    rate: Mention, before: Sequence[Mention], behind: Sequence[Mention]
) -> Iterator[FoundRelation]:
    """Yield a rate's counts of which one stands behind it: 审结率95.18%，受理83件，审结79件."""
    places = decimals_of(rate.value)
    if rate.unit != "%" or rate.approx or not places:
        return
    pairs = [(part, whole) for part in before[-1:] for whole in behind[:1]]
    if len(behind) > 1:
        pairs += [(behind[0], behind[1]), (behind[1], behind[0])]
    for part, whole in pairs:
        counted = part.kind is whole.kind is MentionKind.COUNT and part.unit == whole.unit
        near = part.sentence == whole.sentence == rate.sentence
        exact = not (part.approx or whole.approx) and part.value < whole.value
        fits = counted and near and exact and ratio(part.value, whole.value, places) == rate.value
        if fits and _same_act(rate, part):
            yield related(RelationKind.RATIO, rate, (part, whole), places, CERTAIN)
            return


def _told_of_both(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether equal counts are a rate's own: 受理申请15件，办结15件，办结率100%.

    办结建议9件，提案9件，满意率100% counts two things and neither is what the rate is of.
    """
    told = whole.sentence.rpartition(whole.text)[2] if part.text != whole.text else whole.sentence
    act, _, then = told.rpartition(part.text)
    stem = _act(rate)[-2:]
    clause = re.split("[，,；;、]", act)[-1]
    goes_on = weight.is_empty(wording.content(clause)) or texts.share_a_word(
        part.label.replace(stem, ""), whole.label
    )
    near = part.sentence == whole.sentence == rate.sentence and rate.text in then
    return near and len(stem) > 1 and stem in clause and goes_on


def _of_one_matter(rate: Mention, part: Mention) -> bool:
    """Whether a rate told in the sentence behind a count has two characters of its name."""
    return texts.share_a_word(_act(rate), part.label)


def _ends_alike(rate: Mention, part: Mention) -> bool:
    """Whether a count's name ends in what the rate is of: 化解率, 矛盾纠纷化解数."""
    stem = _act(rate)[-2:]
    return len(stem) > 1 and re.sub("[件人次户]?数$", "", _name(part)).endswith(stem)


def doubts(rate: Mention, before: Sequence[Mention]) -> Iterator[Doubt]:
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
