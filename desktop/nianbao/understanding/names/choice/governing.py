"""Who or what governs a sentence, for names that any other department's number could have too.

生态环境领域出动执法人员83人次，检查企业97家次 → 生态环境检查企业
县综治中心接待群众83人次，登记受理事项97件 → 县综治中心登记受理事项
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import dropwhile

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice.contexts import NO_CONTEXT, EarlierWords
from nianbao.understanding.names.choice.scoring import Pair, joined
from nianbao.understanding.names.choice.span import NameSpan
from nianbao.understanding.names.parsing import phrase, subjects, topics, weight, wording
from nianbao.understanding.names.parsing.clauses import Clause, Word, WordRole, bare, read, role
from nianbao.understanding.names.parsing.scene import Scene

_LONGEST, _LONGEST_NAME = 12, 20  # characters
_SHORTEST = 2
_ACTING = (WordRole.VERB, WordRole.BOTH, WordRole.LIGHT, WordRole.ADVERB)
_SOURCE = "governor"
_YEARS = "年"
_QUOTE = "“"
_SHORT_NAME = 7  # characters that say too little below a title: 一审案件败诉
_SHORT_MATTER = 2  # characters: 审计
_SHORT_RATE = 5  # characters: 群众满意率


class GovernorKind(Enum):
    """What governs, and how far."""

    SUBJECT = auto()  # who acts, a field, a matter
    PROGRAMME = auto()  # a name in quotes: only what its sentence tells next
    TITLE = auto()  # what stands before a colon: short names as well
    RATED = auto()  # what a rate is of: only further rates
    EVENT = auto()  # what is held: not what was done all year
    HANDLER = auto()  # a window, a procedure: only what is handled there


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """Words that a sentence is governed by, up to its full stop (`far`) or only its semicolon."""

    words: tuple[str, ...] = ()
    sentence: int = -1
    period: int = -1
    far: bool = False
    kind: GovernorKind = GovernorKind.SUBJECT
    first: int = -1  # where the clause of the first number begins that a programme governs

    def over(self, clause: Clause) -> tuple[str, ...]:
        """Return the words where they govern a clause, else nothing."""
        place = (self.period, clause.period) if self.far else (self.sentence, clause.sentence)
        return self.words if place[0] == place[1] else ()


def announced(clause: Clause, before: Governor, *, titled: bool = False) -> Governor:
    """Return what governs after a clause without a number: 市场监管领域, 一是法律援助应援尽援.

    `titled`: a colon stands behind it, 行政诉讼：一审案件83件.
    """
    said = [word.text for word in dropwhile(_opens, read(clause.text))]
    if titled and (title := _title(clause.text)):
        return replace(_governor(title, clause), kind=GovernorKind.TITLE)
    if field := subjects.field(said):
        return _governor(field, clause, far=subjects.is_far(said, field))
    if programme := naming.grammar().programme.search(clause.text):
        return replace(_governor(words.cut(programme["name"]), clause), kind=GovernorKind.PROGRAMME)
    if before.kind is GovernorKind.PROGRAMME and _QUOTE in clause.text:
        before = Governor()  # 全面推行企业登记“网上办、掌上办”: another matter
    if wording.LIST_MARK in clause.text:
        return before
    subject = phrase.parse(clause.text)
    if subject.holder and not subject.marker and subjects.is_one(subject.holder):
        return _governor(subject.holder, clause)
    if before.over(clause):
        return before
    if matter := _matter(said):
        return _governor((matter,), clause)
    if matter := _led(said):
        return replace(_governor((matter,), clause), kind=GovernorKind.HANDLER)
    return replace(_governor(_held(clause.text), clause), kind=GovernorKind.EVENT)


def _opens(word: Word) -> bool:
    """Whether a word only leads to what is announced: ——市场监管领域, 在市场监管领域."""
    return word.role is WordRole.MARK or word.text == naming.grammar().at


def led(clause: Clause, before: Governor) -> Governor:
    """Return what governs after a clause that only tells how: 发挥行政复议主渠道作用."""
    matter = _led([word.text for word in read(clause.text)])
    if not matter or before.over(clause):
        return before
    return replace(_governor((matter,), clause), kind=GovernorKind.HANDLER)


def after(scene: Scene, best: Pair, before: Governor) -> Governor:
    """Return what governs from a number on: the subject of its clause, if it has one.

    `best` is the name of the number, without what governs it.
    """
    said, before = scene.phrase, _still(scene, before)
    lasting = before if before.far and before.over(scene.clause) else Governor()
    if scene.noun and _leads(scene):
        return _governor(scene.noun, scene.clause) if _do_it(scene.noun) else lasting
    if (begun := _begun(scene, best, before)) is not None:
        return begun
    if _is_counter(before.words) and _is_elsewhere(scene):
        before = Governor()
    acts = all(role(word) in _ACTING for word in said.holder)  # 登记 of 登记受理事项
    if said.marker or acts or scene.clause.within:
        return before
    if field := subjects.field(said.holder):
        return _governor(field, scene.clause, far=subjects.is_far(said.holder, field))
    return _governor(said.holder, scene.clause) if _is_one(scene) else lasting


def _still(scene: Scene, before: Governor) -> Governor:
    """Return what governs a number: a rate's own words no count, a programme its first clause."""
    if before.kind is GovernorKind.RATED and scene.number.kind is not MentionKind.RATE:
        return Governor()
    if before.kind is GovernorKind.PROGRAMME:
        goes_on = before.first in (-1, scene.clause.start)
        return replace(before, first=scene.clause.start) if goes_on else Governor()
    return before


