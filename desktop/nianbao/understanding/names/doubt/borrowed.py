"""Signs that words told before do not belong to a number."""

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from operator import attrgetter

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import lending, scoring
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.parsing import shared, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, TELLING, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene, Told

_COUNTED = ("last thing", "last core", "last deed", "last name")


def source(_scene: Scene, pair: Pair) -> str:
    """Say where the words before them come from."""
    return pair.context.source


def stranger(scene: Scene, pair: Pair) -> str:
    """Say whether borrowed words join a clause with a subject of its own."""
    if not pair.context.words:
        return ""
    said = scene.phrase
    if scene.noun and scene.predicate.object:
        own = "told"  # 96名干部参加考试
    elif said.holder:
        own = "subject"
    else:
        own = "thing" if said.object and not said.verb else "none"
    return f"{scoring.where(pair.context)} {own}"


def lender(scene: Scene, pair: Pair) -> str:
    """Say whether a share or a change is of a number whose name is in doubt: 调解的34件，占35%.

    Or anything of one whose name has only some of the things.
    """
    last = bool(scene.told) and pair.context.source.startswith("last")
    if last and scene.share and _is_of_fresh(scene, pair):
        return "doubtful"
    if last and (scene.told[0].partial or _is_beside_doubtful(scene) or _is_of_part(scene)):
        return "doubtful"
    if scene.number.kind is MentionKind.RATE and _is_quoted(scene, pair):
        return "doubtful"  # 直接纠错29件, in doubt，调撤率40%
    return "doubtful" if _is_of_doubtful(scene) else ""


def _is_of_fresh(scene: Scene, pair: Pair) -> bool:
    """Whether a share of the new ones has no word for that: 新增主体83户，个体工商户占72%."""
    told = scene.told[0]
    new = {*told.verb, *told.thing[:1]} & words.lexicon().fresh
    return any(word not in pair.name for word in new)


def _is_of_part(scene: Scene) -> bool:
    """Whether a deed may be of the part told last: 83件案件中，重大案件12件，已审结9件."""
    last, own = scene.told[0], scene.phrase.object or scene.noun
    return last.within and scene.whole is None and last.unit == scene.number.unit and not own


def _is_beside_doubtful(scene: Scene) -> bool:
    """Whether a number goes on a list from one in doubt: 事故最多的区发生6起、死亡9人."""
    last = scene.told[0]
    listed = scene.before.lstrip().startswith(wording.LIST_MARK)
    return last.doubtful and last.clause == scene.clause.start and listed


def _is_of_doubtful(scene: Scene) -> bool:
    """Whether a share, a change or points are of a number in doubt, or of no rate at all."""
    points = scene.number.unit in wording.POINTS  # 占36%，回落5个百分点
    changes = scene.number.kind is MentionKind.CHANGE
    if not scene.told or not (scene.share or points or changes):
        return False
    told, own = scene.told[0], bool(scene.phrase.object)
    if points and not (own or scene.share) and told.unit not in wording.RATES:
        return True  # 公证83件，占全部的9%，比上年多2个百分点
    if changes and not own and set(told.core[-1:]) & naming.endings().changes:
        return True  # 罚款比上年多9万元，下降5%: the 罚款 did
    return told.doubtful and wording.LAST_YEAR not in told.core  # 比上年的64件增长4%


def _is_quoted(scene: Scene, pair: Pair) -> bool:
    """Whether a deed told before is that of a number whose own name is in doubt."""
    said = set(pair.context.words)
    if not said or not all(role(word) in DEEDS for word in said):
        return False
    lenders = [told for told in scene.told if said <= {*told.thing, *told.core, *told.context}]
    return bool(lenders) and all(told.doubtful for told in lenders)


def unsaid(scene: Scene, pair: Pair) -> str:
    """Say whether what a clause tells of its noun gave way to borrowed words: 5个村为市级."""
    if not (scene.noun and pair.context.words):
        return ""
    rest = wording.beyond(scene.behind, scene.noun)
    said = [w.text for w in read(rest) if w.role in TELLING or w.text.endswith(wording.RANK)]
    return "lost" if said and not any(word in pair.name for word in said) else ""


