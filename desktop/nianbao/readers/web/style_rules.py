"""What a page's style sheets say of its elements, as far as a reader of the page sees it.

cssselect2 tells which elements a selector means.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from cssselect2 import ElementWrapper, Matcher, compile_selector_list
from lxml import etree
from tinycss2 import parse_blocks_contents

from nianbao.readers.web.style_sheets import NOTHING_BESIDE, Beside, StyleSheets, written

_MAX_TRIES = 5_000_000  # of a selector on an element: some seconds
_MAX_STEPS = 5_000_000  # from an element to another that a selector names: a second or two
_CHILD = 30  # steps that it takes to go down

_SAYS = frozenset(
    (
        *("display", "visibility", "opacity", "font-size", "mso-hide", "content", "order"),
        *("position", "left", "top", "text-indent", "clip", "height", "overflow", "direction"),
        *("text-decoration-line", "vertical-align", "color", "text-align", "white-space"),
        *("background-color", "background-image", "unicode-bidi", "width", "flex-direction"),
        *("list-style-type", "margin", "padding", "margin-left", "margin-right"),
        *("padding-left", "padding-right", "margin-top", "transform", "clip-path", "float"),
    )
)
_SIDES = (None, "before", "after", "marker")
_IN_SHORT = {
    "background": "background-color",
    "font": "font-size",
    "list-style": "list-style-type",
    "text-decoration": "text-decoration-line",
}
_FONT_SIZE = re.compile(r"(?<![^\s])(0|\d*\.?\d+(?:px|pt|r?em|%))(?=[\s/])")
_FOR_OLD_BROWSERS = re.compile(r"\\|!|^-(?:ms|moz)-", re.IGNORECASE)
_OF_FIELDS = frozenset(
    (
        *("required", "optional", "default", "valid", "invalid", "user-valid", "user-invalid"),
        *("in-range", "out-of-range", "placeholder-shown", "indeterminate", "autofill"),
        *("fullscreen", "modal", "picture-in-picture", "popover-open", "playing", "paused"),
    )
)
_OLD = ("-//w3c//dtd html 4.0 ", "-//w3c//dtd html 3", "-//ietf//", "html")
_HALF_OLD = ("-//w3c//dtd html 4.01 transitional//", "-//w3c//dtd html 4.01 frameset//")
_NOT_UNDERSTOOD = (ValueError, SyntaxError, RuntimeError, AttributeError, TypeError)
"""What compiling a selector raises that is none, is without end, or is not known there."""

Properties = Mapping[str, str]


class Declared(NamedTuple):
    """What declarations say by property: plainly, and as important."""

    plain: dict[str, str]
    important: dict[str, str]
    is_whole: bool  # no rules stood between them


class CssRule(NamedTuple):
    """What a rule says of an element, or of what it writes on a `side`: before, after, marker."""

    side: str
    declared: Declared
    sure: bool


class _Element(ElementWrapper):  # type: ignore[misc]  # cssselect2 carries no types
    """An element that goes from relative to relative, and not without end.

    The library keeps a list of them for each element: of a deep page more than fits the memory.
    """

    def __init__(self, element: etree._Element, parent: "_Element | None", **place: Any) -> None:
        super().__init__(element, parent, **place)
        self.steps: list[int] = [_MAX_STEPS] if parent is None else parent.steps

    @property
    def ancestors(self) -> Iterator["_Element"]:
        return self._chain("parent")

    @property
    def previous_siblings(self) -> Iterator["_Element"]:
        return self._chain("previous")

    def _chain(self, direction: str) -> Iterator["_Element"]:
        at = getattr(self, direction)
        while at is not None:
            self._take(1)
            yield at
            at = getattr(at, direction)

    def iter_children(self) -> Iterator["_Element"]:
        for child in super().iter_children():
            self._take(_CHILD)
            yield child

    def _take(self, steps: int) -> None:
        self.steps[0] -= steps
        if self.steps[0] < 0:
            raise _TooMuchError


class _OldElement(_Element):
    """An element of a page without a doctype, as old sites have them: .Gone means class="gone"."""

    @cached_property
    def id(self) -> str:
        return str(self.etree_element.get("id", "")).lower()

    @cached_property
    def classes(self) -> set[str]:
        return set(self.etree_element.get("class", "").lower().split())


class _TooMuchError(Exception):
    """There is more to look at than anybody waits for."""


class Rules:
    """The rules of a page's style sheets by element, those that count most last."""

    def __init__(self, page: etree._Element, beside: Beside = NOTHING_BESIDE) -> None:
        sheets = StyleSheets(page, beside)
        self.of: dict[etree._Element, tuple[CssRule, ...]] = {}
        self.is_whole = True
        matcher = Matcher()
        elements = list(
            page.iter(etree.Element)
        )  # one gone before those in it: each asks all above
        self._is_old = _is_old(page)
        counts = _counted(elements, is_old=self._is_old)
        siblings = max(map(len, elements))
        tries = 0
        for rule in sheets.rules():
            declared = declarations(rule.declarations)
            self.is_whole &= declared.is_whole
            if not (declared.plain or declared.important):
                continue
            if self._is_old:
                _lower(rule.selectors)
            selectors, are_known = _selectors(rule.selectors, counts)
            looks_round = "of-type" in written(rule.selectors) if selectors else False
            for selector in selectors:
                tries += counts[_key(selector)] * (siblings if looks_round else 1)
                if tries <= _MAX_TRIES:
                    matcher.add_selector(selector, (declared, rule.sure and are_known))
        self.is_whole &= tries <= _MAX_TRIES
        if matcher.order:
            self._match(page, matcher)
        self.is_whole &= sheets.is_whole
        self.elsewhere = len(sheets.elsewhere)

    def _match(self, page: etree._Element, matcher: Matcher) -> None:
        known: dict[tuple[int, ...], tuple[CssRule, ...]] = {}
        try:
            kind = _OldElement if self._is_old else _Element
            for element in kind.from_html_root(page).iter_subtree():
                if found := matcher.match(element):
                    key = tuple(order for _, order, *_ in found)
                    if key not in known:
                        known[key] = tuple(CssRule(side or "", *said) for *_, side, said in found)
                    self.of[element.etree_element] = known[key]
        except (_TooMuchError, RecursionError):
            self.is_whole = False


