"""A page's elements as blocks of text: what stands between two line ends in a browser.

The walk is a loop, not a recursion: pages nest as deep as they like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from nianbao.readers.lists.number_formats import write_number
from nianbao.readers.raised import raised

_STRUCK = ("del", "s", "strike")
_SILENT = frozenset(
    (
        *("head", "title", "meta", "link", "base", "script", "style", "noscript", "template"),
        *("iframe", "frame", "object", "embed", "applet", "svg", "canvas", "video", "audio", "map"),
        *("select", "option", "button", "input", "textarea", "datalist", "img", "rt", "rp"),
        *_STRUCK,
    )
)
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            *_STRUCK,
            "dfn",
        ),
        *(
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "output",
            "q",
            "ruby",
            "rb",
        ),
        *(
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
        ),
    )
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_UNSEEN = re.compile(
    r"(?:font-size|opacity)\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{4,}px",
    re.IGNORECASE,
)
_STRUCK_OUT = re.compile(r"text-decoration[\w-]{0,9}\s{0,9}:[^;]{0,80}line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_CLASS = re.compile(r"\s*[\w-]*\.([\w-]+)\s*")
_HEADING = re.compile("h[1-6]")
_CENTRED = re.compile(r"text-align\s*:\s*(center|[a-z]+)", re.IGNORECASE)
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

# What a browser draws as one space. A line end between two Chinese characters is drawn as nothing.
_COLLAPSE = re.compile("[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff“”‘’…—"
_WIDE_LINE_END = re.compile(f"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r]*(?=[{_WIDE}])")
_INDENT = " \t\n\r\f\xa0\u3000\u2002\u2003\u2009\u200b\ufeff"


@dataclass(slots=True)
class Block:
    """One line end to the next: its text, where it stands, how much of it is links."""

    element: etree._Element
    text: str
    linked: int = 0
    file_link: bool = False
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


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    element: etree._Element | None = None
    file_link: bool = False
    is_blank: bool = True
    state: _State = _State()


def blocks_of(
    body: etree._Element, limit: int, struck: frozenset[str] = frozenset()
) -> list[Block]:
    """Return the visible text of a page, block by block, the first `limit` ones.

    `struck` are classes whose text is struck out, see `struck_classes`.
    """
    return list(islice(_Walk(struck).walk(body), limit))


def struck_classes(page: etree._Element) -> frozenset[str]:
    """Return the classes that the page's own style sheets strike out."""
    return frozenset(
        found[1]
        for style in page.iter("style")
        for rule in (style.text or "").split("}")
        if _STRUCK_OUT.search(rule)
        for selector in rule.rpartition("{")[0].split(",")
        if (found := _CLASS.fullmatch(selector))
    )


def is_struck(element: etree._Element, classes: frozenset[str]) -> bool:
    """Tell whether an element strikes its text out: by its tag, its style or one of its classes."""
    return (
        element.tag in _STRUCK
        or bool(_STRUCK_OUT.search(element.get("style", "")))
        or not classes.isdisjoint(element.get("class", "").split())
    )


def is_unseen(element: etree._Element) -> bool:
    """Tell whether a piece of a line is there and cannot be seen: 受理 9 83件.

    What holds other elements may be seen all the same: they have sizes and places of their own, and
    a script may bring a whole paragraph into view.
    """
    is_piece = element.tag in _INLINE and len(element) == 0
    return is_piece and bool(_UNSEEN.search(element.get("style", "")))


