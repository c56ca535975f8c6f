"""Years that stand for themselves: in titles and in periods. They never move with the report."""

import re

from nianbao.report.writing.chinese import COUNTING, DIGITS
from nianbao.report.writing.fold import folded

ARABIC = r"(?:19|20)\d\d"
CHINESE = f"[一二][〇○{DIGITS}]{{3}}"
_TO_DIGITS = str.maketrans("〇○" + DIGITS, "00" + "0123456789")
_WRITTEN = re.compile(rf"(?<![〇○{DIGITS}十百千万]){CHINESE}(?=\s*年)")
_FIXED = re.compile(
    r"《[^《》]*(?:《[^》]*》[^《》]*)*》"
    rf"|(?<!\d){ARABIC}\s*年?度?\s*(?:[-~至到→⇒➔➜>/_.]+|—+)\s*{ARABIC}\s*(?:[学财]?年|(?=[）)]))"
    rf"|(?<!\d)(?:(?:{ARABIC}、){{1,9}}|(?:{ARABIC}\s*年度?、){{2,9}}){ARABIC}\s*年度?"
    rf"|{CHINESE}\s*年?\s*(?:[-~至到→⇒➔➜>]+|—+)\s*{CHINESE}\s*年"
)


def fixed(text: str) -> list[re.Match[str]]:
    """Return the titles in 《》 and the periods and rows (2021—2025年, 2022、2023年), as read."""
    return list(_FIXED.finditer(folded(text)))


def in_digits(text: str) -> str:
    """Return a text as it is read, with years of Chinese digits (二〇二五年) in Arabic ones.

    Every character stands where it stood.
    """
    return _WRITTEN.sub(lambda found: found[0].translate(_TO_DIGITS), folded(text))


def number(text: str) -> int:
    """Return the year that four digits write, Arabic or Chinese (二〇二四, 二O二四)."""
    return int(_read(text).translate(_TO_DIGITS))


def write(year: int, like: str) -> str:
    """Write a year in the digits of a sample: 2025 like 二〇二四 is 二〇二五.

    The sample's own year gives the sample back. Full-width digits are not gone on with.
    """
    plain = _read(like)
    if int(plain.translate(_TO_DIGITS)) == year:
        return like
    if plain.isascii():
        return str(year)
    zero = next((char for char in plain if char in "〇○零"), "〇")
    return "".join(zero if digit == "0" else COUNTING[int(digit) - 1] for digit in str(year))


def _read(text: str) -> str:
    """Return a year as it is read; 年 tells a zero at its end from a letter."""
    return folded(f"{text}年")[:-1]
