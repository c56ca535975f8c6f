"""Years that stand for themselves: in titles and in periods. They never move with the report."""

import re

ARABIC = r"(?:19|20)\d\d"
CHINESE = "[一二][〇○零一二三四五六七八九]{3}"
_TO_DIGITS = str.maketrans("〇○零一二三四五六七八九", "00" + "0123456789")
_FIXED = re.compile(
    r"《[^《》]*(?:《[^》]*》[^《》]*)*》"
    r"|(?<!\d)(?:19|20)\d\d\s*年?\s*[-－–—~～至到]+\s*(?:19|20)\d\d\s*年"
)


def fixed(text: str) -> list[re.Match[str]]:
    """Return the titles in 《》 and the periods (2021—2025年) of a text, in order."""
    return list(_FIXED.finditer(text))


def without_fixed(text: str) -> str:
    """Return a text without its titles and periods."""
    return _FIXED.sub("", text)


def number(text: str) -> int:
    """Return the year that four digits write, Arabic or Chinese (二〇二四)."""
    return int(text.translate(_TO_DIGITS))


def write(year: int, like: str) -> str:
    """Write a year in the digits of a sample: 2025 like 二〇二四 is 二〇二五."""
    if like.isascii():
        return str(year)
    zero = next((char for char in like if char in "〇○零"), "〇")
    return "".join(
        zero if digit == "0" else "一二三四五六七八九"[int(digit) - 1] for digit in str(year)
    )
