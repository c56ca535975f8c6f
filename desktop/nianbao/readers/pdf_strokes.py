"""Lines that are drawn through the text of a PDF's page: they strike it out.

A PDF exported with its revisions shown draws what was deleted with a line through it. Underlines
stand below the characters and borders between the lines; neither crosses their middle.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from nianbao.readers.pdf_lines import Char

_THICK = 3.0  # points; what is higher is an area
_LOWEST, _HIGHEST = 0.12, 0.6  # of a character's size above its baseline
_COVERED = 0.6  # of a character's width
_MOST = 5_000  # paths of a page that are looked at; a page of tables has some hundred


class Stroke(NamedTuple):
    """A level line: its height on the page, where it begins and ends, in points."""

    y: float
    left: float
    right: float


def strokes_of(page: pypdfium2.PdfPage) -> list[Stroke]:
    """Return the level lines of a page, from below."""
    paths = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=1)
    found = []
    for path in islice(paths, _MOST):
        left, bottom, right, top = path.get_bounds()
        if top - bottom <= _THICK < right - left:
            found.append(Stroke((top + bottom) / 2, left, right))
    return sorted(found)


def unstruck(chars: Iterable[Char], strokes: Sequence[Stroke]) -> list[Char]:
    """Return the characters that no line goes through."""
    return [char for char in chars if not _is_struck(char, strokes)]


def _is_struck(char: Char, strokes: Sequence[Stroke]) -> bool:
    first = bisect_left(strokes, (char.base + _LOWEST * char.size,))
    last = bisect_right(strokes, (char.base + _HIGHEST * char.size,))
    width = char.right - char.left
    return any(
        min(stroke.right, char.right) - max(stroke.left, char.left) > _COVERED * width
        for stroke in strokes[first:last]
    )
