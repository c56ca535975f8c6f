"""Chinese numerals and the numbers of headings: 一、（一） 1. （1） ①."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nianbao.report.writing.chinese import CAPITALS, COUNTING, DIGITS, ORDINAL, STEPS
from nianbao.report.writing.fold import folded

_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_OTHER_WRITINGS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_COUNTED = COUNTING + STEPS
_OTHER_WRITINGS |= dict(zip(CAPITALS, _COUNTED, strict=True))
_PLAIN = str.maketrans(_OTHER_WRITINGS)
_PLAIN_NUMERALS = DIGITS + STEPS
FORMAL = str.maketrans(_COUNTED, CAPITALS)
"""Makes of a Chinese numeral the one that nobody can change: 三 → 叁."""
_WIDE = ord("０") - ord("0")
_CENTURIES = ("一九", "二〇", "二零")
_ZEROS = {"〇", "零"}
_LONGEST_ROW = 8
_LETTERS = "ABCDEFGH"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

# (level, its number) in folded text; GB/T 9704-2012 §7.3.3 and what is written instead
_FORMAL_NUMERAL = "[壹贰叁肆伍陆柒捌玖拾]{1,3}"
_BEHIND = "(?: *[、.:：，。；])?"
_DASHED = "(?:[二三]?十)?[—-]"  # what a scan makes of 一, 十一
_TWICE = "[、.]?"  # 1.、
_FORMS = tuple(
    (level, re.compile(pattern))
    for level, pattern in (
        (1, rf"(?P<n>{ORDINAL}|{_FORMAL_NUMERAL}) *[、.]{_TWICE}"),
        (1, rf"(?P<n>{ORDINAL}) *·(?![{COUNTING}十])"),
        (1, rf"(?P<n>{_DASHED}) *、"),
        (2, rf"[（(] *(?P<n>{_DASHED}) *[）)]{_BEHIND}"),
        (1, rf"第 *(?P<n>{ORDINAL}|\d{{1,2}}) *(?:部分|[章编篇节])(?: *[:：、])?"),
        (1, rf"第 *(?P<n>{ORDINAL}) *[、，,.:：]$"),  # by itself: a line's neighbours prove it
        (1, r"(?P<n>[Ⅰ-Ⅻ]) *[、.:：]"),
        (1, r"(?P<n>I{1,3}|I?[VX]|VI{1,3}) *[、.:：](?=[\u4e00-\u9fff“《 \d]|$)"),
        (2, rf"[（(\[〔【<〈{{「『] *(?P<n>{ORDINAL}) *[）)\]〕】>〉}}」』]{_BEHIND}"),
        (2, rf"(?P<n>[㈠-㈩㊀-㊉]){_BEHIND}"),
        (3, rf"(?P<n>\d{{1,2}}) *(?:\.{_TWICE}(?!\d)|[.、](?=(?:19|20)\d\d *年)|、(?!\d))"),
        (3, rf"(?P<n>[⒈-⒛]){_BEHIND}"),
        (4, rf"[（(\[〔【] *(?P<n>\d{{1,2}}) *[）)\]〕】]{_BEHIND}"),
        (4, rf"(?P<n>[⑴-⒇]){_BEHIND}"),
        (5, r"(?P<n>[A-H])[.、] *(?=[\u4e00-\u9fff“《])"),
        (5, rf"(?P<n>[①-⑳❶-❿➀-➉➊-➓⓫-⓴⓵-⓾]){_BEHIND}"),
    )
)
_DASH = re.compile("[—–－-]")
_DOTTED = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})[.、]?")
_BULLET = re.compile(  # a bullet or a picture: dots, boxes, arrows, what chats put before headings
    r"\s*(?:[-—+] +|[·※*\u2190-\u23ff\u2500-\u2775\u27a1-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    r"\ufe0f? *)*"
)
_LONGEST = 24  # characters in which a number with its space and bullet is done
_SIGNS = 20  # from ① to ⑳
_WRITTEN = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）"}


def parse_chinese(text: str) -> int | None:
    """Return the whole number below 10,000 that Chinese numerals write, None for anything else.

    Digits in a row (二〇二四) are read digit by digit. What may mean two numbers is none: 两三,
    十二三, 二百五.
    """
    text = text.translate(_PLAIN)
    if not text or any(char not in _VALUES and char not in _STEPS for char in text):
        return None
    if all(char in _VALUES for char in text):
        row = len(text) == 1 or (len(text) == 4 and text[:2] in _CENTURIES) or set(text) & _ZEROS
        digits = "".join(str(_VALUES[char]) for char in text[:_LONGEST_ROW])
        return int(digits) if row and len(digits) == len(text) else None
    return _stepped(text)


def _stepped(text: str) -> int | None:
    """Return what numerals with 十, 百 and 千 are worth: each step is smaller than the last."""
    total, digit, step, zero = 0, None, 10_000, False
    for char in text:
        if char in _STEPS:
            bare = digit is None and (total > 0 or zero) and char != "十"
            if bare or _STEPS[char] >= step:
                return None
            step = _STEPS[char]
            total += (1 if digit is None else digit) * step
            digit, zero = None, False
        elif digit is not None:
            return None
        elif _VALUES[char]:
            digit = _VALUES[char]
        else:
            zero = True
    if digit is not None and step > 10 and not zero:
        return None  # 二百五 may be 205 or 250
    return total + (digit or 0)


def to_chinese(number: int) -> str:
    """Write a whole number from 0 to 9,999 in Chinese numerals: 10 十, 21 二十一, 105 一百零五."""
    if not 0 <= number < 10_000:
        raise ValueError(number)
    if number < 10:
        return DIGITS[number]
    written, gap = "", False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, step)
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written.removeprefix("一") if written.startswith("一十") else written


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingNumber:
    """A heading's number: its level, its ordinal, and as it was written.

    `level` is the one that the number's form belongs to: 1 一、 2 （一） 3 1. 4 （1） 5 ①. `depth`
    counts the numerals: 2 for 1.2, which stands below 1.
    """

    level: int
    ordinal: int
    written: str
    depth: int = 1


def parse_heading_number(text: str) -> HeadingNumber | None:
    """Return the number a line begins with, None when it has none.

    Every writing of it is known (一. 一 、 （ 一 ） ㈠ ⒈ ⑴ ①); space and a bullet before it are
    left out of `written`, marks behind its bracket are part of it.
    """
    return _at_head(text[:_LONGEST])


@lru_cache(maxsize=2048)  # a line is asked about again and again while its text is cut
def _at_head(text: str) -> HeadingNumber | None:
    """Return the number that the first characters of a line begin with."""
    head = folded(text)
    start = _BULLET.match(head)
    at = start.end() if start else 0
    for level, form in _FORMS:
        if found := form.match(head, at):
            ordinal = _ordinal(found["n"])
            if ordinal:
                written = text[at : found.end()]
                return HeadingNumber(level=level, ordinal=ordinal, written=written)
    return None


def parse_list_number(text: str) -> HeadingNumber | None:
    """Return the number that Word wrote before a paragraph; there 1 and 1.2 are numbers too."""
    if number := parse_heading_number(text):
        return number
    found = _DOTTED.fullmatch(folded(text).strip())
    if found is None:
        return None
    numerals = found["n"].split(".")
    return HeadingNumber(
        level=3, ordinal=int(numerals[-1]), written=text.strip(), depth=len(numerals)
    )


def undashed(number: str) -> str:
    """Return a heading's number with 一 where a scan has a dash."""
    return _DASH.sub("一", number)


