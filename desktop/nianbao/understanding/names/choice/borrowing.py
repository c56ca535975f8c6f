"""What a clause says by itself, and what it may borrow from what was told before."""

import re
from functools import cache

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.parsing import subjects, weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, bare, read, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_WHOLE_DEED = 6  # characters of verbs that tell by themselves what was done
_QUOTED = re.compile("“[^“”]{3,12}”[^“”，,]{0,2}$")  # 办结“一业一证”（54件）
_MATTER = "last matter"
_THINGS = ("last thing", _MATTER, "last core", "last deed", "last name")


def needs(scene: Scene) -> bool:
    """Whether a clause says nothing without what was told before: 审结75件, 办件量75件."""
    said = scene.phrase
    if _is_said_of_told(scene):
        return True
    if scene.noun or said.holder or scene.title:
        return False
    if not said.object and (said.verb or said.done):
        return bool(scene.told)
    if is_of_acts(scene):
        return may_please(scene)
    return not said.verb and (_says_how_much(scene) or _says_only_how(scene))


def _is_said_of_told(scene: Scene) -> bool:
    """Whether a number is of what was told, whatever its clause says: 人均496元, 受众83人次."""
    held = _is_deed_of_its_own(scene) and not scene.phrase.holder
    if scene.paired or (held and scene.told and scene.told[0].holder):
        return True
    return is_of_them(scene) or bool(of_sum(scene) or attended(scene))


def _says_how_much(scene: Scene) -> bool:
    """Whether a clause has only an amount, or what any list may hold: 总数下降8%."""
    lexicon, said = words.lexicon(), set(scene.phrase.object)
    general = said <= lexicon.general and scene.number.unit != "%"
    return bool(said) and (said <= lexicon.amounts or general)


def _says_only_how(scene: Scene) -> bool:
    """Whether a clause says only how, or since when, things were what was just counted."""
    alike = bool(scene.told) and scene.told[0].unit == scene.number.unit
    event = weight.is_event(scene.number)
    how = [word for word in scene.phrase.object if event or bare(word) == word]
    return alike and not set(how) - words.lexicon().times  # 上年结转8件, 直接纠错5件


def is_of_them(scene: Scene) -> bool:
    """Whether a number only says how the things just counted turned out, or what each person has.

    抽检水产品83批次，检出不合格9批次; 轮训执法人员83人次，人均参训63学时
    """
    said, last = scene.phrase.object, scene.told[0] if scene.told else None
    if scene.noun or not said or scene.number.kind is not MentionKind.COUNT:
        return False
    if set(said) <= words.lexicon().verdicts:
        return of_whom(scene) is not None
    people = last is not None and bool(last.thing) and last.unit[:1] in naming.units().people
    return people and (*scene.phrase.holder, *said)[0] in words.lexicon().averages


def may_please(scene: Scene) -> bool:
    """Whether people may be content with what was told: no 检查, of 群众满意率."""
    said = "".join(scene.phrase.object)
    if naming.grammar().satisfied.fullmatch(said) is None:
        return True
    no_count, strict = (*wording.RATES, wording.MONEY), words.lexicon().strict
    counted = [one for one in scene.told if one.thing and one.unit not in no_count]
    told = "".join(counted[0].thing + counted[0].core) if len(counted) == 1 else ""
    pleases = any(thing in told for thing in words.suits()[naming.grammar().pleased])
    return pleases and not any(deed in told for deed in strict)


def is_of_audience(scene: Scene) -> bool:
    """Whether people are counted of whom only is said that they were there: 受众83人次."""
    said = scene.phrase
    people = scene.number.unit[:1] in naming.units().people and not (scene.noun or said.holder)
    who = "".join(said.verb + said.object + said.done)
    return people and naming.grammar().audience.fullmatch(who) is not None


def attended(scene: Scene) -> Told | None:
    """Return what took place where people are said to have been: 讲座9场，受众83人次."""
    if not is_of_audience(scene):
        return None
    said = scene.phrase
    who = "".join(said.verb + said.object + said.done)
    events = [told for told in scene.told if _took_place(told)]
    if naming.ties().partook.match(who):  # 学法9次，举办讲堂3期，参训83人
        events = [told for told in events if told.clause == events[0].clause]
    of_it = [told for told in events if set(who) & set(told.core[-1])]
    fits = of_it if len(events) > 1 else events  # 培训9期、演练3次，参演83人次
    return fits[0] if len(fits) == 1 else None


