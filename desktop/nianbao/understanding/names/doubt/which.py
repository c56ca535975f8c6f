"""Signs that a name does not tell who was counted, or which of the things."""

from collections.abc import Callable, Sequence

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice.noun_spans import MATTER_SHAPE
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.names.parsing.clauses import DEEDS, TELLING, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene

_WORDS_BEHIND = 2  # words behind those who are counted


def person(scene: Scene, pair: Pair) -> str:
    """Say whether a name tells only who, where the clause tells what became of them.

    308名民警、179名辅警因公牺牲; 科级干部203人完成述法
    """
    people = scene.number.unit in naming.units().people
    said = scene.phrase
    if scene.noun and scene.predicate.marker in words.lexicon().because:
        return "alone"  # 9名干部因履职不力被通报: the 不力 alone is not what is counted
    if scene.noun and _is_second_deed(scene, pair):
        return "alone"
    if people and not scene.noun and said.object and not said.verb:
        did = scene.predicate.verb + scene.predicate.object + scene.predicate.done
        return "alone" if did and not any(deed in pair.name for deed in did) else ""
    if pair.span.shape == "behind" and not set(scene.predicate.holder) <= set(words.cut(pair.name)):
        return "alone"  # 其中6人现场述法并接受评议
    who = scene.noun[-1:] if people else ()
    if not who or role(who[0]) is not WordRole.NOUN or not pair.name.endswith(who[0]):
        return ""
    rest = wording.beyond(scene.clause.text[scene.number.stop - scene.clause.start :], scene.noun)
    deeds = [word.text for word in read(rest) if word.role in DEEDS]
    beside = deeds and rest.lstrip().startswith(naming.grammar().joints)
    return "alone" if beside and not any(deed in pair.name for deed in deeds) else ""


def _is_second_deed(scene: Scene, pair: Pair) -> bool:
    """Whether a name has only the last of two things that those counted did: 通过考试并取得证书."""
    said = words.cut(wording.beyond(scene.behind, scene.noun))
    at = next((at for at, word in enumerate(said) if word in words.lexicon().then), 0)
    told = [word for word in said[:at] if role(word) in TELLING]
    behind = any(word in pair.name for word in said[at + 1 :] if role(word) in TELLING)
    return bool(told) and behind and told[-1] not in pair.name


def dealt_with(scene: Scene, _pair: Pair) -> str:
    """Say whether persons stand behind the unit of what they deal with: 83件案件负责人出庭."""
    units = naming.units()
    cases = scene.number.unit not in (*units.of_bodies, *units.people, *units.often)
    who = scene.noun and scene.noun[-1].endswith(tuple(words.lexicon().leaders))
    return "persons" if cases and who and scene.number.kind is MentionKind.COUNT else ""


def which(scene: Scene, pair: Pair) -> str:
    """Say whether a row only tells which, not what: 公安、住建、教育三项分别为83件、41件、9件."""
    lexicon = words.lexicon()
    row = naming.ties().respectively.search(scene.clause.text) or (
        scene.silent and naming.ties().sorted_by.search(scene.silent.text)
    )
    counts = scene.number.kind is MentionKind.COUNT
    if row and scene.number.kind is MentionKind.RATE and not scene.share:
        return "row" if _has_no_measure(pair.span.words) else ""
    bodies = scene.number.unit in (*naming.units().of_bodies, *naming.units().people)
    if not (row and counts) or bodies or scene.noun or pair.context.words:
        return ""
    said = words.cut("".join(pair.span.words).rstrip("".join(naming.endings().counted_by)))
    if set(said[-1:]) & lexicon.fields:
        return "row"  # 出版物、网络文化领域分别有7件、5件
    nouns = lexicon.named | lexicon.heads | lexicon.general
    if not said or said[-1].endswith(tuple(noun for noun in nouns if len(noun) > 1)):
        return ""
    return "row" if not set(said) & (lexicon.nominal | lexicon.verbs | words.deeds()) else ""


