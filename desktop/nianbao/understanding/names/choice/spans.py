"""The spans of a clause that may name its number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import noun_spans, parts
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.parsing import phrase, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene

_LONGEST = 22
IN_ALL = "累计"
AMONG_SHAPE = "among"  # of a share of some among all
_AMONG = "中"
_SILENT = (
    WordRole.ADVERB,
    WordRole.CASE,
    WordRole.MARK,
    WordRole.LIGHT,
    WordRole.PLACE,
    WordRole.LINK,
)
_SHORT = 6
_LONGEST_PAIR = 14  # characters of a name that two things said apart make together
_LONGEST_LIST = 18  # of things counted together and named together
_PARTS = (
    "deed grown",
    "part",
    "part of whole",
    "kind",
    "ranked",
)  # where one is told, no other span names the number


def cores(scene: Scene) -> list[NameSpan]:
    """Return the spans of its own clause that may name a number, each once."""
    found = list(noun_spans.of_noun(scene) if scene.noun else _of_phrase(scene))
    if not scene.noun and (whole := _undone(scene, found)):
        found = [whole]
    told = [span for span in found if span.shape in _PARTS]
    kept = {"".join(span.words): span for span in reversed(told or found) if span.words}
    spans = [span for said, span in reversed(kept.items()) if len(said) <= _LONGEST]
    if not spans or (scene.phrase.empty and not scene.noun and not told):
        spans.append(NameSpan((), "nothing"))
    return spans


def _undone(scene: Scene, found: Sequence[NameSpan]) -> NameSpan | None:
    """Return the deed a thing is gone by with all behind it, where no span has it.

    收回被占用的林地83亩: 占用林地 would say the contrary.
    """
    before = naming.ties().became.sub("", scene.before.rstrip())
    said = [
        word.text for word in read(wording.without_examples(before)) if word.role not in _SILENT
    ]
    at = next((at for at, word in enumerate(said) if word in words.lexicon().undoing), None)
    if at is None or any(said[at] in span.words for span in found):
        return None
    whole = tuple(said[at:])
    return NameSpan(whole, "undone") if len("".join(whole)) <= _LONGEST_PAIR else None


def _of_phrase(scene: Scene) -> Iterator[NameSpan]:
    """Yield spans of the words before the number: 受理行政复议申请83件 → 行政复议申请受理."""
    before = scene.phrase
    if joined_in := _people_who(scene):
        yield joined_in
        return
    if among := _among(scene):
        yield NameSpan((*among, _AMONG, *before.object), AMONG_SHAPE)  # 受援人中农民工占41%
        return
    if before.object and scene.number.kind is MentionKind.RATE:
        yield from _share_that(before.object, scene.behind)
    if scene.title:
        yield NameSpan(words.cut(scene.title) + _dealt(before), "title")
        return
    if before.object:
        if scene.number.kind is MentionKind.CHANGE:
            yield from _grown(before)
        yield from _of_thing(_measured(scene), before.spelled)
        if before.listed and len("".join(before.spelled)) > _LONGEST_LIST:
            yield from _of_thing(_measured(scene), before.item)
    yield from _ranked(scene)
    yield from parts.of_whole(scene)
    yield from _sorted(scene)
    if not before.object:
        yield NameSpan(before.done or before.verb, "act")
        yield NameSpan(before.verb[-1:], "act")
        if before.holder and before.verb:
            yield NameSpan(before.holder + before.verb, "holder act")
    if before.empty:
        yield NameSpan((IN_ALL,) if scene.summed else (), "sum")
        yield NameSpan((wording.LAST_YEAR,) if scene.compared else (), "last year")
    yield from _behind(before, scene.predicate)


def _dealt(said: phrase.Phrase) -> tuple[str, ...]:
    """Return what was done with documents told by their titles: 制发《意见书》, 学习《宪法》."""
    deed = said.verb[-1:] or said.done[-1:]
    return deed or tuple(word for word in said.object if role(word) in DEEDS)


def _among(scene: Scene) -> tuple[str, ...]:
    """Return of which whole a share is: 受援人中农民工占41%，残疾人占9%."""
    said = scene.phrase
    if not scene.share or not said.object:
        return ()
    if said.marker == _AMONG:
        return said.rest
    last = scene.told[0].core if scene.told and scene.told[0].unit == scene.number.unit else ()
    return last[: last.index(_AMONG)] if _AMONG in last and not (said.holder or said.verb) else ()


def _people_who(scene: Scene) -> NameSpan | None:
    """Return people with what they did, where that stands behind their number: 286人完成述法."""
    who, did = scene.phrase, scene.predicate
    people = scene.number.unit in naming.units().people and who.object and not who.verb
    deed = did.object or did.verb or did.done
    if not people or not deed or not who.object[-1].endswith(tuple(words.lexicon().people)):
        return None
    verb = () if set(did.verb[-1:]) & words.lexicon().faint and did.object else did.verb[-1:]
    said = verb + did.object + did.done + who.object
    return NameSpan(said, "behind") if len("".join(said)) <= _LONGEST else None


def _measured(scene: Scene) -> phrase.Phrase:
    """Return what stands before a number, of a rate without its driving verb: 推进网办率达98%."""
    said, shares = scene.phrase, naming.endings().shares
    rate = scene.number.kind is MentionKind.RATE and said.object[-1].endswith(shares)
    driven = set(said.verb[-1:]) <= words.lexicon().driving
    return replace(said, verb=()) if rate and driven else said


def _share_that(thing: tuple[str, ...], behind: str) -> Iterator[NameSpan]:
    """Yield a thing with what a share of it does: 执法人员100%持证上岗."""
    said = tuple(word.text for word in read(behind) if word.role not in _SILENT)
    if 1 < len("".join(said)) <= _SHORT and not thing[-1].endswith(naming.endings().measured_by):
        yield NameSpan(thing + said, "thing done")


def _ranked(scene: Scene) -> Iterator[NameSpan]:
    """Yield the thing counted before with the current rank: 国家级示范村2个、自治区级9个."""
    rank = tuple(word.text for word in read(scene.before) if word.role is not WordRole.LINK)
    if len(rank) != 1 or not rank[0].endswith(wording.RANK) or not scene.told:
        return
    thing = scene.told[0].thing
    for place, word in enumerate(thing):
        if word.endswith(wording.RANK):
            yield NameSpan(rank + thing[place + 1 :], "ranked")


def _sorted(scene: Scene) -> Iterator[NameSpan]:
    """Yield a kind with what the clause before sorts by kinds: 按诉求性质划分，咨询类83件."""
    own, said = scene.phrase, scene.silent.text if scene.silent else ""
    found = naming.ties().sorted_by.search(said)
    if not (found and found["what"] and own.object) or own.verb or own.done or own.holder:
        return
    thing = phrase.parse(found["what"]).object
    if thing and not parts.end_alike(own.object[-1], thing[-1]):
        yield NameSpan(own.object + thing, "kind")


def _grown(said: phrase.Phrase) -> Iterator[NameSpan]:
    """Yield what grew or fell by a number with the deed it is of: 占用耕地面积下降."""
    lexicon, deed = words.lexicon(), said.verb[-1:]
    weak = lexicon.faint | lexicon.light | lexicon.driving | lexicon.causing | lexicon.helping
    if deed and said.done and not (said.listed or said.holder or set(said.verb) & weak):
        yield NameSpan(deed + said.object + said.done, "deed grown")


def _of_thing(before: phrase.Phrase, thing: tuple[str, ...]) -> Iterator[NameSpan]:
    verb, holder = before.verb[-1:], before.holder
    done = () if is_hardly_said(before.done) else before.done
    if set(verb) & words.lexicon().placing and _is_put_into(thing):
        moved = holder if before.marker in words.lexicon().toward else ()
        yield NameSpan(moved + verb + thing, "verb thing")  # 将线索移送公安机关
        return
    if _is_meeting_of(thing, before):
        short = len("".join(holder + thing)) <= _LONGEST_PAIR
        yield NameSpan((holder if short else _who(holder)) + thing, "holder thing")
        return
    yield NameSpan(thing, "thing")
    yield from _acted(thing, verb)
    if len(before.verb) > 1:
        yield from _acted(thing, before.verb)
    if done:
        yield NameSpan(thing + done, "thing done")
        yield NameSpan(thing + done[-1:], "thing done")
    for less in () if wording.LIST_MARK in thing else _shorter(thing):
        yield NameSpan(less, "thing part")
        yield from _acted(less, verb or done)
    if len("".join(thing[1:])) > 1 and role(thing[0]) is WordRole.BOTH:
        yield NameSpan(thing[1:] + thing[:1], "thing verb")  # 督办函 is one thing
    if holder and before.marker not in words.lexicon().addressed:
        yield NameSpan(holder + thing, "holder thing")
        yield NameSpan(_who(holder) + thing, "holder thing")
        if verb:
            yield NameSpan(holder + verb + thing, "holder verb thing")
        if verb and holder[-1] not in words.lexicon().in_manner:  # 常务会议专题研究议题83项
            yield NameSpan(holder + thing + verb, "holder thing verb")
            yield NameSpan(_who(holder) + thing + verb, "holder thing verb")


def is_hardly_said(done: Sequence[str]) -> bool:
    """Whether a verb only says that there was something: 宣讲会开了83场, no change: 降了8%."""
    endings = naming.endings()
    return len("".join(done)) == 1 and not set(done) & {*endings.changes, *endings.risen}


def _is_put_into(thing: Sequence[str]) -> bool:
    """Whether a thing is where others were put, and not itself counted: 纳入问题清单83条."""
    lexicon = words.lexicon()
    return thing[-1].endswith(tuple(lexicon.places_of)) or thing[0].endswith(lexicon.bodies)


def _is_meeting_of(thing: Sequence[str], before: phrase.Phrase) -> bool:
    """Whether a meeting says nothing without who holds it: 委员会召开全体会议2次."""
    meets = thing[-1].endswith(naming.endings().meetings)
    bodies = before.holder[-1:] and before.holder[-1].endswith(words.lexicon().bodies)
    return bool(bodies and not before.marker) and meets and len("".join(thing)) <= _SHORT


def _who(holder: tuple[str, ...]) -> tuple[str, ...]:
    """Return who acts in short: the last word, with the one before where it alone tells nothing.

    政务服务中心 is no 中心.
    """
    lexicon = words.lexicon()
    vague = lexicon.general | lexicon.spots | lexicon.acting | lexicon.in_manner
    return holder[-2:] if holder[-1] in vague else holder[-1:]


def _acted(thing: tuple[str, ...], verb: tuple[str, ...]) -> Iterator[NameSpan]:
    amount = thing[-1] in words.lexicon().amounts or thing[-1].endswith(naming.endings().rate)
    if verb and not amount:  # 问题金额查出金额, 结果满意率办理率
        yield NameSpan(thing + verb, "thing verb")
    if verb:
        yield NameSpan(verb + thing, "verb thing")


def _shorter(thing: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a long thing without its first words."""
    if len(thing) > 1:
        yield thing[1:]
    for size in (2, 3):
        if len(thing) > size + 1:
            yield thing[-size:]


def _behind(before: phrase.Phrase, said: phrase.Phrase) -> Iterator[NameSpan]:
    """Yield what follows a number of times: 三次深入乡镇调研."""
    for holder in ((), before.object):
        if said.object:
            yield NameSpan(holder + said.object, "behind")
            if said.verb:
                yield NameSpan(holder + said.verb[-1:] + said.object, "behind")
                yield NameSpan(holder + said.object + said.verb[-1:], "behind")
        if said.done:
            yield NameSpan(holder + said.object + said.done[-1:], "behind")
