"""Characters of symbol fonts (w:sym) as Unicode signs, where a county report may hold them."""

import re

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xE0: "→",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x80: "⓪", 0x8B: "⓿",
    **{0x81 + n: chr(ord("①") + n) for n in range(10)},
    **{0x8C + n: chr(ord("❶") + n) for n in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x98: "●"}
_SYMBOL = {
    0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈",
    0xAE: "→", 0xD7: "⋅", 0xA5: "∞", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π",
}  # fmt: skip
_PRIVATE, _ASCII = 0xF000, range(0x20, 0x7F)
_OF_SIGNS = re.compile("ding|symbol|extra|marlett", re.I)  # fonts that hold signs, no letters
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(code: str, font: str) -> str | None:
    """Return the sign for w:sym's hexadecimal code in a font, None when it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if not 0x20 <= number <= 0xFFFF:
        return None
    signs = _FONTS.get(font.lower())
    if signs is None:  # a text font: the code is the character, or stands in the private area
        if number - _PRIVATE in _ASCII and not _OF_SIGNS.search(font):
            return chr(number - _PRIVATE)
        return None if 0xE000 <= number <= 0xF8FF else chr(number)
    return signs.get(number & 0xFF)
