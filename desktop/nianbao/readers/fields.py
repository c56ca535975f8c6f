"""What a field of Word shows that carries no result: enclosed characters, fractions."""

import re
import unicodedata

_CIRCLE = "[○◯〇⭕Oo]"
_OVER = r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*"  # one character over another
_ENCLOSED = re.compile(
    rf"{_OVER}(?:{_CIRCLE}\s*[,，;]\s*(.{{1,3}}?)|(.{{1,3}}?)\s*[,，;]\s*{_CIRCLE})\s*\)\s*", re.I
)
_PART = r"[^(),，;\\]{1,30}?"
_FRACTION = re.compile(rf"\s*eq\s*\\f\s*\(\s*({_PART})\s*[,，;]\s*({_PART})\s*\)\s*", re.I)
# How Word 97 and WPS write a reading above a word: eq \* jc2 \* hps10 \o\ad(\s\up 9(zhe),浙)
_READING = re.compile(
    rf"\s*eq\s*(?:\\\*[^\\]*)+\\o\s*\\a[dclr]\s*\(\s*({_PART})\s*[,，;]\s*({_PART})\s*\)\s*", re.I
)
_SHIFTED = re.compile(rf"\\s\s*(?:\\(?:up|do|ai|di)\s*\d*\s*)+\(({_PART})\)", re.I)
_CIRCLED = {
    unicodedata.normalize("NFKC", sign): sign
    for sign in map(chr, range(ord("①"), 0x3300))
    if unicodedata.decomposition(sign).startswith("<circle>")
}
_SAYS_NOTHING = re.compile(
    r"\s*(?:xe|tc|ta|rd|set|private|ask|toc|index|page|numpages|sectionpages|advance)\b", re.I
)
_WORKED_OUT = re.compile(r"\s*(?:eq|symbol|advance|autonum(?:lgl|out)?|listnum)\b", re.I)
_KEEPS_RESULT = re.compile(r"\s*(?:set|ask)\b", re.I)


def keeps_result(instruction: str) -> bool:
    """Whether Word keeps the result of a field for others and does not show it: SET, ASK."""
    return _KEEPS_RESULT.match(instruction) is not None


def is_worked_out(instruction: str) -> bool:
    """Whether Word shows what the instruction says, whatever result stands in the file."""
    return _WORKED_OUT.match(instruction) is not None


def reading(instruction: str) -> str:
    """Return the reading that a field shows above a word, empty for none."""
    found = _READING.fullmatch(_SHIFTED.sub(r"\1", instruction))
    return found[1] if found else ""


def without_result(instruction: str) -> str | None:
    """Return what a field shows whose result Word works out anew; None when it is not known.

    Fields that mark a place or belong to the layout show nothing: an empty text.
    """
    plain = _SHIFTED.sub(r"\1", instruction)
    if found := _ENCLOSED.fullmatch(plain):
        char = found[1] or found[2]
        return _CIRCLED.get(char, f"（{char}）")
    if found := _FRACTION.fullmatch(plain):
        return f"{found[1]}/{found[2]}"
    if found := _READING.fullmatch(plain):
        return found[2]
    return "" if not instruction.strip() or _SAYS_NOTHING.match(instruction) else None
