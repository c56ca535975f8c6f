"""A file or pasted text, read and understood, before anything is stored."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nianbao import readers
from nianbao.errors import InputError
from nianbao.report.correction import Correction
from nianbao.report.document import Document
from nianbao.understanding.understand import Understanding, no_corrections, understand

PASTED = "粘贴的文字"


@dataclass(frozen=True)
class Source:
    """A file's bytes and what they hold. `sha256` tells the same file again."""

    name: str
    data: bytes
    document: Document
    path: Path | None = None

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def plain_text(self) -> str:
        """The text, when the file is a plain text file.

        Raises:
            InputError: it is something else.
        """
        if self.document.kind != "txt":
            raise InputError(
                f"“{self.name}”不是文字表格。", do="请在 Excel 或 WPS 里另存为 CSV 再填。"
            )
        return self.document.text

    def understood(
        self,
        *,
        year: int | None = None,
        raw: bool = False,
        corrections: Callable[[str], Iterable[Correction]] = no_corrections,
    ) -> Understanding:
        """Return the report the file holds; see `understand`.

        Raises:
            ReadingError: it holds no report.
        """
        stem = self.sha256[:8]
        return understand(self.document, stem=stem, year=year, raw=raw, corrections=corrections)


def open_source(path: Path) -> Source:
    """Read a file.

    Raises:
        ReadingError: it cannot be read.
    """
    return from_bytes(readers.load(path), path.name, path=path)


def from_bytes(data: bytes, name: str = PASTED, *, path: Path | None = None) -> Source:
    """Read bytes that are at hand already: pasted text, or a file's.

    Raises:
        ReadingError: they cannot be read.
    """
    return Source(name=name, data=data, document=readers.read(data, name), path=path)
