"""What becomes of a numeral that is no figure: `resources/numerals.toml` as compiled patterns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nianbao.report import numeral
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.report.writing import listed, years
from nianbao.report.writing.chinese import CAPITALS, DIGITS, NUMERALS
from nianbao.report.writing.numbering import parse_chinese
from nianbao.resource import Table, load, regex
from nianbao.standards.figures import change

_SHORT_CHINESE_YEAR = f"(?P<year>[一二][〇{DIGITS}])"
_SIGNS = "-+."  # .5 has lost the digit before its point
_POINTS = (".", "·", ",")
_LETTER = "A-Za-z\u0370-\u052f"
_LETTERS_BEFORE = re.compile(rf"(?<![{_LETTER}\d])[{_LETTER}]{{1,2}}$")  # l2.5%, S6份
_LETTERS_BEHIND = re.compile(
    rf"[{_LETTER}]{{1,2}}(?![{_LETTER}])(?:[.,]?\d[\d.,]{{0,9}}\d|[.,]?\d)?"
)
_LETTER_LAST = re.compile(f"[{_LETTER}]")
_NEAR = 5  # a two-digit year is at most so far from the report's
REFUSED = "已说明不是数据"
_NOT_KNOWN = "不知道是什么数"

Span = tuple[int, int]
_Said = tuple[NumeralKind, str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlaces:
    """Places of a text that are known.

    `figures` of the report, `years` that move, what the user `refused` to be a figure, and what is
    `doubted`, with the reason.
    """

    figures: Sequence[Span] = ()
    years: Sequence[Span] = ()
    refused: Sequence[Span] = ()
    doubted: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a numeral is no figure, and where such numerals stand."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Why a number that a line begins or ends with may not be all of it.

    Its other half may stand in the line above or below; it may be `glued` to the number of an item.
    """

    cut_above: str
    cut_below: str
    glued: str


