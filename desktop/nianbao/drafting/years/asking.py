"""Where a text of last year must be asked about when the year turns, and why."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from nianbao.drafting import cells
from nianbao.drafting.cells import Cell
from nianbao.drafting.years import stretches
from nianbao.drafting.years.stretches import Asked
from nianbao.report import numeral
from nianbao.report.change import Change
from nianbao.report.model import EntryKind
from nianbao.report.numeral import NumeralKind
from nianbao.report.spans import Spans
from nianbao.report.writing import placeholder, years
from nianbao.report.writing.chinese import COUNTING, ORDINAL
from nianbao.report.writing.fold import folded
from nianbao.report.writing.text import CLAUSE_END
from nianbao.standards import asks, facts
from nianbao.standards.asks import AskRule
from nianbao.standards.figures import tables
from nianbao.standards.figures.numerals import KnownPlaces, numerals

DATE = re.compile(
    rf"(?<!\d){years.ARABIC}([-./])\d{{1,2}}\1\d{{1,2}}(?!\d)|"
    rf"(?:(?:{years.ARABIC}|{years.CHINESE}|(?<!\d)\d\d)\s*年\s*)?"
    r"(?:(?<![\d十百千万亿多单])元(?=月(?!度|租|薪|均|供|费))"
    rf"|(?<![\d.])\d{{1,2}}(?:\s*(?:[-~至到、和]|—+)\s*\d{{1,2}})?|(?<=年)[{COUNTING}十]{{1,2}}"
    rf"|(?<![第{COUNTING}十])[{COUNTING}十]{{1,2}}"
    rf"(?=月(?:{ORDINAL}日|份|[底初起，]|[上中下]旬)))\s*月"
    rf"(?:\s*(?:\d{{1,2}}|{ORDINAL})\s*[日号]|份)?|(?<![\d.])\d{{1,2}}\s*日(?=[，前起至])"
)
_LONGEST_CLAUSE = 80
_NEAR = 40  # characters to each side of a period that say what it is
_DIGITS = 4  # of a year
_BRACKETS = ("（", "(")
_YEAR = re.compile(
    rf"(?<![\d{COUNTING}〇])(?:{years.ARABIC}|{years.CHINESE})\s*(?:年(?:度|初|底|末)?|全年)"
)
_NAMED = re.compile(rf"{years.ARABIC}|{years.CHINESE}")
_NUMBER_REASON = "去年的日期或数字，请改成今年的或删去。"
_HALF_REASON = "像是一个数断在两行里，请把两行接起来再填。"
_TITLE_REASON = "文件名里的年份没有改，请核对是不是去年的文件、今年还要不要引用。"
_YEAR_REASON = "往年的年份没有改，请核对。"
_LAST_YEAR_REASON = "像是去年只办一回的事，年份没有改；今年还写就注明年份，不写就删去。"
_AHEAD_REASON = "去年写的是往后的事，年份没有改；请核对这件事办了没有，今年怎样写。"
_LOOKED_BACK = "说的是回头看的那几年，请换成到今年为止的几年和数，或删去。"
_PERIOD_ENDED = "规划期到{}年为止，请换成接续的文件或删去。"


def asked(
    found: Sequence[Cell],
    year: int,
    kind: EntryKind | None,
    refused: Collection[int] = (),
    halves: Iterable[tuple[int, int]] = (),
    *,
    is_cell: bool = False,
) -> list[Asked]:
    """Return what to ask about in a text of the year before `year`, in order, nothing twice.

    At `refused` numerals begin that the user said are no figures: they are not asked about again.
    `halves` are of numbers that go on in another line, see `cut`. In a cell of a table
    a number alone is asked about.
    What stands in a mark already is left alone, and no stretch holds a figure: that has its own.
    """
    text = cells.read(found)
    places = [*_words(text, year, kind), *_years(text, year), *_numbers(text, year, refused)]
    places += [
        stretches.stretch((start, stop), text, AskRule.NUMBER, _HALF_REASON)
        for start, stop in halves
        if not any(at in refused for at in range(start, stop))
    ]
    places += [
        stretches.stretch((start, stop), text, AskRule.NUMBER, _NUMBER_REASON)
        for start, stop, _ in (tables.alone(text) if is_cell else ())
        if not any(at in refused for at in range(start, stop))
    ]
    marked = stretches.marked(text)
    whole = (stretches.with_title(place, text) for place in places)
    free = (place for place in whole if not marked.touches((place.start, place.stop)))
    return [
        cut
        for place in stretches.joined(free, text)
        if (cut := stretches.without_figures(place, found, text))
    ]


def whole(found: Sequence[Cell], reason: str) -> list[Asked]:
    """Return that all of a text is asked about, nothing if it holds a figure."""
    text = cells.read(found)
    place = stretches.stretch((0, len(text)), text, AskRule.PHRASE, reason)
    return [] if cells.FIGURE in text or not text.strip() else [place]


def cut(texts: Sequence[Sequence[Cell]]) -> dict[int, list[tuple[int, int]]]:
    """Return where lines that follow each other have halves of a number, by the line's place."""
    found: dict[int, list[tuple[int, int]]] = {}
    read = [(at, text) for at, one in enumerate(texts) if (text := folded(cells.read(one))).strip()]
    for (at, above), (following, below) in pairwise(read):
        indent = len(below) - len(below.lstrip())
        halves = numeral.halves(above.rstrip(), below.strip())
        if halves and above[: halves[0][0]].strip():  # a number alone is in a cell
            first, (start, stop) = halves
            found.setdefault(at, []).append(first)
            found.setdefault(following, []).append((start + indent, stop + indent))
    return found


