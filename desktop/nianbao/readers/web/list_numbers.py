"""The numbers that a browser writes before the items of lists."""

import re

from lxml import etree

from nianbao.readers.lists.number_formats import write_number
from nianbao.readers.web.looks import Looks

_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LIST_STYLES = {
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    **dict.fromkeys(("lower-alpha", "lower-latin"), ("lowerLetter", ".")),
    **dict.fromkeys(("upper-alpha", "upper-latin"), ("upperLetter", ".")),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"),
        ("taiwaneseCounting", "、"),
    ),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_LIST_WORD = re.compile(r"[a-z][a-z-]*")
_NO_STYLE = ("inside", "outside", "initial", "inherit", "unset")
_NO_NUMBER = ("none", "disc", "circle", "square")


class ListNumbers:
    """Counts the lists of a page. Ask in the page's order, once for each item."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._counters: dict[etree._Element, int] = {}

    def next(self, item: etree._Element) -> str | None:
        """Count an item of a list and return its number as it is shown, None if not known."""
        parent = item.getparent()
        if parent is None or parent.tag not in ("ol", "ul"):
            return ""
        number = self._count(item, parent)
        if not self._looks.is_item(item):
            return ""
        if self._looks.written(item, "marker") != ("", True):
            return None
        return self._written(number, item, parent)

    def _count(self, item: etree._Element, parent: etree._Element) -> int:
        step = -1 if "reversed" in parent.attrib else 1
        before = self._counters.get(parent)
        if before is None:
            first = len(parent.findall("li")) if step < 0 else 1
            start = _whole(parent.get("start"))
            before = (first if start is None else start) - step
        own = _whole(item.get("value"))
        number = self._counters[parent] = before + step if own is None else own
        return number

    def _written(self, number: int, item: etree._Element, parent: etree._Element) -> str | None:
        said = (self._looks.list_style(item) or self._looks.list_style(parent)).lower()
        words = [word for word in _LIST_WORD.findall(said) if word not in _NO_STYLE]
        if any(word in _NO_NUMBER for word in words):
            return ""
        if any(word not in _LIST_STYLES for word in words):
            return None
        if parent.tag == "ul" and not words:
            return ""
        kind = _LIST_TYPES.get(parent.get("type", ""), "decimal"), "."
        number_format, end = _LIST_STYLES[words[0]] if words else kind
        return write_number(number, number_format) + end


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else None
