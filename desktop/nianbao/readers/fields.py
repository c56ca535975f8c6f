"""What a field of Word shows that carries no result: enclosed characters, fractions."""

import re

from nianbao.report.writing.chinese import COUNTING

_CIRCLE = "[○◯〇⭕Oo]"
_OVER = r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*"  # one character over another
_ENCLOSED = re.compile(
    rf"{_OVER}(?:{_CIRCLE}\s*[,，;]\s*(.{{1,3}}?)|(.{{1,3}}?)\s*[,，;]\s*{_CIRCLE})\s*\)\s*", re.I
)
_FRACTION = re.compile(r"\s*eq\s*\\f\s*\(\s*(\d+)\s*[,，;]\s*(\d+)\s*\)\s*", re.I)
_COUNTED = COUNTING + "十"
_SAYS_NOTHING = re.compile(
    r"\s*(?:xe|tc|ta|rd|set|private|ask|toc|index|page|numpages|sectionpages)\b", re.I
)
_KEEPS_RESULT = re.compile(r"\s*(?:set|ask)\b", re.I)


def keeps_result(instruction: str) -> bool:
    """Whether Word keeps the result of a field for others and does not show it: SET, ASK."""
    return _KEEPS_RESULT.match(instruction) is not None


def without_result(instruction: str) -> str | None:
    """Return what a field shows whose result Word works out anew; None when it is not known.

    Fields that mark a place or belong to the layout show nothing: an empty text.
    """
    if found := _ENCLOSED.fullmatch(instruction):
        return _circled(found[1] or found[2])
    if found := _FRACTION.fullmatch(instruction):
        return f"{found[1]}/{found[2]}"
    return "" if not instruction.strip() or _SAYS_NOTHING.match(instruction) else None


def _circled(char: str) -> str:
    if char.isdecimal() and 1 <= int(char) <= 20:
        return chr(ord("①") + int(char) - 1)
    if char in _COUNTED:
        return chr(ord("㊀") + _COUNTED.index(char))
    return f"（{char}）"
