"""How far a name may be trusted: small signs of doubt, and what each takes from it.

Every sign says in a word or two what it sees; `resources/naming.toml` says how many points of doubt
that is worth, fitted to names that people called wrong or not. Where the points are many, the label
quotes the clause.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from math import exp

from nianbao.report.figures.figure import MentionKind
from nianbao.resource import load
from nianbao.standards import words
from nianbao.understanding.names import borrowing, contexts, scoring, weight, wording
from nianbao.understanding.names.clauses import Role, read, role
from nianbao.understanding.names.scene import Scene
from nianbao.understanding.names.scoring import Pair

_PER = ("/", "·", "／")
_HAN = re.compile("[\u4e00-\u9fff]")
_SHARES = ("%", "‰")
_ROW = re.compile(
    r"(?<![率比例重])[升降长加少落]了?(?:[约近])?\d[\d.]*[%‰](?:[、和及]|以及)\d[\d.]*[%‰]"
)
_MORE = {"多", "少"}
_OR = ("或", "或者")
_DIGIT = re.compile(r"\d")
_DEEDS = (Role.BOTH, Role.VERB)
_TELLING = (Role.NOUN, *_DEEDS)


def source(_scene: Scene, pair: Pair) -> str:
    """Say where the words before them come from."""
    return pair.context.source


def joint(scene: Scene, pair: Pair) -> str:
    """Say what touches the number: 通过的11件, 食堂等5家, 8名在会上述法."""
    signs = (_touching(scene), _of_digits(scene, pair), _examples(scene, pair))
    return next(filter(None, signs), "") or _bare(scene, pair)


def _touching(scene: Scene) -> str:
    """Say which word leads to the number or goes on behind its noun, where that is a doubt."""
    before = scene.before.rstrip()
    if scene.number.unit in wording.patterns().times:
        return "times"  # 是诉讼案件的2.6倍
    if scene.noun:
        behind = wording.beyond(scene.behind, scene.noun).lstrip("　 ")
        return "noun 的" if behind.startswith("的") else ""
    return before[-1] if before.endswith(("的", "等")) else ""


def _of_digits(scene: Scene, pair: Pair) -> str:
    """Say whether another number is in the way: 35岁以下2人, 12件/年, 30个工作日内办结率98%."""
    before = scene.before.rstrip()
    other = _DIGIT.search(wording.DATED.sub("", wording.patterns().tail.sub("", before)))
    per = scene.behind.lstrip()[:1] in _PER or not _HAN.search(pair.name)
    inside = any(_is_inside(said) for said in (scene.behind, before.lstrip()))
    return "digits" if other or per or inside else ""


def _examples(scene: Scene, pair: Pair) -> str:
    """Say whether examples would stand for what they are examples of: 供热、用电等事项3件."""
    said = scene.phrase
    if scene.noun and said.listed and not pair.context.words:
        return "listed"  # 公安局、司法局5家单位
    if said.object[:1] and said.object[0] in words.lexicon().fields:
        return "examples"  # 食品、药品等领域案件83件
    poor = borrowing.wealth_of(said.object) in ("empty", "general", "little")
    before = scene.before.rstrip()
    left_out = poor and not said.verb and wording.without_examples(before) != before
    return "examples" if left_out else ""


def _bare(scene: Scene, pair: Pair) -> str:
    """Say whether a name has no thing: only a rank, an amount, a deed."""
    told = pair.context.words + pair.span.words
    patterns = wording.patterns()
    if all(word.endswith(wording.RANK) or word in patterns.shares for word in told):
        return "bare"  # 省级26个, 比例为76%
    if set(told) <= words.lexicon().amounts | set(patterns.by_unit.values()):
        return "bare"  # 涉及当事人83人、金额76万元
    if scene.noun or scene.phrase.object:
        return ""
    if any(word.role in _TELLING for word in read(scene.behind)):
        return "said behind"
    return "bare" if weight.is_empty(told) else "act"  # 办结83件


def _is_inside(text: str) -> bool:
    """Whether a stretch goes on with what is done within a time: （30个工作日）内办结率."""
    first, *more = words.cut(text) or ("",)
    return bool(more) and first in wording.patterns().inside


def opening(_scene: Scene, pair: Pair) -> str:
    """Say whether a name begins with a word that any list may end with: 领域查办案件数."""
    if pair.context.source.startswith(("last thing", "same deed")):
        return ""  # 发现问题83个，整改80个: what was counted is 问题
    said = pair.context.words + pair.span.words
    if len(said) > 1 and said[0] in words.lexicon().fields:
        return "field"  # 领域查办案件: of which?
    return "general" if len(said) > 1 and said[0] in words.lexicon().general else ""


def denied(scene: Scene, pair: Pair) -> str:
    """Say whether something was not so: 3个乡镇未配备, 2个乡镇只有1名."""
    lexicon = words.lexicon()
    text = scene.before + scene.behind
    none = any(word in lexicon.denials for word in words.cut(text))
    rest = scene.clause.text[scene.number.stop - scene.clause.start :]
    some = any(word.endswith(wording.patterns().some) for word in words.cut(scene.before))
    few = some and any(word in lexicon.few for word in words.cut(rest))
    said = words.cut(rest)
    parted = any(word.endswith(wording.patterns().some) for word in said)  # 8个街道中有3个未……
    short = bool(scene.noun) and not parted and any(word in lexicon.denials for word in said)
    only = any(word in lexicon.few for word in words.cut(scene.before))
    bare = only and not scene.predicate.empty and pair.name == "".join(scene.noun)
    few = few or bare  # 仅有3名执法人员通过考试
    return "denied" if none or few or short else ""  # 4个县复议人员不足3人


def lost(scene: Scene, pair: Pair) -> str:
    """Say whether the last thing said before a number without a noun is missing."""
    if scene.noun:
        return ""
    said = [word.text for word in read(scene.before) if word.role in _TELLING]
    return f"last {role(said[-1]).value}" if said and said[-1] not in pair.name else ""


def listing(scene: Scene, pair: Pair) -> str:
    """Say whether a list is named whole or by its last item."""
    return scoring.listing(scene, pair.span)


def stranger(scene: Scene, pair: Pair) -> str:
    """Say whether borrowed words join a clause with a subject of its own."""
    if not pair.context.words:
        return ""
    said = scene.phrase
    if scene.noun and scene.predicate.object:
        own = "told"  # 96名干部参加考试
    elif said.holder:
        own = "subject"
    else:
        own = "thing" if said.object and not said.verb else "none"
    return f"{scoring.where(pair.context)} {own}"


def ending(scene: Scene, pair: Pair) -> str:
    """Say whether what is counted ends like what is measured: 每月8场高频率开展."""
    counts = scene.number.kind is MentionKind.COUNT
    return "measure" if counts and pair.name.endswith(wording.patterns().measured_by) else ""


def time(_scene: Scene, pair: Pair) -> str:
    """Say whether a name has a time in it: 去年为78.6%."""
    said = set(pair.context.words + pair.span.words) - {wording.LAST_YEAR}
    return "told" if said & words.lexicon().times else ""


def body(_scene: Scene, pair: Pair) -> str:
    """Say whether a name has nothing but who acts: 县城管局83平方米."""
    return "alone" if pair.context.source == "last holder" and not pair.span.words else ""


def row(scene: Scene, _pair: Pair) -> str:
    """Say whether a noun behind a number is only the first of several: 67名乡镇、部门负责人."""
    return "open" if scene.further else ""


def relative(scene: Scene, pair: Pair) -> str:
    """Say whether a clause that tells which of the things is missing: 通过考试的人员8人."""
    head, of, thing = scene.before.rpartition(wording.patterns().of)
    if not of or scene.noun or any(word.role is Role.VERB for word in read(thing)):
        return ""
    before = read(head)
    said = [word for word in before if word.role in _TELLING]
    acts = any(word.role in (*_DEEDS, Role.LIGHT) for word in before)
    return "lost" if acts and said and said[-1].text not in pair.name else ""


def lender(scene: Scene, _pair: Pair) -> str:
    """Say whether a share or a change is of a number whose name is in doubt: 调解的34件，占35%."""
    of_it = scene.share or scene.number.kind is MentionKind.CHANGE
    told = next(iter(scene.told), None) if of_it else None
    last_year = told is not None and wording.LAST_YEAR in told.core  # 比上年的64件增长4%
    return "doubtful" if told and told.doubtful and not last_year else ""


def unsaid(scene: Scene, pair: Pair) -> str:
    """Say whether what a clause tells of its noun gave way to borrowed words: 5个村为市级."""
    if not (scene.noun and pair.context.words):
        return ""
    rest = wording.beyond(scene.behind, scene.noun)
    said = [w.text for w in read(rest) if w.role in _TELLING or w.text.endswith(wording.RANK)]
    return "lost" if said and not any(word in pair.name for word in said) else ""


def average(scene: Scene, pair: Pair) -> str:
    """Say whether a name has lost that its number is an average: 平均仅有人员2.3名."""
    said = set(words.cut(scene.before)) & words.lexicon().averages
    return "lost" if any(word not in pair.name for word in said) else ""


def person(scene: Scene, pair: Pair) -> str:
    """Say whether a name tells only who, where the clause tells what became of them.

    308名民警、179名辅警因公牺牲
    """
    people = scene.number.unit in wording.patterns().people
    who = scene.noun[-1:] if people else ()
    if not who or role(who[0]) is not Role.NOUN or not pair.name.endswith(who[0]):
        return ""
    rest = wording.beyond(scene.clause.text[scene.number.stop - scene.clause.start :], scene.noun)
    deeds = [word.text for word in read(rest) if word.role in _DEEDS]
    beside = deeds and rest.lstrip().startswith(wording.AND[1:])
    return "alone" if beside and not any(deed in pair.name for deed in deeds) else ""


def counted(scene: Scene, pair: Pair) -> str:
    """Say whether what is only done lacks what has its unit: 发现隐患83处，整改80处."""
    said = scene.phrase
    if scene.noun or said.object or not (said.verb or said.done):
        return ""
    same = [one for one in scene.told if one.unit == scene.number.unit and one.thing]
    if not (same and same[0].doubtful):
        return ""
    things = ("".join(two) for one in same for two in pairwise(one.thing[-1]))
    return "" if any(two in pair.name for two in things) else "lost"


def part(scene: Scene, pair: Pair) -> str:
    """Say whether a sum may be of a part as well as of its whole: 其中食品案件83件，罚没9万元."""
    behind = bool(scene.told) and scene.told[0].within and not scene.clause.within
    sum_of = scene.number.kind is MentionKind.MONEY and not (scene.noun or scene.phrase.object)
    return "unclear" if behind and sum_of and pair.context.words else ""


def than(scene: Scene, _pair: Pair) -> str:
    """Say whether a number tells how much more there is than of something: 超过诉讼收案49件."""
    said = words.cut(scene.before.rstrip())
    compared = set(said[:-1]) & words.lexicon().comparing or set(said[-1:]) & _MORE
    return "more" if not scene.noun and compared else ""


def several(scene: Scene, _pair: Pair) -> str:
    """Say whether several rates in a row leave open what each is of: 同比上升8.5%、9.8%."""
    shares = scene.number.unit in _SHARES
    told = wording.patterns().respectively.search(scene.clause.text) is not None
    return "row" if shares and not told and _ROW.search(scene.clause.text) else ""


def verb(scene: Scene, pair: Pair) -> str:
    """Say whether a name has who and what, but not the deed between them: 非法公众存款案件."""
    said = scene.phrase
    lost = pair.span.shape == "holder thing" and said.verb and not said.marker
    lexicon = words.lexicon()
    acts = lost and (said.verb[-1] not in lexicon.faint or said.object[-1] in lexicon.heads)
    return "lost" if acts and said.verb[-1] not in pair.name else ""


def single(scene: Scene, pair: Pair) -> str:
    """Say whether a noun is one sign (发2起破2起), or a name ends with a place (案件里)."""
    if {*pair.context.words, *pair.span.words} & words.lexicon().localizers:
        return "place"
    alone = len(scene.noun) == 1 and len(scene.noun[0]) == 1
    return "sign" if alone and not scene.noun[0].endswith(words.lexicon().persons) else ""


def begun(scene: Scene, pair: Pair) -> str:
    """Say whether a name begins inside a list: 撤销或确认违法10件."""
    said = words.cut(scene.before.strip())
    own = [at for at, word in enumerate(said) if len(word) > 1 and word in pair.span.words]
    if scene.noun or not own or own[0] < 2 or said[own[0] - 1] not in (*wording.AND, *_OR):
        return ""
    one = said[own[0] - 2]
    return "list" if role(one) in _TELLING and one not in pair.name else ""


def head(scene: Scene, pair: Pair) -> str:
    """Say whether cases are counted under the name of a body alone: 涉及乡镇政府43件."""
    told = pair.context.words + pair.span.words
    lexicon, patterns = words.lexicon(), wording.patterns()
    unit = scene.number.unit
    bodies = unit in (*patterns.of_bodies, *patterns.people)
    cases = scene.number.kind is MentionKind.COUNT and not unit.endswith(patterns.counted_times)
    if scene.noun or not told or bodies or not cases or lexicon.placing & set(told):
        return ""
    return "body" if told[-1].endswith(lexicon.bodies) or told[-1] in lexicon.spreading else ""


def undone(scene: Scene, pair: Pair) -> str:
    """Say whether a deed is missing that a thing is gone by: 收回被占用机动地3460亩."""
    before = wording.patterns().became.sub("", scene.before.rstrip())  # 用时压缩到1天
    said = set(words.cut(wording.without_examples(before))) & words.lexicon().undoing
    return "lost" if any(deed not in pair.name for deed in said) else ""


def beside(scene: Scene, pair: Pair) -> str:
    """Say whether a further deed of a list has the name of the one before: 撤诉18件、驳回25件."""
    deed = not (scene.noun or scene.phrase.object)
    listed = not scene.first and scene.before.lstrip().startswith(wording.AND[1])
    same = bool(scene.told) and scene.told[0].unit == scene.number.unit
    borrowed = pair.context.source.startswith("last thing") and not scene.told[0].verb
    return "thing" if deed and listed and same and borrowed else ""


def unfit(scene: Scene, pair: Pair) -> str:
    """Say whether a rate is of what its deed is not done with: 涉及劳动者83人，调解率98%."""
    rate = scene.number.kind is MentionKind.RATE and scene.number.unit not in wording.POINTS
    fits = contexts.things_for(scene, words.suits()) if rate and pair.context.words else ()
    told = "".join(pair.context.words)
    return "thing" if fits and not any(thing in told for thing in fits) else ""


def nothing(_scene: Scene, pair: Pair) -> str:
    """Say whether a clause gave its number no name."""
    return pair.span.shape if pair.span.shape == "nothing" else ""


SIGNS: tuple[Callable[[Scene, Pair], str], ...] = (
    source, joint, opening, denied, lost, listing, stranger,
    ending, time, body, row, relative, lender, unsaid, average, person, counted, part, than,
    several, verb, single, begun, head, undone, beside, unfit, nothing,
)  # fmt: skip


def trust(scene: Scene, pair: Pair) -> float:
    """Return how far a name may be trusted, 0 to 1."""
    table = _points()
    points = table["start"]["points"]
    for sign in SIGNS:
        points += table[sign.__name__].get(sign(scene, pair), 0.0)
    return 1 / (1 + exp(points))


@cache
def _points() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = load("naming")["doubt"]
    return table
