"""The title of a report, which soft breaks may shape; told without the words of the language.

Who only prints a file's text needs no more of it.
"""

import re
from collections.abc import Sequence

from nianbao.report.document import FilePlace
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import LONG

STOP = re.compile(r"[。！？；：]")
_LINES = 4  # of the title
_HEAD = 40  # lines among which it stands


def is_soft(above: Line | None, line: Line) -> bool:
    """Whether no more than a soft break parts two lines of text."""
    follows = above is not None and bool(above.bare) and above.index + 1 == line.index
    return follows and line.origin.soft and bool(line.bare) and line.origin.place is FilePlace.BODY


def titled(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Return the lines, by index, that go on with the title of the report.

    A line that is a title by itself begins anew, but in the middle of a number: 20⏎25年…, and in a
    centred paragraph below who reports: 青岭县人民政府⏎关于….
    """
    title, body = layout.element["title"], layout.element["title_head"]
    for at, first in enumerate(lines[:_HEAD]):
        whole = first.plain
        if parse_heading_number(first.bare) or title.search(whole):
            break
        for end in range(at + 1, min(at + _LINES, len(lines))):
            above, line = lines[end - 1], lines[end]
            if not is_soft(above, line) or len(whole) > LONG or STOP.search(whole):
                break
            goes_on = is_in_number(above, line) or (line.origin.centred and body.search(whole))
            if title.search(line.plain) and not goes_on:
                break
            whole += line.plain
            if title.search(whole):
                return {one.index for one in lines[at + 1 : end + 1]}
    return set()


def is_in_number(above: Line, line: Line) -> bool:
    """Whether a number may have been cut between two lines."""
    return above.plain[-1:].isdecimal() and line.plain[:1].isdecimal()
