"""How much a name or a clause says: whether it can do without what was told before."""

from collections.abc import Sequence

from nianbao.report.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding import wording
from nianbao.understanding.numbers import Number

_ONE_WORD = 2


def is_part(clause: str) -> bool:
    """Whether a clause tells a part of what was told before: 其中……"""
    return wording.patterns().within.search(wording.ORDINAL.sub("", clause.strip())) is not None


def is_setting(clause: str) -> bool:
    """Whether a clause only tells the ground of what the next one does: 围绕四个方面."""
    return wording.patterns().reason.search(wording.ORDINAL.sub("", clause.strip())) is not None


def is_empty(found: Sequence[str]) -> bool:
    """Whether a name has nothing but verbs and adverbs."""
    lexicon = words.lexicon()
    return all(word in lexicon.empty for word in found)


def is_poor(found: Sequence[str], name: str, number: Number) -> bool:
    """Whether a name says too little by itself."""
    if is_empty(found):
        return True
    if number.unit == "%":
        stem = name.removesuffix("率")
        return len(stem) <= wording.SHORT or "率" in stem
    lexicon = words.lexicon()
    if any(word in lexicon.acts for word in found):
        return False
    return len(name) < (wording.SHORT + 1 if number.kind is MentionKind.MONEY else wording.SHORT)


def repeats(rate: str, name: str) -> bool:
    """Whether a rate is that of the count just named: 调解成功, 成功率."""
    stem = rate.removesuffix("率")
    return len(stem) > 1 and stem != name and name.endswith(stem)


def is_general(found: Sequence[str]) -> bool:
    """Whether a name could stand in any report: 发现问题, 参考, 办结案件, 典型问题."""
    lexicon = words.lexicon()
    other = [at for at, word in enumerate(found) if word not in lexicon.plain]
    if len(other) != 1:
        return not other
    at = other[0]  # what only describes a general noun
    noun = found[at + 1] if at + 1 < len(found) else ""
    return noun in lexicon.general and noun[-1] != "数" and len(found[at]) <= _ONE_WORD


def ends_in_verb(found: Sequence[str]) -> bool:
    """Whether a name ends in what was done, and so lacks what it was done to."""
    return found[-1] in words.lexicon().verbs


def is_general_noun(name: str) -> bool:
    """Whether a name is a general noun and nothing else (事项), or a rank (市级)."""
    lexicon = words.lexicon()
    return name.endswith(wording.RANK) or (name in lexicon.general and name not in lexicon.verbs)


def says_little(found: Sequence[str]) -> bool:
    """Whether a name has hardly more than its verbs, and no noun that stands by itself."""
    lexicon = words.lexicon()
    if any(len(word) >= wording.SHORT and word in lexicon.named for word in found):
        return False
    return sum(len(word) for word in found if word not in lexicon.verbs) <= wording.SHORT


def is_derived(clause: str) -> bool:
    """Whether a clause goes on about what was told before: 提出法律意见近400条."""
    lexicon = words.lexicon()
    before = ""
    text = wording.NOISE.sub("", wording.patterns().compare.sub("", clause))
    while before != text:
        before = text
        if text.startswith(tuple(lexicon.derived)):
            return True
        leading = (word for word in lexicon.adverbs if text.startswith(word))
        text = text.removeprefix(max(leading, key=len, default=""))  # 另有 before 另
    return False


def is_event(number: Number) -> bool:
    """Whether what is counted are events: 联合执法22次."""
    return number.unit in wording.patterns().often and not number.unit.endswith("人次")


def names_something(topic: str) -> bool:
    """Whether a topic has a noun of the field that is not a general one."""
    lexicon = words.lexicon()
    return any(word in lexicon.named for word in words.cut(topic))


def overlap(one: str, other: str) -> bool:
    """Whether two stretches say the same thing somewhere."""
    return any(one[at : at + wording.SHORT] in other for at in range(len(one) - wording.SHORT + 1))
