"""The page taken apart: front matter, body, back matter, and what belongs to the web site.

Nothing is dropped here: every line of the document is in exactly one place, in its order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nianbao.report.model import ElementKind
from nianbao.report.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.line import Line

_HEAD_LINES = 40  # a title stands above this many lines, or there is none
_TITLE_LENGTH = 70
_SHORT = 60
_LONG = 80
_META = 160  # a line of the site's own facts (date, source, clicks) in a row
_ATTACHED = re.compile(r"\d{1,2}[.．、][^。；]{2,60}$")
_SENTENCE_END = re.compile(r"[。！？；][”’）》]*$")

Marked = tuple[ElementKind, Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The three stretches of a page. `body` begins with the preface."""

    front: list[Marked] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    back: list[Marked] = field(default_factory=list)


def take_apart(lines: Sequence[Line], layout: Layout) -> Page:
    """Return front matter, body and back matter."""
    start, titles = _title(lines, layout)
    front = _before_title(lines[:start], layout, titled=bool(titles))
    front += [(_blank_or(ElementKind.TITLE, line), line) for line in lines[start : start + titles]]
    rest = lines[start + titles :]
    below = _below_title(rest, layout, titled=bool(titles))
    front += below
    rest = rest[len(below) :]
    end = _tail(rest, layout)
    tail = [(_blank_or(ElementKind.FURNITURE, line), line) for line in rest[end:]]
    back = _back(rest[:end], layout)
    return Page(front=front, body=list(rest[: end - len(back)]), back=back + tail)


def _blank_or(kind: ElementKind, line: Line) -> ElementKind:
    return kind if line.bare else ElementKind.BLANK


def _title(lines: Sequence[Line], layout: Layout) -> tuple[int, int]:
    """Return where the title begins and how many lines it takes, (0, 0) when there is none."""
    found = (0, 0)
    for at in range(min(_body_start(lines), len(lines))):
        for count in (1, 2, 3):
            if _is_title(lines[at : at + count], layout):
                head = _title_head(lines, at, layout)
                found = (head, at - head + count)
                break
    return found


def _body_start(lines: Sequence[Line]) -> int:
    """Return the first line that can only be body: a long one or a heading."""
    seen = 0
    for at, line in enumerate(lines):
        seen += bool(line.bare)
        if len(line.bare) > _LONG or parse_heading_number(line.bare) or seen > _HEAD_LINES:
            return at
    return len(lines)


def _is_title(lines: Sequence[Line], layout: Layout) -> bool:
    texts = [line.bare for line in lines]
    joined = "".join(texts)
    return (
        all(texts)
        and len(joined) <= _TITLE_LENGTH
        and not any(mark in joined for mark in "。；，,>")
        and not any(layout.furniture_head.search(text) for text in texts)
        and layout.element["title"].search(joined) is not None
        and (len(texts) == 1 or layout.element["title"].search(texts[-1]) is None)
    )


def _title_head(lines: Sequence[Line], at: int, layout: Layout) -> int:
    """Return where the issuing body named on the line above begins, or `at`."""
    above = at - 1
    while above >= 0 and not lines[above].bare:
        above -= 1
    if above < 0 or not lines[at].bare.startswith("关于"):
        return at
    bare = lines[above].bare
    named = len(bare) <= _TITLE_LENGTH // 2 and layout.element["title_head"].search(bare)
    return _title_head_further(lines, above, layout) if named else at


def _title_head_further(lines: Sequence[Line], at: int, layout: Layout) -> int:
    """Take a second issuing body (中共××县委 above ××县人民政府) into the title."""
    bare = lines[at - 1].bare if at else ""
    named = 0 < len(bare) <= _TITLE_LENGTH // 2 and layout.element["title_head"].search(bare)
    return at - 1 if named and not layout.furniture_head.search(bare) else at


def _before_title(lines: Sequence[Line], layout: Layout, *, titled: bool) -> list[Marked]:
    kinds = [_front_kind(line, layout) for line in lines]
    assert titled or not lines
    return list(zip(kinds, lines, strict=True))


def _front_kind(line: Line, layout: Layout) -> ElementKind:
    for kind in (ElementKind.DOC_NUMBER, ElementKind.SIGNER):
        if layout.element[kind.value].search(line.bare):
            return kind
    return _blank_or(ElementKind.FURNITURE, line)


def _below_title(lines: Sequence[Line], layout: Layout, *, titled: bool) -> list[Marked]:
    """Return what stands between title and preface."""
    found: list[Marked] = []
    kept = 0
    for line in lines:
        kind = _below_kind(line, layout)
        if kind is None:
            break
        found.append((kind, line))
        if line.bare and (titled or kind is not ElementKind.BLANK):
            kept = len(found)
    return found[:kept]


def _below_kind(line: Line, layout: Layout) -> ElementKind | None:
    bare = line.bare
    if not bare:
        return ElementKind.BLANK
    if layout.furniture_head.search(bare) and not _SENTENCE_END.search(bare):
        return ElementKind.FURNITURE if len(bare) <= _META else None
    if len(bare) > _SHORT:
        return None
    for kind in (ElementKind.DOC_NUMBER, ElementKind.SIGNER, ElementKind.ADDRESSEE):
        if layout.element[kind.value].search(bare):
            return kind
    if layout.element["date"].search(bare.strip("（）()")):
        return ElementKind.DATE
    return None


def _tail(lines: Sequence[Line], layout: Layout) -> int:
    """Return where the site's own tail begins."""
    last = 0
    for at, line in enumerate(lines):
        site = len(line.bare) <= _META and layout.furniture_tail.search(line.bare)
        if _SENTENCE_END.search(line.bare) or (len(line.bare) > _SHORT and not site):
            last = at + 1
    for at in range(last, len(lines)):
        if layout.furniture_tail.search(lines[at].bare):
            return at
    return len(lines)


def _back(lines: Sequence[Line], layout: Layout) -> list[Marked]:
    """Return closing, attachments, signature, date, note and imprint, reading upwards.

    Numbered names of attachments count when 附件： stands above them.
    """
    found: list[Marked] = []
    seen: set[ElementKind] = set()
    kept = 0
    for line in reversed(lines):
        kind = _back_kind(line, layout, seen)
        if kind is None and _ATTACHED.match(line.bare) and ElementKind.CLOSING not in seen:
            found.append((ElementKind.ATTACHMENT, line))
            continue
        if kind is None:
            break
        found.append((kind, line))
        if kind is not ElementKind.BLANK:
            seen.add(kind)
            kept = len(found)
    return found[:kept][::-1]


def _back_kind(line: Line, layout: Layout, seen: set[ElementKind]) -> ElementKind | None:
    bare = line.bare
    if not bare:
        return ElementKind.BLANK
    if len(bare) > _LONG:
        return ElementKind.IMPRINT if layout.element["imprint"].search(bare) else None
    order = (
        ElementKind.IMPRINT,
        ElementKind.NOTE,
        ElementKind.DATE,
        ElementKind.ATTACHMENT,
        ElementKind.CLOSING,
    )
    for kind in order:
        if layout.element[kind.value].search(bare):
            return kind
    signed = ElementKind.DATE in seen and len(bare) <= _TITLE_LENGTH // 2
    if signed and layout.element["signature"].search(bare):
        return ElementKind.SIGNATURE
    return None
