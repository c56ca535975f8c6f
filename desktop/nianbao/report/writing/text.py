"""Chinese text: half-width marks made full width (GB/T 15834), sentences, what fits.

Every correction is returned as a pair of short stretches, before and after, so that it can be seen.
Correcting a corrected text changes nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nianbao.report.change import ChangeRule
from nianbao.report.writing import fold
from nianbao.report.writing.chinese import NUMERALS, ORDINAL
from nianbao.report.writing.numbering import parse_heading_number

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_MARKS = "，。；：！？、（）《》〈〉“”‘’【】〔〕—…·"
_WIDE = f"{_HAN}{_MARKS}"
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}
_SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_OUTER_SPACE = re.compile(f"^[{_SPACES}]+|(?<![{_SPACES}])[{_SPACES}]+$")
_APART = re.compile(f"(?<=[{_WIDE}])[{_SPACES}](?=[{_WIDE}])")
_TOGETHER = re.compile(f"[{_HAN}](?=[{_HAN}])")
_ONE_SPACE = re.compile(f"(?<=[{_WIDE}0-9])[{_SPACES}](?=[{_WIDE}0-9])")
_SPREAD = 3  # at least so many characters apart, and so many times as many as stand together
_SHOWN = 40
_NUMBER_SPACE = re.compile(  # not before the number of a heading: 成效 1.规范执法
    f"(?<=[{_HAN}])[ \u00a0](?=[0-9])(?![0-9]{{1,2}}[.．、][{_HAN}])"
    f"|(?<=[0-9])[ \u00a0](?=[{_HAN}])"
)
_NUMBER_BEFORE = re.compile(f"^[0-9]{{1,2}}[ \u00a0](?=[{_HAN}])(?![年月日时点])")
_POINT_SPACE = re.compile(  # 97. 5% · 97 .5% · 1 , 206次; not 表3. 5%, nor an item 3. 5%
    f"(?<=[{_HAN}])(?<![表图件第节条款章项])(?:[0-9]{{2,3}}[.．] "
    f"|[0-9]{{1,3}} [.．] ?)(?=[0-9]{{1,2}}[%％‰])"
    f"|(?<=[{_HAN}])[0-9]{{1,3}} , ?(?=[0-9]{{3}} ?[%{_HAN}])"
)
_MARK_SPACE = re.compile("(?<=[，。；：！？、])[ \u00a0](?=\\S)")
_MARK = re.compile(
    f"(?<=[{_WIDE}])[,;:!?]|[,;:!?](?=[{_WIDE}])|(?<=[{_WIDE}][{_SPACES}])[,;:!?](?=$)"
    "|(?<=[%％])[,;](?=[0-9])"
)
_STOP = re.compile(  # not in 三千二百.五万元
    rf"(?<=[{_HAN}”》）])\.(?=$|[{_WIDE}])"
    rf"(?!(?<=[{NUMERALS}]\.)[{NUMERALS}](?!是|要|、|方面|则|来))"
)
_NUMBER_INSIDE = re.compile(rf"[。.；：！？\s]{ORDINAL}$")  # …如下。一.主要举措
_LONGEST_NUMBER = 4
_BRACKET = re.compile(r"[()（）]")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2}年?)(?:[-~]|—{1,2}|--)(?=(?:19|20)\d{2}年)")
_TITLE_MARK = re.compile(r"[《》<>]")
_QUOTE = re.compile('"')
_SENTENCE = re.compile(r"[^。！？；]*[。！？；][”’）》]*|[^。！？；]+$")
CLAUSE_END = re.compile("[，,。；;：:\n]")
"""What parts the clauses of a text."""
_PRINT_DATE = re.compile(r"印发\s*$")


@dataclass(frozen=True, slots=True)
class TextEdit:
    """One correction: its rule, and the stretch around it before and after."""

    rule: ChangeRule
    before: str
    after: str


def corrected(text: str) -> tuple[str, list[TextEdit]]:
    """Return a paragraph with its marks and stray spaces corrected, and what was corrected.

    The rules are those that may be applied without asking: half-width marks beside Chinese, spaces
    at the ends and around numbers, invisible characters, 〈〉 inside 《》, — between years with 年,
    radicals out of a PDF (⼈⺠) made the characters they stand for.
    """
    log: list[TextEdit] = []
    before = ""
    while before != text:  # a mark made full width can make its neighbour's turn
        before = text
        for step in _STEPS:
            text = step(text, log)
    return text, log


def _replaced(
    pattern: re.Pattern[str],
    replacement: str | Callable[[re.Match[str]], str],
    rule: ChangeRule,
) -> Callable[[str, list[TextEdit]], str]:
    """Return a step that replaces every match and notes it with a little of its surroundings."""

    def step(text: str, log: list[TextEdit]) -> str:
        def one(found: re.Match[str]) -> str:
            new = replacement if isinstance(replacement, str) else replacement(found)
            if new != found[0]:
                log.append(_noted(rule, text, found.start(), found.end(), new))
            return new

        return pattern.sub(one, text)

    return step


def _noted(rule: ChangeRule, text: str, start: int, end: int, new: str) -> TextEdit:
    head, tail = text[max(0, start - 4) : start], text[end : end + 4]
    return TextEdit(rule, head + text[start:end] + tail, head + new + tail)


def _without_gap(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if char != " ")


def _brackets(text: str, log: list[TextEdit]) -> str:
    """Make brackets full width when Chinese stands inside them or beside them, both or neither."""
    return _edited(text, _wide_brackets(text), ChangeRule.PUNCTUATION, log)


def _wide_brackets(text: str) -> dict[int, str]:
    edits: dict[int, str] = {}
    stack: list[int] = []
    for found in _BRACKET.finditer(text):
        at = found.start()
        if found[0] in "(（":
            stack.append(at)
            continue
        opening = stack.pop() if stack else None
        start = at if opening is None else opening
        if _touches_han(text, start, at):
            for place in {start, at}:
                if text[place] in "()":
                    edits[place] = _FULL[text[place]]
    edits.update({at: "（" for at in stack if text[at] == "(" and _touches_han(text, at, at)})
    return edits


def _touches_han(text: str, start: int, end: int) -> bool:
    return re.search(f"[{_WIDE}]", text[max(0, start - 1) : end + 2]) is not None


def _letter_spacing(text: str, log: list[TextEdit]) -> str:
    """Close up a line whose characters are all set apart (青 岭 县 人 民 政 府)."""
    apart = len(_APART.findall(text))
    if apart < _SPREAD or apart < _SPREAD * len(_TOGETHER.findall(text)):
        return text
    closed = _ONE_SPACE.sub("", text)
    log.append(TextEdit(ChangeRule.SPACE, shortened(text, _SHOWN), shortened(closed, _SHOWN)))
    return closed


def _stops(text: str, log: list[TextEdit]) -> str:
    """Write 。 for a half-width stop behind Chinese, but not behind the number of a heading."""
    number = parse_heading_number(text)
    begin = text.index(number.written) + len(number.written) if number else 0
    places = [
        found.start()
        for found in _STOP.finditer(text)
        if found.start() >= begin
        and not _NUMBER_INSIDE.search(text, max(0, found.start() - _LONGEST_NUMBER), found.start())
    ]
    return _edited(text, dict.fromkeys(places, "。"), ChangeRule.PUNCTUATION, log)


def _inner_titles(text: str, log: list[TextEdit]) -> str:
    """Write a title inside a title with 〈〉, when the marks are balanced."""
    edits: dict[int, str] = {}
    stack: list[tuple[int, str]] = []
    for found in _TITLE_MARK.finditer(text):
        if found[0] in "《<":
            if found[0] == "《" or stack:
                stack.append((found.start(), found[0]))
        elif stack and stack[-1][1] == ("《" if found[0] == "》" else "<"):
            opening, _ = stack.pop()
            if stack:
                edits |= {opening: "〈", found.start(): "〉"}
    return text if stack else _edited(text, edits, ChangeRule.INNER_TITLE, log)


def _quotes(text: str, log: list[TextEdit]) -> str:
    """Curl straight double quotes, when there is an even number of them in a Chinese paragraph."""
    places = [found.start() for found in _QUOTE.finditer(text)]
    if len(places) % 2 or not re.search(f"[{_HAN}]", text):
        return text
    edits = {place: "”" if number % 2 else "“" for number, place in enumerate(places)}
    return _edited(text, edits, ChangeRule.PUNCTUATION, log)


def _edited(text: str, edits: dict[int, str], rule: ChangeRule, log: list[TextEdit]) -> str:
    log += [_noted(rule, text, place, place + 1, edits[place]) for place in sorted(edits)]
    return "".join(edits.get(place, char) for place, char in enumerate(text)) if edits else text


def _stray_spaces(text: str, log: list[TextEdit]) -> str:
    if _PRINT_DATE.search(text):  # in 版记 the space sets the date apart
        return text
    numbered = _NUMBER_BEFORE.match(text)  # 1 规范执法: the space sets a heading's number apart
    head, text = (numbered[0], text[numbered.end() :]) if numbered else ("", text)
    text = head + _replaced(_NUMBER_SPACE, "", ChangeRule.SPACE)(text, log)
    return _replaced(_MARK_SPACE, "", ChangeRule.SPACE)(text, log)


def _year_ranges(text: str, log: list[TextEdit]) -> str:
    """Write — between years, whatever line stands there and however wide the digits are."""
    for found in reversed(list(_YEARS.finditer(fold.folded(text)))):
        start, end = found.end(1), found.end()
        if text[start:end] != "—":
            log.append(_noted(ChangeRule.YEAR_RANGE, text, start, end, "—"))
            text = text[:start] + "—" + text[end:]
    return text


_STEPS: tuple[Callable[[str, list[TextEdit]], str], ...] = (
    _replaced(_INVISIBLE, "", ChangeRule.SPACE),
    _replaced(_OUTER_SPACE, "", ChangeRule.SPACE),
    _letter_spacing,
    _replaced(_POINT_SPACE, _without_gap, ChangeRule.SPACE),
    _replaced(fold.RADICALS, lambda found: fold.folded(found[0]), ChangeRule.LOOKALIKE),
    _quotes,
    _brackets,
    _replaced(_MARK, lambda found: _FULL[found[0]], ChangeRule.PUNCTUATION),
    _stops,
    _stray_spaces,
    _inner_titles,
    _year_ranges,
)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph with their offsets; joined they give it back.

    A semicolon ends a sentence too: behind it stands the next statement.
    """
    return ((found.start(), found[0]) for found in _SENTENCE.finditer(text))


def quoted(text: str) -> str:
    """Return a text in quotation marks; those inside it become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters; what is cut off leaves a … ."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def end_of(text: str, most: int) -> str:
    """Return the end of a text, at most so many characters; what is cut off leaves a … ."""
    return text if len(text) <= most else f"…{text[len(text) - most + 1 :]}"
