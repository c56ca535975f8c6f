"""The characters of a PDF's page with their places, as far as somebody who reads it sees them."""

import ctypes
from collections import Counter
from collections.abc import Iterable
from math import degrees, hypot, isfinite
from typing import NamedTuple, Self

import pypdfium2
import pypdfium2.raw as pdfium_c

from nianbao.readers.pdf.seen import Painted, Painter, is_white
from nianbao.readers.pdf.shapes import Char

UNMAPPED = "unmapped"
"""The kind of characters that have a shape and no meaning; no notice tells of them."""

_TALLEST = 3.0  # sizes of a font that one of its characters is high
_STEP = 15  # degrees to which angles are rounded: a line on a scan is never quite level
_UNPAINTED = (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)


def characters_of(
    page: pypdfium2.PdfPage, lost: Counter[str], painter: Painter, *, pictured: bool
) -> list[Char]:
    """Return the characters of a page that are seen, with their places.

    The others are added to `lost`, by the kind of their notice. Text that is not painted is that of
    the picture on a `pictured` page: a scan that was recognised.
    """
    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        found: list[tuple[int, Char]] = []
        paper, painted = _Paper.of(page), painter.page(page)
        white: list[tuple[int, Char, pdfium_c.FS_RECTF]] = []  # a stretch that is not judged yet
        high = 0
        for index in range(pdfium_c.FPDFText_CountChars(handle)):
            code = pdfium_c.FPDFText_GetUnicode(handle, index)
            if 0xD800 <= code <= 0xDBFF:  # on Windows a rare character comes in two halves
                high = code
                continue
            if high and 0xDC00 <= code <= 0xDFFF:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            if _is_nothing(handle, index, code):
                continue
            if code in (0, 0xFFFD) or 0xE000 <= code <= 0xF8FF:
                lost[UNMAPPED] += 1
                continue
            box, angle = _box(handle, index), _angle(handle, index)
            char = _char(handle, index, chr(code), box, angle)
            if not all(map(isfinite, char[1:])):
                lost[UNMAPPED] += 1
            elif not paper.shows(box) or not (pictured or _is_painted(handle, index)):
                lost["hidden_text"] += 1
            elif is_white(handle, index):
                white.append((angle, char, box))
                continue
            else:
                found += _seen_of(white, painted, lost)
                white.clear()
                found.append((angle, char))
        found += _seen_of(white, painted, lost)
        usual = _usual(angle for angle, _ in found)
        lost["turned_text"] += sum(angle != usual for angle, _ in found)
        return [char for angle, char in found if angle == usual]
    finally:
        textpage.close()


def _seen_of(
    white: list[tuple[int, Char, pdfium_c.FS_RECTF]], painted: Painted, lost: Counter[str]
) -> list[tuple[int, Char]]:
    """Return the characters of a stretch of white text, none when it cannot be seen."""
    if white and painted.hides((char.text, box) for _, char, box in white):
        lost["hidden_text"] += sum(not char.text.isspace() for _, char, _ in white)
        return []
    return [(angle, char) for angle, char, _ in white]


def _box(handle: pdfium_c.FPDF_TEXTPAGE, index: int) -> pdfium_c.FS_RECTF:
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box))
    return box


def _char(
    handle: pdfium_c.FPDF_TEXTPAGE, index: int, text: str, box: pdfium_c.FS_RECTF, angle: int
) -> Char:
    """Return a character in its place on the page, which is turned so that the text is level."""
    matrix = pdfium_c.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium_c.FPDFText_GetCharOrigin(handle, index, x, y):
        x.value, y.value = box.left, box.bottom
    size = height = box.top - box.bottom
    if pdfium_c.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix)):
        size = pdfium_c.FPDFText_GetFontSize(handle, index) * hypot(matrix.c, matrix.d)
    if _TALLEST * size <= height:  # a font of pictures may count in units of its own
        size = height
    match angle:
        case 90:  # from above to below
            return Char(text, -box.top, -box.bottom, x.value, size)
        case 180:
            return Char(text, -box.right, -box.left, -y.value, size)
        case 270:
            return Char(text, box.bottom, box.top, -x.value, size)
    return Char(text, box.left, box.right, y.value, size)


def _is_nothing(handle: pdfium_c.FPDF_TEXTPAGE, index: int, code: int) -> bool:
    """Tell whether a character is a line end, a hyphen of the layout or made up by PDFium."""
    if code in (0x0A, 0x0D, 0x02, 0xFFFE) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return True
    return bool(code == 0x20 and pdfium_c.FPDFText_IsGenerated(handle, index) == 1)


class _Paper(NamedTuple):
    """The part of a page that is shown, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> Self:
        return cls(*page.get_cropbox())

    def shows(self, box: pdfium_c.FS_RECTF) -> bool:
        """Tell whether half of a character stands on it; a page without size shows all."""
        if self.left >= self.right or self.bottom >= self.top:
            return True
        across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return bool(self.left <= across <= self.right and self.bottom <= up <= self.top)


def _is_painted(handle: pdfium_c.FPDF_TEXTPAGE, index: int) -> bool:
    written = pdfium_c.FPDFText_GetTextObject(handle, index)
    return not written or pdfium_c.FPDFTextObj_GetTextRenderMode(written) not in _UNPAINTED


def _angle(handle: pdfium_c.FPDF_TEXTPAGE, index: int) -> int:
    """Return by how many degrees a character is turned, roughly."""
    turned = pdfium_c.FPDFText_GetCharAngle(handle, index)
    return round(degrees(turned) / _STEP) * _STEP % 360 if turned >= 0 else 0


def _usual(angles: Iterable[int]) -> int:
    """Return the angle of most characters; others are a watermark's or stand in the margin."""
    return max(Counter(angles).items(), key=lambda item: item[1], default=(0, 0))[0]


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a page holds a picture."""
    return any(True for _ in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3))