def still_open(changes: Iterable[Change], texts: Mapping[str, str]) -> list[Change]:
    """Return changes in which those are settled whose mark no longer stands in its text.

    `texts` are what the pieces of the report read as, by id.
    """
    return [
        replace(change, open=False) if _is_answered(change, texts.get(change.piece, "")) else change
        for change in changes
    ]


def _is_answered(change: Change, text: str) -> bool:
    is_mark = placeholder.parse(change.after) is not None
    return change.open and is_mark and change.after not in text


def _words(text: str, year: int, kind: EntryKind | None) -> Iterator[Asked]:
    dated = [*_periods(text)]  # their own years say if it is over
    dated += [one.span() for plan in facts.running(year) for one in plan.pattern.finditer(text)]
    approved = [(at, at + len(p)) for p in facts.approved(year) for at in _found(p, text)]
    own_years, right, ahead = Spans(dated), Spans(approved), stretches.goals(text, year)
    for ask in asks.asks(year):
        if ask.rule is AskRule.ONCE and kind and kind.is_written_anew:
            continue
        for place in stretches.matches(ask, text):
            if ask.rule is AskRule.ONCE and ahead.touches((place.start, place.stop)):
                continue
            spared = own_years if ask.rule is AskRule.PERIOD else right
            if not spared.touches((place.start, place.stop)):
                yield place


def _found(phrase: str, text: str) -> Iterator[int]:
    return (one.start() for one in re.finditer(re.escape(phrase), text))


def _periods(text: str) -> Iterator[tuple[int, int]]:
    """Yield titles and periods with two years; one in brackets is of the word before these too."""
    for one in years.fixed(text):
        if len(_NAMED.findall(one[0])) > 1:
            start, stop = one.span()
            yield (max(0, start - 2) if text[:start].endswith(_BRACKETS) else start), stop


def _years(text: str, year: int) -> Iterator[Asked]:
    """Yield titles and periods whose years may be over, and years that stand for themselves."""
    for one in years.fixed(text):
        named = [years.number(found) for found in _NAMED.findall(one[0])]
        # 2023—2024年度的荣誉、2023—2024学年：是哪两年的
        of_years = text[one.end() : one.end() + 1] == "度" or one[0].endswith(("学年", "财年"))
        if len(named) > 1 and of_years:
            yield stretches.stretch(one.span(), text, AskRule.YEAR, _YEAR_REASON)
        elif len(named) > 1 and named[-1] <= year:
            yield _period(one, named[-1], text, year)
        elif len(named) == 1:
            yield stretches.stretch(one.span(), text, AskRule.YEAR, _TITLE_REASON)
    fixed = [one.span() for one in years.fixed(text)]
    plain = folded(text)
    fixed += [one.span() for one in DATE.finditer(plain)]
    told, ahead = Spans(fixed), stretches.goals(text, year)
    for one in _YEAR.finditer(plain):
        named_year = years.number(one[0][:_DIGITS])
        is_goal = named_year > year + 1 or ahead.touches(one.span())  # 2035年远景目标
        is_ahead = is_goal and not asks.is_counted(_after(one, text))
        if not told.touches(one.span()) and not is_ahead:
            yield stretches.stretch(one.span(), text, AskRule.YEAR, _year_reason(named_year, year))


def _year_reason(named: int, year: int) -> str:
    """Return why a year that did not move is asked about: it is past, last year's, or was ahead."""
    if named < year - 1:
        return _YEAR_REASON
    return _LAST_YEAR_REASON if named < year else _AHEAD_REASON


def _period(years_named: re.Match[str], last: int, text: str, year: int) -> Asked:
    """Return a period that ends by a year: a plan that is over, or some years looked back on."""
    start, stop = span = years_named.span()
    if asks.looks_back(text[max(0, start - _NEAR) : start], text[stop : stop + _NEAR]):
        return stretches.stretch(span, text, AskRule.YEAR, _LOOKED_BACK)
    ended = _PERIOD_ENDED.format(last) if last < year else facts.last_year_of("规划期", last)
    return stretches.stretch(span, text, AskRule.PERIOD, ended)


def _after(year: re.Match[str], text: str) -> str:
    """Return the clause that a year stands in, or the one behind it when that is all it says."""
    before = CLAUSE_END.split(text[max(0, year.start() - _LONGEST_CLAUSE) : year.start()])[-1]
    clause, *more = CLAUSE_END.split(text[year.end() : year.end() + _LONGEST_CLAUSE])
    behind = more[0] if more and not (before + clause).strip() else ""
    return before + clause + behind


def _numbers(text: str, year: int, refused: Collection[int]) -> Iterator[Asked]:
    """Yield dates, and the numerals that are neither figures nor known to be none."""
    plain = folded(text)
    fixed = Spans(one.span() for one in (*years.fixed(text), *asks.annual_days().finditer(plain)))
    dates = [one.span() for one in DATE.finditer(plain) if not fixed.touches(one.span())]
    dated = Spans(dates)
    account = numerals().account(plain, KnownPlaces(), year - 1)
    stray = [
        (one.start, one.stop)
        for one in account
        if one.kind is NumeralKind.ASKED
        and not dated.touches((one.start, one.stop))
        and not any(at in refused for at in range(one.start, one.stop))
    ]
    for span in (*dates, *stray):
        yield stretches.stretch(span, text, AskRule.NUMBER, _NUMBER_REASON)
