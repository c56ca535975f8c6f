"""Files to Documents. `load` takes a file's bytes, `read` makes a Document of them.

`read` touches no file and asks nobody but the bytes. An old format that only an installed
LibreOffice can read is for the caller to hand to `to_docx`, and the result to `read_converted`.
"""

from nianbao.readers import refusals
from nianbao.readers.convert import CONVERTED, to_docx
from nianbao.readers.encodings import CHOICES as ENCODINGS
from nianbao.readers.files import load
from nianbao.readers.sniff import is_cut_rtf, other_kind, sniff
from nianbao.report.document import Document

__all__ = [
    "CONVERTED",
    "ENCODINGS",
    "ConversionWantedError",
    "load",
    "read",
    "read_converted",
    "to_docx",
]


class ConversionWantedError(Exception):
    """The bytes are of an old format; `suffix` (a key of CONVERTED) says which one."""

    def __init__(self, suffix: str) -> None:
        super().__init__(suffix)
        self.suffix = suffix


def read(data: bytes, name: str, *, encoding: str = "") -> Document:
    """Read a file's bytes; `name` is only for messages.

    `encoding` is the user's choice (a key of ENCODINGS) for text and pages; without it the bytes
    are asked, and a notice of kind `encoding` tells the answer when it is not UTF-8.
    Raises ReadingError when the file is empty, damaged, protected, a picture or of another kind,
    ConversionWantedError when an office program has to make a .docx of it first.
    """
    if not data:
        raise refusals.empty(name)
    return _read(sniff(data), data, name, encoding)


def _read(kind: str, data: bytes, name: str, encoding: str) -> Document:
    """Read bytes of a kind; its reader is loaded only now, since a child waits for it."""
    match kind:
        case "zip":
            from nianbao.readers.word.docx import read_docx

            return read_docx(data, name, inside=lambda chunk: _read_inside(chunk, name))
        case "ole":
            return _read_ole(data, name)
        case "pdf":
            from nianbao.readers.pdf.pdf import read_pdf

            return read_pdf(data, name)
        case "html" | "mhtml":
            from nianbao.readers.web.html import read_html, read_mhtml

            if kind == "mhtml":
                return read_mhtml(data, name, encoding)
            return read_html(data, name, encoding=encoding)
        case "rtf":
            if is_cut_rtf(data):
                raise refusals.truncated(name)
            raise ConversionWantedError(".rtf")
        case "word-xml":
            raise ConversionWantedError(".xml")
        case "picture":
            raise refusals.scan(name, "图片")
        case "old-word":
            raise refusals.legacy(name, "早期Word（6.0或更早）的文档")
        case "other":
            raise refusals.not_word(name, other_kind(data))
        case "xml":
            raise refusals.not_word(name, "XML文件")
        case _:
            from nianbao.readers.txt import read_txt

            return read_txt(data, name, encoding)


def _read_inside(data: bytes, name: str) -> Document | None:
    """Read a file inside a Word file, None for a kind that a Word file does not show."""
    match sniff(data):
        case "zip":
            from nianbao.readers.word.docx import read_docx

            return read_docx(data, name)
        case "html":
            from nianbao.readers.web.html import read_html

            return read_html(data, name, is_site=False)
        case "mhtml":
            from nianbao.readers.web.html import read_mhtml

            return read_mhtml(data, name, is_site=False)
        case "text":
            from nianbao.readers.txt import read_txt

            return read_txt(data, name)
        case _:
            return None


def _read_ole(data: bytes, name: str) -> Document:
    from nianbao.readers.old_word.ole import open_ole

    streams = open_ole(data, name)
    if streams is None:
        raise ConversionWantedError(".wps")
    from nianbao.readers.old_word.doc import read_doc

    return read_doc(streams, name)


def read_converted(docx: bytes, name: str, converted_from: str) -> Document:
    """Read the .docx that a converter made; a notice says from what (a value of CONVERTED)."""
    from nianbao.readers.word.docx import read_docx

    return read_docx(docx, name, converted_from=converted_from)
