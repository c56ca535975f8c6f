"""What one clause says of a number: the words of its name, put as a table puts them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile, zip_longest

from nianbao.report.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.resource import load
from nianbao.understanding.numbers import Number

_TITLE = re.compile(r"《[^》]*》(?:等)?")
_TITLE_INSIDE = re.compile("《([^》]*?)(?:实施)?(?:方案|办法|意见|通知|计划|细则|规定)?》")
_MARKS = "，,。；;：:、"
_HOTLINE = r"(?<!\d)12\d{3}(?!\d)"  # 12345热线 keeps its number
_DIGITS = re.compile(rf"(?:19|20)\d\d\s*年(?:度|\s*\d{{1,2}}\s*月)?|(?!{_HOTLINE})(?<!\d)[\d.%％]+")
_ORDINAL = re.compile("^[一二三四五六七八九十]{1,3}是")
_NOISE = re.compile(r"[^\u4e00-\u9fffA-Za-z+＋\d]")
_TITLE_LAST = re.compile("《([^《》]{2,18})》$")
_LIST = re.compile("[^、]+(?:、[^、]+){2,}(?<![平同相高])等(?=[\u4e00-\u9fff]{2})")
_AND = ("", "和", "及", "以及", "与")
_LAST_YEAR = "上年"  # the name of a value that only serves comparison: 比上年末的18名
_LISTED = 3  # this many items in a row are a list, not a name
LONGEST = 18
_LONGEST_TOPIC = 12
_LONGEST_THEME = 10
SHORT = 4
BRIEF = 10  # a name no longer than this bears the work it belongs to before it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suffixes:
    by_unit: dict[str, str]
    other: str
    enough: tuple[str, ...]
    totals: tuple[str, ...]
    often: frozenset[str]
    compare: re.Pattern[str]
    tail: re.Pattern[str]
    within: re.Pattern[str]
    coverb: re.Pattern[str]
    reason: re.Pattern[str]


@cache
def _suffixes() -> _Suffixes:
    table = load("quantities")["label"]
    return _Suffixes(
        by_unit=table["suffix"],
        other=table["other"],
        enough=tuple(table["enough"]),
        totals=tuple(table["totals"]),
        often=frozenset(load("quantities")["often"]),
        compare=re.compile(table["compare"]),
        tail=re.compile(table["tail"]),
        reason=re.compile("^(?:" + "|".join(table["reasons"]) + ")"),
        coverb=re.compile(table["coverb"]),
        within=re.compile("^(?:" + "|".join(table["within"]) + ")"),
    )


def is_part(clause: str) -> bool:
    """Whether a clause tells a part of what was told before: 其中……"""
    return _suffixes().within.search(_ORDINAL.sub("", clause.strip())) is not None


def is_empty(found: Sequence[str]) -> bool:
    """Whether a name has nothing but verbs and adverbs."""
    lexicon = words.lexicon()
    empty = lexicon.verbs | lexicon.adverbs | lexicon.hollow
    return all(word in empty for word in found)


def is_poor(found: Sequence[str], name: str, number: Number) -> bool:
    """Whether a name says too little by itself."""
    if is_empty(found):
        return True
    if number.unit == "%":
        stem = name.removesuffix("率")
        return len(stem) <= SHORT or "率" in stem
    lexicon = words.lexicon()
    if any(word in lexicon.verbs - lexicon.nominal for word in found):
        return False
    return len(name) < (SHORT + 1 if number.kind is MentionKind.MONEY else SHORT)


def repeats(rate: str, name: str) -> bool:
    """Whether a rate is that of the count just named: 调解成功, 成功率."""
    stem = rate.removesuffix("率")
    return len(stem) > 1 and stem != name and name.endswith(stem)


def is_general(found: Sequence[str]) -> bool:
    """Whether a name could stand in any report: 发现问题, 参考, 办结案件."""
    lexicon = words.lexicon()
    plain = lexicon.general | lexicon.verbs | lexicon.adverbs | lexicon.hollow
    return all(word in plain for word in found)


def says_little(found: Sequence[str]) -> bool:
    """Whether a name has hardly more than its verbs, and no noun that stands by itself."""
    lexicon = words.lexicon()
    named = lexicon.nouns - lexicon.general
    if any(len(word) >= SHORT and word in named for word in found):
        return False
    return sum(len(word) for word in found if word not in lexicon.verbs) <= SHORT


def is_derived(clause: str) -> bool:
    """Whether a clause goes on about what was told before: 提出法律意见近400条."""
    lexicon = words.lexicon()
    before = ""
    text = _NOISE.sub("", _suffixes().compare.sub("", clause))
    while before != text:
        before = text
        if text.startswith(tuple(lexicon.derived)):
            return True
        leading = (word for word in lexicon.adverbs if text.startswith(word))
        text = text.removeprefix(max(leading, key=len, default=""))  # 另有 before 另
    return False


def matter(text: str) -> str:
    """Return what a clause without a number is about.

    What is held or joined (组织干部参加年度学法考试), else who acts, else what is acted on. A
    clause that only names a title is about the title's matter.
    """
    lexicon = words.lexicon()
    if event := _event(text):
        return event
    content = [word for word in _content(text) if len(word) > 1]
    verb = next((at for at, word in enumerate(content) if word in lexicon.verbs), None)
    head = "".join(content[:verb]) if verb is not None else ""
    if said := head if len(head) > SHORT else _bare(content):
        return said[-_LONGEST_TOPIC:]
    titles = _TITLE_INSIDE.findall(text)
    return subject(_content(titles[-1])) if titles else ""


def names_something(topic: str) -> bool:
    """Whether a topic has a noun of the field that is not a general one."""
    lexicon = words.lexicon()
    return any(word in lexicon.nouns - lexicon.general for word in words.cut(topic))


def theme(text: str) -> str:
    """Return the work a clause without a number sets out to do, if it names one.

    落实公平竞争审查制度 → 公平竞争审查
    """
    if _suffixes().reason.search(text):
        return ""
    content = _content(text)
    named = [word for word in content if word in words.lexicon().nouns and len(word) > 2]
    found = _bare(content)
    return found if named and SHORT <= len(found) <= _LONGEST_THEME else ""


def _event(text: str) -> str:
    """Return what a clause says is held, joined or carried out."""
    found = words.cut(_NOISE.sub("", _TITLE.sub("", text)))
    lexicon = words.lexicon()
    at = max((at for at, word in enumerate(found) if word in lexicon.events), default=None)
    if at is None:
        return ""
    after = _content("".join(found[at + 1 :]))
    said = _bare(after)
    return said[-_LONGEST_TOPIC:] if len(said) >= SHORT else ""


def _bare(found: Sequence[str]) -> str:
    """Return words without the general noun that ends them: 公平竞争审查制度."""
    kept = list(found)
    while kept and kept[-1] in words.lexicon().trailing:
        kept.pop()
    said = subject(kept)
    if len(said) < SHORT and not is_empty(kept):
        return _joined(kept, _LONGEST_TOPIC)
    return said


def own(text: str) -> str:
    """Return what of the text between two numbers belongs to the first one: its noun."""
    head, mark, _ = text.partition("、")
    if mark:
        return head
    lexicon = words.lexicon()
    stops = lexicon.breaks | lexicon.light | (lexicon.verbs - lexicon.nominal)
    own = ""
    for word in words.cut(text):
        if word in stops:
            return own
        own += word
    return own


def is_led(before: str, *, already: bool) -> bool:
    """Whether a number counts what something is done with: 对7个乡镇和12个部门开展督察.

    `already`: the number before it in its clause does.
    """
    if already and before.strip() in _AND:
        return True
    return _suffixes().coverb.search(before) is not None


def name_of(before: str, after: str, closing: str, number: Number, *, led: bool) -> str:
    """Return the name that the clause itself gives a number, empty when it says nothing.

    `after` follows the number, `closing` ends its clause: a noun that says little by itself takes
    the predicate from there (43个部门1740项事项实现“一站式”办理).
    """
    after = _suffixes().compare.sub("", after)
    noun = _noun(after)
    if noun and led:
        return _acted_on(before, noun, after, closing)
    before = _suffixes().tail.sub("", before.rstrip())
    if number.unit == "%":
        return _rate(before)
    content = _content(before, listed=bool(noun))
    if not noun and is_empty(content) and (title := _TITLE_LAST.search(before)):
        return _joined([title[1], *content])  # 制发《行政执法监督意见书》4份
    if noun and not content:
        return _with_predicate(noun, closing)
    if noun:
        return _joined(content) + noun
    if content and number.unit in _suffixes().often and after.strip() and after[0] not in _MARKS:
        return _joined(content) + _joined(_content(after))  # 负责人先后三次深入乡镇调研
    if led and (done := _predicate(after, "")):
        return done
    if not content:
        last_year = _suffixes().compare.search(before)
        return _LAST_YEAR if last_year else _ordered(_content(after))
    if number.unit in _suffixes().by_unit:
        content = [word for word in content if word not in _suffixes().totals] or content
    return _ordered(content)


def _acted_on(before: str, noun: str, after: str, closing: str) -> str:
    """Return the name of things that something is done with: 对87件政策措施开展公平竞争审查.

    What is done comes first, then the noun; what describes it (涉及教育的) helps a noun that has
    nothing else.
    """
    coverb = _suffixes().coverb.search(before)
    between = before[coverb.end() :] if coverb else ""
    predicate = _predicate(after, noun) or _predicate(closing, noun)
    if predicate:
        return prefixed(predicate, noun) if len(predicate + noun) <= LONGEST else noun
    listed = between.count("、") >= 1 or between.rstrip().endswith("等")
    return ("" if listed else _joined(_content(between))) + noun


def _predicate(text: str, noun: str) -> str:
    """Return what a stretch says is done with a noun in it: 公平竞争审查, 清偿账款."""
    bare = _NOISE.sub("", _DIGITS.sub("", text))
    _, found, rest = bare.partition(noun) if noun else ("", "", "")
    content = _content(rest if found else bare)
    verbs = words.lexicon().verbs | words.lexicon().nouns
    start = next((at for at, word in enumerate(content) if word in verbs), len(content))
    return _joined(content[start:], _LONGEST_TOPIC)


def done_with(after: str, closing: str) -> str:
    """Return the work that a clause does with what it counts, when it has a name of its own."""
    noun = _noun(after)
    done = _predicate(after, noun) or _predicate(closing, noun)
    return done if len(done) >= SHORT and names_something(done) else ""


def total_word(before: str) -> str:
    """Return the word that makes a number the total of those before it, if one does."""
    bare = _NOISE.sub("", before)
    return bare if bare in words.lexicon().totals else ""


def _rate(before: str) -> str:
    """Return the name of a rate or a change: the words up to 率, adverbs (按期答复率) included."""
    head, mark, _ = before.rpartition("率")
    if not mark:
        return _joined(_content(before))
    lexicon = words.lexicon()
    found = words.cut(_NOISE.sub("", _DIGITS.sub("", _suffixes().compare.sub("", head))))
    dropped = lexicon.light | lexicon.places | lexicon.fillers
    return _joined([word for word in found if word not in dropped]) + "率"


def _with_predicate(noun: str, closing: str) -> str:
    lexicon = words.lexicon()
    found = words.cut(_NOISE.sub("", closing))
    start = next((at for at, word in enumerate(found) if word in lexicon.states), None)
    if start is None:
        done = _predicate(closing, noun)
        return prefixed(done, noun) if len(done) <= BRIEF else noun
    predicate = _content("".join(found[start:]))
    return _joined(predicate) + noun if len(noun) < SHORT else noun + _joined(predicate)


def _content(text: str, *, listed: bool = False) -> list[str]:
    """Return the words of a stretch that belong in a name; of a list before a noun, its verb."""
    lexicon = words.lexicon()
    text = _ORDINAL.sub("", _TITLE.sub("", text).strip())
    text = _DIGITS.sub("", _suffixes().compare.sub("", text))
    if listed and (text.count("、") >= _LISTED - 1 or text.rstrip().endswith("等")):
        first = words.cut(_NOISE.sub("", text.split("、")[0]))
        return [word for word in first if word in lexicon.verbs][:1]
    found = words.cut(_NOISE.sub("", _LIST.sub(_its_verb, text)))
    dropped = lexicon.light | lexicon.adverbs | lexicon.places | lexicon.fillers
    return [word for word in found if word not in dropped]


def _its_verb(listed: re.Match[str]) -> str:
    """Return the verbs that a list before 等 begins with: 发布预决算、重大项目、招生等信息."""
    verbs = words.lexicon().verbs
    first = words.cut(_NOISE.sub("", listed[0].split("、", maxsplit=1)[0]))
    start = next((at for at, word in enumerate(first) if word in verbs), len(first))
    return "".join(takewhile(verbs.__contains__, first[start:]))


def _noun(text: str) -> str:
    """Return the noun a measure word is followed by: 13项“一件事”, 37个部门."""
    if not text or text[0] in _MARKS:
        return ""
    lexicon = words.lexicon()
    stops = lexicon.breaks | lexicon.light | lexicon.adverbs | lexicon.fillers
    noun = ""
    found = words.cut(_NOISE.sub("", text))
    for word, following in zip_longest(found, found[1:]):
        verb = word in stops or (not noun and word in lexicon.verbs - lexicon.nominal)
        if verb and not (noun and following in lexicon.heads):
            break
        noun += word
    return noun if len(noun) <= LONGEST else ""


def subject(found: Sequence[str]) -> str:
    """Return what a name is about: its words but for the verbs at its ends."""
    lexicon = words.lexicon()
    kept = [word for word in found if word != "率"]
    while kept and kept[0] in lexicon.verbs:
        rest = kept[1:]
        if kept[0] in lexicon.nominal and len("".join(rest)) < SHORT:
            break  # 执行案件 is a name, 审查政府合同 is not
        kept = rest
    while kept and kept[-1] in lexicon.verbs and kept[-1] not in lexicon.endings:
        kept.pop()
    return _joined(kept, _LONGEST_TOPIC) if len("".join(kept)) > 1 else ""


def _joined(found: Sequence[str], longest: int = LONGEST) -> str:
    """Return the last words that make a name of bearable length."""
    name = ""
    for word in reversed(found):
        if name and len(word) + len(name) > longest:
            break
        name = word + name
    return name


def _ordered(found: Sequence[str]) -> str:
    """Return a name with its verb behind its object, as in a table: 行政复议申请受理."""
    verbs = words.lexicon().verbs - words.lexicon().nominal
    counted = found[-1:] and found[-1].endswith(("人数", "次数", "数量", "总数"))  # 参与人数
    if counted or (len(found) > 1 and found[0] not in verbs):
        return _joined(found)
    if len(found) > 1 and found[0] in verbs and not all(word in verbs for word in found[1:]):
        return _joined(found[1:]) + found[0]
    return _joined(found)


def prefixed(topic: str, name: str) -> str:
    """Put a topic before a name, what they share only once."""
    if not topic or topic in name:
        return name
    shared = next(
        (n for n in range(min(len(topic), len(name)), 0, -1) if topic.endswith(name[:n])), 0
    )
    if name and not shared:
        last = words.cut(name)[-1]
        topic = topic.removesuffix(last) if len(last) > 1 and last != name else topic
    return topic + name[shared:]


def overlap(one: str, other: str) -> bool:
    """Whether two stretches say the same thing somewhere."""
    return any(one[at : at + SHORT] in other for at in range(len(one) - SHORT + 1))


def finished(name: str, number: Number) -> str:
    """Return the name with what its unit asks for: 次数, 人次, 金额, 率."""
    suffixes = _suffixes()
    if number.kind is MentionKind.RATE:
        return name if name.endswith(("率", "占比")) else name + "率"
    if number.kind is MentionKind.CHANGE and number.unit == "%":
        return name + "幅度"
    suffix = suffixes.by_unit.get(number.unit, suffixes.other)
    if suffix != suffixes.other:
        name = next((name.removesuffix(t) for t in suffixes.totals if name.endswith(t)), name)
    if name.endswith((suffix, *suffixes.enough)):
        return name
    overlap = next((n for n in range(len(suffix), 0, -1) if name.endswith(suffix[:n])), 0)
    return (name or "数量") + suffix[overlap:]
