"""The reported quantities in a stretch of text, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from nianbao.report import numeral
from nianbao.report.figures.figure import MentionKind
from nianbao.report.writing import listed, quantity
from nianbao.report.writing.fold import folded
from nianbao.report.writing.quantity import Quantity
from nianbao.standards.figures.numerals import numerals
from nianbao.standards.figures.quantities import Quantities

_CLAUSE_ENDS = re.compile("[，,。；;、]|$")
_CLAUSE_START = re.compile("[，,。；;：:、（(]")
_WHOLE = 100
_AFTER_NOUN = re.compile("[\u4e00-\u9fff）)]")
_SIGNED = re.compile(r"(?<=[\u4e00-\u9fff])[-+]$")
_TOUCHING = re.compile(r"[A-Za-z~.×*≈≥≤<>□]$|(?<![\u4e00-\u9fff])[-+]$|(?<!—)—$")
_RANGE_BEHIND = re.compile(r"(?:[-~]|—(?!—))\s?\d")
_SIGNS = ("-", "+")
_SHARES = ("%", "‰")
_OPENING = ("“", "‘", "《")
_SCALES_ALONE = ("百", "千", "万", "亿")
_EXACT = re.compile("[点壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌]")
_LONGEST = 30
_POINT = "点"
_CLAUSE = 40  # characters before a number in which its comparison stands
_APART = re.compile(r"\d{1,2}(?: \d|\.100$)")  # 5.100%, 2 120卷 at the head of a text
_WORD = 3  # characters before a number in which a word may end with a 约词
_FORMER = re.compile(r"\d(?=\D*$)")
_NEAR = 12  # characters before a number in which a word of change speaks of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: `writing` from `start` to `end`, its unit behind it up to `stop`.

    `after` is the 约词 behind the unit (以上), `stop` the end of both. A change against last year
    has its word (增长, 下降了) from `word_start` on. Places are those of the text as written,
    quotations are folded.
    """

    start: int
    end: int
    stop: int
    writing: str
    unit: str
    value: Decimal
    approx: str
    kind: MentionKind
    after: str = ""
    word_start: int | None = None


def find(text: str, quantities: Quantities) -> list[Number]:
    """Return the reported quantities of a text, in order.

    A number is found whole or not at all: what a digit, a sign or half a range touches is left for
    the account of numerals to ask about.
    """
    return [number for number, doubt in look(text, quantities) if not doubt]


def look(text: str, quantities: Quantities) -> Iterator[tuple[Number, str]]:
    """Yield the quantities of a text, and why one cannot be right; empty where nothing is said."""
    plain = folded(text)
    return ((one, doubt(plain, one, quantities)) for one in _Finder(plain, quantities).numbers())


def retold(
    text: str, number: Number, unit: str | None, worth: Decimal | None, quantities: Quantities
) -> Number:
    """Return a number with the unit and the worth that the user says it has; None for its own."""
    if worth is not None:
        number = replace(number, value=worth.copy_sign(number.value))
    if unit is None:
        return number
    return replace(number, unit=unit, kind=_kind(folded(text), number.start, unit, quantities))


def at(text: str, start: int, stop: int, quantities: Quantities) -> Number | None:
    """Return the number that the user says stands somewhere, None when it cannot be read."""
    return _Finder(folded(text), quantities).told(start, stop)


