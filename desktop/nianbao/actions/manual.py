"""The manual goes out as a Word file."""

from pathlib import Path

from nianbao.rendering.manual_docx import write_manual
from nianbao.standards import manual
from nianbao.standards.manual import KeyTables

NAME = "年报助手用户手册.docx"


def write(keys: KeyTables, out: Path, folder: Path | None = None) -> None:
    """Write the manual with all keys, and with the pictures that a folder or this program has.

    Raises:
        OutputError: it cannot be written there.
    """
    book = manual.manual()
    named = (part.picture for chapter in book.chapters for part in chapter.parts)
    found = {name: manual.picture(name, folder) for name in named if name}
    write_manual(book, keys, {name: path for name, path in found.items() if path}, out)
