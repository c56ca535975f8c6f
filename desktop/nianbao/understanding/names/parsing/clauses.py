"""A passage cut into clauses, and a clause into words with what each word does in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import accumulate
from typing import TypeGuard

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import weight, wording

_BLANK = "　"  # where an aside stood
_CLAUSE = re.compile(r"[^，,。；;：:！？（(）)]{1,200}")  # text without marks is cut somewhere
_PERIOD_END = re.compile("[。！？]")
_SENTENCE_END = re.compile("[。；;！？]")
_ASIDE = re.compile(r"[（(](?:[^（()）\d]{1,10}|[A-Za-z][A-Za-z\d.]{0,9})[）)]")  # （PM2.5）
_CLOCK = re.compile(r"(?<=\d)[:：](?=\d)")  # 9:30 is one word
_ITEM = re.compile(r"(?<=[。；;：:])\s{0,4}\d{1,2}[.、](?!\d)")  # 注：1.口径不变；2.合计83件
_AMONG = re.compile(r"\d[^\d]{3,20}中\s*$")  # 96名法治副校长中
_COMMAS = ("，", ",")
_MARKS = str.maketrans(dict.fromkeys("，,。；;：:！？（()）", _BLANK))
_SPOKEN = re.compile(r"[\u4e00-\u9fff\u2160-\u217fA-Za-z\d]")
_QUOTED = re.compile('[“"]([^“”"]{1,12})[”"]')


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a passage. `within`: it tells a part of what was told before.

    A `sentence` ends with a semicolon too, a `period` only with a full stop. `among`: the clause
    before says what it tells parts of (83名校长中); `aside`: it stands in brackets.
    """

    start: int
    end: int
    text: str
    sentence: int
    period: int
    within: bool
    among: bool = False
    aside: bool = False


class WordRole(Enum):
    """What a word does in a clause."""

    NOUN = "noun"
    VERB = "verb"
    BOTH = "both"  # 培训, 检查
    LIGHT = "light"  # 开展
    ADVERB = "adverb"
    PLACE = "place"
    CASE = "case"  # 对, 为, 的
    LINK = "link"  # 、 和 及
    MARK = "mark"


DEEDS = (WordRole.BOTH, WordRole.VERB)
"""What tells of something done."""

TELLING = (WordRole.NOUN, *DEEDS)
"""What tells of what; the others only join or shade it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause, never a part of one."""

    text: str
    role: WordRole


_SEATS = ("所",)  # a particle elsewhere (所受理的), the end of a body before a number
_BEFORE_RATE = (WordRole.NOUN, WordRole.VERB, WordRole.BOTH)


def unnumbered(text: str) -> str:
    """Return a passage, as long as it was, with the numbers of its items blanked."""
    return _ITEM.sub(lambda found: _BLANK * len(found[0]), text)


def unbroken(text: str) -> str:
    """Return a passage, as long as it was, with the marks in titles and asides blanked.

    A bracket without a number is no part of the name around it, but for what is counted with it:
    17个村（社区）调委会.
    """
    text = naming.left_out().added.sub(_BLANK, _CLOCK.sub("·", text))
    for aside in (naming.left_out().day, naming.left_out().since):
        text = aside.sub(lambda found: _BLANK * len(found[0]), text)
    text = naming.grammar().levels.sub(_BLANK, text)
    text = naming.grammar().those_that.sub(_of_deed, text)
    text = wording.TITLE.sub(lambda found: found[0].translate(_MARKS), text)
    return _ASIDE.sub(_aside, text)


def _of_deed(found: re.Match[str]) -> str:
    """Return the words before a share with 的 for the sign of those who did it: 退回修改者占8%."""
    *before, last = words.cut(found[0])
    does = len(found[0]) > len(last) == 1 and role(before[-1]) in DEEDS  # 消费者 is one word
    return found[0][:-1] + naming.grammar().of if does else found[0]


def _aside(found: re.Match[str]) -> str:
    said = found[0][1:-1]
    if said in words.lexicon().together:
        return f"{_BLANK}{said}{_BLANK}"
    return _BLANK * len(found[0])


def cut(text: str) -> Iterator[Clause]:
    """Yield the clauses of a passage in order."""
    sentence, period, end, opens = 0, 0, 0, False
    for found in _CLAUSE.finditer(text):
        between = text[end : found.start()]
        among = opens and between.strip() in _COMMAS  # 在聘的96名副校长中，法官12名
        sentence += len(_SENTENCE_END.findall(between))
        period += len(_PERIOD_END.findall(between))
        end = found.end()
        bracketed = text.endswith(("（", "("), 0, found.start())
        within = bracketed or among or weight.is_part(found[0])
        opens = _AMONG.search(found[0]) is not None
        yield Clause(found.start(), end, found[0], sentence, period, within, among, bracketed)


@lru_cache(maxsize=1024)
def read(text: str) -> tuple[Word, ...]:
    """Return the words of a stretch of text that may speak in a name, links and cases included.

    Titles, examples, dates, comparisons and what else says nothing of the thing counted are left
    out, where they begin and end with a word. What is quoted is one word.
    """
    found: list[Word] = []
    end = 0
    for quoted in _QUOTED.finditer(text):
        found += _plain(text[end : quoted.start()])
        said = wording.NOISE.sub("", quoted[1])
        if said and not wording.FORMULA.fullmatch(quoted[0]):
            found.append(Word(said, WordRole.NOUN))
        end = quoted.end()
    found += _plain(text[end:])
    if found and found[-1].text in words.lexicon().outcomes:
        found[-1] = Word(found[-1].text, WordRole.VERB)  # 调解83件，成功80件
    return _whole(found)


