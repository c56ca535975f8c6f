"""What a clause leaves to the number before it: its thing, its verb, what it is a share of."""

from collections.abc import Sequence
from dataclasses import replace

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import phrase, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, WordRole, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_FOR = "为"
_CALLED = 2  # words of a thing that is called by a deed: 检查人员


def of_last_year(scene: Scene) -> Told | None:
    """Return what was just counted, where a number only says how much that was last year.

    办理应诉案件52件，比上年的67件减少15件; of a year that is written out nobody knows which it is.
    """
    found = naming.ties().of_last_year.fullmatch(scene.before.strip())
    if found is None or scene.number.unit in wording.POINTS:
        return None  # 低于上年2个百分点
    if not (found["lead"] or found["tail"]) and scene.behind.strip():
        return None  # 受理83件，上年5件遗留
    last = scene.told[0] if scene.told else None
    return last if last and last.unit == scene.number.unit else None


def part_of_all(scene: Scene) -> Told | None:
    """Return what was just counted, where a share only says how much of all that is.

    援助案件268件，其中讨薪案件92件，占比34.3%: of the 讨薪案件, whatever they are a part of.
    """
    said = wording.NOISE.sub("", naming.left_out().tail.sub("", scene.before.strip()))
    if not scene.told or naming.ties().of_all.fullmatch(said) is None:
        return None
    last = scene.told[0]
    unclear = last.unit in wording.RATES or (last.unit == wording.MONEY and not last.within)
    return None if unclear else last


def is_listed(scene: Scene) -> bool:
    """Whether a number tells of a further thing of a list, under the verb of the first."""
    further = scene.before.lstrip().startswith(naming.grammar().joints)
    said = bool(scene.noun or scene.phrase.object)
    own = any(word in scene.before for word in scene.phrase.verb)
    return further and not scene.first and said and not own


def for_whom(scene: Scene) -> Scene:
    """Return a scene with the people for whom a deed is done: 为83名农民工追回工资97万元."""
    last, said = scene.told[0] if scene.told else None, scene.phrase
    if last is None or not last.served or last.clause != scene.clause.start:
        return scene
    if said.holder or not said.verb or not said.object:
        return scene
    return replace(scene, phrase=replace(said, holder=last.thing, marker=_FOR))


def _deed_of(told: Sequence[Told]) -> tuple[str, ...]:
    """Return the deed that the thing told last begins with: 督察部门."""
    thing = told[0].thing if told else ()
    return thing[:1] if len(thing) > 1 and role(thing[0]) is WordRole.BOTH else ()


def _goes_on_to(scene: Scene, verb: Sequence[str]) -> bool:
    """Whether the verb before the first thing of a list is that of a further one.

    Only where both are counted alike, and the verb stands before the whole of the first: no
    调解纠纷83件、当事人92人, no 检查人员36人、车辆12辆; and where the further one is neither a deed
    of its own (检查企业12家、处罚8家) nor what came of the first (审查文件28件、意见96条).
    """
    lexicon, last, own = words.lexicon(), scene.told[0], scene.phrase.object
    weak = lexicon.faint | lexicon.light | lexicon.asking | lexicon.partaking | lexicon.urging
    named = last.name.startswith(verb[-1]) or last.name.endswith(verb[-1])
    first = "".join(last.thing)
    alone = not last.verb and len(last.thing) <= _CALLED
    sort = alone and first.endswith(tuple(lexicon.called_by_deed))
    if last.within or scene.whole is not None or set(verb) & weak or not named or sort:
        return False
    if set(own) <= lexicon.amounts:
        return False
    deed = role(own[0]) in DEEDS and own[0] not in last.thing[:1] and not _is_called_by_deed(own)
    result = own[-1].endswith(tuple(lexicon.results))
    alike = first.endswith(own[-1][-1]) or set(verb[-1:]) <= lexicon.handling
    units = {scene.number.unit, last.unit}
    bodies = _is_called_by_deed(own) and units <= set(naming.units().of_bodies)
    counted = (
        bodies or _count_alike(scene.number.unit, last.unit) or set(verb[-1:]) <= lexicon.sending
    )
    return counted and (alike or not (deed or result))


def _is_called_by_deed(thing: Sequence[str]) -> bool:
    """Whether a deed before a noun only says which sort it is: 培训机构, 采购项目."""
    sorts = tuple(words.lexicon().called_by_deed)
    if len(thing) != _CALLED:
        return False
    deed = role(thing[0]) in DEEDS or thing[0] in words.deeds()
    return deed and thing[1].endswith(sorts)


def _count_alike(one: str, other: str) -> bool:
    """Whether two units count the same sort of things: 份 and 件, but not 人 and 件."""
    return one == other or any({one, other} <= set(alike) for alike in naming.units().alike)


def with_shared_clause(scene: Scene) -> Scene:
    """Return a scene with the clause that tells which things are listed: 因征地引发的复议、诉讼."""
    if not _is_of_clause(scene):
        return scene
    own = scene.before.lstrip()
    before = scene.told[0].which + naming.grammar().of + own[len(words.cut(own)[0]) :]
    return replace(scene, before=before, phrase=phrase.parse(before))


def _is_of_clause(scene: Scene) -> bool:
    """Whether a clause before the first thing of a list tells which the further ones are too.

    A verb before it may be that of each thing: 审查拟出台的文件83件、合同97份.
    """
    last, lexicon = scene.told[0] if scene.told else None, words.lexicon()
    if last is None or last.clause != scene.clause.start or not last.which:
        return False
    whole = words.cut(last.which)[0] in lexicon.led_by | {naming.ties().concerning}
    counts = scene.number.kind is MentionKind.COUNT and not scene.noun
    return whole and counts and is_listed(scene) and not scene.phrase.done


def with_shared_verb(scene: Scene) -> Scene:
    """Return a scene with the verb before a list of things: 检查企业83家、学校12所.

    A verb that undoes them (减少环节64个、材料211份) is also that of amounts, and bodies that any
    report has get whatever is done with the first: 督察部门14家、街道8个.
    """
    verb = scene.told[0].verb if scene.told and scene.told[0].clause == scene.clause.start else ()
    alone = scene.phrase.object and not scene.phrase.verb and not scene.phrase.done
    counted = scene.number.kind is not MentionKind.RATE  # 压减材料52%、跑动次数78%
    deed = (
        counted
        and not _is_called_by_deed(scene.phrase.object)
        and any(
            role(word) is WordRole.VERB or word in words.deeds() for word in scene.phrase.object
        )
    )
    lexicon = words.lexicon()
    bodies = set(scene.phrase.object) <= lexicon.spreading and not set(verb) & lexicon.faint
    if bodies and not verb:
        verb = _deed_of(scene.told)  # 督察 is a noun as well
    undone = set(verb[-1:]) & lexicon.undoing
    undone = undone - (undone if set(scene.phrase.object) <= lexicon.amounts else set())  # 面积9亩
    listed = is_listed(scene) and scene.number.kind is MentionKind.COUNT
    if listed and not verb:
        verb = _deed_of(scene.told)
    shared = listed and bool(verb) and _goes_on_to(scene, verb)
    if not alone or scene.noun or deed or not (undone or bodies or shared):
        return scene  # 取消审批61项、改备案17项: this is another deed
    return replace(scene, phrase=replace(scene.phrase, verb=verb))
