"""Signs that a name leaves out what its clause says."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import relative as clause_before
from nianbao.understanding.names.choice import scoring
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.choice.spans import is_hardly_said
from nianbao.understanding.names.parsing import weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, TELLING, Word, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene

_TITLED = re.compile(r"《(?P<of>[^《》]+)》(?P<thing>[\u4e00-\u9fff]+)$")


def opening(_scene: Scene, pair: Pair) -> str:
    """Say whether a name begins with a word that any list may end with: 领域查办案件数."""
    said = pair.context.words + pair.span.words
    if len(said) > 1 and said[0] in words.lexicon().fields:
        return "field"  # 领域查办案件: of which?
    if pair.context.source.startswith(("last thing", "same deed", "governor")):
        return ""  # 发现问题83个，整改80个: what was counted is 问题
    return "general" if len(said) > 1 and said[0] in words.lexicon().general else ""


def lost(scene: Scene, pair: Pair) -> str:
    """Say whether the last thing said before a number without a noun is missing."""
    if scene.noun:
        return ""
    how = set(words.cut(scene.before)) & words.lexicon().timely if scene.share else ()
    if any(word not in pair.name for word in how):
        return "how"  # 按期办结的占比98%
    before = naming.ties().reached.sub("", wording.spelled_out(scene.before.rstrip()))
    said = [word.text for word in read(before) if word.role in TELLING]
    return f"last {role(said[-1]).value}" if said and said[-1] not in pair.name else ""


def listing(scene: Scene, pair: Pair) -> str:
    """Say whether a list is named whole or by its last item."""
    return scoring.listing(scene, pair.span)


def relative(scene: Scene, pair: Pair) -> str:
    """Say whether a clause that tells which of the things is missing: 通过考试的人员8人."""
    before = naming.ties().became.sub("", scene.before.rstrip())
    head, of, thing = before.rpartition(naming.grammar().of)
    if (who := _one_of_many(scene)) and pair.name.startswith(who):
        return "lost"
    if which := clause_before.attribute(scene):
        return "" if which in pair.name else "lost"
    lexicon = words.lexicon()
    verbs = [word.text for word in read(thing) if word.role is WordRole.VERB]
    if not of or scene.noun or not set(verbs) <= lexicon.endings:
        return ""
    light = any(word.role is WordRole.LIGHT for word in read(thing))
    if light and set(pair.span.words) <= lexicon.matters:  # 对拟出台的政策开展公平竞争审查
        return ""
    told = read(head)
    said = [word.text for word in told if word.role in TELLING]
    if any(word.text in lexicon.unsettled and word.text not in pair.name for word in told):
        return "lost"  # 可现场办结的事项: not all were
    behind = bool(scene.phrase.object) and scene.phrase.object[-1] in thing
    led = bool(told) and behind and told[0].text in lexicon.led_by
    if led and any(word not in pair.name for word in said):
        return "lost"  # 由区司法局牵头起草的制度
    if told and told[0].text in lexicon.addressed and told[0].text not in pair.name:
        return "lost"  # 向人大提交的报告: it is not the 人大 that did
    passive = naming.grammar().passive
    done_to = behind and [word.text for word in told[:1]] == [passive]
    by = any(word.endswith(lexicon.bodies) for word in said[:-1])
    if done_to and not by and passive not in pair.name:
        return "lost"  # 被征地农民提起的诉讼; but 被法院纠正的行为
    acts = _acts(told) or (len(said) > 1 and thing.endswith(_who()))  # 符合条件的申请人
    return "lost" if acts and said and said[-1] not in pair.name else ""


def _who() -> tuple[str, ...]:
    """Return how words end for those who act."""
    lexicon = words.lexicon()
    return (*lexicon.bodies, *lexicon.persons, *lexicon.people)


def _acts(told: Sequence[Word]) -> bool:
    """Whether what stands before 的 says what was done, by whom or why, and not only whose."""
    lexicon = words.lexicon()
    leads = (*lexicon.having, *lexicon.led_by)
    said = [word.text for word in told if word.role in TELLING]
    opens = bool(told) and told[0].role is WordRole.NOUN
    if opens and told[0].text.startswith(naming.grammar().passive):
        return True  # 被确认为无效的条款
    if opens and any(word.endswith(lexicon.bodies) for word in said[:-1]):
        return True  # 区司法局主办的建议
    return any(
        word.role in (*DEEDS, WordRole.LIGHT)
        or word.text in leads
        or word.text.endswith(tuple(lexicon.aspects))  # 法律顾问审过的合同
        for word in told
    )


def _one_of_many(scene: Scene) -> str:
    """Return who or what acts, where only the clause before it tells which: 最多的区发生6起."""
    said = scene.phrase
    who = (*said.holder, *said.object)[:1]
    of = naming.grammar().of
    apart = said.marker == of and set(who) <= words.lexicon().which_one
    return "".join(who) if apart and of + "".join(who) in scene.before else ""  # no 县司法局


def verb(scene: Scene, pair: Pair) -> str:
    """Say whether a name has who and what, but not the deed between them: 非法公众存款案件."""
    if _is_of_times_only(scene, pair):
        return "lost"  # 轮训执法人员83人次: so many are not 执法人员
    lexicon, said = words.lexicon(), scene.phrase
    done = "" if scene.noun else "".join(said.done)
    if done and is_hardly_said(done) and done not in pair.name:
        took_place = weight.is_event(scene.number) and done in lexicon.took_place
        return "" if took_place else "lost"  # 合同审了83份, 窗口办了83件; but 宣讲会开了83场
    if any(one.endswith(other) for one, other in pairwise(said.verb + said.done)):
        return "twice"  # 自行拆除和依法拆除: each of them in its own way
    behind = scene.before.rpartition(naming.grammar().of)[2]  # 对拟出台的文件开展审查
    asked = [word for word in words.cut(behind) if word in lexicon.asking]
    if asked and not any(word in pair.name for word in asked):
        return "lost"  # 拟提请县政府废止文件1件: none is so far
    unsettled = [word for word in words.cut(behind) if word in lexicon.unsettled]
    part = scene.clause.within  # 其中可全程网办83项 are called 全程网办事项
    if unsettled and not (part or any(word in pair.name for word in unsettled)):
        return "lost"  # 可直接办理事项83项
    if set(pair.span.words[-1:]) & lexicon.partnering:
        return "lost"  # 会同农业局审批宅基地83宗
    kept = lexicon.heads | lexicon.general  # 纳入决策事项5项; but 列入修改计划4件
    there = scene.noun or not set(said.object[-1:]) & kept
    put = set(said.verb) & (lexicon.placing if there else frozenset())
    if said.done and said.object and not scene.noun:
        put |= set(said.verb) & lexicon.helping  # 督促起草单位修改4件
    if put and not any(deed in pair.name for deed in put):
        return "lost"  # 纳入清理范围的92件文件
    passive = naming.grammar().passive
    suffered = [deed for deed in said.verb if deed[0] == passive or said.marker == passive]
    if any(deed not in pair.name for deed in suffered):
        return "lost"  # 其中被撤销原行政行为1件
    if not said.verb or said.verb[-1] in pair.name:
        return ""
    between = pair.span.shape == "holder thing" and not said.marker
    acts = between and (said.verb[-1] not in lexicon.faint or said.object[-1] in lexicon.heads)
    return "lost" if acts or said.verb[-1] in lexicon.handing else ""  # 移送纪检监察机关追责9人


def _is_of_times_only(scene: Scene, pair: Pair) -> bool:
    """Whether persons were counted as often as something was done, and a name does not say what."""
    unit = scene.number.unit
    attended = unit[:1] in naming.units().people and unit.endswith(naming.endings().counted_times)
    often = unit in naming.units().often and set(pair.span.words[-1:]) <= words.lexicon().states_of
    attended = attended or often  # 报告法治建设情况2次
    if scene.noun or not attended:
        return False
    deeds = [word.text for word in read(scene.before) if word.role in DEEDS]
    return bool(deeds) and not any(deed in pair.name for deed in deeds)


def begun(scene: Scene, pair: Pair) -> str:
    """Say whether a name begins inside a list: 撤销或确认违法10件."""
    if _has_two_deeds(scene):
        return "deeds"  # 列席会议、参与谈判37次
    if scene.phrase.marker == naming.grammar().etc and "holder" in pair.span.shape:
        led = naming.grammar().coverb.search(scene.before)
        return "list" if led else ""  # 对负责人等个人实施处罚64人: they did not punish
    if _is_item_read_as_deed(scene):
        return "list"
    if wording.LIST_MARK in pair.span.words and _lists_who_or_where(scene):
        return "list"
    said = words.cut(scene.before.strip())
    first = next((word for word in pair.span.words if word in scene.before), "")
    starts = (at for at in range(len(said)) if "".join(said[at:]).startswith(first or " "))
    at = max(starts, default=0)
    lexicon = words.lexicon()
    joining = lexicon.joining
    acts = first in scene.phrase.holder  # 在田间地头和农贸集市, no 集市
    skipped = (WordRole.ADVERB, WordRole.NOUN) if acts else (WordRole.ADVERB,)
    own = naming.grammar().by_whom  # 合同和以乡政府名义制发的文件
    while (
        at > 2
        and said[at - 1] not in joining
        and (role(said[at - 1]) in skipped or said[at - 1] in own)
    ):
        at -= 1  # 公共场所、集中供水单位
    if scene.noun or at < 2 or said[at - 1] not in joining or said[at] in lexicon.limits:
        return ""
    one = said[at - 2]
    twice = one == first and said.count(one) > 1  # 县政府、县政府办公室名义
    return "list" if role(one) in TELLING and (one not in pair.name or twice) else ""


def _is_item_read_as_deed(scene: Scene) -> bool:
    """Whether the deed before a list is its first item: 执法公示、全过程记录、法制审核制度."""
    found = read(scene.before)
    at = max(
        (at for at, word in enumerate(found) if word.text == "".join(scene.phrase.verb[-1:])),
        default=0,
    )
    marked = at and at + 2 < len(found) and found[at + 1].text == wording.LIST_MARK
    return bool(marked) and found[at - 1].role is found[at + 2].role is WordRole.NOUN


def _lists_who_or_where(scene: Scene) -> bool:
    """Whether a list is not of what is counted: 联合公安局、卫健局检查诊所, 在公园、车站讲法."""
    item = scene.phrase.item
    acts = any(word.endswith(_who()) and role(deed) in DEEDS for word, deed in pairwise(item[:-1]))
    placed = scene.phrase.marker == naming.grammar().at
    return placed or (acts and role(item[-1]) is WordRole.NOUN)


def _has_two_deeds(scene: Scene) -> bool:
    """Whether what seems to act is what another deed of the clause was done to."""
    said, found = scene.phrase, read(scene.before)
    at = next((at for at, word in enumerate(found) if word.text == "".join(said.verb[:1])), 0)
    if not said.holder or at < 3:
        return False
    roles = [word.role for word in found[at - 3 : at]]
    return roles == [WordRole.VERB, WordRole.NOUN, WordRole.LINK]


def head(scene: Scene, pair: Pair) -> str:
    """Say whether cases are counted under the name of a body alone: 涉及乡镇政府43件."""
    told = pair.context.words + pair.span.words
    lexicon = words.lexicon()
    unit = scene.number.unit
    bodies = unit in (*naming.units().of_bodies, *naming.units().people)
    times = unit.endswith(naming.endings().counted_times)
    cases = scene.number.kind is MentionKind.COUNT and not times
    if scene.noun or not told or bodies or not cases or lexicon.placing & set(told):
        return ""
    return "body" if told[-1].endswith(lexicon.bodies) or told[-1] in lexicon.spreading else ""


def undone(scene: Scene, pair: Pair) -> str:
    """Say whether a deed is missing that a thing is gone by: 收回被占用机动地3460亩."""
    before = naming.ties().became.sub("", scene.before.rstrip())  # 用时压缩到1天
    said = set(words.cut(wording.without_examples(before))) & words.lexicon().undoing
    return "lost" if any(deed not in pair.name for deed in said) else ""


def torn(scene: Scene, pair: Pair) -> str:
    """Say whether a name has a sign torn from its word, or half a title: 园活动 of 物流园活动."""
    if any(naming.grammar().half_title.search(word) for word in pair.context.words):
        return "title"  # 行政执法三项 of “三项制度”
    first = (pair.context.words + pair.span.words)[:1]
    if not first or len(first[0]) > 1:
        return ""
    said = read(scene.before)
    at = next((at for at, word in enumerate(said) if word.text == first[0]), 0)
    inside = at and said[at].role is said[at - 1].role is WordRole.NOUN
    return "sign" if inside and said[at - 1].text not in pair.name else ""


def titled(scene: Scene, pair: Pair) -> str:
    """Say whether the title is missing that tells which things are counted: 《宪法》读本."""
    title = _TITLED.search(wording.without_tail(scene.before.rstrip()))
    said = title and wording.NOISE.sub("", title["of"])
    if scene.noun or not title or not "".join(scene.phrase.object).endswith(title["thing"]):
        return ""
    return "" if said and said in pair.name else "lost"


SIGNS: tuple[Callable[[Scene, Pair], str], ...] = (
    opening, lost, listing, relative, verb, begun, head, undone, torn, titled,
)  # fmt: skip
