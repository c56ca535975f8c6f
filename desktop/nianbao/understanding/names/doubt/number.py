"""Signs that a number is of something else, or that nothing names it."""

import re
from collections.abc import Callable, Sequence

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.choice import borrowing
from nianbao.understanding.names.choice.scoring import Pair
from nianbao.understanding.names.choice.spans import AMONG_SHAPE
from nianbao.understanding.names.parsing import weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, TELLING, WordRole, read, role
from nianbao.understanding.names.parsing.scene import Scene

_PER = ("/", "·", "／")
_HAN = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile("“([^“”]{3,60})”")
_DIGIT = re.compile(r"\d")


def joint(scene: Scene, pair: Pair) -> str:
    """Say what touches the number: 通过的11件, 食堂等5家, 8名在会上述法."""
    signs = (_touching(scene), _of_digits(scene, pair), _examples(scene, pair))
    return next(filter(None, signs), "") or _bare(scene, pair)


def _touching(scene: Scene) -> str:
    """Say which word leads to the number or goes on behind its noun, where that is a doubt."""
    before = scene.before.rstrip()
    while (said := words.cut(before)) and said[-1] in words.lexicon().adverbs:
        before = before[: -len(said[-1])]  # 具有资格的仅17名
    before = wording.without_tail(before)  # 配备到位的为8个
    if scene.number.unit in naming.units().times:
        return "times"  # 是诉讼案件的2.6倍
    if scene.noun:
        behind = wording.beyond(scene.behind, scene.noun).lstrip("　 ")
        return "noun 的" if behind.startswith("的") else ""
    return before[-1] if before.endswith(("的", "等")) else ""


def _of_digits(scene: Scene, pair: Pair) -> str:
    """Say whether another number is in the way: 35岁以下2人, 12件/年, 30个工作日内办结率98%."""
    before = scene.before.rstrip()
    other = _DIGIT.search(naming.left_out().dated.sub("", naming.left_out().tail.sub("", before)))
    per = scene.behind.lstrip()[:1] in _PER or not _HAN.search(pair.name)
    inside = any(_is_inside(said) for said in (scene.behind, before.lstrip()))
    return "digits" if other or per or inside else ""


def _examples(scene: Scene, pair: Pair) -> str:
    """Say whether examples would stand for what they are examples of: 供热、用电等事项3件."""
    said = scene.phrase
    if scene.noun and said.listed and not pair.context.words:
        return "listed"  # 公安局、司法局5家单位
    if said.object[:1] and said.object[0] in words.lexicon().fields:
        return "examples"  # 食品、药品等领域案件83件
    poor = borrowing.wealth_of(said.object) in ("empty", "general", "little")
    before = scene.before.rstrip()
    whole = (
        naming.left_out().quoted.search(before) is None
        and wording.without_examples(before) == before
    )
    deed = said.verb or set(said.object[:1]) & words.lexicon().examining
    left_out = poor and not deed and not whole
    return "examples" if left_out else ""


def _bare(scene: Scene, pair: Pair) -> str:
    """Say whether a name has no thing: only a rank, an amount, a deed."""
    told = pair.context.words + pair.span.words
    lexicon = words.lexicon()
    if _has_no_thing(scene, told) or _says_how_much_only(scene, pair):
        return "bare"
    if told and set(told) <= lexicon.general | lexicon.times | lexicon.holding:
        return "bare" if set(told) & (lexicon.holding | lexicon.times) else ""  # 列入事项7项
    last = scene.told[0] if scene.told else None
    if scene.number.kind is MentionKind.CHANGE and last and last.unit == scene.number.unit:
        return "act"  # 受理投诉83件，比上年减少9件
    if scene.noun or scene.phrase.object:
        return "said behind" if _counts_no_deed(scene, pair) else ""
    if any(word.role in TELLING for word in read(scene.behind)):
        return "" if _tells_what_was_done(scene, pair) else "said behind"
    of_rate = pair.context.source == "last name"  # 办理率98%，提高2个百分点
    return "bare" if weight.is_empty(told) and not of_rate else "act"  # 办结83件


