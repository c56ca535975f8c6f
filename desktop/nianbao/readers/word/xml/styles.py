"""What text inherits from word/styles.xml: name, outline level, centring, list, how it is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import TypeAlias

from lxml import etree

from nianbao.readers.word.xml.names import W

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_VAL, _JC, _OUTLINE = W + "val", W + "jc", W + "outlineLvl"
_VANISH, _NUM_PR = W + "vanish", W + "numPr"
_STRUCK, _VERTICAL = (W + "strike", W + "dstrike"), W + "vertAlign"
_POSITION = W + "position"
_HIGH = re.compile(r"[6-9]|[1-9]\d{1,3}")  # half points up, from which on a digit is a note's mark
_OFF = ("0", "false", "off", "none")
_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_W_PREFIX = b'xmlns:w="' + W.strip("{}").encode() + b'"'
_DEFAULT_STYLE = re.compile(
    rb'<w:style (?=[^>]*w:type="paragraph")(?=[^>]*w:default="(?:1|true|on)")[^>]*>'
)
_STYLE_ID = re.compile(rb'w:styleId="([^"]*)"')
_MAX_QUICK = 100  # styles looked for one by one; a report uses ten
_MAX_PARENTS = 20  # Word allows eleven; a style that is its own grandfather must not loop


Properties: TypeAlias = "Mapping[str, etree._Element]"  # noqa: SLF001 (its only name)


@dataclass(frozen=True, slots=True)
class StyleLook:
    """The properties of a style that matter for reading; None where neither it nor a parent says.

    `vertical` is superscript, subscript or baseline.
    `num_id` and `num_level` name its list; `num_style` is the id of the style that named it.
    """

    name: str = ""
    level: int | None = None
    centred: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    vertical: str | None = None
    colour: str | None = None
    num_id: str | None = None
    num_level: str | None = None
    num_style: str = ""

    def over(self, other: "StyleLook") -> "StyleLook":
        """Return how characters look in this style, laid over that of their paragraph."""
        return replace(
            other,
            hidden=other.hidden if self.hidden is None else self.hidden,
            struck=other.struck if self.struck is None else self.struck,
            vertical=other.vertical if self.vertical is None else self.vertical,
            colour=other.colour if self.colour is None else self.colour,
        )


_PLAIN = StyleLook()


class StyleSheet:
    """The style elements of a part, each found and parsed when it is asked for.

    A style sheet is often ten times as long as the report, which uses five of its styles. Where
    the quick way finds nothing, the whole is parsed.
    """

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._parsed: dict[str, etree._Element] = {}
        root = _ROOT.search(xml)
        self._root = root[0] if root else b""
        self._is_quick = _W_PREFIX in self._root and b"<!" not in xml
        self.default = self._find_default() or self._parse_all()

    def get(self, style_id: str) -> etree._Element | None:
        """Return the element of a style, None when there is none."""
        if style_id and style_id not in self._parsed and self._is_quick:
            self._find(style_id)
        return self._parsed.get(style_id)

    def _find_default(self) -> str:
        found = _DEFAULT_STYLE.search(self._xml) if self._is_quick else None
        named = _STYLE_ID.search(found[0]) if found else None
        return unescape(named[1].decode("utf-8", "replace")) if named else ""

    def _find(self, style_id: str) -> None:
        if len(self._parsed) > _MAX_QUICK:
            self._parse_all()
            return
        at = self._xml.find(b'w:styleId="%b"' % escape(style_id).encode("utf-8", "replace"))
        start = self._xml.rfind(b"<w:style ", 0, at) if at > 0 else -1
        end = self._xml.find(b"</w:style>", at)
        element = None
        if 0 <= start < at < end and b">" not in self._xml[start:at]:
            element = _parse(b"%b%b</w:style></w:styles>" % (self._root, self._xml[start:end]))
        if element is not None and len(element) == 1:
            self._parsed[style_id] = element[0]
        else:
            self._parse_all()

    def _parse_all(self) -> str:
        """Parse every style and return the id of the default one."""
        self._is_quick = False
        root = _parse(self._xml) if self._xml else None
        default = ""
        for element in root.iterchildren(W + "style") if root is not None else ():
            style_id = element.get(W + "styleId", "")
            self._parsed[style_id] = element
            if element.get(W + "type") == "paragraph" and is_on(element, W + "default"):
                default = style_id
        return default


def _parse(xml: bytes) -> etree._Element | None:
    """Parse a style sheet; a broken one is as good as none, the text does not lie in it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


