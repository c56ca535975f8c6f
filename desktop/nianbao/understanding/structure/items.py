"""Headings that are themselves what is to be said: a number before one line of a list."""

from itertools import takewhile

from nianbao.report.model import EntryKind
from nianbao.standards.layout import Layout
from nianbao.understanding import kinds
from nianbao.understanding.lines.tree.outline import Node

_STOPS = tuple("。；;！")
_SENTENCE = 16  # characters that are more than a title
_OPENING = "“‘《（("  # a text may begin with them


def is_item(node: Node, kind: EntryKind, above: frozenset[str], layout: Layout) -> bool:
    """Whether a heading is itself what is to be said: a sentence, or one line of a list.

    A title on its own line above nothing stays a heading: its text is missing. `above` are the
    bullets of the texts that it stands below.
    """
    heading = node.heading
    if not heading or not heading.ordinal or not heading.title:
        return False
    if (node.children or _holds_text(node, layout)) and not _is_left(node, above, layout):
        return False
    ended = heading.suffix[:1] in _STOPS
    if node.level == 1:
        return ended and ("，" in heading.title or len(heading.title) >= _SENTENCE)
    return ended or kind.is_written_anew


def bullets(node: Node) -> frozenset[str]:
    """Return the signs that the texts right below a heading begin with."""
    return frozenset(_bullet(passage.text) for passage in node.passages) - {""}


def _bullet(text: str) -> str:
    begins = text.strip()[:1]
    return "" if begins.isalnum() or begins in _OPENING else begins


def _holds_text(node: Node, layout: Layout) -> bool:
    """Whether something is told below a heading, before a title without a number ends it."""
    own = takewhile(lambda one: not _begins_another(one.text, layout), node.passages)
    return any(passage.text.strip() for passage in own)


def _begins_another(text: str, layout: Layout) -> bool:
    """Whether a text tells what follows it, so that it ends what stands before it."""
    return bool(kinds.told_by_title(text, layout) or kinds.led_to(text, layout))


def _is_left(node: Node, above: frozenset[str], layout: Layout) -> bool:
    """Whether what follows a heading is not its own: a list from further out goes on (二是, 2.)."""
    first = next((text for one in node.passages if (text := one.text.strip())), "")
    if first:
        return (
            _bullet(first) in above
            or _begins_another(first, layout)
            or layout.told_by_text["outside"].match(first) is not None
        )
    child = node.children[0].heading if node.children else None
    return child is not None and child.ordinal > 1
