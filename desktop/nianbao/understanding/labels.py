"""A name for every number, from the words around it: what an official would put in a table.

    2024年，全县新收行政复议申请83件，其中纠错11件，纠错率13.25%。
    → 行政复议申请新收数、行政复议申请纠错数、行政复议申请纠错率

The clause that holds the number gives the name; a clause too poor for that (办结15件) borrows the
subject of the clause before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from nianbao.report.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.resource import load
from nianbao.understanding.numbers import Number

_CLAUSE = re.compile(r"[^，,。；;：:！？（(）)]+")
_SENTENCE_END = re.compile("[。；;！？]")
_TITLE = re.compile(r"《[^》]*》(?:等)?")
_TITLE_INSIDE = re.compile("《([^》]*?)(?:实施)?(?:方案|办法|意见|通知|计划|细则|规定)?》")
_MARKS = "，,。；;：:、"
_HOLLOW = frozenset(["率", "未", "不予", "正在", "尚未"])
_ENDS = frozenset(["申请", "服务", "诉讼", "复议"])
_DIGITS = re.compile(r"(?:19|20)\d\d\s*年(?:度|\s*\d{1,2}\s*月)?|[\d.%％]+")
_ORDINAL = re.compile("^[一二三四五六七八九十]{1,3}是")
_ASIDE = re.compile(r"[（(][^（()）\d]{1,10}[）)]")
_NOISE = re.compile(r"[^\u4e00-\u9fffA-Za-z+＋]")
_LAST_YEAR = "上年"  # the name of a value that only serves comparison: 比上年末的18名
_LISTED = 3  # this many items in a row are a list, not a name
_SHORT = 4
_LONGEST = 18
_LONGEST_TOPIC = 12


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    text: str
    sentence: int
    within: bool  # it stands in a bracket or begins with 其中: part of what was told before


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
        within=re.compile("^(?:" + "|".join(table["within"]) + ")"),
    )


def names(text: str, numbers: Sequence[Number]) -> list[str]:
    """Return a name for each number of a passage, in order."""
    return list(_Namer(text, numbers).names())


class _Namer:
    """Goes through a passage clause by clause and remembers what it speaks of."""

    def __init__(self, text: str, numbers: Sequence[Number]) -> None:
        # a bracket without a number (街道) is part of the name around it
        self._text = _ASIDE.sub(lambda found: "　" * len(found[0]), text)
        self._numbers = numbers
        self._counted: tuple[int, str] = (-1, "")  # sentence and subject of a clause with a number
        self._silent: list[_Clause] = []  # clauses without a number, looked into when needed
        self._items: list[str] = []  # the names given in the sentence in hand
        self._sentence = -1

    def names(self) -> Iterator[str]:
        waiting = list(self._numbers)
        for clause in _clauses(self._text):
            inside = []
            while waiting and waiting[0].start < clause.end:
                inside.append(waiting.pop(0))
            if inside:
                yield from self._in_clause(clause, inside)
            else:
                self._silent.append(clause)

    def _in_clause(self, clause: _Clause, numbers: Sequence[Number]) -> Iterator[str]:
        if clause.sentence != self._sentence:
            self._sentence, self._items = clause.sentence, []
        start = clause.start
        last = ""
        closing = self._text[numbers[-1].stop : clause.end]
        for place, number in enumerate(numbers):
            final = place + 1 == len(numbers)
            after = closing if final else self._text[number.stop : numbers[place + 1].start]
            own = after if final else _own(after)
            before = self._text[start : number.start]
            last = _name(before, own or after, closing, number) or last
            start = number.stop + len(own)
            total = _total(before)
            name = self._total(total) if total else self._with_topic(clause, last, number)
            self._items.append(name)
            yield _finished(name, number)

    def _total(self, word: str) -> str:
        """Name a total after the things it adds up: 县人大代表建议县政协提案合计."""
        return "".join(dict.fromkeys(self._items))[-_LONGEST:] + word

    def _with_topic(self, clause: _Clause, name: str, number: Number) -> str:
        """Complete a poor name, remember what a rich one speaks of."""
        found = words.cut(name)
        if number.unit == "%" and not name and self._items:
            return self._items[-1] + "占比"
        if number.kind is MentionKind.CHANGE and self._items and _is_empty(found):
            return _prefixed(self._items[-1], name)  # 较去年下降1.6个百分点
        if clause.within or _is_poor(found, name, number):
            return _prefixed(self._topic(clause.sentence), name)
        if _is_derived(clause.text) and len(_subject(found)) <= _SHORT:
            return _prefixed(self._topic(clause.sentence, near=True), name)
        if number.unit != "%" and len(_subject(found)) < _SHORT - 1:
            # 划分片区: what the clauses before it were about helps
            name = _prefixed(self._spoken(clause.sentence), name)
        self._counted = (clause.sentence, _subject(words.cut(name)) or name)
        return name

    def _topic(self, sentence: int, *, near: bool = False) -> str:
        """Return what this sentence speaks of, or the one before it."""
        for reach in (sentence,) if near else (sentence, sentence - 1):
            at, subject = self._counted
            if subject and at == reach:
                return subject
            if spoken := self._spoken(reach):
                return spoken
        return ""

    def _spoken(self, sentence: int) -> str:
        """Return what the last clause of a sentence that says something was about."""
        for clause in reversed(self._silent):
            if clause.sentence < sentence:
                break
            if clause.sentence == sentence and (subject := _spoken(clause.text)):
                return subject
        return ""


def _is_empty(found: Sequence[str]) -> bool:
    """Whether a name has nothing but verbs and adverbs."""
    lexicon = words.lexicon()
    empty = lexicon.verbs | lexicon.adverbs | _HOLLOW
    return all(word in empty for word in found)


def _is_poor(found: Sequence[str], name: str, number: Number) -> bool:
    """Whether a name says too little by itself."""
    if _is_empty(found):
        return True
    if number.unit == "%":
        stem = name.removesuffix("率")
        return len(stem) <= _SHORT or "率" in stem
    lexicon = words.lexicon()
    if any(word in lexicon.verbs - lexicon.nominal for word in found):
        return False
    return len(name) < (_SHORT + 1 if number.kind is MentionKind.MONEY else _SHORT)


def _is_derived(clause: str) -> bool:
    """Whether a clause goes on about what was told before: 提出法律意见近400条."""
    lexicon = words.lexicon()
    before = ""
    text = _NOISE.sub("", _suffixes().compare.sub("", clause))
    while before != text:
        before = text
        if text.startswith(tuple(lexicon.derived)):
            return True
        word = next((word for word in lexicon.adverbs if text.startswith(word)), "")
        text = text.removeprefix(word)
    return False


def _clauses(text: str) -> Iterator[_Clause]:
    sentence, end = 0, 0
    for found in _CLAUSE.finditer(text):
        sentence += len(_SENTENCE_END.findall(text[end : found.start()]))
        end = found.end()
        bracketed = text[: found.start()].endswith(("（", "("))
        within = bracketed or _suffixes().within.search(_ORDINAL.sub("", found[0].strip()))
        yield _Clause(found.start(), end, found[0], sentence, bool(within))


def _spoken(text: str) -> str:
    """Return what a clause without a number is about: who acts, else what is acted on.

    A clause that only names a title is about the title's matter.
    """
    lexicon = words.lexicon()
    content = [word for word in _content(text) if len(word) > 1]
    verb = next((at for at, word in enumerate(content) if word in lexicon.verbs), None)
    head = "".join(content[:verb]) if verb is not None else ""
    if subject := head if len(head) > _SHORT else _subject(content):
        return subject[-_LONGEST_TOPIC:]
    titles = _TITLE_INSIDE.findall(text)
    return _subject(_content(titles[-1])) if titles else ""


def _own(text: str) -> str:
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


def _name(before: str, after: str, closing: str, number: Number) -> str:
    """Return the name that the clause itself gives a number, empty when it says nothing.

    `after` follows the number, `closing` ends its clause: a noun that says little by itself takes
    the predicate from there (43个部门1740项事项实现“一站式”办理).
    """
    after = _suffixes().compare.sub("", after)
    noun = _noun(after)
    before = _suffixes().tail.sub("", before.rstrip())
    if number.unit == "%":
        return _rate(before)
    content = _content(before, listed=bool(noun))
    if noun and not content:
        return _with_predicate(noun, closing)
    if noun:
        return _joined(content) + noun
    if content and number.unit in _suffixes().often and after.strip() and after[0] not in _MARKS:
        return _joined(content) + _joined(_content(after))  # 负责人先后三次深入乡镇调研
    if not content:
        last_year = _suffixes().compare.search(before)
        return _LAST_YEAR if last_year else _ordered(_content(after))
    if number.unit in _suffixes().by_unit:
        content = [word for word in content if word not in _suffixes().totals] or content
    return _ordered(content)


def _total(before: str) -> str:
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
        return noun
    predicate = _content("".join(found[start:]))
    return _joined(predicate) + noun if len(noun) < _SHORT else noun + _joined(predicate)


def _content(text: str, *, listed: bool = False) -> list[str]:
    """Return the words of a stretch that belong in a name; of a list before a noun, its verb."""
    lexicon = words.lexicon()
    text = _ORDINAL.sub("", _TITLE.sub("", text).strip())
    text = _DIGITS.sub("", _suffixes().compare.sub("", text))
    if listed and (text.count("、") >= _LISTED - 1 or text.rstrip().endswith("等")):
        first = words.cut(_NOISE.sub("", text.split("、")[0]))
        return [word for word in first if word in lexicon.verbs][:1]
    found = words.cut(_NOISE.sub("", text))
    dropped = lexicon.light | lexicon.adverbs | lexicon.places | lexicon.fillers
    return [word for word in found if word not in dropped]


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
    return noun if len(noun) <= _LONGEST else ""


def _subject(found: Sequence[str]) -> str:
    """Return what a name is about: its words but for the verbs at its ends."""
    lexicon = words.lexicon()
    kept = [word for word in found if word != "率"]
    while kept and kept[0] in lexicon.verbs:
        rest = kept[1:]
        if kept[0] in lexicon.nominal and len("".join(rest)) < _SHORT:
            break  # 执行案件 is a name, 审查政府合同 is not
        kept = rest
    while kept and kept[-1] in lexicon.verbs and kept[-1] not in _ENDS:
        kept.pop()
    return _joined(kept, _LONGEST_TOPIC) if len("".join(kept)) > 1 else ""


def _joined(found: Sequence[str], longest: int = _LONGEST) -> str:
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
    if len(found) > 1 and found[0] in verbs and not all(word in verbs for word in found[1:]):
        return _joined(found[1:]) + found[0]
    return _joined(found)


def _prefixed(topic: str, name: str) -> str:
    """Put a topic before a name, what they share only once."""
    if not topic or topic in name:
        return name
    shared = next(
        (n for n in range(min(len(topic), len(name)), 0, -1) if topic.endswith(name[:n])), 0
    )
    return topic + name[shared:]


def _finished(name: str, number: Number) -> str:
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
