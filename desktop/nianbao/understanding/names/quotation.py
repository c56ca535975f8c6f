"""A clause quoted with a blank for its number: the name of a figure that no name was found for."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from nianbao.report.figures.figure import QUOTED_NUMBER
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import weight
from nianbao.understanding.names.parsing.clauses import WordRole, role
from nianbao.understanding.numerals.numbers import Number

_MOST_BEFORE, _MOST_AFTER = 36, 16  # characters quoted on either side of the blank
_MOST_BOTH = 30  # on both sides, where little stands before it
_MOST_OF_ROW = 44  # before the blank of a row: its first thing has the first number
_MOST_OF_SENTENCE = 42  # before the blank, where the clause alone says too little
_TELLING = 4  # characters that tell what is counted
_LOOSE = (
    WordRole.LINK,
    WordRole.CASE,
    WordRole.VERB,
    WordRole.LIGHT,
    WordRole.ADVERB,
    WordRole.MARK,
)
_CUT_OFF = (
    WordRole.LINK,
    WordRole.CASE,
    WordRole.ADVERB,
    WordRole.PLACE,
)  # what a cut may leave at the head
_YEAR = ("年", "年度")
_EDGES = "，,.。；;：:、！？（）() 　\t"
_INNER = str.maketrans("“”", "‘’")
_LEFT_OUT = "…"
_LONG_TITLE = re.compile("《[^《》]{11,}》")


def quoted(
    text: str,
    number: Number,
    starts: Sequence[int],
    stop: int,
    numbers: Sequence[Number],
    borrowed: Sequence[str] = (),
    to: int = 0,
) -> tuple[str, ...]:
    """Return what stands around a number up to `stop`, first short, then longer.

    Where that tells nothing (＿个) it goes on up to `to`.


    It begins at each of `starts`, the nearest first, where that tells enough (其中＿个 does
    not), and has the words that the name of the number would have `borrowed` from before, if any
    start has.
    Other numbers of the text and its years, which are of one year only, are left out: 上线…个服务，
    其中＿个.
    """
    found = [
        _said(text, number, start, stop, numbers, _MOST_OF_SENTENCE if place else _MOST_BEFORE, to)
        for place, start in enumerate(starts)
    ]
    telling = [said for said, told in found[:-1] if told] + [found[-1][0]]
    if found[-1][1] is False and len(telling) == 1:
        telling = [_said(text, number, starts[-1], to, numbers, _MOST_OF_SENTENCE, to)[0]]
    lender = next((n for n, said in enumerate(telling) if any(b in said for b in borrowed)), 0)
    return tuple(dict.fromkeys(telling[lender:]))


def _said(
    text: str, number: Number, start: int, stop: int, numbers: Sequence[Number], most: int, to: int
) -> tuple[str, bool]:
    """Return a quotation of at most so many characters before its blank, and if it tells enough.

    What is too long is cut between words, farthest from the number.
    """
    pieces = _pieces(text, start, number.start, numbers)
    row = naming.ties().respectively.search(text, start, number.start) is not None
    most, stop = (
        (_MOST_OF_ROW, min(to, number.stop + _MOST_OF_ROW)) if row else (most, stop)
    )  # …分别下降＿%、…%
    before = [*_up_to(reversed(pieces), most)][::-1]
    before = [*dropwhile(_is_left_of_a_cut if len(before) < len(pieces) else _is_link, before)]
    if before[:1] == [_LEFT_OUT] and len(before) < len(pieces):
        before = before[2:]  # the unit of a number that was cut off
    unit = text[number.end : number.stop].strip()
    after = _pieces(text[:stop].rstrip(_EDGES), number.stop, stop, numbers)
    room = _MOST_BOTH - sum(map(len, before))  # ＿名镇和县直部门主要负责人作了书面述法
    behind = [*_up_to(after, max(_MOST_AFTER, room))]
    loose = (WordRole.LINK, WordRole.CASE) if len(behind) == len(after) else _LOOSE
    while behind and role(behind[-1]) in loose:
        behind.pop()  # 对＿个乡镇和
    telling = [word for word in (before if row else (*before, *behind)) if _tells(word)]
    said = "".join((*before, QUOTED_NUMBER, unit, *behind))
    said = naming.left_out().one_year.sub(_LEFT_OUT, said.translate(_INNER).strip(_EDGES))
    said = _whole(naming.left_out().opening_year.sub("", said))
    bare = said == QUOTED_NUMBER + unit  # what told enough stood in half a bracket
    return said, sum(map(len, telling)) >= _TELLING and not bare


def _tells(word: str) -> bool:
    """Whether a word of a quotation tells anything of what is counted."""
    return word != _LEFT_OUT and not weight.is_empty((word,))


def _is_link(word: str) -> bool:
    """Whether a quotation may not begin with a word: 和＿个部门."""
    return role(word) is WordRole.LINK


def _is_left_of_a_cut(word: str) -> bool:
    """Whether a word says nothing where what stood before it was cut off: 年以来, 性岗位."""
    left = word in _YEAR or word in words.lexicon().suffixes
    return left or role(word) in _CUT_OFF


def _whole(said: str) -> str:
    """Return a quotation without a half of a bracket or a title: ＿个乡镇（街道."""
    for opens, closes in ("（）", "《》", "‘’"):
        if said.rfind(opens) > said.rfind(closes):
            head, _, tail = said.rpartition(opens)
            said = head if QUOTED_NUMBER in head else tail
        first = said.find(closes)
        if first >= 0 and opens not in said[:first]:
            head, _, tail = said.partition(closes)
            said = tail if QUOTED_NUMBER in tail else head
    return said.strip(_EDGES)


def _pieces(text: str, start: int, stop: int, numbers: Sequence[Number]) -> list[str]:
    """Return the words between two places, other numbers left out."""
    pieces: list[str] = []
    first, last = (bisect_left(numbers, at, key=lambda one: one.start) for at in (start, stop))
    for number in numbers[first:last]:
        if start <= number.start:
            pieces += [*_cut(text[start : number.start]), _LEFT_OUT]
            start = number.end
    return [*pieces, *_cut(text[start:stop])]


def _cut(text: str) -> Iterator[str]:
    """Yield the words of a text; of a long title that something is there."""
    end = 0
    for title in _LONG_TITLE.finditer(text):
        yield from words.cut(text[end : title.start()])
        yield f"《{_LEFT_OUT}》"
        end = title.end()
    yield from words.cut(text[end:])


def _up_to(found: Iterable[str], most: int) -> Iterator[str]:
    length = 0
    for word in found:
        length += len(word)
        if length > most:
            break
        yield word