@cache
def edges() -> Edges:
    """Return the reasons."""
    opening, ending = load("numerals")["opening"], load("numerals")["ending"]
    return Edges(cut_above=opening["cut"], cut_below=ending["cut"], glued=opening["glued"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """Patterns over folded text, by rank: what comes first is not looked at further.

    `titles` hold no number of the report, `asked` are last year's and no figures, `exceptions` are
    none; `doubtful` and `words` are looked at when figures are known, and take Chinese numerals
    only: the first are asked about, the second are none. `year_alone` is what may follow a year
    that is a clause of its own, `circumstance` how a clause begins that only says under what.
    """

    titles: tuple[Reason, ...]
    asked: tuple[Reason, ...]
    exceptions: tuple[Reason, ...]
    doubtful: tuple[Reason, ...]
    words: tuple[Reason, ...]
    unit: re.Pattern[str]
    each: re.Pattern[str]
    short_year: re.Pattern[str]
    short_chinese_year: re.Pattern[str]
    year_alone: re.Pattern[str]
    circumstance: re.Pattern[str]

    def masked(self, folded: str) -> list[Span]:
        """Return the stretches in which no figure stands."""
        every = (*self.titles, *self.asked, *self.exceptions)
        return [(start, stop) for start, stop, _ in _places(every, folded)]

    def account(self, folded: str, taken: KnownPlaces, year: int) -> list[Numeral]:
        """Return what becomes of every numeral of a text of a report on `year`."""
        return list(_Account(self, folded, taken, year).numerals())


@cache
def numerals() -> Numerals:
    """Return the patterns."""
    table = load("numerals")
    quantities = load("quantities")
    units = [*quantities["rate_units"], *quantities["money_units"], *quantities["units"]]
    unit = "|".join(re.escape(word) for word in sorted(units, key=len, reverse=True))
    times = regex(table["times"])
    word = f"{regex(quantities['not_units'])}|{table['word_behind']}"
    meanings = _meanings(table)

    def reasons(rank: str) -> tuple[Reason, ...]:
        return tuple(_reason(row, meanings) for row in table[rank])

    return Numerals(
        titles=reasons("title"),
        asked=reasons("asked"),
        exceptions=reasons("exception"),
        doubtful=reasons("doubtful"),
        words=reasons("word"),
        unit=re.compile(rf"[余多]?(?:\s*(?!{word})(?:{unit}|{times}|{table['symbols']}))?"),
        each=re.compile(table["each"]),
        short_year=re.compile(table["short_year"]),
        short_chinese_year=re.compile(regex(table["short_chinese_year"], meanings)),
        year_alone=re.compile(table["year_alone"]),
        circumstance=re.compile(table["circumstance"]),
    )


def _meanings(table: Table) -> Table:
    """Return what stands for each placeholder of the patterns."""
    return {
        "数": NUMERALS,
        "大写": CAPITALS,
        "年": years.ARABIC,
        "汉年": years.CHINESE,
        "年份": _SHORT_CHINESE_YEAR,
        "量": table["counted"],
        "办": table["counting"],
        "动": table["deeds"],
        "物": table["bodies"],
        "后": table["among"],
        "虚": table["abstract"],
        "提": table["spoken"],
        "件": table["measures"],
        **listed.approx().words,
        **change.words(),
        "号": numeral.signs(),
        "序": listed.item_signs(),
        "空": table["blanks"],
        "空量": table["blank_measures"],
    }


def _reason(row: Table, meanings: Table) -> Reason:
    pattern = "|".join(
        f"(?:{one.replace('(?P<n>', f'(?P<n{at}>')})" for at, one in enumerate(row["patterns"])
    )
    return Reason(name=row["reason"], pattern=re.compile(regex(pattern, meanings)))


class _Account:
    """Goes through the numerals of one text and says of each what it is."""

    def __init__(self, found: Numerals, text: str, taken: KnownPlaces, year: int) -> None:
        self._text, self._unit, self._each = text, found.unit, found.each
        self._said: list[_Said | None] = [None] * len(text)
        self._paint(_places(found.titles, text), NumeralKind.EXCEPTION)
        self._paint(((*span, "") for span in taken.figures), NumeralKind.FIGURE)
        self._paint(((*span, "") for span in taken.years), NumeralKind.YEAR)
        self._paint(((*span, REFUSED) for span in taken.refused), NumeralKind.EXCEPTION)
        asked = [*taken.doubted, *_places(found.asked, text), *_short_years(text, year)]
        asked = [place for place in asked if not any(self._said[place[0] : place[1]])]
        self._paint(asked, NumeralKind.ASKED)
        spans = list(numeral.spans(text))
        if self._is_open(spans):  # most texts are done with by now
            self._paint(_places(found.exceptions, text), NumeralKind.EXCEPTION)
        if self._is_open(spans):
            self._paint(_ranges(text, spans), NumeralKind.ASKED)
            self._paint(_enumerated(text, spans), NumeralKind.EXCEPTION)
            self._paint(_places(found.doubtful, text), NumeralKind.ASKED)
            self._paint(_places(found.words, text), NumeralKind.EXCEPTION)
        whole = [
            *taken.figures,
            *taken.years,
            *taken.refused,
            *((start, stop) for start, stop, _ in asked),
        ]
        self._spans = _joined([*spans, *whole])

    def _is_open(self, spans: Sequence[Span]) -> bool:
        return any(None in self._said[start:stop] for start, stop in spans)

    def numerals(self) -> Iterator[Numeral]:
        waiting, end = self._spans[::-1], 0
        while waiting:
            start, stop = waiting.pop()
            said = self._of(start, stop)
            kind, reason, first, last = said
            text = self._text[first:last]
            if kind is NumeralKind.ASKED:
                start, stop = self._quoted(*self._with_letters(start, stop, end))
                while waiting:
                    if waiting[-1][0] < stop:  # 百 in 个百分点
                        stop = max(stop, waiting.pop()[1])
                    elif self._goes_on(start, stop, waiting[-1]):
                        start, stop = self._quoted(start, waiting.pop()[1])
                    else:
                        break
                start = max(start, end)  # a sign may end the one before: 83+-1234
                text = self._text[start:stop]
            else:
                while waiting and self._said[waiting[-1][0]] is said:  # 2024年5月30日 is one date
                    stop = waiting.pop()[1]
            end = stop
            yield Numeral(kind=kind, start=start, stop=stop, text=text, reason=reason)

    def _with_letters(self, start: int, stop: int, end: int) -> Span:
        """Return what is asked about with the letters that are read as digits: l2.5%, 9S.6%.

        Nothing before `end` belongs to it, and no figure.
        """
        text = self._text
        if text[start].isdecimal() and (before := _LETTERS_BEFORE.search(text, end, start)):
            start = before.start()
        if not text[stop - 1].isdecimal():
            return start, stop
        behind = _LETTERS_BEHIND.match(text, stop)
        measured = self._unit.match(text, stop)
        if behind is None or (measured and measured.end() > stop):
            return start, stop
        known = any(
            said and said[0] is not NumeralKind.ASKED for said in self._said[stop : behind.end()]
        )
        rest = self._unit.match(text, behind.end())
        goes_on = text[behind.end() - 1].isdecimal() or (rest and rest.end() > behind.end())
        return start, (behind.end() if goes_on and not known else stop)

    def _of(self, start: int, stop: int) -> _Said:
        """Return what a numeral is; what is known of a part of it only is asked about."""
        said = self._said[start]
        if said and all(self._said[at] is said for at in range(start, stop)):
            return said
        return NumeralKind.ASKED, _NOT_KNOWN, start, stop

    def _goes_on(self, start: int, stop: int, following: Span) -> bool:
        """Whether what is asked about is one thing with the next numeral; 两批36人 are two."""
        measured = stop == following[0] and not numeral.ends_numeral(self._text, stop)
        if measured and self._of(*following)[0] is NumeralKind.FIGURE:
            return False
        return numeral.are_one(self._text, (start, stop), following)

    def _quoted(self, start: int, stop: int) -> Span:
        """Return a numeral with its sign and its unit, to be asked about as a whole."""
        text = self._text
        signed = start > 0 and (
            text[start - 1] in _SIGNS
            or (text[start - 1] == "—" and text[start - 2 : start] != "——")
        )
        bare = numeral.ends_numeral(text, stop) or _LETTER_LAST.match(text, stop - 1)
        unit = self._unit.match(text, stop) if bare else None
        if unit and unit.end() == stop and text[stop : stop + 1] in _POINTS:  # 98.%
            behind = self._unit.match(text, stop + 1)
            unit = behind if behind and behind.end() > stop + 1 else unit
        stop = unit.end() if unit else stop
        each = self._each.match(text, stop)
        return start - signed, (each.end() if each else stop)

    def _paint(self, places: Iterable[tuple[int, int, str]], kind: NumeralKind) -> None:
        """Say what stands somewhere, unless that is known already."""
        for start, stop, reason in places:
            said = (kind, reason, start, stop)
            for at in range(start, stop):
                if self._said[at] is None:
                    self._said[at] = said


def _places(reasons: Sequence[Reason], text: str) -> Iterator[tuple[int, int, str]]:
    for one in reasons:
        for found in one.pattern.finditer(text):
            start, end = found.span(found.lastgroup or 0)
            yield start, end, one.name


def _short_years(text: str, year: int) -> Iterator[tuple[int, int, str]]:
    """Yield 24年 where it is a year near the report's and no stretch of time."""
    known = numerals()
    for pattern in (known.short_year, known.short_chinese_year):
        for found in pattern.finditer(text):
            if abs(years.number(found["year"]) - year % 100) <= _NEAR:
                yield found.start(), found.end(), "两位数的年份"


def _ranges(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield what is written as one thing and is no date: 8至10, 五到六."""
    for one, other in pairwise(spans):
        if numeral.are_one(text, one, other):
            yield one[0], other[1], "连着写的几个数"


def _enumerated(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield the Chinese numerals that only count the things named before them."""
    for start, stop in spans:
        value = parse_chinese(text[start:stop])
        if value and numeral.is_enumerated(text, start, value):
            yield start, stop, "列举的项数"


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap made one."""
    joined: list[Span] = []
    for start, stop in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined
