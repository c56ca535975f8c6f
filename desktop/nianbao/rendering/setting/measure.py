"""How wide text is in the Chinese fonts of a report, whose digits and letters are half as wide."""

from unicodedata import combining, east_asian_width

from nianbao.report.page import Form


def width(text: str) -> float:
    """Return the width of text in characters: 2026年 is 3."""
    return sum(_width(character) for character in text)


def twips(text: str, form: Form) -> int:
    """Return the width of text that is set in a form."""
    return round(width(text) * form.size) + len(text) * form.spacing


def _width(character: str) -> float:
    if combining(character):
        return 0.0
    return 0.5 if east_asian_width(character) in {"Na", "H", "N"} else 1.0
