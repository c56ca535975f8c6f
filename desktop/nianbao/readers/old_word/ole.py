"""The old compound container (OLE2): .doc, most .wps, and Office files with a password."""

import io

import olefile

from nianbao.readers import refusals

_OTHER_KINDS = (
    ("Workbook", "Excel表格"),
    ("Book", "Excel表格"),
    ("PowerPoint Document", "PowerPoint演示文稿"),
    ("VisioDocument", "Visio绘图"),
    ("FileHeader", "韩文（HWP）文档"),
)
_BROKEN = (OSError, ValueError, IndexError, TypeError, AttributeError, KeyError, RecursionError)


class Streams:
    """The named streams of one container that hold a document's text."""

    def __init__(self, streams: dict[str, bytes]) -> None:
        self._streams = streams

    def get(self, name: str) -> bytes:
        """Return a stream, empty when there is none of that name."""
        return self._streams.get(name, b"")


def open_ole(data: bytes, name: str) -> Streams | None:
    """Return the streams of a Word document, None for another word processor's.

    Raises ReadingError for a password, a damaged container, a table or slides.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if ole.exists("EncryptedPackage"):
                raise refusals.encrypted(name)
            if ole.exists("WordDocument"):
                wanted = ("WordDocument", "0Table", "1Table")
                found = {part: ole.openstream(part).read() for part in wanted if ole.exists(part)}
                return Streams(found)
            for stream, kind in _OTHER_KINDS:
                if ole.exists(stream):
                    raise refusals.not_word(name, kind)
            if ole.exists("CONTENTS"):
                return None
    except _BROKEN as error:
        raise refusals.truncated(name, repr(error)) from error
    raise refusals.not_word(name, "别的软件的文件")
