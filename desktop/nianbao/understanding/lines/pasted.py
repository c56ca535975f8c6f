"""What a paste brings along that is no text: marks of quoted mail, numbers of lines, stamps.

Each is taken away only where the whole text or the form of a line says what it is, and told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from nianbao.report.change import Change
from nianbao.report.document import FilePlace
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.lines import pages
from nianbao.understanding.lines.line import Line, taken_away
from nianbao.understanding.lines.marked import is_date

_QUOTED = re.compile(r"\s{0,3}(?:[>＞][ \u3000]?){1,5}|\s{0,3}[|｜│](?!.*\|\s*$)[ \u3000]?")
_NUMBERED = re.compile(r"\s{0,8}(\d{1,4})(?:([.．、:：|])[ \u3000\t]*|[ \u3000\t]+|$)")
_BARE_PAGE = re.compile(r"(\d{1,3})(?: ?/ ?\d{1,3})?$")
_NOT_WORDS = re.compile(r"[\d\s—\-–·•.|/第页共]+")
_FEW = 8  # lines that have to be numbered
_NEARLY_ALL = 0.9
_TWICE = 2
_TITLE = 10  # characters of a running title
_STAMP = "聊天软件或邮件记的姓名和时间，不是报告。"

_Step = Callable[[Sequence[Line]], tuple[list[Line], list[Change]]]


def without_margins(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without what stands before each of them or between them, and what that was."""
    steps: tuple[_Step, ...] = (
        _without_quoting,
        lambda found: _without_stamps(found, layout),
        _without_line_numbers,
        lambda found: _without_running_titles(found, layout),
        lambda found: pages.without_heads(found, layout),
        _without_bare_pages,
    )
    found, changes = list(lines), []
    for step in steps:
        found, made = step(found)
        changes += made
    return found, changes


def _full(lines: Sequence[Line]) -> list[Line]:
    return [one for one in lines if one.bare and one.origin.place is FilePlace.BODY]


def _without_quoting(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Take away > before the lines of a mail that was answered or sent on."""
    full = _full(lines)
    quoted = [one for one in full if _QUOTED.match(one.text)]
    if len(quoted) < max(_FEW, _NEARLY_ALL * len(full)):
        return list(lines), []
    return _stripped(lines, _QUOTED, "邮件里引用的记号（>），不是报告。")


def _without_line_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Take away numbers that count the lines, whatever the lines say."""
    full = _full(lines)
    found = [match for one in full if (match := _NUMBERED.match(one.text))]
    counted = [int(match[1]) for match in found]
    rising = sum(below - above == 1 for above, below in pairwise(counted))
    if len(found) < max(_FEW, _NEARLY_ALL * len(full)) or rising < _NEARLY_ALL * (len(found) - 1):
        return list(lines), []
    behind = [one.text[match.end() :] for one in full if (match := _NUMBERED.match(one.text))]
    headed = [number for text in behind if (number := parse_heading_number(text.strip()))]
    if len(headed) < _TWICE:  # a list whose items are counted
        return list(lines), []
    return _stripped(lines, _NUMBERED, "每行前面的行号，不是报告。")


def _stripped(
    lines: Sequence[Line], mark: re.Pattern[str], reason: str
) -> tuple[list[Line], list[Change]]:
    found: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        match = mark.match(line.text) if line.origin.place is FilePlace.BODY else None
        found.append(line.with_text(line.text[match.end() :]) if match else line)
        if match:
            changes.append(taken_away(line, reason, before=match[0]))
    return found, changes


def _without_stamps(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Take away who wrote something when, as a chat or a mail says on a line of its own."""
    stamped = [not one.is_cell and bool(layout.pasted["stamp"].search(one.plain)) for one in lines]
    is_the_date = stamped.count(True) == 1 and is_date(lines[stamped.index(True)], layout)
    if is_the_date or not any(stamped):
        return list(lines), []
    found: list[Line] = []
    changes: list[Change] = []
    beside = set(_beside(lines, stamped))
    for at, line in enumerate(lines):
        name = at in beside and not line.is_cell and layout.pasted["name"].search(line.plain)
        opening = None if line.is_cell else layout.pasted["opening"].match(line.text)
        if stamped[at] or name:
            changes.append(taken_away(line, _STAMP))
        elif opening and sum(stamped) >= _TWICE:
            changes.append(taken_away(line, _STAMP, before=opening[0]))
            found.append(line.with_text(line.text[opening.end() :]))
        else:
            found.append(line)
    return found, changes


def _beside(lines: Sequence[Line], stamped: Sequence[bool]) -> Iterator[int]:
    """Yield the lines right above and below a stamp, empty ones left out."""
    full = [at for at, line in enumerate(lines) if line.bare]
    for above, below in pairwise(full):
        if stamped[above]:
            yield below
        if stamped[below]:
            yield above


def _without_running_titles(
    lines: Sequence[Line], layout: Layout
) -> tuple[list[Line], list[Change]]:
    """Take away the title where it runs along the pages that were copied.

    The first time it stands is the title itself, but not below text of the report.
    """
    titles = {
        words
        for one in _full(lines)[:_FEW]
        if layout.element["title"].search(one.plain) and len(words := _words(one)) >= _TITLE
    }
    seen: set[str] = set()
    gone: set[int] = set()
    in_text = False
    for at, one in enumerate(lines):
        words = _words(one) if titles and len(one.plain) < 100 else ""
        if words in titles and (in_text or words in seen) and not one.is_cell:
            gone.add(at)
        seen.add(words)
        in_text = in_text or bool(titles and parse_heading_number(one.bare))
    if len(gone) < _TWICE:  # once more may be the title itself, below the letterhead
        return list(lines), []
    changes = [taken_away(lines[at], "每页重复的标题（页眉）。") for at in sorted(gone)]
    return pages.without(lines, gone), changes


def _words(line: Line) -> str:
    return _NOT_WORDS.sub("", line.plain)


def _without_bare_pages(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Take away numbers on lines of their own that count the pages: 1, 2, 3 …."""
    bare = [(at, one) for at, one in enumerate(lines) if _BARE_PAGE.match(one.plain)]
    places = {one.origin.place for _, one in bare}
    counted = [int(_page[1]) for _, one in bare if (_page := _BARE_PAGE.match(one.plain))]
    apart = all(second - first > 1 for (first, _), (second, _) in pairwise(bare))
    rising = all(below - above == 1 for above, below in pairwise(counted))
    if len(bare) < _TWICE or places != {FilePlace.BODY} or not (apart and rising):
        return list(lines), []
    changes = [taken_away(one, "页码或分隔线。") for _, one in bare]
    return pages.without(lines, (at for at, _ in bare)), changes
