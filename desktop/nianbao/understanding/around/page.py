"""The page taken apart: front matter, body, back matter, and what belongs to the web site.

Nothing is dropped here: every line of the document is in exactly one place, in its order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nianbao.report.model import ElementKind
from nianbao.standards.layout import Layout
from nianbao.understanding.around import back, front
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import META, SENTENCE_END, SHORT, Marked, blank_or

_ASKS = ("？", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """The three stretches of a page. `body` begins with the preface."""

    front: list[Marked] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    back: list[Marked] = field(default_factory=list)


def take_apart(lines: Sequence[Line], layout: Layout) -> PageParts:
    """Return front matter, body and back matter."""
    head = front.take(lines, layout)
    rest = lines[len(head) :]
    end = _tail(rest, layout)
    tail = [(blank_or(ElementKind.FURNITURE, line), line) for line in rest[end:]]
    foot = back.take(rest[:end], layout)
    return PageParts(front=head, body=list(rest[: end - len(foot)]), back=foot + tail)


def _tail(lines: Sequence[Line], layout: Layout) -> int:
    """Return where the site's own tail begins."""
    last = 0
    for at, line in enumerate(lines):
        site = len(line.plain) <= META and layout.furniture_tail.search(line.plain)
        asks = site and line.plain.endswith(_ASKS)  # whether to leave the site; no report does
        if (SENTENCE_END.search(line.plain) and not asks) or (len(line.plain) > SHORT and not site):
            last = at + 1
    noted = False  # a telephone below who is to be called is no site's
    for at in range(last, len(lines)):
        plain = lines[at].plain
        noted = layout.element["note" if not noted else "note_below"].search(plain) is not None
        if layout.furniture_tail.search(plain) and not noted and not lines[at].is_cell:
            return at
    return len(lines)
