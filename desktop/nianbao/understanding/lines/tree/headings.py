"""Headings as they stand in the text: own line or run in, numbered, or with the number lost."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from nianbao.report.writing import years
from nianbao.report.writing.chinese import ORDINAL
from nianbao.report.writing.fold import folded
from nianbao.report.writing.numbering import (
    HeadingNumber,
    parse_chinese,
    parse_heading_number,
    with_ordinal,
)
from nianbao.standards import structure
from nianbao.standards.figures import tables
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.tree.remarks import Remarks

_LOST = (
    (2, re.compile(r"\s*(?:[（(]\s*)?[）)][、：:.。]?(?=[^\s）)、：:.。])")),
    (1, re.compile(r"\s*、{1,2}(?=[^\s、])")),
    (3, re.compile(r"\s*[.](?=[\u4e00-\u9fff])")),
)
_HALF_BRACKETS = (
    (2, re.compile(rf"\s*({ORDINAL})\s*[）)](?: *[、.:：，。；])?")),
    (4, re.compile(r"\s*(\d{1,2})\s*[）)](?: *[、.:：，。；])?")),
)
_INSIDE = re.compile(  # where a number may begin in a paragraph that holds several headings
    r"(?<=[^（(\[〔【\d.、])"
    rf"(?=[（(\[〔【] *(?:{ORDINAL}|\d)|{ORDINAL} *[、.]|\d{{1,2}} *[.、]|[①-⒛㈠-㈩㊀-㊉第])"
)
_BOUNDARY = re.compile(r"[。；！？：\s]")
_RUNNING_ON = re.compile(r"(\d{1,2})[.、](?=\d+[^\d\s.%、])")  # 2.120卷 behind 1.83件
_ONE_AND_RATE = re.compile(r"1[.]\s{0,2}\d+[%‰]")
_TWO = re.compile(r"2[.、]")
_SPACE = re.compile(r"[\s、]*")  # no title begins with a mark
_GAP = re.compile(r"(?<=[^\s，、])(?<!\d)\s+(?=\S)|(?<=\d)\s+(?=[^\s\d])")  # not 1 540件
_STOP = re.compile(r"[。！？；;]")
_TITLE_STOP = re.compile(rf"{_STOP.pattern}|(?<=[\u4e00-\u9fff])[.](?=[\u4e00-\u9fff])")
_COLON = re.compile(r"[：:]")
_DASH = re.compile("—{1,2}")
_SENTENCE = re.compile(r"，|\d+[^\d年]")
_TITLE_LENGTH = 60  # an own-line heading; longer is a paragraph
_RUN_IN_LENGTH = 50
_LABEL_LENGTH = 30
_LEAST_TITLE = 4
_IN_SENTENCES = 4  # the level of （1）, with which sentences count too
_NUMBER_LENGTH = 24
_BELOW_PART = {"章": 3, "节": 5}  # ranks below 第一编, 第一部分 and above 一、
_UNKNOWN_NUMBER = re.compile(r"(?:(?!20\d\d *年)[^\u4e00-\u9fff]|丨){0,9}(?:[甲乙丙丁戊][、.])?\s*")
_FRAME = "】）)〕］]》』」※*#—- \u3000\t：:；;。．.…"  # behind a title that has no number
_MARKS = re.compile("[，,：:]")
_YEAR_AND_TITLE = re.compile(
    rf"\s*{years.ARABIC}\s*年度?[：:][^，,。；;]{{2,16}}"
)  # 2026年：新蓝图
_END_OF_TITLE = re.compile(r"[。！？；\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading found at the head of a stretch of text.

    `form` is the level that its number's form belongs to (1 一、 2 （一） 3 1. 4 （1） 5 ①),
    `ordinal` 0 when the number is lost, `depth` 2 for 1.2. `title` is empty for a number before a
    text that has no title. `body` is the text behind it, empty for a heading on its own line.
    `told` is what a title without a number says that follows it: shortcoming, plan.
    """

    form: int
    ordinal: int
    prefix: str
    title: str
    suffix: str
    body: str
    line: Line
    joined: bool = False
    inferred: bool = False
    depth: int = 1
    is_part: bool = False
    told: str = ""

    @property
    def rank(self) -> int:
        """How high the number stands: 第一部分 above 一、, that above （一）; 1 above 1.2."""
        if self.is_part:
            return next((rank for word, rank in _BELOW_PART.items() if word in self.prefix), 0)
        return 10 * self.form + self.depth - 1

    @property
    def run_in(self) -> bool:
        """Whether text goes on behind the heading (标题接排)."""
        return bool(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text without a heading of its own."""

    text: str
    line: Line
    joined: bool = False


_Cut = tuple[int, HeadingNumber | None]  # where a stretch begins, and its number
Known = Callable[[str], bool]
"""Whether a text is the title of a part that every report has."""


@dataclass(slots=True)
class Splitter:
    """Cuts lines at their headings, in reading order; `known` tells the titles of parts."""

    known: Known
    numbers: Mapping[int, HeadingNumber]
    numbered: bool = True  # whether parts have numbers; without, a title alone on a line is one
    _last: int = 0  # ordinal of the last heading of the highest form, 一、
    _remarks: Remarks = field(default_factory=Remarks)

    def split(self, line: Line) -> Iterator[Heading | Passage]:
        """Yield the headings and passages of one line; their texts joined give the line back."""
        if (line.is_cell and any(tables.alone(line.plain))) or self._remarks.take(line):
            yield Passage(text=line.text, line=line)
            return
        cuts = self._cuts(line.text, self.numbers.get(line.index))
        for (start, number), (end, _) in pairwise([*cuts, (len(line.text), None)]):
            text, joined = line.text[start:end], bool(start)
            found = _heading(text, line, number, joined=joined, known=self.known)
            if found is None and len(cuts) == 1:
                found = part_alone(line, numbered=self.numbered)
            if found and found.form == 1 and found.ordinal:
                self._last = found.ordinal
            yield found or Passage(text=text, line=line, joined=joined)

    def _cuts(self, text: str, given: HeadingNumber | None) -> list[_Cut]:
        """Return where a paragraph that holds several numbered headings (一段到底) is cut."""
        plain = folded(text)
        first = given or parse_heading_number(text)
        expected = {1: self._last + 1} | ({first.level: first.ordinal + 1} if first else {})
        cuts: list[_Cut] = [(0, first)]
        for found in _INSIDE.finditer(plain):
            start = found.start()
            if not _BOUNDARY.match(plain, start - 1) and not _ends_title(plain, cuts[-1], start):
                continue
            number = parse_heading_number(text[start : start + _NUMBER_LENGTH])
            number = number or _running_on(text, plain, start, expected)
            if number and (_may_be_decimal(plain, start) or _runs_through(plain, start, number)):
                continue
            if number and number.ordinal == expected.get(number.level, 1):
                cuts.append((start, number))
                expected[number.level] = number.ordinal + 1
                expected |= {level: 1 for level in expected if level > number.level}
        if len(cuts) == 2 and not first and not self._is_part(text[cuts[1][0] :], cuts[1]):
            return cuts[:1]  # one number alone in the middle of a text is a remark, not an outline
        return cuts

    def _is_part(self, text: str, cut: _Cut) -> bool:
        """Whether a stretch begins with the title of a part of the report."""
        title = _END_OF_TITLE.split(text, maxsplit=1)[0]
        number = cut[1]
        first = number is not None and number.level == 1
        return first and len(title) <= _TITLE_LENGTH and self.known(title)


def _may_be_decimal(plain: str, start: int) -> bool:
    """Whether a number one before a rate, with no number two behind it, is its whole: 1. 97%."""
    found = _ONE_AND_RATE.match(plain, start)
    return found is not None and _TWO.search(plain, found.end()) is None


def _runs_through(plain: str, start: int, number: HeadingNumber) -> bool:
    """Whether ① only counts what one sentence says: its ② stands inside of it."""
    if number.level < _IN_SENTENCES or number.ordinal > 1:
        return False
    second = folded(with_ordinal(number.written, 2).rstrip("、.．:：，"))
    at = plain.find(second, start + 1)
    return at > 0 and not _BOUNDARY.match(plain, at - 1)


def _ends_title(plain: str, cut: _Cut, end: int) -> bool:
    """Whether a title that nothing has ended stands before a first number: 成效（一）."""
    start, number = cut
    if number is None or end - start > _TITLE_LENGTH:
        return False
    below = parse_heading_number(plain[end : end + _NUMBER_LENGTH])
    title = plain[start + len(number.written) : end]
    first = below is not None and below.ordinal == 1 and below.level > number.level
    return first and len(title) >= _LEAST_TITLE and not _STOP.search(title)


def _running_on(
    text: str, plain: str, at: int, expected: Mapping[int, int]
) -> HeadingNumber | None:
    """Return a number that runs on into the digits of its text, if the one before it was read."""
    found = _RUNNING_ON.match(plain, at)
    if found is None or not expected.get(3, 1) == int(found[1]) > 1:
        return None
    return HeadingNumber(level=3, ordinal=int(found[1]), written=text[at : found.end()])


def _heading(
    text: str, line: Line, number: HeadingNumber | None, *, joined: bool, known: Known
) -> Heading | None:
    numbered = _numbered(text, number)
    if numbered is None:
        return None if joined else _styled(line)
    form, ordinal, end, inferred = numbered
    space = _SPACE.match(text, end)
    end = space.end() if space else end
    parts = _parts(text[end:], known)
    if parts is None:
        if number is None or not text[end:]:
            return None
        parts = "", "", text[end:]  # a number before a text that has no title of its own
    title, suffix, body = parts
    return Heading(
        form=form,
        ordinal=ordinal,
        prefix=text[:end],
        title=title,
        suffix=suffix,
        body=body,
        line=line,
        joined=joined,
        inferred=inferred,
        depth=number.depth if number else 1,
        is_part=bool(number and number.written.startswith("第")),
    )


def _numbered(text: str, number: HeadingNumber | None) -> tuple[int, int, int, bool] | None:
    """Return form, ordinal, where the number ends, and whether its numeral is lost."""
    if number:
        end = text.index(number.written) + len(number.written)
        return number.level, number.ordinal, end, False
    plain = folded(text[:_NUMBER_LENGTH])
    for form, pattern in _HALF_BRACKETS:
        if found := pattern.match(plain):
            ordinal = int(found[1]) if found[1].isdecimal() else parse_chinese(found[1]) or 0
            return form, ordinal, found.end(), False
    for form, pattern in _LOST:
        if found := pattern.match(plain):
            return form, 0, found.end(), True
    return None


def part_alone(line: Line, *, numbered: bool) -> Heading | None:
    """Return the title of a part that stands alone on a line, its number unknown or none."""
    mark = _UNKNOWN_NUMBER.match(line.text)
    end = mark.end() if mark else 0
    title = line.text[end:].rstrip(_FRAME)
    if (numbered and not line.text[:end].strip()) or not structure.is_part_alone(folded(title)):
        return None
    return Heading(
        form=1,
        ordinal=0,
        prefix=line.text[:end],
        title=title,
        suffix=line.text[end + len(title) :],
        body="",
        line=line,
    )


def _styled(line: Line) -> Heading | None:
    """Return a heading without a number that the file itself marks as one."""
    level, bare = line.origin.level, line.bare
    if level is None or level > 4 or not 0 < len(bare) <= _TITLE_LENGTH or _STOP.search(bare[:-1]):
        return None
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    tail = line.text[len(line.text.rstrip()) :]
    return Heading(
        form=level, ordinal=0, prefix=indent, title=bare, suffix=tail, body="", line=line
    )


def _parts(rest: str, known: Known) -> tuple[str, str, str] | None:
    """Return title, the mark behind it, and the text that follows; None when it has no title."""
    plain = folded(rest)
    stop = _TITLE_STOP.search(plain)
    bare = rest.rstrip()
    if dash := _dash(plain, stop):
        return rest[: dash.start()], rest[dash.start() : dash.end()], rest[dash.end() :]
    if stop and (gap := _gap(rest[: stop.start()], known)):
        return rest[: gap.start()], gap[0], rest[gap.end() :]
    if stop is None or stop.end() >= len(bare):
        if colon := _early_colon(bare):
            return rest[: colon.start()], colon[0], rest[colon.end() :]
        end = len(bare) if stop is None else stop.start()
        end -= stop is None and bare[-1:] in "：:"
        return (rest[:end], rest[end:], "") if 0 < end <= _TITLE_LENGTH else None
    if (colon := _early_colon(rest[: stop.start()])) and _is_label(rest, colon, stop.start()):
        return rest[: colon.start()], colon[0], rest[colon.end() :]
    if 0 < stop.start() <= _RUN_IN_LENGTH and stop[0] in "。.":
        return rest[: stop.start()], rest[stop.start() : stop.end()], rest[stop.end() :]
    if colon := _early_colon(rest):
        return rest[: colon.start()], colon[0], rest[colon.end() :]
    return None


def _dash(plain: str, stop: re.Match[str] | None) -> re.Match[str] | None:
    """Return the dash that sets a title apart from a sentence: with commas or figures in it.

    A title may have a dash of its own (聚焦主业——提升质效), and so has one that is no sentence.
    """
    found = _DASH.search(plain, _LEAST_TITLE, _LABEL_LENGTH)
    if found is None or stop is None or stop.start() < found.end():
        return None
    sentence = plain[found.end() : stop.start()]
    told = not _MARKS.search(plain, 0, found.start()) and _SENTENCE.search(sentence)
    return found if told else None


def _gap(sentence: str, known: Known) -> re.Match[str] | None:
    """Return the space that sets a title apart from the sentence behind it, None without one.

    Two phrases of a title may stand apart too: what follows a title is longer and has a comma.
    """
    found = _GAP.search(sentence, _LEAST_TITLE, _RUN_IN_LENGTH)
    if found is None or _MARKS.search(sentence, 0, found.start()):
        return None
    behind = sentence[found.end() :]
    longer = len(behind) > found.start() and _MARKS.search(behind)
    return found if longer or known(sentence[: found.start()]) else None


def _is_label(text: str, colon: re.Match[str], end: int) -> bool:
    """Whether a colon stands behind a title and before a sentence, not inside of a title."""
    plain = not _MARKS.search(text, 0, colon.start())
    return colon.start() >= _LEAST_TITLE and plain and "，" in text[colon.end() : end]


def _early_colon(text: str) -> re.Match[str] | None:
    """Return a colon that sets a short heading apart from the text behind it."""
    found = _COLON.search(text, 0, _LABEL_LENGTH)
    if not found or found.start() == 0 or not text[found.end() :].strip():
        return None
    return None if _YEAR_AND_TITLE.fullmatch(folded(text)) else found
