"""Numerals of a text: where they stand, as far as they reach, and what became of each.

A numeral is everything that is read as one number, whoever wrote it: 1,234 · 13万2千 · 九十九点八 ·
百分之6 · 叁佰伍拾万. It is found in folded text (see `fold`), whose places are those of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise

from nianbao.report.writing import listed
from nianbao.report.writing.chinese import CAPITALS, NUMERALS
from nianbao.report.writing.fold import folded as read
from nianbao.report.writing.text import CLAUSE_END

_DIGITS = (
    r"(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"
    r"|[0-9]+(?:[.,·](?!(?:19|20)[0-9]{2} ?年)[0-9]+)*)"  # 2.2024年 is item 2 of a list
)
_SCALE = "(?:十(?!大)|百(?!分[点比]|姓|强)|千(?![瓦米克卡])|[万亿])"  # not 千瓦, 百分点
_MEASURED = "(?= {0,2}[元份件次人个项])|(?<![拾陆伍])(?=[起宗名户家场期部条卷批])"  # not 拾起, 陆家
_HAN = (
    f"(?:(?<=[统单唯划])一(?=[{NUMERALS}])"  # 统一三个标准
    f"|[{NUMERALS}][佰仟][{NUMERALS}{CAPITALS}]*|[{NUMERALS}]+"  # 一佰零三
    f"|[{CAPITALS}](?:[{CAPITALS}零〇万亿]+|{_MEASURED})"
    rf"|(?<![\u4e00-\u9fff])[{CAPITALS}](?= *[、.]))"  # 壹、 before a heading; not 队伍、
)
_PLANES = (range(0x80, 0x20000), range(0x20000, 0x2FA20))  # where Unicode has numbers
_POINT = f"点(?=[{NUMERALS}0-9])"
_NUMERAL = re.compile(
    rf"(?:{_HAN}|{_DIGITS}) {{0,2}}分 {{0,2}}之 {{0,2}}"
    rf"(?:{_HAN}|{_DIGITS})(?:{_POINT}[{NUMERALS}]+)?"
    rf"|{_DIGITS}(?: {{0,2}}[余多]?{_SCALE}+(?:[零〇]?{_DIGITS})?)*"
    rf"|{_HAN}(?:{_POINT}[{NUMERALS}]+)?(?:[余多](?=[万亿])[万亿]+)?"
    "|半"
)
_RANGE = re.compile(r" {0,2}(?:[-~]{1,2}|—{1,2}|至|到) {0,2}")
_MARKS_INSIDE = ("", "，", "。", ",", ".", "·", "/", ":", "：")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_TWO_MARKS = re.compile("[，。,.·]{2}")
_POINTS = (".", ",", "·")
_SPACES = (" ", "  ")
_TAB = "\t"
_WIDEST_MARK = 3  # 2 。5亿元, with its spaces
_PARTING = frozenset("、；：！？（）()〔〕【】[]《》“”%‰=<>+×*|&#@…→~—-\t\n□")  # two numbers
_FOREIGN = re.compile("[\u02b0-\u052f]")  # modifiers, Greek and Cyrillic letters
_REACH = 80  # characters before a numeral in which the things it counts are named
_MEASURES = ("百分点", "千瓦", "千米", "千克")  # units that begin like a scale: 4.7千米
_WRITTEN = f"[{NUMERALS}{CAPITALS}]"
_ENDS = re.compile(  # 285. · 3万5 · 百分之九十 · 三十 · 百分之
    rf"[0-9]+(?=[.,·，]?$)|{_WRITTEN}+(?=点?$)|[百千万]分之?$|(?<![-—])[-±~]$"
)
_GOES_ON_WITH = re.compile(  # 6万元 · 千余人次 · 八点六 · .2万份 · 点五 · 分之六
    rf"[.,·，]?[0-9]+|{_WRITTEN}+|点[{NUMERALS}0-9]+|分?之[{NUMERALS}0-9]+"
)
_WORDS = ("一",)  # 统一3个标准: the numeral before is part of a word


class NumeralKind(StrEnum):
    """What became of a numeral. Each is exactly one of these."""

    FIGURE = "figure"  # 数据
    YEAR = "year"  # a year that moves with the report's
    EXCEPTION = "exception"  # no figure, and said why
    ASKED = "asked"  # the program does not know: the user says


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A numeral of a report and what became of it.

    `start` to `stop` are characters of the piece's printed text; `piece` is the id of the element,
    section or entry. `text` is what to show of it: with its unit where it is asked about, with what
    it is part of where it is none (〔2024〕14号). `reason` says in a word why an exception is none
    (发文字号, 序数), or why it is asked about (名次, 成数). `context` are the words around one that
    is no figure, by which a correction finds it again (see `correction.context`).
    """

    kind: NumeralKind
    start: int
    stop: int
    text: str
    reason: str = ""
    piece: str = ""
    context: str = ""

    def moved(self, by: int) -> "Numeral":
        """Return the same numeral in a text that begins earlier."""
        return replace(self, start=self.start + by, stop=self.stop + by)


