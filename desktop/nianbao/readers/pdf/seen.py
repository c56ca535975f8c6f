"""Whether white text of a PDF's page can be seen: the page is painted and looked at."""

import ctypes
from collections.abc import Iterable

import pypdfium2
import pypdfium2.raw as pdfium_c

_WHITE = 250  # of 255
_CONTRAST = 20  # of 255, between what is light and dark where a character stands
_EDGE = 0.05  # of a character's box that its neighbours may reach into
_MOST_PIXELS = 1_500  # of a page's longer side
_SCALE = 2.0  # pixels a point
_SAMPLES = 30  # pixels looked at in each direction
_MOST_PAGES = 40  # painted in one document
_RED, _GREEN, _BLUE, _OPAQUE = (ctypes.c_uint() for _ in range(4))  # filled anew for each character


class Painter:
    """Paints pages of one document when their white text is asked for."""

    def __init__(self) -> None:
        self._pages = 0

    def page(self, page: pypdfium2.PdfPage) -> "Painted":
        """Return a page that is painted as soon as it has to be."""
        return Painted(page, self)

    def may_paint(self) -> bool:
        """Count one more page; tell whether it is not too many."""
        self._pages += 1
        return self._pages <= _MOST_PAGES


class Painted:
    """A page as it is seen."""

    def __init__(self, page: pypdfium2.PdfPage, painter: Painter) -> None:
        self._page, self._painter = page, painter
        self._bitmap: pypdfium2.PdfBitmap | None = None
        self._is_known = True

    def hides(self, written: Iterable[tuple[str, pdfium_c.FS_RECTF]]) -> bool:
        """Tell whether a stretch of white text cannot be seen: most letters of it do not stand out.

        One alone says little: a thin one has little ink, a neighbour may reach into its place.
        """
        boxes = [box for text, box in written if text.isalnum()]
        bitmap = self._painted() if boxes else None
        if bitmap is None:
            return False
        return 2 * sum(self._stands_out(bitmap, box) for box in boxes) < len(boxes)

    def _painted(self) -> pypdfium2.PdfBitmap | None:
        """Return the page as it is seen, None when too many were painted before it."""
        if self._bitmap is None and self._is_known:
            self._is_known = self._painter.may_paint()
            if self._is_known:
                size = max(*self._page.get_size(), 1.0)
                scale = min(_SCALE, _MOST_PIXELS / size)
                self._bitmap = self._page.render(scale=scale, grayscale=True)
        return self._bitmap

    def _stands_out(self, bitmap: pypdfium2.PdfBitmap, box: pdfium_c.FS_RECTF) -> bool:
        inset = _EDGE * (box.right - box.left)
        corners = [
            self._pixel(bitmap, x, y)
            for x, y in ((box.left + inset, box.bottom), (box.right - inset, box.top))
        ]
        (first, last), (above, below) = map(sorted, zip(*corners, strict=True))
        rows = range(max(0, above), min(bitmap.height, below + 1))
        columns = range(max(0, first), min(bitmap.width, last + 1))
        lights = [
            bitmap.buffer[row * bitmap.stride + column]
            for row in rows[:: 1 + len(rows) // _SAMPLES]
            for column in columns[:: 1 + len(columns) // _SAMPLES]
        ]
        return bool(lights) and max(lights) - min(lights) > _CONTRAST

    def _pixel(self, bitmap: pypdfium2.PdfBitmap, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = 0, 0, bitmap.width, bitmap.height
        pdfium_c.FPDF_PageToDevice(self._page.raw, *size, 0, x, y, across, down)
        return across.value, down.value


def is_white(handle: pdfium_c.FPDF_TEXTPAGE, index: int) -> bool:
    """Tell whether a character is painted in white, or so that the paper shows through."""
    if not pdfium_c.FPDFText_GetFillColor(handle, index, _RED, _GREEN, _BLUE, _OPAQUE):
        return False
    if _RED.value >= _WHITE and _GREEN.value >= _WHITE and _BLUE.value >= _WHITE:
        return True
    return not _OPAQUE.value
