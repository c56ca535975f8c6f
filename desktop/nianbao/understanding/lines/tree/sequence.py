"""Numbers that only their neighbours prove: 1.83件 is item 1 when 2. follows, else a decimal.

Word's own list numbers need no proof: the reader says where they end.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from nianbao.report import numeral
from nianbao.report.document import FilePlace
from nianbao.report.writing.chinese import ORDINAL
from nianbao.report.writing.numbering import (
    HeadingNumber,
    parse_chinese,
    parse_heading_number,
    parse_list_number,
)
from nianbao.standards import structure
from nianbao.standards.figures.numerals import edges
from nianbao.understanding.lines.line import Line

_HAN = "\u3400-\u9fff“‘《"
_NEEDS_PROOF = (
    (3, re.compile(r"(\d{1,2})[.、](?=\d+[^\d\s.%、万亿元])")),  # 1.83件; 1.5万人次 is a number
    (3, re.compile(rf"(\d{{1,2}}) +(?=[{_HAN}]|20\d\d *年|\d+[^\d\s.%、])")),  # 1 规范执法
    (3, re.compile(rf"(\d{{1,2}})(?:[，,:：。；]|—{{1,2}}|-{{1,2}}) *(?=[{_HAN}])")),  # 1：规范执法
    (1, re.compile(rf"({ORDINAL}) +(?=[{_HAN}\d])")),  # 一 主要举措
    (1, re.compile(rf"({ORDINAL})[，,:：。；] *(?=[{_HAN}\d])")),  # 一：主要举措
    (1, re.compile(rf"({ORDINAL})(?:—|-){{1,2}}(?=[{_HAN}\d])")),  # 一—主要举措
    (1, re.compile(rf"({ORDINAL})(?=20\d\d *年)")),  # 三2025年工作安排
    (2, re.compile(rf"[（(] *({ORDINAL}) *[、.。]? *(?=[{_HAN}])")),  # （一规范执法 （一、规范执法
    (4, re.compile(rf"[（(] *(\d{{1,2}}) *[、.。]? *(?=[{_HAN}])")),  # （1.规范执法
)
_NO_UNIT = "(?![万亿千百余多倍成元件个人户家条项])"
_DOTTED = re.compile(  # 1.2 规范执法; 1.2亿元 is a number
    rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[、.]? +(?=[{_HAN}\d])|[、.]?(?=[{_HAN}]){_NO_UNIT})"
)
_PART = re.compile(rf"(第 ?({ORDINAL}) ?[、，,:：.] ?)(?=[{_HAN}\d])")  # 第一、主要举措
_TITLE_END = re.compile("[。：:！？；]")
_LONGEST_TITLE = 40
_LEAST_PARTS = 2
_ITEM = 3  # the level of 1.
_Event = tuple[Line, HeadingNumber | None, bool]
_BARE = re.compile(r"(?!20\d\d$)(?:\d{2,}|\d[\d.,]+)")  # in a cell, not the number of a row
_WITH_UNIT = re.compile(r"\d[\d.,]*(?:[%‰]|[\u4e00-\u9fff]{1,4})")
_GLUED = re.compile(r"(\d{1,2})\.\d+[万亿元]")  # 1.5万人次: item 1, or one and a half
_GOES_ON = re.compile(r"[。；]\s*2[.、](?!\d*%)")  # 1.83件。2.120卷。 in one paragraph


def numbers(lines: Sequence[Line]) -> Mapping[int, HeadingNumber]:
    """Return the numbers of lines that do not prove themselves, by the line's index."""
    parts = _parts(lines)
    events = [(line, *(parts.get(line.index) or _number(line))) for line in lines]
    events = list(_with_dotted(events))
    after = _ordinals_after([n if n and n.depth == 1 else None for _, n, _ in events])
    found: dict[int, HeadingNumber] = {}
    last: dict[int, int] = {}
    for (line, number, proved), following in zip(events, after, strict=True):
        if number is None:
            continue
        if number.depth > 1:
            found[line.index] = number
            continue
        begins = number.ordinal == 1 and (following == 2 or _GOES_ON.search(line.plain))
        continues = number.ordinal == last.get(number.level, 0) + 1 > 1
        if not (proved or begins or continues):
            continue
        if not proved or line.origin.list_number or line.index in parts:
            found[line.index] = number
        last[number.level] = number.ordinal
        last = {level: ordinal for level, ordinal in last.items() if level <= number.level}
    return found


def _parts(lines: Sequence[Line]) -> Mapping[int, tuple[HeadingNumber, bool]]:
    """Return 第一、 第二、 where they stand before the parts of a report, by the line's index.

    They head its parts where they count once through the text, two of them at least are called as
    parts are, and no 一、 is. Before a sentence (第一，…；第二，…) they only count reasons.
    """
    found = [(line, one) for line in lines if not line.is_cell and (one := _PART.match(line.plain))]
    titles = [_TITLE_END.split(line.plain[one.end() :], maxsplit=1)[0] for line, one in found]
    ordinals = [parse_chinese(one[2]) for _, one in found]
    once = ordinals == list(range(1, len(found) + 1))
    if not once or any(len(title) > _LONGEST_TITLE for title in titles):
        return {}
    if len(_named(titles)) < _LEAST_PARTS or _named(
        line.plain[len(number.written) :]
        for line in lines
        if (number := parse_heading_number(line.bare)) and number.level == 1
    ):
        return {}
    return {
        line.index: (
            HeadingNumber(level=1, ordinal=at, written=line.bare[: one.end()].rstrip()),
            True,
        )
        for at, (line, one) in enumerate(found, 1)
    }


