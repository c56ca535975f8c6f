"""What was told before a number, as far as it may go before its name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import NamedTuple

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding.names.choice import borrowing
from nianbao.understanding.names.parsing import phrase, topics, weight, wording
from nianbao.understanding.names.parsing.clauses import Role, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_LONGEST = 16
_DEEDS = (Role.BOTH, Role.VERB)
_MONEY = "元"


class Context(NamedTuple):
    """Words told before, and where."""

    words: tuple[str, ...]
    source: str


NO_CONTEXT = Context((), "none")


def contexts(scene: Scene) -> list[Context]:
    """Return what may go before a span, each once, no context first."""
    scene = replace(scene, told=_without_parts(scene))
    same = _of_same_deed(scene, scene.told)
    if same and len(same.words[0]) <= _LONGEST:
        return [same]
    if _is_amount_of_it(scene):
        return [Context(scene.told[0].context + scene.told[0].core, "last core")]
    kept: dict[str, Context] = {"": NO_CONTEXT}
    for told, source in _told_before(scene):
        said = _without_measure(scene, told)
        whole = "".join(said)
        if not 1 < len(whole) <= _LONGEST or _says_little(scene, said, kept):
            continue
        kept.setdefault(whole, Context(said, source))
        for short in _without_ending(whole):
            kept.setdefault(short, Context((short,), f"{source} short"))
    return _of_rates(list(kept.values())) if _is_of_rate(scene) else list(kept.values())


def _is_amount_of_it(scene: Scene) -> bool:
    """Whether a sum is that of what its clause counted right before: 农民工讨薪83件、金额9万元."""
    said = scene.phrase
    bare = said.object and set(said.object) <= words.lexicon().amounts and not said.verb
    last = scene.told[0] if scene.told else None
    near = last and last.clause == scene.clause.start
    people = last and last.unit in wording.patterns().people  # 涉及当事人83人、金额9万元
    return bool(bare and near and not (people or scene.noun)) and scene.number.unit == _MONEY


def _without_measure(scene: Scene, told: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was told without how much of it: 参加考试人数46人，合格率98%.

    What only measures (网上可办率, 标的额, 平均用时) is no subject of what follows: then nothing.
    """
    lexicon, patterns = words.lexicon(), wording.patterns()
    said = told[1:] if told[:1] == (wording.LAST_YEAR,) else told  # 比上年末的18名增加3名
    if scene.number.kind is not MentionKind.CHANGE:
        while len(said) > 1 and said[-1] in patterns.changes:
            said = said[:-1]  # 问题发现率提升
        if said and said[-1].endswith(patterns.measured_by + patterns.lasting):
            return ()
        if said and said[-1].endswith(patterns.counted_by) and weight.is_rate_of_acts(said):
            return ()  # 立案数
        said = _without_quality(said)
        said = tuple(word for word in said if word not in lexicon.averages)
    while len(said) > 1 and said[-1] in lexicon.amounts and not scene.paired:
        said = said[:-1]
    return said


