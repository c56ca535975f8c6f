"""The spans of a clause that may name its number, and the contexts that may go before them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding.names import phrase, topics, wording
from nianbao.understanding.names.clauses import Role, read, role
from nianbao.understanding.names.scene import Scene, Told

_LONGEST = 22
_LONGEST_CONTEXT = 16
_QUOTED = re.compile("“([^“”]{2,10})”")
_NEAR = 3  # so many earlier numbers may lend a context
LAST_YEAR = "上年"
IN_ALL = "累计"
_SILENT = (Role.ADVERB, Role.CASE, Role.MARK, Role.LIGHT, Role.PLACE, Role.LINK)
_SHORT = 6


class Span(NamedTuple):
    """Words of a clause in the order of a name, and how they were taken."""

    words: tuple[str, ...]
    shape: str


class Context(NamedTuple):
    """Words told before, and where."""

    words: tuple[str, ...]
    source: str


NO_CONTEXT = Context((), "none")


def cores(scene: Scene) -> list[Span]:
    """Return the spans of its own clause that may name a number, each once."""
    found = _of_noun(scene) if scene.noun else _of_phrase(scene)
    kept = {"".join(span.words): span for span in reversed(list(found)) if span.words}
    spans = [span for said, span in reversed(kept.items()) if len(said) <= _LONGEST]
    if not spans or (scene.phrase.empty and not scene.noun):
        spans.append(Span((), "nothing"))
    return spans


def _of_noun(scene: Scene) -> Iterator[Span]:
    """Yield spans with the noun behind the number: 对7个乡镇开展法治督察 → 法治督察乡镇."""
    noun, before = scene.noun, scene.phrase
    verb = before.verb[-1:]
    yield Span(noun, "noun")
    aside = _is_led_to(scene.before)
    if not aside:
        yield Span(verb + noun, "verb noun")
    if before.object and not aside:
        yield Span(before.object + noun, "object noun")
        yield Span(before.object[-1:] + noun, "object noun")
    if before.done:
        yield Span(before.done + noun, "verb noun")
        yield Span(before.object + before.done + noun, "object verb noun")
    if before.holder and not verb:
        yield Span(before.holder + noun, "holder noun")
    yield from _with_predicate(scene.predicate, noun)
    bodies = words.lexicon().bodies
    if len(noun) > 1 and noun[0].endswith(words.lexicon().persons) and noun[-1].endswith(bodies):
        # 单位党政主要负责人
        yield Span(noun[:1], "noun part")
        yield from _with_predicate(scene.predicate, noun[:1])


def _is_led_to(before: str) -> bool:
    """Whether what stands before a number is led to its noun: 邀请专家到14个村.

    分为3个片区 is not.
    """
    said = words.cut(before.rstrip())
    lexicon = words.lexicon()
    led = bool(said) and said[-1] in lexicon.toward
    return led and not (len(said) > 1 and said[-2] in lexicon.verbs | lexicon.breaks)


def _with_predicate(said: phrase.Phrase, noun: tuple[str, ...]) -> Iterator[Span]:
    if said.object and said.verb:  # 向社会征求意见: 意见 alone says something else
        if said.verb[-1] in words.lexicon().faint:
            return  # 对44件案件建立化解清单
        yield Span(said.verb[-1:] + _met(said.object, noun), "deed noun")
    elif said.object:
        yield Span(_met(said.object, noun), "matter noun")
        yield Span(_met(said.object[-1:], noun), "matter noun")
        yield Span(noun + said.object, "noun matter")
        if len(said.object) > 2:
            yield Span(_met(said.object[-2:], noun), "matter noun")
    person = noun[-1].endswith((*words.lexicon().persons, *words.lexicon().bodies))
    if said.verb:
        yield Span(said.verb[-1:] + noun, "act noun")
    if said.verb and not person:  # 23个部门公示信息: not 部门公示
        yield Span(noun + said.verb[-1:], "noun act")
    if said.done:
        yield Span(said.done + noun, "act noun")
        yield Span(noun + said.done[-1:], "noun act")
        if said.object:
            yield Span(said.object + said.done + noun, "deed noun")


def _met(thing: tuple[str, ...], noun: tuple[str, ...]) -> tuple[str, ...]:
    """Return two things put together, a word that both have only once: 6个村获评示范村."""
    return thing if thing[-1].endswith("".join(noun)) else thing + noun


def _of_phrase(scene: Scene) -> Iterator[Span]:
    """Yield spans of the words before the number: 受理行政复议申请83件 → 行政复议申请受理."""
    before = scene.phrase
    if before.object and scene.number.kind is MentionKind.RATE:
        yield from _share_that(before.object, scene.behind)
    if scene.title:
        yield Span(words.cut(scene.title) + before.verb[-1:], "title")
    things = (before.object, before.item) if before.listed else (before.object,)
    for thing in things:
        if thing:
            yield from _of_thing(before, thing)
    yield from _ranked(scene)
    if not before.object:
        yield Span(before.done or before.verb, "act")
        yield Span(before.verb[-1:], "act")
        if before.holder and before.verb:
            yield Span(before.holder + before.verb, "holder act")
    if before.empty:
        yield Span((IN_ALL,) if scene.summed else (), "sum")
        yield Span((LAST_YEAR,) if scene.compared else (), "last year")
    yield from _behind(before, scene.predicate)


def _share_that(thing: tuple[str, ...], behind: str) -> Iterator[Span]:
    """Yield a thing with what a share of it does: 执法人员100%持证上岗."""
    said = tuple(word.text for word in read(behind) if word.role not in _SILENT)
    if 1 < len("".join(said)) <= _SHORT and not thing[-1].endswith(wording.patterns().measured_by):
        yield Span(thing + said, "thing done")


def _ranked(scene: Scene) -> Iterator[Span]:
    """Yield the thing counted before with the current rank: 国家级示范村2个、自治区级9个."""
    rank = scene.phrase.object
    if len(rank) != 1 or not rank[0].endswith(wording.RANK) or not scene.told:
        return
    thing = scene.told[0].thing
    for place, word in enumerate(thing):
        if word.endswith(wording.RANK):
            yield Span(rank + thing[place + 1 :], "ranked")


def _of_thing(before: phrase.Phrase, thing: tuple[str, ...]) -> Iterator[Span]:
    verb, done, holder = before.verb[-1:], before.done, before.holder
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
    if len(thing) > 1 and role(thing[0]) is Role.BOTH:
        yield Span(thing[1:] + thing[:1], "thing verb")
    if holder:
        yield Span(holder + thing, "holder thing")
        yield Span(holder[-1:] + thing, "holder thing")
        if verb:
            yield Span(holder + thing + verb, "holder thing verb")
            yield Span(holder + verb + thing, "holder verb thing")
            yield Span(holder[-1:] + thing + verb, "holder thing verb")


def _acted(thing: tuple[str, ...], verb: tuple[str, ...]) -> Iterator[Span]:
    if verb:
        yield Span(thing + verb, "thing verb")
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


def contexts(scene: Scene) -> list[Context]:
    """Return what may go before a span, each once, no context first."""
    kept: dict[str, Context] = {"": NO_CONTEXT}
    changes = scene.number.kind is MentionKind.CHANGE
    for told, source in _told_before(scene):
        said = told[1:] if told[:1] == (LAST_YEAR,) else told  # 比上年末的18名增加3名
        if said and said[-1].endswith(wording.patterns().measured_by) and not changes:
            continue  # 网上可办率 and 标的额 are no subject of what follows them
        whole = "".join(said)
        if 1 < len(whole) <= _LONGEST_CONTEXT and not set(said) <= words.lexicon().general:
            kept.setdefault(whole, Context(said, source))
            for short in _without_ending(whole):
                kept.setdefault(short, Context((short,), f"{source} short"))
    return list(kept.values())


def _without_ending(said: str) -> Iterator[str]:
    """Yield a context without the general word at its end: 行政复议申请 → 行政复议."""
    for ending in words.lexicon().detached:
        if said.endswith(ending) and len(said) - len(ending) > 1:
            yield said.removesuffix(ending)


def _told_before(scene: Scene) -> Iterator[tuple[tuple[str, ...], str]]:
    sentence = scene.clause.sentence
    same = [told for told in scene.told if told.sentence == sentence]
    silent = [clause for clause in scene.silent if clause.sentence == sentence]
    if scene.number.kind in (MentionKind.COUNT, MentionKind.MONEY) and not scene.clause.within:
        same = [told for told in same if not told.within] or same  # what follows is of the whole
    if silent and same and silent[0].start > same[0].clause and topics.event(silent[0].text):
        same = []  # 培训3次，职工参加法治考试，合格率100%: of the 考试
    for place, told in enumerate([*same[:_NEAR], *same[_NEAR:][-1:]]):
        place_of = "last" if place == 0 else "earlier"
        if _is_sibling(scene, told):
            yield told.context, f"{place_of} context"
        else:
            yield from _of_told(told, place_of)
    for place, clause in enumerate(silent[:2]):
        yield from _of_silent(clause.text, "clause" if place == 0 else "clause before")
    here = any(phrase.parse(clause.text).object for clause in silent)
    if not here and all(told.within for told in same):  # 其中纠错案件11件，纠错率13.25%
        earlier = [told for told in scene.told if told.sentence < sentence]
        for told in [*earlier[:1], *earlier[-1:]]:
            yield told.context, "sentence context"
            yield told.thing, "sentence thing"
        for clause in scene.silent[len(silent) : len(silent) + 1]:
            yield words.cut(topics.matter(clause.text)), "sentence matter"


def _is_sibling(scene: Scene, told: Told) -> bool:
    """Whether two numbers count things side by side: 公证1.1万件、司法鉴定2780件."""
    beside = told.unit == scene.number.unit or scene.clause.within
    return told.clause == scene.clause.start and beside and bool(scene.phrase.object)


def _of_told(told: Told, source: str) -> Iterator[tuple[tuple[str, ...], str]]:
    yield told.context, f"{source} context"
    yield told.thing, f"{source} thing"
    if told.context and told.thing:
        yield told.context + told.thing, f"{source} context thing"
    if told.thing and told.verb:
        yield told.thing + told.verb[-1:], f"{source} deed"
    if len(told.thing) > 1 and role(told.thing[0]) is Role.BOTH:
        yield told.thing[1:], f"{source} thing"
    yield told.core, f"{source} core"
    yield told.context + told.core, f"{source} name"
    yield told.holder, f"{source} holder"


def _of_silent(text: str, source: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for quoted in _QUOTED.findall(text):
        yield words.cut(wording.NOISE.sub("", quoted)), f"{source} quoted"
    said = phrase.parse(text)
    yield said.object, f"{source} thing"
    if said.listed:
        yield said.item, f"{source} item"
    yield said.object[-2:], f"{source} item"
    for found, kind in (
        (topics.matter(text), "matter"),
        (topics.theme(text), "theme"),
        (topics.agent(text), "agent"),
    ):
        yield words.cut(found) if found else (), f"{source} {kind}"