def _counts_no_deed(scene: Scene, pair: Pair) -> bool:
    """Whether only who acts is named, where it is told behind what was done so often.

    主要负责人先后3次深入一线调研
    """
    often = scene.number.unit in naming.units().often and not scene.noun
    event = pair.name.endswith(naming.endings().meetings)
    acts = any(role(word) in DEEDS for word in pair.context.words + pair.span.words)
    return often and not (event or acts) and _has_lost_deed(scene, pair)


def _has_no_thing(scene: Scene, told: Sequence[str]) -> bool:
    """Whether a name has only a rank or a share, an amount, or ends with a field."""
    endings, lexicon = naming.endings(), words.lexicon()
    if all(word.endswith(wording.RANK) or word in endings.shares for word in told):
        return True  # 省级26个, 比例为76%
    counts = scene.number.kind is MentionKind.COUNT and not scene.noun
    if counts and told[-1] in lexicon.fields:
        return True  # 其中安全生产领域26起
    return set(told) <= lexicon.amounts | set(endings.suffix.values())  # 涉及当事人83人、金额76万元


def _says_how_much_only(scene: Scene, pair: Pair) -> bool:
    """Whether a name has an average or a change, and not of what its clause says it is.

    许可由法定时限压缩至平均83天
    """
    lexicon, own = words.lexicon(), set(pair.span.words)
    counts = scene.number.word_start is None and bool(own)
    bare = counts and own <= lexicon.averages | lexicon.undoing | naming.endings().changes
    before = wording.without_tail(scene.before.rstrip())
    said = (word.text for word in read(before) if word.role is WordRole.NOUN)
    return bare and any(word not in pair.name and word not in lexicon.averages for word in said)


def _tells_what_was_done(scene: Scene, pair: Pair) -> bool:
    """Whether a name is what was done so often, or by so many people: 先后4次召开专题会.

    先后4次主持会议研究问题: the 问题 alone were not counted.
    """
    units = naming.units()
    told = pair.span.shape == "behind" and not _has_lost_deed(scene, pair)
    return told and scene.number.unit in (*units.often, *units.people)


def _has_lost_deed(scene: Scene, pair: Pair) -> bool:
    """Whether a name has none of the deeds that follow its number."""
    faint = words.lexicon().faint
    deeds = [word.text for word in read(scene.behind) if word.role in DEEDS]
    deeds = [deed for deed in deeds if deed not in faint]
    return bool(deeds) and not any(deed in pair.name for deed in deeds)


def _is_inside(text: str) -> bool:
    """Whether a stretch goes on with what is done within a time: （30个工作日）内办结率."""
    first, *more = words.cut(text) or ("",)
    return bool(more) and first in naming.ties().inside


def denied(scene: Scene, pair: Pair) -> str:
    """Say whether something was not so: 3个乡镇未配备, 2个乡镇只有1名."""
    lexicon = words.lexicon()
    before = wording.without_tail(scene.before.rstrip())  # 不超过3天 denies nothing
    text = wording.without_examples(before) + scene.behind  # 着装不规范等问题83起
    denials = [word for word in words.cut(text) if word in lexicon.denials]
    own = "".join(pair.span.words)  # 未履行判决单位; of 未持证人员 before it nothing follows
    none = any(word not in own for word in denials)
    none = none or bool(set(words.cut(before)[-1:]) & lexicon.denials)  # 监管人员不足4人
    rest = scene.clause.text[scene.number.stop - scene.clause.start :]
    some = any(word.endswith(naming.ties().some) for word in words.cut(scene.before))
    few = some and any(word in lexicon.few for word in words.cut(rest))
    said = words.cut(rest)
    parted = any(word.endswith(naming.ties().some) for word in said)  # 8个街道中有3个未……
    short = bool(scene.noun) and not parted and any(word in lexicon.denials for word in said)
    only = any(word in lexicon.few for word in words.cut(scene.before))
    bare = only and not scene.predicate.empty and pair.name == "".join(scene.noun)
    few = few or bare  # 仅有3名执法人员通过考试
    return "denied" if none or few or short else ""  # 4个县复议人员不足3人


def average(scene: Scene, pair: Pair) -> str:
    """Say whether a name has lost that its number is an average: 平均仅有人员2.3名."""
    clause = scene.clause.text[: scene.number.start - scene.clause.start]
    counts = scene.number.kind is MentionKind.COUNT
    listed = counts and scene.before.lstrip().startswith(wording.LIST_MARK)  # 平均梳理83项、清单9项
    said = set(words.cut(clause if listed else scene.before)) & words.lexicon().averages
    each = naming.ties().each.search(scene.before)  # 每个行政村不少于3户
    if each and not naming.ties().each.search(pair.name):
        return "lost"
    return "lost" if any(word not in pair.name for word in said) else ""