def counted(scene: Scene, pair: Pair) -> str:
    """Say whether what is only done lacks what has its unit: 发现隐患83处，整改80处."""
    said = scene.phrase
    if scene.noun or said.object or not (said.verb or said.done):
        return ""
    same = [one for one in scene.told if one.unit == scene.number.unit and one.thing]
    if not (same and same[0].doubtful):
        return ""
    things = ("".join(two) for one in same for two in pairwise(one.thing[-1]))
    return "" if any(two in pair.name for two in things) else "lost"


def part(scene: Scene, pair: Pair) -> str:
    """Say whether a sum may be of a part as well as of its whole: 其中食品案件83件，罚没9万元.

    Or of each of several things: 审查议题83件、合同64份，涉及金额9亿元. So may a rate be.
    """
    if _is_rate_of_part(scene, pair):
        return "unclear"
    if not scene.told or not pair.context.words or scene.number.kind is not MentionKind.MONEY:
        return ""
    measures = tuple(words.lexicon().amounts)
    own = scene.noun or not all(word.endswith(measures) for word in scene.phrase.object)
    fined = naming.grammar().penal.search("".join(scene.phrase.object))  # 罚没收入
    if not scene.clause.within and _make_up_whole(scene.told):
        return ""
    behind = scene.told[0].within and not scene.clause.within
    several = scene.told[0].listed and scene.told[0].clause != scene.clause.start
    of_last = pair.context.source.startswith("last")
    again = of_last and scene.told[0].unit == scene.number.unit
    if again and not (scene.phrase.object or scene.compared):
        return "unclear"  # 罚款83万元，没收76万元: no 罚款 was 没收
    unclear = not own and (behind or several)
    unclear = unclear or (of_last and bool(fined or not own) and _goes_on(scene))
    return "unclear" if unclear or (of_last and _sums_up(scene)) else ""


def _make_up_whole(told: Sequence[Told]) -> bool:
    """Whether the parts told last are all of their whole: 案件83件，其中甲类50件、乙类33件."""
    parts = [*takewhile(attrgetter("within"), told)]
    if not parts or len(parts) == len(told):
        return False
    whole = told[len(parts)]
    alike = all(one.unit == whole.unit for one in parts)
    return alike and sum(one.value for one in parts) == whole.value


def _is_rate_of_part(scene: Scene, pair: Pair) -> bool:
    """Whether a rate has the name of a part, behind it: 出庭83件，其中局长出庭9件，出庭率98%."""
    rate = scene.number.kind is MentionKind.RATE and not scene.clause.within
    if not (rate and scene.told) or not scene.told[0].within:
        return False
    said = [word for word in words.cut("".join(pair.context.words)) if role(word) is WordRole.NOUN]
    wholes = "".join(one.name for one in scene.told if not one.within)
    return any(word in scene.told[0].name and word not in wholes for word in said)


def _goes_on(scene: Scene) -> bool:
    """Whether what was told last has the verb of one before it: 办理甲类案件9件，乙类案件8件."""
    last, former, *_ = (*scene.told, None, None)
    if last is None or former is None:
        return False
    alike = last.thing[-1:] == former.thing[-1:] != () and last.unit == former.unit
    return alike and bool(former.verb) and not last.verb and not last.within


def _sums_up(scene: Scene) -> bool:
    """Whether a sum is told in all, behind two things it may be of: 甲9件，乙3件，罚款共计9万元."""
    alike = {told.clause for told in scene.told if told.unit == scene.told[0].unit}
    beside = [told.clause for told in scene.told[:2]]
    total = set(words.cut(scene.before)) & words.lexicon().totals
    return bool(total) and len(alike) > 1 and set(beside) <= alike


def changed(scene: Scene, pair: Pair) -> str:
    """Say whether a change is of what was dealt with, not of how often: 查处违法行为83宗，增9%."""
    alone = set(pair.span.words) <= naming.endings().changes  # no 改造提升
    if scene.number.kind is not MentionKind.CHANGE or pair.context.source != "last thing":
        return ""
    lexicon = words.lexicon()
    deed = scene.told[0].verb[-1:] if scene.told else ()
    weak = lexicon.neutral | lexicon.faint | lexicon.receiving
    cases = pair.context.words[-1].endswith(naming.endings().case)
    dealt = deed and not (set(deed) & weak or cases)
    return "deed" if alone and dealt and deed[0] not in pair.name else ""