def are_one(folded: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two numerals that follow each other are written as one thing: 5-20, 12，34, 2 34."""
    if _RANGE.fullmatch(folded, one[1], other[0]):
        return True
    between = folded[one[1] : other[0]]
    arabic = [folded[at].isdecimal() for at in (one[1] - 1, other[0])]
    if all(arabic) and between == _TAB:
        return True  # 8⇥3件 may be two cells or one number
    if all(arabic):
        mark = between.strip(" ") if len(between) <= _WIDEST_MARK else between
        if mark == "：" and _YEAR.match(folded, *one):  # 2023：75件
            return False
        return mark in _MARKS_INSIDE or bool(_TWO_MARKS.fullmatch(mark)) or _is_odd(mark)
    if between and any(arabic):
        return between in _POINTS
    if between:  # 二 十 三件, letters apart as a PDF gives them
        return between in _SPACES
    return folded[slice(*one)] not in _WORDS and not folded.startswith(_MEASURES, other[0])


def _is_odd(between: str) -> bool:
    """Whether a single sign that parts no numbers stands between digits: 2‚345, 1∶3, 2З0."""
    sign = len(between) == 1 and between not in _PARTING
    return sign and (not between.isalnum() or _FOREIGN.match(between) is not None)


def ends_numeral(folded: str, stop: int) -> bool:
    """Whether the last character before a place is one of a number, and no unit."""
    last = folded[stop - 1 : stop]
    return last.isdecimal() or last in NUMERALS + CAPITALS


def is_cut(above: str, below: str) -> bool:
    """Whether the number that a line ends with may go on in the next one: 3万5⏎千余人次.

    Both are folded, without outer space.
    """
    return halves(above, below) is not None


def halves(above: str, below: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where the halves of a number stand that was cut in two, None if none was."""
    first, second = last_half(above), first_half(below)
    return (first, second) if first and second else None


def last_half(folded: str) -> tuple[int, int] | None:
    """Return where what a line ends with stands that may go on in another: 3万5, 百分之九十."""
    found = _ENDS.search(folded, max(0, len(folded) - _REACH))
    return found.span() if found else None


def first_half(folded: str) -> tuple[int, int] | None:
    """Return where what a line begins with stands that may go on from another: 千余人次, 点六."""
    found = None if listed.no_rest().match(folded) else _GOES_ON_WITH.match(folded)
    return found.span() if found else None


def is_enumerated(folded: str, start: int, value: int) -> bool:
    """Whether a numeral only says how many things stand before it: 区、镇、村三级."""
    clause = CLAUSE_END.split(folded[max(0, start - _REACH) : start])[-1]
    things = [thing for thing in listed.between_things().split(clause) if thing]
    counted = any(_NUMERAL.search(thing) for thing in things)  # 纠错一件、撤销两件
    return value > 1 and len(things) == value and not counted


@cache
def signs() -> str:
    """Return the inside of a class of signs that are numbers and no digits: ⒊ Ⅳ ½ 𐅉.

    Those that count items or point at notes (①, ¹) are no part of the number beside them; 什 and
    京 are words.
    """
    none = re.compile(
        f"[0-9{NUMERALS}{CAPITALS}¹²³⁰⁴-⁹{listed.words_alike()}{listed.item_signs()}]"
    )
    found = [
        point
        for points in _PLANES
        for point in points
        if unicodedata.numeric(chr(point), None) is not None and not none.match(read(chr(point)))
    ]
    ends = [at for at, (one, other) in enumerate(pairwise(found), 1) if other > one + 1]
    runs = (found[start:stop] for start, stop in pairwise((0, *ends, len(found))))
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


def spans(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where numerals begin and end, each as long as it can be."""
    return (found.span() for found in _NUMERAL.finditer(folded))
