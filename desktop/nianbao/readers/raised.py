"""Digits that stand higher or lower, as the signs that say so: a note's mark is of no number."""

import re

_DIGITS = re.compile("[0-9]+")
_MARK = re.compile(
    r"[0-9 ,，、~\-–—()（）\[\]［］〔〕【】*注]*[0-9][0-9 ,，、~\-–—()（）\[\]［］〔〕【】*注]*"
)
_PLAIN, _HIGH, _LOW = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_RAISED, _LOWERED = str.maketrans(_PLAIN, _HIGH), str.maketrans(_PLAIN, _LOW)
_LEVEL = str.maketrans(_HIGH + _LOW, _PLAIN + _PLAIN)
_FRACTION = re.compile(f"(?<![{_HIGH}])[{_HIGH}]{{1,9}}[/⁄∕][{_LOW}0-9]{{1,9}}")
_OF_NO_NUMBER = re.compile(f"(?<![0-9{_LOW}])[{_LOW}]+")


def raised(text: str) -> str:
    """Return raised digits as such signs (83件¹, 1200m²), also in the mark of a note (注¹; ¹,²).

    Other raised text stays as it is.
    """
    return text.translate(_RAISED) if _MARK.fullmatch(text) else text


def lowered(text: str) -> str:
    """Return lowered text of digits only as lowered digits, other text as it is."""
    return text.translate(_LOWERED) if _DIGITS.fullmatch(text.strip()) else text


def levelled(text: str) -> str:
    """Return a line with its fractions as 1/3, and with CO2 as it is typed.

    For lines in which something was raised or lowered: what was typed as a sign stays one.
    """
    text = _FRACTION.sub(lambda found: found[0].translate(_LEVEL).replace("⁄", "/"), text)
    return _OF_NO_NUMBER.sub(lambda found: found[0].translate(_LEVEL), text)