class _Finder:
    """Looks at each numeral of a folded text: whether it is a figure, and as far as it reaches."""

    def __init__(self, text: str, quantities: Quantities) -> None:
        self._text, self._quantities = text, quantities
        self._spans = list(numeral.spans(text))
        self._end = 0  # of the last number found
        self._masked = bytearray(len(text) + 1)
        for start, stop in numerals().masked(text) if self._spans else ():
            self._masked[start:stop] = b"\x01" * (stop - start)

    def numbers(self) -> Iterator[Number]:
        for place, (start, stop) in enumerate(self._spans):
            if start < self._end or any(self._masked[start:stop]) or self._is_touched(place):
                continue
            number = self._number(start, stop)
            if number is None or any(self._masked[number.start : number.stop]):
                continue
            before = number.start - 1
            if not (self._masked[before] and self._text[before].isdecimal()):  # O83近550件
                self._end = number.stop
                yield number

    def told(self, start: int, stop: int) -> Number | None:
        """Return the number at a place, with whatever unit it has."""
        start = next((first for first, _ in self._spans if start <= first < stop), start)
        for end in range(min(stop, start + _LONGEST), start, -1):
            if parsed := quantity.parse(self._text[start:end]):
                unit = self._quantities.unit.match(self._text, end)
                unit = unit or self._quantities.no_unit.match(self._text, end)
                assert unit
                return self._made(start, end, parsed, unit)
        return None

    def _number(self, start: int, stop: int) -> Number | None:
        """Return the figure that a numeral is the digits of, None if it is none."""
        text = self._text
        arabic = any(char.isdecimal() for char in text[start:stop])
        unit = self._unit(start, stop, arabic=arabic)
        shared = self._unit_of_row(start, stop) if unit is None and arabic else ""
        unit = unit or (self._quantities.no_unit.match(text, stop) if shared else None)
        if unit is None:
            return None
        prefix = self._approximate(start)
        first = prefix.start() if prefix else start - self._is_signed(start)
        end = unit.end("rest")
        parsed = quantity.parse(text[first:end])
        if parsed is None or _RANGE_BEHIND.match(text, unit.end()):
            return None
        if unit["unit"] and text.startswith(_SHARES, unit.end()):  # 50个%
            return None
        several = prefix and parsed.value > 1  # 近百场次
        if not (arabic or several or self._counts(start, stop, unit, parsed)):
            return None
        if text[first] in _SIGNS and unit["unit"] not in self._quantities.rates:
            return None
        return self._made(first, end, parsed, unit, shared)

    def _unit_of_row(self, start: int, stop: int) -> str:
        """Return the unit that the last number of a row has for all: 分别为83、79件."""
        reach = max(0, start - _CLAUSE)
        if self._quantities.in_row.search(self._text, reach, start) is None:
            return ""
        found = self._quantities.unit_of_row.match(self._text, stop)
        return found["unit"] if found else ""

    def _made(
        self, start: int, end: int, parsed: Quantity, unit: re.Match[str], shared: str = ""
    ) -> Number:
        text = self._text
        signed = text[start] in _SIGNS
        measure = "%" if parsed.percent else shared or unit["unit"].removeprefix("余")
        return Number(
            start=start,
            end=end,
            stop=unit.end(),
            writing=text[start:end],
            unit=measure,
            value=parsed.value,
            approx=parsed.approx or unit["after"] or "",
            kind=_kind(text, start, measure, self._quantities),
            after=unit["after"] or "",
            # The sign says which way it went: a word in its place would lose 增长-12%.
            word_start=None if signed else _word_start(text, start, self._quantities),
        )

    def _unit(self, start: int, stop: int, *, arabic: bool) -> re.Match[str] | None:
        if self._text.startswith("百分之", start):
            return self._quantities.no_unit.match(self._text, stop)
        of = self._quantities.unit if arabic else self._quantities.chinese_unit
        found = of.match(self._text, stop)
        if found is None and _POINT in self._text[start:stop]:  # 三点五公里
            found = self._quantities.point_unit.match(self._text, stop)
        return found

    def _approximate(self, start: int) -> re.Match[str] | None:
        """Return the 约词 before a number; 签约 and 就近 end in none."""
        text, reach = self._text, max(0, start - _WORD)
        if self._quantities.not_approximate.search(text[reach:start]):
            return None
        return self._quantities.prefix.search(text, max(0, start - 2), start)

    def _is_signed(self, start: int) -> bool:
        """Whether a sign belongs to a number: 降幅为-26.95%."""
        return _SIGNED.search(self._text, max(0, start - 2), start) is not None

    def _is_touched(self, place: int) -> bool:
        """Whether a numeral is only part of what is written there: 5-20%, 12，34, 2l4."""
        around = self._spans[max(0, place - 1) : place + 2]
        if any(numeral.are_one(self._text, one, other) for one, other in pairwise(around)):
            return True
        start = self._spans[place][0]
        return _TOUCHING.search(self._text, max(0, start - 2), start) is not None

    def _counts(self, start: int, stop: int, unit: re.Match[str], parsed: Quantity) -> bool:
        """Whether Chinese numerals count something: 百余场次, 全年三次; not 三级, 一件事."""
        text, written, measure = self._text, self._text[start:stop], unit["unit"]
        if not measure or measure in self._quantities.rates or unit["rest"]:
            return True
        if text[start - 1 : start] in self._quantities.not_counted or written in _SCALES_ALONE:
            return False
        quoted = text[start - 1 : start] in _OPENING
        if (len(written) > 1 and parsed.value > 10 and not quoted) or _EXACT.search(written):
            return True
        if parsed.value == 1:
            told = self._quantities.single.match(text, start) is not None
            return not quoted and (told or self._ends_row(start, unit.end()))
        if written == "二":  # 二期 is the second
            return False
        pattern = self._quantities.chinese_cue
        if measure in self._quantities.often:
            pattern = self._quantities.often_cue
        if pattern.search(text, max(0, start - 22), start):
            return True
        if measure == "次" and self._quantities.times_done.match(text, unit.end()):
            return True
        if measure in self._quantities.counters and not quoted:
            return not numeral.is_enumerated(text, start, int(parsed.value))
        return self._stands_alone(start, unit.end())

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a numeral ends its clause behind a noun: 新建公园五座，."""
        ends = _CLAUSE_ENDS.match(self._text, end) is not None and start > 1
        return ends and _AFTER_NOUN.match(self._text[start - 1]) is not None

    def _ends_row(self, start: int, end: int) -> bool:
        """Whether one is the last of a row that is counted: 约谈三人，问责一人。"""
        row = self._text[self._end : start]
        clause = _clause(self._text, start)
        counted = len(clause) > 1 and not self._quantities.not_counted_once.search(clause)
        goes_on = self._end > 0 and len(row) <= _CLAUSE and "。" not in row
        return goes_on and counted and self._stands_alone(start, end)


def _word_start(text: str, start: int, quantities: Quantities) -> int | None:
    """Return where the word of a change against last year begins, right before its number."""
    reach = max(0, start - _CLAUSE)
    found = quantities.against_last_year.search(text[reach:start])
    return reach + found.start("word") if found else None


def with_word(text: str, number: Number, quantities: Quantities) -> Number:
    """Return a change with the word right before it, where that says which way it went.

    So it may turn with the number, as those against last year do.
    """
    if number.kind is not MentionKind.CHANGE or number.word_start is not None:
        return number
    reach = max(0, number.start - _CLAUSE)
    found = quantities.change_word.search(folded(text)[reach : number.start])
    return replace(number, word_start=reach + found.start()) if found else number


def with_words_of_row(
    text: str, found: Sequence[Number], quantities: Quantities
) -> Iterator[Number]:
    """Yield numbers in order, each further change of a row with its word: 同比增长17%、下降7%."""
    last: Number | None = None
    for one in found:
        number = one
        if last and last.word_start is not None:
            worded = with_word(text, one, quantities)
            start = one.start if worded.word_start is None else worded.word_start
            between = text[last.stop : start].strip()
            number = worded if between in quantities.between_changes else one
        yield number
        last = number


def _kind(text: str, start: int, unit: str, quantities: Quantities) -> MentionKind:
    if unit in quantities.money:
        return MentionKind.MONEY
    if _word_start(text, start, quantities) is not None:
        return MentionKind.CHANGE  # 比上年少83件
    clause = _spoken_of(_clause(text, start)[-_NEAR:], quantities)
    if row := quantities.row.search(text, max(0, start - _CLAUSE), start):
        clause = row[0].rstrip("、")  # 分别下降12%、8%
    bare = clause.rstrip("".join(listed.approx().near))
    if quantities.change.search(clause) and not bare.endswith(("至", "到", "为")):
        return MentionKind.CHANGE
    return MentionKind.RATE if unit in quantities.rates else MentionKind.COUNT


def _spoken_of(clause: str, quantities: Quantities) -> str:
    """Return what of a clause speaks of the number behind it: 增长12%结案83件, no rise of 83.

    What is said before 12%和8% speaks of both.
    """
    former = _FORMER.search(clause)
    behind = clause[former.end() :] if former else clause
    return clause if quantities.both.search(behind) else behind


def _clause(text: str, stop: int) -> str:
    """Return what stands before a number in its clause."""
    return _CLAUSE_START.split(text[max(0, stop - _CLAUSE) : stop])[-1]


def doubt(text: str, number: Number, quantities: Quantities) -> str:
    """Say why a number cannot be what its unit says, empty when it can."""
    if quantities.leading_zero.match(number.writing):  # 09宗 below a line that ends with 37; 0,07万
        return "前面像是少了几位"
    if number.start == 0 and _APART.match(number.writing):
        return "前一个数像是编号"
    if quantities.per.match(text, number.stop):
        return "后面还写着每人、每年"
    before = _clause(text, number.start)
    exponent = number.value.as_tuple().exponent
    whole = isinstance(exponent, int) and exponent >= 0  # 10.000件 may be ten thousand
    average = any(word in before for word in quantities.on_average)
    if not whole and number.unit not in quantities.divisible and not average:
        return "数的是件、个，却带小数"
    if number.unit == "%" and number.kind is MentionKind.RATE and number.value > _WHOLE:
        rate = quantities.share.search(before)
        return "超过100%" if rate and not quantities.beyond.search(before) else ""
    return ""