def time(_scene: Scene, pair: Pair) -> str:
    """Say whether a name has a time in it: 去年为78.6%."""
    said = set(pair.context.words + pair.span.words) - {wording.LAST_YEAR}
    return "told" if said & words.lexicon().times else ""


def body(_scene: Scene, pair: Pair) -> str:
    """Say whether a name has nothing but who acts: 县城管局83平方米."""
    return "alone" if pair.context.source == "last holder" and not pair.span.words else ""


def beside(scene: Scene, pair: Pair) -> str:
    """Say whether a further deed of a list has the name of the one before: 撤诉18件、驳回25件."""
    deed = not (scene.noun or scene.phrase.object)
    if deed and _is_of_people_only(scene, pair):
        return "thing"
    listed = not scene.first and scene.before.lstrip().startswith(wording.LIST_MARK)
    same = bool(scene.told) and scene.told[0].unit == scene.number.unit
    borrowed = pair.context.source.startswith("last thing") and not scene.told[0].verb
    return "thing" if deed and listed and same and borrowed else ""


def _is_of_people_only(scene: Scene, pair: Pair) -> bool:
    """Whether a name has what was done to people, but others are counted: 拘留3人，查封1家."""
    last = next(iter(scene.told), None)
    people = naming.units().people
    if last is None or last.unit not in people or scene.number.unit in people:
        return False
    counts = scene.number.kind is MentionKind.COUNT and pair.context.source.startswith("last")
    return counts and bool(last.core) and role(last.core[-1]) in DEEDS


def unfit(scene: Scene, pair: Pair) -> str:
    """Say whether a rate is of what its deed is not done with: 涉及劳动者83人，调解率98%."""
    rate = scene.number.kind is MentionKind.RATE and scene.number.unit not in wording.POINTS
    if not rate or not pair.context.source.startswith(_COUNTED):
        return ""
    fits = lending.things_for(scene, words.suits())
    told = "".join(pair.context.words)
    return "thing" if fits and not any(thing in told for thing in fits) else ""


def silent_list(scene: Scene, pair: Pair) -> str:
    """Say whether of a list that a clause only told some are missing: 校园、燃气执法，立案83件."""
    if scene.silent is None or not pair.context.source.startswith("clause"):
        return ""
    listed, name = wording.content(scene.silent.text.partition("、")[0]), pair.name
    many = "、" in scene.silent.text
    return "part" if many and listed and listed[-1] not in name else ""


def headless(_scene: Scene, pair: Pair) -> str:
    """Say whether what was told is no thing but what is said of one: 接不住、管不好的83项."""
    return "unable" if set(pair.context.words[-1:]) & words.lexicon().unable else ""


def contrary(scene: Scene, pair: Pair) -> str:
    """Say whether what tells which were sorted out goes before those that were not.

    收回街道难以承接的事项37项，保留52项
    """
    if pair.context.source.startswith("last") and pair.context.words[:1]:
        same = bool(scene.told) and scene.told[0].unit == scene.number.unit
        deed = same and not scene.noun and all(role(word) in DEEDS for word in scene.phrase.object)
        if deed and pair.context.words[0].startswith(words.NOT):
            return "told"  # 不予立案2起，移送1起
    sorting = words.lexicon().sorting
    told = next(iter(scene.told), None)
    verbs = set(scene.phrase.object + scene.phrase.verb + scene.phrase.done) & sorting
    if told is None or not verbs or not set(told.core) & sorting:
        return ""
    before = words.cut("".join(pair.context.words))
    acts = any(role(word) is WordRole.VERB or word in words.deeds() for word in before)
    return "told" if acts else ""


def apart(scene: Scene, pair: Pair) -> str:
    """Say whether the clause is missing that told which things: 获表彰的集体4个、个人9名."""
    last = next(iter(scene.told), None)
    if last is None or not (last.doubtful and last.which) or last.clause != scene.clause.start:
        return ""
    return "lost" if last.which not in pair.name and shared.is_listed(scene) else ""


SIGNS: tuple[Callable[[Scene, Pair], str], ...] = (
    source, stranger, lender, unsaid, counted, part, changed, time, body, beside, unfit,
    silent_list, headless, contrary, apart,
)  # fmt: skip
