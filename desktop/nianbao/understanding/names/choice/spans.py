"""The spans of a clause that may name its number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding.names.parsing import phrase, weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, Role, read, role
from nianbao.understanding.names.parsing.scene import Scene

_LONGEST = 22
IN_ALL = "累计"
AMONG = "中"
_SILENT = (Role.ADVERB, Role.CASE, Role.MARK, Role.LIGHT, Role.PLACE, Role.LINK)
_SHORT = 6
_SHORTEST, _LONGEST_WHICH = 3, 10
_LONGEST_PAIR = 14  # of things counted together and named together
_PARTS = (
    "part",
    "part of whole",
    "kind",
    "ranked",
)  # where one is told, no other span names the number


class Span(NamedTuple):
    """Words of a clause in the order of a name, and how they were taken."""

    words: tuple[str, ...]
    shape: str


def cores(scene: Scene) -> list[Span]:
    """Return the spans of its own clause that may name a number, each once."""
    found = list(_of_noun(scene) if scene.noun else _of_phrase(scene))
    if not scene.noun and (whole := _undone(scene, found)):
        found = [whole]
    parts = [span for span in found if span.shape in _PARTS]
    kept = {"".join(span.words): span for span in reversed(parts or found) if span.words}
    spans = [span for said, span in reversed(kept.items()) if len(said) <= _LONGEST]
    if not spans or (scene.phrase.empty and not scene.noun and not parts):
        spans.append(Span((), "nothing"))
    return spans


def _undone(scene: Scene, found: Sequence[Span]) -> Span | None:
    """Return the deed a thing is gone by with all behind it, where no span has it.

    收回被占用的林地83亩: 占用林地 would say the contrary.
    """
    before = wording.patterns().became.sub("", scene.before.rstrip())
    said = [
        word.text for word in read(wording.without_examples(before)) if word.role not in _SILENT
    ]
    at = next((at for at, word in enumerate(said) if word in words.lexicon().undoing), None)
    if at is None or any(said[at] in span.words for span in found):
        return None
    whole = tuple(said[at:])
    return Span(whole, "undone") if len("".join(whole)) <= _LONGEST_PAIR else None


def _of_noun(scene: Scene) -> Iterator[Span]:
    """Yield spans with the noun behind the number: 对7个乡镇开展法治督察 → 法治督察乡镇."""
    noun, before = _bodies_of(scene.noun, scene.number.unit), scene.phrase
    if which := _which(scene):
        yield Span((*which, *noun), "part")
        return
    verb = before.verb[-1:]
    yield Span(noun, "noun")
    beside = scene.before.rstrip().endswith(wording.AND[1:])  # 乡调委会和9个村调委会
    aside = beside or _is_led_to(scene.before)
    if not aside:
        yield Span(verb + noun, "verb noun")
    if before.object and not aside and not before.listed:  # 公安局、司法局等5家单位
        yield Span(before.object + noun, "object noun")
        yield Span(before.object[-1:] + noun, "object noun")
    if before.done:
        yield Span(before.done + noun, "verb noun")
        yield Span(before.object + before.done + noun, "object verb noun")
    if before.holder and not verb:
        yield Span(before.holder + noun, "holder noun")
    yield from _with_predicate(scene.predicate, noun, scene.number.unit)


def _which(scene: Scene) -> tuple[str, ...]:
    """Return what tells which things something is done with: 对督察反馈的21个问题逐一整改."""
    patterns = wording.patterns()
    leads = [*patterns.coverb.finditer(scene.before)] if scene.led else []
    led, said = leads[-1] if leads else None, scene.before.rstrip()
    if not led or not said.endswith(patterns.of):
        return ()
    which = said[led.end() : -len(patterns.of)]
    found = read(which)
    deeds = tuple(words.lexicon().acts)
    acts = any(word.role in DEEDS or word.text.endswith(deeds) for word in found)
    inner = words.lexicon().localizers
    whole = all(word.role is not Role.MARK and word.text not in inner for word in found)
    says = any(word.role is not Role.VERB for word in found)  # 拟出台的 tells nothing
    fits = _SHORTEST <= len(which) <= _LONGEST_WHICH and "".join(w.text for w in found) == which
    return words.cut(which) if acts and says and whole and fits else ()


def _bodies_of(noun: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """Return the bodies that a number counts, not who leads them or what is done in them.

    34个部门主要负责人述法, 189个村社区法律顾问全覆盖, 10个街道综合执法改革
    """
    lexicon = words.lexicon()
    if noun[0].endswith(lexicon.persons) and noun[-1] in lexicon.states_of:
        return noun[:1]  # 33个部门法治政府建设情况
    leaders = tuple(lexicon.leaders)
    led = next((at for at, word in enumerate(noun) if at and word.endswith(leaders)), 0)
    if unit not in wording.patterns().of_bodies:
        return noun
    bodies = [at for at, word in enumerate(noun[:led]) if word.endswith(lexicon.persons)]
    if bodies:
        return noun[led + 1 :] + noun[: bodies[-1] + 1]
    places = len([*takewhile(lexicon.spreading.__contains__, noun)])
    more = noun[places:]
    return more + noun[:places] if places and more and _is_of_all(more) else noun


def _is_of_all(more: Sequence[str]) -> bool:
    """Whether what follows places is done or had in each of them, and is not itself counted."""
    lexicon = words.lexicon()
    if more[-1].endswith(tuple(lexicon.people)):
        return True
    nominal = tuple(lexicon.nominal)
    done = more[-1].endswith(nominal) or any(
        role(word) in DEEDS or word in words.deeds() for word in more
    )
    return done and not more[-1].endswith((*lexicon.bodies, *lexicon.persons, *lexicon.spots))


def _is_led_to(before: str) -> bool:
    """Whether what stands before a number is led to its noun: 邀请专家到14个村.

    分为3个片区 is not.
    """
    said = words.cut(before.rstrip())
    lexicon = words.lexicon()
    led = bool(said) and said[-1] in lexicon.toward
    return led and not (len(said) > 1 and said[-2] in lexicon.verbs | lexicon.breaks)


def _with_predicate(said: phrase.Phrase, noun: tuple[str, ...], unit: str) -> Iterator[Span]:
    if set(said.object[:1]) & words.lexicon().toward:
        said = replace(said, object=())  # 下沉到乡镇
    person = noun[-1].endswith((*words.lexicon().persons, *words.lexicon().bodies))
    if len("".join(said.object)) == 1:
        return  # 员 of 监测员
    if said.object and said.verb:  # 向社会征求意见: 意见 alone says something else
        lexicon = words.lexicon()
        places = noun[-1].endswith(lexicon.persons) and unit not in wording.patterns().people
        if said.verb[-1] in lexicon.faint and not places:
            return  # 对44件案件建立化解清单; but 在12个村设立服务点
        yield Span(said.verb[-1:] + _met(said.object, noun), "deed noun")
    elif unit in wording.patterns().often and _is_deed(said.object):
        yield Span(noun + said.object, "noun matter")  # 两轮案卷集中评查
    elif said.object and not said.listed:
        yield Span(_met(said.object, noun), "matter noun")
        yield Span(_met(said.object[-1:], noun), "matter noun")
        if not person:  # 为12个执法大队配发制服: not 大队制服
            yield Span(noun + said.object, "noun matter")
        if len(said.object) > 2:
            yield Span(_met(said.object[-2:], noun), "matter noun")
    if said.verb:
        yield Span(said.verb[-1:] + noun, "act noun")
    if said.verb and not person:  # 23个部门公示信息: not 部门公示
        yield Span(noun + said.verb[-1:], "noun act")
    if said.done:
        yield Span(said.done + noun, "act noun")
        yield Span(noun + said.done[-1:], "noun act")
        if said.object:
            yield Span(said.object + said.done + noun, "deed noun")


def _is_deed(said: Sequence[str]) -> bool:
    return bool(said) and all(role(word) in DEEDS for word in said)


def _met(thing: tuple[str, ...], noun: tuple[str, ...]) -> tuple[str, ...]:
    """Return two things put together, a word that both have only once: 6个村获评示范村."""
    return thing if thing[-1].endswith("".join(noun)) else thing + noun


def _of_phrase(scene: Scene) -> Iterator[Span]:
    """Yield spans of the words before the number: 受理行政复议申请83件 → 行政复议申请受理."""
    before = scene.phrase
    if joined_in := _people_who(scene):
        yield joined_in
        return
    if scene.share and before.marker == AMONG and before.rest and before.object:
        yield Span((*before.rest, AMONG, *before.object), AMONG)  # 受援人中农民工占41%
        return
    if before.object and scene.number.kind is MentionKind.RATE:
        yield from _share_that(before.object, scene.behind)
    if scene.title:
        yield Span(words.cut(scene.title) + before.verb[-1:], "title")
    both = before.listed and len("".join(before.object)) <= _LONGEST_PAIR
    things = (before.object, before.item) if before.listed and not both else (before.object,)
    for thing in things:
        if thing:
            yield from _of_thing(_measured(scene), thing)
    yield from _ranked(scene)
    yield from _part(scene)
    yield from _sorted(scene)
    if not before.object:
        yield Span(before.done or before.verb, "act")
        yield Span(before.verb[-1:], "act")
        if before.holder and before.verb:
            yield Span(before.holder + before.verb, "holder act")
    if before.empty:
        yield Span((IN_ALL,) if scene.summed else (), "sum")
        yield Span((wording.LAST_YEAR,) if scene.compared else (), "last year")
    yield from _behind(before, scene.predicate)


def _people_who(scene: Scene) -> Span | None:
    """Return people with what they did, where that stands behind their number: 286人完成述法."""
    who, did = scene.phrase, scene.predicate
    people = scene.number.unit in wording.patterns().people and who.object and not who.verb
    deed = did.object or did.verb or did.done
    if not people or not deed or not who.object[-1].endswith(tuple(words.lexicon().people)):
        return None
    verb = () if set(did.verb[-1:]) & words.lexicon().faint and did.object else did.verb[-1:]
    said = verb + did.object + did.done + who.object
    return Span(said, "behind") if len("".join(said)) <= _LONGEST else None


def _measured(scene: Scene) -> phrase.Phrase:
    """Return what stands before a number, of a rate without its driving verb: 推进网办率达98%."""
    said, shares = scene.phrase, wording.patterns().shares
    rate = scene.number.kind is MentionKind.RATE and said.object[-1].endswith(shares)
    driven = set(said.verb[-1:]) <= words.lexicon().driving
    return replace(said, verb=()) if rate and driven else said


def _share_that(thing: tuple[str, ...], behind: str) -> Iterator[Span]:
    """Yield a thing with what a share of it does: 执法人员100%持证上岗."""
    said = tuple(word.text for word in read(behind) if word.role not in _SILENT)
    if 1 < len("".join(said)) <= _SHORT and not thing[-1].endswith(wording.patterns().measured_by):
        yield Span(thing + said, "thing done")


def _ranked(scene: Scene) -> Iterator[Span]:
    """Yield the thing counted before with the current rank: 国家级示范村2个、自治区级9个."""
    rank = tuple(word.text for word in read(scene.before) if word.role is not Role.LINK)
    if len(rank) != 1 or not rank[0].endswith(wording.RANK) or not scene.told:
        return
    thing = scene.told[0].thing
    for place, word in enumerate(thing):
        if word.endswith(wording.RANK):
            yield Span(rank + thing[place + 1 :], "ranked")


def _part(scene: Scene) -> Iterator[Span]:
    """Yield a part with what the whole counts: 援助案件50件，其中农民工20件 → 农民工案件."""
    own, whole = scene.phrase.object, scene.whole
    things = whole.thing if whole else ()
    if whole and not things and not scene.phrase.verb:
        things = whole.context  # 排查纠纷83起，调处80起，其中邻里类31起
    if scene.phrase.holder and scene.phrase.verb:
        return  # 办案83件，其中公安局查处案件12件
    if not own or whole is None or not things:
        return
    case = scene.number.unit in wording.patterns().cases and own[-1] == things[-1]
    if case and len(own) > 1 and not set(own[:-1]) & set(things):
        yield Span(own[:-1] + things, "part")  # 法律援助案件83件，其中农民工案件9件
        return
    if _end_alike(own[-1], things[-1]):
        return
    if weight.is_part("".join(own)) or any(role(word) is not Role.NOUN for word in own):
        return  # 最多, 听证审理
    alone = _stands_for_itself(own, scene.number.unit) and not _are_places_of(own, things)
    if whole.several or alone or _is_told_in(own, things):
        fresh = things[:1] if things[0] in words.lexicon().fresh else whole.verb[-1:]
        yield Span(fresh + own, "kind")  # 新设主体90户，其中企业30户
        return
    if set(scene.phrase.verb[-1:]) & words.lexicon().placing:
        yield Span(scene.phrase.verb[-1:] + own + things[-1:], "part")  # 移送公安机关8件
        return
    yield Span(own + things[-1:], "part")
    if len(things) > 1:
        yield Span(own + things, "part of whole")


def _sorted(scene: Scene) -> Iterator[Span]:
    """Yield a kind with what the clause before sorts by kinds: 按诉求性质划分，咨询类83件."""
    own, said = scene.phrase, scene.silent.text if scene.silent else ""
    found = wording.patterns().sorted_by.search(said)
    if not (found and found["what"] and own.object) or own.verb or own.done or own.holder:
        return
    thing = phrase.parse(found["what"]).object
    if thing and not _end_alike(own.object[-1], thing[-1]):
        yield Span(own.object + thing, "kind")


def _end_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one) or other in one  # 出庭应诉, 应出庭


def _is_told_in(own: Sequence[str], things: Sequence[str]) -> bool:
    """Whether a part is one of the things that the whole names: 投诉举报83件，其中投诉46件."""
    one, all_of_it = "".join(own), "".join(things)
    return one != all_of_it and (all_of_it.startswith(one) or all_of_it.endswith(one))


def _are_places_of(own: Sequence[str], things: Sequence[str]) -> bool:
    """Whether places only tell which of the bodies are meant: 调解委员会83个，其中村居46个."""
    lexicon = words.lexicon()
    places = all(word in lexicon.spreading for word in own)
    return places and things[-1] not in lexicon.spreading | lexicon.general


def _stands_for_itself(own: tuple[str, ...], unit: str) -> bool:
    """Whether a part is a body or person counted as one, and no sort of the whole.

    其中农民工20件 are cases of 农民工, 其中企业30户 are enterprises.
    """
    lexicon, patterns = words.lexicon(), wording.patterns()
    if unit in patterns.people:
        return own[-1].endswith(tuple(lexicon.people))
    known = (*lexicon.bodies, *lexicon.persons, *lexicon.spots)
    return unit in patterns.of_bodies and own[-1].endswith(known)


def _of_thing(before: phrase.Phrase, thing: tuple[str, ...]) -> Iterator[Span]:
    verb, holder = before.verb[-1:], before.holder
    done = () if _is_hardly_said(before.done) else before.done
    if set(verb) & words.lexicon().placing and _is_put_into(thing):
        yield Span(verb + thing, "verb thing")
        return
    if _is_meeting_of(thing, before):
        short = len("".join(holder + thing)) <= _LONGEST_PAIR
        yield Span((holder if short else _who(holder)) + thing, "holder thing")
        return
    yield Span(thing, "thing")
    yield from _acted(thing, verb)
    if len(before.verb) > 1:
        yield from _acted(thing, before.verb)
    if done:
        yield Span(thing + done, "thing done")
        yield Span(thing + done[-1:], "thing done")
    for less in _shorter(thing):
        yield Span(less, "thing part")
        yield from _acted(less, verb or done)
    if len("".join(thing[1:])) > 1 and role(thing[0]) is Role.BOTH:
        yield Span(thing[1:] + thing[:1], "thing verb")  # 督办函 is one thing
    if holder and before.marker not in words.lexicon().addressed:
        yield Span(holder + thing, "holder thing")
        yield Span(_who(holder) + thing, "holder thing")
        if verb:
            yield Span(holder + thing + verb, "holder thing verb")
            yield Span(holder + verb + thing, "holder verb thing")
            yield Span(_who(holder) + thing + verb, "holder thing verb")


def _is_hardly_said(done: Sequence[str]) -> bool:
    """Whether a verb only says that there was something: 宣讲会开了83场, no change: 降了8%."""
    patterns = wording.patterns()
    return len("".join(done)) == 1 and not set(done) & {*patterns.changes, *patterns.risen}


def _is_put_into(thing: Sequence[str]) -> bool:
    """Whether a thing is where others were put, and not itself counted: 纳入问题清单83条."""
    lexicon = words.lexicon()
    return thing[-1].endswith(tuple(lexicon.places_of)) or thing[0].endswith(lexicon.bodies)


def _is_meeting_of(thing: Sequence[str], before: phrase.Phrase) -> bool:
    """Whether a meeting says nothing without who holds it: 委员会召开全体会议2次."""
    meets = thing[-1].endswith(wording.patterns().meetings)
    bodies = before.holder[-1:] and before.holder[-1].endswith(words.lexicon().bodies)
    return bool(bodies and not before.marker) and meets and len("".join(thing)) <= _SHORT


def _who(holder: tuple[str, ...]) -> tuple[str, ...]:
    """Return who acts in short: the last word, with the one before where it alone tells nothing.

    政务服务中心 is no 中心.
    """
    lexicon = words.lexicon()
    vague = lexicon.general | lexicon.spots | lexicon.acting
    return holder[-2:] if holder[-1] in vague else holder[-1:]


def _acted(thing: tuple[str, ...], verb: tuple[str, ...]) -> Iterator[Span]:
    amount = thing[-1] in words.lexicon().amounts or thing[-1].endswith(wording.patterns().rate)
    if verb and not amount:  # 问题金额查出金额, 结果满意率办理率
        yield Span(thing + verb, "thing verb")
    if verb:
        yield Span(verb + thing, "verb thing")


def _shorter(thing: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a long thing without its first words."""
    if len(thing) > 1:
        yield thing[1:]
    for size in (2, 3):
        if len(thing) > size + 1:
            yield thing[-size:]


def _behind(before: phrase.Phrase, said: phrase.Phrase) -> Iterator[Span]:
    """Yield what follows a number of times: 三次深入乡镇调研."""
    for holder in ((), before.object):
        if said.object:
            yield Span(holder + said.object, "behind")
            if said.verb:
                yield Span(holder + said.verb[-1:] + said.object, "behind")
                yield Span(holder + said.object + said.verb[-1:], "behind")
        if said.done:
            yield Span(holder + said.object + said.done[-1:], "behind")