def than(scene: Scene, _pair: Pair) -> str:
    """Say whether a number tells how much more there is than of something: 超过诉讼收案49件."""
    before, lexicon = wording.without_tail(scene.before.rstrip()), words.lexicon()
    said = words.cut(wording.spelled_out(before).removesuffix(wording.DONE))  # 比上年少83件
    if set(said[-1:]) & lexicon.comparing:
        return "more"  # 回复率低于92%的标准
    compared = set(said[:-1]) & lexicon.comparing or set(said[-1:]) & lexicon.more
    if scene.compared and set(said[:-1]) & lexicon.more:
        return "more"  # 比上年多开展20场
    return "more" if not scene.noun and compared else ""


def several(scene: Scene, _pair: Pair) -> str:
    """Say whether several rates in a row leave open what each is of: 同比上升8.5%、9.8%."""
    shares = scene.number.unit in wording.SHARES
    told = naming.ties().respectively.search(scene.clause.text) is not None
    row = naming.ties().changed_row.search(scene.clause.text)
    return "row" if shares and not told and row else ""


def place(_scene: Scene, pair: Pair) -> str:
    """Say whether a name has kept what only says where or when, or points back: 案件里, 这个数."""
    own = "".join(pair.span.words)  # 行政处罚案件后者
    if any(naming.grammar().pointing.match(said) for said in (pair.name, own)):
        return "kept"
    said = pair.context.words + pair.span.words
    lexicon = words.lexicon()
    if pair.span.shape == AMONG_SHAPE:
        return ""
    kept = set(said) & (lexicon.localizers | lexicon.toward)
    return "kept" if kept else ""


def single(scene: Scene, pair: Pair) -> str:
    """Say whether all that a clause says is one sign: 发2起破2起, 走了52家."""
    own, went = (
        "".join(pair.span.words),
        words.cut(scene.before.rstrip().removesuffix(wording.DONE)),
    )
    if scene.noun and set(went[-1:]) & words.lexicon().visiting:
        return "sign"  # 走了83家企业
    if pair.span.shape == "act" and len(own) == 1:
        return "" if own in naming.endings().risen else "sign"
    alone = len(scene.noun) == 1 and len(scene.noun[0]) == 1
    return "sign" if alone and not scene.noun[0].endswith(words.lexicon().persons) else ""


def row(scene: Scene, _pair: Pair) -> str:
    """Say whether a noun behind a number is only the first of several: 67名乡镇、部门负责人."""
    return "open" if scene.further else ""


def ending(scene: Scene, pair: Pair) -> str:
    """Say whether what is counted ends like what is measured: 每月8场高频率开展."""
    counts = scene.number.kind is MentionKind.COUNT
    return "measure" if counts and pair.name.endswith(naming.endings().measured_by) else ""


def nothing(scene: Scene, pair: Pair) -> str:
    """Say whether a clause gave no name, but for how much it was before: 2024年为75件."""
    before = naming.left_out().dated.search(scene.before) or scene.compared
    return pair.span.shape if pair.span.shape == "nothing" and not before else ""


def quoted(scene: Scene, pair: Pair) -> str:
    """Say whether a noun is cut out of what is quoted behind its number: 1项“……核定”未完成."""
    whole = _QUOTED.match(scene.behind.lstrip())
    said = wording.NOISE.sub("", whole[1]) if whole and scene.noun else ""
    return "cut" if said and not said.endswith(scene.noun[-1]) and said not in pair.name else ""


def aside(scene: Scene, _pair: Pair) -> str:
    """Say whether a number is left out of what is told (除2项), or is money for what follows."""
    if scene.before.strip() == naming.ties().but_for:
        return "but for"
    money = scene.number.kind is MentionKind.MONEY and not scene.phrase.object
    return "spent" if money and naming.ties().spent_on.match(scene.behind) else ""


SIGNS: tuple[Callable[[Scene, Pair], str], ...] = (
    joint, denied, average, than, several, place, single, row, ending, nothing, quoted, aside,
)  # fmt: skip