def _has_no_measure(said: Sequence[str]) -> bool:
    """Whether a rate in a row has only the name of its thing: 物业纠纷 of 调解成功率."""
    endings = naming.endings()
    measures = (*endings.shares, *endings.measured_by, *endings.changed_by)
    return bool(said) and not said[-1].endswith(measures) and role(said[-1]) is WordRole.NOUN


def led(scene: Scene, pair: Pair) -> str:
    """Say whether bodies have no name but their own, where something went to them: 向9个镇派驻."""
    before = words.cut(scene.before.rstrip())
    lexicon = words.lexicon()
    goes = bool(before) and before[-1] in lexicon.toward
    if goes and before[-1] in lexicon.addressed and pair.span.shape == "noun matter":
        return "alone"  # 向83家企业送达手册: they did not send it
    did = scene.predicate.verb + scene.predicate.done
    lost = len(scene.noun) == 1 or any(deed not in pair.name for deed in did)
    return "alone" if goes and lost and pair.span.words == scene.noun else ""


def unsaid_deed(scene: Scene, pair: Pair) -> str:
    """Say whether a name leaves out what those who are counted do: 7支执法队通过达标验收.

    Or which of them they are: 已审结的83件案件.
    """
    if _has_half_of_which(scene, pair):
        return "which"
    if not scene.noun or scene.led:
        return ""
    lexicon, of = words.lexicon(), naming.grammar().of
    opening = scene.before.strip().removesuffix(naming.ties().some)
    found = [word.text for word in read(opening.removesuffix(of)) if word.role in TELLING]
    before = [word for word in found if word not in lexicon.causing]
    if set(words.cut(opening)[-1:]) & lexicon.helping:
        rest = read(
            wording.beyond(scene.clause.text[scene.number.stop - scene.clause.start :], scene.noun)
        )
        done = [word.text for word in rest if word.role in TELLING]
        matter = pair.span.shape == MATTER_SHAPE and role(pair.span.words[0]) is WordRole.NOUN
        lost = matter or not any(word in pair.name for word in done)  # 督促23家工地完善台账
        return "does" if done and lost else ""
    if opening.endswith(of):
        led = [*naming.grammar().coverb.finditer(opening)]  # 对本局起草、代区政府起草的6件文件
        listed = bool(led) and wording.LIST_MARK in opening[led[0].end() :]
        return "which" if listed or (before and before[-1] not in pair.name) else ""
    acting = (*lexicon.bodies, *lexicon.persons, *lexicon.people)
    acts = scene.number.unit in (*naming.units().people, *naming.units().of_bodies)
    behind = scene.clause.text[scene.number.stop - scene.clause.start :]
    deeds = [word for word in before if role(word) in DEEDS]  # but 机关83名职工报名
    if deeds or not (acts or scene.noun[-1].endswith(acting)):
        return ""
    told = [word for word in read(wording.beyond(behind, scene.noun)) if word.role in TELLING]
    partakes = any(word.text in lexicon.partaking for word in told[:_WORDS_BEHIND])
    return "does" if partakes and not any(word.text in pair.name for word in told) else ""


def _has_half_of_which(scene: Scene, pair: Pair) -> bool:
    """Whether a name has only the second of two that tell which: 首次违法且及时改正的案件."""
    opening, of = scene.before.strip(), naming.grammar().of
    if not (scene.noun and opening.endswith(of)):
        return False
    said = words.cut(opening.removesuffix(of))
    at = next((at for at, word in enumerate(said) if word in words.lexicon().then), 0)
    first, second = (
        {word for word in half if role(word) in TELLING} for half in (said[:at], said[at:])
    )
    return (
        bool(first)
        and any(word in pair.name for word in second - first)
        and not any(word in pair.name for word in first)
    )


SIGNS: tuple[Callable[[Scene, Pair], str], ...] = (person, which, led, dealt_with, unsaid_deed)