def _without_quality(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return things without how good some of them are: 优秀案卷83卷，合格率97%: of all 案卷."""
    first = said[0] if said else ""
    good = next((q for q in words.lexicon().qualities if first.startswith(q)), "")
    if not good or said == (good,):
        return said
    rest = first.removeprefix(good)
    return (rest, *said[1:]) if rest else said[1:]


def _says_little(scene: Scene, said: Sequence[str], kept: Mapping[str, Context]) -> bool:
    """Whether any list may hold what was told, and something else tells more or nothing goes on."""
    if not set(said) <= words.lexicon().general:
        return False
    told_else = {"last context", "last holder"} & {one.source for one in kept.values()}
    return bool(told_else) or not _goes_on(scene)


def _is_of_rate(scene: Scene) -> bool:
    """Whether a number is the change of a rate that was told before: 较上年下降1.8个百分点."""
    return scene.number.unit in wording.POINTS and not scene.phrase.object


def _of_rates(found: list[Context]) -> list[Context]:
    shares = wording.patterns().shares
    return [one for one in found if one.words and one.words[-1].endswith(shares)] or found


def _goes_on(scene: Scene) -> bool:
    """Whether a number only says how much of what was told before was done.

    意见27条，采纳25条，采纳率94%: 意见, which any list may hold, tells of what.
    """
    said = scene.phrase
    if borrowing.is_of_acts(scene):
        return True
    alike = bool(scene.told) and scene.told[0].unit == scene.number.unit
    return alike and not scene.noun and not said.object and bool(said.verb or said.done)


def _without_ending(said: str) -> Iterator[str]:
    """Yield a context without the general word at its end: 行政复议申请 → 行政复议."""
    for ending in words.lexicon().detached:
        short = said.removesuffix(ending)
        kept = words.cut(short)
        if short == said or len(short) < 2 or set(kept) <= words.lexicon().general:
            continue  # 主题活动 is no 主题
        if kept[-1] not in words.deeds():
            yield short  # 执法队伍核定编制: no 执法队伍核定


def _told_before(scene: Scene) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what the number and the clause before this one in its sentence tell, no others."""
    told, silent = scene.told, scene.silent
    if scene.number.kind is not MentionKind.CHANGE and not scene.clause.within:
        told = [one for one in told if not one.sorted_out]
        told = [one for one in told if not one.within] or told  # what follows is of the whole
    counts = scene.number.kind is MentionKind.COUNT
    if counts and any(one.unit == scene.number.unit for one in told):
        told = [one for one in told if one.unit != _MONEY]  # 结案462件，罚没83万元，移送5件
    if borrowing.is_of_acts(scene) and not set(scene.phrase.object) & words.lexicon().paid:
        told = [one for one in told if one.unit != _MONEY] or told  # 追讨工资83万元，办结率98%
    told = [one for one in told if not _is_placed(one)] or told
    told = _suited(scene, [one for one in told if not _is_paper(scene, one)])
    if silent and told:
        if silent.start < told[0].clause:
            silent = None  # the nearer one speaks
        elif topics.event(silent.text):
            told = ()  # 培训3次，职工参加法治考试，合格率100%: of the 考试
    if told:
        yield from _of_told(scene, told)
    if silent:
        yield from _of_silent(silent.text)


def _suited(scene: Scene, told: Sequence[Told]) -> Sequence[Told]:
    """Return what may be done with what was told, all of it where nobody can say.

    发现问题46项，下发督办函15份，整改率95%: the 问题, no letter is. What is only done with a few
    things (罚款) is of no other.
    """
    found = [one for one in told if _is_done_with(scene, one)]
    fits = things_for(scene, words.suits_only())
    if found or not fits:
        return found or told
    # who did it may stay
    return [replace(one, thing=(), core=(), verb=(), context=()) for one in told]


def _is_paper(scene: Scene, told: Told) -> bool:
    """Whether a number tells of a paper or a fine, with which nothing more is done.

    下发整改通知64份，处罚12起: no 通知 is.
    """
    lexicon, said = words.lexicon(), scene.phrase
    if scene.number.kind is not MentionKind.COUNT or told.unit == scene.number.unit:
        return False
    answered = any(deed in "".join(said.verb + said.done) for deed in lexicon.answering)
    return bool(told.thing) and told.thing[-1].endswith(tuple(lexicon.papers)) and not answered


def _is_done_with(scene: Scene, told: Told) -> bool:
    """Whether a number tells of a thing that the deed of this one is done with."""
    wanted = things_for(scene, words.suits()) + things_for(scene, words.suits_only())
    return any(word.endswith(wanted) for word in (*told.thing[-1:], *told.verb))


def things_for(scene: Scene, fits: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return how the things are called that the deed of a number is done with, as far as known."""
    said = scene.phrase
    deeds = said.done or said.verb if scene.number.kind is MentionKind.COUNT else said.object
    return tuple(thing for deed in deeds for stem in fits if stem in deed for thing in fits[stem])


def _is_placed(told: Told) -> bool:
    """Whether a number only tells where something was put: 列入异常名录23户."""
    lexicon = words.lexicon()
    put = bool(set(told.verb[-1:]) & lexicon.placing)
    return (
        put and bool(told.thing) and told.thing[-1].endswith((*lexicon.bodies, *lexicon.places_of))
    )


def _is_come_in(told: Told) -> bool:
    """Whether a number tells of things whose name is a deed: 收到政府信息公开申请83件."""
    endings = tuple(words.lexicon().endings)
    return bool(told.verb and told.thing) and told.thing[-1].endswith(endings)


def _tells_deed(told: Told) -> bool:
    """Whether what a number told of ends with what was done: 一审胜诉2件, 正在审理1件."""
    if _is_come_in(told):
        return False
    return bool(told.core) and role(told.core[-1]) in _DEEDS and role(told.core[0]) not in _DEEDS


def _is_beside(scene: Scene, told: Told) -> bool:
    """Whether a number tells of a further deed of a list: 实施连续处罚2件、查封扣押17件."""
    beside = told.clause == scene.clause.start and scene.before.lstrip().startswith(wording.AND[1])
    deed = bool(told.thing) and role(told.thing[-1]) in _DEEDS
    return beside and deed and told.verb[-1:] != scene.phrase.verb[-1:]


def _is_deed(told: Told) -> bool:
    """Whether a number only told what was done: 调解结案238件 is no topic of 裁决97件.

    Nor is by whom: 法院审结108件.
    """
    counts_bodies = told.unit in wording.patterns().of_bodies
    acting = () if counts_bodies else words.lexicon().bodies
    return all(role(word) in _DEEDS for word in told.core if not word.endswith(acting))


def _is_ended(told: Told) -> bool:
    """Whether a number only told how something ended: 调解结案238件."""
    more = len(told.thing) < len(told.core)
    return more and _is_deed(told) and role(told.core[-1]) is Role.VERB


def _stands_in_row(scene: Scene, told: Sequence[Told]) -> bool:
    """Whether the number before is one of several things that a clause tells of together.

    查处占道经营80起、违停90起，立案11起: none of them is its topic.
    """
    if told[0].clause == scene.clause.start:
        beside = scene.number.unit == told[0].unit or scene.number.kind is not MentionKind.RATE
        return beside and bool(scene.phrase.object)  # 公证1.1万件、司法鉴定2780件
    if len(told) < 2 or told[1].clause != told[0].clause:
        return False
    return told[1].unit == told[0].unit or told[0].listed  # 审查合同4份、文件5件，提出意见6条


def _deed_of(scene: Scene) -> str:
    """Return what a rate or an amount is of: 述法 of 述法率."""
    said = "".join(scene.phrase.object)
    measures = wording.patterns().counted_by
    return next((said.removesuffix(m) for m in measures if said.endswith(m)), said)


def _without_parts(scene: Scene) -> Sequence[Told]:
    """Return what was told without several parts that a rate is of together.

    现场述法8人，书面述法92人，述法率100%
    """
    deed = _deed_of(scene)
    if not deed or scene.number.kind is not MentionKind.RATE:
        return scene.told
    parts = [o for o in scene.told if o.name.endswith(deed) and o.unit not in wording.RATES]
    several = len(parts) > 1 and len({one.unit for one in parts}) == 1
    return [one for one in scene.told if one not in parts] if several else scene.told


def _of_same_deed(scene: Scene, told: Sequence[Told]) -> Context | None:
    """Return what a rate is of, where a number before it told of the same deed.

    调解成功83件，成功率98%: of 调解; 纠纷化解83件，化解率98%: of 纠纷.
    """
    said = _deed_of(scene)
    if not said or not _goes_on(scene):
        return None
    for one in told:
        before, mark, after = one.name.rpartition(said)
        if one.sorted_out:
            continue  # 问题83个，已整改的80个，整改率96%: of the 问题
        if mark and one.unit not in wording.RATES and not before.endswith(words.NOT):
            lexicon = words.lexicon()
            kept = list(words.cut(before or after))  # 优秀案卷83卷，优秀率98%
            while kept and kept[-1] in lexicon.faint | lexicon.light | lexicon.telling:
                kept.pop()  # 隐患完成整改83处，整改率98%
            bare = not before and set(kept) <= lexicon.general
            bare = bare or all(role(word) in _DEEDS for word in kept)  # 调解和解终止
            return None if bare or not kept else Context(("".join(kept),), "same deed")
    return None


def _of_same_unit(scene: Scene, told: Sequence[Told]) -> Told | None:
    """Return what is counted in the unit of a number that says only what was done.

    审查文件64件，提出意见28条，纠正5件: of the 文件.
    """
    said = scene.phrase
    counted = scene.number.kind is MentionKind.COUNT and not (scene.noun or said.object)
    if not counted or not (said.verb or said.done):
        return None
    return next((one for one in told if one.unit == scene.number.unit and one.thing), None)


def _of_told(scene: Scene, before: Sequence[Told]) -> Iterator[tuple[tuple[str, ...], str]]:
    told = _lender(scene, before)
    if not _is_done_with(scene, told):
        yield told.context, "last context"
    heads = (one.holder for one in before if one.clause == told.clause and one.holder)
    head = next(heads, ())
    if not (_goes_on(scene) and _is_of_thing(told, head)):
        yield head, "last holder"
    if _is_beside(scene, before[0]):
        return
    rate = scene.number.kind is MentionKind.RATE
    if _stands_in_row(scene, before):
        if _goes_on(scene) and rate:
            row = [one for one in before if one.clause == told.clause]
            yield tuple(word for one in row[::-1] for word in one.thing), "last thing"
        return
    if rate and _is_ended(told):
        return  # 调解和解结案97件，直接纠错率3%: of what was told before
    # 新建站点4个，改造提升3个: no change
    change = scene.number.kind is MentionKind.CHANGE and not scene.phrase.object
    if change and told.thing and set(told.verb[-1:]) & words.lexicon().fresh:
        yield told.verb[-1:] + told.thing, "last thing"  # 新设主体83户，增长8%: of the new ones
    else:
        yield from _lent(told, whole=change)


def _is_of_thing(told: Told, head: Sequence[str]) -> bool:
    """Whether what goes on is of the thing that was told, not of who did it.

    监督员反映线索43条，办结41条: of the 线索; 法律援助中心受理案件83件，结案80件: of the 中心,
    since any report has 案件.
    """
    lexicon = words.lexicon()
    known = (*lexicon.bodies, *lexicon.places_of, *lexicon.spots)
    who = bool(head) and head[-1].endswith(known)
    return bool(told.thing and (not who or set(told.thing) - lexicon.heads - lexicon.general))


def _lender(scene: Scene, before: Sequence[Told]) -> Told:
    """Return the number whose words go on: not one that only told what was done."""
    told = before[0]
    if scene.number.kind is MentionKind.RATE or scene.number.unit != told.unit:
        if _is_denied(told):
            told = next((one for one in before if one.unit == told.unit and one != told), told)
        return _of_same_unit(scene, before) or told
    told = next((one for one in before if one.context or not _is_deed(one)), told)
    said = set(scene.phrase.object) - words.lexicon().hollow
    if not _tells_deed(told) or told.context or said:
        return told
    return next((one for one in before if one.unit == told.unit and not _tells_deed(one)), told)


def _is_denied(told: Told) -> bool:
    """Whether a number tells of what was not done: 办理许可83件，不予许可2件，提前办结率98%."""
    first = told.core[0] if told.core else ""
    return first.startswith(words.NOT) and first not in words.lexicon().qualities


def _lent(told: Told, *, whole: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the words of a number that may go before the next one's.

    `whole`: with the word that says which of the things they are: 新增主体83户，同比增长8%.
    """
    which = words.lexicon().sorting  # 新增事项23项，取消35项
    sorts = (frozenset() if whole else which).__contains__
    thing, core = (tuple(dropwhile(sorts, said)) for said in (told.thing, told.core))
    who = thing and thing[-1].endswith(tuple(words.lexicon().people))
    if who and len(told.core) > len(thing) and told.unit not in wording.patterns().people:
        yield told.context + core, "last name"  # 接到群众反映83件，协调解决80件: no 群众 are
        return
    if not (told.context and all(role(word) in _DEEDS for word in thing)):  # 调解结案97件
        yield thing, "last thing"
    yield told.matter, "last matter"
    if told.context and thing:
        yield told.context + thing, "last context thing"
    if thing and told.verb and told.verb[-1] not in words.lexicon().faint:
        yield thing + told.verb[-1:], "last deed"
    if len("".join(thing[1:])) > 1 and role(thing[0]) is Role.BOTH:
        yield thing[1:], "last thing"  # 督办函 is one thing
    yield core, "last core"
    yield told.context + core, "last name"


def _of_silent(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if wording.patterns().sorted_by.search(text):
        return  # 从办理时效看，按期回复83件
    said = phrase.parse(text)
    yield said.object, "clause thing"
    if said.listed:
        yield said.item, "clause item"
    yield said.object[-2:], "clause item"
    matter, patterns = topics.matter(text), wording.patterns()
    if matter and not matter.endswith(patterns.measured_by + patterns.lasting):  # 接通时长11秒
        yield words.cut(matter), "clause matter"
