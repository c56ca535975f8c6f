"""Lines that only a soft break (Shift+Enter) or a page break parts are put together where one.

Word keeps them in one paragraph, so the break may shape a title or a heading, but it may also part
a heading from its text: what neither the words nor the style say stays apart, and is asked about.
"""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from nianbao.report.change import Change, ChangeRule
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards import structure, words
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, put_together
from nianbao.understanding.lines.wrapping.column import (
    ENDED,
    count,
    cut_in_sentence,
    full_width,
    word_across,
)
from nianbao.understanding.lines.wrapping.soft_title import STOP, is_in_number, is_soft, titled

_REASON = "同一段里的软回车（Shift+Enter）或分页断开了一个标题或一句话，接成一行。"
_COMMA = re.compile(r"[，,]")
_TITLE = 60  # characters of a heading
_PHRASE = 16  # characters of what may be the second half of one
_SURE = 4  # lines cut at one width show that it cut them
_NEARLY_ALL = 0.8
_ROOM = 1.5  # characters that a mark or half a letter may leave
_FULL = 16  # characters of a line of text; a shorter one may be an item of a list


class _Joint(Enum):
    """What stands on the two sides of a soft break."""

    ONE = "one"
    TWO_PHRASES = "two phrases of one title"
    IN_DOUBT = "in doubt"
    TWO = "two"


def joined(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines with titles, headings and sentences whole that soft breaks cut, every joint.

    A question follows when a line may belong to the heading above it.
    """
    one = titled(lines, layout) | _in_sentence(lines, layout)
    found: list[Line] = []
    changes: list[Change] = []
    doubted: list[tuple[Line, Line]] = []
    for above, line in pairwise([None, *lines]):
        assert line is not None
        joint = _Joint.TWO
        if found and is_soft(above, line):
            joint = _Joint.ONE if line.index in one else _below_heading(found[-1], line, layout)
        if joint in (_Joint.ONE, _Joint.TWO_PHRASES):
            apart = " " if joint is _Joint.TWO_PHRASES else ""
            found[-1], change = put_together(found[-1], line, _REASON, apart=apart)
            changes.append(change)
            continue
        if joint is _Joint.IN_DOUBT:
            doubted.append((found[-1], line))
        found.append(line)
    return found, [*changes, *_asked(doubted)]


def _in_sentence(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Return the lines, by index, that go on with a sentence of the line above them.

    二是 begins a new one, whatever the line above lacks at its end.
    """
    further = layout.told_by_text["continued"]
    full = _full(lines)
    return {
        below.index
        for above, below in cut_in_sentence(lines, layout, spaced=False)
        if len(above.plain) >= _FULL
        and not (is_in_number(above, below) and above.index not in full)
        and not further.match(below.plain)
    }


def _full(lines: Sequence[Line]) -> set[int]:
    """Return the lines, by index, that are as long as nearly all that soft breaks cut.

    There a width cut them and no one who ended a number: 31⏎6件 is one.
    """
    cut = [above for above, below in pairwise(lines) if is_soft(above, below)]
    for measure in (count, full_width):
        widths = [measure(one.text.rstrip()) for one in cut]
        widest = max(widths, default=0)
        full = {one.index for one, width in zip(cut, widths, strict=True) if width > widest - _ROOM}
        if len(full) >= max(_SURE, _NEARLY_ALL * len(cut)):
            return full
    return set()


def _below_heading(above: Line, line: Line, layout: Layout) -> _Joint:
    """Return whether a line is the rest of the heading above it; text may follow it."""
    number = parse_heading_number(above.bare)
    if number is None or ENDED.search(above.plain) or parse_heading_number(line.bare):
        return _Joint.TWO
    title = above.plain[above.bare.index(number.written) + len(number.written) :].strip()
    stop = STOP.search(line.plain)
    rest = line.plain[: stop.start()] if stop else line.plain
    whole = len(title) + len(rest) <= _TITLE and not _COMMA.search(rest)
    if not title or not whole or STOP.search(title) or is_in_number(above, line):
        return _Joint.TWO
    if _goes_on(title, line.plain, layout):
        return _Joint.ONE
    shaped = above.origin.centred or above.origin.level is not None
    if stop is None and shaped and not structure.is_part_alone(title):
        return _Joint.TWO_PHRASES
    told = any(char.isdecimal() for char in rest)
    return _Joint.TWO if told or len(rest) > _PHRASE else _Joint.IN_DOUBT


def _goes_on(title: str, below: str, layout: Layout) -> bool:
    """Whether the words at a line end say that a title goes on: of one word, or 和⏎成效."""
    word = word_across(title, below)
    if word and not words.is_new(word):
        return True
    ends, begins = layout.element["heading_open"], layout.element["heading_rest"]
    return bool(ends.search(title) or begins.search(below))


def _asked(doubted: Sequence[tuple[Line, Line]]) -> list[Change]:
    """Return a question about the first line that may belong to the heading above it."""
    if not doubted:
        return []
    above, line = doubted[0]
    more = f"另有{len(doubted) - 1}处也是这样。" if len(doubted) > 1 else ""
    return [
        Change(
            rule=ChangeRule.TITLE_IN_DOUBT,
            before=line.bare,
            after=line.bare,
            paragraph=line.index,
            reason=f"“{above.bare}”后面用软回车（Shift+Enter）或分页符换了行，"
            f"下一行“{line.bare[:_PHRASE]}”是标题的后半截，还是另起的一行，看不出来，现在分成两行，请核对。{more}",
            open=True,
        )
    ]
