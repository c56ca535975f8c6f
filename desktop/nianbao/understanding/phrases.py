"""What one clause says of a number: the words of its name, put as a table puts them."""

import re
from collections.abc import Sequence

from nianbao.report.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding import topics, weight, wording
from nianbao.understanding.numbers import Number

_TITLE_LAST = re.compile("《([^《》]{2,18})》$")
_QUOTED = re.compile("“([\u4e00-\u9fff]{3,10})”(?=$|[，,。；;、]|活动|行动)")
_LAST_YEAR = "上年"  # the name of a value that only serves comparison: 比上年末的18名
_FORMER = "原"
_FROM = re.compile(r"[由从](?:(上年|去年)|[^，,、]{0,4})(?:度|末|同期)?的?\s*$")
_JOINED = re.compile("(?:以及|和|及|与)$")
_ROW = re.compile("[、和及]")
_TWO = 2
_COUNTS = ("数", "率", "量", "额")
_LONGEST_DONE = 12


def own(text: str) -> str:
    """Return what of the text between two numbers belongs to the first one: its noun."""
    head, mark, _ = text.partition("、")
    if mark:
        return head
    lexicon = words.lexicon()
    own = ""
    for word in words.cut(text):
        if word in lexicon.acts or word in lexicon.ends:
            break
        own += word
    return _JOINED.sub("", own)


def benefits(before: str) -> bool:
    """Whether a number counts for whom something is done: 为87户企业清偿账款."""
    return before.rstrip().endswith(("为", "给"))


def turns(between: str) -> bool:
    """Whether the next number is what the one before it became: 由98项调减为54项."""
    return wording.patterns().became.fullmatch(between.strip()) is not None


def turned(before: str) -> tuple[str, str]:
    """Return the words before a number that became another, and the word for what it was."""
    found = _FROM.search(before)
    if found is None:
        return before, _FORMER
    return before[: found.start()], _LAST_YEAR if found[1] else _FORMER


def shared_out(before: str, count: int) -> list[str]:
    """Return the things that a row of numbers counts one each: 新增、取消事项分别为7项、4项.

    What only the last thing names (事项) belongs to all.
    """
    head, mark, tail = before.rpartition("分别")
    things = [thing for thing in _ROW.split(head) if thing]
    if not mark or len(things) != count or count < _TWO:
        return []
    last = words.cut(wording.NOISE.sub("", things[-1]))
    common = last[-1] if len(last) > 1 and last[-1] in words.lexicon().general else ""
    return [
        (thing if thing.endswith((common, *_COUNTS)) else thing + common) + tail for thing in things
    ]


def is_led(before: str, *, already: bool) -> bool:
    """Whether a number counts what something is done with: 对7个乡镇和12个部门开展督察.

    `already`: the number before it in its clause does.
    """
    if already and before.strip() in wording.AND:
        return True
    return wording.patterns().coverb.search(before) is not None


def name_of(
    before: str, after: str, closing: str, number: Number, *, led: bool, final: bool
) -> str:
    """Return the name that the clause itself gives a number, empty when it says nothing.

    `after` follows the number, `closing` ends its clause: a noun that says little by itself takes
    the predicate from there (43个部门1740项事项实现“一站式”办理).
    """
    after = wording.patterns().compare.sub("", after)
    noun = wording.noun_of(after)
    if noun and led:
        return _acted_on(before, noun, after, closing)
    before = wording.patterns().became.sub("", before.rstrip())
    before = wording.patterns().tail.sub("", before)
    if number.unit == "%":
        return _rate(before) or _share_of(after)
    content = wording.content(before, listed=bool(noun))
    if wording.patterns().measured.search(before):  # 对照清单梳理任务
        acts = [at for at, word in enumerate(content) if word in words.lexicon().acts]
        content = content[acts[0] :] if acts else content
    if not noun and weight.is_empty(content) and (title := _TITLE_LAST.search(before)):
        return wording.joined([title[1], *content])  # 制发《行政执法监督意见书》4份
    if noun and not content:
        return _with_predicate(noun, closing, final=final)
    if noun:
        return wording.joined(content) + noun
    if (
        content
        and number.unit in wording.patterns().often
        and after.strip()
        and after[0] not in wording.MARKS
    ):
        return wording.joined(content) + wording.joined(
            wording.content(after)
        )  # 负责人先后三次深入乡镇调研
    if led and (done := _predicate(after, "")):
        return done
    if not content:
        last_year = wording.patterns().compare.search(before)
        return _LAST_YEAR if last_year else _ordered(wording.content(after))
    if number.unit in wording.patterns().by_unit:
        content = [word for word in content if word not in wording.patterns().totals] or content
    return _ordered(content)


