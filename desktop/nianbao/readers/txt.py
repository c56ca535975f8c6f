"""Plain text.

[x] UTF-8, UTF-16, UTF-32, GB18030 (GBK, GB2312), Big5: see `encodings`
[x] every line is a paragraph exactly as it stands, blank lines and spaces included
[x] line ends of Windows, Unix, old Macs and Unicode; form feeds and vertical tabs
[x] a form feed right behind a line end only says that a page ends there
"""

import re

from nianbao.readers import refusals
from nianbao.readers.encodings import decode
from nianbao.readers.gathering import Gathering
from nianbao.report.document import Document

_PAGE_END = re.compile("(?:\r\n|[\n\r])\f")


def read_txt(data: bytes, name: str, encoding: str = "") -> Document:
    """Read plain text, in an encoding that the user chose or in the one that fits.

    Raises ReadingError when the bytes are no text.
    """
    decoded = decode(data, chosen=encoding)
    if decoded is None:
        raise refusals.unreadable(name)
    text = decoded.text
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise refusals.empty(name)
    for line_end in ("\r\n", "\n", "\r"):
        if text.endswith(line_end):
            text = text.removesuffix(line_end)
            break
    gathered = Gathering(name)
    gathered.add(_PAGE_END.sub("\f", text), soft=False)
    if decoded.encoding:
        gathered.count("encoding", detail=decoded.encoding)
    gathered.count("damaged_characters", decoded.damaged)
    return gathered.finish("txt")
