"""The span that names a part of what was told before: 援助案件50件，其中农民工20件."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.parsing import weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_SHORT_WHOLE = 6  # characters
_LONGEST_CHANGED = 12
_TELLS_WHICH = 4  # characters that tell a part from its whole


def of_whole(scene: Scene) -> Iterator[NameSpan]:
    """Yield a part with what the whole counts: 援助案件50件，其中农民工20件 → 农民工案件."""
    own, whole = scene.phrase.object, scene.whole
    if scene.phrase.holder and scene.phrase.verb:
        return  # 办案83件，其中公安局查处案件12件
    things = _things_of(whole, scene) if whole else ()
    if not own or whole is None or not things:
        return
    if scene.share and things[-1].endswith(naming.endings().rate):
        return  # 成功率98.9%，其中购销纠纷占36.5%: not of those that were 成功
    if scene.clause.among and scene.number.unit in naming.units().people:
        whole_of = things if len("".join(things)) <= _SHORT_WHOLE else things[-1:]
        yield NameSpan(own + whole_of, "part")  # 聘任的96名法治副校长中，法官12名
        return
    if _tells_which_cases(own, things):
        yield NameSpan(own[:-1] + things, "part")  # 法律援助案件83件，其中农民工案件9件
        return
    deed = _deed_of_whole(whole, things, own)
    if deed and _is_more_than(scene, own, things):
        yield NameSpan(deed + own, "kind")  # 培训干部83名，其中村干部46名
        return
    if scene.number.kind is MentionKind.MONEY and own[-1][-1] == things[-1][-1]:
        return  # 罚没款83万元，其中罚款76万元
    if which := _which_of(scene, own, things):
        yield NameSpan((which, *own), "kind")
        return
    if end_alike(own[-1], things[-1]) or "".join(whole.context).endswith(own[-1]):
        return  # 纠纷调处成功率98%，其中邻里纠纷占31%
    if not _is_sort(own):
        return
    if whole.several or _is_other_than(own, things, scene.number.unit) or _is_told_in(own, things):
        fresh = things[:1] if things[0] in words.lexicon().fresh else deed or whole.verb[-1:]
        yield NameSpan(fresh + own, "kind")  # 新设主体90户，其中企业30户
        return
    if done := _with_deed(scene, own, things):
        yield done
        return
    yield NameSpan(own + things[-1:], "part")
    if len(things) > 1:
        more = things[1:] if own[-1].endswith(things[0]) else things  # 物业纠纷 of 纠纷调解
        yield NameSpan(own + more, "part of whole")


def _with_deed(scene: Scene, own: tuple[str, ...], things: tuple[str, ...]) -> NameSpan | None:
    """Return what was changed in the things of a whole, or where they were put."""
    deed, lexicon = scene.phrase.verb[-1:], words.lexicon()
    if set(deed) & lexicon.changing:
        whole = things + deed + own  # 调整事项83项，其中变更要素9项
        fits = len("".join(whole)) <= _LONGEST_CHANGED
        return NameSpan(whole if fits else deed + own, "kind")
    put = bool(set(deed) & lexicon.placing)
    return NameSpan(deed + own + things[-1:], "part") if put else None  # 移送公安机关8件


def _things_of(whole: Told, scene: Scene) -> tuple[str, ...]:
    """Return what a whole counts, told with it or before: 排查纠纷83起，调处80起，其中邻里31起."""
    return whole.context if not (whole.thing or scene.phrase.verb) else whole.thing


def _tells_which_cases(own: Sequence[str], things: Sequence[str]) -> bool:
    """Whether a part only says which of the cases: 农民工案件 of 法律援助案件."""
    case = own[-1] == things[-1] == naming.endings().case
    return case and len(own) > 1 and not any(word in "".join(things) for word in own[:-1])


def _is_more_than(scene: Scene, own: Sequence[str], things: Sequence[str]) -> bool:
    """Whether a clause has only a part of which there may be more than was told: 村干部 of 干部."""
    said = scene.phrase
    bare = not (said.verb or said.done or said.holder or scene.share)
    alike = own[-1].endswith(things[-1]) or own[-1][-2:] == things[-1][-2:]
    return bare and alike and own != things


def _is_sort(own: Sequence[str]) -> bool:
    """Whether words say which sort a part is; no 最多, no 听证审理, but 治安处罚类."""
    deeds = any(role(word) is not WordRole.NOUN for word in own)
    return not weight.is_part("".join(own)) and (not deeds or own[-1] in words.lexicon().kinds)


def _is_other_than(own: tuple[str, ...], things: Sequence[str], unit: str) -> bool:
    """Whether a part stands for itself, and is no place that only tells which are meant."""
    return _stands_for_itself(own, unit) and not _are_places_of(own, things)


def _which_of(scene: Scene, own: tuple[str, ...], things: tuple[str, ...]) -> str:
    """Return what alone tells a part from its whole: 受理投诉83件，其中有效投诉30件."""
    before = naming.ties().within.sub("", scene.before.strip(), count=1)
    which = before.removesuffix("".join(own))
    apart = own == things and which != before and len(which) <= _TELLS_WHICH
    return which if apart and which.isalpha() and role(which) is not WordRole.LINK else ""


def _deed_of_whole(whole: Told, things: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was done with a whole, in a word that says more than that there was one.

    Nothing where more was said of it (拒绝公开信息), where the deed only tells which things they
    are (参加培训干部, 检查人员), or where the part says itself what became of it (未检查企业).
    """
    lexicon = words.lexicon()
    first = tuple(takewhile(lambda word: role(word) in DEEDS, things[:-1]))
    deed = whole.verb[-1:] or first
    weak = lexicon.faint | lexicon.light | lexicon.partaking | lexicon.placing | lexicon.receiving
    if not deed or set(deed) & weak or (whole.verb and first):
        return ()
    if len(whole.verb) > 1 and _is_named(whole, whole.verb, things):
        deed = whole.verb  # 抽查评查案卷
    more = not _is_named(whole, deed if whole.verb else (), things)
    sort = things[-1].endswith(tuple(lexicon.called_by_deed))
    denied = own[0] in words.deeds() or any(_denies(word) for word in own)
    again = set("".join(deed)) & set("".join(own))  # 免检 of 检查
    return () if more or sort or denied or again else deed


def _denies(word: str) -> bool:
    """Whether a word says that something became of a part that did not of its whole."""
    lexicon = words.lexicon()
    gone = word in lexicon.undoing | lexicon.withdrawn
    return gone or word.startswith(words.NOT) or role(word) is WordRole.VERB


def _is_named(whole: Told, verb: Sequence[str], things: Sequence[str]) -> bool:
    """Whether the name of a whole is these words and no more."""
    return whole.name.replace(wording.LIST_MARK, "") == "".join((*verb, *things))


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
    lexicon, units = words.lexicon(), naming.units()
    if unit in units.people:
        return own[-1].endswith(tuple(lexicon.people))
    known = (*lexicon.bodies, *lexicon.persons, *lexicon.spots)
    return unit in units.of_bodies and own[-1].endswith(known)


def end_alike(one: str, other: str) -> bool:
    """Whether two words end alike, so that one says what the other does: 出庭应诉, 应出庭."""
    return one.endswith(other) or other.endswith(one) or other in one