def _acted_on(before: str, noun: str, after: str, closing: str) -> str:
    """Return the name of things that something is done with: 对87件政策措施开展公平竞争审查.

    What is done comes first, then the noun; what describes it (涉及教育的) helps a noun that has
    nothing else.
    """
    coverb = wording.patterns().coverb.search(before)
    between = before[coverb.end() :] if coverb else ""
    predicate = _predicate(after, noun) or _predicate(closing, noun)
    if predicate:
        return (
            topics.prefixed(predicate, noun) if len(predicate + noun) <= wording.LONGEST else noun
        )
    listed = between.count("、") >= 1 or between.rstrip().endswith("等")
    return ("" if listed else wording.joined(wording.content(between))) + noun


def _predicate(text: str, noun: str) -> str:
    """Return what a stretch says is done with a noun in it: 公平竞争审查, 清偿账款."""
    if quoted := _QUOTED.search(text):
        return quoted[1]
    bare = wording.NOISE.sub("", wording.DIGITS.sub("", text))
    _, found, rest = bare.partition(noun) if noun else ("", "", "")
    rest = rest if found else bare
    if held := wording.content(wording.after_last(rest, words.lexicon().events)):
        return wording.joined(held, _LONGEST_DONE)
    content = wording.content(rest)
    known = words.lexicon().verbs | words.lexicon().nouns
    start = next((at for at, word in enumerate(content) if word in known), len(content))
    return wording.joined(content[start:], _LONGEST_DONE)


def done_with(after: str, closing: str) -> str:
    """Return the work that a clause does with what it counts, when it has a name of its own."""
    noun = wording.noun_of(after)
    done = _predicate(after, noun) or _predicate(closing, noun)
    return done if len(done) >= wording.SHORT and weight.names_something(done) else ""


def total_word(before: str) -> str:
    """Return the word that makes a number the total of those before it, if one does."""
    bare = wording.NOISE.sub("", before)
    return bare if bare in words.lexicon().totals else ""


def _rate(before: str) -> str:
    """Return the name of a rate or a change: the words up to 率, adverbs (按期答复率) included."""
    if share := wording.patterns().share.search(before):
        holder = wording.joined(wording.content(before[: share.start()]))
        return f"{holder}占比" if holder else ""
    head, mark, _ = before.rpartition("率")
    if not mark:
        return wording.joined(wording.content(before))
    lexicon = words.lexicon()
    found = words.cut(
        wording.NOISE.sub("", wording.DIGITS.sub("", wording.patterns().compare.sub("", head)))
    )
    dropped = lexicon.light | lexicon.places | lexicon.fillers
    return wording.joined([word for word in found if word not in dropped]) + "率"


def _share_of(after: str) -> str:
    """Return what share a rate is that its noun follows: 97%的事项实现“一网通办”."""
    noun = wording.noun_of(after.removeprefix("的")) if after.startswith("的") else ""
    done = _predicate(after, noun) if noun else ""
    return topics.prefixed(done, noun) + "占比" if done else ""


def _with_predicate(noun: str, closing: str, *, final: bool) -> str:
    lexicon = words.lexicon()
    found = words.cut(wording.NOISE.sub("", closing))
    start = next((at for at, word in enumerate(found) if word in lexicon.states), None)
    if start is None:
        done = _predicate(closing, noun)
        if not final or words.cut(done)[:1] == () or words.cut(done)[0] not in lexicon.verbs:
            return noun
        if weight.is_empty(words.cut(noun)):
            return wording.joined([noun, done])  # 612人考试合格取得证件
        return topics.prefixed(done, noun) if len(done) <= wording.BRIEF else noun
    predicate = wording.content("".join(found[start:]))
    return wording.joined(predicate) + noun


def _ordered(found: Sequence[str]) -> str:
    """Return a name with its verb behind its object, as in a table: 行政复议申请受理."""
    verbs = words.lexicon().acts
    counted = found[-1:] and found[-1].endswith(
        ("人数", "次数", "数量", "总数", "金额")
    )  # 参与人数
    if counted or (len(found) > 1 and found[0] not in verbs):
        return wording.joined(found)
    if len(found) > 1 and found[0] in verbs and not all(word in verbs for word in found[1:]):
        return wording.joined(found[1:]) + found[0]
    return wording.joined(found)


def finished(name: str, number: Number) -> str:
    """Return the name with what its unit asks for: 次数, 人次, 金额, 率."""
    suffixes = wording.patterns()
    if number.kind is MentionKind.RATE:
        return name if name.endswith(suffixes.shares) else name + "率"
    if number.kind is MentionKind.CHANGE and number.unit == "%":
        return name + "幅度"
    suffix = suffixes.by_unit.get(number.unit, suffixes.other)
    if suffix != suffixes.other:
        name = next((name.removesuffix(t) for t in suffixes.totals if name.endswith(t)), name)
    if name.endswith((suffix, *suffixes.enough)):
        return name
    if name.endswith("量") and not name.endswith(suffixes.not_amounts):
        return name
    overlap = next((n for n in range(len(suffix), 0, -1) if name.endswith(suffix[:n])), 0)
    return (name or "数量") + suffix[overlap:]