class _Walk:
    def __init__(self, struck: frozenset[str]) -> None:
        self._struck = struck
        self._open = _Open()
        self._links = 0
        self._preformatted = 0
        self._raised = 0
        self._number = ""
        self._states = [_State()]
        self._counters: dict[etree._Element, int] = {}

    def walk(self, body: etree._Element) -> Iterator[Block]:
        events = etree.iterwalk(body, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if not isinstance(tag, str):  # a comment
                if event == "end":
                    self._add(element.tail, element.getparent())
                continue
            if event == "start":
                if self._is_silent(element):
                    events.skip_subtree()
                    continue
                if tag not in _INLINE:
                    yield from self._close()
                self._enter(element)
                continue
            if not self._is_silent(element):
                if tag not in _INLINE:
                    yield from self._close()
                self._leave(element)
            if element is not body:
                self._add(element.tail, element.getparent())
        yield from self._close()

    def _enter(self, element: etree._Element) -> None:
        self._states.append(_state(element, self._states[-1]))
        if element.tag == "a":
            self._links += 1
            self._open.file_link |= _is_file(element.get("href", ""))
        elif element.tag == "pre":
            self._preformatted += 1
        elif element.tag == "li":
            self._number = self._list_number(element)
        self._raised += _is_raised(element)
        self._add(element.text, element)

    def _leave(self, element: etree._Element) -> None:
        self._states.pop()
        if element.tag == "a":
            self._links -= 1
        elif element.tag == "pre":
            self._preformatted -= 1
        self._raised -= _is_raised(element)

    def _is_silent(self, element: etree._Element) -> bool:
        if element.tag in _SILENT or is_struck(element, self._struck):
            return True
        hides = "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))
        return hides or is_unseen(element)

    def _list_number(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol" or "none" in parent.get("style", ""):
            return ""
        following = self._counters.get(parent, (_whole(parent.get("start")) or 1) - 1) + 1
        own = _whole(item.get("value"))
        number = self._counters[parent] = following if own is None else own
        return write_number(number, _LIST_TYPES.get(parent.get("type", ""), "decimal")) + "."

    def _add(self, text: str | None, element: etree._Element | None) -> None:
        if not text:
            return
        if self._open.is_blank:
            self._open.element = element
            self._open.state = self._states[-1]
            self._open.is_blank = not text.strip(_INDENT)
        self._open.pieces.append((raised(text) if self._raised else text, self._links > 0))

    def _close(self) -> Iterator[Block]:
        opened, self._open = self._open, _Open()
        raw = "".join(text for text, _ in opened.pieces)
        if opened.element is None or opened.is_blank:
            return
        linked = sum(len(text.strip(_INDENT)) for text, is_link in opened.pieces if is_link)
        number, self._number = self._number, ""
        for position, text in enumerate(_lines(raw, preformatted=self._preformatted > 0)):
            yield Block(
                element=opened.element,
                text=text,
                linked=min(linked, len(text)),
                file_link=opened.file_link,
                list_number=number if position == 0 else "",
                centred=opened.state.centred,
                level=opened.state.level,
            )


def _lines(raw: str, *, preformatted: bool) -> list[str]:
    lines = re.split("\r\n|[\r\n]", raw) if preformatted else [raw]
    return [shown for line in lines if (shown := shown_text(line))]


def shown_text(raw: str) -> str:
    """Return text as a browser draws it in one line, without the paragraph's indent."""
    joined = _WIDE_LINE_END.sub("", raw)
    return _COLLAPSE.sub(" ", joined).strip(_INDENT)


def _is_raised(element: etree._Element) -> bool:
    return element.tag == "sup" or bool(_RAISED.search(element.get("style", "")))


def _is_file(address: str) -> bool:
    return bool(re.search(r"\.(docx?|wps|pdf|xlsx?|et|ofd|zip|rar)\b", address, re.IGNORECASE))


def _state(element: etree._Element, outer: _State) -> _State:
    """Return what holds inside an element: centring and heading level."""
    tag, centred, level = str(element.tag), outer.centred, outer.level
    if _HEADING.fullmatch(tag):
        level = int(tag[1])
    style = _CENTRED.search(element.get("style", ""))
    if style:
        centred = style[1].lower() == "center"
    elif "align" in element.attrib:
        centred = element.get("align", "").lower() in ("center", "middle")
    elif tag == "center":
        centred = True
    same = centred == outer.centred and level == outer.level
    return outer if same else _State(centred, level)


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else None
