"""Chinese numerals and the numbers of headings: 一、（一） 1. （1）."""

import re
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "两": 2, "半": 0}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")

# (level, what stands before the numeral, the numeral, what stands after it); GB/T 9704-2012 §7.3.3
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_FORMS = (
    (1, re.compile(rf"(?P<n>{_NUMERAL})、")),
    (1, re.compile(rf"第(?P<n>{_NUMERAL})部分[：:、]?")),
    (2, re.compile(rf"[（(](?P<n>{_NUMERAL})[）)]")),
    (3, re.compile(r"(?P<n>\d{1,2})(?:[.．](?!\d)|、)")),
    (4, re.compile(r"[（(](?P<n>\d{1,2})[）)]")),
)
_WRITTEN = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）"}


def parse_chinese(text: str) -> int | None:
    """Return the whole number below 10,000 that Chinese numerals write, None for anything else.

    Digits in a row (二〇二四) are read digit by digit.
    """
    text = text.translate(_FORMAL)
    if not text or any(char not in _VALUES and char not in _STEPS for char in text):
        return None
    if all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _STEPS:
            total += (digit or 1) * _STEPS[char]
            digit = 0
        else:
            digit = _VALUES[char]
    return total + digit


def to_chinese(number: int) -> str:
    """Write a whole number from 0 to 9,999 in Chinese numerals: 10 十, 21 二十一, 105 一百零五."""
    if not 0 <= number < 10_000:
        raise ValueError(number)
    if number < 10:
        return _DIGITS[number]
    written, gap = "", False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, step)
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written.removeprefix("一") if written.startswith("一十") else written


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingNumber:
    """A heading's number: its level, its ordinal, and as it was written."""

    level: int
    ordinal: int
    written: str


def parse_heading_number(text: str) -> HeadingNumber | None:
    """Return the number a line begins with (leading space ignored), None when it has none."""
    stripped = text.lstrip()
    for level, form in _FORMS:
        if found := form.match(stripped):
            ordinal = int(n) if (n := found["n"]).isdecimal() else parse_chinese(n)
            if ordinal:
                return HeadingNumber(level=level, ordinal=ordinal, written=found[0])
    return None


def write_heading_number(level: int, ordinal: int) -> str:
    """Write a heading's number as GB/T 9704-2012 has it for that level (1 to 4)."""
    numeral = to_chinese(ordinal) if level <= 2 else str(ordinal)
    return _WRITTEN[level].format(numeral)
