"""The spans that name a number by the noun behind it: 对7个乡镇开展督察."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.parsing import phrase
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene

_SHORTEST, _LONGEST = 3, 10  # characters of what tells which
MATTER_SHAPE = "matter noun"  # of those who are counted, with what they have to do with


def of_noun(scene: Scene) -> Iterator[NameSpan]:
    """Yield spans with the noun behind the number: 对7个乡镇开展法治督察 → 法治督察乡镇."""
    noun, before = _bodies_of(scene.noun, scene.number.unit), scene.phrase
    if state := _state(scene):
        noun = (state, *noun)  # 对现行有效的87件文件进行清理
        before = replace(before, object=(), items=(), done=())
    elif which := _which(scene):
        yield NameSpan((*which, *noun), "part")
        return
    if naming.left_out().earlier.search(scene.before):
        before = replace(before, verb=(), done=())  # 对2022年底以前印发的87件文件
    verb = before.verb[-1:]
    yield NameSpan(noun, "noun")
    beside = scene.before.rstrip().endswith(naming.grammar().joints)  # 乡调委会和9个村调委会
    aside = beside or _is_led_to(scene.before)
    if not aside:
        yield NameSpan(verb + noun, "verb noun")
    if before.object and not aside and not before.listed:  # 公安局、司法局等5家单位
        yield NameSpan(before.object + noun, "object noun")
        yield NameSpan(before.object[-1:] + noun, "object noun")
    if before.done:
        yield NameSpan(before.done + noun, "verb noun")
        yield NameSpan(before.object + before.done + noun, "object verb noun")
    if before.holder and not verb:
        yield NameSpan(before.holder + noun, "holder noun")
    yield from _with_predicate(scene.predicate, noun, scene.number.unit)


def _state(scene: Scene) -> str:
    """Return the state that what is counted is in, where its number stands before it: 现行有效."""
    said = scene.before.rstrip().removesuffix(naming.grammar().of)
    return next((state for state in words.lexicon().states if said.endswith(state)), "")


def _which(scene: Scene) -> tuple[str, ...]:
    """Return what tells which things something is done with: 对督察反馈的21个问题逐一整改."""
    grammar = naming.grammar()
    leads = [*grammar.coverb.finditer(scene.before)] if scene.led else []
    led, said = leads[-1] if leads else None, scene.before.rstrip()
    if not led or not said.endswith(grammar.of):
        return ()
    which = said[led.end() : -len(grammar.of)]
    found = read(which)
    deeds = tuple(words.lexicon().acts)
    acts = any(word.role in DEEDS or word.text.endswith(deeds) for word in found)
    inner = words.lexicon().localizers
    whole = all(word.role is not WordRole.MARK and word.text not in inner for word in found)
    says = any(word.role is not WordRole.VERB for word in found)  # 拟出台的 tells nothing
    fits = _SHORTEST <= len(which) <= _LONGEST and "".join(w.text for w in found) == which
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
    if unit not in naming.units().of_bodies:
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


def _with_predicate(said: phrase.Phrase, noun: tuple[str, ...], unit: str) -> Iterator[NameSpan]:
    """Yield spans with what those who were counted do, or what is done with them."""
    lexicon = words.lexicon()
    if set(said.object[:1]) & lexicon.toward:
        said = replace(said, object=(), items=())  # 下沉到乡镇
    if said.marker in lexicon.destined:  # 将83项事项下放至乡镇办理: what went there, no 乡镇事项
        said = replace(said, object=(), items=(), verb=said.rest[-1:], done=())
    acting = noun[-1].endswith((*lexicon.persons, *lexicon.bodies))
    if len("".join(said.object)) == 1:
        return  # 员 of 监测员
    theirs = acting or noun[-1].endswith((*lexicon.people, *lexicon.spreading))
    if said.marker == naming.grammar().of and not theirs:
        return  # 15个项目省去了编报方案的费用: no 费用项目
    if said.object and said.verb:  # 向社会征求意见: 意见 alone says something else
        people = unit in naming.units().people
        if people and set(said.verb[-1:]) <= lexicon.completing and _is_told_by(said.object, noun):
            yield NameSpan(
                _met(said.object + said.done, noun), "deed noun"
            )  # 83名负责人完成书面述法
            return
        places = noun[-1].endswith(lexicon.persons) and not people
        if said.verb[-1] in lexicon.faint and not places:
            return  # 对44件案件建立化解清单; but 在12个村设立服务点
        yield NameSpan(said.verb[-1:] + _met(said.object, noun), "deed noun")
    elif said.object:
        yield from _with_matter(said, noun, unit, acting=acting)
    served = bool(said.object) and (acting or unit in naming.units().people)
    yield from _with_act(said, noun, acting=acting, served=served)


def _with_matter(
    said: phrase.Phrase, noun: tuple[str, ...], unit: str, *, acting: bool
) -> Iterator[NameSpan]:
    """Yield spans with what is behind a noun without a verb; `acting`: bodies or persons."""
    if unit in naming.units().often and _is_deed(said.object):
        yield NameSpan(noun + said.object, "noun matter")  # 两轮案卷集中评查
        return
    if said.listed or set(said.object) <= words.lexicon().urging:
        return  # 83名网格员协助排查纠纷
    yield NameSpan(_met(said.object, noun), MATTER_SHAPE)
    yield NameSpan(_met(said.object[-1:], noun), MATTER_SHAPE)
    if not acting:  # 为12个执法大队配发制服: not 大队制服
        yield NameSpan(noun + said.object, "noun matter")
    if len(said.object) > 2:
        yield NameSpan(_met(said.object[-2:], noun), MATTER_SHAPE)


def _with_act(
    said: phrase.Phrase, noun: tuple[str, ...], *, acting: bool, served: bool
) -> Iterator[NameSpan]:
    """Yield spans with a verb or what was done; `acting`: bodies or persons did it.

    `served`: something else was done for them, 为83名学生办理手续 is no 办理学生.
    """
    if said.verb and not served:
        yield NameSpan(said.verb[-1:] + noun, "act noun")
    if said.verb and not (acting or served):  # 23个部门公示信息: not 部门公示
        done = said.verb[-2:] if set(said.verb[-1:]) & words.lexicon().achieved else said.verb[-1:]
        yield NameSpan(noun + done, "noun act")  # 问题整改到位
    if said.done:
        yield NameSpan(said.done + noun, "act noun")
        yield NameSpan(noun + said.done[-1:], "noun act")
        if said.object:
            yield NameSpan(said.object + said.done + noun, "deed noun")


def _is_told_by(did: Sequence[str], noun: Sequence[str]) -> bool:
    """Whether people are told by what they completed: 述法, 考试; no 任务, no 矫正 of 矫正对象."""
    return did[-1] in words.lexicon().passed and did[-1] not in "".join(noun)


def _is_deed(said: Sequence[str]) -> bool:
    return bool(said) and all(role(word) in DEEDS for word in said)


def _met(thing: tuple[str, ...], noun: tuple[str, ...]) -> tuple[str, ...]:
    """Return two things put together, a word that both have only once: 6个村获评示范村."""
    return thing if thing[-1].endswith("".join(noun)) else thing + noun
