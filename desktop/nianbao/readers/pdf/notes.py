"""What is written on a PDF's page beside its text: notes, text boxes, fields that are filled in."""

import ctypes
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium_c

_MOST = 5_000
_KINDS = {
    pdfium_c.FPDF_ANNOT_TEXT: ("note", b"Contents"),
    pdfium_c.FPDF_ANNOT_FREETEXT: ("written_on", b"Contents"),
    pdfium_c.FPDF_ANNOT_STAMP: ("written_on", b"Contents"),
    pdfium_c.FPDF_ANNOT_WIDGET: ("written_on", b"V"),
}


def notes_on(page: pypdfium2.PdfPage) -> Counter[str]:
    """Count what holds text and is not read, by the kind of its notice."""
    found: Counter[str] = Counter()
    for number in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        kind, key = _KINDS.get(pdfium_c.FPDFAnnot_GetSubtype(annotation), ("", b""))
        if kind and _says_something(annotation, key):
            found[kind] += 1
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return found


def _says_something(annotation: pdfium_c.FPDF_ANNOTATION, key: bytes) -> bool:
    """Tell whether a value is text that is not blank; `Off` is a box that is not ticked."""
    length = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length < 1_000_000:
        return False
    buffer = ctypes.create_string_buffer(length)
    into = ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR))
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, into, length)
    return buffer.raw.decode("utf-16-le", "replace").strip("\0 \r\n\t") not in ("", "Off")
