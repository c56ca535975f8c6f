"""What the number before lends to the next one: its thing, its deed, or all of its words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import borrowing
from nianbao.understanding.names.parsing import phrase, topics, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_Lent = tuple[tuple[str, ...], str]  # words, and where they were told


def of_told(scene: Scene, before: Sequence[Told]) -> Iterator[_Lent]:
    """Yield what the numbers before lend, nearest first, and where it was told."""
    if (only := _bound(scene, before)) is not None:
        yield from only
        return
    if not set(scene.phrase.object) <= words.lexicon().verdicts:
        before = [one for one in before if not _tells_how_it_turned_out(one)] or before
    told = _lender(scene, before)
    if not is_done_with(scene, told):
        yield told.context, "last context"
    heads = (one.holder for one in before if one.clause == told.clause and one.holder)
    head = next(heads, ())
    if not (goes_on(scene) and _is_of_thing(told, head)):
        yield head, "last holder"
    if _is_beside(scene, before[0]):
        return
    rate = scene.number.kind is MentionKind.RATE
    if not _stands_in_row(scene, before):
        yield from _of_rate(told, scene) if rate else _of(told, scene)
    elif rate and goes_on(scene):
        yield from _of_row(told, scene, before)


def _bound(scene: Scene, before: Sequence[Told]) -> list[_Lent] | None:
    """Return all that a number can be of; None where anything before may lend.

    救助资金83万元，人均496元; 讲座9场，受众83人次; 抽检83批次，不合格9批次
    """
    if whole := borrowing.of_sum(scene):
        return [(whole.thing, "last thing")]
    if not borrowing.may_please(scene):
        return []
    if borrowing.is_of_audience(scene):
        event = borrowing.attended(scene)
        return [(_held(event), "last thing")] if event else []
    if borrowing.is_of_them(scene):
        return [(_without_deed(_lender(scene, before)), "last thing")]
    return None


def _of_row(told: Told, scene: Scene, before: Sequence[Told]) -> Iterator[_Lent]:
    """Yield all that a clause told, for a rate of it; of deeds only, what was told before them."""
    row = [one for one in before if one.clause == told.clause]
    if all(one.thing for one in row):
        each = dict.fromkeys(one.thing for one in row[::-1])  # 立案案件、结案案件
        yield tuple(word for thing in each for word in thing), "last thing"
    elif earlier := [one for one in before if one.clause != told.clause]:
        yield from of_told(scene, earlier)  # 案件：维持83件、纠错9件，调撤率46%


def _of_rate(told: Told, scene: Scene) -> Iterator[_Lent]:
    """Yield what one number lends to a rate."""
    if _is_ended(told):
        return  # 调解和解结案97件，直接纠错率3%: of what was told before
    if _is_of_deed(scene, told):
        yield told.thing + told.verb[-1:], "last deed"  # 调解纠纷83件，成功率98%
    else:
        yield from _words_of(told, whole=False)


def _of(told: Told, scene: Scene) -> Iterator[_Lent]:
    """Yield what one number lends to another, or to its change."""
    # 新建站点4个，改造提升3个: no change
    change = scene.number.kind is MentionKind.CHANGE and not scene.phrase.object
    kept = words.lexicon().fresh | words.lexicon().undoing  # 拆除违建83平方米，增加9平方米
    if change and told.thing and set(told.verb[-1:]) & kept:
        yield told.verb[-1:] + told.thing, "last thing"  # 新设主体83户，增长8%: of the new ones
    else:
        yield from _words_of(told, whole=change)


def _held(event: Told) -> tuple[str, ...]:
    """Return what took place, without that it did: 法治讲座 of 举办法治讲座."""
    lexicon = words.lexicon()
    only = lexicon.light | lexicon.faint | lexicon.events
    return event.context + tuple(dropwhile(only.__contains__, event.core))


def _tells_how_it_turned_out(told: Told) -> bool:
    """Whether a number told only how some of the things before it turned out: 不合格9个."""
    return bool(told.thing) and set(told.thing) <= words.lexicon().verdicts


def _without_deed(told: Told) -> tuple[str, ...]:
    """Return things without the deed before them: 加油站 of 检查加油站."""
    deed, things = told.thing[:1], told.thing[1:]
    alone = not (told.verb or _lists_deeds(told))
    led = alone and bool(things) and role(deed[0]) in DEEDS
    return things if led and not set(things) <= words.lexicon().general else told.thing


def _lists_deeds(told: Told) -> bool:
    """Whether the first of several things is itself a deed: 公证、司法鉴定业务."""
    return told.spelled[1:2] == (wording.LIST_MARK,)


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
    if borrowing.is_of_them(scene):
        return borrowing.of_whom(scene) or told
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


def _of_same_unit(scene: Scene, told: Sequence[Told]) -> Told | None:
    """Return what is counted in the unit of a number that says only what was done.

    审查文件64件，提出意见28条，纠正5件: of the 文件.
    """
    said = scene.phrase
    counted = scene.number.kind is MentionKind.COUNT and not (scene.noun or said.object)
    if not counted or not (said.verb or said.done):
        return None
    return next((one for one in told if one.unit == scene.number.unit and one.thing), None)


def _tells_deed(told: Told) -> bool:
    """Whether what a number told of ends with what was done: 一审胜诉2件, 正在审理1件."""
    if _is_come_in(told):
        return False
    return bool(told.core) and role(told.core[-1]) in DEEDS and role(told.core[0]) not in DEEDS


def _is_come_in(told: Told) -> bool:
    """Whether a number tells of things whose name is a deed: 收到政府信息公开申请83件."""
    endings = tuple(words.lexicon().endings)
    return bool(told.verb and told.thing) and told.thing[-1].endswith(endings)


def _is_deed(told: Told) -> bool:
    """Whether a number only told what was done: 调解结案238件 is no topic of 裁决97件.

    Nor is by whom: 法院审结108件.
    """
    counts_bodies = told.unit in naming.units().of_bodies
    acting = () if counts_bodies else words.lexicon().bodies
    return all(role(word) in DEEDS for word in told.core if not word.endswith(acting))


def _is_of_deed(scene: Scene, told: Told) -> bool:
    """Whether a rate says how well something was done, and the number before what was."""
    lexicon, said = words.lexicon(), scene.phrase.object
    done = bool(told.thing) and bool(set(told.verb[-1:]) & lexicon.succeeding)
    return done and bool(said) and set(said) <= lexicon.of_deeds


def _is_ended(told: Told) -> bool:
    """Whether a number only told how something ended: 调解结案238件."""
    more = len(told.thing) < len(told.core)
    return more and _is_deed(told) and role(told.core[-1]) is WordRole.VERB


def _is_beside(scene: Scene, told: Told) -> bool:
    """Whether a number tells of a further deed of a list: 实施连续处罚2件、查封扣押17件."""
    listed = scene.before.lstrip().startswith(wording.LIST_MARK)
    beside = listed and told.clause == scene.clause.start
    deed = bool(told.thing) and role(told.thing[-1]) in DEEDS
    return beside and deed and told.verb[-1:] != scene.phrase.verb[-1:]


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


def _words_of(told: Told, *, whole: bool) -> Iterator[_Lent]:
    """Yield the words of a number that may go before the next one's.

    `whole`: with the word that says which of the things they are: 新增主体83户，同比增长8%.
    """
    which = words.lexicon().sorting  # 新增事项23项，取消35项
    sorts = ((frozenset() if whole else which) | words.lexicon().receiving).__contains__
    thing, core = (tuple(dropwhile(sorts, said)) for said in (told.thing, told.core))
    who = thing and thing[-1].endswith(tuple(words.lexicon().people))
    if who and len(told.core) > len(thing) and told.unit not in naming.units().people:
        yield told.context + core, "last name"  # 接到群众反映83件，协调解决80件: no 群众 are
        return
    if not (told.context and all(role(word) in DEEDS for word in thing)):  # 调解结案97件
        yield thing, "last thing"
    yield told.matter, "last matter"
    if told.context and thing:
        yield told.context + thing, "last context thing"
    if thing and told.verb and told.verb[-1] not in words.lexicon().faint:
        yield thing + told.verb[-1:], "last deed"
    if len("".join(thing[1:])) > 1 and role(thing[0]) is WordRole.BOTH and not _lists_deeds(told):
        yield thing[1:], "last thing"  # 督办函 is one thing
    yield core, "last core"
    yield told.context + core, "last name"


def of_silent(text: str) -> Iterator[_Lent]:
    """Yield what a clause without a number lends, and where it was told."""
    if naming.ties().sorted_by.search(text):
        return  # 从办理时效看，按期回复83件
    if set(words.cut(text)) & words.lexicon().lacking:
        return  # 办案质量没有放松：结案率98%
    said = phrase.parse(text)
    yield said.object, "clause thing"
    if said.listed:
        yield said.item, "clause item"
    yield said.object[-2:], "clause item"
    matter, endings = topics.matter(text), naming.endings()
    if matter and not matter.endswith(endings.measured_by + endings.lasting):  # 接通时长11秒
        yield words.cut(matter), "clause matter"


def goes_on(scene: Scene) -> bool:
    """Whether a number only says how much of what was told before was done.

    意见27条，采纳25条，采纳率94%: 意见, which any list may hold, tells of what.
    """
    said = scene.phrase
    if borrowing.is_of_acts(scene):
        return True
    alike = bool(scene.told) and scene.told[0].unit == scene.number.unit
    return alike and not scene.noun and not said.object and bool(said.verb or said.done)


def is_done_with(scene: Scene, told: Told) -> bool:
    """Whether a number tells of a thing that the deed of this one is done with."""
    wanted = things_for(scene, words.suits()) + things_for(scene, words.suits_only())
    return any(word.endswith(wanted) for word in (*told.thing[-1:], *told.verb))


def things_for(scene: Scene, fits: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return how the things are called that the deed of a number is done with, as far as known."""
    said = scene.phrase
    deeds = said.done or said.verb if scene.number.kind is MentionKind.COUNT else said.object
    return tuple(thing for deed in deeds for stem in fits if stem in deed for thing in fits[stem])
