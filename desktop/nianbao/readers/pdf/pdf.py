"""PDF files that hold text.

[x] text by baseline and place; raised digits as such
[x] struck-out, turned and unseen text, page numbers, running headers and footers: out with a notice
[-] paragraphs: joined from lines by indent, heading number, right margin and distance
[-] text in white on white: left out with a notice; text that lies on other text: read with one
[-] columns one after the other, tables cell by cell: by free strips and by lines; see `pdf.layout`
[ ] scanned pages: refused when all are, else a notice; files with a password: refused
[ ] fields of forms, text boxes and notes put on a page: told of; attachments
"""

import re
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium_c

from nianbao.readers import refusals
from nianbao.readers.gathering import Gathering
from nianbao.readers.pdf.chars import UNMAPPED, characters_of, has_picture
from nianbao.readers.pdf.layout import PageLayout, overlaid
from nianbao.readers.pdf.lines import PdfLine, lines_of, paragraphs_of, without_furniture
from nianbao.readers.pdf.notes import notes_on
from nianbao.readers.pdf.seen import Painter
from nianbao.readers.pdf.strokes import edges_of, strokes_of, unstruck
from nianbao.report.document import Document, FilePlace

_MAX_PAGES = 2_000
_MAX_CHARACTERS = 600_000  # some seconds of work; a long report has 30,000
_TAIL = 1 << 16
_LINEARIZED = re.compile(rb"/Linearized[^>]{0,200}?/L\s+(\d+)")
_UNMAPPED = 0.3  # share of characters without meaning beyond which the text is of no use
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
    pages: list[list[PdfLine]] = []
    pictures = seen = 0
    lost: Counter[str] = Counter()
    layout, painter = PageLayout(), Painter()
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as error:
            raise refusals.truncated(name, f"page {number}: {error}") from error
        try:
            pictured = has_picture(page)
            chars = characters_of(page, lost, painter, pictured=pictured)
            seen += len(chars)
            if seen + lost.total() > _MAX_CHARACTERS:
                raise refusals.too_big(name, f"more than {_MAX_CHARACTERS} characters")
            kept = unstruck(chars, strokes_of(page))
            lost["struck_text"] += len(chars) - len(kept)
            lost["overlaid_text"] += overlaid(kept)
            lost.update(notes_on(page))
            pages.append(lines_of(kept, number, layout, edges_of(page)))
            pictures += len(chars) < _FEW and pictured
        finally:
            page.close()
    shown, furniture = without_furniture(pages)
    characters = sum(len(line.text) for lines in shown for line in lines)
    if pictures and pictures == len(pages):
        raise refusals.scan(name)
    unmapped = lost.pop(UNMAPPED, 0)
    if unmapped > _UNMAPPED * (characters + unmapped) > 0:
        raise refusals.unreadable(name, *_NO_MEANING)
    if not characters:
        raise refusals.scan(name) if pictures else refusals.empty(name)
    _gather(gathered, shown)
    for kind, count in lost.items():
        gathered.count(kind, count)
    gathered.count("columns", sum(any(one.column for one in lines) for lines in shown))
    gathered.count("tables", sum(any(one.cell for one in lines) for lines in shown))
    gathered.count("page_furniture", furniture)
    gathered.count("picture_page", pictures)
    return gathered.finish("pdf")


_NO_MEANING = (
    "这份PDF里的字只有形状，没有对应的文字编码，读不出来。",
    refusals.LOOK_FOR_WORD,
)


def _gather(gathered: Gathering, pages: list[list[PdfLine]]) -> None:
    for joined in paragraphs_of(pages):
        place = FilePlace.TABLE if joined.is_cell else FilePlace.BODY
        gathered.add(joined.text, centred=joined.centred, place=place)
        gathered.count("rejoined_lines", int(joined.lines > 1 and not joined.is_cell))
