"""What runs along the pages that were copied: heads, feet, and the space around the numbers."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from nianbao.report.change import Change
from nianbao.report.document import FilePlace
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.figures import tables
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, taken_away
from nianbao.understanding.lines.marked import NAME, SENTENCE_END, is_date, is_signature
from nianbao.understanding.lines.wrapping.column import cut_in_sentence, surely_goes_on

_BARE_PAGE = re.compile(r"\d{1,3}(?: ?/ ?\d{1,3})?")
_NOT_WORDS = re.compile(r"[\d\s—\-–·•.|/第页共]+")
_WITH_PAGE = re.compile(
    r"(\d{1,3})(?:\s{2,}| ?[|｜·—] ?)\D.{3,}|.{3,}\D(?:\s{2,}| ?[|｜·—] ?)(\d{1,3})"
    r"|.{3,}\s(\d{1,3})/\d{1,3}"
)
_IN_SENTENCE = re.compile("[，。；]")
_SAYS_WHAT = re.compile("[：:]")  # 责任单位：县司法局, below each item
_ROW = 3  # lines in which a list or a table has another number
_LEAST_WORD = 4  # characters of what runs along pages
_HEADS = 3  # lines at the end of a page and the beginning of the next
_SIGNED = 8  # lines that may show that a signature begins
_PAGES = 2  # that have it beside their number
_COUNTED = 3  # that have it with their number on the same line


def without_heads(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without the words that stand at page after page, and what they were."""
    gone = _beside_numbers(lines, layout) | _with_numbers(lines) | _in_sentences(lines, layout)
    changes = [taken_away(lines[at], "每页重复的页眉、页脚。") for at in sorted(gone)]
    return without(lines, gone), changes


def without(lines: Sequence[Line], gone: Iterable[int]) -> list[Line]:
    """Return lines without some of them, and without the empty ones that set those apart.

    What stands below them then is `parted` from what stands above.
    """
    cut = set(gone)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        follows = False
        for at in order:
            follows = at in cut or (follows and not lines[at].bare)
            if follows:
                cut.add(at)
    return [
        replace(line, parted=True) if at - 1 in cut else line
        for at, line in enumerate(lines)
        if at not in cut
    ]


def is_page_number(lines: Sequence[Line], at: int, layout: Layout) -> bool:
    """Whether a line is one; a bare number below others may be of a list or a table."""
    line = lines[at]
    if line.is_cell or layout.element["page_number"].search(line.plain):
        return not line.is_cell
    above = [one.plain for one in lines[max(0, at - 2 * _ROW) : at] if one.bare][-_ROW:]
    listed = any(any(tables.alone(plain)) for plain in above)
    return _BARE_PAGE.fullmatch(line.plain) is not None and not listed


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


def _in_sentences(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Return the lines that stand again and again in the middle of sentences, wherever they stand.

    The title does once where it heads the report; again in a sentence it runs along the pages.
    """
    again = _again(lines)
    full = [at for at, one in enumerate(lines) if one.bare]
    every = {at for places in again for at in places}
    order = {at: place for place, at in enumerate(full) if at in every}
    found: set[int] = set()
    for places in again:
        is_title = layout.element["title"].search(lines[places[0]].plain) is not None
        running = places[is_title:]
        around = (_around(lines, full, order[at], every) for at in running)
        over = [pair for one in around if (pair := _cut(one, layout))]
        enough = len(over) >= (1 if is_title else _PAGES) and 2 * len(over) >= len(running)
        if enough and any(surely_goes_on(above.plain, below.plain) for above, below in over):
            found.update(running)
    return found


def _around(
    lines: Sequence[Line], full: Sequence[int], place: int, every: Container[int]
) -> list[Line]:
    """Return the line above a place, and those below it, without what may run along pages too."""
    above = [at for at in full[max(0, place - _HEADS) : place] if at not in every][-1:]
    below = [at for at in full[place + 1 : place + _HEADS + _SIGNED] if at not in every]
    return [lines[at] for at in (*above, *below)] if above else []


def _cut(around: Sequence[Line], layout: Layout) -> tuple[Line, Line] | None:
    """Return the first line and the second one, if they are of one sentence."""
    pair = next(cut_in_sentence(around, layout, spaced=True), None)
    return pair if pair and pair[0] is around[0] else None


def repeated(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one wording that may run along pages: headings stand below some of them.

    Where text follows each of them, they head it.
    """
    full = [at for at, one in enumerate(lines) if one.bare]
    headed = {at for at, below in pairwise(full) if parse_heading_number(lines[below].bare)}
    for places in _again(lines):
        told = _SAYS_WHAT.search(lines[places[0]].plain)
        if len(places) >= _COUNTED and headed.intersection(places) and not told:
            return [lines[at] for at in places]
    return []


def _again(lines: Sequence[Line]) -> list[list[int]]:
    """Return the places of lines that may run along pages, by what they say, more than one each."""
    found: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        found.setdefault(line.plain, []).append(at)
    again = (places for places in found.values() if len(places) >= _PAGES)
    return [places for places in again if all(_may_be_head(lines[at]) for at in places)]


def _may_be_head(line: Line) -> bool:
    return _may_run(line) and not line.origin.soft and not _IN_SENTENCE.search(line.plain)


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