def _begun(scene: Scene, best: Pair, before: Governor) -> Governor | None:
    """Return what a number begins to govern: an event, windows that were set up, a rate's words."""
    said = scene.phrase
    if weight.is_event(scene.number) and set(said.object[-1:]) & words.lexicon().matters:
        return _governor(said.object[-1:], scene.clause)  # 组织案卷评查3轮，反馈问题83个
    if _is_counter(best.span.words):
        if _is_counter(before.words) and before.over(scene.clause):
            return Governor()  # two kinds of windows
        if counter := _counter(scene, best):
            return replace(_governor(counter, scene.clause), kind=GovernorKind.HANDLER)
    rated = _rated(scene)
    return replace(_governor(rated, scene.clause), kind=GovernorKind.RATED) if rated else None


def _is_one(scene: Scene) -> bool:
    """Whether who acts is a certain body or service."""
    return wording.LIST_MARK not in scene.before and subjects.is_one(scene.phrase.holder)


def governed(pair: Pair, scene: Scene, governor: Governor) -> Pair:
    """Return a name with what governs it, where it says too little by itself to do without."""
    said = (*pair.context.words, *pair.span.words)
    over = governor.over(scene.clause)
    short = governor.kind is GovernorKind.TITLE and len(pair.name) <= _SHORT_NAME
    if not over or scene.noun or scene.title or not (short or _is_common(said)):
        return pair
    if not _fits(governor, scene, pair):
        return pair
    name = joined(EarlierWords(over, _SOURCE), NameSpan(tuple(words.cut(pair.name)), ""))
    if any(word in pair.name for word in over) or len(name) > _LONGEST_NAME:
        return pair
    context = pair.context if pair.context is not NO_CONTEXT else EarlierWords(over, _SOURCE)
    return Pair(context, pair.span, name)


def _fits(governor: Governor, scene: Scene, pair: Pair) -> bool:
    """Whether what a programme or a rate is of may govern a number.

    推行首违不罚，行政处罚83件: those are not of it; nor are all 新登记企业, nor what was done all
    year of an event (开展专项执法，全年办结案件83件).
    """
    if governor.kind is GovernorKind.RATED:
        general = all(word in words.lexicon().general for word in scene.phrase.object[:-1])
        return scene.number.kind is MentionKind.RATE and general
    if governor.kind is GovernorKind.HANDLER:
        said = (*pair.context.words, *pair.span.words)
        return all(bare(word) in words.lexicon().handled for word in said)
    if governor.kind is GovernorKind.EVENT:
        return naming.ties().all_year.match(scene.clause.text) is None
    if governor.kind is GovernorKind.PROGRAMME:
        fresh = any(word in pair.name for word in words.lexicon().fresh)
        return not fresh and not naming.grammar().penal.search(pair.name)
    return True


def _title(text: str) -> tuple[str, ...]:
    """Return the matter that a clause before a colon is, where it is nothing else."""
    lexicon, found = words.lexicon(), read(text)
    dropped = lexicon.trailing | lexicon.fields
    said = tuple(word.text for word in found if word.text not in dropped)
    nouns = all(word.role in (WordRole.NOUN, WordRole.BOTH) for word in found)
    topic = "".join(said).endswith((*lexicon.topics, *lexicon.departments))
    return said if nouns and topic and text.lstrip().startswith("".join(said)) else ()


