"""PDF files that hold text.

[x] text by baseline and place; raised digits as such
[x] struck-out text, page numbers, running headers and footers: out with a notice
[-] paragraphs: joined from lines by indent, heading number, right margin and distance
[-] one column; tables as their lines
[ ] scanned pages: refused when all are, else a notice; files with a password: refused
[ ] forms, notes, attachments
"""

import ctypes
import re
from math import hypot, isfinite

import pypdfium2
import pypdfium2.raw as pdfium_c

from nianbao.readers import refusals
from nianbao.readers.gathering import Gathering
from nianbao.readers.pdf_lines import Char, Line, lines_of, paragraphs_of, without_furniture
from nianbao.readers.pdf_strokes import strokes_of, unstruck
from nianbao.report.document import Document

_MAX_PAGES = 2_000
_MAX_CHARACTERS = 600_000  # some seconds of work; a long report has 30,000
_TAIL = 1 << 16
_LINEARIZED = re.compile(rb"/Linearized[^>]{0,200}?/L\s+(\d+)")
_UNMAPPED = 0.3  # share of characters without meaning beyond which the text is of no use
_TALLEST = 3.0  # sizes of a font that one of its characters is high
_FEW = 20  # characters on a page that are only a stamp or a page number


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF's text; raise ReadingError when it is scanned, protected or damaged."""
    whole = _LINEARIZED.search(data[:2048])
    if b"%%EOF" not in data[-_TAIL:] or (whole and int(whole[1]) > len(data)):
        raise refusals.truncated(name, "no end")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
        if getattr(error, "err_code", None) in protected or "password" in str(error).lower():
            raise refusals.encrypted(name) from error
        raise refusals.truncated(name, str(error)) from error
    try:
        return _read(document, name)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, name: str) -> Document:
    if len(document) > _MAX_PAGES:
        raise refusals.too_big(name, f"{len(document)} pages")
    gathered = Gathering(name)
    pages: list[list[Line]] = []
    unmapped = pictures = total = struck = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as error:
            raise refusals.truncated(name, f"page {number}: {error}") from error
        try:
            chars, lost = _characters(page)
            unmapped += lost
            total += len(chars)
            if total > _MAX_CHARACTERS:
                raise refusals.too_big(name, f"more than {total} characters")
            kept = unstruck(chars, strokes_of(page))
            struck += len(chars) - len(kept)
            pages.append(lines_of(kept, number))
            if len(chars) < _FEW and _has_picture(page):
                pictures += 1
        finally:
            page.close()
    shown, furniture = without_furniture(pages)
    characters = sum(len(line.text) for lines in shown for line in lines)
    if pictures and pictures == len(pages):
        raise refusals.scan(name)
    if unmapped > _UNMAPPED * (characters + unmapped) > 0:
        raise refusals.unreadable(name, *_NO_MEANING)
    if not characters:
        raise refusals.scan(name) if pictures else refusals.empty(name)
    _gather(gathered, shown)
    gathered.count("struck_text", struck)
    gathered.count("page_furniture", furniture)
    gathered.count("picture_page", pictures)
    return gathered.finish("pdf")


_NO_MEANING = (
    "这份PDF里的字只有形状，没有对应的文字编码，读不出来。",
    "请找到报告的Word文档再导入；没有的话，请先用文字识别软件转成文字。",
)


def _gather(gathered: Gathering, pages: list[list[Line]]) -> None:
    for joined in paragraphs_of(pages):
        gathered.add(joined.text, centred=joined.centred)
        gathered.count("rejoined_lines", int(joined.lines > 1))


def _characters(page: pypdfium2.PdfPage) -> tuple[list[Char], int]:
    """Return a page's characters with their boxes, and how many had no meaning."""
    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        chars: list[Char] = []
        lost = high = 0
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
                lost += 1
                continue
            char = _char(handle, index, chr(code))
            if all(map(isfinite, char[1:])):
                chars.append(char)
            else:
                lost += 1
        return chars, lost
    finally:
        textpage.close()


def _char(handle: pdfium_c.FPDF_TEXTPAGE, index: int, text: str) -> Char:
    box, matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box))
    across, base = ctypes.c_double(), ctypes.c_double()
    if not pdfium_c.FPDFText_GetCharOrigin(handle, index, across, base):
        base.value = box.bottom
    size = height = box.top - box.bottom
    if pdfium_c.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix)):
        size = pdfium_c.FPDFText_GetFontSize(handle, index) * hypot(matrix.c, matrix.d)
    # A font of pictures may count its size in units of its own.
    return Char(text, box.left, box.right, base.value, size if _TALLEST * size > height else height)


def _is_nothing(handle: pdfium_c.FPDF_TEXTPAGE, index: int, code: int) -> bool:
    """Tell whether a character is a line end, a hyphen of the layout or made up by PDFium."""
    if code in (0x0A, 0x0D, 0x02, 0xFFFE) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return True
    return bool(code == 0x20 and pdfium_c.FPDFText_IsGenerated(handle, index) == 1)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3))
