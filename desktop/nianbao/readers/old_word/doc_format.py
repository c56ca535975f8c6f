"""The parts of the binary Word format ([MS-DOC]) that reading text needs.

A file's characters lie in pieces; formatting lies in pages of 512 bytes that say “from this
character to that one”, by offset in the stream. Numbers are little-endian.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE = 512

# Offsets in the file information block.
_TEXT_LENGTHS = 0x4C  # seven counts of UTF-16 units: text, notes, margins, macros, comments, …
_PIECES = 0x1A2
_CHARACTER_PAGES = 0xFA
_PARAGRAPH_PAGES = 0x102
_STYLES = 0xA2

# Properties (sprm) asked for.
CENTRED = (0x2403, 0x2461)
OUTLINE_LEVEL = (0x2640,)
LIST = (0x460B,)
LIST_LEVEL = (0x260A,)
IN_TABLE = (0x2416,)
ROW_END = (0x2417,)
DELETED = (0x0800,)
HIDDEN = (0x083C,)
STRUCK = (0x0837, 0x2A53)  # once, twice
_POSITION = 0x2A48
_COLOUR_OF_16, _COLOUR, _SIZE = 0x2A42, 0x6870, 0x4A43
_PEN, _SHADING_OF_16, _SHADING = 0x2A0C, 0x4866, 0xCA71
_BACK_OF_16 = 0x3E0  # the bits of what lies behind in the older shading
_NO_COLOUR = 0xFF000000
_PARAGRAPH_SHADING = (0x442D, 0xC64D)
_OUTLINED = (0x0838, 0x0839, 0x0854, 0x0858)  # with a line or a shadow, set into or off the paper
_WHITE_OF_16, _WHITE = 8, 0xFFFFFF
_TINY = 4  # half points
_SUPERSCRIPT, _SUBSCRIPT = 1, 2
_OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION = 0xD608  # its length takes two bytes

Properties = dict[int, int]


@dataclass(frozen=True, slots=True)
class DocPiece:
    """A run of characters: where it begins in the text and in the stream, in units and bytes."""

    first: int
    count: int
    offset: int
    is_narrow: bool  # one byte a character, code page 1252


@dataclass(frozen=True, slots=True)
class FormatSpan:
    """Formatting from one offset of the stream to another."""

    start: int
    end: int
    style: int
    properties: Properties


@dataclass(frozen=True, slots=True)
class StyleSheetEntry:
    """A style: its name, its parent's index and its own paragraph properties.

    `heading` is the level of a built-in heading, 0 for every other style.
    """

    name: str
    heading: int
    parent: int
    properties: Properties


def text_lengths(stream: bytes) -> dict[str, int]:
    """Return how many units each kind of text has, in the order in which they lie."""
    kinds = ("text", "footnote", "margin", "macro", "comment", "endnote", "text_box", "margin_box")
    lengths = struct.unpack_from("<8i", stream, _TEXT_LENGTHS)
    return {kind: max(0, length) for kind, length in zip(kinds, lengths, strict=True)}


def read_pieces(stream: bytes, table: bytes) -> list[DocPiece]:
    """Return the pieces of the whole text in order."""
    start, size = struct.unpack_from("<II", stream, _PIECES)
    clx = table[start : start + size]
    at = 0
    while clx[at] == 1:  # formatting of pieces, not needed
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if clx[at] != 2:
        raise ValueError("no piece table")
    length = int.from_bytes(clx[at + 1 : at + 5], "little")
    plc = clx[at + 5 : at + 5 + length]
    count = (len(plc) - 4) // 12
    positions = struct.unpack_from(f"<{count + 1}I", plc)
    pieces = []
    for index in range(count):
        raw = int.from_bytes(plc[4 * (count + 1) + 8 * index + 2 :][:4], "little")
        is_narrow = bool(raw & 0x40000000)
        offset = raw & 0x3FFFFFFF
        units = positions[index + 1] - positions[index]
        if units < 0:
            raise ValueError("pieces out of order")
        offset = offset // 2 if is_narrow else offset
        pieces.append(DocPiece(positions[index], units, offset, is_narrow))
    return pieces


class Formatting:
    """Spans of one kind, found by offset."""

    def __init__(self, spans: list[FormatSpan]) -> None:
        self.spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self.spans]

    def between(self, start: int, end: int) -> list[FormatSpan]:
        """Return the spans that overlap a range."""
        index = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, end - 1)
        return [span for span in self.spans[index:last] if span.end > start]

    def at(self, offset: int) -> FormatSpan | None:
        """Return the formatting of the character at an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.spans[index] if index >= 0 and offset < self.spans[index].end else None


def paragraph_formatting(stream: bytes, table: bytes) -> Formatting:
    """Return the formatting of paragraphs."""
    spans: list[FormatSpan] = []
    for page in _pages(stream, table, _PARAGRAPH_PAGES):
        count = page[_PAGE - 1]
        offsets = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            at = 2 * page[4 * (count + 1) + 13 * index]
            size = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
            at += 1 if page[at] else 2
            raw = page[at : at + size] if at > 2 else b""
            style = int.from_bytes(raw[:2], "little")
            spans.append(
                FormatSpan(offsets[index], offsets[index + 1], style, parse_properties(raw[2:]))
            )
    return Formatting(spans)


