"""Notes and comments of a Word file saved as a page, where Word shows them.

They are known by the names that Word gives them, which stay when a site takes the styles away.
"""

import re
from collections import Counter

from lxml import html

_NOTE = re.compile(r"(?:ftn|edn)\d{1,4}")
_MARK = re.compile(r"#_(ftn|edn|msocom_)(ref)?(\d{1,4})$")
_COMMENTS = re.compile(r"mso-element:\s*comment-list")


def settle_notes(page: html.HtmlElement) -> Counter[str]:
    """Set notes behind their paragraphs, take out marks and comments; count by kind of notice."""
    counts: Counter[str] = Counter()
    for comments in [one for one in page.iter("div") if _COMMENTS.search(one.get("style", ""))]:
        counts["footnote_left_out"] += len("".join(comments.text_content().split()))
        comments.drop_tree()
    notes = {one.get("id"): one for one in page.iter("div") if _NOTE.fullmatch(one.get("id", ""))}
    last: dict[html.HtmlElement, html.HtmlElement] = {}
    for mark in list(page.iter("a")):
        found = _MARK.search(mark.get("href", ""))
        if not found:
            continue
        note = notes.get(f"{found[1]}{found[3]}")
        paragraph = next(mark.iterancestors("p", "li", "td", "div", "h1", "h2", "h3"), None)
        if note is not None and not found[2] and paragraph is not None:
            last.get(paragraph, paragraph).addnext(note)
            last[paragraph] = note
            counts["footnote"] += 1
        if note is not None or found[1] == "msocom_":
            mark.drop_tree()
    return counts
