"""A formula of Word's as one line of text: 1/3, 8³."""

from lxml import etree

from nianbao.readers.raised import raised
from nianbao.readers.word.xml.names import MATH, W

_SILENT = (W + "del", W + "moveFrom")


def written(element: etree._Element) -> str:
    """Return the text of a formula, or of a part of one."""
    if element.tag in _SILENT:
        return ""
    if element.tag in (MATH + "t", W + "t"):
        return element.text or ""
    text = ("/" if element.tag == MATH + "f" else "").join(
        said for child in element if (said := written(child))
    )
    return raised(text) if element.tag == MATH + "sup" else text
