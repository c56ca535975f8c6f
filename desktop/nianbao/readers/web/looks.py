"""How a page's elements look: what their style and the page's style sheets say of them."""

import re
from collections.abc import Iterator

from lxml import etree

from nianbao.readers.web.style_rules import Properties, Rule, Rules, declared

_NOWHERE = re.compile(r"-\d{4,}px", re.IGNORECASE)
_ZERO = re.compile(r"[+-]?0*\.?0+(?:px|pt|em|rem|%)?")
_NO_ROOM = re.compile(r"(?:0*\.?0+|1)(?:px|pt|em|rem)?")
_CLIPPED = re.compile(r"rect\(\s*(?:0|1px)[\s,]", re.IGNORECASE)
_HIGH = re.compile(r"super|text-top")
_WHITE = re.compile(
    r"white|#f{3,4}|#[ef][c-f][ef][c-f][ef][c-f](?:ff)?|rgba?\(\s*25\d[\s,]+25\d[\s,]+25\d"
    r"(?:[\s,/]+1(?:\.0*)?)?\s*\)|transparent|rgba\(.*[,/]\s*0(?:\.0*)?\s*\)",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    (
        *("block", "flex", "grid", "table", "list-item", "table-row", "table-cell", "flow-root"),
        *("-webkit-box", "table-caption", "table-row-group"),
    )
)
_IN_LINE = frozenset(("inline", "inline-block", "inline-flex", "inline-table", "contents"))
_ROWS = frozenset(("flex", "inline-flex", "grid", "inline-grid", "-webkit-box"))
_SPACED = ("width", "margin", "padding", "margin-left", "margin-right", "padding-left")
_PIECE = re.compile(
    r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'|([\w-]+)(?:\(([^)]*)\))?", re.DOTALL
)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_QUOTES = {"open-quote": "“", "close-quote": "”"}
_SPEAKS = re.compile(r"[^\W_]|[%‰℃℉°，。、；：？！“”（）()《》〈〉【】〔〕.,;:+\-−×÷=<>≤≥]")
_UPWARDS = 20  # elements in which the colour behind a text is looked for
_NOTHING: Properties = {}


