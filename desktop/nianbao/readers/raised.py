"""Digits that stand raised, as the signs that say so: the mark of a note belongs to no number."""

import re

_DIGITS = re.compile("[0-9]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Return raised text of digits only as raised digits (83件¹, 1200m²), other text as it is."""
    return text.translate(_RAISED) if _DIGITS.fullmatch(text.strip()) else text