def _whole(found: list[Word]) -> tuple[Word, ...]:
    """Return the words with each rate (通过率, 及时受理率) one word, and 不 with what it denies.

    So is a number of deeds where it is told how it changed: 受理数增长.
    """
    whole: list[Word] = []
    rate = naming.endings().rate
    for word in found:
        before = whole[-1] if whole else None
        if word.text[0] == rate and before and before.role in _BEFORE_RATE:
            whole[-1] = Word(before.text + rate, WordRole.NOUN)
            _join_how(whole)
            if rest := word.text[1:]:
                whole.append(Word(rest, role(rest)))
        elif before and (_make_one_noun(before, word) or _counts(before, word)):
            whole[-1] = Word(before.text + word.text, WordRole.NOUN)
        elif before and _tells_how(before, word):
            whole[-1] = Word(before.text + word.text, word.role)
        elif word.text == wording.DONE and _is_sign(before):
            whole[-1] = Word(before.text, WordRole.VERB)  # 宣讲会开了83场
        elif _is_help(word) and before and before.role is WordRole.NOUN:
            whole.append(Word(word.text, WordRole.BOTH))
        else:
            whole.append(word)
    if len(whole) > 1 and whole[-1].text in _SEATS and whole[-2].role in _BEFORE_RATE:
        whole[-2:] = [Word(whole[-2].text + whole[-1].text, WordRole.NOUN)]  # 乡镇救援所12个
    return tuple(whole)


def _is_sign(word: Word | None) -> TypeGuard[Word]:
    """Whether a word is one sign of which nothing is known."""
    return word is not None and word.role is WordRole.NOUN and len(word.text) == 1


def _join_how(whole: list[Word]) -> None:
    """Join the rate at the end with what tells how it is counted: 及时 and 受理率."""
    if len(whole) > 1 and _is_part_of_rate(*whole[-2:]):
        whole[-2:] = [Word(whole[-2].text + whole[-1].text, WordRole.NOUN)]


def _make_one_noun(word: Word, behind: Word) -> bool:
    """Whether two words are one noun: 按期 and 答复率, 不 and 规范."""
    if word.text == words.NOT[0]:
        return True
    return behind.text.endswith(naming.endings().rate) and _is_part_of_rate(word, behind)


def _counts(deed: Word, word: Word) -> bool:
    """Whether a word makes of a deed how often it is done: 受理数, 办件量."""
    return deed.role in (WordRole.VERB, WordRole.BOTH) and word.text in naming.endings().counted_by


def _is_part_of_rate(word: Word, rate: Word) -> bool:
    """Whether a word belongs to the rate behind it: 按期答复率, 报备及时率."""
    timely = words.lexicon().timely
    if rate.text.removesuffix(naming.endings().rate) in timely:
        return word.role in DEEDS
    return word.role is WordRole.ADVERB and word.text in timely


def _tells_how(word: Word, deed: Word) -> bool:
    """Whether a word tells a deed from another of its kind: 联合执法, 直接纠错, 不予公开."""
    lexicon = words.lexicon()
    if word.text in lexicon.withheld:
        return deed.role in TELLING  # 不予行政处罚
    if word.text in lexicon.choosing:
        return deed.role in DEEDS
    return word.text in lexicon.telling and deed.role is WordRole.BOTH


def _is_help(word: Word) -> bool:
    """Whether a verb that says little in front of its object is a noun behind one: 法律帮助."""
    return word.role is WordRole.LIGHT and word.text in words.lexicon().nominal


def _plain(text: str) -> list[Word]:
    found = [word for piece in _dates_apart(text) for word in words.cut(piece)]
    edges = list(accumulate(map(len, found), initial=0))
    known = frozenset(edges)
    aside: set[int] = set()
    said = naming.left_out()
    left_out = (said.digits, said.compare, said.leading)
    for pattern in (wording.TITLE, wording.NUMBERED, *left_out):
        for match in pattern.finditer(text):
            if match.start() in known and match.end() in known:
                aside.update(range(*match.span()))
    return [
        Word(word, role(word))
        for word, start in zip(found, edges, strict=False)
        if start not in aside and word.strip(_BLANK)
    ]


def _dates_apart(text: str) -> Iterator[str]:
    """Yield the dates of a text and what stands between them: 2024年 and 龙年, no 年龙."""
    end = 0
    for dated in naming.left_out().dated.finditer(text):
        yield text[end : dated.start()]
        yield dated[0]
        end = dated.end()
    yield text[end:]


@cache
def bare(word: str) -> str:
    """Return a deed without how it is done, any other word as it is: 直接纠错 → 纠错."""
    for how in words.lexicon().telling:
        deed = word.removeprefix(how)
        if deed and deed != word and role(deed) is WordRole.BOTH:
            return deed
    return word


@cache
def role(word: str) -> WordRole:
    """Return what a word does wherever it stands."""
    lexicon = words.lexicon()
    if not _SPOKEN.search(word):
        return WordRole.LINK if word == "、" else WordRole.MARK
    if bare(word) != word:
        return WordRole.BOTH
    for named, result in (
        (lexicon.adverbs, WordRole.ADVERB),
        (lexicon.places, WordRole.PLACE),
        (lexicon.links, WordRole.LINK),
        (lexicon.fillers, WordRole.CASE),
        (lexicon.light, WordRole.LIGHT),
        (lexicon.acts, WordRole.VERB),
        (lexicon.nominal, WordRole.BOTH),
    ):
        if word in named:
            return result
    return WordRole.NOUN
