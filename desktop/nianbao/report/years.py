"""Years that stand for themselves: in titles and in periods. They never move with the report."""

import re

_FIXED = re.compile(
    r"《[^《》]*(?:《[^》]*》[^《》]*)*》"
    r"|(?<!\d)(?:19|20)\d\d\s*年?\s*[-－–—~～至到]+\s*(?:19|20)\d\d\s*年"
)


def fixed(text: str) -> list[re.Match[str]]:
    """Return the titles in 《》 and the periods (2021—2025年) of a text, in order."""
    return list(_FIXED.finditer(text))


def without_fixed(text: str) -> str:
    """Return a text without its titles and periods."""
    return _FIXED.sub("", text)