def _counter(scene: Scene, best: Pair) -> tuple[str, ...]:
    """Return the windows that were set up and counted: what follows is done at them.

    设置“办不成事”反映窗口14个，受理诉求83件
    """
    lexicon = words.lexicon()
    named = tuple(dropwhile(lexicon.faint.__contains__, best.span.words))
    counts = scene.number.unit in naming.units().of_bodies and not scene.phrase.listed
    if scene.phrase.holder and _is_one(scene):
        return ()  # 大厅设置窗口32个，进驻部门27个: it is the 大厅 they are in
    return named if counts and not set(named) <= lexicon.counters else ()


def _is_counter(said: Sequence[str]) -> bool:
    """Whether words are what a window is called."""
    return bool(said) and said[-1].endswith(tuple(words.lexicon().counters))


def _is_elsewhere(scene: Scene) -> bool:
    """Whether a number is told of places, and not of what is done at one window: 全县办件83件."""
    lexicon = words.lexicon()
    said = words.cut(scene.before)
    return bool(set(said) & (lexicon.places | lexicon.spreading | lexicon.any_of))


def _rated(scene: Scene) -> tuple[str, ...]:
    """Return what a rate is of, where it has a name of its own: 热线按时办结率98%，满意率95%."""
    said, lexicon = scene.phrase, words.lexicon()
    measured = said.object[-1:] and said.object[-1].endswith(naming.endings().measured_by)
    if scene.number.kind is not MentionKind.RATE or not measured or said.holder or said.verb:
        return ()
    rated = said.object[:-1]
    served = rated[-1:] and rated[-1].endswith((*lexicon.spots, *lexicon.serving))
    return rated if served and not scene.share else ()


def _is_common(said: Sequence[str]) -> bool:
    """Whether any department may say so of its own work."""
    lexicon = words.lexicon()
    common = lexicon.plain | lexicon.everyday | lexicon.sorting | lexicon.times
    return all(
        word == wording.LIST_MARK
        or bare(word) in common
        or (role(word) in _ACTING and word not in lexicon.matters)
        or (word.endswith(naming.endings().measured_by) and len(word) <= _SHORT_RATE)
        for word in said
    )


def _matter(said: Sequence[str]) -> str:
    """Return the matter that a clause begins or ends with; 抓好审计监督 is of no 审计."""
    lexicon = words.lexicon()
    kept = [word for word in said if word not in lexicon.trailing]  # 落实公平竞争审查制度
    return next((word for word in (*kept[:1], *kept[-1:]) if word in lexicon.matters), "")


def _led(said: Sequence[str]) -> str:
    """Return the matter that light words lead to: 发挥行政复议主渠道作用; 加强审计监督 has none."""
    lexicon = words.lexicon()
    at = next((at for at, word in enumerate(said) if word not in lexicon.light), 0)
    first, behind = said[at : at + 1], "".join(said[at + 1 : at + 2])
    alone = behind not in naming.grammar().joints and not behind.endswith(
        (*lexicon.bodies, *lexicon.people)
    )
    found = at and alone and first[0] in lexicon.matters and len(first[0]) > _SHORT_MATTER
    return first[0] if found else ""


def _held(text: str) -> tuple[str, ...]:
    """Return what a clause says is held or carried out, where it ends with that: 开展执法检查."""
    event, whole = topics.event(text), text.rstrip()
    endings = (event, *(event + word for word in words.lexicon().trailing))
    said = words.cut(event) if event and whole.endswith(endings) else ()
    return said[:-1] if said and said[-1].endswith(_YEARS) else said  # 治本攻坚三年行动


def _leads(scene: Scene) -> bool:
    """Whether a clause begins with what is counted and says what it does: 全县12个乡镇审查."""
    rest = wording.beyond(scene.clause.text[scene.number.stop - scene.clause.start :], scene.noun)
    acts = next((word.role in _ACTING for word in read(rest)), False)
    return scene.first and not scene.led and acts and phrase.parse(scene.before).empty


def _do_it(noun: Sequence[str]) -> bool:
    """Whether places or persons are counted that do what follows: 12个乡镇审查文件83件."""
    lexicon = words.lexicon()
    many = noun[-1] in lexicon.spreading or noun[-1].endswith(tuple(lexicon.people))
    return many and not set(noun) & lexicon.any_of


def _governor(said: Sequence[str], clause: Clause, *, far: bool = False) -> Governor:
    if len("".join(said)) > _LONGEST and said[0] in naming.grammar().places:
        said = said[1:]
    whole = "".join(said)
    told = tuple(said) if _SHORTEST <= len(whole) <= _LONGEST else ()
    return Governor(words=told, sentence=clause.sentence, period=clause.period, far=far)
