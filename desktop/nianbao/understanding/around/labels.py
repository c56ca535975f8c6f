"""Labels that forms, pages and chats put before a title and a text: 标题：, 【标题】, 正文：."""

from collections.abc import Sequence
from itertools import takewhile

from nianbao.report.change import Change
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, taken_away

_HEAD = 40  # lines among which a title stands
_LEAST = 4  # characters of a title, or of the first half of one
_REASON = "标题或正文前面的“标题：”“正文：”等字样，不是报告的文字。"


def without_labels(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines whose title and text have no label before them, and what was taken away.

    Where the title stands once more without a label, the one that has it belongs to the page.
    """
    found = list(lines)
    changes: list[Change] = []
    at = _labelled(lines, layout)
    if at is not None:
        found[at] = _without(lines[at], "title_label", layout, changes)
    for below, line in enumerate(lines[:_HEAD]):
        if parse_heading_number(line.bare):
            break
        if below != at and layout.element["text_label"].match(line.plain):
            found[below] = _without(line, "text_label", layout, changes)
    return found, changes


def _labelled(lines: Sequence[Line], layout: Layout) -> int | None:
    """Return the line of the title that has a label, None when there is none."""
    head = list(takewhile(lambda one: not parse_heading_number(one.bare), lines[:_HEAD]))
    for at, line in enumerate(head):
        label = layout.element["title_label"].match(line.plain)
        rest = line.plain[label.end() :] if label else ""
        if label and len(rest) >= _LEAST:
            is_title = _is_title(rest, head[at + 1 :], layout)
            again = any(_close(one.plain) == _close(rest) for one in head[at + 1 :])
            return at if is_title and not again else None
    return None


def _is_title(rest: str, below: Sequence[Line], layout: Layout) -> bool:
    """Whether what stands behind a label is a title, or one with the line below it."""
    following = next((one.plain for one in below if one.bare), "")
    title, bare = layout.element["title"], _close(rest).strip("《》")
    begins = layout.element["title_rest"].search(_close(following)) or bare.endswith("关于")
    both = bare + _close(following).strip("《》")
    return title.search(bare) is not None or bool(begins and title.search(both))


def _close(text: str) -> str:
    return "".join(text.split())


def _without(line: Line, kind: str, layout: Layout, changes: list[Change]) -> Line:
    label = layout.element[kind].match(line.plain)
    assert label is not None
    bare = line.bare[label.end() :]
    changes.append(taken_away(line, _REASON, before=line.bare, after=bare))
    return line.with_text(bare)
