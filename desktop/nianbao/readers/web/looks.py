"""How a page's elements look: what their style and the page's style sheets say of them."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree
from tinycss2 import parse_component_value_list
from tinycss2.color4 import parse_color

from nianbao.readers.web.style_rules import CssRule, Declared, Properties, declarations

_NOWHERE = re.compile(r"-\d{4,}(?:px|pt)|-\d{3,}r?em", re.IGNORECASE)
_ZERO = re.compile(r"[+-]?0*\.?0+(?:px|pt|em|rem|%)?")
_UNSEEN = {  # by property: values that leave nothing to see
    "opacity": re.compile(r"0*\.?0\d*%?"),
    "font-size": re.compile(rf"{_ZERO.pattern}|[012]?(?:\.\d+)?(?:px|pt)"),
    "transform": re.compile(r".*scale[xy]?\(\s*0*\.?0+\s*[,)].*", re.IGNORECASE),
    "clip-path": re.compile(r"inset\(\s*(?:[5-9]\d|100)%.*|circle\(\s*0.*", re.IGNORECASE),
}
_AWAY = ("left", "top", "text-indent", "margin-left", "margin-top")
_NO_ROOM = re.compile(r"(?:0*\.?0+|1)(?:px|pt|em|rem)?")
_CLIPPED = re.compile(r"rect\(\s*(?:0|1px)[\s,]", re.IGNORECASE)
_HIGH = re.compile(r"super|text-top")
_BLOCKS = frozenset(
    (
        *("block", "flex", "grid", "table", "list-item", "table-row", "table-cell", "flow-root"),
        *("-webkit-box", "table-caption", "table-row-group"),
    )
)
_IN_LINE = frozenset(("inline", "inline-block", "inline-flex", "inline-table", "contents"))
_ROWS = frozenset(("flex", "inline-flex", "grid", "inline-grid", "-webkit-box"))
_SPACED = ("width", "margin", "padding", "margin-left", "margin-right", "padding-left")
_QUOTES = {"open-quote": "“", "close-quote": "”"}
_SPEAKS = re.compile(r"[^\W_]|[%‰℃℉°，。、；：？！“”（）()《》〈〉【】〔〕.,;:+\-−×÷=<>≤≥]")
_OUT_OF_LINE = ("absolute", "fixed")
_BESIDE = 20  # elements before one, behind which text of the same line is looked for
_UPWARDS = 20  # elements in which the colour behind a text is looked for
_NOTHING = Declared({}, {}, is_whole=True)
_UNREAD = Declared({}, {}, is_whole=False)
_PALE = 0.92  # of white, in each colour
_CLEAR = 0.1  # of a colour, what can hardly be seen
_MAX_STYLES = 2_000_000  # characters of the styles that stand in elements, each once


class Looks:
    """What is said of the elements of one page, each asked once."""

    def __init__(self, rules: Mapping[etree._Element, tuple[CssRule, ...]]) -> None:
        """Without `rules` only what stands in the elements themselves counts."""
        self.is_whole = True
        """Whether the styles that stand in elements were short enough to be looked at."""
        self._rules = rules
        self._of: dict[etree._Element, Properties] = {}
        self._styles = {"": _NOTHING}
        self._left = _MAX_STYLES

    def of(self, element: etree._Element) -> Properties:
        """Return what is said of an element itself, not what it inherits."""
        style = element.get("style", "")
        if not style and element not in self._rules:
            return _NOTHING.plain
        if element not in self._of:
            self._of[element] = self._cascaded(element, "", self._declared(style))
        return self._of[element]

    def _cascaded(self, element: etree._Element, side: str, own: Declared) -> Properties:
        rules = self._rules_of(element, side, sure=True)
        said: dict[str, str] = {}
        for layer in (*(one.plain for one in rules), own.plain):
            said |= layer
        for layer in (*(one.important for one in rules), own.important):
            said |= layer
        return said

    def _rules_of(self, element: etree._Element, side: str, *, sure: bool) -> list[Declared]:
        rules = self._rules.get(element, ())
        return [one.declared for one in rules if one.side == side and one.sure is sure]

    def _declared(self, style: str) -> Declared:
        if style not in self._styles:
            self._left -= len(style)
            try:
                self._styles[style] = declarations(style) if self._left >= 0 else _UNREAD
            except ValueError:  # a number of thousands of digits
                self._styles[style] = _UNREAD
            self.is_whole &= self._styles[style].is_whole
        return self._styles[style]

    def is_hidden(self, element: etree._Element) -> bool:
        """Tell whether an element takes part in nothing that is seen."""
        said = self.of(element)
        return (
            ("hidden" in element.attrib and "display" not in said)
            or _is(said, "display", "none")
            or said.get("visibility", "").lower() in ("hidden", "collapse")
            or _is(said, "mso-hide", "all")
        )

    def is_struck(self, element: etree._Element) -> bool:
        """Tell whether a style strikes an element's text out."""
        said = self.of(element)
        return "line-through" in said.get("text-decoration-line", "").lower()

    def is_raised(self, element: etree._Element) -> bool:
        """Tell whether a style sets an element's text higher."""
        return bool(_HIGH.search(self.of(element).get("vertical-align", "")))

    def is_lowered(self, element: etree._Element) -> bool:
        """Tell whether a style sets an element's text lower."""
        return self.of(element).get("vertical-align", "").lower() == "sub"

    def is_unseen(self, element: etree._Element) -> bool:
        """Tell whether a piece of a line is there and cannot be seen: 受理 9 83件."""
        said = self.of(element)
        return bool(
            any(unseen.fullmatch(said.get(name, "")) for name, unseen in _UNSEEN.items())
            or any(_NOWHERE.match(said.get(name, "")) for name in _AWAY)
            or self._has_no_room(said)
            or (self._is_pale(element, said) and _stands_in_text(element))
        )

    def is_faint(self, element: etree._Element) -> bool:
        """Tell whether a text has the colour of the paper, as far as the page says."""
        return self._is_pale(element, self.of(element))

    def _has_no_room(self, said: Properties) -> bool:
        if _CLIPPED.match(said.get("clip", "")) and _is(said, "position", "absolute"):
            return True
        cut = "hidden" in said.get("overflow", "").lower()
        return cut and any(_NO_ROOM.fullmatch(said.get(side, "")) for side in ("height", "width"))

    def _is_pale(self, element: etree._Element, said: Properties) -> bool:
        own = said.get("color") or element.get("color") or ""
        return _is_white(own) and not self._is_on_ground(element)

    def _is_on_ground(self, element: etree._Element) -> bool:
        """Tell whether anything but white lies behind an element."""
        at: etree._Element | None = element
        for _ in range(_UPWARDS):
            if at is None:
                return False
            said = self.of(at)
            behind = said.get("background-color") or at.get("bgcolor") or ""
            if "background-image" in said or at.get("background") or "url(" in behind:
                return True
            if behind and not _is_white(behind):
                return behind.lower() not in ("none", "inherit", "initial")
            at = at.getparent()
        return False

    def display(self, element: etree._Element) -> str:
        """Return `block` or `line` where a style says how an element stands, else nothing."""
        said = self.of(element).get("display", "").lower()
        return "block" if said in _BLOCKS else "line" if said in _IN_LINE else ""

    def is_apart(self, element: etree._Element) -> bool:
        """Tell whether an element in a line stands apart from what is beside it."""
        said = self.of(element)
        if said.get("display", "").lower().startswith("inline-"):
            return any(name in said for name in _SPACED)
        parent = element.getparent()
        return parent is not None and self.of(parent).get("display", "").lower() in _ROWS

    def is_reordered(self, element: etree._Element) -> bool:
        """Tell whether an element or what is in it is shown in another order."""
        said = self.of(element)
        moved = said.get("float") in ("left", "right") or said.get("position") in _OUT_OF_LINE
        return (
            (moved and _stands_in_text(element))
            or said.get("order", "0") not in ("0", "initial", "unset")
            or said.get("flex-direction", "").lower().endswith("-reverse")
            or "override" in said.get("unicode-bidi", "").lower()
        )

    def keeps_lines(self, element: etree._Element) -> bool | None:
        """Tell whether the line ends of a text are shown as such; None when nothing is said."""
        said = self.of(element).get("white-space", "").lower()
        if said in ("normal", "nowrap"):
            return False
        return True if said.startswith(("pre", "break-spaces")) else None

    def is_item(self, element: etree._Element) -> bool:
        """Tell whether an item of a list is shown as one, with its number."""
        return self.of(element).get("display", "list-item").lower() == "list-item"

    def list_style(self, element: etree._Element) -> str:
        """Return how a list is numbered where a style says so."""
        return self.of(element).get("list-style-type", "")

    def centring(self, element: etree._Element) -> bool | None:
        """Tell whether a style centres text; None when it says nothing."""
        said = self.of(element).get("text-align", "").lower()
        return said == "center" if said and said not in ("inherit", "initial", "unset") else None

    def written(self, element: etree._Element, side: str) -> tuple[str, bool]:
        """Return the text that a style sheet writes on a side, and whether it could be told."""
        if element not in self._rules:
            return "", True
        return self._writes(self._cascaded(element, side, _NOTHING), element)

    def _writes(self, said: Properties, element: etree._Element) -> tuple[str, bool]:
        if "content" not in said or self._is_gone(said):
            return "", True
        text, is_known = _content(said["content"], element)
        return (text, is_known) if _SPEAKS.search(text) or not is_known else ("", True)

    def _is_gone(self, said: Properties) -> bool:
        hidden = _is(said, "display", "none") or _is(said, "visibility", "hidden")
        flat = any(
            _ZERO.fullmatch(said.get(name, "")) for name in ("opacity", "font-size", "height")
        )
        return hidden or flat

    def doubts(self, element: etree._Element) -> Iterator[str]:
        """Yield what may be with an element, by rules that perhaps hold."""
        for plain, important, _ in self._rules_of(element, "", sure=False):
            said = plain | important
            if _is(said, "display", "none") or "line-through" in str(said):
                yield "hidden"
        for side in ("before", "after"):
            for plain, important, _ in self._rules_of(element, side, sure=False):
                if self._writes(plain | important, element) != ("", True):
                    yield "written"


