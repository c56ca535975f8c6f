"""The numbers that Word writes before list paragraphs, from word/numbering.xml.

[x] lists, their abstract definitions, numStyleLink, level and start overrides
[x] multi-level text (%1.%2), isLgl, lvlRestart, custom digits (001, 002)
[-] picture bullets and bullets of symbol fonts are shown as •
"""

from dataclasses import replace
from typing import Protocol

from lxml import etree

from nianbao.readers.lists.list_counting import LEVELS, MAX_TEXT, Level, ListCounters, plain_bullet
from nianbao.readers.lists.number_formats import PADDED
from nianbao.readers.word.xml.names import MC, W
from nianbao.readers.word.xml.styles import children, is_hidden

_SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "marlett")


class _ListStyles(Protocol):
    def list_of(self, style_id: str) -> str:
        """Return the numId that a style of type numbering names."""


class Numbering:
    """The lists of one document."""

    def __init__(self, root: etree._Element | None, styles: _ListStyles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        if root is not None:
            for element in root.iterchildren(W + "abstractNum"):
                self._abstract[element.get(W + "abstractNumId", "")] = element
            for element in root.iterchildren(W + "num"):
                self._lists[element.get(W + "numId", "")] = element
        self._known: dict[str, tuple[str, tuple[Level, ...]]] = {}
        self._counters = ListCounters()

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """Return the level of a list that is tied to a paragraph style, 0 when none is."""
        for position, level in enumerate(self._list(num_id)[1]):
            if style_id and level.style == style_id:
                return position
        return 0

    def next(self, num_id: str, level: int) -> str:
        """Count one paragraph and return its number as a reader of the file sees it."""
        definition, levels = self._list(num_id)
        return self._counters.next(num_id, definition, levels, level)

    def _list(self, num_id: str) -> tuple[str, tuple[Level, ...]]:
        if num_id not in self._known:
            definition = self._definition(num_id)
            self._known[num_id] = definition, self._read_levels(num_id, definition)
        return self._known[num_id]

    def _read_levels(self, num_id: str, definition: str) -> tuple[Level, ...]:
        abstract = self._abstract.get(definition)
        if abstract is None:
            return ()
        levels = [Level()] * LEVELS
        overrides = list(self._lists[num_id].iterchildren(W + "lvlOverride"))
        elements = list(abstract.iterchildren(W + "lvl"))
        for override in overrides:
            elements.extend(override.iterchildren(W + "lvl"))
        for element in elements:
            position = whole(element.get(W + "ilvl"), -1)
            if 0 <= position < LEVELS:
                levels[position] = _read_level(element)
        for override in overrides:
            position, start = (
                whole(override.get(W + "ilvl"), -1),
                override.find(W + "startOverride"),
            )
            if 0 <= position < LEVELS and start is not None:
                number = whole(start.get(W + "val"), 1)
                levels[position] = replace(levels[position], start=number, own_start=True)
        return tuple(levels)

    def _definition(self, num_id: str) -> str:
        """Return the id of the abstract list; a list style may point to a list that points on."""
        abstract_id = ""
        for _ in range(4):
            element = self._lists.get(num_id)
            abstract_id = _value(element, "abstractNumId") if element is not None else ""
            abstract = self._abstract.get(abstract_id)
            link = _value(abstract, "numStyleLink") if abstract is not None else ""
            if not link:
                break
            num_id = self._styles.list_of(link)
        return abstract_id


def _read_level(element: etree._Element) -> Level:
    number_format = _number_format(element)
    text = _value(element, "lvlText")[:MAX_TEXT]
    if number_format == "bullet":
        text = _bullet(element, text)
    if is_hidden(children(element.find(W + "rPr")), None):
        text = ""
    restart = element.find(W + "lvlRestart")
    legal = element.find(W + "isLgl")
    return Level(
        text=text,
        number_format=number_format,
        start=whole(_value(element, "start"), 0 if element.find(W + "start") is None else 1),
        restart=None if restart is None else whole(restart.get(W + "val"), 0),
        legal=legal is not None and legal.get(W + "val", "1") not in ("0", "false", "off"),
        style=_value(element, "pStyle"),
    )


def _number_format(level: etree._Element) -> str:
    element = level.find(W + "numFmt")
    if element is None:
        choice = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
        if choice is None:
            return "decimal"
        first = choice.get(W + "format", "").partition(",")[0]  # of “001, 002, 003, ...”
        return f"{PADDED}{len(first)}" if first.isdecimal() and len(first) < 10 else "decimal"
    named = element.get(W + "val", "decimal")
    return "decimal" if named.startswith(PADDED) else named  # a name of ours, not of Word's


def _bullet(level: etree._Element, text: str) -> str:
    fonts = level.find(f"{W}rPr/{W}rFonts")
    font = fonts.get(W + "ascii", "") if fonts is not None else ""
    if level.find(W + "lvlPicBulletId") is not None:
        return "•"
    return plain_bullet(text, of_symbols=font.lower().startswith(_SYMBOL_FONTS))


def _value(element: etree._Element, child: str) -> str:
    found = element.find(W + child)
    return found.get(W + "val", "") if found is not None else ""


def whole(text: str | None, otherwise: int) -> int:
    """Return the whole number that an attribute holds, at most a million."""
    try:
        return max(-1, min(int(text or ""), 1_000_000))
    except ValueError:
        return otherwise