def _named(titles: Iterable[str]) -> frozenset[str]:
    """Return the standard parts that titles name, by id."""
    return frozenset(
        part.id for title in titles for part in structure.parts().values() if part.is_named(title)
    )


def doubtful(lines: Sequence[Line]) -> dict[int, str]:
    """Return, by index, why the number that a line begins with may not be all of it, or more."""
    reasons = edges()
    cut = {below.index: reasons.cut_above for _, below in _cut(lines)}
    return cut | dict.fromkeys(glued(lines), reasons.glued)


def unfinished(lines: Sequence[Line]) -> dict[int, str]:
    """Return, by index, why the number that a line ends with may not be all of it."""
    return {above.index: edges().cut_below for above, _ in _cut(lines)}


def _cut(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield the lines that end in a number with which the line below may go on.

    Empty lines and pages may stand between them. Cells each have a number of their own, unless the
    first one has no unit and the other one has.
    """
    for above, below in pairwise(one for one in lines if one.bare):
        if FilePlace.TABLE in (above.origin.place, below.origin.place):
            if _BARE.fullmatch(above.plain) and _WITH_UNIT.fullmatch(below.plain):
                yield above, below
        elif numeral.is_cut(above.plain, below.plain):
            yield above, below


def glued(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines, by index, whose decimal may be an item's number with a quantity behind it.

    1.5万人次 above 2.3亿元 may be items 1 and 2; by itself it is one and a half.
    """
    numbered = []
    for line in lines:
        if found := _GLUED.match(line.plain):
            numbered.append((line, int(found[1]), True))
        elif number := _number(line)[0]:
            numbered.append((line, number.ordinal if number.level == _ITEM else 0, False))
    before = [0, *(ordinal for _, ordinal, _ in numbered)]
    after = [*(ordinal for _, ordinal, _ in numbered[1:]), 0]
    return frozenset(
        line.index
        for (line, ordinal, is_glued), last, following in zip(numbered, before, after, strict=False)
        if is_glued
        and (
            ordinal == last + 1 > 1
            or following == ordinal + 1
            or (ordinal == 1 and _GOES_ON.search(line.plain))
        )
    )


def _with_dotted(events: Sequence[_Event]) -> Iterator[_Event]:
    """Yield the events with 1.1, 1.1.1, 1.2 known, where they follow 一、 or 1. and each other."""
    above = 0
    last: tuple[int, ...] = (0, 0)
    candidates = [_DOTTED.match(line.plain) for line, _, _ in events]
    dotted = [found and tuple(map(int, found[1].split("."))) for found in candidates]
    known = {one[:2] for one in dotted if one}
    for event, found, numerals in zip(events, candidates, dotted, strict=True):
        line, number, _ = event
        if found and numerals and _follows(numerals, above, last, known):
            last = numerals
            written = line.bare[: found.end()].rstrip()
            number = HeadingNumber(
                level=3, ordinal=numerals[-1], written=written, depth=len(numerals)
            )
            yield line, number, False
            continue
        if number and number.depth == 1 and number.level in (1, 3):
            above = number.ordinal
        yield event


def _follows(
    numerals: tuple[int, ...], above: int, last: tuple[int, ...], known: set[tuple[int, ...]]
) -> bool:
    """Whether 1.2 follows 1.1, 1.2.1 stands below 1.2, or 1.1 below 1. and has company."""
    *major, minor = numerals
    if minor > 1:
        return last[: len(numerals)] == (*major, minor - 1)
    if len(major) > 1:
        return last == tuple(major)
    return major[0] == above and len(known) > 1 and last[0] < major[0]


def _number(line: Line) -> tuple[HeadingNumber | None, bool]:
    """Return the number a line may begin with, and whether it needs no proof."""
    given = line.origin.list_number
    if given and line.text.startswith(given.lstrip()):
        return parse_list_number(given), True
    if number := parse_heading_number(line.text):
        return number, True
    for level, form in _NEEDS_PROOF:
        if found := form.match(line.plain):
            ordinal = int(found[1]) if found[1].isdecimal() else parse_chinese(found[1]) or 0
            written = line.bare[: found.end()].rstrip()
            return HeadingNumber(level=level, ordinal=ordinal, written=written), False
    return None, False


def _ordinals_after(numbers: Sequence[HeadingNumber | None]) -> list[int | None]:
    """Return for each number the ordinal of the next one of its level, before a higher level."""
    after: list[int | None] = []
    next_of: dict[int, int] = {}
    for number in reversed(numbers):
        after.append(next_of.get(number.level) if number else None)
        if number:
            next_of = {level: o for level, o in next_of.items() if level < number.level}
            next_of[number.level] = number.ordinal
    return after[::-1]
