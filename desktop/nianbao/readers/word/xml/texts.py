"""Text of a Word file that is not walked: counted, or read in one go."""

from lxml import etree

from nianbao.readers.word.xml.names import W
from nianbao.readers.word.xml.styles import Properties


def is_drop_cap(properties: Properties) -> bool:
    """Tell whether a paragraph is the large first character of the next one."""
    frame = properties.get(W + "framePr")
    return frame is not None and frame.get(W + "dropCap") in ("drop", "margin")


def goes_on(cell_properties: etree._Element) -> bool:
    """Tell whether a cell is covered by the one above or before it; what it holds is not shown."""
    merges = (cell_properties.find(W + kind) for kind in ("vMerge", "hMerge"))
    return any(one is not None and one.get(W + "val") != "restart" for one in merges)


def length(element: etree._Element) -> int:
    """Return how many characters an element holds, deleted ones with the others."""
    return sum(len(part.text or "") for part in element.iter(W + "t", W + "delText"))


def letters(element: etree._Element) -> str:
    """Return an element's text, paragraphs separated by line ends."""
    paragraphs = element.iter(W + "p")
    return "\n".join("".join(part.text or "" for part in p.iter(W + "t")) for p in paragraphs)
