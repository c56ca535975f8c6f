"""What was told before a number, as far as it may go before its name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import borrowing, lending
from nianbao.understanding.names.parsing import topics, weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_LONGEST = 16


class EarlierWords(NamedTuple):
    """Words told before, and where."""

    words: tuple[str, ...]
    source: str


NO_CONTEXT = EarlierWords((), "none")


def contexts(scene: Scene) -> list[EarlierWords]:
    """Return what may go before a span, each once, no context first."""
    scene = replace(scene, told=_without_parts(scene))
    same = _of_same_deed(scene, scene.told)
    if same and len(same.words[0]) <= _LONGEST:
        return [same]
    if rate := _rate_told(scene):
        return [EarlierWords(words.cut(rate.name), "last name")]
    if _is_amount_of_it(scene):
        return [EarlierWords(scene.told[0].context + scene.told[0].core, "last core")]
    kept: dict[str, EarlierWords] = {"": NO_CONTEXT}
    for told, source in _told_before(scene):
        said = _without_measure(scene, told)
        whole = "".join(said)
        if not 1 < len(whole) <= _LONGEST or _says_little(scene, said, kept):
            continue
        kept.setdefault(whole, EarlierWords(said, source))
        for short in _without_ending(whole):
            kept.setdefault(short, EarlierWords((short,), f"{source} short"))
    found = list(kept.values())
    lists = [told.spelled for told in scene.told if told.spelled]
    return [_spelled(one, lists) for one in found] if lists else found


def _spelled(context: EarlierWords, lists: Sequence[tuple[str, ...]]) -> EarlierWords:
    """Return a context with the marks of the list that it names: 行政处罚、行政许可案卷."""
    said = context.words
    for whole in lists:
        places = [at for at, word in enumerate(whole) if word != wording.LIST_MARK]
        stretches = sorted(combinations(range(len(places) + 1), 2), key=lambda one: one[0] - one[1])
        for start, stop in stretches:  # the longest first
            listed = whole[places[start] : places[stop - 1] + 1]
            bare = tuple(whole[at] for at in places[start:stop])
            for at in range(len(said) - len(bare) + 1) if wording.LIST_MARK in listed else ():
                if said[at : at + len(bare)] == bare:
                    return context._replace(words=said[:at] + listed + said[at + len(bare) :])
    return context


def _is_amount_of_it(scene: Scene) -> bool:
    """Whether an amount is of what its clause counted right before: 农民工讨薪83件、金额9万元.

    拆除违建83处、面积9亩
    """
    said = scene.phrase
    bare = said.object and set(said.object) <= words.lexicon().amounts and not said.verb
    last = scene.told[0] if scene.told else None
    area = naming.endings().suffix.get(scene.number.unit) == "".join(said.object)
    near = last and (area or last.clause == scene.clause.start)
    people = last and last.unit in naming.units().people  # 涉及当事人83人、金额9万元
    return bool(bare and near and not (people or scene.noun)) and (
        scene.number.unit == wording.MONEY or area
    )


def _without_measure(scene: Scene, told: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was told without how much of it: 参加考试人数46人，合格率98%.

    What only measures (网上可办率, 标的额, 平均用时) is no subject of what follows: then nothing.
    """
    lexicon, endings = words.lexicon(), naming.endings()
    said = told[1:] if told[:1] == (wording.LAST_YEAR,) else told  # 比上年末的18名增加3名
    if scene.number.kind is not MentionKind.CHANGE:
        while len(said) > 1 and said[-1] in endings.changes:
            said = said[:-1]  # 问题发现率提升
        if said and said[-1].endswith(endings.measured_by + endings.lasting):
            return ()
        if said and said[-1].endswith(endings.counted_by) and weight.is_rate_of_acts(said):
            return ()  # 立案数
        while len(said) > 1 and said[-1] in lexicon.receiving:
            said = said[:-1]  # 检察建议书收到
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


def _says_little(scene: Scene, said: Sequence[str], kept: Mapping[str, EarlierWords]) -> bool:
    """Whether any list may hold what was told, and something else tells more or nothing goes on."""
    if not set(said) <= words.lexicon().general:
        return False
    changes = scene.number.kind is MentionKind.CHANGE and not scene.paired
    if changes and said[-1].endswith(naming.endings().counted_by):
        return False  # 办件量83万件，同比增长9%
    told_else = {"last context", "last holder"} & {one.source for one in kept.values()}
    return bool(told_else) or not lending.goes_on(scene)


def _rate_told(scene: Scene) -> Told | None:
    """Return the rate that a number is the change of: 满意率98%，较上年下降1.8个百分点."""
    if scene.number.unit not in wording.POINTS or scene.phrase.object or not scene.told:
        return None
    last = scene.told[0]
    rate = last.unit in wording.RATES and last.unit not in wording.POINTS
    return last if rate else None


