"""Headings as they stand in the text: own line or run in, numbered, or with the number lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.report import numbering
from nianbao.understanding.line import Line

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_LOST = (
    (2, re.compile(r"\s*(?:[（(]\s*)?[）)](?=[^\s）)])")),
    (1, re.compile(r"\s*、(?=\S)")),
    (3, re.compile(r"\s*[.．](?=[\u4e00-\u9fff])")),
)
_HALF_BRACKET = re.compile(rf"\s*({_NUMERAL})[）)]")
_INSIDE = re.compile(rf"(?<=[。；])(?:[（(]{_NUMERAL}[）)]|[1-9]\d?[.．](?!\d)|{_NUMERAL}、)(?=\S)")
_SPACE = re.compile(r"\s*")
_STOP = re.compile(r"[。！？；;]")
_COLON = re.compile(r"[：:]")
_TITLE_LENGTH = 60  # an own-line heading; longer is a paragraph
_RUN_IN_LENGTH = 50
_LABEL_LENGTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading found at the head of a stretch of text.

    `form` is the level that its number's form belongs to (1 一、 2 （一） 3 1. 4 （1）), `ordinal`
    0 when the number is lost. `body` is the text behind it, empty for a heading on its own line.
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

    @property
    def rank(self) -> int:
        """How high the number stands: 第一部分 is above 一、, which is above （一）."""
        return 0 if self.prefix.lstrip().startswith("第") else self.form

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


def split(line: Line) -> Iterator[Heading | Passage]:
    """Yield the headings and passages of one line; their texts joined give the line back."""
    joined = False
    for text in _stretches(line.text):
        yield _heading(text, line, joined=joined) or Passage(text=text, line=line, joined=joined)
        joined = True


def _stretches(text: str) -> Iterator[str]:
    """Cut a paragraph that holds several numbered headings (一段到底) before each of them."""
    cuts = [0]
    expected = _first_ordinals(text)
    for found in _INSIDE.finditer(text):
        number = numbering.parse_heading_number(found[0])
        if number and number.ordinal == expected.get(number.level, 1):
            cuts.append(found.start())
            expected[number.level] = number.ordinal + 1
            expected |= {level: 1 for level in expected if level > number.level}
    if len(cuts) == 2 and cuts[1] and not numbering.parse_heading_number(text):
        cuts = [0]  # one number alone in the middle of a text is a remark, not an outline
    return (text[start:end] for start, end in zip(cuts, [*cuts[1:], None], strict=True))


def _first_ordinals(text: str) -> dict[int, int]:
    number = numbering.parse_heading_number(text)
    return {number.level: number.ordinal + 1} if number else {}


def _heading(text: str, line: Line, *, joined: bool) -> Heading | None:
    numbered = _numbered(text)
    if numbered is None:
        return None if joined else _styled(line)
    form, ordinal, end, inferred = numbered
    space = _SPACE.match(text, end)
    end = space.end() if space else end
    parts = _parts(text[end:])
    if parts is None:
        return None
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
    )


def _numbered(text: str) -> tuple[int, int, int, bool] | None:
    """Return form, ordinal, where the number ends, and whether its numeral is lost."""
    indent = len(text) - len(text.lstrip())
    if number := numbering.parse_heading_number(text):
        return number.level, number.ordinal, indent + len(number.written), False
    if found := _HALF_BRACKET.match(text):
        return 2, numbering.parse_chinese(found[1]) or 0, found.end(), False
    for form, pattern in _LOST:
        if found := pattern.match(text):
            return form, 0, found.end(), True
    return None


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


def _parts(rest: str) -> tuple[str, str, str] | None:
    """Return title, the mark behind it, and the text that follows; None when it is no heading."""
    stop = _STOP.search(rest)
    bare = rest.rstrip()
    if stop is None or stop.end() >= len(bare):
        if colon := _early_colon(bare):
            return rest[: colon.start()], colon[0], rest[colon.end() :]
        end = len(bare) if stop is None else stop.start()
        end -= stop is None and bare[-1:] in "：:"
        return (rest[:end], rest[end:], "") if 0 < end <= _TITLE_LENGTH else None
    if 0 < stop.start() <= _RUN_IN_LENGTH and stop[0] == "。":
        return rest[: stop.start()], stop[0], rest[stop.end() :]
    if colon := _early_colon(rest):
        return rest[: colon.start()], colon[0], rest[colon.end() :]
    return None


def _early_colon(text: str) -> re.Match[str] | None:
    """Return a colon that sets a short heading apart from the text behind it."""
    found = _COLON.search(text, 0, _LABEL_LENGTH)
    return found if found and found.start() > 0 and text[found.end() :].strip() else None
