"""What runs along the pages that were copied: heads, feet, and the space around the numbers."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from nianbao.report.change import Change
from nianbao.report.document import FilePlace
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, taken_away
from nianbao.understanding.lines.marked import NAME, SENTENCE_END, is_date, is_signature

_BARE_PAGE = re.compile(r"\d{1,3}(?: ?/ ?\d{1,3})?")
_NOT_WORDS = re.compile(r"[\d\s—\-–·•.|/第页共]+")
_WITH_PAGE = re.compile(
    r"(\d{1,3})(?:\s{2,}| ?[|｜·—] ?)\D.{3,}|.{3,}\D(?:\s{2,}| ?[|｜·—] ?)(\d{1,3})"
    r"|.{3,}\s(\d{1,3})/\d{1,3}"
)
_LEAST_WORD = 4  # characters of what runs along pages
_PAGES = 2  # that have it beside their number
_COUNTED = 3  # that have it with their number on the same line


def without_heads(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without the words that stand at page after page, and what they were."""
    gone = _beside_numbers(lines, layout) | _with_numbers(lines)
    changes = [taken_away(lines[at], "每页重复的页眉、页脚。") for at in sorted(gone)]
    return without(lines, gone), changes


def without(lines: Sequence[Line], gone: Iterable[int]) -> list[Line]:
    """Return lines without some of them, and without the empty ones that set those apart."""
    cut = set(gone)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        follows = False
        for at in order:
            follows = at in cut or (follows and not lines[at].bare)
            if follows:
                cut.add(at)
    return [line for at, line in enumerate(lines) if at not in cut]


def _beside_numbers(lines: Sequence[Line], layout: Layout) -> set[int]:
    full = [at for at, one in enumerate(lines) if one.bare]
    number = layout.element["page_number"]
    pages = {
        at for at in full if number.search(lines[at].plain) or _BARE_PAGE.fullmatch(lines[at].plain)
    }
    found: dict[str, set[int]] = {}
    for above, at, below in zip([-1, *full], full, [*full[1:], -1], strict=False):
        if at in pages or not (above in pages or below in pages) or not _may_run(lines[at]):
            continue
        dated = below >= 0 and is_date(lines[below], layout)
        if not (dated and is_signature(lines[at].plain, layout)):  # at the head of the last page
            found.setdefault(_words(lines[at]), set()).add(at)
    return {at for places in found.values() if len(places) >= _PAGES for at in places}


def _with_numbers(lines: Sequence[Line]) -> set[int]:
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        match = _WITH_PAGE.fullmatch(line.plain) if len(line.plain) <= NAME else None
        if match and _may_run(line):
            page = next(int(group) for group in match.groups() if group)
            found.setdefault(_words(line), []).append((at, page))
    return {
        at
        for places in found.values()
        if len(places) >= _COUNTED
        and all(second - first == 1 for (_, first), (_, second) in pairwise(places))
        for at, _ in places
    }


def _may_run(line: Line) -> bool:
    return (
        line.origin.place is FilePlace.BODY
        and len(line.plain) <= NAME
        and len(_words(line)) >= _LEAST_WORD
        and not SENTENCE_END.search(line.plain)
        and not _numbered(line)
    )


def _numbered(line: Line) -> bool:
    return parse_heading_number(line.bare) is not None and not _WITH_PAGE.fullmatch(line.plain)


def _words(line: Line) -> str:
    return _NOT_WORDS.sub("", line.plain)
