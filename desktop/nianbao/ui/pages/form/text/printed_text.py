"""Where the printed text of a document with chips stands in it, and what is marked there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from nianbao.report.writing import slots
from nianbao.report.writing.placeholder import CHECK, FILL, TAIL
from nianbao.ui.kit import theme
from nianbao.ui.kit.texts import utf16
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.form.text import chips

_MARK = re.compile("|".join(f"{kind.head}[^{TAIL}]*{TAIL}" for kind in (FILL, CHECK)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Underline:
    """A stretch of the printed text to be underlined with a wave."""

    start: int
    length: int
    colour: StateColour


def printed(source: str, lookup: chips.Lookup) -> Iterator[str]:
    """Yield what the parts of a source print."""
    for part in slots.parse(source):
        yield part if isinstance(part, str) else lookup(part).printed


def offset(document: QTextDocument, position: int, lookup: chips.Lookup) -> int:
    """Return which character of the printed text stands at a place of a document."""
    return sum(map(len, printed(chips.source_of(document, 0, position), lookup)))


def position(source: str, offset: int, lookup: chips.Lookup) -> int:
    """Return where in the document of a source a character of the printed text stands."""
    at = before = 0
    for part in slots.parse(source):
        length = len(part if isinstance(part, str) else lookup(part).printed)
        if before + length > offset or (isinstance(part, str) and before + length == offset):
            inside = offset - before
            if isinstance(part, str):
                return at + utf16.units(part[:inside])
            return at + (1 if inside else 0)
        before += length
        at += utf16.units(part) if isinstance(part, str) else 1
    return at


def marks(document: QTextDocument) -> Iterator[QTextEdit.ExtraSelection]:
    """Yield what is still to be filled in or checked, on the ground it will print on."""
    text = document.toPlainText()
    for found in _MARK.finditer(text):
        selection = QTextEdit.ExtraSelection()
        first, last = (utf16.units(text[:at]) for at in found.span())
        selection.cursor = stretch(document, first, last)
        selection.format.setBackground(QColor(theme.colours().mark))
        yield selection


def underlined(
    places: Iterable[tuple[QTextCursor, StateColour]],
) -> Iterator[QTextEdit.ExtraSelection]:
    """Yield waves under stretches of a document."""
    for cursor, colour in places:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(getattr(theme.colours(), colour.value)))
        selection.format = form
        yield selection


def stretch(document: QTextDocument, first: int, last: int) -> QTextCursor:
    """Return a cursor that selects a stretch of a document."""
    cursor = QTextCursor(document)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor
