"""A page's elements as blocks of text: what stands between two line ends in a browser.

The walk is a loop, not a recursion: pages nest as deep as they like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from lxml import etree

from nianbao.readers.raised import levelled, lowered, raised
from nianbao.readers.web.fields_html import FIELDS, filled_in, formula, is_field
from nianbao.readers.web.links_html import is_button, is_file, is_link
from nianbao.readers.web.list_numbers import ListNumbers
from nianbao.readers.web.looks import Looks

_STRUCK = ("del", "s", "strike")
_NO_TEXT = frozenset(
    (
        *("head", "title", "meta", "link", "base", "script", "style", "noscript", "template"),
        *("applet", "audio", "map", "option", "button", "datalist", "img", "rp"),
    )
)
_TOLD = {  # what holds text that is not read, by the kind of its notice
    **dict.fromkeys(("iframe", "frame", "object", "embed"), "embedded"),
    **dict.fromkeys(("svg", "canvas", "video"), "chart"),
}
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em"),
        *("font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "rb", "rt"),
        *("samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
        *("math", *_TOLD, *FIELDS, *_STRUCK),
    )
)
_MAY_BE_INLINE = ("div", "p", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
_PIECE = 20  # characters, or elements, of a block that a style sets into a line
_HEADING = re.compile("h[1-6]")
_QUOTES = {"before": "“", "after": "”"}
_NO_SIZE = re.compile(r"[01](?:px)?")

# What a browser draws as one space. A line end between two Chinese characters is drawn as nothing.
_COLLAPSE = re.compile("[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff“”‘’…—"
_WIDE_LINE_END = re.compile(f"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r]*(?=[{_WIDE}])")
_LINE_END, _KEPT = re.compile("\r\n|[\r\n]"), "\u2028"
_INDENT = " \t\n\r\f\xa0\u3000\u2002\u2003\u2009\u200b\ufeff"


@dataclass(slots=True)
class HtmlBlock:
    """One line end to the next: its text, where it stands, how much of it is links."""

    element: etree._Element
    text: str
    linked: int = 0
    file_link: bool = False
    buttons: int = 0
    list_number: str = ""
    centred: bool = False
    level: int | None = None

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / len(self.text) if self.text else 0.0


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to those in it."""

    centred: bool = False
    level: int | None = None
    keeps_lines: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    element: etree._Element | None = None
    file_link: bool = False
    buttons: int = 0
    is_blank: bool = True
    is_apart: bool = False  # what comes next stands apart from what is there
    is_uneven: bool = False  # something in it was raised or lowered
    state: _State = _State()


class Left(NamedTuple):
    """Something of an element that was not read, or not as it stands, by the kind of its notice."""

    element: etree._Element
    kind: str
    number: int


def blocks_of(body: etree._Element, limit: int, looks: Looks) -> tuple[list[HtmlBlock], list[Left]]:
    """Return the visible text of a page, block by block, the first `limit` ones; and the rest."""
    walk = _Walk(looks)
    return list(islice(walk.walk(body), limit)), walk.left


def _is_small(element: etree._Element) -> bool:
    """Whether little stands in an element; pages may be as deep as they are long."""
    return sum(1 for _ in islice(element.iter(), _PIECE + 1)) <= _PIECE


def _has_text(element: etree._Element) -> bool:
    return any(str(text).strip(_INDENT) for text in element.itertext())


class _Walk:
    def __init__(self, looks: Looks) -> None:
        self.left: list[Left] = []
        self._looks = looks
        self._open = _Open()
        self._links = 0
        self._raised = self._lowered = 0
        self._number = ""
        self._states = [_State()]
        self._lists = ListNumbers(looks)

    def walk(self, body: etree._Element) -> Iterator[HtmlBlock]:
        events = etree.iterwalk(body, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if not isinstance(tag, str):  # a comment
                if event == "end":
                    self._add(element.tail, element.getparent())
                continue
            if event == "start":
                if self._is_silent(element, tell=True):
                    events.skip_subtree()
                    continue
                if not self._is_in_line(element):
                    yield from self._close()
                self._enter(element)
                continue
            if not self._is_silent(element):
                self._write(element, "after")
                if not self._is_in_line(element):
                    yield from self._close()
                self._leave(element)
            if element is not body:
                self._add(element.tail, element.getparent())
        yield from self._close()

    def _is_in_line(self, element: etree._Element) -> bool:
        shown = self._looks.display(element)
        if element.tag in _INLINE:
            return shown != "block"
        if shown != "line" or element.tag not in _MAY_BE_INLINE:
            return False
        if not _is_small(element):
            return False
        short = sum(len(text) for text in element.itertext()) <= _PIECE
        return short and next(element.iter("a"), None) is None

    def _enter(self, element: etree._Element) -> None:
        self._states.append(self._state(element, self._states[-1]))
        if element.tag == "a":
            self._links += is_link(element)
            self._open.file_link |= is_file(element)
            self._open.buttons += is_button(element)
        elif element.tag == "li":
            number = self._lists.next(element)
            self._leave_out(element, "written_by_style", int(number is None))
            self._number = number or ""
        self._raised += self._is_raised(element)
        self._lowered += self._is_lowered(element)
        self._open.is_apart |= self._looks.is_apart(element)
        self._doubt(element)
        self._write(element, "before")
        self._add(self._own_text(element), element)

    def _own_text(self, element: etree._Element) -> str | None:
        text = element.text
        is_backwards = element.tag == "bdo" and element.get("dir", "").lower() == "rtl"
        if is_backwards and len(element) == 0 and text:
            return str(text)[::-1]
        if is_backwards or self._looks.is_reordered(element):
            self._leave_out(element, "reordered")
        if text and len(element) == 0 and self._looks.is_faint(element):
            self._leave_out(element, "faint_text", len(text.strip(_INDENT)))
        return text

    def _doubt(self, element: etree._Element) -> None:
        kinds = set(self._looks.doubts(element))
        if kinds and (not _is_small(element) or _has_text(element)):
            for kind in kinds:
                self._leave_out(element, f"{kind}_in_doubt")

    def _write(self, element: etree._Element, side: str) -> None:
        text, is_known = self._looks.written(element, side)
        if element.tag == "q" and not text and is_known:
            text = _QUOTES[side]
        if not is_known:
            self._leave_out(element, "written_by_style")
        elif text:
            self._add(text, element)

    def _leave(self, element: etree._Element) -> None:
        self._states.pop()
        if element.tag == "a":
            self._links -= is_link(element)
        self._raised -= self._is_raised(element)
        self._lowered -= self._is_lowered(element)
        self._open.is_apart |= self._looks.is_apart(element)

    def _is_raised(self, element: etree._Element) -> bool:
        return element.tag == "sup" or self._looks.is_raised(element)

    def _is_lowered(self, element: etree._Element) -> bool:
        return element.tag == "sub" or self._looks.is_lowered(element)

    def _is_silent(self, element: etree._Element, *, tell: bool = False) -> bool:
        """Tell whether nothing in an element is read, and `tell` what is left out for it."""
        tag = element.tag
        if tag in _NO_TEXT:
            return True
        kind = ""
        if tag in _TOLD:
            is_shown = _holds_something(element) and not self._looks.is_hidden(element)
            kind = _TOLD[tag] if is_shown else ""
        elif tag == "math" or tag in FIELDS:
            if tell and not self._looks.is_hidden(element):
                self._replace(element)
            return True
        elif tag in _STRUCK or self._looks.is_struck(element):
            kind = "struck_text"
        elif tag == "rt":
            kind = "ruby"
        elif self._looks.is_hidden(element) or self._is_unseen(element):
            kind = "hidden_text"
        else:
            return False
        if tell and kind:
            self._leave_out(element, kind, 1 if tag in _TOLD else _letters(element))
        return True

    def _is_unseen(self, element: etree._Element) -> bool:
        # What holds other elements may be seen all the same: they have sizes and places of their
        # own, and a script may bring a whole paragraph into view.
        is_piece = element.tag in _INLINE and len(element) == 0
        return is_piece and self._looks.is_unseen(element)

    def _replace(self, element: etree._Element) -> None:
        if element.tag == "math":
            self._leave_out(element, "formula")
            self._add(formula(element), element)
        elif is_field(element):
            self._leave_out(element, "form_field")
            self._add(filled_in(element), element)

    def _leave_out(self, element: etree._Element, kind: str, count: int = 1) -> None:
        if count:
            self.left.append(Left(element, kind, count))

    def _add(self, text: str | None, element: etree._Element | None) -> None:
        if not text:
            return
        if self._open.is_blank:
            self._open.element = element
            self._open.state = self._states[-1]
            self._open.is_blank = not text.strip(_INDENT)
        pieces = self._open.pieces
        if self._states[-1].keeps_lines:
            text = _LINE_END.sub(_KEPT, text)
        if self._raised or self._lowered:
            text = raised(text) if self._raised else lowered(text)
            self._open.is_uneven = True
        if (
            self._open.is_apart
            and pieces
            and text[:1].isdecimal()
            and pieces[-1][0][-1:].isdecimal()
        ):
            text = f" {text}"
        self._open.is_apart = False
        pieces.append((text, self._links > 0))

    def _close(self) -> Iterator[HtmlBlock]:
        opened, self._open = self._open, _Open()
        raw = "".join(text for text, _ in opened.pieces)
        if opened.element is None or opened.is_blank:
            return
        linked = sum(len(text.strip(_INDENT)) for text, is_link in opened.pieces if is_link)
        number, self._number = self._number, ""
        raw = levelled(raw) if opened.is_uneven else raw
        for position, text in enumerate(filter(None, map(shown_text, raw.split(_KEPT)))):
            yield HtmlBlock(
                element=opened.element,
                text=text,
                linked=min(linked, len(text)),
                file_link=opened.file_link,
                buttons=opened.buttons,
                list_number=number if position == 0 else "",
                centred=opened.state.centred,
                level=opened.state.level,
            )

    def _state(self, element: etree._Element, outer: _State) -> _State:
        """Return what holds inside an element: centring, heading level, kept line ends."""
        tag, centred, level = str(element.tag), outer.centred, outer.level
        if _HEADING.fullmatch(tag):
            level = int(tag[1])
        said = self._looks.centring(element)
        if said is not None:
            centred = said
        elif "align" in element.attrib:
            centred = element.get("align", "").lower() in ("center", "middle")
        elif tag == "center":
            centred = True
        kept = self._looks.keeps_lines(element)
        kept = (tag == "pre" or outer.keeps_lines) if kept is None else kept
        inner = _State(centred, level, kept)
        return outer if inner == outer else inner


def _letters(element: etree._Element) -> int:
    """Count the letters of what is left out, but for what is no text in any page."""
    texts = [one.text for one in element.iter(etree.Element) if one.tag not in _NO_TEXT]
    texts += [one.tail for one in element.iterdescendants()]
    return sum(len("".join(text.split())) for text in texts if text)


def _holds_something(element: etree._Element) -> bool:
    """Tell whether a frame or a drawing may hold text: it is no icon and no counter."""
    if element.tag == "svg":
        return any(
            any(str(said).strip() for said in one.itertext()) for one in element.iter("text")
        )
    sizes = [element.get(side, "100") for side in ("width", "height")]
    return not any(_NO_SIZE.fullmatch(size.strip()) for size in sizes)


def shown_text(raw: str) -> str:
    """Return text as a browser draws it in one line, without the paragraph's indent."""
    joined = _WIDE_LINE_END.sub("", raw)
    return _COLLAPSE.sub(" ", joined).strip(_INDENT)