def character_formatting(stream: bytes, table: bytes) -> Formatting:
    """Return the formatting of characters, only where they are left out or stand raised."""
    spans: list[FormatSpan] = []
    for page in _pages(stream, table, _CHARACTER_PAGES):
        count = page[_PAGE - 1]
        offsets = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            at = 2 * page[4 * (count + 1) + index]
            raw = page[at + 1 : at + 1 + page[at]] if at else b""
            properties = parse_properties(raw)
            marked = has(properties, (*DELETED, *HIDDEN, *STRUCK)) or is_raised(properties)
            if marked or is_lowered(properties) or is_pale(properties) or is_tiny(properties):
                spans.append(FormatSpan(offsets[index], offsets[index + 1], 0, properties))
    return Formatting(spans)


def read_styles(stream: bytes, table: bytes) -> list[StyleSheetEntry]:
    """Return the style sheet; an entry without a name is an empty place."""
    start, size = struct.unpack_from("<II", stream, _STYLES)
    sheet = table[start : start + size]
    if len(sheet) < 6:
        return []
    header = int.from_bytes(sheet[:2], "little")
    count, base = struct.unpack_from("<HH", sheet, 2)
    at, styles = 2 + header, []
    for _ in range(min(count, 4_095)):
        length = int.from_bytes(sheet[at : at + 2], "little")
        styles.append(_style(sheet[at + 2 : at + 2 + length], base))
        at += 2 + length
    return styles


def _style(raw: bytes, base: int) -> StyleSheetEntry:
    if len(raw) < base + 2:
        return StyleSheetEntry("", 0, 0xFFF, {})
    built_in, kind = struct.unpack_from("<HH", raw)
    length = int.from_bytes(raw[base : base + 2], "little")
    at = base + 2 + 2 * length
    name = raw[base + 2 : at].decode("utf-16-le", "replace")
    name = "".join(char for char in name if char.isprintable())
    at += 2  # the zero after the name
    size = int.from_bytes(raw[at : at + 2], "little")
    is_paragraph = kind & 0xF == 1
    properties = parse_properties(raw[at + 4 : at + 2 + size]) if is_paragraph else {}
    heading = built_in & 0xFFF if 1 <= built_in & 0xFFF <= 9 else 0
    return StyleSheetEntry(name, heading, kind >> 4, properties)


def parse_properties(raw: bytes) -> Properties:
    """Return properties by their number; of longer ones only a shading is kept."""
    properties: Properties = {}
    at = 0
    while at + 2 < len(raw):
        number = int.from_bytes(raw[at : at + 2], "little")
        at += 2
        size = _OPERAND_SIZES[number >> 13]
        if not size:
            wide = number == _TABLE_DEFINITION
            at, size = (
                (at + 2, int.from_bytes(raw[at : at + 2], "little") - 1)
                if wide
                else (at + 1, raw[at])
            )
        if number == _SHADING and size >= 8:
            properties[number] = int.from_bytes(raw[at + 4 : at + 8], "little")
        elif number in _PARAGRAPH_SHADING or 0 < size <= 4:
            properties[number] = int.from_bytes(raw[at : at + min(size, 4)], "little")
        at += max(size, 0)
    return properties


def has(properties: Properties, numbers: tuple[int, ...]) -> bool:
    """Tell whether a property is switched on."""
    return any(properties.get(number, 0) & 1 for number in numbers)


def is_raised(properties: Properties) -> bool:
    """Tell whether characters stand raised, as the mark of a note does."""
    return properties.get(_POSITION) == _SUPERSCRIPT


def is_lowered(properties: Properties) -> bool:
    """Tell whether characters stand lowered."""
    return properties.get(_POSITION) == _SUBSCRIPT


def is_pale(properties: Properties) -> bool:
    """Tell whether characters are white, and nothing of theirs stands behind them."""
    colour = properties.get(_COLOUR)
    white = properties.get(_COLOUR_OF_16) == _WHITE_OF_16 if colour is None else colour == _WHITE
    back = properties.get(_SHADING, _NO_COLOUR)
    marked = properties.get(_PEN, 0) or properties.get(_SHADING_OF_16, 0) & _BACK_OF_16
    marked = marked or has(properties, _OUTLINED)
    return white and not marked and back in (_NO_COLOUR, _WHITE)


def is_on_paper(properties: Properties) -> bool:
    """Tell whether nothing coloured can lie behind a paragraph: it is no cell and not shaded."""
    shaded = any(number in properties for number in _PARAGRAPH_SHADING)
    return not shaded and not has(properties, IN_TABLE)


def is_tiny(properties: Properties) -> bool:
    """Tell whether characters are so small that nobody reads them."""
    return 0 < properties.get(_SIZE, 0) <= _TINY


def _pages(stream: bytes, table: bytes, place: int) -> Iterator[bytes]:
    start, size = struct.unpack_from("<II", stream, place)
    plc = table[start : start + size]
    count = max(0, (len(plc) - 4) // 8)
    for index in range(count):
        at = 4 * (count + 1) + 4 * index
        number = int.from_bytes(plc[at : at + 4], "little") & 0x3FFFFF
        page = stream[_PAGE * number : _PAGE * (number + 1)]
        if len(page) == _PAGE:
            yield page
