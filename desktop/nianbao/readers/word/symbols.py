"""Characters of symbol fonts (w:sym, or typed in one) as Unicode signs that a report may hold."""

import re
import sys

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xE0: "→",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x80: "⓪", 0x8B: "⓿",
    **{0x81 + n: chr(ord("①") + n) for n in range(10)},
    **{0x8C + n: chr(ord("❶") + n) for n in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x98: "●",
    **{0x6A + n: chr(ord("①") + n) for n in range(10)},
    **{0x75 + n: chr(ord("❶") + n) for n in range(10)},
}  # fmt: skip
_WEBDINGS = {0x61: "✔", 0x63: "□", 0x67: "■", 0x72: "✗"}
_SYMBOL = {
    **{ord(sign): sign for sign in "!#%&()+,./0123456789:;<=>?[]_{|}"}, 0x2A: "∗", 0x2D: "−",
    0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈",
    0xAE: "→", 0xD7: "⋅", 0xA5: "∞", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π",
}  # fmt: skip
_PRIVATE, _ASCII = 0xF000, range(0x20, 0x7F)
_OF_SIGNS = re.compile("ding|symbol|extra|marlett", re.I)  # fonts that hold signs, no letters
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_TYPED = re.compile("[\x21-\x7e\xa1-\xff\uf021-\uf0ff]")  # what such a font shows as a sign
UNKNOWN = "□"


def is_of_signs(font: str) -> bool:
    """Whether a font shows signs where letters are typed."""
    return font.lower() in _FONTS


def typed(text: str, font: str) -> tuple[str, int]:
    """Return text that is typed in a font of signs as it is seen, and how many are not known."""
    signs = _FONTS[font.lower()]
    known = [signs.get(ord(one) & 0xFF) if _TYPED.match(one) else one for one in text]
    return "".join(one or UNKNOWN for one in known), known.count(None)


def symbol(code: str, font: str) -> str | None:
    """Return the sign for w:sym's hexadecimal code in a font, None when it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if not 0x20 <= number <= sys.maxunicode:
        return None
    signs = _FONTS.get(font.lower())
    if signs is None:  # a text font: the code is the character, or stands in the private area
        if number - _PRIVATE in _ASCII and not _OF_SIGNS.search(font):
            return chr(number - _PRIVATE)
        return None if 0xE000 <= number <= 0xF8FF else chr(number)
    return signs.get(number & 0xFF)
