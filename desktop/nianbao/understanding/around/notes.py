"""Numbered notes below who signs: they explain numbers of the text and are no headings of it."""

from collections.abc import Sequence

from nianbao.report.writing.numbering import parse_heading_number
from nianbao.understanding.lines.line import Line

_LEVEL = 3  # of 1. [1] ①: 一、 and （一） head a text


def numbered(lines: Sequence[Line]) -> bool:
    """Whether lines are nothing but notes that count from one on, below 注释： perhaps.

    The first one may stand in the line above the second: 说明：1.…
    """
    full = [line for line in lines if line.bare]
    numbers = [one for line in full if (one := parse_heading_number(line.bare))]
    counted = [one.ordinal for one in numbers]
    lead = len(full) - len(numbers)
    first = counted[0] if counted else 0
    rising = counted == list(range(first, first + len(counted)))
    alike = len({one.level for one in numbers}) == 1 and numbers[0].level >= _LEVEL
    return alike and rising and lead <= 1 and 1 <= first <= 1 + lead
