"""Files to Documents. `load` takes a file's bytes, `read` makes a Document of them.

`read` touches no file and asks nobody but the bytes. The one exception stands in `convert`: an old
format is handed to an installed LibreOffice or WPS in a private folder.
"""

from nianbao.readers import refusals
from nianbao.readers.docx import read_docx
from nianbao.readers.files import load
from nianbao.readers.html import read_html, read_mhtml
from nianbao.readers.sniff import other_kind, sniff
from nianbao.readers.txt import read_txt
from nianbao.report.document import Document

__all__ = ["load", "read"]


def read(data: bytes, name: str) -> Document:
    """Read a file's bytes; `name` is only for messages.

    Raises ReadingError when the file is empty, damaged, protected, a picture or of another kind.
    """
    if not data:
        raise refusals.empty(name)
    match sniff(data):
        case "zip":
            return read_docx(data, name)
        case "html":
            return read_html(data, name)
        case "mhtml":
            return read_mhtml(data, name)
        case "picture":
            raise refusals.scan(name, "图片")
        case "old-word":
            raise refusals.legacy(name, "早期Word（6.0或更早）的文档")
        case "other":
            raise refusals.not_word(name, other_kind(data))
        case _:
            return read_txt(data, name)
