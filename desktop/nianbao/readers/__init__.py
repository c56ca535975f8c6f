"""Files to Documents. `load` takes a file's bytes, `read` makes a Document of them.

`read` touches no file and asks nobody but the bytes. The one exception stands in `convert`: an old
format is handed to an installed LibreOffice in a private folder.
"""

from nianbao.readers import refusals
from nianbao.readers.convert import to_docx
from nianbao.readers.doc import read_doc
from nianbao.readers.docx import read_docx
from nianbao.readers.encodings import CHOICES as ENCODINGS
from nianbao.readers.files import load
from nianbao.readers.html import read_html, read_mhtml
from nianbao.readers.ole import open_ole
from nianbao.readers.pdf import read_pdf
from nianbao.readers.sniff import other_kind, sniff
from nianbao.readers.txt import read_txt
from nianbao.report.document import Document

__all__ = ["ENCODINGS", "load", "read"]


def read(data: bytes, name: str, *, encoding: str = "") -> Document:
    """Read a file's bytes; `name` is only for messages.

    `encoding` is a person's choice (a key of ENCODINGS) for text and pages; without it the bytes
    are asked, and a notice of kind `encoding` tells the answer when it is not UTF-8.
    Raises ReadingError when the file is empty, damaged, protected, a picture or of another kind.
    """
    if not data:
        raise refusals.empty(name)
    match sniff(data):
        case "zip":
            return read_docx(data, name)
        case "ole":
            streams = open_ole(data, name)
            return read_doc(streams, name) if streams else _converted(data, name, ".wps")
        case "pdf":
            return read_pdf(data, name)
        case "html":
            return read_html(data, name, encoding=encoding)
        case "mhtml":
            return read_mhtml(data, name, encoding)
        case "rtf":
            return _converted(data, name, ".rtf")
        case "word-xml":
            return _converted(data, name, ".xml")
        case "picture":
            raise refusals.scan(name, "图片")
        case "old-word":
            raise refusals.legacy(name, "早期Word（6.0或更早）的文档")
        case "other":
            raise refusals.not_word(name, other_kind(data))
        case _:
            return read_txt(data, name, encoding)


_CONVERTED = {".rtf": "RTF文档", ".wps": "旧版WPS或Works文档", ".xml": "Word 2003的XML文档"}


def _converted(data: bytes, name: str, suffix: str) -> Document:
    docx = to_docx(data, name, suffix, _CONVERTED[suffix])
    return read_docx(docx, name, converted_from=_CONVERTED[suffix])