def _is(said: Properties, name: str, value: str) -> bool:
    return said.get(name, "").lower() == value


def _stands_in_text(element: etree._Element) -> bool:
    """Tell whether text stands beside an element, so that it is a piece of a line."""
    parent = element.getparent()
    if parent is None:
        return False
    before = islice(element.itersiblings(preceding=True), _BESIDE)
    texts = (parent.text, element.tail, *(one.tail for one in before))
    return any(text and text.strip() for text in texts)


def _is_white(colour: str) -> bool:
    """Tell whether a colour is that of paper, or none at all."""
    found = parse_color(colour) or parse_color(f"#{colour}")  # as in old pages
    if not colour or found is None or isinstance(found, str):
        return False
    *channels, opaque = found.to("srgb")
    return bool(opaque <= _CLEAR or min(channels) >= _PALE)


def _content(content: str, element: etree._Element) -> tuple[str, bool]:
    """Return what `content` writes, and whether all of it is known: a counter is not."""
    written: list[str] = []
    is_known = True
    for token in parse_component_value_list(content):
        if token.type == "string":
            written.append(token.value)
        elif token.type == "ident":
            written.append(_QUOTES.get(token.lower_value, ""))
        elif token.type == "literal":  # "/": what follows is read aloud instead
            break
        elif token.type == "function":
            names = [one.value for one in token.arguments if one.type == "ident"]
            written += [element.get(name, "") for name in names[:1] if token.lower_name == "attr"]
            is_known &= token.lower_name not in ("counter", "counters")
    return "".join(written), is_known