def _took_place(told: Told) -> bool:
    """Whether an event was told, all of it: no 简报9期, not 其中线上9场."""
    lexicon = words.lexicon()
    held = set(told.verb) <= lexicon.faint | lexicon.light | lexicon.took_place | lexicon.events
    return told.event and bool(told.core) and not told.within and (held or not told.thing)


def of_sum(scene: Scene) -> Told | None:
    """Return the sum that an amount a head is of: 救助资金83万元，惠及97人，人均496元."""
    said = scene.phrase.object
    bare = bool(said) and not scene.noun and set(said) <= words.lexicon().averages
    if not bare or scene.number.unit != wording.MONEY:
        return None
    sums = [told for told in scene.told if told.unit == wording.MONEY and told.thing]
    return sums[0] if len(sums) == 1 else None


def of_whom(scene: Scene) -> Told | None:
    """Return the things just counted that a number says of how some of them turned out."""
    lexicon = words.lexicon()
    often = scene.number.unit + naming.endings().counted_times  # 检查83家次，不合格9家
    alike = [told for told in scene.told if told.unit in (scene.number.unit, often) and told.thing]
    counted = [told for told in alike if not set(told.thing) & lexicon.verdicts]
    if not counted or set(counted[0].thing) <= lexicon.general:
        return None  # 考核乡镇83个，优秀9个: that is said by 考核
    beside = sum(told.clause == counted[0].clause for told in counted)
    return counted[0] if beside == 1 else None  # 学校83所、医院9所: of which?


def is_of_acts(scene: Scene) -> bool:
    """Whether a number tells of deeds only, not of what they are done with: 办结率, 受理数增长."""
    said = scene.phrase.object
    if not weight.is_rate_of_acts(said):
        return False
    change = scene.number.kind is MentionKind.CHANGE
    return scene.number.kind is MentionKind.RATE or (
        change and not said[-1].endswith(naming.endings().rate)
    )


def refused(scene: Scene, span: NameSpan) -> tuple[str, ...]:
    """Return where a span may borrow nothing from: what tells enough by itself needs no more.

    化解纠纷83件，开展反诈宣传9场 tells of no 纠纷宣传.
    """
    if span.shape in ("ranked", "kind"):
        return ("",)
    if is_of_them(scene) or of_sum(scene):
        return ("clause",)
    if _has_own_subject(scene) or _says_which(scene) or _is_quoted(scene):
        return ("",)
    wealth = wealth_of(span.words)
    distant: tuple[str, ...] = ("clause",) if wealth in ("much", "rich") else ()
    if weight.is_event(scene.number) and _is_meeting(scene):
        distant = (*distant, "last")  # 法制审核39件，召开听证会2场
    own = _has_own_thing(scene) and wealth not in ("empty", "general")
    if _is_other_event(scene, wealth) or _says_part_again(scene):
        distant = (*distant, *_THINGS)
    if own or _is_less_of_it(scene) or _is_deed_of_its_own(scene) or _tells_whole_deed(scene):
        distant = (*distant, *_THINGS)
    if _is_beside_deed(scene):
        distant = (*distant, _MATTER)
    return distant


def _is_beside_deed(scene: Scene) -> bool:
    """Whether something was done with other things than those that were done with the last.

    19个村完成修订并备案，纠正条款26条: they are no 备案纠正条款.
    """
    matter = scene.told[0].matter if scene.told else ()
    deeds = bool(matter) and all(role(word) in DEEDS for word in matter)
    found = set(scene.phrase.object) & words.lexicon().results  # 开展督察，发现问题83个
    return deeds and not found and bool(scene.phrase.verb and scene.phrase.object)


def _is_quoted(scene: Scene) -> bool:
    """Whether what was counted stands in quotes before its number: 办结“一业一证”54件."""
    return _QUOTED.search(scene.before) is not None and bool(scene.phrase.object)


