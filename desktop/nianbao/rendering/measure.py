"""How wide text is in the Chinese fonts of a report, whose digits and letters are half as wide."""

from unicodedata import combining, east_asian_width

TEXT_WIDTH = 8845  # twips: 156 mm
CHARACTER = 320  # 三号, 16 pt
SMALL_CHARACTER = 280  # 四号, 14 pt
_TIGHTER = 5  # the template's character spacing takes 0.25 pt off each character


def width(text: str) -> float:
    """Return the width of text in characters: 2026年 is 3."""
    return sum(_width(character) for character in text)


def twips(text: str) -> int:
    """Return the width of text in body size."""
    return round(width(text) * CHARACTER) - len(text) * _TIGHTER


def _width(character: str) -> float:
    if combining(character):
        return 0.0
    return 0.5 if east_asian_width(character) in {"Na", "H", "N"} else 1.0