def _ordinal(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    numeral = undashed(numeral)
    if numeral in _ROMAN:
        return _ROMAN.index(numeral) + 1
    if numeral in _LETTERS:
        return _LETTERS.index(numeral) + 1
    if len(numeral) == 1 and not unicodedata.category(numeral).startswith("L"):
        return int(unicodedata.numeric(numeral, 0))  # one sign for the whole number: ㈠ ⑴ ①
    return parse_chinese(numeral) or 0


def write_heading_number(level: int, ordinal: int) -> str:
    """Write a heading's number as GB/T 9704-2012 has it for its level (1 to 4), ① for the fifth."""
    if level > len(_WRITTEN):
        return chr(ord("①") + ordinal - 1) if ordinal <= _SIGNS else f"{ordinal}."
    numeral = to_chinese(ordinal) if level <= 2 else str(ordinal)
    return _WRITTEN[level].format(numeral)


def with_ordinal(number: str, ordinal: int) -> str:
    """Return a heading's number with another ordinal, written as it is: 第二章 → 第三章."""
    head = folded(number[:_LONGEST])
    start = _BULLET.match(head)
    for level, form in _FORMS:
        if (found := form.match(head, start.end() if start else 0)) and _ordinal(found["n"]):
            first, last = found.span("n")
            numeral = _numeral_like(number[first:last], ordinal)
            if not numeral:
                return write_heading_number(level, ordinal)
            return number[:first] + numeral + number[last:]
    return number


def _numeral_like(like: str, ordinal: int) -> str:
    """Return an ordinal in the signs of another one, nothing where there is no such sign."""
    if like.isdecimal() and like.isascii():
        return str(ordinal)
    if like in _ROMAN:
        return _ROMAN[ordinal - 1] if ordinal <= len(_ROMAN) else ""
    if like in _LETTERS:
        return _LETTERS[ordinal - 1 : ordinal]
    if like.isdecimal():  # full width
        return "".join(chr(ord(digit) + _WIDE) for digit in str(ordinal))
    if all(sign in _PLAIN_NUMERALS for sign in like):
        return to_chinese(ordinal)
    if all(sign.translate(_PLAIN) in _PLAIN_NUMERALS for sign in like):
        return to_chinese(ordinal).translate(FORMAL)
    sign = chr(ord(like) + ordinal - _ordinal(like)) if len(like) == 1 else ""
    return sign if sign and unicodedata.numeric(sign, 0) == ordinal else ""
