"""What a paragraph inherits from word/styles.xml: name, outline level, centring, list, hiding."""

import re
from dataclasses import dataclass
from html import unescape

from lxml import etree

from nianbao.readers.xml_names import W

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")
_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_W_PREFIX = b'xmlns:w="' + W.strip("{}").encode() + b'"'
_STYLE_TAG = re.compile(rb"<w:style\s[^>]*[^>/]>")
_ATTRIBUTE = re.compile(rb'w:(\w+)="([^"]*)"')
_MAX_PARENTS = 20  # Word allows eleven; a style that is its own grandfather must not loop


@dataclass(frozen=True, slots=True)
class Look:
    """The properties of a style that matter for reading; None where neither it nor a parent says.

    `num_id` and `num_level` name its list; `num_style` is the id of the style that named it.
    """

    name: str = ""
    level: int | None = None
    centred: bool | None = None
    hidden: bool | None = None
    num_id: str | None = None
    num_level: str | None = None
    num_style: str = ""


_PLAIN = Look()


class StyleSheet:
    """The style elements of a part, each parsed when it is asked for.

    A style sheet is often ten times as long as the report, which uses five of its styles. When it
    is not written as Word writes it, the whole is parsed.
    """

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self.default = ""
        self._starts: dict[str, int] = {}
        self._parsed: dict[str, etree._Element] = {}
        root = _ROOT.search(xml)
        self._root = root[0] if root else b""
        if _W_PREFIX in self._root and b"<!" not in xml:
            self._index()
        elif xml:
            self._parse_all()

    def get(self, style_id: str) -> etree._Element | None:
        """Return the element of a style, None when there is none."""
        if style_id not in self._parsed and style_id in self._starts:
            start = self._starts.pop(style_id)
            end = self._xml.find(b"</w:style>", start)
            element = _parse(b"%b%b</w:style></w:styles>" % (self._root, self._xml[start:end]))
            if element is not None and len(element):
                self._parsed[style_id] = element[0]
        return self._parsed.get(style_id)

    def _index(self) -> None:
        for tag in _STYLE_TAG.finditer(self._xml):
            attributes = {
                key: unescape(value.decode("utf-8", "replace")) for key, value in _ATTRIBUTE.findall(tag[0])
            }
            style_id = attributes.get(b"styleId", "")
            self._starts[style_id] = tag.start()
            if (
                attributes.get(b"type") == "paragraph"
                and attributes.get(b"default", "0") not in _OFF
            ):
                self.default = style_id

    def _parse_all(self) -> None:
        root = _parse(self._xml)
        for element in root.iterchildren(W + "style") if root is not None else ():
            style_id = element.get(W + "styleId", "")
            self._parsed[style_id] = element
            if element.get(W + "type") == "paragraph" and is_on(element, W + "default"):
                self.default = style_id


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
        self._looks: dict[str, Look] = {}

    def look(self, style_id: str | None) -> Look:
        """Return what a style says, parents included; None asks for the default style."""
        key = self._sheet.default if style_id is None else style_id
        if key not in self._looks:
            self._looks[key] = self._resolve(key)
        return self._looks[key]

    def list_of(self, style_id: str) -> str:
        """Return the numId that a style of type numbering names."""
        return self.look(style_id).num_id or ""

    def _resolve(self, style_id: str) -> Look:
        chain: list[etree._Element] = []
        current = style_id
        while (element := self._sheet.get(current)) is not None and len(chain) < _MAX_PARENTS:
            chain.append(element)
            parent = element.find(W + "basedOn")
            current = parent.get(W + "val", "") if parent is not None else ""
        look = _PLAIN
        for element in reversed(chain):
            look = _over(look, element)
        return look


def _over(parent: Look, element: etree._Element) -> Look:
    """Return the parent's look with what the style itself says laid over it."""
    name_element = element.find(W + "name")
    name = name_element.get(W + "val", "") if name_element is not None else ""
    heading = _HEADING.fullmatch(name)
    level, centred, hidden = parent.level, parent.centred, parent.hidden
    num_id, num_level, num_style = parent.num_id, parent.num_level, parent.num_style
    properties = element.find(W + "pPr")
    if heading:
        level = int(heading[1])
    if properties is not None:
        level = outline_level(properties, level)
        centred = is_centred(properties, centred)
        own_id, own_level = list_place(properties)
        num_level = own_level if own_level is not None else num_level
        if own_id is not None:
            num_id, num_style = own_id, element.get(W + "styleId", "")
    run = element.find(W + "rPr")
    if run is not None:
        hidden = is_hidden(run, hidden)
    return Look(name, level, centred, hidden, num_id, num_level, num_style)


def outline_level(properties: etree._Element, otherwise: int | None) -> int | None:
    """Return the outline level of w:pPr, 1 for the highest; body text (9) has none."""
    element = properties.find(W + "outlineLvl")
    if element is None:
        return otherwise
    value = element.get(W + "val", "")
    return int(value) + 1 if value in tuple("012345678") else None


def is_centred(properties: etree._Element, otherwise: bool | None) -> bool | None:
    """Tell whether w:pPr centres its paragraph."""
    element = properties.find(W + "jc")
    return otherwise if element is None else element.get(W + "val") == "center"


def is_hidden(properties: etree._Element, otherwise: bool | None) -> bool | None:
    """Tell whether w:rPr hides its characters."""
    element = properties.find(W + "vanish")
    return otherwise if element is None else is_on(element, W + "val", otherwise=True)


def list_place(properties: etree._Element) -> tuple[str | None, str | None]:
    """Return numId and ilvl of w:pPr, None for each that it does not say."""
    element = properties.find(W + "numPr")
    if element is None:
        return None, None
    num_id, level = element.find(W + "numId"), element.find(W + "ilvl")
    return (
        num_id.get(W + "val") if num_id is not None else None,
        level.get(W + "val") if level is not None else None,
    )


def is_on(element: etree._Element, attribute: str, *, otherwise: bool = False) -> bool:
    """Return an on/off attribute of Word's."""
    value = element.get(attribute)
    return otherwise if value is None else value.lower() not in _OFF
