"""Files inside a Word file whose text it shows in their place (w:altChunk): pages, other documents.

Programs that make a Word file of a page often put nothing else into it.
"""

from collections.abc import Callable, Mapping

from nianbao.errors import ReadingError
from nianbao.readers.word.xml.package import Package, PartLink
from nianbao.report.document import Document

Reader = Callable[[bytes], Document | None]
"""Reads the bytes of a file inside another, None for a kind that is not read."""

_MOST = 200  # of one file; one that is made of others has some ten


def unread(_: bytes) -> None:
    """Read no file inside a file: it stands in a third one."""


class Chunks:
    """The files that a part of a package links to, read when they are asked for."""

    def __init__(self, package: Package, links: Mapping[str, PartLink], reader: Reader) -> None:
        self._package, self._links, self._reader = package, links, reader
        self._asked = 0

    def read(self, link: str) -> Document | None:
        """Return what a link leads to, None when that cannot be read."""
        found = self._links.get(link)
        self._asked += 1
        if found is None or self._asked > _MOST:
            return None
        data = self._package.part(found.target)
        try:
            return self._reader(data)
        except ReadingError:
            return None
