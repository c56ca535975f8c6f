"""A page's style sheets, taken apart: those in the page, and those beside it in one file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

import tinycss2
from lxml import etree
from tinycss2.bytes import decode_stylesheet_bytes

_MAX_CHARACTERS = 1_000_000  # of style sheets; a large site has 300,000
_MAX_NESTED = 20  # at-rules in at-rules, sheets that ask for sheets
_SCREENS = (1366, 1920)  # pixels across, in offices
_WIDTH = re.compile(r"\((min|max)-(?:device-)?width:(\d{1,6}(?:\.\d{1,6})?)(px|r?em)\)")
_EM = 16  # pixels
_NO_SCREEN = re.compile(r"print|speech|handheld|-ms-|-moz-|\ufffd")  # or of another browser
_SCREEN = re.compile(r"^(?:only)?(?:screen|all)?|and")


class Beside(NamedTuple):
    """What lies with a page in one file: by address, the bytes and the encoding named for them."""

    address: str = ""
    files: Mapping[str, tuple[bytes, str]] = {}


NOTHING_BESIDE = Beside()


class StyleRule(NamedTuple):
    """A rule as it is written; one that is not `sure` holds perhaps, on some screens."""

    selectors: list[Any]
    declarations: list[Any]
    sure: bool


class _Held(NamedTuple):
    """Where rules stand, and whether what stands there holds: None when that is in doubt."""

    base: str
    holds: bool | None
    depth: int = 0

    def inside(self, condition: bool | None) -> "_Held":
        both = (self.holds, condition)
        holds = False if False in both else None if None in both else True
        return self._replace(holds=holds, depth=self.depth + 1)


class StyleSheets:
    """The style sheets of one page: go through `rules` first, then ask the rest."""

    def __init__(self, page: etree._Element, beside: Beside) -> None:
        self.is_whole = True
        self.elsewhere: set[str] = set()  # addresses of the sheets that are not here
        self._page, self._beside = page, beside
        self._characters = 0
        self._seen: set[str] = set()

    def rules(self) -> Iterator[StyleRule]:
        """Yield the rules that hold or may hold on a screen, in the order of the page."""
        first = next(self._page.iter("base"), None)
        base = urljoin(self._beside.address, "" if first is None else first.get("href", ""))
        for element in self._page.iter("style", "link"):
            held = _Held(base, _holds(element.get("media", "")))
            if next(element.iterancestors("noscript", "template"), None) is not None:
                continue
            if element.get("type", "").strip().lower() not in ("", "text/css"):
                continue
            if element.tag == "style":
                yield from self._parsed(element.text or "", held)
            elif _is_sheet(element):
                yield from self._fetched(element.get("href", ""), held)

    def _fetched(self, address: str, held: _Held) -> Iterator[StyleRule]:
        """Yield the rules of a sheet that the page or another sheet names."""
        address = urljoin(held.base, address.strip())
        if held.holds is False or address in self._seen:
            return
        self._seen.add(address)
        if address in self._beside.files:
            sheet, _ = decode_stylesheet_bytes(*self._beside.files[address])
            yield from self._parsed(sheet, held._replace(base=address))
        elif address:
            self.elsewhere.add(address)

    def _parsed(self, sheet: str, held: _Held) -> Iterator[StyleRule]:
        self._characters += len(sheet)
        try:
            if self._characters > _MAX_CHARACTERS:
                raise ValueError
            yield from self._taken(tinycss2.parse_stylesheet(sheet, skip_comments=True), held)
        except ValueError:  # or a number has thousands of digits
            self.is_whole = False

    def _taken(self, found: Iterable[Any], held: _Held) -> Iterator[StyleRule]:
        if held.depth > _MAX_NESTED:
            self.is_whole = False
            return
        for one in found if held.holds is not False else ():
            if one.type == "qualified-rule":
                yield StyleRule(one.prelude, one.content, bool(held.holds))
            elif one.type == "at-rule" and one.content is not None:
                block = tinycss2.parse_rule_list(one.content, skip_comments=True)
                yield from self._taken(block, held.inside(_condition(one)))
            elif one.type == "at-rule" and one.lower_at_keyword == "import":
                address, condition = _imported(one.prelude)
                yield from self._fetched(address, held.inside(condition))


def _is_sheet(link: etree._Element) -> bool:
    kinds = link.get("rel", "").lower().split()
    return "stylesheet" in kinds and "alternate" not in kinds and "disabled" not in link.attrib


def _condition(rule: Any) -> bool | None:
    """Tell whether what stands in an at-rule holds."""
    words = written(rule.prelude)
    match rule.lower_at_keyword:
        case "media":
            return _holds(words)
        case "supports":  # today's browsers can do what is asked for
            return None if "not" in words else True
        case "layer":
            return True
    return None


def _imported(prelude: list[Any]) -> tuple[str, bool | None]:
    """Return the address of a sheet that another one imports, and whether it holds."""
    at = next((at for at, one in enumerate(prelude) if one.type in ("string", "url")), None)
    return ("", False) if at is None else (prelude[at].value, _holds(written(prelude[at + 1 :])))


def _holds(condition: str) -> bool | None:
    """Tell whether one of some media queries holds on a screen; None when that is in doubt."""
    answers = {_fits("".join(query.split())) for query in condition.lower().split(",")}
    return True if True in answers else None if None in answers else False


def _fits(query: str) -> bool | None:
    is_not = query.startswith("not")
    if not is_not and _NO_SCREEN.search(query):
        return False
    bounds = _WIDTH.findall(query)
    if is_not or _WIDTH.sub("", _SCREEN.sub("", query)):
        return None
    fits = {all(_is_wide(wide, *bound) for bound in bounds) for wide in _SCREENS}
    return fits.pop() if len(fits) == 1 else None


def _is_wide(width: int, side: str, bound: str, unit: str) -> bool:
    pixels = float(bound) * (1 if unit == "px" else _EM)
    return width >= pixels if side == "min" else width <= pixels


def written(tokens: Iterable[Any]) -> str:
    """Return pieces as they are written; nothing when brackets stand in brackets without end."""
    try:
        return str(tinycss2.serialize(tokens)).strip()
    except RecursionError:
        return ""
