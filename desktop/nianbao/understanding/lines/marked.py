"""What front and back matter are made of: lines, each with what it is on the page."""

import re

from nianbao.report.model import ElementKind
from nianbao.report.writing.fold import folded
from nianbao.standards.layout import Layout
from nianbao.understanding.lines import days
from nianbao.understanding.lines.line import Line

SHORT = 60  # characters of an element on one line
LONG = 80
META = 160  # a line of the site's own facts (date, source, clicks) in a row
NAME = 40  # characters of the bodies named on a line
SENTENCE_END = re.compile(r"[。！？；][”’）》]*$")
_STOPS = re.compile(r"[。；，：！？,;:]")
_NO_NAME = re.compile(r"[。；，：！？,;:、\d]")
_WIDE_GAP = re.compile("[ \t]{2,}")
_APART = re.compile(r"[ 、]+")
_OUTER_BRACKETS = "（）()【】[]〔〕"
_LIKE_ONE = str.maketrans("lI|", "111")

Marked = tuple[ElementKind, Line]


def blank_or(kind: ElementKind, line: Line) -> ElementKind:
    """Return the kind of a line that may be empty."""
    return kind if line.bare else ElementKind.BLANK


def is_date(line: Line, layout: Layout) -> bool:
    """Whether a line is a date and nothing else."""
    plain = as_date(line.plain, layout)
    return layout.element["date"].search(plain) is not None or bool(days.iso(plain, layout))


def is_odd_date(plain: str, layout: Layout) -> bool:
    """Whether a text can be a date where one must stand: 25年2月6日, 2025、2、6, Feb. 6, 2025."""
    plain = as_date(plain, layout)
    known = (layout.element[kind].search(plain) for kind in ("date", "date_odd"))
    return any(known) or days.is_told(plain, layout)


def as_date(plain: str, layout: Layout) -> str:
    """Return a folded line as a date is read in it: without brackets and label, l and I are 1.

    Two bodies that sign on one line each have the day below their name.
    """
    plain = layout.element["date_label"].sub("", plain.strip())
    day, *same = _WIDE_GAP.split(plain.strip())
    if all(one == day for one in same):
        plain = day
    return plain.strip(_OUTER_BRACKETS).translate(_LIKE_ONE)


def iso_date(text: str, layout: Layout) -> str:
    """Return a date line (2025年2月13日, 2025.2.13, in Chinese numerals) as 2025-02-13.

    A date without its day is 2025-02, anything else nothing.
    """
    plain = as_date(folded(text), layout)
    found = layout.element["date"].search(plain)
    if found is None or not found[2]:
        found = layout.element["date_odd"].search(plain) or found
    if found is None:
        return days.iso(plain, layout)
    blank = found[2] is None  # 2025年2月　日
    groups = (*found.groups()[3:5], "") if blank else found.groups()[:3]
    return days.written(*(days.value(group or "") for group in groups))


def is_signature(plain: str, layout: Layout) -> bool:
    """Whether a line names bodies and says nothing of them."""
    if len(plain) > LONG or _STOPS.search(unsealed := _unsealed(plain, layout)):
        return False
    if not unsealed:
        return bool(plain)  # （盖章） on a line of its own
    ends = layout.element["signature"]
    whole = "".join(unsealed.split())
    parts = _APART.split(unsealed)
    named = [part for part in parts if len(part) > 2]
    if len(whole) <= NAME and ends.search(whole) and len(named) < len(parts):
        return True  # 青 岭 县 人 民 政 府
    return bool(named) and all(len(part) <= NAME and ends.search(part) for part in named)


def may_sign(plain: str, layout: Layout) -> bool:
    """Whether a line right above a date may be a signature: a person, or no sentence, no number."""
    if layout.element["person"].search(plain):
        return True
    if len(plain) > NAME or _NO_NAME.search(unsealed := _unsealed(plain, layout)):
        return False
    return len(unsealed) > 1


def _unsealed(plain: str, layout: Layout) -> str:
    return layout.element["seal"].sub("", plain)
