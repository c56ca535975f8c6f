"""What is said of the noun behind a number, or of a number of times."""

from collections.abc import Sequence

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import phrase, topics, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, role
from nianbao.understanding.names.parsing.scene import Scene
from nianbao.understanding.names.parsing.spots import Spot

_PLACE_WORDS = 2
_DIRECTLY = "直"  # 县直单位
_JOINS = (("且",), ("并",))


def _acts(text: str) -> bool:
    """Whether a stretch says that something is done."""
    lexicon = words.lexicon()
    doing = lexicon.verbs | lexicon.breaks | lexicon.light
    return any(word in doing for word in words.cut(text))


def _has_some(text: str) -> bool:
    """Whether what follows is said of some only: 14个镇中仍有5个镇未配备."""
    return any(word.endswith(naming.ties().some) for word in words.cut(text))


def goes_further(spot: Spot, noun: Sequence[str]) -> bool:
    """Whether a noun behind a number is only the first of several: 67名乡镇、部门负责人."""
    if not noun or not (spot.final or spot.led):
        return False  # 12个公园、绿道30公里
    rest = wording.beyond(spot.after, noun).lstrip("　 ")
    mark = next(
        (word for word in words.cut(rest)[:1] if word in naming.grammar().joints), ""
    )  # no 及时
    following = rest.removeprefix(mark).strip() if mark else ""
    return bool(following) and (mark == wording.LIST_MARK or _acts(following))


def places_beside(behind: str, noun: Sequence[str]) -> tuple[str, ...]:
    """Return the places counted together with others, where something is done there.

    部门 of 对83个乡镇和部门开展督察; nothing of 83名乡镇和部门负责人.
    """
    places = tuple(words.lexicon().spreading)
    if not noun or noun[-1] not in places:
        return ()
    mark, *said = [word for word in words.cut(wording.beyond(behind, noun)) if word.strip()] or [""]
    acting = words.lexicon().light | words.lexicon().verbs | words.lexicon().breaks
    at = next((at for at, word in enumerate(said[:_PLACE_WORDS]) if word.endswith(places)), None)
    if mark not in naming.grammar().joints or at is None:
        return ()
    done = said[at + 1 : at + 2] and said[at + 1] in acting
    return tuple(said[: at + 1]) if done and (not at or said[0].endswith(_DIRECTLY)) else ()


def _is_deed(noun: Sequence[str]) -> bool:
    """Whether what follows a number is what was done: 586人参考."""
    return all(role(word) in DEEDS for word in noun)


def _is_for(spot: Spot) -> bool:
    """Whether something is done for, or by the doing of, what a number counts."""
    said = words.cut(spot.before.rstrip())
    return bool(set(said[-1:]) & words.lexicon().helping)


def said_of(spot: Spot, noun: Sequence[str]) -> phrase.Phrase:
    """Return what is said of a noun behind its number, or of a number of times."""
    if noun:
        if spot.said or _is_deed(noun):
            return phrase.parse(spot.said)
        if (between := spot.after.removeprefix(spot.own)) and _is_for(spot) and not spot.final:
            return phrase.parse(between)  # 为87户企业清偿账款230万元
        behind = wording.beyond(spot.own or spot.after, noun)
        if spot.final or _acts(between) or _has_some(spot.after):
            return phrase.parse(behind)  # 6个乡镇划分为3个片区: the 片区 are of the next number
        if not _acts(spot.rest):
            return phrase.parse(behind)  # 13个乡镇和22个部门: nothing is said of them
        name_of = (
            wording.person_of if spot.number.unit in naming.units().people else wording.noun_of
        )
        last = words.cut(name_of(spot.closing))
        return phrase.parse(wording.beyond(spot.closing, last))  # 308名民警、179名辅警负伤
    after = "" if spot.turns else spot.after.strip()
    joined = after.startswith(tuple(wording.MARKS)) or words.cut(after)[:1] in _JOINS
    told_of = (*naming.units().often, *naming.units().people)
    if spot.number.unit in told_of and after and not joined:
        event = topics.event(after)  # 67人参加执法证申领考试
        return phrase.one(words.cut(event)) if event else phrase.parse(after)
    return phrase.NOTHING


def matter(scene: Scene) -> tuple[str, ...]:
    """Return what the people or bodies counted take part in: 96名干部参加法律考试，合格率99%."""
    persons = (*words.lexicon().persons, *words.lexicon().people)
    people = scene.number.unit in naming.units().people
    acting = scene.noun[-1].endswith(persons) if scene.noun else people
    if acting:
        return scene.predicate.object
    if scene.number.unit in naming.units().often:
        return ()
    return words.cut(topics.event(scene.behind))  # 对87件文件进行合法性审查，提出意见14条
