"""What stands on a PDF's page: characters, the lines drawn there, and what they make together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from nianbao.report.writing.chinese import ORDINAL

_STRIP = 0.8  # characters of free room that part two columns
BARE_NUMBER = re.compile(  # of a list, without a mark behind it
    rf"\d{{1,2}}(?:[.．]\d{{1,2}}){{0,3}}|{ORDINAL}|[①-⑳⑴-⒛㈠-㈩]|[IVX]{{1,4}}|[ivx]{{1,4}}"
)
LIST_NUMBER = re.compile(
    rf"[（(]?(?:{BARE_NUMBER.pattern})[）)]?[、.．:：]{{0,2}}|第{ORDINAL}(?:部分|[章节编条])"
    "|[●■◆•·○★▪►-]"
)


class Char(NamedTuple):  # a tuple, because a report has ten thousand of them
    """One character: where it begins and ends, its baseline and its size, in points.

    A box's height says nothing of the line: in many fonts a comma's box is as low as the comma.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


class Edge(NamedTuple):
    """A level line that a table may be ruled with: how high, from where to where."""

    y: float
    left: float
    right: float


class Strip(NamedTuple):
    """A strip that stays free from above to below."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How broad it is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class CharSpan:
    """Characters of a row that stand together."""

    chars: tuple[Char, ...]
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class PdfBlock:
    """Rows of characters that belong together.

    `column` counts the columns of text from 1, 0 is the page; `shift` is how far it stands in from
    the first one. `is_cell`: all rows are one cell of a table.
    """

    rows: tuple[tuple[Char, ...], ...]
    column: int = 0
    shift: float = 0.0
    is_cell: bool = False


def split(spans: Sequence[CharSpan]) -> list[list[CharSpan]]:
    """Return spans column by column: what nothing crosses parts them."""
    size = median(span.size for span in spans)
    ordered = sorted(spans, key=lambda span: span.left)
    columns: list[list[CharSpan]] = [[]]
    end = ordered[0].right
    for span in ordered:
        if columns[-1] and span.left - end > _STRIP * size:
            columns.append([])
        columns[-1].append(span)
        end = max(end, span.right)
    return [sorted(column, key=lambda span: (-span.base, span.left)) for column in columns]


def length_of(span: CharSpan) -> float:
    """Return how many Chinese characters a span is long."""
    return sum(0.5 if char.text < "\u2000" else 1.0 for char in span.chars)


def left_of(column: Sequence[CharSpan]) -> float:
    """Return where the first of spans begins."""
    return min(span.left for span in column)


def right_of(column: Sequence[CharSpan]) -> float:
    """Return where the last of spans ends."""
    return max(span.right for span in column)