def _without_ending(said: str) -> Iterator[str]:
    """Yield a context without the general word at its end: 行政复议申请 → 行政复议."""
    for ending in words.lexicon().detached:
        short = said.removesuffix(ending)
        kept = words.cut(short)
        if short == said or len(short) < 2 or set(kept) <= words.lexicon().general:
            continue  # 主题活动 is no 主题
        if kept[-1] not in words.deeds() and kept[-1] not in words.lexicon().unfinished:
            yield short  # 执法队伍核定编制: no 执法队伍核定


def _told_before(scene: Scene) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what the number and the clause before this one in its sentence tell, no others."""
    told, silent = _speaking(scene), scene.silent
    if silent and told:
        if silent.start < told[0].clause:
            silent = None  # the nearer one speaks
        elif topics.event(silent.text):
            told = ()  # 培训3次，职工参加法治考试，合格率100%: of the 考试
    if told:
        yield from lending.of_told(scene, told)
    if silent and not _is_penalty(scene, silent.text):
        yield from lending.of_silent(silent.text)


def _speaking(scene: Scene) -> Sequence[Told]:
    """Return the numbers before of which this one may go on to tell."""
    told = scene.told
    if scene.number.kind is not MentionKind.CHANGE and not scene.clause.within:
        told = [one for one in told if not one.sorted_out]
        told = [one for one in told if not one.within] or told  # what follows is of the whole
    counts = scene.number.kind is not MentionKind.MONEY and scene.number.unit not in wording.RATES
    said = scene.phrase  # 落实补贴83万元，服务群众97人; but 惠及企业83家
    deed = said.verb or (len(said.object) > 1 and role(said.object[0]) in DEEDS)
    own = bool(deed and said.object) and not scene.derived
    if counts and (own or any(one.unit == scene.number.unit for one in told)):
        told = _no_sums(told)  # 结案462件，罚没83万元，移送5件, 数量增加9件
    if borrowing.is_of_acts(scene) and not set(scene.phrase.object) & words.lexicon().paid:
        told = _no_sums(told) or told  # 追讨工资83万元，办结率98%
    told = [one for one in told if not _is_placed(one)] or told
    return _suited(scene, [one for one in told if not _is_paper(scene, one)])


def _is_penalty(scene: Scene, told: str) -> bool:
    """Whether a number tells of penalties behind a programme: 推行“首违不罚”，罚款83万元."""
    said, grammar = scene.phrase, naming.grammar()
    penal = grammar.penal.search("".join((*said.verb, *said.object, *said.done)))
    return penal is not None and grammar.programme.search(told) is not None


def _no_sums(told: Sequence[Told]) -> list[Told]:
    return [one for one in told if one.unit != wording.MONEY]


def _suited(scene: Scene, told: Sequence[Told]) -> Sequence[Told]:
    """Return what may be done with what was told, all of it where nobody can say.

    发现问题46项，下发督办函15份，整改率95%: the 问题, no letter is. What is only done with a few
    things (罚款) is of no other.
    """
    found = [one for one in told if lending.is_done_with(scene, one)]
    fits = lending.things_for(scene, words.suits_only())
    if found or not fits:
        return found or told
    # who did it may stay
    return [replace(one, thing=(), core=(), verb=(), context=()) for one in told]


def _is_paper(scene: Scene, told: Told) -> bool:
    """Whether a number tells of a paper or a fine, with which nothing more is done.

    下发整改通知64份，处罚12起: no 通知 is.
    """
    lexicon, said = words.lexicon(), scene.phrase
    money = scene.number.kind is MentionKind.MONEY and said.verb and said.object  # 追回资金83万元
    counts = scene.number.kind is MentionKind.COUNT or money
    if not counts or told.unit == scene.number.unit:
        return False
    answered = any(deed in "".join(said.verb + said.done) for deed in lexicon.answering)
    return bool(told.thing) and told.thing[-1].endswith(tuple(lexicon.papers)) and not answered


def _is_placed(told: Told) -> bool:
    """Whether a number only tells where something was put: 列入异常名录23户."""
    lexicon = words.lexicon()
    put = bool(set(told.verb[-1:]) & lexicon.placing)
    return (
        put and bool(told.thing) and told.thing[-1].endswith((*lexicon.bodies, *lexicon.places_of))
    )


def _deed_of(scene: Scene) -> str:
    """Return what a rate or an amount is of: 述法 of 述法率."""
    said = "".join(scene.phrase.object)
    measures = naming.endings().counted_by
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


def _of_same_deed(scene: Scene, told: Sequence[Told]) -> EarlierWords | None:
    """Return what a rate is of, where a number before it told of the same deed.

    调解成功83件，成功率98%: of 调解; 纠纷化解83件，化解率98%: of 纠纷.
    """
    said = _deed_of(scene)
    if not said or not lending.goes_on(scene):
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
            bare = bare or all(role(word) in DEEDS for word in kept)  # 调解和解终止
            return None if bare or not kept else EarlierWords(("".join(kept),), "same deed")
    return None
