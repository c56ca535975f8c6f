"""The rules of a page's own style sheets, as far as they say what a reader of the page sees.

[x] tags, classes, ids; descendants and children; what counts more and what comes later
[x] at-rules for a screen; those for print or a narrow one are left out
[-] other conditions (:nth-child, [attribute], + and ~): a rule that hides, strikes or writes
    something is in doubt, and its elements are told of
[ ] style sheets in other files
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

_MAX_SHEETS = 2_000_000  # characters of style sheets; a large site has 300,000
_MAX_RULES = 4_000  # rules that matter here
_MAX_NESTED = 20  # at-rules in at-rules
_MAX_ANCESTORS = 60  # elements upwards in which the parts of a selector are looked for
_MAX_PARTS = 8
_MAX_STEPS = 800_000  # elements that are compared with a part of a selector: a second
_LONGEST = 300  # characters of a selector

_STRING = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
_TOKEN = re.compile(rf"{_STRING}|[{{}};]", re.DOTALL)
_DECLARATION = re.compile(rf"([\w-]{{1,60}})\s{{0,9}}:((?:{_STRING}|[^;\"'])*)", re.DOTALL)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_COMBINED = re.compile(r"\s*([>+~])\s*|\s+")
_COMPOUND = re.compile(r"([\w-]+|\*)?((?:[.#][\w-]+)*)")
_NAME = re.compile(r"([.#])([\w-]+)")
_WRITES = re.compile(r"::?(before|after)$", re.IGNORECASE)
_STATE = re.compile(r":(?:hover|focus|active|visited|checked|target|disabled|empty|selection)\b")
_CONDITIONS = re.compile(r"\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?")
_NOT_HERE = re.compile(r"print|max-(?:device-)?width|speech|prefers|orientation", re.IGNORECASE)
_FOR_SCREENS = ("@media", "@supports", "@layer", "@container")

_SAYS = frozenset(
    (
        *("display", "visibility", "opacity", "font-size", "mso-hide", "content", "order"),
        *("position", "left", "top", "text-indent", "clip", "height", "overflow", "direction"),
        *("text-decoration", "text-decoration-line", "vertical-align", "color", "text-align"),
        *("background", "background-color", "background-image", "unicode-bidi", "width"),
        *("flex-direction", "list-style", "list-style-type", "margin", "padding", "margin-left"),
        *("margin-right", "padding-left", "padding-right", "white-space"),
    )
)

Properties = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be: its tag, id and classes; `is_child`: of the one before."""

    tag: str
    ident: str
    classes: frozenset[str]
    is_child: bool

    def fits(self, element: etree._Element) -> bool:
        return (
            (not self.tag or element.tag == self.tag)
            and (not self.ident or element.get("id") == self.ident)
            and (not self.classes or self.classes.issubset(element.get("class", "").split()))
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector with what it says; `writes` is before or after for text that a rule adds."""

    parts: tuple[_Compound, ...]
    weight: tuple[bool, int, int, int, int]
    says: Properties
    writes: str
    in_doubt: bool


class Rules:
    """The rules of a page, found by the tag, id and classes of an element."""

    def __init__(self, page: etree._Element) -> None:
        sheets = "\n".join(style.text or "" for style in page.iter("style"))
        self._steps = 0
        self.is_whole = len(sheets) <= _MAX_SHEETS
        self._by_name: dict[str, list[Rule]] = {}
        self._known: dict[tuple[str, str, str], tuple[Rule, ...]] = {}
        for count, rule in enumerate(_rules(sheets[:_MAX_SHEETS])):
            if count == _MAX_RULES:
                self.is_whole = False
                break
            last = rule.parts[-1]
            key = f"#{last.ident}" if last.ident else ""
            key = key or next((f".{name}" for name in sorted(last.classes)), last.tag)
            self._by_name.setdefault(key, []).append(rule)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def of(self, element: etree._Element) -> tuple[Rule, ...]:
        """Return the rules that mean an element, the one that counts most last."""
        key = element.tag, element.get("id", ""), element.get("class", "")
        if key not in self._known:
            names = {"", key[0], f"#{key[1]}", *(f".{name}" for name in key[2].split())}
            found = [rule for name in names for rule in self._by_name.get(name, ())]
            fitting = (rule for rule in found if rule.parts[-1].fits(element))
            self._known[key] = tuple(sorted(fitting, key=lambda rule: rule.weight))
        return tuple(rule for rule in self._known[key] if self._fits(rule, element))

    def _fits(self, rule: Rule, element: etree._Element) -> bool:
        """Tell whether a selector means an element; its last part is known to."""
        at: etree._Element | None = element
        for above, part in zip(reversed(rule.parts[:-1]), reversed(rule.parts[1:]), strict=True):
            if self._steps > _MAX_STEPS:
                self.is_whole = False
                return False
            for _ in range(1 if part.is_child else _MAX_ANCESTORS):
                self._steps += 1
                at = at.getparent() if at is not None else None
                if at is None or above.fits(at):
                    break
            if at is None or not above.fits(at):
                return False
        return True


def declared(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield what declarations say that matters here, and whether they say it is important."""
    for found in _DECLARATION.finditer(text):
        name = found[1].lower()
        if name in _SAYS:
            value, important = _IMPORTANT.subn("", found[2].strip())
            yield name, value, bool(important)


def _rules(sheets: str) -> Iterator[Rule]:
    for order, (selectors, body) in enumerate(_blocks(_without_comments(sheets))):
        said = list(declared(body))
        for important in (False, True):
            says = {name: value for name, value, is_so in said if is_so is important}
            for selector in selectors.split(",") if says else ():
                rule = _rule(selector.strip(), says, order, important=important)
                if rule is not None:
                    yield rule


def _without_comments(sheets: str) -> str:
    first, *rest = sheets.replace("<!--", " ").replace("-->", " ").split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _blocks(sheets: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule that holds on a screen."""
    opened: list[str] = []
    start = 0
    for token in _TOKEN.finditer(sheets):
        match token[0]:
            case "{":
                opened.append(sheets[start : token.start()].strip())
            case "}":
                selectors = opened.pop() if opened else "@"
                is_near = len(opened) < _MAX_NESTED
                if not selectors.startswith("@") and is_near and all(map(_holds, opened)):
                    yield selectors, sheets[start : token.start()]
            case ";":
                if opened and not opened[-1].startswith("@"):
                    continue
            case _:
                continue
        start = token.end()


def _holds(at_rule: str) -> bool:
    return at_rule.lower().startswith(_FOR_SCREENS) and not _NOT_HERE.search(at_rule)


def _rule(selector: str, says: Properties, order: int, *, important: bool) -> Rule | None:
    if len(selector) > _LONGEST or _STATE.search(selector):  # nobody points at it
        return None
    writes = _WRITES.search(selector)
    bare = _WRITES.sub("", selector) or "*"
    plain = _CONDITIONS.sub("", bare)
    in_doubt = plain != bare or "+" in plain or "~" in plain
    parts = _parts(plain)
    if not parts:
        return None
    names = [len(part.classes) for part in parts]
    idents, tags = sum(bool(part.ident) for part in parts), sum(bool(part.tag) for part in parts)
    weight = important, idents, sum(names), tags, order
    pseudo = writes[1].lower() if writes else ""
    return Rule(parts[-1:] if in_doubt else parts, weight, says, pseudo, in_doubt)


def _parts(selector: str) -> tuple[_Compound, ...]:
    """Return what a selector asks for, from the outside in; nothing when it cannot be told."""
    found: list[_Compound] = []
    combinator = ""
    for piece in _pieces(selector):
        if piece in (">", "+", "~", " "):
            combinator = piece
            continue
        compound = _COMPOUND.fullmatch(piece)
        if not compound or len(found) == _MAX_PARTS:
            return ()
        found.append(_compound(compound, is_child=combinator == ">"))
    return tuple(found)


def _compound(found: re.Match[str], *, is_child: bool) -> _Compound:
    names = _NAME.findall(found[2])
    return _Compound(
        tag="" if found[1] in (None, "*") else found[1].lower(),
        ident=next((name for sign, name in names if sign == "#"), ""),
        classes=frozenset(name for sign, name in names if sign == "."),
        is_child=is_child,
    )


def _pieces(selector: str) -> Iterable[str]:
    at = 0
    for found in _COMBINED.finditer(selector):
        if found.start() > at:
            yield selector[at : found.start()]
        yield found[1] or " "
        at = found.end()
    if at < len(selector):
        yield selector[at:]
