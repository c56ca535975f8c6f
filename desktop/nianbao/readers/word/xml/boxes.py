"""Where on its page a text box stands."""

import re

from lxml import etree

from nianbao.readers.word.xml.names import DRAWING, VML

_PAGE = ("page", "margin", "bottomMargin", "insideMargin", "outsideMargin")
_LOW = 4_900_000  # EMU from the top edge, a little below the middle of an A4 page
_POINT = 12_700
_TOP = re.compile(r"(?:^|;)\s*margin-top\s*:\s*(-?(?:\d+\.?\d*|\.\d+))pt")
_BY_PAGE = re.compile(r"mso-position-vertical-relative\s*:\s*(?:page|margin|bottom-margin-area)")
_BOTTOM = re.compile(r"mso-position-vertical\s*:\s*bottom")


def stands_low(box: etree._Element) -> bool:
    """Whether a box stands in the lower half of its page, wherever in the text it is anchored."""
    for element in box.iterancestors():
        if element.tag == DRAWING + "anchor":
            return _is_low(element.find(DRAWING + "positionV"))
        if isinstance(element.tag, str) and element.tag.startswith(VML):
            style = element.get("style", "")
            top = _TOP.search(style)
            low = top is not None and float(top[1]) * _POINT > _LOW
            if _BY_PAGE.search(style) and (low or _BOTTOM.search(style)):
                return True
    return False


def _is_low(position: etree._Element | None) -> bool:
    if position is None or position.get("relativeFrom") not in _PAGE:
        return False
    if position.get("relativeFrom") == "bottomMargin":
        return True
    if position.findtext(DRAWING + "align", "") == "bottom":
        return True
    offset = position.findtext(DRAWING + "posOffset", "")
    return bool(re.fullmatch(r"\d{1,12}", offset)) and int(offset) > _LOW
