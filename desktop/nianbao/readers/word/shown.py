"""How the characters of a run are shown: seen or not, struck out, raised, lowered."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from lxml import etree

from nianbao.readers.word.symbols import is_of_signs
from nianbao.readers.word.xml.names import W
from nianbao.readers.word.xml.styles import (
    Properties,
    StyleLook,
    is_hidden,
    is_on,
    is_raised,
    is_struck,
    vertical,
)

_COLOUR, _SHADING, _HIGHLIGHT, _SIZE = W + "color", W + "shd", W + "highlight", W + "sz"
_VAL, _FILL = W + "val", W + "fill"
_FONTS, _ASCII = W + "rFonts", W + "ascii"
_OUTLINED = (W + "outline", W + "shadow", W + "imprint", W + "emboss")
_WHITE = re.compile("f[c-f]f[c-f]f[c-f]", re.IGNORECASE)
_PLAIN_FILLS = ("", "auto")
_TINY = 4  # half points: nobody reads two points


class Ground(Enum):
    """What text stands on: white paper, another colour, or something that is not looked at."""

    PAPER = "paper"
    COLOUR = "colour"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RunShown:
    """How a run is shown. `faint`: in the colour of paper where there may be another.

    `signs` names the font that shows signs where letters are typed, if the run is in one.
    """

    hidden: bool = False
    struck: bool = False
    raised: bool = False
    lowered: bool = False
    faint: bool = False
    signs: str = ""

    def inside(self, outer: "RunShown") -> "RunShown":
        """Return how a run in a run is shown."""
        return replace(self, hidden=True) if outer.hidden else self

    def as_mark(self) -> "RunShown":
        """Return how what follows is shown that is the mark of a note."""
        return replace(self, raised=True)


PLAIN = RunShown()


def shown(properties: Properties, look: StyleLook, ground: Ground) -> RunShown:
    """Return how a run of these properties, over those of its styles, is shown on a ground."""
    place = vertical(properties, look.vertical)
    pale = _is_pale(properties, look, ground)
    return RunShown(
        hidden=bool(is_hidden(properties, look.hidden))
        or (pale and ground is Ground.PAPER)
        or _is_tiny(properties),
        struck=bool(is_struck(properties, look.struck)),
        raised=is_raised(properties) or place == "superscript",
        lowered=place == "subscript",
        faint=pale and ground is Ground.UNKNOWN,
        signs=_font_of_signs(properties),
    )


def _font_of_signs(properties: Properties) -> str:
    fonts = properties.get(_FONTS)
    font = fonts.get(_ASCII, "") if fonts is not None else ""
    return font if is_of_signs(font) else ""


def ground_of(element: etree._Element | None, outer: Ground) -> Ground:
    """Return what text stands on in a cell or a paragraph with these properties."""
    shading = element.find(_SHADING) if element is not None else None
    if shading is None:
        return outer
    return _ground(shading.get(_FILL, ""), outer)


def _ground(fill: str, outer: Ground) -> Ground:
    if fill.lower() in _PLAIN_FILLS:
        return outer
    return Ground.PAPER if _WHITE.fullmatch(fill) else Ground.COLOUR


def _is_pale(properties: Properties, look: StyleLook, ground: Ground) -> bool:
    """Tell whether characters have the colour of what is behind them, or of paper."""
    own = properties.get(_COLOUR)
    colour = look.colour if own is None else own.get(_VAL, "")
    outlined = (one for name in _OUTLINED if (one := properties.get(name)) is not None)
    if not colour or any(is_on(one, _VAL, otherwise=True) for one in outlined):
        return False
    shading, highlight = properties.get(_SHADING), properties.get(_HIGHLIGHT)
    fill = shading.get(_FILL, "") if shading is not None else ""
    if fill.lower() not in _PLAIN_FILLS:
        return fill.lower() == colour.lower()
    marked = highlight is not None and highlight.get(_VAL) not in ("none", "white")
    return not marked and ground is not Ground.COLOUR and bool(_WHITE.fullmatch(colour))


def _is_tiny(properties: Properties) -> bool:
    size = properties.get(_SIZE)
    value = size.get(_VAL, "") if size is not None else ""
    return value.isdecimal() and int(value[:6]) <= _TINY
