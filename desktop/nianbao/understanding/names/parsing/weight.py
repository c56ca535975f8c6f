"""How much a name or a clause says: whether it can do without what was told before."""

from collections.abc import Sequence

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.numerals.numbers import Number


def is_part(clause: str) -> bool:
    """Whether a clause tells a part of what was told before: 其中……"""
    return naming.ties().within.search(wording.NUMBERED.sub("", clause.strip())) is not None


def is_empty(found: Sequence[str]) -> bool:
    """Whether a name has nothing but verbs and adverbs."""
    lexicon = words.lexicon()
    return all(word in lexicon.empty for word in found)


def is_derived(clause: str) -> bool:
    """Whether a clause goes on about what was told before: 提出法律意见近400条."""
    lexicon = words.lexicon()
    before = ""
    text = wording.NOISE.sub("", naming.left_out().compare.sub("", clause))
    while before != text:
        before = text
        if text.startswith(tuple(lexicon.derived)):
            return True
        leading = (word for word in lexicon.adverbs if text.startswith(word))
        text = text.removeprefix(max(leading, key=len, default=""))  # 另有 before 另
    return False


def is_rate_of_acts(found: Sequence[str]) -> bool:
    """Whether a rate or a number says only what was done, not with what: 办结率、满意率, 受理数."""
    lexicon = words.lexicon()
    if naming.grammar().satisfied.fullmatch("".join(found)):
        return True  # 群众满意率
    measure = next(
        (m for m in naming.endings().counted_by if found[-1:] and found[-1].endswith(m)), ""
    )
    stems = [word.removesuffix(measure) for word in found]
    doing = lexicon.verbs | lexicon.adverbs | lexicon.hollow
    return bool(stems) and all(part in doing for stem in stems if stem for part in words.cut(stem))


def is_event(number: Number) -> bool:
    """Whether what is counted are events: 联合执法22次."""
    return number.unit in naming.units().often and not number.unit.endswith("人次")


def names_something(topic: str) -> bool:
    """Whether a topic has a noun of the field that is not a general one."""
    lexicon = words.lexicon()
    return any(word in lexicon.named for word in words.cut(topic))
