"""Lines that are drawn through the text of a PDF's page: they strike it out.

A PDF exported with its revisions shown draws what was deleted with a line through it. Underlines
stand below the characters and borders between the lines; neither crosses their middle. Whoever
corrects a PDF strikes out by an annotation.
"""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from nianbao.readers.pdf.shapes import Char, Edge

_THICK = 0.25  # of a character's size; what is higher is an area
_THICKEST = 6.0  # points
_LOWEST, _HIGHEST = 0.12, 0.6  # of a character's size above its baseline
_COVERED = 0.6  # of a character's width
_MOST = 5_000  # paths of a page that are looked at; a page of tables has some hundred


class Stroke(NamedTuple):
    """A level line, in points: how high on the page, where it begins and ends, how thick."""

    y: float
    left: float
    right: float
    thick: float = 0.0


def strokes_of(page: pypdfium2.PdfPage) -> list[Stroke]:
    """Return the level lines of a page, drawn or annotated, from below."""
    return sorted([*_drawn(page), *_annotated(page)])


def edges_of(page: pypdfium2.PdfPage) -> list[Edge]:
    """Return the level edges of what is drawn on a page: lines of tables, sides of their cells."""
    paths = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=1)
    found: list[Edge] = []
    for path in islice(paths, _MOST):
        left, bottom, right, top = path.get_bounds()
        if right - left > max(top - bottom, _THICKEST) or top - bottom > _THICKEST < right - left:
            sides = (bottom, top) if top - bottom > _THICKEST else ((bottom + top) / 2,)
            found += [Edge(y, left, right) for y in sides]
    return found


def _drawn(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    paths = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=1)
    for path in islice(paths, _MOST):
        left, bottom, right, top = path.get_bounds()
        if top - bottom <= _THICKEST and top - bottom < right - left:
            yield Stroke((top + bottom) / 2, left, right, top - bottom)


def _annotated(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    for number in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
        if pdfium_c.FPDFAnnot_GetSubtype(annotation) == pdfium_c.FPDF_ANNOT_STRIKEOUT:
            yield from _marked(annotation)
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _marked(annotation: pdfium_c.FPDF_ANNOTATION) -> Iterator[Stroke]:
    """Yield a line through the middle of each stretch of text that is marked."""
    corners = pdfium_c.FS_QUADPOINTSF()
    for number in range(min(pdfium_c.FPDFAnnot_CountAttachmentPoints(annotation), _MOST)):
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(annotation, number, ctypes.byref(corners)):
            across = corners.x1, corners.x2, corners.x3, corners.x4
            up = corners.y1, corners.y2, corners.y3, corners.y4
            yield Stroke((min(up) + max(up)) / 2, min(across), max(across))


def unstruck(chars: Iterable[Char], strokes: Sequence[Stroke]) -> list[Char]:
    """Return the characters that no line goes through."""
    return [char for char in chars if not _is_struck(char, strokes)]


def _is_struck(char: Char, strokes: Sequence[Stroke]) -> bool:
    first = bisect_left(strokes, (char.base + _LOWEST * char.size,))
    last = bisect_right(strokes, (char.base + _HIGHEST * char.size,))
    width = char.right - char.left
    return any(
        stroke.thick <= _THICK * char.size
        and min(stroke.right, char.right) - max(stroke.left, char.left) > _COVERED * width
        for stroke in strokes[first:last]
    )
