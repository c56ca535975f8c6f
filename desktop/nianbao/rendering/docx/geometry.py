"""The geometry of a Word template, read out of the template: pages, styles, fonts.

What an office changes in its template (margins, fonts, spaces) so reaches the preview, and what
depends on widths. Read are the section at the end, the styles with those they are based on, and
which style each kind of paragraph gets in the template's loop.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import isfinite
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from nianbao import shipped
from nianbao.rendering.docx import parts
from nianbao.rendering.docx.diagnosis import unreadable
from nianbao.report.page import Align, Form, Geometry, PageSetup

TEMPLATE = "公文.docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BRANCH = re.compile(r"{%p\s+(?:if|elif)\s+段\.(?P<kind>\w+)\s+%}")
_ELSE = re.compile(r"{%p\s+else\s+%}")
_TEXT, _BODY, _NUMBER = "段.文", "正文", "公文页码"
_ALIGNED = {"center": Align.CENTRE, "right": Align.RIGHT, "end": Align.RIGHT, "left": Align.LEFT}
_LARGEST = 8 * 2**20  # bytes; a template of ours has some thousand
_FARTHEST = 100_000  # twips, beyond any page and any letter
_OFF = ("0", "false", "off")
_LINE = 240  # a line without an exact height, twips

Attributes = dict[str, str]


def geometry(template: Path | None = None) -> Geometry:
    """Return the geometry of a template, of the program's own if none is given.

    Raises:
        OutputError: it cannot be read, or is no Word template.
    """
    from nianbao.rendering.docx import engine

    path = template or shipped.path("templates", TEMPLATE)
    return of(engine.read(path), path.name)


@lru_cache(maxsize=4)
def of(template: bytes, name: str) -> Geometry:
    """Return the geometry of a template's bytes; `name` is what the user calls it.

    Raises:
        OutputError: it is no Word template.
    """
    try:
        with parts.opened(template) as package:
            document = _part(package, "word/document.xml")
            styles = _Styles(_part(package, "word/styles.xml"))
        return _geometry(document, styles)
    except (BadZipFile, KeyError, ValueError, etree.LxmlError) as error:
        raise unreadable(name, error) from error


def _part(package: ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(parts.part(package, name, _LARGEST), parser)


def _whole(length: str) -> int:
    """Return a length that a template names, in whole units and within any page.

    Raises:
        ValueError: it is none.
    """
    found = float(length)
    if not isfinite(found):
        raise ValueError(length)
    return int(max(-_FARTHEST, min(found, _FARTHEST)))


@dataclass(slots=True)
class _Look:
    """Properties of paragraphs and characters, of which a later one goes before an earlier."""

    values: dict[str, Attributes] = field(default_factory=dict)

    def add(self, properties: etree._Element | None) -> None:
        if properties is None:
            return
        run = "r" if properties.tag == f"{_W}rPr" else ""
        for one in properties:
            name = run + etree.QName(one).localname
            found = {etree.QName(key).localname: str(value) for key, value in one.attrib.items()}
            self.values[name] = self.values.get(name, {}) | found

    def of(self, name: str, key: str = "val", default: str = "") -> str:
        return self.values.get(name, {}).get(key, default)

    def number(self, name: str, key: str = "val") -> int:
        return _whole(self.of(name, key, "0"))

    def on(self, name: str) -> bool:
        return name in self.values and self.of(name) not in _OFF

    def form(self) -> Form:
        size = self.number("rsz") * 10  # half points
        hanging = self._indent("hanging", size)
        exact = self.of("spacing", "lineRule") in ("exact", "atLeast")
        foot = "framePr" in self.values
        return Form(
            face=self.of("rrFonts", "eastAsia"),
            size=size,
            pitch=max(0, self.number("spacing", "line") if exact else round(size * 1.3)) or _LINE,
            spacing=self.number("rspacing"),
            align=_ALIGNED.get(self.of("jc"), Align.BOTH),
            left=self._indent("left", size),
            right=self._indent("right", size),
            first=-hanging if hanging else self._indent("firstLine", size),
            before=self.number("spacing", "before"),
            after=self.number("spacing", "after"),
            once=self.on("contextualSpacing"),
            stays=self.on("keepNext") and not foot,
            foot=foot,
        )

    def _indent(self, side: str, size: int) -> int:
        """Return an indent; what is counted in characters goes before what is measured."""
        characters = self.number("ind", f"{side}Chars")
        return characters * size // 100 if characters else self.number("ind", side)


class _Styles:
    """The styles of a template by their ids and names."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._styles = {one.get(f"{_W}styleId", ""): one for one in root.iter(f"{_W}style")}
        normal = (
            id_
            for id_, one in self._styles.items()
            if one.get(f"{_W}type") == "paragraph" and one.get(f"{_W}default") == "1"
        )
        self._normal = next(normal, "")

    def look(self, style: str, *direct: etree._Element | None) -> _Look:
        """Return a paragraph style with what it is based on, and direct formatting over it."""
        found = _Look()
        for defaults in self._root.iter(f"{_W}docDefaults"):
            for properties in defaults.iter(f"{_W}pPr", f"{_W}rPr"):
                found.add(properties)
        for one in reversed(list(self._chain(style or self._normal))):
            found.add(one.find(f"{_W}pPr"))
            found.add(one.find(f"{_W}rPr"))
        for formatting in direct:
            found.add(formatting)
        return found

    def _chain(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            based = self._styles[style].find(f"{_W}basedOn")
            style = "" if based is None else based.get(f"{_W}val", "")

    def named(self, name: str) -> str:
        """Return the id of the style of a name."""
        return next((id_ for id_, one in self._styles.items() if _name(one) == name), "")

    def faces(self) -> dict[str, str]:
        """Return the fonts of the character styles by their names."""
        found: dict[str, str] = {}
        for one in self._styles.values():
            look = _Look()
            look.add(one.find(f"{_W}rPr"))
            if one.get(f"{_W}type") == "character" and (face := look.of("rrFonts", "eastAsia")):
                found[_name(one)] = face
        return found


def _name(style: etree._Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else name.get(f"{_W}val", "")


def _geometry(document: etree._Element, styles: _Styles) -> Geometry:
    forms = dict(_forms(document, styles))
    body = forms.pop(_BODY, None) or styles.look("").form()
    number = styles.look(styles.named(_NUMBER)).form()
    page = _page(document, body, number)
    return Geometry(page=page, forms=forms, body=body, faces=styles.faces())


def _forms(document: etree._Element, styles: _Styles) -> Iterator[tuple[str, Form]]:
    """Yield the kinds of paragraphs with the form that the template's loop gives them."""
    kind = ""
    for paragraph in document.iter(f"{_W}p"):
        text = "".join(one.text or "" for one in paragraph.iter(f"{_W}t"))
        if found := _BRANCH.search(text):
            kind = found["kind"]
        elif _ELSE.search(text):
            kind = _BODY
        elif _TEXT in text and kind:
            properties = paragraph.find(f"{_W}pPr")
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            run = paragraph.find(f"{_W}r/{_W}rPr")
            id_ = "" if style is None else style.get(f"{_W}val", "")
            yield kind, styles.look(id_, properties, run).form()


def _page(document: etree._Element, body: Form, number: Form) -> PageSetup:
    section = list(document.iter(f"{_W}sectPr"))[-1:]
    found = {etree.QName(one).localname: one.attrib for every in section for one in every}

    def length(name: str, key: str) -> int:
        return _whole(found[name].get(f"{_W}{key}", "0")) if name in found else 0

    paper = length("pgSz", "w"), length("pgSz", "h")
    left, right = length("pgMar", "left"), length("pgMar", "right")
    top, bottom = abs(length("pgMar", "top")), abs(length("pgMar", "bottom"))
    if min(paper[0] - left - right, paper[1] - top - bottom) <= 0:
        raise ValueError("no room on the page")
    return PageSetup(
        paper=paper,
        top=top,
        left=left,
        text_width=paper[0] - left - right,
        text_height=paper[1] - top - bottom,
        pitch=body.pitch,
        number=number,
    )