def declarations(text: str | Iterable[Any]) -> Declared:
    """Return what declarations say that matters here."""
    said = Declared({}, {}, is_whole=True)
    for one in parse_blocks_contents(text, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            name = _IN_SHORT.get(one.lower_name, one.lower_name)
            value = written(one.value) if name in _SAYS else ""
            if one.lower_name == "font":
                value = next(iter(_FONT_SIZE.findall(value)), "")
            if value and (name == "content" or not _FOR_OLD_BROWSERS.search(value)):
                (said.important if one.important else said.plain)[name] = value
        elif one.type == "qualified-rule":
            said = said._replace(is_whole=False)
    return said


def _is_old(page: etree._Element) -> bool:
    """Tell whether a browser shows a page as those before the standards: it has no doctype.

    The parser gives such a page the one of HTML 4.0 Transitional, for which that holds too.
    """
    doctype = page.getroottree().docinfo
    public = (doctype.public_id or "").lower()
    address = doctype.system_url  # type: ignore[attr-defined]  # lxml's types lack it
    return public.startswith(_OLD) or (public.startswith(_HALF_OLD) and not address)


def _lower(tokens: Iterable[Any]) -> None:
    """Make the classes and ids of selectors lower case."""
    before = None
    for token in tokens:
        if token.type == "hash" or (before and _names_class(before, token)):
            token.value = token.value.lower()
        elif token.type == "function":
            _lower(token.arguments)
        before = token


def _counted(elements: list[etree._Element], *, is_old: bool) -> Counter[str]:
    """Return how many elements there are by tag, .class and #id, and of all by nothing."""
    counts = Counter({"": len(elements)})
    for element in elements:
        classes, own = element.get("class", ""), element.get("id", "")
        if is_old:
            classes, own = classes.lower(), own.lower()
        counts.update((element.tag, f"#{own}", *{f".{name}" for name in classes.split()}))
    return counts


def _key(selector: Any) -> str:
    """Return what an element must have for the library to try a selector on it."""
    if selector.id is not None:
        return f"#{selector.id}"
    if selector.class_name is not None:
        return f".{selector.class_name}"
    return selector.lower_local_name or ""


def _names_class(dot: Any, name: Any) -> bool:
    return bool(dot.type == "literal" and dot.value == "." and name.type == "ident")


def _is_of_fields(selector: list[Any]) -> bool:
    """Tell whether a selector means fields of a form or what is played, and no text: :required."""
    last: list[Any] = []
    for token in selector:
        parts = token.type == "whitespace" or (token.type == "literal" and token.value in ">+~")
        last = [] if parts else [*last[-1:], token]
        if len(last) == 2 and last[0] == ":" and getattr(token, "lower_value", "") in _OF_FIELDS:
            return token is selector[-1]
    return False


def _selectors(tokens: Iterable[Any], names: Container[str]) -> tuple[list[Any], bool]:
    """Return the selectors of a list, and whether a browser is sure to take them.

    It takes none of a list in which it does not know one; it knows more than the library.
    """
    lists: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            lists.append([])
        else:
            lists[-1].append(token)
    found: list[Any] = []
    are_known = True
    for one in lists:
        classes = [f".{name.value}" for dot, name in pairwise(one) if _names_class(dot, name)]
        ids = [f"#{token.value}" for token in one if token.type == "hash"]
        if not all(name in names for name in classes + ids):  # it means nothing here
            continue
        try:
            found += compile_selector_list(one)
        except _NOT_UNDERSTOOD:
            are_known &= "::" in written(one) or _is_of_fields(one)
    return [one for one in found if one.pseudo_element in _SIDES], are_known
