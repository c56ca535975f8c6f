"""Names for what only a clause before 的 tells from the rest: 以县政府为被申请人的37件.

The clause stands in the name as it is written, with what was counted before it in its sentence:
已经解决的83件 → 已经解决建议数. So does a quoted word, or a clause before words that any list may
hold: “拿地即开工”的项目83个, 持有执法证的人员83名.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice.contexts import NO_CONTEXT, EarlierWords
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene, Told

SHAPE = "relative"
_SHORTEST, _LONGEST = 2, 16  # characters of the clause
_TELLING = 4  # that tell enough by themselves
_LONGEST_CLAUSE = 12
_LONGEST_THING = 6
_QUOTED = re.compile("“([^“”]{2,10})”$")
_QUOTES = re.compile("[“”、]")
_WHOLE = re.compile(r"[\u4e00-\u9fff、“”]+")


def named(scene: Scene) -> Pair | None:
    """Return the name that the clause before a number gives it, None where it gives none.

    Where nothing says what is counted, the name is the clause alone, see `unit_of`.
    """
    if found := attribute(scene):
        whole = (found, *scene.phrase.object)
        return Pair(NO_CONTEXT, NameSpan(whole, SHAPE), "".join(whole))
    said = _which(scene)
    thing = _counted(scene, said)
    alone = len(said) >= _TELLING and scene.number.unit in naming.units().cases
    if not said or not (thing or alone):
        return None
    if not thing and (matter := _matter(scene)):
        return Pair(matter, NameSpan((said,), SHAPE), "".join((*matter.words, said)))
    return Pair(NO_CONTEXT, NameSpan((said, *thing), SHAPE), "".join((said, *thing)))


def attribute(scene: Scene) -> str:
    """Return what tells which of the things behind 的, nothing where they tell it themselves.

    “拿地即开工”的项目; 持有执法证的人员
    """
    before = wording.without_tail(scene.before.rstrip())
    head, of, thing = before.rpartition(naming.grammar().of)
    things = "".join(scene.phrase.object)
    if not (of and things) or scene.noun or wording.NOISE.sub("", thing) != things:
        return ""
    if quoted := _QUOTED.search(head):
        return quoted[1]
    lexicon = words.lexicon()
    last = _opened(re.split(f"[{wording.MARKS}]", head)[-1].strip())
    if regarded := naming.grammar().regarded.fullmatch(last):  # 以县政府为被告的诉讼案件
        sued = naming.grammar().parties.search(regarded["how"])
        return regarded["how"] if sued and len(regarded["how"]) <= _LONGEST_CLAUSE else ""
    return _clause(last) if set(scene.phrase.object) <= lexicon.general else ""


def in_full(scene: Scene) -> Pair | None:
    """Return what was counted behind the clause that tells which, None where that is not all.

    涉及本单位的复议案件 → 涉及本单位复议案件
    """
    said, things = told_apart(scene)
    if not said or scene.clause.within:
        return None
    lead = words.cut(said)[0]
    if lead in words.lexicon().silent_leads:
        said = said.removeprefix(lead)  # 由县政府办理的案件
    return Pair(NO_CONTEXT, NameSpan((said, *things), SHAPE), "".join((said, *things)))


def told_apart(scene: Scene) -> tuple[str, Sequence[str]]:
    """Return the clause before 的 that tells which of the things behind it, and them."""
    before = wording.without_tail(naming.ties().share.sub("", scene.before.rstrip()))
    head, of, thing = before.rpartition(naming.grammar().of)
    last = re.split(f"[{wording.MARKS}]", head)[-1].strip()
    deed = _opened(last)  # 新增的人民调解员
    passive = deed.startswith(naming.grammar().passive)  # 被采纳的意见
    said = deed if passive or role(deed) in DEEDS else _clause(last)
    things = words.cut(wording.NOISE.sub("", thing))
    each = "".join(word for word in things if word not in naming.grammar().joints)
    how = bool(things) and role(things[-1]) is WordRole.ADVERB
    counted = each if how else "".join(scene.phrase.object)
    whole = counted.endswith(each) and len(each) <= _LONGEST  # 集体 of 获表彰的集体 is read as how
    rate = scene.number.kind is MentionKind.RATE and not scene.share  # 园区事园区办的比例
    if scene.noun or rate or not (of and said and each and whole):
        return "", ()
    first, lexicon = read(said)[0], words.lexicon()
    leads = lexicon.led_by | lexicon.unsettled | lexicon.addressed
    if first.role is WordRole.CASE and first.text not in leads:
        return "", ()  # 对拟出台的文件: to these something was done
    return said, things


def _clause(text: str) -> str:
    """Return a clause without what only opens it, nothing where it is too short or too long."""
    said = _opened(text)
    return said if _TELLING <= len(said) <= _LONGEST_CLAUSE and _WHOLE.fullmatch(said) else ""


def _opened(text: str) -> str:
    """Return a clause without what only opens it: where, when, 其中."""
    lexicon = words.lexicon()
    opening = lexicon.opening | lexicon.places | lexicon.by_now | lexicon.times | lexicon.skipped
    return "".join(dropwhile(opening.__contains__, words.cut(text)))


def unit_of(scene: Scene, pair: Pair) -> str:
    """Return the unit where a name of this kind has no thing: 县政府为被申请人件数."""
    return scene.number.unit if pair.span.shape == SHAPE and len(pair.span.words) == 1 else ""


def _which(scene: Scene) -> str:
    """Return the clause, from its beginning to 的, empty where it is none or too long."""
    grammar, lexicon = naming.grammar(), words.lexicon()
    before = wording.without_tail(scene.before.rstrip())
    if scene.noun or scene.number.kind is not MentionKind.COUNT or not before.endswith(grammar.of):
        return ""
    said = before.removesuffix(grammar.of).strip(wording.MARKS)
    if len(said) > 2 * _LONGEST or not _WHOLE.fullmatch(said) or grammar.pointing.search(said):
        return ""
    kept = list(dropwhile(lexicon.opening.__contains__, words.cut(said)))
    said = "".join(kept)
    if kept and kept[0] in lexicon.done_to:
        return ""  # 对及时改正的83件不予处罚: it is not 改正 that was counted
    if found := grammar.regarded.fullmatch(said):
        said = found["how"]
    compared = set(kept) & lexicon.comparing or set(kept[:1]) & lexicon.beside  # 比前年的67件
    acts = any(word.role in (*DEEDS, WordRole.CASE) for word in read(said))
    owner = not acts and bool(kept) and kept[-1].endswith(lexicon.bodies)  # 县司法局的83件
    little = lexicon.general | lexicon.times | lexicon.amounts | lexicon.sorting
    telling = any(word.text not in little for word in read(said))
    fits = _SHORTEST <= len(said) <= _LONGEST
    return _QUOTES.sub("", said) if telling and fits and not (compared or owner) else ""


def _counted(scene: Scene, said: str) -> tuple[str, ...]:
    """Return what was counted before in the unit of a number that says only which.

    Nothing where several things were counted: of 建议56件、提案27件 nobody knows which 80 are done.
    """
    alike = [told for told in scene.told if told.unit == scene.number.unit and not told.sorted_out]
    whole = [told for told in alike if not told.within]
    found = next(iter(whole), None)
    if found is None or sum(told.clause == found.clause for told in whole) > 1:
        return ()
    thing = _thing(found)
    text = "".join(thing)
    deed = not found.verb and bool(thing) and role(thing[-1]) in DEEDS  # 直接纠错29件，撤回申请的
    again = bool(thing) and (said.endswith(thing[-1]) or said[-2:] in text)  # 未出庭的1件
    no_thing = words.lexicon().times | words.lexicon().amounts
    fits = 1 < len(text) <= _LONGEST_THING and not set(thing) & no_thing
    return (text,) if fits and not (deed or again) else ()


def _matter(scene: Scene) -> EarlierWords | None:
    """Return what the numbers before were of that tell a deed each: 行政复议 of 行政复议审结."""
    alike = [told for told in scene.told if told.unit == scene.number.unit]
    found = next((told.context for told in alike if told.context), ())
    matter = "".join(found)
    one = bool(found) and all(matter in told.name for told in alike)
    again = matter[-2:] in scene.before  # 经复议后起诉的9件
    fits = one and not again and set(found) <= words.lexicon().matters
    return EarlierWords(found, "last context") if fits else None


def _thing(told: Told) -> tuple[str, ...]:
    """Return what was counted without what was done with it: 企业 of 检查企业."""
    thing = tuple(word for word in told.thing if word != naming.ties().some)
    if len(thing) > 1 and thing[-1] in words.lexicon().localizers:
        thing = thing[:-1]  # 审查的83件政策措施里，修改后出台的5件
    alone = not told.verb and len(thing) > 1
    acts = alone and role(thing[0]) in DEEDS and role(thing[-1]) is WordRole.NOUN
    return thing[1:] if acts else thing