def _has_own_thing(scene: Scene) -> bool:
    """Whether a clause says what was counted, and does not go on from what was told."""
    said = scene.phrase
    goes_on = (
        scene.paired
        or scene.derived
        or scene.clause.within
        or scene.number.unit in wording.RATES
        or attended(scene) is not None
    )
    return bool(said.object) and bool(said.verb or not said.done) and not goes_on


def _is_other_event(scene: Scene, wealth: str) -> bool:
    """Whether any event is counted behind what was no event: 制作宣传品83件，举办活动9场."""
    held = any(word.role is WordRole.LIGHT for word in read(scene.before))
    event = held and weight.is_event(scene.number) and not scene.clause.within
    return event and wealth == "general" and bool(scene.told) and not scene.told[0].event


def _says_part_again(scene: Scene) -> bool:
    """Whether a rate says itself of which of two things told it is: 投诉咨询83件，投诉办结率98%."""
    *said, rate = scene.phrase.object or ("",)
    if not said or not rate.endswith(naming.endings().rate):
        return False
    pleased = naming.grammar().satisfied.fullmatch("".join(scene.phrase.object))  # 企业满意率
    return not pleased and any(said[0] in told.thing[:-1] for told in scene.told)


def _is_less_of_it(scene: Scene) -> bool:
    """Whether a rate is of what its clause says was made less: 减少跑动83次，减少材料63%."""
    said = scene.phrase
    before = scene.told[0].verb[-1:] if scene.told else ()
    rate = scene.number.unit in wording.SHARES and bool(said.object)
    return rate and bool(set(said.verb[-1:]) & set(before) & naming.endings().changes)


def _tells_whole_deed(scene: Scene) -> bool:
    """Whether verbs alone tell what was done: 判决驳回请求83件，裁定驳回起诉41件."""
    if scene.noun or scene.phrase.object:
        return False
    faint = words.lexicon().faint
    return sum(len(deed) for deed in scene.phrase.verb if deed not in faint) >= _WHOLE_DEED


def _says_which(scene: Scene) -> bool:
    """Whether a clause or examples tell which things are counted: 享受优惠的企业87户."""
    head, of, thing = scene.before.rstrip().rpartition(naming.grammar().of)
    said = "".join(scene.phrase.object)
    which = of and said and thing.strip() == said and not scene.clause.within
    acts = which and any(word.role is WordRole.VERB for word in read(head))
    return bool(acts) or (naming.left_out().quoted.search(scene.before) is not None and bool(said))


def _is_meeting(scene: Scene) -> bool:
    """Whether what took place is a meeting that says itself what it is: 听证会, no 会议."""
    held = scene.phrase.object[-1:]
    return bool(held) and len(held[0]) > 2 and held[0].endswith(naming.endings().meetings)


def _has_own_subject(scene: Scene) -> bool:
    """Whether a clause begins with its own field, or tells what a certain body deals with.

    办结复议75件，水务检查企业83家: no 复议 is.
    """
    said = scene.phrase
    if said.marker or not said.holder or scene.clause.within:
        return False
    things = set(said.object) - words.lexicon().amounts
    return bool(subjects.field(said.holder) or (things and subjects.is_one(said.holder)))


def _is_deed_of_its_own(scene: Scene) -> bool:
    """Whether a number of times tells of another deed than the number before it.

    常务会议审议事项14项，集体学法12次: it is the 常务会议 that learns, not the 事项.
    """
    said = scene.phrase
    deeds = said.object or said.done or said.verb
    alike = bool(scene.told) and scene.told[0].unit == scene.number.unit
    return (
        bool(deeds)
        and not (scene.noun or alike or scene.derived or scene.paired)
        and weight.is_event(scene.number)
        and all(role(word) is WordRole.BOTH for word in deeds)
    )


@cache
def wealth_of(said: tuple[str, ...]) -> str:
    """Say how much words tell: nothing, what any report may say, or how much more."""
    lexicon = words.lexicon()
    said = tuple(bare(word) for word in said if word != wording.LIST_MARK)
    if weight.is_empty(said):
        return "empty"
    if all(word in lexicon.general or word in lexicon.verbs for word in said):
        return "general"
    telling = sum(len(word) for word in said if word not in lexicon.plain)
    return (
        "little" if telling <= 2 else "some" if telling <= 4 else "much" if telling <= 6 else "rich"
    )
