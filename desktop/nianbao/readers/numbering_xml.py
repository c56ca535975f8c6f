"""The numbers that Word writes before list paragraphs, from word/numbering.xml.

[x] lists, their abstract definitions, numStyleLink, level and start overrides
[x] multi-level text (%1.%2), isLgl, lvlRestart, custom digits (001, 002)
[-] picture bullets and bullets of symbol fonts are shown as •
"""

import re
from dataclasses import dataclass, replace
from typing import Protocol

from lxml import etree

from nianbao.readers.number_formats import PADDED, write_number
from nianbao.readers.xml_names import MC, W

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "marlett")


@dataclass(frozen=True, slots=True)
class _Level:
    text: str = ""
    number_format: str = "decimal"
    start: int = 1
    own_start: bool = False  # the list overrides the start of its abstract definition
    restart: int | None = None  # 0: never; n: only after level n (counted from 1) or above
    legal: bool = False
    style: str = ""


class _ListStyles(Protocol):
    def list_of(self, style_id: str) -> str:
        """Return the numId that a style of type numbering names."""


class Numbering:
    """Counts a document's lists. Ask in document order, once for each numbered paragraph."""

    def __init__(self, root: etree._Element | None, styles: _ListStyles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        if root is not None:
            for element in root.iterchildren(W + "abstractNum"):
                self._abstract[element.get(W + "abstractNumId", "")] = element
            for element in root.iterchildren(W + "num"):
                self._lists[element.get(W + "numId", "")] = element
        self._levels: dict[str, tuple[_Level, ...]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """Return the level of a list that is tied to a paragraph style, 0 when none is."""
        for position, level in enumerate(self._levels_of(num_id)):
            if style_id and level.style == style_id:
                return position
        return 0

    def next(self, num_id: str, level: int) -> str:
        """Count one paragraph and return its number as a reader of the file sees it."""
        levels = self._levels_of(num_id)
        if not 0 <= level < len(levels):
            return ""
        counters = self._counters.setdefault(self._abstract_id(num_id), [None] * LEVELS)
        count = counters[level]
        # A list with its own start begins anew where it is first used, then counts on.
        begins = levels[level].own_start and (num_id, level) not in self._started
        counters[level] = levels[level].start if begins or count is None else count + 1
        self._started.add((num_id, level))
        for deeper in range(level + 1, len(levels)):
            restart = levels[deeper].restart
            if restart is None or level < restart:
                counters[deeper] = None
        return _write(levels, counters, level)

    def _levels_of(self, num_id: str) -> tuple[_Level, ...]:
        if num_id not in self._levels:
            self._levels[num_id] = self._read_levels(num_id)
        return self._levels[num_id]

    def _read_levels(self, num_id: str) -> tuple[_Level, ...]:
        abstract = self._abstract.get(self._abstract_id(num_id))
        if abstract is None:
            return ()
        levels = [_Level(text="", number_format="none")] * LEVELS
        overrides = list(self._lists[num_id].iterchildren(W + "lvlOverride"))
        elements = list(abstract.iterchildren(W + "lvl"))
        for override in overrides:
            elements.extend(override.iterchildren(W + "lvl"))
        for element in elements:
            position = _whole(element.get(W + "ilvl"), -1)
            if 0 <= position < LEVELS:
                levels[position] = _read_level(element)
        for override in overrides:
            position, start = (
                _whole(override.get(W + "ilvl"), -1),
                override.find(W + "startOverride"),
            )
            if 0 <= position < LEVELS and start is not None:
                number = _whole(start.get(W + "val"), 1)
                levels[position] = replace(levels[position], start=number, own_start=True)
        return tuple(levels)

    def _abstract_id(self, num_id: str) -> str:
        abstract_id = ""
        for _ in range(4):  # a list style may point to a list that points to a list style
            element = self._lists.get(num_id)
            abstract_id = _value(element, "abstractNumId") if element is not None else ""
            abstract = self._abstract.get(abstract_id)
            link = _value(abstract, "numStyleLink") if abstract is not None else ""
            if not link:
                break
            num_id = self._styles.list_of(link)
        return abstract_id


def _write(levels: tuple[_Level, ...], counters: list[int | None], level: int) -> str:
    shown = levels[level]
    if shown.number_format == "bullet":
        return shown.text

    def counted(place: re.Match[str]) -> str:
        position = int(place[1]) - 1
        if position > level:
            return ""
        count = counters[position]
        if count is None:  # a level that no paragraph has used yet shows its first number
            count = levels[position].start
        own = levels[position].number_format
        return write_number(count, "decimal" if shown.legal and own != "none" else own)

    return _PLACE.sub(counted, shown.text)


def _read_level(element: etree._Element) -> _Level:
    number_format = _number_format(element)
    text = _value(element, "lvlText")
    if number_format == "bullet":
        text = _bullet(element, text)
    restart = element.find(W + "lvlRestart")
    legal = element.find(W + "isLgl")
    return _Level(
        text=text,
        number_format=number_format,
        start=_whole(_value(element, "start"), 0 if element.find(W + "start") is None else 1),
        restart=None if restart is None else _whole(restart.get(W + "val"), 0),
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
    return element.get(W + "val", "decimal")


def _bullet(level: etree._Element, text: str) -> str:
    fonts = level.find(f"{W}rPr/{W}rFonts")
    ascii_font = fonts.get(W + "ascii", "") if fonts is not None else ""
    of_symbols = ascii_font.lower().startswith(_SYMBOL_FONTS)
    picture = level.find(W + "lvlPicBulletId") is not None
    if picture or (text and (of_symbols or _PRIVATE_USE.search(text))):
        return "•"
    return text.strip()


def _value(element: etree._Element, child: str) -> str:
    found = element.find(W + child)
    return found.get(W + "val", "") if found is not None else ""


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return max(-1, min(int(text or ""), 1_000_000))
    except ValueError:
        return otherwise
