"""Word 97–2003 documents: .doc, and the .wps of WPS, which has the same inside.

[x] text through the piece table, one- and two-byte pieces
[x] paragraphs, cells of tables, soft breaks; results of fields without their codes
[x] style name, outline level, centring, from the paragraph or its style
[x] text that a revision deleted, and hidden text, left out with a notice
[x] footnotes, endnotes and text boxes, after the main text
[-] numbers that Word generates are not resolved: a notice says how many paragraphs had one
[ ] headers, footers and comments: a notice says how many characters
[ ] pictures and embedded objects; Word 6 and 95, encrypted files: refused with a sentence
"""

import io
import re
import struct
from dataclasses import dataclass

import olefile

from nianbao.readers import doc_format as form
from nianbao.readers import refusals
from nianbao.readers.gathering import Gathering
from nianbao.report.document import Document, Place

_WORD_97, _WORD_95 = 0xA5EC, 0xA5DC
_FIRST_NUMBER_OF_97 = 0xC0
_IS_ENCRYPTED, _TABLE_IS_1 = 0x0100, 0x0200
_GONE = "\0\0"  # a unit of UTF-16 that stands for a deleted or hidden one
_MARKS = re.compile("[\r\x07\x0c]")
_UNSEEN = re.compile("[\x00\x01\x02\x03\x04\x05\x06\x08\x0e\x1f\u200b]")
_FIELD = re.compile("[\x13\x14\x15]")
_NOTE_PLACES = {
    "footnote": Place.FOOTNOTE,
    "endnote": Place.ENDNOTE,
    "text_box": Place.TEXT_BOX,
}
_LEFT_OUT = ("margin", "comment", "margin_box")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Word:
    """The streams of one document, and what lies in them."""

    stream: bytes
    pieces: list[form.Piece]
    units: bytes  # all text as UTF-16, deleted and hidden units as zeros
    paragraphs: form.Formatting
    styles: list[form.StyleSheetEntry]


def read_doc(data: bytes, name: str) -> Document:
    """Read a document in an OLE container; raise ReadingError when it is none of ours."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            stream, table = _streams(ole, name)
    except (OSError, ValueError, IndexError, struct.error, TypeError, AttributeError) as error:
        raise refusals.truncated(name, repr(error)) from error
    gathered = Gathering(name)
    try:
        word = _open(stream, table, gathered)
        _gather(word, gathered)
    except (struct.error, IndexError, ValueError) as error:
        raise refusals.truncated(name, repr(error)) from error
    return gathered.finish("doc")