class Looks:
    """What is said of the elements of one page, each asked once."""

    def __init__(self, page: etree._Element, *, sheets: bool = True) -> None:
        """Without `sheets` only what stands in the elements themselves counts."""
        self._rules = Rules(page)
        self._sheets = sheets
        self._of: dict[etree._Element, Properties] = {}
        self._fitting: dict[etree._Element, tuple[Rule, ...]] = {}

    @property
    def is_whole(self) -> bool:
        """Whether the style sheets were short enough to be looked at."""
        return self._rules.is_whole

    def of(self, element: etree._Element) -> Properties:
        """Return what is said of an element itself, not what it inherits."""
        if not self._rules and "style" not in element.attrib:
            return _NOTHING
        if element not in self._of:
            self._of[element] = self._said(element)
        return self._of[element]

    def _rules_of(self, element: etree._Element) -> tuple[Rule, ...]:
        if not self._rules:
            return ()
        if element not in self._fitting:
            self._fitting[element] = self._rules.of(element)
        return self._fitting[element]

    def _said(self, element: etree._Element) -> Properties:
        layers: list[dict[str, str]] = [{}, {}, {}, {}]
        if self._sheets:
            for rule in self._rules_of(element):
                if not rule.writes and not rule.in_doubt:
                    layers[2 * rule.weight[0]].update(rule.says)
        for name, value, important in declared(element.get("style", "")):
            layers[3 if important else 1][name] = value
        said: dict[str, str] = {}
        for layer in layers:
            said |= layer
        return said

    def is_hidden(self, element: etree._Element) -> bool:
        """Tell whether an element takes part in nothing that is seen."""
        if "hidden" in element.attrib:
            return True
        said = self.of(element)
        return (
            _is(said, "display", "none")
            or said.get("visibility", "").lower() in ("hidden", "collapse")
            or _is(said, "mso-hide", "all")
        )

    def is_struck(self, element: etree._Element) -> bool:
        """Tell whether a style strikes an element's text out."""
        said = self.of(element)
        return any(
            "line-through" in said.get(name, "").lower()
            for name in ("text-decoration", "text-decoration-line")
        )

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
            any(_ZERO.fullmatch(said.get(name, "")) for name in ("opacity", "font-size"))
            or any(_NOWHERE.match(said.get(name, "")) for name in ("left", "top", "text-indent"))
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
        return bool(_WHITE.fullmatch(own.strip())) and not self._is_on_ground(element)

    def _is_on_ground(self, element: etree._Element) -> bool:
        """Tell whether anything but white lies behind an element."""
        at: etree._Element | None = element
        for _ in range(_UPWARDS):
            if at is None:
                return False
            said = self.of(at)
            behind = " ".join(
                said.get(name, "") for name in ("background", "background-color")
            ).strip() or at.get("bgcolor", "")
            if "background-image" in said or at.get("background") or "url(" in behind:
                return True
            if behind and not _WHITE.fullmatch(behind.strip()):
                return behind.strip().lower() not in ("none", "inherit", "initial")
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
        return (
            said.get("order", "0") not in ("0", "initial", "unset")
            or said.get("flex-direction", "").lower().endswith("-reverse")
            or "override" in said.get("unicode-bidi", "").lower()
        )

    def keeps_lines(self, element: etree._Element) -> bool | None:
        """Tell whether the line ends of a text are shown as such; None when nothing is said."""
        said = self.of(element).get("white-space", "").lower()
        if said in ("normal", "nowrap"):
            return False
        return True if said.startswith(("pre", "break-spaces")) else None

    def list_style(self, element: etree._Element) -> str:
        """Return how a list is numbered where a style says so."""
        said = self.of(element)
        return said.get("list-style-type") or said.get("list-style", "")

    def centring(self, element: etree._Element) -> bool | None:
        """Tell whether a style centres text; None when it says nothing."""
        said = self.of(element).get("text-align", "").lower()
        return said == "center" if said and said not in ("inherit", "initial", "unset") else None

    def written(self, element: etree._Element, side: str) -> tuple[str, bool]:
        """Return the text that a style sheet writes on a side, and whether it could be told."""
        said: dict[str, str] = {}
        for rule in self._rules_of(element):
            if rule.writes == side and not rule.in_doubt:
                said |= rule.says
        content = said.get("content", "")
        if not content or self._is_gone(said):
            return "", True
        text, is_known = _content(content, element)
        return (text, is_known) if _SPEAKS.search(text) or not is_known else ("", True)

    def _is_gone(self, said: Properties) -> bool:
        hidden = _is(said, "display", "none") or _is(said, "visibility", "hidden")
        flat = any(
            _ZERO.fullmatch(said.get(name, "")) for name in ("opacity", "font-size", "height")
        )
        return hidden or flat

    def doubts(self, element: etree._Element) -> Iterator[str]:
        """Yield what may be with an element, if a condition that was not looked at holds."""
        for rule in self._rules_of(element) if self._sheets else ():
            if rule.in_doubt:
                says = rule.says
                if rule.writes:
                    text, is_known = _content(says.get("content", ""), element)
                    if not self._is_gone(says) and (_SPEAKS.search(text) or not is_known):
                        yield "written"
                elif _is(says, "display", "none") or "line-through" in str(says):
                    yield "hidden"


def _is(said: Properties, name: str, value: str) -> bool:
    return said.get(name, "").lower() == value


def _stands_in_text(element: etree._Element) -> bool:
    """Tell whether text stands beside an element, so that it is a piece of a line."""
    parent = element.getparent()
    if parent is None:
        return False
    beside = (
        parent.text,
        element.tail,
        *(one.tail for one in element.itersiblings(preceding=True)),
    )
    return any(text and text.strip() for text in beside)


def _content(content: str, element: etree._Element) -> tuple[str, bool]:
    """Return what `content` writes, and whether all of it is known: a counter is not."""
    written: list[str] = []
    is_known = True
    for piece in _PIECE.finditer(content.partition("/")[0] if "url(" in content else content):
        if piece[3] is None:
            written.append(_unescaped(piece[1] or piece[2] or ""))
        elif piece[3] == "attr":
            written.append(element.get((piece[4] or "").strip(), ""))
        elif piece[3] in ("counter", "counters"):
            is_known = False
        else:
            written.append(_QUOTES.get(piece[3], ""))
    return "".join(written), is_known


def _unescaped(text: str) -> str:
    def sign(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else 0
        return chr(code) if 0 < code < 0x110000 else found[2] or ""

    return _ESCAPED.sub(sign, text)