class Styles:
    """The styles of one document, looked up by id."""

    def __init__(self, xml: bytes) -> None:
        self._sheet = StyleSheet(xml)
        self._looks: dict[str, StyleLook] = {}

    def look(self, style_id: str | None) -> StyleLook:
        """Return what a style says, parents included; None asks for the default style."""
        key = self._sheet.default if style_id is None else style_id
        if key not in self._looks:
            self._looks[key] = self._resolve(key)
        return self._looks[key]

    def list_of(self, style_id: str) -> str:
        """Return the numId that a style of type numbering names."""
        return self.look(style_id).num_id or ""

    def _resolve(self, style_id: str) -> StyleLook:
        chain: list[etree._Element] = []
        current = style_id
        while (element := self._sheet.get(current)) is not None and len(chain) < _MAX_PARENTS:
            chain.append(element)
            parent = element.find(W + "basedOn")
            current = parent.get(_VAL, "") if parent is not None else ""
        look = _PLAIN
        for element in reversed(chain):
            look = _over(look, element)
        return look


def _over(parent: StyleLook, element: etree._Element) -> StyleLook:
    """Return the parent's look with what the style itself says laid over it."""
    parts = children(element)
    properties, run = children(parts.get(W + "pPr")), children(parts.get(W + "rPr"))
    name = parts[W + "name"].get(_VAL, "") if W + "name" in parts else ""
    heading = _HEADING.fullmatch(name)
    own_id, own_level = list_place(properties)
    return StyleLook(
        name=name,
        level=outline_level(properties, int(heading[1]) if heading else parent.level),
        centred=is_centred(properties, parent.centred),
        hidden=is_hidden(run, parent.hidden),
        struck=is_struck(run, parent.struck),
        vertical="superscript" if is_raised(run) else vertical(run, parent.vertical),
        colour=_colour(run, parent.colour),
        num_id=parent.num_id if own_id is None else own_id,
        num_level=parent.num_level if own_level is None else own_level,
        num_style=parent.num_style if own_id is None else element.get(W + "styleId", ""),
    )


def children(element: etree._Element | None) -> Properties:
    """Return an element's children by name: one pass is cheaper than asking for each."""
    return {child.tag: child for child in element} if element is not None else {}


def outline_level(properties: Properties, otherwise: int | None) -> int | None:
    """Return the outline level of w:pPr, 1 for the highest; body text (9) has none."""
    element = properties.get(_OUTLINE)
    if element is None:
        return otherwise
    value = element.get(_VAL, "")
    return int(value) + 1 if value in tuple("012345678") else None


def is_centred(properties: Properties, otherwise: bool | None) -> bool | None:
    """Tell whether w:pPr centres its paragraph."""
    element = properties.get(_JC)
    return otherwise if element is None else element.get(_VAL) == "center"


def is_hidden(properties: Properties, otherwise: bool | None) -> bool | None:
    """Tell whether w:rPr hides its characters."""
    element = properties.get(_VANISH)
    return otherwise if element is None else is_on(element, _VAL, otherwise=True)


def is_struck(properties: Properties, otherwise: bool | None) -> bool | None:
    """Tell whether w:rPr strikes its characters out."""
    said = [element for name in _STRUCK if (element := properties.get(name)) is not None]
    return any(is_on(element, _VAL, otherwise=True) for element in said) if said else otherwise


def is_raised(properties: Properties) -> bool:
    """Tell whether w:rPr raises its characters by their position."""
    position = properties.get(_POSITION)
    return position is not None and bool(_HIGH.fullmatch(position.get(_VAL, "")))


def vertical(properties: Properties, otherwise: str | None) -> str | None:
    """Return whether w:rPr makes its characters a superscript, a subscript or neither."""
    element = properties.get(_VERTICAL)
    return otherwise if element is None else element.get(_VAL)


def _colour(properties: Properties, otherwise: str | None) -> str | None:
    element = properties.get(W + "color")
    return otherwise if element is None else element.get(_VAL)


def list_place(properties: Properties) -> tuple[str | None, str | None]:
    """Return numId and ilvl of w:pPr, None for each that it does not say."""
    element = properties.get(_NUM_PR)
    if element is None:
        return None, None
    parts = children(element)
    num_id, level = parts.get(W + "numId"), parts.get(W + "ilvl")
    return (
        num_id.get(_VAL) if num_id is not None else None,
        level.get(_VAL) if level is not None else None,
    )


def is_on(element: etree._Element, attribute: str, *, otherwise: bool = False) -> bool:
    """Return an on/off attribute of Word's."""
    value = element.get(attribute)
    return otherwise if value is None else value.lower() not in _OFF
