"""What the links of a page are: ways elsewhere, files, buttons, or names of places."""

import re

from lxml import etree

_BUTTON = re.compile(r"\s*(?:#?\s*$|javascript:)", re.IGNORECASE)
_FILE = re.compile(r"\.(docx?|wps|pdf|xlsx?|et|ofd|zip|rar)\b", re.IGNORECASE)


def is_link(element: etree._Element) -> bool:
    """Tell whether an a is a link or a button, not the name that Word gives to a piece of text."""
    return "href" in element.attrib or not {"name", "id"} & set(element.attrib)


def is_button(link: etree._Element) -> bool:
    """Tell whether a link leads nowhere: something happens on the page."""
    return is_link(link) and bool(_BUTTON.match(link.get("href", "")))


def is_file(link: etree._Element) -> bool:
    """Tell whether a link leads to a file."""
    return bool(_FILE.search(link.get("href", "")))
